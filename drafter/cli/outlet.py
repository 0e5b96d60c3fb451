"""Where reports go: to the screen, into one file, or into a file for each document."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.report import Report

Form = Literal["text", "json", "html", "docx"]
_SUFFIXES = {"html": ".bao-cao.html", "docx": ".gop-y.docx"}


_INSIDE = " › "
"""Stands between the name of a package and that of a document in it."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class UnwritableOutput(DrafterError):
    """The report cannot be written where it is wanted."""

    def __init__(self, target: Path) -> None:
        super().__init__(f"{target}: không ghi được kết quả vào đây; hãy chọn nơi khác bằng --output.")


class OutputIsInput(DrafterError):
    def __init__(self, target: Path) -> None:
        super().__init__(f"{target}: kết quả sẽ đè lên văn bản cần kiểm tra; hãy chọn tên khác bằng --output.")


class OutputIsNoFolder(DrafterError):
    def __init__(self, target: Path) -> None:
        super().__init__(f"{target}: không phải thư mục; có nhiều văn bản thì --output phải là một thư mục.")


class Outlet:
    """Shows reports or writes them, each where it belongs."""

    def __init__(self, form: Form, files: Sequence[Path], output: Path | None) -> None:
        """`output` is a file or a folder, None for the screen or the folder where one is. Raises `DrafterError`."""
        self._form = form
        self._files = tuple(files)
        self._output = output
        self._targets = tuple(targets(form, files, output))
        self._written: set[Path] = set()

    def put(self, number: int, report: Report, stored: int, *, alone: bool = True) -> None:
        """Puts out a report on what the file `number` holds, `alone` or with others in it; says where it is.

        Raises `DrafterError`.
        """
        content = self._content(report, self._files[number], stored)
        if not self._targets:
            click.echo(content, nl=False)
            return
        target = self._targets[number % len(self._targets)]
        if not alone and self._form in _SUFFIXES:
            target = self._beside(target, self._files[number], report.document.name)
        try:
            with target.open("ab" if target in self._written else "wb") as out:
                out.write(content.encode() if isinstance(content, str) else content)
        except OSError as error:
            raise UnwritableOutput(target) from error
        if target not in self._written:
            click.echo(f"Đã ghi kết quả: {target}", err=True)
        self._written.add(target)

    def _beside(self, target: Path, file: Path, name: str) -> Path:
        """A free name for one of several documents in `file`, in the folder of `target` or in the one it names."""
        folder = target.parent
        if target == self._output:
            folder = target
            _make(folder)
        inner = _NOT_IN_NAMES.sub("_", name.rpartition(_INSIDE)[2])
        stem = f"{file.stem}-{Path(inner).stem}"
        names = (f"{stem}{'' if nth == 1 else f'-{nth}'}{_SUFFIXES[self._form]}" for nth in count(1))
        taken = {str(path).lower() for path in (*self._targets, *self._written)}
        found = next(folder / one for one in names if str(folder / one).lower() not in taken)
        if any(is_same(found, one) for one in self._files):
            raise OutputIsInput(found)
        return found

    def _content(self, report: Report, file: Path, stored: int) -> str | bytes:
        if self._form == "json":
            from drafter.render.json import json_line

            return json_line(report)
        if self._form == "html":
            from drafter.render.html import html_page

            return html_page(report, stored=stored)
        if self._form == "docx":
            return _word_file(report, file)
        from drafter.render.text import text_view

        if self._targets:
            return text_view(report, stored=stored)
        return text_view(report, stored=stored, width=_width(), color=_in_color())


def _word_file(report: Report, file: Path) -> bytes:
    from datetime import datetime

    from drafter.render.word import commented

    return commented(file.read_bytes(), report, datetime.now().astimezone())


def targets(form: Form, files: Sequence[Path], output: Path | None) -> Iterator[Path]:
    """The files to write: one for each document, one for all (text and JSON), or none. Raises `DrafterError`."""
    suffix = _SUFFIXES.get(form)
    if suffix is None:
        found = [output] if output else []
    elif output and len(files) == 1 and not output.is_dir():
        found = [output]
    else:
        folder = output or Path()
        _make(folder)
        found = list(_named(files, folder, suffix))
    for target in found:
        if any(is_same(target, file) for file in files):
            raise OutputIsInput(target)
        yield target


def _named(files: Sequence[Path], folder: Path, suffix: str) -> Iterator[Path]:
    """A name in the folder for each file, a number in it where two files are called alike."""
    taken: set[str] = set()
    for file in files:
        names = (f"{file.stem}{'' if nth == 1 else f'-{nth}'}{suffix}" for nth in range(1, len(files) + 1))
        name = next(name for name in names if name.lower() not in taken)
        taken.add(name.lower())
        yield folder / name


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputIsNoFolder(folder) from error
    except OSError as error:
        raise UnwritableOutput(folder) from error


def write_whole(target: Path, content: bytes) -> None:
    """Writes a file, or leaves what was there if it cannot be written to the end. Raises `DrafterError`."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnwritableOutput(target) from error


def is_same(target: Path, file: Path) -> bool:
    try:
        return target.samefile(file)
    except (OSError, ValueError):
        return False


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((80, 24)).columns


def _in_color() -> bool:
    """Whether a person looks at it; https://no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

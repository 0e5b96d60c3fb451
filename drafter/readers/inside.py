"""The readers that run in a process of their own, by the form of the file, and how that process goes (`main`)."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

from drafter.document import Document
from drafter.errors import CorruptFile, ForeignFile, GreedyFile, MissingLibrary, UnreadableFile
from drafter.readers.answers import error_answer, progress_line, value_answer
from drafter.readers.confinement import confine, isolate
from drafter.readers.grids import Book

_MODULES = {
    "doc": "office",
    "odt": "office",
    "rtf": "office",
    "pdf": "pdf",
    "image": "scan",
    "html": "web",
    "md": "markdown",
    "xlsx": "sheets",
    "book": "books",
}
"""By the form of a file the module beside this one that has `read_<form>(name, data, progress)`."""


def main() -> None:
    """Reads ./file as ./request.json asks, confined to this folder, and says the answer on standard output.

    Whatever goes wrong while reading is laid at the file's door: a file may be made to break its reader.
    """
    isolate()
    request = json.loads(Path("request.json").read_text(encoding="ascii"))
    form, name = request["form"], request["name"]
    # Here our own code is loaded, before anything of the file is; what is missing is told when it is read.
    with suppress(ModuleNotFoundError, ForeignFile):
        _module(form, name)
    confine(Path.cwd(), request["memory"], request["seconds"], request["programs"])
    with _own_output() as output:

        def progress(done: int, total: int) -> None:
            output.write(progress_line(done, total))

        output.write(_answer(form, name, progress))


def _answer(form: str, name: str, progress: Callable[[int, int], None]) -> bytes:
    try:
        read: Document | Book = getattr(_module(form, name), f"read_{form}")(name, Path("file").read_bytes(), progress)
        return value_answer(read)
    except UnreadableFile as error:
        return error_answer(error)
    except ModuleNotFoundError as error:
        return error_answer(MissingLibrary(name, error.name or ""), error)
    except MemoryError:
        return error_answer(GreedyFile(name))
    except Exception as error:
        return error_answer(CorruptFile(name), error)


def _module(form: str, name: str) -> ModuleType:
    """The reader's module. Raises `ForeignFile` where there is none, ModuleNotFoundError where it lacks a library."""
    if form not in _MODULES:
        raise ForeignFile(name)
    return import_module(f"drafter.readers.{_MODULES[form]}")


def _own_output() -> io.FileIO:
    """Standard output for the answers alone: what libraries and programs print there goes nowhere."""
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return io.FileIO(kept, "w")

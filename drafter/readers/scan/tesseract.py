"""Tesseract, one process for a picture; all of them end together."""

from __future__ import annotations

import os
import subprocess
from io import BytesIO
from threading import Lock
from types import TracebackType

from PIL import Image

from drafter.errors import MissingRecogniser
from drafter.readers.programs import languages, recogniser

LANGUAGE = "vie"
DPI = 300
"""The resolution that Tesseract reads best, and of every picture that it gets."""

_SECONDS = 60.0
"""A page takes two seconds; one that takes so long is no page of text."""
_LEFT_OUT = ("-c", "tessedit_do_invert=0")
"""Looking for white letters on black: of no use on paper, and it doubles the time of what is hard to read."""
_HIDDEN: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class UnreadablePage(Exception):
    """Tesseract failed on this picture, or took too long."""


class Stopped(Exception):
    """All work was called off."""


class Tesseract:
    """The program while pictures are read with it. Leaving the `with` ends every process still running."""

    def __init__(self, name: str) -> None:
        """Raises `MissingRecogniser`, naming the file `name`, without the program or its Vietnamese."""
        program = recogniser()
        known = languages(program) if program else frozenset()
        if program is None or LANGUAGE not in known:
            raise MissingRecogniser(name)
        self._program = str(program)
        self._languages = known
        self._running: set[subprocess.Popen[bytes]] = set()
        self._lock = Lock()
        self._stopped = False

    @property
    def tells_turning(self) -> bool:
        """Whether it can tell which side of a page is up."""
        return "osd" in self._languages

    def words(self, picture: Image.Image, layout: int) -> str:
        """Tesseract's table (TSV) of the words of a grey picture of 300 dpi, by its page segmentation `layout`."""
        return self._run(picture, "-l", LANGUAGE, "--oem", "1", "--psm", str(layout), *_LEFT_OUT, "tsv")

    def english(self, line: Image.Image) -> str:
        """A picture of one line read by the English model; "" without it."""
        if "eng" not in self._languages:
            return ""
        return self._run(line, "-l", "eng", "--oem", "1", "--psm", "7").strip()

    def turning(self, picture: Image.Image) -> str:
        """What Tesseract says of the orientation of a picture."""
        return self._run(picture, "-l", "osd", "--psm", "0")

    def _run(self, picture: Image.Image, *options: str) -> str:
        raw = BytesIO()
        picture.save(raw, "PPM")
        command = [self._program, "stdin", "stdout", "--dpi", str(DPI), *options]
        pipe = subprocess.PIPE
        with self._lock:
            if self._stopped:
                raise Stopped
            process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=pipe, env=_environment(), creationflags=_HIDDEN
            )
            self._running.add(process)
        try:
            output, _ = process.communicate(raw.getvalue(), timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise UnreadablePage from error
        finally:
            _end(process)
            with self._lock:
                self._running.discard(process)
        if self._stopped:
            raise Stopped
        if process.returncode:
            raise UnreadablePage
        return output.decode("utf-8", "replace")

    def __enter__(self) -> Tesseract:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for process in running:
            process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.communicate()


def _environment() -> dict[str, str]:
    """Pages are read side by side: each with one thread, which is faster than several with many."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}

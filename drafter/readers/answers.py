"""What goes between a reader in a process of its own and the one who asked: lines, and behind the last what was read.

    progress 3 10            pages done, pages that there are
    error CorruptFile 57 0   an error of `drafter.errors`; so many bytes of its sentence and of its cause follow
    document 48211           so many bytes of a pickled `Document` follow
    book 48211               the same of a `Book`

The process may have been taken over by the file that it reads: what it says is checked, and what it pickled can be
nothing but the frozen values of `drafter.document` and `drafter.readers.grids` and days, so that it cannot run anything
here.
"""

from __future__ import annotations

import inspect
import io
import pickle
import traceback
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from drafter import document, errors
from drafter.document import Document
from drafter.readers import grids
from drafter.readers.grids import Book

MOST_BYTES = 300_000_000
"""Of an answer; the pages of a long scan come with their pictures."""
_LINE = 200
_KNOWN: dict[tuple[str, str], type] = {
    (module.__name__, name): one
    for module in (document, grids)
    for name, one in vars(module).items()
    if inspect.isclass(one) and one.__module__ == module.__name__
} | {("datetime", "date"): date}
_READ: dict[bytes, type[Document] | type[Book]] = {b"document": Document, b"book": Book}

Answer = tuple[int, int] | errors.UnreadableFile | Document | Book
"""Pages done and pages that there are; or how it ended."""


class Garbled(Exception):
    """What came is no answer."""


def progress_line(done: int, total: int) -> bytes:
    return b"progress %d %d\n" % (done, total)


def error_answer(error: errors.UnreadableFile, cause: Exception | None = None) -> bytes:
    """`cause` is what broke the reader, told to who looks at the traceback."""
    sentence = str(error).encode("utf-8", "replace")
    note = "".join(traceback.format_exception(cause)).encode("utf-8", "replace") if cause else b""
    return b"error %b %d %d\n%b%b" % (type(error).__name__.encode(), len(sentence), len(note), sentence, note)


def value_answer(read: Document | Book) -> bytes:
    word = next(word for word, kind in _READ.items() if isinstance(read, kind))
    pickled = pickle.dumps(read, protocol=5)
    return b"%b %d\n%b" % (word, len(pickled), pickled)


def answers(stream: BinaryIO, name: str) -> Iterator[Answer]:
    """What the reader of the file `name` says, until it has ended. Raises `Garbled`."""
    while line := stream.readline(_LINE):
        match line.split():
            case [b"progress", done, total] if done.isdigit() and total.isdigit():
                yield int(done), int(total)
            case [b"error", kind, length, noted] if length.isdigit() and noted.isdigit():
                sentence, note = _exactly(stream, int(length)), _exactly(stream, int(noted))
                yield _error(kind.decode("ascii", "replace"), name, sentence, note)
                return
            case [word, length] if word in _READ and length.isdigit():
                yield _value(_exactly(stream, int(length)), _READ[word])
                return
            case _:
                raise Garbled
    raise Garbled


def _exactly(stream: BinaryIO, length: int) -> bytes:
    found = stream.read(length) if length <= MOST_BYTES else b""
    if len(found) != length:
        raise Garbled
    return found


def _error(kind: str, name: str, sentence: bytes, note: bytes) -> errors.UnreadableFile:
    """The error of that name with that sentence, as the reader raised it; what caused it stands in its notes."""
    known = getattr(errors, kind, None)
    if not inspect.isclass(known) or not issubclass(known, errors.UnreadableFile):
        raise Garbled
    error = known.__new__(known)
    error.name = name
    error.args = (sentence.decode("utf-8", "replace"),)
    if note:
        error.add_note(note.decode("utf-8", "replace"))
    return error


def _value(pickled: bytes, kind: type[Document] | type[Book]) -> Document | Book:
    try:
        found = _Values(io.BytesIO(pickled)).load()
    except Exception as error:
        raise Garbled from error
    if not isinstance(found, kind):
        raise Garbled
    return found


class _Values(pickle.Unpickler):
    """Knows the classes of what is read and no other name."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(name)
        return _KNOWN[module, name]

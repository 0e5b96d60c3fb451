"""What goes between a reader in a process of its own and the one who asked: lines, and behind the last a document.

    progress 3 10            pages done, pages that there are
    error CorruptFile 57 0   an error of `drafter.errors`; so many bytes of its sentence and of its cause follow
    document 48211           so many bytes of a pickled `Document` follow

The process may have been taken over by the file that it reads: what it says is checked, and what it pickled can be
nothing but the frozen values of `drafter.document`, so that it cannot run anything here.
"""

from __future__ import annotations

import inspect
import io
import pickle
import traceback
from collections.abc import Iterator
from typing import BinaryIO

from drafter import document as values
from drafter import errors
from drafter.document import Document

MOST_BYTES = 300_000_000
"""Of an answer; the pages of a long scan come with their pictures."""
_LINE = 200
_KNOWN = {name: one for name, one in vars(values).items() if inspect.isclass(one) and one.__module__ == values.__name__}

Answer = tuple[int, int] | errors.UnreadableFile | Document
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


def document_answer(document: Document) -> bytes:
    pickled = pickle.dumps(document, protocol=5)
    return b"document %d\n%b" % (len(pickled), pickled)


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
            case [b"document", length] if length.isdigit():
                yield _document(_exactly(stream, int(length)))
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


def _document(pickled: bytes) -> Document:
    try:
        found = _Values(io.BytesIO(pickled)).load()
    except Exception as error:
        raise Garbled from error
    if not isinstance(found, Document):
        raise Garbled
    return found


class _Values(pickle.Unpickler):
    """Knows the classes of `drafter.document` and no other name."""

    def find_class(self, module: str, name: str) -> type:
        if module != values.__name__ or name not in _KNOWN:
            raise pickle.UnpicklingError(name)
        return _KNOWN[name]

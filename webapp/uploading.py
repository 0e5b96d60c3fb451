"""Files that people send: one document, with the name that it had."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from werkzeug.datastructures import FileStorage

from drafter.errors import DrafterError

_LONGEST_NAME = 150


class NoFile(DrafterError):
    """A form was sent without the file that it is there for."""

    def __init__(self) -> None:
        super().__init__("Chưa chọn tệp; hãy chọn một tệp văn bản rồi gửi lại.")


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    """Without folders."""
    data: bytes

    @property
    def sha256(self) -> str:
        """Hexadecimal."""
        return sha256(self.data).hexdigest()


def upload_of(file: FileStorage | None) -> Upload:
    """What a form brought. Raises `NoFile`."""
    name = file_name(file.filename or "") if file else ""
    if file is None or not name:
        raise NoFile
    return Upload(name, file.read())


def file_name(sent: str) -> str:
    """The name of a file as a browser sends it, without folders and unprintable letters; its ending stays."""
    name = "".join(letter for letter in sent.replace("\\", "/").rpartition("/")[2] if letter.isprintable()).strip()
    if len(name) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    return (
        f"{stem[: _LONGEST_NAME - len(ending) - 1]}{dot}{ending}" if dot and len(ending) < 10 else name[:_LONGEST_NAME]
    )

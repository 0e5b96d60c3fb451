"""Compound files, in which old Office programs keep what they write: whether a Word document lies in one.

The library believes how long a file's tables say they are; hence it is used in a process with limits alone.
"""

from __future__ import annotations

from io import BytesIO

from olefile import OleFileIO

from drafter.errors import CorruptFile, CorruptSheet, EncryptedFile, EncryptedSheet, ForeignFile, ForeignSheet
from drafter.readers.sniffing import is_called_a_sheet

_WORD = "WordDocument"
_WORD_MARKS = (b"\xec\xa5", b"\xdc\xa5")
"""Of Word 97 and later, of Word 6 and 95."""
_ENCRYPTED = 0x0100
"""Among the flags at 10 of a Word document ([MS-DOC] 2.5.2)."""
_SHIFTS = (9, 12)
"""Sectors have 512 bytes, or 4,096; a table has four bytes for each."""
_SHEETS = ("Workbook", "Book")


def refuse_all_but_word(name: str, data: bytes) -> None:
    """Passes over a document of Word 6 to 2003 that needs no password.

    Raises `EncryptedFile` for one that does, and for a new file (.docx) behind a password, `ForeignFile` for what other
    programs wrote (.ppt, .msg), `CorruptFile`; of spreadsheets `EncryptedSheet`, `ForeignSheet`, `CorruptSheet`. What
    lies behind a password, and what is broken, its name alone tells.
    """
    sheet = is_called_a_sheet(name)
    try:
        names, word = _looked_into(data)
    except Exception as error:  # the library says in many ways that the tables do not fit
        raise (CorruptSheet if sheet else CorruptFile)(name) from error
    if "EncryptedPackage" in names:
        raise (EncryptedSheet if sheet else EncryptedFile)(name)
    if not names.isdisjoint(_SHEETS):
        raise ForeignSheet(name)
    if not word.startswith(_WORD_MARKS):
        raise ForeignFile(name)
    if int.from_bytes(word[10:12], "little") & _ENCRYPTED:
        raise EncryptedFile(name)


def _looked_into(data: bytes) -> tuple[set[str], bytes]:
    """The names of what lies at the top, and how the Word document begins; b"" where there is none."""
    _check_tables(data)
    with OleFileIO(BytesIO(data)) as file:
        names = {path[0] for path in file.listdir() if len(path) == 1}
        return names, file.openstream(_WORD).read(12) if _WORD in names else b""


def _check_tables(data: bytes) -> None:
    """Raises ValueError where the header tells of tables for far more sectors than there are.

    The library would read as many, in a circle if need be, and copy all of them for each.
    """
    tables, shift = int.from_bytes(data[44:48], "little"), int.from_bytes(data[30:32], "little")
    if shift not in _SHIFTS or (tables - 1) << (shift - 2) > 2 * (len(data) >> shift):
        raise ValueError("tables that do not fit the file")

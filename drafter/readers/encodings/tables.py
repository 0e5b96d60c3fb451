"""The old encodings of Vietnamese: which characters a file shows for each letter.

An old file holds bytes; whoever reads it as Windows-1252 sees "ViÖt" for "Việt". The tables go from these characters to
letters. Sources: TCVN 5712:1993 (VN3, as the fonts .Vn have it), VNI for Windows, RFC 1456 (VISCII), the VPS character
set, Windows code page 1258.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from drafter.document import Encoding

ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
"""The small letters of Vietnamese beyond ASCII, in the order of the rows below."""

_TCVN3 = """
    B5 B6 B7 B8 B9  A8 BB BC BD BE C6  A9 C7 C8 C9 CA CB  AE  CC CE CF D0 D1  AA D2 D3 D4 D5 D6  D7 D8 DC DD DE
    DF E1 E2 E3 E4  AB E5 E6 E7 E8 E9  AC EA EB EC ED EE  EF F1 F2 F3 F4  AD F5 F6 F7 F8 F9  FA FB FC FD FE"""
_TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", range(0xA1, 0xA8), strict=True))
"""Without tones; with tones capitals are the small letters in a font of capitals, such as .VnTimeH."""
_VPS = """
    E0 E4 E3 E1 E5  E6 A2 A3 A4 A1 A5  E2 C0 C4 C5 C3 C6  C7  E8 C8 EB E9 CB  EA 8A 8B CD 89 8C  EC CC EF ED CE
    F2 D5 F5 F3 86  F4 D2 B0 87 D3 B6  D6 A9 AA AB A7 AE  F9 FB DB FA F8  DC D8 BA BB D9 BF  FF 9B CF 9A 9C"""
_VPS_CAPITALS = """
    80 81 82 C1 02  88 8E 8F F0 8D 04  C2 84 85 1C 83 03  F1  D7 DE FE C9 05  CA 93 94 95 90 06  B5 B7 B8 B4 10
    BC BD BE B9 11  D4 97 98 99 96 12  F7 9E 9F A6 9D 13  A8 D1 AC DA 14  D0 AF B1 1D AD 15  B2 FD B3 DD 19"""
_VISCII = """
    E0 E4 E3 E1 D5  E5 A2 C6 C7 A1 A3  E2 A5 A6 E7 A4 A7  F0  E8 EB A8 E9 A9  EA AB AC AD AA AE  EC EF EE ED B8
    F2 F6 F5 F3 F7  F4 B0 B1 B2 AF B5  BD B6 B7 DE BE FE  F9 FC FB FA F8  DF D7 D8 E6 D1 F1  CF D6 DB FD DC"""
_VISCII_CAPITALS = """
    C0 C4 C3 C1 80  C5 82 02 05 81 83  C2 85 86 06 84 87  D0  C8 CB 88 C9 89  CA 8B 8C 8D 8A 8E  CC 9B CE CD 98
    D2 99 A0 D3 9A  D4 90 91 92 8F 93  B4 96 97 B3 95 94  D9 9C 9D DA 9E  BF BB BC FF BA B9  9F 14 19 DD 1E"""

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = _TONES = "\u0300\u0309\u0303\u0301\u0323"
_VNI_TONES = dict(zip("øûõùï", _TONES, strict=True))
_VNI_CIRCUMFLEX = {"â": "\u0302", **{mark: f"\u0302{tone}" for mark, tone in zip("àåãáä", _TONES, strict=True)}}
_VNI_BREVE = {"ê": "\u0306", **{mark: f"\u0306{tone}" for mark, tone in zip("èúüéë", _TONES, strict=True)}}
_VNI_MARKS = {
    "a": _VNI_TONES | _VNI_CIRCUMFLEX | _VNI_BREVE, "e": _VNI_TONES | _VNI_CIRCUMFLEX,
    "o": _VNI_TONES | _VNI_CIRCUMFLEX, "i": _VNI_TONES, "u": _VNI_TONES, "y": _VNI_TONES, "ô": _VNI_TONES,
    "ö": _VNI_TONES,
}  # fmt: skip
_VNI_SINGLES = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}

# What PDF programs make of the codes of ư and ã, which are a soft hyphen and a raised dot in Windows-1252.
_OF_PDF = {"\u2212": "ư", "\u2219": "ã"}


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """`letters` gives for what `pattern` finds, one or two characters, the one letter that they show."""

    letters: Mapping[str, str]
    pattern: re.Pattern[str]
    strict: re.Pattern[str]
    """Finds the letters beyond ASCII that the encoding has not, too."""


@cache
def table(encoding: Encoding) -> Table:
    """The table of an encoding."""
    letters = _LETTERS_OF[encoding]()
    by_first: dict[str, str] = {}
    for shown in letters:
        by_first[shown[0]] = by_first.get(shown[0], "") + shown[1:]
    singles = re.escape("".join(first for first in by_first if first in letters))
    pairs = "|".join(f"{re.escape(first)}[{re.escape(marks)}]" for first, marks in by_first.items() if marks)
    pattern = f"{pairs}|[{singles}]" if pairs else f"[{singles}]"
    if encoding == "TCVN3":
        letters |= _OF_PDF
        codes, letter = "".join(_OF_PDF), r"[^\W\d_]"
        pattern += f"|(?<={letter})[{codes}]|[{codes}](?={letter})"
    return Table(letters, re.compile(pattern), re.compile(rf"{pattern}|[^\x00-\x7f\W\d_]"))


def shown_by(code: int) -> str:
    """The character that Windows-1252 shows for a byte; a control where it has none."""
    return bytes((code,)).decode("cp1252", "ignore") or chr(code)


def _of_bytes(*rows: tuple[str, list[int]]) -> dict[str, str]:
    """Letters by the characters of their bytes, in Windows-1252 and, for those who read Latin-1, as controls."""
    letters: dict[str, str] = {}
    for row, codes in rows:
        for letter, code in zip(row, codes, strict=True):
            letters[shown_by(code)] = letters[chr(code)] = letter
    return letters


def _codes(row: str) -> list[int]:
    return list(bytes.fromhex(row))


def _of_tcvn3() -> dict[str, str]:
    return _of_bytes((LETTERS, _codes(_TCVN3)), ("".join(_TCVN3_CAPITALS), list(_TCVN3_CAPITALS.values())))


def _of_vps() -> dict[str, str]:
    return _of_bytes((LETTERS, _codes(_VPS)), (LETTERS.upper(), _codes(_VPS_CAPITALS)))


def _of_viscii() -> dict[str, str]:
    return _of_bytes((LETTERS, _codes(_VISCII)), (LETTERS.upper(), _codes(_VISCII_CAPITALS)))


def _of_vni() -> dict[str, str]:
    """A letter has the case of its base: "UÛ" and "Uû" are both typed for "Ủ"."""
    letters: dict[str, str] = {}
    for single, letter in _VNI_SINGLES.items():
        letters |= {single: letter, single.upper(): letter.upper()}
    for base, marks in _VNI_MARKS.items():
        for mark, combining in marks.items():
            letter = unicodedata.normalize("NFC", _VNI_SINGLES.get(base, base) + combining)
            for typed in (mark, mark.upper()):
                letters |= {base + typed: letter, base.upper() + typed: letter.upper()}
    return letters


def _of_cp1258() -> dict[str, str]:
    """Letters without tone, and letters with the tone behind them."""
    by_letter = {bytes((code,)).decode("cp1258", "ignore"): shown_by(code) for code in range(0x80, 0x100)}
    letters = {shown: letter for letter, shown in by_letter.items() if letter.isalpha()}
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY":
        for tone in _TONES:
            letters[by_letter.get(base, base) + by_letter[tone]] = unicodedata.normalize("NFC", base + tone)
    return letters


_LETTERS_OF = {"TCVN3": _of_tcvn3, "VNI": _of_vni, "VPS": _of_vps, "VISCII": _of_viscii, "CP1258": _of_cp1258}

"""How a count is written: 3, 03, III, iii, C, c, ③."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FOOTNOTE_SIGNS = "*†‡§"
# The first sign of an unbroken row in Unicode, and how long it is.
_SIGNS = {"decimalEnclosedCircle": ("①", 20), "decimalEnclosedParen": ("⑴", 20), "decimalEnclosedFullstop": ("⒈", 20)}


def numeral(count: int, style: str, custom: str = "") -> str:
    """The count as `w:numFmt` writes it. A style that is not known here is written 1, 2, 3.

    `custom` is the row that the list gives for its style "custom": "001, 002, 003, ..." asks for three digits.
    """
    match style:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{count:02d}"
        case "upperRoman":
            return _roman(count)
        case "lowerRoman":
            return _roman(count).lower()
        case "upperLetter":
            return _letters(count).upper()
        case "lowerLetter":
            return _letters(count)
        case "ordinal":
            return f"{count}{_ordinal_ending(count)}"
        case "numberInDash":
            return f"- {count} -"
        case "hex":
            return f"{count:X}"
        case "chicago" if count > 0:
            return _FOOTNOTE_SIGNS[(count - 1) % 4] * ((count - 1) // 4 + 1)
        case "custom":
            return str(count).zfill(len(custom.partition(",")[0].strip()))
    first, many = _SIGNS.get(style, ("", 0))
    return chr(ord(first) + count - 1) if 0 < count <= many else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 40_000:
        return str(count)
    written = ""
    for size, sign in _ROMAN:
        written += sign * (count // size)
        count %= size
    return written


def _letters(count: int) -> str:
    """a … z, then aa, bb … zz, as Word goes on."""
    if not 0 < count <= 26 * 30:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _ordinal_ending(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")

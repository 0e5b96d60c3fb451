"""What the pictures of Symbol and Wingdings look like in plain text."""

from __future__ import annotations

UNKNOWN = "\ufffd"
BULLET = "•"

_WINGDINGS = {
    0x20: " ", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x96: "•", 0x97: "●", 0xA3: "□"}
_WINGDINGS_3 = {0x67: "←", 0x68: "↑", 0x69: "↓", 0x7D: "▶", 0xC6: "→", 0xC8: "←"}
_SYMBOL = {
    0x20: " ", 0x2A: "∗", 0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪",
    0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD8: "¬", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE0: "◊",
    0xE5: "∑", 0xF2: "∫",
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **{code: chr(code) for code in (*range(0x2B, 0x2D), *range(0x2E, 0x40), 0x21, 0x23, 0x25, 0x26, 0x28, 0x29)},
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3}


def is_symbol_font(font: str | None) -> bool:
    """Whether letters set in that font are pictures."""
    return (font or "").lower() in _FONTS


def symbol(code: int, font: str | None) -> str:
    """The character that `code` shows in `font`, which may be given as F0xx; UNKNOWN for a picture without a twin."""
    if is_symbol_font(font):
        return _FONTS[(font or "").lower()].get(code & 0xFF, UNKNOWN)
    if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return UNKNOWN
    return chr(code)


def bullet(text: str, font: str | None) -> str:
    """A list's bullet as plain text; what has no twin becomes the round one."""
    if not text:
        return ""
    if font == "Courier New" and text == "o":
        return "○"
    shown = "".join(symbol(ord(letter), font if is_symbol_font(font) else _font_of(letter)) for letter in text)
    return BULLET if UNKNOWN in shown else shown


def _font_of(letter: str) -> str | None:
    """Private codes are a symbol font's even where the file forgot to name it."""
    return "Symbol" if 0xF000 <= ord(letter) <= 0xF0FF else None

"""The theme's fonts and colours, which styles name instead of giving them."""

from __future__ import annotations

from drafter.readers.docx.ooxml import DRAWING, Element, child, w

_A = f"{{{DRAWING}}}"
_MAPPED = {
    "text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2",
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip
_SCHEME = {
    "t1": "dk1", "t2": "dk2", "bg1": "lt1", "bg2": "lt2", "dark1": "dk1", "dark2": "dk2", "light1": "lt1",
    "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


class Theme:
    """What `asciiTheme="minorHAnsi"` and `themeColor="text1"` mean in a file."""

    def __init__(self, root: Element | None, settings: Element | None) -> None:
        language = child(settings, "themeFontLang")
        vietnamese = language is not None and language.get(w("val"), "").lower().startswith("vi")
        self._fonts = {} if root is None else {kind: _font(root, kind, vietnamese) for kind in ("major", "minor")}
        self._colors = {} if root is None else _colors(root)
        mapping = child(settings, "clrSchemeMapping")
        self._mapping = {} if mapping is None else {key: mapping.get(w(key), "") for key in ("t1", "t2", "bg1", "bg2")}

    def font(self, name: str) -> str | None:
        """The font of `minorHAnsi`, `majorAscii` …; None where the theme has none."""
        return self._fonts.get(name[:5])

    def color(self, name: str) -> str | None:
        """Six hexadecimal digits; None where the theme has no such colour."""
        name = _MAPPED.get(name, name)
        name = self._mapping.get(name) or name
        return self._colors.get(_SCHEME.get(name, name))


def _font(root: Element, kind: str, vietnamese: bool) -> str | None:
    family = root.find(f".//{_A}{kind}Font")
    if family is None:
        return None
    if vietnamese:
        for font in family.iterchildren(f"{_A}font"):
            if font.get("script") == "Viet" and font.get("typeface"):
                return font.get("typeface")
    latin = family.find(f"{_A}latin")
    return None if latin is None else latin.get("typeface") or None


def _colors(root: Element) -> dict[str, str]:
    found = {}
    for color in root.iterfind(f".//{_A}clrScheme/*"):
        for given in color:
            code = given.get("lastClr") or given.get("val") or ""
            if len(code) == 6:
                found[str(color.tag).rpartition("}")[2]] = code.upper()
    return found

"""Page numbers where the decree wants them: in the middle of the header (Phụ lục I, Phần I, Mục I, khoản 7 NĐ 30)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lxml import etree

from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import RELATIONSHIPS, WORD, Element, w
from drafter.readers.docx.package import Package, relation_id
from drafter.readers.docx.story import is_page_number, lay_out
from drafter.render.package import free_relation
from drafter.render.properties import PARAGRAPH, RUN, first, ordered

_HALF_POINTS = "28"
_ID = f"{{{RELATIONSHIPS}}}id"


class PageNumbers:
    """Sets the numbers of one section after the other; `changed` and `new` are what has to be written then."""

    def __init__(self, package: Package, cascade: Cascade, sections: Sequence[Element]) -> None:
        self.changed: dict[str, Element] = {}
        """Parts by their paths."""
        self.new: Element | None = None
        """A header that the file does not have yet, under `relation`."""
        self.relation = free_relation(package, "rIdPageNumber")
        self._package = package
        self._sections = sections
        self._cascade = cascade

    def set(self, at: int) -> None:
        """The number of a section in the middle of its header, 14 pt, upright; none in its footers."""
        for which in ("default", "first"):
            if path := self._in_force(at, "footer", which):
                for paragraph in self._numbered(path):
                    for one in list(paragraph.iterchildren()):
                        if one.tag != w("pPr"):
                            paragraph.remove(one)
        path = self._in_force(at, "header", "default")
        if path is None:
            self._add_header(at)
            return
        numbered = self._numbered(path)
        if not numbered:
            made = _number_paragraph()
            self._part(path).insert(0, made)
            numbered = [made]
        for paragraph in numbered:
            _set_look(paragraph)

    def _in_force(self, at: int, side: Literal["header", "footer"], which: str) -> str | None:
        """The part that a section has or takes over from the one before it."""
        relations = self._package.relations()
        for section in reversed(self._sections[: at + 1]):
            for reference in section.iterchildren(w(f"{side}Reference")):
                relation = relations.get(relation_id(reference))
                if reference.get(w("type"), "default") == which and relation and not relation.external:
                    return relation.target
        return None

    def _part(self, path: str) -> Element:
        if path not in self.changed:
            part = self._package.part(path)
            self.changed[path] = etree.Element(w("hdr"), nsmap={"w": WORD}) if part is None else part
        return self.changed[path]

    def _numbered(self, path: str) -> list[Element]:
        """The paragraphs that show the page number."""
        lines = lay_out(self._part(path), self._cascade, "header").lines
        return [line.block.paragraph for line in lines if any(is_page_number(piece) for piece, _ in line.pieces())]

    def _add_header(self, at: int) -> None:
        if self.new is None:
            self.new = etree.Element(w("hdr"), nsmap={"w": WORD})
            paragraph = _number_paragraph()
            self.new.append(paragraph)
            _set_look(paragraph)
        section = self._sections[at]
        if not any(one.get(_ID) == self.relation for one in section.iterchildren(w("headerReference"))):
            reference = etree.Element(w("headerReference"))
            reference.set(w("type"), "default")
            reference.set(_ID, self.relation)
            section.insert(0, reference)


def _number_paragraph() -> Element:
    paragraph = etree.Element(w("p"))
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = etree.SubElement(paragraph, w("r"))
        if kind == "code":
            etree.SubElement(run, w("instrText")).text = "PAGE"
        elif kind == "shown":
            etree.SubElement(run, w("t")).text = "2"
        else:
            etree.SubElement(run, w("fldChar")).set(w("fldCharType"), kind)
    return paragraph


def _set_look(paragraph: Element) -> None:
    ordered(first(paragraph, "pPr"), PARAGRAPH, "jc").set(w("val"), "center")
    for run in paragraph.iter(w("r")):
        put = first(run, "rPr")
        for name in ("sz", "szCs"):
            ordered(put, RUN, name).set(w("val"), _HALF_POINTS)
        for name in ("b", "bCs", "i", "iCs"):
            ordered(put, RUN, name).set(w("val"), "0")
        fonts = ordered(put, RUN, "rFonts")
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(w(script), "Times New Roman")

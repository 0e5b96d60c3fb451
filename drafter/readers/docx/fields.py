"""Fields: the result is what one reads, the instruction is not. They may be nested and run over paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.readers.docx.ooxml import DELETED, Element, w


@dataclass(frozen=True, slots=True)
class Leaf:
    """A child of a run, or the border of a `w:fldSimple`."""

    run: Element
    element: Element
    inserted: bool
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A leaf that is read, inside the result of a field or outside any."""

    instruction: str = ""
    ends_empty: bool = False
    """The end of a field that has no result; the program that shows the file makes one."""


@dataclass(slots=True)
class _Open:
    words: list[str] = field(default_factory=list)
    in_result: bool = False
    has_result: bool = False


class Fields:
    """Follows the leaves of one story in order and says which are read."""

    def __init__(self, story: Element) -> None:
        self._ended = _begins_with_end(story)
        self._open: list[_Open] = []

    def shown(self, leaf: Leaf) -> Shown | None:
        """What the leaf is to a reader; None for a border and all of an instruction."""
        if leaf.opens:
            self._open.append(_Open([leaf.element.get(w("instr"), "")], in_result=True))
            return None
        if leaf.closes:
            return self._close()
        if leaf.element.tag == w("fldChar"):
            return self._border(leaf.element)
        if leaf.element.tag == w("instrText"):
            if self._open and not self._open[-1].in_result:
                self._open[-1].words.append(leaf.element.text or "")
            return None
        if not all(one.in_result for one in self._open):
            return None
        if leaf.element.tag != w("t") or leaf.element.text:
            for one in self._open:
                one.has_result = True
        return Shown(self._instruction())

    def _border(self, border: Element) -> Shown | None:
        kind = border.get(w("fldCharType"))
        if kind == "begin" and border in self._ended:
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            return self._close()
        return None

    def _close(self) -> Shown | None:
        instruction = self._instruction()
        closed = self._open.pop()
        if closed.has_result or not all(one.in_result for one in self._open):
            return None
        return Shown(instruction, ends_empty=True)

    def _instruction(self) -> str:
        return "".join(self._open[-1].words).strip() if self._open else ""


def _begins_with_end(story: Element) -> set[Element]:
    """The `begin` marks that have an `end`: a field that never ends must not swallow the document."""
    begun: list[Element] = []
    ended: set[Element] = set()
    for border in story.iter(w("fldChar")):
        if any(outer.tag in DELETED for outer in border.iterancestors()):
            continue
        kind = border.get(w("fldCharType"))
        if kind == "begin":
            begun.append(border)
        elif kind == "end" and begun:
            ended.add(begun.pop())
    return ended

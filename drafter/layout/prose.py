"""The running text of a document: its words alone, without capitals, tables and what it quotes from others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.document import Span
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Edit
from drafter.nlp.folding import Folded, fold
from drafter.nlp.letters import BIG as BIG
from drafter.nlp.letters import SMALL as SMALL
from drafter.nlp.mentions import Mention, mentions

_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’\n]*’|\"[^\"\n]*\"|«[^«»]*»")
_HIDDEN = "¤"
"""Stands for each letter that somebody else wrote."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text in plain letters, as long as the folded document; what is not its running text is line feeds."""

    document: str
    folded: Folded
    text: str
    rows: tuple[Row, ...]
    mentions: tuple[Mention, ...]
    """All of the document, also those outside its running text."""

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the document."""
        return self.folded.raw(start, end)

    def at(self, raw: int) -> int:
        """Where a place of the document stands in `text`."""
        return self.folded.at(raw)

    def shows(self, span: Span) -> bool:
        """Whether a stretch of the document begins in the running text."""
        return self.text[self.at(span.start)] not in (_HIDDEN, "\n")

    def edit(self, start: int, end: int, words: str) -> Iterator[Edit]:
        """What writes other words; none where the document has marks apart from their letters."""
        span = self.span(start, end)
        if len(span) == end - start:
            yield Edit(span, words)


def prose(sheet: Sheet) -> Prose:
    """The bases and the paragraphs of the text; an automatic number is none of its words."""
    text = sheet.document.text
    folded = fold(text)
    kept = tuple(row for row in sheet.of("base", "body") if _is_running(row))
    shown = Prose(text, folded, "", kept, ())
    pieces, done = [], 0
    for start, end in _stretches(shown, kept):
        pieces += ["\n" * (start - done), folded.text[start:end]]
        done = end
    pieces.append("\n" * (len(folded.text) - done))
    return Prose(text, folded, _QUOTED.sub(_hidden, "".join(pieces)), kept, tuple(mentions(text)))


def _is_running(row: Row) -> bool:
    return row.cell is None and row.paragraph.place == "body" and row.alone and not row.in_capitals


def _stretches(shown: Prose, kept: Sequence[Row]) -> Iterator[tuple[int, int]]:
    for row in kept:
        numbered = [run.span.end for run in row.paragraph.runs if run.generated]
        start = max(row.span.start, *numbered) if numbered else row.span.start
        if start < row.span.end:
            yield shown.at(start), shown.at(row.span.end)


def _hidden(quoted: re.Match[str]) -> str:
    marks = quoted[0]
    return marks[0] + "".join("\n" if one == "\n" else _HIDDEN for one in marks[1:-1]) + marks[-1]

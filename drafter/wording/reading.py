"""A document as the checks of wording read it: its folded text, what it is, where its running text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.document import Document
from drafter.nlp.folding import Folded, fold
from drafter.nlp.kinds import KINDS, Family, kind_name
from drafter.nlp.letterhead import recognise
from drafter.nlp.mentions import Mention, mentions
from drafter.nlp.parts import parts
from drafter.report import About, Severity
from drafter.wording.tokens import Token, tokens

_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")
_HIDDEN = "¤"
"""Stands for each letter that somebody else wrote."""
_BROUGHT = re.compile(
    r"\b(?:[Bb]an\s+hành|[Kk]èm\s+theo|[Pp]hê\s+duyệt|[Tt]hông\s+qua|[Dd]ự\s+thảo)\b[^.;:\n]{0,60}?\b(?P<kind>"
    + "|".join(sorted({kind.name for kind in KINDS}, key=len, reverse=True)).replace(" ", r"\s+")
    + r")(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a stretch of the folded text."""

    rule: str
    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: Severity = "warning"
    basis: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Offsets are those of `text`, the folded text of the document."""

    about: About
    folded: Folded
    head: int
    """Where the letterhead ends."""
    prose: str
    """As long as the text: bases and body without what they quote, "¤" for each letter quoted; cells and the
    rest are line feeds."""
    words: tuple[Token, ...]
    """Of the whole text."""
    mentions: tuple[Mention, ...]
    place: str
    """Where it was issued."""
    superior: str
    """The office above the issuer, as the letterhead has it."""
    kinds: frozenset[str]
    """The names of the kinds that it is, brings or encloses: "Quyết định", "Quy chế"."""
    drawn: bool
    """Whether its lines are those of a page, not its paragraphs."""

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def kind(self) -> str:
        """The name of its own kind; "" where unknown."""
        return kind_name(self.about.kind, "party" if self.about.regime == "hd05" else None)

    def titled(self, start: int) -> bool:
        """Whether a place lies in a reference to a document, its title too."""
        return any(one.span.start <= start < one.span.end for one in self.mentions)


def read(document: Document, about: About) -> Reading:
    """The reading of a document; `about` is what its letterhead tells."""
    folded = fold(document.text)
    text = folded.text
    scanned = document.origin == "scan"
    head = recognise(text, scanned=scanned)
    return Reading(
        about,
        folded,
        head.span.end,
        _QUOTED.sub(_hidden, _without_cells(document, folded, "".join(_prose(text, scanned)))),
        tuple(tokens(text)),
        tuple(mentions(text)),
        head.place,
        head.superior,
        frozenset(_kinds(text, head.kind, head.titled, about.regime)),
        document.origin in ("pdf", "scan") or _is_wrapped(text),
    )


def _prose(text: str, scanned: bool) -> Iterator[str]:
    for part in parts(text, scanned=scanned):
        words = part.span.of(text)
        yield words if part.name in ("bases", "body") else "\n" * len(words)


def _without_cells(document: Document, folded: Folded, prose: str) -> str:
    """The prose without the cells of tables, whose words are no sentences."""
    for paragraph in document.paragraphs:
        if paragraph.cell is not None and len(paragraph.span):
            start, end = folded.at(paragraph.span.start), folded.at(paragraph.span.end)
            prose = prose[:start] + "\n" * (end - start) + prose[end:]
    return prose


def _hidden(quoted: re.Match[str]) -> str:
    return quoted[0][0] + _HIDDEN * (len(quoted[0]) - 2) + quoted[0][-1]


def _kinds(text: str, kind: str, titled: str, regime: str) -> Iterator[str]:
    family: Family | None = "party" if regime == "hd05" else None
    yield from filter(None, (kind_name(kind, family), kind_name(titled, family)))
    for brought in _BROUGHT.finditer(text):
        yield " ".join(brought["kind"].split()).capitalize()


_LONG = 40
"""Characters of a line that fills one of a page."""


def _is_wrapped(text: str) -> bool:
    """Whether many lines go on in the next one, as those of a page do."""
    long = [line for line in re.findall(r"[^\n]+\n[ \t]*[^\W\d_]?", text) if len(line) > _LONG]
    goes_on = sum(line[-1].islower() and line[-3].isalpha() for line in long)
    return bool(goes_on > max(3, len(long) // 5))

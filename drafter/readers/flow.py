"""Paragraphs in the making: pieces of text put down one after another, white space as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from drafter.document import Alignment, Cell, Format, Paragraph, Run, Span

_WHITE = re.compile(r"[ \t\n\r\f]+")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands and how its lines are set."""

    alignment: Alignment = "left"
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """The marker of a list item: "-", "1.", "a)"."""

    text: str
    level: int
    """From 0."""


class Flow:
    """Takes pieces of text and gives paragraphs; those without a visible character are left out."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Format]] = []
        self._label: Label | None = None
        self._texts: list[str] = []
        self._paragraphs: list[Paragraph] = []
        self._at = 0

    @property
    def text(self) -> str:
        """The paragraphs so far, joined by line feeds."""
        return "\n".join(self._texts)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self._paragraphs)

    def write(self, text: str, format: Format, as_it_stands: bool = False) -> None:
        """Adds text to the paragraph, its white space drawn together unless it stays `as_it_stands`."""
        if as_it_stands:
            self._pieces.append((_LINE_END.sub("\n", text), format))
            return
        shown = _WHITE.sub(" ", text)
        if shown.startswith(" ") and (not self._pieces or self._pieces[-1][0].endswith((" ", "\n"))):
            shown = shown[1:]
        if shown:
            self._pieces.append((shown, format))

    def break_line(self, format: Format) -> None:
        """Goes on in a new line of the same paragraph."""
        self._trim()
        self._pieces.append(("\n", format))

    def begin_item(self, label: Label | None) -> None:
        """What the next paragraph begins with."""
        self._label = label

    def end_item(self, setting: Setting) -> None:
        """An item without a text shows its number, as the first cells of many tables do; a dash alone says nothing."""
        if self._label and self._label.text != "-":
            self._put([], setting)
        self._label = None

    def end(self, setting: Setting) -> None:
        """Ends the paragraph; what comes is another one."""
        pieces = self._finished()
        self._pieces = []
        if pieces:
            self._put(pieces, setting)

    def _put(self, pieces: list[tuple[str, Format]], setting: Setting) -> None:
        """Adds the paragraph of these pieces, behind the label where one waits."""
        label, self._label = self._label, None
        before = f"{label.text}{' ' if pieces else ''}" if label else ""
        text = before + "".join(piece for piece, _ in pieces)
        runs = _runs(pieces, self._at + len(before))
        if before:
            format = pieces[0][1] if pieces else Format()
            runs.insert(0, Run(Span(self._at, self._at + len(before)), format, generated=True))
        self._paragraphs.append(
            Paragraph(
                span=Span(self._at, self._at + len(text)),
                runs=tuple(runs),
                alignment=setting.alignment,
                label=label.text if label else None,
                level=label.level if label else None,
                cell=setting.cell,
            )
        )
        self._texts.append(text)
        self._at += len(text) + 1

    def _trim(self) -> None:
        """Takes the blank off the end of the line; those that stay as they stand end with no single one."""
        if self._pieces and self._pieces[-1][0].endswith(" "):
            text, format = self._pieces.pop()
            if text := text.rstrip(" "):
                self._pieces.append((text, format))

    def _finished(self) -> list[tuple[str, Format]]:
        """The pieces without what is not seen at their ends; none where nothing is seen at all."""
        pieces = self._pieces
        if not any(text.strip() for text, _ in pieces):
            return []
        while not pieces[-1][0].strip():
            pieces.pop()
        while not pieces[0][0].strip():
            pieces.pop(0)
        first, format = pieces[0]
        pieces[0] = (first.lstrip("\n"), format)
        last, format = pieces[-1]
        pieces[-1] = (last.rstrip(), format)
        return pieces


def _runs(pieces: list[tuple[str, Format]], at: int) -> list[Run]:
    """The runs of pieces that begin at `at`, neighbours of one format as one."""
    runs = []
    for format, alike in groupby(pieces, key=lambda piece: piece[1]):
        end = at + sum(len(text) for text, _ in alike)
        runs.append(Run(Span(at, end), format))
        at = end
    return runs

"""Finding documents by words: in the number, the title or the text, the whole phrase before its scattered words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from sqlalchemy import Connection

from drafter.corpus.contents import BLOCK, texts
from drafter.corpus.entries import RANKS
from drafter.corpus.items import Stored
from drafter.corpus.tables import document
from drafter.corpus.values import Entry, Hit
from drafter.corpus.words import Phrase, located_words, number_key, spellings, words
from drafter.document import Span

_EXCERPT = 160
"""Characters of an excerpt."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is read of the texts, in characters."""

    phrases: int
    """Of all texts together, to tell the phrase from its scattered words."""
    excerpt: int | None
    """Of a text, in which the phrase is looked for to show it; None for all of it."""
    scattered: int
    """Of a text, in which the place with the most of the words is looked for where the phrase is not."""


THOROUGH = Effort(20_000_000, None, 100_000)
"""Half a second, and more where the texts are long."""
QUICK = Effort(1_000_000, 2 * BLOCK, BLOCK // 2)
"""For pages: some hundredths of a second."""


RANKED_BY = [document.c[name] for name in ("id", "number_key", "title", "level", "date", "characters")]
"""The columns of a document that its place among others is told by."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Who types no mark at all ("du an") is understood whatever the marks ("dự án")."""

    key: str
    words: Mapping[str, frozenset[str]]
    """Each as typed with the forms that it may have in a text."""
    phrase: Phrase

    @classmethod
    def of(cls, typed: str) -> Query:
        said = dict.fromkeys(words(typed))
        forms = {word: frozenset(spellings(word) if typed.isascii() else (word,)) for word in said}
        return cls(number_key(typed), forms, Phrase.of(typed))

    def in_number(self, key: str) -> int:
        """2 for this very number, 1 for a part of it; as numbers are compared."""
        if "Đ" not in self.key:
            key = key.replace("Đ", "D")
        return 2 if key == self.key else int(self.key in key) if self.key else 0

    def in_title(self, title: str) -> int:
        """2 for the phrase, 1 for all its words."""
        return 1 + bool(self.phrase.place(title)) if self.in_words(words(title)) else 0

    def in_words(self, said: Sequence[str]) -> bool:
        """Whether all that is looked for is among some words."""
        return all(not forms.isdisjoint(said) for forms in self.words.values())


def ranked(connection: Connection, sought: Query, holding: Sequence[Stored], effort: Effort) -> Iterator[Stored]:
    """Documents that hold all words, as rows of `RANKED_BY`, best first; of equals the highest, then newest."""
    ordered = sorted(holding, key=lambda one: one.date, reverse=True)
    ordered.sort(key=lambda one: RANKS[one.level])
    told = {one.id: (sought.in_number(one.number_key), sought.in_title(one.title)) for one in ordered}
    first = sorted((one for one in ordered if any(told[one.id])), key=lambda one: told[one.id], reverse=True)
    rest = [one for one in ordered if not any(told[one.id])]
    return chain(first, _phrases_first(connection, sought, rest, effort.phrases))


def hits(connection: Connection, sought: Query, entries: Sequence[Entry], effort: Effort) -> list[Hit]:
    """The documents, each with the place that shows it best."""
    by_id = dict(texts(connection, [entry.id for entry in entries], effort.excerpt))
    return [_hit(entry, by_id[entry.id], sought, effort.scattered) for entry in entries]


def _phrases_first(connection: Connection, sought: Query, holding: Sequence[Stored], budget: int) -> Iterator[Stored]:
    """Those with the phrase in the text, then the rest."""
    if len(sought.words) == 1:
        yield from holding
        return
    readable = [one.id for one in _within(budget, holding)]
    with_phrase = {id_ for id_, text in texts(connection, readable) if sought.phrase.place(text)}
    yield from (one for one in holding if one.id in with_phrase)
    yield from (one for one in holding if one.id not in with_phrase)


def _within(budget: int, holding: Sequence[Stored]) -> Iterator[Stored]:
    for one in holding:
        budget -= one.characters
        if budget < 0:
            return
        yield one


def _hit(entry: Entry, text: str, sought: Query, scattered: int) -> Hit:
    place = _place(text, sought, scattered)
    first = max(0, place.start - max(0, _EXCERPT - len(place)) // 2)
    last = min(len(text), max(place.end, first + _EXCERPT))
    # From the beginning of a word to the end of one.
    first = text.find(" ", first, place.start) + 1 or first if first else 0
    last = max(text.rfind(" ", place.end, last), place.end) if last < len(text) else last
    excerpt = " ".join(text[first:last].split())
    return Hit(entry, f"{'… ' if first else ''}{excerpt}{' …' if last < len(text) else ''}", first)


def _place(text: str, sought: Query, scattered: int) -> Span:
    """Where the phrase stands, else the shortest place with the most of the words; the beginning for none."""
    phrase = sought.phrase.place(text)
    # In a decomposed text the place of the phrase is another.
    if phrase and sought.in_words(words(phrase.of(text))):
        return phrase
    typed = {form: word for word, forms in sought.words.items() for form in forms}
    best, most = Span(0, 0), 0
    window: deque[tuple[str, Span]] = deque()
    for form, span in located_words(text[:scattered], typed.keys()):
        window.append((typed[form], span))
        while span.end - window[0][1].start > _EXCERPT or window[0][0] in {
            later for later, _ in islice(window, 1, None)
        }:
            window.popleft()
        here, held = Span(window[0][1].start, span.end), len({held for held, _ in window})
        if (held, -len(here)) > (most, -len(best)):
            best, most = here, held
    return best

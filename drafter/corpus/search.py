"""Finding documents by words: in the number, the title or the text, the whole phrase before its scattered words."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from sqlalchemy import Connection

from drafter.corpus.contents import texts
from drafter.corpus.index import Index
from drafter.corpus.values import Entry, Hit
from drafter.corpus.words import Phrase, located_words, number_key, words
from drafter.document import Span

_BUDGET = 20_000_000
"""Characters that are read to tell the phrase from its scattered words: half a second."""
_EXCERPT = 160
"""Characters of an excerpt."""
_SEARCHED = 100_000
"""Characters of a text in which the excerpt is looked for."""


@dataclass(frozen=True, slots=True)
class _Query:
    key: str
    words: frozenset[str]
    phrase: Phrase

    def in_number(self, entry: Entry) -> int:
        """2 for this very number, 1 for a part of it."""
        number = number_key(entry.number)
        return 2 if number == self.key else int(self.key in number)

    def in_title(self, entry: Entry) -> int:
        """2 for the phrase, 1 for all its words."""
        return 2 if self.phrase.place(entry.title) else int(self.words <= set(words(entry.title)))


def found(
    connection: Connection, index: Index, query: str, entries: Callable[[Sequence[int]], list[Entry]], limit: int
) -> list[Hit]:
    """The best `limit` documents that hold all words of `query`, best first; of equals the highest, then newest."""
    sought = _Query(number_key(query), frozenset(words(query)), Phrase.of(query))
    if not sought.words:
        return []
    holding = entries(index.documents_with(connection, sought.words))
    holding.sort(key=lambda entry: entry.date, reverse=True)
    holding.sort(key=lambda entry: entry.level.rank)
    told = {entry.id: (sought.in_number(entry), sought.in_title(entry)) for entry in holding}
    first = sorted((entry for entry in holding if any(told[entry.id])), key=lambda entry: told[entry.id], reverse=True)
    rest = _phrases_first(connection, sought, [entry for entry in holding if not any(told[entry.id])])
    best = list(islice(chain(first, rest), limit))
    by_id = dict(texts(connection, [entry.id for entry in best]))
    return [_hit(entry, by_id[entry.id], sought) for entry in best]


def _phrases_first(connection: Connection, sought: _Query, entries: list[Entry]) -> Iterator[Entry]:
    """Those with the phrase in the text, then the rest."""
    if len(sought.words) == 1:
        yield from entries
        return
    readable = [entry.id for entry in _within_budget(entries)]
    with_phrase = {id_ for id_, text in texts(connection, readable) if sought.phrase.place(text)}
    yield from (entry for entry in entries if entry.id in with_phrase)
    yield from (entry for entry in entries if entry.id not in with_phrase)


def _within_budget(entries: list[Entry]) -> list[Entry]:
    left = _BUDGET
    chosen = []
    for entry in entries:
        left -= entry.characters
        if left < 0:
            break
        chosen.append(entry)
    return chosen


def _hit(entry: Entry, text: str, sought: _Query) -> Hit:
    place = _place(text, sought)
    first = max(0, place.start - max(0, _EXCERPT - len(place)) // 2)
    last = min(len(text), max(place.end, first + _EXCERPT))
    # From the beginning of a word to the end of one.
    first = text.find(" ", first, place.start) + 1 or first if first else 0
    last = max(text.rfind(" ", place.end, last), place.end) if last < len(text) else last
    excerpt = " ".join(text[first:last].split())
    return Hit(entry, f"{'… ' if first else ''}{excerpt}{' …' if last < len(text) else ''}", first)


def _place(text: str, sought: _Query) -> Span:
    """Where the phrase stands, else the shortest place with the most of the words; the beginning for none."""
    phrase = sought.phrase.place(text)
    # In a decomposed text the place of the phrase is another.
    if phrase and set(words(phrase.of(text))) == sought.words:
        return phrase
    best, most = Span(0, 0), 0
    window: deque[tuple[str, Span]] = deque()
    for word, span in located_words(text[:_SEARCHED], sought.words):
        window.append((word, span))
        while span.end - window[0][1].start > _EXCERPT or window[0][0] in {
            later for later, _ in islice(window, 1, None)
        }:
            window.popleft()
        here, held = Span(window[0][1].start, span.end), len({held for held, _ in window})
        if (held, -len(here)) > (most, -len(best)):
            best, most = here, held
    return best

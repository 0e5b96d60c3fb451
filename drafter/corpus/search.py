"""Finding documents by words: in the number, the title or the text, the whole phrase before its scattered words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from drafter.corpus.index import Index
from drafter.corpus.tables import content
from drafter.corpus.values import Entry, Hit
from drafter.corpus.words import number_key, pattern, plain, spellings, words

_BUDGET = 20_000_000
"""Characters that are read to tell the phrase from its scattered words: half a second."""
_EXCERPT = 160
"""Characters of an excerpt."""
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class _Query:
    key: str
    words: list[str]
    phrases: list[re.Pattern[str]]

    def in_number(self, entry: Entry) -> int:
        """2 for this very number, 1 for a part of it."""
        number = number_key(entry.number)
        return 2 if number == self.key else int(self.key in number)

    def in_title(self, entry: Entry) -> int:
        """2 for the phrase, 1 for all its words."""
        if self.in_text(entry.title):
            return 2
        return int(set(self.words) <= set(words(entry.title)))

    def in_text(self, text: str) -> bool:
        """Whether the whole phrase stands there."""
        searched = plain(text)
        return any(phrase.search(searched) for phrase in self.phrases)


def found(
    connection: Connection, index: Index, query: str, entries: Callable[[Sequence[int]], list[Entry]], limit: int
) -> list[Hit]:
    """The best `limit` documents that hold all words of `query`, best first; of equals in the order of `entries`."""
    sought = _Query(number_key(query), words(query), spellings(query))
    if not sought.words:
        return []
    holding = index.documents_with(connection, dict.fromkeys(sought.words))
    ranked = [
        (-sought.in_number(entry), -sought.in_title(entry), place, entry)
        for place, entry in enumerate(entries(holding))
    ]
    ranked.sort()
    best = list(islice(_phrases_first(connection, sought, ranked), limit))
    by_id = dict(texts(connection, [entry.id for entry in best]))
    return [_hit(entry, by_id[entry.id], sought.words) for entry in best]


def texts(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The texts of the documents `ids`, in this order, a few in memory at a time."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = connection.execute(select(content.c.document_id, content.c.text).where(content.c.document_id.in_(some)))
        by_id = {row.document_id: row.text for row in rows}
        yield from ((id_, by_id[id_]) for id_ in some if id_ in by_id)


def _phrases_first(
    connection: Connection, sought: _Query, ranked: list[tuple[int, int, int, Entry]]
) -> Iterator[Entry]:
    """Those that number or title speak for, then those with the phrase in the text, then the rest."""
    told = [entry for number, title, _, entry in ranked if number or title]
    untold = [entry for number, title, _, entry in ranked if not (number or title)]
    yield from told
    if len(sought.words) == 1:
        yield from untold
        return
    readable = _within_budget(untold)
    with_phrase = {id_ for id_, text in texts(connection, [entry.id for entry in readable]) if sought.in_text(text)}
    yield from (entry for entry in untold if entry.id in with_phrase)
    yield from (entry for entry in untold if entry.id not in with_phrase)


def _within_budget(entries: list[Entry]) -> list[Entry]:
    left = _BUDGET
    chosen = []
    for entry in entries:
        left -= entry.characters
        if left < 0:
            break
        chosen.append(entry)
    return chosen


def _hit(entry: Entry, text: str, sought: list[str]) -> Hit:
    start, end = _place(text, sought)
    first = max(0, min(start, len(text)) - max(0, _EXCERPT - (end - start)) // 2)
    # From the beginning of a word to the end of one.
    if first:
        first = text.find(" ", first, start) + 1 or first
    last = min(len(text), max(end, first + _EXCERPT))
    if last < len(text):
        last = max(text.rfind(" ", end, last), end) if last > end else end
    excerpt = " ".join(text[first:last].split())
    return Hit(entry, f"{'… ' if first else ''}{excerpt}{' …' if last < len(text) else ''}", first)


def _place(text: str, sought: list[str]) -> tuple[int, int]:
    """Where `text` shows the words best: the phrase, else the rarest word that is longest, else the beginning."""
    for part in (sought, *([word] for word in sorted(sought, key=len, reverse=True))):
        for match in pattern(part).finditer(text):
            if words(match[0]) == part:
                return match.span()
    return 0, 0

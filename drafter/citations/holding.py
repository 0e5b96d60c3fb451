"""Which documents of the corpus a text's references are to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.citations.agreement import comparable
from drafter.corpus import Corpus, Entry
from drafter.corpus.words import number_key
from drafter.nlp.issuers import is_same_office
from drafter.nlp.mentions import Mention
from drafter.nlp.offices import Level
from drafter.nlp.references import Reference

_LAWS = ("L", "BL", "PL")
_NUMBERED = re.compile(r"\s+(?:số\s+)?\d+/\d{4}/\S+$")
_CENTRAL = frozenset({Level.party_central, Level.assembly, Level.government, Level.ministry})


@dataclass(frozen=True, slots=True)
class Holding:
    """The stored documents that a text may refer to."""

    by_number: dict[str, list[Entry]]
    by_name: dict[str, list[Entry]]
    """Laws by the words of their names."""

    def entry(self, text: str, reference: Reference) -> Entry | None:
        """The stored document of a reference in `text`; None where there is none, or more than one that it may be."""
        mention = reference.mention
        if reference.number:
            return _chosen(self.by_number.get(number_key(reference.number), []), mention)
        if mention.kind not in _LAWS or mention.title is None:
            return None
        named = self.by_name.get(" ".join(comparable(mention.title.of(text))), [])
        of_day = [entry for entry in named if entry.kind == mention.kind and entry.date.startswith(mention.date)]
        return max(of_day, key=lambda entry: entry.date, default=None)


def holding(corpus: Corpus, text: str, cited: Iterable[Reference]) -> Holding:
    """What the corpus holds of what is cited in `text`."""
    cited = list(cited)
    by_number: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus.by_number({reference.number for reference in cited}):
        by_number[number_key(entry.number)].append(entry)
    titles = {
        reference.mention.title.of(text)
        for reference in cited
        if reference.mention.kind in _LAWS and not reference.number and reference.mention.title
    }
    return Holding(by_number, _named(corpus, titles) if titles else {})


def _named(corpus: Corpus, titles: set[str]) -> dict[str, list[Entry]]:
    """The laws of these names. Of the many that a corpus holds those alone are looked at that end as one of them."""
    last = {_last(title) for title in titles}
    stored = [(id_, _NUMBERED.sub("", title)) for id_, title in corpus.titles(_LAWS)]
    names = {id_: " ".join(_name(title)) for id_, title in stored if _last(title) in last}
    wanted = {" ".join(comparable(title)) for title in titles}
    entries = corpus.entries(id_ for id_, name in names.items() if name in wanted)
    found: dict[str, list[Entry]] = defaultdict(list)
    for id_, entry in entries.items():
        found[names[id_]].append(entry)
    return found


def _last(title: str) -> str:
    """The end of a name that all its spellings share."""
    return title.rstrip(" .;")[-2:].casefold()


def _name(title: str) -> Sequence[str]:
    """The words of a law's name without "Luật"."""
    words = comparable(title)
    for lead in (["bô", "luât"], ["luât"], ["phap", "lênh"]):
        if words[: len(lead)] == lead:
            return words[len(lead) :]
    return words


def _chosen(entries: Sequence[Entry], mention: Mention) -> Entry | None:
    """Of the documents with a number the one that is meant: local offices number each for itself."""
    fitting = [entry for entry in entries if _fits(entry, mention)]
    dated = [entry for entry in fitting if mention.date and entry.date.startswith(mention.date)]
    chosen = dated or fitting
    return chosen[0] if len(chosen) == 1 else None


def _fits(entry: Entry, mention: Mention) -> bool:
    if entry.level in _CENTRAL:
        # Of the same number in another year it is another document; of another day the draft is wrong.
        return not (entry.date and mention.date) or entry.date[:4] == mention.date[:4] or "/20" in entry.number
    if mention.date and entry.date and not entry.date.startswith(mention.date):
        return False
    if mention.issuer and entry.issuer:
        return is_same_office(mention.issuer, entry.issuer)
    return bool(mention.date and entry.date) or not mention.date

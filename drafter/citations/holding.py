"""Which documents of the corpus a text's references are to."""

from __future__ import annotations

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


def holding(corpus: Corpus, cited: Iterable[Reference]) -> Holding:
    """What the corpus holds of what is cited."""
    cited = list(cited)
    by_number: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus.by_number(reference.number for reference in cited):
        by_number[number_key(entry.number)].append(entry)
    by_name: dict[str, list[Entry]] = defaultdict(list)
    if any(reference.mention.kind in _LAWS and not reference.number for reference in cited):
        for entry in corpus.of_kinds(_LAWS):
            by_name[" ".join(_name(entry))].append(entry)
    return Holding(by_number, by_name)


def _name(entry: Entry) -> Sequence[str]:
    """The words of a law's name without "Luật" and number."""
    words = comparable(entry.title)
    for lead in (["bô", "luât"], ["luât"], ["phap", "lênh"]):
        if words[: len(lead)] == lead:
            words = words[len(lead) :]
            break
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

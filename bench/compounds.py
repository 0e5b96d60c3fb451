"""Counts which syllables stand beside which in official documents: makes drafter/nlp/compounds.tsv.

    .venv/bin/python bench/compounds.py [--write]

A thousand documents (`held_out`) are not counted, nor what has the number of one of them: `bench/spelling.py` measures
with these. Scans read by OCR and the short decisions of before 2012 are left out, too. Needs ../shared.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import material
import numpy as np
import numpy.typing as npt

from drafter.nlp.compounds import Compounds, read
from drafter.nlp.folding import fold
from drafter.wording.spelling import misspelled
from drafter.wording.syllabary import is_writable
from drafter.wording.tokens import tokens

TABLE = material.ROOT / "drafter" / "nlp" / "compounds.tsv"
HELD_OUT = {"pd": 560, "vbpl": 150, "tvpl": 108, "congbao": 90, "vbplr": 80, "land": 12}
"""How many of each collection."""
NOT_COUNTED = ("ocr", "ws")
DOCUMENTS = 5
"""In how many documents a pair stands at the least."""
ATTRACTION = 1.3
"""Pointwise mutual information of a pair at the least, in bits."""
SYLLABLE = 12
"""How often a syllable without any pair was counted at the least."""
NO_SLIP = 2
"""In how many of the documents that are read again a pair stands that looks like a slip and is none."""
AGAIN = 4
"""One in so many is read again for these."""
_SHIFT = 20

Record = dict[str, str]
Counts = npt.NDArray[np.int64]


def held_out() -> tuple[list[Record], list[Record]]:
    """The documents that are not counted, in a random order that is always the same, and those that are."""
    records = list(material.records())
    rng = random.Random(6)
    kept: list[Record] = []
    for collection, size in HELD_OUT.items():
        rows = sorted((row for row in records if _collection(row) == collection), key=lambda row: row["id"])
        kept += rng.sample(rows, size)
    ids = {row["id"] for row in kept}
    numbers = {row["number"] for row in kept if row["number"]}
    counted = [row for row in records if row["id"] not in ids and row["number"] not in numbers]
    random.Random(1).shuffle(kept)
    return kept, [row for row in counted if _collection(row) not in NOT_COUNTED]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="write the table; else compare with it")
    chosen = options.parse_args()
    material.need(material.DOCUMENTS)
    _, records = held_out()
    counted = _Counted(records)
    table = counted.table({})
    table = counted.table(no_slips(records, read(table.splitlines()), counted))
    if chosen.write:
        TABLE.write_text(table, "utf-8")
    same = table == TABLE.read_text("utf-8")
    rows, pairs = table.count("\n") - 1, sum(line.count("\t") - 1 for line in table.splitlines()[1:])
    size = len(table.encode())
    print(f"{rows} syllables, {pairs} pairs, {size} bytes, {'the same as' if same else 'other than'} {TABLE.name}")
    sys.exit(0 if same else 1)


class _Counted:
    """Counts of syllables and of pairs of them, by number."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.forms: dict[str, int] = {}
        self._spelled: dict[str, Counter[str]] = {}
        alone, pairs, documents = [], [], []
        for record in records:
            numbers, beside = self._numbers(record["text"])
            alone.append(numbers)
            pairs.append(beside)
            documents.append(np.unique(beside))
        self.counts = np.bincount(np.concatenate(alone))
        self.pairs, self.together = np.unique(np.concatenate(pairs), return_counts=True)
        _, self.documents = np.unique(np.concatenate(documents), return_counts=True)

    def _numbers(self, text: str) -> tuple[Counts, Counts]:
        numbers: list[int] = []
        beside: list[int] = []
        for token in tokens(fold(text).text):
            number = self.forms.setdefault(token.form, len(self.forms))
            self._spelled.setdefault(token.form, Counter())[token.written.lower()] += 1
            if token.joined:
                beside.append(numbers[-1] << _SHIFT | number)
            numbers.append(number)
        return np.array(numbers, np.int64), np.array(beside, np.int64)

    def table(self, no_slips: dict[tuple[str, str], int]) -> str:
        """The total; then each syllable with its count and what stands behind it, tab by tab."""
        total = int(self.counts.sum())
        first, second = self.pairs >> _SHIFT, self.pairs & (1 << _SHIFT) - 1
        attraction = np.log2(self.together * float(total) / (self.counts[first] * self.counts[second].astype(float)))
        chosen = np.flatnonzero((self.documents >= DOCUMENTS) & (attraction >= ATTRACTION))
        forms = list(self.forms)
        writable = np.array([is_writable(form) for form in forms])
        chosen = chosen[writable[first[chosen]] & writable[second[chosen]]]
        behind: dict[str, dict[str, int]] = {}
        for at in chosen.tolist():
            behind.setdefault(forms[first[at]], {})[forms[second[at]]] = int(self.together[at])
        for (one, other), count in no_slips.items():
            behind.setdefault(one, {})[other] = count
        named = set(behind) | {other for others in behind.values() for other in others}
        usual = [form for form in forms if self.counts[self.forms[form]] >= SYLLABLE and is_writable(form)]
        rows = [*named.difference(usual), *usual]
        return f"{total}\n" + "".join(f"{line}\n" for line in sorted(self._lines(rows, behind)))

    def _lines(self, rows: Sequence[str], behind: dict[str, dict[str, int]]) -> Iterator[str]:
        for form in rows:
            others = sorted(behind.get(form, {}).items(), key=lambda row: (-row[1], row[0]))
            pairs = (f"{self.spelling(other)} {count}" for other, count in others)
            yield "\t".join((self.spelling(form), str(self.counts[self.forms[form]]), *pairs))

    def spelling(self, form: str) -> str:
        """As it is written most often, of the two placements of the tone mark."""
        return max(self._spelled[form].items(), key=lambda row: (row[1], row[0]))[0]

    def count(self, one: str, other: str) -> int:
        pair = self.forms[one] << _SHIFT | self.forms[other]
        at = int(np.searchsorted(self.pairs, pair))
        return int(self.together[at]) if at < len(self.pairs) and self.pairs[at] == pair else 0


def no_slips(records: Sequence[Record], table: Compounds, counted: _Counted) -> dict[tuple[str, str], int]:
    """Pairs that would be taken for a slip, and stand in several documents."""
    found: Counter[tuple[str, str]] = Counter()
    for record in records[::AGAIN]:
        words = tokens(fold(record["text"]).text)
        places: set[tuple[str, str]] = set()
        for one in misspelled(words, table):
            pair = sorted((one.at, one.beside))
            places.add((words[pair[0]].form, words[pair[1]].form))
        found.update(places)
    return {pair: counted.count(*pair) for pair, documents in found.items() if documents >= NO_SLIP}


def _collection(record: Record) -> str:
    return record["id"].partition(":")[0]


if __name__ == "__main__":
    main()

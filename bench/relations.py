"""Which real documents are about one subject, told by what connects them: the test set of `overlap.py`.

* shared: documents that refer to the same decrees, circulars and decisions. Half of all references, drawn by lot,
  builds the relation (at least three in common, cosine from 0.5, the best five); the other half is left to whoever
  ranks. Laws are no such reference, nor is what more than 25 documents refer to: they tell a field, not a subject.
* consolidated, source: a consolidated text, the document it consolidates and what amends that one alone, both ways.
* succession: a document and the one that it replaces. Pure repeals, and documents that replace three, are left out.
* near duplicates: decisions of pairs.tsv that have 30% of their text in common.

Left out: second copies of a document, and fragments of fewer than 300 syllables.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5

import material
import numpy as np

from drafter.corpus.words import number_key
from drafter.document import Span
from drafter.nlp.folding import fold
from drafter.nlp.mentions import mentions

FEWEST = 300
"""Syllables of a document that is no fragment."""
SHARED, ALIKE, COMMON, BEST = 3, 0.5, 25, 5
COPIED = 30.0
"""Percent of one of two near duplicates that stands in the other."""
_PART = re.compile(r"(?:khoản|điểm|Điều|điều|Phụ lục|cụm từ|Chương|Mục|nội dung|một số|Mẫu|quy định tại)[^;.\n]{0,80}$")
_REPLACES = re.compile(r"thay thế(?: cho)?(?: các)?\s*$")
_ENDS = re.compile(r"[^;\n]{0,200}?hết hiệu lực(?: thi hành)? (?:kể )?từ")
_REPEAL = re.compile(r"(?:thong tu |quyet dinh |nghi dinh |luat )?(?:so \S+ )?(?:ve viec )?bai bo")
_OMNIBUS = re.compile(r"\d+ (?:luat|nghi dinh|thong tu)|(?:cac|mot so) (?:luat|nghi dinh|thong tu|van ban)")


@dataclass(frozen=True)
class Known:
    """A real document with the references in it: where each stands, and the number."""

    id: str
    number: str
    title: str
    text: str
    places: list[tuple[Span, str]]

    @property
    def references(self) -> set[str]:
        return {number for _, number in self.places}

    def without(self, numbers: set[str]) -> str:
        """The text without its references to some documents."""
        text = self.text
        for span, number in sorted(self.places, key=lambda place: -place[0].start):
            if number in numbers:
                text = f"{text[: span.start]}\n{text[span.end :]}"
        return text


@dataclass(frozen=True)
class Query:
    """A document, those that are about its subject, and the references that say so, which no ranking may see."""

    relation: str
    document: int
    relevant: frozenset[int]
    hidden: frozenset[str]
    dev: bool


def documents() -> list[Known]:
    found: list[Known] = []
    seen: set[str] = set()
    for record in material.records():
        number = number_key(fold(record["number"]).text)
        if not record["canonical"] or len(record["text"].split()) < FEWEST or (number and number in seen):
            continue
        seen.add(number)
        places = [(one.span, number_key(one.number)) for one in mentions(record["text"]) if one.number]
        places = [(span, other) for span, other in places if other != number]
        found.append(Known(record["id"], number, record["title"], record["text"], places))
    return found


def queries(known: list[Known]) -> list[Query]:
    """The queries of all relations; each document's belong to one half, the first for tuning."""
    by_number = {one.number: at for at, one in enumerate(known) if one.number}
    found: list[Query] = []
    relations = (_shared(known), _consolidated(known, by_number), _succession(known, by_number), _duplicates(known))
    for relation, at, relevant, hidden in (row for rows in relations for row in rows):
        hidden = hidden or {known[other].number for other in relevant} - {""}
        dev = _half(known[at].number or known[at].id, "dev")
        found.append(Query(relation, at, frozenset(relevant), frozenset(hidden), dev))
    return found


Row = tuple[str, int, set[int], set[str]]


def _shared(known: list[Known]) -> Iterator[Row]:
    counts = Counter(number for one in known for number in one.references)
    drawn = [
        {
            k
            for k in one.references
            if _half(k, "ref") and 2 <= counts[k] <= COMMON and "/QH" not in k and "QH1" not in k
        }
        for one in known
    ]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, numbers in enumerate(drawn):
        for number in numbers:
            holders[number].append(at)
    weight = {number: float(np.log(len(known) / len(of))) ** 2 for number, of in holders.items()}
    length = [sum(weight[number] for number in numbers) ** 0.5 for numbers in drawn]
    for at, numbers in enumerate(drawn):
        sums: Counter[int] = Counter()
        common: Counter[int] = Counter()
        for number in numbers:
            for other in holders[number]:
                sums[other] += weight[number]
                common[other] += 1
        alike = {
            other: sums[other] / length[at] / length[other] for other in sums if other != at and common[other] >= SHARED
        }
        best = sorted((other for other in alike if alike[other] >= ALIKE), key=lambda other: (-alike[other], other))
        if best:
            yield "shared", at, set(best[:BEST]), numbers


def _consolidated(known: list[Known], by_number: dict[str, int]) -> Iterator[Row]:
    listed: dict[int, list[str]] = {}
    for at, one in enumerate(known):
        if "VBHN" in one.number or "hop nhat" in _bare(one.title)[:20]:
            end = one.text.find("Căn cứ", 0, 4000)
            end = end if end > 0 else 3000
            first = (number for span, number in one.places if span.start < end and "VBHN" not in number)
            listed[at] = list(dict.fromkeys(first))
    times = Counter(number for numbers in listed.values() for number in numbers)
    back: dict[int, set[int]] = defaultdict(set)
    for at, numbers in listed.items():
        sources = set()
        for place, number in enumerate(numbers):
            title = _bare(known[by_number[number]].title) if number in by_number else ""
            amends = "sua doi" in title and times[number] <= 2 and not _OMNIBUS.search(title)
            if number in by_number and (place == 0 or amends):
                sources.add(by_number[number])
        if sources:
            yield "consolidated", at, sources, set()
        for source in sources:
            back[source].add(at)
    yield from (("source", at, texts, set()) for at, texts in back.items())


def _succession(known: list[Known], by_number: dict[str, int]) -> Iterator[Row]:
    for at, one in enumerate(known):
        if "VBHN" in one.number or _REPEAL.match(_bare(one.title)):
            continue
        replaced = {number for span, number in one.places if _is_replaced(one.text, span)}
        inside = {by_number[number] for number in replaced if number in by_number}
        if inside and len(replaced) <= 2:
            yield "succession", at, inside, replaced


def _is_replaced(text: str, span: Span) -> bool:
    if 4000 < span.start < 0.3 * len(text):
        return False
    before = text[max(0, span.start - 200) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + 260].partition("\n")[0]
    return bool(_REPLACES.search(before) or _ENDS.match(behind)) and not _PART.search(before)


def _duplicates(known: list[Known]) -> Iterator[Row]:
    places = {one.id: at for at, one in enumerate(known)}
    pairs: dict[int, set[int]] = defaultdict(set)
    with (material.SHARED / "data" / "pairs.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            decisions = row["type_a"] == row["type_b"] == "Quyết định"
            copied = max(float(row["pct_of_a"]), float(row["pct_of_b"])) >= COPIED
            if decisions and copied and row["a"] in places and row["b"] in places:
                one, other = places[row["a"]], places[row["b"]]
                pairs[one].add(other)
                pairs[other].add(one)
    yield from (("near duplicates", at, others, set()) for at, others in pairs.items())


def _half(name: str, salt: str) -> bool:
    return md5(f"{salt}{name}".encode()).digest()[0] % 2 == 0


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

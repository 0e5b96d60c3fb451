"""Capital and small letters where a list or a sure pattern decides (Phụ lục II NĐ 30)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources

from drafter.layout.initials import Miscased, of_initials
from drafter.layout.prose import BIG, Prose
from drafter.layout.roles import Sheet
from drafter.layout.rules import RULES, Fault
from drafter.nlp.folding import key, settled
from drafter.report import Severity

_LIST = [
    (rule, first, name)
    for line in resources.files("drafter.layout").joinpath("capitals.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for rule, first, names in [line.split(" | ")]
    for name in names.split("; ")
]
_NAMES = sorted(_LIST, key=lambda one: -len(one[2]))
"""Rule, how the first letter is judged, and name; the longest first."""
_OWN_WORDS = ("nd30.VH-13", "nd30.VH-16")
"""Not in the titles of documents that are cited."""
_OTHER_WORDS = re.compile(r"\b(?:[Cc]ơ|[Tt]rụ|[Cc]án|[Nn]ội|[Tt]oàn|[Dd]ự) $")
_OPENED = re.compile(r"(?:^|[\n.:!?“(\-–+*/|)]|\d[.)])\s*$")


def capitals(sheet: Sheet, words: Prose) -> Iterator[Fault]:
    """One fault a rule: the first place, and edits for all."""
    found: dict[tuple[str, Severity | None], list[Miscased]] = defaultdict(list)
    for rule, one in _miscased(words):
        found[rule, one.severity].append(one)
    for (rule, severity), places in found.items():
        places.sort(key=lambda one: one.start)
        first, about = places[0], RULES[rule].about
        message = f"Viết “{first.written}”; phải viết “{first.right}” ({about})."
        if len(places) > 1:
            such = f"như “{first.written}”, phải viết “{first.right}”: {about}"
            message = f"{len(places)} chỗ chưa đúng chữ hoa, chữ thường ({such})."
        edits = tuple(edit for one in places for edit in words.edit(one.start, one.end, one.right))
        span = words.span(first.start, first.end)
        yield Fault(rule, span, message, "Viết lại chữ hoa, chữ thường theo Phụ lục II.", severity, edits)


def _miscased(words: Prose) -> Iterator[tuple[str, Miscased]]:
    taken = bytearray(len(words.text))
    titles = bytearray(len(words.text))
    for mention in words.mentions:
        if mention.title:
            start, end = words.at(mention.title.start), words.at(mention.title.end)
            titles[start:end] = b"1" * (end - start)
    for rule, one in (*_of_names(words.text), *_of_laws(words), *of_initials(words.text)):
        if not any(taken[one.start : one.end]) and not (rule in _OWN_WORDS and titles[one.start]):
            taken[one.start : one.end] = b"1" * (one.end - one.start)
            yield rule, one


def _of_names(text: str) -> Iterator[tuple[str, Miscased]]:
    """Names of the list in other letters than it has; those in capitals only are titles."""
    small = text.lower()
    low = settled(small if len(small) == len(text) else "".join(one.lower()[:1] for one in text))
    for rule, first, name in _NAMES:
        for start in _places(low, settled(name.lower())):
            end = start + len(name)
            written = text[start:end]
            if written.isupper() or (first == "capital" and _is_other(text, start)):
                continue
            right = "".join(map(_cased, written, name))
            if first == "either" or (name[0].islower() and written[0].isupper() and _opens(text, start)):
                right = written[0] + right[1:]
            if right != written:
                yield rule, Miscased(start, end, written, right)


def _places(low: str, sought: str) -> Iterator[int]:
    """Where the words stand whole."""
    at = low.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
            yield at
        at = low.find(sought, end)


def _is_other(text: str, start: int) -> bool:
    return text[start].islower() or bool(_OTHER_WORDS.search(text[max(0, start - 6) : start]))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or the name of something begins there."""
    before = text[max(0, start - 12) : start]
    return bool(_OPENED.search(before)) or bool(re.search(rf"[{BIG}]\w* $", before))


def _cased(written: str, model: str) -> str:
    return written.upper() if model.isupper() else written.lower()


def _of_laws(words: Prose) -> Iterator[tuple[str, Miscased]]:
    """Names of laws with a small first letter."""
    for mention in words.mentions:
        if mention.kind not in ("L", "BL", "PL") or mention.title is None or not words.shows(mention.title):
            continue
        start, end = words.at(mention.title.start), words.at(mention.title.end)
        if words.text[start].islower() and key(words.text[start:end]) in _laws():
            kind = words.at(mention.span.start)
            if words.text[kind - 3 : kind] == "Bộ ":
                continue
            written, at = words.text[kind:end], start - kind
            yield (
                "nd30.VH-18",
                Miscased(kind, end, written, f"{written[:at]}{written[at].upper()}{written[at + 1 :]}", "warning"),
            )


@cache
def _laws() -> frozenset[str]:
    """The names of laws, without the word before them."""
    listed = resources.files("drafter.nlp").joinpath("laws.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(key(re.sub(r"^(?:Luật|Bộ luật|Pháp lệnh) ", "", line)) for line in listed if line)

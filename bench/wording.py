"""How often the check of wording is wrong, what it misses, and how long it takes.

    .venv/bin/python bench/wording.py [--show RULE]

Alarms: on the thousand real documents that the table of compounds was not counted from; `--show` prints each of a rule
with what stands around it, to be read. Misses: errors of each kind planted by lot into sentences of the same documents,
one a sentence, each making another syllable that official documents have. Time: ten pages, in a warm process.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

import material
from compounds import Record, held_out

from drafter.document import Document
from drafter.nlp.compounds import compounds
from drafter.nlp.folding import fold
from drafter.nlp.letterhead import recognise
from drafter.report import About, Finding
from drafter.wording.check import RULES, wording
from drafter.wording.slips import slip
from drafter.wording.tokens import tokens

PLANTED = 200
"""Errors of each kind."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SOUNDS = {"l": "n", "n": "l", "s": "x", "x": "s", "ch": "tr", "tr": "ch", "d": "gi", "gi": "d", "r": "d"}
_SENTENCE = re.compile(r"[^.;\n]{60,400}[.;]")
_ONSET = re.compile(r"(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", choices=RULES, help="print each alarm of this rule")
    shown = options.parse_args().show
    material.need(material.DOCUMENTS)
    records, _ = held_out()
    alarms(records, shown)
    if not shown:
        misses(records)
        times()


def alarms(records: Sequence[Record], shown: str | None) -> None:
    """Of each rule how often and in how many documents."""
    counts: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    syllables = 0
    for record in records:
        found = judged(record["text"])
        counts.update(one.rule for one in found)
        documents.update({one.rule for one in found})
        syllables += len(record["text"].split())
        for one in found:
            if one.rule == shown:
                around = record["text"][max(0, one.start - 60) : one.end + 50].replace("\n", "⏎")
                print(f"{record['id'][:14]} {one.start} {one.message} | {around}", flush=True)
    print(f"{len(records)} documents, {syllables / 1e6:.1f} M syllables")
    for rule in RULES:
        print(f"  {rule:20} {counts[rule]:5} alarms in {documents[rule]:4} documents")


def judged(text: str) -> tuple[Finding, ...]:
    head = recognise(text)
    about = About("", "", head.regime, head.kind, head.number, head.date, head.issuer, head.subject, len(text))
    return wording(Document("", "", "txt", text, ()), about).findings


def misses(records: Sequence[Record]) -> None:
    """Of each kind of error how many of those planted are found, and put right as they were."""
    rng = random.Random(9)
    sentences = [found[0].strip() for record in records for found in _SENTENCE.finditer(fold(record["text"]).text)]
    rng.shuffle(sentences)
    print(f"planted, {PLANTED} of each kind:")
    for kind in KINDS:
        found = right = planted = 0
        for sentence in sentences:
            if planted == PLANTED:
                break
            if not (made := _planted(sentence, kind, rng)):
                continue
            planted += 1
            text, start, meant = made
            told = [one for one in judged(text) if one.rule == "word.misspelled" and one.start <= start < one.end]
            found += bool(told)
            right += bool(told) and re.sub(r"\W", "", meant) in re.sub(r"\W", "", told[0].suggestion)
        print(f"  {kind:12} found {found / planted:.2f}, put right {right / planted:.2f} of {planted}")


def _planted(sentence: str, kind: str, rng: random.Random) -> tuple[str, int, str] | None:
    """The sentence with one error, where it is, and what stood there."""
    words = [word for word in tokens(sentence) if word.written.islower() and len(word.written) > 2]
    rng.shuffle(words)
    for word in words:
        others = [one for one in KINDS[kind](word.written, rng) if one != word.written]
        other = rng.choice(others) if others else ""
        form = next((one.form for one in tokens(other)), "")
        if form in compounds().counts and slip(form, word.form):
            return sentence[: word.start] + other + sentence[word.end :], word.start, word.written
    return None


def _toned(written: str, tone: str) -> str:
    """The word with another tone mark in the place of its own; as it is where it has none."""
    letters = unicodedata.normalize("NFD", written)
    return unicodedata.normalize("NFC", re.sub(f"[{_TONES}]", tone, letters))


def _tones(written: str, rng: random.Random) -> Iterator[str]:
    yield from (_toned(written, tone) for tone in (*_TONES, ""))


def _hooks(written: str, rng: random.Random) -> Iterator[str]:
    letters = unicodedata.normalize("NFD", written)
    if "\u0309" in letters or "\u0303" in letters:
        yield unicodedata.normalize("NFC", letters.translate({0x309: 0x303, 0x303: 0x309}))


def _marks(written: str, rng: random.Random) -> Iterator[str]:
    letters = unicodedata.normalize("NFD", written)
    yield unicodedata.normalize("NFC", re.sub("[\u0302\u0306\u031b]", "", letters, count=1))
    yield written.replace("đ", "d", 1)


def _bare(written: str, rng: random.Random) -> Iterator[str]:
    letters = unicodedata.normalize("NFD", written.replace("đ", "d"))
    yield "".join(letter for letter in letters if not unicodedata.combining(letter))


def _sounds(written: str, rng: random.Random) -> Iterator[str]:
    found = _ONSET.match(written)
    if found and found[0] in _SOUNDS:
        yield _SOUNDS[found[0]] + written[found.end() :]


def _ends(written: str, rng: random.Random) -> Iterator[str]:
    for one, other in (("ng", "n"), ("n", "ng"), ("t", "c"), ("c", "t")):
        if written.endswith(one) and not written.endswith(("ng", "nh")[: one == "n"] if one == "n" else ("\0",)):
            yield written[: -len(one)] + other


def _lost(written: str, rng: random.Random) -> Iterator[str]:
    yield from (written[:at] + written[at + 1 :] for at in range(len(written)))


def _doubled(written: str, rng: random.Random) -> Iterator[str]:
    yield from (written[:at] + rng.choice("nghctia") + written[at:] for at in range(len(written) + 1))


KINDS = {
    "tone": _tones,
    "hỏi, ngã": _hooks,
    "mark": _marks,
    "all marks": _bare,
    "first sound": _sounds,
    "last sound": _ends,
    "letter lost": _lost,
    "letter more": _doubled,
}


def times() -> None:
    """What a check of ten pages costs, the letterhead read again with it."""
    text = "\n".join(material._own_paragraphs())
    words = text.split(" ")
    text = " ".join((words * (material.PAGES // len(words) + 1))[: material.PAGES])
    taken = []
    for _ in range(9):
        began = time.process_time()
        judged(text)
        taken.append(time.process_time() - began)
    print(f"ten pages, {len(text)} characters: {median(taken) * 1000:.0f} ms with the letterhead")


if __name__ == "__main__":
    main()

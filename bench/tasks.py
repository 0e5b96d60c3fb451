"""How many tasks of real documents are found, with the right leads and dates, and how long that takes.

.venv/bin/python bench/tasks.py [--shown]

`tasks.tsv` names by hand, for eleven documents, where each task stands, where its leads are named and where its date
is ("" for none, or for one that is vague), all as offsets of the document's text. `--shown` prints what is wrong.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import material

from drafter.document import Document, Span
from drafter.readers import read_bytes
from drafter.tasks.reading import tasks_of
from drafter.tasks.values import Task

LAST = frozenset({"tvpl:001c610b2efdcf0c", "tvpl:e01d3782fbed0967"})
"""Annotated last, when all else was built."""
CHARACTERS = 25_000
"""Of ten pages."""


@dataclass(frozen=True, slots=True)
class Known:
    """A task as annotated."""

    span: Span
    leads: frozenset[str]
    deadline: Span | None


@dataclass
class Counts:
    known: int = 0
    found: int = 0
    right: int = 0
    leads: int = 0
    deadlines: int = 0

    def add(self, other: Counts) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shown", action="store_true")
    shown = parser.parse_args().shown
    material.need(material.DOCUMENTS)
    annotated = annotations(Path(__file__).with_suffix(".tsv"))
    texts = documents(annotated)
    print("| | tasks | found | precision | recall | leads right | dates right |\n|---|---|---|---|---|---|---|")
    for name, ids in (("read while it was built", set(annotated) - LAST), ("annotated last", LAST)):
        total = Counts()
        for id_ in sorted(ids):
            total.add(counted(texts[id_], annotated[id_], shown))
        print(row(name, total))
    print(f"ten pages take {statistics.median(map(milliseconds, texts.values())):.0f} ms")


def annotations(file: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as table:
        for one in csv.DictReader(table, delimiter="\t"):
            found[one["document"]].append(one)
    return found


def documents(ids: Iterable[str]) -> Mapping[str, Document]:
    wanted = set(ids)
    with lzma.open(material.DOCUMENTS, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {one["id"]: read_bytes("a.txt", one["text"].encode()) for one in rows if one["id"] in wanted}


def counted(document: Document, annotated: Iterable[Mapping[str, str]], shown: bool) -> Counts:
    """A task is right that covers more than half of an annotated one; leads, that are the same names; a date, that"
    " meets."""
    known = [known_of(document.text, one) for one in annotated]
    found = tasks_of(document)
    pairs = [(one, match) for one in known if (match := met(one, found))]
    leads = [(one, task) for one, task in pairs if one.leads == frozenset(map(name_of, task.lead))]
    dates = [(one, task) for one, task in pairs if is_due(document.text, one, task)]
    if shown:
        for one in known:
            faults = [
                what for what, right in (("task", pairs), ("lead", leads), ("date", dates)) if one not in dict(right)
            ]
            if faults:
                print("-", faults[0], one.span.start, one.span.of(document.text)[:90].replace("\n", " "))
        for task in found:
            if task not in dict(map(reversed, pairs)):
                print("+", task.span.start, task.text[:90].replace("\n", " "))
    return Counts(len(known), len(found), len(pairs), len(leads), len(dates))


def known_of(text: str, one: Mapping[str, str]) -> Known:
    def spans(column: str) -> list[Span]:
        return [Span(*map(int, span.split("-"))) for span in one[column].split(";") if span]

    due = spans("deadline")
    leads = frozenset(name_of(span.of(text)) for span in spans("lead"))
    return Known(Span(int(one["start"]), int(one["end"])), leads, due[0] if due else None)


def met(known: Known, found: Iterable[Task]) -> Task | None:
    for task in found:
        common = min(task.span.end, known.span.end) - max(task.span.start, known.span.start)
        if common * 2 > max(len(task.span), len(known.span)):
            return task
    return None


def is_due(text: str, known: Known, task: Task) -> bool:
    told = "" if task.deadline_vague else name_of(task.deadline)
    wanted = name_of(known.deadline.of(text)) if known.deadline else ""
    return told == wanted or bool(told and wanted and (told in wanted or wanted in told))


def name_of(words: str) -> str:
    return " ".join(words.split()).casefold()


def row(name: str, one: Counts) -> str:
    shares = (one.right / one.found, one.right / one.known, one.leads / one.right, one.deadlines / one.right)
    return f"| {name} | {one.known} | {one.found} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def milliseconds(document: Document) -> float:
    """Of ten pages of the document, the fastest of five runs."""
    times = []
    for _ in range(5):
        tasks_of.cache_clear()
        start = time.process_time()
        tasks_of(document)
        times.append(time.process_time() - start)
    return min(times) * 1000 * CHARACTERS / len(document.text)


if __name__ == "__main__":
    main()

"""What the checks find of the faults of a real draft, read by hand.

    .venv/bin/python bench/case.py

`case.tsv` lists the faults of ../shared/data/case-khuon-lung/draft.txt: where, and the family of rules that should
tell. One is found where a finding of that family meets its place, or where the title of its section is told to have
tasks that lack what this one lacks. Printed are those found and missed, and what was told besides.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import material

import drafter
from drafter.corpus.importing import items, plan
from drafter.document import Document, Span
from drafter.report import Finding
from drafter.tasks.reading import tasks_of
from drafter.tasks.values import Task

FAULTS = Path(__file__).with_name("case.tsv")
FOLDER = material.SHARED / "data" / "case-khuon-lung"


@dataclass(frozen=True, slots=True)
class Fault:
    span: Span
    expected: str
    """How the rule begins that should tell."""
    about: str

    def is_told(self, finding: Finding, reach: Sequence[Span]) -> bool:
        return finding.rule.startswith(self.expected) and any(span.meets(self.span) for span in reach)


def main() -> None:
    material.need(FOLDER / "draft.txt")
    listed = faults()
    document = drafter.read(FOLDER / "draft.txt")
    tasks = tasks_of(document)
    told = [(finding, reach(finding, tasks)) for finding in findings(document)]
    by_family: Counter[str] = Counter(fault.expected for fault in listed)
    found: Counter[str] = Counter()
    for fault in listed:
        is_found = any(fault.is_told(*one) for one in told)
        found[fault.expected] += is_found
        print(f"{'found ' if is_found else 'MISSED'} {fault.span.start:6} {fault.expected:7} {fault.about}")
    print()
    for family, count in by_family.most_common():
        print(f"{family:7} {found[family]:3} of {count}")
    print(f"{'all':7} {found.total():3} of {len(listed)}")
    print("\ntold besides:")
    for finding, spans in told:
        if not any(fault.is_told(finding, spans) for fault in listed):
            print(f"{finding.start:6} {finding.rule:20} {finding.message}")


def faults() -> list[Fault]:
    with FAULTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Fault(Span(int(row["start"]), int(row["end"])), row["expected"], row["fault"]) for row in rows]


def reach(finding: Finding, tasks: Sequence[Task]) -> list[Span]:
    """The place of a finding; of one at a section's title also its tasks that lack the same."""
    lacks = {"task.lead": "lead", "task.deadline": "deadline", "task.output": "output"}.get(finding.rule)
    inside = (task for task in tasks if lacks and task.section == finding.span and not getattr(task, lacks))
    return [finding.span, *(task.span for task in inside)]


def findings(document: Document) -> tuple[Finding, ...]:
    """Of all checks, with the superior document of the folder in the corpus."""
    with tempfile.TemporaryDirectory() as home, drafter.Corpus(home) as corpus:
        superior = [FOLDER / "226-KL-TW.txt", FOLDER / "documents.tsv"]
        list(corpus.add_all(items(plan(map(str, superior)))))
        return drafter.review(document, corpus).findings


if __name__ == "__main__":
    main()

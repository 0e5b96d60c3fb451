"""What the checks find of the faults of a real draft, read by hand.

    .venv/bin/python bench/case.py

`case.tsv` lists the faults of ../shared/data/case-khuon-lung/draft.txt: where, and the family of rules that should
tell. One is found where a finding of that family meets its place. Printed are those found and missed, and what was
told besides.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import material

import drafter
from drafter.corpus.importing import items, plan
from drafter.document import Span
from drafter.report import Finding

FAULTS = Path(__file__).with_name("case.tsv")
FOLDER = material.SHARED / "data" / "case-khuon-lung"


@dataclass(frozen=True, slots=True)
class Fault:
    span: Span
    expected: str
    """How the rule begins that should tell."""
    about: str

    def is_told(self, finding: Finding) -> bool:
        return finding.rule.startswith(self.expected) and finding.span.meets(self.span)


def main() -> None:
    material.need(FOLDER / "draft.txt")
    listed, told = faults(), findings()
    by_family: Counter[str] = Counter(fault.expected for fault in listed)
    found: Counter[str] = Counter()
    for fault in listed:
        is_found = any(fault.is_told(finding) for finding in told)
        found[fault.expected] += is_found
        print(f"{'found ' if is_found else 'MISSED'} {fault.span.start:6} {fault.expected:7} {fault.about}")
    print()
    for family, count in by_family.most_common():
        print(f"{family:7} {found[family]:3} of {count}")
    print(f"{'all':7} {found.total():3} of {len(listed)}")
    print("\ntold besides:")
    for finding in told:
        if not any(fault.is_told(finding) for fault in listed):
            print(f"{finding.start:6} {finding.rule:20} {finding.message}")


def faults() -> list[Fault]:
    with FAULTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Fault(Span(int(row["start"]), int(row["end"])), row["expected"], row["fault"]) for row in rows]


def findings() -> tuple[Finding, ...]:
    """Of all checks, with the superior document of the folder in the corpus."""
    with tempfile.TemporaryDirectory() as home, drafter.Corpus(home) as corpus:
        superior = [FOLDER / "226-KL-TW.txt", FOLDER / "documents.tsv"]
        list(corpus.add_all(items(plan(map(str, superior)))))
        return drafter.review(drafter.read(FOLDER / "draft.txt"), corpus).findings


if __name__ == "__main__":
    main()

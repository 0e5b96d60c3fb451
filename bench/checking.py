"""How long a check takes, from opening the Word file to the report, and how much memory it needs.

    .venv/bin/python bench/checking.py [--home HOME] [--rounds N] [DRAFT …]

HOME is loaded beforehand: `drafter --home HOME corpus add ../shared/data/documents.jsonl.xz`; without it a temporary
one is, in half a minute. Without a draft: twenty of ten pages, made from real paragraphs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import material

if TYPE_CHECKING:
    from drafter import Corpus

WARM = "--warm"


@dataclass(frozen=True, slots=True)
class Times:
    """Of one process: seconds to start, of the first check, of those after it; memory in MB; findings in all; what each
    check takes alone, seconds of the processor."""

    documents: int
    start: float
    first: float
    warm: list[float]
    memory: float
    findings: int
    alone: dict[str, float]

    def part(self, part: float) -> float:
        """The seconds within which this part of the warm checks was done."""
        return sorted(self.warm)[int(part * (len(self.warm) - 1))]


def main() -> None:
    if sys.argv[1:2] == [WARM]:
        print(json.dumps(asdict(warm(Path(sys.argv[2]), int(sys.argv[3]), list(map(Path, sys.argv[4:]))))))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("drafts", nargs="*", type=Path)
    options = parser.parse_args()
    material.need(material.DOCUMENTS)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder) / "home"
        drafter = [sys.executable, "-m", "drafter", "--home", str(home)]
        if not options.home:
            subprocess.run([*drafter, "corpus", "add", str(material.DOCUMENTS)], check=True, capture_output=True)
        drafts = options.drafts or material.ten_pages(Path(folder) / "drafts", 20)
        began = time.perf_counter()
        subprocess.run([*drafter, "check", str(drafts[0])], capture_output=True, check=False)
        print(f"the command `drafter check`, the whole process: {time.perf_counter() - began:.2f} s")
        told(measured(home, drafts, options.rounds))


def measured(home: Path, drafts: list[Path], rounds: int) -> Times:
    """The times of a process that does nothing else."""
    command = [sys.executable, __file__, WARM, str(home), str(rounds), *map(str, drafts)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return Times(**json.loads(done.stdout))


def told(times: Times) -> None:
    print(
        f"{times.documents} documents, {len(times.warm)} checks, {times.findings / len(times.warm):.1f} findings each"
    )
    print(f"  start {times.start:.2f} s, first check {times.first:.2f} s, memory at most {times.memory:.0f} MB")
    print(
        f"  warm: half within {times.part(0.5):.3f} s, 95% within {times.part(0.95):.3f} s, all {max(times.warm):.3f}"
    )
    print("  of the processor: " + ", ".join(f"{check} {taken * 1000:.0f} ms" for check, taken in times.alone.items()))


def warm(home: Path, rounds: int, drafts: list[Path]) -> Times:
    began = time.perf_counter()
    import drafter
    from drafter.reviewing import CHECKS

    with drafter.Corpus(home) as corpus:
        start = time.perf_counter() - began
        drafter.review(drafter.read(drafts[0]), corpus)
        first = time.perf_counter() - began - start
        taken, findings = [], 0
        for draft in drafts * rounds:
            began = time.perf_counter()
            report = drafter.review(drafter.read(draft), corpus)
            taken.append(time.perf_counter() - began)
            findings += len(report.findings)
        memory = material.memory()
        parts = {"all": None, "layout and reuse": ["layout", "reuse"], **{name: [name] for name in CHECKS}}
        alone = {name: median(_taken(draft, corpus, only) for draft in drafts) for name, only in parts.items()}
        return Times(len(corpus), start, first, taken, memory, findings, alone)


def _taken(draft: Path, corpus: Corpus, only: list[str] | None) -> float:
    """Seconds of the processor that checks of a draft take; it is read anew, as what was said of it may be kept."""
    import drafter

    document = drafter.read(draft)
    began = time.process_time()
    drafter.review(document, corpus, only=only)
    return time.process_time() - began


if __name__ == "__main__":
    main()

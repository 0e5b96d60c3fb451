"""How long a check takes against a large corpus, in one process and from the command line.

    .venv/bin/python bench/checking.py [--home HOME] [DRAFT …]

HOME is loaded beforehand: `drafter --home HOME corpus add ../shared/data/documents.jsonl.xz`; without it a temporary
one is, in some minutes. Without a draft: ../shared/data/case-khuon-lung/draft.txt, and ten of the drafts of
../shared/bench.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("drafts", nargs="*", type=Path)
    options = parser.parse_args()
    drafts = options.drafts or [
        SHARED / "data" / "case-khuon-lung" / "draft.txt",
        *sorted((SHARED / "bench" / "dev" / "drafts").glob("*.txt"))[:10],
    ]
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder)
        drafter = [sys.executable, "-m", "drafter", "--home", str(home)]
        if not options.home:
            subprocess.run([*drafter, "corpus", "add", str(SHARED / "data" / "documents.jsonl.xz")], check=True)
        began = time.perf_counter()
        subprocess.run([*drafter, "check", str(drafts[0])], capture_output=True, check=False)
        print(f"the command, from start to end, of {drafts[0].name}: {time.perf_counter() - began:.2f} s")
        warm(home, drafts)


def warm(home: Path, drafts: list[Path]) -> None:
    began = time.perf_counter()
    import drafter

    with drafter.Corpus(home) as corpus:
        size = corpus.size()
        print(f"corpus: {size.documents} documents, {size.syllables / 1e6:.1f} million syllables")
        print(f"start: {time.perf_counter() - began:.2f} s")
        began = time.perf_counter()
        drafter.review(drafter.read(drafts[0]), corpus)
        print(f"first check: {time.perf_counter() - began:.2f} s")
        times: list[float] = []
        for draft in drafts:
            taken = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                report = drafter.review(drafter.read(draft), corpus)
                taken.append(time.perf_counter() - began)
            times += taken
            print(f"  {draft.name}: {report.document.characters} characters, {statistics.median(taken):.3f} s")
    ranked = sorted(times)
    print(f"warm checks: median {statistics.median(ranked):.3f} s, 95% within {ranked[int(0.95 * len(ranked))]:.3f} s")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

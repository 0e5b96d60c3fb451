"""How well copied passages are found: the reuse benchmark of ../shared/bench through its own scorer.

    .venv/bin/python bench/quality.py [--alarms N]

Prints plagdet, precision, recall by kind and the false alarms, and how many drafts that copy nothing raise one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--alarms", type=int, default=0, help="print N false alarms")
    chosen = options.parse_args()
    if not BENCH.exists():
        sys.exit(f"the benchmark {BENCH} is not here")
    with tempfile.TemporaryDirectory() as folder:
        drafter = [sys.executable, "-m", "drafter", "--home", folder]
        subprocess.run([*drafter, "corpus", "add", str(BENCH / "dev" / "sources")], check=True, capture_output=True)
        drafts = sorted(map(str, (BENCH / "dev" / "drafts").glob("*.txt")))
        began = time.perf_counter()
        reports = Path(folder) / "reports.jsonl"
        subprocess.run([*drafter, "check", "--format", "json", "--output", str(reports), *drafts], check=True)
        print(f"{len(drafts)} drafts checked in {time.perf_counter() - began:.1f} s")
        scorer = [sys.executable, str(BENCH / "score.py"), str(BENCH / "dev" / "truth.json"), str(reports)]
        subprocess.run([*scorer, "--alarms", str(chosen.alarms)], check=True)
        alarmed, clean = _clean_with_alarm(reports)
        print(f"drafts that copy nothing: {clean}, with an alarm: {alarmed}")


def _clean_with_alarm(reports: Path) -> tuple[int, int]:
    copying = {case["draft"] for case in json.loads((BENCH / "dev" / "truth.json").read_text("utf-8"))}
    clean = [
        report
        for report in map(json.loads, reports.read_text("utf-8").splitlines())
        if report["document"]["name"] not in copying
    ]
    alarmed = [report for report in clean if any(found["rule"].startswith("reuse.") for found in report["findings"])]
    return len(alarmed), len(clean)


if __name__ == "__main__":
    main()

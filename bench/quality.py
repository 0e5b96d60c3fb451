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

import material


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--alarms", type=int, default=0, help="print N false alarms")
    chosen = options.parse_args()
    material.need(material.DEV)
    with tempfile.TemporaryDirectory() as folder:
        drafter = [sys.executable, "-m", "drafter", "--home", folder]
        subprocess.run([*drafter, "corpus", "add", str(material.DEV / "sources")], check=True, capture_output=True)
        drafts = sorted(map(str, (material.DEV / "drafts").glob("*.txt")))
        began = time.perf_counter()
        reports = Path(folder) / "reports.jsonl"
        subprocess.run([*drafter, "check", "--format", "json", "--output", str(reports), *drafts], check=True)
        print(f"{len(drafts)} drafts checked in {time.perf_counter() - began:.1f} s")
        scorer = [sys.executable, str(material.DEV.parent / "score.py"), str(material.DEV / "truth.json"), str(reports)]
        subprocess.run([*scorer, "--alarms", str(chosen.alarms)], check=True)
        alarmed, clean = _clean_with_alarm(reports)
        print(f"drafts that copy nothing: {clean}, with an alarm: {alarmed}")


def _clean_with_alarm(reports: Path) -> tuple[int, int]:
    copying = {case["draft"] for case in json.loads((material.DEV / "truth.json").read_text("utf-8"))}
    clean = [
        report
        for report in map(json.loads, reports.read_text("utf-8").splitlines())
        if report["document"]["name"] not in copying
    ]
    # What a draft repeats of its own has no source, and is no alarm.
    alarmed = [report for report in clean if any(found.get("source") for found in report["findings"])]
    return len(alarmed), len(clean)


if __name__ == "__main__":
    main()

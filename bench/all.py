"""All measurements, one after another.

    .venv/bin/python bench/all.py [--quick]

`--quick` leaves out the corpus of 100,000 documents, which takes half an hour to make.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ORDER = (
    "quality",
    "recognised",
    "without",
    "retrieval",
    "overlap",
    "pairs",
    "loading",
    "adding",
    "reading",
    "signed",
    "scanned",
    "checking",
    "growth",
    "layout",
    "converted",
    "references",
    "letterheads",
    "rarity",
    "tasks",
    "compounds",
    "wording",
    "register",
    "serving",
    "forecast",
    "case",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    failed = []
    for name in ORDER:
        if quick and name == "growth":
            continue
        print(f"── {name}", flush=True)
        if subprocess.run([sys.executable, str(Path(__file__).with_name(f"{name}.py"))], check=False).returncode:
            failed.append(name)
    sys.exit(f"not measured: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()

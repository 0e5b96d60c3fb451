"""What each part of the engine is good for: the quality benchmark without it.

.venv/bin/python bench/without.py
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import material
import numpy as np

from drafter import Corpus, review
from drafter.corpus.fingerprints import Marks
from drafter.corpus.importing import items, plan
from drafter.readers import read
from drafter.reuse import candidates, check, contest, formulas, matching, tokens

Case = dict[str, Any]


def nothing(*_: object) -> list[Any]:
    return []


def no_marks(*_: object) -> Marks:
    return Marks(*(np.empty(0, np.int64),) * 3)


def alike(ids: np.ndarray) -> np.ndarray:
    return np.full(len(ids), 8.0)


PARTS: tuple[tuple[str, object, str, object], ...] = (
    ("as it is", check, "RULES", check.RULES),
    ("without pairs of rare words", candidates, "pairs", no_marks),
    ("without shingles", candidates, "shingles", no_marks),
    ("without documents it names", Corpus, "by_number", nothing),
    ("without sentences said anew", matching, "_said_anew", nothing),
    ("one document compared at a place", contest, "COMPARED", 1),
    ("without formulas", check, "formulas", nothing),
    ("formulas of the list alone", formulas, "_spread", nothing),
    ("every syllable weighs the same", tokens, "bits_of", alike),
)


def main() -> None:
    material.need(material.DEV)
    sys.path.insert(0, str(material.DEV.parent))
    import plagdet

    cases = list(_cases())
    kinds = sorted({case["kind"] for case in cases})
    print(f"{'':34}plagdet  precision  recall  " + " ".join(f"{kind:>11}" for kind in kinds))
    with tempfile.TemporaryDirectory() as folder, Corpus(Path(folder)) as corpus:
        list(corpus.add_all(items(plan([material.DEV / "sources"]))))
        for name, *part in PARTS:
            with patch.object(*part):
                found = list(_found(corpus))
            scores = plagdet.evaluate(cases, found)
            each = [plagdet._mean_cov([case for case in cases if case["kind"] == kind], found) for kind in kinds]
            whole = (scores["plagdet"], scores["macro_precision"], scores["macro_recall"])
            print(
                f"{name:34}{whole[0]:7.3f}{whole[1]:11.3f}{whole[2]:8.3f}  " + " ".join(f"{one:11.3f}" for one in each),
                flush=True,
            )


def _cases() -> Iterator[Case]:
    for case in json.loads((material.DEV / "truth.json").read_text("utf-8")):
        yield {
            "susp": case["draft"],
            "source": case["source"],
            "susp_offset": case["start"],
            "susp_len": case["end"] - case["start"],
            "src_offset": case["source_start"],
            "src_len": case["source_end"] - case["source_start"],
            "kind": case["kind"],
        }


def _found(corpus: Corpus) -> Iterator[Case]:
    for draft in sorted((material.DEV / "drafts").glob("*.txt")):
        report = review(read(draft), corpus)
        assert not report.skipped, report.skipped
        for finding in report.findings:
            if source := finding.source:
                yield {
                    "susp": draft.name,
                    "source": source.name,
                    "susp_offset": finding.start,
                    "susp_len": finding.end - finding.start,
                    "src_offset": source.start,
                    "src_len": source.end - source.start,
                }


if __name__ == "__main__":
    main()

"""How well copies of scanned sources are found: the benchmark of ../shared/bench, its sources with the errors of a
recognition in a part of their syllables.

    .venv/bin/python bench/recognised.py [--levels 0,1,3,5,10] [--plain] [--alarms N]

Prints by level plagdet, precision, recall by kind, how many copies as they stand are told as such, and how many drafts
that copy nothing raise an alarm. `--plain`: the sources are stored as if they were no scans.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import material
from noise import Noised

from drafter import Corpus, Document, read, review
from drafter.document import Paragraph, Span

KINDS = ("verbatim", "typography", "localised", "edited", "shuffled", "paraphrased")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--levels", default="0,1,3,5,10", help="parts of the syllables with an error, in percent")
    options.add_argument("--plain", action="store_true", help="store the sources as if they were no scans")
    options.add_argument("--alarms", type=int, default=0, help="print N false alarms")
    chosen = options.parse_args()
    material.need(material.DEV)
    print(f"{'level':>5} plagdet precision  " + "  ".join(KINDS) + "  told as verbatim  alarmed")
    for level in map(float, chosen.levels.split(",")):
        measure(level / 100, scanned=not chosen.plain, shown=chosen.alarms)


def measure(level: float, *, scanned: bool, shown: int) -> None:
    """Prints the row of a level."""
    sources = {
        file.name: Noised(file.read_bytes().decode(), level, seed)
        for seed, file in enumerate(sorted((material.DEV / "sources").glob("*.txt")))
    }
    cases = list(_cases(sources))
    with tempfile.TemporaryDirectory() as folder, Corpus(Path(folder)) as corpus:
        for name, source in sources.items():
            corpus.add(_stored(name, source.text, scanned))
        drafts = sorted((material.DEV / "drafts").glob("*.txt"))
        found = [one for draft in drafts for one in _found(draft, corpus)]
    sys.path.insert(0, str(material.DEV.parent))
    import plagdet  # type: ignore[import-not-found]

    result = plagdet.evaluate(cases, found)
    by_kind = [plagdet._mean_cov([case for case in cases if case["kind"] == kind], found) for kind in KINDS]
    as_they_stand = [case for case in cases if case["kind"] == "verbatim"]
    met = [one for case in as_they_stand for one in found if plagdet.detects(one, case)]
    told = sum(one["rule"] == "reuse.verbatim" for one in met) / max(len(met), 1)
    copying = {case["susp"] for case in cases}
    alarmed = {one["susp"] for one in found} - copying
    print(
        f"{level:5.0%} {result['plagdet']:7.3f} {result['macro_precision']:9.3f}  "
        + "  ".join(f"{value:{len(kind)}.3f}" for kind, value in zip(KINDS, by_kind, strict=True))
        + f"  {told:16.3f}  {len(alarmed)} of {len(drafts) - len(copying)}",
        flush=True,
    )
    alarms = [one for one in found if not any(plagdet.detects(one, case) for case in cases)]
    for one in alarms[:shown]:
        print("     ", one["susp"], one["source"], repr(one["text"][:150]))


def _stored(name: str, text: str, scanned: bool) -> Document:
    origin = "scan" if scanned else "txt"
    paragraph = Paragraph(Span(0, len(text)))
    return Document(name, sha256(text.encode()).hexdigest(), origin, text, (paragraph,))  # type: ignore[arg-type]


def _cases(sources: dict[str, Noised]) -> Iterator[dict[str, Any]]:
    import json

    for case in json.loads((material.DEV / "truth.json").read_text("utf-8")):
        source = sources[case["source"]]
        start, end = source.place(case["source_start"]), source.place(case["source_end"])
        yield {
            "susp": case["draft"],
            "source": case["source"],
            "susp_offset": case["start"],
            "susp_len": case["end"] - case["start"],
            "src_offset": start,
            "src_len": end - start,
            "kind": case["kind"],
        }


def _found(draft: Path, corpus: Corpus) -> Iterator[dict[str, Any]]:
    for one in review(read(draft), corpus).findings:
        if one.rule.startswith("reuse.") and (source := one.source):
            yield {
                "susp": draft.name,
                "source": source.name,
                "susp_offset": one.start,
                "susp_len": one.end - one.start,
                "src_offset": source.start,
                "src_len": source.end - source.start,
                "rule": one.rule,
                "text": one.text,
            }


if __name__ == "__main__":
    main()

"""Real documents that copy others: is the source among those that the check names?

    .venv/bin/python bench/pairs.py [--home HOME] [--show N]

Of the pairs of ../shared/data/pairs.tsv the first forty whose second document is higher or earlier and that share five
runs of 25 syllables and more, both documents being there. HOME as in checking.py. `--show` prints N findings on real
documents instead, to be read by somebody.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import textwrap
from collections.abc import Iterable
from pathlib import Path

import material

from drafter import Corpus, Finding, Report, review
from drafter.corpus import Entry
from drafter.corpus.importing import items, plan
from drafter.document import Document
from drafter.nlp.issuers import is_same_office
from drafter.readers import read_bytes
from drafter.reuse.check import reuse

PAIRS = material.SHARED / "data" / "pairs.tsv"
FIRST, RUNS = 40, 5
NEGATIVE = "tvpl:f004d93b21e7fc5f", "tvpl:2edf5927c71bc4c1"
"""They share legal bases and nothing else."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    material.need(material.DOCUMENTS, PAIRS)
    with tempfile.TemporaryDirectory() as folder, Corpus(options.home or Path(folder)) as corpus:
        if not len(corpus):
            list(corpus.add_all(items(plan([material.DOCUMENTS]))))
        texts = {record["id"]: record["text"] for record in material.records()}
        if options.show:
            show(corpus, texts, options.show)
            return
        pairs(corpus, texts, {entry.name: entry for entry in corpus.documents()})
        for id_ in NEGATIVE:
            print(f"{id_}: " + ("is there" if id_ in texts else "is not among the documents, nothing to check"))


def pairs(corpus: Corpus, texts: dict[str, str], entries: dict[str, Entry]) -> None:
    named = listed = checked = own = own_named = 0
    for row in csv.DictReader(PAIRS.open(encoding="utf-8"), delimiter="\t"):
        first, second = entries.get(row["a"]), entries.get(row["b"])
        if checked == FIRST or not first or not second or int(row["runs_ge25"]) < RUNS:
            continue
        if not (second.level.rank < first.level.rank or (second.date or "9") < (first.date or "9")):
            continue
        checked += 1
        document = draft(row["a"], texts[row["a"]])
        report = review(document, corpus)
        sources, others = _sources(report.findings)
        named += second.id in sources
        listed += second.id not in sources and second.id in others
        if second.id in sources | others:
            continue
        if is_same_office(second.issuer, report.document.issuer):
            own += 1
            sources, others = _sources(reuse(document, corpus).findings)
            own_named += second.id in sources | others
        else:
            print(f"  missed: {row['a']} {row['b']}, {row['runs_ge25']} runs, {len(report.findings)} findings")
    print(f"{checked} pairs: the source named in {named}, listed beside it in {listed}, of the same office in {own}")
    print(f"  ({own_named} of these {own} are found where the check is not told the draft's office)")


def _sources(findings: Iterable[Finding]) -> tuple[set[int], set[int]]:
    sources = [finding.source for finding in findings if finding.source]
    return {source.id for source in sources}, {other.id for source in sources for other in source.also}


def draft(name: str, text: str) -> Document:
    return read_bytes(f"{name.replace(':', '-')}.txt", text.encode())


def show(corpus: Corpus, texts: dict[str, str], count: int) -> None:
    """Warnings drawn by lot: administrative documents, one warning of each.

    A source of a later date than the document is passed over: when it was drafted there was none.
    """
    ids = sorted(id_ for id_ in texts if id_.startswith("tvpl:"))
    rng = random.Random(11)
    rng.shuffle(ids)
    shown = 0
    for id_ in ids:
        report = review(draft(id_, texts[id_]), corpus)
        warned = [one for one in report.findings if one.source and one.severity == "warning"]
        found = [one for one in warned if one.source and one.source.date <= (report.document.date or "9")]
        if found:
            shown += 1
            _print(shown, id_, report, rng.choice(found))
        if shown == count:
            return


def _print(number: int, id_: str, report: Report, finding: Finding) -> None:
    print(f"\n{number}. {id_} {report.document.number} · {report.document.issuer} · {report.document.subject[:100]}")
    assert finding.source and finding.score
    print(f"   {finding.rule} {finding.score:.2f} {finding.severity} · {finding.source.issuer} {finding.source.date}")
    for label, text in (("ours", finding.text), ("theirs", finding.source.text), ("said", finding.message)):
        print(textwrap.indent(textwrap.fill(f"{label}: {' '.join(text.split())}", 150), "   "))


if __name__ == "__main__":
    main()

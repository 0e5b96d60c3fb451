"""What the check finds where the only source is a signed scan, as the portals of the government publish it.

    .venv/bin/python bench/signed.py [--home HOME]

Adds the scans of ../shared/data/pdf and prints what was recognised of each. Then a provincial plan is checked whose
copied paragraphs are from another recognition of 411-QD-TTg.scan.pdf (`ocr:ngoclam99__9.QD-411-TTg` of the real
documents) and whose legal bases are that decision's own: how many of the syllables that both have in common in runs of
20 and more lie in a finding, and whether any base does. HOME: a corpus that holds the scans already.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from pathlib import Path

import material

from drafter import Corpus, review
from drafter.corpus.importing import arrivals, plan
from drafter.nlp.syllables import syllables
from drafter.readers import read_bytes
from drafter.report import Finding

SCANS = material.SHARED / "data" / "pdf"
SOURCE, NUMBER = "ocr:ngoclam99__9.QD-411-TTg", "411/QĐ-TTg"
RUN = 20
COPIED = 4_229
"""Syllables, about as many as a real provincial plan took from this decision."""
HEAD = """ỦY BAN NHÂN DÂN
TỈNH BẢN MÂY
Số: 57/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bản Mây, ngày 12 tháng 5 năm 2022
KẾ HOẠCH
Phát triển kinh tế số và xã hội số trên địa bàn tỉnh Bản Mây"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    material.need(SCANS, material.DOCUMENTS)
    with tempfile.TemporaryDirectory() as folder, Corpus(options.home or Path(folder)) as corpus:
        start = time.perf_counter()
        added = list(corpus.add_all(arrivals(plan([SCANS]), corpus)))
        print(f"{len(added)} scans in {time.perf_counter() - start:.0f} s")
        for entry in corpus.documents():
            known = (entry.number, entry.kind, entry.date, entry.issuer)
            print(f"  {entry.name}: {' · '.join(one or '?' for one in known)}; doubtful: {', '.join(entry.doubts)}")
        source = next(record["text"] for record in material.records() if record["id"] == SOURCE)
        bases, copied = taken(source)
        text = "\n".join((HEAD, bases, *mixed(copied)))
        report = review(read_bytes("du-thao.txt", text.encode()), corpus, only=["reuse"])
        count(text, source, HEAD + "\n" + bases, [one for one in report.findings if one.source])
        print("  shares:", report.shares)


def taken(source: str) -> tuple[str, list[list[str]]]:
    """The legal bases of the decision, and stretches of its paragraphs, lines joined."""
    paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", source)]
    bases = [one for one in paragraphs if one.startswith("Căn cứ")]
    body = [one for one in paragraphs[paragraphs.index(bases[-1]) + 3 :] if len(one.split()) >= 15]
    rng, stretches, size = random.Random(7), [], 0
    at = 0
    while size < COPIED and at < len(body):
        length = rng.randint(1, 4)
        stretches.append(body[at : at + length])
        size += sum(len(one.split()) for one in stretches[-1])
        at += length + rng.randint(2, 6)
    return "\n".join(bases), stretches


def mixed(stretches: list[list[str]]) -> list[str]:
    """The stretches with paragraphs of the project's own drafts between them."""
    own = material.own_paragraphs()
    return [line for at, stretch in enumerate(stretches) for line in (*stretch, *own[3 * at : 3 * at + 2])]


def count(text: str, source: str, before: str, findings: list[Finding]) -> None:
    """Prints how much of what is in common was found."""
    draft = syllables(text)
    held = syllables(source).forms
    runs = {tuple(held[at : at + RUN]) for at in range(len(held) - RUN + 1)}
    shared = set()
    for at in range(len(draft.forms) - RUN + 1):
        if tuple(draft.forms[at : at + RUN]) in runs:
            shared.update(range(at, at + RUN))
    spans = [draft.span(at, at + 1) for at in sorted(shared)]
    body = [span for span in spans if span.start >= len(before)]
    ours = [one for one in findings if one.source and one.source.number == NUMBER]
    found = sum(any(one.span.meets(span) for one in ours) for span in body)
    print(f"  in common in runs of {RUN}: {len(body)} syllables, found {found} in {len(ours)} findings")
    print(f"  findings in letterhead and bases: {sum(one.start < len(before) for one in findings)}")


if __name__ == "__main__":
    main()

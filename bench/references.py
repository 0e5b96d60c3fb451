"""How many references are found in real documents, and with the right number, kind and date.

`references.tsv` says for 40 pages of `../shared/data/documents.jsonl.xz`, drawn by lot, what a reader sees in them: a
row a mention, with its place in the document's text. What a page's end cuts is neither expected nor counted.

    .venv/bin/python bench/references.py [dev|test]     what was missed and wrong in that half
    .venv/bin/python bench/references.py --home HOME    how long the check of references takes with this corpus
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from material import DOCUMENTS, need, records, ten_pages

from drafter.document import Span
from drafter.nlp.mentions import mentions
from drafter.nlp.references import Reference, references

_CUT = 25
"""Characters from a page's end in which a date may have been cut."""
ANNOTATED = Path(__file__).with_suffix(".tsv")
HALVES = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a reader saw it: its text, and where in it what is mentioned, as (kind, number, date)."""

    half: str
    document: str
    text: str
    mentions: tuple[tuple[Span, tuple[str, str, str]], ...]


def pages() -> Iterator[Page]:
    """The annotated pages, in the order of the file."""
    rows: dict[tuple[str, str, int, int], list[dict[str, str]]] = defaultdict(list)
    with ANNOTATED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            rows[row["half"], row["document"], int(row["first"]), int(row["last"])].append(row)
    wanted = {document for _, document, _, _ in rows}
    texts = {record["id"]: record["text"] for record in records() if record["id"] in wanted}
    for (half, document, first, last), noted in rows.items():
        places = (
            (Span(int(row["start"]) - first, int(row["end"]) - first), (row["kind"], row["number"], row["date"]))
            for row in noted
            if row["start"]
        )
        yield Page(half, document, texts[document][first:last], tuple(places))


def compared(page: Page, found: Sequence[Reference]) -> tuple[int, list[str], list[str]]:
    """How many mentions are right, what was missed, and what was found that is none or is not so."""
    left = list(page.mentions)
    right, wrong = 0, []
    for one in found:
        mention = one.mention
        said = mention.kind, one.number, mention.date
        same = next((noted for noted in left if noted[1] == said and noted[0].meets(mention.span)), None)
        if same:
            left.remove(same)
            right += 1
        elif mention.span.end < len(page.text) - _CUT:
            wrong.append(f"{' '.join(mention.span.of(page.text).split())[:90]} → {' | '.join(said)}")
    missed = [f"{' '.join(span.of(page.text).split())[:90]} → {' | '.join(said)}" for span, said in left]
    return right, missed, wrong


def timed(home: Path) -> None:
    """Milliseconds of the processor for a draft of ten pages, the median of ten: what a review with the check of
    references takes longer than one without any, and of that what finding the mentions takes, which checks share."""
    from drafter import Corpus, read, review

    checked, found = [], []
    with tempfile.TemporaryDirectory() as folder, Corpus(home) as corpus:
        documents = [read(file) for file in ten_pages(Path(folder), 10)]
        review(documents[0], corpus, only=["citations"])
        for document in documents:
            nothing = _seconds(lambda document=document: review(document, corpus, only=[]))
            found.append(_seconds(lambda document=document: mentions(document.text)))
            checked.append(_seconds(lambda document=document: review(document, corpus, only=["citations"])) - nothing)
    whole, part = (statistics.median(times) * 1000 for times in (map(sum, zip(checked, found, strict=True)), found))
    print(f"ten pages: {whole:.0f} ms, of it {part:.0f} ms for the mentions, which the other checks use too")


def _seconds(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def main() -> None:
    """The figures of both halves; what was missed and what was wrong of the half named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=HALVES)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    need(DOCUMENTS)
    if options.home:
        timed(options.home)
        return
    shown = options.half
    counts = {half: [0, 0, 0] for half in HALVES}
    for page in pages():
        right, missed, wrong = compared(page, references(page.text))
        for place, count in enumerate((right, len(missed), len(wrong))):
            counts[page.half][place] += count
        if page.half == shown and (missed or wrong):
            print(
                page.document, *(f"  missed {one}" for one in missed), *(f"  wrong  {one}" for one in wrong), sep="\n"
            )
    print(f"{'half':<6}{'mentions':>9}{'precision':>11}{'recall':>8}{'F1':>8}")
    for half in (*HALVES, "both"):
        right, missed, wrong = counts[half] if half in counts else map(sum, zip(*counts.values(), strict=True))
        precision, recall, f1 = (
            right / (right + wrong),
            right / (right + missed),
            2 * right / (2 * right + missed + wrong),
        )
        print(f"{half:<6}{right + missed:>9}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}")


if __name__ == "__main__":
    main()

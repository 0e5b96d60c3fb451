"""How long the corpus takes to load, how large it becomes, how quickly it answers.

    .venv/bin/python bench/loading.py [--url postgresql://…] [--home DIR] [COLLECTION …]

Without a collection: ../shared/data/documents.jsonl.xz. Without a home: a temporary folder.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import material

from drafter.corpus import Added, Corpus, Item, Refused
from drafter.corpus.fingerprints import fingerprints_of
from drafter.corpus.importing import items, plan
from drafter.corpus.writing import prepared

QUERIES = (
    "226-KL/TW",
    "411/QĐ-TTg",
    "kinh tế số",
    "tuyệt đối không sao chép nguyên văn",
    "Ủy ban nhân dân",
    "cơ quan nhà nước có thẩm quyền",
    "thực hiện",
    "hoà giải ở cơ sở",
    "không có chữ nàyzz",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collections", nargs="*", type=Path, default=[material.DOCUMENTS])
    parser.add_argument("--url")
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    material.need(*options.collections)
    with ExitStack() as stack:
        home = options.home or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with Corpus(home, options.url) as corpus:
            load(corpus, options.collections)
        with Corpus(home, options.url) as corpus:
            disk(corpus, home)
            answers(corpus)


class Timed(Iterator[Item | Refused]):
    """The items, and the seconds that went into reading them."""

    def __init__(self, items: Iterator[Item | Refused]) -> None:
        self.items = items
        self.seconds = 0.0

    def __next__(self) -> Item | Refused:
        start = time.perf_counter()
        try:
            return next(self.items)
        finally:
            self.seconds += time.perf_counter() - start


def load(corpus: Corpus, collections: list[Path]) -> None:
    start = time.perf_counter()
    source = Timed(items(plan(collections)))
    results = list(corpus.add_all(source))
    total = time.perf_counter() - start
    size = corpus.size()
    statuses = [result.status if isinstance(result, Added) else "refused" for result in results]
    print({status: statuses.count(status) for status in sorted(set(statuses))})
    print(
        f"{size.documents} documents, {size.characters / 1e6:.1f} M characters, {size.syllables / 1e6:.1f} M syllables"
    )
    indexing = total - source.seconds
    print(f"total {total:.1f} s: reading {source.seconds:.1f} s, indexing {indexing:.1f} s")
    print(f"indexing: {size.syllables / indexing / 1e6:.2f} M syllables/s")
    print(f"peak memory: {material.memory():.0f} MB")


def disk(corpus: Corpus, home: Path) -> None:
    texts = sum(len(text.encode()) for entry in corpus.documents() for text in [corpus.text(entry.id)])
    files = sum(file.stat().st_size for file in home.glob("drafter.sqlite3*"))
    if files:
        print(f"disk {files / 1e6:.0f} MB, texts {texts / 1e6:.0f} MB: index {(files - texts) / texts:.2f} x the texts")


def answers(corpus: Corpus) -> None:
    text = corpus.text(max(corpus.documents(), key=lambda entry: entry.characters).id)
    some = [corpus.text(entry.id) for entry in corpus.documents()[:300]]
    syllables = sum(entry.syllables for entry in corpus.documents()[:300])
    taken = milliseconds(lambda: [fingerprints_of(one) for one in some]) / 1000
    print(f"fingerprints alone: {syllables / taken / 1e6:.2f} M syllables/s")
    hashes = fingerprints_of(text).hashes[:5000].tolist()
    places, passages = corpus.postings(hashes, 50)
    print(
        f"postings of {len(hashes)} hashes, 50 each: {milliseconds(lambda: corpus.postings(hashes, 50)):.0f} ms, "
        f"{len(places)} rows; their passages: {milliseconds(lambda: corpus.passages(passages.tolist())):.0f} ms"
    )
    print(f"all entries: {milliseconds(corpus.documents):.0f} ms")
    for query in QUERIES:
        hits = corpus.search(query)
        print(f"search {query!r}: {milliseconds(lambda query=query: corpus.search(query)):.0f} ms, {len(hits)} hits")
    item = Item("x", "x", text)
    print(f"longest document, {len(text)} characters: prepared in {milliseconds(lambda: prepared(item)):.0f} ms")


def milliseconds(action: Callable[[], object], times: int = 5) -> float:
    """The median."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    main()

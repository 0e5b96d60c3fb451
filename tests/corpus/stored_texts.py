"""Documents for tests, where corpora live, and what must hold for every corpus."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from drafter.corpus import Corpus, Item, Metadata
from drafter.corpus.fingerprints import fingerprints_of, read_for_index
from drafter.corpus.subjects import subject_of
from drafter.corpus.words import words

_SYLLABLES = (
    "xây dựng kế hoạch triển khai nhiệm vụ giải pháp chuyển đổi số phát triển kinh tế xã hội văn hóa giáo dục y tế "
    "môi trường đất đai nông thôn mới đô thị dân cư hạ tầng giao thông thủy lợi an ninh trật tự quốc phòng cải cách"
)


@dataclass(frozen=True)
class Place:
    """Where a corpus lives: opens it here, or in another process."""

    home: Path
    url: str | None

    def open(self, **options: float) -> Corpus:
        return Corpus(self.home, self.url, **options)

    def process(self, script: str) -> subprocess.Popen[str]:
        """Runs `script`, in which `corpus` is the open corpus and `item` makes items."""
        start = (
            "import sys; from drafter.corpus import Corpus; from stored_texts import item\n"
            "corpus = Corpus(sys.argv[1], sys.argv[2] or None)\n"
        )
        path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
        return subprocess.Popen(
            [sys.executable, "-c", start + script, str(self.home), self.url or ""],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"},
        )


def prose(seed: int, syllables: int = 300) -> str:
    """A text that no other seed gives."""
    chosen = random.Random(seed).choices(_SYLLABLES.split(), k=syllables)
    return "\n".join(" ".join(chosen[start : start + 40]) for start in range(0, syllables, 40))


def item(seed: int, name: str = "", location: str = "", **known: str) -> Item:
    text = prose(seed)
    digest = sha256(text.encode()).hexdigest()
    return Item(name or f"van-ban-{seed}.txt", digest, text, Metadata(**known), location)


def assert_consistent(corpus: Corpus) -> None:
    """The index says of every document exactly what its text says, and nothing of documents that are not there."""
    rows = passages = terms = references = 0
    for entry in corpus.documents():
        prints = fingerprints_of(corpus.text(entry.id))
        hashes = sorted(set(prints.hashes.tolist()))
        places, ids = corpus.postings(hashes, 100_000)
        found = {passage.id: passage for passage in corpus.passages(ids.tolist())}
        mine = {
            (hashes[place], found[id_].start)
            for place, id_ in zip(places.tolist(), ids.tolist(), strict=True)
            if found[id_].document_id == entry.id
        }
        starts = [start for (start, _), count in zip(prints.spans, prints.counts, strict=True) for _ in range(count)]
        assert mine == set(zip(prints.hashes.tolist(), starts, strict=True))
        assert entry.id in {hit.entry.id for hit in corpus.search(" ".join(words(entry.name)), limit=1000)}
        subject = subject_of(corpus.text(entry.id), read_for_index(corpus.text(entry.id)))
        _, holders, weights = corpus.with_terms(subject.terms.hashes.tolist(), 100_000)
        assert np.allclose(weights[holders == entry.id], subject.terms.weights, atol=0.0011)
        assert corpus.references([entry.id]) == {entry.id: frozenset(subject.references)}
        terms += len(subject.terms)
        references += len(subject.references)
        rows += len(prints.hashes)
        passages += len(prints)
    assert counted(corpus, "posting") == rows
    assert counted(corpus, "passage") == passages
    assert counted(corpus, "term") == terms
    assert counted(corpus, "reference") == references


def counted(corpus: Corpus, table: str) -> int:
    with corpus._database.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())

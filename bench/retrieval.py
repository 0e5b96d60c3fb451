"""Ways to the candidates compared: how often is the passage that was copied among the first, and what does that cost?

    .venv/bin/python bench/retrieval.py

Blocks of a hundred syllables of the real documents and of the benchmark's sources are ranked by what each approach says
of the copied passages of the benchmark. Needs scikit-learn (`pip install -e '.[bench]'`), which the program does not.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import material
import numpy as np
import numpy.typing as npt

from drafter.corpus import fingerprints
from drafter.nlp.rarity import words_in
from drafter.nlp.syllables import Stream, stream
from drafter.reuse.candidates import BEST, MOST_POSTINGS

Numbers = npt.NDArray[np.int64]
Terms = Callable[[Stream], tuple[Numbers, Numbers]]
"""Of a text: at which syllables terms begin, and the terms."""

BLOCK = 100
K1, B = 1.2, 0.75


@dataclass(frozen=True)
class Case:
    kind: str
    query: Stream
    blocks: range


@dataclass(frozen=True)
class Rows:
    """Each block with each of its terms once for every time."""

    blocks: Numbers
    terms: Numbers


def main() -> None:
    material.need(material.DOCUMENTS, material.DEV)
    texts = {path.name: path.read_bytes().decode() for path in (material.DEV / "sources").glob("*.txt")}
    texts |= {record["id"]: record["text"] for record in material.records()}
    streams = {name: stream(text) for name, text in texts.items()}
    lengths = np.array([-(-len(one) // BLOCK) for one in streams.values()])
    first = dict(zip(streams, (np.cumsum(lengths) - lengths).tolist(), strict=True))
    found = list(cases(streams, first))
    print(f"{len(texts)} documents, {lengths.sum()} blocks, {len(found)} passages; in the first {BEST} are:")
    print(f"{'':34}{'rows':>7}{'ms':>7}  " + " ".join(f"{kind:>11}" for kind in sorted({one.kind for one in found})))
    for name, terms, asked in fingerprinted():
        told(name, *ranked(rows(streams, first, terms), terms if asked is None else asked, found))
    for name, terms in (("words", words), ("syllables", syllables)):
        entries = rows(streams, first, terms)
        for scheme in ("TF-IDF", "BM25"):
            told(f"{scheme} over {name}", *searched(entries, int(lengths.sum()), terms, found, scheme))


def cases(streams: dict[str, Stream], first: dict[str, int]) -> Iterator[Case]:
    for case in json.loads((material.DEV / "truth.json").read_text("utf-8")):
        text = (material.DEV / "drafts" / case["draft"]).read_bytes().decode()
        source = streams[case["source"]]
        start, end = np.searchsorted(source.starts, (case["source_start"], case["source_end"]))
        blocks = range(first[case["source"]] + int(start) // BLOCK, first[case["source"]] + (int(end) - 1) // BLOCK + 1)
        yield Case(case["kind"], stream(text[case["start"] : case["end"]]), blocks)


def fingerprinted() -> Iterator[tuple[str, Terms, Terms | None]]:
    for window in (4, 9):
        yield f"shingles, one in {window} kept", shingles(window), None
    for most in (3, 4, 5):
        yield f"pairs of the {most} rarest words", pairs(most), pairs(most + 1)
    yield "shingles 9 and pairs 4 (as built)", both(shingles(9), pairs(4)), both(shingles(9), pairs(5))


def shingles(window: int) -> Terms:
    def terms(text: Stream) -> tuple[Numbers, Numbers]:
        fingerprints.WINDOW = window
        marks = fingerprints.shingles(text.ids)
        return marks.starts, marks.hashes

    return terms


def pairs(most: int) -> Terms:
    def terms(text: Stream) -> tuple[Numbers, Numbers]:
        marks = fingerprints.pairs(words_in(text), text.pauses, most)
        return marks.starts, marks.hashes

    return terms


def both(*each: Terms) -> Terms:
    def terms(text: Stream) -> tuple[Numbers, Numbers]:
        starts, hashes = zip(*(one(text) for one in each), strict=True)
        return np.concatenate(starts), np.concatenate(hashes)

    return terms


def words(text: Stream) -> tuple[Numbers, Numbers]:
    found = words_in(text)
    return found.at, found.hashes


def syllables(text: Stream) -> tuple[Numbers, Numbers]:
    return np.arange(len(text)), text.ids


def rows(streams: dict[str, Stream], first: dict[str, int], terms: Terms) -> Rows:
    blocks, found = [], []
    for name, text in streams.items():
        at, own = terms(text)
        blocks.append(first[name] + at // BLOCK)
        found.append(own)
    return Rows(np.concatenate(blocks), np.concatenate(found))


def ranked(entries: Rows, asked: Terms, found: list[Case]) -> tuple[int, float, dict[str, list[int]]]:
    """By fingerprints, as the program does: a few postings of each, weighed by how many there are."""
    order = np.lexsort((entries.blocks, entries.terms))
    terms, blocks = entries.terms[order], entries.blocks[order]
    kept = (np.diff(terms, prepend=terms[0] - 1) != 0) | (np.diff(blocks, prepend=-1) != 0)
    terms, blocks = terms[kept], blocks[kept]
    ranks: dict[str, list[int]] = {}
    began = time.perf_counter()
    for case in found:
        wanted = np.unique(asked(case.query)[1])
        low, high = np.searchsorted(terms, wanted), np.searchsorted(terms, wanted, side="right")
        scores: dict[int, float] = {}
        for start, end in zip(low.tolist(), high.tolist(), strict=True):
            for block in blocks[start : min(end, start + MOST_POSTINGS)].tolist():
                scores[block] = scores.get(block, 0.0) + 1.0 / (1.0 + np.log2(end - start))
        best = max((scores.get(block, 0.0) for block in case.blocks), default=0.0)
        rank = sum(score > best for score in scores.values()) if best else len(blocks)
        ranks.setdefault(case.kind, []).append(rank)
    return len(blocks), (time.perf_counter() - began) / len(found) * 1000, ranks


def searched(
    entries: Rows, count: int, terms: Terms, found: list[Case], scheme: str
) -> tuple[int, float, dict[str, list[int]]]:
    """By a matrix of blocks and terms in memory."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfTransformer

    vocabulary, column = np.unique(entries.terms, return_inverse=True)
    matrix = csr_matrix((np.ones(len(column), np.float32), (entries.blocks, column)), (count, len(vocabulary)))
    matrix.sum_duplicates()
    if scheme == "BM25":
        held = np.bincount(matrix.indices, minlength=len(vocabulary))
        length = np.asarray(matrix.sum(1)).ravel()
        norm = np.repeat(K1 * (1 - B + B * length / length.mean()), np.diff(matrix.indptr))
        matrix.data *= (K1 + 1) / (matrix.data + norm) * np.log(1 + (count - held + 0.5) / (held + 0.5))[matrix.indices]
    else:
        matrix = TfidfTransformer(sublinear_tf=True).fit_transform(matrix)
    columns = matrix.T.tocsr()
    ranks: dict[str, list[int]] = {}
    began = time.perf_counter()
    for case in found:
        wanted = np.unique(terms(case.query)[1])
        places = np.minimum(np.searchsorted(vocabulary, wanted), len(vocabulary) - 1)
        scores = np.asarray(columns[places[vocabulary[places] == wanted]].sum(0)).ravel()
        best = scores[case.blocks.start : case.blocks.stop].max()
        ranks.setdefault(case.kind, []).append(int((scores > best).sum()))
    return matrix.nnz, (time.perf_counter() - began) / len(found) * 1000, ranks


def told(name: str, size: int, milliseconds: float, ranks: dict[str, list[int]]) -> None:
    parts = [np.mean([rank < BEST for rank in ranks[kind]]) for kind in sorted(ranks)]
    print(f"{name:34}{size / 1e6:6.1f}M{milliseconds:7.2f}  " + " ".join(f"{part:11.3f}" for part in parts), flush=True)


if __name__ == "__main__":
    main()

"""Documents of one subject: how many are among the first five, against BM25?

    .venv/bin/python bench/overlap.py [--home HOME]

The test set is that of `relations.py`; what tells a relation is cut out of the asking document for every ranking. BM25
is tuned on the one half of the queries, as the program was; figures are of the other. HOME as in checking.py. Recall
counts the found of those that five places can hold. Needs scikit-learn (`pip install -e '.[bench]'`) for its matrices.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

import material
import numpy as np
import numpy.typing as npt
from relations import Known, Query, documents, queries
from scipy.sparse import csr_matrix

from drafter.corpus import Corpus
from drafter.corpus.importing import items, plan
from drafter.corpus.subjects import telling_words, terms_of
from drafter.nlp.rarity import words_in
from drafter.nlp.syllables import Stream, stream
from drafter.overlap.nearest import nearest
from drafter.overlap.subject import TERMS

FIRST = 5
Bags = list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]
"""Of each text its terms, and how often each stands in it."""
Ranking = Callable[[Query], list[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    material.need(material.DOCUMENTS)
    known = documents()
    asked = queries(known)
    dev, held = ([one for one in asked if one.dev is part] for part in (True, False))
    print(f"{len(known)} documents, {len(asked)} queries, {len(held)} of them measured")
    for name, terms in (("words", words), ("syllables", syllables)):
        bags = [bag(terms(stream(f"{one.title}\n{one.text}"))) for one in known]
        own = {one: bag(terms(stream(_asking(known, one)))) for one in asked}
        chosen = max(product((1.2, 2.0, 3.0), (0.75, 0.95), (True, False)), key=lambda s: bm25(bags, own, dev, *s)[0])
        told(f"BM25 over {name}, k1 {chosen[0]} b {chosen[1]}", held, bm25(bags, own, held, *chosen)[1])
    with tempfile.TemporaryDirectory() as folder, Corpus(options.home or Path(folder)) as corpus:
        if not len(corpus):
            list(corpus.add_all(items(plan([material.DOCUMENTS]))))
        for name, graph in (("terms and titles alone", "none"), ("as built", "masked"), ("all references", "whole")):
            ranked = built(corpus, known, graph)
            began = time.process_time()
            found = {one: ranked(one) for one in held}
            told(name, held, found)
            print(f"{'':36}{(time.process_time() - began) / len(held) * 1000:.0f} ms a query")


def _asking(known: list[Known], query: Query) -> str:
    """The text of the document that asks, without what tells the relation."""
    one = known[query.document]
    return f"{one.title}\n{one.without(set(query.hidden))}"


def built(corpus: Corpus, known: list[Known], graph: str) -> Ranking:
    """The ranking of the program; with the references that tell no relation, with none, or with all, which is told
    what it is asked."""
    places = {one.id: at for at, one in enumerate(known)}

    def ranked(query: Query) -> list[int]:
        one = known[query.document]
        terms = terms_of(telling_words(stream(one.without(set(query.hidden))))).weightiest(TERMS)
        references = {"none": set(), "masked": one.references - query.hidden, "whole": one.references}[graph]
        names = (near.entry.name for near in nearest(corpus, terms, one.title, references))
        return [at for at in (places[name] for name in names if name in places) if at != query.document][:FIRST]

    return ranked


def words(text: Stream) -> npt.NDArray[np.int64]:
    return words_in(text).hashes


def syllables(text: Stream) -> npt.NDArray[np.int64]:
    return text.ids


def bag(terms: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    return np.unique(terms, return_counts=True)


def bm25(
    bags: Bags, own: dict[Query, tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]], asked: Sequence[Query],
    k1: float, b: float, damped: bool,
) -> tuple[float, dict[Query, list[int]]]:  # fmt: skip
    """The mean recall and what is found; `damped`: a term of the query counts 1 + log of how often it stands there."""
    vocabulary = np.unique(np.concatenate([terms for terms, _ in bags]))
    texts = _matrix(bags, vocabulary)
    lengths = np.asarray(texts.sum(1)).ravel()
    holders = np.asarray((texts > 0).sum(0)).ravel()
    idf = np.log(1 + (len(bags) - holders + 0.5) / (holders + 0.5))
    rows = np.repeat(np.arange(len(bags)), np.diff(texts.indptr))
    texts.data = texts.data * (k1 + 1) / (texts.data + k1 * (1 - b + b * lengths[rows] / lengths.mean()))
    questions = _matrix([own[one] for one in asked], vocabulary)
    questions.data = 1 + np.log(questions.data) if damped else questions.data
    scores = (questions.multiply(idf).tocsr() @ texts.T).toarray()
    found = {}
    for place, one in enumerate(asked):
        scores[place, one.document] = -1
        found[one] = np.argsort(-scores[place], kind="stable")[:FIRST].tolist()
    return float(np.mean([recall(one, found[one]) for one in asked])), found


def _matrix(bags: Bags, vocabulary: npt.NDArray[np.int64]) -> csr_matrix:
    terms = np.concatenate([terms for terms, _ in bags])
    counts = np.concatenate([counts for _, counts in bags]).astype(np.float64)
    rows = np.repeat(np.arange(len(bags)), [len(terms) for terms, _ in bags])
    columns = np.minimum(np.searchsorted(vocabulary, terms), len(vocabulary) - 1)
    there = vocabulary[columns] == terms
    return csr_matrix((counts[there], (rows[there], columns[there])), (len(bags), len(vocabulary)))


def recall(query: Query, found: Sequence[int]) -> float:
    return len(query.relevant & set(found)) / min(FIRST, len(query.relevant))


def told(name: str, asked: Sequence[Query], found: dict[Query, list[int]]) -> None:
    """Recall and precision at five, for each relation, over all queries, and over the relations."""
    recalls, precisions, ceilings = (defaultdict(list) for _ in range(3))
    for one in asked:
        for key in (one.relation, "all"):
            recalls[key].append(recall(one, found[one]))
            precisions[key].append(len(one.relevant & set(found[one])) / FIRST)
            ceilings[key].append(min(FIRST, len(one.relevant)) / FIRST)
    print(f"\n{name}")
    for key in recalls:
        figures = (float(np.mean(values[key])) for values in (recalls, precisions, ceilings))
        print("  {:18} {:4}  recall {:.3f}  precision {:.3f} of {:.3f}".format(key, len(recalls[key]), *figures))
    mean = np.mean([np.mean(values) for key, values in recalls.items() if key != "all"])
    print(f"  mean of the relations    recall {mean:.3f}")


if __name__ == "__main__":
    main()

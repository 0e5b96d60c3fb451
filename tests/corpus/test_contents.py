"""Texts come back as they were put, whole and in parts, on either database."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from stored_texts import Place, counted, item, prose

from drafter.corpus import Corpus, Item
from drafter.corpus.contents import BLOCK
from drafter.document import Span

LONG = "".join(f"{prose(seed)}\n" for seed in range(50)).replace("kinh", "kinh\N{GRINNING FACE}")
assert len(LONG) > 4 * BLOCK


def put(corpus: Corpus, text: str) -> int:
    return corpus._put([replace(item(1, location="/kho/a.txt"), sha256=f"{len(text)}", text=text)])[0].id


@pytest.mark.parametrize("length", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_a_text_of_any_length_comes_back(corpus: Corpus, length: int) -> None:
    assert corpus.text(put(corpus, LONG[:length])) == LONG[:length]
    assert counted(corpus, "content") == max(1, -(-length // BLOCK))


def test_a_shorter_version_leaves_nothing_of_the_longer_one(corpus: Corpus) -> None:
    assert put(corpus, LONG) == put(corpus, LONG[:100])
    assert counted(corpus, "content") == 1


def test_parts_are_cut_at_blanks_and_lie_where_they_say(corpus: Corpus) -> None:
    id_ = put(corpus, LONG)
    rng = random.Random(4)
    edges = [rng.randrange(-50, len(LONG)) for _ in range(60)] + [0, BLOCK, BLOCK - 1, 2 * BLOCK]
    spans = [Span(start, start + rng.choice([1, 300, 1500, BLOCK, len(LONG)])) for start in edges]
    for span, found in zip(spans, corpus.fragments([(id_, span) for span in spans]), strict=True):
        start, end = max(0, span.start), min(span.end, len(LONG))
        stop = found.start + len(found.text)
        assert LONG[found.start : stop] == found.text
        assert start <= found.start <= stop <= end
        before, behind = LONG[start : found.start], LONG[stop:end]
        assert len(before.split()) <= 1 and (not before or before[-1].isspace())
        assert len(behind.split()) <= 1 and not behind[:1].isspace()
        if start == 0:
            assert not before
        if end == len(LONG):
            assert not behind


def test_parts_of_many_documents_in_the_order_asked_for(corpus: Corpus) -> None:
    texts = ["Tổ công nghệ số (CNS). CNS của xã.", "CNS của huyện."]
    ids = [corpus._put([Item(f"{at}.txt", f"{at}", text)])[0].id for at, text in enumerate(texts)]
    places = [(ids[1], Span(0, 99)), (ids[0], Span(8, 99)), (ids[1], Span(0, 5))]
    found = corpus.fragments(places)
    assert [(one.start, one.text) for one in found] == [(0, texts[1]), (13, "số (CNS). CNS của xã."), (0, "CNS ")]
    assert [dict(one.abbreviations) for one in found] == [{}, {"CNS": ("công", "nghệ", "số")}, {}]


def test_of_more_places_than_one_question_takes(place: Place) -> None:
    with place.open() as corpus:
        id_ = put(corpus, LONG)
        found = corpus.fragments([(id_, Span(at, at + 30)) for at in range(0, len(LONG), 30)])
        assert all(LONG.startswith(one.text, one.start) for one in found)
        assert corpus.fragments([]) == []

from collections.abc import Iterator

import pytest
from cases import ARTICLES, ARTICLES_SILENT, FOUND, SILENT
from drafts import decision, plan, told

from drafter.citations.rules import RULES
from drafter.corpus import Corpus


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A corpus that holds nothing."""
    with Corpus(tmp_path_factory.mktemp("empty")) as corpus:
        yield corpus


def test_every_rule_that_needs_no_corpus_has_texts() -> None:
    of_the_corpus = {"cite.mismatch", "cite.force"}
    assert {f"cite.{name}" for name in FOUND} == {f"cite.{name}" for name in SILENT} == set(RULES) - of_the_corpus


@pytest.mark.parametrize(
    ("rule", "body", "marked"), [(rule, body, marked) for rule, rows in FOUND.items() for body, marked in rows]
)
def test_a_fault_is_found_where_it_stands(empty: Corpus, rule: str, body: str, marked: tuple[str, ...]) -> None:
    found = told(plan(body), empty, rule)

    assert len(found) == len(marked), found
    for (_, text), begin in zip(found, marked, strict=True):
        assert text.startswith(begin)


@pytest.mark.parametrize(("rule", "body"), [(rule, body) for rule, rows in SILENT.items() for body in rows])
def test_what_is_right_is_left_alone(empty: Corpus, rule: str, body: str) -> None:
    assert told(plan(body), empty, rule) == []


@pytest.mark.parametrize(("articles", "marked"), ARTICLES)
def test_articles_that_are_not_there(empty: Corpus, articles: str, marked: tuple[str, ...]) -> None:
    assert [text for _, text in told(decision(articles), empty, "provision")] == list(marked)


@pytest.mark.parametrize("articles", ARTICLES_SILENT)
def test_articles_that_are_there_or_another_documents(empty: Corpus, articles: str) -> None:
    assert told(decision(articles), empty, "provision") == []

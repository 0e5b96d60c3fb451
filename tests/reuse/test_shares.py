from drafter.document import Span
from drafter.report import Shares
from drafter.reuse.shares import shares

TEXT = "0123456789"
BODY = [Span(0, 10)]


def test_a_formula_is_never_copied_and_what_is_cited_never_a_formula() -> None:
    assert shares(TEXT, BODY, [Span(0, 6)], [Span(2, 4)], [Span(3, 5)]) == Shares(0.3, 0.2, 0.1, 0.4)


def test_only_the_body_counts() -> None:
    assert shares(TEXT, [Span(5, 10)], [Span(0, 6)], [], []) == Shares(0.2, 0.0, 0.0, 0.8)


def test_blanks_do_not_count() -> None:
    assert shares("ab  \n\u00a0cd", [Span(0, 8)], [Span(0, 4)], [], []) == Shares(0.5, 0.0, 0.0, 0.5)


def test_thirds_add_up_to_one() -> None:
    found = shares("abc", [Span(0, 3)], [Span(0, 1)], [Span(1, 2)], [])
    assert (found.copied, found.cited, found.formula, found.own) == (0.3333, 0.3333, 0.0, 0.3334)


def test_an_empty_body_is_all_own() -> None:
    assert shares("", [], [], [], []) == Shares(0.0, 0.0, 0.0, 1.0)

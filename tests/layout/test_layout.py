"""Every rule with a document that breaks it, and sound documents that break none."""

from collections.abc import Callable
from pathlib import Path

import cases_appendices
import cases_bodies
import cases_closings
import cases_copies
import cases_heads
import cases_kinds
import cases_pages
import cases_paging
import cases_places
import cases_structure
import cases_words
import pytest
from docx.document import Document as Word
from sound import Case, Change, annexed, at, letter, plan, read

import drafter
from drafter.layout.check import layout
from drafter.layout.rules import LEFT, RULES, STATE
from drafter.report import Finding

WRONG: list[Case] = [
    *cases_pages.CASES,
    *cases_heads.CASES,
    *cases_bodies.CASES,
    *cases_closings.CASES,
    *cases_paging.CASES,
    *cases_places.CASES,
    *cases_appendices.CASES,
    *cases_structure.CASES,
    *cases_words.CASES,
    *cases_kinds.CASES,
    *cases_copies.CASES,
]


def found(make: Callable[[], Word], *changes: Change) -> list[Finding]:
    made = make()
    for change in changes:
        change(made)
    return list(layout(read(made)).findings)


@pytest.mark.parametrize("make", [plan, letter, annexed, *cases_kinds.SOUND])
def test_a_sound_document_has_no_fault(make: Callable[[], Word]) -> None:
    assert found(make) == []


def test_the_drafts_of_the_project_have_no_fault(samples: Path) -> None:
    for file in sorted((samples / "drafts").glob("*.docx")):
        assert layout(drafter.read(file)).findings == (), file.name


@pytest.mark.parametrize(
    ("rule", "make", "change", "place", "message"), WRONG, ids=[f"{one[0]}-{n}" for n, one in enumerate(WRONG)]
)
def test_a_fault_is_found_where_it_is_and_nothing_else(
    rule: str, make: Callable[[], Word], change: Change, place: str, message: str
) -> None:
    faults = found(make, change)
    own = [one for one in faults if one.rule == f"nd30.{rule}"]
    assert [one.rule for one in faults] == [f"nd30.{rule}"], [one.message for one in faults]
    assert message in own[0].message
    assert own[0].text.startswith(place)
    assert own[0].suggestion.endswith(".")
    assert "Nghị định số 30/2020/NĐ-CP" in own[0].basis


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert set(STATE) == {f"nd30.{one[0]}" for one in WRONG}
    assert not set(RULES) & set(LEFT)


@pytest.mark.parametrize("words", ["Rà soát hồ sơ tồn đọng", "Hoàng Thị Lan", "Bản Mây, ngày", "- Các thôn;"])
def test_a_marked_gap_is_reported_wherever_it_stands(words: str) -> None:
    made = plan()
    run = at(made, words).runs[0]
    run.text = run.text.replace(words, f"[CẦN ĐIỀN: chỗ này]{', ngày' if 'ngày' in words else ''}")

    assert [one.rule for one in layout(read(made)).findings] == ["nd30.ND-08"]

"""Files without all components of a document: each is judged by what counts for it, the rest is not evaluated."""

from collections.abc import Callable

import pytest
from cases_structure import charter, without
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm
from sound import BASES, TEXT, Change, annexed, at, look, page, plan, read, say

from drafter.layout.check import UNSEEN, layout
from drafter.layout.regimes import form_of
from drafter.layout.roles import sheet

NOTE = "(Kèm theo Quyết định số 64/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Bản Mây)"


def attached() -> Word:
    """A regulation that a decision promulgates, in a file of its own: organ and Quốc hiệu, no number, no signature."""
    made = charter()
    for row in made.tables[0].rows[1:]:
        row._tr.getparent().remove(row._tr)
    made.tables[1]._tbl.getparent().remove(made.tables[1]._tbl)
    for words in (*BASES, "Ủy ban nhân dân xã ban hành"):
        without(words)(made)
    note = at(made, "Chương I").insert_paragraph_before()
    note.alignment = ALIGN.CENTER
    note.add_run(NOTE).font.italic = True
    return made


def titled() -> Word:
    """The same without a letterhead."""
    made = attached()
    made.tables[0]._tbl.getparent().remove(made.tables[0]._tbl)
    return made


def alone() -> Word:
    """An appendix in a file of its own."""
    made = annexed()
    for element in list(made.element.body):
        if element.tag.endswith("}tbl") or (
            element.tag.endswith("}p") and "Phụ lục I" not in "".join(element.itertext())
        ):
            made.element.body.remove(element)
        else:
            break
    return made


def slip() -> Word:
    """A form by which an official asks the head to decide."""
    made = plan()
    made.tables[0]._tbl.getparent().remove(made.tables[0]._tbl)
    for words in (*BASES, "Ủy ban nhân dân xã ban hành"):
        without(words)(made)
    say("KẾ HOẠCH", "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC")(made)
    return made


@pytest.mark.parametrize(
    ("make", "form"), [(attached, "attached"), (titled, "attached"), (alone, "appendix"), (slip, "internal")]
)
def test_a_sound_file_has_no_fault_and_what_it_need_not_have_counts_as_not_evaluated(
    make: Callable[[], Word], form: str
) -> None:
    document = read(make())
    judged = layout(document)
    assert form_of(sheet(document)) == form
    assert [(one.rule, one.message) for one in judged.findings] == []
    assert {"nd30.PG-05", "nd30.ND-01"} <= set(judged.evaluated)
    assert {"nd30.SO-01", "nd30.DD-01", "nd30.KY-06", "nd30.NN-07", "nd30.CC-07"} <= set(judged.not_evaluated)
    assert not set(judged.evaluated) & set(judged.not_evaluated)
    assert {*judged.evaluated, *judged.not_evaluated} == set(UNSEEN.not_evaluated)


@pytest.mark.parametrize(
    ("make", "change", "rule"),
    [
        (attached, page(left_margin=Mm(20)), "PG-05"),
        (attached, look("CỘNG HÒA", bold=False), "QH-02"),
        (attached, say("Chương II", "CHƯƠNG II"), "BC-01"),
        (titled, look("QUY CHẾ", size=16), "TL-01"),
        (titled, say("Điều 4.", "Điều 5."), "BC-10"),
        (alone, look("DANH SÁCH", bold=False), "PL-04"),
        (alone, page(right_margin=Mm(30)), "PG-06"),
        (slip, look(TEXT, name="Arial"), "PG-08"),
    ],
)
def test_what_counts_is_judged(make: Callable[[], Word], change: Change, rule: str) -> None:
    made = make()
    change(made)
    assert {one.rule for one in layout(read(made)).findings} == {f"nd30.{rule}"}


def test_quoc_hieu_counts_only_where_it_stands() -> None:
    assert "nd30.QH-02" in layout(read(attached())).evaluated
    assert "nd30.QH-02" in layout(read(titled())).not_evaluated


@pytest.mark.parametrize("number", ["64/2026/QĐ-UBND", "64-QĐ/ĐU"])
def test_what_comes_with_a_document_of_other_rules_is_not_judged(number: str) -> None:
    made = titled()
    say("64/QĐ-UBND", number)(made)
    assert layout(read(made)) == UNSEEN


def test_a_list_without_a_word_of_where_it_belongs_is_not_judged() -> None:
    made = titled()
    without(NOTE)(made)
    say("QUY CHẾ", "DANH SÁCH")(made)
    assert layout(read(made)) == UNSEEN

"""Copies (Phụ lục I, Phần II NĐ 30): what is a copy's block and what is not, with the decree's own form filled in."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from cases_copies import block, copy
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from sound import _line, at, paragraphs, plan, read, say
from sound_party import party_plan
from test_forms import forms

from drafter.layout.check import layout
from drafter.layout.roles import copied, sheet
from drafter.readers import read_bytes


@pytest.mark.parametrize("make", [copy, block])
def test_a_sound_copy_has_no_fault(make: Callable[[], Word]) -> None:
    judged = layout(read(make()))
    assert [one.message for one in judged.findings] == []
    assert {f"nd30.BS-0{number}" for number in range(1, 5)} <= set(judged.evaluated)


def test_the_block_has_roles_of_its_own() -> None:
    whole = sheet(read(copy()))
    made = copied(whole)
    assert made is not None
    assert [(role, row.words) for row, role in zip(made.rows, made.roles, strict=True)] == [
        ("organ", "ỦY BAN NHÂN DÂN"),
        ("organ", "XÃ SUỐI ĐÁ"),
        ("number", "Số: 07/SY-UBND"),
        ("copy_form", "SAO Y"),
        ("place_date", "Suối Đá, ngày 12 tháng 3 năm 2026"),
        ("noi_nhan", "Nơi nhận:"),
        ("recipient", "- Như trên;"),
        ("recipient", "- Lưu: VT."),
        ("authority", "TM. ỦY BAN NHÂN DÂN"),
        ("signer_title", "CHỦ TỊCH"),
        ("signer", "Vàng A Sử"),
    ]
    assert [row.words for row in whole.of("signer")] == ["Hoàng Thị Lan"]
    assert [row.words for row in whole.of("number")] == ["Số: 05/KH-UBND"]


def test_a_file_that_is_but_the_block_is_judged_as_a_copy_alone() -> None:
    judged = layout(read(block()))
    assert judged.evaluated == (*(f"nd30.BS-0{number}" for number in range(1, 5)), "nd30.ND-08")
    assert "nd30.QH-01" in judged.not_evaluated
    assert not set(judged.evaluated) & set(judged.not_evaluated)


def test_what_only_names_a_copy_is_none() -> None:
    made = plan()
    _line(made, "SAO Y", align=ALIGN.CENTER)
    assert copied(sheet(read(made))) is None
    assert layout(read(made)).findings == ()
    assert copied(sheet(read(plan()))) is None


def test_a_fault_of_the_document_that_is_copied_is_told_as_ever() -> None:
    made = copy()
    say("05/KH-UBND", "5/KH-UBND")(made)
    assert [one.rule for one in layout(read(made)).findings] == ["nd30.SO-02"]


def test_the_block_below_a_document_of_the_party_is_no_part_of_that() -> None:
    made = party_plan()
    for table in list(copy().tables[2:]):
        made.element.body.insert(len(made.element.body) - 1, table._tbl)
    document = read(made)
    assert copied(sheet(document)) is not None
    assert [one.message for one in layout(document).findings] == []


@pytest.mark.shared
def test_the_form_of_the_decree_filled_in_has_its_parts_where_they_are(shared: Path) -> None:
    """Mẫu 3.1: lines are typed there, the organ is set at 14, number and date at 13."""
    made = docx.Document(io.BytesIO(forms(shared / "data" / "docx" / "nd30-Phuluc3.docx")["3.1"]))
    for old, new in (
        ("TÊN CƠ QUAN, TỔ CHỨC2", "ỦY BAN NHÂN DÂN XÃ SUỐI ĐÁ"),
        ("..3../4-", "Số: 07/TrS-UBND"),
        ("……1……", "TRÍCH SAO"),
        ("6 ......., ngày", "Suối Đá, ngày 12 tháng 3 năm 2026"),
        ("CHỨC VỤ CỦA NGƯỜI KÝ7", "CHỦ TỊCH"),
    ):
        fill(made, old, new)
    for noted in ("(Chữ ký của", "dấu của cơ quan, tổ chức thực hiện"):
        fill(made, noted, "", [one for one in paragraphs(made) if noted in one.text][-1])
    names = [one for one in paragraphs(made) if one.text.strip() == "Họ và tên"]
    fill(made, "Họ và tên", "Vàng A Sử", names[-1])
    document = read_bytes("a.docx", data_of(made))

    block_of_it = copied(sheet(document))
    assert block_of_it is not None
    told = {role: row.words for row, role in zip(block_of_it.rows, block_of_it.roles, strict=True)}
    assert (told["organ"], told["number"], told["copy_form"]) == (
        "ỦY BAN NHÂN DÂN XÃ SUỐI ĐÁ",
        "Số: 07/TrS-UBND",
        "TRÍCH SAO",
    )
    assert [one.rule for one in layout(document).findings if one.rule.startswith("nd30.BS")] == []


def fill(made: Word, old: str, new: str, paragraph: object = None) -> None:
    runs = (paragraph or at(made, old)).runs  # type: ignore[union-attr]
    runs[0].text = new
    for run in runs[1:]:
        run.text = ""


def data_of(made: Word) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()

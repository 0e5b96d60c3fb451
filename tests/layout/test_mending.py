"""What `fix` sets right: afterwards the fault is gone, the text is as it was, and there is nothing more to do."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import cases_party_heads
import cases_party_texts
import docx
import pytest
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sound import LAST, TEXT, Change, annexed, data_of, look, page, paragraphs, plan, say, shape
from sound_party import TEXT as PARTY_TEXT
from sound_party import party_plan
from test_layout import WRONG
from word_files import rejected

from drafter.errors import SignedFile
from drafter.layout.check import layout
from drafter.layout.rules import Told
from drafter.readers import read_bytes
from drafter.render.relaid import Relaid, relaid

CASES = [*WRONG, *cases_party_heads.CASES, *cases_party_texts.CASES]


@pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{n}" for n, one in enumerate(CASES)])
def test_what_says_it_can_be_mended_is_mended_and_nothing_else(case: tuple) -> None:
    data = data_of(case[1], case[2])
    before = read_bytes("a.docx", data)
    (fault,) = layout(before).findings

    made = relaid("a.docx", data)

    after = read_bytes("a.docx", made.data)
    assert (after.text == before.text) == (not made.worded)
    assert rejected(made.data) == before.text
    assert made.rules == ((fault.rule,) if fault.fix else ())
    assert [one.rule for one in layout(after).findings] == ([] if fault.fix else [fault.rule])
    assert relaid("a.docx", made.data) == Relaid(made.data, ())
    assert fault.fix or made.data == data


MANY: tuple[Change, ...] = (
    page(left_margin=Mm(20), right_margin=Mm(10), page_width=Mm(215.9), page_height=Mm(279.4)),
    look("CỘNG HÒA", size=14, bold=False),
    look("- Các thôn", size=13, italic=True),
    shape("KẾ HOẠCH", alignment=ALIGN.LEFT),
    shape(TEXT, alignment=ALIGN.LEFT, first_line_indent=Mm(0), space_after=Pt(0), line_spacing=3.0),
    look(TEXT, size=11, name="Calibri"),
)


def test_many_faults_are_mended_at_once() -> None:
    data = data_of(plan, *MANY)
    assert len({one.rule for one in layout(read_bytes("a.docx", data)).findings}) >= 8

    made = relaid("a.docx", data)

    assert layout(read_bytes("a.docx", made.data)).findings == ()
    assert relaid("a.docx", made.data).data == made.data


def test_children_of_properties_stand_in_the_order_of_the_schema() -> None:
    made = relaid("a.docx", data_of(plan, *MANY))
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        text = package.read("word/document.xml").decode()
    own = text[text.rindex("<w:p>", 0, text.index(TEXT)) : text.index(TEXT)]
    paragraph, run = own.split("<w:r>")
    assert [paragraph.index(f"<w:{name} ") for name in ("spacing", "ind", "jc")] == sorted(
        paragraph.index(f"<w:{name} ") for name in ("spacing", "ind", "jc")
    )
    assert [run.index(f"<w:{name} ") for name in ("rFonts", "sz")] == sorted(
        run.index(f"<w:{name} ") for name in ("rFonts", "sz")
    )


def test_a_sound_file_stays_the_same_file() -> None:
    data = data_of(plan)
    assert relaid("a.docx", data).data == data


def test_a_signed_file_is_refused() -> None:
    data = io.BytesIO(data_of(plan, page(left_margin=Mm(20))))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    with pytest.raises(SignedFile) as raised:
        relaid("a.docx", data.getvalue())
    assert str(raised.value) == "a.docx: tệp đã ký số, sửa là mất hiệu lực chữ ký; hãy sửa bản chưa ký."


def test_a_document_of_the_party_is_mended_by_its_own_rules(samples: Path) -> None:
    made = docx.Document(str(samples / "drafts" / "6-ke-hoach-dang-uy.docx"))
    made.sections[0].left_margin = Mm(35)  # as wide as the decree allows, wider than the Party does
    data = io.BytesIO()
    made.save(data)
    mended = relaid("a.docx", data.getvalue())
    assert mended.rules == ("hd05.D-02",)
    assert abs(read_bytes("a.docx", mended.data).sections[0].left - 30) < 0.1


# Nobody reads a smallest torn file: looking for one takes minutes.
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], phases=set(Phase) - {Phase.shrink})
@given(st.data())
def test_whatever_a_file_looks_like_it_is_judged_and_mended_once_and_for_all(data: st.DataObject) -> None:
    """Paragraphs of a sound plan torn out, moved and set anyhow."""
    made = plan()
    body = made.element.body
    parts = [one for one in body if one.tag != docx.oxml.ns.qn("w:sectPr")]
    for part in data.draw(st.permutations(parts)):
        body.remove(part)
        if data.draw(st.booleans()):
            body.insert(0, part)
    made.add_paragraph("Hết.")
    for paragraph in paragraphs(made):
        if data.draw(st.integers(0, 3)) == 0:
            paragraph.alignment = data.draw(st.sampled_from(list(ALIGN)[:4]))
            paragraph.paragraph_format.first_line_indent = Mm(data.draw(st.integers(-30, 60)))
            for run in paragraph.runs:
                run.font.size = Pt(data.draw(st.sampled_from([1, 11, 12.5, 13, 14, 72])))
    page(left_margin=Mm(data.draw(st.integers(0, 80))))(made)
    file = io.BytesIO()
    made.save(file)

    once = relaid("a.docx", file.getvalue())

    assert rejected(once.data) == read_bytes("a.docx", file.getvalue()).text
    left = {one.rule for one in layout(read_bytes("a.docx", once.data)).findings if one.fix}
    assert left == set()
    assert relaid("a.docx", once.data).data == once.data


def test_only_what_breaks_the_wanted_rules_is_mended() -> None:
    document = plan()
    document.sections[0].left_margin = Mm(20)
    document.sections[0].top_margin = Mm(40)
    file = io.BytesIO()
    document.save(file)

    made = relaid("a.docx", file.getvalue(), only={"nd30.PG-05"})

    assert made.rules == ("nd30.PG-05",)
    assert relaid("a.docx", file.getvalue(), only=()) == Relaid(file.getvalue(), ())
    assert relaid("a.docx", made.data).rules == ("nd30.PG-03",)


def wide(made: Word) -> None:
    """Both sections with a margin that is too narrow."""
    for section in made.sections:
        section.left_margin = Mm(20)


@pytest.mark.parametrize("nth", [0, 1])
@pytest.mark.parametrize(
    ("make", "changes"),
    [
        # The day gets a zero: what is left below it has moved.
        (annexed, [wide, say("Bản Mây, ngày 05", "Bản Mây, ngày 5")]),
        (plan, [look(TEXT, name="Arial"), look(LAST, name="Calibri")]),
        (party_plan, [shape(PARTY_TEXT, alignment=ALIGN.LEFT, line_spacing=Pt(30))]),
    ],
    ids=["sections", "fonts", "party"],
)
def test_what_is_left_stays_and_what_breaks_the_same_rule_elsewhere_is_mended(
    make: Callable[[], Word], changes: list[Change], nth: int
) -> None:
    data = data_of(make, *changes)
    found = [one for one in layout(read_bytes("a.docx", data)).findings if one.rule != "nd30.DD-02"]
    assert len(found) == 2
    assert len({one.rule for one in found}) == 1

    made = relaid("a.docx", data, left=[Told(found[nth].rule, found[nth].start, found[nth].message)])

    after = layout(read_bytes("a.docx", made.data)).findings
    assert [(one.rule, one.text) for one in after] == [(found[nth].rule, found[nth].text)]
    assert after[0].message.split("%")[-1] == found[nth].message.split("%")[-1]


def test_nothing_of_a_rule_is_mended_where_what_is_left_is_not_found_again() -> None:
    data = data_of(annexed, wide)

    assert relaid("a.docx", data, left=[Told("nd30.PG-05", 3, "Lề trái hẹp.")]) == Relaid(data, ())


def test_words_that_are_left_stay_as_they_are() -> None:
    data = data_of(plan, say("tháng 02", "tháng 2"), say("Số: 05/KH-UBND", "Số: 5/KH-UBND"))
    number, month = layout(read_bytes("a.docx", data)).findings

    made = relaid("a.docx", data, left=[Told(month.rule, month.start, month.message)])

    assert made.rules == (number.rule,)
    assert [one.rule for one in layout(read_bytes("a.docx", made.data)).findings] == [month.rule]

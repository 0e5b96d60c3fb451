"""Files of old encodings are judged by what they say, and told what they are."""

import re
from copy import deepcopy

import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from lxml import etree
from old_texts import ALPHABET, CAPITALS, FONTS, as_in_word
from sound import Change, data_of, paragraphs, plan, read, say
from sound_party import party_plan

from drafter.document import Encoding
from drafter.layout.check import layout
from drafter.readers import read_bytes
from drafter.render.relaid import relaid

_CAPITALS = re.compile(f"([{re.sub('[ĂÂÊÔƠƯĐ]', '', CAPITALS)}]+)")


def _say(run: etree._Element, words: str) -> None:
    text = run.findall(qn("w:t"))[0]
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def typed_in(encoding: Encoding, by_font: bool = True) -> Change:
    """All words as a file of this encoding has them; its capitals with tones in a font of capitals."""

    def change(made: Word) -> None:
        for paragraph in paragraphs(made):
            for run in list(paragraph.runs):
                if not set(run.text) & set(ALPHABET):
                    continue
                parts = [part for part in _CAPITALS.split(run.text) if part] if encoding == "TCVN3" else [run.text]
                for part in parts:
                    copy = deepcopy(run._r)
                    run._r.addprevious(copy)
                    _say(copy, as_in_word(part, encoding))
                    name = FONTS[encoding] + ("H" if encoding == "TCVN3" and _CAPITALS.fullmatch(part) else "")
                    fonts = copy.get_or_add_rPr().get_or_add_rFonts()
                    for script in ("w:ascii", "w:hAnsi") if by_font else ():
                        fonts.set(qn(script), name)
                run._r.getparent().remove(run._r)

    return change


@pytest.mark.parametrize("encoding", FONTS)
def test_a_sound_file_of_an_old_encoding_has_this_fault_alone(encoding: Encoding) -> None:
    made = plan()
    typed_in(encoding)(made)
    document = read(made)
    findings = layout(document).findings

    assert document.text == read(plan()).text
    assert [one.rule for one in findings] == ["nd30.PG-09"]
    assert re.match(
        rf"\d+% chữ dùng phông {re.escape(FONTS[encoding])}\b.* của bộ mã cũ {encoding};", findings[0].message
    )
    assert findings[0].suggestion == "Chuyển mã sang Unicode rồi đặt phông Times New Roman."
    assert findings[0].start == document.recoded[0].span.start


def test_old_text_in_a_font_of_unicode_is_told_too() -> None:
    made = plan()
    typed_in("VNI", by_font=False)(made)
    document = read(made)
    findings = [one for one in layout(document).findings if one.rule == "nd30.PG-09"]

    assert document.text == read(plan()).text
    assert len(findings) == 1
    assert re.match(r"\d+% chữ là bộ mã cũ VNI, đặt phông Times New Roman; phải dùng", findings[0].message)


@pytest.mark.parametrize("by_font", [True, False])
def test_what_has_lost_its_font_is_not_mended(by_font: bool) -> None:
    made = plan()
    say("tháng 02 năm", "tháng 2 năm")(made)
    typed_in("VNI", by_font)(made)
    dates = [one for one in layout(read(made)).findings if one.rule == "nd30.DD-03"]

    assert [one.fix for one in dates] == [by_font]


def test_the_party_is_told_as_well() -> None:
    made = party_plan()
    typed_in("TCVN3")(made)

    findings = layout(read(made)).findings
    assert [one.rule for one in findings] == ["hd05.D-03"]
    assert findings[0].message.endswith(" của bộ mã cũ TCVN3; phải dùng bộ mã Unicode.")


def test_setting_the_layout_right_leaves_old_fonts_readable() -> None:
    """Letters of .VnTime in Times New Roman would be others."""

    def half_in_arial(made: Word) -> None:
        typed_in("TCVN3")(made)
        for paragraph in paragraphs(made):
            for run in paragraph.runs[1:2]:
                if run.text.isascii():
                    continue
                added = deepcopy(run._r)
                run._r.addnext(added)
                _say(added, " theo mẫu kèm theo văn bản này")
                for script in ("w:ascii", "w:hAnsi"):
                    added.rPr.rFonts.set(qn(script), "Arial")

    data = data_of(plan, half_in_arial)
    before = read_bytes("a.docx", data)
    assert "nd30.PG-08" in {one.rule for one in layout(before).findings}
    after = read_bytes("a.docx", relaid("a.docx", data).data)

    assert after.text.lower() == before.text.lower()  # "Theo" behind a stop
    assert "nd30.PG-08" not in {one.rule for one in layout(after).findings}
    assert len(after.recoded) == len(before.recoded)

"""Words exchanged as tracked changes, wherever in a paragraph they stand."""

import pytest
from lxml import etree
from word_files import W, docx, rejected

from drafter.document import Span
from drafter.readers import read_bytes
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.package import Package
from drafter.readers.docx.story import lay_out
from drafter.render.package import with_main
from drafter.render.tracking import Change, tracked


def run(words: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


LINK = f'<w:hyperlink w:anchor="a">{run("tháng 2 năm")}</w:hyperlink>'
CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('tháng 2 năm')}</w:sdtContent></w:sdt>"
INSERTED = f'<w:ins w:id="1" w:author="A">{run("tháng ")}{run("2 năm")}</w:ins>'
SPLIT = run("th") + run("áng 2") + run(" nă") + run("m")
WAYS = [run("tháng 2 năm"), LINK, CONTROL, INSERTED, SPLIT]


def changed(body: str, *changes: tuple[str, str]) -> tuple[str, bytes, list[bool]]:
    """The text with all changes accepted; rejected it is as it was. A change "a|b" puts words between a and b."""
    data = docx(body)
    package = Package.open("a.docx", data)
    story = lay_out(package.main, Cascade(package))
    wanted = []
    for old, new in changes:
        at = story.text.index(old.replace("|", ""))
        span = Span(at + old.index("|"), at + old.index("|")) if "|" in old else Span(at, at + len(old))
        wanted.append(Change(span, new))
    could = tracked(story, package.main, wanted)
    made = with_main(package, data)
    assert rejected(made) == story.text
    return read_bytes("a.docx", made).text, made, could


@pytest.mark.parametrize("way", WAYS, ids=["run", "link", "control", "inserted", "split"])
@pytest.mark.parametrize(
    ("change", "after"),
    [
        (("2", "02"), "Ngày 5 tháng 02 năm nay"),
        (("|2", "0"), "Ngày 5 tháng 02 năm nay"),
        (("2|", "."), "Ngày 5 tháng 2. năm nay"),
        (("tháng", "Tháng"), "Ngày 5 Tháng 2 năm nay"),
        (("g 2 ", "g 02 "), "Ngày 5 tháng 02 năm nay"),
        ((" 2 năm", ""), "Ngày 5 tháng nay"),
        (("m| nay", ","), "Ngày 5 tháng 2 năm, nay"),
        ((" |tháng", "của "), "Ngày 5 của tháng 2 năm nay"),
        (("|Ngày", "- "), "- Ngày 5 tháng 2 năm nay"),
        (("nay|", "."), "Ngày 5 tháng 2 năm nay."),
    ],
)
def test_words_are_exchanged_where_they_stand(way: str, change: tuple[str, str], after: str) -> None:
    text, made, could = changed(f"<w:p>{run('Ngày 5 ')}{way}{run(' nay')}</w:p>", change)

    assert (text, could) == (after, [True])
    root = Package.open("a.docx", made).main
    nested = [one for one in root.iter(f"{{{W}}}ins") if any(True for _ in one.iterancestors(f"{{{W}}}ins"))]
    assert nested == []  # an insertion in another's is no valid file


def test_several_changes_of_one_run_are_made_at_once() -> None:
    text, _, could = changed(f"<w:p>{run('Số 5/KH - UBND')}</w:p>", ("Số|", ":"), ("5", "05"), (" - ", "-"))
    assert (text, could) == ("Số: 05/KH-UBND", [True, True, True])


def test_new_words_look_like_what_they_replace() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    _, made, _ = changed(f"<w:p>{run('Số ')}{run('5', bold)}</w:p>", ("5", "05"))
    inserted = Package.open("a.docx", made).main.find(f".//{{{W}}}ins")
    assert inserted is not None
    assert inserted.find(f".//{{{W}}}b") is not None


def test_words_of_a_text_box_are_left() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
        f"<w:p>{run('Số 5')}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    text, made, could = changed(f"<w:p>{box}{run('Chữ')}</w:p>", ("5", "05"))
    assert could == [False]
    assert "05" not in text
    assert b"w:ins" not in etree.tostring(Package.open("a.docx", made).main)


def test_nothing_is_put_into_an_empty_paragraph() -> None:
    _, _, could = changed(f"<w:p/><w:p>{run('Chữ')}</w:p>", ("|", "Số"))
    assert could == [False]

"""The drafter's file with comments, read back by other means than those that wrote it."""

import io
import shutil
import subprocess
import unicodedata
import zipfile
from datetime import UTC, datetime

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import MC, WPS, W, docx, packed, part, word_parts

from drafter.document import Document, Span
from drafter.readers import read_bytes
from drafter.render.word import commented
from drafter.report import About, Finding, Report, Shares, Source

SKIPPED = {f"{{{W}}}{tag}" for tag in ("del", "moveFrom", "instrText", "txbxContent", "pPr", "rPr")}
SKIPPED.add(f"{{{MC}}}Fallback")
SHOWN = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n", f"{{{W}}}noBreakHyphen": "-"}

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def anchored(data: bytes) -> dict[int, str]:
    """By comment, the characters between the marks of its range; a paragraph ends with a line feed."""
    found: dict[int, str] = {}
    active: set[int] = set()

    def visit(element: etree._Element) -> None:
        if element.tag in SKIPPED:
            return
        if element.tag == f"{{{W}}}commentRangeStart":
            active.add(number := int(element.get(f"{{{W}}}id")))
            assert number not in found
            found[number] = ""
        elif element.tag == f"{{{W}}}commentRangeEnd":
            active.remove(int(element.get(f"{{{W}}}id")))
        text = SHOWN.get(element.tag, "")
        if element.tag == f"{{{W}}}t":
            text = (element.text or "") if element.get(SPACE) == "preserve" else (element.text or "").strip(" ")
        for child in element:
            visit(child)
        for number in active:
            found[number] += text + "\n" * (element.tag == f"{{{W}}}p")

    visit(xml(data))
    assert not active
    return found


def finding(document: Document, start: int, end: int, **more) -> Finding:
    text = document.text[start:end]
    return Finding("word.test", "warning", start, end, text, **{"message": "Câu này cần xem lại.", **more})


def report(document: Document, *findings: Finding) -> Report:
    about = About(document.name, document.sha256, "none", "", "", "", "", "", len(document.text))
    return Report(about, document.text, Shares(0, 0, 0, 1), findings, ())


def typed(document: Document, span: Span) -> str:
    """The span's text without what no one typed: automatic numbers, and the paragraph marks at its ends."""
    generated = {
        at
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.generated
        for at in range(run.span.start, run.span.end)
    }
    marks = {paragraph.span.end for paragraph in document.paragraphs}
    kept = [at for at in range(span.start, span.end) if at not in generated]
    while kept and kept[0] in marks:
        kept.pop(0)
    while kept and kept[-1] in marks:
        kept.pop()
    return "".join(document.text[at] for at in kept)


def quoted(data: bytes, *quotes: str) -> tuple[Document, list[Finding], bytes]:
    """The file with a finding on the first place of each quote."""
    document = read_bytes("a.docx", data)
    findings = []
    for quote in quotes:
        quote = quote if quote in document.text else unicodedata.normalize("NFD", quote)
        start = document.text.index(quote)
        findings.append(finding(document, start, start + len(quote)))
    return document, findings, commented(data, report(document, *findings))


def check(document: Document, findings: list[Finding], result: bytes) -> None:
    """The ranges cover the findings' characters, the file reads as before and opens in python-docx."""
    after = read_bytes(document.name, result)
    assert after.text == document.text
    assert [p.span for p in after.paragraphs] == [p.span for p in document.paragraphs]
    assert [[r.span for r in merged(p)] for p in after.paragraphs] == [
        [r.span for r in merged(p)] for p in document.paragraphs
    ]
    ours = sorted(comment_ids(result))
    ranges = anchored(result)
    for number, one in zip(ours, findings, strict=True):
        assert ranges[number] == typed(document, one.span)
    opened = python_docx.Document(io.BytesIO(result))
    assert len([comment for comment in opened.comments if comment.author == "drafter"]) == len(findings)


def merged(paragraph):
    """The runs, neighbours of one look joined: cutting a run must not change how anything looks."""
    joined = []
    for run in paragraph.runs:
        last = joined[-1] if joined else None
        if last and (last.format, last.generated, last.inserted) == (run.format, run.generated, run.inserted):
            joined[-1] = type(run)(Span(last.span.start, run.span.end), run.format, run.generated, run.inserted)
        else:
            joined.append(run)
    return joined


def comment_ids(data: bytes, author: str = "drafter") -> list[int]:
    root = xml(data, "word/comments.xml")
    return [int(one.get(f"{{{W}}}id")) for one in root if one.get(f"{{{W}}}author") == author]


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF luật \\h </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ONE_RUN_FIELD = (
    '<w:r><w:t xml:space="preserve">theo </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>trang mười</w:t><w:fldChar w:fldCharType="end"/>'
    '<w:t xml:space="preserve"> đó</w:t></w:r>'
)
ROW = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid/>{ROW.format(p(r('ủy ban')), p(r('quốc hiệu')) + p(r('tiêu ngữ')))}</w:tbl>"
BOX = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="{WPS}"><w:txbxContent>'
    f"{p(r('trong khung chữ'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><w:txbxContent>{p(r('trong khung chữ'))}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
CHOICE = '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:t>☺</w:t></mc:Choice></mc:AlternateContent></w:r>'
RUBY = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('b')}</w:rt><w:rubyBase>{r('chữ')}</w:rubyBase></w:ruby></w:r>"
DELETED = "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
DECOMPOSED = unicodedata.normalize("NFD", "Ủy ban nhân dân xã Đồng Tiến")

CASES = {
    "a whole run": (p(r("một hai ba")), ["một hai ba"]),
    "the start": (p(r("một hai ba")), ["một"]),
    "the middle": (p(r("một hai ba")), ["hai"]),
    "the end": (p(r("một hai ba")), ["ba"]),
    "a blank": (p(r("một hai ba")), [" "]),
    "across runs": (p(r("một "), r("hai ", "<w:b/>"), r("ba")), ["ột hai b"]),
    "the same twice": (p(r("một hai ba")), ["hai", "hai"]),
    "nested": (p(r("một hai ba bốn")), ["hai ba", "hai", "ba", "một hai ba bốn"]),
    "overlapping": (p(r("một hai "), r("ba bốn")), ["một hai ba", "hai ba bốn", "ba"]),
    "side by side": (p(r("một hai ba")), ["một", " ", "hai", " ba"]),
    "across paragraphs": (p(r("một hai")) + p(r("ba")) + p(r("bốn năm")), ["hai\nba\nbốn", "ba\nb", "i\nba"]),
    "across an empty paragraph": (p(r("một")) + p() + p(r("hai")), ["ột\n\nh", "một\n\nhai"]),
    "table cells": (p(r("trên")) + TABLE + p(r("dưới")), ["ban", "n\nủy ban\nquốc", "hiệu\ntiêu ngữ\nd", "ngữ"]),
    "tabs and breaks": (
        p("<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t></w:r>"),
        ["t\th", "\t", "hai\nba", "a-b", "\n", "bốn"],
    ),
    "a hyperlink": (
        p(r("xem "), f'<w:hyperlink w:anchor="a">{r("liên ")}{r("kết")}</w:hyperlink>', r(" này")),
        ["liên kết", "ên k", "m liên", "kết n", "kết"],
    ),
    "a tracked insertion": (
        p(r("cũ "), f'<w:ins w:id="7" w:author="x">{r("thêm vào")}</w:ins>', DELETED, r(" sau")),
        ["thêm vào", "hêm", "ũ thêm", "vào s", "cũ thêm vào sau"],
    ),
    "a content control": (
        p(r("số "), f"<w:sdt><w:sdtPr/><w:sdtContent>{r('mười hai')}</w:sdtContent></w:sdt>", r(" nhé")),
        ["mười hai", "ười", "ố mười", "hai n"],
    ),
    "a block control": (
        f"<w:sdt><w:sdtContent>{p(r('một hai'))}{p(r('ba'))}</w:sdtContent></w:sdt>{p(r('bốn'))}",
        ["hai\nb", "a\nbốn", "một"],
    ),
    "smart tags": (
        p(f"<w:smartTag>{r('Hà ')}<w:smartTag>{r('Nội')}</w:smartTag></w:smartTag>"),
        ["Nội", "à N", "Hà Nội"],
    ),
    "a field's result": (
        p(r("theo "), FIELD.format(r("Luật Đất đai")), r(" mới")),
        ["Luật", "o Luật Đ", "đai m", "Luật Đất đai"],
    ),
    "a simple field": (
        p(r("a "), f'<w:fldSimple w:instr=" REF x ">{r("kết quả")}</w:fldSimple>', r(" b")),
        ["kết quả", "ết", "a k", "ả b"],
    ),
    "a field in one run": (p(ONE_RUN_FIELD), ["trang mười", "o t", "mười đ", "rang"]),
    "decomposed letters": (p(r(DECOMPOSED)), ["Ủ", "Ủy ban", "nhân dân", "ồ", "Tiến", "Ủy ban nhân dân xã Đồng Tiến"]),
    "a letter of two runs": (p(r("Ke"), r("\u0302\u0301 hoạch", "<w:b/>")), ["Kế", "ế h"]),
    "letters beyond the first plane": (p(r("a 😀😀 b")), ["😀", "😀 b"]),
    "alternate content": (
        p(r("a "), CHOICE, r(" b")),
        ["☺", "a ☺", "☺ b"],
    ),
    "beside a drawing": (p("<w:r><w:t>trước</w:t><w:drawing/><w:t>sau</w:t></w:r>"), ["trước", "sau", "cs"]),
    "beside a text box": (p(r("thân bài "), BOX, r("tiếp")), ["bài", "thân bài tiếp", "tiếp"]),
    "blanks that Word leaves out": (
        "<w:p><w:r><w:t>  một hai  </w:t></w:r><w:r><w:t>ba</w:t></w:r></w:p>",
        ["một", "hai", "haib"],
    ),
    "a ruby": (p(r("a "), RUBY, r(" c")), ["chữ", "a chữ c"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_comment_stands_on_exactly_the_characters_of_its_finding(case):
    body, quotes = CASES[case]
    if case in ("a ruby",):  # read back by drafter's own reader alone: the other knows nothing of rubies
        _, findings, result = quoted(docx(body), *quotes)
        read = read_bytes("a.docx", result)
        assert sorted(comment.span for comment in read.comments) == sorted(one.span for one in findings)
        return
    check(*quoted(docx(body), *quotes))


# A range around a drawing holds the text of its box too.
@pytest.mark.parametrize("case", sorted(CASES.keys() - {"beside a text box"}))
def test_the_reader_finds_the_comments_where_the_findings_are(case):
    _, findings, result = quoted(docx(CASES[case][0]), *CASES[case][1])
    spans = sorted((one.span, one.message) for one in findings)
    read = read_bytes("a.docx", result)
    assert sorted((comment.span, comment.text) for comment in read.comments) == spans
    assert {comment.author for comment in read.comments} == {"drafter"}


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


def numbered(*content: str) -> str:
    return p('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', *content)


@pytest.mark.parametrize(
    ("quote", "range_"),
    [
        ("Điều 1. Phạm", "Phạm"),
        ("1. Phạm vi", "Phạm vi"),
        ("vi\nĐiều 2. Đối", "vi\nĐối"),
        ("Điều 1.", ""),
        ("vi\nĐiều 2.", "vi"),
        ("Điều 3.", ""),
        ("Điều 2. Đối tượng\nĐiều 3. \nhết", "Đối tượng\n\nhết"),
    ],
)
def test_automatic_numbers_are_not_in_the_file_so_not_in_the_range(quote, range_):
    body = numbered(r("Phạm vi")) + numbered(r("Đối "), r("tượng")) + numbered() + p(r("hết"))
    document = read_bytes("a.docx", docx(body, numbering=NUMBERING))
    quote = quote if quote in document.text else quote.replace("3. \n", "3.\n")
    start = document.text.index(quote)
    one = finding(document, start, start + len(quote))
    result = commented(docx(body, numbering=NUMBERING), report(document, one))
    check(document, [one], result)
    assert anchored(result) == {0: range_}


def test_a_finding_without_length_is_a_point():
    data = docx(p(r("một hai")) + p())
    document = read_bytes("a.docx", data)
    points = [finding(document, at, at) for at in (0, 4, 7, 8)]
    result = commented(data, report(document, *points))
    check(document, points, result)
    assert anchored(result) == {0: "", 1: "", 2: "", 3: ""}


def test_in_a_text_box_the_paragraph_that_holds_it_bears_the_comment():
    data = docx(p(r("trước")) + p(r("thân bài "), BOX) + p(r("sau")))
    document = read_bytes("a.docx", data)
    assert "trong khung chữ" in document.text
    start = document.text.index("khung")
    result = commented(data, report(document, finding(document, start, start + 5)))
    assert anchored(result) == {0: "thân bài "}
    root = xml(result)
    assert not root.xpath("//w:txbxContent//w:commentRangeStart", namespaces={"w": W})
    assert comment_lines(result) == [["Câu này cần xem lại.", "Chỗ này nằm trong khung chữ: “khung”"]]
    assert read_bytes("a.docx", result).text == document.text


@pytest.mark.parametrize(
    ("first", "last", "range_"), [("bài", "trong", "bài "), ("chữ", "sa", "thân bài \nsa")], ids=["into", "out of"]
)
def test_a_finding_that_begins_or_ends_in_a_text_box(first, last, range_):
    data = docx(p(r("thân bài "), BOX) + p(r("sau")))
    document = read_bytes("a.docx", data)
    start, end = document.text.index(first), document.text.index(last) + len(last)
    result = commented(data, report(document, finding(document, start, end)))
    assert anchored(result) == {0: range_}
    assert comment_lines(result)[0][1].startswith("Chỗ này nằm trong khung chữ: “")


def comment_lines(data: bytes) -> list[list[str]]:
    comments = xml(data, "word/comments.xml").findall(f"{{{W}}}comment")
    return [["".join(one.itertext()) for one in comment.iter(f"{{{W}}}p")] for comment in comments]


SOURCE = Source(
    12, "226-KL-TW.txt", "226-KL/TW", "Kết luận", "Ban Bí thư", "2025-12-11", "mục 2", 812, 1290,
    "Đẩy mạnh  phân cấp,\nphân quyền.",
)  # fmt: skip


def test_a_comment_says_what_is_wrong_from_where_what_to_write_and_why():
    document = read_bytes("a.docx", docx())
    one = finding(document, 0, 2, suggestion="Viết số việc, người làm.", basis="Điều 8", source=SOURCE)
    result = commented(docx(), report(document, one))
    assert comment_lines(result) == [
        [
            "Câu này cần xem lại.",
            "Nguồn: Kết luận số 226-KL/TW, Ban Bí thư, 11/12/2025, mục 2",
            "“Đẩy mạnh phân cấp, phân quyền.”",
            "Nên viết: Viết số việc, người làm.",
            "Căn cứ: Điều 8",
        ]
    ]
    comment = xml(result, "word/comments.xml")[0]
    assert {name.rpartition("}")[2]: value for name, value in comment.attrib.items()} == {
        "id": "0",
        "author": "drafter",
        "initials": "dr",
    }


def test_a_long_source_is_shortened_between_words():
    text = "phân cấp phân quyền " * 40
    source = Source(1, "nguon.txt", "", "", "", "", "", 0, len(text), text)
    document = read_bytes("a.docx", docx())
    result = commented(docx(), report(document, finding(document, 0, 2, source=source)))
    _, named, quote = comment_lines(result)[0]
    assert named == "Nguồn: nguon.txt"
    assert len(quote) <= 303
    assert quote.endswith("…”")
    assert text.startswith(quote[1:-2])
    assert quote[-6:-2] in ("phân", " cấp", "uyền")


def test_characters_that_xml_cannot_hold_do_not_stop_a_comment():
    document = read_bytes("a.docx", docx())
    result = commented(docx(), report(document, finding(document, 0, 2, message="a\x0cb\ud800c\ufffe")))
    assert comment_lines(result) == [["a\ufffdb\ufffdc\ufffd"]]


def test_comments_are_dated_only_when_asked():
    document = read_bytes("a.docx", docx())
    result = commented(docx(), report(document, finding(document, 0, 2)), datetime(2026, 8, 5, 9, 30, tzinfo=UTC))
    assert xml(result, "word/comments.xml")[0].get(f"{{{W}}}date") == "2026-08-05T09:30:00Z"


def test_comments_of_the_file_are_kept_and_ids_are_new():
    old = '<w:comment w:id="{}" w:author="Lan"><w:p><w:r><w:t>cũ</w:t></w:r></w:p></w:comment>'
    body = p(
        '<w:commentRangeStart w:id="5"/>', r("một hai"), '<w:commentRangeEnd w:id="5"/>',
        '<w:r><w:commentReference w:id="5"/></w:r>', r(" ba"),
    )  # fmt: skip
    data = docx(body, comments=part("comments", old.format(5) + old.format(0)))
    document, findings, result = quoted(data, "hai b", "một")
    check(document, findings, result)
    assert [int(one.get(f"{{{W}}}id")) for one in xml(result, "word/comments.xml")] == [5, 0, 6, 7]
    assert comment_ids(result, "Lan") == [5, 0]
    assert anchored(result)[5] == "một hai"
    assert Span(0, 7) in [one.span for one in read_bytes("a.docx", result).comments if one.author == "Lan"]


def test_an_absurd_id_does_not_make_another():
    data = docx(comments=part("comments", f'<w:comment w:id="{10**12}" w:author="Lan"><w:p/></w:comment>'))
    _, _, result = quoted(data, "Kế")
    assert comment_ids(result) == [0]


def test_a_second_round_adds_to_the_first():
    document, _, once = quoted(docx(), "Kế")
    again = commented(once, report(document, finding(document, 3, 7)))
    assert anchored(again) == {0: "Kế", 1: "hoạc"}


def test_all_other_parts_keep_their_bytes():
    parts = word_parts() | {
        "word/media/image1.png": b"\x89PNG\r\n" + bytes(range(256)),
        "word/comments.xml": "<not-related/>",
        "customXml/item1.xml": "<x  a='1'/>",
        "docProps/core.xml": "<coreProperties/>",
        "word/styles.xml": part("styles", ""),
    }
    _, _, result = quoted(packed(parts), "Kế")
    with zipfile.ZipFile(io.BytesIO(packed(parts))) as before, zipfile.ZipFile(io.BytesIO(result)) as after:
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
        assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}
        assert set(after.namelist()) - set(before.namelist()) == {"word/comments1.xml"}
        assert after.namelist()[0] == "[Content_Types].xml"
        assert after.testzip() is None


def test_a_main_part_without_relationships_gets_them():
    parts = word_parts()
    del parts["word/_rels/document.xml.rels"]
    check(*quoted(packed(parts), "Kế"))


def test_the_file_s_own_prefixes_are_used():
    rsid = p(r("một hai", "<w:b/>").replace("<w:r>", '<w:r w:rsidR="00AB12CD">'))
    _, _, result = quoted(docx(rsid), "hai")
    with zipfile.ZipFile(io.BytesIO(result)) as package:
        for name in package.namelist():
            assert b"ns0" not in package.read(name)
    runs = xml(result).findall(f".//{{{W}}}r[@{{{W}}}rsidR]")
    assert [run.findtext(f"{{{W}}}t") for run in runs] == ["một ", "hai"]
    assert all(run.find(f"{{{W}}}rPr/{{{W}}}b") is not None for run in runs)


def test_the_same_input_gives_the_same_bytes():
    data = docx(CASES["overlapping"][0])
    assert quoted(data, "hai", "ba")[2] == quoted(data, "hai", "ba")[2]
    text = read_bytes("a.txt", "một\nhai".encode())
    first = commented(b"", report(text, finding(text, 0, 3)))
    assert first == commented(b"", report(text, finding(text, 0, 3)))
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_report_of_another_text_is_refused():
    document = read_bytes("a.docx", docx())
    with pytest.raises(ValueError, match=r"a.docx: the report is of another text"):
        commented(docx(p(r("khác"))), report(document))


def test_a_strict_file_stays_strict():
    old, new = "schemas.openxmlformats.org/{}/2006", "purl.oclc.org/ooxml/{}"
    strict: dict[str, str | bytes] = {}
    for name, content in word_parts().items():
        for area in ("wordprocessingml", "officeDocument"):
            content = str(content).replace(old.format(area), new.format(area))
        strict[name] = content
    _, findings, result = quoted(packed(strict), "hoạch")
    assert [one.span for one in read_bytes("a.docx", result).comments] == [one.span for one in findings]
    for name in ("word/document.xml", "word/comments.xml"):
        assert etree.QName(xml(result, name)).namespace == "http://purl.oclc.org/ooxml/wordprocessingml/main"


class TestPlainText:
    @pytest.mark.parametrize(
        ("text", "quote", "range_"),
        [
            ("một\nhai ba\n", "ba", "ba"),
            ("PK có số 3", "số", "số"),
            ("một\r\nhai\rba", "t\r\nhai\rb", "t\nhai\nb"),
            ("\ufeffmột hai", "hai", "hai"),
            ("một\thai", "t\th", "t\th"),
            ("một\x0bhai\x0cba", "t\x0bh", "t\ufffdh"),
            (unicodedata.normalize("NFD", "Đồng Tiến\nxã"), unicodedata.normalize("NFD", "Tiến"), "Tie\u0302\u0301n"),
            ("  một  hai  ", "  một  ", "  một  "),
            ("\n\nmột", "một", "một"),
        ],
    )
    def test_the_made_file_bears_comments_on_the_text_s_characters(self, text, quote, range_):
        document = read_bytes("a.txt", text.encode())
        start = document.text.index(quote)
        result = commented(text.encode(), report(document, finding(document, start, start + len(quote))))
        assert anchored(result) == {0: range_}

    def test_the_made_file_holds_a_paragraph_a_line_in_times_14(self):
        document = read_bytes("a.txt", "KẾ HOẠCH\n\nMột\thai".encode())
        made = commented(b"", report(document))
        opened = python_docx.Document(io.BytesIO(made))
        assert [paragraph.text for paragraph in opened.paragraphs] == ["KẾ HOẠCH", "", "Một\thai"]
        runs = [run for paragraph in read_bytes("a.docx", made).paragraphs for run in paragraph.runs]
        formats = {(run.format.font, run.format.size) for run in runs}
        assert formats == {("Times New Roman", 14.0)}
        assert (opened.core_properties.author, opened.core_properties.comments) == ("drafter", "")


WORDS = st.text("aế Ọ\u0323😀", min_size=1, max_size=6)
RUN = st.builds(r, WORDS, st.sampled_from(["", "<w:b/>"]))
ODD_RUN = st.builds("<w:r><w:t>{}</w:t><w:tab/><w:t xml:space='preserve'>{}</w:t><w:br/></w:r>".format, WORDS, WORDS)
RUNS = st.lists(st.one_of(RUN, ODD_RUN), max_size=3).map("".join)
WRAPPED = st.builds(
    str.format,
    st.sampled_from(
        [
            '<w:ins w:id="9" w:author="x">{}</w:ins>',
            "<w:hyperlink>{}</w:hyperlink>",
            "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
            "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
            '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
            FIELD,
            '<w:bookmarkStart w:id="1" w:name="b"/>{}<w:bookmarkEnd w:id="1"/>',
        ]
    ),
    st.one_of(RUN, ODD_RUN, st.builds("<w:hyperlink>{}</w:hyperlink>".format, RUN)),
)
PARAGRAPH = st.lists(st.one_of(RUNS, WRAPPED), max_size=4).map(lambda parts: p(*parts))
GRID = st.builds(
    "<w:tbl>{}</w:tbl>".format, st.builds(ROW.format, PARAGRAPH, st.builds("{}{}".format, PARAGRAPH, PARAGRAPH))
)
BODY = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, GRID, PARAGRAPH.map(lambda one: one.replace("<w:p>", "<w:p><w:pPr>"
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'))), min_size=1, max_size=5)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(BODY.map(lambda parts: "".join(parts) + p(r("cuối"))), st.data())
def test_any_spans_of_any_document_are_covered_exactly(body, drawn):
    data = docx(body, numbering=NUMBERING)
    document = read_bytes("a.docx", data)
    offset = st.integers(0, len(document.text))
    spans = drawn.draw(st.lists(st.tuples(offset, offset).map(sorted), min_size=1, max_size=5))
    findings = [finding(document, start, end) for start, end in spans]
    check(document, findings, commented(data, report(document, *findings)))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["template-quyet-dinh.docx", "template-cong-van.docx", "nd30-Phuluc3.docx"])
def test_real_files_keep_their_text_and_bear_the_comments(shared, name):
    data = (shared / "data" / "docx" / name).read_bytes()
    document = read_bytes(name, data)
    step = max(40, len(document.text) // 60)
    findings = [finding(document, at, at + 35) for at in range(0, len(document.text) - 40, step)]
    result = commented(data, report(document, *findings))
    after = read_bytes(name, result)
    assert after.text == document.text
    ranges = anchored(result)
    for number, one, lines in zip(sorted(ranges), findings, comment_lines(result), strict=True):
        if not lines[-1].startswith("Chỗ này nằm trong khung chữ"):
            # Words only: the lower cells of a merged one are paragraphs that nobody sees.
            assert ranges[number].split() == typed(document, one.span).split()


@pytest.mark.office
def test_libreoffice_shows_the_same_text_and_the_comments_where_they_belong(tmp_path):
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice is not installed")
    plain = "".join(CASES[case][0] for case in ("overlapping", "a hyperlink", "table cells", "tabs and breaks"))
    long_field = FIELD.format(r("điều một") + "</w:p><w:p>" + r("điều hai"))
    fields = CASES["a field's result"][0] + CASES["a simple field"][0] + p(long_field)
    data = docx(plain + fields)
    document = read_bytes("a.docx", data)
    from_fields = document.text.index("theo Luật")
    behind_table = document.text.index("dưới")
    # LibreOffice loses a comment that begins in a table and ends behind it.
    starts = [at for at in range(0, from_fields - 9, 5) if not at < behind_table < at + 9]
    outside = [finding(document, at, at + 9) for at in starts]
    inside = [finding(document, at, at + 4) for at in range(from_fields, len(document.text) - 4, 3)]
    (tmp_path / "a.docx").write_bytes(commented(data, report(document, *outside, *inside)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    after = read_bytes("a.docx", (tmp_path / "out" / "a.docx").read_bytes())
    assert "".join(after.text.split()) == "".join(document.text.split())
    assert [one.text for one in after.comments] == ["Câu này cần xem lại."] * len(outside + inside)
    covered = {"".join(one.span.of(after.text).split()) for one in after.comments}
    assert {"".join(one.text.split()) for one in outside} <= covered

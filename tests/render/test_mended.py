"""The drafter's file with references in place of passages: accepted it says them, rejected it is as it was."""

import io
import shutil
import subprocess
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import MC, WPS, W, docx, rejected

import drafter
from drafter.readers import read_bytes
from drafter.render.mended import Mended, mended
from drafter.report import About, Finding, Report, Shares

REFERENCE = "Thực hiện theo mục 2 Kết luận số 226-KL/TW."
ITEM = "Mỗi thôn lập một tổ tình nguyện gồm năm người"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def paragraph(*runs: str, properties: str = "") -> str:
    made = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{made}</w:p>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc>"


def report_of(data: bytes, *passages: str, suggestion: str = REFERENCE, fix: bool = True) -> Report:
    document = read_bytes("a.docx", data)
    findings = []
    for passage in passages:
        start = document.text.index(passage)
        end = start + len(passage)
        findings.append(Finding("reuse.verbatim", "warning", start, end, passage, "m", suggestion, "b", fix))
    about = About("a.docx", document.sha256, "nd30", "KH", "", "", "", "", len(document.text))
    return Report(about, document.text, Shares(0, 0, 0, 1), tuple(findings), ("reuse.verbatim",))


def mend(body: str, *passages: str) -> tuple[str, Mended]:
    """The text when all changes are accepted; rejecting them must give the text as it was."""
    data = docx(body)
    made = mended(data, report_of(data, *passages))
    assert rejected(made.data) == read_bytes("a.docx", data).text
    return read_bytes("a.docx", made.data).text, made


def test_a_whole_item_becomes_the_reference_and_keeps_its_dash() -> None:
    assert mend(paragraph(f"- {ITEM}."), ITEM)[0] == f"- {REFERENCE}"


@pytest.mark.parametrize(
    ("text", "passage", "wanted"),
    [
        (f"2. {ITEM};", f"2. {ITEM}", f"2. {REFERENCE[:-1]};"),
        (f"a) {ITEM}.", f"a) {ITEM}", f"a) {REFERENCE}"),
        (f"Điều 5. {ITEM}.", f"Điều 5. {ITEM}", f"Điều 5. {REFERENCE}"),
        (f"Họp dân; {ITEM}. Hết.", ITEM, f"Họp dân; t{REFERENCE[1:]} Hết."),
        (f"Họp dân. {ITEM}", ITEM, f"Họp dân. {REFERENCE}"),
        (f"Họp dân: {ITEM}.", ITEM, f"Họp dân: {REFERENCE}"),
    ],
)
def test_numbers_and_stops_stay_as_the_sentence_needs_them(text: str, passage: str, wanted: str) -> None:
    assert mend(paragraph(text), passage)[0] == wanted


def test_runs_are_cut_where_the_passage_begins_and_ends() -> None:
    runs = [
        "Họp dân. Mỗi ",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>thôn</w:t></w:r>",
        " lập một tổ tình nguyện gồm năm người. Hết.",
    ]
    text, made = mend(paragraph(*runs), ITEM)
    assert text == f"Họp dân. {REFERENCE} Hết."
    assert made.data != docx(paragraph(*runs))


def test_paragraphs_become_one_and_a_heading_above_them_stays() -> None:
    body = paragraph("1. Tổ tình nguyện") + paragraph("- Lập tổ.") + paragraph(f"- {ITEM}.") + paragraph("2. Khác")
    text, _ = mend(body, f"1. Tổ tình nguyện\n- Lập tổ.\n- {ITEM}")
    assert text == f"1. Tổ tình nguyện\n- {REFERENCE}\n2. Khác"


@pytest.mark.parametrize(
    "run",
    [
        f'<w:hyperlink w:anchor="a"><w:r><w:t>{ITEM}</w:t></w:r></w:hyperlink>',
        f'<w:ins w:id="7" w:author="An"><w:r><w:t>{ITEM}</w:t></w:r></w:ins>',
        f"<w:sdt><w:sdtContent><w:r><w:t>{ITEM}</w:t></w:r></w:sdtContent></w:sdt>",
        f'<w:smartTag w:uri="u" w:element="e"><w:r><w:t>{ITEM}</w:t></w:r></w:smartTag>',
        f"<w:r><w:t>{ITEM[:10]}</w:t><w:br/><w:t>{ITEM[10:]}</w:t></w:r>",
        f"<w:r><w:tab/><w:t>{ITEM}</w:t></w:r>",
        f'<w:bookmarkStart w:id="3" w:name="b"/><w:r><w:t>{ITEM}</w:t></w:r><w:bookmarkEnd w:id="3"/>',
    ],
    ids=["hyperlink", "tracked insertion", "content control", "smart tag", "line break", "tab", "bookmark"],
)
def test_what_runs_may_stand_in(run: str) -> None:
    data = docx(paragraph("Họp. ", run, " Hết."))
    passage = read_bytes("a.docx", data).text.removeprefix("Họp. ").removesuffix(" Hết.").strip()
    text, made = mend(paragraph("Họp. ", run, " Hết."), passage)
    assert " ".join(text.split()) == f"Họp. {REFERENCE} Hết."
    assert len(made.done) == 1


def test_the_reference_looks_as_most_of_the_passage_did() -> None:
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Mỗi </w:t></w:r>'
    plain = f'<w:r><w:rPr><w:i/><w:sz w:val="28"/></w:rPr><w:t>{ITEM[4:]}.</w:t></w:r>'
    data = docx(paragraph(bold, plain))
    made = mended(data, report_of(data, ITEM))
    document = read_bytes("a.docx", made.data)
    (run,) = [run for part in document.paragraphs for run in part.runs if REFERENCE in run.span.of(document.text)]
    assert (run.format.bold, run.format.italic, run.format.size) == (False, True, 14.0)


def test_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", f"Họp. {ITEM}. Hết.")
    assert mend(paragraph(text), unicodedata.normalize("NFD", ITEM))[0] == unicodedata.normalize(
        "NFD", "Họp. "
    ) + REFERENCE + unicodedata.normalize("NFD", " Hết.")


def test_within_a_cell_it_is_mended_and_over_cells_it_is_left() -> None:
    table = f"<w:tbl><w:tblPr/><w:tr>{cell(paragraph(ITEM + '.'))}{cell(paragraph('Hằng tháng.'))}</w:tr></w:tbl>"
    text, made = mend(table + paragraph("Hết."), ITEM)
    assert text.startswith(REFERENCE)
    data = docx(table + paragraph("Hết."))
    report = report_of(data, read_bytes("a.docx", data).text.removesuffix("\nHết."))
    left = mended(data, report)
    assert (left.data, left.done, left.left) == (data, (), report.findings)
    assert len(made.done) == 1


def test_in_a_text_box_it_is_left() -> None:
    box = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="{WPS}">'
        f"<w:txbxContent>{paragraph(ITEM + '.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )
    text, made = mend(paragraph("Họp.", box), ITEM)
    assert ITEM in text
    assert (len(made.done), len(made.left)) == (0, 1)


def test_over_a_section_break_it_is_left() -> None:
    body = paragraph("Lập tổ.", properties="<w:sectPr/>") + paragraph(f"{ITEM}.")
    text, made = mend(body, f"Lập tổ.\n{ITEM}")
    assert (text, len(made.left)) == (f"Lập tổ.\n{ITEM}.", 1)


def test_several_passages_one_after_the_other() -> None:
    text, made = mend(paragraph(f"Một là lập tổ. {ITEM}. Ba là giao ban hằng tuần."), "Một là lập tổ", ITEM)
    assert text == f"{REFERENCE} {REFERENCE} Ba là giao ban hằng tuần."
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    ids = [element.get(w("id")) for element in root.iter(w("ins"), w("del"))]
    assert len(ids) == len(set(ids)) == 4


def test_without_anything_to_mend_it_is_the_same_file() -> None:
    data = docx(paragraph(f"{ITEM}."))
    assert mended(data, report_of(data, ITEM, fix=False)) == Mended(data, (), (), ())
    assert mended(data, report_of(data, ITEM, suggestion="")) == Mended(data, (), (), ())


def test_changes_are_dated_by_the_clock_and_the_same_input_gives_the_same_bytes() -> None:
    data = docx(paragraph(f"{ITEM}."))
    when = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    made = mended(data, report_of(data, ITEM), when).data
    assert made == mended(data, report_of(data, ITEM), when).data
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("word/document.xml").count(b'w:date="2026-11-24T08:30:00Z"') == 2


def test_a_report_of_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        mended(docx(paragraph("Khác.")), report_of(docx(paragraph(f"{ITEM}.")), ITEM))


WORDS = st.lists(st.sampled_from(["thôn ", "lập ", "tổ. ", "Mỗi ", "xã; ", "họp"]), min_size=1, max_size=4)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_accepted_or_rejected_the_rest_of_the_text_stays(lines: list[list[list[str]]], data: st.DataObject) -> None:
    body = "".join(paragraph(*("".join(run) for run in line)) for line in lines)
    text = read_bytes("a.docx", docx(body)).text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = mended(docx(body), _with_span(docx(body), start, end))
    assert rejected(made.data) == text
    accepted = read_bytes("a.docx", made.data).text
    if made.done:
        before, _, behind = accepted.casefold().partition("thực hiện theo")
        assert text.casefold().startswith(before)
        assert text.casefold().rstrip(". ;").endswith(behind.partition("226-kl/tw")[2].rstrip(". ;").lstrip(".;"))
    else:
        assert accepted == text


def _with_span(data: bytes, start: int, end: int) -> Report:
    report = report_of(data)
    text = report.text[start:end]
    finding = Finding("reuse.verbatim", "warning", start, end, text, "m", REFERENCE, "b", True)
    return Report(report.document, report.text, report.shares, (finding,), ("reuse.verbatim",))


@pytest.mark.parametrize("name", ["2-sao-chep-nguyen-van.docx", "3-dien-dat-lai.docx", "7-quyet-dinh-tiem-chung.docx"])
def test_of_the_mended_file_nothing_is_found_any_more(name: str, library: drafter.Corpus, samples: Path) -> None:
    file = samples / "drafts" / name
    report = drafter.review(drafter.read(file), library)
    made = mended(file.read_bytes(), report)
    assert made.done
    again = drafter.review(read_bytes(name, made.data), library)
    assert [finding.text for finding in again.findings if finding.fix] == []
    assert mended(made.data, again).data == made.data


@pytest.mark.office
def test_libreoffice_shows_the_references(library: drafter.Corpus, samples: Path, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    file = samples / "drafts" / "2-sao-chep-nguyen-van.docx"
    made = mended(file.read_bytes(), drafter.review(drafter.read(file), library))
    (tmp_path / "a.docx").write_bytes(made.data)
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "txt:Text"]
    subprocess.run([*office, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "a.txt").read_text("utf-8")
    assert "Thực hiện theo khoản 2 Mục III Kế hoạch số 386/KH-UBND." in shown

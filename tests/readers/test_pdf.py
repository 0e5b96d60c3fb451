"""PDF files: their text, their looks, their signatures, and those that cannot be read."""

import re
import sys
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pypdfium2.raw as raw
import pytest
from docx.shared import Mm
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from rapidfuzz.distance import Levenshtein
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from drafter.document import Document
from drafter.errors import CorruptPdf, EmptyFile, EncryptedPdf, LongPdf, MissingRecogniser
from drafter.layout.check import layout
from drafter.layout.shown import SHOWN
from drafter.readers import read_bytes
from drafter.readers.pdf.fonts import family, format_of
from drafter.readers.pdf.reading import read_pdf
from drafter.readers.pdf.signatures import signatures
from tests.layout import sound
from tests.readers.pdf_files import both, drawn, lines, printed, signed, signer

SOUND = {"plan": sound.plan, "annexed": sound.annexed, "letter": sound.letter}
WRONG: dict[str, tuple[sound.Change, ...]] = {
    "left": (sound.page(left_margin=Mm(20)),),
    "letter": (sound.page(page_width=Mm(215.9), page_height=Mm(279.4)),),
    "place_date": (sound.look("ngày 05 tháng 02", italic=False),),
    "kind": (sound.look("KẾ HOẠCH", size=16),),
}
BROKEN = {"left": "nd30.PG-05", "letter": "nd30.PG-01", "place_date": "nd30.DD-04", "kind": "nd30.TL-01"}
DRAFTS = ("1-khong-sao-chep", "2-sao-chep-nguyen-van", "7-quyet-dinh-tiem-chung")


@pytest.fixture(scope="session")
def files(samples: Path) -> dict[str, bytes]:
    """Word files by their names: sound ones, some with a fault, and drafts with tables and several pages."""
    found = {name: sound.data_of(make) for name, make in SOUND.items()}
    found |= {f"wrong-{name}": sound.data_of(sound.plan, *changes) for name, changes in WRONG.items()}
    return found | {name: (samples / "drafts" / f"{name}.docx").read_bytes() for name in DRAFTS}


@pytest.fixture(scope="session")
def pdfs(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return printed(files, tmp_path_factory.mktemp("printed"))


def said(document: Document) -> list[str]:
    """Its paragraphs with something in them, blanks made one."""
    texts = (" ".join(one.span.of(document.text).split()) for one in document.paragraphs)
    return [text for text in texts if text]


def texts_of(data: bytes) -> list[str]:
    return said(read_pdf("a.pdf", data))


@pytest.mark.office
@pytest.mark.parametrize("name", [*SOUND, *DRAFTS])
def test_a_printed_file_reads_as_the_word_file_it_was_printed_from(
    files: dict[str, bytes], pdfs: dict[str, bytes], name: str
) -> None:
    written, shown = read_bytes("a.docx", files[name]), read_pdf("a.pdf", pdfs[name])

    assert said(shown) == said(written)
    assert shown.origin == "pdf"
    assert "".join(page.span.of(shown.text) for page in shown.pages) == shown.text


@pytest.mark.office
@pytest.mark.parametrize("name", DRAFTS)
def test_cells_of_drawn_tables_are_cells(files: dict[str, bytes], pdfs: dict[str, bytes], name: str) -> None:
    def cells(document: Document) -> list[tuple[int, str]]:
        own = [one for one in document.paragraphs if one.cell and one.span.of(document.text).strip()]
        return [(one.cell.column, " ".join(one.span.of(document.text).split())) for one in own if one.cell]

    assert cells(read_pdf("a.pdf", pdfs[name])) == cells(read_bytes("a.docx", files[name]))


@pytest.mark.office
@pytest.mark.shared
@pytest.mark.parametrize("name", ["nd30-30_2020_ND_CP", "nd30-Phuluc2"])
def test_long_real_files_keep_their_paragraphs(shared: Path, tmp_path: Path, name: str) -> None:
    data = (shared / "data" / "docx" / f"{name}.docx").read_bytes()
    written = _before_recipients(said(read_bytes("a.docx", data)))
    shown = _before_recipients(texts_of(printed({"a": data}, tmp_path)["a"]))

    assert Levenshtein.distance("\n".join(written), "\n".join(shown)) <= 0.002 * len("\n".join(written))
    assert len(set(written) & set(shown)) >= 0.97 * len(set(written))


def _before_recipients(texts: list[str]) -> list[str]:
    """Without the recipients, whose list runs over a page beside the signature: a PDF is read page by page."""
    composed = [normalize("NFC", text) for text in texts]
    return composed[: composed.index("Nơi nhận:")] if "Nơi nhận:" in composed else composed


@pytest.mark.office
@pytest.mark.parametrize("name", SOUND)
def test_a_sound_document_raises_nothing_as_a_pdf(pdfs: dict[str, bytes], name: str) -> None:
    found = layout(read_pdf("a.pdf", pdfs[name]))

    assert not [f"{one.rule}: {one.message}" for one in found.findings]
    assert set(found.evaluated) <= SHOWN
    assert {"nd30.PG-01", "nd30.PG-03", "nd30.PG-05", "nd30.PG-06", "nd30.TL-01"} <= set(found.evaluated)
    assert {"nd30.PG-04", "nd30.ND-05", "nd30.SO-02"} <= set(found.not_evaluated)


@pytest.mark.office
@pytest.mark.parametrize(("name", "rule"), BROKEN.items())
def test_what_a_pdf_shows_is_judged(pdfs: dict[str, bytes], name: str, rule: str) -> None:
    findings = layout(read_pdf("a.pdf", pdfs[f"wrong-{name}"])).findings

    assert {one.rule for one in findings} == {rule}
    assert not any(one.fix for one in findings)


def test_looks_are_told() -> None:
    page = both(
        lines("Times bold", font="Times-Bold"), lines("small slanted", font="Helvetica-Oblique", size=9, top=200)
    )
    document = read_pdf("a.pdf", drawn(page))
    first, second = (one.runs[0].format for one in document.paragraphs)

    assert (first.font, first.size, first.bold, first.italic) == ("Times", 14, True, False)
    assert (second.font, second.size, second.bold, second.italic) == ("Helvetica", 9, False, True)


@pytest.mark.parametrize(
    ("name", "shown", "bold", "italic"),
    [
        ("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman", True, False),
        ("TimesNewRomanPSMT", "Times New Roman", False, False),
        ("Times New Roman,BoldItalic", "Times New Roman", True, True),
        ("BCDEEE+TimesNewRoman", "Times New Roman", False, False),
        ("LiberationSerif-Italic", "Liberation Serif", False, True),
        (".VnTime", ".VnTime", False, False),
        ("VNI-Times", "VNI-Times", False, False),
        ("Arial-BoldMT", "Arial", True, False),
        ("CIDFont+F1", None, False, False),
    ],
)
def test_names_of_fonts(name: str, shown: str | None, bold: bool, italic: bool) -> None:
    format = format_of(name, 0, 14)

    assert (family(name), format.font, format.bold, format.italic) == (shown, shown, bold, italic)


def _turned(canvas: Canvas) -> None:
    canvas.translate(0, A4[1])
    canvas.rotate(-90)
    canvas.setFont("Times-Roman", 14)
    for at, text in enumerate(("Bang so lieu cua xa", "nam hai nghin hai muoi sau")):
        canvas.drawString(60, A4[0] - 80 - 18 * at, text)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_made_upright_as_its_letters_stand(rotation: int) -> None:
    pdf = pypdfium2.PdfDocument(drawn(_turned))
    pdf[0].set_rotation(rotation)
    file = BytesIO()
    pdf.save(file)
    document = read_pdf("a.pdf", file.getvalue())

    assert document.text == "Bang so lieu cua xa\nnam hai nghin hai muoi sau"
    assert (document.pages[0].width, document.pages[0].height) == (297.0, 210.0)


def test_letters_outside_their_place_are_put_where_they_are_seen() -> None:
    def backwards(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 14)
        for at, word in reversed(list(enumerate(["mot", "hai", "ba", "bon", "nam"]))):
            canvas.drawString(85 + 40 * at, 700, word)

    assert texts_of(drawn(backwards)) == ["mot hai ba bon nam"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "the first column goes down here",
        "and every line of it is read",
        "before what stands on the right",
        "ends.",
    ]
    right = [
        "the second column comes after it",
        "with all of its own lines again",
        "until the text is at its end and",
        "ends.",
    ]
    page = both(lines(*left, size=12), lines(*right, size=12, left=320))

    assert " ".join(texts_of(drawn(page))) == " ".join((*left, *right))


@pytest.mark.parametrize("in_a_form", [False, True])
@pytest.mark.parametrize("as_boxes", [False, True])
def test_tables_are_told_by_lines_and_by_boxes_also_within_forms(in_a_form: bool, as_boxes: bool) -> None:
    def table(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for row, texts in enumerate((("TT", "Noi dung"), ("1", "Ra soat ho so"))):
            for column, text in enumerate(texts):
                canvas.drawString(90 + 60 * column, 707 - 30 * row, text)
                if as_boxes:
                    canvas.rect(85 + 60 * column, 700 - 30 * row, 60 if not column else 300, 30)
        if not as_boxes:
            canvas.grid([85, 145, 445], [670, 700, 730])

    def page(canvas: Canvas) -> None:
        if in_a_form:
            canvas.beginForm("table")
            table(canvas)
            canvas.endForm()
            canvas.translate(0, -200)
            canvas.doForm("table")
        else:
            table(canvas)

    document = read_pdf("a.pdf", drawn(page))
    cells = [(one.cell.row, one.cell.column, one.span.of(document.text)) for one in document.paragraphs if one.cell]
    assert cells == [(0, 0, "TT"), (0, 1, "Noi dung"), (1, 0, "1"), (1, 1, "Ra soat ho so")]


def test_what_lies_beyond_the_paper_is_not_read() -> None:
    assert texts_of(drawn(both(lines("seen"), lines("unseen", left=700, top=300)))) == ["seen"]


def test_letters_of_which_nobody_knows_the_meaning_make_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    private = lines("\ue001\ue002\ue003 \ue004\ue005", "ban do", font="Vera")
    monkeypatch.setenv("PATH", "")

    with pytest.raises(MissingRecogniser):
        read_pdf("a.pdf", drawn(private))
    few = read_pdf("a.pdf", drawn(lines("\ue001", "hai ba bon nam sau bay", font="Vera")))
    assert said(few)[-1] == "hai ba bon nam sau bay"


def test_a_password_is_told_and_one_that_only_forbids_printing_is_none() -> None:
    locked = drawn(lines("mot"), encrypt=StandardEncryption("mo", "chu", strength=128))
    forbidden = drawn(lines("mot"), encrypt=StandardEncryption("", "chu", canPrint=0, canCopy=0, strength=128))

    with pytest.raises(EncryptedPdf, match=r"^a\.pdf: .*mật khẩu"):
        read_pdf("a.pdf", locked)
    assert texts_of(forbidden) == ["mot"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, b"%PDF-1.4\n%%EOF"])
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(CorruptPdf, match=r"^a\.pdf: .*hỏng"):
        read_bytes("a.pdf", data)


def test_half_a_file_is_damaged_or_read_as_far_as_it_goes() -> None:
    whole = drawn(*(lines(f"trang {at}") for at in range(20)))
    for part in range(1, 10):
        try:
            document = read_pdf("a.pdf", whole[: len(whole) * part // 10])
        except (CorruptPdf, EmptyFile):
            continue
        assert set(said(document)) <= {f"trang {at}" for at in range(20)}


def test_a_file_without_pages_or_letters_is_empty() -> None:
    pdf = pypdfium2.PdfDocument.new()
    file = BytesIO()
    pdf.save(file)

    with pytest.raises((EmptyFile, CorruptPdf)):
        read_bytes("a.pdf", file.getvalue())
    with pytest.raises(EmptyFile):
        read_bytes("a.pdf", drawn(lines("")))


def test_too_many_pages_are_refused() -> None:
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(2001):
        raw.FPDFPage_New(pdf.raw, len(pdf), 100, 100)
    file = BytesIO()
    pdf.save(file)

    with pytest.raises(LongPdf, match=r"2\.000 trang"):
        read_pdf("a.pdf", file.getvalue())


def test_what_a_file_would_run_is_not_run(tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    writer = IncrementalPdfFileWriter(BytesIO(drawn(lines("mot"))))
    from pyhanko.pdf_utils import generic as g

    script = g.pdf_string(f"app.launchURL('file://{trace}'); this.getField('a').value = 'hai';")
    launch = g.DictionaryObject(
        {g.pdf_name("/S"): g.pdf_name("/Launch"), g.pdf_name("/F"): g.pdf_string(f"/usr/bin/touch {trace}")}
    )
    writer.root["/OpenAction"] = g.DictionaryObject(
        {g.pdf_name("/S"): g.pdf_name("/JavaScript"), g.pdf_name("/JS"): script, g.pdf_name("/Next"): launch}
    )
    writer.update_root()
    file = BytesIO()
    writer.write(file)

    events: list[str] = []
    sys.addaudithook(lambda event, _: events.append(event) if event.startswith(("socket.", "subprocess.")) else None)
    assert texts_of(file.getvalue()) == ["mot"]
    assert not trace.exists() and not events


def test_progress_is_told_of_every_page_and_may_stop() -> None:
    data = drawn(*(lines(f"trang {at}") for at in range(3)))
    told: list[tuple[int, int]] = []
    read_pdf("a.pdf", data, lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_pdf("a.pdf", data, stop)


def test_a_scan_needs_a_recogniser_but_pages_with_text_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def scan(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("L", (200, 280), 200)), 0, 0, *A4)
        canvas.beginText()
        under = canvas.beginText(85, 700)
        under.setTextRenderMode(3)
        under.textLine("words that nobody sees")
        canvas.drawText(under)

    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingRecogniser, match=r"^a\.pdf: là bản quét"):
        read_pdf("a.pdf", drawn(scan))
    mixed = read_pdf("a.pdf", drawn(scan, lines("mot"), lines("hai")))
    assert (mixed.text, mixed.origin) == ("mot\nhai", "pdf")
    assert [(len(page.span), page.confidence) for page in mixed.pages] == [(0, 0.0), (4, None), (3, None)]
    assert not mixed.sections


def test_a_signature_tells_who_when_and_that_nothing_changed() -> None:
    (found,) = read_pdf("a.pdf", signed(drawn(lines("mot")), signer())).signatures

    assert (found.signer, found.issuer) == ("Ủy ban nhân dân xã Bản Mây", "Nơi cấp chứng thư số thử")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", found.signed_at)
    assert found.unchanged


def test_a_second_signature_changes_nothing_of_the_first() -> None:
    once = signed(drawn(lines("mot")), signer("Người thứ nhất"))
    found = signatures(signed(once, signer("Người thứ hai"), "Signature2"))

    assert [(one.signer, one.unchanged) for one in found] == [("Người thứ nhất", True), ("Người thứ hai", True)]


def test_what_was_changed_after_signing_is_not_unchanged() -> None:
    data = signed(drawn(lines("mot"), pageCompression=0), signer())
    written = data.replace(b"(mot)", b"(hai)")
    writer = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = page["/MediaBox"][0].__class__(90)
    writer.update_container(page)
    file = BytesIO()
    writer.write(file)

    assert written != data
    for changed in (written, file.getvalue()):
        assert [one.unchanged for one in signatures(changed)] == [False]


def test_what_is_no_signature_is_none() -> None:
    assert signatures(drawn(lines("/Sig"), pageCompression=0)) == ()
    assert signatures(b"%PDF-1.7 /Sig /ByteRange [0 1 2 3]") == ()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "signer"),
    [
        ("06-BCT", ["CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ"]),
        ("153-TB-VPCP", ["CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ"]),
        ("411-QD-TTg", []),
    ],
)
def test_signatures_of_the_government(shared: Path, name: str, signer: list[str]) -> None:
    found = signatures((shared / "data" / "pdf" / f"{name}.scan.pdf").read_bytes())

    assert [one.signer for one in found] == signer
    assert all(one.unchanged and one.signed_at.startswith("2024-04-1") for one in found)


@pytest.mark.ocr
@pytest.mark.shared
def test_a_scan_of_the_government_is_recognised_beside_pages_with_text(shared: Path) -> None:
    scan = pypdfium2.PdfDocument(shared / "data" / "pdf" / "06-BCT.scan.pdf")
    written = pypdfium2.PdfDocument(drawn(lines("mot hai ba")))
    mixed = pypdfium2.PdfDocument.new()
    mixed.import_pages(scan, [0])
    mixed.import_pages(written)
    file = BytesIO()
    mixed.save(file)
    document = read_pdf("a.pdf", file.getvalue())
    first, second = document.pages

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in document.text.replace("HOÀ", "HÒA")
    assert first.confidence and first.confidence > 0.8 and first.picture
    assert (second.confidence, second.span.of(document.text)) == (None, "mot hai ba")
    assert not layout(document).evaluated

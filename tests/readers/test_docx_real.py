"""Files that Word, LibreOffice and python-docx wrote: the same text as by another route, in little time."""

import shutil
import subprocess
import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm, Mm, Pt, RGBColor

from drafter.document import Document, LineSpacing, Margin, Span
from drafter.readers.docx import Package, located_pieces, read_docx

NAMES = [
    "nd30-30_2020_ND_CP", *(f"nd30-Phuluc{number}" for number in range(1, 7)), "template-bao-cao",
    "template-cong-van", "template-quyet-dinh",
]  # fmt: skip


@pytest.fixture(params=NAMES)
def path(request, shared) -> Path:
    return shared / "data" / "docx" / f"{request.param}.docx"


def hold_together(document: Document | Margin) -> None:
    """Paragraphs make up the text, runs make up their paragraph."""
    text, paragraphs = document.text, document.paragraphs
    assert "\n".join(paragraph.span.of(text) for paragraph in paragraphs) == text
    at = 0
    for paragraph in paragraphs:
        assert paragraph.span.start == at
        edges = [at, *(run.span.end for run in paragraph.runs)]
        assert edges[:-1] == [run.span.start for run in paragraph.runs]
        assert edges[-1] == paragraph.span.end
        assert all(len(run.span) for run in paragraph.runs)
        assert all(
            (one.format, one.generated, one.inserted) != (two.format, two.generated, two.inserted)
            for one, two in zip(paragraph.runs, paragraph.runs[1:], strict=False)
        )
        at = paragraph.span.end + 1


@pytest.mark.shared
class TestSamples:
    def test_spans_fit_together(self, path):
        document = read_docx(path.name, path.read_bytes())
        hold_together(document)
        for section in document.sections:
            for margin in (*section.headers, *section.footers):
                hold_together(margin)
        assert [section.first for section in document.sections[1:]] == [one.last for one in document.sections[:-1]]
        assert document.sections[-1].last == len(document.paragraphs)

    def test_pieces_lie_where_the_document_says(self, path):
        data = path.read_bytes()
        document = read_docx(path.name, data)
        tree = docx.Document(BytesIO(data)).element
        pieces = located_pieces(Package.open(path.name, data), tree)
        assert all(document.text[piece.start : piece.end] == piece.text for piece in pieces)
        covered = sum(len(piece.text) for piece in pieces)
        generated = sum(len(run.span) for paragraph in document.paragraphs for run in paragraph.runs if run.generated)
        assert covered + generated + len(document.paragraphs) - 1 == len(document.text)

    def test_python_docx_reads_no_other_text(self, path):
        """It knows nothing of text boxes, content controls, numbers and page breaks, and reads merged cells twice."""
        data = path.read_bytes()
        document = read_docx(path.name, data)
        ours = set()
        for paragraph in document.paragraphs:
            typed = (run.span.of(document.text) for run in paragraph.runs if not run.generated)
            ours.add("".join(typed).replace("\n", ""))
        theirs = {paragraph.text.replace("\n", "") for paragraph in _all_paragraphs(docx.Document(BytesIO(data)))}
        assert theirs <= ours

    @pytest.mark.office
    def test_libreoffice_reads_the_same_words(self, path, office_text):
        """It leaves text boxes out of a plain text; it writes the marks of footnotes, of which one file is full."""
        document = read_docx(path.name, path.read_bytes())
        body = "\n".join(one.span.of(document.text) for one in document.paragraphs if one.place == "body")
        ours, theirs = Counter(_words(body)), Counter(_words(office_text(path)))
        assert (ours - theirs).total() + (theirs - ours).total() <= 0.01 * theirs.total(), (
            ours - theirs,
            theirs - ours,
        )


def _all_paragraphs(holder):
    yield from holder.paragraphs
    for table in holder.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from _all_paragraphs(cell)


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text.replace("\xad", "")).split()


@pytest.fixture(scope="session")
def office_text(tmp_path_factory):
    """What LibreOffice writes as plain text, one start for all samples."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    made: dict[Path, Path] = {}

    def text(path: Path) -> str:
        if path.parent not in made:
            out = tmp_path_factory.mktemp("office")
            profile = f"-env:UserInstallation=file://{out}/profile"
            form = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(out)]
            files = [str(path.parent / f"{name}.docx") for name in NAMES]
            subprocess.run([office, profile, "--headless", *form, *files], check=True, capture_output=True, timeout=300)
            made[path.parent] = out
        return (made[path.parent] / f"{path.stem}.txt").read_text(encoding="utf-8-sig")

    return text


class TestPythonDocx:
    def test_what_it_sets_is_read_back(self):
        made = docx.Document()
        normal = made.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        section = made.sections[0]
        section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(30)
        section.orientation, section.different_first_page_header_footer = WD_ORIENT.PORTRAIT, True
        paragraph = made.add_paragraph("Căn cứ ")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        look = paragraph.paragraph_format
        look.first_line_indent, look.space_after, look.keep_with_next = Cm(1.27), Pt(6), True
        look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
        run = paragraph.add_run("Luật")
        run.bold, run.italic, run.font.color.rgb, run.font.size = True, True, RGBColor(0xC0, 0, 0), Pt(13)
        made.add_comment(run, text="Năm nào?", author="Văn phòng")
        table = made.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(1, 1)).text = "gộp"
        table.cell(1, 2).text = "cuối"
        file = BytesIO()
        made.save(file)

        document = read_docx("a.docx", file.getvalue())
        hold_together(document)
        assert document.text == "Căn cứ Luật\ngộp\n\ncuối"
        first = document.paragraphs[0]
        assert (first.alignment, first.indent_first, first.space_after, first.keep_next) == ("both", 12.7, 6.0, True)
        assert (first.line_spacing, first.style) == (LineSpacing(18.0, "exact"), "Normal")
        plain, bold = (run.format for run in first.runs)
        assert (plain.font, plain.size, plain.bold) == ("Times New Roman", 14.0, False)
        assert (bold.size, bold.bold, bold.italic, bold.color) == (13.0, True, True, "C00000")
        assert [(one.span, one.author, one.text) for one in document.comments] == [
            (Span(7, 11), "Văn phòng", "Năm nào?")
        ]
        only = document.sections[0]
        assert (only.width, only.height, only.left, only.title_page) == (210.009, 297.004, 30.004, True)
        assert [paragraph.cell.column for paragraph in document.paragraphs[1:]] == [0, 2, 2]

    def test_headings_and_lists_of_its_template(self):
        made = docx.Document()
        made.add_heading("Mục", 1)
        for words in ("một", "hai"):
            made.add_paragraph(words, style="List Number")
        made.add_paragraph("ba", style="List Bullet")
        file = BytesIO()
        made.save(file)
        document = read_docx("a.docx", file.getvalue())
        assert document.text == "Mục\n1. một\n2. hai\n• ba"
        heading = document.paragraphs[0]
        assert (heading.style, heading.keep_next, heading.runs[0].format.bold) == ("heading 1", True, True)
        assert (heading.runs[0].format.font, heading.runs[0].format.color) == ("Calibri", "365F91")

"""One text in all formats: what is read of a Word file made into another format is what the Word file says."""

from pathlib import Path

import pytest
from one_text import as_paper_shows, character_error, converted, office, paragraphs

from drafter import Document, read

DRAFTS = ("2-sao-chep-nguyen-van", "5-cong-van-ung-pho-mua-lu", "7-quyet-dinh-tiem-chung")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(office() is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module", params=DRAFTS)
def draft(request: pytest.FixtureRequest, samples: Path) -> Path:
    return samples / "drafts" / f"{request.param}.docx"


@pytest.fixture(scope="module")
def original(draft: Path) -> Document:
    return read(draft)


@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_a_converted_file_says_the_same_to_the_letter(
    suffix: str, draft: Path, original: Document, tmp_path: Path
) -> None:
    document = read(converted(draft, suffix, tmp_path))
    assert document.origin == suffix
    assert paragraphs(document.text) == paragraphs(original.text)


def test_a_pdf_says_the_same_paragraph_for_paragraph(draft: Path, original: Document, tmp_path: Path) -> None:
    document = read(converted(draft, "pdf", tmp_path))
    assert document.origin == "pdf"
    assert character_error(document.text, original.text) <= 0.002
    assert paragraphs(document.text) == as_paper_shows(original.text)


def test_pages_of_a_pdf_hold_the_whole_text(draft: Path, tmp_path: Path) -> None:
    document = read(converted(draft, "pdf", tmp_path))
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert (round(document.pages[0].width), round(document.pages[0].height)) == (210, 297)
    assert sum(len(page.span) for page in document.pages) >= len(document.text) - len(document.pages)
    for first, second in zip(document.pages, document.pages[1:], strict=False):
        assert first.span.end <= second.span.start


def test_a_web_page_says_the_same(draft: Path, original: Document, tmp_path: Path) -> None:
    document = read(converted(draft, "html", tmp_path))
    assert document.origin == "html"
    assert character_error(document.text, original.text) <= 0.002

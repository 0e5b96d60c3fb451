"""Drafts that are scans themselves: what their letterheads lost does not turn their bases into text."""

from drafter.citations.draft import draft_of
from drafter.document import Document, Origin, Paragraph, Span
from drafter.report import About

TEXT = """\
ỦY BAN NHẦN DẤN
XÃ BẢN MÂY
Sô: 17/QĐ-UBND
CỌNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự đo - Hạnh phúc
Bản Mây, ngày 03 thắng 9 năm 2031
QUYÉT ĐỊNH
Về việc lập đội xe
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
QUYẾT ĐỊNH:
Điều 1. Lập đội xe của xã.
"""


def parts_of_the_citations(origin: Origin) -> list[str]:
    document = Document("quyet-dinh", "0" * 64, origin, TEXT, (Paragraph(Span(0, len(TEXT))),))
    about = About(document.name, document.sha256, "nd30", "QĐ", "17/QĐ-UBND", "2031-09-03", "", "", len(TEXT))
    return [citation.part for citation in draft_of(document, about).citations]


def test_a_base_of_a_scanned_draft_stands_among_the_bases() -> None:
    assert parts_of_the_citations("scan") == ["bases"]
    assert parts_of_the_citations("txt") != ["bases"]

"""What of the metadata is doubtful, and what somebody sets by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from stored_texts import assert_consistent, prose

from drafter.corpus import Corpus, Metadata
from drafter.corpus.importing import items, plan
from drafter.corpus.metadata import checked, known_of
from drafter.document import Span
from drafter.errors import WrongValue

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 176/KH-UBND\nHà Tĩnh, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nChuyển đổi số năm 2026\n"
)


def doubts(text: str, name: str = "", origin: str = "docx", unsure: str = "", **given: str) -> dict[str, str]:
    at = text.find(unsure) if unsure else 0
    spans = (Span(at, at + len(unsure)),) if unsure else ()
    return known_of(Metadata(**given), f"{text}\n{prose(1)}\n", name, origin, spans)[1]


@pytest.mark.parametrize(
    ("change", "arguments", "found"),
    [
        (("", ""), {}, {}),
        (("", ""), {"name": "176-KH-UBND.docx"}, {}),
        (("", ""), {"name": "KH 176 (bản cuối).docx"}, {}),
        (("", ""), {"name": "KH 2026.docx"}, {}),
        (("", ""), {"name": "167-KH-UBND.docx"}, {"number": "name"}),
        (("", ""), {"name": "176_QD_UBND.pdf"}, {"number": "name"}),
        (("176/KH-UBND", "    /KH-UBND"), {}, {"number": "missing"}),
        (("ngày 05 tháng 3 năm 2026", ""), {}, {"date": "missing"}),
        (("năm 2026\nKẾ", "năm 2062\nKẾ"), {}, {"date": "future"}),
        (("năm 2026\nKẾ", "năm 1926\nKẾ"), {}, {"date": "future"}),
        (("176/KH-UBND", "176/QĐ-UBND"), {}, {"kind": "kind"}),
        (("176/KH-UBND", "176/2025/KH-UBND"), {}, {"date": "year"}),
        (("", ""), {"origin": "scan", "unsure": "176/KH-UBND"}, {"number": "unsure"}),
        (("", ""), {"origin": "scan", "unsure": "176/KH-UBND", "name": "176-KH-UBND.pdf"}, {}),
        (("", ""), {"origin": "scan", "unsure": "05"}, {"date": "unsure"}),
        (("TỈNH HÀ TĨNH", "TRUNG TẦM HÀ TỈNH"), {"origin": "scan", "unsure": "TRUNG"}, {"issuer": "unsure"}),
        (("", ""), {"origin": "scan", "unsure": "syllable"}, {}),
        (("176/KH-UBND", ""), {"number": "5/KH-UBND"}, {}),
        (("176/KH-UBND", "176/QĐ-UBND"), {"kind": "KH", "number": "176/KH-UBND"}, {}),
    ],
)
def test_doubts_have_their_reason(change: tuple[str, str], arguments: dict[str, str], found: dict[str, str]) -> None:
    old, new = change
    assert old in HEAD
    assert doubts(HEAD.replace(old, new) if old else HEAD, **arguments) == found


def test_the_letterhead_of_a_scan_is_read_as_what_may_be_misread() -> None:
    misread = HEAD.replace("TỈNH HÀ TĨNH\n", "TỈNH HÀ TĨNH\nCỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHÙ\n").replace("Số", "Sô")
    known, _ = known_of(Metadata(), misread, "", "scan")
    assert (known.issuer, known.number) == ("Ủy ban nhân dân tỉnh Hà Tĩnh", "176/KH-UBND")


def test_a_text_without_letterhead_lacks_nothing_a_scan_without_one_everything() -> None:
    assert doubts("", origin="txt") == {}
    assert set(doubts("", origin="scan")) == {"number", "kind", "title", "issuer", "date"}


def test_the_projects_own_documents_are_beyond_doubt(samples: Path) -> None:
    found = [item for item in items(plan([samples / "superior"])) if not hasattr(item, "reason")]
    assert [item.name for item in found if item.doubts] == []


def test_what_is_set_by_hand_stays(corpus: Corpus, tmp_path: Path) -> None:
    file = tmp_path / "167-KH-UBND.txt"
    file.write_text(HEAD + prose(1), encoding="utf-8")

    def add() -> str:
        (added,) = corpus.add_all(items(plan([tmp_path])))
        return added.status

    assert add() == "added"
    (entry,) = corpus.documents()
    assert entry.doubtful == ("number",)
    changed = corpus.set(entry.id, Metadata("167/KH-UBND", date="2026-03-06"))
    assert (changed.number, changed.date, changed.title) == ("167/KH-UBND", "2026-03-06", entry.title)
    assert changed.doubts == {}
    assert add() == "unchanged"
    assert corpus.by_number(["176/KH-UBND"]) == []
    assert [one.id for one in corpus.by_number(["167/KH-UBND"])] == [entry.id]
    (tmp_path / "documents.tsv").write_text("file\tnumber\ttitle\n167-KH-UBND.txt\t1/KH-UBND\tKhác\n", "utf-8")
    assert add() == "replaced"
    file.write_text(HEAD + prose(2), encoding="utf-8")
    assert add() == "replaced"
    after = corpus.entry(entry.id)
    assert (after.number, after.date, after.title) == ("167/KH-UBND", "2026-03-06", "Khác")
    assert corpus.text(entry.id).endswith(prose(2))
    assert_consistent(corpus)


def test_setting_the_issuer_moves_the_document(corpus: Corpus) -> None:
    text = HEAD + prose(1)
    from drafter.readers import read_bytes

    added = corpus.add(read_bytes("a.txt", text.encode()))
    assert corpus.entry(added.id).level.label == "Cấp tỉnh"
    assert corpus.set(added.id, Metadata(issuer="Ủy ban nhân dân xã Khuôn Lùng")).level.label == "Cấp xã"
    assert [hit.entry.id for hit in corpus.search("Khuôn Lùng")] == [added.id]
    assert_consistent(corpus)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (("abc", "", "", "", ""), "Số, ký hiệu: “abc” không đúng cách ghi"),
        (("", "thơ", "", "", ""), "Loại: không có loại “thơ”"),
        (("", "", "", "", "31/2/2025"), "Ngày: “31/2/2025” không đúng"),
        (("", "", "", "", "1/1/2345"), "không thể là ngày ban hành"),
        (("", "", "", "", "1/1/1900"), "không thể là ngày ban hành"),
    ],
)
def test_wrong_values_are_named(values: tuple[str, ...], message: str) -> None:
    with pytest.raises(WrongValue) as fault:
        checked(*values)
    assert message in str(fault.value)


def test_right_values_come_in_the_forms_of_the_corpus() -> None:
    assert checked("411/QĐ-TTg", "Quyết định", "t", "i", "31/3/2022") == Metadata(
        "411/QĐ-TTg", "QĐ", "t", "i", "2022-03-31"
    )
    assert checked("", "", "", "", "") == replace(Metadata())

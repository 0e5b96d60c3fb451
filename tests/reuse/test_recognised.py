"""Sources that were recognised from scans: what their recognition misread hides no copy, and is no change."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from laid_beside import plain
from passages import BEFORE, BEHIND, EDITED, ITEM, OWN

from drafter import Corpus, Document
from drafter.corpus import Metadata
from drafter.document import Origin, Page, Paragraph, Span
from drafter.render.difference import difference
from drafter.reuse.check import Reuse, reuse

CENTRAL = Metadata("917-KL/TW", "KL", "về tổ tình nguyện", "Ban Bí thư", "2025-12-11")
SEEN = (
    "Mỗi thôn thành lập một tô tình nguyện gôm năm thành viên, được tậphuấn kỹ năng hướng dân người\n"
    "dân nộp hồ sơ trực tuyên, tra cứu kêt quả giải quyết và th anh toán phí băng mã phản\n"
    "CÔNG VĂN ĐÊN Sô 37 xq Ngày 4\n"
    "hôi nhanh; danh sách tổ viên niêm yêt tại nhà văn hóa thôn trước ngày l5 thắng 3."
)
"""`passages.ITEM` as a scan gives it: marks lost, words joined and split, a stamp across the page, "l" for "1"."""
AROUND = (
    "I. YÊU CÂU\n1. Nghiêm túc, đúng hạn.\nII. NHIỆM VỤ\n1. Chung cho các đơn vị.\n2. {}\n3. Báo cáo băng tin nhăn."
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n"
    "Căn cứ Nghị định số 915/2031/NĐ-CP ngày 03 tháng 4 năm 2031 của Chính phủ quy định về công tác văn thư trong các "
    "cơ quan nhà nước ở vùng cao;\n"
    "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình số 917/TTr-VP ngày 05 tháng 6 năm 2031,\n"
)
Check = Callable[..., Reuse]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def checked(draft: str, source: str, origin: Origin = "scan", picture: bytes | None = None) -> Reuse:
        half = source.index("\n") + 1
        page = (
            Page(Span(0, half), 1, 210, 297, 0.9, picture),
            Page(Span(half, len(source)), 2, 210, 297, 0.9, picture),
        )
        code = sha256(source.encode()).hexdigest()
        stored = Document("quet.pdf", code, origin, source, (Paragraph(Span(0, len(source))),), pages=page)
        with Corpus(tmp_path) as corpus:
            corpus.add(stored, CENTRAL)
            return reuse(plain(draft), corpus)

    return checked


def around(passage: str) -> str:
    return f"{BEFORE}\n{passage}\n{BEHIND}"


def test_what_was_copied_from_a_scan_is_told_as_it_stands(check: Check) -> None:
    source = AROUND.format(SEEN)
    (one,) = check(around(ITEM), source).findings
    assert one.source is not None
    assert (one.rule, one.text) == ("reuse.verbatim", ITEM.rstrip("."))
    assert one.source.text == source[one.source.start : one.source.end] == SEEN.rstrip(".")
    assert one.source.locator == "khoản 2 Mục II"


def test_misread_words_are_no_difference_to_the_reader(check: Check) -> None:
    (one,) = check(around(ITEM), AROUND.format(SEEN)).findings
    assert one.source is not None
    assert one.source.recognised
    assert {piece.kind for piece in difference(one.source.text, one.text, recognised=True)} == {"same"}
    assert "changed" in {piece.kind for piece in difference(one.source.text, one.text)}


def test_what_the_drafter_changed_is_a_change_all_the_same(check: Check) -> None:
    (one,) = check(around(EDITED), AROUND.format(SEEN)).findings
    assert one.rule == "reuse.edited"
    assert one.source is not None
    changed = [
        (piece.a.of(one.source.text), piece.b.of(one.text))
        for piece in difference(one.source.text, one.text, recognised=True)
        if piece.kind != "same"
    ]
    assert any("l5" in theirs and "20" in ours for theirs, ours in changed)
    assert not any("tuyên" in theirs for theirs, _ in changed)


def test_a_text_that_was_typed_is_taken_at_its_word(check: Check) -> None:
    assert check(around(ITEM), AROUND.format(SEEN), "txt").findings == ()


def test_a_clean_scan_gives_what_a_clean_text_gives(tmp_path: Path, check: Check) -> None:
    source = AROUND.format(ITEM)
    (typed,), (scanned,) = check(around(EDITED), source, "txt").findings, check(around(EDITED), source + "\n").findings
    assert typed.source is not None
    assert scanned.source is not None
    assert (typed.rule, typed.span, typed.score) == (scanned.rule, scanned.span, scanned.score)
    assert typed.source.span == scanned.source.span


@pytest.mark.parametrize("noised", [BASES, BASES.replace("ổ", "ô").replace("ị", "i").replace("quy", "qụy")])
def test_legal_bases_in_common_are_no_copy(check: Check, noised: str) -> None:
    draft = (
        f"KẾ HOẠCH\nTổ chức hội thi kể chuyện\n\n{BASES}Ủy ban nhân dân xã ban hành kế hoạch.\nI. MỤC ĐÍCH\n{BEHIND}"
    )
    assert check(draft, f"QUYÊT ĐINH\nVề việc xét tặng kỷ niệm chương\n\n{noised}QUYÊT ĐỊNH:\n{OWN}").findings == ()


def test_legal_bases_of_a_scanned_draft_are_no_copy(tmp_path: Path) -> None:
    head = (
        "ỦY BAN NHẦN DẤN\nXÃ BẢN MÂY\nSô: 17/QĐ-UBND\nCỌNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự đo - Hạnh phúc\n"
    )
    draft = f"{head}Bản Mây, ngày 03 thắng 9 năm 2031\nQUYÉT ĐỊNH\nVề việc lập đội xe\n{BASES}QUYẾT ĐỊNH:\n{BEHIND}"
    with Corpus(tmp_path) as corpus:
        corpus.add(plain(f"QUYẾT ĐỊNH\nVề việc xét tặng kỷ niệm chương\n\n{BASES.replace(';', ',')}{OWN}"), CENTRAL)
        assert reuse(replace(plain(draft), origin="scan"), corpus).findings == ()
        assert reuse(plain(draft), corpus).findings != ()


def test_phrases_that_every_office_uses_are_no_copy(check: Check) -> None:
    phrase = "Trong quá trình triển khai thực hiện, nếu có khó khăn, vướng mắc, đề nghị các cơ quan, đơn vị phản ánh"
    noised = "Trong quá trinh triên khai thực hiên, nêu có khó khăn, vướng măc, đề nghi các cơ quan, đơn vị phản anh"
    assert check(around(phrase), f"{OWN}\n{noised}.\nHêt.").findings == ()


def test_the_page_is_named_and_shown(check: Check) -> None:
    (one,) = check(around(ITEM), AROUND.format(SEEN), picture=b"\xff\xd8 JPEG").findings
    assert one.source is not None
    assert (one.source.page, one.source.picture) == (2, b"\xff\xd8 JPEG")


def test_a_page_that_holds_its_text_is_named_and_not_shown(check: Check) -> None:
    (one,) = check(around(ITEM), AROUND.format(ITEM), "pdf", picture=b"\xff\xd8 JPEG").findings
    assert one.source is not None
    assert (one.source.page, one.source.picture, one.source.recognised) == (2, None, False)

"""What the check says about copied passages, word for word."""

from pathlib import Path

import pytest

from drafter import Corpus, Finding, read, review


def finding(library: Corpus, draft: Path, words: str) -> Finding:
    """The finding on the passage that holds these words."""
    return next(one for one in review(read(draft), library).findings if words in one.text)


@pytest.mark.parametrize(
    ("draft", "words", "rule", "message", "suggestion", "locator"),
    [
        (
            "2-sao-chep-nguyen-van.docx",
            "Giấy mời họp gửi trước",
            "reuse.verbatim",
            "Đoạn này chép nguyên văn khoản 2 Mục III Kế hoạch số 386/KH-UBND; hãy dẫn chiếu thay vì chép lại.",
            "Thực hiện theo khoản 2 Mục III Kế hoạch số 386/KH-UBND.",
            "khoản 2 Mục III",
        ),
        (
            "2-sao-chep-nguyen-van.docx",
            "Xác định rõ trách nhiệm của người ký",
            "reuse.verbatim",
            "Đoạn này chép nguyên văn khoản 3 Mục I Kế hoạch ban hành kèm theo Quyết định số 2604/QĐ-TTg; "
            "hãy dẫn chiếu thay vì chép lại.",
            "Thực hiện theo khoản 3 Mục I Kế hoạch ban hành kèm theo Quyết định số 2604/QĐ-TTg.",
            "khoản 3 Mục I Kế hoạch kèm theo",
        ),
        (
            "3-dien-dat-lai.docx",
            "Hồ sơ có khả năng quá hạn",
            "reuse.edited",
            "Đoạn này chép khoản 2 Điều 8 Nghị định số 301/2026/NĐ-CP, có sửa vài chữ; hãy dẫn chiếu thay vì chép lại.",
            "Thực hiện theo khoản 2 Điều 8 Nghị định số 301/2026/NĐ-CP.",
            "khoản 2 Điều 8",
        ),
        (
            "3-dien-dat-lai.docx",
            "thời gian chờ trung bình",
            "reuse.edited",
            "Đoạn này chép Mục II Bộ tiêu chí ban hành kèm theo Quyết định số 1127/QĐ-UBND, có sửa vài chữ; "
            "hãy dẫn chiếu thay vì chép lại.",
            "Thực hiện theo Mục II Bộ tiêu chí ban hành kèm theo Quyết định số 1127/QĐ-UBND ngày 13 tháng 8 năm 2026 "
            "của Ủy ban nhân dân tỉnh Sơn Lâm ban hành Bộ tiêu chí đánh giá mức độ chuyển đổi số của xã, phường trên "
            "địa bàn tỉnh Sơn Lâm.",
            "Mục II Bộ tiêu chí kèm theo",
        ),
    ],
)
def test_what_is_wrong_and_what_to_write_instead(
    library: Corpus, samples: Path, draft: str, words: str, rule: str, message: str, suggestion: str, locator: str
) -> None:
    found = finding(library, samples / "drafts" / draft, words)
    assert found.source is not None
    assert (found.rule, found.message, found.suggestion, found.source.locator) == (rule, message, suggestion, locator)


def test_every_suggestion_ends_with_one_full_stop(library: Corpus, samples: Path) -> None:
    for draft in sorted((samples / "drafts").glob("*.docx")):
        for found in review(read(draft), library, only=["reuse"]).findings:
            assert found.suggestion.startswith("Thực hiện theo ")
            assert found.suggestion.endswith(".")
            assert not found.suggestion.endswith((" .", "..", ";.", ",."))

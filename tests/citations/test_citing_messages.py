"""What the check of references says, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import FULL_87, FULL_226
from drafts import decision, found, plan

from drafter import Corpus, read, review
from drafter.citations.rules import RULES

MESSAGES = {
    "Kế hoạch số 87-KL/ĐU": (
        "cite.kind",
        "“Kế hoạch số 87-KL/ĐU”: “KL” là ký hiệu của Kết luận, không phải của Kế hoạch.",
        "Hãy đối chiếu văn bản gốc rồi sửa tên loại hoặc ký hiệu.",
    ),
    f"{FULL_87}; theo Kế hoạch số 87-KL/ĐU": (
        "cite.kind",
        "“Kế hoạch số 87-KL/ĐU”: “KL” là ký hiệu của Kết luận, không phải của Kế hoạch.",
        "Chỗ khác trong dự thảo ghi 87-KH/ĐU; hãy đối chiếu văn bản gốc rồi ghi thống nhất một ký hiệu.",
    ),
    "Nghị quyết số 52/NQ-TW": (
        "cite.symbol",
        "Số, ký hiệu “52/NQ-TW” viết theo cách của cơ quan nhà nước; số, ký hiệu văn bản của Đảng có dạng 52-NQ/TW.",
        "Hãy đối chiếu văn bản gốc, sửa thành 52-NQ/TW.",
    ),
    "Kế hoạch số 65/KH- UBND": (
        "cite.blank",
        "Số, ký hiệu “65/KH- UBND” có khoảng trắng ở giữa.",
        "Hãy viết liền: 65/KH-UBND.",
    ),
    "Thông tư số 55/2023/TT-BTC ngày 15/8/2025": (
        "cite.date",
        "Thông tư số 55/2023/TT-BTC ghi ngày 15/08/2025, khác năm 2023 trong số, ký hiệu.",
        "Hãy đối chiếu văn bản gốc rồi sửa ngày hoặc số.",
    ),
    "Kết luận số 226-KL/TW ngày 11/12/2025; Kết luận số 226-KL/TW ngày 12/11/2025": (
        "cite.date",
        "Kết luận số 226-KL/TW ghi ngày 12/11/2025, chỗ khác ghi ngày 11/12/2025.",
        "Hãy đối chiếu văn bản gốc, ghi một ngày thống nhất.",
    ),
    f"{FULL_226}. Theo {FULL_226.replace('chấn chỉnh', 'chỉnh đốn')}": (
        "cite.title",
        "Kết luận số 226-KL/TW ghi trích yếu khác chỗ khác trong dự thảo "
        "(“về chấn chỉnh lề lối làm việc, nâng cao hiệu quả hoạt động”).",
        "Hãy đối chiếu văn bản gốc, ghi một trích yếu thống nhất.",
    ),
    "Kế hoạch số 12/KH-UBND ngày 06/9/2026": (
        "cite.future",
        "Kế hoạch số 12/KH-UBND ghi ngày 06/09/2026, sau ngày của dự thảo (05/08/2026).",
        "Hãy đối chiếu lại ngày của văn bản được viện dẫn.",
    ),
    "theo Luật Đất đai số 31/2024/QH15.": (
        "cite.law",
        "Viện dẫn luật ghi cả số 31/2024/QH15.",
        "Luật, pháp lệnh chỉ ghi tên loại và tên, hãy bỏ số, ký hiệu.",
    ),
    "theo Quyết định số 414/QĐ-UBND.": (
        "cite.introduction",
        "Quyết định số 414/QĐ-UBND viện dẫn lần đầu chưa ghi ngày tháng năm, cơ quan ban hành và trích yếu.",
        "Hãy ghi thêm ngày tháng năm, cơ quan ban hành và trích yếu.",
    ),
    f"Theo {FULL_226}.\nTheo {FULL_226}.\nTheo {FULL_226}.": (
        "cite.repetition",
        "Kết luận số 226-KL/TW đã viện dẫn đầy đủ ở trên, 2 chỗ sau lại ghi đầy đủ.",
        "Các lần sau chỉ cần ghi: Kết luận số 226-KL/TW.",
    ),
    f"Quán triệt {FULL_87}. Thực hiện {FULL_226}.": (
        "cite.base",
        "Phần nội dung giao thực hiện Kế hoạch số 87-KH/ĐU và Kết luận số 226-KL/TW, căn cứ ban hành không nêu.",
        "Hãy xem có cần bổ sung vào căn cứ không.",
    ),
    "Báo cáo Bộ Kế hoạch và Đầu tư. Gửi Bộ Kế hoạch và Đầu tư.": (
        "cite.authority",
        "Bộ Kế hoạch và Đầu tư không còn từ ngày 01/03/2025 (2 chỗ).",
        "Hãy ghi cơ quan hiện nay làm việc ấy: Bộ Tài chính.",
    ),
    "Nhiệm vụ nêu tại Phụ lục số 02 kèm theo.": (
        "cite.provision",
        "Dự thảo nhắc Phụ lục số 02 nhưng trong tệp không có phụ lục nào.",
        "Hãy kiểm tra phụ lục đã kèm ở tệp khác chưa.",
    ),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("body", MESSAGES)
def test_a_finding_says_what_is_wrong_and_what_to_do(empty: Corpus, body: str) -> None:
    rule, message, suggestion = MESSAGES[body]

    (one,) = [one for one in found(plan(body), empty) if one.rule == rule]

    assert (one.message, one.suggestion) == (message, suggestion)
    assert one.basis
    assert one.severity in ("warning", "info")


def test_articles_that_are_not_there_are_named(empty: Corpus) -> None:
    articles = "Điều 1.\n1. Một.\nĐiều 2. Theo khoản 2 Điều 1 và Điều 5 Quyết định này."
    (one,) = found(decision(articles), empty)
    assert one.message == ("“khoản 2 Điều 1 và Điều 5 Quyết định này”: dự thảo không có Điều 5, khoản 2 Điều 1.")


def test_every_message_is_shown_by_name_of_its_rule() -> None:
    from drafter.render.phrases import area, rule_words

    for id_ in RULES:
        assert rule_words(id_) != area(id_), id_


def test_what_layout_tells_is_not_told_twice(samples: Path, tmp_path: Path) -> None:
    """A Word file whose layout is judged: the form of references is layout's there, and this check's by itself."""
    import docx

    draft = docx.Document(str(samples / "drafts" / "1-khong-sao-chep.docx"))
    draft.paragraphs[-1].insert_paragraph_before("theo Quyết định số 414/QĐ-UBND và Luật Đất đai số 31/2024/QH15.")
    draft.save(str(tmp_path / "a.docx"))
    with Corpus(tmp_path) as corpus:
        document = read(tmp_path / "a.docx")
        alone, both = (review(document, corpus, only=only) for only in (["citations"], ["citations", "layout"]))
    form = {"cite.introduction", "cite.law", "cite.repetition", "cite.future", "cite.date"}
    assert {one.rule for one in alone.findings} & form
    assert not {one.rule for one in both.findings} & form
    assert "cite.introduction" in both.rules_evaluated


def test_normative_documents_cite_laws_with_numbers(empty: Corpus) -> None:
    text = (
        plan("theo Luật Đất đai số 31/2024/QH15.")
        .replace("64/KH-UBND", "64/2026/QĐ-UBND")
        .replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
    )
    assert not [one for one in found(text, empty) if one.rule in ("cite.law", "cite.introduction")]

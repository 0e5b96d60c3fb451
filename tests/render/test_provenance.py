"""What the views say of the file itself, each sentence once, at the top."""

import re
from dataclasses import replace

import pytest
from reports import CLEAN, REALISTIC

from drafter.document import Signature
from drafter.render.html import html_page
from drafter.render.provenance import provenance
from drafter.render.text import text_view
from drafter.report import Report

LAN = Signature("Nguyễn Văn A", "2026-03-12T09:15:00+07:00", True, "CA")


def made(judged: bool = False, **about: object) -> Report:
    rules = (*CLEAN.rules_evaluated, "nd30.PG-01") if judged else CLEAN.rules_evaluated
    left = () if judged else ("nd30.PG-01",)
    document = replace(CLEAN.document, **about)  # type: ignore[arg-type]
    return replace(CLEAN, document=document, rules_evaluated=rules, rules_not_evaluated=left)


CASES = [
    (made(), ()),
    (
        made(True, origin="doc"),
        ("Văn bản được chuyển đổi từ tệp .doc bằng LibreOffice, thể thức có thể lệch so với bản gốc.",),
    ),
    (
        made(origin="scan", confidence=0.9499),
        ("Văn bản được nhận dạng từ bản quét, độ tin cậy 94%; thể thức chưa đánh giá.",),
    ),
    (
        made(True, origin="pdf"),
        ("Văn bản đọc từ tệp PDF: thể thức chỉ đánh giá được khổ giấy, lề, phông và cỡ chữ.",),
    ),
    (made(origin="pdf"), ("Văn bản đọc từ tệp PDF, chỉ có nội dung; thể thức chưa được đánh giá.",)),
    (
        made(origin="pdf", confidence=0.5),
        (
            "Văn bản đọc từ tệp PDF, chỉ có nội dung; thể thức chưa được đánh giá.",
            "Trong tệp có trang được nhận dạng từ bản quét, độ tin cậy 50%.",
        ),
    ),
    (
        made(origin="pdf", unread=(2, 5)),
        (
            "Văn bản đọc từ tệp PDF, chỉ có nội dung; thể thức chưa được đánh giá.",
            "Trang 2, 5 không nhận ra được chữ nào: nội dung ở đó chưa được kiểm tra, hãy xem bản gốc.",
        ),
    ),
    (made(origin="xlsx"), ("Văn bản đọc từ tệp .xlsx, chỉ có nội dung; thể thức chưa được đánh giá.",)),
    (made(origin="txt"), ("Văn bản đọc từ tệp .txt, chỉ có nội dung; thể thức chưa được đánh giá.",)),
    (
        made(True, recoded=("TCVN3", "VNI")),
        ("Chữ gõ bằng bảng mã TCVN3, VNI đã chuyển sang Unicode để kiểm tra.",),
    ),
    (
        made(True, signatures=(LAN, replace(LAN, signer="Lê Thị B", signed_at="", unchanged=False))),
        (
            "Đã ký số: Nguyễn Văn A, 12/3/2026 09:15, chưa bị sửa từ khi ký.",
            "Đã ký số: Lê Thị B, nhưng đã bị thay đổi sau khi ký.",
        ),
    ),
]


@pytest.mark.parametrize(("report", "sentences"), CASES)
def test_each_is_said_once_in_every_view(report: Report, sentences: tuple[str, ...]) -> None:
    assert provenance(report) == sentences
    for shown in (" ".join(text_view(report).split()), html_page(report)):
        assert [shown.count(sentence) for sentence in sentences] == [1] * len(sentences)


@pytest.mark.parametrize("origin", ["pdf", "scan", "html", "md", "xlsx", "txt"])
def test_no_fault_found_never_looks_as_if_none_were_there(origin: str) -> None:
    for shown in (" ".join(text_view(made(origin=origin)).split()), html_page(made(origin=origin))):
        assert re.search(r"Lỗi 0 · Cảnh báo 0 · Gợi ý 0\.? Thể thức: chưa đánh giá\.", shown)


def test_a_line_of_the_terminal_holds_them() -> None:
    shown = text_view(made(origin="scan", confidence=0.9, signatures=(LAN,)), width=60)
    assert max(map(len, shown.splitlines())) <= 60


def test_json_says_it_of_what_is_no_word_file_and_no_text_file() -> None:
    about = REALISTIC.document
    for origin in ("docx", "txt"):
        same = replace(about, origin=origin, confidence=0.9, signatures=(LAN,), recoded=("VNI",))  # type: ignore[arg-type]
        assert same.as_dict() == about.as_dict()
    assert made(origin="scan", unread=(3,)).as_dict()["document"]["unread"] == [3]
    assert made(origin="pdf").as_dict()["document"] == {**made().as_dict()["document"], "origin": "pdf"}
    assert made(origin="scan", confidence=0.94444, signatures=(LAN,)).as_dict()["document"] == {
        **made().as_dict()["document"],
        "origin": "scan",
        "confidence": 0.9444,
        "signatures": [
            {"signer": "Nguyễn Văn A", "signed_at": "2026-03-12T09:15:00+07:00", "unchanged": True, "issuer": "CA"}
        ],
    }

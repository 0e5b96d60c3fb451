"""What a reader of a report has to know of the file before all else: a sentence each, said once, at the top."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from drafter.document import Signature
from drafter.layout.rules import RULES as LAYOUT
from drafter.render.phrases import date_words
from drafter.report import About, Report


def provenance(report: Report) -> tuple[str, ...]:
    """What the file was, what that means for the layout, in what it was typed, who signed; none for a plain .docx."""
    about = report.document
    origin = _origin(about, judges_layout(report))
    return (*origin, *_unread(about), *_recoded(about), *map(_signed, about.signatures))


def judges_layout(report: Report) -> bool:
    """Whether any rule of layout was judged."""
    return any(rule in LAYOUT for rule in report.rules_evaluated)


def _origin(about: About, judged: bool) -> Iterator[str]:
    match about.origin:
        case "docx":
            return
        case "doc" | "odt" | "rtf":
            yield (
                f"Văn bản được chuyển đổi từ tệp .{about.origin} bằng LibreOffice, thể thức có thể lệch so với bản gốc."
            )
        case "scan":
            yield f"Văn bản được nhận dạng từ bản quét{_sure(about)}; thể thức chưa đánh giá."
        case "pdf" if judged:
            yield "Văn bản đọc từ tệp PDF: thể thức chỉ đánh giá được khổ giấy, lề, phông và cỡ chữ."
        case "pdf":
            yield "Văn bản đọc từ tệp PDF, chỉ có nội dung; thể thức chưa được đánh giá."
        case _:
            yield f"Văn bản đọc từ tệp .{about.origin}, chỉ có nội dung; thể thức chưa được đánh giá."
    if about.origin == "pdf" and about.confidence is not None:
        yield f"Trong tệp có trang được nhận dạng từ bản quét{_sure(about)}."


def _sure(about: About) -> str:
    return "" if about.confidence is None else f", độ tin cậy {floor(about.confidence * 100)}%"


def _unread(about: About) -> Iterator[str]:
    if about.unread:
        pages = ", ".join(map(str, about.unread))
        yield f"Trang {pages} không nhận ra được chữ nào: nội dung ở đó chưa được kiểm tra, hãy xem bản gốc."


def _recoded(about: About) -> Iterator[str]:
    if about.recoded:
        yield f"Chữ gõ bằng bảng mã {', '.join(about.recoded)} đã chuyển sang Unicode để kiểm tra."


def _signed(signature: Signature) -> str:
    day, _, clock = signature.signed_at.partition("T")
    when = " ".join(filter(None, (date_words(day), clock[:5])))
    since = "chưa bị sửa từ khi ký" if signature.unchanged else "nhưng đã bị thay đổi sau khi ký"
    return f"Đã ký số: {', '.join(filter(None, (signature.signer, when, since)))}."

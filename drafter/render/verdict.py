"""One line that says what the checks found about copying: words and passages first, the percentage last."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.document import Span
from drafter.layout.rules import RULES as LAYOUT
from drafter.nlp.syllables import syllable_spans
from drafter.nlp.written import figure
from drafter.render.phrases import is_copied, share_words
from drafter.render.provenance import judges_layout
from drafter.report import Report


def verdict(report: Report, stored: int | None = None) -> str:
    """A Vietnamese sentence. `stored` is how many documents the draft was compared with, None where nobody counted."""
    copied = [finding for finding in report.findings if is_copied(finding)]
    if copied:
        sources = len({finding.source.id for finding in copied if finding.source})
        counted = figure(copied_syllables(report.text, (finding.span for finding in copied), report.formulas))
        share = share_words(report.shares, 0)
        origin = f" của {figure(sources)} văn bản cấp trên" if sources else ""
        return f"Chép {counted} chữ trong {len(copied)} đoạn{origin} ({share} nội dung): nên thay bằng dẫn chiếu."
    if not compared(report):
        return "Chưa kiểm tra sao chép trong lần này."
    if stored == 0:
        return "Kho chưa có văn bản cấp trên nào nên chưa biết văn bản có chép hay không."
    if report.shares.cited > 0:
        return f"Không thấy đoạn nào chép mà không dẫn nguồn ({share_words(report.shares, 1)} nội dung có dẫn nguồn)."
    basis = f" ({figure(stored)} văn bản)" if stored else ""
    return f"Không thấy đoạn nào chép từ văn bản cấp trên trong kho{basis}."


def unjudged(report: Report) -> str:
    """What to say where no rule of layout was judged, so that no fault found is not taken for none there; else ""."""
    left = any(rule in LAYOUT for rule in report.rules_not_evaluated)
    if judges_layout(report) or not left:
        return ""
    # Of what tells no layout it is said above why; another time would not change it.
    told = report.document.origin in ("docx", "doc", "odt", "rtf")
    return "Chưa kiểm tra thể thức trong lần này." if told else "Thể thức: chưa đánh giá."


def compared(report: Report) -> bool:
    """Whether the draft was compared with other documents, so that its shares mean something."""
    return any(rule.startswith("reuse.") for rule in report.rules_evaluated)


def copied_syllables(text: str, passages: Iterable[Span], formulas: Iterable[Span] = ()) -> int:
    """How many syllables ("chữ") of `text` the passages cover together, each counted once, those of formulas not."""
    covered = bytearray(len(text))
    for passage in passages:
        covered[passage.start : passage.end] = b"\1" * len(passage)
    for formula in formulas:
        covered[formula.start : formula.end] = bytes(len(formula))
    return sum(covered[span.start] for span in syllable_spans(text))

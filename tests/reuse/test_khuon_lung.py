"""A real plan of a commune, and the conclusion that it copies: the item that forbids copying among others."""

from pathlib import Path

import pytest

from drafter import Corpus, Report, read, review
from drafter.corpus.importing import items, plan
from drafter.document import Span

pytestmark = pytest.mark.shared

ITEM = "- Tập trung đổi mới, nâng cao chất lượng công tác ban hành văn bản"
DELEGATED = "chủ động giải quyết công việc thuộc thẩm quyền đã được phân cấp"


@pytest.fixture(scope="module")
def report(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = shared / "data" / "case-khuon-lung"
    with Corpus(tmp_path_factory.mktemp("home")) as corpus:
        list(corpus.add_all(items(plan([folder / "226-KL-TW.txt"]))))
        return review(read(folder / "draft.txt"), corpus, only=["reuse"])


def line_at(text: str, beginning: str) -> Span:
    start = text.index(beginning)
    return Span(start, text.index("\n", start))


def covered(report: Report, span: Span) -> float:
    within = (min(one.end, span.end) - max(one.start, span.start) for one in report.findings if one.span.meets(span))
    return sum(within) / len(span)


def test_the_item_on_issuing_documents_is_copied(report: Report) -> None:
    assert covered(report, line_at(report.text, ITEM)) >= 0.8


def test_the_sentence_on_delegated_tasks_is_copied(report: Report) -> None:
    start = report.text.index(DELEGATED)
    end = report.text.index("vướng mắc vượt thẩm quyền", start)
    assert covered(report, Span(start, end)) == 1.0


def test_the_source_stands_beside(report: Report) -> None:
    sources = [finding.source for finding in report.findings]
    assert {(source.number, source.issuer, source.date) for source in sources if source} == {
        ("226-KL/TW", "Ban Bí thư", "2025-12-11")
    }
    assert all(source and source.locator for source in sources)


def test_nothing_but_the_copied_items_is_called_copied(report: Report) -> None:
    lines = [line_at(report.text, ITEM), line_at(report.text, "- Thường xuyên rà soát các nhiệm vụ")]
    assert [one.text for one in report.findings if not any(line.holds(one.span) for line in lines)] == []


def test_the_reference_to_write_is_short_where_the_plan_has_named_the_source(report: Report) -> None:
    assert report.findings[0].suggestion.startswith("Thực hiện theo ")
    assert report.findings[0].suggestion.rstrip(".").endswith("Kết luận số 226-KL/TW")

"""Whether a document is needed: a hint with its figures, or silence."""

import pytest

from drafter import Corpus, read, review
from drafter.document import Span
from drafter.need import UNSEEN, need
from drafter.report import About, Checked, Finding, Shares, Source
from drafter.tasks.values import Task
from tests.tasks.plans import document

PLAN = document("I. NHIỆM VỤ\n" + "1. Phòng Kinh tế che chuồng trại cho 212 hộ trước ngày 30/11/2026.\n" * 30)
SUPERIOR = Source(7, "KH-176.docx", "176/KH-UBND", "", "Ủy ban nhân dân tỉnh", "2026-05-04", "", 0, 10, "")
LITTLE, MUCH = Shares(0.7, 0.0, 0.12, 0.18), Shares(0.2, 0.0, 0.1, 0.7)
COPIED = Finding("reuse.verbatim", "warning", 600, 1400, "", "", source=SUPERIOR)
OWN = Task(Span(1500, 1560), "Phòng Kinh tế che chuồng trại")


def about(kind: str = "KH", regime: str = "nd30", characters: int = 2000) -> About:
    return About("ke-hoach.txt", "", regime, kind, "", "", "", "", characters)  # type: ignore[arg-type]


def told(
    shares: Shares = LITTLE, tasks: tuple[Task, ...] = (), *more: Finding, of: About | None = None, stored: int = 18
) -> Checked:
    return need(PLAN, of or about(), shares, tasks, (COPIED, *more), stored)


def test_a_document_without_content_of_its_own_is_better_sent_on() -> None:
    (hint,) = told().findings

    assert (hint.rule, hint.severity) == ("need.own", "warning")
    assert hint.message == (
        "Nội dung riêng của đơn vị chỉ chiếm 18%, chép lại 70%, không có nhiệm vụ nào của riêng đơn vị "
        "(so với 18 văn bản trong kho); hãy cân nhắc không ban hành, mà sao gửi Kế hoạch số 176/KH-UBND "
        "hoặc giao việc bằng công văn."
    )
    assert PLAN.text[hint.start : hint.end] == hint.text == "Phòng, chống rét cho đàn gia súc vụ đông xuân 2026 - 2027"
    assert hint.basis.startswith(
        "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư: “Chỉ ban hành văn bản khi thật cần"
    )


def test_a_task_of_its_own_makes_it_a_hint_and_several_make_it_silent() -> None:
    (hint,) = told(LITTLE, (OWN,)).findings

    assert hint.severity == "info"
    assert "có 1 nhiệm vụ riêng" in hint.message
    assert told(LITTLE, (OWN,) * 4).findings == ()


def test_a_task_that_is_copied_is_none_of_its_own() -> None:
    (hint,) = told(LITTLE, (Task(Span(700, 760), "Che chuồng"),) * 4).findings

    assert hint.severity == "warning"


def test_a_document_with_content_of_its_own_is_needed() -> None:
    assert told(MUCH).findings == ()


@pytest.mark.parametrize(("end", "expected"), [(1500, ["need.covered"]), (700, [])])
def test_what_covers_most_of_it_is_to_be_amended(end: int, expected: list[str]) -> None:
    overlap = Finding("overlap.issued", "warning", 500, end, "", "", source=SUPERIOR)
    again = Finding("overlap.issued", "warning", 600, end, "", "", source=SUPERIOR)
    found = told(MUCH, (), overlap, again).findings

    assert [finding.rule for finding in found] == expected
    assert [finding.message for finding in found] == [
        "Khoảng 50% văn bản này trùng với Kế hoạch số 176/KH-UBND (so với 18 văn bản trong kho); "
        "hãy cân nhắc sửa đổi, bổ sung văn bản ấy thay vì ban hành văn bản mới."
    ] * len(expected)


@pytest.mark.parametrize(
    ("of", "stored"),
    [
        (about("CV"), 18),
        (about("GM"), 18),
        (about("BC"), 18),
        (about("QĐ", "qppl"), 18),
        (about("KH", "none"), 18),
        (about(characters=900), 18),
        (about(), 0),
    ],
)
def test_of_letters_invitations_reports_laws_and_without_a_basis_nothing_is_said(of: About, stored: int) -> None:
    assert told(of=of, stored=stored) == UNSEEN


def test_never_a_block_and_never_more_than_two(library: Corpus, samples) -> None:
    for draft in sorted((samples / "drafts").glob("*.docx")):
        found = review(read(draft), library, only=["reuse", "need"]).findings
        hints = [finding for finding in found if finding.rule.startswith("need.")]
        assert len(hints) <= 2
        assert all(finding.severity != "error" for finding in hints)


def test_without_the_shares_nothing_is_judged(library: Corpus, samples) -> None:
    report = review(read(samples / "drafts" / "2-sao-chep-nguyen-van.docx"), library, only=["need"])

    assert (report.findings, report.rules_evaluated) == ((), ())


def test_a_plan_that_only_repeats_the_province_s_is_better_sent_on(library: Corpus, samples) -> None:
    superior = read(samples / "superior" / "KH-386-UBND.docx")
    body = superior.text[superior.text.index("I. ") : superior.text.index("Nơi nhận")]
    report = review(document(body), library, only=["reuse", "need"])

    (hint,) = [finding for finding in report.findings if finding.rule.startswith("need.")]
    assert hint.rule == "need.own"
    assert "sao gửi " in hint.message
    assert "so với 18 văn bản trong kho" in hint.message

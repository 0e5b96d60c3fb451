"""What a drafter passes over: single findings or all of a rule in a document, with the reason, until it is shown again.

A finding is known by its rule and its words, not by its place, so that what was passed over stays so in a new version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b

from sqlalchemy import Connection, func, insert, select, update

from drafter.document import Span
from drafter.errors import DrafterError
from drafter.nlp.folding import fold
from drafter.register.history import Act
from drafter.render.phrases import is_copied
from drafter.report import Finding, Report
from webapp.kept import counts_of, report_from
from webapp.tables import ignored, version

REASONS: Mapping[str, str] = {
    "wrong": "Kết quả sai",
    "cited": "Đã dẫn nguồn",
    "annex": "Phụ lục",
    "target": "Chỉ tiêu bắt buộc phải giữ",
    "other": "Lý do khác",
}
"""The reasons to choose from, as the screen says them; "other" needs words."""
_LONGEST = 500
"""Characters of a reason in one's own words."""


class NoReason(DrafterError):
    """A finding is to be passed over without saying why."""

    def __init__(self) -> None:
        super().__init__("Bỏ qua phải có lý do; hãy chọn một lý do, nếu là lý do khác thì ghi rõ.")


@dataclass(frozen=True, slots=True)
class Ignored:
    """What is passed over now."""

    id: int
    rule: str
    key: str
    """Which finding; "" for all of the rule."""
    reason: str
    who: str
    at: str


def identity_of(finding: Finding) -> str:
    """What a finding has in common with the same one of another version: its rule and its words, however typed."""
    words = " ".join(fold(finding.text or finding.message).text.lower().split())
    return blake2b(f"{finding.rule}\0{words}".encode(), digest_size=12).hexdigest()


def keys_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The identities with a number behind, which tells apart those that are equal."""
    met: Counter[str] = Counter()
    keys = []
    for finding in findings:
        identity = identity_of(finding)
        met[identity] += 1
        keys.append(f"{identity}-{met[identity]}")
    return tuple(keys)


def reason_words(reason: str, words: str) -> str:
    """A chosen reason with one's own words, as it is kept. Raises `NoReason`."""
    words = " ".join(words.split())[:_LONGEST]
    if reason not in REASONS or (reason == "other" and not words):
        raise NoReason
    if reason == "other":
        return words
    return f"{REASONS[reason]}: {words}" if words else REASONS[reason]


def ignored_now(connection: Connection, draft_id: int) -> tuple[Ignored, ...]:
    """What is passed over in a draft, the oldest first."""
    columns = tuple(ignored.c[name] for name in Ignored.__dataclass_fields__)
    query = select(*columns).where(ignored.c.draft_id == draft_id, ignored.c.undone_at == "").order_by(ignored.c.id)
    return tuple(Ignored(*row) for row in connection.execute(query))


def ignore(connection: Connection, draft_id: int, rule: str, key: str, reason: str, act: Act) -> bool:
    """Passes over a finding, with the key "" all of the rule; False where that is so already."""
    if any((one.rule, one.key) == (rule, key) for one in ignored_now(connection, draft_id)):
        return False
    values = {"draft_id": draft_id, "rule": rule, "key": key, "reason": reason, "who": act.who, "at": act.at}
    connection.execute(insert(ignored).values(**values))
    count_again(connection, draft_id)
    return True


def show_again(connection: Connection, draft_id: int, id: int, act: Act) -> bool:
    """Takes back what was passed over; False where that is so already."""
    wanted = ignored.c.id == id, ignored.c.draft_id == draft_id, ignored.c.undone_at == ""
    done = connection.execute(update(ignored).where(*wanted).values(undone_by=act.who, undone_at=act.at))
    if done.rowcount:
        count_again(connection, draft_id)
    return bool(done.rowcount)


def passed_over(findings: Sequence[Finding], ignored: Collection[Ignored]) -> tuple[Ignored | None, ...]:
    """By finding why it is passed over, None where it is not."""
    rules = {one.rule: one for one in ignored if not one.key}
    single = {one.key: one for one in ignored if one.key}
    return tuple(
        single.get(key) or rules.get(finding.rule) for finding, key in zip(findings, keys_of(findings), strict=True)
    )


def without(report: Report, passed: Sequence[object | None]) -> Report:
    """The report without the findings that are passed over. What they alone call copied counts as the drafter's own."""
    left = tuple(one for one, out in zip(report.findings, passed, strict=True) if not out)
    if len(left) == len(report.findings):
        return report
    before, after = _copied(report, report.findings), _copied(report, left)
    copied = round(report.shares.copied * after / before, 4) if before else report.shares.copied
    own = round(report.shares.own + report.shares.copied - copied, 4)
    return replace(report, findings=left, shares=replace(report.shares, copied=copied, own=own))


def count_again(connection: Connection, draft_id: int) -> None:
    """What lists show of a draft's newest version, without what is passed over."""
    newest = select(func.max(version.c.id)).where(version.c.draft_id == draft_id).scalar_subquery()
    row = connection.execute(select(version.c.id, version.c.report).where(version.c.id == newest)).one()
    report = report_from(row.report)
    found = without(report, passed_over(report.findings, ignored_now(connection, draft_id)))
    connection.execute(update(version).where(version.c.id == row.id).values(asdict(counts_of(found))))


def _copied(report: Report, findings: Iterable[Finding]) -> int:
    """Letters that the findings call copied, without those of formulas and of what is cited."""
    covered = bytearray(len(report.text))
    for one in findings:
        if is_copied(one):
            _cover(covered, one.span, 1)
    for span in (*report.formulas, *report.cited):
        _cover(covered, span, 0)
    return sum(mark and not letter.isspace() for mark, letter in zip(covered, report.text, strict=True))


def _cover(covered: bytearray, span: Span, mark: int) -> None:
    covered[span.start : span.end] = bytes([mark]) * len(span)

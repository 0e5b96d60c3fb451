"""What is given back of a draft: Word with comments, mended Word, a page, JSON, the file as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from drafter.errors import DrafterError
from drafter.layout.rules import RULES as LAYOUT
from drafter.layout.rules import Told
from drafter.render.html import html_page
from drafter.render.json import json_line
from drafter.render.mended import mended
from drafter.render.relaid import relaid
from drafter.render.tracking import moved
from drafter.render.word import commented
from drafter.report import Finding, Report
from webapp.checking import Checkers
from webapp.opened import Opened
from webapp.sending import WORD


class NotMendable(DrafterError):
    """A mended Word file is wanted of what is none."""

    def __init__(self) -> None:
        super().__init__("Chỉ sửa thay được tệp .docx; hãy lưu văn bản thành .docx rồi tải lên thành bản mới.")


@dataclass(frozen=True, slots=True)
class Made:
    name: str
    data: bytes
    type: str


def made(found: Opened, data: bytes, form: str, checkers: Checkers, finding: Finding | None = None) -> Made:
    """A version whose file is `data` in one of the forms of `FORMS`, without what is passed over.

    With a `finding` the mended file has only that mended. Raises `NotMendable`, and as `Checkers.call` does.
    """
    if form == "sua":
        return _mended(found, data, checkers, finding)
    return FORMS[form](found, data, checkers)


def _original(found: Opened, data: bytes, _: Checkers) -> Made:
    return Made(found.version.name, data, "application/octet-stream")


def _commented(found: Opened, data: bytes, checkers: Checkers) -> Made:
    name, when = found.version.name, datetime.now().astimezone()
    return Made(_named(name, " - góp ý.docx"), checkers.call(name, commented, data, found.judged.report, when), WORD)


def _mended(found: Opened, data: bytes, checkers: Checkers, finding: Finding | None = None) -> Made:
    if not found.mendable:
        raise NotMendable
    name, judged = found.version.name, found.judged
    passed = [(one, out) for one, out in zip(judged.whole.findings, judged.passed, strict=True) if out]
    # A rule that is passed over in all of the document, and else each of its places.
    rules = frozenset(LAYOUT) - {one.rule for one, out in passed if not out.key}
    left = frozenset(Told(one.rule, one.start, one.message) for one, _ in passed if one.rule in LAYOUT)
    report = judged.report
    if finding:
        report, rules = replace(report, findings=(finding,)), frozenset({finding.rule})
        left -= {Told(finding.rule, finding.start, finding.message)}
    return Made(_named(name, " - đã sửa.docx"), checkers.call(name, mend, name, data, report, rules, left), WORD)


def mend(name: str, data: bytes, report: Report, rules: frozenset[str], left: frozenset[Told]) -> bytes:
    """The Word file with references in place of what the report calls copied, and its layout mended by these rules but
    for the faults that are `left`."""
    when = datetime.now().astimezone()
    done = mended(data, report, when)
    still = {replace(one, start=moved(one.start, done.changes)) for one in left}
    return relaid(name, done.data, when, rules, still).data


def _page(found: Opened, _: bytes, checkers: Checkers) -> Made:
    name = found.version.name
    page = checkers.call(name, html_page, found.judged.report, stored=found.judged.stored)
    return Made(_named(name, " - kết quả.html"), page.encode("utf-8"), "text/html")


def _json(found: Opened, _: bytes, __: Checkers) -> Made:
    data = json_line(found.judged.report).encode("utf-8")
    return Made(_named(found.version.name, " - kết quả.json"), data, "application/json")


FORMS: Mapping[str, Callable[[Opened, bytes, Checkers], Made]] = {
    "goc": _original,
    "gop-y": _commented,
    "sua": _mended,
    "trang": _page,
    "so-lieu": _json,
}
"""By name in addresses."""


def _named(name: str, ending: str) -> str:
    return PurePath(name).stem + ending

"""What an office sends back of the tasks of a draft: nobody or two who lead, no date, nothing that comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from drafter.document import Span
from drafter.nlp.assignees import is_collective
from drafter.report import Finding, Severity
from drafter.tasks.values import Task

RULES = ("task.lead", "task.leads", "task.deadline", "task.vague", "task.output")

_KL_226 = "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư"
# Its words, since items without numbers hold them.
_ONE_LEAD = f"{_KL_226}: “một việc chỉ phân công một đầu mối … chủ trì”"
_WHEN = f"{_KL_226}: văn bản của cấp dưới phải “có quy định nguồn lực, thời gian hoàn thành”"
_CLEAR = f"{_KL_226}: “rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ thẩm quyền, rõ sản phẩm”"
_Lack = tuple[str, Severity, str, str, str]
"""Rule, severity, what is wrong, what to do, basis."""
_LACKS: tuple[_Lack, ...] = (
    ("task.lead", "warning", "chưa giao đơn vị nào chủ trì", "ghi một đơn vị chủ trì", _ONE_LEAD),
    (
        "task.deadline",
        "warning",
        "chưa có thời hạn",
        "ghi ngày phải xong, hoặc kỳ hạn như “trước ngày 25 hằng tháng”",
        _WHEN,
    ),
    ("task.output", "info", "chưa rõ sản phẩm", "ghi xong việc thì có gì: văn bản, danh sách, con số đếm được", _CLEAR),
)
_LEADS = "Việc này giao {} nơi cùng chủ trì ({}); hãy chọn một nơi chủ trì, ghi các nơi khác là phối hợp."
_VAGUE = "“{}” chưa phải là thời hạn kiểm tra được; hãy ghi ngày cụ thể, hoặc kỳ hạn như “trước ngày 25 hằng tháng”."
_ONE = "Việc này {}; hãy {}."
_ALL = "Cả {} việc của mục này đều {}; hãy {} cho từng việc."
_MANY = "{} trong {} việc của mục này {} ({}); hãy {} cho từng việc."
_ALTOGETHER = "{} trong {} việc của văn bản này {} ({}), đây là việc đầu tiên; hãy {} cho từng việc."
_NUMBERED = "số {} ở bảng giao việc"
"""As `drafter tasks` numbers them."""
_MOST = 5
"""More findings of one rule are one."""
_SEVERAL = {"task.lead": 4, "task.deadline": 4, "task.output": 2}
"""So many tasks of a section that lack the same thing are one finding at its title."""

_DUE = re.compile(
    r"\b(?:báo cáo|hoàn thành|ban hành|trình|gửi|tham mưu (?:xây dựng|ban hành|trình)|xây dựng (?:kế hoạch|phương án"
    r"|đề án)|tổng hợp)\b",
    re.IGNORECASE,
)
_ON_EVENT = re.compile(
    r"(?:phát hiện|khi có|nếu có|phát sinh|khó khăn, vướng mắc|đột xuất|trường hợp|xử lý|tháo gỡ)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\d/.,\-–])\d{1,3}(?:[.,]\d{3})*(?:%|\s+(?!tháng|ngày|giờ|năm|của)[^\W\d_])", re.IGNORECASE)
_BEGINNING = re.compile(r"(?:\S+\s+){3,13}?[^\s,;:.]+(?=[,;:.]\s|[,;:.]?\s*$)|\S+(?:\s+\S+){0,13}")
_ASSIGNED_ELSEWHERE = re.compile(
    r"(?:nhiệm vụ|nội dung|giải pháp|công việc|việc)\b[^.;]{0,60}\b(?:tại|ở|thuộc)\s+(?:(?:điểm|khoản|mục|phần|gạch"
    r"|số|và)\b[^.;]{0,12}?)+\b(?P<sign>[IVX]+)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?P<sign>[IVX]+)\s?[.\-–/]?[\s*]*$")


def findings(text: str, tasks: Sequence[Task], numbers: Mapping[Task, int]) -> Iterator[Finding]:
    """What each task lacks; once for a section whose tasks lack the same thing.

    `text` is the document's, `numbers` are those of its tasks, in its order from 1.
    """
    for task in tasks:
        yield from _leads(text, task)
        yield from _vague(text, task)
    listed = any(task.in_table for task in tasks)
    elsewhere = {found["sign"] for task in tasks if task.lead for found in _ASSIGNED_ELSEWHERE.finditer(task.text)}
    for lack, has in zip(_LACKS, (_has_lead, _has_deadline, _has_output), strict=True):
        # What a table lists in full needs no repetition in the text.
        judged = [task for task in tasks if task.in_table or not listed]
        said: list[Finding] = []
        for section, inside in groupby(judged, key=lambda task: task.section):
            if not (lack[0] == "task.lead" and _sign(text, section) in elsewhere):
                said += _lacking(text, section, list(inside), lack, has, numbers)
        yield from said if len(said) <= _MOST else [_together(text, judged, lack, has, numbers)]


def _together(
    text: str, tasks: Sequence[Task], lack: _Lack, has: Callable[[Task], bool], numbers: Mapping[Task, int]
) -> Finding:
    """One finding, at the first task, where those at each place would be a wall."""
    rule, severity, what, advice, basis = lack
    lacking = [task for task in tasks if not has(task)]
    message = _ALTOGETHER.format(len(lacking), len(tasks), what, _numbered(lacking, numbers), advice)
    return _finding(text, rule, severity, _beginning(lacking[0]), message, basis)


def _lacking(
    text: str,
    section: Span | None,
    tasks: Sequence[Task],
    lack: _Lack,
    has: Callable[[Task], bool],
    numbers: Mapping[Task, int],
) -> Iterator[Finding]:
    rule, severity, what, advice, basis = lack
    lacking = [task for task in tasks if not has(task)]
    if len(lacking) < _SEVERAL[rule] or not section:
        for task in lacking:
            yield _finding(text, rule, severity, _beginning(task), _ONE.format(what, advice), basis)
        return
    if len(lacking) == len(tasks):
        message = _ALL.format(len(tasks), what, advice)
    else:
        message = _MANY.format(len(lacking), len(tasks), what, _numbered(lacking, numbers), advice)
    yield _finding(text, rule, severity, section, message, basis)


def _numbered(tasks: Sequence[Task], numbers: Mapping[Task, int]) -> str:
    """ "số 2-5, 8 ở bảng giao việc": which ones they are."""
    runs: list[list[int]] = []
    for number in sorted(numbers[task] for task in tasks):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return _NUMBERED.format(", ".join(told))


def _leads(text: str, task: Task) -> Iterator[Finding]:
    named = [name for name in task.lead if not is_collective(name)]
    if task.chairs and len(named) > 1:
        message = _LEADS.format(len(task.lead), "; ".join(" ".join(name.split()) for name in task.lead))
        yield _finding(text, "task.leads", "warning", _beginning(task), message, _ONE_LEAD)


def _vague(text: str, task: Task) -> Iterator[Finding]:
    if not (task.deadline_vague and _is_due(task)):
        return
    at = task.text.find(task.deadline)
    span = Span(task.span.start + at, task.span.start + at + len(task.deadline)) if at >= 0 else _beginning(task)
    yield _finding(text, "task.vague", "warning", span, _VAGUE.format(task.deadline), _WHEN)


def _is_due(task: Task) -> bool:
    """Whether a date can be set: something is to be handed in, and not only when something happens."""
    at = task.text.find(task.deadline)
    if at < 0:
        return bool(task.output or _DUE.search(task.text))
    following = task.text[at : at + 90]
    return bool(_DUE.search(following)) and not _ON_EVENT.search(following)


def _has_lead(task: Task) -> bool:
    return bool(task.lead)


def _has_deadline(task: Task) -> bool:
    return bool(task.deadline)


def _has_output(task: Task) -> bool:
    """Whether one can see that it was done; a figure beside its date is enough."""
    return bool(task.output or _FIGURE.search(task.text.replace(task.deadline, " ") if task.deadline else task.text))


def _beginning(task: Task) -> Span:
    """The first words of a task, by which a reader finds it."""
    found = _BEGINNING.match(task.text)
    return Span(task.span.start, task.span.start + found.end()) if found else task.span


def _sign(text: str, section: Span | None) -> str:
    """The Roman numeral before the title of a section."""
    found = _SIGN.search(text[max(0, section.start - 10) : section.start]) if section else None
    return found["sign"] if found else ""


def _finding(text: str, rule: str, severity: Severity, span: Span, message: str, basis: str) -> Finding:
    return Finding(rule, severity, span.start, span.end, span.of(text), message, basis=basis)

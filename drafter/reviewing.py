"""The checks, run one after another over one document.

Not called `review`: the function of that name is what `drafter.review` must stay.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from drafter.citations.check import TWINS as CITATIONS_TWINS
from drafter.citations.check import UNSEEN as CITATIONS_UNSEEN
from drafter.citations.check import citations
from drafter.corpus import Corpus
from drafter.document import Document
from drafter.errors import DrafterError, UnknownCheck
from drafter.layout.check import UNSEEN as LAYOUT_UNSEEN
from drafter.layout.check import layout
from drafter.layout.rules import RULES as LAYOUT_RULES
from drafter.need import UNSEEN as NEED_UNSEEN
from drafter.need import need
from drafter.nlp.kinds import kind_name
from drafter.nlp.letterhead import letterhead_of
from drafter.overlap.check import UNSEEN as OVERLAP_UNSEEN
from drafter.overlap.check import overlap
from drafter.report import About, Checked, Finding, Report, Shares, Skipped
from drafter.reuse.check import RULES, Reuse, reuse
from drafter.tasks.check import UNSEEN as TASKS_UNSEEN
from drafter.tasks.check import tasks
from drafter.tasks.reading import tasks_of
from drafter.wording.check import TWINS as WORDING_TWINS
from drafter.wording.check import UNSEEN as WORDING_UNSEEN
from drafter.wording.check import wording


@dataclass(frozen=True, slots=True)
class _Check:
    """One of the checks but that for copies, which gives shares too."""

    name: str
    """As a sentence calls it."""
    unseen: Checked
    """What is said of its rules where it did not run."""
    run: Callable[[Document, Corpus, About], Checked]
    twins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a rule those of layout that judge the same, where a file's layout is judged: theirs is the finding."""


_CHECKS: Mapping[str, _Check] = {
    "layout": _Check("thể thức", LAYOUT_UNSEEN, lambda document, corpus, about: layout(document)),
    "citations": _Check("viện dẫn", CITATIONS_UNSEEN, citations, CITATIONS_TWINS),
    "overlap": _Check("chồng chéo", OVERLAP_UNSEEN, overlap),
    "tasks": _Check("giao việc", TASKS_UNSEEN, lambda document, corpus, about: tasks(document, about)),
    "wording": _Check(
        "câu chữ", WORDING_UNSEEN, lambda document, corpus, about: wording(document, about), WORDING_TWINS
    ),
}
_TWINS = {rule: twins for check in _CHECKS.values() for rule, twins in check.twins.items()}
CHECKS = (*_CHECKS, "reuse", "need")
"""The names that `only` takes."""

_RULES: Mapping[str, tuple[str, ...]] = {
    **{name: check.unseen.not_evaluated for name, check in _CHECKS.items()},
    "layout": tuple(LAYOUT_RULES),
    "reuse": RULES,
    "need": NEED_UNSEEN.not_evaluated,
}

_NOTHING = Reuse((), Shares(copied=0.0, cited=0.0, formula=0.0, own=1.0))
_BROKEN = "Phần kiểm tra {name} gặp lỗi ({error}) nên chưa có kết quả; hãy gửi văn bản cho người phụ trách để xem lại."
Result = TypeVar("Result")
_log = logging.getLogger(__name__)


def review(document: Document, corpus: Corpus, only: Collection[str] | None = None) -> Report:
    """The report on a document compared with a corpus; `only` these checks where given.

    A check that breaks is named in `Report.skipped`, the others go on. Raises `UnknownCheck` for another name in
    `only`, and `CorpusError` where the corpus cannot be read.
    """
    wanted = CHECKS if only is None else tuple(only)
    if unknown := sorted(set(wanted) - set(CHECKS)):
        raise UnknownCheck(unknown[0], CHECKS)
    about = _about(document)
    skipped: list[Skipped] = []
    copied = None
    if "reuse" in wanted:
        copied = _run("reuse", "sao chép", document, partial(_reuse, document, corpus, about), skipped)
    reused = copied or _NOTHING
    checked = [Checked(reused.findings, *((RULES, ()) if copied else ((), RULES)))]
    for id_, check in _CHECKS.items():
        action = partial(check.run, document, corpus, about)
        found = _run(id_, check.name, document, action, skipped) if id_ in wanted else None
        checked.append(found or check.unseen)
    if "need" in wanted:
        action = partial(_need, document, corpus, about, copied, [found for one in checked for found in one.findings])
        checked.append(_run("need", "sự cần thiết", document, action, skipped) or NEED_UNSEEN)
    else:
        checked.append(NEED_UNSEEN)
    evaluated = tuple(rule for one in checked for rule in one.evaluated)
    findings = _once((found for one in checked for found in one.findings), evaluated)
    return Report(
        document=about,
        text=document.text,
        shares=reused.shares,
        findings=tuple(sorted(findings, key=lambda found: (found.start, found.end, found.rule))),
        rules_evaluated=evaluated,
        rules_not_evaluated=tuple(rule for one in checked for rule in one.not_evaluated),
        skipped=tuple(skipped),
        cited=reused.cited,
        formulas=reused.formulas,
    )


def rules_of(check: str) -> tuple[str, ...]:
    """The ids of all rules that a check judges. Raises `UnknownCheck`."""
    if check not in _RULES:
        raise UnknownCheck(check, CHECKS)
    return _RULES[check]


def _run(
    id_: str, name: str, document: Document, action: Callable[[], Result], skipped: list[Skipped]
) -> Result | None:
    """What a check says; None where it breaks, and the reason among those `skipped`."""
    try:
        return action()
    except DrafterError:
        raise
    except Exception as error:
        _log.exception("the check for %s broke on %s", id_, document.name)
        skipped.append(Skipped(id_, _BROKEN.format(name=name, error=type(error).__name__)))
        return None


def _once(findings: Iterable[Finding], evaluated: Collection[str]) -> Iterator[Finding]:
    """The findings without those that a rule of layout, which was judged, tells already."""
    told = set(evaluated)
    return (found for found in findings if told.isdisjoint(_TWINS.get(found.rule, ())))


def _reuse(document: Document, corpus: Corpus, about: About) -> Reuse:
    kind = kind_name(about.kind, "party" if about.regime == "hd05" else None)
    return reuse(document, corpus, about.issuer, kind)


def _need(
    document: Document, corpus: Corpus, about: About, copied: Reuse | None, findings: Sequence[Finding]
) -> Checked:
    """What the other checks say of whether the document is needed; nothing where copies were not looked for."""
    if not copied:
        return NEED_UNSEEN
    return need(document, about, copied.shares, tasks_of(document), findings, len(corpus))


def _about(document: Document) -> About:
    head = letterhead_of(document)
    return About(
        name=document.name,
        sha256=document.sha256,
        regime=head.regime,
        kind=head.kind,
        number=head.number,
        date=head.date,
        issuer=head.issuer,
        subject=head.subject,
        characters=len(document.text),
        origin=document.origin,
        confidence=_confidence(document),
        signatures=document.signatures,
        unread=tuple(page.number for page in document.pages if page.is_unread),
        recoded=tuple(dict.fromkeys(one.encoding for one in document.recoded)),
    )


def _confidence(document: Document) -> float | None:
    """Of the recognised pages on average."""
    told = [page.confidence for page in document.pages if page.confidence]
    return sum(told) / len(told) if told else None

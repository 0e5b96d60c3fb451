"""The checks, run one after another over one document.

Not called `review`: the function of that name is what `drafter.review` must stay.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from drafter.citations.check import UNSEEN as UNCITED
from drafter.citations.check import citations, without_twins
from drafter.corpus import Corpus
from drafter.document import Document
from drafter.errors import DrafterError, UnknownCheck
from drafter.layout.check import UNSEEN, layout
from drafter.nlp.kinds import kind_name
from drafter.nlp.letterhead import recognise
from drafter.report import About, Checked, Report, Shares, Skipped
from drafter.reuse.check import RULES, Reuse, reuse


@dataclass(frozen=True, slots=True)
class _Check:
    """One of the checks but that for copies, which gives shares too."""

    name: str
    """As a sentence calls it."""
    unseen: Checked
    """What is said of its rules where it did not run."""
    run: Callable[[Document, Corpus, About], Checked]


_CHECKS: Mapping[str, _Check] = {
    "layout": _Check("thể thức", UNSEEN, lambda document, corpus, about: layout(document)),
    "citations": _Check("viện dẫn", UNCITED, citations),
}
CHECKS = (*_CHECKS, "reuse")
"""The names that `only` takes."""

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
    evaluated = tuple(rule for one in checked for rule in one.evaluated)
    findings = without_twins((found for one in checked for found in one.findings), evaluated)
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


def _reuse(document: Document, corpus: Corpus, about: About) -> Reuse:
    kind = kind_name(about.kind, "party" if about.regime == "hd05" else None)
    return reuse(document, corpus, about.issuer, kind)


def _about(document: Document) -> About:
    head = recognise(document.text, scanned=document.origin == "scan")
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
        recoded=tuple(dict.fromkeys(one.encoding for one in document.recoded)),
    )


def _confidence(document: Document) -> float | None:
    """Of the recognised pages on average."""
    told = [page.confidence for page in document.pages if page.confidence is not None]
    return sum(told) / len(told) if told else None

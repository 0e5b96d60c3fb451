"""The checks, run one after another over one document.

Not called `review`: the function of that name is what `drafter.review` must stay.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from drafter.corpus import Corpus
from drafter.document import Document
from drafter.errors import DrafterError, UnknownCheck
from drafter.layout.check import UNSEEN, layout
from drafter.nlp.kinds import kind_name
from drafter.nlp.letterhead import recognise
from drafter.report import About, Report, Shares, Skipped
from drafter.reuse.check import RULES, Reuse, reuse

CHECKS = ("layout", "reuse")
"""The names that `only` takes."""

_LEFT_OUT: tuple[None, tuple[Skipped, ...]] = None, ()
_NOTHING = Reuse((), Shares(copied=0.0, cited=0.0, formula=0.0, own=1.0))
_NAMES = {"layout": "thể thức", "reuse": "sao chép"}
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
    copied, torn = _run("reuse", document, partial(_reuse, document, corpus, about)) if "reuse" in wanted else _LEFT_OUT
    laid_out, broken = _run("layout", document, partial(layout, document)) if "layout" in wanted else _LEFT_OUT
    reused, looks = copied or _NOTHING, laid_out or UNSEEN
    findings = sorted((*reused.findings, *looks.findings), key=lambda found: (found.start, found.end, found.rule))
    return Report(
        document=about,
        text=document.text,
        shares=reused.shares,
        findings=tuple(findings),
        rules_evaluated=(*(RULES if copied else ()), *looks.evaluated),
        rules_not_evaluated=(*(() if copied else RULES), *looks.not_evaluated),
        skipped=(*broken, *torn),
        cited=reused.cited,
        formulas=reused.formulas,
    )


def _run(check: str, document: Document, action: Callable[[], Result]) -> tuple[Result | None, tuple[Skipped, ...]]:
    """What a check says; None, and the reason, where it breaks."""
    try:
        return action(), ()
    except DrafterError:
        raise
    except Exception as error:
        _log.exception("the check for %s broke on %s", check, document.name)
        return None, (Skipped(check, _BROKEN.format(name=_NAMES[check], error=type(error).__name__)),)


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

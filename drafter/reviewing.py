"""The checks, run one after another over one document.

Not called `review`: the function of that name is what `drafter.review` must stay.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from drafter.corpus import Corpus
from drafter.document import Document
from drafter.errors import DrafterError, UnknownCheck
from drafter.nlp.kinds import kind_name
from drafter.nlp.letterhead import recognise
from drafter.report import About, Report, Shares, Skipped
from drafter.reuse.check import RULES, Reuse, reuse

CHECKS = ("reuse",)
"""The names that `only` takes."""

_NOTHING = Reuse((), Shares(copied=0.0, cited=0.0, formula=0.0, own=1.0))
_BROKEN = (
    "Phần kiểm tra sao chép gặp lỗi ({error}) nên chưa có kết quả; hãy gửi văn bản cho người phụ trách để xem lại."
)
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
    result, skipped = _reuse(document, corpus, about) if "reuse" in wanted else (None, ())
    evaluated = RULES if result else ()
    result = result or _NOTHING
    return Report(
        document=about,
        text=document.text,
        shares=result.shares,
        findings=tuple(sorted(result.findings, key=lambda finding: (finding.start, finding.end, finding.rule))),
        rules_evaluated=evaluated,
        rules_not_evaluated=tuple(rule for rule in RULES if rule not in evaluated),
        skipped=skipped,
        cited=result.cited,
        formulas=result.formulas,
    )


def _reuse(document: Document, corpus: Corpus, about: About) -> tuple[Reuse | None, tuple[Skipped, ...]]:
    kind = kind_name(about.kind, "party" if about.regime == "hd05" else None)
    try:
        return reuse(document, corpus, about.issuer, kind), ()
    except DrafterError:
        raise
    except Exception as error:
        _log.exception("the check for reuse broke on %s", document.name)
        return None, (Skipped("reuse", _BROKEN.format(error=type(error).__name__)),)


def _about(document: Document) -> About:
    head = recognise(document.text)
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
    )

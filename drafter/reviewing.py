"""The checks, run one after another over one document."""

from __future__ import annotations

from collections.abc import Collection

from drafter.corpus import Corpus
from drafter.document import Document
from drafter.nlp.letterhead import recognise
from drafter.report import About, Report, Shares, Skipped
from drafter.reuse.check import RULES, Reuse, reuse

CHECKS = ("reuse",)
"""The names that `only` takes."""

_ALL_OWN = Shares(copied=0.0, cited=0.0, formula=0.0, own=1.0)


def review(document: Document, corpus: Corpus, only: Collection[str] | None = None) -> Report:
    """The report on a document compared with a corpus; `only` these checks where given.

    A check that breaks is named in `Report.skipped`, the others go on. Raises `UnknownCheck` for another name in `only`.
    """
    result = Reuse((), _ALL_OWN)
    evaluated: tuple[str, ...] = ()
    skipped: list[Skipped] = []
    if only is None or "reuse" in only:
        result = reuse(document, corpus)
        evaluated = RULES
    return Report(
        document=_about(document),
        text=document.text,
        shares=result.shares,
        findings=tuple(sorted(result.findings, key=lambda finding: (finding.start, finding.end, finding.rule))),
        rules_evaluated=evaluated,
        skipped=tuple(skipped),
    )


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

"""Which stored documents a draft is held against: in force, regulating something, and not the draft itself."""

from __future__ import annotations

import re

from drafter.corpus import Entry, Standing
from drafter.nlp.folding import fold, key, toneless
from drafter.nlp.issuers import is_same_office
from drafter.nlp.kinds import family_of_number
from drafter.report import About

_ALWAYS_NORMATIVE = frozenset({"HP", "BL", "L", "PL", "NĐ", "TT", "TTLT", "TTLB", "NQLT", "VBHN"})
_NORMATIVE_BY_NUMBER = frozenset({"NQ", "QĐ", "CT"})
# Letters, reports, submissions, notices regulate nothing that another document could regulate again.
_GOVERNING = frozenset({"NQ", "QĐ", "CT", "QC", "QyĐ", "HD", "CTr", "KH", "PA", "ĐA", "DA", "KL"})
_REPEALS = re.compile(toneless(r"(?:về việc )?bãi bỏ\b"))
_PERIOD = re.compile(r"(?<!tháng \d)(?<!tháng \d\d)\s(?:năm|giai đoạn)\s+(\d{4})(?:\s*[-–]\s*(?:năm\s+)?(\d{4}))?\b")


def is_judged(about: About) -> bool:
    """Whether a draft can say again what another document regulates: one of an unknown kind can, one that only repeals
    others cannot."""
    governs = not about.kind or about.kind in _GOVERNING | _ALWAYS_NORMATIVE
    return governs and not _REPEALS.match(key(about.subject))


def is_regulation(entry: Entry) -> bool:
    """Whether a document is normative: by its kind, or by the year in its number."""
    if entry.kind == "TT" and family_of_number(entry.number) == "party":
        return False  # Thông tri
    by_number = entry.kind in _NORMATIVE_BY_NUMBER and family_of_number(entry.number) == "normative"
    return entry.kind in _ALWAYS_NORMATIVE or by_number


def is_own(entry: Entry, about: About) -> bool:
    """Whether the draft's own office issued a document that regulates something."""
    governs = entry.kind in _GOVERNING or is_regulation(entry)
    return governs and bool(about.issuer) and is_same_office(entry.issuer, about.issuer)


def is_in_force(entry: Entry, standing: Standing | None, about: About, title: str) -> bool:
    """Whether a document was issued before the draft and still holds then.

    Not what the corpus knows as expired or replaced by that day, nor what the years in its title say is over.
    """
    if entry.date and about.date and entry.date > about.date:
        return False
    if standing and standing.status in ("expired", "replaced"):
        later = standing.since and about.date and standing.since > about.date
        if not later:
            return False
    if is_regulation(entry):
        return True
    ours, theirs = _years(title), _years(entry.title)
    begins = ours[0] if ours else about.date[:4]
    return not theirs or not begins or theirs[1] >= begins


def is_draft(entry: Entry, about: About) -> bool:
    """Whether a stored document is the draft itself: the same file, or the same number of the same office."""
    same = bool(about.number) and entry.number == about.number and is_same_office(entry.issuer, about.issuer)
    return same or entry.sha256 == about.sha256


def _years(title: str) -> tuple[str, str] | None:
    """The first and the last year of the period that a title names: "năm 2025", "giai đoạn 2021 - 2025"."""
    found = list(_PERIOD.finditer(f" {fold(title).text}"))
    return (found[-1][1], found[-1][2] or found[-1][1]) if found else None

"""What the checks found: the contract `drafter.report/1`, as frozen values and as JSON.

Every check yields `Finding`s, every view reads a `Report` and nothing else. Offsets count Unicode code points
of the document's text (of the source's text inside a `Source`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from drafter.document import Origin, Signature, Span

SCHEMA = "drafter.report/1"
Severity = Literal["error", "warning", "info"]
Regime = Literal["nd30", "hd05", "qppl", "none"]


@dataclass(frozen=True, slots=True)
class Also:
    """Another document that holds the same text."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a stored document that a passage meets."""

    id: int
    name: str
    """The file's name."""
    number: str
    """Number and symbol, "" where the document has none."""
    title: str
    issuer: str
    date: str
    """ISO 8601, "" where unknown."""
    locator: str
    """"điểm a khoản 2 Điều 5", "mục 2"; "" where the source has no structure there."""
    start: int
    end: int
    text: str
    also: tuple[Also, ...] = ()
    recognised: bool = False
    """Whether the text was recognised from a scan. Like what follows for views, and not part of the JSON."""
    page: int | None = None
    """Where the passage begins, of a file that has pages of its own, from 1."""
    picture: bytes | None = field(default=None, repr=False)
    """Of a recognised page: a JPEG."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: where it is, what is wrong, what to do, on what basis. Messages are Vietnamese."""

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    suggestion: str = ""
    basis: str = ""
    fix: bool = False
    """Whether it can be mended without a decision of the drafter."""
    score: float | None = None
    """How sure, from 0 to 1."""
    source: Source | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and which of its rules it judged."""

    findings: tuple[Finding, ...] = ()
    evaluated: tuple[str, ...] = ()
    not_evaluated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The document that was checked."""

    name: str
    sha256: str
    regime: Regime
    kind: str
    """The kind's symbol (KH, QĐ, CV …), "" where unknown."""
    number: str
    date: str
    """ISO 8601, "" where unknown or left blank."""
    issuer: str
    subject: str
    characters: int
    origin: Origin = "docx"
    confidence: float | None = None
    """Of the recognised pages on average, 0 to 1; None where nothing was recognised."""
    signatures: tuple[Signature, ...] = ()
    unread: tuple[int, ...] = ()
    """The numbers of pages of which no word was recognised."""
    recoded: tuple[str, ...] = ()
    """The old encodings that parts of it were typed in; not part of the JSON."""

    def as_dict(self) -> dict[str, Any]:
        """Its part of the contract; what it was and how sure that is, only of what is no .docx and no .txt."""
        more = ("origin", "confidence", "signatures", "unread", "recoded")
        fields = {key: value for key, value in asdict(self).items() if key not in more}
        if self.origin in ("docx", "txt"):
            return fields
        fields["origin"] = self.origin
        if self.confidence is not None:
            fields["confidence"] = round(self.confidence, 4)
        if self.signatures:
            fields["signatures"] = [asdict(signature) for signature in self.signatures]
        if self.unread:
            fields["unread"] = list(self.unread)
        return fields


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of the body's characters; the four add up to 1."""

    copied: float
    cited: float
    formula: float
    own: float


@dataclass(frozen=True, slots=True)
class Skipped:
    """A check that could not run, and why, in a sentence for the user."""

    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known about one document, findings in the order of its text."""

    document: About
    text: str
    """The document's text, for views that show it; not part of the JSON."""
    shares: Shares
    findings: tuple[Finding, ...]
    rules_evaluated: tuple[str, ...]
    rules_not_evaluated: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    cited: tuple[Span, ...] = ()
    """What is taken over with its source beside it, and"""
    formulas: tuple[Span, ...] = ()
    """phrases that every office uses: for views that show the text; neither is part of the JSON."""

    def count(self, severity: Severity) -> int:
        return Counter(finding.severity for finding in self.findings)[severity]

    def as_dict(self) -> dict[str, Any]:
        """The contract `drafter.report/1`, ready for `json.dumps`."""
        shares = {name: round(share, 4) for name, share in asdict(self.shares).items()}
        return {
            "schema": SCHEMA,
            "document": self.document.as_dict(),
            "summary": {
                **shares,
                "findings": {level: self.count(level) for level in ("error", "warning", "info")},
                "rules": {
                    "evaluated": len(self.rules_evaluated),
                    "not_evaluated": list(self.rules_not_evaluated),
                },
            },
            "findings": [_finding_as_dict(finding) for finding in self.findings],
            "skipped": [asdict(skipped) for skipped in self.skipped],
        }


def _finding_as_dict(finding: Finding) -> dict[str, Any]:
    fields = asdict(finding)
    if finding.score is not None:
        fields["score"] = round(finding.score, 4)
    if finding.source:
        for name in ("recognised", "page", "picture"):
            del fields["source"][name]
    return fields

"""What the interface for programs answers with, as JSON Schema: the contracts that `drafter` fixes and more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from drafter.register import State
from drafter.register.status import Level
from webapp.workflow import STATES

_WORDS: dict[str, Any] = {"type": "string"}
_NUMBER: dict[str, Any] = {"type": "integer"}
_FIGURE: dict[str, Any] = {"type": "number"}
_YES: dict[str, Any] = {"type": "boolean"}


def _object(**properties: Any) -> dict[str, Any]:
    """With just these names, each of them always there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(of: Any) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _or_none(of: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [of, {"type": "null"}]}


def _one_of(*known: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(known)}


def reference(name: str) -> dict[str, Any]:
    """The schema of this name."""
    return {"$ref": f"#/components/schemas/{name}"}


_NAMED = dict.fromkeys(("name", "number", "title", "issuer", "date"), _WORDS)
_SOURCE = _object(
    id=_NUMBER,
    **_NAMED,
    locator=_WORDS,
    start=_NUMBER,
    end=_NUMBER,
    text=_WORDS,
    also=_list(_object(id=_NUMBER, number=_WORDS)),
)
_SEVERITIES = ("error", "warning", "info")
_FINDING = _object(
    rule=_WORDS,
    severity=_one_of(*_SEVERITIES),
    start=_NUMBER,
    end=_NUMBER,
    text=_WORDS,
    message=_WORDS,
    suggestion=_WORDS,
    basis=_WORDS,
    fix=_YES,
    score=_or_none(_FIGURE),
    source=_or_none(_SOURCE),
)
_ABOUT = {
    **_object(
        sha256=_WORDS,
        regime=_one_of("nd30", "hd05", "qppl", "none"),
        characters=_NUMBER,
        **dict.fromkeys(("name", "kind", "number", "date", "issuer", "subject"), _WORDS),
    ),
    # Of what is no Word file and no plain text: how it was read, and how sure that is.
    "additionalProperties": True,
}
_REPORT = _object(
    schema=_one_of("drafter.report/1"),
    document=_ABOUT,
    summary=_object(
        **dict.fromkeys(("copied", "cited", "formula", "own"), _FIGURE),
        findings=_object(**dict.fromkeys(_SEVERITIES, _NUMBER)),
        rules=_object(evaluated=_NUMBER, not_evaluated=_list(_WORDS)),
    ),
    findings=_list(_FINDING),
    skipped=_list(_object(check=_WORDS, reason=_WORDS)),
)
_ENTRY = _object(
    id=_NUMBER,
    notation=_WORDS,
    number=_or_none(_NUMBER),
    **dict.fromkeys(
        ("suffix", "symbol", "date", "kind", "title", "signer", "recipients", "keeper", "sent", "received", "note"),
        _WORDS,
    ),
    copies=_or_none(_NUMBER),
    unit=_WORDS,
    attached=_YES,
    year=_NUMBER,
    series=_WORDS,
    state=_one_of(*get_args(State)),
    reason=_WORDS,
    replaced_by=_or_none(_NUMBER),
    file=_WORDS,
    report=_WORDS,
)
_STANDING = {
    "baseline": _or_none(_NUMBER),
    "target_percent": _FIGURE,
    "allowed": _or_none(_NUMBER),
    "issued": _NUMBER,
    "left": _or_none(_NUMBER),
    "same_period_last_year": _or_none(_NUMBER),
}
_STATUS = _object(
    schema=_one_of("drafter.status/1"),
    year=_NUMBER,
    as_of=_WORDS,
    unit=_or_none(_WORDS),
    **_STANDING,
    baseline_origin=_one_of("register", "entered", "unknown"),
    baseline_source=_WORDS,
    pace=_or_none(_NUMBER),
    forecast=_or_none(_object(low=_NUMBER, middle=_NUMBER, high=_NUMBER)),
    forecast_basis=_or_none(_WORDS),
    used_up_on=_or_none(_WORDS),
    level=_one_of(*get_args(Level)),
    undated=_NUMBER,
    by_month=_list(_NUMBER),
    by_unit=_list(_object(unit=_WORDS, **_STANDING)),
    by_kind=_list(
        _object(
            kind=_WORDS,
            name=_WORDS,
            issued=_NUMBER,
            baseline=_or_none(_NUMBER),
            same_period_last_year=_or_none(_NUMBER),
        )
    ),
)
SCHEMAS: Mapping[str, dict[str, Any]] = {
    "Failure": _object(code=_NUMBER, message=_WORDS),
    "Report": _REPORT,
    "Checked": _object(
        id=_NUMBER, title=_WORDS, state=_one_of(*STATES), version=_NUMBER, at=_WORDS, report=reference("Report")
    ),
    "Hits": _object(hits=_list(_object(id=_NUMBER, **_NAMED, kind=_WORDS, excerpt=_WORDS))),
    "Entries": _object(total=_NUMBER, entries=_list(_ENTRY)),
    "Status": _STATUS,
}

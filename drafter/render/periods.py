"""The report of a period on the screen and as JSON (`drafter.period/1`); drafts avoided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from drafter.nlp.kinds import kind_name
from drafter.nlp.written import capital, figure
from drafter.register.avoided import Avoided
from drafter.register.numbering import Gap
from drafter.register.periods import Account, Closing, Corrections, Figures
from drafter.register.periods.figures import Sums
from drafter.register.series import series_words
from drafter.register.status import Standing
from drafter.render.history import history_fields
from drafter.render.period_tables import HOWS, Table, day_of, shown, tables, written_day
from drafter.render.register import NO_UNIT, entry_fields, forecast_words, percent_text, rules_fields
from drafter.render.wrapping import WIDTH, columns, printable, wrapped

_KINDS = 5
"""As many have a column of their own."""
_LONGEST = 40
"""Rows of a table on the screen."""


def period_fields(account: Account) -> dict[str, Any]:
    """`drafter.period/1`."""
    figures, sums = account.figures, account.figures.sums
    period, ahead = figures.period, figures.forecast
    return {
        "schema": "drafter.period/1",
        "year": period.year,
        "period": period.name,
        "title": period.title,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "as_of": figures.as_of.isoformat(),
        "unit": figures.unit,
        "closed": closing_fields(account.closing) if account.closing else None,
        "rules": rules_fields(figures.rules),
        **_sums(sums),
        **_target(figures.whole),
        "baseline_origin": figures.whole.baseline.origin,
        "baseline_source": figures.whole.baseline.source,
        "undated": figures.undated,
        "by_unit": [
            {"unit": one.unit, **_sums(one), **_target(of)}
            for one, of in zip(figures.units, figures.by_unit, strict=True)
        ],
        "by_kind": [{"kind": one.kind, "name": kind_name(one.kind), **_sums(one)} for one in figures.kinds],
        "by_unit_and_kind": [{"unit": one.unit, "kind": one.kind, **_sums(one)} for one in figures.table],
        "by_month": [asdict(one) for one in figures.months],
        "beside": [asdict(one) for one in figures.asides],
        "gaps": [asdict(one) for one in figures.gaps],
        "avoided": [avoided_fields(one) for one in figures.avoided],
        "meetings": asdict(figures.meetings) if figures.meetings else None,
        "corrections": _corrections(account.corrections) if account.corrections else None,
        "forecast": {"low": ahead.low, "middle": ahead.middle, "high": ahead.high} if ahead else None,
    }


def closing_fields(closing: Closing) -> dict[str, str]:
    return {"at": closing.at, "who": closing.who, "reason": closing.reason}


def avoided_fields(one: Avoided) -> dict[str, Any]:
    return {"id": one.id, **asdict(one.draft), "into": one.into, "report": one.report, "cancelled": one.cancelled}


def period_text(account: Account) -> str:
    """The report on lines of at most 80 columns."""
    lines = [line for one in period_sentences(account) for line in wrapped(printable(one), WIDTH, "", "  ")]
    for table in tables(account, _KINDS):
        lines += ["", *_table(table)]
    if found := account.figures.meetings:
        words = (
            f"Hội nghị: {figure(found.held)} trong kỳ, {figure(found.cumulative)} từ đầu năm ("
            f"{figure(found.in_person)} trực tiếp, {figure(found.online)} trực tuyến, {figure(found.commune)} toàn xã)."
        )
        lines += ["", *wrapped(words, WIDTH)]
    if ahead := account.figures.forecast:
        lines += ["", *wrapped(f"Dự báo cả năm: {forecast_words(ahead)}.", WIDTH)]
    return "\n".join(lines) + "\n"


def period_sentences(account: Account) -> Iterator[str]:
    """What the report is of and whether it is closed; how the year stands against its target."""
    figures = account.figures
    of = f" – {figures.unit or NO_UNIT}" if figures.unit is not None else ""
    yield f"{capital(figures.period.title)}{of}: {_state(account)}"
    yield _against(figures)
    if figures.undated:
        yield f"{figure(figures.undated)} văn bản không ghi ngày trong năm, không tính vào tháng nào."


def avoided_text(found: Sequence[Avoided]) -> str:
    """The drafts, each on a few lines, and how many of each sort."""
    if not found:
        return "Chưa ghi dự thảo nào được gộp, thay thế hoặc không ban hành.\n"
    lines: list[str] = []
    for one in found:
        lines += avoided_lines(one)
    counted = [one.draft.how for one in found if not one.cancelled]
    told = "; ".join(f"{words.lower()}: {counted.count(how)}" for how, words in HOWS.items())
    return "\n".join([*lines, *wrapped(f"{figure(len(counted))} dự thảo. {told}.", WIDTH)]) + "\n"


def avoided_lines(one: Avoided) -> Iterator[str]:
    draft = one.draft
    state = " (đã bỏ khỏi danh sách)" if one.cancelled else ""
    into = f": {one.into}" if one.into else ""
    yield printable(f"{one.id} · {written_day(draft.date)} · {HOWS[draft.how]}{into}{state}")
    title = ": ".join(filter(None, (kind_name(draft.kind), draft.title)))
    yield from wrapped(printable(title + (f" ({draft.unit})" if draft.unit else "")), WIDTH, "    ")
    if draft.reason:
        yield from wrapped(printable(f"Lý do: {draft.reason}"), WIDTH, "    ")


def gap_words(gaps: Sequence[Gap]) -> str:
    """ "07, 12–14 (UBND 2026); 03 (ĐU từ năm 2025, Kế hoạch)"."""
    found: dict[str, list[str]] = {}
    for gap in gaps:
        found.setdefault(gap.series, []).append(gap.numbers)
    return "; ".join(f"{', '.join(numbers)} ({series_words(series)})" for series, numbers in found.items())


def _state(account: Account) -> str:
    closing, figures = account.closing, account.figures
    if closing:
        reason = f", khi còn số chưa rõ (lý do: {closing.reason.rstrip(' .')})" if closing.reason else ""
        return f"{closing.who} đã chốt ngày {day_of(closing.at)}{reason}."
    if figures.as_of < figures.period.last:
        return f"chưa hết kỳ, số liệu đến ngày {written_day(figures.as_of.isoformat())}."
    return "chưa chốt."


def _against(figures: Figures) -> str:
    whole, base = figures.whole, figures.whole.baseline
    if whole.allowed is None or whole.left is None or base.figure is None:
        return f"Chưa biết năm {base.year} ban hành bao nhiêu văn bản nên chưa tính được số được phép."
    source = f"số ghi tay, theo {base.source}" if base.origin == "entered" else "theo sổ"
    left = f"còn {figure(whole.left)}" if not whole.is_over else f"vượt {figure(-whole.left)}"
    return (
        f"Năm {base.year}: {figure(base.figure)} văn bản ({source}), giảm ít nhất {percent_text(whole.percent)}% còn "
        f"{figure(whole.allowed)}. Đã ban hành {figure(whole.issued)}, {left}."
    )


def _table(table: Table) -> Iterator[str]:
    """The title, then the rows: what is counted right, words in what that leaves."""
    yield table.title
    if table.words == {0}:
        yield from _figures(table)
        return
    for row in table.rows[:_LONGEST]:
        yield from wrapped(printable(" · ".join(filter(None, map(shown, row)))), WIDTH, "  ", "    ")
    if len(table.rows) > _LONGEST:
        yield f"  … và {figure(len(table.rows) - _LONGEST)} dòng nữa (xem bằng --format xlsx hoặc json)."


def _figures(table: Table) -> Iterator[str]:
    wide = (WIDTH - 24) // (len(table.headings) - 1)
    first = WIDTH - wide * (len(table.headings) - 1)
    headings = [wrapped(words, wide - 1) or [""] for words in table.headings[1:]]
    for line in range(max(map(len, headings))):
        cells = (words[line] if line < len(words) else "" for words in headings)
        yield " " * first + "".join(_right(words, wide) for words in cells)
    for row in table.rows:
        name, *more = wrapped(printable(shown(row[0])), first - 1, "  ") or [""]
        yield name + " " * (first - columns(name)) + "".join(_right(shown(cell), wide) for cell in row[1:])
        yield from more


def _right(words: str, wide: int) -> str:
    return " " * (wide - columns(words)) + words


def _sums(sums: Sums) -> dict[str, int | None]:
    return {
        "issued": sums.issued,
        "same_period_last_year": sums.same_period,
        "cumulative": sums.cumulative,
        "cumulative_last_year": sums.same_cumulative,
        "baseline": sums.last_year,
    }


def _target(of: Standing) -> dict[str, float | int | None]:
    return {"target_percent": float(of.percent), "allowed": of.allowed, "left": of.left}


def _corrections(found: Corrections) -> dict[str, Any]:
    return {
        "figures": [asdict(one) for one in found.differences],
        "entries": [
            {
                "effect": one.effect,
                "before": asdict(one.before) if one.before else None,
                "now": asdict(one.now) if one.now else None,
                "entry": entry_fields(one.entry),
                "history": history_fields(one.changes),
            }
            for one in found.entries
        ],
        "decisions": [asdict(one) for one in found.decisions],
    }

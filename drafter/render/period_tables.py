"""The tables and the chart of a period's report: the same on the screen, in Word and in Excel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from drafter.nlp.kinds import kind_name
from drafter.nlp.written import capital, figure
from drafter.register.avoided import How
from drafter.register.history import here
from drafter.register.periods import Account, Corrections, Figures
from drafter.register.periods.corrections import Correction, Difference
from drafter.register.periods.figures import Sums, What
from drafter.render.chart import Chart
from drafter.render.register import ACTIONS, NO_UNIT
from drafter.render.standing_charts import chart_of_months

Cell = str | int | None
WHOLE = "Cả cơ quan"
HOWS: Mapping[How, str] = {
    "merged": "Gộp vào văn bản khác",
    "replaced": "Dùng văn bản đã có",
    "dropped": "Không ban hành",
}
ASIDES: Mapping[What, str] = {
    "uncounted": "Văn bản không thuộc diện tính",
    "cancelled": "Số đã hủy",
    "reserved": "Số mới giữ, chưa phát hành",
    "replaced": "Văn bản đã được thay thế",
}
_FIELDS = {
    "issued": "Ban hành trong kỳ",
    "same_period": "Cùng kỳ năm trước",
    "cumulative": "Ban hành từ đầu năm",
    "same_cumulative": "Từ đầu năm, cùng kỳ năm trước",
    "last_year": "Cả năm trước",
    "allowed": "Được phép cả năm",
    "left": "Còn lại",
    "meetings": "Hội nghị trong kỳ",
    "meetings_cumulative": "Hội nghị từ đầu năm",
}
_EFFECTS = {"added": "Tính thêm", "dropped": "Không tính nữa", "moved": "Tính vào chỗ khác"}
_ALL = frozenset(range(5))
_COLUMNS = 6
"""As many kinds have a column of their own in a table of units and kinds on paper."""


@dataclass(frozen=True, slots=True)
class Table:
    """Words and whole numbers, None for what nobody knows."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = field(default=frozenset())
    """The rows that are sums."""
    words: frozenset[int] = field(default=frozenset({0}))
    """The columns that hold words, not figures."""


def shown(cell: Cell) -> str:
    """A cell in words: 1.204; – for what nobody knows; "vượt 4" of what is left below zero."""
    if isinstance(cell, int):
        return figure(cell) if cell >= 0 else f"vượt {figure(-cell)}"
    return "–" if cell is None else cell


def written_day(date: str) -> str:
    """31/3/2026, 05/02/2026 of ISO 8601: as offices write it, with a 0 before days below 10 and the months 1 and 2."""
    year, month, day = date.split("-")
    return f"{day}/{month if month in ('01', '02') else month.lstrip('0')}/{year}"


def difference(now: int, before: int | None) -> str:
    """ "–19", "+4", "0"; "–" where there is nothing to compare with."""
    if before is None:
        return "–"
    return "0" if now == before else f"{'+' if now > before else '–'}{figure(abs(now - before))}"


def share(part: int, of: int | None) -> str:
    """Percent to one decimal: "23,8"; "–" of nothing."""
    if not of:
        return "–"
    exact = (Decimal(100 * part) / of).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact:f}".replace(".", ",")


def overall(figures: Figures) -> Table:
    """In the period and in the year, against the year before."""
    sums, last = figures.sums, figures.period.year - 1
    rows = [_compared(capital(in_period(figures)), sums.issued, sums.same_period)]
    if is_told_twice(figures):
        rows.append(_compared(f"Từ đầu năm đến {_until(figures)}", sums.cumulative, sums.same_cumulative))
    headings = ("", "Đã ban hành", f"Cùng kỳ năm {last}", "Tăng, giảm", "Tỷ lệ (%)")
    return Table("Số văn bản đã ban hành so với cùng kỳ", headings, tuple(rows))


def by_unit(figures: Figures) -> Table | None:
    """Each unit against its target; None where units are not told apart."""
    if not figures.by_unit:
        return None
    twice = is_told_twice(figures)
    names = _names(figures, twice, "Được phép cả năm", "Còn lại")
    pairs = zip((*figures.units, figures.sums), (*figures.by_unit, figures.whole), strict=True)
    rows = [(_unit(sums.unit), *_sums(sums, twice), of.allowed, of.left) for sums, of in pairs]
    return Table("Theo đơn vị", ("Đơn vị", *names), tuple(rows), frozenset({len(rows) - 1}))


def by_kind(figures: Figures) -> Table:
    """Each kind, and all together."""
    twice, sums = is_told_twice(figures), figures.sums
    rows = [(kind_name(one.kind) or one.kind, *_sums(one, twice), one.last_year) for one in figures.kinds]
    rows.append(("Tổng số", *_sums(sums, twice), sums.last_year))
    names = _names(figures, twice, f"Cả năm {figures.period.year - 1}")
    return Table("Theo loại văn bản", ("Loại văn bản", *names), tuple(rows), frozenset({len(rows) - 1}))


def by_unit_and_kind(figures: Figures, most: int | None = _COLUMNS) -> Table | None:
    """What units issued in the period, a column for each of the `most` usual kinds; None where there are no units."""
    if not figures.by_unit:
        return None
    kinds = [one.kind for one in sorted(figures.kinds, key=lambda one: -one.issued) if one.issued]
    own = kinds if most is None or len(kinds) <= most + 1 else kinds[:most]
    counts = Counter({(one.unit, one.kind): one.issued for one in figures.table})
    headings = ["Đơn vị", *(kind_name(kind) or kind for kind in own)]
    headings += ["Loại khác"] * (len(own) < len(kinds)) + ["Tổng số"]
    rows: list[tuple[Cell, ...]] = []
    for sums in (*figures.units, figures.sums):
        of = counts if sums.unit is not None else _all_units(counts)
        known = [of[sums.unit, kind] for kind in own]
        rest = [sums.issued - sum(known)] if len(own) < len(kinds) else []
        rows.append((_unit(sums.unit), *known, *rest, sums.issued))
    title = f"Số văn bản ban hành {in_period(figures)} theo đơn vị và loại"
    return Table(title, tuple(headings), tuple(rows), frozenset({len(rows) - 1}))


def months_chart(figures: Figures) -> Chart:
    """Month by month what was issued, what was in the year before, what is allowed."""
    return chart_of_months(figures.period.year, tuple(one.issued for one in figures.months), figures.whole)


def avoided(figures: Figures) -> Table | None:
    """The drafts that were merged, replaced, dropped; None for none."""
    rows = tuple(
        (
            written_day(one.draft.date),
            ": ".join(filter(None, (kind_name(one.draft.kind), one.draft.title))),
            one.draft.unit,
            HOWS[one.draft.how] + (f": {one.into}" if one.into else ""),
            one.draft.reason or "Theo kết quả kiểm tra dự thảo",
        )
        for one in figures.avoided
    )
    headings = ("Ngày", "Dự thảo", "Đơn vị", "Đã xử lý", "Lý do")
    return Table("Dự thảo được gộp, thay thế hoặc không ban hành", headings, rows, words=_ALL) if rows else None


def asides(figures: Figures) -> Table:
    """What stands beside the count."""
    rows: list[tuple[Cell, ...]] = []
    for what, words in ASIDES.items():
        one = figures.aside(what)
        rows.append((words, one.issued, one.cumulative))
    if figures.unit is None:
        rows.append(("Số bỏ trống, chưa có lý do", None, sum(gap.last - gap.first + 1 for gap in figures.gaps)))
    return Table("Số và văn bản không tính vào chỉ tiêu", ("", "Trong kỳ", "Từ đầu năm"), tuple(rows))


def differences(found: Corrections) -> Table | None:
    """The figures that are others than when the period was closed."""
    rows = tuple((_where(one), _FIELDS[one.name], one.before, one.now) for one in found.differences)
    headings = ("Của", "Số liệu", "Khi chốt", "Sau điều chỉnh")
    return Table("Số liệu thay đổi sau khi chốt", headings, rows, words=frozenset({0, 1})) if rows else None


def corrected(found: Corrections, most: int | None = None) -> Table | None:
    """The entries behind it, `most` of them, and the figures entered for the year before."""
    rows: list[tuple[Cell, ...]] = [_correction(one) for one in found.entries[:most]]
    for one in found.decisions:
        words = f"Số văn bản của năm trước{_of_unit(one.name)}"
        rows.append((words, "Ghi lại", f"{one.who}, {day_of(one.at)}", one.why or "Không ghi lý do"))
    headings = ("Văn bản", "Thay đổi", "Người làm", "Lý do")
    return Table("Văn bản được bổ sung, hủy, sửa sau khi chốt", headings, tuple(rows), words=_ALL) if rows else None


def tables(account: Account, most: int | None = None) -> Iterator[Table]:
    """All tables; `most` kinds have a column of their own, None for all."""
    figures, found = account.figures, account.corrections
    yield overall(figures)
    optional = [by_unit(figures), by_kind(figures), by_unit_and_kind(figures, most), avoided(figures), asides(figures)]
    if found:
        optional += [differences(found), corrected(found)]
    yield from (one for one in optional if one)


def in_period(figures: Figures) -> str:
    """ "trong quý I năm 2026"; up to which day where the period still runs."""
    period = figures.period
    if figures.as_of < period.last:
        return f"từ ngày {written_day(period.first.isoformat())} đến ngày {_until(figures)}"
    return f"trong {period.title}"


def is_told_twice(figures: Figures) -> bool:
    """Whether what was issued in the year is another figure than what was issued in the period."""
    sums = figures.sums
    return (sums.issued, sums.same_period) != (sums.cumulative, sums.same_cumulative) or any(
        (one.issued, one.same_period) != (one.cumulative, one.same_cumulative)
        for one in (*figures.units, *figures.kinds)
    )


def _until(figures: Figures) -> str:
    return written_day(figures.as_of.isoformat())


def _compared(words: str, now: int, before: int | None) -> tuple[Cell, ...]:
    return words, now, before, difference(now, before), share(abs(now - (before or 0)), before)


def _names(figures: Figures, twice: bool, *more: str) -> tuple[str, ...]:
    year = ("Từ đầu năm", "Cùng kỳ") if twice else ()
    return ("Trong kỳ", f"Cùng kỳ năm {figures.period.year - 1}", *year, *more)


def _sums(sums: Sums, twice: bool) -> tuple[Cell, ...]:
    year = (sums.cumulative, sums.same_cumulative) if twice else ()
    return sums.issued, sums.same_period, *year


def _all_units(counts: Counter[tuple[str | None, str]]) -> Counter[tuple[str | None, str]]:
    found: Counter[tuple[str | None, str]] = Counter()
    for (_, kind), count in counts.items():
        found[None, kind] += count
    return found


def _unit(unit: str | None) -> str:
    return WHOLE if unit is None else unit or NO_UNIT


def _where(one: Difference) -> str:
    if one.kind:
        return kind_name(one.kind) or one.kind
    return "Tổng số" if one.unit is None else one.unit or NO_UNIT


def _correction(one: Correction) -> tuple[Cell, ...]:
    last = one.changes[-1] if one.changes else None
    title = f"{one.entry.record.notation or 'Văn bản kèm theo'} (năm {one.entry.year})"
    if last is None:
        return title, _EFFECTS[one.effect], "", ""
    return (
        title,
        f"{_EFFECTS[one.effect]}: {ACTIONS.get(last.action, last.action)}",
        f"{last.who}, {day_of(last.at)}",
        last.why or "Không ghi lý do",
    )


def day_of(instant: str) -> str:
    """The day of an instant in UTC, here, as offices write it."""
    return written_day(here(instant).date().isoformat())


def _of_unit(name: str) -> str:
    unit = name.split("/", 2)[2]
    return f" của {unit}" if unit else ""

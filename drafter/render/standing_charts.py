"""How a year stands, drawn: month by month against last year and the allowance; as a scale with the forecast on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as calendar_date
from html import escape

from drafter.nlp.written import day, figure
from drafter.register.status import Standing, Status
from drafter.register.targets import spread
from drafter.render.chart import FILLS, Chart, Series

_WIDTH, _HEIGHT = 760, 116
_LEFT, _RIGHT = 12, 12
_BAR, _THICK, _AHEAD = 34, 24, 76
_ROOM = 1.08
"""The scale ends so far behind the largest figure."""


def months_chart(status: Status) -> Chart:
    """The months up to the day of the status."""
    months = enumerate(status.by_month, 1)
    issued = tuple(count if month <= status.as_of.month else None for month, count in months)
    return chart_of_months(status.year, issued, status.whole)


def chart_of_months(year: int, issued: Sequence[int | None], whole: Standing) -> Chart:
    """Twelve months: what was issued, None for a month to come; what was in the year before; what is allowed."""
    series = [Series(f"Năm {year}", tuple(issued), "dark")]
    if whole.baseline.by_month:
        series.append(Series(f"Năm {year - 1}", whole.baseline.by_month, "light"))
    if paces := spread(whole.baseline, whole.allowed):
        series.append(Series("Mức được phép", paces, "line"))
    title = f"Số văn bản ban hành theo tháng, năm {year}"
    return Chart(title, tuple(map(str, range(1, 13))), tuple(series), "Tháng", "Văn bản")


def scale_words(status: Status) -> str:
    """What the scale shows, for who cannot see it."""
    whole, ahead = status.whole, status.forecast
    told = [f"đã ban hành {figure(whole.issued)}"]
    if whole.allowed is not None:
        told.append(f"được phép {figure(whole.allowed)}")
    if ahead:
        told.append(f"dự báo cả năm khoảng {figure(ahead.middle)}, từ {figure(ahead.low)} đến {figure(ahead.high)}")
    return f"Năm {status.year}, đến ngày {day(status.as_of.isoformat())}: {'; '.join(told)} văn bản."


def scale_svg(status: Status, id: str = "scale") -> str:
    """A bar of what was issued, a line at what is allowed, the forecast's interval below; `id` unique in the page."""
    whole, ahead = status.whole, status.forecast
    largest = max(whole.issued, whole.allowed or 0, ahead.high if ahead else 0, 1) * _ROOM
    parts = [*_bar(whole.issued, largest), *_ahead(status, largest), *_allowed(whole.allowed, largest)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-labelledby="{escape(id)}-title {escape(id)}-words" font-family="sans-serif" font-size="13">'
        f'<title id="{escape(id)}-title">Đã ban hành so với số được phép</title>'
        f'<desc id="{escape(id)}-words">{escape(scale_words(status))}</desc>{"".join(parts)}</svg>'
    )


def _bar(issued: int, largest: float) -> Iterator[str]:
    wide = _place(issued, largest) - _LEFT
    yield (
        f'<rect x="{_LEFT}" y="{_BAR}" width="{_WIDTH - _LEFT - _RIGHT}" height="{_THICK}" fill="#fff" '
        'stroke="#707070"/>'
    )
    yield f'<rect x="{_LEFT}" y="{_BAR}" width="{wide:.1f}" height="{_THICK}" fill="#{FILLS["dark"]}"/>'
    inside = wide > _WIDTH / 3
    x, anchor, ink = (_LEFT + 8, "start", "#fff") if inside else (_LEFT + wide + 8, "start", "#000")
    yield (f'<text x="{x:.1f}" y="{_BAR + 17}" text-anchor="{anchor}" fill="{ink}">Đã ban hành {figure(issued)}</text>')


def _allowed(allowed: int | None, largest: float) -> Iterator[str]:
    if allowed is None:
        return
    x = _place(allowed, largest)
    anchor, at = ("end", x - 6) if x > _WIDTH / 2 else ("start", x + 6)
    yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="14" y2="{_AHEAD + 9}" stroke="#000" stroke-width="2"/>'
    yield f'<text x="{at:.1f}" y="24" text-anchor="{anchor}" font-weight="bold">Được phép {figure(allowed)}</text>'


def _ahead(status: Status, largest: float) -> Iterator[str]:
    """A line from the low to the high end, a dot in the middle; nothing once the year is over."""
    ahead = status.forecast
    if ahead is None or status.as_of == calendar_date(status.year, 12, 31):
        return
    low, middle, high = (_place(number, largest) for number in (ahead.low, ahead.middle, ahead.high))
    yield (
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{_AHEAD}" y2="{_AHEAD}" stroke="#000" stroke-width="2" '
        'stroke-dasharray="5 3"/>'
    )
    for x in (low, high):
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_AHEAD - 7}" y2="{_AHEAD + 7}" stroke="#000" stroke-width="2"/>'
    yield f'<circle cx="{middle:.1f}" cy="{_AHEAD}" r="5"/>'
    at, anchor = (high, "end") if middle > _WIDTH / 2 else (low, "start")
    words = f"Dự báo cả năm {figure(ahead.low)}–{figure(ahead.high)}, khoảng {figure(ahead.middle)}"
    yield f'<text x="{at:.1f}" y="{_AHEAD + 28}" text-anchor="{anchor}">{words}</text>'


def _place(number: int, largest: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * number / largest

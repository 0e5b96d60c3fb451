"""How a year stands, drawn: month by month against last year and the allowance; as a scale with the forecast on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as calendar_date

from drafter.nlp.written import day, figure
from drafter.register.status import Standing, Status
from drafter.register.targets import spread
from drafter.render.chart import FILLS, Chart, Series, drawing

_HEIGHT, _BAR, _THICK, _AHEAD = 110, 26, 26, 74
"""Pixels: of the whole, down to the bar, of the bar, down to the forecast."""
_HALF = 50
"""Percent: room enough for a few words on a telephone."""
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
    issued = _place(whole.issued, largest)
    parts = [*_bar(issued), *_ahead(status, largest), *_allowed(whole.allowed, largest), _issued_words(whole, issued)]
    return drawing(id, _HEIGHT, "Đã ban hành so với số được phép", scale_words(status), parts)


def _bar(issued: float) -> Iterator[str]:
    yield f'<rect x="0" y="{_BAR}" width="100%" height="{_THICK}" fill="#fff" stroke="#707070" stroke-width="2"/>'
    yield f'<rect x="0" y="{_BAR}" width="{issued:.2f}%" height="{_THICK}" fill="#{FILLS["dark"]}"/>'


def _issued_words(whole: Standing, issued: float) -> str:
    """In the bar if it is long enough for them on a telephone, else behind it; over the line of what is allowed."""
    x, ground, ink = (0.0, f"#{FILLS['dark']}", "#fff") if issued > _HALF else (issued, "#fff", "#000")
    return (
        f'<text x="{x:.2f}%" dx="8" y="{_BAR + 18}" fill="{ink}" stroke="{ground}" stroke-width="4" '
        f'paint-order="stroke">Đã ban hành {figure(whole.issued)}</text>'
    )


def _allowed(allowed: int | None, largest: float) -> Iterator[str]:
    if allowed is None:
        return
    x = _place(allowed, largest)
    anchor, way = ("end", -6) if x > _HALF else ("start", 6)
    # White around it: it is seen where it crosses the bar too.
    for colour, wide in (("#fff", 6), ("#000", 2)):
        yield (f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="4" y2="{_AHEAD + 9}" stroke="{colour}" stroke-width="{wide}"/>')
    yield (
        f'<text x="{x:.2f}%" dx="{way}" y="16" text-anchor="{anchor}" font-weight="bold">'
        f"Được phép {figure(allowed)}</text>"
    )


def _ahead(status: Status, largest: float) -> Iterator[str]:
    """A line from the low to the high end, a dot in the middle; nothing once the year is over."""
    ahead = status.forecast
    if ahead is None or status.as_of == calendar_date(status.year, 12, 31):
        return
    low, middle, high = (_place(number, largest) for number in (ahead.low, ahead.middle, ahead.high))
    yield (
        f'<line x1="{low:.2f}%" x2="{high:.2f}%" y1="{_AHEAD}" y2="{_AHEAD}" stroke="#000" stroke-width="2" '
        'stroke-dasharray="5 3"/>'
    )
    for x in (low, high):
        yield f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{_AHEAD - 7}" y2="{_AHEAD + 7}" stroke="#000" stroke-width="2"/>'
    yield f'<circle cx="{middle:.2f}%" cy="{_AHEAD}" r="5"/>'
    # From an edge or around the middle: near the interval, and nowhere cut off.
    at, anchor = ("0", "start") if middle < 33 else ("50%", "middle") if middle < 67 else ("100%", "end")
    words = f"Dự báo cả năm {figure(ahead.low)}–{figure(ahead.high)}, khoảng {figure(ahead.middle)}"
    yield f'<text x="{at}" y="{_AHEAD + 26}" text-anchor="{anchor}">{words}</text>'


def _place(number: int, largest: float) -> float:
    """In percent of the width."""
    return 100 * number / largest

"""A year drawn as a scale: its bar, its line and its interval stand where their figures are."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from drafter.register import Rules
from drafter.register.forecast import Forecast
from drafter.register.status import Standing, Status
from drafter.register.targets import Baseline
from drafter.render.standing_charts import months_chart, scale_svg, scale_words

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = (30, 20, 25, *(0,) * 9)
AHEAD = Forecast(300, 350, 420, date(2026, 11, 20), date(2026, 10, 1), "pattern")


def status(allowed: int | None = 340, ahead: Forecast | None = AHEAD, as_of: date = date(2026, 3, 31)) -> Status:
    months = (34, 33, 33, 34, 33, 33, 34, 33, 33, 34, 33, 33)
    base = Baseline(2025, 400, "register", "", 400, months, 100) if allowed else Baseline(2025, None, "unknown")
    whole = Standing("", base, Decimal(15), allowed, 75)
    return Status(2026, as_of, None, Rules(), whole, (), (), MONTHS, 0, ahead, "possible")


def test_what_it_shows_is_proportional() -> None:
    tree = ElementTree.fromstring(scale_svg(status()))

    frame, bar = (percent(one.get("width")) for one in tree.iter(f"{SVG}rect"))
    line = next(one for one in tree.iter(f"{SVG}line") if one.get("stroke") == "#fff")
    (middle,) = tree.iter(f"{SVG}circle")
    places = {75: bar, 340: percent(line.get("x1")), 350: percent(middle.get("cx"))}
    assert [place / number for number, place in places.items()] == pytest.approx([bar / 75] * 3, rel=0.005)
    assert bar / 75 * 420 < frame


def percent(said: str | None) -> float:
    """Of the width of its place, where bar and frame begin at its left end."""
    assert said and said[-1] == "%"
    return float(said[:-1])


def test_it_says_what_it_shows() -> None:
    tree = ElementTree.fromstring(scale_svg(status(), "x"))

    said = (
        "Năm 2026, đến ngày 31/03/2026: đã ban hành 75; được phép 340; "
        "dự báo cả năm khoảng 350, từ 300 đến 420 văn bản."
    )
    assert tree.get("aria-labelledby") == "x-title x-words"
    assert tree.findtext(f"{SVG}desc") == said == scale_words(status())
    assert not [one for one in tree.iter() if "style" in one.attrib]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (status(None, None), ["Đã ban hành 75"]),
        (status(ahead=None), ["Đã ban hành 75", "Được phép 340"]),
        (status(as_of=date(2026, 12, 31)), ["Đã ban hành 75", "Được phép 340"]),
    ],
)
def test_what_nobody_knows_is_not_drawn(found: Status, words: list[str]) -> None:
    tree = ElementTree.fromstring(scale_svg(found))

    assert sorted(one.text or "" for one in tree.iter(f"{SVG}text")) == words


def test_months_to_come_have_no_bar() -> None:
    chart = months_chart(status())

    assert chart.series[0].values == (30, 20, 25, *(None,) * 9)
    assert chart.series[1].values == status().whole.baseline.by_month
    assert sum(value or 0 for value in chart.series[2].values) == 340

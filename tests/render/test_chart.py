"""A chart as SVG and as Office keeps it."""

from __future__ import annotations

import io
from itertools import pairwise

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.render.chart import Chart, Series, rows, svg
from drafter.render.office_chart import word_chart

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = st.lists(st.none() | st.integers(0, 10**6), min_size=3, max_size=3).map(tuple)


def chart(
    dark: tuple[int | None, ...], light: tuple[int | None, ...], line: tuple[int | None, ...], title: str = "A"
) -> Chart:
    series = (Series("Năm 2026", dark, "dark"), Series("Năm 2025", light, "light"), Series("Mức", line, "line"))
    return Chart(title, ("1", "2", "3"), series, "Tháng", "Văn bản")


@given(COUNTS, COUNTS, COUNTS)
def test_bars_are_as_high_as_their_figures(
    dark: tuple[int | None, ...], light: tuple[int | None, ...], line: tuple[int | None, ...]
) -> None:
    drawn = etree.fromstring(svg(chart(dark, light, line)))
    bars = [bar for bar in drawn.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]
    values = [value for values in (dark, light) for value in values if value]

    assert len(bars) == len(values)
    dots = [dot for dot in drawn.iter(f"{SVG}circle") if dot.get("cx", "").endswith("%")]
    assert len(dots) == sum(value is not None for value in line)
    marks = {
        int(written): float(mark.get("y", "")) + 4
        for mark in drawn.iter(f"{SVG}text")
        if mark.get("x") == "0" and (written := (mark.text or "").replace(".", "")).isdecimal()
    }
    top, floor = max(marks), marks[0]
    assert top >= max((value for row in (dark, light, line) for value in row if value), default=0)
    for bar, value in zip(bars, values, strict=True):
        y, high = float(bar.get("y", "")), float(bar.get("height", ""))
        assert abs(high - (floor - marks[top]) * value / top) <= 0.11
        assert abs(y + high - floor) <= 0.11


def test_it_is_as_wide_as_its_place_and_its_letters_stay_as_large() -> None:
    drawn = etree.fromstring(svg(chart((3, 2, 1), (1, 2, 3), (2, 2, 2))))

    assert (drawn.get("width"), drawn.get("viewBox")) == ("100%", None)
    bars = [bar for bar in drawn.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]
    edges = [(percent(bar.get("x")), percent(bar.get("x")) + percent(bar.get("width"))) for bar in bars]
    assert all(0 < left < right < 100 for left, right in edges)
    assert all(start >= end - 0.02 for (_, end), (start, _) in pairwise(sorted(edges)))


def percent(said: str) -> float:
    number, sign, rest = said.partition("%")
    assert (sign, rest) == ("%", "")
    return float(number)


def test_whoever_cannot_see_it_hears_every_figure_and_marks_stay_marks() -> None:
    drawn = etree.fromstring(svg(chart((3, None, 1204), (1, 2, 3), (None, None, None), "Văn bản <A & B>"), "thang"))

    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == "thang-title thang-words"
    assert drawn.findtext(f"{SVG}title") == "Văn bản <A & B>"
    assert drawn.findtext(f"{SVG}desc") == (
        "Văn bản <A & B>. Năm 2026: tháng 1 3, tháng 3 1.204; Năm 2025: tháng 1 1, tháng 2 2, tháng 3 3; Mức: không rõ."
    )


def test_the_table_beside_a_chart_has_its_figures() -> None:
    assert list(rows(chart((1, None, 3), (4, 5, 6), (7, 8, 9)))) == [
        ("Tháng", "Năm 2026", "Năm 2025", "Mức"),
        ("1", 1, 4, 7),
        ("2", None, 5, 8),
        ("3", 3, 6, 9),
    ]


@given(COUNTS, COUNTS, COUNTS)
def test_the_workbook_behind_a_chart_of_word_has_the_figures_at_the_places_it_names(
    dark: tuple[int | None, ...], light: tuple[int | None, ...], line: tuple[int | None, ...]
) -> None:
    made = word_chart(chart(dark, light, line))
    sheet = openpyxl.load_workbook(io.BytesIO(made.workbook)).active
    tree = etree.fromstring(made.xml)
    c = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

    for series, values in zip(tree.iter(f"{c}ser"), (dark, light, line), strict=True):
        place = series.findtext(f"{c}val/{c}numRef/{c}f").rpartition("!")[2].replace("$", "")
        assert tuple(cell.value for (cell,) in sheet[place]) == values
        points = {
            int(point.get("idx")): int(point.findtext(f"{c}v")) for point in series.find(f"{c}val").iter(f"{c}pt")
        }
        assert points == {at: value for at, value in enumerate(values) if value is not None}
    assert tree[-1].tag == f"{c}externalData"

"""The year against its target: every figure of the page is the library's, each leads to the documents behind it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import pytest
from busy_years import KINDS, fill
from flask import Flask
from offices import YEAR, alerts, enter, figures, heading, links, opened, page_of, register, tables, words

from drafter.nlp.kinds import kind_name
from drafter.nlp.written import day, figure
from drafter.register import Act
from drafter.register.status import Standing, Status, status
from drafter.register.targets import enter_baseline, set_target, spread

SVG = "{http://www.w3.org/2000/svg}"
ROLES = ("drafter", "office", "clerk", "leader", "admin")
ASKED = [
    (YEAR, f"{YEAR}-12-31", None),
    (YEAR, f"{YEAR}-08-17", None),
    (YEAR, f"{YEAR}-08-17", "Phòng Kinh tế"),
    (YEAR, f"{YEAR}-05-02", ""),
    (YEAR - 1, f"{YEAR - 1}-06-30", None),
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An office with two busy years."""
    with opened(tmp_path_factory.mktemp("busy"), *ROLES) as app:
        yield app


@pytest.fixture
def young(tmp_path: Path) -> Iterator[Flask]:
    """An office whose register is empty."""
    with opened(tmp_path, "drafter", "leader", filled=False) as app:
        yield app


def status_of(app: Flask, year: int, as_of: str, unit: str | None) -> Status:
    with register(app).reading() as connection:
        return status(connection, year, date.fromisoformat(as_of), unit)


def path(year: int, as_of: str, unit: str | None) -> str:
    return f"/chi-tieu?year={year}&until={day(as_of)}" + ("" if unit is None else f"&unit={quote(unit or '-')}")


def told(number: int | None) -> str:
    return "–" if number is None else figure(number)


def left(number: int | None) -> str:
    return f"vượt {figure(-number)}" if number is not None and number < 0 else told(number)


def row_of(one: Standing) -> list[str]:
    state = (
        "chưa có số năm trước"
        if one.left is None
        else "đã vượt" if one.left < 0 else "trong chỉ tiêu" if one.left else "đã dùng hết"
    )  # fmt: skip
    base = one.baseline
    name = one.unit or "(không ghi đơn vị)"
    return [name, told(one.issued), told(one.allowed), left(one.left), told(base.until), told(base.figure), state]


@pytest.mark.parametrize(("year", "as_of", "unit"), ASKED)
def test_every_figure_is_that_of_the_status(office: Flask, year: int, as_of: str, unit: str | None) -> None:
    found = status_of(office, year, as_of, unit)

    text = enter(office, "office").get(path(year, as_of, unit)).text

    whole, base = found.whole, found.whole.baseline
    assert figures(text) == {
        "Đã ban hành": told(whole.issued),
        "Được phép cả năm": told(whole.allowed),
        "Vượt" if whole.is_over else "Còn lại": told(abs(whole.left)) if whole.left is not None else "–",
        f"Cùng kỳ năm {year - 1}": told(base.until),
        f"Cả năm {year - 1}": told(base.figure),
    }
    shown = tables(text)
    months = [told(count) if at < found.as_of.month else "–" for at, count in enumerate(found.by_month)]
    expected = [[f"Năm {year}", *months, told(found.undated)]]
    if base.by_month:
        rest = (base.figure or 0) - sum(base.by_month)
        expected.append([f"Năm {year - 1}", *map(told, base.by_month), told(rest)])
        expected.append(["Mức được phép", *map(told, spread(base, whole.allowed)), "–"])
    assert shown["Số văn bản theo tháng"] == expected
    assert shown[f"Đến ngày {day(as_of)}, từng loại so với năm {year - 1}"] == [
        [kind_name(one.kind), told(one.issued), told(one.same_period_last_year), told(one.baseline)]
        for one in found.by_kind
    ]
    by_unit = shown.get(f"Đến ngày {day(as_of)}, từng đơn vị so với chỉ tiêu")
    assert by_unit == ([row_of(one) for one in found.by_unit] if unit is None else None)


@pytest.mark.parametrize(("year", "as_of", "unit"), ASKED)
def test_each_figure_opens_a_list_of_just_as_many(office: Flask, year: int, as_of: str, unit: str | None) -> None:
    client = enter(office, "clerk")

    found = links(client.get(path(year, as_of, unit)).text, "/so-van-ban?")

    months, kinds = (len(rows) for rows in (status_of(office, year, as_of, unit).by_month, KINDS))
    assert len(found) > months + kinds - 5
    for said, target in found:
        text = client.get(target).text
        counted = next(words(one) for one in page_of(text).iter("h2"))
        assert counted == f"{said} văn bản, trong đó {said} tính vào chỉ tiêu", target


def test_who_may_not_see_the_register_sees_plain_figures(office: Flask) -> None:
    text = enter(office, "drafter").get(path(YEAR, f"{YEAR}-12-31", None)).text

    assert not links(text, "/so-van-ban")


def test_what_is_ahead_is_told_in_words(office: Flask) -> None:
    found = status_of(office, YEAR, f"{YEAR}-08-17", None)
    ahead = found.forecast
    assert ahead and found.pace

    text = enter(office, "leader").get(path(YEAR, f"{YEAR}-08-17", None)).text

    said = words(page_of(text))
    assert (
        f"khoảng {figure(ahead.middle)} văn bản; 8 phần 10 khả năng trong khoảng {ahead.low} đến {ahead.high}" in said
    )
    assert f"{'nhiều' if found.pace > 0 else 'ít'} hơn {abs(found.pace)}" in said
    assert ("Dùng hết số được phép" in said) == bool(ahead.used_up_on)


def test_the_drawings_say_what_they_show(office: Flask) -> None:
    text = enter(office, "leader").get(path(YEAR, f"{YEAR}-08-17", None)).text

    drawings = [one for one in page_of(text).iter(f"{SVG}svg") if one.get("role") == "img"]
    found = status_of(office, YEAR, f"{YEAR}-08-17", None)
    assert len(drawings) == 2
    for drawing in drawings:
        title, said = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
        assert title is not None and said is not None and words(title)
        assert drawing.get("aria-labelledby") == f"{title.get('id')} {said.get('id')}"
        assert any(figure(count) in words(said) for count in (found.whole.issued, found.by_month[0]))


def test_a_unit_is_reached_from_the_whole(office: Flask) -> None:
    client = enter(office, "drafter")

    units = links(client.get(path(YEAR, f"{YEAR}-08-17", None)).text, "/chi-tieu?")

    found = status_of(office, YEAR, f"{YEAR}-08-17", None).by_unit
    assert [name for name, _ in units] == [one.unit or "(không ghi đơn vị)" for one in found]
    for (name, target), of in zip(units, found, strict=True):
        text = client.get(target).text
        assert heading(text).endswith(f"– {name}") and figures(text)["Đã ban hành"] == told(of.issued)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("year=hai", "Năm “hai” không đúng; hãy ghi như 2026."),
        ("until=31/2/2025", "Ngày “31/2/2025” không đúng; hãy ghi như 31/3/2026."),
        ("unit=Ban X", "Không có lựa chọn này; hãy chọn trong danh sách."),
    ],
)
def test_what_was_asked_wrongly_is_told_beside_it(office: Flask, query: str, sentence: str) -> None:
    answer = enter(office, "drafter").get(f"/chi-tieu?{query}")

    assert answer.status_code == 422
    assert alerts(answer.text)[0] == sentence
    assert heading(answer.text).startswith("Văn bản năm ")


def test_without_a_baseline_it_says_what_to_do(young: Flask) -> None:
    texts = [enter(young, login).get("/chi-tieu?year=2025").text for login in ("leader", "drafter")]

    for text in texts:
        assert figures(text)["Được phép cả năm"] == "–"
        assert "Chưa biết năm 2024 ban hành bao nhiêu văn bản" in alerts(text)[0]
        assert "Sổ chưa có văn bản nào được tính vào chỉ tiêu năm 2025." in words(page_of(text))
    assert links(texts[0], "/chi-tieu/so-nam-truoc") == [("ghi số của năm 2024", "/chi-tieu/so-nam-truoc?year=2024")]
    assert not links(texts[1], "/chi-tieu/so-nam-truoc")
    assert "nhờ lãnh đạo, quản trị" in alerts(texts[1])[0]


def test_an_entered_figure_is_told_with_its_source_as_an_estimate(young: Flask) -> None:
    with register(young).writing() as connection:
        enter_baseline(connection, 2024, "", 240, "Báo cáo số 12/BC-UBND", Act("Lan", "không có sổ"))

    text = enter(young, "drafter").get("/chi-tieu?year=2025&until=30/6/2025").text

    assert figures(text) == {
        "Đã ban hành": "0",
        "Được phép cả năm": "204",
        "Còn lại": "204",
        "Cùng kỳ năm 2024 (ước tính)": "120",
        "Cả năm 2024": "240",
    }
    assert "ghi tay, theo Báo cáo số 12/BC-UBND" in words(page_of(text))
    assert tables(text)["Số văn bản theo tháng"][1][:3] == ["Năm 2024 (ước tính)", "20", "20"]


def test_a_unit_that_is_over_says_so(young: Flask) -> None:
    fill(register(young), 3, YEAR, 60)
    with register(young).writing() as connection:
        set_target(connection, YEAR, "Phòng Kinh tế", Decimal(100), Act("Lan", "thử"))

    text = enter(young, "drafter").get(path(YEAR, f"{YEAR}-12-31", "Phòng Kinh tế")).text

    issued = status_of(young, YEAR, f"{YEAR}-12-31", "Phòng Kinh tế").whole.issued
    assert issued and figures(text)["Vượt"] == str(issued)
    assert "đã vượt chỉ tiêu" in words(page_of(text))

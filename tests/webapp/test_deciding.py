"""Deciding on the target, last year's figure and what counts: by whom, why, and what comes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from flask import Flask
from offices import alerts, enter, links, opened, page_of, register, tables, words
from sqlalchemy import text

from drafter.register import Act
from drafter.register.decisions import decisions
from drafter.register.rules import ADMINISTRATIVE
from drafter.register.status import status

ROLES = ("drafter", "office", "clerk", "leader", "admin")
FORMS = (
    "/chi-tieu/muc-giam",
    "/chi-tieu/so-nam-truoc",
    "/chi-tieu/so-nam-truoc/bo",
    "/chi-tieu/cach-tinh/sua",
)
PERCENT = {"year": "2025", "unit": "", "percent": "12,5", "reason": "Kế hoạch số 3/KH-UBND"}
BASELINE = {
    "year": "2024",
    "unit": "Phòng Kinh tế",
    "figure": "1.204",
    "source": "Báo cáo số 12/BC-UBND",
    "reason": "không có sổ",
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Flask]:
    """An office with two busy years."""
    with opened(tmp_path, *ROLES) as app:
        yield app


def decided(app: Flask) -> list[tuple[str, str, str, str]]:
    with register(app).reading() as connection:
        return [(one.who, one.name, one.value, one.why) for one in decisions(connection)]


def logged(app: Flask) -> list[str]:
    with register(app).reading() as connection:
        return list(connection.execute(text("SELECT action FROM web_log ORDER BY id")).scalars())


def rules_form(app: Flask) -> dict[str, object]:
    """What the form of the rules is filled in with."""
    page = page_of(enter(app, "admin").get("/chi-tieu/cach-tinh/sua").text)
    inputs = [one for one in page.iter("input") if one.get("name") not in (None, "csrf_token")]
    said: dict[str, object] = {}
    for one in inputs:
        name, value = one.get("name", ""), one.get("value", "")
        if name == "kinds":
            said.setdefault(name, [])
            if "checked" in one.attrib:
                said[name] = [*said[name], value]  # type: ignore[misc]
        elif one.get("type") != "checkbox" or "checked" in one.attrib:
            said[name] = value
    return {**said, "rounding": "down", "reason": "Thống nhất với tỉnh"}


def test_the_year_gets_its_target(office: Flask) -> None:
    client = enter(office, "leader")

    answer = client.post("/chi-tieu/muc-giam", data=PERCENT)

    assert (answer.status_code, answer.location) == (302, "/chi-tieu/cach-tinh")
    assert decided(office) == [("Đỗ Thị Lãnh", "target/2025/", "12.5", "Kế hoạch số 3/KH-UBND")]
    assert "target set" in logged(office)
    with register(office).reading() as connection:
        assert status(connection, 2025, date(2025, 12, 31)).whole.percent == Decimal("12.5")
    shown = tables(client.get("/chi-tieu/cach-tinh").text)
    assert shown["Chỉ tiêu và số của năm trước đã đặt"][0][:2] == [
        "Chỉ tiêu năm 2025 của cả cơ quan",
        "giảm ít nhất 12,5%",
    ]
    assert shown["Các lần quyết định, mới nhất trước"][0][1:] == [
        "Đỗ Thị Lãnh",
        "Chỉ tiêu năm 2025 của cả cơ quan",
        "giảm ít nhất 12,5%",
        "Kế hoạch số 3/KH-UBND",
    ]


def test_sent_twice_it_is_decided_once(office: Flask) -> None:
    client = enter(office, "admin")

    for _ in range(2):
        client.post("/chi-tieu/muc-giam", data=PERCENT)

    assert len(decided(office)) == 1


def test_last_years_figure_is_entered_and_taken_back(office: Flask) -> None:
    client = enter(office, "leader")
    client.post("/chi-tieu/so-nam-truoc", data=BASELINE)
    with register(office).reading() as connection:
        base = status(connection, 2025, date(2025, 12, 31), "Phòng Kinh tế").whole.baseline
    settings = client.get("/chi-tieu/cach-tinh").text
    (back,) = links(settings, "/chi-tieu/so-nam-truoc/bo")
    form = client.get(back[1]).text

    client.post("/chi-tieu/so-nam-truoc/bo", data={"year": "2024", "unit": "Phòng Kinh tế", "reason": "đã có sổ"})

    assert (base.figure, base.origin, base.source) == (1204, "entered", "Báo cáo số 12/BC-UBND")
    assert [one.text for one in page_of(form).iter("option") if "selected" in one.attrib] == ["Phòng Kinh tế"]
    with register(office).reading() as connection:
        assert status(connection, 2025, date(2025, 12, 31), "Phòng Kinh tế").whole.baseline.origin == "register"
    newest = tables(client.get("/chi-tieu/cach-tinh").text)["Các lần quyết định, mới nhất trước"][0]
    assert newest[2:] == [
        "Số văn bản năm 2024 của Phòng Kinh tế",
        "1.204 (theo Báo cáo số 12/BC-UBND) → đếm theo sổ",
        "đã có sổ",
    ]


@pytest.mark.parametrize(
    ("path", "right", "wrong", "sentence"),
    [
        (FORMS[0], PERCENT, {"percent": "120"}, "“120” không đúng; hãy ghi số phần trăm từ 0 đến 100, như 15."),
        (FORMS[0], PERCENT, {"percent": ""}, "Chưa có tỷ lệ; hãy ghi số phần trăm, ví dụ 15."),
        (FORMS[0], PERCENT, {"reason": "  "}, "Chưa có lý do; hãy ghi lý do để lưu vào lịch sử."),
        (FORMS[0], PERCENT, {"year": "năm nay"}, "Năm “năm nay” không đúng; hãy ghi như 2026."),
        (FORMS[0], PERCENT, {"unit": "Ban X"}, "Không có lựa chọn này; hãy chọn trong danh sách."),
        (FORMS[1], BASELINE, {"figure": "-5"}, "“-5” không đúng; hãy ghi số từ 0 đến 999.999."),
        (FORMS[1], BASELINE, {"figure": "12.04"}, "“12.04” không đúng; hãy ghi số từ 0 đến 999.999."),
        (FORMS[1], BASELINE, {"source": ""}, "Chưa có nguồn; hãy ghi, ví dụ: Báo cáo số 12/BC-UBND."),
        (FORMS[1], BASELINE, {"reason": "x" * 501}, "Dài quá 500 chữ; hãy viết ngắn lại."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    office: Flask, path: str, right: dict[str, str], wrong: dict[str, str], sentence: str
) -> None:
    answer = enter(office, "leader").post(path, data=right | wrong)

    assert answer.status_code == 422
    assert alerts(answer.text) == ["Chưa lưu: hãy xem lại chỗ được ghi chú bên dưới.", sentence]
    assert decided(office) == []
    kept = [one.get("value") for one in page_of(answer.text).iter("input")]
    kept += [(one.text or "").strip() for one in page_of(answer.text).iter("textarea")]
    assert {value for name, value in (right | wrong).items() if name not in ("unit", "reason")} <= set(kept)


def test_what_counts_is_set_and_its_effect_told(office: Flask) -> None:
    before = register(office).rules()
    form = rules_form(office)
    kinds = form["kinds"]
    assert isinstance(kinds, list) and set(kinds) == ADMINISTRATIVE - {"GM"}
    form |= {"kinds": [*(kind for kind in kinds if kind != "PG"), "KL"], "copies": "y", "percent": "20"}
    form.pop("invitations")
    client = enter(office, "admin")

    answer = client.post("/chi-tieu/cach-tinh/sua", data=form, follow_redirects=True)

    assert register(office).rules() == replace(
        before,
        kinds=before.kinds - {"PG"} | {"KL"},
        copies=True,
        invitations=False,
        percent=Decimal(20),
    )
    assert "Đã lưu cách tính." in words(page_of(answer.text))
    assert tables(answer.text)["Các lần quyết định, mới nhất trước"][0][1:] == [
        "Vũ Quản Trị",
        "Cách tính",
        "Tính thêm: kết luận"
        "Không tính nữa: phiếu gửi"
        "Chỉ tiêu chung: giảm ít nhất 15% → giảm ít nhất 20%"
        "Giấy mời: có tính → không tính"
        "Bản sao (sao y, sao lục, trích sao): không tính → có tính",
        "Thống nhất với tỉnh",
    ]


def test_how_numbers_run_is_not_touched(office: Flask) -> None:
    register(office).set_rules(replace(register(office).rules(), numbering="kind", organ="ĐU"), Act("Lan"))

    enter(office, "admin").post("/chi-tieu/cach-tinh/sua", data=rules_form(office) | {"copies": "y"})

    rules = register(office).rules()
    assert (rules.numbering, rules.organ, rules.copies) == ("kind", "ĐU", True)


def test_what_another_set_meanwhile_is_not_overwritten(office: Flask) -> None:
    form = rules_form(office)
    register(office).set_rules(replace(register(office).rules(), attached=True), Act("Lan", "đổi trước"))

    answer = enter(office, "admin").post("/chi-tieu/cach-tinh/sua", data=form | {"copies": "y"})

    assert answer.status_code == 422
    assert "vừa được người khác đổi" in alerts(answer.text)[0]
    assert register(office).rules().attached and not register(office).rules().copies
    ticked = {one.get("name") for one in page_of(answer.text).iter("input") if "checked" in one.attrib}
    assert "attached" in ticked and "copies" not in ticked


def test_without_decisions_it_says_what_holds(office: Flask) -> None:
    shown = tables(enter(office, "office").get("/chi-tieu/cach-tinh").text)

    assert "mọi năm, mọi đơn vị theo chỉ tiêu chung" in shown["Chỉ tiêu và số của năm trước đã đặt"][0][0]
    rules = dict(row for row in shown["Cách tính đang áp dụng"])
    assert rules["Chỉ tiêu chung"] == "giảm ít nhất 15%" and rules["Giấy mời"] == "có tính"
    assert "Thông tri" in rules["Loại không tính"] and "Công văn" in rules["Loại văn bản được tính"]


@pytest.mark.parametrize("role", ROLES)
def test_who_may_read_and_decide(office: Flask, role: str) -> None:
    client = enter(office, role)
    decides = 200 if role in ("leader", "admin") else 403

    assert client.get("/chi-tieu/cach-tinh").status_code == (403 if role in ("drafter", "clerk") else 200)
    assert [client.get(path).status_code for path in FORMS] == [decides] * len(FORMS)
    assert client.post(FORMS[0], data=PERCENT).status_code == (302 if decides == 200 else 403)
    assert bool(decided(office)) == (decides == 200)
    if role == "office":
        assert not links(client.get("/chi-tieu/cach-tinh").text, "/chi-tieu/muc-giam")

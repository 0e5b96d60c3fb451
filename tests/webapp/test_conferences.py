"""Meetings on the pages: every figure is the library's and opens its list; entering, setting right, cancelling."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from clients import Client
from flask import Flask
from forms_sent import fill_in, filled_form
from offices import alerts, enter, figures, heading, links, opened, page_of, register, tables, words

from drafter.register import Act, Record
from drafter.register.history import changes_of
from drafter.register.meetings import Facts, Wanted, add, find, limits_of, meeting_with, status
from drafter.register.meetings.values import FORMS, KINDS, SCOPES

ROLES = ("drafter", "office", "clerk", "leader", "admin")
LAN = Act("Lan")
MEETING = {
    "date": "5/3/2025",
    "title": "Giao ban tháng 3",
    "kind": "regular",
    "scope": "units",
    "form": "online",
    "matter": "business",
    "minutes": "120",
    "unit": "Văn phòng",
    "units": "Các thôn",
}
FACTS = Facts("2025-03-05", "Giao ban tháng 3", "regular", "units", "online", 120, "business", "Các thôn", "Văn phòng")
OTHERS = (
    replace(FACTS, date="2025-01-16", form="in_person", scope="commune", minutes=None),
    replace(FACTS, date="2025-02-01", form="mixed", kind="topical", matter="briefing", minutes=480, unit=""),
    replace(FACTS, date="2025-08-17", form="in_person", kind="urgent", scope="internal", unit="Phòng Kinh tế"),
    replace(FACTS, date="2025-08-18", scope="commune", unit="Phòng Kinh tế"),
    replace(FACTS, date="2025-12-30"),
    replace(FACTS, date="2024-12-30"),
)
DAY = "17/08/2025"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Flask]:
    """An office without meetings."""
    with opened(tmp_path, *ROLES, filled=False) as app:
        yield app


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An office with a few meetings, one of them cancelled."""
    with opened(tmp_path_factory.mktemp("busy"), *ROLES, filled=False) as app:
        with register(app).writing() as connection:
            for facts in (FACTS, *OTHERS):
                add(connection, facts, LAN)
        enter(app, "clerk").post("/hoi-nghi/1/huy", data={"reason": "không họp"})
        yield app


def once(client: Client, path: str = "/hoi-nghi/moi") -> str:
    """What the form carries so that it is sent once."""
    return next(
        one.get("value", "") for one in page_of(client.get(path).text).iter("input") if one.get("name") == "once"
    )


def facts_of(app: Flask, id: int) -> Facts:
    with register(app).reading() as connection:
        return meeting_with(connection, id).facts


class TestStanding:
    def test_every_figure_is_that_of_the_status(self, busy: Flask) -> None:
        with register(busy).reading() as connection:
            found = status(connection, 2025, date(2025, 8, 17))

        text = enter(busy, "drafter").get(f"/hoi-nghi?year=2025&until={DAY}").text

        assert (found.held, found.planned, found.allowed) == (3, 2, 0)
        assert figures(text) == {
            "Đã tổ chức": "3", "Đã ghi, sẽ tổ chức": "2", "Được phép cả năm": "0", "Vượt": "5", "Năm 2024": "1",
        }  # fmt: skip
        shown = tables(text)
        assert shown["Hội nghị đã tổ chức so với mức được phép"] == [
            ["Trực tiếp, nhiều nhất", "2/3 (66,7%)", "40%"],
            ["Trực tuyến, ít nhất", "1/3 (33,3%)", "60%"],
            ["Quy mô toàn xã (kể cả sẽ tổ chức), nhiều nhất một năm", "2", "3"],
            ["Quá thời lượng (kể cả sẽ tổ chức)", "1", "0"],
            ["Chưa ghi thời lượng", "1", "–"],
        ]
        assert shown["Đã tổ chức theo hình thức, loại, quy mô"] == [
            *(["Hình thức", words, str(found.by_form[name])] for name, words in FORMS.items()),
            *(["Loại", words, str(found.by_kind[name])] for name, words in KINDS.items()),
            *(["Quy mô", words, str(found.by_scope[name])] for name, words in SCOPES.items()),
        ]
        assert shown["Đã tổ chức theo tháng"] == [
            ["Hội nghị", *("–" if month > 8 else str(found.by_month[month - 1]) for month in range(1, 13))]
        ]
        assert shown["Đã tổ chức theo đơn vị tổ chức"] == [
            [unit or "(không ghi đơn vị)", str(count)] for unit, count in found.by_unit.items()
        ]

    @pytest.mark.parametrize("unit", ["", "&unit=Phòng Kinh tế", "&unit=-"])
    def test_each_figure_opens_a_list_of_just_as_many(self, busy: Flask, unit: str) -> None:
        client = enter(busy, "drafter")

        found = links(client.get(f"/hoi-nghi?year=2025&until={DAY}{unit}").text, "/hoi-nghi/danh-sach?year=")

        counted = [(said, target) for said, target in found if said.isdecimal()]
        assert len(counted) > 15
        for said, target in counted:
            text = client.get(target).text
            listed = tables(text).get("Hội nghị theo ngày", [])
            assert (len(listed), words(next(one for one in page_of(text).iter("strong")))) == (int(said), said), target

    def test_its_warnings_name_pages_not_commands(self, busy: Flask, office: Flask) -> None:
        texts = [enter(busy, "leader").get("/hoi-nghi?year=2025").text, enter(office, "leader").get("/hoi-nghi").text]

        said = [words(page_of(text)) for text in texts]
        assert "mở từng hội nghị ấy trong danh sách rồi ghi thời lượng" in said[0]
        assert "dài 1 ngày, quá mức nửa ngày" in said[0]
        assert "ở trang “Mức hội nghị”" in said[1]
        assert not any("drafter meetings" in one or "--" in one for one in said)


class TestKeeping:
    def test_a_meeting_is_entered_once(self, office: Flask) -> None:
        client = enter(office, "clerk")
        form = MEETING | {"once": once(client)}

        answers = [client.post("/hoi-nghi/moi", data=form) for _ in range(2)]

        assert [answer.location for answer in answers] == ["/hoi-nghi/1", "/hoi-nghi/1"]
        with register(office).reading() as connection:
            assert [one.facts for one in find(connection, Wanted())] == [FACTS]
            assert [change.who for change in changes_of(connection, "meeting", 1)] == ["Hoàng Văn Thư"]
        shown = dict(tuple(row) for row in tables(client.get("/hoi-nghi/1").text)["Thông tin"])
        assert shown["Ngày họp"] == "05/03/2025" and shown["Thời lượng"] == "2 giờ"

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"date": ""}, "Chưa có ngày họp; hãy ghi như 31/3/2026."),
            ({"date": "30/2/2025"}, "Ngày “30/2/2025” không đúng; hãy ghi như 31/3/2026."),
            ({"title": " "}, "Chưa có tên; hãy ghi, ví dụ: Hội nghị giao ban tháng 3."),
            ({"kind": ""}, "Chưa chọn loại hội nghị; hãy chọn."),
            ({"scope": "world"}, "Không có lựa chọn này; hãy chọn trong danh sách."),
            ({"minutes": "2 giờ"}, "“2 giờ” không đúng; hãy ghi số từ 1 đến 14.400."),
        ],
    )
    def test_what_is_wrong_is_told(self, office: Flask, wrong: dict[str, str], sentence: str) -> None:
        client = enter(office, "office")

        answer = client.post("/hoi-nghi/moi", data=MEETING | wrong | {"once": once(client)})

        assert answer.status_code == 422
        assert alerts(answer.text)[1:] == [sentence]
        assert "Các thôn" in {one.get("value") for one in page_of(answer.text).iter("input")}
        with register(office).reading() as connection:
            assert not find(connection, Wanted())

    def test_it_is_set_right_with_a_reason_and_its_history_shown(self, office: Flask) -> None:
        client = enter(office, "clerk")
        client.post("/hoi-nghi/moi", data=MEETING | {"once": once(client)})

        refused = fill_in(client, "/hoi-nghi/1/sua", minutes="", reason="")
        answer = fill_in(client, "/hoi-nghi/1/sua", minutes="", reason="ghi nhầm")

        assert (refused.status_code, answer.location) == (422, "/hoi-nghi/1")
        assert facts_of(office, 1) == replace(FACTS, minutes=None)
        assert tables(client.get("/hoi-nghi/1").text)["Lịch sử"][1][1:] == [
            "Hoàng Văn Thư", "sửa", "thời lượng (phút): 120 → (trống)", "ghi nhầm",
        ]  # fmt: skip

    def test_what_another_set_right_meanwhile_is_not_undone(self, office: Flask) -> None:
        client, other = enter(office, "clerk"), enter(office, "office")
        client.post("/hoi-nghi/moi", data=MEETING | {"once": once(client)})
        to, fields = filled_form(client, "/hoi-nghi/1/sua")

        fill_in(other, "/hoi-nghi/1/sua", minutes="90", reason="họp ngắn hơn")
        late = client.post(to, data=fields | {"title": "Giao ban quý I", "reason": "tên"})
        again = client.post(to, data=fields | {"minutes": "90", "reason": "họp ngắn hơn"})

        assert late.status_code == 422 and "vừa được người khác sửa; hãy mở lại" in late.text
        assert (again.status_code, again.location) == (302, "/hoi-nghi/1")
        assert facts_of(office, 1) == replace(FACTS, minutes=90)

    def test_it_is_cancelled_once(self, office: Flask) -> None:
        client = enter(office, "office")
        client.post("/hoi-nghi/moi", data=MEETING | {"once": once(client)})

        answers = [client.post("/hoi-nghi/1/huy", data={"reason": why}) for why in ("", "không họp", "lần nữa")]

        assert [answer.status_code for answer in answers] == [422, 302, 302]
        text = client.get("/hoi-nghi/1").text
        assert "Hội nghị đã hủy, không được tính. Lý do: không họp" in words(page_of(text))
        assert not links(text, "/hoi-nghi/1/")
        assert client.get("/hoi-nghi/1/sua").status_code == 302
        with register(office).reading() as connection:
            assert len(changes_of(connection, "meeting", 1)) == 2

    def test_none_of_that_number_is_not_found(self, office: Flask) -> None:
        client = enter(office, "clerk")

        assert [client.get(f"/hoi-nghi/7{more}").status_code for more in ("", "/sua", "/huy")] == [404] * 3
        assert client.get("/hoi-nghi/moi?entry=7").status_code == 404


class TestInvitations:
    def test_an_invitation_becomes_a_meeting(self, office: Flask) -> None:
        title = "Mời họp trực tuyến giao ban tháng 3 vào 8 giờ ngày 05/3/2025"
        register(office).issue(Record(None, symbol="/GM-UBND", date="2025-03-01", title=title, kind="GM"), 2025, LAN)
        client = enter(office, "clerk")
        (offer,) = links(client.get("/hoi-nghi/giay-moi?year=2025").text, "/hoi-nghi/moi?entry")
        page = page_of(client.get(offer[1]).text)
        filled = {one.get("name", ""): one.get("value", "") for one in page.iter("input")}

        known = {"title": filled["title"], "date": filled["date"], "entry": filled["entry"], "once": filled["once"]}
        answer = client.post("/hoi-nghi/moi", data=MEETING | known)
        again = client.post("/hoi-nghi/moi", data=MEETING | known | {"once": once(client)})

        assert (filled["date"], filled["title"]) == ("05/03/2025", "Họp trực tuyến giao ban tháng 3")
        assert answer.location == "/hoi-nghi/1"
        assert "01/GM-UBND" in words(page_of(client.get("/hoi-nghi/1").text))
        assert again.status_code == 422 and "đã là giấy mời của hội nghị mã 1" in alerts(again.text)[0]
        assert "Mọi giấy mời trong sổ đều đã có hội nghị." in client.get("/hoi-nghi/giay-moi?year=2025").text

    def test_long_lists_come_a_page_at_a_time(self, office: Flask) -> None:
        with register(office).writing() as connection:
            for nth in range(1, 121):
                add(connection, replace(FACTS, title=f"Họp {nth:03}"), LAN)
        client = enter(office, "drafter")

        first = client.get("/hoi-nghi/danh-sach?year=2025&endpoint=x&_method=POST").text
        ((_, onward),) = links(first, "?year=2025")
        lists = [tables(client.get(f"/hoi-nghi/danh-sach?year=2025&trang={nth}").text) for nth in (1, 2, 3, 9)]
        assert tables(client.get(f"/hoi-nghi/danh-sach{onward}").text) == lists[1]

        titles = [[row[1] for row in rows["Hội nghị theo ngày"]] for rows in lists]
        assert [len(one) for one in titles] == [50, 50, 20, 20]
        assert titles[0] + titles[1] + titles[2] == [f"Họp {nth:03}" for nth in range(1, 121)]


class TestLimits:
    def test_they_are_set_for_a_reason_and_their_history_shown(self, office: Flask) -> None:
        client = enter(office, "office")
        with register(office).reading() as connection:
            said = {name: str(value) for name, value in asdict(limits_of(connection)).items()}

        answer = client.post("/hoi-nghi/muc/sua", data=said | {"commune": "2", "reason": "Chỉ đạo của huyện"})

        assert answer.location == "/hoi-nghi/muc"
        newest = tables(client.get("/hoi-nghi/muc").text)["Các lần quyết định, mới nhất trước"][0]
        change = "Hội nghị quy mô toàn xã, nhiều nhất: 3 một năm → 2 một năm"
        assert newest[1:] == ["Phạm Thị Phòng", "Mức hội nghị", change, "Chỉ đạo của huyện"]

    def test_shares_that_leave_a_hole_are_refused(self, office: Flask) -> None:
        client = enter(office, "office")
        with register(office).reading() as connection:
            said = {name: str(value) for name, value in asdict(limits_of(connection)).items()}

        answer = client.post("/hoi-nghi/muc/sua", data=said | {"in_person": "20", "reason": "thử"})

        assert answer.status_code == 422
        assert "cộng lại phải đủ 100" in alerts(answer.text)[0]

    def test_last_years_figure_is_entered(self, office: Flask) -> None:
        client = enter(office, "clerk")
        said = {"year": "2024", "unit": "", "figure": "25", "source": "Báo cáo số 210/BC-UBND", "reason": "chưa ghi"}

        client.post("/hoi-nghi/nam-truoc", data=said)

        text = client.get("/hoi-nghi?year=2025").text
        assert figures(text)["Được phép cả năm"] == "22"
        assert "ghi tay, theo Báo cáo số 210/BC-UBND" in words(page_of(text))


@pytest.mark.parametrize("role", ROLES)
def test_all_read_and_office_and_clerk_change(busy: Flask, role: str) -> None:
    client = enter(busy, role)
    changes = 200 if role in ("office", "clerk") else 403

    for path in ("/hoi-nghi", "/hoi-nghi/danh-sach", "/hoi-nghi/giay-moi", "/hoi-nghi/muc", "/hoi-nghi/2"):
        assert client.get(path).status_code == 200, path
    for path in ("/hoi-nghi/moi", "/hoi-nghi/2/sua", "/hoi-nghi/2/huy"):
        assert client.get(path).status_code == changes, path
        assert client.post(path).status_code == (422 if changes == 200 else 403), path
    assert bool(links(client.get("/hoi-nghi/2").text, "/hoi-nghi/2/")) == (changes == 200)
    assert heading(client.get("/hoi-nghi/2").text) == "Giao ban tháng 3"

"""Periods on the pages: figures, closing after looking, corrections, files to take away; drafts that were avoided."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from busy_years import disturb
from clients import Client
from flask import Flask
from offices import YEAR, alerts, enter, heading, links, opened, page_of, register, tables, words
from openpyxl import load_workbook
from plain_sql import figures as plain_figures

from drafter.readers import read_bytes
from drafter.register import Act, Record
from drafter.register.avoided import find
from drafter.register.periods import Period, account, closing_of
from drafter.render.period_tables import shown
from drafter.render.period_tables import tables as tables_of
from drafter.render.periods import period_fields
from webapp.reports import PATHS

ROLES = ("drafter", "office", "clerk", "leader", "admin")
LAST_YEAR = YEAR - 1
DRAFT = {
    "date": "5/3/2025",
    "how": "dropped",
    "title": "Tăng cường tiêm phòng",
    "kind": "CV",
    "unit": "Phòng Kinh tế",
    "into": "",
    "reason": "chỉ nhắc lại văn bản của tỉnh",
}


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An office with two busy years; nothing is closed."""
    with opened(tmp_path_factory.mktemp("busy"), *ROLES) as app:
        yield app


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Flask]:
    """An office with two busy years, for tests that close or change something."""
    with opened(tmp_path, *ROLES) as app:
        yield app


@pytest.fixture
def young(tmp_path: Path) -> Iterator[Flask]:
    """An office whose register is empty."""
    with opened(tmp_path, "clerk", "office", filled=False) as app:
        yield app


def field(client: Client, path: str, name: str) -> str:
    inputs = page_of(client.get(path).text).iter("input")
    return next(one.get("value", "") for one in inputs if one.get("name") == name)


def is_closed(app: Flask, name: str) -> bool:
    with register(app).reading() as connection:
        return closing_of(connection, Period(YEAR, PATHS[name])) is not None


class TestFigures:
    @pytest.mark.parametrize("path", PATHS)
    @pytest.mark.parametrize("unit", [None, "Phòng Kinh tế"])
    def test_the_tables_are_those_of_the_report(self, busy: Flask, path: str, unit: str | None) -> None:
        query = f"?unit={unit}" if unit else ""

        text = enter(busy, "drafter").get(f"/chi-tieu/ky/{YEAR}/{path}{query}").text

        with register(busy).reading() as connection:
            found = account(connection, Period(YEAR, PATHS[path]), unit)
        expected = {one.title: [[shown(cell) for cell in row] for row in one.rows] for one in tables_of(found, 8)}
        assert tables(text) == expected
        assert heading(text) == f"Số liệu {Period(YEAR, PATHS[path]).title}"

    def test_the_periods_of_a_year_with_what_was_issued_in_each(self, busy: Flask) -> None:
        (rows,) = tables(enter(busy, "drafter").get(f"/chi-tieu/ky?year={YEAR}").text).values()

        with register(busy).reading() as connection:
            plain = {name: plain_figures(connection, YEAR, name)["issued"] for name in PATHS.values()}
        assert [int(row[2]) for row in rows] == [plain[name] for name in PATHS.values()]
        assert {row[3] for row in rows} == {"đã hết, chưa chốt"}

    @pytest.mark.parametrize("path", ["quy-5", "2025"])
    def test_there_is_no_other_period(self, busy: Flask, path: str) -> None:
        client = enter(busy, "leader")

        assert client.get(f"/chi-tieu/ky/{YEAR}/{path}").status_code == 404
        assert client.get(f"/chi-tieu/ky/{YEAR}/quy-1/bao-cao.pdf").status_code == 404
        assert client.get("/chi-tieu/ky/33/quy-1").status_code == 404

    def test_an_empty_register_has_its_pages_too(self, young: Flask) -> None:
        client = enter(young, "clerk")

        for path in PATHS:
            assert "Chưa biết năm 2024" in words(page_of(client.get(f"/chi-tieu/ky/{YEAR}/{path}").text))


class TestFiles:
    def test_they_tell_the_same_figures(self, busy: Flask) -> None:
        client = enter(busy, "drafter")
        start = f"/chi-tieu/ky/{YEAR}/quy-3/bao-cao"
        with register(busy).reading() as connection:
            whole, part = (account(connection, Period(YEAR, "Q3"), unit) for unit in (None, "Phòng Kinh tế"))

        files = {ext: client.get(f"{start}.{ext}") for ext in ("docx", "xlsx", "json")}

        names = [answer.headers["Content-Disposition"] for answer in files.values()]
        assert names == [f"attachment; filename=bao-cao-quy-3-{YEAR}.{ext}" for ext in files]
        assert json.loads(files["json"].data) == json.loads(json.dumps(period_fields(whole)))
        assert json.loads(client.get(f"{start}.json?unit=Phòng Kinh tế").data)["issued"] == part.figures.sums.issued
        assert load_workbook(BytesIO(files["xlsx"].data)).sheetnames
        document = read_bytes("bao-cao.docx", files["docx"].data)
        assert f"kết quả thực hiện giảm văn bản hành chính quý iii năm {YEAR}" in document.text.lower()

    def test_what_was_typed_stands_in_the_word_file(self, busy: Flask) -> None:
        client = enter(busy, "office")
        said = {"shortcoming": "Một số đơn vị còn gửi giấy mời riêng.", "task": "", "proposal": ""}

        answer = client.post(f"/chi-tieu/ky/{YEAR}/quy-1/bao-cao.docx", data=said)

        text = read_bytes("bao-cao.docx", answer.data).text
        assert "Một số đơn vị còn gửi giấy mời riêng." in text and "[CẦN ĐIỀN" in text


class TestClosing:
    def test_it_is_closed_after_its_figures_were_looked_at(self, office: Flask) -> None:
        client = enter(office, "leader")
        path = f"/chi-tieu/ky/{YEAR}/quy-1"
        (link,) = links(client.get(path).text, f"{path}/chot")
        page = client.get(link[1]).text
        seen = field(client, link[1], "seen")

        refused = client.post(link[1], data={"seen": seen, "reason": ""})
        answer = client.post(link[1], data={"seen": seen, "reason": "sổ giấy còn đang đối chiếu"})
        again = client.post(link[1], data={"seen": seen, "reason": "lần nữa"})

        assert "Số văn bản đã ban hành so với cùng kỳ" in tables(page)
        assert "số mới giữ, chưa phát hành" in words(page_of(page))
        assert refused.status_code == 422 and "hãy ghi lý do chốt" in alerts(refused.text)[-1]
        assert answer.location == again.location == path
        with register(office).reading() as connection:
            made = closing_of(connection, Period(YEAR, "Q1"))
        assert made and (made.who, made.reason) == ("Đỗ Thị Lãnh", "sổ giấy còn đang đối chiếu")
        text = client.get(path).text
        assert "Từ khi chốt đến nay không có điều chỉnh nào." in words(page_of(text))
        assert not links(text, f"{path}/chot")
        rows = tables(client.get(f"/chi-tieu/ky?year={YEAR}").text)["Các kỳ theo ngày kết thúc"]
        assert rows[0][3].startswith("đã chốt: Đỗ Thị Lãnh")

    def test_figures_that_changed_meanwhile_are_shown_again(self, office: Flask) -> None:
        client = enter(office, "office")
        path = f"/chi-tieu/ky/{YEAR}/quy-1/chot"
        seen = field(client, path, "seen")
        record = Record(None, symbol="/KH-UBND", date=f"{YEAR}-03-01", title="Việc mới", kind="KH")
        register(office).issue(record, YEAR, Act("Lan"))

        answer = client.post(path, data={"seen": seen, "reason": "vẫn chốt"})

        assert answer.status_code == 422 and "Số liệu vừa thay đổi" in alerts(answer.text)[0]
        assert not is_closed(office, "quy-1")
        assert "vẫn chốt" in answer.text

    def test_what_was_corrected_since_is_told(self, office: Flask) -> None:
        client = enter(office, "admin")
        path = f"/chi-tieu/ky/{YEAR}/ca-nam"
        client.post(f"{path}/chot", data={"seen": field(client, f"{path}/chot", "seen"), "reason": "hết năm"})
        before = tables(client.get(path).text)
        disturb(register(office), 5, YEAR)

        after = tables(client.get(path).text)

        assert {name: rows for name, rows in after.items() if name in before} == before
        assert set(after) - set(before) == {
            "Số liệu thay đổi sau khi chốt",
            "Văn bản được bổ sung, hủy, sửa sau khi chốt",
        }

    def test_a_period_that_runs_is_not_closed(self, office: Flask) -> None:
        client = enter(office, "leader")

        answer = client.post("/chi-tieu/ky/2999/quy-1/chot", data={"seen": "", "reason": "sớm"})

        assert answer.location == "/chi-tieu/ky/2999/quy-1"
        text = client.get(answer.location).text
        assert "Kỳ chưa hết nên chưa chốt được." in text
        assert not links(text, "/chi-tieu/ky/2999/quy-1/chot")

    @pytest.mark.parametrize("role", ROLES)
    def test_who_may_close(self, busy: Flask, role: str) -> None:
        client = enter(busy, role)
        path = f"/chi-tieu/ky/{YEAR}/quy-2"
        closes = role in ("office", "leader", "admin")

        assert client.get(path).status_code == 200
        assert bool(links(client.get(path).text, f"{path}/chot")) == closes
        assert client.get(f"{path}/chot").status_code == (200 if closes else 403)
        assert client.post(f"{path}/chot").status_code == (422 if closes else 403)
        assert not is_closed(busy, "quy-2")


class TestAvoided:
    def test_a_draft_is_entered_once_and_taken_out(self, young: Flask) -> None:
        client = enter(young, "clerk")
        form = DRAFT | {"once": field(client, "/chi-tieu/khong-ban-hanh/moi", "once")}
        for _ in range(2):
            answer = client.post("/chi-tieu/khong-ban-hanh/moi", data=form)
        listed = client.get("/chi-tieu/khong-ban-hanh?year=2025").text
        (out,) = links(listed, "/chi-tieu/khong-ban-hanh/1")

        refused = client.post(out[1], data={"reason": " "})
        client.post(out[1], data={"reason": "ghi nhầm"})
        again = client.post(out[1], data={"reason": "lần nữa"})

        assert answer.location == again.location == "/chi-tieu/khong-ban-hanh?year=2025"
        assert tables(listed)["Đến ngày 31/12/2025, mới nhất trước"] == [
            ["05/03/2025", "Công văn: Tăng cường tiêm phòng", "Phòng Kinh tế", "Không ban hành",
             "chỉ nhắc lại văn bản của tỉnh", "được tính Bỏ"],
        ]  # fmt: skip
        assert refused.status_code == 422
        assert not tables(client.get("/chi-tieu/khong-ban-hanh?year=2025").text)
        shown = tables(client.get("/chi-tieu/khong-ban-hanh?year=2025&all=1").text)
        assert [row[-1] for rows in shown.values() for row in rows] == ["đã bỏ khỏi danh sách"]

    def test_the_document_it_went_into_is_named(self, young: Flask) -> None:
        record = Record(None, symbol="/KH-UBND", date="2025-02-01", title="Phòng cháy", kind="KH")
        register(young).issue(record, 2025, Act("Lan"))
        client = enter(young, "office")
        form = DRAFT | {"how": "merged", "into": "01/KH-UBND"}

        client.post(
            "/chi-tieu/khong-ban-hanh/moi",
            data=form | {"once": field(client, "/chi-tieu/khong-ban-hanh/moi", "once")},
        )

        with register(young).reading() as connection:
            assert [one.into for one in find(connection, "2025-01-01", "2025-12-31")] == ["01/KH-UBND"]
        assert "Gộp vào văn bản khác: 01/KH-UBND" in client.get("/chi-tieu/khong-ban-hanh?year=2025").text

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"date": "hôm qua"}, "Ngày “hôm qua” không đúng; hãy ghi như 31/3/2026."),
            ({"how": ""}, "Chưa chọn cách xử lý; hãy chọn."),
            ({"title": ""}, "Chưa có trích yếu; hãy ghi dự thảo về việc gì."),
            ({"reason": ""}, "Chưa có lý do; hãy ghi lý do để lưu vào lịch sử."),
            ({"into": "05/KH-UBND"}, "Không ban hành thì không gộp vào đâu; hãy để trống, hoặc chọn cách khác."),
            ({"how": "merged", "into": "7"}, "Sổ năm 2025 không có văn bản “7”; hãy ghi số, ký hiệu như trong sổ."),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told(self, young: Flask, wrong: dict[str, str], sentence: str) -> None:
        client = enter(young, "clerk")

        once = field(client, "/chi-tieu/khong-ban-hanh/moi", "once")
        answer = client.post("/chi-tieu/khong-ban-hanh/moi", data=DRAFT | wrong | {"once": once})

        assert answer.status_code == 422
        assert alerts(answer.text)[1:] == [sentence]
        with register(young).reading() as connection:
            assert not find(connection, "2025-01-01", "2025-12-31")

    @pytest.mark.parametrize("role", ROLES)
    def test_all_read_and_office_and_clerk_change(self, busy: Flask, role: str) -> None:
        client = enter(busy, role)
        changes = role in ("office", "clerk")

        assert client.get("/chi-tieu/khong-ban-hanh").status_code == 200
        assert client.get("/chi-tieu/khong-ban-hanh/moi").status_code == (200 if changes else 403)
        assert client.post("/chi-tieu/khong-ban-hanh/moi").status_code == (422 if changes else 403)
        assert client.post("/chi-tieu/khong-ban-hanh/7/bo").status_code == (404 if changes else 403)

"""Registers from files through the pages: sent, looked at, stored or not."""

import os
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from clients import PEOPLE, Client
from flask import Flask
from forms_sent import filled_form, form_in
from letters import qcvn
from offices import enter, opened, register
from openpyxl import Workbook
from werkzeug.test import TestResponse

from drafter.register import Act, Filter, Record, Register
from webapp import accounts

HEADINGS = ("TT", "Số, ký hiệu", "Ngày tháng", "Trích yếu nội dung", "Người ký", "Màu bìa")
ROWS = (
    (1, "01/KH-UBND", "05/01/2025", "Kế hoạch phòng cháy rừng", "Hoàng Thị Lan", "xanh"),
    (2, "02/QĐ-UBND", "06/01/2025", "Quyết định khen thưởng", "Trần Văn Bình", "đỏ"),
    (3, "02/QĐ-UBND", "07/01/2025", "Quyết định trùng số", "Trần Văn Bình", "đỏ"),
    (4, "04/BC-UBND", "", "Báo cáo không ghi ngày", "Hoàng Thị Lan", ""),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with opened(tmp_path_factory.mktemp("imports"), *PEOPLE, filled=False) as app:
        yield app


@pytest.fixture
def clerk(office: Flask) -> Client:
    return enter(office, "clerk")


@pytest.fixture
def book(office: Flask) -> Iterator[Register]:
    """Emptied before each test."""
    found = register(office)
    with found.writing() as connection:
        for table in ("register_change", "register_entry", "register_batch"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    yield found


def workbook(rows: Sequence[Sequence[object]] = ROWS) -> bytes:
    made, file = Workbook(), BytesIO()
    assert made.active
    for row in (HEADINGS, *rows):
        made.active.append(list(row))
    made.save(file)
    return file.getvalue()


def send(client: Client, data: bytes, name: str = "so.xlsx", **said: str) -> TestResponse:
    _, fields = filled_form(client, "/so-van-ban/nhap")
    return client.post("/so-van-ban/nhap", data=fields | {"year": "2025"} | said | {"file": (BytesIO(data), name)})


def shown(client: Client, data: bytes, name: str = "so.xlsx", **said: str) -> tuple[str, str]:
    """The address and the text of the preview."""
    sent = send(client, data, name, **said)
    assert sent.status_code == 303, sent.text
    return sent.location, client.get(sent.location).text


def test_a_register_is_shown_before_anything_is_stored(clerk: Client, book: Register) -> None:
    _, page = shown(clerk, workbook())

    assert "tiêu đề ở dòng 1" in page.lower() and "Màu bìa" in page and "không dùng" in page
    assert "trích yếu" in page and "người ký" in page
    assert "trùng với số 02/QĐ-UBND ở Sheet, dòng 3" in page, "the refused row says why"
    assert "Nhập 3 văn bản mới" in page
    assert book.size(Filter()) == 0


def test_names_of_units_that_the_office_does_not_have_are_told(clerk: Client, book: Register) -> None:
    book.add(Record(1, "", "/BC-UBND", "2025-01-02", "BC", "Báo cáo", unit="Phòng Kinh tế"), 2025, Act("Lan"))
    made, file = Workbook(), BytesIO()
    assert made.active
    for row in (
        ("Số, ký hiệu", "Ngày tháng", "Trích yếu nội dung", "Đơn vị soạn thảo"),
        ("02/KH-UBND", "05/01/2025", "Kế hoạch phòng cháy rừng", "Phòng Kinh tế"),
        ("03/KH-UBND", "06/01/2025", "Kế hoạch trồng rừng", "P. Kinh tế"),
    ):
        made.active.append(row)
    made.save(file)

    _, page = shown(clerk, file.getvalue())

    assert "Tên đơn vị mà cơ quan chưa có: “P. Kinh tế”." in page


def test_what_was_looked_at_is_stored_once(clerk: Client, book: Register) -> None:
    where, page = shown(clerk, workbook(), unit="Phòng Kinh tế")
    to, fields = form_in(page, where)

    first = clerk.post(to, data=fields)
    assert "Đã nhập 3 văn bản mới" in clerk.get(first.location).text
    answers = [first, *(clerk.post(to, data=fields) for _ in range(2))]

    assert {(answer.status_code, answer.location) for answer in answers} == {(303, "/so-van-ban?year=2025")}
    found = book.entries(Filter(2025))
    assert [one.record.notation for one in found] == ["01/KH-UBND", "02/QĐ-UBND", "04/BC-UBND"]
    assert {one.record.unit for one in found} == {"Phòng Kinh tế"}
    assert book.history(found[0].id)[0].action == "imported"


def test_the_same_file_again_changes_nothing(clerk: Client, book: Register) -> None:
    where, page = shown(clerk, workbook())
    clerk.post(where, data=form_in(page, where)[1])

    _, again = shown(clerk, workbook())

    assert "Không có gì để nhập" in again


def test_every_row_can_be_looked_at(clerk: Client, book: Register) -> None:
    rows = [(nth, f"{nth:02}/KH-UBND", "05/01/2025", f"Kế hoạch {nth}", "Lan", "") for nth in range(1, 121)]
    where, page = shown(clerk, workbook(rows))

    assert "Kế hoạch 120" not in page
    assert "Kế hoạch 120" in clerk.get(where, query_string={"xem": "tat-ca", "trang": 3}).text


def test_nothing_is_stored_where_the_register_moved_meanwhile(clerk: Client, book: Register) -> None:
    where, page = shown(clerk, workbook())
    to, fields = form_in(page, where)
    book.add(Record(1, symbol="/KH-UBND", title="Của người khác", date="2025-01-05"), 2025, Act("Bình"))

    late = clerk.post(to, data=fields)

    assert late.status_code == 422 and "vừa được người khác thay đổi" in late.text
    assert book.size(Filter()) == 1
    to, fields = form_in(late.text, where)
    assert clerk.post(to, data=fields).status_code == 303, "what is shown now can be stored"


def test_csv_and_edxml_are_taken_too(clerk: Client, book: Register) -> None:
    lines = "\n".join(";".join(map(str, row)) for row in (HEADINGS, *ROWS))
    _, page = shown(clerk, lines.encode("utf-8"), "so.csv")
    assert "Nhập 3 văn bản mới" in page

    where, page = shown(clerk, qcvn({"ke-hoach.txt": "Kế hoạch phòng, chống dịch".encode()}), "goi.edxml")
    assert "22/KH-UBND" in page and "năm 2026" in page
    clerk.post(where, data=form_in(page, where)[1])
    entry = book.entry("22/KH-UBND", 2026)
    paper = book.paper(entry)
    assert paper and paper.content == "Kế hoạch phòng, chống dịch".encode()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("so.xlsx", b"", "tệp trống"),
        ("so.xlsx", b"PK\x03\x04 rubbish", "hỏng"),
        ("so.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "so.xlsx"),
        ("so.docx", None, "không phải bảng tính"),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + bytes(99), "không phải bảng tính"),
        ("so.csv", "Xin chào\nCác bạn\n".encode(), "không thấy dòng tiêu đề"),
        ("goi.edxml", qcvn({"a.txt": "MẬT\nKế hoạch".encode()}), "đóng dấu MẬT"),
    ],
)
def test_what_is_no_register_is_refused_in_a_sentence(
    clerk: Client, book: Register, samples: Path, name: str, data: bytes | None, told: str
) -> None:
    content = (samples / "drafts" / "1-khong-sao-chep.docx").read_bytes() if data is None else data

    refused = send(clerk, content, name)

    assert refused.status_code == 422 and told in refused.text


def test_a_form_without_file_or_year_is_told(clerk: Client, book: Register) -> None:
    _, fields = filled_form(clerk, "/so-van-ban/nhap")

    assert "Chưa chọn tệp" in clerk.post("/so-van-ban/nhap", data=fields).text
    assert "Chưa có năm" in send(clerk, workbook(), year="").text
    assert "không đúng" in send(clerk, workbook(), year="25").text


def test_a_preview_is_for_one_account_and_one_hour(office: Flask, clerk: Client, book: Register) -> None:
    where, page = shown(clerk, workbook())
    to, fields = form_in(page, where)
    folder = office.extensions["drafter"].home / "previews"
    kept = folder / where.rpartition("/")[2]
    assert kept.stat().st_mode & 0o077 == 0

    other = enter(office, "admin")
    assert other.get(where).status_code == 403
    with office.extensions["drafter"].database.writing() as connection:
        second = accounts.make(connection, "thu-hai", "Văn thư hai", "", {"clerk"}, "matkhau-1")
    assert second.id
    client = enter(office, "thu-hai")
    assert client.get(where).location == "/so-van-ban/nhap"
    assert client.post(to, data={name: value for name, value in fields.items() if name != "csrf_token"}).location == (
        "/so-van-ban/nhap"
    )

    old = time.time() - 3700
    os.utime(kept, (old, old))
    late = clerk.post(to, data=fields, follow_redirects=True)
    assert "đã quá một giờ" in late.text and not kept.exists()
    assert book.size(Filter()) == 0


@pytest.mark.parametrize("key", ["..", "x", "0" * 64, "../session.key", "%2e%2e%2fsession.key", "0" * 63 + "/"])
def test_no_other_file_is_read_for_a_preview(clerk: Client, key: str) -> None:
    answer = clerk.get(f"/so-van-ban/nhap/{key}")

    assert answer.status_code in (302, 303, 308, 404)
    assert answer.status_code == 404 or answer.location.rstrip("/").endswith("/so-van-ban/nhap") or key.endswith("/")


def test_where_nothing_can_be_kept_it_is_told_without_saying_where(tmp_path: Path) -> None:
    (tmp_path / "previews").write_bytes(b"no folder")
    with opened(tmp_path, "clerk", filled=False) as app:
        answer = send(enter(app, "clerk"), workbook())

    assert answer.status_code == 422
    assert "Không ghi được dữ liệu nên chưa lưu gì; hãy báo người quản trị máy chủ." in answer.text
    assert str(tmp_path) not in answer.text

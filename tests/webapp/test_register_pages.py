"""Sổ văn bản: the list, an entry, what a clerk does with it, the book in Excel."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from clients import PEOPLE, Client
from flask import Flask
from forms_sent import fill_in, filled_form
from offices import enter, opened, register

from drafter.register import Act, Entry, Filter, Record, Register, issuing

LAN = Act("Lan", at="2026-03-02T01:30:00+00:00")
READERS = ("office", "leader", "admin")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an office with 120 documents of 2026."""
    home = tmp_path_factory.mktemp("filled")
    with opened(home, *PEOPLE, filled=False) as app, register(app).writing() as connection:
        for nth in range(1, 121):
            symbol, unit = (("/KH-UBND", "Phòng Kinh tế"), ("/QĐ-UBND", "Văn phòng"), ("/BC-UBND", ""))[nth % 3]
            date, signer = f"2026-{1 + nth // 40:02}-{1 + nth % 28:02}", ("Hoàng Thị Lan", "Trần Văn Bình")[nth % 2]
            record = Record(None, symbol=symbol, date=date, title=f"Việc thứ {nth}", unit=unit, signer=signer)
            issuing.issue(connection, record, 2026, LAN)
    return home


@pytest.fixture
def bound(filled: Path, tmp_path: Path) -> Iterator[Flask]:
    """An office of its own with these documents: a register in which nobody else writes."""
    shutil.copytree(filled, tmp_path / "home")
    with opened(tmp_path / "home", filled=False) as app:
        yield app


@pytest.fixture
def as_(bound: Flask) -> Callable[[str], Client]:
    return partial(enter, bound)


@pytest.fixture
def book(bound: Flask) -> Register:
    return register(bound)


def numbers(page: str) -> list[str]:
    """The numbers of a list, as its links say them."""
    return re.findall(r'href="/so-van-ban/\d+">([^<]+)<', page)


def listed(client: Client, **asked: object) -> list[str]:
    answer = client.get("/so-van-ban", query_string=asked)
    assert answer.status_code == 200
    return numbers(answer.text)


@pytest.mark.parametrize("login", ["clerk", *READERS])
def test_the_list_has_the_newest_first_in_pages_of_fifty(as_: Callable[[str], Client], login: str) -> None:
    client = as_(login)

    pages = [listed(client, trang=page) for page in (1, 2, 3)]

    assert [len(page) for page in pages] == [50, 50, 20]
    assert [int(one.partition("/")[0]) for page in pages for one in page] == list(range(120, 0, -1))
    assert "120 văn bản, trong đó 120 tính vào chỉ tiêu" in client.get("/so-van-ban").text
    assert listed(client, trang=999) == pages[2], "there is no page behind the last"


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"words": "VIỆC thứ 77"}, Filter(2026, words="việc thứ 77")),
        ({"unit": "Phòng Kinh tế"}, Filter(2026, unit="Phòng Kinh tế")),
        ({"unit": "-"}, Filter(2026, unit="")),
        ({"kind": "QĐ", "month": "2"}, Filter(2026, kind="QĐ", month=2)),
        ({"state": "cancelled"}, Filter(2026, state="cancelled")),
        ({"counted": "1", "until": "2026-01-31"}, Filter(2026, counted=True, until="2026-01-31")),
        ({"since": "1/3/2026", "words": "bình"}, Filter(2026, since="2026-03-01", words="bình")),
        ({"year": "tat-ca", "words": "120"}, Filter(words="120")),
        ({"words": "%"}, Filter(2026, words="%")),
        ({"words": "không có đâu"}, Filter(2026, words="không có đâu")),
    ],
)
def test_filters_find_what_the_register_finds(
    as_: Callable[[str], Client], book: Register, asked: dict[str, str], wanted: Filter
) -> None:
    expected = [entry.record.notation for entry in reversed(book.entries(wanted))]

    assert listed(as_("office"), **asked) == expected[:50]


@pytest.mark.parametrize(
    "asked",
    [
        "kind=xx",
        "month=13",
        "year=1",
        "state=x",
        "since=x",
        "unit=x",
        "trang=-4",
        "trang=x",
        "_scheme=x&page=2&endpoint=y",
    ],
)
def test_what_is_asked_for_wrongly_is_taken_as_left_out(as_: Callable[[str], Client], asked: str) -> None:
    assert len(numbers(as_("office").get(f"/so-van-ban?{asked}").text)) == 50


def test_an_entry_shows_its_columns_and_its_history(as_: Callable[[str], Client], book: Register) -> None:
    entry = book.entry("5", 2026)

    page = as_("leader").get(f"/so-van-ban/{entry.id}").text

    assert entry.record.notation in page and "Việc thứ 5" in page and "Trần Văn Bình" in page
    assert "phát hành" in page and "Lan" in page
    assert "Hủy số" not in page, "who only reads is offered nothing to press"
    assert as_("leader").get("/so-van-ban/999999").status_code == 404
    assert as_("leader").get(f"/so-van-ban/{entry.id}/tep").status_code == 404


def test_what_is_in_a_record_is_shown_as_text(as_: Callable[[str], Client], book: Register) -> None:
    made = book.issue(Record(None, symbol="/KH-UBND", title="<script>alert(1)</script>"), 2026, LAN)

    for path in ("/so-van-ban", f"/so-van-ban/{made.id}"):
        page = as_("office").get(path).text
        assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_an_entry_is_set_right_with_a_reason(as_: Callable[[str], Client], book: Register) -> None:
    entry, clerk = book.entry("5", 2026), as_("clerk")

    refused = fill_in(clerk, f"/so-van-ban/{entry.id}/sua", title="Việc thứ năm")
    assert refused.status_code == 422 and "Chưa có lý do" in refused.text and "Việc thứ năm" in refused.text
    unchanged = fill_in(clerk, f"/so-van-ban/{entry.id}/sua", reason="thử")
    assert unchanged.status_code == 422 and "Chưa có gì thay đổi" in unchanged.text
    done = fill_in(clerk, f"/so-van-ban/{entry.id}/sua", title="Việc thứ năm", copies="7", reason="ghi nhầm")

    assert done.location == f"/so-van-ban/{entry.id}"
    now = book.entry("5", 2026)
    assert (now.record.title, now.record.copies, now.record.signer) == ("Việc thứ năm", 7, entry.record.signer)
    assert book.history(entry.id)[-1].why == "ghi nhầm"
    assert "Việc thứ 5 → Việc thứ năm" in clerk.get(done.location).text


def test_who_sets_right_what_another_changed_meanwhile_is_told(as_: Callable[[str], Client], book: Register) -> None:
    entry, clerk = book.entry("5", 2026), as_("clerk")
    to, fields = filled_form(clerk, f"/so-van-ban/{entry.id}/sua")
    book.correct("5", 2026, {"title": "Của người khác"}, Act("Bình", "đúng hơn"))

    late = clerk.post(to, data=fields | {"title": "Của tôi", "reason": "sửa"})

    assert late.status_code == 422 and "vừa được người khác sửa" in late.text
    assert book.entry("5", 2026).record.title == "Của người khác"


def test_a_number_that_is_taken_is_not_given_by_correcting(as_: Callable[[str], Client], book: Register) -> None:
    entry = book.entry("5", 2026)

    refused = fill_in(as_("clerk"), f"/so-van-ban/{entry.id}/sua", notation="06/QĐ-UBND", reason="thử")

    assert refused.status_code == 422 and "đã có trong sổ" in refused.text
    assert book.entry("5", 2026) == entry


def test_a_number_is_cancelled_once_with_a_reason(as_: Callable[[str], Client], book: Register) -> None:
    entry, clerk = book.entry("7", 2026), as_("clerk")
    to, fields = filled_form(clerk, f"/so-van-ban/{entry.id}/huy")
    assert clerk.post(to, data=fields).status_code == 422

    answers = [clerk.post(to, data=fields | {"reason": "in nhầm"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert [change.action for change in book.history(entry.id)].count("cancelled") == 1
    assert book.entry("7", 2026).reason == "in nhầm"
    again = fill_in(clerk, f"/so-van-ban/{entry.id}/huy", reason="lần nữa")
    assert again.status_code == 422 and "đã hủy số" in again.text and "drafter register" not in again.text


def test_one_document_takes_the_place_of_another(as_: Callable[[str], Client], book: Register) -> None:
    old, new, clerk = book.entry("9", 2026), book.entry("10", 2026), as_("clerk")

    unknown = fill_in(clerk, f"/so-van-ban/{old.id}/thay-the", by="999", reason="sai số liệu")
    assert unknown.status_code == 422 and "drafter register" not in unknown.text
    done = fill_in(clerk, f"/so-van-ban/{old.id}/thay-the", by=new.record.notation, reason="sai số liệu")

    assert done.status_code == 303
    assert book.entry("9", 2026).replaced_by == new.id
    assert f'href="/so-van-ban/{new.id}"' in clerk.get(f"/so-van-ban/{old.id}").text


def test_a_number_is_kept_once_and_issued_later(as_: Callable[[str], Client], book: Register) -> None:
    clerk = as_("clerk")
    to, fields = filled_form(clerk, "/so-van-ban/giu-so")
    fields |= {"symbol": "/KH-UBND", "year": "2026", "title": "Sẽ làm", "unit": "Văn phòng"}

    answers = [clerk.post(to, data=fields) for _ in range(3)]

    assert len({answer.location for answer in answers}) == 1 and book.size(Filter(2026)) == 121
    kept = book.entry("121", 2026)
    assert (kept.state, kept.record.title, kept.record.notation) == ("reserved", "Sẽ làm", "121/KH-UBND")
    done = fill_in(clerk, f"/so-van-ban/{kept.id}/phat-hanh", date="02/04/2026", signer="Hoàng Thị Lan")
    assert done.status_code == 303
    now = book.entry("121", 2026)
    assert (now.state, now.record.date, now.record.signer) == ("issued", "2026-04-02", "Hoàng Thị Lan")


def test_a_document_that_has_its_number_is_entered(as_: Callable[[str], Client], book: Register) -> None:
    clerk = as_("clerk")
    said = {"year": "2026", "notation": "125/BC-UBND", "date": "5/4/2026", "title": "Kết quả quý I"}

    taken = fill_in(clerk, "/so-van-ban/vao-so", **said | {"notation": "05/QĐ-UBND"})
    assert taken.status_code == 422 and "đã có trong sổ" in taken.text
    skipping = fill_in(clerk, "/so-van-ban/vao-so", **said)
    assert skipping.status_code == 422 and "bỏ trống số 121–124" in skipping.text and "--reason" not in skipping.text
    done = fill_in(clerk, "/so-van-ban/vao-so", **said, reason="sổ giấy")

    assert done.status_code == 303
    assert book.entry("125", 2026).record.kind == "BC"
    assert [book.entry(str(number), 2026).state for number in range(121, 125)] == ["cancelled"] * 4


@pytest.mark.parametrize("notation", ["", "KH-UBND", "/KH-UBND", "0/KH-UBND", "12", "99999999/KH-UBND"])
def test_what_is_no_number_is_told(as_: Callable[[str], Client], book: Register, notation: str) -> None:
    refused = fill_in(as_("clerk"), "/so-van-ban/vao-so", year="2026", notation=notation, title="Việc")

    assert refused.status_code == 422 and "alert" in refused.text
    assert book.size(Filter(2026)) == 120


def test_missing_numbers_are_shown_and_accounted_for(as_: Callable[[str], Client], book: Register) -> None:
    with book.writing() as connection:
        connection.exec_driver_sql("DELETE FROM register_entry WHERE number IN (33, 34, 60)")
    clerk = as_("clerk")
    page = clerk.get("/so-van-ban/so-trong").text
    assert "33 đến 34" in page and "Thiếu 3 số ở 2 chỗ" in page
    assert "Ghi lý do" not in as_("office").get("/so-van-ban/so-trong").text
    to, fields = filled_form(clerk, "/so-van-ban/so-trong", first="33")

    assert clerk.post(to, data=fields).status_code == 422
    answers = [clerk.post(to, data=fields | {"reason": "không dùng"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert [(gap.first, gap.last) for gap in book.gaps(2026)] == [(60, 60)]
    assert book.entries(Filter(2026, state="cancelled"))[0].reason == "không dùng"


@pytest.mark.parametrize(
    "changed", [{"first": "1"}, {"last": "61"}, {"last": "32"}, {"series": "UBND 2025"}, {"first": "x"}]
)
def test_no_other_numbers_are_cancelled_so(
    as_: Callable[[str], Client], book: Register, changed: dict[str, str]
) -> None:
    with book.writing() as connection:
        connection.exec_driver_sql("DELETE FROM register_entry WHERE number IN (33, 34, 60)")
    clerk = as_("clerk")
    to, fields = filled_form(clerk, "/so-van-ban/so-trong", first="33")

    assert clerk.post(to, data=fields | {"reason": "vì"} | changed).status_code == 422
    assert book.size(Filter(2026, state="cancelled")) == 0


def test_the_book_in_excel_has_what_is_asked_for(as_: Callable[[str], Client], book: Register) -> None:
    asked = {"year": "2026", "unit": "Văn phòng", "organ": "Ủy ban nhân dân xã Bản Mây", "volume": "1"}

    answer = as_("leader").get("/so-van-ban/xuat/so.xlsx", query_string=asked)

    found = openpyxl.load_workbook(BytesIO(answer.data))
    cover = [str(row[0]) for row in found["Bìa"].iter_rows(values_only=True) if row[0]]
    rows = list(found["Sổ đăng ký"].iter_rows(min_row=3, values_only=True))
    assert "ỦY BAN NHÂN DÂN XÃ BẢN MÂY" in cover
    assert [row[0] for row in rows] == [one.record.notation for one in book.entries(Filter(2026, unit="Văn phòng"))]
    assert "attachment" in answer.headers["Content-Disposition"]


CHANGES = ("vao-so", "giu-so", "nhap", "{id}/sua", "{id}/huy", "{id}/thay-the", "{id}/phat-hanh")


@pytest.mark.parametrize("login", [*READERS, "drafter"])
def test_only_a_clerk_changes_the_register(as_: Callable[[str], Client], book: Register, login: str) -> None:
    before: list[Entry] = book.entries(Filter())
    client, id = as_(login), before[0].id

    for path in CHANGES:
        assert client.get(f"/so-van-ban/{path.format(id=id)}").status_code == 403
        assert client.post(f"/so-van-ban/{path.format(id=id)}", data={"reason": "vì"}).status_code == 403
    assert client.post("/so-van-ban/so-trong?year=2026").status_code == 403
    assert client.post(f"/so-van-ban/nhap/{'0' * 64}").status_code == 403
    assert book.entries(Filter()) == before
    if login == "drafter":
        assert client.get("/so-van-ban").status_code == 403 == client.get(f"/so-van-ban/{id}").status_code

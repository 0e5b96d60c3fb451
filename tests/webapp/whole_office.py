"""An office in the middle of its year: something of everything that pages show."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from clients import PASSWORD, PEOPLE
from flask import Flask
from sqlalchemy import Connection, select
from submitting import account_of, approved_draft, content, draft_of, submitted_draft

from drafter.corpus.tables import document
from drafter.register import Act, Record, avoided, issuing, meetings
from drafter.register.avoided import Draft
from drafter.register.meetings.values import Facts
from webapp import accounts, desk, giving, ignoring, settings, tokens

TODAY = date.today()
YEAR = TODAY.year
_ACT = Act("Hoàng Văn Thư", "theo sổ giấy")
_UNITS = ("Văn phòng", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội")
_TITLES = {
    "KH": "Triển khai công tác phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn xã",
    "CV": "Về việc báo cáo kết quả rà soát hộ nghèo, hộ cận nghèo",
    "BC": "Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội tháng",
    "GM": "Họp giao ban công tác tháng",
    "QĐ": "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số của xã",
}
_SYMBOLS = {"KH": "/KH-UBND", "CV": "/UBND-VP", "BC": "/BC-UBND", "GM": "/GM-UBND", "QĐ": "/QĐ-UBND"}


def fill(app: Flask) -> Mapping[str, object]:
    """Puts everything there; the ids of what pages are about, by what they are."""
    database = app.extensions["drafter"].database
    ids: dict[str, object] = {"year": YEAR, "last": YEAR - 1, "before": YEAR - 2}
    with database.writing() as connection:
        for login, (name, unit, roles) in PEOPLE.items():
            accounts.make(connection, login, name, unit, roles, PASSWORD)
        settings.set_units(connection, _UNITS, _ACT)
        organ = {"organ": "Ủy ban nhân dân xã Bản Mây", "code": "UBND", "place": "Bản Mây"}
        settings.set_organ(connection, organ, _ACT)
        drafter = accounts.named(connection, "drafter")
        assert drafter.id is not None
        tokens.make(connection, drafter.id, "Phần mềm điều hành")
        ids["account"] = drafter.id
        ids["superior"] = connection.execute(select(document.c.id).order_by(document.c.id)).scalars().first()
        ids |= _register(connection) | _meetings(connection)
    ids["draft"] = _draft_with_versions(app)
    ids["submitted"], ids["approved"] = submitted_draft(app), approved_draft(app, "3-dien-dat-lai.docx")
    returned = ("drafter", "submit", ""), ("office", "return", "Đề nghị bỏ các đoạn chép lại ở mục 1 và mục 2.")
    ids["returned"] = draft_of(app, *returned, name="4-dan-nguon.docx")
    ids |= _issued(app)
    return ids


def _register(connection: Connection) -> dict[str, object]:
    """Two years with a gap, a number that is kept, one cancelled, one replaced; a draft that was not issued."""
    for year, first, last in (
        (YEAR - 1, date(YEAR - 1, 1, 4), date(YEAR - 1, 12, 28)),
        (YEAR, date(YEAR, 1, 4), TODAY),
    ):
        # A book that begins with 03: two numbers are missing.
        issuing.add(connection, replace(_record("KH", first.isoformat(), _UNITS[0]), number=3), year, _ACT)
        days = (last - first).days
        for nth in range(max(0, days) // 4):
            kind = tuple(_SYMBOLS)[nth % 5]
            day = (first + timedelta(4 * nth)).isoformat()
            issuing.issue(connection, _record(kind, day, _UNITS[nth % 3]), year, _ACT)
    entry = issuing.issue(connection, _record("KH", TODAY.isoformat(), _UNITS[1]), YEAR, _ACT)
    newer = issuing.issue(connection, _record("KH", TODAY.isoformat(), _UNITS[1]), YEAR, _ACT)
    issuing.replace_by(connection, entry, newer, _ACT)
    cancelled = issuing.issue(connection, _record("BC", TODAY.isoformat(), _UNITS[0]), YEAR, _ACT)
    issuing.cancel_entry(connection, cancelled, _ACT)
    kept = issuing.reserve(connection, replace(_record("QĐ", "", _UNITS[0]), title=""), YEAR, _ACT)
    merged = Draft(TODAY.isoformat(), "merged", _TITLES["KH"], "KH", _UNITS[1], "Cùng nội dung")
    out = avoided.add(connection, merged, _ACT, newer.record.notation)
    return {"entry": newer.id, "replaced": entry.id, "reserved": kept.id, "avoided": out.id}


def _record(kind: str, day: str, unit: str) -> Record:
    return Record(
        None,
        symbol=_SYMBOLS[kind],
        date=day,
        kind=kind,
        title=_TITLES[kind],
        signer="Nguyễn Văn Chủ",
        recipients="Đảng ủy xã; HĐND xã; Các phòng, ban",
        unit=unit,
        copies=5,
    )


def _meetings(connection: Connection) -> dict[str, object]:
    made = [
        meetings.add(connection, Facts(day.isoformat(), title, kind, scope, form, minutes, matter, "", unit), _ACT)
        for day, title, kind, scope, form, minutes, matter, unit in (
            (TODAY, "Giao ban tháng", "regular", "commune", "in_person", 90, "business", "Văn phòng"),
            (TODAY, "Quán triệt nghị quyết", "topical", "commune", "online", 300, "briefing", "Văn phòng"),
            (date(YEAR, 1, 15), "Phòng, chống bão", "urgent", "units", "mixed", None, "", "Phòng Kinh tế"),
        )
    ]
    return {"meeting": made[0].id}


def _draft_with_versions(app: Flask) -> int:
    """A draft with two versions, in which one finding is passed over."""
    id = draft_of(app)
    name = "3-dien-dat-lai.docx"
    checked = app.extensions["checkers"].check(name, content(name))
    me = account_of(app, "drafter")
    with app.extensions["drafter"].database.writing() as connection:
        desk.revise(connection, desk.owned(connection, id, me), name, content(name), checked, Act(me.name))
        ignoring.ignore(connection, id, "nd30.PG-09", "", ignoring.REASONS["wrong"], Act(me.name))
        ignoring.count_again(connection, id)
    return id


def _issued(app: Flask) -> dict[str, object]:
    id, clerk = approved_draft(app, "2-sao-chep-nguyen-van.docx"), account_of(app, "clerk")
    with app.extensions["drafter"].database.writing() as connection:
        found, version = desk.seen(connection, id, clerk), desk.versions(connection, id)[0]
        order = giving.Order(version.id, _record("KH", TODAY.isoformat(), _UNITS[1]))
        entry = giving.give_number(connection, found, order, clerk, Act(clerk.name))
    return {"issued": id, "with_file": entry.id}

"""The report of a period in Word and Excel: its layout before the checker, its figures against plain SQL."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import plain_sql
import pytest
from busy_years import UNITS, disturb, fill
from docx.oxml.ns import qn
from lxml import etree

from drafter import Corpus, review
from drafter.nlp.kinds import kind_name
from drafter.readers import read_bytes
from drafter.register import Act, Record, Register
from drafter.register import avoided as drafts
from drafter.register.meetings import Facts
from drafter.register.meetings import add as add_meeting
from drafter.register.periods import Account, Name, Period, account, close
from drafter.register.targets import enter_baseline
from drafter.render.period_sheet import period_workbook
from drafter.report import Report
from drafter.reporting import period_report
from drafter.templates.skeleton import Skeleton

WHEN = datetime(2027, 2, 1)
LAN = Act("Lan", "Đã rà soát sổ")
GIVEN: dict[str, object] = {
    "organ": "Ủy ban nhân dân xã Bản Mây",
    "place": "Bản Mây",
    "date": "2027-02-01",
    "number": "45",
    "addressees": ["Ủy ban nhân dân tỉnh Sơn Lâm"],
    "recipients": ["Các phòng, đơn vị"],
    "unit": "VP",
    "authority": ["KT. Chủ tịch"],
    "title": "Phó Chủ tịch",
    "signer": "Hoàng Thị Lan",
    "shortcoming": "Một số phòng còn ban hành công văn đôn đốc trong khi có thể trao đổi qua điện thoại.",
    "task": "Các phòng rà soát kế hoạch của kỳ sau, gộp những nội dung cùng lĩnh vực vào một văn bản.",
    "proposal": "Không có kiến nghị.",
}


def first_year(book: Register) -> Account:
    for number in range(1, 4):
        day = f"2026-0{number}-05"
        book.add(Record(number, symbol="/KH-UBND", date=day, title="Việc của xã"), 2026, LAN)
    return told(book, "Q1")


def empty(book: Register) -> Account:
    return told(book, "Q2")


def no_units(book: Register) -> Account:
    fill(book, 1, units=("",))
    return told(book, "Y")


def some_units(book: Register) -> Account:
    fill(book, 2)
    avoid(book)
    return told(book, "Q3")


def many_units(book: Register) -> Account:
    fill(book, 3, size=400, units=tuple(f"Trung tâm Dịch vụ sự nghiệp công số {number}" for number in range(1, 46)))
    return told(book, "H2")


def corrected(book: Register) -> Account:
    fill(book, 4)
    with book.writing() as connection:
        close(connection, Period(2026, "H1"), LAN, date(2026, 7, 1))
    disturb(book, 4)
    return told(book, "H1")


def untouched(book: Register) -> Account:
    fill(book, 5)
    with book.writing() as connection:
        close(connection, Period(2026, "Q2"), LAN, date(2026, 7, 1))
    return told(book, "Q2")


def entered(book: Register) -> Account:
    fill(book, 6)
    with book.writing() as connection:
        source = "Báo cáo số 12/BC-UBND ngày 05/01/2026 của Ủy ban nhân dân xã Bản Mây về công tác văn thư năm 2025"
        enter_baseline(connection, 2025, "", 12401, source, LAN)
        for day, form in (("2026-02-03", "in_person"), ("2026-05-06", "online")):
            add_meeting(connection, Facts(day, "Hội nghị giao ban", "regular", "commune", form, minutes=500), LAN)
    return told(book, "H1")


def running(book: Register) -> Account:
    fill(book, 7)
    return told(book, "Q2", today=date(2026, 5, 14))


def of_a_unit(book: Register) -> Account:
    fill(book, 8)
    avoid(book)
    return told(book, "H1", UNITS[1])


CASES = (first_year, empty, no_units, some_units, many_units, corrected, untouched, entered, running, of_a_unit)
EACH = pytest.mark.parametrize("case", CASES, ids=[one.__name__ for one in CASES])


def avoid(book: Register) -> None:
    with book.writing() as connection:
        for how, day in (("merged", "2026-03-02"), ("dropped", "2026-07-14"), ("replaced", "2026-08-20")):
            title = "Phòng, chống hạn hán và bảo đảm nước tưới vụ Đông Xuân trên địa bàn toàn xã năm 2026"
            draft = drafts.Draft(day, how, title, "KH", UNITS[1], "Trùng nội dung kế hoạch năm")
            drafts.add(connection, draft, LAN)


def told(book: Register, name: Name, unit: str | None = None, today: date = date(2027, 2, 1)) -> Account:
    with book.reading() as connection:
        return account(connection, Period(2026, name), unit, today)


def made(found: Account, given: dict[str, object] = GIVEN, party: bool = False) -> Skeleton:
    return period_report(found, given, WHEN, party)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Register]:
    with Register(tmp_path / "home") as opened:
        yield opened


def judged(report: Skeleton, home: Path) -> Report:
    """By all checks."""
    with Corpus(home) as corpus:
        return review(read_bytes("bao-cao.docx", report.data), corpus)


@EACH
def test_no_check_has_anything_to_say_of_a_report(
    case: Callable[[Register], Account], book: Register, tmp_path: Path
) -> None:
    report = made(case(book))
    found = judged(report, tmp_path / "home")

    assert [(one.rule, one.text, one.message) for one in found.findings] == []
    assert report.gaps == 0
    assert "nd30.PG-08" in found.rules_evaluated


@EACH
def test_what_the_office_must_write_is_a_gap_and_nothing_else_is_wrong(
    case: Callable[[Register], Account], book: Register, tmp_path: Path
) -> None:
    report = made(case(book), {})
    found = judged(report, tmp_path / "home")

    assert [one.rule for one in found.findings if one.severity != "info"] == ["nd30.ND-08"]
    assert report.gaps >= 8


def test_a_report_of_the_party_has_its_form(book: Register, tmp_path: Path) -> None:
    common = {name: value for name, value in GIVEN.items() if name != "proposal"}
    given = common | {"organ": "Đảng ủy xã Bản Mây", "superior": "Đảng bộ tỉnh Sơn Lâm", "title": "Bí thư"}
    report = made(corrected(book), given | {"authority": ["T/M Ban Thường vụ"]}, party=True)
    found = judged(report, tmp_path / "home")

    assert found.document.regime == "hd05"
    assert [(one.rule, one.text) for one in found.findings if one.severity != "info"] == []


@EACH
def test_no_row_is_divided_and_headings_stand_on_every_page(
    case: Callable[[Register], Account], book: Register
) -> None:
    for table in ruled(made(case(book)).data):
        rows = table.rows
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * (len(rows) - 1)


@pytest.mark.parametrize("seed", [51, 52])
@pytest.mark.parametrize("name", ["Q3", "Y"])
def test_figures_in_word_are_what_plain_sql_counts(book: Register, seed: int, name: Name) -> None:
    fill(book, seed, size=300)
    said = plain(book, name)
    tables = {table.rows[0].cells[0].text: rows(table) for table in ruled(made(told(book, name)).data)}
    data = made(told(book, name)).data

    of_units = {row[0]: row[1:] for row in tables["Đơn vị"]}
    assert of_units  # the last table of units is that of units and kinds
    assert {name: row[-1] for name, row in of_units.items()} == {
        **{one["unit"] or "(không ghi đơn vị)": one["issued"] for one in said["by_unit"]},
        "Cả cơ quan": said["issued"],
    }
    of_kinds = {row[0]: row[1:] for row in tables["Loại văn bản"]}
    assert of_kinds == {
        **{kind_name(kind): five(one, name) for kind, one in said["by_kind"].items()},
        "Tổng số": five(said, name),
    }
    against = {row[0]: row[1:] for table in ruled(data) if "Còn lại" in heads(table) for row in rows(table)}
    assert against == {
        one.get("unit", "Cả cơ quan") or "(không ghi đơn vị)": (*five(one, name)[:-1], one["allowed"], one["left"])
        for one in (*said["by_unit"], said)
    }
    overall = tables[""]
    assert [row[1:3] for row in overall] == (
        [(said["issued"], said["same_period_last_year"])]
        + [(said["cumulative"], said["cumulative_last_year"])] * (name != "Y")
    )


@pytest.mark.parametrize("seed", [51, 52])
@pytest.mark.parametrize("name", ["Q3", "Y"])
def test_figures_in_excel_are_what_plain_sql_counts(book: Register, seed: int, name: Name) -> None:
    fill(book, seed, size=300)
    said = plain(book, name)
    sheets = openpyxl.load_workbook(io.BytesIO(period_workbook(told(book, name))))

    def below(sheet: str, heading: str) -> list[tuple[Any, ...]]:
        values = [tuple(None if cell == "–" else cell for cell in row) for row in sheets[sheet].values]
        start = next(at for at, row in enumerate(values) if row[0] == heading and row[1] is not None)
        end = next((at for at in range(start, len(values)) if values[at][0] is None), len(values))
        return values[start + 1 : end]

    units = [*said["by_unit"], {"unit": "Cả cơ quan", **said}]
    assert below("Đơn vị", "Đơn vị") == [
        (one["unit"] or "(không ghi đơn vị)", *five(one, name)[:-1], one["allowed"], one["left"]) for one in units
    ]
    assert {row[0]: row[1:] for row in below("Loại văn bản", "Loại văn bản")} == {
        **{kind_name(kind): five(one, name) for kind, one in said["by_kind"].items()},
        "Tổng số": five(said, name),
    }
    assert below("Tháng", "Tháng") == [
        (str(one["month"]), one["issued"], one["last_year"], one["pace"]) for one in said["by_month"]
    ]
    beside = {row[0]: row[1:3] for row in below("Tổng hợp", "Văn bản không thuộc diện tính")}
    assert beside == {
        "Số đã hủy": said["beside"]["cancelled"],
        "Số mới giữ, chưa phát hành": said["beside"]["reserved"],
        "Văn bản đã được thay thế": said["beside"]["replaced"],
        "Số bỏ trống, chưa có lý do": (None, said["gaps"]),
    }
    headings = next(iter(sheets["Đơn vị và loại"].iter_rows(min_row=2, values_only=True)))
    of_kinds = {kind_name(kind): kind for kind in said["by_kind"]}
    for unit, *counts in below("Đơn vị và loại", "Đơn vị")[:-1]:
        key = "" if unit == "(không ghi đơn vị)" else unit
        for heading, count in zip(headings[1:-1], counts, strict=False):
            one = said["by_unit_and_kind"].get((key, of_kinds[heading]), {"issued": 0})
            assert count == one["issued"]


def test_what_no_file_of_office_may_hold_is_left_out_and_no_text_is_a_formula(book: Register) -> None:
    book.issue(Record(None, symbol="/KH-UBND", date="2026-03-02", title="Việc", unit="Phòng\x01 Kinh tế"), 2026, LAN)
    book.issue(Record(None, symbol="/KH-UBND", date="2026-03-02", title="Việc", unit="=1+1"), 2026, LAN)
    with book.writing() as connection:
        drafts.add(connection, drafts.Draft("2026-03-05", "dropped", "Hạn\x01 hán", "KH", "", "Trùng\x07"), LAN)
        close(connection, Period(2026, "Q1"), Act("Lan\x02", "Đã rà soát"), date(2026, 7, 1))
    found = told(book, "Q1")

    word = "\n".join(cell.text for table in docx.Document(io.BytesIO(made(found).data)).tables for cell in table._cells)
    sheets = openpyxl.load_workbook(io.BytesIO(period_workbook(found)))
    cells = {cell.value: cell.data_type for sheet in sheets for row in sheet.iter_rows() for cell in row}

    assert "Phòng Kinh tế" in word and "Kế hoạch: Hạn hán" in word
    assert cells.keys() >= {"Phòng Kinh tế", "Kế hoạch: Hạn hán", "Trùng"}
    assert cells["'=1+1"] == "s" and "=1+1" not in cells, "no formula, nor after saving as CSV"


def test_the_chart_of_a_word_file_has_the_figures_and_words_for_who_cannot_see_it(book: Register) -> None:
    fill(book, 61)
    said = plain(book, "H1")
    data = made(told(book, "H1")).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        chart = etree.fromstring(archive.read("word/charts/chart1.xml"))
        inside = openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/chart1.xlsx"))).active
        relations = archive.read("word/charts/_rels/chart1.xml.rels").decode()
        document = etree.fromstring(archive.read("word/document.xml"))

    namespace = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    drawn = {
        "".join(series.xpath("c:tx//c:v/text()", namespaces=namespace)): {
            int(point.get("idx")) + 1: int(point.findtext("c:v", namespaces=namespace))
            for point in series.xpath("c:val//c:pt", namespaces=namespace)
        }
        for series in chart.xpath("//c:ser", namespaces=namespace)
    }
    keys = {"Năm 2026": "issued", "Năm 2025": "last_year", "Mức được phép": "pace"}
    assert drawn == {
        name: {one["month"]: one[key] for one in said["by_month"] if one[key] is not None} for name, key in keys.items()
    }
    assert list(inside.values)[1:] == [
        (str(one["month"]), one["issued"], one["last_year"], one["pace"]) for one in said["by_month"]
    ]
    assert "embeddings/chart1.xlsx" in relations
    (words,) = [one.get("descr") for one in document.iter(qn("wp:docPr")) if one.get("descr")]
    assert f"tháng 1 {said['by_month'][0]['issued']}," in words


@pytest.mark.office
def test_libreoffice_prints_the_report_and_the_workbook(book: Register, tmp_path: Path) -> None:
    import pypdfium2

    from drafter.readers import programs

    found = many_units(book)
    (tmp_path / "a.docx").write_bytes(made(found).data)
    (tmp_path / "b.xlsx").write_bytes(period_workbook(found))
    program = programs.office()
    assert program
    import subprocess

    home = (tmp_path / "profile").as_uri()
    command = [
        str(program),
        "--headless",
        f"-env:UserInstallation={home}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "a.docx"), str(tmp_path / "b.xlsx")], check=True, capture_output=True)

    texts = []
    for name in ("a.pdf", "b.pdf"):
        pages = pypdfium2.PdfDocument(tmp_path / name)
        texts.append("\n".join(page.get_textpage().get_text_range() for page in pages))
    assert all("Trung tâm Dịch vụ sự nghiệp công số 45" in " ".join(one.split()) for one in texts)
    assert "Mức được phép" in texts[0]  # the chart is drawn


def plain(book: Register, name: Name) -> dict[str, Any]:
    with book.reading() as connection:
        return plain_sql.figures(connection, 2026, name)


def five(one: dict[str, Any], name: Name) -> tuple[int | None, ...]:
    """The columns of a table: those of the year are left out where they are those of the period."""
    of_year = (one["cumulative"], one["cumulative_last_year"]) if name != "Y" else ()
    return (one["issued"], one["same_period_last_year"], *of_year, one["baseline"])


def ruled(data: bytes) -> list[Any]:
    """The tables with lines: those of figures."""
    tables = docx.Document(io.BytesIO(data)).tables
    return [table for table in tables if table._tbl.tblPr.find(qn("w:tblBorders")) is not None]


def heads(table: Any) -> list[str]:
    return [cell.text for cell in table.rows[0].cells]


def rows(table: Any) -> list[tuple[Any, ...]]:
    return [(row.cells[0].text, *(number(cell.text) for cell in row.cells[1:])) for row in table.rows[1:]]


def number(words: str) -> Any:
    if words == "–":
        return None
    plain_words = words.replace(".", "").replace("vượt ", "-")
    return int(plain_words) if plain_words.lstrip("-").isdecimal() else words

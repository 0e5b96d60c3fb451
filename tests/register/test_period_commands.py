"""`drafter register report|close|avoid`, as people type them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from written_books import LAN, plan

from drafter.cli import main
from drafter.register import Register


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two documents of 2024, one of which has no number any more that is missing."""
    with Register(tmp_path / "home") as book:
        for date in ("2024-01-15", "2024-05-20"):
            book.issue(plan(date=date, unit="Phòng Kinh tế"), 2024, LAN)
    return tmp_path / "home"


def run(home: Path, *words: str, status: int = 0) -> Result:
    done = CliRunner(env={"DRAFTER_HOME": str(home)}).invoke(main, ["register", *words], catch_exceptions=False)
    assert done.exit_code == status, done.output
    return done


def report(home: Path, *words: str) -> Result:
    return run(home, "report", "--year", "2024", "--period", "H1", *words)


def test_a_report_to_read_and_for_programs(home: Path) -> None:
    assert "Trong 6 tháng đầu năm" in report(home).stdout
    said = json.loads(report(home, "--format", "json").stdout)

    assert (said["schema"], said["issued"], said["closed"], said["unit"]) == ("drafter.period/1", 2, None, None)
    assert json.loads(report(home, "--format", "json", "--unit", "Văn phòng").stdout)["issued"] == 0


def test_reports_as_files(home: Path, tmp_path: Path) -> None:
    word, sheet, text = tmp_path / "bao-cao.docx", tmp_path / "bao-cao.xlsx", tmp_path / "bao-cao.json"
    values = tmp_path / "co-quan.toml"
    values.write_text('organ = "Ủy ban nhân dân xã Bản Mây"\nsigner = "Lò Văn Thành"\n', encoding="utf-8")
    told = report(
        home, "--format", "docx", "--output", str(word), "--from", str(values), "--set", "signer=Hoàng Thị Lan"
    )
    report(home, "--format", "xlsx", "--output", str(sheet))
    report(home, "--format", "json", "--output", str(text))

    assert "chỗ phải điền" in told.stderr
    words = "\n".join(
        cell.text for table in docx.Document(str(word)).tables for row in table.rows for cell in row.cells
    )
    assert "Hoàng Thị Lan" in words
    assert "Lò Văn Thành" not in words
    assert "Tổng hợp" in openpyxl.load_workbook(io.BytesIO(sheet.read_bytes())).sheetnames
    assert json.loads(text.read_text(encoding="utf-8"))["period"] == "H1"


def test_what_is_missing_is_said(home: Path, tmp_path: Path) -> None:
    faults = [
        run(home, "report", "--format", "docx", "--period", "Q1", status=2),
        run(home, "report", "--format", "docx", "--period", "Q1", "--output", str(tmp_path / "a.doc"), status=2),
        run(home, "report", "--format", "docx", "--period", "Q1", "--output", "a.docx", "--set", "ten=A", status=2),
        run(home, "avoid", "add", "--how", "merged", "--title", "A", status=2),
    ]
    told = [one.stderr for one in faults]

    assert "--output" in told[0]
    assert ".docx" in told[1]
    assert "ten" in told[2]
    assert "--reason" in told[3]


def test_closing_and_correcting(home: Path) -> None:
    said = json.loads(run(home, "close", "--year", "2024", "--period", "H1", "--by", "Hà", "--format", "json").stdout)
    assert (said["closed"]["who"], said["issued"]) == ("Hà", 2)
    assert "Hà" in run(home, "close", "--year", "2024", "--period", "H1", status=2).stderr

    run(home, "cancel", "2/KH-UBND", "--year", "2024", "--reason", "In nhầm", "--by", "Lan")
    said = json.loads(report(home, "--format", "json").stdout)
    (entry,) = said["corrections"]["entries"]

    assert said["issued"] == 2
    assert (entry["effect"], entry["history"][-1]["who"], entry["history"][-1]["why"]) == ("dropped", "Lan", "In nhầm")
    text = report(home).stdout
    assert "Tổng số · Ban hành trong kỳ · 2 · 1" in text
    assert "02/KH-UBND (năm 2024)" in text


def test_what_is_imported_late_says_so(home: Path, tmp_path: Path) -> None:
    run(home, "close", "--year", "2024", "--period", "H1")
    sheet = tmp_path / "so-bo-sung.csv"
    sheet.write_text(
        "Số ký hiệu,Ngày tháng,Trích yếu,Người ký\n03/KH-UBND,03/04/2024,Kế hoạch trồng cây,Hoàng Thị Lan\n",
        encoding="utf-8",
    )
    run(home, "import", str(sheet), "--year", "2024", "--yes", "--by", "Hà")
    (entry,) = json.loads(report(home, "--format", "json").stdout)["corrections"]["entries"]

    assert (entry["effect"], entry["entry"]["notation"]) == ("added", "03/KH-UBND")
    assert [(one["action"], one["who"]) for one in entry["history"]] == [("imported", "Hà")]


def test_a_number_kept_asks_for_a_reason(home: Path) -> None:
    run(home, "reserve", "/BC-UBND", "--year", "2024", "--date", "3/6/2024", "--title", "Sơ kết")

    assert "03/BC-UBND" in run(home, "close", "--year", "2024", "--period", "H1", status=2).stderr
    told = run(home, "close", "--year", "2024", "--period", "H1", "--reason", "Chờ ký").stdout
    assert "Chờ ký" in told


def test_drafts_that_were_not_issued(home: Path, samples: Path) -> None:
    run(
        home, "avoid", "add", "--how", "merged", "--title", "Phòng cháy", "--kind", "kế hoạch", "--date", "3/4/2024",
        "--into", "1/KH-UBND", "--unit", "Phòng Kinh tế", "--reason", "Trùng", "--by", "Lan",
    )  # fmt: skip
    draft = samples / "drafts" / "2-sao-chep-nguyen-van.docx"
    made = json.loads(
        run(home, "avoid", "add", str(draft), "--how", "dropped", "--date", "5/4/2024", "--format", "json").stdout
    )
    said = json.loads(report(home, "--format", "json").stdout)

    first, _ = said["avoided"]
    assert (first["how"], first["into"], first["kind"]) == ("merged", "01/KH-UBND", "KH")
    assert made["title"]
    assert made["report"]
    assert "2 dự thảo" in run(home, "avoid", "list", "--year", "2024").stdout
    run(home, "avoid", "cancel", "1", "--reason", "Ghi nhầm")
    assert len(run(home, "avoid", "list", "--year", "2024", "--format", "json").stdout.splitlines()) == 1
    assert len(run(home, "avoid", "list", "--year", "2024", "--all", "--format", "json").stdout.splitlines()) == 2
    assert len(json.loads(report(home, "--format", "json").stdout)["avoided"]) == 1

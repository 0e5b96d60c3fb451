"""`drafter meetings`: entering, correcting, listing, the status in words and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from drafter.cli import main
from drafter.register import Act, Record, Register
from drafter.register.meetings import Facts, add

GIVEN = (
    *("--date", "5/3/2026", "--kind", "regular", "--scope", "commune", "--form", "in_person"),
    *("--minutes", "480", "--matter", "briefing"),
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs `drafter meetings …` in a home of its own."""
    monkeypatch.delenv("DRAFTER_DATABASE_URL", raising=False)

    def run(*arguments: str) -> Result:
        command = ["--home", str(tmp_path), "meetings", *arguments]
        done = CliRunner().invoke(main, command, prog_name="drafter")
        assert all(len(line) <= 80 for line in done.stdout.splitlines() if not line.startswith("{")), done.stdout
        return done

    return run


def test_a_meeting_is_entered_corrected_cancelled_and_its_history_told(run: Any) -> None:
    made = run("add", *GIVEN, "--title", "Hội nghị triển khai", "--units", "Các thôn", "--by", "Lan").stdout
    assert made == ("1 · 05/03/2026 · trực tiếp · định kỳ · toàn xã · 1 ngày\n    Hội nghị triển khai\n")
    assert (
        run("correct", "1", "--minutes", "210", "--form", "online", "--reason", "ghi nhầm", "--by", "Hoa").exit_code
        == 0
    )
    shown = run("show", "1").stdout
    assert "trực tuyến · định kỳ · toàn xã · 3 giờ 30 phút" in shown
    assert re.search(
        r"Hoa: sửa, lý do: ghi nhầm\n +hình thức: trực tiếp → trực tuyến\n +thời lượng \(phút\): 480 → 210", shown
    )
    assert run("cancel", "1", "--reason", "không họp").exit_code == 0
    assert run("list", "--year", "2026").stdout == "Chưa có hội nghị nào như vậy.\n"
    assert (
        "đã hủy\n    Hội nghị triển khai\n    Lý do hủy: không họp"
        in run("list", "--year", "2026", "--cancelled").stdout
    )
    history = json.loads(run("show", "1", "--format", "json").stdout)["history"]
    assert [one["action"] for one in history] == ["added", "corrected", "cancelled"]


@pytest.mark.usefixtures("clock_of_hanoi")
def test_when_something_was_done_is_told_by_the_clock_here(run: Any, tmp_path: Path) -> None:
    with Register(tmp_path) as register, register.writing() as connection:
        facts = Facts("2026-03-05", "Giao ban", "regular", "units", "online")
        add(connection, facts, Act("Lan", at="2026-03-02T20:30:00+00:00"))

    assert "    03/03/2026 03:30 Lan: ghi\n" in run("show", "1").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", "--title", "Họp"), "Chưa rõ ngày họp; hãy thêm --date, ví dụ: --date 31/3/2026."),
        (("add", *GIVEN), "Chưa rõ tên hội nghị; hãy thêm --title."),
        (("add", "--date", "31/2/2026"), "Ngày “31/2/2026” không đúng; hãy ghi như 31/3/2026."),
        (("add", "--entry", "9/GM-UBND"), "Trong sổ không có văn bản “9/GM-UBND”; hãy xem danh sách"),
        (("correct", "1"), "Chưa nói sửa gì; hãy thêm tùy chọn"),
        (("cancel", "7", "--reason", "x"), "Không có hội nghị mã 7; hãy xem danh sách bằng: drafter meetings list."),
        (("limits", "--percent", "mười"), "“mười” không phải tỷ lệ; hãy ghi như 10 hoặc 12,5."),
        (("limits", "--baseline", "24"), "Chưa nói là số của năm nào; hãy thêm --year"),
        (("limits", "--baseline", "24", "--year", "2025"), "Chưa nói số ấy lấy ở đâu; hãy thêm --source"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run: Any, arguments: tuple[str, ...], sentence: str) -> None:
    done = run(*arguments)

    assert done.exit_code == 2
    assert done.stderr.startswith(sentence)


def test_the_status_is_told_in_words_and_as_json(run: Any) -> None:
    run("limits", "--year", "2025", "--baseline", "25", "--source", "Báo cáo số 210/BC-UBND")
    run("add", *GIVEN, "--title", "Hội nghị triển khai")
    later = ["--date", "5/9/2026", "--kind", "urgent", "--scope", "internal", "--form", "mixed", "--unit", "Văn phòng"]
    run("add", *later, "--title", "Họp phòng, chống bão")

    said = run("status", "--year", "2026", "--as-of", "30/6/2026").stdout
    found = json.loads(run("status", "--year", "2026", "--as-of", "30/6/2026", "--format", "json").stdout)

    assert re.search(r"Được phép \(giảm 10%\) +22\n +Còn lại +20\n", said)
    assert re.search(r"! Hội nghị trực tiếp chiếm 1/1 \(100%\), quá mức nhiều nhất 40%", said)
    assert (found["schema"], found["year"], found["as_of"], found["unit"]) == (
        "drafter.meetings/1",
        2026,
        "2026-06-30",
        None,
    )
    assert {name: found[name] for name in ("baseline", "baseline_origin", "allowed", "held", "planned", "left")} == {
        "baseline": 25,
        "baseline_origin": "entered",
        "allowed": 22,
        "held": 1,
        "planned": 1,
        "left": 20,
    }
    assert (found["in_person_percent"], found["online_percent"]) == (100.0, 0.0)
    assert found["commune_wide"] == {"held": 1, "planned": 0, "allowed": 3}
    assert [(one["id"], one["minutes"], one["longest"]) for one in found["too_long"]] == [(1, 480, 240)]
    assert found["by_unit"] == [{"unit": "", "held": 1}]
    assert len(found["warnings"]) == 2


def test_limits_are_shown_and_set(run: Any) -> None:
    assert "Hội nghị trực tiếp, nhiều nhất              40%" in run("limits").stdout
    set_ = run("limits", "--percent", "12,5", "--in-person", "50", "--mixed", "in_person", "--format", "json")
    assert json.loads(set_.stdout)["percent"] == 12.5
    assert json.loads(run("limits", "--format", "json").stdout)["in_person"] == 50


def test_an_invitation_is_offered_and_becomes_a_meeting(run: Any, tmp_path: Path) -> None:
    title = "mời dự Hội nghị trực tuyến toàn xã tổng kết năm 2025, 8 giờ 00 ngày 05/3/2026"
    with Register(tmp_path) as register:
        register.issue(Record(None, "", "/GM-UBND", "2026-03-01", title=title, unit="Văn phòng"), 2026, Act("Lan"))

    assert run("offers", "--year", "2026").stdout.startswith(
        "01/GM-UBND · họp ngày 05/03/2026 · trực tuyến · định kỳ · toàn xã\n"
        "    Hội nghị trực tuyến toàn xã tổng kết năm 2025\n1 giấy mời.\n"
    )
    offered = json.loads(run("offers", "--year", "2026", "--format", "json").stdout)
    made = json.loads(
        run("add", "--entry", "1/GM-UBND", "--year", "2026", "--scope", "units", "--format", "json").stdout
    )

    assert (made["date"], made["title"]) == ("2026-03-05", "Hội nghị trực tuyến toàn xã tổng kết năm 2025")
    assert (made["form"], made["kind"], made["scope"], made["unit"]) == ("online", "regular", "units", "Văn phòng")
    assert made["entry_id"] == offered["entry_id"]
    assert "Giấy mời: 01/GM-UBND" in run("show", str(made["id"])).stdout
    assert run("offers", "--year", "2026").stdout == "Mọi giấy mời trong sổ đều đã có hội nghị.\n"
    assert run("list", "--year", "2026", "--form", "online", "--unit", "Văn phòng").stdout.endswith("1 hội nghị.\n")

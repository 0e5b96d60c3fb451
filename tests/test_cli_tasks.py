"""`drafter tasks`: the table on the screen, as JSON and as a sheet."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from drafter.cli import main
from drafter.document import Span
from drafter.render.tasks import tasks_table
from drafter.render.worksheet import tasks_workbook
from drafter.tasks.values import Task

DRAFT = Path(__file__).parents[1] / "corpus" / "drafts" / "1-khong-sao-chep.docx"
LETTER = DRAFT.with_name("5-cong-van-ung-pho-mua-lu.docx")
TASK = Task(Span(0, 4), "=1+1", ("Phòng Kinh tế",), ("Công an xã", "các thôn"), "định kỳ", True, "+báo cáo")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["tasks", *arguments], prog_name="drafter")


def test_the_table_is_eighty_columns_wide() -> None:
    shown = run(str(DRAFT)).stdout

    assert max(map(len, shown.splitlines())) == 80
    assert "Trường Phổ thông" in shown
    assert "25/11/2026" in shown


def test_a_document_that_assigns_nothing_says_so() -> None:
    done = run(str(LETTER))

    assert (done.stdout, done.exit_code) == ("Không tìm thấy nhiệm vụ nào được giao trong văn bản này.\n", 0)


def test_programs_get_a_list_of_objects_with_offsets() -> None:
    found = json.loads(run(str(DRAFT), "--format", "json").stdout)

    keys = ["start", "end", "text", "lead", "cooperate", "deadline", "deadline_vague", "output"]
    assert all(list(task) == keys for task in found)
    (sent,) = [task for task in found if task["text"].startswith("Trường Phổ thông")]
    assert sent["end"] - sent["start"] == len(sent["text"])
    assert (sent["lead"], sent["cooperate"]) == (["Trường Phổ thông dân tộc bán trú Tiểu học Bản Mây"], [])
    assert (sent["deadline"], sent["deadline_vague"], sent["output"]) == ("trước ngày 25/11/2026", False, "danh sách")
    assert json.loads(run(str(LETTER), "--format", "json").stdout) == []


def test_a_sheet_has_the_table_ready_to_print(tmp_path: Path) -> None:
    target = tmp_path / "nhiem-vu.xlsx"
    done = run(str(DRAFT), "--output", str(target))
    sheet = openpyxl.load_workbook(target).active

    assert (done.exit_code, done.stderr) == (0, f"Đã ghi 6 nhiệm vụ vào {target}\n")
    assert [cell.value for cell in sheet[3]] == ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"]
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == [1, 2, 3, 4, 5, 6]
    assert sheet["A2"].value == "Tổ chức Tuần lễ đọc sách “Sách lên non” năm 2026 trên địa bàn xã Bản Mây"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$3", "A4")
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row)


def test_text_in_a_sheet_is_never_a_formula_nor_after_saving_it_as_csv() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(tasks_workbook([TASK], "=cmd()"))).active

    assert [(cell.value, cell.data_type) for cell in sheet[4]] == [
        (1, "n"),
        ("'=1+1", "s"),
        ("Phòng Kinh tế", "s"),
        ("Công an xã; các thôn", "s"),
        ("định kỳ (chưa rõ ngày)", "s"),
        ("'+báo cáo", "s"),
    ]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("'=cmd()", "s")
    assert [cell.quotePrefix for cell in sheet[4]] == [False, True, False, False, False, True]


def test_a_sheet_without_tasks_says_so() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(tasks_workbook([], "Kế hoạch"))).active

    assert sheet["B4"].value == "Không tìm thấy nhiệm vụ nào được giao trong văn bản này."


def test_long_tasks_are_shortened_on_the_screen_alone() -> None:
    long = Task(Span(0, 0), "Che chuồng trại " * 40, (), (), "", False, "")

    assert "…" in tasks_table([long])
    assert openpyxl.load_workbook(io.BytesIO(tasks_workbook([long], ""))).active["B4"].value == long.text.strip()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "xlsx"), "Bảng Excel phải ghi vào tệp; hãy thêm --output, ví dụ: --output nhiem-vu.xlsx"),
        (
            ("--output", str(DRAFT)),
            f"{DRAFT}: kết quả sẽ đè lên văn bản cần kiểm tra; hãy chọn tên khác bằng --output.",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    done = run(str(DRAFT), *arguments)

    assert (done.exit_code, done.stderr) == (2, sentence + "\n")


def test_a_file_of_another_format_holds_what_the_screen_would_show(tmp_path: Path) -> None:
    target = tmp_path / "nhiem-vu.txt"
    run(str(DRAFT), "--output", str(target))

    assert target.read_text("utf-8") == run(str(DRAFT)).stdout

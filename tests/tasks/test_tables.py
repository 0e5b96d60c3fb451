"""Tasks of annex tables in Word files."""

import pytest

from drafter.tasks.values import Task
from tests.tasks.plans import table_tasks

HEADER = ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm")
FIRST = ("1", "Che chuồng trại cho 212 hộ", "Phòng Kinh tế", "Các thôn; Đoàn Thanh niên xã", "30/11/2026", "Biên bản")


def said(task: Task) -> tuple[object, ...]:
    return (task.text, task.lead, task.cooperate, task.deadline, task.deadline_vague, task.output)


def test_a_row_says_who_leads_and_helps_until_when_and_what_comes_out() -> None:
    (task,) = table_tasks([HEADER, FIRST])

    helping = ("Các thôn", "Đoàn Thanh niên xã")
    assert said(task) == ("Che chuồng trại cho 212 hộ", ("Phòng Kinh tế",), helping, "30/11/2026", False, "Biên bản")


@pytest.mark.parametrize(
    "header",
    [
        ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Kết quả, sản phẩm"),
        ("Số TT", "Tên nhiệm vụ", "CHỦ TRÌ", "PHỐI HỢP", "TIẾN ĐỘ", "SẢN PHẨM ĐẦU RA"),
        ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Phối hợp thực hiện", "Thời gian thực hiện", "Kết quả"),
        ("TT", "Hoạt động", "Bộ phận phụ trách", "Đơn vị phối hợp", "Hoàn thành", "Đầu ra"),
        (
            "TT",
            "Các nhiệm vụ cụ thể",
            "Cơ quan, đơn vị chủ trì thực hiện",
            "Cơ quan phối hợp",
            "Thời\nhạn",
            "Sản\nphẩm",
        ),
    ],
)
def test_columns_are_told_by_their_headings_in_many_wordings(header: tuple[str, ...]) -> None:
    (task,) = table_tasks([header, FIRST])

    assert said(task)[1:] == (("Phòng Kinh tế",), ("Các thôn", "Đoàn Thanh niên xã"), "30/11/2026", False, "Biên bản")


def test_a_header_of_two_rows_is_read_by_its_lower_row() -> None:
    upper = ("TT", "Nhiệm vụ", "Phân công", "", "Thời hạn", "Sản phẩm")
    lower = ("", "", "Chủ trì", "Phối hợp", "", "")
    found = table_tasks([upper, lower, FIRST], [(0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4), (0, 5, 1, 5)])

    assert [said(task)[1:4] for task in found] == [
        (("Phòng Kinh tế",), ("Các thôn", "Đoàn Thanh niên xã"), "30/11/2026")
    ]


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    rows = [HEADER, FIRST, ("2", "Mua bạt che chuồng", "", "", "20/11/2026", "Hóa đơn")]
    _, second = table_tasks(rows, [(1, 2, 2, 2), (1, 3, 2, 3)])

    assert (second.lead, second.cooperate) == (("Phòng Kinh tế",), ("Các thôn", "Đoàn Thanh niên xã"))


@pytest.mark.parametrize("same", ["-nt-", "nt", "Như trên", '"', "”"])
def test_signs_of_repetition_say_what_the_cell_above_says(same: str) -> None:
    rows = [
        HEADER,
        FIRST,
        ("2", "Mua bạt che chuồng", same, same, same, ""),
        ("3", "Chở rơm lên thôn", same, "", "", ""),
    ]
    _, second, third = table_tasks(rows)

    assert (second.lead, second.deadline, second.output) == (("Phòng Kinh tế",), "30/11/2026", "")
    assert (third.lead, third.cooperate, third.deadline) == (("Phòng Kinh tế",), (), "")


def test_an_empty_cell_says_nothing() -> None:
    _, second = table_tasks([HEADER, FIRST, ("2", "Mua bạt che chuồng", "", "-", "", "…")])

    assert said(second) == ("Mua bạt che chuồng", (), (), "", False, "")


def test_titles_of_groups_are_no_tasks() -> None:
    rows = [
        HEADER,
        ("I", "VỀ CHUỒNG TRẠI", "", "", "", ""),
        FIRST,
        ("Về thức ăn", "", "", "", "", ""),
        ("2", "Dự trữ rơm khô", "Các thôn", "", "Thường xuyên", ""),
    ]
    found = table_tasks(rows, [(3, 0, 3, 5)])

    assert [task.text for task in found] == ["Che chuồng trại cho 212 hộ", "Dự trữ rơm khô"]
    assert (found[1].deadline, found[1].deadline_vague) == ("Thường xuyên", True)


def test_a_year_alone_is_a_date_in_its_column() -> None:
    (task,) = table_tasks([HEADER, ("1", "Trồng cỏ voi tại bãi bồi", "Hội Nông dân xã", "", "Năm 2027", "")])

    assert (task.deadline, task.deadline_vague) == ("Năm 2027", False)


@pytest.mark.parametrize(
    "rows",
    [
        [("TT", "Nội dung chi", "Số tiền", "Nguồn"), ("1", "Mua bạt che chuồng", "45.000.000", "Ngân sách xã")],
        [("TT", "Họ và tên", "Đơn vị", "Nhiệm vụ"), ("1", "Lò Thị Xuân", "Trạm Y tế xã", "Trực ban đêm tại trạm")],
        [("TT", "Thôn", "Ngày", "Số con"), ("1", "Pù Sương", "13/01/2027", "270")],
    ],
)
def test_tables_of_money_people_and_days_have_no_tasks(rows: list[tuple[str, ...]]) -> None:
    assert table_tasks(rows) == ()

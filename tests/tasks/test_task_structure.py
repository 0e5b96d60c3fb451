"""What a task has from its heading, the lines below it, the whole document; and which documents have tasks."""

import pytest

from tests.tasks.plans import HEAD, told

LETTER = """\
ỦY BAN NHÂN DÂN
XÃ BẢN MÂY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

{number}
Bản Mây, ngày 09 tháng 11 năm 2026

{kind}
Về việc phòng, chống rét cho đàn gia súc
"""
ASSIGNS = "1. Phòng Kinh tế chủ trì, hoàn thành trước ngày 30/11/2026 việc che chuồng trại."


def leads(body: str) -> list[tuple[str, ...]]:
    return [task.lead for task in told(body)]


def test_a_heading_that_names_an_office_leads_what_stands_below_it() -> None:
    body = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Che chuồng trại cho các hộ.\n- Mua bạt trước ngày 20/11/2026.\n"
        "2. Giao Văn phòng HĐND và UBND:\n- In phiếu ghi nhiệt độ.\n"
        "3. Đề nghị Hội Nông dân xã\nVận động hội viên trồng cỏ."
    )
    assert leads(body) == [
        ("Phòng Kinh tế",),
        ("Phòng Kinh tế",),
        ("Văn phòng HĐND và UBND",),
        ("Hội Nông dân xã",),
    ]


def test_a_sentence_that_leads_over_to_a_list_gives_its_lead_to_the_list() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Trạm Y tế xã chủ trì thực hiện các việc sau:\na) Chuẩn bị thuốc.\nb) Tập huấn cho y tế thôn."
    )
    assert leads(body) == [("Trạm Y tế xã",)] * 1 or leads(body) == [("Trạm Y tế xã",), ("Trạm Y tế xã",)]


def test_who_is_named_in_the_task_leads_whatever_the_heading_says() -> None:
    body = "II. PHÂN CÔNG\n1. Phòng Kinh tế\n- Giao Công an xã chủ trì trực chốt đường lên Pù Sương."
    assert leads(body) == [("Công an xã",)]


def test_lines_below_a_task_say_who_and_when() -> None:
    body = (
        "II. NỘI DUNG\n1. Tập huấn cho trưởng các thôn về giữ ấm gia súc\n- Cơ quan chủ trì: Phòng Kinh tế.\n"
        "- Cơ quan phối hợp: Trạm Thú y khu vực; các thôn.\n- Thời gian thực hiện: Quý IV năm 2026.\n"
        "- Sản phẩm: hai lớp."
    )
    (task,) = told(body)

    assert (task.lead, task.cooperate) == (("Phòng Kinh tế",), ("Trạm Thú y khu vực", "các thôn"))
    assert (task.deadline, task.deadline_vague, task.output) == ("Quý IV năm 2026", False, "hai lớp")


def test_lines_behind_several_tasks_hold_for_all_of_them() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Về thức ăn\n- Dự trữ rơm tại từng hộ.\n- Trồng cỏ voi tại bãi bồi.\n"
        "Đơn vị chủ trì thực hiện: Phòng Kinh tế.\nThời gian thực hiện: Tháng 12/2026."
    )
    assert [(task.lead, task.deadline) for task in told(body)] == [(("Phòng Kinh tế",), "Tháng 12/2026")] * 2


def test_a_label_is_no_part_of_the_task() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Về thú y:\na) Nhiệm vụ: Tiêm phòng cho 900 con trâu, bò.\nb) Cơ quan thực hiện:\n"
        "- Đơn vị chủ trì: Phòng Kinh tế.\n- Đơn vị phối hợp: các thôn.\n"
        "c) Thời gian thực hiện: Hoàn thành trong năm 2026."
    )
    (task,) = told(body)

    assert task.text == "Tiêm phòng cho 900 con trâu, bò."
    assert (task.lead, task.cooperate, task.deadline) == (
        ("Phòng Kinh tế",),
        ("các thôn",),
        "Hoàn thành trong năm 2026",
    )


def test_a_date_in_the_heading_is_due_for_what_stands_below_it() -> None:
    body = "II. NHIỆM VỤ\n1. Đợt một (xong trước ngày 30/11/2026)\n- Che chuồng trại.\n- Mua bạt trong tháng 12/2026."
    assert [task.deadline for task in told(body)] == ["trước ngày 30/11/2026", "trong tháng 12/2026"]


@pytest.mark.parametrize(
    "common",
    [
        "II. THỜI GIAN THỰC HIỆN\nTừ ngày 20/11/2026 đến ngày 28/02/2027.\n",
        "II. YÊU CẦU\n- Toàn bộ các việc nêu trên phải hoàn thành từ ngày 20/11/2026 đến ngày 28/02/2027.\n",
        "II. NỘI DUNG\n1. Thời gian thực hiện: từ ngày 20/11/2026 đến ngày 28/02/2027.\n",
    ],
)
def test_a_date_for_the_whole_plan_is_due_for_every_task_without_one(common: str) -> None:
    found = told(f"{common}III. NHIỆM VỤ\n1. Che chuồng trại cho các hộ.\n2. Mua bạt trước ngày 22/11/2026.")

    assert [task.deadline.lower() for task in found] == [
        "từ ngày 20/11/2026 đến ngày 28/02/2027",
        "trước ngày 22/11/2026",
    ]


def test_what_a_plus_adds_belongs_to_its_task() -> None:
    body = (
        "II. NHIỆM VỤ\n1. Về chuồng trại\n- Sửa chuồng trại theo ba bước:\n+ Che gió.\n"
        "+ Lót nền xong trước ngày 20/11/2026."
    )
    (task,) = told(body)

    assert (task.text, task.deadline) == ("Sửa chuồng trại theo ba bước:", "trước ngày 20/11/2026")


def test_lines_broken_in_the_middle_of_a_sentence_are_one_task() -> None:
    body = "II. NHIỆM VỤ\n1. Giao Phòng\nKinh tế chủ trì che chuồng trại cho\n212 hộ trước ngày\n30/11/2026."
    (task,) = told(body)

    assert (task.lead, task.deadline) == (("Phòng Kinh tế",), "trước ngày 30/11/2026")


def test_offsets_are_those_of_the_document_in_whatever_letters() -> None:
    import unicodedata

    body = unicodedata.normalize("NFD", "II. NHIỆM VỤ\n1. Phòng Kinh tế che chuồng trại trước ngày 30/11/2026.")
    (task,) = told(body)

    assert unicodedata.normalize("NFC", task.text) == "Phòng Kinh tế che chuồng trại trước ngày 30/11/2026."
    assert (task.lead, task.deadline) == (("Phòng Kinh tế",), "trước ngày 30/11/2026")


@pytest.mark.parametrize(
    ("number", "kind"),
    [("Số: 12/CT-UBND", "CHỈ THỊ"), ("Số: 12/KH-UBND", "KẾ HOẠCH"), ("Số: 12/CTr-UBND", "CHƯƠNG TRÌNH")],
)
def test_plans_programmes_and_directives_have_tasks(number: str, kind: str) -> None:
    assert len(told(ASSIGNS, LETTER.format(number=number, kind=kind))) == 1


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("Số: 12/BC-UBND", "BÁO CÁO"),
        ("Số: 12/TTr-UBND", "TỜ TRÌNH"),
        ("Số: 12/GM-UBND", "GIẤY MỜI"),
        ("Số: 12/BB-UBND", "BIÊN BẢN"),
        ("Số: 12/2026/QĐ-UBND", "QUYẾT ĐỊNH"),
    ],
)
def test_reports_invitations_and_normative_documents_have_none(number: str, kind: str) -> None:
    assert told(f"II. NHIỆM VỤ\n{ASSIGNS}", LETTER.format(number=number, kind=kind)) == ()


def test_of_a_decision_articles_that_assign_are_tasks_and_that_which_promulgates_none() -> None:
    head = LETTER.format(number="Số: 12/QĐ-UBND", kind="QUYẾT ĐỊNH")
    body = (
        "Điều 1. Thành lập Tổ giữ ấm gia súc gồm chín thành viên.\n"
        "Điều 2. Giao Phòng Kinh tế chủ trì mua bạt, xong trước ngày 20/11/2026.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"
        "Điều 4. Chánh Văn phòng, Trưởng phòng Kinh tế, trưởng các thôn chịu trách nhiệm thi hành Quyết định này."
    )
    assert [(task.lead, task.deadline) for task in told(body, head)] == [(("Phòng Kinh tế",), "trước ngày 20/11/2026")]


def test_dates_of_documents_that_are_named_are_no_deadlines() -> None:
    body = "II. NHIỆM VỤ\n1. Thực hiện Kế hoạch số 20/KH-UBND ngày 06/8/2026 của Ủy ban nhân dân tỉnh về chăn nuôi."
    assert [task.deadline for task in told(body)] == [""]


def test_recipients_and_signature_are_no_tasks() -> None:
    assert told("", HEAD) == ()

"""What is sent back of the tasks of a draft: the findings, their places and their words."""

import pytest

from drafter.readers import read_bytes
from drafter.report import About, Finding
from drafter.tasks.check import RULES, UNSEEN, tasks
from tests.tasks.plans import HEAD, document, table_file

SECTION = "II. NHIỆM VỤ, GIẢI PHÁP\n"
TOLD = "Tổ chức tuyên truyền"
WHEN = "hãy ghi ngày phải xong, hoặc kỳ hạn như “trước ngày 25 hằng tháng”"


def about(kind: str = "KH", regime: str = "nd30") -> About:
    return About("ke-hoach.txt", "", regime, kind, "", "", "", "", 0)  # type: ignore[arg-type]


def found(body: str) -> list[Finding]:
    return list(tasks(document(body), about()).findings)


def rules(body: str) -> list[str]:
    return [finding.rule for finding in found(body)]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("Giao Phòng Kinh tế mua 300 tấm bạt trước ngày 20/11/2026.", []),
        ("Mua 300 tấm bạt trước ngày 20/11/2026.", ["task.lead"]),
        ("Phòng Kinh tế mua 300 tấm bạt.", ["task.deadline"]),
        ("Phòng Kinh tế đẩy mạnh tuyên truyền trước ngày 20/11/2026.", ["task.output"]),
        ("Phòng Kinh tế và Công an xã chủ trì mua 300 tấm bạt trước ngày 20/11/2026.", ["task.leads"]),
        ("Phòng Kinh tế, Công an xã gửi danh sách trước ngày 20/11/2026.", []),
        ("Các thôn chủ trì che 212 chuồng trước ngày 20/11/2026.", []),
        ("Phòng Kinh tế định kỳ báo cáo kết quả.", ["task.vague"]),
        ("Phòng Kinh tế định kỳ trước ngày 25 hằng tháng báo cáo kết quả.", []),
        ("Phòng Kinh tế kịp thời ban hành phương án di chuyển gia súc.", ["task.vague"]),
        ("Phòng Kinh tế thường xuyên kiểm tra 212 chuồng.", []),
        ("Phòng Kinh tế kịp thời phát hiện, báo cáo dịch bệnh.", []),
        ("Phòng Kinh tế sớm trình Ủy ban nhân dân xã Quy chế chăn thả.", ["task.vague"]),
        ("Đẩy mạnh tuyên truyền.", ["task.deadline", "task.lead", "task.output"]),
    ],
)
def test_a_task_lacks(task: str, expected: list[str]) -> None:
    assert sorted(rules(f"{SECTION}1. {task}")) == expected


def test_what_is_wrong_and_what_to_do_is_said_in_a_sentence() -> None:
    body = (
        f"{SECTION}1. Đẩy mạnh tuyên truyền.\n"
        "2. Phòng Kinh tế và Công an xã chủ trì mua 300 tấm bạt trước ngày 20/11/2026.\n"
        "3. Phòng Kinh tế định kỳ báo cáo kết quả."
    )
    assert {finding.rule: finding.message for finding in found(body)} == {
        "task.lead": "Việc này chưa giao đơn vị nào chủ trì; hãy ghi một đơn vị chủ trì.",
        "task.leads": "Việc này giao 2 nơi cùng chủ trì (Phòng Kinh tế; Công an xã); hãy chọn một nơi chủ trì, "
        "ghi các nơi khác là phối hợp.",
        "task.deadline": f"Việc này chưa có thời hạn; {WHEN}.",
        "task.vague": "“định kỳ” chưa phải là thời hạn kiểm tra được; hãy ghi ngày cụ thể, "
        "hoặc kỳ hạn như “trước ngày 25 hằng tháng”.",
        "task.output": "Việc này chưa rõ sản phẩm; hãy ghi xong việc thì có gì: văn bản, danh sách, con số đếm được.",
    }
    assert {finding.severity for finding in found(body) if finding.rule != "task.output"} == {"warning"}
    assert {finding.severity for finding in found(body) if finding.rule == "task.output"} == {"info"}
    assert all(finding.basis.startswith("Kết luận số 226-KL/TW, ngày 11/12/2025") for finding in found(body))


def test_a_finding_stands_at_the_first_words_of_its_task_or_at_the_vague_word() -> None:
    body = f"{SECTION}1. {TOLD}, vận động; dặn dò trẻ em.\n2. Phòng Kinh tế định kỳ báo cáo kết quả."

    assert {finding.text for finding in found(body)} == {TOLD, "định kỳ"}
    text = document(body).text
    assert all(text[finding.start : finding.end] == finding.text for finding in found(body))


def test_where_many_tasks_of_a_section_lack_the_same_it_is_said_once_at_its_title() -> None:
    items = "".join(f"{n}. Đẩy mạnh tuyên truyền đợt {n}.\n" for n in range(1, 6))
    one, other, third = sorted(found(f"{SECTION}{items}"), key=lambda finding: finding.rule)

    assert {one.text, other.text, third.text} == {"NHIỆM VỤ, GIẢI PHÁP"}
    assert one.message == "Cả 5 việc của mục này đều chưa có thời hạn; " + WHEN + " cho từng việc."
    body = f"{SECTION}{items}6. Phòng Kinh tế mua 300 tấm bạt trước ngày 20/11/2026."
    told = "5 trong 6 việc của mục này chưa giao đơn vị nào chủ trì (số 1-5 ở bảng giao việc)"
    assert f"{told}; hãy ghi một đơn vị chủ trì cho từng việc." in [finding.message for finding in found(body)]


def test_those_that_lack_it_are_numbered_as_the_table_of_tasks_numbers_them() -> None:
    items = [f"{n}. Đẩy mạnh tuyên truyền đợt {n}.\n" for n in range(1, 8)]
    items[4] = "5. Phòng Kinh tế mua 300 tấm bạt trước ngày 20/11/2026.\n"
    told = "6 trong 7 việc của mục này chưa có thời hạn (số 1-4, 6-7 ở bảng giao việc)"
    assert f"{told}; {WHEN} cho từng việc." in [finding.message for finding in found(SECTION + "".join(items))]


def test_where_it_would_be_a_wall_it_is_said_once_at_the_first_task() -> None:
    body = "".join(f"{n}. Phòng Kinh tế\n- Đẩy mạnh tuyên truyền đợt {n}.\n" for n in range(1, 8))
    head = HEAD.replace("KH-UBND", "CT-UBND").replace("KẾ HOẠCH", "CHỈ THỊ")
    found = tasks(document(body, head), about("CT")).findings

    assert [(finding.rule, finding.text) for finding in found] == [
        ("task.deadline", "Đẩy mạnh tuyên truyền đợt 1"),
        ("task.output", "Đẩy mạnh tuyên truyền đợt 1"),
    ]
    assert (
        found[0].message
        == "7 trong 7 việc của văn bản này chưa có thời hạn (số 1-7 ở bảng giao việc), đây là việc đầu tiên; "
        f"{WHEN} cho từng việc."
    )


def test_an_article_that_has_a_decision_carried_out_is_not_sent_back() -> None:
    head = HEAD.replace("KH-UBND", "QĐ-UBND").replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
    body = (
        "Điều 1. Phê duyệt dự toán.\nĐiều 2. Giao Phòng Kinh tế chủ trì, phối hợp các thôn tổ chức thực hiện dự toán."
    )

    assert tasks(document(body, head), about("QĐ")).findings == ()


def test_headings_closing_dates_and_references_to_a_section_count() -> None:
    items = "".join(f"- Che chuồng trại cho {n} hộ.\n" for n in range(11, 17))
    closing = "III. YÊU CẦU\n- Các nhiệm vụ trên phải hoàn thành trước ngày 30/11/2026."

    assert rules(f"{SECTION}1. Phòng Kinh tế\n{items}{closing}") == []
    assigned = "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế chủ trì 06 nhiệm vụ tại mục 1 phần II trước ngày 30/11/2026."
    assert "task.lead" not in rules(f"{SECTION}1. Về chuồng trại\n{items}{assigned}")


def test_what_a_table_assigns_need_not_be_repeated_in_the_text() -> None:
    rows = [
        ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Sản phẩm"),
        ("1", "Che chuồng trại", "Phòng Kinh tế; Công an xã", "Kịp thời", "Báo cáo"),
        ("2", "Mua bạt che chuồng", "", "", "Hóa đơn"),
    ]
    data = table_file(rows, body="II. NHIỆM VỤ\n1. Che chuồng trại cho các hộ.\n2. Mua bạt che chuồng.")
    report = tasks(read_bytes("ke-hoach.docx", data), about())

    assert sorted((finding.rule, finding.text) for finding in report.findings) == [
        ("task.deadline", "Mua bạt che chuồng"),
        ("task.lead", "Mua bạt che chuồng"),
        ("task.leads", "Che chuồng trại"),
        ("task.vague", "Che chuồng trại"),
    ]


@pytest.mark.parametrize(("kind", "regime"), [("CV", "nd30"), ("BC", "nd30"), ("GM", "nd30"), ("QĐ", "qppl")])
def test_of_other_documents_nothing_is_judged(kind: str, regime: str) -> None:
    assert tasks(document(f"{SECTION}1. Đẩy mạnh tuyên truyền."), about(kind, regime)) == UNSEEN


def test_all_rules_are_judged_of_a_plan() -> None:
    assert tasks(document(""), about()).evaluated == RULES


@pytest.mark.shared
def test_the_plan_of_khuon_lung_is_sent_back_for_what_its_reviewer_sees(shared) -> None:
    """Seventeen tasks that nobody leads; reports "định kỳ" without a day; nothing that comes out."""
    data = (shared / "data" / "case-khuon-lung" / "draft.txt").read_bytes()
    report = tasks(read_bytes("draft.txt", data), about())

    at_title = [finding.rule for finding in report.findings if finding.text == "NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"]
    assert at_title == ["task.lead", "task.deadline", "task.output"]
    assert [finding.text for finding in report.findings if finding.rule == "task.vague"] == ["định kỳ", "định kỳ"]

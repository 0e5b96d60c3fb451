"""What only a whole document shows: what it calls itself, whose it is, of which year, how its paragraphs end."""

from pathlib import Path

import pytest
from worded import draft, judged, of_text

from drafter import read

CORPUS = Path(__file__).parents[2] / "corpus"
PLAN = "KẾ HOẠCH"
SUBJECT = "Cải cách hành chính năm 2026"
FIRST = "Ủy ban nhân dân xã Bản Mây ban hành Kế hoạch cải cách hành chính năm 2026 như sau:\n"
LAST = "Trên đây là Kế hoạch cải cách hành chính năm 2026 trên địa bàn xã Bản Mây./."


def found(kind: str, subject: str, body: str, symbol: str = "KH") -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in judged(draft(kind, subject, body, symbol))]


WRONG = [
    (PLAN, f"{FIRST}Các đơn vị triển khai kế hoạch này.\n{LAST}", "word.capital", "kế hoạch này"),
    (PLAN, f"{FIRST}Trên đây là Báo cáo kết quả cải cách hành chính.", "word.closing", "Báo cáo"),
    (PLAN, f"{FIRST}Trên đây là Chương trình cải cách hành chính năm 2026.", "word.closing", "Chương trình"),
    (PLAN, f"{FIRST}Các thôn nghiêm túc thực hiện Chỉ thị này.", "word.closing", "Chỉ thị này"),
    ("CHỈ THỊ", "Các đơn vị nghiêm túc thực hiện Kế hoạch này.", "word.closing", "Kế hoạch này"),
    ("BÁO CÁO", "Trên đây là Kế hoạch phòng, chống thiên tai của xã.", "word.closing", "Kế hoạch"),
    (PLAN, f"{FIRST}Nâng cao chất lượng phục vụ trên địa bàn xã Mường Sáng.\n{LAST}", "word.leftover", "xã Mường Sáng"),
    (PLAN, f"{FIRST}UBND xã Nậm Lành yêu cầu các thôn thực hiện.\n{LAST}", "word.leftover", "xã Nậm Lành"),
    (PLAN, f"{FIRST}Các thôn gửi báo cáo trước ngày 30/11/2025.\n{LAST}", "word.year", "trước ngày 30/11/2025"),
    (PLAN, f"{FIRST}Việc này hoàn thành chậm nhất ngày 15/6/2026.\n{LAST}", "word.year", "chậm nhất ngày 15/6/2026"),
    (
        PLAN,
        f"{FIRST}Trên đây là Kế hoạch cải cách hành chính năm 2025 của xã.",
        "word.year",
        "năm 2025",
    ),
    (
        PLAN,
        f"{FIRST}- Nâng cao trách nhiệm của người đứng đầu các cơ quan, đơn vị trên tất\n\ncả các lĩnh vực công tác của"
        f" xã.\n- Công khai kết quả.\n- Báo cáo hằng quý.\n- Gửi Văn phòng.\n- Lưu hồ sơ.\n- Tổng hợp.\n{LAST}",
        "word.paragraph",
        "tất",
    ),
    (
        PLAN,
        FIRST
        + "".join(
            f"- Thôn số {at} rà soát hồ sơ của từng hộ, lập danh sách và gửi Văn phòng tổng hợp{mark}\n"
            for at, mark in enumerate(";;; ;;", 1)
        )
        + LAST,
        "word.paragraph",
        "hợp",
    ),
]


@pytest.mark.parametrize(("kind", "body", "rule", "text"), WRONG)
def test_what_contradicts_the_document_itself(kind: str, body: str, rule: str, text: str) -> None:
    subject = SUBJECT if kind == PLAN else "Về công tác phòng, chống thiên tai"
    assert found(kind, subject, body, {PLAN: "KH", "CHỈ THỊ": "CT", "BÁO CÁO": "BC"}[kind]) == [(rule, text)]


RIGHT = [
    f"{FIRST}Các đơn vị triển khai Kế hoạch này.\n{LAST}",
    f"{FIRST}Thực hiện Chỉ thị số 12/CT-UBND của UBND tỉnh; kết quả thực hiện Chỉ thị này báo cáo hằng quý.\n{LAST}",
    f"{FIRST}So với năm 2025, số hồ sơ đúng hẹn tăng 5%.\n{LAST}",
    f"{FIRST}Kế hoạch số 12/KH-UBND đã hoàn thành trước ngày 30/11/2025.\n{LAST}",
    f"{FIRST}Các thôn gửi báo cáo trước ngày 30/11/2026.\n{LAST}",
    f"{FIRST}Xã Bản Mây giáp xã Mường Sáng và xã Nậm Lành.\n{LAST}",
    f"{FIRST}Giai đoạn 2021 - 2025, xã hoàn thành 12 chỉ tiêu.\n{LAST}",
]


@pytest.mark.parametrize("body", RIGHT)
def test_what_agrees_with_the_document(body: str) -> None:
    assert found(PLAN, SUBJECT, body) == []


def test_a_closing_line_that_carries_out_another_document_than_the_subject() -> None:
    subject = "Thực hiện Kết luận số 918-KL/TW của Ban Bí thư về giảm văn bản"
    body = "Trên đây là Kế hoạch thực hiện Kế hoạch số 386/KH-UBND của Ủy ban nhân dân tỉnh./."
    (one,) = judged(draft(PLAN, subject, body))
    assert one.rule == "word.closing"
    assert one.message == (
        "Câu kết nêu Kế hoạch số 386/KH-UBND, trích yếu nêu số 918-KL/TW; hai nơi phải nêu cùng một văn bản."
    )


def test_messages_say_what_is_wrong_and_what_to_do() -> None:
    text = "Khắc phục tình trạng chông chéo. Kết quả của của đơn vị. Ba thôn đạt 95%, 90, 85%."
    assert [(one.message, one.suggestion, one.severity) for one in judged(text)] == [
        ("“chông chéo” có lẽ viết nhầm; chữ đúng là “chồng chéo”.", "Viết “chồng chéo”.", "warning"),
        ("“của của” lặp chữ “của”; bỏ một lần.", "Viết “của”.", "warning"),
        ("“90” thiếu đơn vị, trong khi các số cùng hàng có “%”; ghi đủ đơn vị.", "Viết “90%”.", "warning"),
    ]


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*/*.docx")), ids=lambda file: file.name)
def test_the_projects_own_documents_are_written_well(file: Path) -> None:
    assert of_text(read(file).text).findings == ()

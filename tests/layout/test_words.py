"""Words of the running text: what is right stays silent, and what the edits of a fault write is right."""

from collections.abc import Callable

import pytest
from cases_words import CASES, FULL, LEARN, ends, rest
from docx.document import Document as Word
from sound import BASES, TEXT, Change, annexed, at, paragraphs, plan, read, say

from drafter.document import Document
from drafter.layout.capitals import capitals
from drafter.layout.check import layout
from drafter.layout.citing import citing
from drafter.layout.hygiene import hygiene
from drafter.layout.prose import prose
from drafter.layout.roles import sheet
from drafter.layout.rules import Edit, Fault


def faults(document: Document) -> list[Fault]:
    whole = sheet(document)
    words = prose(whole)
    return [*citing(whole, words), *capitals(whole, words), *hygiene(whole, words)]


def said(*changes: Change) -> list[tuple[str, str]]:
    made = plan()
    for change in changes:
        change(made)
    return [(one.rule, one.message) for one in layout(read(made)).findings]


CITED = [
    f"Thực hiện {LEARN}; Kế hoạch số 42/KH-UBND có hai phần.",
    "Thực hiện Nghị định số 30/2020/NĐ-CP.",
    "Thực hiện khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.",
    "Theo điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự.",
    "Khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP quy định việc này.",
    "Theo quy định tại Điều 4, khoản 2 Điều 5, Điều 6, khoản 1 và khoản 3 Điều 8 Nghị định số 30/2020/NĐ-CP.",
    "Theo Luật Đất đai, Luật Nhà ở và Pháp lệnh Ngoại hối.",
    "Luật Thuế số 38/2019/QH14 được sửa đổi, bổ sung bởi Luật số 56/2024/QH15.",
    "Pháp lệnh Ngoại hối của Ủy ban Thường vụ Quốc hội.",
    "Xã điều 5 xe và 20 người; Điểm 5 là nhà văn hóa thôn.",
    "Các quyết định về việc này; bản kế hoạch số 2; hợp đồng số 12/HĐ-KT.",
    "Tổ đã viết “theo quyết định số 12/QĐ-UBND” trong sổ.",
]
CASED = [
    "Cán bộ tài chính, cơ sở y tế, trụ sở công an và nội bộ quốc phòng.",
    "Công tác quản lý nhà nước, ngân sách nhà nước, cơ quan nhà nước.",
    "Hội đồng nhân dân và Uỷ ban nhân dân xã; Tòa án nhân dân; Công an nhân dân; an ninh nhân dân.",
    "Tiền của nhân dân tệ; tổ chức đảng, đảng viên của đảng bộ xã.",
    "Phục vụ Nhân dân; pháp luật của Nhà nước; chủ trương của Đảng và Nhà nước.",
    "Tại tỉnh Nam Định, thành phố Thái Nguyên, Thành phố Hồ Chí Minh, Thủ đô Hà Nội.",
    "Tại Quận 1, Phường Điện Biên Phủ, Phường 5.",
    "Tỉnh Hà Tĩnh và xã Bản Mây cùng làm. Thành phố Huế đã làm.",
    "Gửi 5 phường 12 bộ hồ sơ; các phường 5 và 6.",
    "Nghỉ dịp tết Nguyên đán, đón Tết; họp thứ Hai, tháng Tám; lần thứ hai; tháng 8, tháng 9.",
    "Tết Nguyên đán là ngày nghỉ.",
    "Vào lúc 8 giờ, thứ nhất là họp, đến thứ hai là báo cáo.",
    "Kỷ niệm Cách mạng tháng Tám và ngày Quốc khánh 2-9; báo Nhân Dân, Tạp chí Cộng sản.",
    "Ở TP. Hồ Chí Minh, v.v. và nơi khác; tr. năm.",
    "Vùng Tây Bắc, Bắc Bộ; hướng tây bắc.",
    "Bác Hồ; Vla-đi-mia I-lích Lê-nin; Bà Rịa - Vũng Tàu.",
    "Liên hợp quốc, Tổ chức Y tế thế giới, Huân chương Sao vàng.",
]
TYPED = [
    "Kinh phí 1.234,5 triệu đồng, lúc 14:30, tại https://dichvucong.gov.vn, gửi a.b@tinh.gov.vn.",
    "V/v họp; ThS. Lan; TP.HCM; 05/KH-UBND; 1.000,5; a); b); …; 3.500 người.",
    "Ký nhận: (ngày, tháng, năm); “trích dẫn  nguyên văn”.",
    "Quy hoạch, quý I, quy chế, thúy, hòa, thỏa.",
]


@pytest.mark.parametrize("words", [*CITED, *CASED, *TYPED])
def test_what_is_right_is_no_fault(words: str) -> None:
    assert said(ends(words)) == []


@pytest.mark.parametrize(
    "change",
    [
        say("05 tháng 3 năm 2020", "05/3/2020"),
        say(BASES[1], "Căn cứ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về văn thư;"),
        say("về công tác văn thư;", "quản lý, cung cấp dịch vụ internet;"),
        say(BASES[0], "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        say(BASES[0], "Căn cứ Luật Thuế số 38/2019/QH14 được sửa đổi, bổ sung bởi Luật số 56/2024/QH15;"),
        rest(f"Thực hiện {LEARN}, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"),
    ],
)
def test_a_right_citation_is_no_fault(change: Change) -> None:
    assert said(change) == []


def test_an_appendix_may_cite_in_full_again() -> None:
    made = annexed()
    ends(f"Thực hiện {LEARN}.")(made)
    say("bốn hồ sơ.", f"bốn hồ sơ theo {LEARN}.")(made)
    assert faults(read(made)) == []
    say("hằng tuần; nơi", f"hằng tuần theo {LEARN}; nơi")(made)
    assert [one.rule for one in faults(read(made))] == ["nd30.VD-02"]


def test_all_places_of_a_rule_are_one_fault_with_all_edits() -> None:
    made = plan()
    ends("Gửi Sở tài chính; Hội Đồng nhân dân; Uỷ Ban nhân dân tỉnh.")(made)
    (fault,) = faults(read(made))
    assert fault.message.startswith("3 chỗ chưa đúng chữ hoa, chữ thường (như “Sở tài chính”")
    assert [edit.words for edit in fault.edits] == ["Sở Tài chính", "Hội đồng nhân dân", "Uỷ ban nhân dân"]


def applied(made: Word, edits: tuple[Edit, ...]) -> None:
    """Writes the edits, last first, into the paragraphs that hold them."""
    document = read(made)
    for edit in sorted(edits, key=lambda one: -one.span.start):
        span = next(one.span for one in document.paragraphs if one.span.holds(edit.span))
        old = span.of(document.text)
        run = next(one for one in paragraphs(made) if one.text == old).runs[0]
        run.text = old[: edit.span.start - span.start] + edit.words + old[edit.span.end - span.start :]
        document = read(made)


@pytest.mark.parametrize("case", [case for case in CASES if case[0].startswith(("VH", "CC-08", "ND-09"))])
def test_what_the_edits_write_is_no_fault(case: tuple[str, Callable[[], Word], Change, str, str]) -> None:
    _, make, change, _, _ = case
    made = make()
    change(made)
    edits = tuple(edit for fault in faults(read(made)) for edit in fault.edits)
    if edits:
        applied(made, edits)
        assert [one.message for one in faults(read(made))] == []
    else:
        assert case[0] == "ND-09"  # empty paragraphs, tabs and tone marks are for somebody to decide


def test_edits_of_capitals_change_only_the_case() -> None:
    for rule, make, change, _, _ in CASES:
        if rule.startswith("VH"):
            made = make()
            change(made)
            document = read(made)
            edits = [edit for fault in faults(document) for edit in fault.edits]
            assert edits
            assert all(edit.span.of(document.text).lower() == edit.words.lower() for edit in edits)


def test_text_of_tables_and_in_quotes_is_left_alone() -> None:
    made = plan()
    made.add_table(1, 1).cell(0, 0).text = "Sở tài chính giao quyết định số 12/QĐ-UBND"
    assert faults(read(made)) == []
    assert said(ends(f"Ghi “{FULL.replace('Nghị', 'nghị')} , Sở tài chính” vào sổ.")) == []


def test_a_document_may_be_long() -> None:
    made = plan()
    paragraph = at(made, TEXT)
    paragraph.runs[0].text = " ".join([TEXT] * 2000)
    assert faults(read(made)) == []

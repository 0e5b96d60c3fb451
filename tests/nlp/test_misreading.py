"""What a recognition misreads: told from what a drafter changes, put right by another text or by usual words."""

import pytest

from drafter.nlp.misreading import Meant, Row, put_right, reads_as
from drafter.nlp.repairing import repaired
from drafter.nlp.syllables import normal, syllables

MEANT = (
    "Trạm y tế lập danh sách trẻ em dưới năm tuổi theo từng tổ dân phố, gửi giấy mời trước ba ngày và nhắn tin cho cha "
    "mẹ; buổi tiêm tổ chức tại nhà văn hóa, hoàn thành trước ngày 15 tháng 10 năm 2031."
)
SEEN = (
    "Trạm y tê lập danh sách trẻ em đưới năm tuôi theo từngtổ dân phố, gửi giây mời trước ba\n"
    "ngày và nh ắn tin cho cha\nĐÊN Giờ 8 xq zz\nmẹ; buổi tiêm tổ chức tại nhả văn hóa, hoàn thành trước ngày l5 thắng "
    "1O năm 2031."
)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("chỉ", "chi"),
        ("tô", "tổ"),
        ("đanh", "danh"),
        ("l5", "15"),
        ("I1", "11"),
        ("2O31", "2031"),
        ("phưong", "phương"),
    ],
)
def test_a_misread_syllable_reads_as_what_was_meant(seen: str, meant: str) -> None:
    assert reads_as(normal(seen), normal(meant))


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("15", "16"), ("95", "96"), ("tháng", "tháp"), ("xã", "huyện"), ("ba", "năm"), ("thôn", "xóm"), ("2030", "2031")],
)
def test_what_a_drafter_may_have_changed_does_not(seen: str, meant: str) -> None:
    assert not reads_as(normal(seen), normal(meant))


def test_a_recognised_text_is_put_right_by_what_was_meant() -> None:
    assert put_right(SEEN, MEANT).forms == syllables(MEANT).forms


def test_every_syllable_keeps_its_place_in_the_recognised_text() -> None:
    read = put_right(SEEN, MEANT)
    shown = [SEEN[start:end] for start, end in zip(read.starts.tolist(), read.ends.tolist(), strict=True)]
    by_form = dict(zip(read.forms, shown, strict=True))
    assert by_form[normal("dưới")] == "đưới"
    assert by_form[normal("từng")] == "từngtổ"
    assert by_form[normal("nhắn")] == "nh ắn"
    assert by_form["15"] == "l5"
    assert read.starts.tolist() == sorted(read.starts.tolist())


def test_what_the_drafter_changed_stays_as_it_was_read() -> None:
    changed = MEANT.replace("15 tháng 10", "20 tháng 10").replace("nhà văn hóa", "trụ sở")
    forms = put_right(SEEN, changed).forms
    assert "20" not in forms
    assert normal("trụ") not in forms


def test_a_whole_line_that_the_drafter_left_out_is_no_stamp() -> None:
    seen = (
        "Cơ quan tắt đèn khi hết giờ làm việc.\nMỗi phòng cử một người theo dõi.\nCuối tháng báo cáo số điện đã dùng."
    )
    meant = "Cơ quan tắt đèn khi hết giờ làm việc.\nCuối tháng báo cáo số điện đã dùng."
    assert put_right(seen, meant).forms == syllables(seen).forms


@pytest.mark.parametrize("text", [MEANT, "", "Một.", "15"])
def test_a_text_beside_itself_stays_as_it_is(text: str) -> None:
    row = Row.of(text)
    assert Meant(row).put_right(row) is row


def test_usual_words_are_repaired_without_another_text() -> None:
    text = "Cơ quan có thẩm quyên tổ chúc thựchiện, ngh iên cứu theo quy đinh."
    assert (
        repaired(Row.of(text), text).forms
        == syllables("Cơ quan có thẩm quyền tổ chức thực hiện, nghiên cứu theo quy định.").forms
    )


def test_a_line_that_goes_on_is_no_pause() -> None:
    text = "Ủy ban nhân dân xã\nchỉ đạo các thôn.\nThôn báo cáo."
    pauses = dict(zip(repaired(Row.of(text), text).forms, repaired(Row.of(text), text).pauses, strict=True))
    assert pauses[normal("chỉ")] == 0
    assert pauses[normal("báo")] == 0
    assert Row.of(text).pauses[5] != 0


def test_what_is_settled_is_not_repaired() -> None:
    text = "thẩm quyên"
    assert repaired(Row.of(text), text, {normal("quyên")}).forms == syllables(text).forms

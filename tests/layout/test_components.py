"""Near misses: what looks like a fault of letterhead, kinds, signature or recipients, and is none."""

from collections.abc import Callable

import pytest
from cases_kinds import all_of, before, below, decision, gone, in_red, minutes, single, submission, under, with_address
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from sound import TEXT, Change, at, letter, plan, read, say

from drafter.layout.check import layout
from drafter.report import Finding


def found(make: Callable[[], Word], change: Change) -> list[Finding]:
    made = make()
    change(made)
    return list(layout(read(made)).findings)


def told(make: Callable[[], Word], change: Change) -> list[str]:
    return [one.rule.removeprefix("nd30.") for one in found(make, change)]


def titled(*titles: str) -> Change:
    """Other lines above the signer's name, in place of those of a deputy."""

    def change(made: Word) -> None:
        lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
        places = [at(made, words) for words in lines]
        for paragraph, words in zip(places, (*titles, "", "")[:3], strict=True):
            paragraph.runs[0].text = words

    return change


DEPARTMENT = all_of(
    under("UBND TỈNH SƠN LÂM", "SỞ NỘI VỤ"),
    say("05/KH-UBND", "05/KH-SNV"),
    say("Bản Mây, ngày", "Sơn Lâm, ngày"),
    titled("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
)
WARD = all_of(say("XÃ BẢN MÂY", "PHƯỜNG ĐIỆN BIÊN PHỦ"), say("Bản Mây, ngày", "Phường Điện Biên Phủ, ngày"))
CITY = all_of(say("XÃ BẢN MÂY", "THÀNH PHỐ HỒ CHÍ MINH"), say("Bản Mây, ngày", "Thành phố Hồ Chí Minh, ngày"))
OLD = all_of(
    say("ngày 05 tháng 02 năm 2026", "ngày 05 tháng 02 năm 2024"),
    say("ngày 16 tháng 6 năm 2025;", "ngày 19 tháng 6 năm 2015;"),
)


def by_the_head(made: Word) -> None:
    say("ỦY BAN NHÂN DÂN XÃ BẢN MÂY", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN MÂY")(made)
    titled("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")(made)


def by_the_council(made: Word) -> None:
    say("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")(made)
    say("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")(made)
    at(made, "QUYẾT ĐỊNH:").runs[0].text = "QUYẾT NGHỊ:"
    at(made, "QUYẾT ĐỊNH").runs[0].text = "NGHỊ QUYẾT"
    say("05/QĐ-UBND", "05/NQ-HĐND")(made)
    titled("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH")(made)


def text_alone(made: Word) -> None:
    """A draft that nobody has closed yet, and that has no subject."""
    made.tables[1]._tbl.getparent().remove(made.tables[1]._tbl)
    gone("Rà soát hồ sơ tồn đọng năm 2026")(made)


def beside(made: Word) -> None:
    """The addressee in the cell beside "Kính gửi:"."""
    old = at(made, "Kính gửi")
    table = made.add_table(1, 2)
    old._p.addprevious(table._tbl)
    old._p.getparent().remove(old._p)
    for cell, words in zip(table.rows[0].cells, ("Kính gửi:", "Công an xã"), strict=True):
        cell.paragraphs[0].add_run(words)


def parted_by_blanks(made: Word) -> None:
    """Number and date in one paragraph, with blanks between."""
    row = made.tables[0].rows[1]
    row.cells[0].paragraphs[0].runs[0].text = "Số: 05/KH-UBND          Bản Mây, ngày 05 tháng 02 năm 2026"
    row.cells[1].paragraphs[0].runs[0].text = ""


def coded(made: Word) -> None:
    below("- Lưu: VT", "PL.(300)", 11, bold=False)(made)


def stamped(made: Word) -> None:
    below("Số: 05", "HOẢ TỐC", 14)(made)
    in_red("HOẢ TỐC")(made)
    below("Số: 05", "XEM XONG TRẢ LẠI", 13)(made)


def action_plan(made: Word) -> None:
    say("KẾ HOẠCH", "KẾ HOẠCH HÀNH ĐỘNG")(made)


def signed_by(office: str, code: str, name: str) -> Change:
    return all_of(
        under("UBND XÃ BẢN MÂY", office),
        say("05/KH-UBND", f"05/KH-{code}"),
        titled("TRƯỞNG ĐƠN VỊ"),
        say("Hoàng Thị Lan", name),
    )


def with_the_session(made: Word) -> None:
    by_the_council(made)
    before("Căn cứ Luật", "KHÓA II, KỲ HỌP THỨ BA")(made)


RIGHT: list[tuple[Callable[[], Word], Change]] = [
    (plan, DEPARTMENT),
    (plan, WARD),
    (plan, CITY),
    (plan, say("Bản Mây, ngày", "Xã Bản Mây, ngày")),
    (plan, say("Bản Mây, ngày", "Xã Bản Mây, tỉnh Sơn Lâm, ngày")),
    (plan, say("XÃ BẢN MÂY", "XÃ BẢN MÂY, TỈNH SƠN LÂM")),
    (plan, say("Rà soát hồ sơ tồn đọng năm 2026", "Rà soát hồ sơ, sổ sách, v.v.")),
    (plan, all_of(OLD, say("XÃ BẢN MÂY", "THÀNH PHỐ MÂY SƠN"))),
    (plan, OLD),
    (decision, by_the_head),
    (decision, by_the_council),
    (decision, with_the_session),
    (decision, say("Về việc rà soát", "Ban hành Quy chế rà soát")),
    (decision, say("ỦY BAN NHÂN DÂN XÃ BẢN MÂY", "UBND XÃ BẢN MÂY")),
    (plan, text_alone),
    (letter, say("12/UBND-KT", "12/UBND-KTr2")),
    (letter, say("12/UBND-KT", "12/UBND-KH&CĐS")),
    (letter, say("Số: 12/UBND-KT", "Số:     /UBND-KT")),
    (single, beside),
    (plan, coded),
    (plan, stamped),
    (plan, with_address(11)),
    (plan, say("- Lưu: VT, KT.", "- Lưu: VT, KT (2), Lan.")),
    (plan, signed_by("CÔNG AN XÃ", "CAX", "Thiếu tá Hoàng Văn Nam")),
    (plan, all_of(say("TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH"), say("KT. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), gone("PHÓ CHỦ"))),
    (plan, titled("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
    (plan, titled("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ")),
    (
        plan,
        titled("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ),
    (plan, say("Rà soát hồ sơ tồn đọng năm 2026", "Rà soát hồ sơ, sổ sách…")),
    (minutes, say("- Lưu: VT, Hồ sơ.", "- Lưu: VT, hồ sơ cuộc họp.")),
    (submission, say("Kính gửi: Hội đồng nhân dân xã Bản Mây", "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Sơn Lâm")),
]


@pytest.mark.parametrize(("make", "change"), RIGHT)
def test_a_near_miss_is_no_fault(make: Callable[[], Word], change: Change) -> None:
    assert [(one.rule, one.message) for one in found(make, change)] == []


def test_number_and_date_in_one_line_are_not_missing() -> None:
    """The line looks wrong, being neither; but nothing is missing, and the symbol ends where the blanks begin."""
    rules = told(plan, parted_by_blanks)
    assert not {"DD-01", "SO-03", "SO-04", "SO-05"} & set(rules)


@pytest.mark.parametrize(
    ("office", "severity"),
    [("TRƯỜNG TIỂU HỌC BẢN MÂY", "warning"), ("TRẠM Y TẾ", "warning"), ("PHÒNG KINH TẾ", "error")],
)
def test_a_degree_before_the_name_weighs_less_where_a_sector_may_allow_it(office: str, severity: str) -> None:
    faults = found(plan, signed_by(office, "X", "ThS. Hoàng Thị Lan"))
    assert [(one.rule, one.severity) for one in faults] == [("nd30.KY-08", severity)]


def test_an_officer_of_no_armed_force_signs_without_rank() -> None:
    assert told(plan, signed_by("PHÒNG KINH TẾ", "KT", "Đại tá Hoàng Văn Nam")) == ["KY-08"]


def test_several_signers_of_minutes_are_enough() -> None:
    assert told(minutes, say("THƯ KÝ", "ĐẠI DIỆN BÊN GIAO")) == []


def test_what_is_missing_is_told_once_each() -> None:
    """A letterhead and a signature, and nothing else."""
    change = all_of(gone("Bản Mây, ngày", "Nơi nhận:", "- UBND tỉnh", "- Các thôn", "- Lưu"))
    assert sorted(told(plan, change)) == ["DD-01", "NN-04"]


def test_the_commune_of_a_unit_is_that_of_its_committee() -> None:
    office = under("UBND XÃ BẢN MÂY", "PHÒNG KINH TẾ")
    change = all_of(office, say("05/KH-UBND", "05/KH-KT"), titled("TRƯỞNG PHÒNG"))
    assert told(plan, change) == []
    assert told(plan, all_of(change, say("Bản Mây, ngày", "Sơn Lâm, ngày"))) == ["DD-06"]


def test_a_unit_that_takes_the_symbol_of_its_committee_is_told() -> None:
    change = all_of(under("UBND XÃ BẢN MÂY", "PHÒNG KINH TẾ"), titled("TRƯỞNG PHÒNG"))
    (fault,) = found(plan, change)
    assert (fault.rule, fault.severity) == ("nd30.CQ-08", "warning")
    assert "“PHÒNG KINH TẾ” nhưng ký hiệu ghi “UBND”" in fault.message


def test_departments_are_told_apart_by_their_codes() -> None:
    (fault,) = found(plan, all_of(DEPARTMENT, say("05/KH-SNV", "05/KH-STC")))
    assert fault.message.endswith("“SỞ NỘI VỤ” nhưng ký hiệu ghi “STC”; chữ viết tắt của cơ quan này là “SNV”.")


@pytest.mark.parametrize("written", ["Hồ Chí Minh", "TP. Hồ Chí Minh", "TP.HCM"])
def test_a_city_named_after_a_person_is_written_out(written: str) -> None:
    faults = found(plan, all_of(CITY, say("Thành phố Hồ Chí Minh, ngày", f"{written}, ngày")))
    assert [one.rule for one in faults] == ["nd30.DD-07"]
    assert faults[0].suggestion == "Viết “Thành phố Hồ Chí Minh”."


def test_kind_and_subject_in_one_line_are_told_apart() -> None:
    change = all_of(say("KẾ HOẠCH", "KẾ HOẠCH RÀ SOÁT HỒ SƠ"), gone("Rà soát hồ sơ tồn đọng năm 2026"))
    (fault,) = found(plan, change)
    assert (fault.rule, fault.severity) == ("nd30.TL-01", "error")
    assert "“KẾ HOẠCH” phải ở một dòng riêng" in fault.message


def test_addressees_in_the_middle_are_not_aligned() -> None:
    def centred(made: Word) -> None:
        for words in ("- Công an xã;", "- Trạm Y tế xã."):
            at(made, words).alignment = ALIGN.CENTER

    (fault,) = found(letter, centred)
    assert (fault.rule, fault.severity) == ("nd30.NN-03", "warning")


def test_several_addressees_do_not_stand_in_one_line() -> None:
    (fault,) = found(single, say("Kính gửi: Công an xã", "Kính gửi: Công an xã; Trạm Y tế xã."))
    assert (fault.rule, fault.severity) == ("nd30.NN-03", "warning")
    assert told(single, say("Kính gửi: Công an xã", "Kính gửi: Công an xã, Trạm Y tế xã")) == []


def test_bases_below_the_words_that_resolve_are_out_of_place() -> None:
    def late(made: Word) -> None:
        resolves = at(made, "QUYẾT ĐỊNH:")
        at(made, "Căn cứ Luật")._p.addprevious(resolves._p)

    assert "CC-01" in told(decision, late)


def test_a_red_stamp_is_no_colour_of_the_text() -> None:
    assert told(plan, stamped) == []
    assert "PG-10" in told(plan, in_red("KẾ HOẠCH"))
    assert "PG-10" in told(plan, in_red(TEXT))


def test_an_internal_form_is_not_asked_for_what_it_need_not_have() -> None:
    change = all_of(gone("KẾ HOẠCH", "Rà soát hồ sơ tồn đọng năm 2026"), before("Căn cứ Luật", "PHIẾU TRÌNH"))
    made = plan()
    all_of(change, say("Số: 05/KH-UBND", "Số: 05/PT-VP"))(made)
    assert not {"TL-01", "TL-02", "SO-06"} & {one.rule.removeprefix("nd30.") for one in layout(read(made)).findings}


def test_action_plans_are_plans() -> None:
    assert told(plan, action_plan) == []

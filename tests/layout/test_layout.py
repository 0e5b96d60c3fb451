"""Every rule with a document that breaks it, and sound documents that break none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from sound import BASES, TEXT, Change, annexed, at, letter, look, page, paragraphs, plan, read, say, shape

import drafter
from drafter.layout.check import layout
from drafter.layout.rules import NOT_EVALUATED, RULES, STATE
from drafter.report import Finding

MOTTO = "CỘNG HÒA"
PLACE = "Bản Mây, ngày"


def found(make: Callable[[], Word], *changes: Change) -> list[Finding]:
    made = make()
    for change in changes:
        change(made)
    return list(layout(read(made)).findings)


@pytest.mark.parametrize("make", [plan, letter, annexed])
def test_a_sound_document_has_no_fault(make: Callable[[], Word]) -> None:
    assert found(make) == []


def test_the_drafts_of_the_project_have_no_fault(samples: Path) -> None:
    for file in sorted((samples / "drafts").glob("*.docx")):
        assert layout(drafter.read(file)).findings == (), file.name


def turned(made: Word) -> None:
    """On its side, without a table."""
    for table in list(made.tables):
        for row in table.rows:
            for cell in row.cells:
                for one in cell.paragraphs:
                    table._tbl.addprevious(one._p)
        table._tbl.getparent().remove(table._tbl)
    page(page_width=Mm(297), page_height=Mm(210))(made)


def numbered_below(made: Word) -> None:
    """The page number moved to the footer."""
    section = made.sections[0]
    field = section.header.paragraphs[0]._p
    section.footer.paragraphs[0]._p.addnext(field)


def number(**fields: object) -> Change:
    """The look of the page number."""

    def change(made: Word) -> None:
        paragraph = made.sections[0].header.paragraphs[0]
        for name, value in fields.items():
            if name == "alignment":
                paragraph.alignment = value
            else:
                for run in paragraph.runs:
                    setattr(run.font, name, value)

    return change


def shown_on_the_first_page(made: Word) -> None:
    made.sections[0].different_first_page_header_footer = False


def written_in(name: str) -> Change:
    def change(made: Word) -> None:
        for run in at(made, TEXT).runs:
            run.font.name = name
            run._r.rPr.rFonts.set(qn("w:hAnsi"), name)

    return change


def red(made: Word) -> None:
    at(made, TEXT).runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


def all_bases_in_one(made: Word) -> None:
    at(made, BASES[0]).runs[0].text = f"{BASES[0]} {BASES[1]}"


def without_line_under(words: str) -> Change:
    def change(made: Word) -> None:
        line = at(made, words)._p.getnext()
        line.getparent().remove(line)

    return change


def underlined(made: Word) -> None:
    without_line_under("Độc lập")(made)
    at(made, "Độc lập").runs[0].font.underline = True


def typed_line(made: Word) -> None:
    without_line_under("Độc lập")(made)
    at(made, "Độc lập")._p.addnext(at(made, "Độc lập")._p.__copy__())
    second = at(made, "Độc lập")._p.getnext()
    for one in second.iter(qn("w:t")):
        one.text = "__________"


def dashed(made: Word) -> None:
    at(made, "XÃ BẢN MÂY")._p.getnext().find(f".//{qn('w:top')}").set(qn("w:val"), "dashed")


def unit(made: Word) -> None:
    """A unit below the committee."""
    say("ỦY BAN NHÂN DÂN", "UBND XÃ BẢN MÂY")(made)
    look("UBND XÃ", bold=False)(made)
    at(made, "XÃ BẢN MÂY").runs[0].text = "UBND XÃ BẢN MÂY"
    second = next(one for one in paragraphs(made) if one.text == "XÃ BẢN MÂY")
    second.runs[0].text = "PHÒNG KINH TẾ"
    say("05/KH-UBND", "05/KH-KT")(made)


def slanted_superior(made: Word) -> None:
    unit(made)
    look("UBND XÃ", italic=True)(made)


def regulation(made: Word) -> None:
    say("KẾ HOẠCH", "QUY ĐỊNH")(made)
    say("05/KH-", "05/QĐ-")(made)


def named_a_letter(made: Word) -> None:
    say("KẾ HOẠCH", "CÔNG VĂN")(made)
    say("05/KH-UBND", "05/UBND-KT")(made)


def sectioned() -> Word:
    made = plan()
    say("1. Nhiệm vụ", "I. NHIỆM VỤ")(made)
    return made


def decision_without_bases(made: Word) -> None:
    say("KẾ HOẠCH", "QUYẾT ĐỊNH")(made)
    say("05/KH-", "05/QĐ-")(made)
    for base in BASES:
        gone = at(made, base)._p
        gone.getparent().remove(gone)
    at(made, "Ủy ban nhân dân xã ban hành Kế hoạch như sau:").runs[0].text = "Điều 1. Giao các đơn vị thực hiện."


WRONG: list[tuple[str, Callable[[], Word], Change, str, str]] = [
    ("PG-01", plan, page(page_width=Mm(215.9), page_height=Mm(279.4)), "", "Khổ giấy đang là 215,9 x 279,4 mm"),
    ("PG-02", plan, turned, "", "Giấy đang đặt ngang mà không có bảng biểu"),
    ("PG-03", plan, page(top_margin=Mm(26)), "", "Lề trên đang là 26 mm; phải từ 20 đến 25 mm."),
    ("PG-04", plan, page(bottom_margin=Mm(15)), "", "Lề dưới đang là 15 mm; phải từ 20 đến 25 mm."),
    ("PG-05", plan, page(left_margin=Mm(25)), "", "Lề trái đang là 25 mm; phải từ 30 đến 35 mm."),
    ("PG-06", plan, page(right_margin=Mm(25)), "", "Lề phải đang là 25 mm; phải từ 15 đến 20 mm."),
    ("PG-08", plan, written_in("Arial"), TEXT, "chữ dùng phông Arial; phải dùng phông Times New Roman."),
    ("PG-09", plan, written_in(".VnTime"), TEXT, "chữ dùng phông .VnTime của bộ mã cũ; phải dùng bộ mã Unicode."),
    ("PG-10", plan, red, TEXT, "chữ có màu khác màu đen; chữ trong văn bản phải màu đen."),
    ("PN-02", plan, numbered_below, "", "Số trang đang đặt ở chân trang; phải đặt canh giữa trong phần lề trên."),
    ("PN-02", plan, number(alignment=ALIGN.RIGHT), "", "Số trang chưa canh giữa; phải canh giữa trong phần lề trên."),
    ("PN-03", plan, number(size=Pt(10)), "", "Số trang đang có cỡ chữ 10; phải là cỡ chữ 13 đến 14"),
    ("PN-03", plan, number(italic=True), "", "Số trang đang là chữ nghiêng; phải là kiểu chữ đứng."),
    ("PN-04", plan, shown_on_the_first_page, "", "Số trang đang hiện ở trang thứ nhất"),
    ("QH-01", plan, say("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAM!"), MOTTO, "Quốc hiệu đang viết “CỘNG HÒA XÃ HỘI"),
    ("QH-01", plan, say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""), "", "Không thấy Quốc hiệu ở đầu văn bản"),
    ("QH-02", plan, look(MOTTO, size=14), MOTTO, "Quốc hiệu: đang là cỡ chữ 14; phải là cỡ chữ 12 đến 13."),
    ("QH-02", plan, look(MOTTO, bold=False), MOTTO, "Quốc hiệu: đang là chữ không đậm; phải là chữ đậm."),
    ("TN-01", plan, say("Độc lập - Tự", "Độc lập – Tự"), "Độc lập", "Tiêu ngữ đang viết “Độc lập – Tự do - Hạnh phúc”"),
    ("TN-02", plan, look("Độc lập", size=12), "Độc lập", "Tiêu ngữ: đang là cỡ chữ 12; phải là cỡ chữ 13 đến 14."),
    ("TN-02", plan, say("Độc lập - Tự do - Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"), "ĐỘC", "chữ in thường."),
    ("CQ-02", plan, look("XÃ BẢN", bold=False), "XÃ BẢN MÂY", "Tên cơ quan ban hành: đang là chữ không đậm"),
    ("CQ-02", plan, shape("XÃ BẢN", alignment=ALIGN.LEFT), "XÃ BẢN MÂY", "đang là căn trái; phải là căn giữa."),
    (
        "TN-03",
        plan,
        without_line_under("Độc lập"),
        "Độc lập",
        "Dưới Tiêu ngữ không thấy đường kẻ; phải có đường kẻ ngang",
    ),
    ("TN-03", plan, underlined, "Độc lập", "Dưới Tiêu ngữ đang dùng chữ gạch chân thay cho đường kẻ"),
    ("TN-03", plan, typed_line, "Độc lập", "Dưới Tiêu ngữ đang gõ dấu gạch thay cho đường kẻ"),
    ("CQ-03", plan, without_line_under("XÃ BẢN"), "XÃ BẢN MÂY", "Dưới tên cơ quan ban hành không thấy đường kẻ"),
    ("CQ-03", plan, dashed, "XÃ BẢN MÂY", "Đường kẻ dưới tên cơ quan ban hành là nét đứt; phải là nét liền."),
    ("TL-03", plan, without_line_under("Rà soát hồ sơ tồn đọng năm"), "Rà soát", "Dưới trích yếu không thấy đường kẻ"),
    ("CQ-01", plan, slanted_superior, "UBND XÃ", "Tên cơ quan chủ quản: đang là chữ nghiêng; phải là chữ đứng."),
    ("SO-09", plan, regulation, "Số: 05", "Ký hiệu của Quy định đang là “QĐ”; chữ viết tắt của Quy định là “QyĐ”."),
    ("CV-01", plan, named_a_letter, "CÔNG VĂN", "Công văn đang ghi tên loại “CÔNG VĂN”; công văn không ghi tên loại."),
    ("BC-09", sectioned, say("I. NHIỆM VỤ", "I. Nhiệm vụ"), "I. Nhiệm", "Đề mục “I. Nhiệm vụ” đang là chữ thường"),
    ("BC-09", sectioned, look("I. NHIỆM VỤ", bold=False), "I. NHIỆM", "Đề mục “I. NHIỆM VỤ” đang là chữ không đậm"),
    ("CC-07", plan, decision_without_bases, "QUYẾT ĐỊNH", "Quyết định chưa có căn cứ ban hành."),
    ("CQ-07", plan, say("XÃ BẢN MÂY", "HUYỆN MỘC SƠN"), "HUYỆN", "Tên cơ quan có “HUYỆN”; từ ngày 01/7/2025 không còn"),
    (
        "DD-08",
        plan,
        say("ngày 05 tháng 02", "ngày 30 tháng 02"),
        PLACE,
        "Ngày 30 tháng 02 năm 2026 không có trong lịch.",
    ),
    ("ND-08", plan, say("lập danh sách", "lập […] danh sách"), "Ủy ban", "Đoạn này còn chỗ bỏ trống (“[…]”)."),
    ("KY-02", plan, say("PHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG"), "TRƯỞNG", "Dưới “KT. CHỦ TỊCH” ghi “TRƯỞNG PHÒNG”"),
    (
        "NN-06",
        letter,
        say("- Như trên;", "- Sở Y tế;"),
        "- Sở Y tế",
        "Nơi nhận của công văn chưa bắt đầu bằng “- Như trên;”.",
    ),
    (
        "PL-03",
        annexed,
        say("Phụ lục I", "PHỤ LỤC I"),
        "PHỤ LỤC I",
        "Chữ “Phụ lục”: đang là chữ in hoa; phải là chữ in thường.",
    ),
    ("PL-03", annexed, look("Phụ lục I", size=13), "Phụ lục I", "Chữ “Phụ lục”: đang là cỡ chữ 13; phải là cỡ chữ 14."),
    (
        "PL-04",
        annexed,
        look("DANH SÁCH", bold=False),
        "DANH SÁCH",
        "Tên phụ lục: đang là chữ không đậm; phải là chữ đậm.",
    ),
    ("PL-05", annexed, look("(Kèm theo", italic=False), "(Kèm theo", "Dòng kèm theo của phụ lục: đang là chữ đứng"),
    ("CQ-05", plan, say("ỦY BAN NHÂN DÂN", "UBND"), "UBND", "Tên cơ quan ban hành viết tắt “UBND”"),
    ("SO-01", plan, say("Số: 05", "Số 05"), "Số 05", "Số, ký hiệu đang viết “Số”; phải viết “Số:”"),
    ("SO-01", plan, look("Số:", bold=True), "Số: 05", "Số, ký hiệu: đang là chữ đậm; phải là chữ không đậm."),
    (
        "SO-02",
        plan,
        say("05/KH", "5/KH"),
        "Số: 5",
        "Số của văn bản đang viết “5”; số nhỏ hơn 10 phải ghi số 0 phía trước.",
    ),
    ("SO-03", plan, say("05/KH-UBND", "05/KH - UBND"), "Số: 05", "Trong số, ký hiệu có cách chữ hoặc gạch dài"),
    ("SO-06", letter, say("12/UBND-KT", "12/CV-UBND"), "Số: 12", "Ký hiệu công văn có chữ “CV”"),
    (
        "SO-07",
        plan,
        say("05/KH-", "05/BC-"),
        "Số: 05",
        "Tên loại là Kế hoạch nhưng ký hiệu ghi “BC”, là ký hiệu của Báo cáo",
    ),
    (
        "SO-08",
        plan,
        say("05/KH-", "05/2026/KH-"),
        "Số: 05",
        "Ký hiệu có năm “2026”; ký hiệu văn bản hành chính không ghi năm.",
    ),
    ("DD-01", plan, say("Bản Mây, ngày", "Bản Mây, Ngày"), "Bản Mây", "Địa danh và thời gian đang viết “Bản Mây, Ngày"),
    (
        "DD-02",
        plan,
        say("ngày 05 tháng 02", "ngày 5 tháng 02"),
        PLACE,
        "Ngày đang viết “5”; ngày nhỏ hơn 10 phải ghi số 0",
    ),
    (
        "DD-03",
        plan,
        say("tháng 02 năm 2026", "tháng 2 năm 2026"),
        PLACE,
        "Tháng đang viết “2”; tháng 1 và tháng 2 phải ghi số 0",
    ),
    ("DD-04", plan, look(PLACE, italic=False), PLACE, "Địa danh và thời gian: đang là chữ đứng; phải là chữ nghiêng."),
    (
        "TL-01",
        plan,
        look("KẾ HOẠCH", size=16),
        "KẾ HOẠCH",
        "Tên loại văn bản: đang là cỡ chữ 16; phải là cỡ chữ 13 đến 14.",
    ),
    ("TL-02", plan, look("Rà soát hồ sơ", bold=False), "Rà soát", "Trích yếu: đang là chữ không đậm; phải là chữ đậm."),
    ("CV-02", letter, look("V/v", bold=True), "V/v", "Trích yếu công văn: đang là chữ đậm; phải là chữ không đậm."),
    ("CV-03", letter, say("V/v", "V/V:"), "V/V:", "Trích yếu công văn bắt đầu bằng “V/V:”; phải bắt đầu bằng “V/v”."),
    (
        "CV-03",
        letter,
        say("V/v", "V/v về việc"),
        "V/v",
        "Trích yếu công văn viết “V/v về việc”; “V/v” đã là “về việc”.",
    ),
    ("CC-02", plan, look(BASES[0], italic=False), BASES[0], "Căn cứ: đang là chữ đứng; phải là chữ nghiêng."),
    ("CC-03", plan, all_bases_in_one, BASES[0], "Một đoạn ghi nhiều căn cứ; sau mỗi căn cứ phải xuống dòng."),
    ("CC-04", plan, say("năm 2025;", "năm 2025,"), "Căn cứ Luật", "Căn cứ kết thúc chưa đúng dấu"),
    ("CC-06", plan, say("Căn cứ Luật", "- Căn cứ Luật"), "- Căn cứ", "Trước căn cứ có gạch đầu dòng"),
    (
        "ND-01",
        plan,
        look(TEXT, size=12),
        TEXT,
        "1 đoạn không cùng cỡ chữ 14 với phần còn lại; nội dung dùng một cỡ chữ.",
    ),
    ("ND-03", plan, shape(TEXT, alignment=ALIGN.LEFT), TEXT, "Đoạn văn này căn trái; phải căn đều hai bên."),
    (
        "ND-04",
        plan,
        shape(TEXT, first_line_indent=Mm(20)),
        TEXT,
        "Đoạn văn này lùi dòng đầu 20 mm; phải lùi 10 mm hoặc 12,7 mm.",
    ),
    (
        "ND-05",
        plan,
        shape(TEXT, space_after=Pt(3)),
        "Ủy ban nhân dân xã giao Phòng Văn",
        "cách đoạn trước 3 pt; phải cách ít nhất 6 pt.",
    ),
    ("ND-06", plan, shape(TEXT, line_spacing=2.0), TEXT, "có cách dòng 2 dòng; phải từ dòng đơn đến 1,5 dòng."),
    ("ND-06", plan, shape(TEXT, line_spacing=Pt(12)), TEXT, "có cách dòng 12 pt; phải từ dòng đơn đến 1,5 dòng."),
    ("KY-01", plan, say("TM. ỦY", "T/M ỦY"), "T/M", "Quyền hạn ký đang viết “T/M”; phải viết “TM.”"),
    (
        "KY-01",
        plan,
        say("KT. CHỦ", "KT.CHỦ"),
        "KT.",
        "Quyền hạn ký đang viết “KT.”; phải viết “KT.”, có dấu chấm rồi cách một chữ.",
    ),
    (
        "KY-06",
        plan,
        look("PHÓ CHỦ", bold=False),
        "PHÓ CHỦ TỊCH",
        "Quyền hạn, chức vụ của người ký: đang là chữ không đậm",
    ),
    ("KY-07", plan, look("Hoàng Thị", size=12), "Hoàng Thị Lan", "Họ và tên người ký: đang là cỡ chữ 12"),
    ("KY-08", plan, say("Hoàng Thị", "TS. Hoàng Thị"), "TS.", "Trước họ tên người ký có “TS.”"),
    (
        "NN-01",
        letter,
        look("Kính gửi", bold=True),
        "Kính gửi:",
        "Phần Kính gửi: đang là chữ đậm; phải là chữ không đậm.",
    ),
    (
        "NN-01",
        letter,
        say("Kính gửi:", "Kính gửi"),
        "Kính gửi",
        "Chữ Kính gửi đang viết “Kính gửi”; phải viết “Kính gửi:”",
    ),
    ("NN-03", letter, say("- Công an xã;", "- Công an xã,"), "- Công an", "Danh sách sau “Kính gửi:” chưa đúng dấu"),
    ("NN-04", plan, look("Nơi nhận", size=14), "Nơi nhận:", "Chữ “Nơi nhận:”: đang là cỡ chữ 14; phải là cỡ chữ 12."),
    (
        "NN-05",
        plan,
        look("- Các thôn", size=12),
        "- Các thôn;",
        "Danh sách nơi nhận: đang là cỡ chữ 12; phải là cỡ chữ 11.",
    ),
    ("NN-05", plan, say("- Các thôn;", "- Các thôn."), "- Các thôn.", "Danh sách nơi nhận chưa đúng dấu"),
    ("NN-07", plan, say("- Lưu: VT, KT.", "- Lưu VT, KT;"), "- Lưu VT", "Dòng lưu đang viết “- Lưu VT, KT;”"),
]


@pytest.mark.parametrize(
    ("rule", "make", "change", "place", "message"), WRONG, ids=[f"{one[0]}-{n}" for n, one in enumerate(WRONG)]
)
def test_a_fault_is_found_where_it_is_and_nothing_else(
    rule: str, make: Callable[[], Word], change: Change, place: str, message: str
) -> None:
    faults = found(make, change)
    own = [one for one in faults if one.rule == f"nd30.{rule}"]
    assert [one.rule for one in faults] == [f"nd30.{rule}"], [one.message for one in faults]
    assert message in own[0].message
    assert own[0].text.startswith(place)
    assert own[0].suggestion.endswith(".")
    assert "Nghị định số 30/2020/NĐ-CP" in own[0].basis


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert set(STATE) == {f"nd30.{one[0]}" for one in WRONG}
    assert not set(RULES) & set(NOT_EVALUATED)


@pytest.mark.parametrize("words", ["Rà soát hồ sơ tồn đọng", "Hoàng Thị Lan", "Bản Mây, ngày", "- Các thôn;"])
def test_a_marked_gap_is_reported_wherever_it_stands(words: str) -> None:
    made = plan()
    run = at(made, words).runs[0]
    run.text = run.text.replace(words, f"[CẦN ĐIỀN: chỗ này]{', ngày' if 'ngày' in words else ''}")

    assert [one.rule for one in layout(read(made)).findings] == ["nd30.ND-08"]

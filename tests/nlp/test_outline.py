import unicodedata
from pathlib import Path

import pytest

from drafter import read
from drafter.document import Span
from drafter.nlp.outline import Outline

LAW = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về văn thư, theo quy định tại
Điều 7 Luật khác.
Điều 2. Giải thích từ ngữ
1. Văn bản là thông tin:
a) bằng giấy;
b) bằng điện tử;
đ) khác.
2. Sổ là nơi ghi.
Chương II
SOẠN THẢO
Mục 1
THỂ THỨC
Điều 3. Sửa đổi như sau:
1. Sửa đổi Điều 9 như sau:
“Điều 9. Tên mới
2. Khoản của văn bản khác.
a) Điểm của văn bản khác.”
2. Bãi bỏ Điều 10.
Điều
4.
Hiệu lực từ năm sau.
Phụ lục I
BIỂU MẪU
I. SỔ
1. Bìa
Ghi tên sổ.
"""
PLAN = """Thực hiện chỉ đạo, xã ban hành kế hoạch như sau:
- Mở đầu.
I. MỤC ĐÍCH,
YÊU CẦU**1. Mục đích**
- Nâng cao chất lượng.
2. Yêu cầu
- Bám sát thực tế.
II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
1. Giao Văn phòng tham mưu, theo dõi việc thực hiện của các đơn vị.
1.1. Rà soát văn bản.
2. Các đơn vị báo cáo trước ngày
20. Hằng tháng gửi về xã.
a) Qua hệ thống.
3. Kinh phí: nguồn ngân sách.
4. Khen thưởng.
5. Kỷ luật.
"""
CONCLUSION = "1. Thời gian qua đã đạt kết quả.\n- Tập trung đổi mới.\n2. Thời gian tới:\na) Rà soát.\n"


def place(text, words, until=None):
    start = text.index(words)
    end = text.index(until) + len(until) if until else start + len(words)
    return Span(start, end)


@pytest.mark.parametrize(
    ("words", "until", "locator"),
    [
        ("Luật này quy định", None, "Điều 1"),
        ("Điều 7 Luật khác", None, "Điều 1"),
        ("bằng điện tử", None, "điểm b khoản 1 Điều 2"),
        ("đ) khác", None, "điểm đ khoản 1 Điều 2"),
        ("Sổ là nơi", None, "khoản 2 Điều 2"),
        ("bằng giấy", "bằng điện tử", "điểm a, điểm b khoản 1 Điều 2"),
        ("thông tin:", "nơi ghi", "khoản 1, khoản 2 Điều 2"),
        ("Luật này quy định", "nơi ghi", "Điều 1, Điều 2"),
        ("nơi ghi", "Bãi bỏ", "Điều 2, Điều 3"),
        ("Luật này quy định", "Hiệu lực", "từ Điều 1 đến Điều 4"),
        ("QUY ĐỊNH CHUNG", None, "Chương I"),
        ("THỂ THỨC", None, "Mục 1 Chương II"),
        ("Khoản của văn bản khác", None, "khoản 1 Điều 3"),
        ("Bãi bỏ Điều 10", None, "khoản 2 Điều 3"),
        ("Hiệu lực từ năm sau", None, "Điều 4"),
        ("Ghi tên sổ", None, "khoản 1 Mục I"),
        ("BIỂU MẪU", None, ""),
    ],
)
def test_places_in_a_law(words, until, locator):
    assert Outline(LAW).locator(place(LAW, words, until)) == locator


@pytest.mark.parametrize(
    ("words", "until", "locator", "heading"),
    [
        ("Mở đầu", None, "gạch đầu dòng thứ 1", ""),
        ("Thực hiện chỉ đạo", None, "", ""),
        ("Nâng cao", None, "khoản 1 Mục I", "1. Mục đích"),
        ("Bám sát", None, "khoản 2 Mục I", "2. Yêu cầu"),
        ("Nâng cao", "Bám sát", "khoản 1, khoản 2 Mục I", "1. Mục đích"),
        ("Giao Văn phòng", None, "khoản 1 Mục II", "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
        ("Rà soát", None, "điểm 1.1 khoản 1 Mục II", "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
        ("Hằng tháng", None, "khoản 2 Mục II", "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
        ("Qua hệ thống", None, "điểm a khoản 2 Mục II", "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
        ("Giao Văn phòng", "Khen thưởng", "từ khoản 1 đến khoản 4 Mục II", "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
        ("Bám sát", "Kỷ luật", "Mục I, Mục II", "2. Yêu cầu"),
        ("MỤC ĐÍCH,", None, "Mục I", "I. MỤC ĐÍCH, YÊU CẦU"),
    ],
)
def test_places_in_a_plan_without_articles(words, until, locator, heading):
    outline = Outline(PLAN)
    assert outline.locator(place(PLAN, words, until)) == locator
    assert outline.heading(place(PLAN, words, until)) == heading


def test_numbers_at_the_top_are_muc():
    outline = Outline(CONCLUSION)
    assert outline.locator(place(CONCLUSION, "Tập trung đổi mới")) == "mục 1"
    assert outline.locator(place(CONCLUSION, "Rà soát")) == "điểm a mục 2"
    assert outline.locator(place(CONCLUSION, "Thời gian qua", "tới")) == "mục 1, mục 2"


def test_blanks_at_the_ends_of_a_passage_do_not_widen_its_place():
    span = place(LAW, "bằng giấy;\n")
    assert Outline(LAW).locator(Span(span.start - 1, span.end)) == "điểm a khoản 1 Điều 2"


def test_an_enclosed_document_starts_anew():
    text = (
        "Điều 1. Ban hành quy chế.\nĐiều 2. Thi hành.\nQUY CHẾ\nVỀ VĂN THƯ\nĐiều 1. Phạm vi\n1. Quy chế này quy định.\n"
    )
    outline = Outline(text)
    assert outline.locator(place(text, "Quy chế này quy định")) == "khoản 1 Điều 1"
    assert outline.locator(place(text, "VỀ VĂN THƯ")) == ""
    assert outline.enclosed(place(text, "Quy chế này quy định")) == "Quy chế"
    assert outline.enclosed(place(text, "Thi hành")) == ""


def test_an_appendix_is_what_comes_with_the_law():
    assert Outline(LAW).enclosed(place(LAW, "Ghi tên sổ")) == "Phụ lục I"
    assert Outline(LAW).enclosed(place(LAW, "Hiệu lực từ năm sau")) == ""


def test_a_passage_over_the_border_of_documents_is_placed_where_it_begins():
    span = place(LAW, "Hiệu lực", "Ghi tên sổ")
    assert (Outline(LAW).locator(span), Outline(LAW).enclosed(span)) == ("Điều 4", "")


@pytest.mark.parametrize(
    ("name", "words", "locator", "enclosed"),
    [
        ("QD-1127-UBND.docx", "So sánh xã với chính xã đó", "khoản 2 Mục I", "Bộ tiêu chí"),
        ("QD-1127-UBND.docx", "Ban hành kèm theo Quyết định này", "Điều 1", ""),
        ("QD-2604-TTg.docx", "Đưa các yêu cầu của Kết luận", "khoản 1 Mục I", "Kế hoạch"),
        ("ND-301-2026-ND-CP.docx", "Điều 1", "Điều 1", ""),
    ],
)
def test_places_in_the_samples(samples, name, words, locator, enclosed):
    text = read(samples / "superior" / name).text
    outline = Outline(text)
    assert outline.locator(place(text, words)) == locator
    assert outline.enclosed(place(text, words)) == enclosed


def test_headings_of_chapters_carry_their_titles():
    outline = Outline(LAW)
    assert outline.heading(place(LAW, "QUY ĐỊNH CHUNG")) == "Chương I QUY ĐỊNH CHUNG"
    assert outline.heading(place(LAW, "bằng giấy")) == "Điều 2. Giải thích từ ngữ"


def test_decomposed_text_has_the_same_places():
    text = unicodedata.normalize("NFD", LAW)
    start = text.index(unicodedata.normalize("NFD", "bằng điện tử"))
    assert Outline(text).locator(Span(start, start + 12)) == "điểm b khoản 1 Điều 2"


def test_a_text_without_structure_has_no_places():
    assert Outline("").locator(Span(0, 0)) == ""
    assert Outline("Một đoạn văn.").locator(Span(0, 3)) == ""
    assert Outline("Một đoạn văn.").heading(Span(0, 3)) == ""


def test_a_long_text_is_read_in_its_length():
    text = "".join(f"Điều {n}. Tên điều\n1. Một khoản dài.\na) Một điểm.\n" for n in range(1, 12_000))
    assert Outline(text).locator(place(text, "Điều 900. Tên")) == "Điều 900"


@pytest.mark.shared
def test_the_superior_document_of_the_case():
    path = Path(__file__).parents[3] / "shared" / "data" / "case-khuon-lung" / "226-KL-TW.txt"
    if not path.exists():
        pytest.skip("../shared is missing")
    text = path.read_text(encoding="utf-8")
    assert Outline(text).locator(place(text, "Chỉ ban hành văn bản khi thật cần thiết")) == "mục 1"


def beginnings(text: str, longest: int = 1000) -> list[str]:
    return [span.of(text).split("\n")[0] for span in Outline(text).sections(longest)]


def test_a_text_is_divided_into_dieu_whatever_holds_them() -> None:
    text = "Chương I\nCHUNG\nĐiều 1. Phạm vi\n1. Một.\n2. Hai.\nChương II\nRIÊNG\nĐiều 2. Đối tượng\nĐiều 3. Thi hành"
    assert beginnings(text) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng", "Điều 3. Thi hành"]


def test_a_long_section_is_divided_into_its_parts() -> None:
    text = "I. MỤC ĐÍCH\nViết ngắn.\nII. NHIỆM VỤ\n1. Trồng cây.\na) Cây keo;\nb) Cây thông.\n2. Làm đường."
    assert beginnings(text) == ["I. MỤC ĐÍCH", "II. NHIỆM VỤ"]
    assert beginnings(text, longest=40) == ["I. MỤC ĐÍCH", "1. Trồng cây.", "2. Làm đường."]
    assert "".join(span.of(text) for span in Outline(text).sections(1000)) == text


def test_a_text_without_numbers_has_no_sections() -> None:
    assert beginnings("Một đoạn văn.\nĐoạn nữa.") == beginnings("") == []


def test_the_table_of_contents_holds_what_has_a_title(samples: Path) -> None:
    text = read(samples / "superior" / "KH-386-UBND.docx").text
    found = Outline(text).headings()

    assert [(one.depth, one.words) for one in found[:4]] == [
        (0, "I. MỤC ĐÍCH, YÊU CẦU"),
        (0, "II. CHỈ TIÊU"),
        (0, "III. NHIỆM VỤ, GIẢI PHÁP"),
        (1, "1. Kiểm soát việc ban hành văn bản hành chính"),
    ]
    assert all(text[one.start :].startswith(one.words) for one in found)


def test_articles_without_a_title_are_named_by_their_number(samples: Path) -> None:
    text = read(samples / "superior" / "QD-1127-UBND.docx").text

    assert [one.words for one in Outline(text).headings()[:3]] == ["Điều 1", "Điều 2", "Điều 3"]

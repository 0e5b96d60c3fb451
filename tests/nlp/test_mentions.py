import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.nlp.mentions import mentions


def seen(text):
    return [
        (mention.kind, mention.number, mention.date, mention.issuer, mention.title.of(text) if mention.title else "")
        for mention in mentions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            [("NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "về công tác văn thư")],
        ),
        (
            "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư về việc chấn chỉnh lề lối, nâng cao hiệu quả.",
            [("KL", "226-KL/TW", "2025-12-11", "Ban Bí thư", "về việc chấn chỉnh lề lối, nâng cao hiệu quả")],
        ),
        ("theo Kế hoạch số 64/KH- UBND của xã", [("KH", "64/KH-UBND", "", "", "")]),
        ("Quyết định số 534/QĐ- TTg của Thủ tướng Chính phủ;", [("QĐ", "534/QĐ-TTg", "", "Thủ tướng Chính phủ", "")]),
        ("Nghị quyết số 71/NQ -CP ngày 01/4/2025", [("NQ", "71/NQ-CP", "2025-04-01", "", "")]),
        ("Kế hoạch số 87-KL/ĐU ngày 26/02/2026 của Đảng ủy;", [("KH", "87-KL/ĐU", "2026-02-26", "Đảng ủy", "")]),
        ("công văn số 1488/VP-KH&CĐS ngày 3/9/2026", [("CV", "1488/VP-KH&CĐS", "2026-09-03", "", "")]),
        ("Văn bản số 7074/SNNMT-TCCB ngày 13-11-2025", [("CV", "7074/SNNMT-TCCB", "2025-11-13", "", "")]),
        ("Thông báo kết luận số 196-TB/TW của Ban Bí thư", [("TB", "196-TB/TW", "", "Ban Bí thư", "")]),
        ("Nghị quyết số 66.18/2026/NQ-CP của Chính phủ.", [("NQ", "66.18/2026/NQ-CP", "", "Chính phủ", "")]),
        ("Nghị quyết số 202/2025/QH15 của Quốc hội.", [("NQ", "202/2025/QH15", "", "Quốc hội", "")]),
        (
            "Thông tư số 02/2017/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn nghiệp vụ;",
            [("TT", "02/2017/TT-VPCP", "", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "hướng dẫn nghiệp vụ")],
        ),
        (
            "Thông tư số 01/2023/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch quy định chế độ.",
            [("TT", "01/2023/TT-BVHTTDL", "", "Bộ Văn hóa, Thể thao và Du lịch", "quy định chế độ")],
        ),
        ("Quyết định số 12/QĐ-UBND ngày    tháng 5 năm 2026 của UBND xã", [("QĐ", "12/QĐ-UBND", "", "UBND xã", "")]),
        (
            "Thông tư số 55/2023/TT-BTC năm 2023 quy định kinh phí",
            [("TT", "55/2023/TT-BTC", "2023", "", "quy định kinh phí")],
        ),
    ],
)
def test_a_reference_is_read_whole(text, expected):
    assert seen(text) == expected
    decomposed = unicodedata.normalize("NFD", text)
    assert [tuple(unicodedata.normalize("NFC", field) for field in row) for row in seen(decomposed)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
            ("L", "72/2025/QH15", "", "Tổ chức chính quyền địa phương"),
        ),
        ("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", ("L", "", "2024-01-18", "Đất đai")),
        ("theo Luật Đất đai năm 2024 và các văn bản", ("L", "", "2024", "Đất đai")),
        ("Bộ luật Tố tụng hình sự số 101/2015/QH13", ("BL", "101/2015/QH13", "", "Tố tụng hình sự")),
        ("Luật Thực hành tiết kiệm, chống lãng phí và", ("L", "", "", "Thực hành tiết kiệm, chống lãng phí")),
        ("Luật\nPhòng, chống tham nhũng.", ("L", "", "", "Phòng, chống tham nhũng")),
        ("Pháp lệnh Ưu đãi người có công với cách mạng", ("PL", "", "", "Ưu đãi người có công với cách mạng")),
        ("Luật Hoà giải, đối thoại tại Toà án", ("L", "", "", "Hoà giải, đối thoại tại Toà án")),
        ("Luật số 87/2025/QH15 có hiệu lực", ("L", "87/2025/QH15", "", "")),
        (
            "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
            ("HP", "", "", ""),
        ),
    ],
)
def test_laws_are_found_by_their_names(text, expected):
    kind, number, date, title = expected
    assert seen(text) == [(kind, number, date, "", title)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("các Nghị định số 78/2025/NĐ-CP, số 79/2025/NĐ-CP và số 187/2025/NĐ-CP của Chính phủ", ["NĐ"] * 3),
        ("các Quyết định: số 920/QĐ-TTg, 90/QĐ-TTg", ["QĐ"] * 2),
        ("Kế hoạch số 1/KH-UBND và Kế hoạch số 2-KH/ĐU", ["KH"] * 2),
    ],
)
def test_a_list_gives_its_kind_to_every_number(text, numbers):
    assert [mention.kind for mention in mentions(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021-2025, 2026/2027",
        "ngày 05/3/2020 và 1/2 ngày",
        "tốc độ 50 km/h, 24/7, 15%",
        "theo Mẫu số 01a/ĐNHT tại Phụ lục",
        "Số: 64/KH-UBND\nKhuôn Lùng, ngày 05 tháng 8 năm 2026",
        "QCVN 138:2025/BKHCN",
        "Luật này quy định; pháp luật hiện hành",
    ],
)
def test_what_only_looks_like_a_reference(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("về chuyển đổi số; Kế hoạch khác", "về chuyển đổi số"),
        ("về chuyển đổi số và Kế hoạch số 2-KH/ĐU", "về chuyển đổi số"),
        (
            "về chuyển đổi số, cải cách hành chính, Ủy ban nhân dân xã ban hành kế hoạch",
            "về chuyển đổi số, cải cách hành chính",
        ),
        ("về chuyển đổi số như sau:", "về chuyển đổi số"),
        ("về chuyển đổi số (sau đây gọi là Kế hoạch) và", "về chuyển đổi số"),
        ("về chuyển đổi số (giai đoạn 2) trên địa bàn).", "về chuyển đổi số (giai đoạn 2) trên địa bàn"),
        ("về Đề án “Làng thông minh; xã số” của tỉnh.", "về Đề án “Làng thông minh; xã số” của tỉnh"),
        ("về chuyển đổi\nsố năm 2026.", "về chuyển đổi\nsố năm 2026"),
        ("về chuyển đổi số\n- Mục khác", "về chuyển đổi số"),
        ("về chuyển đổi số được sửa đổi, bổ sung bởi Kế hoạch khác", "về chuyển đổi số"),
        ("quy định tại Điều 3", ""),
        ("thực hiện từ ngày mai", ""),
    ],
)
def test_where_a_title_ends(behind, title):
    assert seen(f"Kế hoạch số 1/KH-UBND ngày 02/3/2026 của UBND tỉnh {behind}")[0][4] == title


def test_a_title_holds_the_documents_it_names_and_they_are_mentions_too():
    text = (
        "Kế hoạch số 176/KH-UBND ngày 04/5/2026 về việc thực hiện Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ "
        "tướng Chính phủ về việc tinh giản văn bản và Kế hoạch số 87-KH/ĐU của Đảng ủy."
    )
    outer, inner, next_one = mentions(text)
    assert outer.title.of(text).endswith("tinh giản văn bản")
    assert outer.span.holds(inner.span)
    assert inner.issuer == "Thủ tướng Chính phủ"
    assert next_one.number == "87-KH/ĐU"
    assert not outer.span.meets(next_one.span)


def test_an_amending_title_goes_on_over_all_that_it_amends():
    text = (
        "Nghị định số 187/2025/NĐ-CP ngày 01/7/2025 sửa đổi Nghị định số 78/2025/NĐ-CP quy định chi tiết và Nghị định "
        "số 79/2025/NĐ-CP về kiểm tra văn bản;"
    )
    outer, first, second = mentions(text)
    assert outer.title.of(text).endswith("về kiểm tra văn bản")
    assert first.title.of(text) == "quy định chi tiết"
    assert second.number == "79/2025/NĐ-CP"


def test_an_amending_law_is_named_as_a_whole():
    text = "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở số 43/2024/QH15;"
    outer, inner = mentions(text)
    assert (outer.number, outer.title.of(text)) == ("43/2024/QH15", "sửa đổi, bổ sung một số điều của Luật Nhà ở")
    assert (inner.number, inner.title.of(text)) == ("", "Nhà ở")


def test_the_span_begins_with_the_kind():
    text = "Thực hiện báo cáo theo quy định của Nghị định số 09/2019/NĐ-CP."
    (mention,) = mentions(text)
    assert mention.span.of(text) == "Nghị định số 09/2019/NĐ-CP"


@given(
    st.lists(
        st.sampled_from(
            [
                "Nghị định ",
                "số ",
                "30/2020/NĐ-CP ",
                "ngày 5/3/2020 ",
                "của Chính phủ ",
                "về ",
                "\n",
                "và ",
                ", ",
                "Luật Nhà ở ",
            ]
        )
    )
)
def test_any_order_of_words_gives_spans_inside_the_text(words):
    text = "".join(words)
    found = mentions(text)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found)
    assert all(one.span.start <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("unit", ["Nghị định số 1/2020/NĐ-CP ", "Luật ", "số ", "1/", "và các ", "quy định "])
def test_long_texts_do_not_stall(unit):
    times = 200_000 // len(unit)
    assert len(mentions(unit * times)) in (0, times)


@pytest.mark.shared
def test_the_draft_of_the_case():
    path = Path(__file__).parents[3] / "shared" / "data" / "case-khuon-lung" / "draft.txt"
    if not path.exists():
        pytest.skip("../shared is missing")
    text = path.read_text(encoding="utf-8")
    found = mentions(text)
    assert {mention.number for mention in found} == {
        "226-KL/TW", "176/KH-UBND", "534/QĐ-TTg", "87-KH/ĐU", "87-KL/ĐU", "09/2019/NĐ-CP", "406/CT-UBND",
        "64/KH-UBND", "63-KH/TU",
    }  # fmt: skip
    assert {mention.date for mention in found if mention.number == "226-KL/TW"} == {"2025-12-11", ""}

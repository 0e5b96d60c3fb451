"""What the check makes of a draft and a corpus of a few documents, judged as a reader would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from laid_beside import library_of, plain
from passages import BEFORE, BEHIND, EDITED, ITEM, OWN

from drafter.corpus import Corpus, Metadata
from drafter.reuse.check import Reuse, reuse

CENTRAL = Metadata("226-KL/TW", "KL", "về tổ tình nguyện", "Ban Bí thư", "2025-12-11")
PROVINCE = Metadata("15/KH-UBND", "KH", "về tổ tình nguyện", "Ủy ban nhân dân tỉnh Sơn Lâm", "2026-01-15")
COMMUNE = Metadata("3/KH-UBND", "KH", "về tổ tình nguyện", "Ủy ban nhân dân xã Bản Mây", "2026-02-01")
ITEMS = f"I. YÊU CẦU\n1. Nghiêm túc.\nII. NHIỆM VỤ\n1. Chung.\n2. {ITEM}\n3. Báo cáo kết quả bằng tin nhắn."
ANEW = (
    "Vận động viên, huấn luyện viên được thanh toán kinh phí tập huấn theo số ngày thực tế có mặt tại trung tâm thể "
    "thao tỉnh, có xác nhận của giám đốc trung tâm và bảng chấm công hằng tuần; thời gian hưởng không vượt quá thời "
    "gian triệu tập đội tuyển theo quyết định của cơ quan có thẩm quyền.",
    "Kinh phí tập huấn trả cho huấn luyện viên, vận động viên tính bằng số ngày có mặt thật ở trung tâm thể thao "
    "của tỉnh mà giám đốc trung tâm đã xác nhận, kèm bảng chấm công theo tuần; không trả cho thời gian dài hơn thời "
    "gian mà cấp có thẩm quyền đã quyết định triệu tập đội tuyển.",
)

Check = Callable[..., Reuse]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def checked(text: str, issuer: str = "", **documents: str | tuple[str, Metadata]) -> Reuse:
        with library_of(tmp_path, **documents) as corpus:
            return reuse(plain(text), corpus, issuer)

    return checked


def around(passage: str) -> str:
    return f"{BEFORE}\n{passage}\n{BEHIND}"


def test_the_highest_issuer_is_named_and_the_others_are_listed(check: Check) -> None:
    found = check(around(ITEM), xa=(ITEMS, COMMUNE), tinh=(ITEMS, PROVINCE), tw=(ITEMS, CENTRAL))
    (one,) = found.findings
    assert one.source is not None
    assert (one.rule, one.source.number, one.source.locator) == ("reuse.verbatim", "226-KL/TW", "khoản 2 Mục II")
    assert [also.number for also in one.source.also] == ["15/KH-UBND", "3/KH-UBND"]


def test_of_equals_the_earliest_is_named(check: Check) -> None:
    later = Metadata("99/KH-UBND", "KH", "", "Ủy ban nhân dân tỉnh Sơn Lâm", "2026-06-01")
    (one,) = check(around(ITEM), a=(ITEMS, later), b=(ITEMS, PROVINCE)).findings
    assert one.source is not None
    assert one.source.number == "15/KH-UBND"


@pytest.mark.parametrize("issuer", ["Ủy ban nhân dân xã Bản Mây", "UBND xã Bản Mây", "UỶ BAN NHÂN DÂN XÃ BẢN MÂY"])
def test_documents_of_the_same_office_are_no_superior_ones(check: Check, issuer: str) -> None:
    assert check(around(ITEM), issuer, xa=(ITEMS, COMMUNE)).findings == ()


def test_documents_of_the_same_office_are_not_listed_either(check: Check) -> None:
    (one,) = check(around(ITEM), "Ủy ban nhân dân xã Bản Mây", xa=(ITEMS, COMMUNE), tinh=(ITEMS, PROVINCE)).findings
    assert one.source is not None
    assert (one.source.number, one.source.also) == ("15/KH-UBND", ())


def test_what_was_said_anew_is_found(check: Check) -> None:
    theirs, ours = ANEW
    (one,) = check(around(ours), tinh=(f"{OWN}\n{theirs}\n{BEFORE[::-1]}", PROVINCE)).findings
    assert (one.rule, one.text) == ("reuse.paraphrased", ours.rstrip("."))
    assert one.source is not None
    assert one.source.text == theirs.rstrip(".")


def test_sentences_said_anew_beside_a_copied_one_belong_to_its_passage(check: Check) -> None:
    theirs, ours = ANEW
    (one,) = check(around(f"{EDITED} {ours}"), tinh=(f"{OWN}\n{ITEM} {theirs}\nHết.", PROVINCE)).findings
    assert one.text == f"{EDITED} {ours}".rstrip(".")


@pytest.mark.parametrize(
    "passage",
    [
        f"Theo quy định tại khoản 2 Mục II Kết luận số 226-KL/TW, {ITEM}",
        f"“{ITEM}” (Kết luận số 226-KL/TW).",
    ],
    ids=["led in", "in quotation marks"],
)
def test_what_is_cited_with_its_source_is_no_finding_whoever_else_says_it(check: Check, passage: str) -> None:
    found = check(around(passage), tw=(ITEMS, CENTRAL), tinh=(ITEMS, PROVINCE))
    assert found.findings == ()
    assert found.shares.cited > 0.3
    assert [span.of(around(passage)) for span in found.cited] == [ITEM.rstrip(".")]


def test_the_paragraph_behind_a_citation_is_copied_all_the_same(check: Check) -> None:
    text = f"Thực hiện Kết luận số 226-KL/TW của Ban Bí thư.\n{ITEM}\n{BEHIND}"
    found = check(text, tw=(ITEMS, CENTRAL))
    assert [one.rule for one in found.findings] == ["reuse.verbatim"]
    assert found.shares.cited == 0.0
    assert found.findings[0].suggestion == "Thực hiện theo khoản 2 Mục II Kết luận số 226-KL/TW."


def test_a_document_that_the_draft_names_is_found_among_any_number_of_others(check: Check) -> None:
    others = {
        f"k{at}": (ITEMS, Metadata(f"{at}/KH-UBND", "KH", "", f"Ủy ban nhân dân xã Số {at}", "2026-02-01"))
        for at in range(60)
    }
    text = f"Theo Kế hoạch số 3/KH-UBND: {ITEM}\n{BEHIND}"
    assert check(text, **others, xa=(ITEMS, COMMUNE)).findings == ()


FORMULA = "Các đơn vị trực thuộc nghiêm túc tổ chức thực hiện, hằng quý gửi kết quả về cơ quan thường trực"


def test_a_phrase_of_many_issuers_and_years_is_a_formula(check: Check) -> None:
    offices = {
        f"s{at}": (
            f"{OWN[at * 7 :]}\n{FORMULA}.\nSố {at}.",
            Metadata(f"{at}/CV-S{at}", "CV", "", f"Sở Thứ {at}", f"{2021 + at % 5}-03-01"),
        )
        for at in range(12)
    }
    text = f"{BEFORE}\n{FORMULA}.\n{BEHIND}"
    found = check(text, **offices)
    assert found.findings == ()
    assert found.shares.formula > 0.15
    (phrase,) = found.formulas
    assert phrase.of(text) in FORMULA


@pytest.mark.parametrize(
    "sentence",
    [
        "Điều 4. Chánh Văn phòng, Trưởng phòng Kinh tế, thú y bản Nà Cọ chịu trách nhiệm thi hành Quyết định này.",
        "Điều 3. Giải thích từ ngữ\nTrong Quy chế này, các từ ngữ dưới đây được hiểu như sau:",
    ],
    ids=["who carries it out", "definitions"],
)
def test_the_articles_that_every_decision_has_are_formulas(check: Check, sentence: str) -> None:
    found = check(around(sentence), tw=(f"Mở đầu.\n{sentence}\nHết.", CENTRAL))
    assert found.findings == ()
    assert found.shares.formula > 0.15


def test_what_one_document_said_and_others_repeat_that_year_is_copied(check: Check) -> None:
    offices = {
        f"s{at}": (
            f"{OWN[at * 7 :]}\n{FORMULA} của tỉnh.\nSố {at}.",
            Metadata(f"{at}/CV-S{at}", "CV", "", f"Sở Thứ {at}", "2026-03-01"),
        )
        for at in range(12)
    }
    text = f"{BEFORE}\n{FORMULA} của tỉnh, kèm danh sách tổ viên và số điện thoại của từng người.\n{BEHIND}"
    found = check(
        text,
        **offices,
        tw=(f"Mở đầu.\n{FORMULA} của tỉnh, kèm danh sách tổ viên và số điện thoại của từng người.", CENTRAL),
    )
    assert [one.source.number for one in found.findings if one.source] == ["226-KL/TW"]


TARGET = (
    "- Tỷ lệ hồ sơ thủ tục hành chính được số hóa đạt từ 95% trở lên.\n"
    "- Số hội nghị trực tiếp chiếm không quá 40%, số hội nghị trực tuyến chiếm không ít hơn 60% tổng số hội nghị.\n"
    "- Giảm ít nhất 15% số văn bản hành chính so với năm trước."
)


def test_targets_set_from_above_are_noted_with_the_advice_to_cite(check: Check) -> None:
    found = check(around(TARGET), tw=(f"I. CHỈ TIÊU\n1. Chung.\n2. Cụ thể:\n{TARGET}\nII. TỔ CHỨC", CENTRAL))
    (one,) = found.findings
    assert (one.severity, one.fix) == ("info", False)
    assert one.message == (
        "Đoạn này nêu lại chỉ tiêu (đạt từ 95% trở lên, chiếm không quá 40%, chiếm không ít hơn 60% …) của khoản 2 "
        "Mục I Kết luận số 226-KL/TW; chỉ tiêu được giao thì có thể nêu lại, nhưng phải ghi rõ nguồn."
    )
    assert one.suggestion == (
        "Chỉ tiêu thực hiện theo khoản 2 Mục I Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư về tổ tình nguyện."
    )
    assert found.shares.copied == 0.0


def test_a_target_in_a_longer_passage_is_mentioned(check: Check) -> None:
    passage = f"{ITEM.rstrip('.')}, bảo đảm tối thiểu 80% hồ sơ nộp trực tuyến."
    (one,) = check(around(passage), tw=(f"1. {passage}", CENTRAL)).findings
    assert one.severity == "warning"
    assert one.message == (
        "Đoạn này chép nguyên văn mục 1 Kết luận số 226-KL/TW; hãy dẫn chiếu thay vì chép lại. Trong đoạn có chỉ tiêu "
        "được giao (tối thiểu 80%): nếu cần nêu lại thì ghi rõ chỉ tiêu ấy theo văn bản nào."
    )


def test_what_the_draft_repeats_is_noted_with_the_place_where_it_stands_first(tmp_path: Path) -> None:
    text = f"I. MỤC ĐÍCH\n1. {BEFORE}\n2. {ITEM}\nII. NHIỆM VỤ\n1. {BEHIND}\n3. {ITEM}"
    with Corpus(tmp_path) as corpus:
        (one,) = reuse(plain(text), corpus, kind="Kế hoạch").findings
    assert (one.rule, one.severity, one.source, one.start) == ("reuse.repeated", "info", None, text.rindex(ITEM))
    assert one.message == (
        "Đoạn này lặp lại điều đã viết ở khoản 2 Mục I Kế hoạch này; hãy viết một lần rồi dẫn lại chỗ ấy, hoặc bỏ một "
        "trong hai chỗ."
    )
    assert one.suggestion == "Thực hiện theo khoản 2 Mục I Kế hoạch này."
    assert one.score == 1.0


def test_what_is_copied_twice_is_called_copied_and_not_repeated(check: Check) -> None:
    found = check(f"{ITEM}\n{BEHIND}\n{ITEM}", tw=(ITEMS, CENTRAL))
    assert [one.rule for one in found.findings] == ["reuse.verbatim", "reuse.verbatim"]


def test_a_passage_ends_where_the_draft_begins_another_section(check: Check) -> None:
    second = EDITED.replace("Mỗi xóm", "Mỗi bản làng vùng cao") + " Trưởng bản ký xác nhận."
    text = f"I. MỤC ĐÍCH\n{ITEM}\nII. NHIỆM VỤ, GIẢI PHÁP\n{second}"
    source = f"A. CHUNG\nI. MỤC ĐÍCH\n{ITEM}\nII. NHIỆM VỤ, GIẢI PHÁP\n{second}\nIII. KẾT THÚC"
    found = check(f"{BEFORE}\n{text}\n{BEHIND}", tw=(source, CENTRAL))
    assert len(found.findings) == 2
    assert all("NHIỆM VỤ" not in one.text for one in found.findings)


def test_what_a_reference_can_replace_says_so(check: Check) -> None:
    assert [one.fix for one in check(around(ITEM), tw=(ITEMS, CENTRAL)).findings] == [True]


def test_certainty_falls_with_what_was_changed(check: Check) -> None:
    theirs, ours = ANEW
    scores = [
        check(around(passage), tw=(f"{ITEMS}\n{theirs}", CENTRAL)).findings[0].score for passage in (ITEM, EDITED, ours)
    ]
    assert scores[0] is not None
    assert scores == sorted(scores, reverse=True)
    assert 0.9 < scores[0] <= 1.0


DOUBTFUL = (
    "Mỗi thôn cử một tổ tình nguyện đi cùng, được tập huấn kỹ năng hướng dẫn người dân nộp hồ sơ trực tuyến và "
    "tra cứu kết quả, hai bên ký sổ bàn giao máy tính bảng."
)


def test_what_a_neighbour_has_too_is_noted_and_not_counted(check: Check) -> None:
    (one,) = check(around(ITEM), "Ủy ban nhân dân xã Nà Cọ", xa=(ITEMS, COMMUNE)).findings
    assert (one.severity, one.suggestion, one.fix) == ("info", "", False)
    assert one.message == (
        "Đoạn này giống khoản 2 Mục II Kế hoạch số 3/KH-UBND, văn bản của cơ quan không phải cấp trên; nếu cả hai cùng "
        "lấy từ một văn bản cấp trên thì hãy dẫn chiếu văn bản ấy."
    )
    above = check(around(ITEM), "Ủy ban nhân dân xã Nà Cọ", xa=(ITEMS, COMMUNE), tw=(ITEMS, CENTRAL))
    assert [(one.severity, one.source.number) for one in above.findings if one.source] == [("warning", "226-KL/TW")]


def test_a_doubtful_passage_is_called_so_and_not_mended(check: Check) -> None:
    (one,) = check(around(DOUBTFUL), tw=(ITEMS, CENTRAL)).findings
    assert one.score is not None
    assert one.score < 0.7
    assert one.message == (
        "Đoạn này có thể chép khoản 2 Mục II Kết luận số 226-KL/TW rồi sửa; hãy đối chiếu, nếu đúng thì dẫn chiếu "
        "thay vì chép lại."
    )
    assert (one.severity, one.fix) == ("warning", False)


@pytest.mark.parametrize("text", ["Một.", "KẾ HOẠCH", "\u200b.", "1 2 3 4 5 6"])
def test_next_to_nothing_is_no_trouble(check: Check, text: str) -> None:
    assert check(text, tw=(ITEMS, CENTRAL)).findings == ()

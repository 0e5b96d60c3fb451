"""Which stretches of a draft name a document as their source."""

import pytest

from drafter.nlp.mentions import mentions
from drafter.reuse.citations import introduced, name_keys

NUMBER = "38/2019/QH14"
LAW = f"Luật Quản lý thuế số {NUMBER} ngày 13/6/2019"


def led_in(text: str) -> list[str]:
    """What the law introduces, one and more letters long."""
    stretches = introduced(text, mentions(text)).get(NUMBER, [])
    return [words for span in stretches if (words := span.of(text).strip(" \n:.,"))]


def test_a_reference_introduces_the_rest_of_its_paragraph_and_no_more() -> None:
    assert led_in(f"Theo {LAW}, người nộp thuế tự khai.\nTổ trưởng ký.") == ["người nộp thuế tự khai"]


def test_a_law_may_be_called_by_its_name_alone() -> None:
    text = "Căn cứ khoản 4 Điều 29 Luật Hải quan thì:\n“Người khai hải quan khai bổ sung.”"
    (name,) = name_keys("L", "", "Luật Hải quan")
    assert introduced(text, mentions(text))[name][-1].of(text) == "“Người khai hải quan khai bổ sung.”"
    assert name_keys("L", NUMBER, "LUẬT HẢI QUAN") == {name, NUMBER}
    assert name_keys("QĐ", "5/QĐ-TTg", "Quy chế") == name_keys("QĐ", "5/QĐ-TTg", "")


def test_a_quotation_may_stand_before_its_reference() -> None:
    assert "“Người nộp thuế tự khai”" in led_in(f"“Người nộp thuế tự khai” ({LAW}).")


QUOTED = "“Điều 50. Ấn định thuế\n1. Người nộp thuế (gọi là “người nộp”) bị ấn định thuế.\n2. Cơ quan thuế ấn định.”"


@pytest.mark.parametrize("quoted", [QUOTED, QUOTED.replace("“", '"').replace("”", '"')], ids=["curly", "straight"])
def test_a_quotation_of_several_paragraphs_belongs_to_the_reference_above_it(quoted: str) -> None:
    assert led_in(f"Căn cứ {LAW} quy định:\n{quoted}\nTổ trưởng ký.") == [quoted]
    assert led_in(f"Trích {LAW} như sau:\n\n{quoted};\nTổ trưởng ký.") == ["như sau", quoted]


def test_a_quotation_that_nothing_closes_ends_with_its_paragraph() -> None:
    assert led_in(f"Căn cứ {LAW} quy định:\n“Điều 50. Ấn định thuế\nTổ trưởng ký.") == ["“Điều 50. Ấn định thuế"]


def test_what_a_document_is_said_to_lay_down_reaches_to_the_next_reference() -> None:
    for verb in (" quy định", ", quy định như sau", " nêu rõ"):
        text = f"Tại {LAW}{verb}:\n1. Một.\n2. Hai.\nTheo Nghị định số 126/2020/NĐ-CP, ba."
        assert led_in(text)[-1] == "1. Một.\n2. Hai.\nTheo"


def test_a_plan_that_carries_out_a_document_does_not_cite_it_to_its_end() -> None:
    text = f"Thực hiện {LAW}, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n1. Một.\n2. Hai."
    assert led_in(text) == ["Ủy ban nhân dân xã ban hành Kế hoạch như sau"]

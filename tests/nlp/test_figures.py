import unicodedata

import pytest

from drafter.nlp.figures import targets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("số hóa văn bản đạt từ 95% trở lên.", ["đạt từ 95% trở lên"]),
        ("chiếm không quá 40% và chiếm không ít hơn 60%", ["chiếm không quá 40%", "chiếm không ít hơn 60%"]),
        ("thực hiện tinh giản tối thiểu 15% số lượng", ["tinh giản tối thiểu 15%"]),
        ("tối đa 03 cuộc trong năm", ["tối đa 03 cuộc"]),
        ("100% thủ tục", ["100%"]),
        ("đạt 8,5 điểm trở lên", ["đạt 8,5 điểm trở lên"]),
        ("giảm 10 phần trăm số hội nghị", ["giảm 10 phần trăm"]),
        ("không quá 05 ngày làm việc", []),
        ("thời gian họp không quá 1/2 ngày", []),
        ("tối đa 2.500.000 đồng", []),
        ("Điều 5 Nghị định số 30/2020/NĐ-CP", []),
        ("từ ngày 01/7/2025", []),
        ("không quá năm trang", []),
    ],
)
def test_targets(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in targets(text)] == found


def test_decomposed_text_keeps_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "tỷ lệ đạt từ 95% trở lên")
    (span,) = targets(text)
    assert span.of(text) == unicodedata.normalize("NFD", "đạt từ 95% trở lên")

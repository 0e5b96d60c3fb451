import pytest
from worded import judged, of_text
from worded_sentences import (
    ABBREVIATION,
    CAPITAL,
    COMMA,
    DASH,
    DOUBLED,
    MISSPELLED,
    SILENT,
    SPACING,
    TONES,
    UNIT,
)

TABLES = {
    "word.misspelled": MISSPELLED,
    "word.doubled": DOUBLED,
    "word.unit": UNIT,
    "word.abbreviation": ABBREVIATION,
    "word.comma": COMMA,
    "word.capital": CAPITAL,
    "word.spacing": SPACING,
    "word.tones": TONES,
    "word.dash": DASH,
}
ROWS = [(rule, sentence, right) for rule, rows in TABLES.items() for sentence, right in rows]


def test_the_tables_are_as_long_as_they_have_to_be() -> None:
    assert len(ROWS) >= 70, "those of whole documents apart"
    assert len(SILENT) >= 80
    assert len({sentence for _, sentence, _ in ROWS} | set(SILENT)) == len(ROWS) + len(SILENT)


@pytest.mark.parametrize(("rule", "sentence", "right"), ROWS, ids=[row[1] for row in ROWS])
def test_what_is_wrong_is_told_where_it_stands(rule: str, sentence: str, right: str) -> None:
    start, end = sentence.index("‹"), sentence.index("›") - 1
    (found,) = judged(sentence.replace("‹", "").replace("›", ""))
    assert (found.rule, found.start, found.end) == (rule, start, end)
    assert right in found.suggestion


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    assert judged(sentence) == ()


def test_places_are_those_of_the_text_as_it_stands() -> None:
    """Decomposed letters, no-break blanks."""
    import unicodedata

    text = unicodedata.normalize("NFD", "Khắc phục\u00a0tình trạng chông chéo trong chỉ đạo.")
    (found,) = judged(text)
    assert found.text == unicodedata.normalize("NFD", "chông")
    assert text[found.start : found.end] == found.text


def test_a_scan_is_not_judged_by_its_letters() -> None:
    checked = of_text("Khắc phục tình trạng chông chéo. Ba thôn đạt 95%, 90, 85%.", origin="scan")
    assert [found.rule for found in checked.findings] == ["word.unit"]
    assert "word.misspelled" in checked.not_evaluated
    assert "word.unit" in checked.evaluated

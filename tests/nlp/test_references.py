import unicodedata

import pytest
from sentences import SENTENCES, SILENT

from drafter.nlp.references import references


def seen(text: str) -> list[str]:
    """What is named: "kind number date issuer", "-" for what is not said."""
    return [
        " ".join(said or "-" for said in (one.mention.kind, one.number, one.mention.date, one.mention.issuer))
        for one in references(text)
    ]


def test_there_are_enough_sentences() -> None:
    texts = [text for text, _ in SENTENCES]
    assert len(set(texts)) == len(texts)
    assert len(SENTENCES) + len(SILENT) >= 150


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_names_these_documents(text: str, expected: tuple[str, ...]) -> None:
    assert seen(text) == list(expected)
    decomposed = [unicodedata.normalize("NFC", one) for one in seen(unicodedata.normalize("NFD", text))]
    assert decomposed == list(expected)


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_names_none(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES])
def test_a_reference_covers_its_number_or_its_name(text: str) -> None:
    for one in references(text):
        said = "".join(one.span.of(text).split()).replace("–", "-")
        assert one.mention.number.split("/")[0].split("-")[0] in said


def test_what_is_not_clear_is_not_guessed() -> None:
    text = "Quyết định số 12/QĐ-UBND và Quyết định số 15/QĐ-UBND được ban hành. Quyết định nêu trên có hiệu lực."
    assert seen(text) == ["QĐ 12/QĐ-UBND - -", "QĐ 15/QĐ-UBND - -"]


def test_the_paragraph_tells_which_of_several_is_meant() -> None:
    text = "Quyết định số 12/QĐ-UBND được ban hành.\nTheo Quyết định số 15/QĐ-UBND, Quyết định nêu trên hết hiệu lực."
    assert seen(text)[-1] == "QĐ 15/QĐ-UBND - -"


def test_a_short_one_says_so() -> None:
    references_found = references("Kết luận số 226-KL/TW; Kết luận 226.")
    assert [one.is_short for one in references_found] == [False, True]
    assert references_found[0].identity == references_found[1].identity

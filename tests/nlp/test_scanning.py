import re
import threading
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.nlp.scanning import INVISIBLE, LINE, SENTENCE, Scan, scanned

# The same in the words of a regular expression, which is slow and plain.
SYLLABLE = re.compile(
    rf"[^\W_][\w\u0300-\u036f{INVISIBLE}]*(?:&(?=[^\W_])[\w\u0300-\u036f{INVISIBLE}]*)*",
)
TEXTS = st.text(st.sampled_from("abđĐÐêộỘy_0\u0301\u0323\u200b\u00ad\u00a0 \n\t.,;:…&-(15%“”𝟗😀漢\ud800"), max_size=60)


def written(scan: Scan, text: str) -> list[str]:
    return [text[start:end] for start, end in zip(scan.starts.tolist(), scan.ends.tolist(), strict=True)]


@given(TEXTS)
def test_syllables_are_those_of_the_regular_expression(text: str) -> None:
    scan = scanned(text)
    assert written(scan, text) == SYLLABLE.findall(text)
    assert [scan.spellings.written[number] for number in scan.numbers.tolist()] == SYLLABLE.findall(text)


@given(TEXTS, TEXTS)
def test_a_spelling_has_one_number_wherever_it_stands(before: str, behind: str) -> None:
    text = f"{before} nhân {behind}"
    scan = scanned(text)
    numbers = {number for number, one in zip(scan.numbers, written(scan, text), strict=True) if one == "nhân"}
    assert numbers == {scan.spellings.number("nhân")}


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        ("một hai", [LINE, 0]),
        ("một. hai", [LINE, SENTENCE]),
        ("một; hai: ba!", [LINE, SENTENCE, SENTENCE]),
        ("1.250 đồng", [LINE, 0, 0]),
        ("một … hai", [LINE, SENTENCE]),
        ("một.\nhai", [LINE, LINE]),
        ("một, hai", [LINE, 0]),
        ("30/2020/NĐ-CP.", [LINE, 0, 0, 0]),
        ("", []),
    ],
)
def test_pauses(text: str, pauses: list[int]) -> None:
    assert scanned(text).pauses.tolist() == pauses


def test_threads_agree_on_the_numbers() -> None:
    texts = [" ".join(f"chữ{thread % 7}x{at}" for at in range(3000)) for thread in range(14)]
    found: dict[int, list[int]] = {}

    def read(which: int) -> None:
        found[which] = scanned(texts[which]).numbers.tolist()

    threads = [threading.Thread(target=read, args=(which,)) for which in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[which] == found[which % 7] for which in found)
    assert len({tuple(numbers) for numbers in found.values()}) == 7


def test_decomposed_letters_stay_with_their_syllable() -> None:
    text = unicodedata.normalize("NFD", "Ủy ban nhân dân")
    assert written(scanned(text), text) == text.split()

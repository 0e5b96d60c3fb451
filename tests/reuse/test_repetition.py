import pytest
from passages import BEFORE, BEHIND, ITEM, OWN

from drafter.document import Span
from drafter.reuse.repetition import repetitions
from drafter.reuse.tokens import tokens


def repeated(text: str, silent: str = "") -> list[tuple[str, str]]:
    """What a text says twice: the first time, and again."""
    draft = tokens(text)
    if silent:
        draft = draft.silent([Span(text.index(silent), text.index(silent) + len(silent))])
    return [(draft.span(*one.first).of(text), draft.span(*one.again).of(text)) for one in repetitions(draft)]


def test_what_stands_twice_is_found_where_it_stands_again() -> None:
    text = f"{ITEM}\n{OWN}\n{ITEM}\n{BEHIND}"
    whole = ITEM.rstrip(".")
    assert repeated(text) == [(whole, whole)]


def test_a_few_other_syllables_do_not_matter() -> None:
    changed = ITEM.replace("năm thành viên", "sáu thành viên")
    (one,) = repetitions(tokens(f"{ITEM}\n{OWN}\n{changed}"))
    assert 0.95 < one.same < 1.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "một",
        OWN,
        f"{ITEM}\n{OWN}",
        f"{BEFORE[:60]}\n{OWN}\n{BEFORE[:60]}",
        "\n".join(f"Bước {at}\nVăn thư\n0,5 ngày\nLãnh đạo phòng\nKiểm tra, trình ký\nVăn bản" for at in range(20)),
        "\n".join([ITEM] * 6),
    ],
    ids=["nothing", "a syllable", "all different", "once", "too short", "a table", "a form"],
)
def test_what_is_no_repetition(text: str) -> None:
    assert repeated(text) == []


def test_what_is_silent_does_not_count() -> None:
    assert repeated(f"{ITEM}\n{OWN}\n{ITEM}", silent=ITEM) == []


def test_three_times_is_told_twice() -> None:
    text = f"{ITEM}\n{OWN}\n{ITEM}\n{BEFORE}\n{ITEM}"
    assert [again for _, again in repeated(text)] == [ITEM.rstrip(".")] * 2

import pytest
from passages import BEFORE, BEHIND, OWN

from drafter.document import Span
from drafter.reuse.rewriting import Kinship, answering, kinship, sentence, told
from drafter.reuse.tokens import Segment, Tokens, tokens

THEIRS = (
    "Vận động viên, huấn luyện viên được thanh toán kinh phí tập huấn theo số ngày thực tế có mặt tại trung tâm thể "
    "thao, có xác nhận của giám đốc trung tâm."
)
OURS = (
    "Kinh phí tập huấn trả cho huấn luyện viên, vận động viên tính bằng số ngày có mặt thật ở trung tâm thể thao mà "
    "giám đốc trung tâm đã xác nhận."
)


def where(text: str, words: str) -> Segment:
    start = text.index(words)
    return tokens(text).inside(Span(start, start + len(words)))


def whole(text: Tokens) -> Segment:
    return 0, len(text)


def test_a_text_is_wholly_akin_to_itself() -> None:
    text = tokens(THEIRS)
    akin = kinship(text, whole(text), text, whole(text))
    assert (akin.ours, akin.theirs, akin.least) == pytest.approx((1.0, 1.0, 1.0))
    assert akin.words > 5
    assert akin.shared == pytest.approx(told(text, whole(text), text, whole(text)))


def test_the_same_in_other_words_is_akin_and_another_subject_is_not() -> None:
    ours, theirs, own = tokens(OURS), tokens(THEIRS), tokens(OWN)
    assert kinship(ours, whole(ours), theirs, whole(theirs)).least > 0.6
    assert kinship(own, whole(own), theirs, whole(theirs)).least < 0.2


def test_segments_without_words_are_akin_to_nothing() -> None:
    text = tokens("và của các")
    assert kinship(text, whole(text), text, whole(text)) == Kinship(0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("at", [3, 20], ids=["at its beginning", "in its middle"])
def test_the_sentences_that_answer_each_other_are_found_whole(at: int) -> None:
    text, source_text = f"{BEFORE}\n{OURS}\n{BEHIND}", f"{OWN}\n{THEIRS}\n{OWN}"
    draft, source = tokens(text), tokens(source_text)
    first = where(text, OURS)[0]
    passage = where(source_text, THEIRS)
    ours, theirs = answering(draft, sentence(draft, first + at), source, (passage[0] - 5, passage[1] + 10))
    assert draft.span(*ours).of(text) == OURS.rstrip(".")
    assert source.span(*theirs).of(source_text) == THEIRS.rstrip(".")


def test_the_sentence_around_a_syllable() -> None:
    text = tokens("Một hai. Ba bốn; năm")
    assert [sentence(text, at) for at in range(5)] == [(0, 2), (0, 2), (2, 4), (2, 4), (4, 5)]


def test_parts_together() -> None:
    both = Kinship(2, 10.0, 1.0, 0.5) + Kinship(3, 30.0, 0.5, 0.5)
    assert both == Kinship(5, 40.0, 0.625, 0.5)

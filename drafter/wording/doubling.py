"""Words that are typed twice: "của của", "thực hiện thực hiện", "báo báo cáo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.nlp.compounds import Compounds, compounds
from drafter.nlp.syllables import normal
from drafter.wording.reading import Reading, Remark
from drafter.wording.tokens import Token


def _forms(words: str) -> frozenset[str]:
    return frozenset(map(normal, words.split()))


_NEVER = _forms("của và các những được cho với trong tại về theo đã để từ do bởi phải trên việc khi nếu thì mà bị cũng vào")
"""Words that nobody says twice on purpose."""
_TWICE = _forms(
    "luôn dần xanh ngày người nhà đời đêm năm tháng mãi xa gần vừa thường lâu đều nhanh chậm nhẹ đẹp cao nhỏ to rất thật"
    " hay khăng từ đùng ầm rưng rành ngành nơi chốn lớp tầng hàng muôn song hằng đâu ai gì ba hai một mười trăm nghìn"
    " bốn sáu bảy tám chín tư chuồn bươm cào châu đu ba chôm thoang sang quan đơn khơi xinh đo rì ào từng hoài mau"
)
"""Words that are doubled to say more, and figures in words."""


def doublings(reading: Reading) -> Iterator[Remark]:
    """Words said twice in a row, within a line."""
    words, table = reading.words, compounds()
    done = 0
    for at in range(1, len(words)):
        form = words[at].form
        sizes = (size for size in (1, 2, 3) if size <= at and words[at - size].form == form)
        length = max((size for size in sizes if _is_doubled(words, at, size, table)), default=0)
        if length and at >= done:
            done = at + length
            first, last = words[at - length], words[at + length - 1]
            said = " ".join(word.written for word in words[at - length : at])
            message = f"“{reading.text[first.start : last.end]}” lặp chữ “{said}”; bỏ một lần."
            yield Remark("word.doubled", first.start, last.end, message, f"Viết “{said}”.")


def _is_doubled(words: Sequence[Token], at: int, size: int, table: Compounds) -> bool:
    """Whether the words from `at` on are those before it, so many, and not meant so."""
    if at + size > len(words) or not all(word.joined for word in words[at - size + 1 : at + size]):
        return False
    first, again = words[at - size : at], words[at : at + size]
    if any(one.form != other.form for one, other in zip(first, again, strict=True)):
        return False
    if all(word.written[0].isupper() for word in (*first, *again)):  # a name, or all in capitals
        return False
    if size > 1:
        return len({word.form for word in first}) == size and _holds_compound(first, table)
    return _is_slip(words, at, table)


def _holds_compound(words: Sequence[Token], table: Compounds) -> bool:
    return any(table.is_compound(one.form, other.form) for one, other in zip(words, words[1:], strict=False))


def _is_slip(words: Sequence[Token], at: int, table: Compounds) -> bool:
    """Whether a single word that stands twice does so by mistake: neither is it part of two words that meet there, as in
    "thực hiện hiện đại hóa", nor one that is doubled to say more."""
    form = words[at].form
    if form in _TWICE or table.together(form, form) or len(form) < 2:
        return False
    before = words[at - 2].form if at > 1 and words[at - 1].joined else ""
    behind = words[at + 1].form if at + 1 < len(words) and words[at + 1].joined else ""
    left, right = table.is_compound(before, form), table.is_compound(form, behind)
    return not (left and right) and (form in _NEVER or left or right)

"""Words that are typed twice: "của của", "thực hiện thực hiện", "báo báo cáo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.nlp.compounds import Compounds, compounds
from drafter.nlp.syllables import normal
from drafter.wording.reading import Reading, Remark
from drafter.wording.tokens import Token


def _forms(words: str) -> frozenset[str]:
    return frozenset(map(normal, words.split()))


_NEVER = _forms(
    "của và các những được cho với trong tại về theo đã để từ do bởi phải trên việc khi nếu thì mà bị cũng vào"
)
"""Words that nobody says twice on purpose."""
_TWICE = _forms(
    "luôn dần xanh ngày người nhà đời đêm năm tháng mãi xa gần vừa thường lâu đều nhanh chậm nhẹ đẹp cao nhỏ to rất"
    " thật hay khăng từ rành ngành nơi chốn lớp tầng hàng muôn song hằng đâu ai gì xinh rì ào từng mau"
    " một hai ba bốn tư năm sáu bảy tám chín mười trăm nghìn"
)
"""Words that are doubled to say more, and figures in words."""
_WHOLE = frozenset(
    tuple(map(normal, words))
    for words in (
        ("tiếp", "theo"),
        ("kèm", "theo"),
        ("hiện", "tại"),
        ("tồn", "tại"),
        ("trở", "về"),
        ("bên", "trong"),
        ("phía", "trên"),
    )
)
"""Words that end with one of these: "trình tự tiếp theo theo quy định"."""
_STEPS = _forms("từng ngày hết mỗi cứ")
"""With which phrases begin that are doubled to say more."""


def doublings(reading: Reading) -> Iterator[Remark]:
    """Words said twice in a row, within a line."""
    words, table = reading.words, compounds()
    forms = [word.form for word in words]
    done = 0
    for at, form in enumerate(forms):
        if form not in forms[max(0, at - 3) : at] or at < done:
            continue
        sizes = (size for size in (3, 2, 1) if size <= at and forms[at - size] == form)
        length = next((size for size in sizes if _is_doubled(words, at, size, table)), 0)
        if length:
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
    if again[0].written[0].isupper() and first[0].written[0].islower():  # "Đảng bộ Bộ Tài chính"
        return False
    if all(word.written[0].isupper() for word in (*first, *again)):  # a name, or all in capitals
        return False
    if size > 1:
        repeated = first[0].form in _STEPS
        return not repeated and len({word.form for word in first}) == size and _holds_compound(first, table)
    return _is_slip(words, at, table)


def _holds_compound(words: Sequence[Token], table: Compounds) -> bool:
    return any(table.is_compound(one.form, other.form) for one, other in pairwise(words))


def _is_slip(words: Sequence[Token], at: int, table: Compounds) -> bool:
    """Whether a single word that stands twice does so by mistake: no two words meet there, as in "thực hiện hiện đại
    hóa", nor is it doubled to say more."""
    form = words[at].form
    if form in _TWICE or table.together(form, form) or len(form) < 2:
        return False
    before = words[at - 2].form if at > 1 and words[at - 1].joined else ""
    behind = words[at + 1].form if at + 1 < len(words) and words[at + 1].joined else ""
    left, right = table.is_compound(before, form), table.is_compound(form, behind)
    if form in _NEVER:
        return not (left and right) and (before, form) not in _WHOLE
    return (left or right) and not (table.together(before, form) and table.together(form, behind))

"""Which items of a document are tasks."""

from __future__ import annotations

import re

from drafter.nlp.actions import is_action
from drafter.nlp.deadlines import MASK
from drafter.nlp.items import Rank
from drafter.tasks.material import Material
from drafter.tasks.sections import Sort, sort_of

_DIRECT = frozenset({"CT", "CĐ", "KL"})
"""Kinds whose numbered items assign work whatever stands above them."""
_TITLE_AT_MOST = 260
_SMALL_TITLE_AT_MOST = 60
"""Characters of titles of sections, and of those with letters and dashes."""
_FEWEST = 3
"""Words of a task."""
_FORMULA = re.compile(
    r"Trên đây là|Trong quá trình|Quá trình (?:tổ chức )?(?:triển khai|thực hiện)|(?:Kế hoạch|Quyết định|Chỉ thị"
    r"|Chương trình|Công điện|Nghị quyết) này (?:có hiệu lực|thay thế"
    r"|được|thực hiện)|Nếu có|(?:Căn cứ|Theo) (?:Luật|Nghị định|Quyết định|đề nghị)[^,]*;$|Nơi nhận|Người phụ trách:"
    r"|Kèm theo|Gồm|Bao gồm|Ví dụ|Lưu ý:|Ghi chú",
    re.IGNORECASE,
)
_CARRIES_OUT = re.compile(
    r"(?:(?:chịu|có)\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?(?:thi\s+hành|thực\s+hiện)|căn\s+cứ|thi\s+hành)"
    r"\s+(?:Quyết\s+định|Nghị\s+quyết|Chỉ\s+thị|Kế\s+hoạch|Công\s+điện)\s+này[\s./]*$"
)
_EXHORTS = re.compile(
    r"(?:yêu\s+cầu|đề\s+nghị)\s+.{0,200}?(?:nghiêm\s+túc|khẩn\s+trương|tích\s+cực"
    r"|quan\s+tâm)?,?\s*(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện)"
    r"(?:,?\s*(?:tổ\s+chức\s+)?thực\s+hiện)?(?:\s+(?:nghiêm\s+túc|có\s+hiệu\s+quả|hiệu\s+quả"
    r"|tốt))*(?:\s+(?:các\s+nội\s+dung\s+)?(?:Kế\s+hoạch|Chỉ\s+thị|Chương\s+trình)\s+này)?[\s./]*$",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"(?:tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai)\s+theo\s+(?:(?:các\s+)?(?:tiểu\s+)?(?:điểm|khoản|mục|điều|phần|chương)"
    rf"\s+[\w.]+(?:\s*[,;]|\s+và)?\s+)*(?:[^.;]{{0,40}}ban\s+hành\s+kèm\s+theo\s+)?{MASK}+[\s./;]*$",
    re.IGNORECASE,
)
"""Nothing but a reference, its document masked: what is to be done, by whom and when stands there."""
_FOLLOWS = re.compile(
    r"(?!\s+\w+(?:\s+\w+)?\s+không\s+quá\b)(?:\s+(?!(?:là|có|được|phải|không|gồm|đã|thì|chưa|sẽ|chỉ|tự)\b)[^\W\d_]+\s+\w|\s*[:,]\s*\w"
    r"|\s+(?:là|có trách nhiệm|phải|được giao)\b)"
)
_GIVES = re.compile(r"(?:[^,;:]{0,120},\s+)?(?:Giao|Phân công|Yêu cầu|Đề nghị)\b")
_CHARGES = re.compile(r"(?:có|chịu) trách nhiệm|chủ trì")


def is_task(material: Material, at: int) -> bool:
    """Whether an item is something that somebody has to do, not its title, its details or its fields."""
    item, words = material.items[at], material.words(at)
    if _FORMULA.match(words) or _CARRIES_OUT.search(words) or _EXHORTS.search(words) or len(words.split()) < _FEWEST:
        return False
    if _REFERS.match(material.hidden(at)):
        return False
    if material.is_field(at) or is_title(material, at) or is_detail(material, at):
        return False
    sort = section_sort(material, at)
    if sort == "assigns" and (item.rank < Rank.plain or item.above >= 0):
        return _does(material, at)
    return sort in (None, "costs", "assigns") and _assigns_openly(material, at)


def is_title(material: Material, at: int) -> bool:
    """Whether the item is only the title of those below it."""
    if at not in material.titles:
        material.titles[at] = _is_title(material, at)
    return material.titles[at]


def _is_title(material: Material, at: int) -> bool:
    item, words, below = material.items[at], material.items[at].words, material.below[at]
    if item.rank <= Rank.roman and item.rank is not Rank.chapter:
        return True
    if (named := material.task_field(at)) and not named.value:
        return True
    if not any(_may_be_task(material, one) for one in below):
        if not words.endswith((".", ";", ":")) and any(not material.fields[one] for one in below):
            return True
        empty = words.endswith(":") and bool(below) and not material.duty(at).lead and not is_action(words)
        return bool(material.heading_leads(at)) or empty
    listed = item.rank is Rank.dash and material.items[below[0]].rank is Rank.plus
    if listed and not material.heading_leads(at) and not all(material.duty(one).begins for one in below):
        return False
    if any(material.is_field(deep) for one in below if not material.is_field(one) for deep in material.below[one]):
        return True  # those below it have leads and dates of their own
    return words.endswith(":") or (len(words) <= _TITLE_AT_MOST and not words.endswith((".", ";", "./.")))


def is_detail(material: Material, at: int) -> bool:
    """Whether the item only says more of the task that holds it."""
    item, above = material.items[at], material.items[at].above
    if above < 0 or is_title(material, above):
        return False
    if any(material.is_field(one) for one in material.below[at]):
        return False  # it has a lead or a date of its own
    listed = item.rank is Rank.plus and material.items[above].rank is Rank.dash
    return listed or any(material.is_field(one) for one in material.below[above])


def section_sort(material: Material, at: int) -> Sort | None:
    """What the section of an item is for, by the nearest heading that tells.

    A heading that names somebody assigns work, unless the section above it is for something else.
    """
    item = material.items[at]
    named = False
    for above in material.above(at):
        holder = material.items[above]
        if material.is_field(above):
            continue
        if material.heading_leads(above) or (holder.rank > Rank.roman and material.duty(above).begins):
            named = True
        elif len(holder.words) <= (_TITLE_AT_MOST if holder.rank < Rank.letter else _SMALL_TITLE_AT_MOST) and (
            holder.rank <= Rank.roman or not is_action(holder.words)
        ):
            sort = sort_of(holder.words)
            if sort:
                return "assigns" if named and sort == "dates" else sort
        if holder.rank is Rank.chapter and material.kind == "QĐ":
            return "assigns" if named else None
    if named or (item.rank < Rank.plain and material.kind in _DIRECT):
        return "assigns"
    return None


def _does(material: Material, at: int) -> bool:
    """Whether the item says what is to be done, and not what is so."""
    if at not in material.actions:
        material.actions[at] = _is_to_be_done(material, at)
    return material.actions[at]


def _is_to_be_done(material: Material, at: int) -> bool:
    item, words, named = material.items[at], material.words(at), material.duty(at)
    if named.begins:
        return is_action(words[named.begins :].strip(" :,")) or bool(_FOLLOWS.match(words[named.begins :]))
    inside = (said for one in (at, *material.below[at]) for said in material.fields[one])
    return (
        is_action(words)
        or bool(named.lead)
        or (not words.startswith("Về ") and any(one.label in ("lead", "deadline") for one in inside))
        or (bool(material.heading_leads(item.above)) and item.rank < Rank.plain)
    )


def _assigns_openly(material: Material, at: int) -> bool:
    """Whether somebody is named who is to do it, whatever the section."""
    words, named = material.words(at), material.duty(at)
    return bool(named.lead) and bool(_GIVES.match(words) or named.chairs or _CHARGES.search(words))


def _may_be_task(material: Material, at: int) -> bool:
    words = material.words(at)
    below = any(_may_be_task(material, one) for one in material.below[at])
    if material.is_field(at) or len(words.split()) < _FEWEST or _FORMULA.match(words):
        return below and not material.is_field(at)
    return below or _does(material, at)

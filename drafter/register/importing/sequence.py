"""What rows tell of one another: numbers given twice, numbers left out, days that do not follow the numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from drafter.nlp.written import day as written
from drafter.register.importing.days import swapped
from drafter.register.importing.rows import Draft
from drafter.register.rules import Rules
from drafter.register.series import Names
from drafter.register.values import Record

_MOST_NAMED = 5
"""Numbers left out that are named one by one."""


def judge(drafts: Sequence[Draft], year: int, whole: bool) -> None:
    """Adds to each draft what the others tell of it; refuses the second of two with one number.

    `whole` says whether the register is that of all units: in one of a single unit numbers are missing anyway.
    """
    numbered = [draft for draft in drafts if draft.record.number is not None]
    shared, by_kind = Names(year, Rules(numbering="one")), Names(year, Rules(numbering="kind"))
    apart = _kinds_apart(numbered, shared)
    series: dict[str, list[Draft]] = defaultdict(list)
    for draft in numbered:
        series[(by_kind if draft.record.kind in apart else shared).of(draft.record)].append(draft)
    for members in series.values():
        _refuse_second(members)
        members.sort(key=lambda draft: (draft.record.number or 0, draft.record.suffix))
        if whole:
            _doubt_gaps(members)
        _doubt_order([draft for draft in members if draft.record.date and not draft.refused])
    _doubt_symbols(numbered)


def _kinds_apart(drafts: Iterable[Draft], names: Names) -> frozenset[str]:
    """The kinds that have a series of their own here, told by what leaves fewest numbers out and gives fewest twice.

    The rules of the office are not known where a file is read; `drafter.register.batches` holds against them.
    """
    shared: dict[str, dict[str, set[tuple[int, str]]]] = defaultdict(lambda: defaultdict(set))
    for draft in drafts:
        record = draft.record
        shared[names.of(record)][record.kind].add((record.number or 0, record.suffix))
    apart: set[str] = set()
    for kinds in shared.values():
        while len(kinds) > 1 and (kind := _better_apart(kinds)):
            apart.add(kind)
            del kinds[kind]
    return frozenset(apart)


def _better_apart(kinds: dict[str, set[tuple[int, str]]]) -> str:
    """The kind whose numbers run better by themselves, "" where none do."""
    times = Counter(number for numbers in kinds.values() for number in numbers)
    tops = sorted(((max(numbers)[0], kind) for kind, numbers in kinds.items()), reverse=True)
    last = tops[0][0]
    best, gain = "", 0
    for kind, numbers in kinds.items():
        others_last = next(top for top, other in tops if other != kind)
        twice = sum(1 for number in numbers if times[number] > 1)
        only_here = len(numbers) - twice
        # Left out: up to the last number less those that are there. Twice: what this kind shares with the others.
        left_out_before = last - len(times)
        left_out_after = (others_last - (len(times) - only_here)) + (max(numbers)[0] - len(numbers))
        saved = (left_out_before + twice) - left_out_after
        if saved > gain:
            best, gain = kind, saved
    return best


def _refuse_second(members: Iterable[Draft]) -> None:
    seen: dict[tuple[int | None, str], Draft] = {}
    for draft in members:
        if draft.refused:
            continue
        first = seen.setdefault((draft.record.number, draft.record.suffix), draft)
        if first is not draft:
            draft.refused = (
                f"số {draft.record.notation} trùng với số {first.record.notation} ở {first.place};"
                " hãy sửa số, hoặc xóa dòng thừa."
            )


def _doubt_gaps(members: Sequence[Draft]) -> None:
    before = 0
    for draft in members:
        number = draft.record.number or 0
        if number > before + 1:
            draft.doubts.append(f"trước số này {_missing(before + 1, number - 1)} không có trong sổ")
        before = number


def _missing(first: int, last: int) -> str:
    if first == last:
        return f"số {first:02}"
    if last - first < _MOST_NAMED:
        return f"các số {', '.join(f'{number:02}' for number in range(first, last + 1))}"
    return f"các số từ {first:02} đến {last:02}"


def _doubt_order(members: Sequence[Draft]) -> None:
    """Doubts the fewest days that have to be wrong if days follow numbers."""
    right = _longest_rising([draft.record.date for draft in members])
    for at, draft in enumerate(members):
        if at in right:
            continue
        before = next((members[other].record for other in range(at - 1, -1, -1) if other in right), None)
        after = next((members[other].record for other in range(at + 1, len(members)) if other in right), None)
        draft.doubts.append(_out_of_order(draft.record, before, after))


def _out_of_order(record: Record, before: Record | None, after: Record | None) -> str:
    near = [f"số {one.notation} ngày {written(one.date)}" for one in (before, after) if one]
    told = f"ngày {written(record.date)} không theo thứ tự số ({', '.join(near)})"
    other = swapped(record.date)
    first, last = before.date if before else "", after.date if after else "9"
    if other and first <= other <= last:
        told += f"; có thể là {written(other)}, ngày và tháng bị đổi chỗ"
    return told


def _longest_rising(days: Sequence[str]) -> set[int]:
    """The places of a longest run of days that never goes back."""
    ends: list[str] = []
    places: list[int] = []
    before: list[int] = []
    for at, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [day]
        places[length : length + 1] = [at]
    found: set[int] = set()
    at = places[-1] if places else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


def _doubt_symbols(drafts: Sequence[Draft]) -> None:
    """Doubts numbers without a symbol where most have one."""
    without = [draft for draft in drafts if not draft.record.symbol]
    if len(without) * 2 < len(drafts):
        for draft in without:
            draft.doubts.append("chỉ có số, không có ký hiệu")

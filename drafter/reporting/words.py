"""The sentences of a period's report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.nlp.kinds import kind_name
from drafter.nlp.written import capital, figure
from drafter.register.avoided import How
from drafter.register.periods import Account, Figures
from drafter.register.periods.corrections import Effect
from drafter.register.periods.gathered import Meetings
from drafter.render.period_tables import day_of, in_period, is_told_twice, share, written_day
from drafter.render.periods import gap_words
from drafter.render.register import NO_UNIT, percent_text

_NAMED, _GAPS = 8, 20
"""As many units, and as many gaps, are named."""
_EFFECTS: dict[Effect, str] = {
    "added": "được tính thêm",
    "dropped": "không tính nữa",
    "moved": "được tính vào chỗ khác",
}
_DONE: dict[How, str] = {
    "merged": "gộp {} dự thảo vào văn bản khác",
    "replaced": "dùng văn bản đã có thay cho {} dự thảo",
    "dropped": "không ban hành {} dự thảo",
}


def opening(figures: Figures, organ: str) -> str:
    """What is reported, by whom."""
    year, percent = figures.period.year, percent_text(figures.whole.percent)
    words = f"Thực hiện chỉ tiêu năm {year} giảm ít nhất {percent}% số văn bản hành chính so với năm {year - 1}"
    return f"{words}, {organ} báo cáo kết quả {figures.period.title}{_of(figures)} như sau:"


def issued(figures: Figures) -> str:
    """In the period, against the same of the year before."""
    sums = figures.sums
    words = f"{capital(in_period(figures))} đã ban hành {figure(sums.issued)} văn bản hành chính"
    return f"{words}{_compared(sums.issued, sums.same_period, figures)}."


def in_the_year(figures: Figures) -> Iterator[str]:
    """In the year up to the period's end, where that is another figure."""
    sums = figures.sums
    if is_told_twice(figures):
        words = f"Tính từ đầu năm đến ngày {_until(figures)} đã ban hành {figure(sums.cumulative)} văn bản"
        yield f"{words}{_compared(sums.cumulative, sums.same_cumulative, figures)}."
    if figures.undated:
        yield (
            f"Số từ đầu năm có {figure(figures.undated)} văn bản không ghi ngày trong năm {figures.period.year}, không "
            "tính được vào tháng nào."
        )


def target(figures: Figures) -> Iterator[str]:
    """Against what is allowed of the year."""
    whole, base, year = figures.whole, figures.whole.baseline, figures.period.year
    if whole.allowed is None or whole.left is None or base.figure is None:
        yield f"Chưa có số văn bản của năm {base.year} nên chưa xác định được số được phép ban hành của năm {year}."
        return
    source = f"theo {base.source}" if base.origin == "entered" else "theo sổ đăng ký văn bản đi"
    yield (
        f"Năm {base.year} đã ban hành {figure(base.figure)} văn bản ({source}); giảm ít nhất "
        f"{percent_text(whole.percent)}% thì năm {year} được ban hành nhiều nhất {figure(whole.allowed)} văn bản. "
        f"Đến ngày {_until(figures)} đã ban hành {figure(whole.issued)} văn bản"
        f"{_part(whole.issued, whole.allowed)}, {_left(whole.left)}."
    )
    if base.origin == "entered":
        yield f"Số của từng tháng, từng quý năm {base.year} là ước tính, chia đều số của cả năm."


def basis(account: Account) -> Iterator[str]:
    """On which state of the register the figures rest."""
    closing, figures = account.closing, account.figures
    if closing:
        words = f"Số liệu do {closing.who} chốt ngày {day_of(closing.at)} theo sổ đăng ký văn bản đi"
        yield f"{words}, khi còn số chưa rõ; lý do: {_sentence(closing.reason)}" if closing.reason else f"{words}."
    elif figures.as_of < figures.period.last:
        yield f"Kỳ báo cáo chưa kết thúc, số liệu tính đến hết ngày {_until(figures)}."


def units(figures: Figures) -> Iterator[str]:
    """Which units are over what they are allowed."""
    if not figures.by_unit:
        yield "Số văn bản của từng loại như biểu dưới đây."
        return
    over = [f"{one.unit or NO_UNIT} (vượt {figure(-(one.left or 0))})" for one in figures.by_unit if one.is_over]
    known = [one for one in figures.by_unit if one.allowed is not None]
    if over:
        more = f" và {figure(len(over) - _NAMED)} đơn vị khác" if len(over) > _NAMED else ""
        yield f"Đơn vị đã ban hành quá số được phép của cả năm: {'; '.join(over[:_NAMED])}{more}."
    elif known:
        yield "Chưa có đơn vị nào ban hành quá số được phép của cả năm."
    else:
        yield "Số văn bản của từng đơn vị, từng loại như các biểu dưới đây."


def months(figures: Figures) -> str:
    """The busiest month of the period, and what the chart shows."""
    inside = [one for one in figures.months if one.month in figures.period.months and one.issued]
    if not inside:
        return f"{capital(in_period(figures))} không có văn bản nào ghi ngày."
    most = max(one.issued or 0 for one in inside)
    busiest = [str(one.month) for one in inside if one.issued == most]
    words = (
        f"Ban hành nhiều nhất là tháng {_joined(busiest)}, {'mỗi tháng ' * (len(busiest) > 1)}{figure(most)} văn bản"
    )
    if any(one.pace is not None for one in figures.months):
        return (
            f"{words}. Mức được phép của từng tháng trong biểu đồ là số được phép của cả năm, chia theo số văn bản "
            f"từng tháng của năm {figures.period.year - 1}."
        )
    return f"{words}."


def avoided(figures: Figures) -> str:
    """How many drafts became no documents of their own."""
    if not figures.avoided:
        return f"{capital(in_period(figures))} chưa ghi nhận dự thảo nào được gộp, thay thế hoặc không ban hành."
    counts = Counter(one.draft.how for one in figures.avoided)
    parts = [words.format(counts[how]) for how, words in _DONE.items() if counts[how]]
    return f"Qua kiểm tra dự thảo, {in_period(figures)} đã {_joined(parts)}."


def beside(figures: Figures) -> Iterator[str]:
    """What stands in the register and is not counted."""
    cancelled, reserved, replaced = (figures.aside(what) for what in ("cancelled", "reserved", "replaced"))
    uncounted = figures.aside("uncounted")
    if not any(one.cumulative for one in (cancelled, reserved, replaced, uncounted)) and not figures.gaps:
        yield f"Từ đầu năm đến ngày {_until(figures)}, mọi số trong sổ đều là văn bản tính vào chỉ tiêu."
        return
    if uncounted.cumulative:
        yield (
            f"Từ đầu năm đến ngày {_until(figures)} có {figure(uncounted.cumulative)} văn bản đã ban hành không thuộc "
            f"diện tính ({_kinds(figures)})."
        )
    words = [
        f"{figure(one.cumulative)} {said}"
        for one, said in ((cancelled, "số đã hủy"), (reserved, "số mới giữ, chưa phát hành"))
        if one.cumulative
    ]
    if words:
        yield f"Sổ có {_joined(words)}."
    if replaced.cumulative:
        yield f"Có {figure(replaced.cumulative)} văn bản đã được văn bản khác thay thế, vẫn tính là đã ban hành."
    if figures.gaps:
        missing = sum(gap.last - gap.first + 1 for gap in figures.gaps)
        more = " …" if len(figures.gaps) > _GAPS else ""
        yield f"Sổ bỏ trống {figure(missing)} số, chưa có lý do: {gap_words(figures.gaps[:_GAPS])}{more}."


def meetings(found: Meetings, figures: Figures) -> Iterator[str]:
    """How many, in which form, against the limits."""
    yield (
        f"{capital(in_period(figures))} đã tổ chức {figure(found.held)} hội nghị; tính từ đầu năm đến ngày "
        f"{_until(figures)} là {figure(found.cumulative)} hội nghị, trong đó trực tiếp {figure(found.in_person)}"
        f"{_share(found.in_person, found.cumulative)}, trực tuyến {figure(found.online)}"
        f"{_share(found.online, found.cumulative)}; mức cho phép là không quá {found.most_in_person}% trực tiếp."
    )
    yield f"Hội nghị toàn xã: {figure(found.commune)}, mức cho phép trong năm là {figure(found.most_commune)}."
    if found.allowed is not None and found.last_year is not None:
        yield (
            f"Năm {figures.period.year - 1} tổ chức {figure(found.last_year)} hội nghị; năm {figures.period.year} được "
            f"tổ chức nhiều nhất {figure(found.allowed)}."
        )
    if found.too_long:
        yield f"Có {figure(found.too_long)} hội nghị kéo dài quá thời lượng cho phép."


def corrections(account: Account) -> str:
    """Whether anything changed since the period was closed."""
    found, closing = account.corrections, account.closing
    day = day_of(closing.at) if closing else ""
    if not found or not (found.entries or found.decisions or found.differences):
        return f"Từ khi chốt số liệu ngày {day} đến nay không có điều chỉnh."
    counts = Counter(one.effect for one in found.entries)
    parts = [f"{figure(counts[effect])} văn bản {words}" for effect, words in _EFFECTS.items() if counts[effect]]
    parts += ["số văn bản của năm trước được ghi lại"] * bool(found.decisions)
    words = f": {_joined(parts)}" if parts else ""
    return f"Từ khi chốt số liệu ngày {day}, sổ có điều chỉnh{words}. Số liệu ở các mục trên là số khi chốt."


def ahead(figures: Figures) -> str:
    """The forecast of the year's end."""
    one, allowed = figures.forecast, figures.whole.allowed
    assert one is not None
    words = (
        f"Theo nhịp ban hành đến ngày {_until(figures)}, cả năm {figures.period.year} có thể ban hành khoảng "
        f"{figure(one.middle)} văn bản; nhiều khả năng (8 phần 10) trong khoảng từ {figure(one.low)} đến "
        f"{figure(one.high)} văn bản."
    )
    if allowed is None:
        return words
    if one.middle > allowed:
        words += f" Như vậy có thể vượt số được phép khoảng {figure(one.middle - allowed)} văn bản"
    elif one.high > allowed:
        words += " Như vậy vẫn trong số được phép, nhưng có thể vượt nếu không giữ nhịp"
    else:
        words += " Như vậy sẽ trong số được phép"
    if one.used_up_on and one.used_up_on > figures.as_of:
        words += f"; số được phép có thể dùng hết vào khoảng ngày {written_day(one.used_up_on.isoformat())}"
    return words + "."


def closing(figures: Figures, organ: str) -> str:
    of = _of(figures) or f" của {organ}"
    return f"Trên đây là Báo cáo kết quả thực hiện giảm văn bản hành chính {figures.period.title}{of}."


def _compared(now: int, before: int | None, figures: Figures) -> str:
    if before is None:
        return ""
    last = figures.period.year - 1
    words = f"; cùng kỳ năm {last} ban hành {figure(before)} văn bản"
    if now == before:
        return f"{words}, không tăng, không giảm"
    part = f" ({share(abs(now - before), before)}%)" if before else ""
    return f"{words}, {'tăng' if now > before else 'giảm'} {figure(abs(now - before))} văn bản{part}"


def _kinds(figures: Figures) -> str:
    """Of what is not counted, the kinds with most first."""
    counts: Counter[str] = Counter()
    for one in figures.asides:
        if one.what == "uncounted":
            counts[one.kind] += one.cumulative
    return "; ".join(f"{(kind_name(kind) or kind).lower()}: {figure(number)}" for kind, number in counts.most_common())


def _part(issued: int, allowed: int) -> str:
    return f", bằng {share(issued, allowed)}% số được phép" if allowed else ""


def _share(part: int, of: int) -> str:
    return f" ({share(part, of)}%)" if of else ""


def _left(left: int) -> str:
    return f"còn lại {figure(left)} văn bản" if left >= 0 else f"vượt {figure(-left)} văn bản"


def _of(figures: Figures) -> str:
    return f" của {figures.unit}" if figures.unit else ""


def _until(figures: Figures) -> str:
    return written_day(figures.as_of.isoformat())


def _joined(parts: list[str]) -> str:
    """ "a, b và c"."""
    return " và ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _sentence(words: str) -> str:
    return words.rstrip(" .") + "."

"""Meetings on the screen and as JSON: one with its history, lists, what invitations offer, how the year stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from drafter.nlp.written import day, figure
from drafter.register.history import Change
from drafter.register.meetings import Limits, Meeting, Offer, Status
from drafter.register.meetings.values import FORMS, KINDS, MATTERS, SCOPES
from drafter.render.history import history_lines
from drafter.render.register import NO_UNIT, figure_or_dash, percent_text
from drafter.render.wrapping import WIDTH, printable, wrapped

_LABEL = 44
_NONE = "Chưa có hội nghị nào như vậy."
_NAMES: Mapping[str, Mapping[Any, str]] = {"kind": KINDS, "scope": SCOPES, "form": FORMS, "matter": MATTERS}
COLUMNS: Mapping[str, str] = {
    "date": "ngày họp",
    "title": "tên",
    "kind": "loại",
    "scope": "quy mô",
    "form": "hình thức",
    "minutes": "thời lượng (phút)",
    "matter": "nội dung",
    "units": "thành phần",
    "unit": "đơn vị tổ chức",
    "state": "tình trạng",
    "reason": "lý do",
}
ACTIONS: Mapping[str, str] = {"added": "ghi", "corrected": "sửa", "cancelled": "hủy"}
_DAY_MINUTES = 480


@dataclass(frozen=True, slots=True)
class Remedies:
    """What warnings tell to do where something was not noted, behind "hãy": by commands, or as a page has it."""

    baseline: str = "ghi: drafter meetings limits --year {year} --baseline SỐ --source NGUỒN"
    minutes: str = "ghi bằng: drafter meetings correct MÃ --minutes PHÚT --reason LÝ-DO"


_BY_COMMANDS = Remedies()


def meeting_lines(meeting: Meeting) -> list[str]:
    """A meeting on lines of at most 80 columns: id, day, what it was, then its title."""
    facts = meeting.facts
    said = [
        f"{meeting.id}",
        day(facts.date),
        FORMS[facts.form],
        KINDS[facts.kind],
        SCOPES[facts.scope],
        *([length(facts.minutes)] if facts.minutes else []),
        *(["đã hủy"] if meeting.state == "cancelled" else []),
    ]
    unit = f" ({facts.unit})" if facts.unit else ""
    reason = wrapped(printable(f"Lý do hủy: {meeting.reason}"), WIDTH, "    ") if meeting.reason else []
    head = wrapped(printable(" · ".join(said)), WIDTH, "", "    ")
    return [*head, *wrapped(printable(facts.title + unit), WIDTH, "    "), *reason]


def meetings_text(meetings: Sequence[Meeting]) -> str:
    if not meetings:
        return _NONE + "\n"
    lines = [line for meeting in meetings for line in meeting_lines(meeting)]
    return "\n".join([*lines, f"{figure(len(meetings))} hội nghị."]) + "\n"


def meeting_text(meeting: Meeting, invitation: str, history: Sequence[Change]) -> str:
    """All that is known of a meeting, and what was done to it; `invitation` is the number of its giấy mời."""
    facts = meeting.facts
    lines = meeting_lines(meeting)
    for label, words in (("Nội dung", MATTERS[facts.matter]), ("Thành phần", facts.units), ("Giấy mời", invitation)):
        if words:
            lines += wrapped(printable(f"{label}: {words}"), WIDTH, "    ", "      ")
    lines += history_lines(history, ACTIONS, COLUMNS, fact_words)
    return "\n".join(lines) + "\n"


def meeting_fields(meeting: Meeting) -> dict[str, Any]:
    """A meeting as JSON has it: its facts beside id, invitation and state."""
    said = asdict(meeting)
    facts = said.pop("facts")
    return {"id": said.pop("id"), **facts, **said}


def offers_text(offers: Sequence[Offer]) -> str:
    """The invitations without a meeting, and how to enter one."""
    if not offers:
        return "Mọi giấy mời trong sổ đều đã có hội nghị.\n"
    lines = []
    for offer in offers:
        told = (_NAMES[name].get(getattr(offer, name), "") for name in ("form", "kind", "scope"))
        when = f"họp ngày {day(offer.date)}" if offer.date else "chưa rõ ngày họp"
        lines += wrapped(printable(" · ".join([offer.notation, when, *filter(None, told)])), WIDTH, "", "    ")
        lines += wrapped(printable(offer.title or "(không có trích yếu)"), WIDTH, "    ")
    told_how = "Ghi thành hội nghị: drafter meetings add --entry SỐ-GIẤY-MỜI, thêm điều còn thiếu như --date, --form."
    return "\n".join([*lines, f"{figure(len(offers))} giấy mời.", *wrapped(told_how, WIDTH)]) + "\n"


def limits_text(limits: Limits) -> str:
    """The limits that hold, one a line."""
    return "".join(f"{label:<{_LABEL}}{words}\n" for label, words in limits_rows(limits))


def limits_rows(limits: Limits) -> tuple[tuple[str, str], ...]:
    """Each limit: what it is of, and what it is."""
    mixed = "trực tuyến" if limits.mixed == "online" else "trực tiếp"
    return (
        ("Giảm so với năm trước, ít nhất", f"{percent_text(limits.percent)}%"),
        ("Hội nghị trực tiếp, nhiều nhất", f"{limits.in_person}%"),
        ("Hội nghị trực tuyến, ít nhất", f"{limits.online}%"),
        ("Vừa trực tiếp vừa trực tuyến tính là", mixed),
        ("Hội nghị quy mô toàn xã, nhiều nhất", f"{limits.commune} một năm"),
        ("Quán triệt, phổ biến: dài nhất", length(limits.briefing)),
        ("Chuyên môn, nghiệp vụ: dài nhất", length(limits.business)),
        ("Quan trọng, cần thảo luận: dài nhất", length(limits.discussion)),
    )


def limits_fields(limits: Limits) -> dict[str, Any]:
    return asdict(limits) | {"percent": float(limits.percent)}


def status_text(status: Status) -> str:
    """How the year stands, on lines of at most 80 columns; the warnings last."""
    of = f" – {status.unit or NO_UNIT}" if status.unit is not None else ""
    rows = [
        ("Đã tổ chức", figure(status.held)),
        *([("Đã ghi, sẽ tổ chức", figure(status.planned))] if status.planned else []),
        (f"Năm {status.baseline.year}", figure_or_dash(status.baseline.figure) + _origin(status)),
        (f"Được phép (giảm {percent_text(status.limits.percent)}%)", figure_or_dash(status.allowed)),
        ("Còn lại", figure_or_dash(status.left)),
        ("Trực tiếp (nhiều nhất " + f"{status.limits.in_person}%)", share_words(status.in_person, status.held)),
        ("Trực tuyến (ít nhất " + f"{status.limits.online}%)", share_words(status.online, status.held)),
        *([("  trong đó vừa trực tiếp vừa trực tuyến", figure(count))] if (count := status.by_form["mixed"]) else []),
        ("Quy mô toàn xã", f"{status.commune} trong {status.limits.commune} được phép"),
        ("Quá thời lượng", figure(len(status.too_long))),
        *((f"Loại {name}", figure(status.by_kind[kind])) for kind, name in KINDS.items()),
    ]
    lines = wrapped(printable(f"Hội nghị năm {status.year}, đến ngày {day(status.as_of.isoformat())}{of}"), WIDTH)
    for label, words in rows:
        lines += wrapped(printable(words), WIDTH, f"  {label:<{_LABEL}}", " " * (_LABEL + 2))
    if any(status.by_unit) and status.unit is None:
        lines.append("Theo đơn vị tổ chức:")
        for unit, count in status.by_unit.items():
            lines += wrapped(printable(f"{unit or NO_UNIT}: {figure(count)}"), WIDTH, "  ", "    ")
    for warning in warnings(status):
        lines += wrapped(printable(warning), WIDTH, "! ", "  ")
    return "\n".join(lines) + "\n"


def status_fields(status: Status) -> dict[str, Any]:
    """`drafter.meetings/1`."""
    return {
        "schema": "drafter.meetings/1",
        "year": status.year,
        "as_of": status.as_of.isoformat(),
        "unit": status.unit,
        "baseline": status.baseline.figure,
        "baseline_origin": status.baseline.origin,
        "baseline_source": status.baseline.source,
        "allowed": status.allowed,
        "held": status.held,
        "planned": status.planned,
        "left": status.left,
        "in_person_percent": _percentage(status.in_person, status.held),
        "online_percent": _percentage(status.online, status.held),
        "commune_wide": {
            "held": status.commune,
            "planned": status.commune_planned,
            "allowed": status.limits.commune,
        },
        "too_long": [
            meeting_fields(one) | {"longest": status.limits.longest(one.facts.matter)} for one in status.too_long
        ],
        "unknown_length": status.unknown_length,
        "by_form": dict(status.by_form),
        "by_kind": dict(status.by_kind),
        "by_scope": dict(status.by_scope),
        "by_unit": [{"unit": unit, "held": count} for unit, count in status.by_unit.items()],
        "by_month": list(status.by_month),
        "limits": limits_fields(status.limits),
        "warnings": list(warnings(status)),
    }


def warnings(status: Status, remedies: Remedies = _BY_COMMANDS) -> tuple[str, ...]:
    """What is beyond the limits or about to be: a sentence each, what is so, then what to do."""
    numbers, lengths = _of_number(status, remedies), _of_length(status, remedies)
    return (*numbers, *_of_form(status), *_of_commune(status), *lengths)


def _of_number(status: Status, remedies: Remedies) -> Iterator[str]:
    left, before = status.left, status.baseline.year
    if left is None:
        yield (
            f"Chưa biết năm {before} có bao nhiêu hội nghị nên chưa tính được số được phép; hãy "
            f"{remedies.baseline.format(year=before)}."
        )
    elif left < 0:
        more = f" (kể cả {status.planned} hội nghị sẽ tổ chức)" if status.planned else ""
        yield f"Số hội nghị{more} vượt {figure(-left)} so với số được phép; hãy ghép, bỏ bớt hội nghị chưa tổ chức."
    elif left == 0:
        yield "Đã dùng hết số hội nghị được phép của năm; hãy cân nhắc kỹ trước khi mời họp thêm."


def _of_form(status: Status) -> Iterator[str]:
    limits = status.limits
    if status.in_person * 100 > limits.in_person * status.held:
        yield (
            f"Hội nghị trực tiếp chiếm {share_words(status.in_person, status.held)}, quá mức nhiều nhất "
            f"{limits.in_person}%; hãy chuyển các hội nghị tới sang trực tuyến."
        )
    elif status.online * 100 < limits.online * status.held:
        yield (
            f"Hội nghị trực tuyến mới chiếm {share_words(status.online, status.held)}, chưa đủ ít nhất "
            f"{limits.online}%; hãy chuyển các hội nghị tới sang trực tuyến."
        )


def _of_commune(status: Status) -> Iterator[str]:
    used, limit = status.commune + status.commune_planned, status.limits.commune
    if used > limit:
        yield (
            f"Có {used} hội nghị quy mô toàn xã (đã tổ chức {status.commune}), quá mức {limit} một năm; "
            "hãy thu hẹp quy mô hoặc bỏ bớt hội nghị chưa tổ chức."
        )
    elif used == limit:
        yield f"Đã dùng hết {limit} hội nghị quy mô toàn xã của năm; hãy mời hẹp hơn ở các hội nghị sau."


def _of_length(status: Status, remedies: Remedies) -> Iterator[str]:
    for one in status.too_long:
        facts, longest = one.facts, status.limits.longest(one.facts.matter)
        planned = facts.date > status.as_of.isoformat()
        yield (
            f"Hội nghị ngày {day(facts.date)} “{facts.title}” dài {length(facts.minutes or 0)}, quá mức "
            f"{length(longest)}; hãy {'rút ngắn' if planned else 'rút gọn chương trình các lần sau'}."
        )
    if status.unknown_length:
        yield (
            f"{figure(status.unknown_length)} hội nghị chưa ghi thời lượng nên chưa xét được dài hay ngắn; "
            f"hãy {remedies.minutes}."
        )


def length(minutes: int) -> str:
    """ "nửa ngày", "1,5 ngày", "3 giờ 30 phút"; a day of eight hours."""
    if minutes % (_DAY_MINUTES // 2) == 0:
        halves = minutes // (_DAY_MINUTES // 2)
        return "nửa ngày" if halves == 1 else f"{halves // 2}{',5' if halves % 2 else ''} ngày"
    hours, rest = divmod(minutes, 60)
    return " ".join([*([f"{hours} giờ"] if hours else []), *([f"{rest} phút"] if rest else [])])


def _origin(status: Status) -> str:
    base = status.baseline
    return {"register": " (theo sổ)", "entered": f" (ghi tay, theo {base.source})", "unknown": ""}[base.origin]


def share_words(count: int, of: int) -> str:
    """ "3/8 (37,5%)"; "–" of nothing."""
    share = _percentage(count, of)
    return "–" if share is None else f"{count}/{of} ({percent_text(Decimal(str(share)))}%)"


def _percentage(count: int, of: int) -> float | None:
    return round(100 * count / of, 1) if of else None


def fact_words(name: str, value: object) -> str:
    """A fact of a meeting as the screen says it, by its name."""
    if value in (None, ""):
        return "(trống)"
    return day(str(value)) if name == "date" else str(_NAMES.get(name, {}).get(value, value))

"""The register on the screen: entries, one entry with its history, how the year stands; and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date as calendar_date
from decimal import Decimal
from typing import Any

from drafter.nlp.folding import key
from drafter.nlp.kinds import kind_name
from drafter.nlp.written import capital, day, figure
from drafter.register.forecast import Basis, Forecast
from drafter.register.history import Change
from drafter.register.issuing import STATES
from drafter.register.numbering import Gap
from drafter.register.outlook import Outlook
from drafter.register.rules import Rounding, Rules
from drafter.register.series import series_words
from drafter.register.status import Level, Standing, Status
from drafter.register.values import Entry, Record
from drafter.render.history import history_lines
from drafter.render.wrapping import WIDTH, columns, printable, wrapped

NONE = "Sổ chưa có văn bản nào như vậy."
NO_UNIT = "(không ghi đơn vị)"
LEVELS: Mapping[Level, str] = {
    "unknown": "chưa có số của năm trước để so",
    "within": "trong chỉ tiêu",
    "possible": "có thể vượt chỉ tiêu",
    "likely": "nhiều khả năng vượt chỉ tiêu",
    "over": "đã vượt chỉ tiêu",
}
COLUMNS: Mapping[str, str] = {
    "number": "số", "suffix": "chữ sau số", "symbol": "ký hiệu", "date": "ngày", "kind": "loại", "title": "trích yếu",
    "signer": "người ký", "recipients": "nơi nhận", "keeper": "nơi lưu", "copies": "số bản", "sent": "ngày chuyển",
    "received": "ký nhận", "note": "ghi chú", "unit": "đơn vị", "attached": "kèm theo", "year": "năm",
    "series": "dãy số", "state": "tình trạng", "reason": "lý do", "replaced_by": "thay bằng", "file": "tệp",
    "report": "kết quả kiểm tra",
}  # fmt: skip
"""What people call the columns of an entry."""
BASES: Mapping[Basis, str] = {
    "pattern": "Dự báo theo nhịp từng tháng của cơ quan trong các năm trước và số đã ban hành năm nay.",
    "part": "Sổ của năm trước mới có một số tháng: tháng chưa có thì dự báo theo nhịp đều, sai số lớn hơn.",
    "even": "Chưa có đủ sổ của năm trước nên dự báo theo nhịp đều, sai số lớn hơn.",
}
"""What a forecast stands on."""
ROUNDINGS: Mapping[Rounding, str] = {
    "down": "làm tròn xuống số được phép",
    "nearest": "làm tròn số được phép đến số gần nhất",
    "up": "làm tròn lên số được phép",
}
ACTIONS = {
    "issued": "phát hành",
    "reserved": "giữ số",
    "added": "vào sổ",
    "imported": "nhập từ sổ có sẵn",
    "corrected": "sửa",
    "cancelled": "hủy số",
    "replaced": "thay thế",
}
"""What was done to an entry, in words."""
_LONGEST = 150


def entry_lines(entry: Entry) -> list[str]:
    """An entry on lines of at most 80 columns: number, day and state, then what it is about."""
    record = entry.record
    state = "" if entry.state == "issued" else f" · {STATES[entry.state]}"
    head = f"{record.notation or 'kèm theo'} · {day(record.date) or 'không ghi ngày'}{state}"
    unit = f" ({record.unit})" if record.unit else ""
    title = ": ".join(filter(None, (kind_name(record.kind), record.title))) or "số bỏ trống"
    reason = wrapped(printable(f"Lý do: {entry.reason}"), WIDTH, "    ") if entry.reason else []
    return [printable(head), *wrapped(_shortened(printable(title + unit)), WIDTH, "    "), *reason]


def entries_text(entries: Sequence[Entry]) -> str:
    """The entries, and how many they are."""
    if not entries:
        return NONE + "\n"
    lines = [line for entry in entries for line in entry_lines(entry)]
    return "\n".join([*lines, f"{figure(len(entries))} văn bản."]) + "\n"


def entry_columns(record: Record) -> dict[str, Any]:
    """A record as JSON has it."""
    return {"notation": record.notation, **asdict(record)}


def entry_fields(entry: Entry) -> dict[str, Any]:
    """An entry as JSON has it: the record's columns beside those of the entry."""
    said = asdict(entry)
    record = said.pop("record")
    return {"id": said.pop("id"), "notation": entry.record.notation, **record, **said}


def entry_text(entry: Entry, history: Sequence[Change]) -> str:
    """All that is known of an entry, and what was done to it."""
    record = asdict(entry.record)
    lines = entry_lines(entry)
    for name in ("signer", "recipients", "keeper", "copies", "sent", "received", "note"):
        if value := record[name]:
            lines += wrapped(
                printable(f"{capital(COLUMNS[name])}: {column_words(name, value)}"), WIDTH, "    ", "      "
            )
    lines += history_lines(history, ACTIONS, COLUMNS, column_words)
    return "\n".join(lines) + "\n"


def gaps_text(gaps: Sequence[Gap]) -> str:
    """The missing numbers, and what to do about them."""
    if not gaps:
        return "Sổ không thiếu số nào.\n"
    lines = [
        f"{series_words(gap.series)}: thiếu số {gap.first:02}" + (f" đến {gap.last:02}" if gap.last > gap.first else "")
        for gap in gaps
    ]
    told = "Hãy vào sổ các số này, hoặc ghi lý do bỏ trống: drafter register cancel SỐ-KÝ-HIỆU --reason …"
    return "\n".join([*lines, *wrapped(told, WIDTH)]) + "\n"


def outlook_text(found: Outlook) -> str:
    """What giving the number means, in a sentence or two, on lines of at most 80 columns."""
    return "\n".join(wrapped(printable(outlook_words(found)), WIDTH)) + "\n"


def outlook_words(found: Outlook) -> str:
    """The same on one line."""
    if not found.counts:
        said = f"{found.notation} không tính vào chỉ tiêu."
    elif found.allowed is None:
        said = f"{found.notation} là văn bản thứ {figure(found.nth)} của năm; chưa có số của năm trước để so."
    else:
        more = "" if found.nth <= found.allowed else f", vượt {figure(found.nth - found.allowed)}"
        said = f"{found.notation} là văn bản thứ {figure(found.nth)} trong {figure(found.allowed)} được phép{more}."
    if found.later:
        said += f" Ngày văn bản sớm hơn ngày {day(found.later)} của số đã cấp trước; hãy kiểm tra lại ngày."
    if found.over:
        said += f" Đơn vị đã vượt: {'; '.join(one or NO_UNIT for one in found.over)}."
    return said


def status_text(status: Status) -> str:
    """How the year stands, on lines of at most 80 columns."""
    of = f" – {status.unit or NO_UNIT}" if status.unit is not None else ""
    lines = [printable(f"Năm {status.year}, đến ngày {day(status.as_of.isoformat())}{of}: {LEVELS[status.level]}")]
    lines += [*_whole(status), *_ahead(status)]
    if status.by_unit:
        lines += [
            "",
            *_table(("Đơn vị", "Đã ban hành", "Được phép", "Còn lại", "Cùng kỳ"), map(_of_unit, status.by_unit)),
        ]
    if status.by_kind:
        kinds = (
            (
                kind_name(one.kind) or one.kind,
                figure(one.issued),
                figure_or_dash(one.baseline),
                figure_or_dash(one.same_period_last_year),
            )
            for one in status.by_kind
        )
        lines += ["", *_table(("Loại văn bản", "Đã ban hành", "Cả năm trước", "Cùng kỳ"), kinds)]
    return "\n".join(lines) + "\n"


def status_fields(status: Status) -> dict[str, Any]:
    """`drafter.status/1`."""
    whole, ahead = status.whole, status.forecast
    return {
        "schema": "drafter.status/1",
        "year": status.year,
        "as_of": status.as_of.isoformat(),
        "unit": status.unit,
        **_standing_fields(whole),
        "baseline_origin": whole.baseline.origin,
        "baseline_source": whole.baseline.source,
        "pace": status.pace,
        "forecast": {"low": ahead.low, "middle": ahead.middle, "high": ahead.high} if ahead else None,
        "forecast_basis": ahead.basis if ahead else None,
        "used_up_on": ahead.used_up_on.isoformat() if ahead and ahead.used_up_on else None,
        "level": status.level,
        "undated": status.undated,
        "by_month": list(status.by_month),
        "by_unit": [{"unit": one.unit, **_standing_fields(one)} for one in status.by_unit],
        "by_kind": [{**asdict(one), "name": kind_name(one.kind)} for one in status.by_kind],
    }


def rules_fields(rules: Rules) -> dict[str, Any]:
    """The rules as JSON has them."""
    said: dict[str, Any] = json.loads(rules.to_json())
    return said


def rules_text(rules: Rules) -> str:
    """The rules in words."""
    series = "mỗi loại một dãy số" if rules.numbering == "kind" else "một dãy số chung cho mọi loại"
    if rules.numbering == "one" and rules.apart:
        series += f", trừ {kinds_words(rules.apart)}"
    words = (
        f"Cơ quan: {rules.organ}. Cấp số: {series}; bản sao, văn bản quy phạm pháp luật có dãy số riêng.",
        f"Văn bản của Đảng: số theo từng loại trong nhiệm kỳ, bắt đầu từ {', '.join(map(day, rules.terms))}.",
        f"Chỉ tiêu: giảm ít nhất {percent_text(rules.percent)}% so với năm trước, {ROUNDINGS[rules.rounding]}.",
        f"Tính các loại: {kinds_words(rules.counted)}.",
        f"Văn bản kèm theo: {counts_words(rules.attached)}. "
        f"Văn bản quy phạm pháp luật: {counts_words(rules.normative)}. "
        f"Giấy mời: {counts_words(rules.invitations)}. Bản sao: {counts_words(rules.copies)}.",
    )
    return "\n".join(line for one in words for line in wrapped(one, WIDTH, "", "  ")) + "\n"


def kinds_words(kinds: Collection[str]) -> str:
    """Their names in the order of the alphabet."""
    return ", ".join(sorted((kind_name(kind).lower() or kind for kind in kinds), key=key))


def counts_words(does: bool) -> str:
    """Whether such documents count."""
    return "có tính" if does else "không tính"


def percent_text(percent: Decimal) -> str:
    """15 or 12,5."""
    return f"{percent.normalize():f}".replace(".", ",")


def _standing_fields(standing: Standing) -> dict[str, Any]:
    return {
        "baseline": standing.baseline.figure,
        "target_percent": float(standing.percent),
        "allowed": standing.allowed,
        "issued": standing.issued,
        "left": standing.left,
        "same_period_last_year": standing.baseline.until,
    }


def _whole(status: Status) -> Iterator[str]:
    whole, base = status.whole, status.whole.baseline
    if whole.allowed is None or base.figure is None:
        yield f"  Đã ban hành {figure(whole.issued)} văn bản."
        told = (
            f"Chưa biết năm {base.year} ban hành bao nhiêu văn bản; hãy nhập sổ của năm ấy (drafter register import), "
            "hoặc ghi số đã báo cáo (drafter register target --baseline)."
        )
        yield from wrapped(told, WIDTH, "  ")
        return
    yield (
        f"  Đã ban hành {figure(whole.issued)} trong {figure(whole.allowed)} văn bản được phép, "
        + (
            f"còn {figure(whole.allowed - whole.issued)}."
            if not whole.is_over
            else f"vượt {figure(-(whole.left or 0))}."
        )
    )
    source = (
        f" (số ghi tay, theo {base.source}; từng tháng là ước tính chia đều)"
        if base.origin == "entered"
        else " (theo sổ)"
    )
    yield from wrapped(
        printable(
            f"Năm {base.year}: {figure(base.figure)} văn bản{source}, giảm ít nhất {percent_text(whole.percent)}% còn "
            f"{figure(whole.allowed)}. Cùng kỳ năm {base.year}: {figure_or_dash(base.until)}."
        ),
        WIDTH,
        "  ",
    )
    if status.pace is not None:
        yield f"  So với nhịp cho phép đến ngày này: {pace_words(status.pace)}."


def _ahead(status: Status) -> Iterator[str]:
    ahead = status.forecast
    if ahead is None:
        return
    told = [f"Dự báo cả năm: {forecast_words(ahead)}."]
    if ahead.used_up_on:
        told.append(f"Dùng hết số được phép {used_up_words(ahead.used_up_on, status.as_of)}.")
    if ahead.basis != "pattern":
        told.append(BASES[ahead.basis])
    yield from wrapped(" ".join(told), WIDTH, "  ")
    if status.undated:
        yield f"  {figure(status.undated)} văn bản không ghi ngày, không tính được vào tháng nào."


def pace_words(pace: int) -> str:
    """Against the allowance spread as last year's documents were."""
    return "đúng nhịp" if not pace else f"{'nhiều' if pace > 0 else 'ít'} hơn {figure(abs(pace))}"


def forecast_words(ahead: Forecast) -> str:
    """Its middle and its interval."""
    return (
        f"khoảng {figure(ahead.middle)} văn bản; "
        f"8 phần 10 khả năng trong khoảng {figure(ahead.low)} đến {figure(ahead.high)}"
    )


def used_up_words(on: calendar_date, as_of: calendar_date) -> str:
    """ "từ ngày 14/11/2026" where it is over, "vào khoảng ngày 14/11/2026" where it is to come."""
    return f"{'từ' if on <= as_of else 'vào khoảng'} ngày {day(on.isoformat())}"


def _of_unit(one: Standing) -> tuple[str, ...]:
    left = "–" if one.left is None else figure(one.left) if one.left >= 0 else f"vượt {figure(-one.left)}"
    known = figure(one.issued), figure_or_dash(one.allowed), left, figure_or_dash(one.baseline.until)
    return one.unit or NO_UNIT, *known


def _table(headings: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Rows under their headings: words left in what figures leave of 80 columns, figures right."""
    width = WIDTH - sum(len(heading) + 2 for heading in headings[1:])
    for first, *figures in (tuple(headings), *rows):
        name, *more = wrapped(printable(first), width)
        cells = "".join(words.rjust(len(heading) + 2) for words, heading in zip(figures, headings[1:], strict=True))
        yield name + " " * (width - columns(name)) + cells
        yield from more


def figure_or_dash(number: int | None) -> str:
    """A figure, "–" where nobody knows it."""
    return "–" if number is None else figure(number)


def column_words(name: str, value: object) -> str:
    """What a column of an entry holds, in words."""
    if value in (None, ""):
        return "(trống)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if name == "kind":
        return kind_name(str(value)) or str(value)
    return day(str(value)) if name in ("date", "sent") else str(value)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"

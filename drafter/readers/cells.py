"""Values of a spreadsheet as its cells show them to a Vietnamese office: 1.234,5 and 05/8/2026.

The codes of number formats are those of ISO/IEC 29500-1, 18.8.31.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_SYSTEM_DATES = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy h:mm"}
"""Formats that stand for the date of the system, which openpyxl writes in American order."""
_SYSTEM_DATE = re.compile(r"\[\$-(?:F800|x-sysdate)\]", re.IGNORECASE)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(\[(?:h+|m+|s+)\])|\[[^\]]*\]|_.|\*.', re.IGNORECASE)
_DATE_PART = re.compile(r"AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?", re.IGNORECASE)
_DIGITS = re.compile(r"[#0?][#0?,.]*|\.[#0?]+")
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_GENERAL = re.compile(r"general|@|e[+-]|[#0?]\s*/\s*[#0?\d]", re.IGNORECASE)
"""What is shown without a format of its own: also powers of ten and fractions."""
CONTROL = re.compile(r"_x00[01][0-9A-Fa-f]_")
"""A control character, as texts in workbooks have it."""
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_LONGEST_CODE = 255
"""What Excel takes."""
_LITERAL_AT = 0xE000
"""Where literal text is kept while the codes around it are read."""


def shown(value: object, code: str = "General") -> str:
    """The value as the cell with this number format shows it, on one line; "" for none."""
    if value is None:
        return ""
    code = code[:_LONGEST_CODE]
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, code)
    if isinstance(value, datetime | date | time):
        return _moment(value, code)
    if isinstance(value, timedelta):
        return _duration(value, code)
    return " ".join(CONTROL.sub(" ", str(value)).split())


def _number(value: int | float, code: str) -> str:
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return ""
    sections = [found[1] for found in _SECTION.finditer(code)][:-1] or [code]
    if exact < 0 and len(sections) > 1:
        section, exact, sign = sections[1], -exact, ""
    else:
        section, sign = sections[2] if exact == 0 and len(sections) > 2 else sections[0], "-" if exact < 0 else ""
    pattern, literals = _without_literals(section)
    if _GENERAL.search(pattern):
        return _general(value)
    digits = _DIGITS.search(pattern)
    if digits is None:
        return " ".join(_with_literals(pattern, literals).split())
    exact = abs(exact) * 100 ** pattern.count("%")
    text = pattern[: digits.start()] + _Places.of(digits[0]).written(exact) + pattern[digits.end() :]
    return sign + " ".join(_with_literals(text, literals).split())


@dataclass(frozen=True, slots=True)
class _Places:
    """What the digits of a number format ask for."""

    whole: int
    """Digits before the comma at the least."""
    least: int
    """Digits behind it at the least, and"""
    most: int
    grouped: bool
    thousands: int
    """By how many thousands it is divided."""

    @classmethod
    def of(cls, digits: str) -> _Places:
        rest = digits.rstrip(",")
        whole, _, part = rest.partition(".")
        part = part.replace(",", "").replace(".", "")
        return cls(whole.count("0"), part.count("0"), len(part), "," in whole, len(digits) - len(rest))

    def written(self, number: Decimal) -> str:
        scaled = (number / 1000**self.thousands).quantize(Decimal(1).scaleb(-self.most), ROUND_HALF_UP)
        whole, _, part = f"{scaled:f}".partition(".")
        part = part.rstrip("0").ljust(self.least, "0")
        whole = "" if whole == "0" and not self.whole and part else whole.rjust(self.whole, "0")
        if self.grouped:
            whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
        return f"{whole},{part}" if part else whole


def _general(value: int | float) -> str:
    """Eleven digits at the most, no zeros at the end, no powers of ten."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{Decimal(f'{value:.10g}'):f}".replace(".", ",")


def _moment(value: datetime | date | time, code: str) -> str:
    code = "dd/mm/yyyy" if _SYSTEM_DATE.match(code) else _SYSTEM_DATES.get(code, code)
    if code == "General":
        code = "h:mm" if isinstance(value, time) else "dd/mm/yyyy"
    pattern, literals = _without_literals(_SECTION.match(code)[1])  # type: ignore[index]
    parts = list(_DATE_PART.finditer(pattern))
    twelve = any(part[0].upper() in ("AM/PM", "A/P") for part in parts)
    text, at = "", 0
    for index, part in enumerate(parts):
        near = [parts[other][0][0].lower() for other in (index - 1, index + 1) if 0 <= other < len(parts)]
        before = near[0] if index else ""
        after = near[-1] if index + 1 < len(parts) else ""
        minutes = part[0][0].lower() == "m" and (before == "h" or after == "s")
        text += pattern[at : part.start()] + _date_part(value, part[0].lower(), minutes, twelve)
        at = part.end()
    return " ".join(_with_literals(text + pattern[at:], literals).split())


def _date_part(value: datetime | date | time, part: str, minutes: bool, twelve: bool) -> str:
    clock = value if isinstance(value, datetime | time) else time()
    day = value if isinstance(value, date) else date(1900, 1, 1)
    if part in ("am/pm", "a/p"):
        return "SA" if clock.hour < 12 else "CH"
    if part.startswith("y"):
        return f"{day.year % 100:02}" if len(part) < 3 else f"{day.year:04}"
    if part.startswith("d"):
        return _WEEKDAYS[day.weekday()] if len(part) > 2 else _padded(day.day, part)
    if part.startswith("h"):
        return _padded((clock.hour - 1) % 12 + 1 if twelve else clock.hour, part)
    if part.startswith("s"):
        return _padded(clock.second, part)
    if minutes:
        return _padded(clock.minute, part)
    return f"tháng {day.month}" if len(part) > 2 else _padded(day.month, part)


def _padded(number: int, part: str) -> str:
    return f"{number:02}" if len(part) > 1 else str(number)


def _duration(value: timedelta, code: str) -> str:
    seconds = round(abs(value.total_seconds()))
    text = f"{seconds // 3600}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if "s" in code.lower() else "")
    return f"-{text}" if value < timedelta() else text


def _without_literals(section: str) -> tuple[str, list[str]]:
    """The section with a private character for each literal text in it, and these texts."""
    literals: list[str] = []

    def kept(found: re.Match[str]) -> str:
        literal = found[1] or found[2] or found[3]
        if literal is None or not literal:
            return "" if found[0][0] in '[*"' else " "
        literals.append(literal)
        return chr(_LITERAL_AT + len(literals) - 1)

    return _TOKEN.sub(kept, section), literals


def _with_literals(text: str, literals: list[str]) -> str:
    for at, literal in enumerate(literals):
        text = text.replace(chr(_LITERAL_AT + at), literal)
    return text

"""What a skeleton is filled with: values by name, tidied and checked, from the command line or a TOML file."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from drafter.errors import UnknownValue, WrongValue, WrongValuesFile
from drafter.templates.forms import Form

# Every name that any kind may be given, what it is, and whether there may be several.
_TABLE = """
organ       1 cơ quan ban hành, viết thường: Ủy ban nhân dân xã Bản Mây
superior    1 cơ quan chủ quản, nếu có
code        1 chữ viết tắt tên cơ quan, như UBND
number      1 số của văn bản; để trống trong dự thảo
place       1 địa danh
date        1 ngày ban hành: 2026-08-05 hoặc 05/8/2026
subject     1 trích yếu
office      1 thẩm quyền ban hành nghị quyết, quyết định (mặc định là cơ quan ban hành)
bases       n căn cứ, mỗi căn cứ một lần
addressees  n nơi Kính gửi, nơi nhận công điện
recipients  n nơi nhận
unit        1 chữ viết tắt đơn vị soạn thảo, ở dòng Lưu và số công văn
archive     1 nơi lưu văn bản của Đảng, như Văn phòng Đảng ủy
authority   n quyền hạn ký, như KT. Chủ tịch
title       1 chức vụ người ký
signer      1 họ và tên người ký
other       1 họ và tên người ký bên trái: thư ký, bên B
body        n nội dung, mỗi đoạn một lần, thay cho đề cương
"""
_ROWS = [line.split(maxsplit=2) for line in _TABLE.strip().splitlines()]
COMMON: Mapping[str, str] = MappingProxyType({name: about for name, _, about in _ROWS})
"""What each value is that any kind may be given."""
SEVERAL = frozenset(name for name, many, _ in _ROWS if many == "n")
"""The names that may be given several times."""
_DATE = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})$")


@dataclass(frozen=True, slots=True)
class Values:
    """The values given, each tidied: composed letters, single blanks, nothing that cannot be printed."""

    given: Mapping[str, tuple[str, ...]]
    date: date | None = None

    def one(self, name: str) -> str:
        """The value, "" where it is not given."""
        return " ".join(self.given.get(name, ()))

    def many(self, name: str) -> tuple[str, ...]:
        return self.given.get(name, ())


def values_of(form: Form, given: Mapping[str, object]) -> Values:
    """The values for a form. Raises `UnknownValue`, `WrongValue`."""
    known = {**COMMON, **form.slots}
    for name in given:
        if name not in known:
            raise UnknownValue(name, form.name, known)
    when = _date(given["date"]) if given.get("date") not in (None, "") else None
    texts = {name: tuple(_texts(name, value)) for name, value in given.items() if name != "date"}
    texts = {name: said for name, said in texts.items() if said}
    if number := " ".join(texts.get("number", ())):
        texts["number"] = (_number(number),)
    return Values(MappingProxyType(texts), when)


def from_toml(name: str, data: bytes) -> dict[str, object]:
    """The values of a TOML file. Raises `WrongValuesFile`."""
    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise WrongValuesFile(name, " (bảng mã không phải UTF-8)") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise WrongValuesFile(name, f" ở dòng {found[1]}" if found else "") from error
    except RecursionError as error:
        raise WrongValuesFile(name, "") from error


def from_words(words: Iterable[str]) -> dict[str, object]:
    """The values of `name=value` words; a name that comes again adds to its list. Raises `WrongValue`."""
    found: dict[str, list[str]] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise WrongValue(word, "thiếu dấu “=”; hãy viết như --set signer=“Hoàng Thị Lan”.")
        found.setdefault(name.strip(), []).append(value)
    for name, said in found.items():
        if len(said) > 1 and name in COMMON and name not in SEVERAL:
            raise WrongValue(name, "ghi hai lần mà chỉ có một giá trị; hãy bỏ bớt một lần.")
    return {name: said if len(said) > 1 else said[0] for name, said in found.items()}


def _texts(name: str, value: object) -> Iterable[str]:
    said = value if isinstance(value, list) else [value]
    if isinstance(value, list) and len(value) > 1 and name not in SEVERAL:
        raise WrongValue(name, "chỉ ghi một giá trị, không ghi danh sách; hãy nối lại thành một.")
    for one in said:
        if isinstance(one, bool) or not isinstance(one, str | int | date):
            raise WrongValue(name, "phải là chữ hoặc danh sách chữ; hãy đặt giá trị trong dấu ngoặc kép.")
        words = f"{one.day:02}/{one.month}/{one.year}" if isinstance(one, date) else str(one)
        if tidy := tidied(words):
            yield tidy


def tidied(words: str) -> str:
    """In composed letters, with single blanks, without characters that no Word file may hold or that are not seen."""
    composed = unicodedata.normalize("NFC", words)
    kept = (" " if unicodedata.category(one) in ("Cc", "Zs", "Zl", "Zp") else one for one in composed)
    seen = (one for one in kept if unicodedata.category(one) not in ("Cf", "Cs", "Cn"))
    return " ".join("".join(seen).split())


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def _date(value: object) -> date:
    wrong = WrongValue("date", f"“{value}” không phải ngày trong lịch; hãy viết như 2026-08-05 hoặc 05/8/2026.")
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise wrong
    said = tidied(value)
    try:
        if found := _DATE.match(said):
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        return date.fromisoformat(said)
    except ValueError as error:
        raise wrong from error


def _number(said: str) -> str:
    """Figures, with the 0 before those below 10 (khoản 3 Mục II Phần I Phụ lục I NĐ 30)."""
    if not re.fullmatch(r"[0-9]{1,6}[a-zđ]?", said):
        raise WrongValue("number", f"“{said}” không phải số; hãy chỉ ghi chữ số, ký hiệu do chương trình viết.")
    return said.zfill(2)

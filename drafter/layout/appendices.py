"""Whether a document and its appendices know each other (Phụ lục I, Phần I, Mục III, khoản 1 NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.document import Span
from drafter.layout.roles import NOTE, Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault
from drafter.layout.units import roman
from drafter.nlp.kinds import family_of_number
from drafter.nlp.mentions import mentions

_SIGN = r"\b(?:[IVXLC]+|\d{1,2})\b"
_NAMED = re.compile(rf"(?i:phụ lục(?:\s+số)?)\s*(?P<sign>{_SIGN}|[A-Z]\b)?")
_LIST = re.compile(
    rf"(?i:phụ lục(?:\s+số)?)\s+(?P<signs>{_SIGN}(?:\s*(?:,|;|-|–|và|đến)\s*(?:(?i:phụ lục)\s+)?{_SIGN})*)"
)
_POINTS = re.compile(rf"(?i:phụ lục)(?!(?i:\s+số)?\s+{_SIGN})|(?i:kèm theo|đính kèm|gửi kèm)")
_ELSEWHERE = re.compile(
    r"\d\s?[/-]\S*[A-ZĐ]{2}|\b(?:Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Quy chế|Quy định|Kế hoạch"
    r"|Công văn)\b(?!\s+này)"
)
"""What says in a sentence that an appendix belongs to another document."""
_FURTHEST = 30
"""Appendices that "Phụ lục I đến Phụ lục …" may name."""


def appendices(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the numbers of appendices and the words that point from and to them."""
    found = sheet.of("appendix")
    if found:
        yield from _numbers(sheet)
        yield from _pointers(sheet, found)
    yield from _notes(sheet)


def _numbers(sheet: Sheet) -> Iterator[Fault]:
    for together in _by_document(sheet):
        if len(together) < 2:
            continue
        bare = [row for row in together if not _sign(row)]
        if bare:
            message = f"{len(bare)} phụ lục chưa có số thứ tự; văn bản có từ hai phụ lục thì phải đánh số La Mã."
            yield Fault("nd30.PL-02", bare[0].span, message, "Đánh số Phụ lục I, Phụ lục II, theo thứ tự.")
        other = [row for row in together if _sign(row) and not roman(_sign(row))]
        if other:
            message = f"“{other[0].words}” chưa dùng số La Mã; từ hai phụ lục trở lên phải đánh số La Mã."
            yield Fault("nd30.PL-02", other[0].span, message, "Đánh số Phụ lục I, Phụ lục II … và sửa chỗ nhắc đến.")
        if bare or other:
            continue
        for before, after in pairwise(together):
            if roman(_sign(after)) != roman(_sign(before)) + 1:
                message = f"Sau “{before.words}” là “{after.words}”; số thứ tự của phụ lục phải liên tục."
                yield Fault("nd30.PL-02", after.span, message, "Đánh lại số thứ tự của các phụ lục.", "warning")
                break


def _by_document(sheet: Sheet) -> Iterator[list[Row]]:
    """The appendices of each document of the file, parted where another one begins under its kind."""
    together: list[Row] = []
    for row, role in zip(sheet.rows, sheet.roles, strict=True):
        if role == "kind" and together:
            yield together
            together = []
        elif role == "appendix":
            together.append(row)
    yield together


def _sign(row: Row) -> str:
    found = _NAMED.match(row.words)
    return (found["sign"] or "") if found else ""


def _value(sign: str) -> int:
    return int(sign) if sign.isdigit() else roman(sign)


def _pointers(sheet: Sheet, found: list[Row]) -> Iterator[Fault]:
    before = [row for row in sheet.rows if row.span.start < found[0].span.start]
    text = "\n".join(row.words for row in before)
    lists = list(_LIST.finditer(text))
    generic = _POINTS.search(text) is not None
    if not lists and not generic:
        message = (
            f"Văn bản có “{found[0].words}” nhưng nội dung không nhắc đến; trong văn bản phải có chỉ dẫn về phụ lục."
        )
        action = "Thêm chỉ dẫn trong nội dung, như “(chi tiết tại Phụ lục kèm theo)”."
        yield Fault("nd30.PL-01", found[0].span, message, action)
        return
    said = {value for one in lists for value in _values(one["signs"])}
    signed = {_value(_sign(row)): row for row in found if _sign(row)}
    left = [row for value, row in signed.items() if value and value not in said]
    if left and lists and not generic:
        message = f"Nội dung không nhắc đến “{left[0].words}”; trong văn bản phải có chỉ dẫn về từng phụ lục."
        yield Fault("nd30.PL-01", left[0].span, message, "Thêm chỉ dẫn đến phụ lục này trong nội dung.", "warning")
    if signed and all(map(_sign, found)):
        yield from _absent(before, set(signed))


def _values(signs: str) -> set[int]:
    """What a list of numbers names: "I, II và IV", "I đến V"."""
    parts = re.findall(rf"{_SIGN}|đến|-|–", signs)
    values = {_value(part) for part in parts}
    for first, between, last in zip(parts, parts[1:], parts[2:], strict=False):
        if between in ("đến", "-", "–") and _value(last) <= _FURTHEST:
            values |= set(range(_value(first), _value(last)))
    return values - {0}


def _absent(before: list[Row], there: set[int]) -> Iterator[Fault]:
    """Appendices that the text names and the file does not have; those of other documents are not looked for."""
    for row in before:
        for one in _LIST.finditer(row.words):
            start = max(row.words.rfind(mark, 0, one.start()) for mark in (";", ". ")) + 1
            sentence = re.split(r"[;]|\.\s", row.words[start:], maxsplit=1)[0]
            missing = _values(one["signs"]) - there
            if missing and not _ELSEWHERE.search(sentence):
                message = f"Nội dung nhắc đến “{one[0]}” nhưng trong tệp {_left_out(one['signs'], there)}."
                yield Fault("nd30.PL-01", row.span, message, "Thêm phụ lục, hoặc sửa số của phụ lục.", "warning")
                return


def _left_out(signs: str, there: set[int]) -> str:
    missing = [sign for sign in re.findall(_SIGN, signs) if _value(sign) not in there]
    return f"không có Phụ lục {', '.join(missing)}" if missing else "không có đủ các phụ lục này"


def _notes(sheet: Sheet) -> Iterator[Fault]:
    """The number of the document that appendices and enclosed documents say they come with."""
    number = sheet.head.number
    if not re.match(r"\d", number):
        return
    for rows in _noted(sheet):
        said = next((one.number for one in mentions(" ".join(row.words for row in rows)) if one.number), "")
        if not re.match(r"\d", said) or said == number or family_of_number(said) != family_of_number(number):
            continue
        symbol, own = (one.partition("/")[2] for one in (said, number))
        message = f"Dòng kèm theo ghi số “{said}” nhưng văn bản có số “{number}”; hai số phải giống nhau."
        span = Span(rows[0].span.start, rows[-1].span.end)
        yield Fault(
            "nd30.PL-08", span, message, "Sửa số, ký hiệu trong dòng kèm theo.", None if symbol == own else "warning"
        )
        return


def _noted(sheet: Sheet) -> Iterator[list[Row]]:
    """The rows of each "(Kèm theo …)"."""
    rows: list[Row] = []
    for row, role in zip(sheet.rows, sheet.roles, strict=True):
        if NOTE.match(row.words) and role in ("appendix_note", "other", "subject"):
            rows = [row]
        elif rows:
            rows.append(row)
        if rows and (")" in row.words or len(rows) > 3):
            yield rows
            rows = []

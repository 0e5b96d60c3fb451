"""Addressees and recipients (Phụ lục I, Phần I, Mục II, khoản 9 NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.layout.numbers import SAMPLE
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Edit, Fault
from drafter.layout.wording import ending, instead

_LABEL = re.compile(r"Kính gửi\s?:")
_KEPT = re.compile(r"[-–]\s*Lưu\b")
_KEPT_WELL = re.compile(r"- Lưu: VT(?:, [^;]+)?\.$")
_KEPT_LIKE = re.compile(r"[-–]\s*Lưu\s*:?\s*VT\b\s*(?P<more>[,;]\s*[^.;]+?)?\s*[.;,]?$")
_APART = 1.0
"""mm that dashes may stand apart and still look aligned."""


def recipients(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the words of "Kính gửi" and "Nơi nhận"."""
    yield from _kinh_gui(sheet)
    yield from _addressees(sheet, sheet.of("addressee"))
    yield from _label(sheet)
    yield from _list(sheet, sheet.of("recipient"))
    yield from _first(sheet)
    yield from _kept(sheet)


def _kinh_gui(sheet: Sheet) -> Iterator[Fault]:
    label, listed = sheet.first("kinh_gui"), sheet.of("addressee")
    if label is None:
        return
    if not _LABEL.match(label.words):
        message = f"Chữ Kính gửi đang viết “{label.words[:20]}”; phải viết “Kính gửi:”, có dấu hai chấm."
        found = re.match(r"Kính\s+gửi\s*", label.words)
        edits: tuple[Edit, ...] = ()
        if found:
            edits = (
                instead(sheet, label, 0, found.end(), "Kính gửi: " if label.words[found.end() :] else "Kính gửi:"),
            )
        yield Fault("nd30.NN-01", label.span, message, "Viết “Kính gửi:”.", edits=edits)
    if not listed and re.search(r":.*\w;\s+(?:-\s*)?[A-ZĐÀ-Ỹ]", label.words):
        message = "Nhiều nơi nhận đang viết trên một dòng “Kính gửi:”; mỗi nơi nhận phải ở một dòng, có gạch đầu dòng."
        yield Fault("nd30.NN-03", label.span, message, "Xuống dòng mỗi nơi nhận, bắt đầu bằng “- ”.", "warning")
    beside = bool(listed) and label.cell is not None and listed[0].cell is not None and label.cell != listed[0].cell
    if (
        len(listed) == 1
        and re.fullmatch(r"Kính gửi\s*:?", label.words)
        and not beside
        and listed[0].index != label.index
    ):
        message = f"Chỉ có một nơi nhận (“{listed[0].words}”) mà viết xuống dòng; phải viết cùng dòng với “Kính gửi:”."
        yield Fault("nd30.NN-02", listed[0].span, message, "Đưa nơi nhận lên cùng dòng với “Kính gửi:”.")


def _addressees(sheet: Sheet, listed: Sequence[Row]) -> Iterator[Fault]:
    if len(listed) < 2 or not all(row.words.startswith(("-", "–")) for row in listed):
        return
    marks = [(row, ";") for row in listed[:-1]] + [(listed[-1], ".")]
    wrong = [(row, mark) for row, mark in marks if not row.words.endswith(mark)]
    if wrong:
        message = "Danh sách sau “Kính gửi:” chưa đúng dấu; cuối mỗi dòng là dấu chấm phẩy, dòng cuối là dấu chấm."
        edits = tuple(ending(sheet, row, mark) for row, mark in wrong)
        action = "Đặt dấu “;” cuối mỗi dòng, dấu “.” cuối dòng sau cùng."
        yield Fault("nd30.NN-03", wrong[0][0].span, message, action, edits=edits)
    own = [row.paragraph for row in listed if row.alone]
    lefts = [one.indent_left + one.indent_first for one in own]
    centred = any(one.alignment in ("center", "right") for one in own)
    if not wrong and own and (centred or max(lefts) - min(lefts) > _APART):
        message = "Các gạch đầu dòng sau “Kính gửi:” không thẳng hàng với nhau; phải thẳng hàng, dưới dấu hai chấm."
        action = "Căn trái các dòng này với cùng một khoảng lùi."
        yield Fault("nd30.NN-03", listed[0].span, message, action, "warning")


def _label(sheet: Sheet) -> Iterator[Fault]:
    label = sheet.first("noi_nhan")
    if label and label.words != "Nơi nhận:" and len(label.words) < 14:
        message = f"Đang viết “{label.words}”; phải viết “Nơi nhận:”, có dấu hai chấm liền sau."
        found = re.fullmatch(r"Nơi\s+nhận\s*[:;.]?\s*", label.words)
        edits = (instead(sheet, label, 0, len(label.words), "Nơi nhận:"),) if found else ()
        yield Fault("nd30.NN-04", label.span, message, "Viết “Nơi nhận:”.", edits=edits)


def _list(sheet: Sheet, listed: Sequence[Row]) -> Iterator[Fault]:
    kept = next((at for at, row in enumerate(listed) if _KEPT.match(row.words)), None)
    if kept is None or SAMPLE.search(listed[kept].words):
        return
    wrong = [row for row in listed[:kept] if row.words.startswith("-") and not row.words.endswith((";", ","))]
    wrong = [row for row in wrong if not _goes_on(row, listed)]
    if wrong:
        message = "Danh sách nơi nhận chưa đúng dấu; cuối mỗi dòng là dấu chấm phẩy."
        edits = tuple(ending(sheet, row, ";") for row in wrong)
        yield Fault("nd30.NN-05", wrong[0].span, message, "Đặt dấu “;” cuối mỗi dòng nơi nhận.", edits=edits)
    row, said = listed[kept], " ".join(one.words for one in listed[kept:])
    if not _KEPT_WELL.match(said):
        message = f"Dòng lưu đang viết “{said}”; phải viết như “- Lưu: VT, VP.”, cuối dòng là dấu chấm."
        like = _KEPT_LIKE.match(row.words) if said == row.words else None
        more = f", {like['more'].lstrip(',; ')}" if like and like["more"] else ""
        edits = (instead(sheet, row, 0, len(row.words), f"- Lưu: VT{more}."),) if like else ()
        action = "Viết lại dòng lưu: VT, đơn vị soạn thảo, dấu chấm."
        yield Fault("nd30.NN-07", row.span, message, action, edits=edits)


def _goes_on(row: Row, listed: Sequence[Row]) -> bool:
    """Whether the next row is the rest of this one."""
    behind = [one for one in listed if one.span.start > row.span.start]
    return bool(behind) and not behind[0].words.startswith("-")


def _first(sheet: Sheet) -> Iterator[Fault]:
    """The first recipient is the one addressed above, of a decision those whom an article binds."""
    first, kind = sheet.first("recipient"), sheet.head.kind
    if first is None or re.match(r"[-–+]?\s*Như\b", first.words):
        return
    if sheet.first("kind") is None and sheet.of("about") and sheet.of("kinh_gui"):
        message = "Nơi nhận của công văn chưa bắt đầu bằng “- Như trên;”."
        yield Fault("nd30.NN-06", first.span, message, "Thêm dòng “- Như trên;” ở đầu danh sách nơi nhận.")
    elif kind in ("TTr", "BC") and sheet.of("kinh_gui"):
        name = "tờ trình" if kind == "TTr" else "báo cáo"
        message = f"Nơi nhận của {name} có “Kính gửi:” chưa bắt đầu bằng “- Như trên;”."
        yield Fault("nd30.NN-06", first.span, message, "Thêm dòng “- Như trên;” ở đầu danh sách nơi nhận.")
    elif kind in ("QĐ", "NQ") and any(re.match(r"Điều \d", row.words) for row in sheet.of("body")):
        name = "quyết định" if kind == "QĐ" else "nghị quyết"
        message = f"Nơi nhận của {name} chưa bắt đầu bằng “- Như Điều …;” như mẫu."
        yield Fault("nd30.NN-06", first.span, message, "Có thể thêm dòng “- Như Điều …;” ở đầu.", "info")


def _kept(sheet: Sheet) -> Iterator[Fault]:
    """How minutes and letters of introduction are kept (Mẫu 1.8, 1.9)."""
    row = next((one for one in sheet.of("recipient") if _KEPT_WELL.match(one.words)), None)
    if row and sheet.head.kind == "BB" and "hồ sơ" not in row.words.lower():
        message = f"Dòng lưu của biên bản đang viết “{row.words}”; mẫu biên bản viết “- Lưu: VT, Hồ sơ.”."
        yield Fault("nd30.NN-08", row.span, message, "Có thể viết “- Lưu: VT, Hồ sơ.”.")
    elif row and sheet.head.kind == "GGT" and row.words != "- Lưu: VT.":
        message = f"Dòng lưu của giấy giới thiệu đang viết “{row.words}”; mẫu giấy giới thiệu viết “- Lưu: VT.”."
        yield Fault("nd30.NN-08", row.span, message, "Có thể viết “- Lưu: VT.”.")

"""What closes a document: authority, name, addressees, recipients (Phụ lục I, Phần I, Mục II, khoản 7, 9 NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault

_PREFIX = re.compile(r"(?P<letters>TM|T/M|KT|K/T|TL|T/L|TUQ|TU/Q|Q)(?P<stop>\s*\.?)(?P<blank>\s*)")
_DEGREE = re.compile(
    r"(?:GS|PGS|TS|ThS|BS|CN|KS|BSCKI+|NSND|NSƯT|NGND|NGƯT|Luật sư|Kỹ sư|Cử nhân|Thạc sĩ|Tiến sĩ)\b\.?"
)
_DEPUTY = re.compile(r"(?:QUYỀN )?(?:PHÓ|THỨ|CHỦ NHIỆM|ỦY VIÊN)\b")
_KEPT = re.compile(r"[-–]\s*Lưu\b")
_KEPT_WELL = re.compile(r"- Lưu: VT(?:, [^.;]+)?\.$")
_SAMPLE = re.compile(r"[\[\]{}<>…]|\.{3}|_{2}")


def closings(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the words of signature, addressees and recipients."""
    for row in sheet.of("authority"):
        yield from _authority(row)
    yield from _deputy(sheet)
    for row in sheet.of("signer"):
        if degree := _DEGREE.match(row.words):
            message = f"Trước họ tên người ký có “{degree[0]}”; trước họ tên không ghi học hàm, học vị, danh hiệu."
            yield Fault("nd30.KY-08", row.span, message, "Chỉ ghi họ, chữ đệm và tên.")
    yield from _kinh_gui(sheet)
    yield from _recipients(sheet.of("noi_nhan"), sheet.of("recipient"))
    yield from _as_above(sheet)


def _deputy(sheet: Sheet) -> Iterator[Fault]:
    """Who signs for the head is a deputy."""
    for above, title in pairwise(sheet.of("authority", "signer_title")):
        signs_for = re.match(r"K/?T\b", above.words) and not _PREFIX.match(title.words)
        if signs_for and title.in_capitals and not _DEPUTY.match(title.words):
            message = f"Dưới “{above.words}” ghi “{title.words}”; người ký thay là cấp phó của người đứng đầu."
            yield Fault("nd30.KY-02", title.span, message, "Ghi chức vụ cấp phó, như “PHÓ CHỦ TỊCH”.")


def _authority(row: Row) -> Iterator[Fault]:
    found = _PREFIX.match(row.words)
    if not found or (
        found["letters"] in ("TM", "KT", "TL", "TUQ", "Q") and (found["stop"], found["blank"]) == (".", " ")
    ):
        return
    right = f"{found['letters'].replace('/', '')}."
    message = f"Quyền hạn ký đang viết “{found[0].strip()}”; phải viết “{right}”, có dấu chấm rồi cách một chữ."
    yield Fault("nd30.KY-01", row.span, message, f"Viết “{right} ” trước tên tập thể hoặc chức vụ.")


def _kinh_gui(sheet: Sheet) -> Iterator[Fault]:
    label, listed = sheet.of("kinh_gui"), sheet.of("addressee")
    if sheet.of("about") and not label and sheet.of("number"):
        message = "Công văn chưa có “Kính gửi:”; công văn phải ghi nơi nhận để giải quyết."
        yield Fault("nd30.NN-01", sheet.of("about")[0].span, message, "Thêm dòng “Kính gửi:” trước nội dung.")
    if label and not re.match(r"Kính gửi\s?:", label[0].words):
        message = f"Chữ Kính gửi đang viết “{label[0].words[:20]}”; phải viết “Kính gửi:”, có dấu hai chấm."
        yield Fault("nd30.NN-01", label[0].span, message, "Viết “Kính gửi:”.")
    if len(listed) >= 2 and all(row.words.startswith("-") for row in listed):
        wrong = [row for row in listed[:-1] if not row.words.endswith(";")]
        wrong += [row for row in listed[-1:] if not row.words.endswith(".")]
        if wrong:
            message = "Danh sách sau “Kính gửi:” chưa đúng dấu; cuối mỗi dòng là dấu chấm phẩy, dòng cuối là dấu chấm."
            yield Fault("nd30.NN-03", wrong[0].span, message, "Đặt dấu “;” cuối mỗi dòng, dấu “.” cuối dòng sau cùng.")


def _as_above(sheet: Sheet) -> Iterator[Fault]:
    """A letter's first recipient is the one it is addressed to."""
    first = next(iter(sheet.of("recipient")), None)
    if first and sheet.of("about") and sheet.of("kinh_gui") and not re.match(r"-?\s*Như\b", first.words):
        message = "Nơi nhận của công văn chưa bắt đầu bằng “- Như trên;”."
        yield Fault("nd30.NN-06", first.span, message, "Thêm dòng “- Như trên;” ở đầu danh sách nơi nhận.")


def _recipients(label: Sequence[Row], listed: Sequence[Row]) -> Iterator[Fault]:
    if label and label[0].words != "Nơi nhận:" and len(label[0].words) < 14:
        message = f"Đang viết “{label[0].words}”; phải viết “Nơi nhận:”, có dấu hai chấm liền sau."
        yield Fault("nd30.NN-04", label[0].span, message, "Viết “Nơi nhận:”.")
    kept = next((at for at, row in enumerate(listed) if _KEPT.match(row.words)), None)
    if kept is None or _SAMPLE.search(listed[kept].words):
        return
    wrong = [row for row in listed[:kept] if row.words.startswith("-") and not row.words.endswith((";", ","))]
    wrong = [row for row in wrong if not _goes_on(row, listed)]
    if wrong:
        message = "Danh sách nơi nhận chưa đúng dấu; cuối mỗi dòng là dấu chấm phẩy."
        yield Fault("nd30.NN-05", wrong[0].span, message, "Đặt dấu “;” cuối mỗi dòng nơi nhận.")
    if not _KEPT_WELL.match(listed[kept].words):
        message = f"Dòng lưu đang viết “{listed[kept].words}”; phải viết như “- Lưu: VT, VP.”, cuối dòng là dấu chấm."
        yield Fault("nd30.NN-07", listed[kept].span, message, "Viết lại dòng lưu: VT, đơn vị soạn thảo, dấu chấm.")


def _goes_on(row: Row, listed: Sequence[Row]) -> bool:
    """Whether the next row is the rest of this one."""
    behind = [one for one in listed if one.span.start > row.span.start]
    return bool(behind) and not behind[0].words.startswith("-")

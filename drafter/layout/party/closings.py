"""What closes a Party document: authority, name, addressees, recipients (HD 05-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.document import Span
from drafter.layout.lines import is_under
from drafter.layout.looks import Component, Look
from drafter.layout.mending import is_whole
from drafter.layout.mends import Letters, Mend
from drafter.layout.party.looks import all_styled, styled
from drafter.layout.party.texts import stop_of
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row, piece, place
from drafter.layout.rules import Edit, Fault

_LOOKS: tuple[Component, ...] = (
    ("D-14", ("authority",), "Thẩm quyền ký", Look(14, 14, True, False, True)),
    ("D-14", ("signer_title",), "Chức vụ người ký", Look(14, 14, False, False, True)),
    ("D-14", ("signer",), "Họ và tên người ký", Look(14, 14, True, False, False)),
    ("D-17", ("noi_nhan",), "Chữ “Nơi nhận:”", Look(14, 14, False, False, False)),
)
_PREFIX = re.compile(r"(?P<letters>T/?M|K/?T|T/?L|TUQ|TU/Q|T/UQ)(?P<stop>\s*\.)?(?P<blank>\s*)(?=[A-ZĐÀ-Ỹ])")
_DEPUTY = re.compile(r"(?:QUYỀN )?(?:PHÓ|[ỦU][YỶ] VIÊN|THƯỜNG TRỰC|THỨ|CẤP PHÓ)\b")
_WITH_COMMITTEE = re.compile(
    r"(?:PHÓ )?BÍ THƯ (?:THƯỜNG TRỰC )?(?P<committee>(?:ĐẢNG|TỈNH|THÀNH|CHI|QUÂN) [ỦU][YỶ].*|CHI BỘ.*|ĐẢNG BỘ.*)$"
)
_UNTITLED = re.compile(r"T/?M\.?\s*(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ)\b")
_TITLE = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|CN|KS|BSCKI+|NSND|NSƯT|NGND|NGƯT|Luật sư|Kỹ sư|Cử nhân|Thạc sĩ|Tiến sĩ|Giáo sư|Bác sĩ"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))\b[.,\s]*)+"
)
_TO = re.compile(r"Kính\s+(?P<verb>gửi|trình)(?P<colon>\s*[:：]?)")
_KEPT = re.compile(r"[-–+]?\s*Lưu\b")
_KEPT_WELL = re.compile(r"- Lưu [^:]+\.$")
_CODE = re.compile(r"[A-ZĐ][\wĐđ]{0,6}\s*[.(/_-]+\s*\(?\d{1,4}\)?$")
_CONTACT = re.compile(r"(?:Địa chỉ|Điện thoại|ĐT|E-?mail|Fax|Website)\s*:", re.IGNORECASE)
_SAMPLE = re.compile(r"[\[\]{}<>…]|\.{3}|_{2}")
_LONGER_THAN_A_PAGE = 6000
_REACH = 6
"""Paragraphs behind signature and recipients in which the address stands."""


def closings(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the looks and words below the text, and of the addressees."""
    yield from all_styled(sheet, _LOOKS)
    for row in sheet.of("authority"):
        yield from _authority(sheet, row)
    yield from _titles(sheet)
    for row in sheet.of("signer"):
        if found := _TITLE.match(row.words):
            message = f"Trước họ tên người ký có “{found[0].strip()}”; không ghi học hàm, học vị, quân hàm."
            yield Fault("hd05.D-15", row.span, message, "Chỉ ghi họ, chữ đệm và tên.")
    yield from _addressees(sheet)
    yield from _recipients(sheet)
    yield from _below(sheet)


def _authority(sheet: Sheet, row: Row) -> Iterator[Fault]:
    found = _PREFIX.match(row.words)
    if not found:
        return
    letters = found["letters"].replace("/", "")
    if letters == "TUQ":
        message = f"Thẩm quyền ký đang viết “{found[0].strip()}”; văn bản của Đảng ký “T/M”, “K/T” hoặc “T/L”."
        yield Fault("hd05.D-14", row.span, message, "Xem lại thẩm quyền ký.", "warning")
        return
    right = f"{letters[0]}/{letters[1]}"
    if (found["letters"], found["stop"], found["blank"]) != (right, None, " "):
        edits = (Edit(place(sheet.document.text, row, 0, found.end()), f"{right} "),)
        message = f"Thẩm quyền ký đang viết “{found[0].strip()}”; văn bản của Đảng viết “{right}”."
        yield Fault("hd05.D-14", row.span, message, f"Viết “{right}”.", edits=edits)
    if letters == "KT" and re.match(r"BÍ THƯ\b", row.words[found.end() :]):
        message = f"Cấp phó của cấp ủy đang ký “{row.words}”; cấp ủy ký thay mặt, không ký thay bí thư."
        yield Fault("hd05.D-14", row.span, message, "Ghi “T/M” và tên cấp ủy, dưới là “PHÓ BÍ THƯ”.")


def _titles(sheet: Sheet) -> Iterator[Fault]:
    signed = sheet.of("authority", "signer_title", "signer")
    for above, row in pairwise(signed):
        for_head = re.match(r"K/?T\b", above.words) and above in sheet.of("authority")
        if for_head and row in sheet.of("signer_title") and not _DEPUTY.match(row.words):
            message = f"Dưới “{above.words}” ghi “{row.words}”; người ký thay là cấp phó của người đứng đầu."
            yield Fault("hd05.D-14", row.span, message, "Ghi chức vụ cấp phó.", "warning")
        if re.match(r"T/?M\b", above.words) and row in sheet.of("signer") and not _UNTITLED.match(above.words):
            message = f"Dưới “{above.words}” chưa ghi chức vụ của người ký."
            yield Fault("hd05.D-14", above.span, message, "Ghi chức vụ, như “BÍ THƯ” hoặc “PHÓ BÍ THƯ”.", "warning")
        if _UNTITLED.match(above.words) and row in sheet.of("signer_title"):
            message = f"Dưới “{above.words}” ghi chức vụ “{row.words}”; ở đây không ghi chức vụ."
            yield Fault("hd05.D-14", row.span, message, "Bỏ dòng chức vụ.", "warning")
    for row in sheet.of("signer_title"):
        if found := _WITH_COMMITTEE.match(row.words):
            message = f"Sau chức vụ có tên cấp ủy “{found['committee']}”; chỉ ghi chức vụ, không ghi tên cấp ủy."
            yield Fault("hd05.D-14", row.span, message, f"Bỏ “{found['committee']}”.")


def _addressees(sheet: Sheet) -> Iterator[Fault]:
    label, listed = sheet.of("kinh_gui")[:1], sheet.of("addressee")
    text = sheet.document.text
    wanted = "trình" if sheet.head.kind == "TTr" else "gửi" if sheet.of("about") else ""
    if not label and wanted == "gửi" and sheet.of("number"):
        message = "Công văn chưa có “Kính gửi:”; công văn phải ghi nơi nhận để giải quyết."
        yield Fault("hd05.D-16", sheet.of("about")[0].span, message, "Thêm dòng “Kính gửi:” trước nội dung.", "warning")
    for row in label:
        found = _TO.match(row.words)
        if not found:
            continue
        if wanted and found["verb"] != wanted:
            edits = (Edit(place(text, row, *found.span("verb")), wanted),)
            message = f"Đang viết “Kính {found['verb']}”; phải viết “Kính {wanted}”."
            yield Fault("hd05.D-16", row.span, message, f"Viết “Kính {wanted}:”.", edits=edits)
        if found["colon"] != ":":
            stop = (Edit(place(text, row, *found.span("colon")), ":"),)
            message = f"Sau “Kính {found['verb']}” chưa có dấu hai chấm liền sau."
            yield Fault("hd05.D-16", row.span, message, f"Viết “Kính {found['verb']}:”.", edits=stop)
        begins = len(row.words) - len(row.words[found.end() :].lstrip())
        alone = begins == len(row.words)
        said = row if alone else piece(text, row, 0, found.end())
        yield from styled(sheet, "D-16", f"Chữ “Kính {found['verb']}:”", [said], Look(14, 14, False, True, False))
        named = [] if alone else [piece(text, row, begins, len(row.words))]
        yield from styled(sheet, "D-16", "Tên nơi nhận", [*named, *listed], Look(14, 15, False, False, False))
    if len(listed) >= 2 and all(row.words[0] in "-–" for row in listed):
        wrong = [row for row in listed[:-1] if not row.words.endswith((";", ","))]
        if wrong:
            message = "Danh sách nơi gửi đến chưa đúng dấu; cuối mỗi dòng là dấu chấm phẩy."
            stops = tuple(Edit(stop_of(row), ";") for row in wrong)
            yield Fault("hd05.D-16", wrong[0].span, message, "Đặt dấu “;” cuối mỗi dòng.", edits=stops)


def _recipients(sheet: Sheet) -> Iterator[Fault]:
    label = next(iter(sheet.of("noi_nhan")), None)
    found = sheet.of("recipient")
    listed = [row for row in found if not _CODE.match(row.words) and not _CONTACT.match(row.words)]
    if label:
        yield from _label(sheet, label)
    yield from styled(sheet, "D-17", "Danh sách nơi nhận", listed, Look(12, 12, False, False))
    kept = next((at for at, row in enumerate(listed) if _KEPT.match(row.words)), None)
    letter = sheet.of("kinh_gui") and (sheet.of("about") or sheet.head.kind == "TTr")
    if listed and letter and not re.match(r"-?\s*Như\b", listed[0].words):
        message = "Nơi nhận của công văn, tờ trình chưa bắt đầu bằng “- Như trên;”."
        action = "Thêm dòng “- Như trên;” ở đầu danh sách nơi nhận."
        yield Fault("hd05.D-17", listed[0].span, message, action, "warning")
    if kept is None:
        if label and listed and not any(_SAMPLE.search(row.words) for row in listed):
            message = "Danh sách nơi nhận chưa có dòng lưu."
            action = "Thêm dòng cuối, như “- Lưu Văn phòng Đảng ủy.”."
            yield Fault("hd05.D-17", listed[-1].span, message, action, "warning")
        return
    yield from _stops(listed[: kept + 1])
    if not _SAMPLE.search(listed[kept].words):
        yield from _kept(listed, kept)


def _label(sheet: Sheet, row: Row) -> Iterator[Fault]:
    if row.words != "Nơi nhận:" and (found := re.match(r"Nơi\s+nhận\s*[:.]?$", row.words)):
        edits = (Edit(place(sheet.document.text, row, 0, found.end()), "Nơi nhận:"),)
        message = f"Đang viết “{row.words}”; phải viết “Nơi nhận:”, có dấu hai chấm liền sau."
        yield Fault("hd05.D-17", row.span, message, "Viết “Nơi nhận:”.", edits=edits)
    drawn = any(is_under(sheet, row, one) for one in sheet.document.strokes)
    if row.share(lambda look: look.underline) < MOST and not drawn and len(row.words) < 14:
        mends = (Mend("hd05.D-17", row.index, Letters(underline=True)),) if is_whole(sheet, row) else ()
        message = "Chữ “Nơi nhận:” chưa có đường kẻ ở dưới; phải gạch chân, nét liền."
        yield Fault("hd05.D-17", row.span, message, "Gạch chân chữ “Nơi nhận:”.", mends=mends)


def _stops(listed: Sequence[Row]) -> Iterator[Fault]:
    ended = [row for row, after in pairwise(listed) if row.words[0] in "-–" and after.words[0] in "-–"]
    wrong = [row for row in ended if not row.words.endswith((";", ",")) and not _KEPT.match(row.words)]
    if wrong:
        message = "Danh sách nơi nhận chưa đúng dấu; cuối mỗi dòng là dấu chấm phẩy."
        edits = tuple(Edit(stop_of(row), ";") for row in wrong)
        yield Fault("hd05.D-17", wrong[0].span, message, "Đặt dấu “;” cuối mỗi dòng nơi nhận.", edits=edits)


def _kept(listed: Sequence[Row], at: int) -> Iterator[Fault]:
    row = listed[at]
    last = listed[-1]
    whole = " ".join(one.words for one in listed[at:])
    if re.match(r"[-–+]?\s*Lưu\s*:", whole) or re.search(r"\bVT\b", whole):
        message = f"Dòng lưu đang viết “{row.words}”; văn bản của Đảng viết “- Lưu”, rồi tên cơ quan."
        yield Fault("hd05.D-17", row.span, message, "Viết như “- Lưu Văn phòng Đảng ủy.”.")
    elif not whole.endswith("."):
        message = f"Dòng lưu đang viết “{row.words}”; cuối dòng lưu là dấu chấm."
        end = Span(last.span.end - (last.words[-1] in ",;:"), last.span.end)
        yield Fault("hd05.D-17", row.span, message, "Đặt dấu chấm ở cuối dòng lưu.", edits=(Edit(end, "."),))
    elif not _KEPT_WELL.match(whole):
        message = f"Dòng lưu đang viết “{row.words}”; phải viết như “- Lưu Văn phòng Đảng ủy.”."
        yield Fault("hd05.D-17", row.span, message, "Viết “- Lưu”, rồi tên cơ quan.")


def _below(sheet: Sheet) -> Iterator[Fault]:
    """The drafter's code below the recipients; the address on the last page."""
    closed = sheet.of("noi_nhan", "recipient", "signer")
    first, last = (min(closed, key=_index), max(closed, key=_index)) if closed else (None, None)
    ends = min((row.span.start for row in sheet.of("appendix")), default=len(sheet.document.text))
    rows = [row for row in sheet.of("recipient", "code", "other", "body") if row.span.start < ends]
    behind = [row for row in rows if first and last and first.index < row.index < last.index + _REACH]
    codes = [row for row in behind if _CODE.match(row.words)]
    contacts = [row for row in behind if _CONTACT.match(row.words)]
    for name, rows, size in (("Ký hiệu người soạn thảo", codes, 11), ("Địa chỉ cơ quan", contacts, 10)):
        yield from styled(sheet, "D-20", name, rows, Look(size, size, False, False))
    for section in sheet.document.sections[:1]:
        told = any(one.which == "first" and _CONTACT.search(one.text) for one in section.footers)
        if told and len(sheet.document.text) > _LONGER_THAN_A_PAGE:
            message = "Địa chỉ cơ quan đang ở chân trang thứ nhất; văn bản của Đảng ghi ở trang cuối."
            yield Fault("hd05.D-20", sheet.rows[0].span, message, "Chuyển địa chỉ xuống trang cuối.")


def _index(row: Row) -> int:
    return row.index

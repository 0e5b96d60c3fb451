"""Components that a kind must have and a document does not, or has in the wrong place (Mục II; the forms: Phụ lục III).

Only a whole document is judged, one with a letterhead and the signature or recipients that close it: a draft of the
text alone lacks nothing that its drafter does not know of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.layout.names import kind_of
from drafter.layout.numbers import SYMBOLS, symbol_of
from drafter.layout.roles import Sheet, span_of
from drafter.layout.rows import Row
from drafter.layout.rules import Fault
from drafter.nlp.kinds import kind_name, kind_named, kind_of_number

_RESOLVE = ("QĐ", "NQ")
_TITLED = frozenset(
    ("NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "TTr", "CĐ", "GM", "BB")
)
"""Kinds that have a subject."""
_SENT = _TITLED | {"CV", "GGT", "GNP", "GUQ", "PG", "PC", "PB"}
"""Kinds that name their recipients; contracts and agreements do not."""
_BASE = re.compile(r"[-–+\s]*Căn cứ\b")
_RESOLVES = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$", re.IGNORECASE)
_DATE = re.compile(r"ngày\b.{0,20}\btháng\b", re.IGNORECASE)
_TOP = 20
"""Rows in which a letterhead ends."""
_FEW = 12
"""Rows below the first base in which the kind is printed where the two are the other way round."""
_LONG = 60
"""Letters of a paragraph of the text."""


def missing(sheet: Sheet) -> Iterator[Fault]:
    """What is not there, each component once."""
    displaced = _displaced(sheet)
    if displaced:
        message = "Căn cứ đang đứng trên tên loại, trích yếu; căn cứ phải ở dưới tên loại và trích yếu."
        yield Fault("nd30.CC-01", displaced.span, message, "Chuyển các căn cứ xuống dưới trích yếu.")
    yield from _late_bases(sheet)
    if is_whole(sheet):
        if not displaced:
            yield from _head(sheet)
        yield from _signature(sheet)
        yield from _recipients(sheet)
    yield from _addressee(sheet)
    if not displaced:
        yield from _resolution(sheet)


def is_whole(sheet: Sheet) -> bool:
    """Whether a document has a beginning and an end."""
    return bool(sheet.of("number", "place_date")) and bool(sheet.of("authority", "signer_title", "noi_nhan"))


def _displaced(sheet: Sheet) -> Row | None:
    """The first base, where the kind is printed below it."""
    based = next((row for row in sheet.rows if _BASE.match(row.words)), None)
    if based is None or sheet.first("kind", "about"):
        return None
    behind = [row for row in sheet.rows if row.span.start > based.span.start][:_FEW]
    kinds = [row for row in behind if row.in_capitals and row.column is None and not _RESOLVES.match(row.words)]
    return based if any(kind_named(row.words) for row in kinds) else None


def _late_bases(sheet: Sheet) -> Iterator[Fault]:
    resolves = sheet.first("resolves")
    behind = [row for row in sheet.rows if resolves and row.span.start > resolves.span.start]
    if behind and _BASE.match(behind[0].words) and behind[0].words.endswith(";"):
        message = "Căn cứ đang đứng sau lời ban hành; căn cứ phải ở trên, ngay dưới tên loại và trích yếu."
        yield Fault("nd30.CC-01", behind[0].span, message, "Chuyển các căn cứ lên dưới trích yếu.")


def _head(sheet: Sheet) -> Iterator[Fault]:
    kind, row = sheet.head.kind, sheet.first("kind")
    text = sheet.of("base", "body", "subject", "about", "addressee", "recipient", "office")
    number, top = sheet.first("number"), [row for row in sheet.rows[:_TOP] if row not in text]
    if number is None and kind != "ThC" and not any(re.match(r"S[ốỐ]\b", one.words) for one in top):
        message = "Không thấy dòng số, ký hiệu; dưới tên cơ quan ban hành phải có “Số: …/…”, dù số chưa cấp."
        at = span_of(sheet.of("organ")[-1:] or sheet.rows[:1])
        yield Fault("nd30.SO-01", at, message, "Thêm dòng “Số:      /KH-UBND”, để trống số.")
    if kind != "BB" and not _DATE.search(" ".join(one.words for one in top)):
        message = "Không thấy địa danh và thời gian ban hành ở dưới Tiêu ngữ."
        at = span_of(sheet.of("tieu_ngu", "quoc_hieu")[-1:] or sheet.rows[:1])
        yield Fault("nd30.DD-01", at, message, "Thêm dòng “Địa danh, ngày … tháng … năm …”, để trống ngày.")
    told = re.split(r"[/-]", symbol_of(sheet))[0]
    if row is None and number and told in SYMBOLS and kind_of_number(f"1/{symbol_of(sheet)}") == told:
        if not sheet.of("about"):
            name = kind_name(told, "state")
            message = f"Ký hiệu là của {name} nhưng không thấy tên loại “{name.upper()}” ở dưới phần đầu văn bản."
            yield Fault("nd30.TL-01", number.span, message, f"Thêm dòng “{name.upper()}” in hoa, đậm, canh giữa.")
    elif row and kind_of(row) and kind in _TITLED and not sheet.of("subject", "about"):
        message = f"Dưới tên loại {row.words} chưa có trích yếu nội dung."
        yield Fault("nd30.TL-02", row.span, message, "Thêm trích yếu ở dưới tên loại, chữ đậm, canh giữa.")


def _signature(sheet: Sheet) -> Iterator[Fault]:
    titled, named = sheet.of("authority", "signer_title"), sheet.of("signer")
    if not titled and not _unknown_signer(sheet):
        message = "Không thấy quyền hạn, chức vụ của người ký ở cuối văn bản."
        at = span_of(sheet.of("noi_nhan")[:1])
        yield Fault("nd30.KY-06", at, message, "Thêm quyền hạn, chức vụ của người ký, ngang với “Nơi nhận:”.")
    elif titled and not named and not _below(sheet, titled[-1]):
        message = f"Dưới “{titled[-1].words}” chưa có họ và tên người ký."
        yield Fault("nd30.KY-07", titled[-1].span, message, "Ghi họ và tên người ký.", "info")


def _below(sheet: Sheet, title: Row) -> bool:
    """Whether anything stands below a title that may be a name."""
    listed = sheet.of("noi_nhan", "recipient", "code", "appendix", "appendix_title", "appendix_note")
    return any(row not in listed for row in sheet.rows if row.span.start > title.span.start)


def _unknown_signer(sheet: Sheet) -> bool:
    """Whether a title that nobody knows as one stands behind the last paragraph of the text."""
    own = [row for row in sheet.rows if row.span.start < sheet.first_appendix]
    listed = sheet.of("noi_nhan", "recipient", "code")
    upto = own.index(listed[0]) if listed and listed[0] in own else len(own)
    long = [at for at, row in enumerate(own[:upto]) if row.column is None and len(row.words) >= _LONG]
    behind = own[long[-1] + 1 :] if long else own
    return any(row.in_capitals or row.column for row in behind if row not in listed)


def _recipients(sheet: Sheet) -> Iterator[Fault]:
    if sheet.head.kind not in _SENT:
        return
    said = any("Nơi nhận" in row.words or re.match(r"[-–+]\s*Lưu\b", row.words) for row in sheet.rows)
    if not said:
        message = "Không thấy “Nơi nhận:”; cuối văn bản phải có nơi nhận và dòng lưu."
        at = span_of(sheet.of("authority", "signer_title")[:1])
        yield Fault("nd30.NN-04", at, message, "Thêm “Nơi nhận:”, danh sách nơi nhận và dòng “- Lưu: VT, ….”.")
    listed = sheet.of("recipient")
    if listed and not any("Lưu" in row.words for row in sheet.of("recipient", "noi_nhan")):
        message = "Nơi nhận chưa có dòng lưu; dòng cuối phải ghi như “- Lưu: VT, VP.”."
        yield Fault("nd30.NN-07", listed[-1].span, message, "Thêm dòng “- Lưu: VT, ….” ở cuối danh sách nơi nhận.")


def _addressee(sheet: Sheet) -> Iterator[Fault]:
    if sheet.of("kinh_gui") or any(re.match(r"Kính (?:gửi|trình)", row.words) for row in sheet.rows):
        return
    row = sheet.first("about")
    if row and sheet.of("number") and sheet.first("kind") is None:
        message = "Công văn chưa có “Kính gửi:”; công văn phải ghi nơi nhận để giải quyết."
        yield Fault("nd30.NN-01", row.span, message, "Thêm dòng “Kính gửi:” trước nội dung.")
    row = sheet.first("kind")
    if row and sheet.head.kind == "TTr" and is_whole(sheet):
        message = "Tờ trình chưa có “Kính gửi:”; tờ trình phải ghi cơ quan, người có thẩm quyền giải quyết."
        yield Fault("nd30.NN-01", row.span, message, "Thêm dòng “Kính gửi:” dưới trích yếu.")


def _resolution(sheet: Sheet) -> Iterator[Fault]:
    """What stands between the subject of a decision or resolution and its articles (Mẫu 1.1 to 1.3)."""
    row = sheet.first("kind")
    if row is None or sheet.head.kind not in _RESOLVE or not sheet.of("resolves", "body"):
        return
    own = [one for one in sheet.rows if row.span.start < one.span.start < sheet.first_appendix]
    lacking = []
    if not any(_BASE.match(one.words) for one in own):
        lacking.append("căn cứ ban hành")
    if not _has_authority(sheet, own):
        lacking.append("dòng thẩm quyền ban hành")
    wanted = "QUYẾT ĐỊNH:" if sheet.head.kind == "QĐ" else "QUYẾT NGHỊ:"
    if not any(_RESOLVES.match(one.words) for one in own):
        lacking.append(f"dòng “{wanted}”")
    if lacking:
        message = f"{row.words.capitalize()} chưa có {', '.join(lacking)}."
        action = "Thêm theo mẫu: thẩm quyền ban hành, các căn cứ (mỗi căn cứ một dòng), rồi “" + wanted + "”."
        yield Fault("nd30.CC-07", row.span, message, action)


def _has_authority(sheet: Sheet, own: Sequence[Row]) -> bool:
    """Whether a line in capitals stands above the words that resolve; in a subject in capitals it may hide."""
    subject = sheet.of("subject")
    above = [row for row in own if not sheet.of("resolves") or row.span.start < sheet.of("resolves")[0].span.start]
    said = [row for row in above if row.in_capitals and row.column is None and not _RESOLVES.match(row.words)]
    return any(row not in subject or row.words.isupper() for row in said)

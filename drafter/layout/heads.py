"""The wording of what stands above a document: Quốc hiệu, Tiêu ngữ, organ, number, date, subject (Mục II NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault
from drafter.nlp.folding import key
from drafter.nlp.kinds import KINDS, kind_name, kind_named

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_SYMBOLS = {kind.symbol for kind in KINDS if "state" in kind.families} - {"CV", "ThC"}
_COPIES = ("SY", "TrS", "SL")
"""The block of a copy stands below the copied document, which has the Quốc hiệu (Mẫu 3.1)."""
_SHORT = re.compile(r"(?:UBND|HĐND|SỞ GD|BCH|BQL)\b")
_LABEL = re.compile(r"(?P<word>S[ốỐ])(?P<colon>\s*[:：]?)\s*(?P<rest>.*)$")
_REST = re.compile(r"(?P<figure>[\d.…_\s]*)(?P<symbol>.*)$")
_DATED = re.compile(
    r"(?P<place>[^,]*)(?P<comma>,?)\s*(?P<word>[Nn]gày)\s*(?P<day>[\d.…_]*)\s*tháng\s*(?P<month>[\d.…_]*)\s*năm"
)
_WHEN = re.compile(r"tháng\s*(?P<month>\d{0,2})[.…_\s]*năm\s*(?P<year>\d{4})")
_SAMPLE = re.compile(r"[\[\]{}<>]|\.{3}|…|_{2}")
"""What fills the gaps of a form."""


def heads(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the words of a letterhead and its subject."""
    yield from _motto(sheet)
    yield from _organ(sheet)
    yield from _gone(sheet)
    for row in sheet.of("number")[:1]:
        yield from _number(sheet, row)
    for row in sheet.of("place_date")[:1]:
        yield from _date(row)
    yield from _about(sheet)


def _motto(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("quoc_hieu")[:1]:
        if key(row.words) != key(QUOC_HIEU):
            message = f"Quốc hiệu đang viết “{row.words}”; phải viết “{QUOC_HIEU}” trên một dòng."
            yield Fault("nd30.QH-01", row.span, message, f"Viết lại thành “{QUOC_HIEU}”.")
    for row in sheet.of("tieu_ngu")[:1]:
        if row.words != TIEU_NGU and not row.in_capitals:
            message = f"Tiêu ngữ đang viết “{row.words}”; phải viết “{TIEU_NGU}”, gạch nối có cách chữ ở hai bên."
            yield Fault("nd30.TN-01", row.span, message, f"Viết lại thành “{TIEU_NGU}”.")
    if not sheet.of("quoc_hieu") and sheet.head.kind not in _COPIES:
        message = "Không thấy Quốc hiệu ở đầu văn bản; văn bản hành chính phải có Quốc hiệu và Tiêu ngữ."
        at = sheet.rows[0].span
        yield Fault("nd30.QH-01", at, message, f"Viết “{QUOC_HIEU}” ở phía trên, bên phải trang đầu.")


def _organ(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("organ")[:1]:
        if short := _SHORT.match(row.words):
            message = f"Tên cơ quan ban hành viết tắt “{short[0]}”; chỉ tên cơ quan chủ quản được viết tắt."
            yield Fault("nd30.CQ-05", row.span, message, "Viết đầy đủ tên cơ quan ban hành văn bản.")


_GONE = re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b")
_SINCE = 2025, 7


def _gone(sheet: Sheet) -> Iterator[Fault]:
    """Offices of the districts, which ended on 01/7/2025 (Luật Tổ chức chính quyền địa phương 2025)."""
    dated = next((found for row in sheet.of("place_date") if (found := _WHEN.search(row.words))), None)
    if dated is None or (int(dated["year"]), int(dated["month"] or 12)) < _SINCE:
        return
    for row in sheet.of("superior", "organ"):
        if gone := _GONE.search(row.words):
            message = f"Tên cơ quan có “{gone[0]}”; từ ngày 01/7/2025 không còn đơn vị hành chính cấp này."
            yield Fault("nd30.CQ-07", row.span, message, "Ghi tên cơ quan theo đơn vị hành chính hiện nay.")
            return


def _number(sheet: Sheet, row: Row) -> Iterator[Fault]:
    label = _LABEL.match(row.words)
    if not label:
        return
    if label["colon"] != ":" or label["word"] != "Số":
        written = f"{label['word']}{label['colon']}".strip()
        message = f"Số, ký hiệu đang viết “{written}”; phải viết “Số:”, dấu hai chấm liền sau chữ Số."
        yield Fault("nd30.SO-01", row.span, message, "Viết “Số:” rồi đến số, ký hiệu.")
    found = _REST.match(label["rest"])
    if not found or _SAMPLE.search(found["symbol"]):
        return
    figure, symbol = found["figure"].strip(" .…_"), found["symbol"].strip()
    if re.fullmatch(r"[1-9]", figure):
        message = f"Số của văn bản đang viết “{figure}”; số nhỏ hơn 10 phải ghi số 0 phía trước."
        yield Fault("nd30.SO-02", row.span, message, f"Viết “0{figure}”.")
    if re.search(r"\s", symbol) or "–" in symbol or (figure and label["rest"].startswith(f"{figure} ")):
        message = "Trong số, ký hiệu có cách chữ hoặc gạch dài; các nhóm nối bằng “/” và “-” liền nhau."
        yield Fault("nd30.SO-03", row.span, message, "Viết liền: 05/KH-UBND.")
    yield from _symbol(sheet, row, re.sub(r"\s", "", symbol).replace("–", "-"))


def _symbol(sheet: Sheet, row: Row, symbol: str) -> Iterator[Fault]:
    year = re.match(r"/(\d{4})/", symbol)
    if year:
        message = f"Ký hiệu có năm “{year[1]}”; ký hiệu văn bản hành chính không ghi năm."
        yield Fault("nd30.SO-08", row.span, message, "Bỏ năm trong ký hiệu.")
        symbol = symbol[len(year[0]) - 1 :]
    first = re.match(r"/?([\wĐđ]+)", symbol)
    if not first:
        return
    group, printed = first[1], next(iter(sheet.of("kind")), None)
    if printed is None:
        if group == "CV":
            message = "Ký hiệu công văn có chữ “CV”; ký hiệu công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo."
            yield Fault("nd30.SO-06", row.span, message, "Viết như 12/UBND-VX.")
        return
    kind = kind_named(printed.words)
    if kind is None or "state" not in kind.families:
        return
    if kind.symbol == "QyĐ" and group in ("QĐ", "QYĐ", "QĐi", "QYĐi"):
        message = f"Ký hiệu của Quy định đang là “{group}”; chữ viết tắt của Quy định là “QyĐ”."
        yield Fault("nd30.SO-09", row.span, message, "Viết “QyĐ”.")
    elif group != kind.symbol and kind.symbol in _SYMBOLS:
        known = f", là ký hiệu của {kind_name(group, 'state')}" if group in _SYMBOLS else ""
        message = (
            f"Tên loại là {kind.name} nhưng ký hiệu ghi “{group}”{known}; ký hiệu của {kind.name} là “{kind.symbol}”."
        )
        yield Fault("nd30.SO-07", row.span, message, f"Sửa ký hiệu thành “{kind.symbol}”, hoặc sửa tên loại.")


def _date(row: Row) -> Iterator[Fault]:
    found = _DATED.search(row.words)
    if not found:
        return
    if not found["comma"] or found["word"] != "ngày":
        message = f"Địa danh và thời gian đang viết “{row.words}”; phải viết “Địa danh, ngày … tháng … năm …”."
        yield Fault("nd30.DD-01", row.span, message, "Đặt dấu phẩy sau địa danh, rồi “ngày” viết thường.")
    if re.fullmatch(r"[1-9]", found["day"]):
        message = f"Ngày đang viết “{found['day']}”; ngày nhỏ hơn 10 phải ghi số 0 phía trước."
        yield Fault("nd30.DD-02", row.span, message, f"Viết “ngày 0{found['day']}”.")
    if found["month"] in ("1", "2"):
        message = f"Tháng đang viết “{found['month']}”; tháng 1 và tháng 2 phải ghi số 0 phía trước."
        yield Fault("nd30.DD-03", row.span, message, f"Viết “tháng 0{found['month']}”.")
    elif re.fullmatch(r"0[3-9]", found["month"]):
        month = found["month"][1:]
        message = f"Tháng đang viết “{found['month']}”; chỉ tháng 1 và tháng 2 ghi số 0 phía trước."
        yield Fault("nd30.DD-03", row.span, message, f"Viết “tháng {month}”.", "warning")
    yield from _calendar(row, found["day"], found["month"])


def _calendar(row: Row, day: str, month: str) -> Iterator[Fault]:
    year = _WHEN.search(row.words)
    if not (day.isdecimal() and month.isdecimal() and year):
        return
    try:
        date(int(year["year"]), int(month), int(day))
    except ValueError:
        message = f"Ngày {day} tháng {month} năm {year['year']} không có trong lịch."
        yield Fault("nd30.DD-08", row.span, message, "Sửa lại ngày, tháng.")


def _about(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("kind")[:1]:
        if key(row.words) == key("Công văn"):
            message = "Công văn đang ghi tên loại “CÔNG VĂN”; công văn không ghi tên loại."
            yield Fault("nd30.CV-01", row.span, message, "Bỏ dòng tên loại; trích yếu bắt đầu bằng “V/v”.")
    for row in sheet.of("about")[:1]:
        mark = re.match(r"V\s*/?\s*v\.?\s*:?", row.words, re.IGNORECASE)
        doubled = re.match(r"V/v\s+về\s+việc\b", row.words, re.IGNORECASE)
        if doubled:
            message = "Trích yếu công văn viết “V/v về việc”; “V/v” đã là “về việc”."
            yield Fault("nd30.CV-03", row.span, message, "Bỏ chữ “về việc” sau “V/v”.")
        elif mark and mark[0].strip() != "V/v":
            message = f"Trích yếu công văn bắt đầu bằng “{mark[0].strip()}”; phải bắt đầu bằng “V/v”."
            yield Fault("nd30.CV-03", row.span, message, "Viết “V/v”, không có dấu phía sau.")

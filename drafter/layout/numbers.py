"""Number and symbol (Phụ lục I, Phần I, Mục II, khoản 3 NĐ 30; the symbols of kinds: Phụ lục III, Mục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.layout.names import kind_of
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Edit, Fault
from drafter.layout.wording import instead
from drafter.nlp.kinds import KINDS, Kind, kind_name, kind_of_number

SYMBOLS = {kind.symbol for kind in KINDS if "state" in kind.families} - {"CV", "ThC"}
_BY_CAPITALS = {symbol.upper(): symbol for symbol in SYMBOLS | {"TTg"}}
_ORGANS = ("UBND", "HĐND", "TTg", "CP")
SAMPLE = re.compile(r"[\[\]{}<>]|\.{3}|…|_{2}")
"""What fills the gaps of a form."""
LABEL = re.compile(r"(?P<label>(?P<word>S[ốỐ])(?P<colon>\s*[:：]?))(?P<gap>\s*)(?P<rest>.*)$")
_REST = re.compile(r"(?P<figure>[\d.…_\s]*)(?P<symbol>/?\s*[^\s/–-]*(?:\s*[/–-]\s*[^\s/–-]+)*)")
"""What stands behind the symbol, as a date where spaces part the columns, is none of it."""
_GROUP = re.compile(r"[\w&.]+")
_REGULATION = ("QĐ", "QYĐ", "QĐI", "QYĐI")


def symbol_of(sheet: Sheet) -> str:
    """The symbol in the letterhead without blanks, "KH-UBND"; "" for none, and for a form's gaps."""
    row = sheet.first("number")
    label = LABEL.match(row.words) if row else None
    found = _REST.match(label["rest"]) if label else None
    if not found or SAMPLE.search(found["symbol"]):
        return ""
    bare = re.sub(r"\s", "", found["symbol"]).replace("–", "-")
    return re.sub(r"^/(?:\d{4}/)?", "", bare)


def numbers(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with number and symbol."""
    row = sheet.first("number")
    label = LABEL.match(row.words) if row else None
    if row is None or label is None:
        return
    yield from _label(sheet, row, label)
    found = _REST.match(label["rest"])
    if not found or SAMPLE.search(found["symbol"]):
        return
    start = label.start("rest")
    yield from _figure(sheet, row, found, start)
    yield from _marks(sheet, row, found, start)
    if year := re.match(r"/\s*(\d{4})(?=\s*/)", found["symbol"]):
        message = f"Ký hiệu có năm “{year[1]}”; ký hiệu văn bản hành chính không ghi năm."
        yield Fault("nd30.SO-08", row.span, message, "Bỏ năm trong ký hiệu.")
    symbol = symbol_of(sheet)
    groups = _places(found, start)
    if not symbol or not groups:
        return
    yield from _letters(sheet, row, groups)
    printed = sheet.first("kind")
    kind = kind_of(printed) if printed else None
    if printed is None:
        yield from _letter(sheet, row, symbol)
    elif kind and "state" in kind.families and kind.symbol in SYMBOLS:
        yield from _named(sheet, row, groups, kind)


def _label(sheet: Sheet, row: Row, label: re.Match[str]) -> Iterator[Fault]:
    if label["colon"] == ":" and label["word"] == "Số":
        return
    message = f"Số, ký hiệu đang viết “{label['label'].strip()}”; phải viết “Số:”, dấu hai chấm liền sau chữ Số."
    gap = "" if label["gap"] else " "
    edit = instead(sheet, row, label.start("label"), label.end("label"), f"Số:{gap}")
    yield Fault("nd30.SO-01", row.span, message, "Viết “Số:” rồi đến số, ký hiệu.", edits=(edit,))


def _figure(sheet: Sheet, row: Row, found: re.Match[str], start: int) -> Iterator[Fault]:
    figure = found["figure"].strip(" .…_")
    if re.fullmatch(r"[1-9]", figure):
        message = f"Số của văn bản đang viết “{figure}”; số nhỏ hơn 10 phải ghi số 0 phía trước."
        at = start + found["figure"].index(figure)
        edits = (instead(sheet, row, at, at, "0"),)
        yield Fault("nd30.SO-02", row.span, message, f"Viết “0{figure}”.", edits=edits)


def _marks(sheet: Sheet, row: Row, found: re.Match[str], start: int) -> Iterator[Fault]:
    """Blanks and dashes in the symbol; those of the gap for a figure are none."""
    bare = found["figure"].strip(" .…_")
    behind = found["figure"].rstrip()
    wrong = [(at.start() + found.start("symbol"), at[0]) for at in re.finditer(r"\s+|–", found["symbol"].rstrip())]
    if bare and len(behind) < len(found["figure"]):
        wrong.insert(0, (len(behind), found["figure"][len(behind) :]))
    if wrong:
        edits = tuple(
            instead(sheet, row, start + at, start + at + len(words), "-" if words == "–" else "") for at, words in wrong
        )
        message = "Trong số, ký hiệu có cách chữ hoặc gạch dài; các nhóm nối bằng “/” và “-” liền nhau."
        yield Fault("nd30.SO-03", row.span, message, "Viết liền: 05/KH-UBND.", edits=edits)


def _places(found: re.Match[str], start: int) -> list[tuple[str, int]]:
    """The groups of the symbol with the places where they begin in the row; a year is none."""
    groups = [(one[0], start + found.start("symbol") + one.start()) for one in _GROUP.finditer(found["symbol"])]
    return [(words, at) for words, at in groups if not re.fullmatch(r"\d{4}", words)]


def _letters(sheet: Sheet, row: Row, groups: list[tuple[str, int]]) -> Iterator[Fault]:
    """Small letters where capitals belong, and the other way round; how units write their own names is theirs."""
    wrong: list[tuple[str, str, int]] = []
    for number, (words, at) in enumerate(groups):
        known = _BY_CAPITALS.get(words.upper()) if number == 0 or words.upper() == "TTG" else None
        known = known or next((one for one in _ORGANS if one.upper() == words.upper()), None)
        known = known or (words.upper() if words.islower() else None)
        if known and known != words and not (known == "QyĐ" and number == 0):
            wrong.append((words, known, at))
    if sheet.first("kind") is None:  # CTR may be a unit's name in the symbol of a letter
        wrong = [(words, known, at) for words, known, at in wrong if not words.isupper()]
    if wrong:
        words, known, _ = wrong[0]
        message = f"Ký hiệu có nhóm chữ “{words}”; phải viết “{known}”."
        edits = tuple(instead(sheet, row, at, at + len(one), right) for one, right, at in wrong)
        yield Fault("nd30.SO-04", row.span, message, f"Viết “{known}”.", edits=edits)


def _letter(sheet: Sheet, row: Row, symbol: str) -> Iterator[Fault]:
    """The symbol of a document that prints no kind."""
    group, about = re.split(r"[/-]", symbol)[0], sheet.first("about")
    if group.upper() == "CV":
        message = "Ký hiệu công văn có chữ “CV”; ký hiệu công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo."
        yield Fault("nd30.SO-06", row.span, message, "Viết như 12/UBND-VX.")
    elif about is None and group.upper() not in _BY_CAPITALS and group[0].isupper() and not _titled(sheet):
        message = "Ký hiệu là của công văn nhưng không thấy trích yếu “V/v …” dưới số, ký hiệu."
        yield Fault("nd30.SO-06", row.span, message, "Thêm trích yếu “V/v …” dưới số, ký hiệu.", "warning")
    elif about is not None and group in SYMBOLS and kind_of_number(f"1/{symbol}") == group and "-" in symbol:
        message = f"Văn bản trình bày như công văn nhưng ký hiệu ghi “{group}”, là ký hiệu của {kind_name(group)}."
        action = f"Bỏ “{group}” trong ký hiệu, hoặc trình bày văn bản có tên loại {kind_name(group)}."
        yield Fault("nd30.SO-06", row.span, message, action, "warning")


def _titled(sheet: Sheet) -> bool:
    """Whether a line in capitals stands below the letterhead: a title that is no kind of the decree's."""
    last = max((row.index for row in sheet.of("number", "place_date", "organ")), default=0)
    return any(row.in_capitals and row.letters > 4 and row.column is None for row in sheet.rows if row.index > last)


def _named(sheet: Sheet, row: Row, groups: list[tuple[str, int]], kind: Kind) -> Iterator[Fault]:
    """The symbol of a document that prints its kind."""
    group, at = groups[0]
    edits: tuple[Edit, ...] = (instead(sheet, row, at, at + len(group), kind.symbol),)
    if kind.symbol == "QyĐ" and group != "QyĐ" and group.upper() in _REGULATION:
        message = f"Ký hiệu của Quy định đang là “{group}”; chữ viết tắt của Quy định là “QyĐ”."
        yield Fault("nd30.SO-09", row.span, message, "Viết “QyĐ”.", edits=edits)
    elif group.upper() == kind.symbol.upper():
        if len(groups) == 1:
            message = (
                f"Ký hiệu chỉ ghi “{group}”; sau tên loại phải có chữ viết tắt tên cơ quan hoặc chức danh ban hành."
            )
            yield Fault("nd30.SO-05", row.span, message, f"Viết như {kind.symbol}-UBND.")
    elif group in SYMBOLS:
        message = (
            f"Tên loại là {kind.name} nhưng ký hiệu ghi “{group}”, là ký hiệu của {kind_name(group, 'state')}; "
            f"ký hiệu của {kind.name} là “{kind.symbol}”."
        )
        yield Fault("nd30.SO-07", row.span, message, f"Sửa ký hiệu thành “{kind.symbol}”, hoặc sửa tên loại.")
    else:
        message = (
            f"Ký hiệu bắt đầu bằng “{group}”, không phải chữ viết tắt của tên loại nào; {kind.name} là “{kind.symbol}”."
        )
        yield Fault("nd30.SO-05", row.span, message, f"Viết như {kind.symbol}-UBND.")

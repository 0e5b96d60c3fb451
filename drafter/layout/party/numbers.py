"""Number and symbol of Party documents (HD 05-HD/VPTW): "Số 05-KH/ĐU", "Số 05-QC/BTCTU-BNCTU"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.layout.roles import Sheet
from drafter.layout.rows import Row, place
from drafter.layout.rules import Edit, Fault
from drafter.nlp.kinds import KINDS, kind_name, kind_named

_RULE = "hd05.D-07"
_ROW = re.compile(r"(?P<word>S[ốỐ])(?P<colon>\s*[:：])?\s*(?P<figure>[\d.…_ ]*?)(?P<symbol>\s*[-–/].*)$")
_SYMBOL = re.compile(
    r"-(?P<kind>[A-ZĐ][A-ZĐa-zđ]{0,3})/(?P<organ>[A-ZĐ]\w*)(?P<more>(?:-[A-ZĐ]\w*)*)(?P<kept>/(?:nb|m))?$"
)
_OF_THE_STATE = re.compile(r"/(?P<kind>[A-ZĐ][A-ZĐa-zđ]{0,3})-(?P<organ>[A-ZĐ]\w*(?:-[A-ZĐ]\w*)*)$")
_JOINED = re.compile(r"(?<=[A-ZĐ\d])(?:[,+&/]|và)(?=[A-ZĐ]{2})")
_SAMPLE = re.compile(r"[\[\]{}<>]|\.{3}|…|_{2}")
_KINDS = {kind.symbol for kind in KINDS if kind.families & {"state", "party"}}
_ORGANS = (
    (re.compile(r"(?:TỈNH|THÀNH) [ỦU][YỶ]\b"), re.compile(r"TU$"), "TU"),
    (re.compile(r"ĐẢNG [ỦU][YỶ]\b"), re.compile(r"ĐU"), "ĐU"),
    (re.compile(r"CHI BỘ\b"), re.compile(r"CB"), "CB"),
)
"""How an organ is named, and how its symbol begins or ends."""
_OFFICE = re.compile(r"(?:[ỦU][YỶ] BAN|BAN|VĂN PHÒNG|CHI BỘ|ĐẢNG|TIỂU BAN|HỘI ĐỒNG|TRUNG TÂM)\b")


def numbers(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the words of the number and the symbol."""
    for row in sheet.of("number")[:1]:
        found = _ROW.match(row.words)
        if found and "ngày" not in row.words:  # blanks put the date beside it: what is whose is not told
            yield from _label(sheet, row, found)
            yield from _symbol(sheet, row, found)


def _label(sheet: Sheet, row: Row, found: re.Match[str]) -> Iterator[Fault]:
    text = sheet.document.text
    if found["colon"] or found["word"] != "Số":
        written = f"{found['word']}{(found['colon'] or '').strip()}"
        blank = "" if row.words[found.end("colon") :][:1] in (" ", "") or not found["colon"] else " "
        edit = Edit(place(text, row, 0, found.end("colon") if found["colon"] else found.end("word")), f"Số{blank}")
        message = f"Số, ký hiệu đang viết “{written}”; văn bản của Đảng không có dấu hai chấm sau chữ Số."
        yield Fault(_RULE, row.span, message, "Viết như “Số 05-KH/ĐU”.", edits=(edit,))
    figure = found["figure"].strip()
    if re.fullmatch("[1-9]", figure):
        edit = Edit(place(text, row, found.start("figure"), found.start("figure")), "0")
        message = f"Số của văn bản đang viết “{figure}”; số nhỏ hơn 10 phải ghi số 0 phía trước."
        yield Fault(_RULE, row.span, message, f"Viết “0{figure}”.", edits=(edit,))


def _symbol(sheet: Sheet, row: Row, found: re.Match[str]) -> Iterator[Fault]:
    written = found["symbol"]
    if _SAMPLE.search(written):
        return
    gap = re.match(r"\s*", written)
    filled = found["figure"].strip().isdecimal()
    blank = len(gap[0]) if gap and not filled else 0  # a draft leaves room for the figure
    joined = re.sub(r"\s", "", written[blank:]).replace("–", "-")
    state = _OF_THE_STATE.match(joined)
    is_kind = state is not None and state["kind"] in _KINDS
    right = f"-{state['kind']}/{state['organ']}" if state and is_kind else joined
    right = _right_joint(right)
    if right != written[blank:]:
        span = place(sheet.document.text, row, found.start("symbol") + blank, found.end("symbol"))
        edits = (Edit(span, right),) if _SYMBOL.match(right) else ()
        why = "ký hiệu theo mẫu của cơ quan nhà nước" if is_kind else "ký hiệu viết chưa đúng"
        message = f"Số, ký hiệu đang viết “{row.words}”: {why}; phải viết số, gạch nối, tên loại, gạch chéo, cơ quan."
        yield Fault(_RULE, row.span, message, f"Viết “{found['figure'].strip()}{right}”.", edits=edits)
    elif year := re.search(r"/(\d{4})(?=[/-]|$)|-\d{4}(?=/)", joined):
        message = f"Ký hiệu có năm “{year[0].strip('/-')}”; số, ký hiệu văn bản của Đảng không ghi năm."
        yield Fault(_RULE, row.span, message, "Bỏ năm trong ký hiệu.")
        return
    if parts := _SYMBOL.match(right):
        yield from _kind(sheet, row, parts, right == written[blank:], found.start("symbol") + blank)
        yield from _organ(sheet, row, parts)
    elif sheet.of("about") and not sheet.of("kind"):
        message = f"Ký hiệu của công văn đang là “{joined}”; ký hiệu công văn của Đảng có chữ “CV”."
        yield Fault("hd05.D-10", row.span, message, "Viết như “12-CV/ĐU”.")


def _right_joint(symbol: str) -> str:
    """The symbols of several organs joined with hyphens: "BTCTU-BNCTU"."""
    found = re.match(r"(-[A-ZĐa-zđ]+/)(.+)$", symbol)
    return found[1] + _JOINED.sub("-", found[2]) if found else symbol


def _kind(sheet: Sheet, row: Row, parts: re.Match[str], plain: bool, start: int) -> Iterator[Fault]:
    printed = next(iter(sheet.of("kind")), None)
    symbol = parts["kind"]
    if printed is None:
        if sheet.of("about") and symbol != "CV":
            message = f"Ký hiệu của công văn đang là “{symbol}”; chữ viết tắt của công văn là “CV”."
            yield Fault("hd05.D-10", row.span, message, "Viết như “12-CV/ĐU”.")
        return
    kind = kind_named(printed.words) or kind_named(re.sub(r"\s+HÀNH ĐỘNG$", "", printed.words))
    if kind is None or "party" not in kind.families or kind.symbol == "CV":
        return
    wanted = "QĐ" if kind.symbol == "QyĐ" else kind.symbol
    if symbol == wanted:
        return
    named = kind_name(symbol, "party")
    known = f", là ký hiệu của {named}" if named and symbol != "QyĐ" else ""
    message = f"Tên loại là {kind.name} nhưng ký hiệu ghi “{symbol}”{known}; ký hiệu của {kind.name} là “{wanted}”."
    near = plain and (symbol == "QyĐ" or symbol.upper() == wanted.upper())
    span = place(sheet.document.text, row, start + parts.start("kind"), start + parts.end("kind"))
    action = f"Sửa ký hiệu thành “{wanted}”, hoặc sửa tên loại."
    yield Fault(_RULE, row.span, message, action, edits=(Edit(span, wanted),) if near else ())


def _organ(sheet: Sheet, row: Row, parts: re.Match[str]) -> Iterator[Fault]:
    if parts["more"]:
        return
    rows = sheet.of("organ")
    if any(_OFFICE.match(one.words) for one in rows[1:]):
        return  # which of them is the one above is not told
    own = " ".join(one.words for one in rows)
    for named, fits, wanted in _ORGANS:
        if named.match(own) and not fits.search(parts["organ"]):
            message = f"Ký hiệu ghi cơ quan “{parts['organ']}”, tên cơ quan là “{own}”; chữ viết tắt là “{wanted}”."
            yield Fault(_RULE, row.span, message, f"Ghi “{wanted}” sau dấu gạch chéo.", "warning")

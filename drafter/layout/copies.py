"""The block that makes a copy of a document: SAO Y, SAO LỤC, TRÍCH SAO (Phụ lục I, Phần II, Mục II NĐ 30, Mẫu 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.layout.lines import is_under
from drafter.layout.looks import Component, Look, wrong_looks
from drafter.layout.roles import Role, Sheet, copied
from drafter.layout.rows import Row, place
from drafter.layout.rules import Edit, Fault
from drafter.nlp.folding import key

_FORMS = {"SAO Y": "SY", "SAO LỤC": "SL", "TRÍCH SAO": "TrS"}
_LOOKS: tuple[Component, ...] = (
    ("BS-02", ("copy_form",), "Hình thức sao", Look(13, 14, True, False, True)),
    # Mẫu 3.1 has the organ at 14, its number and date at 13.
    ("BS-04", ("organ",), "Tên cơ quan sao văn bản", Look(12, 14, True, False, True)),
    ("BS-04", ("number",), "Số, ký hiệu bản sao", Look(13, 14, False, False)),
    ("BS-04", ("place_date",), "Địa danh và thời gian sao", Look(13, 14, False, True, False)),
    ("BS-04", ("authority", "signer_title"), "Quyền hạn, chức vụ người ký bản sao", Look(13, 14, True, False, True)),
    ("BS-04", ("signer",), "Họ và tên người ký bản sao", Look(13, 14, True, False, False)),
    ("BS-04", ("noi_nhan",), "Chữ “Nơi nhận:” của bản sao", Look(12, 12, True, True, False)),
    ("BS-04", ("recipient",), "Danh sách nơi nhận của bản sao", Look(11, 11, False, False)),
)
_PARTS: tuple[tuple[tuple[Role, ...], str], ...] = (
    (("organ",), "tên cơ quan sao văn bản"),
    (("number",), "số, ký hiệu"),
    (("place_date",), "địa danh và thời gian sao"),
    (("signer",), "họ và tên người ký"),
)
_NUMBER = re.compile(r"Số\s*:\s*(?P<figure>\d*)\s*/(?P<symbol>[A-ZĐa-zđ]+)-")
_SAMPLE = re.compile(r"[\[\]{}<>]|\.{3}|…|_{2}")


def copies(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the block of a copy; nothing where the document has none."""
    block = copied(sheet)
    if block is None:
        return
    yield from _position(sheet, block)
    for id_, roles, name, look in _LOOKS:
        yield from wrong_looks(f"nd30.{id_}", name, block.of(*roles), look)
    form = block.of("copy_form")[0]
    written = _form(form)
    if form.in_capitals and form.words != written and key(form.words) != key(written):
        message = f"Hình thức sao đang ghi “{form.words}”; phải ghi “{written}”."
        edits = (Edit(form.span, written),)
        yield Fault("nd30.BS-02", form.span, message, f"Ghi “{written}”.", edits=edits)
    for row in block.of("number")[:1]:
        yield from _number(block, row, written)
    missing = [name for roles, name in _PARTS if not block.of(*roles)]
    if missing:
        message = f"Bản sao chưa có hoặc không nhận ra {', '.join(missing)}."
        yield Fault("nd30.BS-04", form.span, message, "Xem lại các thành phần thể thức của bản sao.", "info")


def _form(row: Row) -> str:
    return next(form for form in _FORMS if key(form) in key(row.words))


def _position(sheet: Sheet, block: Sheet) -> Iterator[Fault]:
    """Right below the document, on its last page, under a line as wide as the text."""
    first = block.rows[0]
    above = [row for row in sheet.rows if row.span.start < first.span.start]
    if not above:
        return  # a sheet of its own: what it copies is elsewhere
    document, last = sheet.document, above[-1]
    between = document.paragraphs[last.index + 1 : first.index + 1]
    turned = any(one.page_break_before for one in between)
    turned |= any(last.index < one.first <= first.index for one in document.sections)
    if turned:
        message = (
            "Phần sao đang ở trang khác; phần sao phải liền sau phần cuối của văn bản được sao, trên cùng tờ giấy."
        )
        yield Fault("nd30.BS-01", first.span, message, "Bỏ ngắt trang trước phần sao.", "info")
    drawn = any(last.index <= one.paragraph <= first.index and one.solid for one in document.strokes)
    typed = any(re.fullmatch(r"[_\s]{20,}", one.span.of(document.text)) for one in between)
    if not drawn and not any(is_under(sheet, last, one) for one in document.strokes):
        having = "đang gõ dấu gạch thay cho đường kẻ" if typed else "không thấy đường kẻ"
        message = f"Trên phần sao {having}; phải có đường kẻ nét liền, kéo dài hết chiều ngang vùng chữ."
        action = "Kẻ đường nét liền giữa văn bản được sao và phần sao."
        yield Fault("nd30.BS-01", first.span, message, action)


def _number(block: Sheet, row: Row, written: str) -> Iterator[Fault]:
    found, text, wanted = _NUMBER.match(row.words), block.document.text, _FORMS[written]
    if found is None:
        if not _SAMPLE.search(row.words):
            message = f"Số, ký hiệu bản sao đang ghi “{row.words}”; phải ghi như “Số: 05/{wanted}-UBND”."
            yield Fault("nd30.BS-03", row.span, message, f"Ghi như “Số: 05/{wanted}-UBND”.")
        return
    if re.fullmatch("[1-9]", found["figure"]):
        start = place(text, row, found.start("figure"), found.start("figure"))
        message = f"Số của bản sao đang viết “{found['figure']}”; số nhỏ hơn 10 phải ghi số 0 phía trước."
        yield Fault("nd30.BS-03", row.span, message, f"Viết “0{found['figure']}”.", edits=(Edit(start, "0"),))
    if found["symbol"] != wanted:
        edits = (Edit(place(text, row, *found.span("symbol")), wanted),)
        message = f"Ký hiệu bản sao đang ghi “{found['symbol']}”; ký hiệu của {written.lower()} là “{wanted}”."
        near = found["symbol"].upper() == wanted.upper()
        yield Fault("nd30.BS-03", row.span, message, f"Ghi “{wanted}”.", edits=edits if near else ())

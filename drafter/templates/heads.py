"""What stands above the text: letterhead, kind and subject (ô 1 to 5b, Phần IV Phụ lục I NĐ 30)."""

from __future__ import annotations

from datetime import date

from docx.document import Document as Word
from docx.table import _Cell

from drafter.nlp.widths import width
from drafter.templates.forms import Form
from drafter.templates.manners import TEXT, Manner, Type
from drafter.templates.names import code_of, lines_of
from drafter.templates.paper import draw_line, gap, table, write
from drafter.templates.values import Values, capital

_BLANK = "      "
_SHORT_BLANK = "    "
_SHARE = 0.4
"""Of a line's words that the line under organ and subject is long: 1/3 to 1/2 (Mục II.2.b, II.5.b)."""
_QUOC_HIEU, _TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"


def letterhead(made: Word, form: Form, values: Values, manner: Manner, year: int) -> None:
    """The two columns: organ above number, Quốc hiệu (or the Party's title) above place and date."""
    left, right, below, beside = (cell for row in table(made, manner.columns, 2).rows for cell in row.cells)
    _organ(left, form, values, manner)
    if form.party:
        title = Type(15, bold=True)
        write(right, _PARTY_TITLE, title)
        draw_line(right, width(_PARTY_TITLE, title.size, title.bold), manner.columns[1])
    else:
        motto = Type(14, bold=True)
        write(right, _QUOC_HIEU, Type(13, bold=True))
        write(right, _TIEU_NGU, motto)
        draw_line(right, width(_TIEU_NGU, motto.size, motto.bold), manner.columns[1])
    _number(below, form, values, manner)
    _dated(beside, form, values, manner, year)
    write(made, "", Type(6), "left")


def copy_head(made: Word, form: Form, values: Values, manner: Manner, year: int) -> None:
    """The head of a copy under a line as wide as the text (Mẫu 3.1; Phần II Phụ lục I NĐ 30)."""
    draw_line(made, TEXT, TEXT)
    left, right = table(made, manner.columns, 1).rows[0].cells
    _organ(left, form, values, manner)
    _number(left, form, values, manner)
    write(right, form.name.upper(), manner.kind)
    _dated(right, form, values, manner, year, before=16)
    write(made, "", Type(6), "left")


def title(made: Word, form: Form, values: Values, manner: Manner) -> None:
    """Kind and subject in the middle, a line (in the Party five hyphens) under them; nothing for a letter."""
    if form.symbol == "CV":
        return
    write(made, form.name.upper(), manner.kind, before=6, keep=True)
    subject = subject_of(form, values)
    if subject:
        write(made, subject, manner.subject, indents=(0, 0), keep=True)
    if form.party:
        write(made, "-----", manner.subject, after=6, keep=True)
        return
    words = subject or form.name.upper()
    draw_line(made, _SHARE * min(width(words, manner.subject.size, True), TEXT), TEXT)
    write(made, "", Type(4), "left", keep=True)


def subject_of(form: Form, values: Values) -> str:
    """The subject as printed, "" for a kind that has none."""
    if not form.subject:
        return ""
    said = values.one("subject") if form.party else capital(values.one("subject"))
    if not said:
        return form.about + gap("trích yếu")
    begun = said.casefold().startswith((form.about.casefold(), "ban hành", "phê duyệt"))
    return said if not form.about or begun else form.about + said[:1].lower() + said[1:]


def _organ(cell: _Cell, form: Form, values: Values, manner: Manner) -> None:
    """Superior and organ; under the organ a line, in the Party a star."""
    room = manner.columns[0] - 2
    if superior := values.one("superior"):
        for line in lines_of(superior, room, manner.superior.size, False):
            write(cell, line, manner.superior)
    organ = values.one("organ")
    lines = lines_of(organ, room, manner.organ.size, True) if organ else [gap("tên cơ quan").upper()]
    for line in lines:
        write(cell, line, manner.organ)
    if form.party:
        write(cell, "*", manner.organ)
    else:
        draw_line(cell, _SHARE * min(width(lines[-1], manner.organ.size, True), room), manner.columns[0])


def _number(cell: _Cell, form: Form, values: Values, manner: Manner) -> None:
    """Number and symbol, under them the subject of a letter (khoản 3, điểm b khoản 5 Mục II Phần I Phụ lục I)."""
    code = values.one("code") or code_of(values.one("organ")) or gap("tên viết tắt")
    figure = values.one("number") or _BLANK
    letter = form.symbol == "CV"
    if form.numbered and form.party:
        write(cell, f"Số {figure}-{form.code}/{code}", manner.number)
    elif form.numbered:
        symbol = f"{code}-{values.one('unit') or gap('đơn vị soạn thảo')}" if letter else f"{form.code}-{code}"
        write(cell, f"Số: {figure}/{symbol}", manner.number, before=2)
    if letter:
        said = values.one("subject") or gap("trích yếu")
        words = said[:1].lower() + said[1:] if said[1:2].islower() else said
        begins = "về việc " if form.party else "V/v "
        write(cell, begins + words.removeprefix("về việc "), manner.about, before=6)


def _dated(cell: _Cell, form: Form, values: Values, manner: Manner, year: int, before: float = 2) -> None:
    """Place and date: days below 10 and the months 1 and 2 with a 0 (khoản 4 Mục II Phần I Phụ lục I NĐ 30)."""
    if not form.dated:
        return
    place, when = values.one("place") or gap("địa danh"), values.date
    day = f"ngày{_SHORT_BLANK}tháng{_SHORT_BLANK}năm {year}" if when is None else written(when)
    write(cell, f"{place}, {day}", manner.dated, before=before)


def written(when: date) -> str:
    """A date in words: "ngày 05 tháng 8 năm 2026"."""
    month = f"{when.month:02}" if when.month < 3 else f"{when.month}"
    return f"ngày {when.day:02} tháng {month} năm {when.year:04}"

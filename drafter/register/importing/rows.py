"""From what a register says of a document to a `Record`, with what is doubtful of it, or why it is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.errors import SecretFile
from drafter.readers.grids import Cell
from drafter.register.importing.cells import count, is_ditto, listed, words
from drafter.register.importing.days import Day, Reckoning, day_of, in_book
from drafter.register.importing.figures import Figure, figure_of
from drafter.register.importing.kinds import sort_of
from drafter.register.importing.lines import Line
from drafter.register.remarks import Remark, remark_in
from drafter.register.values import Record

_ATTACHED = re.compile(r"\bkèm\s+theo\b", re.IGNORECASE)
_VOID = re.compile(
    r"(?:đã\s+)?(?:bỏ|hủy|huỷ|thu\s+hồi)(?:\s+(?:số|văn\s+bản))?|(?:số\s+)?(?:bỏ|trống|lùi|để\s+trống)", re.IGNORECASE
)
_CARRIED = ("date", "kind", "signer", "recipients", "keeper", "copies", "sent", "unit", "note")
"""Fields in which "as above" is usual."""
_UNISSUED = ("cancelled", "reserved")
"""Of these nothing but the number need be known."""
_NO_NUMBER = "chưa có số; hãy ghi số, hoặc xóa dòng này."
_NOTHING_BUT_NUMBER = "chỉ có số, chưa ghi ngày và trích yếu; hãy ghi đủ, hoặc xóa dòng nếu số chưa dùng."


@dataclass(slots=True)
class Draft:
    """A row on its way: what is read so far, and what is said of it."""

    place: str
    record: Record
    remark: Remark
    doubts: list[str] = field(default_factory=list)
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of a sheet are to be read."""

    year: int
    unit: str
    """Of documents whose row, section and sheet name none."""
    dates: Reckoning
    sent: Reckoning


def draft_of(line: Line, place: str, reading: Reading, above: Mapping[str, Cell]) -> Draft:
    """The row as a record; `above` are the cells of the row above, for "as above"."""
    cells = line.cells
    _carry_down(cells, above)
    figure = figure_of(cells.get("number", ""), cells.get("symbol", ""))
    title = words(cells.get("title", ""))
    day = in_book(day_of(cells.get("date", ""), reading.dates), reading.year)
    sort = sort_of(figure.symbol, words(cells.get("kind", "")), line.kind, title)
    sent, copies, notes = _handed_on(cells, reading)
    remark = remark_in(listed(_text(cells.get("note", ""))))
    attached = figure.number is None and (remark.attached or bool(_ATTACHED.search(title)))
    record = Record(
        number=figure.number,
        suffix=figure.suffix,
        symbol="" if figure.number is None else figure.symbol,
        date=day.iso,
        kind=sort.kind,
        title=sort.title,
        signer=words(cells.get("signer", "")),
        recipients=listed(_text(cells.get("recipients", ""))),
        keeper=listed(_text(cells.get("keeper", ""))),
        copies=copies,
        sent=sent.iso,
        received=words(cells.get("received", "")),
        note="; ".join(filter(None, (remark.note, *notes))),
        unit=words(cells.get("unit", "")) or line.unit or reading.unit,
        attached=attached,
    )
    secret = line.secrecy and SecretFile.sentence.format(mark=line.secrecy)
    refused = secret or figure.refused or day.refused or _incomplete(record, title, remark)
    doubts = [*figure.doubts, *_doubts(record, title, day, figure, remark), *sort.doubts]
    doubts += [f"{note[0].lower()}{note[1:]} không đọc được, đã chuyển vào ghi chú" for note in notes]
    return Draft(place, record, remark, doubts, refused)


def _carry_down(cells: dict[str, Cell], above: Mapping[str, Cell]) -> None:
    for name in _CARRIED:
        if name in cells and is_ditto(cells[name]):
            cells[name] = above.get(name, "")


def _handed_on(cells: Mapping[str, Cell], reading: Reading) -> tuple[Day, int | None, list[str]]:
    """The day of handing on, the number of copies, and of these two what cannot be read, for the note."""
    notes = []
    sent = day_of(cells.get("sent", ""), reading.sent)
    if sent.refused:
        notes.append(f"Ngày chuyển: {words(cells['sent'])}")
    copies = count(cells.get("copies", ""))
    if copies is None and words(cells.get("copies", "")):
        notes.append(f"Số lượng bản: {words(cells['copies'])}")
    return sent, copies, notes


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else words(cell)


def _incomplete(record: Record, title: str, remark: Remark) -> str:
    if record.number is None:
        return "" if record.attached else _NO_NUMBER
    return (
        ""
        if remark.state in _UNISSUED or title or record.date or (record.kind and record.signer)
        else _NOTHING_BUT_NUMBER
    )


def _doubts(record: Record, title: str, day: Day, figure: Figure, remark: Remark) -> list[str]:
    doubts = [day.doubt] if day.doubt else []
    if remark.state in _UNISSUED:
        return doubts
    if not record.date and not record.attached:
        doubts.append("chưa có ngày")
    if not title:
        doubts.append("chưa có trích yếu")
    if record.attached and figure.symbol:
        doubts.append(f"có ký hiệu “{figure.symbol}” mà không có số")
    if any(_VOID.fullmatch(said) for said in (title, record.note)):
        doubts.append("ghi là bỏ hoặc hủy; nếu văn bản không ban hành, hãy hủy số này sau khi nhập")
    return doubts

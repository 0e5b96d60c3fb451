"""edXML packages, in which offices send documents to each other, as entries of the register.

Both dialects of `drafter.readers.edxml`, alone or in a .zip with its files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from hashlib import sha256

from drafter.errors import EmptyPackage, NoEnvelope, RevocationPackage, SeveralDocuments, StatusPackage, UnreadableFile
from drafter.nlp.kinds import kind_name, kind_named, kind_of_number
from drafter.nlp.written import day as written
from drafter.readers import read_bytes
from drafter.readers.edxml import Envelope, Purpose, envelope_of
from drafter.readers.packages import Member, members
from drafter.readers.secrecy import refuse_secret
from drafter.readers.sniffing import form_of
from drafter.register.importing.days import Day, in_book
from drafter.register.importing.preview import Preview, Row
from drafter.register.values import Paper, Record, parted

_INSIDE = " › "
_NO_NUMBER = "gói không ghi số, ký hiệu của văn bản"


@dataclass(frozen=True, slots=True)
class Received:
    """The document of a package."""

    record: Record
    issuer: str
    files: tuple[tuple[str, bytes], ...]
    """Name and content of each, the document itself first."""
    purpose: Purpose = "new"
    """"update" says anew what was said of a document before, "replacement" takes the place of `replaces`."""
    replaces: tuple[str, ...] = ()
    """Numbers and symbols."""
    doubts: tuple[str, ...] = ()
    """What is to be looked at, in words."""
    refused: str = ""
    """Why it cannot be entered, in words; "" where it can."""


def read_edxml(name: str, data: bytes) -> Received:
    """The document that a package brings; a message that brings none is refused.

    Raises `RevocationPackage`, `StatusPackage`, `NoEnvelope`, `SeveralDocuments`, and for what cannot be read
    `CorruptPackage`, `UnsafePackage`, `OversizedFile`.
    """
    letter, found = _opened(name, data)
    if letter.purpose == "revocation":
        raise RevocationPackage(name)
    if letter.purpose == "status":
        raise StatusPackage(name)
    record = _record(letter)
    files = tuple((_base(one), one.content) for one in found if isinstance(one.content, bytes))
    lost = [_base(one) for one in found if not isinstance(one.content, bytes)]
    return Received(
        record=record,
        issuer=letter.issuer,
        files=files,
        purpose=letter.purpose,
        replaces=letter.replaces,
        doubts=(*_doubts(letter, record), *(f"tệp “{one}” trong gói bị hỏng, không lấy ra được" for one in lost)),
        refused=_NO_NUMBER if record.number is None else "",
    )


def previewed(name: str, data: bytes, year: int | None, unit: str) -> tuple[Preview, Paper | None]:
    """The document of a package as the only row of a register, and the first file that came with it.

    `year` is that of its date where None. Raises as `read_edxml`, and `SecretFile` where any of its files bears a mark.
    """
    received = read_edxml(name, data)
    paper = _paper(name, received.files)
    doubts = received.doubts
    if paper and not paper.text:
        doubts += (f"không đọc được tệp “{paper.name}” nên chưa biết có dấu mật hay không; hãy mở ra xem",)
    record = replace(received.record, unit=received.record.unit or unit)
    of_year = year or int((record.date or calendar_date.today().isoformat())[:4])
    day = in_book(Day(record.date), of_year)
    doubts += (day.doubt,) if day.doubt else ()
    refused = received.refused and f"{received.refused}; hãy vào sổ bằng tay."
    if day.refused:
        refused = f"văn bản ngày {written(record.date)} không thuộc sổ năm {of_year}; hãy nhập vào sổ năm của văn bản."
    row = Row("gói edXML", None if refused else record, doubts, refused)
    return Preview(name, sha256(data).hexdigest(), of_year, unit, (), (row,)), paper


def _paper(name: str, files: Sequence[tuple[str, bytes]]) -> Paper | None:
    """The first file, the document itself, after all were looked through for a mark of secrecy."""
    texts = [_text(*one) for one in files]
    for text in texts:
        refuse_secret(name, text)
    return Paper(*files[0], texts[0]) if files else None


def _text(file: str, content: bytes) -> str:
    """What is read in a file, "" where nothing can be."""
    try:
        return read_bytes(file, content).text
    except UnreadableFile:
        return ""


def _opened(name: str, data: bytes) -> tuple[Envelope, list[Member]]:
    """The only envelope, and the files that came with it."""
    form = form_of(name, data)
    if form not in ("edxml", "zip"):
        raise NoEnvelope(name)
    try:
        found = members(name, data, form)
    except EmptyPackage:
        found = []
    letters = [one.letter for one in found if one.letter] or [one for one in [envelope_of(data)] if one]
    if not letters:
        raise NoEnvelope(name)
    if len(letters) > 1:
        raise SeveralDocuments(name, len(letters))
    return letters[0], sorted(found, key=lambda one: one.letter is None)


def _base(member: Member) -> str:
    return member.name.rpartition(_INSIDE)[2]


def _record(letter: Envelope) -> Record:
    number, suffix, symbol = parted(letter.number)
    printed = kind_named(letter.kind)
    kind = kind_of_number(letter.number) or (printed.symbol if printed else "")
    return Record(
        number=number,
        suffix=suffix,
        symbol=symbol,
        date=letter.date if _is_day(letter.date) else "",
        kind=kind,
        title=_without_kind(letter.subject, printed.name if printed else kind_name(kind)),
        signer=letter.signer,
        recipients="; ".join(letter.recipients),
        copies=letter.copies,
        note=f"Thay thế {', '.join(letter.replaces)}" if letter.replaces else "",
    )


def _without_kind(subject: str, kind: str) -> str:
    """The subject without the name of the kind in front of it."""
    begins = kind and subject.lower().startswith(f"{kind} ".lower())
    return subject[len(kind) :].strip() if begins else subject


def _doubts(letter: Envelope, record: Record) -> Iterator[str]:
    if letter.purpose == "update":
        yield "là gói cập nhật: nếu văn bản đã có trong sổ thì sửa văn bản ấy"
    if letter.purpose == "replacement" and not letter.replaces:
        yield "là gói thay thế nhưng không ghi thay cho văn bản nào"
    if not record.date:
        yield f"ngày “{letter.date}” không có trong lịch" if letter.date else "gói không ghi ngày ban hành"
    if not record.title:
        yield "gói không ghi trích yếu"
    if not record.kind:
        yield "không nhận ra loại văn bản"
    printed = kind_named(letter.kind)
    if printed and record.kind and record.kind != printed.symbol:
        yield f"tên loại “{letter.kind}” khác ký hiệu {letter.number}"


def _is_day(date: str) -> bool:
    try:
        calendar_date.fromisoformat(date)
    except ValueError:
        return False
    return True

"""edXML, in which offices send documents to each other: what an envelope says, and the files attached to it.

Both dialects are read, by the local names of elements, whatever their namespace and case: that of QCVN 102:2016/BTTTT
(`http://www.mic.gov.vn/TBT/QCVN_102_2016`) and that of QĐ 28/2018/QĐ-TTg (`http://www.go.vn/eDoc`); as XML alone, or as
the first part of a MIME message whose other parts are the files.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Literal

from drafter.errors import CorruptFile, CorruptPackage, UnreadableFile, UnsafePackage
from drafter.readers.sniffing import is_mime
from drafter.readers.trees import Element, opens_with_doctype, parsed

_ATTACHMENTS = frozenset({"attachment", "attachmentencoded"})
_CONTENTS = frozenset(
    {"content", "attachmentcontent", "contenttransferencoded", "filecontent", "data", "base64", *_ATTACHMENTS}
)
_NAMES = ("filename", "attachmentname", "name")
_NAME_IN_TYPE = re.compile(r"""name\s*=\s*(?:"([^"]+)"|([^;\s]+))""", re.IGNORECASE)
_NO_VALUE = frozenset({"n/a", "null", "none"})
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


Purpose = Literal["new", "revocation", "update", "replacement", "status"]
"""What a message is sent for: a new document, to take one back, to say anew what was said of it, in place of others, or
to tell what became of one that was received."""
_PURPOSES: Mapping[str, Purpose] = {
    "0": "new",
    "1": "revocation",
    "2": "update",
    "3": "replacement",
    "edoc": "new",
    "revocation": "revocation",
    "update": "update",
    "replacement": "replacement",
    "status": "status",
}
"""By `BussinessDocType` of QCVN 102:2016/BTTTT (SĐ1:2022), and by the types of messages of QĐ 28/2018/QĐ-TTg."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the sender says of the document, which is the first file attached; "" where it says nothing."""

    number: str
    """Number and symbol: "22/KH-UBND"; "87-KH/ĐU" of the Party."""
    date: str
    """ISO 8601."""
    issuer: str
    subject: str
    kind: str
    """In words: "Kế hoạch"."""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    """The offices that it is sent to; where none is named, those that are printed on it."""
    copies: int | None = None
    purpose: Purpose = "new"
    reason: str = ""
    """Why it takes the place of others, or is taken back."""
    replaces: tuple[str, ...] = ()
    """Numbers and symbols of the documents that it takes the place of."""


def envelope_of(data: bytes) -> Envelope | None:
    """What the envelope of an edXML file says; None where there is none to be read."""
    try:
        root = _root("", data)
    except UnreadableFile:
        return None
    number, notation = _text(root, "codenumber"), _text(root, "codenotation")
    found = Envelope(
        number=_joined(number, notation),
        date=_iso(_text(root, "promulgationdate")),
        issuer=_text(root, "organname", within="from"),
        subject=_text(root, "subject"),
        kind=_text(root, "typename") or _text(root, "documenttype"),
        signer=_signer(root),
        recipients=_recipients(root),
        copies=_count(_text(root, "promulgationamount")),
        purpose=_purpose(root),
        reason=_text(root, "bussinessdocreason") or _text(root, "businessdocreason"),
        replaces=_replaced(root),
    )
    return found if any((found.number, found.date, found.issuer, found.subject, found.kind)) else None


def attached(name: str, data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """The files of an envelope with their names, "" where they have none; None for one that cannot be unpacked.

    Raises `CorruptPackage` for what is no XML, `UnsafePackage` for what declares a document type.
    """
    if is_mime(data):
        for part in _parts(data)[1:]:
            content = part.get_payload(decode=True)
            yield part.get_filename() or "", content if isinstance(content, bytes) else None
    root = _root(name, data)
    named = _named_by_manifest(root)
    for element in root.iter():
        if _local(element) in _ATTACHMENTS and not any(_local(inner) in _ATTACHMENTS for inner in _below(element)):
            content = _content(element)
            if content:
                yield _name(element, named), _decoded(content)


def has_files(data: bytes) -> bool:
    """Whether anything is attached to an envelope; not to one that cannot be read."""
    try:
        return any(True for _ in attached("", data))
    except UnreadableFile:
        return False


def _root(name: str, data: bytes) -> Element:
    if is_mime(data):
        parts = _parts(data)
        first = parts[0].get_payload(decode=True) if parts else b""
        data = first.lstrip() if isinstance(first, bytes) else b""
    if opens_with_doctype(data):
        raise UnsafePackage(name)
    try:
        # A file attached is one text, of more than the parser takes without asking; entities there are none.
        return parsed(name, data, long_texts=True)
    except CorruptFile as error:
        raise CorruptPackage(name) from error


def _parts(data: bytes) -> list[EmailMessage]:
    message = message_from_bytes(data, policy=policy.default)
    return [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower().replace("-", "")


def _below(element: Element) -> Iterator[Element]:
    iterator = element.iter()
    next(iterator)
    return iterator


def _signer(root: Element) -> str:
    return next(filter(None, (_text(root, "fullname", within=name) for name in ("signerinfo", "signer", "author"))), "")


def _recipients(root: Element) -> tuple[str, ...]:
    """Each once, in their order."""
    sent = [_text(one, "organname") or _text(one, "organid") for one in root.iter() if _local(one) == "to"]
    printed = [_own(one) for one in root.iter() if _local(one) == "place" and _is_within(one, "toplaces")]
    return tuple(dict.fromkeys(filter(None, sent if any(sent) else printed)))


def _purpose(root: Element) -> Purpose:
    if _text(root, "statuscode"):
        return "status"
    said = (_text(root, name).lower() for name in ("bussinessdoctype", "businessdoctype", "messagetype"))
    return next((_PURPOSES[one] for one in said if one in _PURPOSES), "new")


def _replaced(root: Element) -> tuple[str, ...]:
    """The notations in the ids of the documents replaced: "000.01.H37,2026/03/05,22/KH-UBND"."""
    ids = (_own(one) for one in root.iter() if _local(one) == "documentid" and _is_within(one, "replacementinfo"))
    return tuple(dict.fromkeys(id.rpartition(",")[2].strip() for id in ids if id))


def _is_within(element: Element, name: str) -> bool:
    return any(_local(outer) == name for outer in element.iterancestors())


def _own(element: Element) -> str:
    """The text of an element on one line."""
    text = " ".join((element.text or "").split())
    return "" if text.lower() in _NO_VALUE else text


def _count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-9]\d{0,5}", text) else None


def _text(root: Element, name: str, within: str = "") -> str:
    """The text of the first element of that name that has one, on one line; `within` the first element of that one."""
    scope = next((found for found in root.iter() if not within or _local(found) == within), None)
    for element in () if scope is None else scope.iter():
        if _local(element) == name and (text := _own(element)):
            return text
    return ""


def _joined(number: str, notation: str) -> str:
    """As offices write it: state symbols ("KH-UBND") behind a stroke, those of the Party ("KH/ĐU") behind a dash."""
    if not number or not notation:
        return number or notation
    if notation[0] in "/-" or number.endswith(notation):
        return number if number.endswith(notation) else number + notation
    return f"{number}{'-' if '/' in notation and not notation[0].isdecimal() else '/'}{notation}"


def _iso(date: str) -> str:
    found = _DATE.match(date)
    if not found:
        return ""
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else ""


def _content(attachment: Element) -> str:
    """The longest text in it that may be a file."""
    texts = (found.text or "" for found in attachment.iter() if _local(found) in _CONTENTS)
    return max(texts, key=len, default="").strip()


def _decoded(content: str) -> bytes | None:
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def _name(attachment: Element, named: dict[str, str]) -> str:
    """What the attachment says it is called, or what the manifest says."""
    texts = {_local(found): (found.text or "").strip() for found in _below(attachment)}
    for name in _NAMES:
        if texts.get(name):
            return texts[name]
    if found := _NAME_IN_TYPE.search(texts.get("contenttype", "")):
        return found[1] or found[2]
    return named.get(_id(texts.get("contentid", "")), "")


def _named_by_manifest(root: Element) -> dict[str, str]:
    """The names of the files by their content ids."""
    found: dict[str, str] = {}
    for reference in root.iter():
        if _local(reference) == "reference":
            ids = [value for key, value in reference.attrib.items() if str(key).lower().endswith("href")]
            ids += [child.text or "" for child in _below(reference) if _local(child) == "contentid"]
            names = [child.text or "" for child in _below(reference) if _local(child) in _NAMES]
            if names:
                found |= {_id(str(one)): names[0].strip() for one in ids}
    return found


def _id(text: str) -> str:
    return text.strip().removeprefix("cid:").strip("<>")

"""How a document is referred to, as Phụ lục I, Phần I, Mục II, khoản 6, điểm b Nghị định 30/2020/NĐ-CP wants it.

The first time with everything that tells it: kind, number, date, issuer, subject; later with kind and number alone.
Of a Luật or Pháp lệnh the name, and in references the date, without number and organ. Party documents have a comma
before the date (Hướng dẫn 05-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as calendar_date

from drafter.nlp.casing import title_case
from drafter.nlp.folding import fold, key
from drafter.nlp.kinds import family_of_number, kind_name, sure_kind
from drafter.nlp.mentions import Mention

_NAMED_ALONE = frozenset({"L", "BL", "PL", "HP"})
"""Kinds that are called by their name: "Luật Tổ chức chính quyền địa phương"."""

_LETTERS = ("Công văn", "Công điện", "Tờ trình", "Báo cáo", "Giấy")
"""Documents that nobody promulgates."""

_VERBS = re.compile(
    r"(?:về|quy định|ban hành|phê duyệt|sửa đổi|bãi bỏ|công bố|hướng dẫn|triển khai|tăng cường|thực hiện|điều chỉnh"
    r"|giao|phân cấp|thông qua|kiện toàn|thành lập|đính chính|của|bổ sung|[ủu][yỷ] quyền|quyết định|đẩy mạnh|kết quả"
    r"|tiếp tục|cho)\b"
)

_DAY = re.compile(r"\bngày\s+[\d.…]")
_OFFICE = re.compile(r"\b(?:của|do|giữa)\s+[^\W\d_]")
_CLOSED = re.compile(r"\s*(?:[.;:)\n]|$)")
_GOES_ON = re.compile(r"(?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư)\s+\w")
"""A subject that begins with a verb of its own is read as part of the office's name: "của Chính phủ quản lý thuế"."""
_PROMULGATED = re.compile(r"(?:\b(?:ban hành|phát hành|ký|trình|tại)|\w (?:có|gửi))\s+(?:các\s+)?$")
_AMENDING = re.compile(r"(?:sửa đổi|bổ sung|thay thế|đính chính)[^.;\n]{0,40}\b(?:bởi|tại|theo|bằng|và|,)\s*$")


def lacking_as_base(mention: Mention, rest: str, behind: str) -> list[str]:
    """What a base leaves out of date, organ and subject; `rest` is what it says from the name on, `behind` what is
    behind the reference."""
    return _lacking(mention, rest) + (["trích yếu"] if _is_untitled(mention, behind) else [])


def lacking_at_first(mention: Mention, before: str, behind: str) -> list[str]:
    """What a first citation in the text leaves out, from what stands before and behind it in its paragraph.

    None of what amends another, which is told by that; no organ where it is the one that promulgates; a subject alone
    is not missed.
    """
    if _AMENDING.search(before):
        return []
    lacking = _lacking(mention, behind.split("\n")[0])
    if _PROMULGATED.search(before[-30:]):
        lacking = [name for name in lacking if name != "cơ quan ban hành"]
    return lacking + (["trích yếu"] if lacking and _is_untitled(mention, behind) else [])


def _lacking(mention: Mention, rest: str) -> list[str]:
    lacking = [] if mention.date or _DAY.search(rest) else ["ngày tháng năm"]
    return lacking + ([] if mention.issuer or _OFFICE.search(rest) else ["cơ quan ban hành"])


def _is_untitled(mention: Mention, behind: str) -> bool:
    told = mention.title or _GOES_ON.match(mention.issuer)
    return not told and bool(_CLOSED.match(behind))


def listed(names: Sequence[str]) -> str:
    """ "ngày tháng năm, cơ quan ban hành và trích yếu"."""
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def full(kind: str, number: str, date: str = "", issuer: str = "", title: str = "") -> str:
    """The reference for the first time; `date` is ISO 8601, `title` the subject as printed. What is "" is left out.

    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"; of a law, kind and name.
    """
    name = _name(kind, number)
    subject = subject_of(title, name)
    if kind in _NAMED_ALONE:
        return _law(name, number, date, subject)
    party = family_of_number(number) == "party"
    day = _day(date, party)
    first = short(kind, number) + ("," if party and day else "")
    if subject and not _VERBS.match(subject):
        subject = f"về {subject}"
    return " ".join(piece for piece in (first, day, f"của {issuer}" if issuer else "", subject) if piece)


def short(kind: str, number: str, title: str = "") -> str:
    """The reference later on: "Kết luận số 226-KL/TW", "Luật Đất đai"; "" where neither kind nor number is known."""
    name = _name(kind, number)
    if kind in _NAMED_ALONE and (subject := subject_of(title, name)):
        return _law(name, number, "", subject)
    if not number:
        return name
    return f"{name} số {number}" if name else f"Văn bản số {number}"


def instead(locator: str, reference: str, enclosed: str = "") -> str:
    """What to write in place of copied text: "Thực hiện theo mục 2 Kết luận số 226-KL/TW."."""
    return f"Thực hiện theo {place(locator, reference, enclosed)}".rstrip(" .;,") + "."


def place(locator: str, reference: str, enclosed: str = "") -> str:
    """A place in a document, or in one that comes with it: "Mục II Quy chế ban hành kèm theo Quyết định số …"."""
    comes = "kèm theo" if reference.startswith(_LETTERS) else "ban hành kèm theo"
    return " ".join(piece for piece in (locator, enclosed, comes if enclosed else "", reference) if piece)


def _name(kind: str, number: str) -> str:
    return kind_name(kind if kind == "VBHN" else sure_kind(number) or kind, family_of_number(number))


def subject_of(title: str, name: str) -> str:
    """The subject with a small first letter, without kind and number where the title repeats them.

    A title that is no more than the kind, or has no Vietnamese letter (it is the name of a file), is none.
    """
    subject = " ".join(fold(title).text.split()).strip(" .;*_")
    if subject.isascii() or key(subject) == key(name):
        return ""
    while name and key(subject).startswith(key(name) + " "):
        words = subject.split()[len(name.split()) :]
        subject = " ".join(words)
        subject = re.sub(r"^(?:số )?\d\S*[/-]\S+(?: năm \d{4})?(?: ngày [\d/.-]+)?\s*", "", subject)
    if re.match(r"V/v\.?\s", subject, re.IGNORECASE):
        subject = "về việc " + re.sub(r"^V/v\.?\s*:?\s*", "", subject, flags=re.IGNORECASE)
    return title_case(subject)


def _law(name: str, number: str, date: str, subject: str) -> str:
    """A law by its name: "Luật Đất đai ngày 18 tháng 01 năm 2024"; one without a name of its own by its number."""
    subject = re.sub(r"\s+(?:số\s+)?\d+/\d{4}/\S+$", "", subject)
    if not subject:
        return " ".join(piece for piece in (f"{name} số {number}" if number else name, _day(date, False)) if piece)
    amending = subject.startswith(("sửa đổi", "bổ sung", "bãi bỏ"))
    titled = subject if amending else subject[:1].upper() + subject[1:]
    return " ".join(piece for piece in (name, titled, _day(date, False)) if piece)


def _day(date: str, party: bool) -> str:
    """The date in words; Party documents write figures. Months 1 and 2 are padded (Phụ lục I, II.4.b)."""
    try:
        day = calendar_date.fromisoformat(date)
    except ValueError:
        return f"năm {date}" if re.fullmatch(r"\d{4}", date) else ""
    if party:
        return f"ngày {day:%d/%m/%Y}"
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"

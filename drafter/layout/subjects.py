"""Kind and subject (Phụ lục I, Phần I, Mục II, khoản 5 NĐ 30; the kinds: Điều 7; the forms: Phụ lục III)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.layout.names import kind_of
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Fault
from drafter.layout.wording import instead
from drafter.nlp.folding import key
from drafter.nlp.kinds import kind_name

NO_SUBJECT = ("GGT", "GNP")
_ABOUT = re.compile(r"V\s*/?\s*v\.?\s*:?(?!\w)", re.IGNORECASE)
_DOUBLED = re.compile(r"(?P<mark>V\s*/?\s*v\.?\s*:?)\s+về\s+việc\b\s*", re.IGNORECASE)
# Who publishes, repeals or amends says so at once, as the Government's own decisions do.
_DECIDES = re.compile(
    r"(?:Về|Ban hành|Phê duyệt|Công bố|Bãi bỏ|Hủy bỏ|Sửa đổi|Bổ sung|Quy định|Đính chính|Thu hồi)\b", re.IGNORECASE
)


def subjects(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the names of kinds and with subjects."""
    row = sheet.first("kind")
    if row:
        yield from _kind(sheet, row)
    about = sheet.first("about")
    if about and not row:
        yield from _about(sheet, about)
    yield from _stop(sheet)
    yield from _decision(sheet)
    yield from _without(sheet)


def _kind(sheet: Sheet, row: Row) -> Iterator[Fault]:
    kind = kind_of(row)
    if key(row.words) == key("Công văn"):
        message = "Công văn đang ghi tên loại “CÔNG VĂN”; công văn không ghi tên loại."
        yield Fault("nd30.CV-01", row.span, message, "Bỏ dòng tên loại; trích yếu bắt đầu bằng “V/v”.")
    elif kind is None:
        name = kind_name(sheet.head.kind, "state").upper()
        message = f"Tên loại và trích yếu đang viết liền một dòng; “{name}” phải ở một dòng riêng."
        yield Fault("nd30.TL-01", row.span, message, f"Xuống dòng sau “{name}”, viết trích yếu bằng chữ thường.")
    elif "state" not in kind.families:
        message = f"“{row.words}” không phải là loại văn bản hành chính theo Điều 7 Nghị định 30/2020/NĐ-CP."
        yield Fault("nd30.TL-01", row.span, message, "Chọn một tên loại của Điều 7, như Thông báo.", "warning")


def _about(sheet: Sheet, row: Row) -> Iterator[Fault]:
    mark, doubled = _ABOUT.match(row.words), _DOUBLED.match(row.words)
    if doubled:
        message = "Trích yếu công văn viết “V/v về việc”; “V/v” đã là “về việc”."
        edits = (instead(sheet, row, 0, doubled.end(), "V/v "),)
        yield Fault("nd30.CV-03", row.span, message, "Bỏ chữ “về việc” sau “V/v”.", edits=edits)
    elif mark and mark[0].strip() != "V/v":
        message = f"Trích yếu công văn bắt đầu bằng “{mark[0].strip()}”; phải bắt đầu bằng “V/v”."
        gap = "" if row.words[mark.end() :].startswith(" ") else " "
        edits = (instead(sheet, row, 0, mark.end(), f"V/v{gap}"),)
        yield Fault("nd30.CV-03", row.span, message, "Viết “V/v”, không có dấu phía sau.", edits=edits)


def _stop(sheet: Sheet) -> Iterator[Fault]:
    """A subject is no sentence."""
    for role in ("about", "subject"):
        last = next(iter(sheet.of(role)[-1:]), None)
        found = re.search(r"(?<![.…])(?<!\bv\.v)\s*(?:\./)?[.;]$", last.words) if last else None
        if last and found:
            edits = (instead(sheet, last, found.start(), found.end(), ""),)
            message = (
                f"Trích yếu kết thúc bằng dấu “{found[0].strip()}”; trích yếu là câu, cụm từ ngắn, không có dấu ở cuối."
            )
            yield Fault("nd30.TL-05", last.span, message, "Bỏ dấu ở cuối trích yếu.", edits=edits)


def _decision(sheet: Sheet) -> Iterator[Fault]:
    row = sheet.first("subject", "about")
    if row and sheet.head.kind == "QĐ" and not _DECIDES.match(row.words) and row.letters >= 8:
        message = (
            f"Trích yếu quyết định bắt đầu bằng “{' '.join(row.words.split()[:3])}…”; "
            "mẫu quyết định viết “Về việc …”, “Ban hành …” hoặc “Phê duyệt …”."
        )
        yield Fault("nd30.TL-04", row.span, message, "Có thể viết “Về việc …” theo mẫu.")


def _without(sheet: Sheet) -> Iterator[Fault]:
    """Letters of introduction and of leave go on with the text at once (Mẫu 1.8, 1.10)."""
    row = sheet.first("kind")
    behind = [one for one in sheet.rows if row and one.span.start > row.span.start and one.letters]
    if row is None or sheet.head.kind not in NO_SUBJECT or not behind:
        return
    first = behind[0]
    bold = first.share(lambda look: look.bold) >= MOST
    if bold and first.alignment == "center" and first.column is None and not first.in_capitals:
        message = f"{row.words.capitalize()} có trích yếu; mẫu của loại này không có trích yếu."
        yield Fault("nd30.TL-06", first.span, message, "Có thể bỏ trích yếu, viết thẳng vào nội dung.")

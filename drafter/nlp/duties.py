"""What a sentence assigns: who leads, who helps, what comes out; said in words or in fields such as "Chủ trì: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.document import Span
from drafter.nlp.actions import is_action
from drafter.nlp.assignees import Assignees, assignees, assignees_at

Label = Literal["task", "lead", "cooperate", "deadline", "output", "other"]

_LABELS: tuple[tuple[Label, str], ...] = (
    (
        "cooperate",
        r"(?:(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận|[Pp]hân công)(?:, [đc]ơn vị)?\s+)?[Pp]hối hợp(?:\s+(?:thực hiện|với))?",
    ),
    (
        "lead",
        r"(?:(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận|[Đđ]ầu mối|[Nn]gười|[Cc]ông chức)(?:, (?:đơn vị|địa phương))?\s+)"
        r"(?:được\s+(?:giao|phân công)\s+)?(?:chủ trì|phụ trách|thực hiện|đầu mối|tham mưu|chịu trách nhiệm(?: chính)?)"
        r"(?:\s+(?:thực hiện|tham mưu|soạn thảo|triển khai))*"
        r"|[Cc]hủ trì(?:\s+(?:thực hiện|tham mưu))*|[Pp]hân công(?:\s+thực hiện)?|[Tt]rách nhiệm(?:\s+thực hiện)?"
        r"|[Pp]hụ trách",
    ),
    (
        "deadline",
        r"(?:[Tt]hời (?:gian|hạn|điểm)|[Tt]iến độ|[Hh]ạn)(?:\s+(?:thực hiện|hoàn thành|triển khai|trình|ban hành"
        r"|kết thúc|báo cáo|tổ chức|xong|cuối))*"
        r"|[Hh]oàn thành",
    ),
    ("output", r"(?:[Kk]ết quả|[Ss]ản phẩm)(?:\s*,?\s*(?:đầu ra|hoàn thành|dự kiến|đạt được|cụ thể|sản phẩm))*"),
    ("task", r"[Nn]ội dung(?:\s+(?:thực hiện|công việc|nhiệm vụ))?|[Nn]hiệm vụ|[Cc]ông việc"),
    ("other", r"[Kk]inh phí(?:\s+thực hiện)?|[Đđ]ịa điểm|[Đđ]ối tượng|[Tt]hành phần|[Hh]ình thức|[Ss]ố lượng"),
)
_FIELD = re.compile(
    r"(?:^|(?<=[.;,(\n\u2013-])|(?<=[.;,(\u2013-]\s))"
    + rf"(?:{'|'.join(f'(?P<{label}>{pattern})' for label, pattern in _LABELS)})\s*:\s*"
)
_TERM = re.compile(r"[Tt]hời (?:gian|hạn)\s+(?:thực hiện|hoàn thành)\s+(?=\S)")
_GIVEN = re.compile(
    r"(?:(?:UBND|[ỦU][yỷ] ban nhân dân|Chủ tịch UBND)(?: (?:xã|phường|[Tt]ỉnh|[Tt]hành phố))?\s+)?"
    r"(?:(?:Kính\s+)?[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao(?:\s+(?:cho|trách nhiệm\s+cho|nhiệm vụ\s+cho))?|[Pp]hân công"
    r"|[Tt]rách nhiệm\s+(?:của|thuộc)"
    r"|[Nn]hiệm vụ của|[Đđ]ối với|[Cc]ác đồng chí|Đồng chí)\s*:?\s+(?=\S)"
)
_CIRCUMSTANCE = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Theo|Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Trong|Từ|Sau|Ngay sau|Khi|Đến|Để|Ngoài|Quá trình"
    r"|Tùy|Ngày|Tháng|Quý|Sáng|Chiều|Tối"
    r"|Buổi|Thứ|Với|Tại|Cuối|Đầu)\b[^;:]*?,\s+"
)
_DOES = re.compile(r"\s*(?:[:,]|[-–]\s|\s(?!(?:được|đã|không|thì|của|về|còn|mà|cũng|nào)\b)[^\W\d_])|\s*$|\s*\((?!\d)")
_LEADS = re.compile(
    r"\s*(?:(?:sẽ|cùng|đồng)\s+)?(?:là\s+(?:[^,;.]{0,30}\s)?(?:đầu mối|chủ trì|thường trực)|chủ\s+trì"
    r"|chịu\s+trách\s+nhiệm\s+chính|làm\s+đầu\s+mối)"
)
_CHARGED = re.compile(
    r"(?:^|[.;:,]\s*|\bvà\s+|\b(?:UBND|nhân dân)\s(?:\w+\s){1,3})(?:giao|phân\s+công)\s+(?:cho\s+)?$", re.IGNORECASE
)
_DONE_BY = re.compile(r"\bdo\s+$")
_IN_CHARGE = re.compile(r"\s+(?:phụ\s+trách|đảm\s+nhiệm|đảm\s+nhận|thực\s+hiện[\s.;)]*$)")
_HELPED = re.compile(
    r"[Pp]hối\s+hợp(?:\s+(?:chặt\s+chẽ|chung|đồng\s+bộ|kịp\s+thời"
    r"|thường\s+xuyên))*(?:\s+cùng)?(?:\s+với)?(?:\s+(?:[Cc]hính quyền))?\s+"
)
_ADVISED = re.compile(r"\b(?:tham mưu|trình|báo cáo|giúp)(?:\s+cho)?\s+$")
_HELPS = re.compile(r"\s+(?:cùng\s+)?phối\s+hợp\b")


_MANY = re.compile(
    r"[Cc]ác (?!hoạt động|giải pháp|nhiệm vụ|nội dung|chỉ tiêu|mục tiêu|bước|công việc|công tác|hình thức|biện pháp"
    r"|quy định|văn bản"
    r"|dự án|vấn đề|yêu cầu|tiêu chí|điều kiện|nguồn|mô hình|chương trình|kế hoạch|lĩnh vực|khoản|trường hợp"
    r"|sản phẩm|tiểu|phong trào|cuộc)"
    r"[^:;.]+$"
)
"""Many of one sort, whatever it is called."""
_SAYS = re.compile(r"(?:có|là|phải|được|đã|thì|không|cần|và|cùng|của|về)\b|[-–(]")
_LONGEST_HEADING = 16
"""Words of such a heading."""
_NAME_AT_MOST = 80
"""Characters of a name of no known sort."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label with what stands behind it."""

    label: Label
    span: Span
    """Of label and value."""
    value: str


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is named in a sentence, and as what."""

    lead: tuple[str, ...] = ()
    cooperate: tuple[str, ...] = ()
    chairs: bool = False
    """Whether the leads are called so ("chủ trì"), rather than being many of whom each does the same."""
    begins: int = 0
    """Where what is to be done begins: behind the names in front."""


def fields(words: str) -> list[Field]:
    """The fields of a paragraph, in its order: "Đơn vị chủ trì: …; thời hạn: …"."""
    found = [match for match in _FIELD.finditer(words) if match.lastgroup]
    if not found:
        term = _TERM.match(words)
        return [Field("deadline", Span(0, len(words)), _trimmed(words[term.end() :]))] if term else []
    ends = [match.start() for match in found[1:]] + [len(words)]
    return [
        Field(_label(match), Span(match.start(), end), _trimmed(words[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    ]


def _label(found: re.Match[str]) -> Label:
    return next(label for label, _ in _LABELS if found[label])


def _trimmed(value: str) -> str:
    value = value.strip(" \t\n;,.–-")
    return value[:-1].rstrip(" .;") if value.endswith(")") and value.count(")") > value.count("(") else value


def names_in(value: str) -> tuple[str, ...]:
    """The names of a field or a cell; what holds no known name is split at semicolons and lines."""
    named = [name for found in assignees(value) for name in found.names]
    if sum(map(len, named)) * 2 >= len(" ".join(value.split())):
        return tuple(dict.fromkeys(named))
    parts = (" ".join(part.split()).strip(" ,.-–+") for part in re.split(r";|\n|,\s+(?=[A-ZĐ])", value))
    said = [
        name for part in parts if part for name in _names_at(part, 0) or ((part,) if len(part) <= _NAME_AT_MOST else ())
    ]
    return tuple(dict.fromkeys(said))


def heading_leads(words: str) -> tuple[str, ...]:
    """Whom a heading names: "2. Phòng Văn hóa - Xã hội", "Giao Văn phòng:"; () where it names something else too."""
    start = given.end() if (given := _GIVEN.match(words)) else 0
    named = assignees_at(words, start)
    if not named:
        whole = words[start:].strip(" :.;,")
        return (whole,) if _MANY.match(whole) and len(whole.split()) <= _LONGEST_HEADING else ()
    rest = words[named.span.end :].strip(" :.;,")
    only = not rest or re.fullmatch(
        r"(?:(?:chủ trì|có trách nhiệm|chịu trách nhiệm|thực hiện|triển khai|tập trung|phối hợp|tổ chức|và|là"
        r"|đầu mối|các|những|một số|nhiệm vụ"
        r"|nội dung|công việc|sau|đây|như|cụ thể|thực hiện tốt)[ ,:]*)+|\(.*\)",
        rest,
    )
    if only:
        return named.names
    whole = words[start:].strip(" :;,")
    many = (
        _MANY.match(whole) and len(whole.split()) <= _LONGEST_HEADING and not _SAYS.match(rest) and not is_action(rest)
    )
    return (whole,) if many else ()


def duty(words: str) -> Duty:
    """Who leads and who helps by what a sentence says; nobody where it names none."""
    front = _front(words)
    cooperate = [name for found in _HELPED.finditer(words) for name in _names_at(words, found.end())]
    lead: list[str] = list(front.names) if front else []
    chairs = bool(front and _LEADS.match(words, front.span.end))
    for named in assignees(words):
        if front and named.span.start < front.span.end:
            continue
        if _ADVISED.search(words[: named.span.start]):
            continue
        if _HELPS.match(words, named.span.end) and not _CHARGED.search(words[: named.span.start]):
            cooperate += named.names
        elif (
            _LEADS.match(words, named.span.end)
            or (_DONE_BY.search(words[: named.span.start]) and _IN_CHARGE.match(words, named.span.end))
            or (_CHARGED.search(words[: named.span.start]) and _DOES.match(words, named.span.end))
        ):
            chairs = chairs or bool(_LEADS.match(words, named.span.end))
            lead += named.names
    lead = list(dict.fromkeys(lead))
    helping = tuple(name for name in dict.fromkeys(cooperate) if name not in lead)
    return Duty(tuple(lead), helping, chairs, front.span.end if front else 0)


def _names_at(words: str, at: int) -> tuple[str, ...]:
    named = assignees_at(words, at)
    return named.names if named else ()


def _front(words: str) -> Assignees | None:
    """Who stands in front of what is to be done, behind "Giao" and behind when or on what basis."""
    for start in _fronts(words):
        named = assignees_at(words, start)
        # Behind a comma, only what surely begins a name: "các cơ quan, đơn vị liên quan" is one.
        if named and start and words[start].islower() and not words.startswith(("các ", "ủy ", "công an"), start):
            continue
        if named and _DOES.match(words, named.span.end):
            return named
    return None


def _fronts(words: str) -> Iterator[int]:
    at = 0
    if found := _GIVEN.match(words):
        yield found.end()
    yield at
    for found in _CIRCUMSTANCE.finditer(words):
        if found.start() == 0:
            at = found.end()
            yield at
            if given := _GIVEN.match(words, at):
                yield given.end()
    # "Trên cơ sở đề xuất của A, B và C, Sở Tài chính chủ trì": the name is behind one of the commas.
    if at:
        yield from (comma.end() for comma in re.finditer(r",\s+", words) if comma.end() > at)


_PRODUCT = (
    r"(?:báo cáo(?! viên)|kế hoạch|quyết định|nghị quyết|chỉ thị|chương trình|tờ trình|đề án|phương án|dự án|danh sách"
    r"|danh mục|quy chế|quy định|quy trình|hướng dẫn|tài liệu|biên bản|dự thảo|dự toán|bộ tiêu chí|công văn|văn bản"
    r"|cơ sở dữ liệu|bảng (?:tổng hợp|số liệu|phân công|theo dõi)|hồ sơ|phiếu|sổ|thông báo|nội quy|kịch bản|giấy mời"
    r"|(?:biểu )?mẫu"
    r"|tin,? bài|bài viết|phóng sự|phụ lục|bộ thủ tục|hợp đồng|quy hoạch|bản đồ|chính sách|cơ chế|phần mềm|kết luận)"
)
_MADE = re.compile(
    r"\b(?:ban hành|xây dựng|lập|trình|gửi|nộp|soạn thảo|biên soạn"
    r"|hoàn thiện|hoàn thành|công bố|phê duyệt|in|phát hành|niêm yết|tham mưu|cập nhật|viết|ký|đề xuất|sửa đổi"
    r"|bổ sung|thay thế|cung cấp|chuẩn bị|dự thảo"
    rf"|điều chỉnh)\b(?P<between>[^.,;:\n]{{0,60}}?)\s(?P<product>(?P<noun>{_PRODUCT})\b[^.;:\n]*)"
)
_NOT_MADE = re.compile(
    r"(?:công tác|việc|không|không tham mưu|trong|quá trình|công chức|cán bộ|kỹ năng|pháp luật|đội ngũ|kinh nghiệm) $"
)
_NOT_REPORTED = re.compile(r"(?:chế độ|công tác|hệ thống|loại|hội nghị,|văn bản,) $")
_BETWEEN = re.compile(r"\b(?:thực hiện|triển khai|theo|hướng dẫn|trong|tại|của|cho|các nội dung|quản lý|việc)\b")
_DEPENDS = re.compile(
    r"(?:hướng dẫn|tài liệu|văn bản|hồ sơ|chính sách|cơ chế|quy định|quy hoạch|kết luận|thông báo|sổ|mẫu|dự án"
    r"|chương trình|kế hoạch)$"
)
_REPORT = re.compile(r"(?P<product>(?P<noun>báo cáo)(?! viên)\b[^.;:\n]*)")
_PRODUCT_ENDS = re.compile(
    r",|\s*\((?!số)|\s+(?:trước|trong|xong|chậm nhất|gửi|trình|để|nhằm|theo|đến hết|hoàn thành|báo cáo|làm cơ sở"
    r"|bảo đảm|đảm bảo|phù hợp|đúng|vào ngày|kịp thời|định kỳ|qua|(?:về|với)(?=\s+(?:ubnd|ủy ban|văn phòng|phòng|sở"
    r"|công an"
    r"|trung tâm|trạm|ban|bộ|chủ tịch|đảng)\b))\b"
    r"(?!\s+(?:đó))|·"
)
_LONGEST_PRODUCT = 25
"""Words."""


def output(words: str, hidden: str) -> str:
    """What comes out of a task as it names it: "Kế hoạch kiểm tra", "báo cáo kết quả thực hiện"; "" for nothing.

    `hidden` are the same words with references to documents masked: a plan that is carried out is not what comes out.
    """
    hidden = hidden.lower()
    for pattern, excluded in ((_MADE, _NOT_MADE), (_REPORT, _NOT_REPORTED)):
        for found in pattern.finditer(hidden):
            if excluded.search(hidden, max(0, found.start() - 20), found.start()):
                continue
            start = found.start("product")
            end = _PRODUCT_ENDS.search(hidden, found.end("noun"), found.end())
            product = " ".join(words[start : end.start() if end else found.end()].split()).strip(" ,")
            if pattern is _MADE and not _is_made(found, product):
                continue
            if len(product.split()) > _LONGEST_PRODUCT:
                product = " ".join(product.split()[:_LONGEST_PRODUCT]) + " …"
            return product
    return ""


def _is_made(found: re.Match[str], product: str) -> bool:
    """Whether what is named behind a verb of making is made: no plan that is only carried out, no "văn bản" at all."""
    between = found["between"].strip()
    if product.lower() == f"{found['noun']} này":
        return False
    if found["noun"] == "thông báo" and product.startswith(("thông báo cho", "thông báo đến", "thông báo tới")):
        return False
    if _BETWEEN.search(between):
        return False
    return (
        between in ("", "các", "bộ", "và ban hành", "dự thảo")
        or not _DEPENDS.match(found["noun"])
        or len(product.split()) > 3
    )

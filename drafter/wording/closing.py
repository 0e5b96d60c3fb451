"""Whether a document calls itself what it is: its closing line, "Kế hoạch này", and capitals of its own name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.nlp.kinds import KINDS
from drafter.wording.reading import Reading, Remark

DECREE = "khoản 6 Mục V Phụ lục II Nghị định số 30/2020/NĐ-CP"
"""Where the names of kinds get a capital: "trong trường hợp nói đến một văn bản cụ thể"."""
_SYMBOLS = "NQ QĐ CT QC TB CTr KH PA ĐA BC TTr CV CĐ KL NĐ TT HD QyĐ"
_CALLED = tuple(kind.name for kind in KINDS if kind.symbol in _SYMBOLS.split())
_KIND = "|".join(sorted(set(_CALLED), key=len, reverse=True))
_NOT_ONES_OWN = ("Báo cáo", "Hướng dẫn", "Quy định", "Quy chế", "Thông báo")
"""Names of kinds that are common words too."""
_CLOSES = re.compile(
    rf"^[ \t]*Trên đây là (?:nội dung |toàn bộ )?(?P<kind>{_KIND})(?![^\W_])(?P<rest>[^\n]*)", re.MULTILINE
)
_THIS = re.compile(
    rf"(?:[Tt]hực hiện|[Tt]riển khai|[Tt]heo|[Bb]an hành|[Tt]rong|nội dung|hiệu lực của) (?P<kind>{_KIND}) này(?!\w)"
)
_ABOUT = re.compile(
    r"(?<!\w)về (?:việc )?(?P<verb>Thực hiện|Triển khai|Ban hành|Tăng cường|Phê duyệt|Thành lập|Kiện toàn|Xây dựng"
    r"|Điều chỉnh|Giao|Tiếp tục|Đẩy mạnh|Nâng cao|Chấn chỉnh|Công bố|Bổ sung|Sửa đổi)(?= [^\W\d_])"
)
_REACH = 700
"""Characters before "Quyết định này" in which the document that is meant may be named."""


def closings(reading: Reading) -> Iterator[Remark]:
    """Other names than its own, and its own in small letters."""
    if reading.kind and reading.kind != "Công văn" and reading.about.regime != "qppl":
        yield from _closing_lines(reading)
        yield from _others(reading)
        yield from _small(reading)
    yield from _verbs(reading)


def _closing_lines(reading: Reading) -> Iterator[Remark]:
    for found in _CLOSES.finditer(reading.prose):
        kind = found["kind"]
        if kind not in reading.kinds:
            message = f"Câu kết gọi văn bản là “{kind}”, trong khi tên loại là “{reading.kind}”; sửa lại câu kết."
            yield Remark(
                "word.closing", found.start("kind"), found.end("kind"), message, f"Viết “Trên đây là {reading.kind}”."
            )
        elif kind == reading.kind:
            yield from _of_another(reading, found)


def _of_another(reading: Reading, found: re.Match[str]) -> Iterator[Remark]:
    """A closing line that carries out another document than the subject does."""
    subject = [one.number for one in reading.mentions if one.number and one.span.start < reading.head]
    closing = [one for one in reading.mentions if one.number and found.start("rest") <= one.span.start < found.end()]
    if subject and closing and not {one.number for one in closing} & set(subject):
        first = closing[0]
        end = reading.text.index(first.number[:3], first.span.start) + len(first.number)
        message = (
            f"Câu kết nêu {kind_and_number(reading, first.span.start, first.number)}, trích yếu nêu số {subject[0]};"
            " hai nơi phải nêu cùng một văn bản."
        )
        yield Remark("word.closing", found.start("kind"), end, message, "Sửa câu kết theo đúng trích yếu.")


def kind_and_number(reading: Reading, start: int, number: str) -> str:
    kind = re.match(r"[^\W\d_]+(?: [^\W\d_]+)?(?= số)", reading.text[start : start + 40])
    return f"{kind[0] if kind else 'văn bản'} số {number}"


def _others(reading: Reading) -> Iterator[Remark]:
    """“Kế hoạch này” in what is none and brings none, and names none before it."""
    for found in _THIS.finditer(reading.prose):
        kind, start = found["kind"], found.start("kind")
        near = reading.text[max(0, start - _REACH) : start]
        if kind in reading.kinds or re.search(rf"\b{kind}\b", near, re.IGNORECASE):
            continue
        message = f"Văn bản là {reading.kind} nhưng gọi “{kind} này”; có thể còn sót từ văn bản khác."
        yield Remark("word.closing", start, found.end(), message, f"Viết “{reading.kind} này”.")


def _small(reading: Reading) -> Iterator[Remark]:
    """“kế hoạch này”, where the document itself is meant."""
    if reading.kind in _NOT_ONES_OWN:
        return
    for found in re.finditer(rf"(?<!\w){reading.kind.lower()} này(?!\w)", reading.prose):
        message = f"“{found[0]}” chỉ chính văn bản này; tên loại của một văn bản cụ thể viết hoa chữ cái đầu."
        action = f"Viết “{reading.kind} này”."
        yield Remark("word.capital", found.start(), found.end(), message, action, "info", DECREE)


def _verbs(reading: Reading) -> Iterator[Remark]:
    """Capitals behind “về việc”, once for all."""
    found = list(_ABOUT.finditer(reading.prose))
    if found:
        verb = found[0]["verb"]
        count = f"{len(found)} chỗ viết hoa sau “về việc”, “về” (như “{verb}”)"
        said = count if len(found) > 1 else f"“{verb}” viết hoa sau “về việc”, “về”"
        message = f"{said}; giữa câu chỉ viết hoa tên riêng."
        yield Remark("word.capital", found[0].start("verb"), found[0].end(), message, f"Viết “{verb.lower()}”.", "info")

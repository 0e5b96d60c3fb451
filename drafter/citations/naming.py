"""How a single reference is written: kind and symbol, blanks, laws with numbers, a day that is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.citations.draft import Citation, Draft
from drafter.citations.rules import Fault
from drafter.document import Span
from drafter.nlp.folding import fold
from drafter.nlp.kinds import KINDS, kind_name, kind_named
from drafter.nlp.references import bare_number
from drafter.nlp.titles import KIND
from drafter.nlp.written import day

_KINDS = frozenset(kind.symbol for kind in KINDS)
# A kind right before its number; "Chương trình hành động", "Công điện khẩn" are still that kind.
_LED = re.compile(
    rf"(?P<kind>{KIND})(?:\s+(?:hành\s+động|khẩn|hỏa\s+tốc|kết\s+luận|cá\s+biệt))?\s+(?:[Ss]ố\s*:?\s*)?(?=\d)"
)
_STATE_FORM = re.compile(
    r"^(?P<figure>\d+[a-zđ]?)/(?P<kind>[A-ZĐ][A-Za-zĐđ]{0,3})-(?P<organ>TW|TU|ĐU|HU|BTCTU|VPTW|VPTU)$"
)
_PARTY_FORM = re.compile(r"^(?P<figure>\d+[a-zđ]?)-(?P<kind>[A-ZĐ][A-Za-zĐđ]{0,3})/(?P<organ>UBND|HĐND|CP|TTg)$")
_SYMBOL_KIND = re.compile(
    r"^\d+[a-zđ]?(?:\.\d+)?(?:/\d{4}/|/|-)(?P<kind>[A-ZĐ][A-Za-zĐđ]*)(?P<joint>[-/])(?P<organ>\S+)$"
)
_ORGANS = re.compile(
    r"(?:UBND|HĐND|UBMTTQ|CP|TTg|CTN|TW|TU|ĐU|HU|VP\w*|BTC\w*|UBKT\w*|B[A-ZĐ]\w*|S[A-ZĐ]\w*|NHNN|T[AK]\w*)(?:-|/|$)"
)
"""What surely names an office behind the kind; 5529/CT-CS is a letter of Cục Thuế."""
_SAME = {
    frozenset(pair)
    for pair in (("QĐ", "QyĐ"), ("TT", "TTLT"), ("TT", "TTLB"), ("NQ", "NQLT"), ("QC", "QĐ"), ("QC", "QyĐ"))
}
"""Kinds of one symbol: Quyết định and Quy định in the Party, joint circulars called circulars."""
_COMMON = frozenset({"DA", "ĐA", "PA", "CTr", "HĐ", "QC", "QyĐ"})
"""Kinds whose names, in small letters, are common words: "Quyết định phê duyệt dự án số …"."""
_AMENDED = re.compile(r"sửa\s+đổi|bổ\s+sung|thay\s+thế|hợp\s+nhất|đính\s+chính|bãi\s+bỏ", re.IGNORECASE)


def naming(draft: Draft) -> Iterator[Fault]:
    """What is wrong with a reference taken by itself."""
    kinds_by_figure = _named(draft)
    laws: set[str] = set()
    for citation in draft.citations:
        if citation.number and not citation.reference.is_short:
            yield from _kind(draft, citation, kinds_by_figure)
            yield from _form(citation)
            yield from _blank(draft, citation)
            if citation.number not in laws and (fault := _law(draft, citation)):
                laws.add(citation.number)
                yield fault
        yield from _future(draft, citation)


def printed_kind(draft: Draft, citation: Citation) -> str:
    """The symbol of the kind that is printed right before the number; "" for none."""
    found = _LED.match(fold(citation.span.of(draft.text)).text)
    named = kind_named(" ".join(found["kind"].split())) if found else None
    if named is None or (found and found["kind"][0].islower() and named.symbol in _COMMON):
        return ""
    return named.symbol


def symbol_kind(number: str) -> str:
    """The kind that a number's symbol surely tells; "" for none."""
    found = _SYMBOL_KIND.match(number)
    if not found or found["kind"] not in _KINDS or not _ORGANS.match(found["organ"]):
        return ""
    return found["kind"]


def is_misnamed(draft: Draft, citation: Citation) -> bool:
    """Whether the printed kind is another than the symbol's."""
    printed, told = printed_kind(draft, citation), symbol_kind(citation.number)
    if not (printed and told) or printed == told or frozenset((printed, told)) in _SAME:
        return False
    # Until Thông tư 01/2011/TT-BNV a Tờ trình had the symbol TT.
    return not ((printed, told) == ("TTr", "TT") and "" < citation.mention.date < "2011-03")


def _named(draft: Draft) -> dict[tuple[str, str, str], str]:
    """The numbers that fit their kinds, by kind, figure and organ."""
    found = {}
    for citation in draft.citations:
        symbol = _SYMBOL_KIND.match(citation.number)
        if symbol and printed_kind(draft, citation) == symbol["kind"]:
            found[symbol["kind"], _figure(citation.number), symbol["organ"]] = citation.number
    return found


def _kind(draft: Draft, citation: Citation, named: dict[tuple[str, str, str], str]) -> Iterator[Fault]:
    if not is_misnamed(draft, citation):
        return
    printed, told = printed_kind(draft, citation), symbol_kind(citation.number)
    symbol = _SYMBOL_KIND.match(citation.number)
    other = named.get((printed, _figure(citation.number), symbol["organ"] if symbol else ""))
    name = kind_name(printed)
    message = f"“{name} số {citation.number}”: “{told}” là ký hiệu của {kind_name(told)}, không phải của {name}."
    if other:
        suggestion = f"Chỗ khác trong dự thảo ghi {other}; hãy đối chiếu văn bản gốc rồi ghi thống nhất một ký hiệu."
    else:
        suggestion = "Hãy đối chiếu văn bản gốc rồi sửa tên loại hoặc ký hiệu."
    yield Fault("cite.kind", citation.span, message, suggestion)


def _form(citation: Citation) -> Iterator[Fault]:
    """A number of the Party in the form of the state's, or the other way round."""
    number = citation.number
    if found := _STATE_FORM.match(number):
        right = f"{found['figure']}-{found['kind']}/{found['organ']}"
        what = "viết theo cách của cơ quan nhà nước; số, ký hiệu văn bản của Đảng"
    elif found := _PARTY_FORM.match(number):
        right = f"{found['figure']}/{found['kind']}-{found['organ']}"
        what = "viết theo cách của văn bản Đảng; số, ký hiệu văn bản của cơ quan nhà nước"
    else:
        return
    message = f"Số, ký hiệu “{number}” {what} có dạng {right}."
    yield Fault("cite.symbol", citation.span, message, f"Hãy đối chiếu văn bản gốc, sửa thành {right}.")


def _blank(draft: Draft, citation: Citation) -> Iterator[Fault]:
    """A blank within a number; a line that wraps in a PDF or scan is none."""
    raw = number_span(draft, citation)
    words = raw.of(draft.text) if raw else ""
    if draft.document.origin in ("pdf", "scan") or "\n" in words or not re.search(r"\s", words):
        return
    assert raw
    message = f"Số, ký hiệu “{words}” có khoảng trắng ở giữa."
    yield Fault("cite.blank", raw, message, f"Hãy viết liền: {citation.number}.")


def number_span(draft: Draft, citation: Citation) -> Span | None:
    """Where the number of a reference stands, with the blanks in it; None where only its figure does."""
    pattern = r"\s*".join("[-–‐‑]" if letter == "-" else re.escape(letter) for letter in citation.mention.number)
    found = re.compile(pattern).search(draft.text, citation.span.start, citation.span.end) if pattern else None
    return Span(*found.span()) if found else None


def _law(draft: Draft, citation: Citation) -> Fault | None:
    """A law with a name of its own and a number; one that is amended keeps it."""
    title = citation.mention.title
    if citation.mention.kind not in ("L", "BL", "PL") or not title or not citation.is_running:
        return None
    if _AMENDED.match(title.of(draft.text)):
        return None  # it has no other name
    if _AMENDED.search(citation.before) or _AMENDED.search(citation.behind):
        return None
    name = kind_name(citation.mention.kind)
    message = f"Viện dẫn {name.lower()} ghi cả số {citation.number}."
    return Fault("cite.law", citation.span, message, "Luật, pháp lệnh chỉ ghi tên loại và tên, hãy bỏ số, ký hiệu.")


def _future(draft: Draft, citation: Citation) -> Iterator[Fault]:
    own, date = draft.about.date, citation.mention.date
    if len(own) == 10 == len(date) and date > own:
        message = f"{citation.name} ghi ngày {day(date)}, sau ngày của dự thảo ({day(own)})."
        yield Fault("cite.future", citation.span, message, "Hãy đối chiếu lại ngày của văn bản được viện dẫn.")


def _figure(number: str) -> str:
    return re.split(r"[/-]", bare_number(number))[0]

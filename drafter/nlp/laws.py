"""Laws, codes, ordinances, the constitution and resolutions of Party congresses, which texts call by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from drafter.document import Span
from drafter.nlp.folding import settled
from drafter.nlp.kinds import kind_named

_CAPITAL = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.isalpha())
_SHORTENED = {
    "Hội đồng nhân dân": "HĐND",
    "Ủy ban nhân dân": "UBND",
    "chính quyền địa phương": "CQĐP",
    "văn bản quy phạm pháp luật": "VBQPPL",
    "vi phạm hành chính": "VPHC",
    "bảo hiểm xã hội": "BHXH",
    "bảo hiểm y tế": "BHYT",
    "bảo vệ môi trường": "BVMT",
    "tham nhũng": "TN",
    "tổ chức tín dụng": "TCTD",
    "mặt trận Tổ quốc": "MTTQ",
}
"""Words of names that texts shorten."""

_NO_COMPOUND = "".join(rf"(?<!{word}\s)" for word in ("[Pp]háp", "[Kk]ỷ", "[Kk]ỉ", "[Qq]uy", "[Đđ]ịnh", "[Đđ]iều"))
"""Not "pháp luật đất đai", "kỷ luật cán bộ, công chức"."""
_LONGER = re.compile(
    settled(
        r"(?:\s+(?!được|có|và|quy|về|từ|trong|tại|theo|đến|của|ban|sửa|đã|hiện|do|cho|thì|là|này|khi|trước|sau|vào|thông|với"
        r"|để|nhằm|hay|hoặc|các|ký|nêu|trên|số|ngày|năm)[^\W\d_]+){1,4}(?=\s+(?:ngày|năm)\s+\d)"
    )
)
"""More words of a name up to a date: "Luật Doanh nghiệp nhà nước ngày …" is not Luật Doanh nghiệp."""


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law called by its name."""

    span: Span
    """From "Luật" to the end of the name."""
    kind: str
    name: Span | None
    """What stands behind "Luật"; None for the constitution."""
    dated: bool = True
    """Whether a date behind it is its own: that behind the last of the laws that a law amends is the amending law's."""


def named_laws(text: str) -> Iterator[NamedLaw]:
    """The laws in a folded text, in its order; one that amends before those that it amends."""
    plain = settled(text)
    at = amended = 0
    while found := _pattern().search(plain, at):
        part = next((name for name in ("amending", "known", "small", "other", "congress") if found[name]), "")
        kind = kind_named(found["kind"] or found["small_kind"] or ("Nghị quyết" if part == "congress" else "Hiến pháp"))
        end = found.end()
        if part in ("known", "small") and (longer := _LONGER.match(plain, end)):
            end = longer.end()
        name = Span(found.start(part), end) if part and part != "congress" else None
        yield NamedLaw(Span(found.start(), end), kind.symbol if kind else "L", name, dated=end != amended)
        if part == "amending":
            at, amended = found.start(part), end
        else:
            at = end


@cache
def _pattern() -> re.Pattern[str]:
    """Laws by the list of their names, others by a capital and what follows up to a break."""
    listed = resources.files("drafter.nlp").joinpath("laws.txt").read_text(encoding="utf-8").splitlines()
    names = {re.sub(r"^(?:Luật|Bộ luật|Pháp lệnh) ", "", line) for line in listed if line}
    names |= {_shortened(name) for name in names}
    known = "|".join(re.escape(settled(name)).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    law = rf"(?:[Bb]ộ\s+)?[Ll]uật\s+(?i:{known})(?!\w)"
    pattern = rf"""\b(?P<constitution>Hiến\s+pháp(?:\s+nước\s+Cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam
            |(?=\s+(?:năm|ngày)\s+\d)))(?!\w)
        | \b(?P<kind>Luật|Bộ\s+[Ll]uật|Pháp\s+lệnh)\s+(?:
            (?P<amending>[Ss]ửa\s+đổi,\s+bổ\s+sung\s+(?:một\s+số\s+điều\s+)?(?:của\s+)?(?:các\s+)?{law}
                (?:(?:,|\s+và|,\s+và)\s+{law})*)
          | (?P<known>(?i:{known}))(?!\w)
          | (?P<other>[{_CAPITAL}]\w+(?:\s+[^\W\d_]\w*){{1,9}}?)
            (?=\s+(?:số\s+\d|ngày\s+\d|năm\s+\d|được|quy\s+định|có|và|hiện\s+hành)\b|[;.,:()“”]|\s*\n|$)
        )
        | {_NO_COMPOUND}\b(?P<small_kind>luật|bộ\s+luật|pháp\s+lệnh)\s+(?P<small>(?i:{known}))(?!\w)
        | \b(?P<congress>Nghị\s+quyết\s+Đại\s+hội(?:\s+đại\s+biểu)?
            \s+(?:toàn\s+quốc|Đảng\s+bộ|Đảng|lần\s+thứ|[XIV]+\b)
            (?:\s+(?:của\s+)?(?:Đảng(?:\s+bộ)?|lần\s+thứ|[XIV]+\b|tỉnh|thành\s+phố|xã|phường|[{_CAPITAL}]\w*))*
            (?:,?\s+nhiệm\s+kỳ\s+\d{{4}}\s?[-–]\s?\d{{4}})?)"""
    return re.compile(settled(pattern), re.VERBOSE)


def _shortened(name: str) -> str:
    for words, letters in _SHORTENED.items():
        name = re.sub(words, letters, name, flags=re.IGNORECASE)
    return name

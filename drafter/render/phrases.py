"""The words in which every view says the same things: rules, severities, shares, sources, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import floor

from drafter.layout.rules import RULES as LAYOUT
from drafter.nlp.kinds import family_of_number, kind_name, kind_of_number
from drafter.nlp.written import figure
from drafter.report import About, Finding, Severity, Shares, Source

SEVERITIES: dict[Severity, str] = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Gợi ý"}
SHARES = ("chép không dẫn nguồn", "có dẫn nguồn", "mẫu câu chung", "của đơn vị")
"""In the order of `Shares`."""

_RULES = {
    "reuse.verbatim": "Chép nguyên văn",
    "reuse.edited": "Chép có sửa",
    "reuse.paraphrased": "Viết lại",
    "reuse.repeated": "Lặp lại trong văn bản",
    "task.lead": "Chưa có đơn vị chủ trì",
    "task.leads": "Nhiều đơn vị cùng chủ trì",
    "task.deadline": "Chưa có thời hạn",
    "task.vague": "Thời hạn chưa rõ",
    "task.output": "Chưa rõ sản phẩm",
    "need.own": "Ít nội dung riêng",
    "need.covered": "Đã có văn bản khác",
    "overlap.regulation": "Trùng với quy định",
    "overlap.issued": "Trùng văn bản đã ban hành",
    "cite.kind": "Viện dẫn: tên loại khác ký hiệu",
    "cite.symbol": "Viện dẫn: số, ký hiệu không thống nhất",
    "cite.blank": "Viện dẫn: khoảng trắng trong số, ký hiệu",
    "cite.date": "Viện dẫn: ngày không thống nhất",
    "cite.title": "Viện dẫn: trích yếu không thống nhất",
    "cite.future": "Viện dẫn: ngày sau ngày của dự thảo",
    "cite.law": "Viện dẫn: luật ghi cả số",
    "cite.introduction": "Viện dẫn lần đầu chưa đủ",
    "cite.repetition": "Viện dẫn lại ghi đầy đủ",
    "cite.base": "Căn cứ còn thiếu",
    "cite.authority": "Cơ quan không còn",
    "cite.mismatch": "Viện dẫn: khác văn bản trong kho",
    "cite.force": "Viện dẫn: văn bản không còn nguyên hiệu lực",
    "cite.provision": "Viện dẫn: điều, khoản, phụ lục không có",
    "word.misspelled": "Viết nhầm chữ",
    "word.doubled": "Lặp từ",
    "word.unit": "Con số thiếu đơn vị",
    "word.leftover": "Còn sót của văn bản khác",
    "word.year": "Năm không khớp",
    "word.abbreviation": "Chữ viết tắt",
    "word.closing": "Câu kết khác trích yếu",
    "word.capital": "Viết hoa",
    "word.comma": "Dấu phẩy",
    "word.paragraph": "Ngắt đoạn, dấu cuối đoạn",
    "word.dash": "Dấu nối",
    "word.spacing": "Dấu cách",
    "word.tones": "Vị trí dấu thanh",
}
_AREAS = {
    "reuse": "Sao chép",
    "overlap": "Chồng chéo",
    "nd30": "Thể thức",
    "hd05": "Thể thức",
    "cite": "Viện dẫn",
    "task": "Giao việc",
    "word": "Câu chữ",
    "need": "Sự cần thiết",
}
_COPYING = frozenset({"reuse.verbatim", "reuse.edited", "reuse.paraphrased"})


@dataclass(frozen=True, slots=True)
class Band:
    """How much of a passage stands in its source, in the steps that Vietnamese offices know by colour."""

    name: str
    words: str
    least: float
    """The lowest likeness of the band, from 0 to 1."""


BANDS = (
    Band("red", "từ 90%", 0.9),
    Band("orange", "70–90%", 0.7),
    Band("yellow", "50–70%", 0.5),
    Band("white", "dưới 50%", 0.0),
)


def band(likeness: float) -> Band:
    """The band of a likeness from 0 to 1."""
    return next(band for band in BANDS if likeness >= band.least)


def likeness_words(likeness: float) -> str:
    """A likeness from 0 to 1 as shown: "giống nguồn 85%", 100% only where no word of the passage differs."""
    return f"giống nguồn {floor(likeness * 100)}%"


def rule_words(rule: str) -> str:
    """The rule in words; the name of its area for a rule without a name of its own."""
    if rule in LAYOUT:
        return f"{area(rule)}: {LAYOUT[rule].about}"
    return _RULES.get(rule) or area(rule)


def area(rule: str) -> str:
    """What the rule looks after: "Sao chép", "Thể thức" …"""
    return _AREAS.get(rule.partition(".")[0], "Khác")


def is_copied(finding: Finding) -> bool:
    """Whether the finding is a passage taken over without need; what is only noted (`info`) is none."""
    return finding.rule in _COPYING and finding.severity != "info"


def is_laid_beside(finding: Finding) -> bool:
    """Whether the passage and its source say the same, so that their words are compared; of an overlap only the subject
    is the same."""
    return finding.source is not None and not finding.rule.startswith("overlap.")


def suggestion_label(finding: Finding) -> str:
    """What stands before the suggestion: "Nên viết" before words for the place of the passage."""
    return "Nên viết" if is_laid_beside(finding) else "Nên làm"


def apportioned(shares: Shares, total: int) -> tuple[int, ...]:
    """`total` divided as the four shares are, in whole parts that add up to it (the largest remainders go up)."""
    exact = [share * total for share in astuple(shares)]
    whole = [floor(share + 1e-9) for share in exact]
    by_rest = sorted(range(len(exact)), key=lambda index: whole[index] - exact[index])
    for index in by_rest[: max(total - sum(whole), 0)]:
        whole[index] += 1
    return tuple(whole)


def share_words(shares: Shares, index: int) -> str:
    """One of the four shares: "31%", or "dưới 1%" where there is something, but little."""
    whole = apportioned(shares, 100)[index]
    return "dưới 1%" if whole == 0 and astuple(shares)[index] > 0 else f"{whole}%"


def count_words(findings: Sequence[Finding]) -> str:
    """How many of each severity: "Lỗi 2 · Cảnh báo 7 · Gợi ý 3"."""
    counts = {level: sum(finding.severity == level for finding in findings) for level in SEVERITIES}
    return " · ".join(f"{SEVERITIES[level]} {figure(count)}" for level, count in counts.items())


def area_words(findings: Sequence[Finding]) -> str:
    """How many of each matter: "Sao chép 3 · Viện dẫn 13 · Câu chữ 14"; "" where they are of one, or of none."""
    counts = Counter(area(finding.rule) for finding in findings)
    told = (f"{name} {figure(counts[name])}" for name in dict.fromkeys(_AREAS.values()) if counts[name])
    return " · ".join(told) if len(counts) > 1 else ""


def date_words(date: str) -> str:
    """An ISO date as offices write it, 05/8/2026 and 09/01/2026; what is no full date stays as it is."""
    year, month, day = (*date.split("-"), "", "")[:3]
    if not (year and day and month.isdecimal()):
        return date
    # Phụ lục I Nghị định 30/2020/NĐ-CP, phần II mục I.4: a zero before days under 10 and months 1 and 2.
    return f"{day}/{month if int(month) <= 2 else int(month)}/{year}"


def document_name(about: About) -> str:
    """What the document says it is: "Kế hoạch số 64/KH-UBND ngày 05/8/2026"; "" where nothing is known."""
    kind = kind_name(about.kind, "party" if about.regime == "hd05" else None)
    number = f"số {'…' if about.number.startswith(('/', '-')) else ''}{about.number}" if about.number else ""
    date = f"ngày {date_words(about.date)}" if about.date else ""
    return _capital(" ".join(filter(None, (kind, number, date))))


def source_name(source: Source) -> str:
    """The shortest name that finds the source: kind and number, otherwise its title or the file's name."""
    if not source.number:
        return source.title or source.name
    return numbered(source.number)


def numbered(number: str) -> str:
    """A document's number with its kind in front, "Kết luận số 226-KL/TW"; what is no number stays as it is."""
    family = family_of_number(number)
    return f"{kind_name(kind_of_number(number), family) or 'Văn bản'} số {number}" if family else number


def source_words(source: Source) -> str:
    """The source as a line: "Kết luận số 226-KL/TW, Ban Bí thư, 11/12/2025, mục 2"."""
    said = (source_name(source), source.issuer, date_words(source.date), source.locator)
    return ", ".join(filter(None, said)) + (f" (trang {source.page})" if source.page else "")


def page_words(source: Source) -> str:
    """The page that is shown beside a passage: "trang 3 của bản quét"; "" where there is no picture of it."""
    return f"trang {source.page} của bản quét" if source.picture else ""


def also_words(source: Source) -> str:
    """The other documents that hold the passage, in one line; "" where there is none."""
    return "; ".join(
        numbered(also.number) if also.number else f"văn bản thứ {also.id} trong kho" for also in source.also
    )


def limits_words(stored: int | None) -> str:
    """What the result does not say; `stored` is how many documents the draft was compared with."""
    basis = "Kết quả dựa trên các văn bản trong kho" if stored is None else _stored_words(stored)
    return f"{basis}; không tìm thấy không có nghĩa là không chép, tỷ lệ không thay cho việc đọc từng đoạn."


def _stored_words(stored: int) -> str:
    return f"Kết quả dựa trên {figure(stored)} văn bản trong kho" if stored else "Kho chưa có văn bản nào để so"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

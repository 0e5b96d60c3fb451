"""Names of offices as a letterhead prints them, and what is abbreviated from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.nlp.folding import key
from drafter.templates.measure import width

# "ỦY BAN NHÂN DÂN" and the unit's name stand on two lines, however short they are.
_COUNCIL = re.compile(r"((?:[ỦU][YỶ] BAN|HỘI ĐỒNG) NHÂN DÂN) (?=(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\b)")
_CODES = (
    ("uy ban nhân dân", "UBND"),
    ("ubnd", "UBND"),
    ("hôi đông nhân dân", "HĐND"),
    ("hđnd", "HĐND"),
    ("đang uy", "ĐU"),
    ("chi bô", "CB"),
    ("tinh uy", "TU"),
    ("thanh uy", "TU"),
    ("văn phong", "VP"),
)
_OF_INITIALS = re.compile(r"(?:(?P<kept>Sở|Bộ|Ban|Trung tâm) |Phòng )(?P<field>.+?)(?= (?:xã|phường|đặc khu|tỉnh)\b|$)")
_SMALL = ("và", "-", "–", ",")


def lines_of(name: str, room: float, size: float, bold: bool) -> list[str]:
    """A name in capitals on as few lines as fit into `room` (mm), about equally long."""
    whole = name.upper()
    parts = _COUNCIL.sub(r"\1\n", whole).split("\n")
    return [line for part in parts for line in _balanced(part.split(), room, size, bold)]


def _balanced(words: Sequence[str], room: float, size: float, bold: bool) -> list[str]:
    """The words on the fewest lines that fit, the longest of them as short as can be; a word is never divided."""
    whole = " ".join(words)
    if width(whole, size, bold) <= room or len(words) < 2:
        return [whole]
    ends = range(1, len(words))
    both = [(" ".join(words[:end]), " ".join(words[end:])) for end in ends]
    best = min(both, key=lambda pair: max(width(line, size, bold) for line in pair))
    if all(width(line, size, bold) <= room for line in best):
        return list(best)
    fitting = [end for end in ends if width(" ".join(words[:end]), size, bold) <= room] or [1]
    rest = _balanced(words[fitting[-1] :], room, size, bold)
    return [" ".join(words[: fitting[-1]]), *rest]


def code_of(name: str) -> str:
    """The abbreviation for symbols: UBND, ĐU, SNV, VHXH; "" for an office that sets its own."""
    for begins, code in _CODES:
        if key(name).startswith(begins):
            return code
    found = _OF_INITIALS.match(name)
    if not found:
        return ""
    words = f"{found['kept'] or ''} {found['field']}".split()
    return "".join(word[0].upper() for word in words if word not in _SMALL)


def archive_of(organ: str) -> str:
    """Where an office of the Party keeps its documents; "" for one of which that is not known."""
    for office in ("Đảng ủy", "Tỉnh ủy", "Thành ủy"):
        if key(organ).startswith(key(office)):
            return f"Văn phòng {office}"
    return "Chi bộ" if key(organ).startswith(key("Chi bộ")) else ""

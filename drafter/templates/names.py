"""Names of offices as a letterhead prints them, and what is abbreviated from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.nlp.folding import key, toneless
from drafter.nlp.widths import width

# "ỦY BAN NHÂN DÂN" and the unit's name stand on two lines, however short they are.
_COUNCIL = re.compile(r"((?:[ỦU][YỶ] BAN|HỘI ĐỒNG) NHÂN DÂN) (?=(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\b)")
_CODES = (
    ("uy ban nhân dân", "UBND"),
    ("ubnd", "UBND"),
    ("hôi đông nhân dân", "HĐND"),
    ("hđnd", "HĐND"),
    ("đang uy", "ĐU"),
    ("ban thương vu đang uy", "ĐU"),
    ("ban châp hanh đang bô", "ĐU"),
    ("chi bô", "CB"),
    ("tinh uy", "TU"),
    ("thanh uy", "TU"),
    ("văn phong", "VP"),
)
_OF_INITIALS = re.compile(r"(?:(?P<kept>Sở|Bộ) |Phòng )(?P<field>.+?)(?= (?:xã|phường|đặc khu|tỉnh)\b|$)")
_WHOLE = re.compile(
    r"\b(THÀNH|ĐẶC|[ỦU][YỶ]|NHÂN|ĐẢNG|HỘI|TRUNG|PHỤC|HÀNH|VĂN|KINH|NÔNG|THƯỜNG|CHẤP) "
    r"(?=(?:PHỐ|KHU|BAN|DÂN|[ỦU][YỶ]|BỘ|ĐỒNG|TÂM|VỤ|CHÍNH|PHÒNG|HÓA|TẾ|NGHIỆP)\b)"
)
"""Words of two syllables that no line divides."""
_UNIT = re.compile(r"(?:XÃ|PHƯỜNG|ĐẶC\sKHU|TỈNH|THÀNH\sPHỐ)\b")
"""What the second of two lines best begins with."""
_SMALL = ("và", "-", "–", ",")


def lines_of(name: str, room: float, size: float, bold: bool) -> list[str]:
    """A name in capitals on as few lines as fit into `room` (mm), about equally long."""
    parts = _COUNCIL.sub(r"\1\n", name.upper()).split("\n")
    return [line for part in parts for line in _divided(part, room, size, bold)]


def _divided(name: str, room: float, size: float, bold: bool) -> list[str]:
    """Words of two syllables are kept whole unless that costs a line."""
    whole = _balanced(_WHOLE.sub("\\1\u00a0", name).split(" "), room, size, bold)
    kept = [line.replace("\u00a0", " ") for line in whole]
    return min(kept, _balanced(name.split(), room, size, bold), key=len)


def _balanced(words: Sequence[str], room: float, size: float, bold: bool) -> list[str]:
    """The words on the fewest lines that fit; two of them divided before a unit, else into about equal ones."""
    whole = " ".join(words)
    if width(whole, size, bold) <= room or len(words) < 2:
        return [whole]
    ends = range(1, len(words))
    both: list[tuple[str, str]] = [(" ".join(words[:end]), " ".join(words[end:])) for end in ends]
    fit = [pair for pair in both if max(width(line, size, bold) for line in pair) <= room]
    if fit:
        best = min(fit, key=lambda pair: _unevenness(pair, size, bold))
        return list(best)
    fitting = [end for end in ends if width(" ".join(words[:end]), size, bold) <= room] or [1]
    rest = _balanced(words[fitting[-1] :], room, size, bold)
    return [" ".join(words[: fitting[-1]]), *rest]


def _unevenness(pair: tuple[str, str], size: float, bold: bool) -> tuple[bool, float]:
    return not _UNIT.match(pair[1]), max(width(line, size, bold) for line in pair)


def code_of(name: str) -> str:
    """The abbreviation for symbols: UBND, ĐU, SNV, VHXH; "" for an office that sets its own."""
    for begins, code in _CODES:
        if key(name).startswith(begins):
            return code
    found = _OF_INITIALS.match(name)
    if not found:
        return ""
    words = f"{found['kept'] or ''} {found['field']}".split()
    return "".join(toneless(word[0]).upper() for word in words if word not in _SMALL)


def archive_of(organ: str) -> str:
    """Where an office of the Party keeps its documents; "" for one of which that is not known."""
    for office in ("Đảng ủy", "Tỉnh ủy", "Thành ủy"):
        if key(organ).startswith(key(office)):
            return f"Văn phòng {office}"
    return "Chi bộ" if key(organ).startswith(key("Chi bộ")) else ""

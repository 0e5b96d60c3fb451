"""Abbreviations of administrative language and what they stand for.

Only those with one reading in official documents; "QĐ" or "KH" inside a symbol are read by the grammar of numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

COMMON: Mapping[str, str] = {
    "ANCT": "an ninh chính trị",
    "ANQP": "an ninh quốc phòng",
    "ANTT": "an ninh trật tự",
    "ATGT": "an toàn giao thông",
    "ATTP": "an toàn thực phẩm",
    "ATVSTP": "an toàn vệ sinh thực phẩm",
    "BCĐ": "ban chỉ đạo",
    "BCH": "ban chấp hành",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "BTV": "ban thường vụ",
    "BVMT": "bảo vệ môi trường",
    "CBCC": "cán bộ công chức",
    "CBCCVC": "cán bộ công chức viên chức",
    "CCHC": "cải cách hành chính",
    "CCVC": "công chức viên chức",
    "CĐS": "chuyển đổi số",
    "CNH": "công nghiệp hóa",
    "CNTT": "công nghệ thông tin",
    "CNXH": "chủ nghĩa xã hội",
    "CSDL": "cơ sở dữ liệu",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "ĐMST": "đổi mới sáng tạo",
    "ĐVHC": "đơn vị hành chính",
    "GD&ĐT": "giáo dục và đào tạo",
    "GDĐT": "giáo dục đào tạo",
    "GPMB": "giải phóng mặt bằng",
    "GTVT": "giao thông vận tải",
    "HĐH": "hiện đại hóa",
    "HĐND": "hội đồng nhân dân",
    "HTX": "hợp tác xã",
    "KH&CN": "khoa học và công nghệ",
    "KHCN": "khoa học công nghệ",
    "KTXH": "kinh tế xã hội",
    "LĐTBXH": "lao động thương binh xã hội",
    "MTQG": "mục tiêu quốc gia",
    "MTTQ": "mặt trận tổ quốc",
    "NNMT": "nông nghiệp môi trường",
    "NSĐP": "ngân sách địa phương",
    "NSNN": "ngân sách nhà nước",
    "NSTW": "ngân sách trung ương",
    "NTM": "nông thôn mới",
    "PBGDPL": "phổ biến giáo dục pháp luật",
    "PCCC": "phòng cháy chữa cháy",
    "PCTN": "phòng chống tham nhũng",
    "PCTT": "phòng chống thiên tai",
    "QLNN": "quản lý nhà nước",
    "QPAN": "quốc phòng an ninh",
    "QPPL": "quy phạm pháp luật",
    "SXKD": "sản xuất kinh doanh",
    "TDTT": "thể dục thể thao",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TKCN": "tìm kiếm cứu nạn",
    "TNHH": "trách nhiệm hữu hạn",
    "TNMT": "tài nguyên môi trường",
    "TTATXH": "trật tự an toàn xã hội",
    "TTĐT": "thông tin điện tử",
    "TTHC": "thủ tục hành chính",
    "TTTT": "thông tin truyền thông",
    "TW": "trung ương",
    "UBKT": "ủy ban kiểm tra",
    "UBMTTQ": "ủy ban mặt trận tổ quốc",
    "UBMTTQVN": "ủy ban mặt trận tổ quốc việt nam",
    "UBND": "ủy ban nhân dân",
    "UBTVQH": "ủy ban thường vụ quốc hội",
    "VBQPPL": "văn bản quy phạm pháp luật",
    "VHTT": "văn hóa thông tin",
    "VHTTDL": "văn hóa thể thao du lịch",
    "VPCP": "văn phòng chính phủ",
    "VPHC": "vi phạm hành chính",
    "VSATTP": "vệ sinh an toàn thực phẩm",
    "XDCB": "xây dựng cơ bản",
    "XHCN": "xã hội chủ nghĩa",
}

# "(sau đây gọi tắt là BCĐ)", "(viết tắt là CCHC)", "(CCHC)"
_DEFINITION = re.compile(
    r"\(\s*(?:(?:sau đây\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+là:?\s+)?[“\"]?"
    r"(?P<short>[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹa-zđ&]*[A-ZĐÀ-Ỹ])[”\"]?\s*\)"
)
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")
_LONGEST = 12
_SKIPPED = frozenset({"và", "của", "các", "về", "với", "cho", "trong"})


@lru_cache(maxsize=8)
def defined_in(text: str) -> dict[str, tuple[str, ...]]:
    """The abbreviations that `text` defines in brackets behind the words they stand for, each with those words.

    "cải cách hành chính (CCHC)" defines CCHC; the initials must fit, small linking words may be left out of them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for match in _DEFINITION.finditer(text):
        short = match.group("short")
        if short in COMMON or short in found:
            continue
        before = _WORD.findall(text[max(0, match.start() - 160) : match.start()])
        if words := _words_behind(short, before):
            found[short] = words
    return found


def _words_behind(short: str, before: list[str]) -> tuple[str, ...] | None:
    """The last of the words `before` whose initials are the capitals of `short`."""
    wanted = [_initial(letter) for letter in unicodedata.normalize("NFC", short) if letter.isupper()]
    taken: list[str] = []
    for word in reversed(before[-_LONGEST:]):
        if not wanted:
            break
        taken.append(word)
        if _initial(word) == wanted[-1]:
            wanted.pop()
        elif word.lower() not in _SKIPPED:
            return None
    return tuple(reversed(taken)) if not wanted and len(taken) > 1 else None


def _initial(word: str) -> str:
    """The capital of the first letter without its marks: "án" begins with A, "đổi" with Đ."""
    return unicodedata.normalize("NFD", word)[0].upper()

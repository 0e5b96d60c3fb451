"""The kinds of documents: symbol, name, and who uses them.

State: the 29 kinds of Điều 7 Nghị định 30/2020/NĐ-CP with the symbols of its Phụ lục III, and the three kinds of
copies. Normative: Luật Ban hành văn bản quy phạm pháp luật, with the forms of older laws. Party: Quy định 399-QĐ/TW
and Hướng dẫn 05-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from drafter.nlp.folding import fold, key

Family = Literal["state", "normative", "party"]


@dataclass(frozen=True, slots=True)
class Kind:
    symbol: str
    """As in numbers (KH, QĐ, CTr). The kinds that no number names have one of ours: CV, ThC, L, BL, PL, HP, LCT."""
    name: str
    families: frozenset[Family]


def _kinds(family: Family, table: str) -> tuple[Kind, ...]:
    rows = (line.split(maxsplit=1) for line in table.strip().splitlines())
    return tuple(Kind(symbol, name, frozenset({family})) for symbol, name in rows)


_STATE = _kinds(
    "state",
    """
    NQ  Nghị quyết
    QĐ  Quyết định
    CT  Chỉ thị
    QC  Quy chế
    QyĐ Quy định
    TC  Thông cáo
    TB  Thông báo
    HD  Hướng dẫn
    CTr Chương trình
    KH  Kế hoạch
    PA  Phương án
    ĐA  Đề án
    DA  Dự án
    BC  Báo cáo
    BB  Biên bản
    TTr Tờ trình
    HĐ  Hợp đồng
    CV  Công văn
    CĐ  Công điện
    BGN Bản ghi nhớ
    BTT Bản thỏa thuận
    GUQ Giấy ủy quyền
    GM  Giấy mời
    GGT Giấy giới thiệu
    GNP Giấy nghỉ phép
    PG  Phiếu gửi
    PC  Phiếu chuyển
    PB  Phiếu báo
    ThC Thư công
    SY  Sao y
    TrS Trích sao
    SL  Sao lục
    """,
)
_NORMATIVE = _kinds(
    "normative",
    """
    HP   Hiến pháp
    BL   Bộ luật
    L    Luật
    PL   Pháp lệnh
    LCT  Lệnh
    NQLT Nghị quyết liên tịch
    NQ   Nghị quyết
    NĐ   Nghị định
    QĐ   Quyết định
    TTLT Thông tư liên tịch
    TTLB Thông tư liên bộ
    TT   Thông tư
    CT   Chỉ thị
    VBHN Văn bản hợp nhất
    """,
)
_PARTY = _kinds(
    "party",
    """
    NQ  Nghị quyết
    CT  Chỉ thị
    KL  Kết luận
    QĐ  Quyết định
    QyĐ Quy định
    QC  Quy chế
    TT  Thông tri
    HD  Hướng dẫn
    KH  Kế hoạch
    CTr Chương trình
    TB  Thông báo
    BC  Báo cáo
    TTr Tờ trình
    CV  Công văn
    ĐA  Đề án
    PA  Phương án
    BB  Biên bản
    GM  Giấy mời
    GGT Giấy giới thiệu
    ĐL  Điều lệ
    """,
)


def _merged(*tables: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """One row a pair of symbol and name, with all the families that use it."""
    families: dict[tuple[str, str], frozenset[Family]] = {}
    for kind in (kind for table in tables for kind in table):
        pair = kind.symbol, kind.name
        families[pair] = families.get(pair, frozenset()) | kind.families
    return tuple(Kind(symbol, name, used) for (symbol, name), used in families.items())


KINDS: tuple[Kind, ...] = _merged(_STATE, _NORMATIVE, _PARTY)
_BY_NAME = {key(kind.name): kind for kind in KINDS}

# Symbols of kinds that are also symbols of offices: 5529/CT-CS is a letter of Cục Thuế, 12/CT-TTg a Chỉ thị.
_ALSO_OFFICES = frozenset({"CT", "TC", "PC", "BC", "TT", "HĐ"})
_OFFICE = re.compile(
    r"(?:UBND|UB|HĐND|TTg|TTG|CP|TW|TU|ĐU|HU|QU|VP\w*|NHNN|TAND\w*|VKS\w*|KTNN|TTCP|B[A-ZĐ]{1,7}|CTN)\b"
)

_ASSEMBLY = re.compile(r"(?P<figure>\d*)/\d{4}/(?:(?P<kind>NQLT|NQ|PL|L)-)?(?P<organ>UBTVQH|QH)\d*$")
_STATE_NUMBER = re.compile(
    r"(?:\d+[a-zđ]?(?:\.\d+)?)?/(?:\d{4}/)?(?P<kind>[A-ZĐ][A-ZĐa-zđ]*)(?:(?P<joint>[-/])(?P<organ>\S+))?$"
)
_PARTY_NUMBER = re.compile(r"(?:\d+[a-zđ]?)?-(?P<kind>[A-ZĐ][A-ZĐa-zđ]*)/(?P<organ>\S+)$")


def kind_named(name: str) -> Kind | None:
    """The kind with this Vietnamese name, in whatever case and tone mark placement; None for no kind."""
    return _BY_NAME.get(key(name))


def kind_name(symbol: str, family: Family | None = None) -> str:
    """The name of the kind with this symbol, "" for no kind. TT is Thông tư, in the Party Thông tri."""
    fitting = [kind for kind in KINDS if kind.symbol == symbol]
    preferred = [kind for kind in fitting if family in kind.families]
    return next((kind.name for kind in (*preferred, *fitting)), "")


def kind_of_number(number: str, name: str = "") -> str:
    """The symbol of the kind that `number` tells, "" for none; `name` is the kind printed on the document.

    A printed name decides where the number leaves it open: 72/2025/QH15 is a law unless "Nghị quyết" is printed,
    125-QĐ/TW a decision or, printed so, a Quy định.
    """
    number = re.sub(r"\s+", "", fold(number).text).replace("–", "-")
    printed = kind_named(name)
    if found := _ASSEMBLY.match(number):
        return found["kind"] or (printed.symbol if printed else _kind_of_assembly(found["organ"], found["figure"]))
    if "/VBHN" in number:
        return "VBHN"  # the printed name is that of the document which was consolidated
    if printed:
        return printed.symbol
    if found := _PARTY_NUMBER.match(number):
        return found["kind"]
    if found := _STATE_NUMBER.match(number):
        if found["joint"] == "/" and kind_name(found["organ"]):
            return found["organ"]  # 488/KHKT/TT: the order of groups before 1997
        return _kind_of_state(found["kind"], found["organ"] or "", family_of_number(number) == "normative")
    return ""


def sure_kind(number: str) -> str:
    """The symbol of the kind that stands in the number of a State document itself; "" where it leaves the kind open.

    Whatever else is printed on 30/2020/NĐ-CP, it is a decree: another name is that of what came with it. Open are
    letters, which carry the symbols of offices, laws and resolutions of the Quốc hội, and all of the Party.
    """
    if family_of_number(number) in (None, "party") or _ASSEMBLY.match(re.sub(r"\s+", "", fold(number).text)):
        return ""
    kind = kind_of_number(number)
    return "" if kind in ("CV", "VBHN") else kind


def _kind_of_assembly(organ: str, figure: str) -> str:
    """Its ordinances are few a year; its resolutions that carry no NQ have high figures (351/2017/UBTVQH14)."""
    if organ == "QH":
        return "L"
    return "PL" if len(figure) <= 2 else "NQ"


def _kind_of_state(first: str, second: str, normative: bool) -> str:
    if first == "L" and second.startswith("CTN"):
        return "LCT"
    if first == "CP":
        return "NĐ"  # 50/CP: a decree of before 1997
    known = any(kind.symbol == first for kind in KINDS)
    office = first in _ALSO_OFFICES and second != "" and not normative and not _OFFICE.match(second)
    if not known or office:
        return "CV"
    return first


def family_of_number(number: str) -> Family | None:
    """Party for 226-KL/TW, normative for a number with a year, state for 176/KH-UBND; None for no number."""
    number = re.sub(r"\s+", "", fold(number).text).replace("–", "-")
    if _PARTY_NUMBER.match(number):
        return "party"
    if _ASSEMBLY.match(number) or re.match(r"\d*[a-zđ]?(?:\.\d+)?/\d{4}/", number) or "/VBHN" in number:
        return "normative"
    return "state" if _STATE_NUMBER.match(number) else None

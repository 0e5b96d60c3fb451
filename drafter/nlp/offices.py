"""Who issues documents: the level of an office in the order of authority, and its name in proper case."""

from __future__ import annotations

import re
from enum import StrEnum

from drafter.nlp.folding import key, toneless


class Level(StrEnum):
    """From the highest to the lowest; `rank` is the place in this order."""

    party_central = "party_central"
    assembly = "assembly"
    government = "government"
    ministry = "ministry"
    party_province = "party_province"
    province = "province"
    department = "department"
    district = "district"
    party_commune = "party_commune"
    commune = "commune"
    other = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """0 for the highest."""
        return list(Level).index(self)


_LABELS = {
    Level.party_central: "Đảng – Trung ương",
    Level.assembly: "Quốc hội",
    Level.government: "Chính phủ",
    Level.ministry: "Bộ, ngành trung ương",
    Level.party_province: "Đảng – cấp tỉnh",
    Level.province: "Cấp tỉnh",
    Level.department: "Sở, ngành tỉnh",
    Level.district: "Cấp huyện (trước 01/7/2025)",
    Level.party_commune: "Đảng – cấp xã",
    Level.commune: "Cấp xã",
    Level.other: "Khác",
}

# Nghị quyết 202/2025/QH15: 34 units; Đồng Nai is a city since 30/4/2026.
CITIES = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế", "Đồng Nai")
PROVINCES = (
    *CITIES,
    *("Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Ninh Bình", "Quảng Trị"),
    *("Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau"),
    *("An Giang", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh"),
    "Cao Bằng",
)
FORMER_PROVINCES = (
    *("Hà Giang", "Yên Bái", "Bắc Kạn", "Vĩnh Phúc", "Hòa Bình", "Bắc Giang", "Thái Bình", "Hải Dương", "Hà Nam"),
    *("Nam Định", "Quảng Bình", "Quảng Nam", "Kon Tum", "Bình Định", "Ninh Thuận", "Đắk Nông", "Bình Thuận"),
    *("Phú Yên", "Bà Rịa - Vũng Tàu", "Bình Dương", "Bình Phước", "Long An", "Sóc Trăng", "Hậu Giang", "Bến Tre"),
    *("Trà Vinh", "Tiền Giang", "Bạc Liêu", "Kiên Giang", "Thừa Thiên Huế"),
)
_CITY = "|".join(key(name) for name in CITIES)
_PROVINCE = "|".join(sorted((key(name) for name in (*PROVINCES, *FORMER_PROVINCES)), key=len, reverse=True))

_COUNCIL = r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)"
_GREAT_CITY = rf"thành phố(?= (?:{_CITY})\b| *$)"
_COMMUNE = r"\b(?:xã(?! hội)|phường|đặc khu|thị trấn)\b"
_DISTRICT = r"\b(?:huyện|quận|thị xã|thành phố)\b"

# Tried in order over `key(issuer)`; the first that is found decides. The small comes before what it belongs to:
# a department names its province, a commune's office its commune.
_OF_NAME: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(toneless(pattern)))
    for level, pattern in (
        (Level.party_commune, rf"\b(?:đảng ủy|đảng bộ|chi bộ|bch đảng bộ|ban chấp hành đảng bộ)\b.*{_COMMUNE}"),
        (Level.district, r"\b(?:huyện ủy|quận ủy(?! trung ương)|thị ủy|đảng bộ huyện)\b"),
        (Level.party_province, rf"\b(?:tỉnh ủy|thành ủy(?= (?:{_CITY})\b| *$)|thành ủy thành phố)"),
        (Level.party_province, rf"\b(?:đảng ủy|đảng bộ)\b.*(?:\btỉnh\b|{_GREAT_CITY})"),
        (Level.district, r"\bthành ủy\b"),
        (
            Level.party_central,
            r"\b(?:ban bí thư|bộ chính trị|tổng bí thư|trung ương đảng|quân ủy trung ương)\b"
            r"|ban chấp hành trung ương(?! (?:hội|đoàn))|\bđại hội đại biểu toàn quốc\b(?!.*\b(?:hội|đoàn)\b)"
            r"|\bban (?:tổ chức|tuyên giáo|dân vận|nội chính|kinh tế|đối ngoại|chính sách)\b.*trung ương"
            r"|ủy ban kiểm tra trung ương|\bđảng ủy (?:chính phủ|quốc hội|công an trung ương|các cơ quan đảng)"
            r"|^đảng cộng sản việt nam$",
        ),
        (Level.party_commune, r"^(?:ban thường vụ |ban chấp hành )?(?:đảng ủy|đảng bộ|chi bộ)\b"),
        (Level.commune, rf"{_COUNCIL}.*{_COMMUNE}"),
        (Level.commune, rf"^(?:chủ tịch|phòng|văn phòng|trung tâm|công an|trạm|ban|ủy ban mặt trận).*{_COMMUNE}"),
        (
            Level.department,
            rf"\b(?:sở|chi cục|thanh tra (?:tỉnh|{_GREAT_CITY})|văn phòng (?:đoàn đại biểu|đoàn đbqh))\b"
            r"|^văn phòng .*\b(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)\b"
            rf"|\b(?:ban quản lý|ban dân tộc|ban chỉ đạo|công an|thuế|hải quan|kho bạc nhà nước|bảo hiểm xã hội"
            rf"|tòa án nhân dân|viện kiểm sát nhân dân|bộ chỉ huy|bộ tư lệnh|mặt trận tổ quốc|liên đoàn lao động"
            rf"|cục (?:thuế|thống kê|hải quan|thi hành án dân sự)|ngân hàng nhà nước|trung tâm"
            rf"|hội (?:nông dân|liên hiệp|cựu chiến binh))\b"
            rf".*(?:\btỉnh\b|\b{_GREAT_CITY}|\bchi nhánh\b|\bkhu vực\b)",
        ),
        (Level.department, rf"^(?:thuế|ban quản lý|công an|ban chỉ đạo)\b.*\b(?:{_PROVINCE})$"),
        (
            Level.ministry,
            r"^văn phòng (?:chính phủ|quốc hội|chủ tịch nước)|thanh tra chính phủ|ngân hàng nhà nước|tối cao\b"
            r"|kiểm toán nhà nước|bảo hiểm xã hội việt nam|ủy ban dân tộc|thông tấn xã|viện hàn lâm"
            r"|đài (?:truyền hình|tiếng nói)|việt nam$(?<!mặt trận tổ quốc việt nam)(?<!xã hội chủ nghĩa việt nam)",
        ),
        (Level.province, rf"(?:{_COUNCIL}|đoàn đại biểu quốc hội|đoàn đbqh).*(?:\btỉnh\b|\b{_GREAT_CITY})"),
        (Level.province, rf"^(?:(?:chủ tịch |thường trực )?{_COUNCIL} |tỉnh |thành phố )?(?:{_PROVINCE})$"),
        (Level.district, rf"{_COUNCIL}.*{_DISTRICT}|^phòng\b.*{_DISTRICT}"),
        (Level.assembly, r"\bquốc hội\b|hội đồng bầu cử quốc gia"),
        (
            Level.ministry,
            r"^(?:bộ|liên bộ|tổng cục|cục|vụ|bộ trưởng|thứ trưởng|ủy ban trung ương|tổng liên đoàn|tổng kiểm toán)\b"
            r"|ban chấp hành trung ương|\bthống đốc\b|ban cơ yếu|ban tôn giáo chính phủ|ủy ban quản lý vốn",
        ),
        (Level.government, r"^(?:phó )?(?:thủ tướng|chính phủ|chủ tịch nước)\b|hội đồng (?:bộ trưởng|chính phủ)"),
        (Level.government, r"\b(?:chính phủ|quốc gia|trung ương)$"),
        (Level.commune, rf"^(?:\w+ ){{0,6}}?{_COMMUNE}"),
        (Level.department, r"\btỉnh\b"),
        # Since 01/7/2025 only communes have offices of these names.
        (Level.commune, r"^(?:phòng (?:văn hóa|kinh tế)|văn phòng (?:hội đồng nhân dân|hđnd) và)\b"),
    )
)

# Over the number, for a document whose issuer is unknown or says too little.
_OF_NUMBER: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern))
    for level, pattern in (
        (Level.party_central, r"/(?:\w*TW|BBT|BCT)\b"),
        (Level.party_province, r"/(?:\w*TU|\w*TU-\w+)$"),
        (Level.district, r"-\w+/(?:HU|QU)$"),
        (Level.party_commune, r"-\w+/(?:ĐU|CB)\b"),
        (Level.assembly, r"/(?:\w+-)?(?:UBTV)?QH\d+$"),
        (Level.government, r"-(?:CP|TTg|CTN)\b|/(?:CP|TTg)$|/TTg-"),
        (Level.ministry, r"[-/](?:VPCP|TTCP|NHNN|TANDTC|VKSN?D?TC|KTNN|VPQH|B(?:QP|CA|NG|NV|TP|TC|CT|XD|YT))\b"),
        (Level.ministry, r"[-/]B(?:NNMT|KHCN|GDĐT|VHTTDL|DTTG|KHĐT|GTVT|LĐTBXH|TTTT|TNMT|NNPTNT)\b|[-/]UBDT\b"),
        (Level.department, r"[-/]S(?:NV|TC|TP|YT|XD|CT|GDĐT|NNMT|KHCN|VHTTDL|DTTG|TTTT|KHĐT)\b|[-/]BQL"),
        # A normative document of the councils is the province's, rarely the commune's.
        (Level.province, r"/\d{4}/(?:NQ-HĐND|QĐ-UBND|CT-UBND|NQ-HĐ|QĐ-UB)$"),
    )
)


def level_of(issuer: str, number: str = "", kind: str = "") -> Level:
    """The level of the office that issued a document. A name of a place alone ("UBND Cà Mau") is the province's.

    The number's symbol helps where the name says too little, the kind (NĐ, L, PL) where both do.
    """
    name = key(issuer)
    for level, pattern in _OF_NAME:
        if name and pattern.search(name):
            return level
    number = re.sub(r"\s+", "", number)
    for level, pattern in _OF_NUMBER:
        if number and pattern.search(number):
            return level
    return {"NĐ": Level.government, "L": Level.assembly, "PL": Level.assembly}.get(kind, Level.other)

"""Abbreviations that the text never opens, and those that do not fit the words they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.nlp.abbreviations import COMMON
from drafter.nlp.kinds import KINDS
from drafter.nlp.letters import BIG
from drafter.wording.reading import Reading, Remark

_FAMILIAR = frozenset(
    """
    AI ADN AIDS API APEC ASEAN BCĐ BHTN BHYT BQL BTC CAND CBCCVC CCCD CEO CHXHCN CIF CMND CNG CO COVID CP CPTPP CSR
    CTXH DNA ĐBQH ĐVT EU EVFTA FAO FDI FOB GCN GDP GIS GPS GRDP GTGT HC HCM HĐQT HIV HTML IAEA ICAO ID ILO IMF IMO
    IOT IP IPTV ISO IT KM LAN LED LHQ LNG LPG LĐ MST MTTQVN NATO NGO NHNN OCOP ODA OECD OTP PAPI PAR PCI PCT PDF PPP
    QCVN QR RCEP SCADA SIM SIPAS SMS STEM STT TAND TCVN TM TNCS TP TPHCM TT TV UBTV UN UNDP UNESCO UNICEF URL USB
    USD VAT VKSND VN VND VNĐ VNEID WAN WB WHO WTO XML GS PGS TS THS BS KS CN CK QG DN CĐ ĐH PC
    """.split()  # noqa: SIM905
)
"""Names and words that everybody writes so."""
_SYMBOLS = frozenset(kind.symbol.upper() for kind in KINDS)
_CAPITALS = re.compile(r"(?<![\w/&.@-])[A-ZĐ](?:[A-ZĐ]|&(?=[A-ZĐ])){1,8}(?![\w/&@-]|\.\w)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_BEHIND_NUMBER = re.compile(
    r"\d\s*$|(?:[Ss]ố|[Mm]ã|[Mm]ẫu|[Mm]ục|[Pp]hần|[Pp]hụ lục|[Bb]iểu|[Nn]hóm|[Ll]oại|[Hh]ạng|[Kk]hối"
    r"|[Kk]ý hiệu)\s+$"
)
_AMONG_CAPITALS = re.compile(rf"[{BIG}]{{2}}\s$|[A-Za-zĐđ]\s?[-–/]\s*$")
_CAPITALS_BEHIND = re.compile(rf"\s[{BIG}]{{2}}")
# "(CCHC)", "(sau đây gọi tắt là BCĐ)", "CCHC (cải cách hành chính)", "CCHC: cải cách …"
_OPENED = re.compile(
    r"\((?:[^()\n]{0,60}?\s(?:là|:)\s*)?[“\"‘']?(?P<inside>[A-ZĐ][A-ZĐa-zđ&-]{1,9})[”\"’']?(?:[,;:][^()\n]{0,80})?\)"
    r"|(?:viết tắt|gọi tắt|gọi là|gọi chung là)\s*(?:là)?\s*:?\s*[“\"]?(?P<called>[A-ZĐ][A-ZĐa-zđ&-]{1,9})"
    r"|(?P<led>[A-ZĐ][A-ZĐ&]{1,8})[”\"]?\s*(?:\((?=[^()]*[a-zđ]{2})|(?:là|nghĩa là|[:=])\s+[^\W\d_])"
)
_DEFINED = re.compile(r"\((?P<short>[A-ZĐ]{3,8})\)")
_WORD = re.compile(r"[^\W\d_]+")
_SKIPPED = frozenset({"và", "của", "các", "về", "với", "cho", "trong"})


def abbreviations(reading: Reading) -> Iterator[Remark]:
    """One remark for each abbreviation, where it first stands."""
    if reading.about.regime != "qppl":
        yield from _unopened(reading)
    yield from _unfit(reading)


def _unopened(reading: Reading) -> Iterator[Remark]:
    opened = {name for found in _OPENED.finditer(reading.text) for name in found.groups() if name}
    told: set[str] = set()
    for found in _CAPITALS.finditer(reading.prose):
        short = found[0]
        if (
            short in told
            or short in opened
            or f"/{short}" in reading.text
            or _is_known(short)
            or not _stands_in_prose(reading.prose, found)
        ):
            continue
        told.add(short)
        message = f"“{short}” là chữ viết tắt chưa được viết đủ ở đâu trong văn bản; viết đủ ở lần đầu."
        action = f"Lần đầu viết đủ, rồi mở ngoặc ghi “{short}”."
        yield Remark("word.abbreviation", found.start(), found.end(), message, action, "info")


def _is_known(short: str) -> bool:
    pieces = [short, *short.split("&")]
    if any(piece in COMMON or piece in _FAMILIAR or piece in _SYMBOLS for piece in pieces):
        return True
    return bool(_ROMAN.fullmatch(short)) or any(
        short[:at] in COMMON and short[at:] in COMMON for at in range(2, len(short) - 1)
    )


def _stands_in_prose(prose: str, found: re.Match[str]) -> bool:
    """Not in a line of capitals, nor as the name of a class, a form, a unit behind a figure."""
    line = prose[prose.rfind("\n", 0, found.start()) + 1 : (prose + "\n").index("\n", found.end())]
    letters = [letter for letter in line if letter.isalpha()]
    if sum(letter.islower() for letter in letters) < 0.6 * len(letters):
        return False
    before, behind = prose[max(0, found.start() - 14) : found.start()], prose[found.end() : found.end() + 8]
    return not (_BEHIND_NUMBER.search(before) or _AMONG_CAPITALS.search(before) or _CAPITALS_BEHIND.match(behind))


def _unfit(reading: Reading) -> Iterator[Remark]:
    """Abbreviations in brackets that lack one of the initials before them, or have one too many."""
    for found in _DEFINED.finditer(reading.prose):
        short = found["short"]
        line = reading.prose.rfind("\n", 0, found.start()) + 1
        before: list[str] = _WORD.findall(reading.prose[max(line, found.start() - 90) : found.start()])
        initials = [_initial(word) for word in before if word.lower() not in _SKIPPED]
        if short in COMMON or _fits(short, initials) or len(short) < 4:
            continue
        wanted = "".join(initials[-len(short) - 1 :])
        if len(wanted) == len(short) + 1 and wanted[0] == short[0] and _lacks_one(short, wanted):
            words = " ".join(before[-len(wanted) :])
            message = f"“{short}” thiếu một chữ so với cụm từ “{words}”; chữ viết tắt đủ là “{wanted}”."
            yield Remark("word.abbreviation", found.start("short"), found.end("short"), message, f"Viết “{wanted}”.")


def _fits(short: str, initials: list[str]) -> bool:
    return "".join(initials[-len(short) :]) == short


def _lacks_one(short: str, wanted: str) -> bool:
    return any(wanted[:at] + wanted[at + 1 :] == short for at in range(1, len(wanted)))


def _initial(word: str) -> str:
    letter = word[0].upper()
    return letter if letter == "Đ" else unicodedata.normalize("NFD", letter)[0]

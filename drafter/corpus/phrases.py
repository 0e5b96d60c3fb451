"""The words for what is known of stored documents, for the terminal and for pages alike."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.corpus.values import Doubt, Entry, Force, Standing, Tie
from drafter.document import Origin
from drafter.nlp.written import day

LABELS: Mapping[str, str] = {
    "number": "số ký hiệu",
    "kind": "loại",
    "title": "trích yếu",
    "issuer": "nơi ban hành",
    "date": "ngày",
}
"""The parts of `Metadata`."""
_DOUBTS: Mapping[Doubt, str] = {
    "missing": "chưa nhận ra",
    "unsure": "chữ nhận dạng không rõ",
    "malformed": "không đúng cách ghi số",
    "future": "không thể là ngày ban hành",
    "kind": "khác loại in trên văn bản",
    "year": "khác năm ghi trong số",
    "office": "không giống tên cơ quan nào đã biết",
    "name": "khác số trong tên tệp",
}
FORCES: Mapping[Force, str] = {
    "in_force": "còn hiệu lực",
    "amended": "đã được sửa đổi",
    "replaced": "đã bị thay thế",
    "expired": "đã hết hiệu lực",
}
TIES: Mapping[Tie, str] = {"replaces": "Thay thế", "amends": "Sửa đổi", "implements": "Thực hiện"}
ORIGINS: Mapping[Origin, str] = {
    "docx": "tệp Word",
    "doc": "tệp Word cũ (.doc), đã chuyển đổi",
    "odt": "tệp OpenDocument, đã chuyển đổi",
    "rtf": "tệp RTF, đã chuyển đổi",
    "pdf": "tệp PDF",
    "scan": "bản quét, chữ do máy nhận dạng",
    "html": "trang web",
    "md": "tệp Markdown",
    "xlsx": "bảng tính Excel",
    "txt": "văn bản thuần",
}


def doubts(entry: Entry) -> str:
    """ "số ký hiệu: khác số trong tên tệp; ngày: chưa nhận ra"."""
    return "; ".join(f"{LABELS[field]}: {_DOUBTS[doubt]}" for field, doubt in entry.doubts.items())


def force(standing: Standing) -> str:
    """ "đã bị thay thế bởi 30/2020/NĐ-CP từ 05/03/2020"."""
    by = f" bởi {standing.by}" if standing.by else ""
    return FORCES[standing.status] + by + (f" từ {day(standing.since)}" if standing.since else "")


def origin(entry: Entry) -> str:
    """ "bản quét, chữ do máy nhận dạng, tin cậy 92%, 12 trang"."""
    sure = "" if entry.confidence is None else f", tin cậy {entry.confidence:.0%}"
    return ORIGINS[entry.origin] + sure + (f", {entry.pages} trang" if entry.pages else "")

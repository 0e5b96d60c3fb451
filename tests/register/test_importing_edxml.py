"""edXML packages as entries of the register, in both dialects."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from letters import Files, edoc, qcvn

from drafter.errors import (
    CorruptPackage,
    NoEnvelope,
    RevocationPackage,
    SecretFile,
    SeveralDocuments,
    StatusPackage,
    UnreadableFile,
    UnsafePackage,
)
from drafter.register.importing.edxml import previewed, read_edxml
from drafter.register.values import Record

ALONE = {"phụ lục.txt": "Phụ lục".encode()}
Dialect = Callable[[Files], bytes]


def business(kind: int, more: str = "") -> str:
    return f"<Bussiness><BussinessDocType>{kind}</BussinessDocType>{more}</Bussiness>"


def with_more(data: bytes, more: str) -> bytes:
    return re.sub(rb"(</(?:\w+:)?MessageHeader>)", more.encode() + rb"\1", data)


def zipped(*files: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("dialect", "record", "issuer"),
    [
        (
            qcvn,
            Record(
                22,
                "",
                "/KH-UBND",
                "2026-03-05",
                "KH",
                "Phòng, chống dịch năm 2026",
                "Hoàng Thị Lan",
                "UBND xã Hòa Bình",
            ),
            "UBND xã Bình An",
        ),
        (
            edoc,
            Record(87, "", "-KH/ĐU", "2026-03-05", "KH", "Về chuyển đổi số", "Vàng A Páo", "Tỉnh ủy"),
            "Đảng ủy xã Bình An",
        ),
    ],
    ids=["QCVN 102", "eDoc"],
)
def test_a_package_is_an_entry_with_its_files(dialect: Dialect, record: Record, issuer: str) -> None:
    received = read_edxml("vb.edxml", dialect(ALONE))

    assert (received.record, received.issuer) == (record, issuer)
    assert received.files == tuple(ALONE.items())
    assert (received.purpose, received.doubts, received.refused) == ("new", (), "")


def test_several_recipients_are_parted_and_copies_counted() -> None:
    to = "<To><OrganName>Huyện ủy</OrganName></To><OtherInfo><PromulgationAmount>15</PromulgationAmount></OtherInfo>"
    record = read_edxml("vb.edxml", edoc(ALONE).replace(b"<Code>", to.encode() + b"<Code>")).record

    assert (record.recipients, record.copies) == ("Tỉnh ủy; Huyện ủy", 15)


def test_the_document_itself_is_the_first_file_also_in_a_zip() -> None:
    letter = edoc({})
    received = read_edxml("vb.zip", zipped(("thư.edxml", letter), ("kế hoạch.txt", b"A"), ("phụ lục.txt", b"B")))

    assert received.record.notation == "87-KH/ĐU"
    assert received.files == (("kế hoạch.txt", b"A"), ("phụ lục.txt", b"B"))


def test_a_package_without_files_is_an_entry_too() -> None:
    received = read_edxml("vb.edxml", edoc({}))

    assert (received.record.notation, received.files) == ("87-KH/ĐU", ())


def test_the_title_has_no_name_of_the_kind() -> None:
    data = edoc(ALONE).replace("Về chuyển đổi số".encode(), "KẾ HOẠCH Chuyển đổi số".encode())

    assert read_edxml("vb.edxml", data).record.title == "Chuyển đổi số"


def test_a_replacement_names_what_it_replaces() -> None:
    ids = "<ReplacementInfo><DocumentId>000.01.H37,2026/03/01,12-KH/ĐU</DocumentId></ReplacementInfo>"
    more = business(3, f"<ReplacementInfoList>{ids}</ReplacementInfoList>")
    received = read_edxml("vb.edxml", with_more(edoc(ALONE), more))

    assert (received.purpose, received.replaces) == ("replacement", ("12-KH/ĐU",))
    assert (received.record.note, received.doubts) == ("Thay thế 12-KH/ĐU", ())


@pytest.mark.parametrize("dialect", [qcvn, edoc])
@pytest.mark.parametrize(
    ("more", "error"),
    [(business(1), RevocationPackage), ("<Status><StatusCode>06</StatusCode></Status>", StatusPackage)],
)
def test_what_brings_no_document_is_refused(dialect: Dialect, more: str, error: type[UnreadableFile]) -> None:
    with pytest.raises(error, match=r"^vb\.edxml: .+; hãy .+\.$"):
        read_edxml("vb.edxml", with_more(dialect(ALONE), more))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NoEnvelope),
        (b"PK\x03\x04", UnreadableFile),
        ("Kế hoạch".encode(), NoEnvelope),
        (b"<edXML/>", NoEnvelope),
        (edoc(ALONE)[:-40], CorruptPackage),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>" + edoc(ALONE), UnsafePackage),
        (zipped(("a.edxml", qcvn(ALONE)), ("b.edxml", edoc(ALONE))), SeveralDocuments),
        (zipped(("a.txt", b"A")), NoEnvelope),
    ],
    ids=["empty", "torn zip", "text", "no envelope", "torn", "entity", "two envelopes", "zip of texts"],
)
def test_what_is_no_package_is_told(data: bytes, error: type[UnreadableFile]) -> None:
    with pytest.raises(error):
        read_edxml("vb.edxml", data)


@pytest.mark.parametrize(
    ("old", "new", "doubt"),
    [
        ("05/03/2026", "31/02/2026", "ngày “2026-02-31” không có trong lịch"),
        ("05/03/2026", "N/A", "gói không ghi ngày ban hành"),
        ("<Subject>Về chuyển đổi số</Subject>", "", "gói không ghi trích yếu"),
        ("<DocumentType>Kế hoạch", "<DocumentType>Báo cáo", "tên loại “Báo cáo” khác ký hiệu 87-KH/ĐU"),
        ("</MessageHeader>", business(2) + "</MessageHeader>", "là gói cập nhật: nếu văn bản đã có trong sổ thì sửa"),
        ("</MessageHeader>", business(3) + "</MessageHeader>", "là gói thay thế nhưng không ghi thay cho văn bản nào"),
    ],
)
def test_what_is_doubtful_is_said(old: str, new: str, doubt: str) -> None:
    received = read_edxml("vb.edxml", edoc(ALONE).decode().replace(old, new).encode())

    assert len(received.doubts) == 1
    assert received.doubts[0].startswith(doubt)
    assert not received.refused


def test_without_a_number_it_cannot_be_entered() -> None:
    data = edoc(ALONE).replace(b"<CodeNumber>87</CodeNumber><CodeNotation>", b"<CodeNotation>")

    assert read_edxml("vb.edxml", data).refused == "gói không ghi số, ký hiệu của văn bản"


def test_a_file_that_cannot_be_unpacked_is_named() -> None:
    received = read_edxml("vb.edxml", edoc({"kế hoạch.docx": "không phải base64", **ALONE}))

    assert received.files == tuple(ALONE.items())
    assert received.doubts == ("tệp “kế hoạch.docx” trong gói bị hỏng, không lấy ra được",)


@pytest.mark.parametrize("secret", ["kế hoạch.txt", "phụ lục.txt"])
def test_a_package_with_a_secret_file_is_refused(secret: str) -> None:
    files = {name: f"{'MẬT' if name == secret else ''}\nKế hoạch".encode() for name in ("kế hoạch.txt", "phụ lục.txt")}

    with pytest.raises(SecretFile, match=r"^vb\.edxml: văn bản đóng dấu MẬT"):
        previewed("vb.edxml", edoc(files), None, "")


def test_what_cannot_be_looked_through_for_a_mark_is_doubtful() -> None:
    preview, paper = previewed("vb.edxml", edoc({"kế hoạch.docx": b"PK\x03\x04"}), None, "")

    assert paper and paper.content == b"PK\x03\x04"
    assert preview.rows[0].doubts == (
        "không đọc được tệp “kế hoạch.docx” nên chưa biết có dấu mật hay không; hãy mở ra xem",
    )


@pytest.mark.parametrize(
    ("year", "refused", "doubts"),
    [
        (None, "", ()),
        (2026, "", ()),
        (2025, "văn bản ngày 05/03/2026 không thuộc sổ năm 2025; hãy nhập vào sổ năm của văn bản.", ()),
    ],
)
def test_a_package_goes_into_the_book_of_its_year(year: int | None, refused: str, doubts: tuple[str, ...]) -> None:
    preview, _ = previewed("vb.edxml", edoc(ALONE), year, "")

    (row,) = preview.rows
    assert (preview.year, row.refused, row.doubts, row.record is None) == (year or 2026, refused, doubts, bool(refused))


def test_a_package_of_the_month_beside_the_year_is_doubtful() -> None:
    data = edoc(ALONE).replace(b"05/03/2026", b"02/01/2026")

    assert previewed("vb.edxml", data, 2025, "")[0].rows[0].doubts == ("ngày 02/01/2026 không thuộc năm 2025",)

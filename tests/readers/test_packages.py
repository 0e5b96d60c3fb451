"""Packages: each document inside is read as its own, whatever lies beside it; none does harm."""

import base64
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from letters import Files, edoc, qcvn
from word_files import docx, word_parts

import drafter.readers.packages as packages
from drafter.document import Document
from drafter.errors import (
    CorruptPackage,
    EmptyPackage,
    EncryptedPackage,
    ForeignFile,
    NestedPackage,
    OversizedFile,
    SeveralDocuments,
    UnreadableFile,
    UnsafePackage,
)
from drafter.readers import read, read_all_bytes, read_bytes
from drafter.readers.edxml import Envelope, envelope_of
from drafter.readers.packages import Said, content_within, said_within

WORD = docx()
TEXT = "Kế hoạch phòng, chống dịch".encode()


def zipped(*files: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            archive.writestr(path, content)
    return file.getvalue()


def named(raw: bytes) -> bytes:
    """A zip with one file whose name is these bytes, nothing said of their encoding."""
    placeholder = b"x" * (len(raw) - 4) + b".txt"
    return zipped((placeholder.decode(), TEXT)).replace(placeholder, raw)


def found(data: bytes, name: str = "gói.zip") -> list[tuple[str, str]]:
    """The names of what is inside, each with its text or its error."""
    return [
        (one.name, one.text if isinstance(one, Document) else type(one).__name__) for one in read_all_bytes(name, data)
    ]


def encrypted(data: bytes) -> bytes:
    """The zip with the bits set that say that its files are under a password."""
    at, changed = data.index(b"PK\x01\x02"), bytearray(data)
    changed[6] |= 1
    changed[at + 8] |= 1
    return bytes(changed)


class TestZip:
    def test_each_document_is_its_own_and_what_systems_leave_beside_is_none(self) -> None:
        data = zipped(
            ("Tài liệu/", b""),
            ("Tài liệu/kế hoạch.txt", TEXT),
            ("Tài liệu\\sâu/phụ lục.md", b"# A"),
            ("__MACOSX/Tài liệu/._kế hoạch.txt", b"\0\0"),
            (".DS_Store", b"\0"),
            ("Tài liệu/Thumbs.db", b"\0"),
            ("Tài liệu/~$kế hoạch.docx", b"\0"),
            ("Tài liệu/chương trình.exe", b"MZ\0"),
        )

        assert found(data) == [
            ("gói.zip › kế hoạch.txt", TEXT.decode()),
            ("gói.zip › phụ lục.md", "A"),
            ("gói.zip › chương trình.exe", "ForeignFile"),
        ]

    def test_a_word_file_in_a_folder_called_word_makes_no_word_file_of_the_zip(self) -> None:
        assert found(zipped(("word/a.txt", TEXT))) == [("gói.zip › a.txt", TEXT.decode())]

    def test_what_is_inside_keeps_its_own_origin_and_digest(self) -> None:
        data = zipped(("a.docx", WORD))

        document = read_bytes("gói.zip", data)

        assert (document.origin, document.sections != ()) == ("docx", True)
        assert content_within("gói.zip", data, document.sha256) == WORD
        assert content_within("a.docx", WORD, document.sha256) == WORD
        assert content_within("gói.zip", data, "00") == b""

    @pytest.mark.parametrize(
        ("raw", "name"),
        [
            ("kế hoạch.txt".encode(), "kế hoạch.txt"),
            ("kê\u0301 hoa\u0323ch.txt".encode("cp1258"), "kế hoạch.txt"),
            ("r\u0082sum\u0082.txt".encode("latin-1"), "résumé.txt"),
        ],
        ids=["utf-8 not said", "cp1258", "cp437"],
    )
    def test_names_are_told_in_their_own_letters(self, raw: bytes, name: str) -> None:
        assert found(named(raw))[0][0] == f"gói.zip › {name}"

    def test_names_are_safe_to_show(self) -> None:
        data = zipped(("../../etc/\x1b[31mđỏ\u202e.txt", TEXT), ("a" * 300 + ".txt", TEXT))

        names = [name for name, _ in found(data)]
        assert names[0] == "gói.zip › [31mđỏ.txt"
        assert len(names[1]) < 140 and names[1].endswith("aaa.txt")

    def test_a_package_in_a_package_is_opened_and_one_more_is_not(self) -> None:
        innermost = zipped(("c.txt", TEXT))
        data = zipped(("b.zip", zipped(("a.txt", TEXT), ("c.zip", innermost))), ("hỏng.zip", b"PK\x03\x04 x"))

        assert found(data) == [
            ("gói.zip › b.zip › a.txt", TEXT.decode()),
            ("gói.zip › b.zip › c.zip", NestedPackage.__name__),
            ("gói.zip › hỏng.zip", CorruptPackage.__name__),
        ]

    def test_a_file_under_a_password_is_told(self) -> None:
        assert found(encrypted(zipped(("a.txt", TEXT)))) == [("gói.zip › a.txt", EncryptedPackage.__name__)]

    def test_a_file_that_is_torn_is_told_and_the_others_are_read(self) -> None:
        data = zipped(("a.txt", TEXT), ("b.txt", TEXT))
        torn = data.replace(data[35:45], bytes(10), 1)

        assert found(torn) == [("gói.zip › a.txt", CorruptPackage.__name__), ("gói.zip › b.txt", TEXT.decode())]

    @pytest.mark.parametrize(
        ("data", "error"),
        [
            (zipped(("a/", b""), (".x", b"")), EmptyPackage),
            (zipped(("a/", b"")), EmptyPackage),
            (zipped(("a.txt", TEXT))[:-30], CorruptPackage),
            (zipped(("a.txt", bytes(20_000_000))), OversizedFile),
            (zipped(*((f"{n}.txt", b"x") for n in range(2_001))), OversizedFile),
            (
                zipped(*((f"{n}.zip", zipped(*((f"{m}.txt", b"x") for m in range(700)))) for n in range(3))),
                OversizedFile,
            ),
        ],
        ids=["nothing", "a folder", "torn", "bomb", "entries", "entries within"],
    )
    def test_what_is_wrong_with_the_whole_is_told(self, data: bytes, error: type[UnreadableFile]) -> None:
        with pytest.raises(error) as raised:
            read_all_bytes("gói.zip", data)
        assert type(raised.value) is error

    def test_where_one_is_wanted_several_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "gói.zip").write_bytes(zipped(("a.txt", TEXT), ("b.txt", TEXT)))

        with pytest.raises(SeveralDocuments, match="trong gói có 2 văn bản"):
            read(tmp_path / "gói.zip")

    def test_progress_counts_the_files(self) -> None:
        told: list[tuple[int, int]] = []

        read_all_bytes(
            "gói.zip", zipped(("a.txt", TEXT), ("b.txt", TEXT)), lambda done, all_: told.append((done, all_))
        )

        assert told == [(1, 2), (2, 2)]


BOTH = {"kế hoạch.docx": WORD, "phụ lục.txt": TEXT}


class TestEnvelopes:
    @pytest.mark.parametrize("dialect", [qcvn, edoc])
    def test_the_files_attached_are_read(self, dialect: Callable[[Files], bytes]) -> None:
        assert found(dialect(BOTH), "vb.edxml") == [
            ("vb.edxml › kế hoạch.docx", "Kế hoạch"),
            ("vb.edxml › phụ lục.txt", TEXT.decode()),
        ]

    def test_what_the_envelope_says_is_told(self) -> None:
        assert envelope_of(qcvn(BOTH)) == Envelope(
            "22/KH-UBND",
            "2026-03-05",
            "UBND xã Bình An",
            "Phòng, chống dịch năm 2026",
            "Kế hoạch",
            "Hoàng Thị Lan",
            ("UBND xã Hòa Bình",),
        )
        assert envelope_of(edoc(BOTH)) == Envelope(
            "87-KH/ĐU",
            "2026-03-05",
            "Đảng ủy xã Bình An",
            "Về chuyển đổi số",
            "Kế hoạch",
            "Vàng A Páo",
            ("Tỉnh ủy",),
        )

    def test_all_who_receive_it_are_told_once(self) -> None:
        to = "<To><OrganId>{0}</OrganId><OrganName>{1}</OrganName></To>"
        data = edoc(BOTH).decode()
        more = to.format("H38", "Tỉnh ủy") + to.format("H39", "N/A") + to.format("H40", "Huyện  ủy")
        envelope = envelope_of(data.replace("<Code>", more + "<Code>").encode())
        assert envelope and envelope.recipients == ("Tỉnh ủy", "H39", "Huyện ủy")

        nobody = re.sub("<To>.*?</To>", "", data)
        places = "<ToPlaces><Place>Như trên</Place><Place>Lưu: VP</Place></ToPlaces>"
        printed = envelope_of(nobody.replace("<Subject>", places + "<Subject>").encode())
        assert printed and printed.recipients == ("Như trên", "Lưu: VP")

    @pytest.mark.parametrize("dialect", [qcvn, edoc])
    @pytest.mark.parametrize(
        ("more", "purpose"),
        [
            ("<Bussiness><BussinessDocType>0</BussinessDocType></Bussiness>", "new"),
            ("<Bussiness><BussinessDocType>1</BussinessDocType></Bussiness>", "revocation"),
            ("<Bussiness><BussinessDocType>2</BussinessDocType></Bussiness>", "update"),
            ("<Bussiness><BussinessDocType>3</BussinessDocType></Bussiness>", "replacement"),
            ("<Bussiness><BussinessDocType>9</BussinessDocType></Bussiness>", "new"),
            ("<MessageType>Revocation</MessageType>", "revocation"),
            ("<MessageType>edoc</MessageType>", "new"),
            ("<Status><StatusCode>06</StatusCode></Status>", "status"),
        ],
    )
    def test_what_a_message_is_sent_for_is_told(
        self, dialect: Callable[[Files], bytes], more: str, purpose: str
    ) -> None:
        data = re.sub(rb"(</(?:\w+:)?MessageHeader>)", more.encode() + rb"\1", dialect(BOTH))

        envelope = envelope_of(data)
        assert envelope and envelope.purpose == purpose

    def test_what_a_document_replaces_is_told(self) -> None:
        more = """<Bussiness><BussinessDocType>3</BussinessDocType><BussinessDocReason>Sai số liệu</BussinessDocReason>
            <ReplacementInfoList><ReplacementInfo><DocumentId>H37,2026/03/01,12/KH-UBND</DocumentId></ReplacementInfo>
            <ReplacementInfo><DocumentId>13-KH/ĐU</DocumentId></ReplacementInfo></ReplacementInfoList></Bussiness>"""
        envelope = envelope_of(edoc(BOTH).replace(b"</MessageHeader>", b"</MessageHeader>" + more.encode()))

        assert envelope and (envelope.reason, envelope.replaces) == ("Sai số liệu", ("12/KH-UBND", "13-KH/ĐU"))

    @pytest.mark.parametrize("data", [b"", TEXT, b"<edXML/>", b"<edXML>", b"PK\x03\x04", zipped(("a.txt", TEXT)), WORD])
    def test_without_an_envelope_there_is_nothing_to_tell(self, data: bytes) -> None:
        assert envelope_of(data) is None

    def test_a_zip_may_hold_the_envelope_and_its_files(self) -> None:
        alone = edoc(BOTH).split(b"<Manifest>")[0] + b"</EdXMLEnvelope>"
        data = zipped(("thư.edxml", alone), ("kế hoạch.txt", TEXT))

        assert found(data, "vb.edxml") == [("vb.edxml › kế hoạch.txt", TEXT.decode())]
        assert said_within("vb.edxml", data).letters == (envelope_of(edoc(BOTH)),)
        assert found(zipped(("thư.edxml", edoc(BOTH)))) == [
            ("gói.zip › thư.edxml › kế hoạch.docx", "Kế hoạch"),
            ("gói.zip › thư.edxml › phụ lục.txt", TEXT.decode()),
        ]

    def test_an_envelope_speaks_of_its_first_file_alone(self) -> None:
        ours, theirs = qcvn(BOTH), edoc(BOTH)
        data = zipped(("bìa.txt", TEXT), ("a.edxml", ours), ("b.edxml", theirs))

        assert said_within("gói.zip", data).letters == (None, envelope_of(ours), None, envelope_of(theirs), None)
        assert said_within("a.docx", WORD) == Said()

    def test_a_mime_message_may_hold_them_too(self) -> None:
        alone = qcvn(BOTH).decode().split("<edXML:AttachmentEncoded>")[0] + "</edXML:edXML>"
        data = (
            'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
            "Content-Type: text/xml; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            f"{alone}\r\n--B\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n"
            'Content-Disposition: attachment; filename="ke-hoach.txt"\r\n\r\n'
            f"{base64.encodebytes(TEXT).decode()}\r\n--B--\r\n"
        ).encode()

        assert found(data, "vb.eml") == [("vb.eml › ke-hoach.txt", TEXT.decode())]
        envelope = envelope_of(data)
        assert envelope and envelope.number == "22/KH-UBND"

    def test_an_attachment_may_be_larger_than_ten_megabytes(self) -> None:
        large = b"x" * 8_000_000

        assert found(edoc({"a.txt": large}), "vb.edxml")[0][1] == large.decode()

    def test_a_zip_attached_is_opened(self) -> None:
        assert found(edoc({"kế hoạch.docx": zipped(("trong.txt", TEXT))}), "vb.edxml")[0] == (
            "vb.edxml › kế hoạch.docx › trong.txt",
            TEXT.decode(),
        )

    @pytest.mark.parametrize(
        ("data", "error"),
        [
            (b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + edoc(BOTH), UnsafePackage),
            (qcvn(BOTH)[:2000], CorruptPackage),
            (edoc(BOTH).split(b"<Manifest>")[0] + b"</EdXMLEnvelope>", EmptyPackage),
        ],
        ids=["entity", "torn", "nothing attached"],
    )
    def test_what_is_wrong_with_the_whole_is_told(self, data: bytes, error: type[UnreadableFile]) -> None:
        data = data if error is not UnsafePackage else b"<?xml version='1.0'?>" + data
        with pytest.raises(error) as raised:
            packages.read_package("vb.edxml", data, "edxml")
        assert type(raised.value) is error

    def test_an_attachment_that_cannot_be_unpacked_is_told(self) -> None:
        data = edoc({"kế hoạch.docx": "không phải base64", "phụ lục.txt": TEXT})

        assert found(data, "vb.edxml") == [
            ("vb.edxml › kế hoạch.docx", CorruptPackage.__name__),
            ("vb.edxml › phụ lục.txt", TEXT.decode()),
        ]

    def test_a_foreign_file_attached_is_told(self) -> None:
        assert found(edoc({"kế hoạch.docx": b"MZ\0\0"}), "vb.edxml")[0] == (
            "vb.edxml › kế hoạch.docx",
            ForeignFile.__name__,
        )


def test_word_files_with_parts_missing_stay_word_files() -> None:
    """What is torn is told as such, not opened as a package of files."""
    parts = {path: content for path, content in word_parts().items() if path != "[Content_Types].xml"}
    data = zipped(*((path, content.encode()) for path, content in parts.items()))

    with pytest.raises(UnreadableFile, match="hãy mở bằng Word"):
        read_bytes("a.docx", data)

"""The files of Office up to 2003, and new ones behind a password: each is called what it is, and none does harm."""

import random
import struct
import tracemalloc
from pathlib import Path

import pytest
from ole_files import behind_a_password, compound_file, encrypted_package, streams_of
from one_text import converted

from drafter.errors import CorruptFile, UnreadableFile
from drafter.readers import read_bytes
from drafter.readers.compound import refuse_all_but_word

ENCRYPTED = "tệp đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
ENCRYPTED_SHEET = "bảng tính đặt mật khẩu; hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại."
CORRUPT = "tệp bị hỏng; hãy mở bằng Word, lưu lại thành .docx rồi thử lại."
CORRUPT_SHEET = "bảng tính bị hỏng; hãy mở bằng Excel, lưu lại thành .xlsx rồi thử lại."
FOREIGN = "không phải loại tệp đọc được; hãy lưu văn bản thành .docx hoặc .pdf rồi thử lại."
FOREIGN_SHEET = "là bảng tính dạng cũ; hãy mở bằng Excel rồi lưu thành .xlsx."
WORD_97 = b"\xec\xa5\xc1\x00".ljust(5000, b"\0")
WORD_95 = b"\xdc\xa5\x68\x00".ljust(5000, b"\0")
SOME = bytes(5000)


def refusal(name: str, data: bytes) -> str:
    """The sentence of the refusal, without the file's name."""
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(name, data)
    return str(raised.value).removeprefix(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.docx", encrypted_package(), ENCRYPTED),
        ("a.doc", encrypted_package(), ENCRYPTED),
        ("a.xlsx", encrypted_package(), ENCRYPTED_SHEET),
        ("a.doc", behind_a_password({"WordDocument": WORD_97}), ENCRYPTED),
        ("a.docx", behind_a_password({"WordDocument": WORD_95}), ENCRYPTED),
        ("a.xls", compound_file({"Workbook": SOME}), FOREIGN_SHEET),
        ("a.doc", compound_file({"Book": SOME}), FOREIGN_SHEET),
        ("a.ppt", compound_file({"PowerPoint Document": SOME}), FOREIGN),
        ("a.msg", compound_file({"__properties_version1.0": bytes(32), "__substg1.0_0037001F": b"x"}), FOREIGN),
        ("a.doc", compound_file({"WordDocument": SOME}), FOREIGN),
        ("a.doc", compound_file({"ObjectPool/_1/WordDocument": WORD_97}), FOREIGN),
        ("a.doc", compound_file({"WordDocument/a": SOME}), FOREIGN),
        ("a.doc", compound_file({"WordDocument": WORD_97})[:100], CORRUPT),
        ("a.doc", compound_file({"WordDocument": WORD_97})[:1000], CORRUPT),
        ("a.xls", compound_file({"Workbook": SOME})[:1000], CORRUPT_SHEET),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 8 else "",
)
def test_each_has_its_sentence(name: str, data: bytes, sentence: str) -> None:
    assert refusal(name, data) == sentence


@pytest.mark.office
def test_a_word_document_of_libreoffice_is_read_and_with_the_mark_of_a_password_refused(
    samples: Path, tmp_path: Path
) -> None:
    draft = samples / "drafts" / "5-cong-van-ung-pho-mua-lu.docx"
    streams = streams_of(converted(draft, "doc", tmp_path).read_bytes())

    assert read_bytes("a.doc", compound_file(streams)).text == read_bytes("a.docx", draft.read_bytes()).text
    assert refusal("a.doc", behind_a_password(streams)) == ENCRYPTED


def test_tables_that_lead_in_a_circle_are_left() -> None:
    """The library would list them as often as the header says, until the memory is full."""
    data = bytearray(compound_file({"WordDocument": WORD_97}))
    tables = 6_000
    struct.pack_into("<I", data, 44, tables)
    struct.pack_into("<II", data, 68, 1, -(-(tables - 109) // 127))
    struct.pack_into("<128I", data, 512 * 2, *[0] * 127, 1)

    tracemalloc.start()
    try:
        with pytest.raises(CorruptFile):
            refuse_all_but_word("a.doc", bytes(data))
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_whatever_bytes_are_changed_it_is_one_of_the_sentences_or_a_word_document() -> None:
    rng = random.Random(5)
    whole = compound_file({"WordDocument": WORD_97, "Macros/VBA/dir": SOME, "1Table": SOME})
    told = set()
    for _ in range(2_000):
        data = bytearray(whole[: rng.choice((len(whole), rng.randrange(8, len(whole))))])
        for _ in range(rng.randrange(8)):
            data[rng.randrange(8, min(len(data), 2048))] = rng.choice((0, 1, 2, 5, 9, 254, 255))
        try:
            refuse_all_but_word("a.doc", bytes(data))
            told.add("")
        except UnreadableFile as error:
            told.add(str(error).removeprefix("a.doc: "))

    assert told == {"", CORRUPT, FOREIGN}

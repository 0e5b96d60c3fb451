"""Plain text files: which bytes are text, what the text is, where its lines are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import Span
from drafter.errors import UnreadableFile
from drafter.readers import read_bytes
from drafter.readers.plain import read_plain

PLAN = "KẾ HOẠCH\nTriển khai Kết luận số 226-KL/TW\n"
PLAIN_ASCII = "Số: 12/KH-UBND"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PLAN.encode(), PLAN),
        (b"\xef\xbb\xbf" + PLAN.encode(), "\ufeff" + PLAN),
        (PLAN.encode("utf-16"), PLAN),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), PLAN),
        ("Ke\u0302\u0301 hoa\u0323ch".encode(), "Ke\u0302\u0301 hoa\u0323ch"),
        ("một\r\nhai\rba\x0cbốn".encode(), "một\r\nhai\rba\x0cbốn"),
        (PLAIN_ASCII.encode(), PLAIN_ASCII),
        (PLAN.encode("utf-16-le"), PLAN),
        (PLAN.encode("utf-16-be"), PLAN),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "utf-16 little",
        "utf-16 big",
        "decomposed",
        "line ends",
        "ascii",
        "bare little",
        "bare big",
    ],
)
def test_text_is_what_the_bytes_decode_to(data, text):
    assert read_plain("a.txt", data).text == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("một\nhai", ["một", "hai"]),
        ("một\r\nhai\rba\n", ["một", "hai", "ba", ""]),
        ("một\n\nhai", ["một", "", "hai"]),
        ("\nmột", ["", "một"]),
        ("\ufeffmột\nhai", ["một", "hai"]),
        ("một\u2028hai\x0cba\x85bốn", ["một\u2028hai\x0cba\x85bốn"]),
    ],
)
def test_a_paragraph_is_a_line_without_its_end(text, lines):
    document = read_plain("a.txt", text.encode())
    assert [paragraph.span.of(document.text) for paragraph in document.paragraphs] == lines


@given(st.text(st.sampled_from("aế\n\r 😀\ufeff"), min_size=1))
def test_paragraphs_and_line_ends_cover_the_text(text):
    text += "x"
    document = read_plain("a.txt", text.encode())
    covered = sum(len(paragraph.span) for paragraph in document.paragraphs)
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    assert len(document.paragraphs) == ends + 1
    assert covered + text.count("\n") + text.count("\r") + text.startswith("\ufeff") == len(text)
    for paragraph in document.paragraphs:
        assert [run.span for run in paragraph.runs] == ([paragraph.span] if paragraph.span else [])


def test_a_text_of_line_feeds_is_its_paragraphs_joined():
    document = read_plain("a.txt", PLAN.encode())
    assert "\n".join(paragraph.span.of(document.text) for paragraph in document.paragraphs) == PLAN
    assert document.paragraphs[1].span == Span(9, 41)


FOREIGN = "không phải loại tệp đọc được; hãy lưu văn bản thành .docx hoặc .pdf rồi thử lại."
TORN_PDF = "tệp PDF bị hỏng; hãy lấy lại tệp từ nơi gửi, hoặc in lại thành PDF từ văn bản gốc."
TORN_PICTURE = "tệp ảnh bị hỏng hoặc thiếu một phần; hãy quét lại, hoặc lấy lại tệp từ nơi gửi."
EMPTY = "tệp trống, không có chữ nào; hãy chọn tệp có nội dung."
UNDECODABLE = "không nhận ra bảng mã chữ; hãy lưu lại tệp với bảng mã UTF-8."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", EMPTY),
        (b" \n\t\r\n", EMPTY),
        (b"\xef\xbb\xbf", EMPTY),
        (b"\xff\xfe", EMPTY),
        ("\u00a0\u2003\n".encode(), EMPTY),
        ("Quyết định".encode("cp1258", "replace") + b"\xd0", UNDECODABLE),
        ("L'été à l'hôtel, déjà".encode("cp1252"), UNDECODABLE),
        (PLAN.encode()[:-2] + b"\xe1\xba", UNDECODABLE),
        (b"\xff\xfea", UNDECODABLE),
        (b"\xff\xfe\x00\xd8a\x00", UNDECODABLE),
        (b"KH\0UBND", FOREIGN),
        (PLAN.encode("utf-16-le")[:-1], FOREIGN),
        (PLAIN_ASCII.encode("utf-32"), FOREIGN),
        (bytes(range(1, 128)), FOREIGN),
        (b"%PDF-1.7\n1 0 obj", TORN_PDF),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", TORN_PICTURE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", TORN_PICTURE),
    ],
)
def test_what_is_no_text_is_refused_with_one_sentence(data, sentence):
    with pytest.raises(UnreadableFile) as raised:
        read_bytes("dự thảo.txt", data)
    assert str(raised.value) == f"dự thảo.txt: {sentence}"


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "<html>", '<?xml version="1.0"?>', "\ufeff\n<HTML lang='vi'>"])
def test_markup_is_no_text_unless_its_name_says_so(start):
    data = f"{start}<p>Kế hoạch</p>".encode()
    if "xml" in start:
        with pytest.raises(UnreadableFile) as raised:
            read_bytes("ke-hoach.doc", data)
        assert str(raised.value) == f"ke-hoach.doc: {FOREIGN}"
    else:
        assert read_bytes("ke-hoach.doc", data).text == "Kế hoạch"
    assert read_bytes("ghi-chep.TXT", data).text == data.decode()


def test_the_name_does_not_decide_what_a_file_is():
    assert read_bytes("ke-hoach.docx", PLAN.encode()).origin == "txt"
    assert read_bytes("KEHOACH", PLAN.encode()).text == PLAN


@pytest.mark.shared
def test_real_texts_keep_their_offsets(shared):
    path = shared / "data" / "case-khuon-lung" / "draft.txt"
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert read_bytes(path.name, path.read_bytes()).text == text

"""Files that are broken, foreign or built to do harm: one sentence each, in little memory, without a crash."""

import io
import os
import struct
import sys
import tracemalloc
import zipfile

import pytest
from ole_files import compound_file
from word_files import TEXT, docx, packed, part, word_parts

from drafter.errors import UnreadableFile
from drafter.readers import read, read_bytes

MISSING = "không tìm thấy tệp; hãy kiểm tra lại đường dẫn."
FOLDER = "đây là thư mục; hãy chọn một tệp trong đó."
FORBIDDEN = "không có quyền đọc tệp; hãy xin quyền hoặc chép tệp sang thư mục khác."
UNREADABLE = "không đọc được; hãy kiểm tra lại tệp."
EMPTY = "tệp trống, không có chữ nào; hãy chọn tệp có nội dung."
ENCRYPTED = "tệp đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
CORRUPT = "tệp bị hỏng; hãy mở bằng Word, lưu lại thành .docx rồi thử lại."
FOREIGN = "không phải loại tệp đọc được; hãy lưu văn bản thành .docx hoặc .pdf rồi thử lại."
OVERSIZED = "tệp nén ra quá lớn, có thể là tệp độc hại; hãy lấy lại tệp từ nơi gửi."
UNSAFE = "tệp khai báo thực thể XML, văn bản bình thường không có; hãy lấy lại tệp từ nơi gửi."

MB = 2**20


def refusal(data: bytes, name: str = "a.docx") -> str:
    """The sentence of the refusal, without the file's name."""
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(name, data)
    assert raised.value.name == name
    return str(raised.value).removeprefix(f"{name}: ")


class TestPaths:
    def test_a_missing_file(self, tmp_path):
        with pytest.raises(UnreadableFile) as raised:
            read(tmp_path / "không có.docx")
        assert str(raised.value) == f"không có.docx: {MISSING}"

    @pytest.mark.parametrize("path", ["a.txt/b.docx", "nul\0.docx"])
    def test_a_path_that_cannot_be(self, tmp_path, path):
        (tmp_path / "a.txt").write_text("Kế hoạch", encoding="utf-8")
        with pytest.raises(UnreadableFile) as raised:
            read(f"{tmp_path}/{path}")
        assert str(raised.value).endswith(f": {MISSING}")

    def test_a_folder(self, tmp_path):
        (tmp_path / "văn bản.docx").mkdir()
        with pytest.raises(UnreadableFile) as raised:
            read(tmp_path / "văn bản.docx")
        assert str(raised.value) == f"văn bản.docx: {FOLDER}"

    @pytest.mark.parametrize("name", ["a.docx", "a.txt", "a"])
    def test_an_empty_file(self, tmp_path, name):
        (tmp_path / name).touch()
        with pytest.raises(UnreadableFile) as raised:
            read(tmp_path / name)
        assert str(raised.value) == f"{name}: {EMPTY}"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.txt")
        with pytest.raises(UnreadableFile) as raised:
            read(tmp_path / "pipe.txt")
        assert str(raised.value) == f"pipe.txt: {UNREADABLE}"

    @pytest.mark.skipif(sys.platform == "win32", reason="no chmod on Windows")
    def test_a_file_that_may_not_be_read(self, tmp_path):
        path = tmp_path / "mat.txt"
        path.write_text("Kế hoạch", encoding="utf-8")
        path.chmod(0)
        root = os.geteuid() == 0
        if root:  # who may read everything: ask as nobody
            os.seteuid(65534)
        try:
            with pytest.raises(UnreadableFile) as raised:
                read(path)
        finally:
            if root:
                os.seteuid(0)
        assert str(raised.value) == f"mat.txt: {FORBIDDEN}"

    def test_more_than_100_megabytes_are_not_read(self, tmp_path):
        with (tmp_path / "a.txt").open("wb") as file:
            file.truncate(101 * MB)
        with pytest.raises(UnreadableFile) as raised:
            read(tmp_path / "a.txt")
        assert str(raised.value) == f"a.txt: {OVERSIZED}"


def test_the_builder_of_these_tests_makes_readable_files():
    parts = {name: part(name, "") for name in ("styles", "numbering", "comments", "settings")}
    assert read_bytes("a.docx", docx(**parts)).text == "Kế hoạch"


class TestForeign:
    @pytest.mark.parametrize(
        "data",
        [
            packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"}),
            packed({}),
            bytes(range(256)) * 8,
            compound_file({"WordDocument": bytes(4096)}),
        ],
        ids=["ods", "empty zip", "bytes", "doc"],
    )
    def test_other_formats_under_the_name_of_a_docx(self, data):
        assert refusal(data) == FOREIGN

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (
                b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
                "tệp PDF bị hỏng; hãy lấy lại tệp từ nơi gửi, hoặc in lại thành PDF từ văn bản gốc.",
            ),
            (
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
                "tệp ảnh bị hỏng hoặc thiếu một phần; hãy quét lại, hoặc lấy lại tệp từ nơi gửi.",
            ),
        ],
        ids=["pdf", "png"],
    )
    def test_a_torn_file_of_another_format_under_the_name_of_a_docx(self, data, sentence):
        assert refusal(data) == sentence

    def test_a_docx_without_a_character_is_empty(self):
        assert refusal(docx("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>")) == EMPTY


class TestBroken:
    @pytest.mark.parametrize("kept", [4, 40, 0.3, 0.7, -1, -30])
    def test_a_file_cut_short(self, kept):
        data = docx()
        assert refusal(data[: int(len(data) * kept) if isinstance(kept, float) else kept]) == CORRUPT

    def test_a_flipped_byte_in_the_compressed_text(self):
        data = bytearray(docx("<w:p/>" * 50 + TEXT))
        header = data.index(b"word/document.xml")
        for at in range(header + 30, header + 60):
            data[at] ^= 0x55
        assert refusal(bytes(data)) == CORRUPT

    @pytest.mark.parametrize("method", [99, 93])
    def test_a_way_of_packing_that_word_does_not_use(self, method):
        data = bytearray(docx())
        for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
            at = -1
            while (at := data.find(signature, at + 1)) >= 0:
                data[at + offset : at + offset + 2] = struct.pack("<H", method)
        assert refusal(bytes(data)) == CORRUPT

    def test_zip_entries_behind_a_password(self):
        data = bytearray(docx())
        for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = -1
            while (at := data.find(signature, at + 1)) >= 0:
                data[at + offset] |= 1
        assert refusal(bytes(data)) in (ENCRYPTED, CORRUPT)

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "<w:document",
            part("document", "<w:body><w:p></w:body>"),
            "<w:document/>",
            '<?xml version="1.0" encoding="utf-8"?>' + part("document", "<w:body>").replace("</w:document>", ""),
            part("document", ""),
            "<html><body/></html>",
            part("document", f"<w:body>{TEXT}&bogus;</w:body>"),
            part("document", "<w:body>").encode() + b"\xff\xfe</w:body>",
            part("document", "<w:body><w:p><w:r><w:t>a&#0;b</w:t></w:r></w:p></w:body>"),
            '<?xml version="1.0" encoding="klingon"?>' + part("document", f"<w:body>{TEXT}</w:body>"),
        ],
    )
    def test_xml_that_is_none_or_no_document(self, content):
        parts = word_parts() | {"word/document.xml": content}
        assert refusal(packed(parts)) == CORRUPT

    @pytest.mark.parametrize("missing", ["word/document.xml"])
    def test_a_package_without_its_text(self, missing):
        parts = word_parts()
        del parts[missing]
        assert refusal(packed(parts)) == CORRUPT

    @pytest.mark.parametrize(
        "target", ["../../../../etc/passwd", "file:///etc/passwd", "http://localhost:9/document.xml", ""]
    )
    def test_a_relationship_that_leads_out_of_the_package(self, target):
        parts = word_parts()
        parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", target)
        assert refusal(packed(parts)) in (CORRUPT, FOREIGN)

    @pytest.mark.parametrize("tag", ["ins", "sdt", "hyperlink", "smartTag", "tbl"])
    def test_elements_nested_ten_thousand_deep(self, tag):
        opened = {"sdt": "<w:sdt><w:sdtContent>", "tbl": "<w:tbl><w:tr><w:tc>"}.get(tag, f"<w:{tag}>")
        closed = {"sdt": "</w:sdtContent></w:sdt>", "tbl": "<w:p/></w:tc></w:tr></w:tbl>"}.get(tag, f"</w:{tag}>")
        inside = TEXT if tag in ("sdt", "tbl") else "<w:r><w:t>Kế hoạch</w:t></w:r>"
        nested = opened * 10_000 + inside + closed * 10_000
        assert refusal(docx(nested if tag in ("sdt", "tbl") else f"<w:p>{nested}</w:p>")) == CORRUPT


BOMB = "".join(
    ['<!DOCTYPE w [<!ENTITY a "ha ha ha ha">']
    + [f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)]
    + ["]>"]
)
STOLEN = '<!DOCTYPE w [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE w SYSTEM "http://localhost:9/w.dtd">'


class TestEntities:
    @pytest.mark.parametrize("prolog", [BOMB, STOLEN, REMOTE, "<!DOCTYPE w>"], ids=["bomb", "file", "remote", "bare"])
    @pytest.mark.parametrize("name", ["document", "styles", "numbering", "comments", "header1"])
    def test_a_declaration_in_any_part_is_refused(self, name, prolog):
        body = f"<w:body>{TEXT}<w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body>" if name == "document" else "&j;"
        parts: dict[str, str | bytes] = {name: part(name.replace("header1", "hdr"), body, prolog)}
        if name == "header1":
            section = '<w:sectPr><w:headerReference w:type="default" r:id="r0"/></w:sectPr>'
            assert refusal(docx(TEXT + section, **parts)) == UNSAFE
        else:
            assert refusal(docx(**parts)) == UNSAFE

    @pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"])
    def test_a_declaration_in_the_package_s_own_parts(self, name):
        parts = word_parts()
        parts[name] = BOMB + str(parts[name])
        assert refusal(packed(parts)) == UNSAFE

    def test_a_declaration_behind_a_long_remark(self):
        text = f"<!--{'x' * 100_000}-->{STOLEN}" + part("document", f"<w:body>{TEXT}</w:body>")
        assert refusal(packed(word_parts() | {"word/document.xml": text})) == UNSAFE

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
    def test_a_declaration_in_another_encoding(self, encoding):
        text = f'<?xml version="1.0" encoding="UTF-16"?>{STOLEN}' + part("document", f"<w:body>{TEXT}</w:body>")
        data = ("\ufeff" * (encoding == "utf-16-be") + text).encode(encoding)
        assert refusal(packed(word_parts() | {"word/document.xml": data})) == UNSAFE

    def test_the_word_doctype_in_the_text_is_text(self):
        body = "<w:p><w:r><w:t>&lt;!DOCTYPE html&gt;</w:t></w:r></w:p>"
        assert read_bytes("a.docx", docx(body)).text == "<!DOCTYPE html>"


def lying(data: bytes, name: bytes, size: int) -> bytes:
    """The package with another unpacked size declared for one of its parts."""
    lied = bytearray(data)
    for signature, to_size, to_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = -1
        while (at := lied.find(signature, at + 1)) >= 0:
            if lied[at + to_name : at + to_name + len(name)] == name:
                lied[at + to_size : at + to_size + 4] = struct.pack("<I", size)
    return bytes(lied)


def refusal_within(data: bytes, megabytes: float) -> str:
    tracemalloc.start()
    try:
        sentence = refusal(data)
        assert tracemalloc.get_traced_memory()[1] < megabytes * MB
    finally:
        tracemalloc.stop()
    return sentence


class TestBombs:
    """tracemalloc sees what Python holds: the unpacked bytes, not libxml2's tree, which is never reached."""

    def test_a_text_that_unpacks_to_a_thousand_times_its_size(self):
        bomb = docx_of(part("document", f"<w:body>{' ' * 60 * MB}{TEXT}</w:body>"))
        assert len(bomb) < MB / 4
        assert refusal_within(bomb, 5) == OVERSIZED

    def test_a_text_beyond_the_limit_at_a_fair_ratio(self):
        noise = os.urandom(3 * MB // 4).hex()
        assert refusal_within(docx_of(part("document", f"<w:body>{noise * 40}{TEXT}</w:body>")), 60) == OVERSIZED

    def test_a_picture_that_unpacks_to_a_thousand_times_its_size(self):
        assert refusal_within(packed(word_parts() | {"word/media/image1.png": bytes(60 * MB)}), 5) == OVERSIZED

    def test_a_size_declared_too_small(self):
        bomb = docx_of(part("document", f"<w:body>{' ' * 60 * MB}{TEXT}</w:body>"))
        assert refusal_within(lying(bomb, b"word/document.xml", 1000), 5) in (OVERSIZED, CORRUPT)

    def test_a_size_declared_too_large(self):
        assert refusal_within(lying(docx(), b"word/document.xml", 2_000_000_000), 5) == OVERSIZED

    def test_ten_thousand_parts(self):
        parts: dict[str, str | bytes] = word_parts() | {f"word/media/{at}": b"" for at in range(10_000)}
        assert refusal(packed(parts)) == OVERSIZED

    def test_many_parts_of_a_fair_ratio_that_together_are_too_much(self):
        block = os.urandom(MB // 8) + bytes(MB * 10)
        parts: dict[str, str | bytes] = word_parts() | {f"word/media/{at}.bmp": block for at in range(22)}
        assert refusal_within(packed(parts), 10) == OVERSIZED

    def test_the_same_name_twice(self):
        file = io.BytesIO(docx())
        with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as package:
            package.writestr("word/document.xml", part("document", "<w:body><w:p/></w:body>"))
        try:
            assert read_bytes("a.docx", file.getvalue()).text in ("", "Kế hoạch")
        except UnreadableFile as error:
            assert str(error).removeprefix("a.docx: ") in (CORRUPT, EMPTY)


def docx_of(document: str) -> bytes:
    return packed(word_parts() | {"word/document.xml": document})


def styles(*rows: tuple[str, str]) -> str:
    """A part of paragraph styles, each (name, the one that it is based on)."""
    return part(
        "styles",
        "".join(f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in rows),
    )


def numbering(level: str, more: str = "") -> str:
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{more}<w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p>'
)


class TestAbsurd:
    """What is well formed but senseless is read as far as it has sense."""

    @pytest.mark.parametrize(
        "rows",
        [
            [("A", "A")],
            [("A", "B"), ("B", "A")],
            [("A", "B"), ("B", "C"), ("C", "B")],
            [("A", "nowhere")],
            [("A", "S0")] + [(f"S{at}", f"S{at + 1}") for at in range(20_000)],
        ],
        ids=["itself", "two", "behind", "nowhere", "long chain"],
    )
    def test_styles_based_on_each_other(self, rows):
        body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p>'
        assert read_bytes("a.docx", docx(body, styles=styles(*rows))).text == "Kế hoạch"

    @pytest.mark.parametrize("number", ["2000000000", "99999999999999999999", "-5", "0", "", "mười"])
    @pytest.mark.parametrize("look", ["decimal", "upperRoman", "lowerLetter", "bullet", "klingon"])
    def test_numbers_without_measure(self, number, look):
        level = f'<w:start w:val="{number}"/><w:numFmt w:val="{look}"/><w:lvlText w:val="%1."/>'
        text = read_bytes("a.docx", docx(NUMBERED * 3, numbering=numbering(level))).text
        assert text.count("Kế hoạch") == 3
        assert len(text) < 500

    @pytest.mark.parametrize(
        ("level", "more"),
        [
            ('<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%9.%0.%12.%"/>', ""),
            ('<w:numFmt w:val="decimal"/><w:lvlText/>', ""),
            ("", ""),
            ("", '<w:numStyleLink w:val="A"/>'),
            ('<w:pStyle w:val="A"/><w:lvlText w:val="%1"/>', '<w:styleLink w:val="A"/>'),
        ],
    )
    def test_number_patterns_without_sense(self, level, more):
        list_style = part(
            "styles",
            '<w:style w:type="numbering" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
            "</w:style>",
        )
        data = docx(NUMBERED * 2, numbering=numbering(level, more), styles=list_style)
        assert read_bytes("a.docx", data).text.count("Kế hoạch") == 2

    @pytest.mark.parametrize("value", ["7", "-1", "99999999999999999999", "x", ""])
    @pytest.mark.parametrize("name", ["ilvl", "numId"])
    def test_a_paragraph_that_counts_in_no_list(self, name, value):
        body = NUMBERED.replace(f'<w:{name} w:val="{"0" if name == "ilvl" else "1"}"', f'<w:{name} w:val="{value}"')
        level = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        assert read_bytes("a.docx", docx(body, numbering=numbering(level))).text.endswith("Kế hoạch")

    @pytest.mark.parametrize("value", ["abc", "", "1e999", "-1", "99999999999999999999", "NaN", "12,5"])
    @pytest.mark.parametrize(
        "pattern",
        [
            '<w:p><w:pPr><w:ind w:left="{0}" w:firstLine="{0}"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p>',
            '<w:p><w:pPr><w:spacing w:before="{0}" w:line="{0}"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p>',
            '<w:p><w:r><w:rPr><w:sz w:val="{0}"/><w:b w:val="{0}"/></w:rPr><w:t>Kế hoạch</w:t></w:r></w:p>',
            '<w:p><w:pPr><w:jc w:val="{0}"/><w:outlineLvl w:val="{0}"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p>',
            TEXT + '<w:sectPr><w:pgSz w:w="{0}" w:h="{0}"/><w:pgMar w:top="{0}" w:left="{0}"/></w:sectPr>',
            TEXT + '<w:sectPr><w:pgNumType w:start="{0}" w:fmt="{0}"/><w:headerReference r:id="{0}"/></w:sectPr>',
            '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{0}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="{0}"/></w:tcPr>'
            "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            '<w:p><w:commentRangeEnd w:id="{0}"/><w:r><w:t>Kế hoạch</w:t></w:r><w:commentRangeStart w:id="{0}"/></w:p>',
        ],
    )
    def test_values_that_are_no_measure(self, pattern, value):
        assert read_bytes("a.docx", docx(pattern.format(value))).text.strip() == "Kế hoạch"

    @pytest.mark.parametrize("value", ["D800", "110000", "FFFFFFFF", "xyz", "", "-1", "0"])
    def test_symbols_that_are_no_characters(self, value):
        body = f'<w:p><w:r><w:t>Kế hoạch</w:t><w:sym w:font="Wingdings" w:char="{value}"/></w:r></w:p>'
        text = read_bytes("a.docx", docx(body)).text
        assert text.startswith("Kế hoạch")
        assert text.encode("utf-8")

    @pytest.mark.parametrize("depth", [20, 80])
    def test_tables_in_tables(self, depth):
        body = "<w:tbl><w:tr><w:tc>" * depth + TEXT + "</w:tc></w:tr></w:tbl>" * depth
        assert "Kế hoạch" in read_bytes("a.docx", docx(body)).text

    @pytest.mark.parametrize("tag", ["ins", "hyperlink", "smartTag"])
    def test_runs_wrapped_two_hundred_times(self, tag):
        body = f"<w:p>{f'<w:{tag}>' * 200}<w:r><w:t>Kế hoạch</w:t></w:r>{f'</w:{tag}>' * 200}</w:p>"
        assert read_bytes("a.docx", docx(body)).text == "Kế hoạch"

    def test_twenty_thousand_paragraphs_are_read_within_seconds(self):
        assert read_bytes("a.docx", docx(TEXT * 20_000)).text.count("\n") == 19_999

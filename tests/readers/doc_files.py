"""Files of Word 97 that try to do harm, made of what LibreOffice saves as .doc: fields, a macro, a thing embedded."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from odt_files import odt
from ole_files import compound_file, streams_of
from one_text import converted
from word_files import docx

FIELDS = {"LINK": 56, "INCLUDEPICTURE": 67, "INCLUDETEXT": 68, "DDEAUTO": 46}
"""Numbers of fields in a .doc ([MS-DOC] 2.9.90, `flt`)."""
_HYPERLINK = 88
_ROOM = 30
"""Letters more than a field needs, for the quotation marks and the word of the link in whose place it comes."""


def with_fields(codes: Sequence[str], folder: Path) -> bytes:
    """A .doc with these field codes, each showing an old result, between two lines; `folder` is where it is made."""
    links = [f"http://x/{number}".ljust(len(code) + _ROOM, "a") for number, code in enumerate(codes)]
    made = folder / "fields.docx"
    made.write_bytes(docx(_line("Trước") + "".join(map(_linked, links)) + _line("Sau")))
    streams = streams_of(converted(made, "doc", folder).read_bytes())
    text, table = streams["WordDocument"], streams["1Table"]
    for link, code in zip(links, codes, strict=True):
        old = f' HYPERLINK "{link}"'
        assert text.count(_wide(old)) == 1
        text = text.replace(_wide(old), _wide(f" {code}".ljust(len(old))))
        table = table.replace(_field(_HYPERLINK), _field(FIELDS[code.split()[0]]), 1)
    return compound_file({**streams, "WordDocument": text, "1Table": table})


def with_macro(target: Path, folder: Path) -> bytes:
    """A .doc whose macro would write the file `target` when it is opened or closed, and with a script embedded."""
    write = f'Open "{target}" For Output As #1\r\nPrint #1, "x"\r\nClose #1\r\n'
    subs = "".join(f"Sub {name}()\r\n{write}End Sub\r\n" for name in ("AutoOpen", "Document_Open", "AutoClose"))
    source = f'Attribute VB_Name = "Module1"\r\n{subs}'
    made = folder / "macro.odt"
    made.write_bytes(odt("<text:p>Kế hoạch</text:p>"))
    streams = streams_of(converted(made, "doc", folder).read_bytes())
    script = f"#!/bin/sh\ntouch {target}\n".encode()
    return compound_file({**streams, **_macros(source), "ObjectPool/_1/\x01Ole10Native": script})


def _line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _linked(address: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{address}" </w:instrText></w:r>'
    return f"<w:p>{marks[0]}{code}{marks[1]}<w:r><w:t>bản cũ</w:t></w:r>{marks[2]}</w:p>"


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _field(number: int) -> bytes:
    """Begin, separator; the flags of the end are left."""
    return bytes((0x13, number, 0x14, 0xFF, 0x15))


def _macros(source: str) -> Mapping[str, bytes]:
    """The storage of a project with one module ([MS-OVBA] 2.3)."""
    project = 'ID="{00000000-0000-0000-0000-000000000000}"\r\nModule=Module1\r\nName="Project"\r\n'
    return {
        "Macros/PROJECT": project.encode(),
        "Macros/VBA/_VBA_PROJECT": bytes.fromhex("CC61FFFF000000"),
        "Macros/VBA/dir": _packed(_directory()),
        "Macros/VBA/Module1": _packed(source.encode("cp1252")),
    }


def _directory() -> bytes:
    def record(number: int, content: bytes = b"") -> bytes:
        return struct.pack("<HI", number, len(content)) + content

    number, word, name = struct.Struct("<I").pack, struct.Struct("<H").pack, b"Module1"
    return b"".join(
        [
            *(record(0x01, number(1)), record(0x02, number(0x409)), record(0x14, number(0x409))),
            *(record(0x03, word(1252)), record(0x04, b"Project"), record(0x05), record(0x40), record(0x06)),
            *(record(0x3D), record(0x07, number(0)), record(0x08, number(0))),
            struct.pack("<HIIH", 0x09, 4, 1, 1),
            *(record(0x0C), record(0x3C), record(0x0F, word(1)), record(0x13, word(0xFFFF))),
            *(record(0x19, name), record(0x47, _wide("Module1")), record(0x1A, name), record(0x32, _wide("Module1"))),
            *(record(0x1C), record(0x48), record(0x31, number(0)), record(0x1E, number(0))),
            *(record(0x2C, word(0xFFFF)), record(0x21), record(0x2B), record(0x10)),
        ]
    )


def _packed(content: bytes) -> bytes:
    """As [MS-OVBA] 2.4.1 packs it, every letter as it is, below the size of one chunk."""
    tokens = b"".join(b"\0" + content[at : at + 8] for at in range(0, len(content), 8))
    assert len(content) <= 4096
    return b"\x01" + struct.pack("<H", 0xB000 | len(tokens) + 2 - 3) + tokens

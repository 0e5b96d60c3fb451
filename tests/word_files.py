"""Small Word packages for tests, written as XML."""

import io
import zipfile

from lxml import etree

from drafter.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TEXT = "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>"
RELATED = ("styles", "numbering", "comments", "settings", "header1")
SPACES = f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:r="{OFFICE}" xmlns:wps="{WPS}" xmlns:m="{MATH}"'


def part(root: str, content: str, prolog: str = "") -> str:
    return f"{prolog}<w:{root} {SPACES}>{content}</w:{root}>"


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def word_parts(body: str = TEXT, **parts: str | bytes) -> dict[str, str | bytes]:
    """A small Word package: its body, and the parts named as in `word/<name>.xml`."""
    related = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
        if name in RELATED
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{name.rstrip("1")}+xml"/>' for name in parts
    )
    relations = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{relations}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}/relationships">{related}</Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }


def docx(body: str = TEXT, **parts: str | bytes) -> bytes:
    return packed(word_parts(body, **parts))


def rejected(data: bytes) -> str:
    """The text of a file without drafter's own changes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for element in list(root.iter(f"{{{W}}}ins", f"{{{W}}}del")):
        if element.get(f"{{{W}}}author") != "drafter":
            continue
        parent = element.getparent()
        if element.tag == f"{{{W}}}del":
            for child in element:
                for text in child.iter(f"{{{W}}}delText"):
                    text.tag = f"{{{W}}}t"
                element.addprevious(child)
        parent.remove(element)
    parts["word/document.xml"] = etree.tostring(root)
    return read_bytes("a.docx", packed(parts)).text

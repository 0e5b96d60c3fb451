"""Word files for the tests of the reader, written as XML: only what a case needs."""

from word_files import OFFICE, packed, part, word_parts

from drafter.document import Document, Format, Paragraph
from drafter.readers.docx import read_docx

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = f"""<a:theme xmlns:a="{A}"><a:themeElements>
<a:clrScheme name="x">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="1f497d"/></a:dk2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>
</a:clrScheme>
<a:fontScheme name="x">
<a:majorFont><a:latin typeface="Calibri Light"/><a:font script="Viet" typeface="Times New Roman"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:font script="Jpan" typeface="MS Mincho"/>
<a:font script="Viet" typeface="Arial"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    inside = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell; plain words become a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def field(instruction: str, result: str) -> str:
    """A field written with begin, separate and end; `result` is runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(identity: str, properties: str, *, kind: str = "paragraph", based_on: str = "", default: bool = False) -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    is_default = ' w:default="1"' if default else ""
    opening = f'<w:style w:type="{kind}" w:styleId="{identity}"{is_default}><w:name w:val="{identity.lower()}"/>'
    return f"{opening}{based}{properties}</w:style>"


def word(body: str, *, theme: str = "", margins: dict[str, str] | None = None, **parts: str) -> bytes:
    """The file: `parts` are the contents of styles, numbering, settings, comments; `margins` those of headers by id."""
    wrapped = {name: part(name, content) for name, content in parts.items()}
    files = word_parts(body, **wrapped)
    related = f'<Relationship Id="theme" Type="{OFFICE}/theme" Target="theme.xml"/>' if theme else ""
    for name, content in (margins or {}).items():
        kind = name.rstrip("0123456789")
        related += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        files[f"word/{name}.xml"] = part({"header": "hdr", "footer": "ftr"}[kind], content)
    if theme:
        files["word/theme.xml"] = theme
    relations = str(files["word/_rels/document.xml.rels"])
    files["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{related}</Relationships>")
    return packed(files)


def read_word(body: str, **parts) -> Document:
    return read_docx("a.docx", word(body, **parts))


def text_of(body: str, **parts) -> str:
    return read_word(body, **parts).text


def texts(document: Document) -> list[str]:
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


def paragraph_of(body: str, **parts) -> Paragraph:
    """The first paragraph."""
    return read_word(body, **parts).paragraphs[0]


def format_of(body: str, **parts) -> Format:
    """How the first run of the first paragraph looks."""
    return paragraph_of(body, **parts).runs[0].format

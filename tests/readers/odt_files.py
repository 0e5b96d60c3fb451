"""Small OpenDocument texts for tests, written as XML."""

from __future__ import annotations

from word_files import packed

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("script", "script"))
)
SPACES = f'{_SPACES} xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
SPACES += ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
SPACES += ' xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office"'
_TEXT = "application/vnd.oasis.opendocument.text"
_LINKS_ALWAYS = (
    '<config:config-item-set config:name="ooo:configuration-settings">'
    '<config:config-item config:name="LinkUpdateMode" config:type="short">2</config:config-item>'
    "</config:config-item-set>"
)
_MACRO = "vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"
_EVENTS = ("dom:load", "office:load-finished", "office:view-created", "office:copy-to-done", "dom:unload")


def odt(body: str, scripts: str = "", prolog: str = "", encrypted: str = "", **parts: str) -> bytes:
    """A text with this body, which asks for links to be followed; `parts` are paths with "/" written as "__"."""
    files = {
        "content.xml": f"{prolog}<office:document-content {SPACES} office:version='1.2'>{scripts}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "settings.xml": f"<office:document-settings {SPACES} office:version='1.2'><office:settings>{_LINKS_ALWAYS}"
        "</office:settings></office:document-settings>",
        **{name.replace("__", "/") + ".xml": content for name, content in parts.items()},
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml">{encrypted}'
        "</manifest:file-entry>"
        for name in files
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TEXT}"/>{entries}</manifest:manifest>'
    )
    return packed({"mimetype": _TEXT, **files, "META-INF/manifest.xml": manifest})


def with_macro(target: str) -> bytes:
    """A text whose macro writes the file `target` when it is opened, shown, saved or closed."""
    listeners = "".join(
        f'<script:event-listener script:language="ooo:script" script:event-name="{event}" xlink:href="{_MACRO}" '
        'xlink:type="simple"/>'
        for event in _EVENTS
    )
    scripts = (
        '<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded '
        f'ooo:name="Standard"/></ooo:libraries></office:script><office:event-listeners>{listeners}'
        "</office:event-listeners></office:scripts>"
    )
    library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    code = f"Sub Main\nOpen &quot;{target}&quot; For Output As #1\nPrint #1, &quot;x&quot;\nClose #1\nEnd Sub"
    return odt(
        "<text:p>Kế hoạch</text:p>",
        scripts,
        **{
            "Basic__script-lc": '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
            '"libraries.dtd"><library:libraries xmlns:library="http://openoffice.org/2000/library">'
            '<library:library library:name="Standard" library:link="false"/></library:libraries>',
            "Basic__Standard__script-lb": f"<library:library {library} library:readonly='false'>"
            '<library:element library:name="Module1"/></library:library>',
            "Basic__Standard__Module1": '<script:module xmlns:script="http://openoffice.org/2000/script" '
            f'script:name="Module1" script:language="StarBasic">{code}</script:module>',
        },
    )


def with_links(server: str, file: str) -> bytes:
    """A text that shows sections, a picture, an object and a frame of `server`, and a section of a local file."""

    def section(number: int, address: str, more: str = "") -> str:
        return (
            f'<text:section text:name="s{number}"><text:section-source xlink:href="{address}" xlink:type="simple" '
            f'xlink:show="embed" {more}/><text:p>bản đã lưu</text:p></text:section>'
        )

    def frame(inner: str, address: str) -> str:
        return (
            '<text:p><draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">'
            f'<draw:{inner} xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            "</draw:frame></text:p>"
        )

    asked = (
        '<text:section text:name="dde"><office:dde-source office:dde-application="soffice" office:dde-item="x" '
        f'office:dde-topic="{file}" office:automatic-update="true"/><text:p>bản đã lưu</text:p></text:section>'
    )
    return odt(
        f"<text:p>Trước</text:p>{asked}"
        + section(3, "file:///etc/passwd", 'text:filter-name="Text"')
        + section(1, f"{server}/section.txt")
        + section(2, file, 'text:filter-name="Text"')
        + frame("image", f"{server}/picture.png")
        + frame("object", f"{server}/object.odt")
        + frame("floating-frame", f"{server}/frame.html")
        + "<text:p>Sau</text:p>"
    )


def rtf_with_links(server: str, file: str) -> bytes:
    """Fields that include a local file and a remote picture, that ask other programs, and an object to be opened."""
    fields = {
        f'INCLUDETEXT "{file}"': "bản cũ",
        'INCLUDETEXT "file:///etc/passwd"': "bản cũ",
        f'INCLUDETEXT "{server}/text.rtf"': "bản cũ",
        f'INCLUDEPICTURE "{server}/picture.png" \\\\d': "",
        f'DDEAUTO soffice "{file}" x': "",
        f'LINK Word.Document.8 "{server}/linked.doc" \\\\a \\\\r': "",
    }
    shown = " ".join(
        rf"{{\field{{\*\fldinst {what}}}{{\fldrslt {''.join(_rtf(letter) for letter in result)}}}}}"
        for what, result in fields.items()
    )
    thing = r"{\object\objautlink\objupdate{\*\objclass Package}{\*\objdata 0105000002000000}{\result cu}}"
    model = rf"{{\*\template {server}/model.dot}}"
    return rf"{{\rtf1\ansi {model}Truoc {shown} {thing} Sau}}".encode("ascii")


def _rtf(letter: str) -> str:
    return letter if letter.isascii() else rf"\u{ord(letter)}?"

"""XML of files that nobody vouches for: no document types, so no entities; nothing fetched."""

from __future__ import annotations

import codecs

from lxml import etree

from drafter import errors

Element = etree._Element

_BEFORE_ROOT = ((b"<?", b"?>"), (b"<!--", b"-->"))


def opens_with_doctype(content: bytes) -> bool:
    """Whether a document type stands before the root element; asked before the parser sees it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")):
        codec = "utf-16-be" if content.startswith((codecs.BOM_UTF16_BE, b"\0<")) else "utf-16-le"
        content = content.decode(codec, "ignore").removeprefix("\ufeff").encode()
    rest = content.removeprefix(codecs.BOM_UTF8)
    at = 0
    while True:
        while rest[at : at + 1].isspace():
            at += 1
        closing = next((end for start, end in _BEFORE_ROOT if rest.startswith(start, at)), None)
        found = -1 if closing is None else rest.find(closing, at)
        if closing is None or found < 0:
            return rest.startswith(b"<!DOCTYPE", at)
        at = found + len(closing)


def parsed(name: str, content: bytes, long_texts: bool = False) -> Element:
    """The root element, comments and instructions left out; `long_texts` for single texts of more than 10 MB.

    Raises `CorruptFile` for what is no XML, `UnsafeFile` for what declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=long_texts,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise errors.CorruptFile(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise errors.UnsafeFile(name)
    return root

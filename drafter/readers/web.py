"""Web pages: the text that a reader came for, as far as the page says where it is.

Of a page with menus around it is, by this order: the one element in which the portals of legal documents hold the text
of a document; the one `<main>`; the one `<article>`. The first and the last count only with a third of all that the
page shows. Else it is all that is seen, but what says of itself that it is navigation.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import Literal

from bs4 import BeautifulSoup, Tag

from drafter.document import Document
from drafter.errors import EmptyFile, UndecodableFile
from drafter.readers.flow import Flow
from drafter.readers.markup import attribute, read_into

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{1,40})", re.I
)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_HEAD = 4096
_SAMPLE = 200_000
"""Bytes from which an encoding is told that nothing declares."""
_GUESSED = ["utf_16_le", "utf_16_be", "cp1258"]
"""Encodings that may be guessed; a page in an old Vietnamese one reads as plausible nonsense in most others."""
_LATIN = frozenset({"ascii", "iso8859-1", "latin-1"})

_TEXTS_OF_PORTALS = frozenset({"toanvancontent", "divcontentdoc", "content1", "the-document-body", "articlebody"})
"""Ids, classes and item properties of the element that holds the text: vbpl.vn, thuvienphapluat.vn, luatvietnam.vn."""
_ROLES_BESIDE = frozenset({"navigation", "search", "complementary", "menu", "menubar"})
_ENOUGH = 1 / 3
_MOST_ALIKE = 20


def read_html(name: str, data: bytes, progress: object = None) -> Document:
    """The page as a document. Nothing is fetched, nothing run.

    Raises `EmptyFile` where nothing is seen, `UndecodableFile` where nothing tells the encoding.
    """
    return document_of(name, data, decoded(name, data), "html")


def document_of(name: str, data: bytes, markup: str, origin: Literal["html", "md"]) -> Document:
    """The document that `markup` shows; `data` is the file that it was made of."""
    flow = _text(BeautifulSoup(_XML_DECLARATION.sub("", markup), "lxml"))
    if not flow.paragraphs:
        raise EmptyFile(name)
    return Document(name, sha256(data).hexdigest(), origin, flow.text, flow.paragraphs)


def decoded(name: str, data: bytes) -> str:
    """The characters of a page: by its mark of byte order, as UTF-8 if it is, as it declares, or by its letters."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(encoding, "replace")
    # Plain letters in UTF-16 are UTF-8 too, each with a NUL.
    for encoding_of in (*(() if b"\0" in data else (lambda _: "utf-8", _declared)), _guessed):
        try:
            return data.decode(encoding_of(data))
        except (LookupError, UnicodeDecodeError):
            continue
    raise UndecodableFile(name)


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    name = (found[1] or found[2]).decode() if found else ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return name
    # As browsers do: pages that say Latin 1 mean Windows; what could be read so far is no UTF-16.
    return "cp1252" if codec in _LATIN else "" if codec.startswith("utf-16") else codec


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: _SAMPLE // 2 * 2], cp_isolation=_GUESSED).best()
    return best.encoding if best else ""


def _text(soup: BeautifulSoup) -> Flow:
    whole = soup.body or soup
    for element in whole.find_all(_is_beside):
        element.extract()
    seen = _flow(whole)
    for found, share in _marked(whole):
        inner = _flow(found)
        if inner.paragraphs and len(inner.text) >= share * len(seen.text):
            return inner
    return seen


def _marked(whole: Tag) -> Iterator[tuple[Tag, float]]:
    """The elements that say that they hold the text, each with the part of the page that it has to hold."""
    elements = [element for element in whole.find_all(True) if isinstance(element, Tag)]
    for found, share in (
        (filter(_is_of_a_portal, elements), _ENOUGH),
        (filter(_is_main, elements), 0.0),
        ((element for element in elements if element.name == "article"), _ENOUGH),
    ):
        only = _only(list(islice(found, _MOST_ALIKE)))
        if only is not None:
            yield only, share


def _only(found: list[Tag]) -> Tag | None:
    """The first, if all the others are in it."""
    if not found or len(found) == _MOST_ALIKE:
        return None
    first, *others = found
    return first if all(any(parent is first for parent in one.parents) for one in others) else None


def _is_of_a_portal(element: Tag) -> bool:
    names = " ".join(attribute(element, name) for name in ("id", "class", "itemprop"))
    return not _TEXTS_OF_PORTALS.isdisjoint(names.lower().split())


def _is_main(element: Tag) -> bool:
    return element.name == "main" or attribute(element, "role").lower() == "main"


def _is_beside(element: Tag) -> bool:
    return element.name in ("nav", "aside") or attribute(element, "role").lower() in _ROLES_BESIDE


def _flow(root: Tag) -> Flow:
    flow = Flow()
    read_into(flow, root)
    return flow

"""Markdown: the text as it is shown, by way of the web page that it stands for."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from drafter.document import Document
from drafter.readers.web import decoded, document_of

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(?:(?!\1[ \t]*$).*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def read_md(name: str, data: bytes, progress: object = None) -> Document:
    """The text as shown: headings, lists with their markers, tables cell by cell, code as it stands; no front matter.

    Raises `EmptyFile` where nothing is shown, `UndecodableFile` where nothing tells the encoding.
    """
    text = decoded(name, data).replace("\r\n", "\n").replace("\r", "\n")
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return document_of(name, data, parser.render(_FRONT_MATTER.sub("", text, count=1)), "md")

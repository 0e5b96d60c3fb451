"""Word files: `read_docx` gives the document, `located_pieces` says where in the XML each piece of its text stands."""

from __future__ import annotations

import hashlib

from drafter.document import Document
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.comments import comments_of
from drafter.readers.docx.ooxml import Element
from drafter.readers.docx.package import Package
from drafter.readers.docx.paragraphs import inserted_spans, paragraphs_of, recoded_spans
from drafter.readers.docx.sections import sections_of
from drafter.readers.docx.story import Located, lay_out
from drafter.readers.docx.strokes import strokes_of

__all__ = ["Located", "Package", "located_pieces", "read_docx"]


def read_docx(name: str, data: bytes) -> Document:
    """The Word file as a document; `name` is the file's name. Raises a subclass of `errors.UnreadableFile`."""
    package = Package.open(name, data)
    cascade = Cascade(package)
    story = lay_out(package.main, cascade)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        origin="docx",
        text=story.text,
        paragraphs=paragraphs_of(story, cascade),
        sections=sections_of(story, package, cascade),
        comments=comments_of(story, package, cascade),
        inserted=inserted_spans(story),
        strokes=strokes_of(story, cascade),
        recoded=recoded_spans(story),
    )


def located_pieces(package: Package, main: Element | None = None) -> list[Located]:
    """Every piece of `Document.text` with its offset; automatic numbers and the line feeds between have no piece.

    `main` is another tree of the same document part, such as `docx.Document(…).element`; without it the pieces are
    those of `package.main`. Hold on to the list while working on the tree; it does not follow changes.
    """
    return list(lay_out(package.main if main is None else main, Cascade(package)).located())

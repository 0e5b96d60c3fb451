"""Scans and photographs of pages, their words recognised by Tesseract."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from drafter.document import Document
from drafter.readers.paper.laid import laid_out
from drafter.readers.scan.images import pictures_of
from drafter.readers.scan.recognising import Picture, recognised_sheets

__all__ = ["Picture", "read_image", "recognised_sheets"]


def read_image(name: str, data: bytes, progress: Callable[[int, int], None] | None = None) -> Document:
    """The pages of a .png, .jpg or .tif file. Raises `CorruptPicture`, `OversizedPicture`, `MissingRecogniser`."""
    laid = laid_out(recognised_sheets(pictures_of(name, data), progress, name=name))
    return Document(
        name,
        sha256(data).hexdigest(),
        "scan",
        laid.text,
        laid.paragraphs,
        sections=laid.sections,
        pages=laid.pages,
        guesses=laid.guesses,
    )

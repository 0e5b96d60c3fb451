"""From the bytes of a PDF to a `Document`. Nothing that the file would run is run: no scripts, actions or forms."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from drafter.document import Document, Signature
from drafter.errors import CorruptPdf, EmptyFile, EncryptedPdf, LongPdf, MissingRecogniser
from drafter.readers.paper.laid import laid_out
from drafter.readers.paper.values import Sheet
from drafter.readers.pdf.drawings import count_of_paths, picture_share, rules
from drafter.readers.pdf.old_words import in_unicode
from drafter.readers.pdf.turning import turn_of
from drafter.readers.pdf.words import Letters, clockwise, letters

if TYPE_CHECKING:
    from PIL import Image

_MOST_PAGES = 2_000
_DPI = 300.0
_MOST_DOTS = 40_000_000
"""Of a page as a picture; a larger one is drawn coarser."""
_COVERED = 0.6
"""Part of a page that a picture covers where the page is a scan."""
_FEW = 300
"""Characters on top of a scan that may be stamped there."""
_MANY_SHAPES = 100
"""Shapes on a page without letters that may be letters drawn as shapes."""
_GARBLED = 0.2
"""Part of the characters that stand for none where the text of a page is no text."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page of the file: as a sheet, or still to be recognised."""

    sheet: Sheet
    is_scan: bool


def read_pdf(name: str, data: bytes, progress: Progress | None = None) -> Document:
    """The text of a PDF, of its scanned pages as recognised, and what of its layout shows.

    `progress` is told of pages done and of all. Raises EncryptedPdf, CorruptPdf, LongPdf, EmptyFile, and
    MissingRecogniser where no page has text and nothing is installed that recognises it.
    """
    pdf = _opened(name, data)
    try:
        if not len(pdf):
            raise EmptyFile(name)
        if len(pdf) > _MOST_PAGES:
            raise LongPdf(name)
        sheets = _sheets(name, pdf, progress)
    except pdfium.PdfiumError as error:
        raise CorruptPdf(name) from error
    finally:
        pdf.close()
    laid = laid_out(sheets)
    scanned = sum(sheet.recognised for sheet in sheets)
    return Document(
        name,
        sha256(data).hexdigest(),
        "scan" if 2 * scanned > len(sheets) else "pdf",
        laid.text,
        laid.paragraphs,
        sections=laid.sections,
        pages=laid.pages,
        guesses=laid.guesses,
        recoded=laid.recoded,
        signatures=_signatures(data),
    )


def _signatures(data: bytes) -> tuple[Signature, ...]:
    """The signatures, for which a library is loaded where there are any: each says which bytes it is about."""
    if b"/ByteRange" not in data:
        return ()
    from drafter.readers.pdf.signatures import signatures

    return signatures(data)


def _opened(name: str, data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedPdf(name) from error
        raise CorruptPdf(name) from error


def _sheets(name: str, pdf: pdfium.PdfDocument, progress: Progress | None) -> list[Sheet]:
    """The pages in order; those that are pictures are recognised behind the others."""
    leaves = []
    total = len(pdf)
    for at in range(total):
        leaves.append(_leaf(pdf, at))
        if progress:
            progress(sum(not leaf.is_scan for leaf in leaves), total)
    scans = [leaf for leaf in leaves if leaf.is_scan]
    if not scans:
        return [leaf.sheet for leaf in leaves]
    recognised = _recognised(name, pdf, scans, total, progress)
    return [recognised.get(leaf.sheet.number, leaf.sheet) if leaf.is_scan else leaf.sheet for leaf in leaves]


def _leaf(pdf: pdfium.PdfDocument, at: int) -> _Leaf:
    try:
        page = pdf[at]
    except pdfium.PdfiumError:  # a page that cannot be loaded does not spoil the others
        return _Leaf(Sheet(at + 1, 595.0, 842.0, ()), False)
    try:
        turn = turn_of(page, clockwise(page))
        found = letters(page, turn)
        if _is_scan(page, found):
            width, height = page.get_size()
            return _Leaf(Sheet(at + 1, width, height, (), recognised=True), True)
        return _Leaf(Sheet(at + 1, turn.width, turn.height, in_unicode(found.words), rules(page, turn)), False)
    finally:
        page.close()


def _is_scan(page: pdfium.PdfPage, found: Letters) -> bool:
    """Whether the text of a page has to be recognised: it is a picture, drawn as shapes, or garbled."""
    if found.visible and found.impossible > _GARBLED * found.visible:
        return True
    if found.visible >= _FEW:
        return False
    share = picture_share(page)
    if not found.visible:
        return share > 0.05 or found.invisible > 0 or count_of_paths(page, _MANY_SHAPES) >= _MANY_SHAPES
    return share > _COVERED


def _recognised(
    name: str, pdf: pdfium.PdfDocument, scans: list[_Leaf], total: int, progress: Progress | None
) -> dict[int, Sheet]:
    """The scanned pages with their words, by number; none where nothing recognises but other pages have text."""
    from drafter.readers.scan import Picture, recognised_sheets

    before = total - len(scans)
    pictures = [Picture(leaf.sheet.number, partial(_picture, pdf, leaf), _dpi(leaf.sheet)) for leaf in scans]

    def told(done: int, _: int) -> None:
        if progress:
            progress(before + done, total)

    try:
        return {sheet.number: sheet for sheet in recognised_sheets(pictures, told, name=name)}
    except MissingRecogniser:
        if not before:
            raise
        return {}


def _dpi(sheet: Sheet) -> float:
    """How fine a page is drawn; a huge one coarser."""
    return min(_DPI, 72 * math.sqrt(_MOST_DOTS / max(1.0, sheet.width * sheet.height)))


def _picture(pdf: pdfium.PdfDocument, leaf: _Leaf) -> Image.Image:
    page = pdf[leaf.sheet.number - 1]
    try:
        picture: Image.Image = page.render(scale=_dpi(leaf.sheet) / 72, may_draw_forms=False).to_pil()
        return picture
    finally:
        page.close()

"""PDF files: the text that they hold, page by page; of pages that are pictures the words that are recognised."""

from drafter.readers.pdf.reading import read_pdf

__all__ = ["read_pdf"]

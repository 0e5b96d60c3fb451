"""Scans and photographs of pages, their words recognised by Tesseract."""

from drafter.readers.scan.recognising import Picture, recognised_sheets

__all__ = ["Picture", "recognised_sheets"]

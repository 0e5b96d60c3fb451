"""The electronic signatures of a PDF: whose, when, and whether the file is still what was signed."""

from __future__ import annotations


def signatures(data: bytes) -> tuple:
    return ()

"""The readers that run in a process of their own, by the form of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from drafter.document import Document
from drafter.errors import ForeignFile

Reader = Callable[[str, bytes, Any], Document]

_MODULES = {
    "doc": "office",
    "odt": "office",
    "rtf": "office",
    "pdf": "pdf",
    "image": "scan",
    "html": "web",
    "md": "markdown",
    "xlsx": "sheets",
}


def _reader(form: str, module: str) -> Reader:
    """`read_<form>(name, data, progress)` of a module beside this one, loaded at its first use."""

    def reader(name: str, data: bytes, progress: Any) -> Document:
        try:
            found = import_module(f"drafter.readers.{module}")
        except ModuleNotFoundError:
            raise ForeignFile(name) from None
        document: Document = getattr(found, f"read_{form}")(name, data, progress)
        return document

    return reader


READERS: Mapping[str, Reader] = {form: _reader(form, module) for form, module in _MODULES.items()}

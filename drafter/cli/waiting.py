"""A line on the terminal that says how far the reading of a file is, where that takes more than a moment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click

_MOMENT = 1.0
"""Seconds after which somebody who waits wants to know."""
_WIDEST_NAME = 40
_WHOLE_LINE = "\r\x1b[K"


@contextmanager
def reading(name: str, doing: str = "Đang đọc") -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of parts (pages, files) that were read; None where nobody looks. The line is gone in the end."""
    if not sys.stderr.isatty():
        yield None
        return
    begun = monotonic()
    shown = False

    def tell(done: int, of: int) -> None:
        nonlocal shown
        if monotonic() - begun > _MOMENT:
            shown = True
            click.echo(f"{_WHOLE_LINE}{doing} {_cut(name)}: {done}/{of}", err=True, nl=False)

    try:
        yield tell
    finally:
        if shown:
            click.echo(_WHOLE_LINE, err=True, nl=False)


def _cut(name: str) -> str:
    return name if len(name) <= _WIDEST_NAME else f"{name[: _WIDEST_NAME - 1]}…"

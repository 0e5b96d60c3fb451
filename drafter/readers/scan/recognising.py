"""From pictures of pages to sheets with words: pages side by side, in the order given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from PIL import Image

from drafter.readers.paper.values import Sheet
from drafter.readers.scan.page import sheet_of
from drafter.readers.scan.tesseract import Tesseract

_LOOK_UP = 0.2
"""Seconds between looks at the clock: on Windows a wait without end cannot be interrupted."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture, or what gives it: called once, from the thread that recognises."""

    number: int
    """In the file, from 1."""
    image: Image.Image | Callable[[], Image.Image]
    dpi: float


def recognised_sheets(
    pictures: Iterable[Picture],
    progress: Callable[[int, int], None] | None = None,
    workers: int | None = None,
    *,
    name: str = "tệp",
) -> list[Sheet]:
    """The pages with their words and an upright small picture of each, in the order given.

    `progress` is told in this thread of every page done; what it raises ends all work, nothing keeps running.
    A page that Tesseract cannot read, or not within a minute, has no words. Raises `MissingRecogniser` with
    the file's `name` where Tesseract or its Vietnamese is not installed.
    """
    waiting = list(enumerate(pictures))
    total = len(waiting)
    if not total:
        return []
    workers = workers or os.cpu_count() or 1
    sheets: dict[int, Sheet] = {}
    running: dict[Future[Sheet], int] = {}
    with ThreadPoolExecutor(workers) as pool, Tesseract(name) as tesseract:
        while waiting or running:
            while waiting and len(running) < workers + 1:  # one picture ready for whoever is done
                place, picture = waiting.pop(0)
                image = picture.image() if callable(picture.image) else picture.image
                running[pool.submit(sheet_of, tesseract, picture.number, image, picture.dpi)] = place
            done, _ = wait(running, timeout=_LOOK_UP, return_when=FIRST_COMPLETED)
            for future in done:
                sheets[running.pop(future)] = future.result()
                if progress:
                    progress(len(sheets), total)
    return [sheets[place] for place in sorted(sheets)]

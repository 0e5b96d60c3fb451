"""How fast files of each format are read, in how much memory, and how far what is read is from what they say.

.venv/bin/python bench/reading.py

Real Word files; one text, the project's own draft, in every format that LibreOffice writes; a PDF of fifty pages;
pictures of pages at 150, 200 and 300 dots an inch, clean and as scanners give them; the signed scan of ../shared.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import material
import psutil

from drafter import Document, read
from drafter.errors import UnreadableFile

sys.path.insert(0, str(material.ROOT))
from tests.readers.one_text import character_error, converted, office, paragraphs
from tests.readers.scans import CLEAN, LITTLE, MUCH, pages_of, spoiled

DRAFT = material.ROOT / "corpus" / "drafts" / "2-sao-chep-nguyen-van.docx"
REAL = material.SHARED / "data" / "docx"
SCAN = material.SHARED / "data" / "pdf" / "411-QD-TTg.scan.pdf"
PAGES = 50
EVERY = 0.02
"""Seconds between two looks at the memory."""


@dataclass(slots=True)
class Peak:
    """The most that this process and all that it starts have used together, MB."""

    memory: float = 0.0


def main() -> None:
    if office() is None:
        sys.exit("LibreOffice is not installed: nothing to measure with.")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        said = read(DRAFT).text
        for real in sorted(REAL.glob("*.docx")):
            told(real.name, real, "")
        for suffix in ("doc", "odt", "rtf", "pdf", "html"):
            told(suffix, converted(DRAFT, suffix, folder), said)
        long = grown_pdf(folder)
        told(f"pdf of {PAGES} pages", long, "")
        page = converted(DRAFT, "pdf", folder)
        for dots in (150, 200, 300):
            for name, how in (("clean", CLEAN), ("a little noise", LITTLE), ("much noise", MUCH)):
                images = [spoiled(one, how, dots, dots + at) for at, one in enumerate(pages_of(page, dots))]
                told(f"scan, {dots} dpi, {name}", saved(images, folder / f"{dots}.tif", dots), said)
        if SCAN.exists():
            told(SCAN.name, SCAN, "")


def told(what: str, file: Path, said: str) -> None:
    """Reads the file and prints what it took; compared with what it should say, where that is known."""
    with watched() as peak:
        began = time.perf_counter()
        try:
            document = read(file)
        except UnreadableFile as error:
            print(f"{what}: {error}")
            return
        taken = time.perf_counter() - began
    pages = f", {len(document.pages) / taken:.1f} pages a second" if document.pages else ""
    print(f"{what}: {taken:.2f} s{pages}, {peak.memory:.0f} MB{compared(document, said)}", flush=True)


def compared(document: Document, said: str) -> str:
    if not said:
        return ""
    wanted, found = paragraphs(said), paragraphs(document.text)
    same = sum(one in found for one in wanted)
    return f", error {character_error(document.text, said):.4f}, {same} of {len(wanted)} paragraphs the same"


def grown_pdf(folder: Path) -> Path:
    from layout import grown

    return converted(grown(folder / "long.docx", PAGES), "pdf", folder)


def saved(images: list, file: Path, dots: int) -> Path:  # type: ignore[type-arg]
    first, *rest = images
    first.save(file, save_all=True, append_images=rest, dpi=(dots, dots), compression="tiff_lzw")
    return file


@contextmanager
def watched() -> Iterator[Peak]:
    """Looks at the memory of this process and of its children until the end."""
    peak, done = Peak(), threading.Event()

    def look() -> None:
        me = psutil.Process()
        while not done.wait(EVERY):
            total = 0
            for process in (me, *me.children(recursive=True)):
                try:
                    total += process.memory_info().rss
                except psutil.Error:
                    continue
            peak.memory = max(peak.memory, total / 2**20)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


if __name__ == "__main__":
    main()

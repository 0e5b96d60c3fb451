"""How long the check of layout takes, in a warm process, the reading of the file apart and with it.

.venv/bin/python bench/layout.py
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import material

from drafter import read
from drafter.layout.check import layout

DRAFT = material.ROOT / "corpus" / "drafts" / "2-sao-chep-nguyen-van.docx"
PAGES = (10, 200)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for pages in PAGES:
            file = grown(Path(folder) / f"{pages}.docx", pages)
            document = read(file)
            judged = layout(document)
            print(f"{pages} pages, {len(document.paragraphs)} paragraphs, {len(judged.findings)} findings")
            print(f"  judged in {milliseconds(lambda document=document: layout(document)):.0f} ms")
            print(f"  read and judged in {milliseconds(lambda file=file: layout(read(file))):.0f} ms")


def grown(file: Path, pages: int) -> Path:
    """The project's own plan with its text again and again, five hundred syllables a page."""
    import docx

    made = docx.Document(str(DRAFT))
    text = [one for one in made.paragraphs if len(one.text) > 90]
    syllables = sum(len(one.text.split()) for one in text)
    for _ in range(pages * material.PAGES // 10 // syllables):
        for one in text:
            text[-1]._p.addnext(deepcopy(one._p))
    made.save(str(file))
    return file


def milliseconds(action: Callable[[], object]) -> float:
    """The median of seven."""
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    main()

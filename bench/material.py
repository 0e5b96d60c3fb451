"""What the measurements are made of: real documents, drafts of ten pages, collections of any size."""

from __future__ import annotations

import json
import lzma
import random
import resource
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.corpus import Item

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
DOCUMENTS = SHARED / "data" / "documents.jsonl.xz"
DEV = SHARED / "bench" / "dev"
PAGES = 5_000
"""Syllables of ten pages."""
TAKEN = 0.2
"""Part of a draft that was copied."""


def need(*paths: Path) -> None:
    """Ends the program in a clear word where the real documents are missing."""
    for path in paths:
        if not path.exists():
            sys.exit(f"{path} is not here: nothing to measure with.")


def memory() -> float:
    """The most that this process has used, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says begins with the process that started this one
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def records() -> Iterator[dict[str, str]]:
    """The real documents: id, number, type, issuer, date, text and more."""
    with lzma.open(DOCUMENTS, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def ten_pages(folder: Path, count: int) -> list[Path]:
    """Drafts of ten pages as Word files: paragraphs of the project's own drafts, every fifth syllable copied from real
    documents, a paragraph or two at a time."""
    import docx

    rng = random.Random(3)
    own, sources = own_paragraphs(), _source_paragraphs()
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(count):
        lines: list[str] = []
        rng.shuffle(own)
        while _syllables(lines) < (1 - TAKEN) * PAGES:
            lines.append(own[len(lines) % len(own)])
        while _syllables(lines) < PAGES:
            taken = rng.choice(sources)
            first, place = rng.randrange(len(taken)), rng.randrange(len(lines))
            lines[place:place] = taken[first : first + rng.randint(1, 2)]
        draft = docx.Document()
        for line in lines:
            draft.add_paragraph(line)
        made.append(folder / f"{number:02}.docx")
        draft.save(str(made[-1]))
    return made


def recombined(count: int) -> Iterator[tuple[str, dict[str, str]]]:
    """So many texts as long as real documents, each with what is said of it: three to twelve neighbouring paragraphs of
    one real document, then of another, and so on."""
    rng = random.Random(5)
    real = [(record["text"].split("\n"), len(record["text"]), record) for record in records()]
    for number in range(count):
        _, length, record = rng.choice(real)
        lines: list[str] = []
        size = 0
        while size < length:
            paragraphs = rng.choice(real)[0]
            first = rng.randrange(len(paragraphs))
            part = [line for line in paragraphs[first : first + rng.randint(3, 12)] if line.strip()]
            lines += part
            size += sum(map(len, part)) + len(part)
        lines.append(f"Bản số {number + 1}.")  # no two alike
        yield "\n".join(lines), record | {"number": f"{number + 1}/{record['date'][:4] or 2025}/QĐ-TH{number % 97}"}


def item_of(name: str, text: str, about: dict[str, str]) -> Item:
    """An item for the corpus."""
    # Not above: what starting up costs is measured, too.
    from drafter.corpus import Item, Metadata

    known = Metadata(about["number"], "QĐ", "", about["issuer"], about["date"] if len(about["date"]) == 10 else "")
    return Item(f"{name}.txt", sha256(text.encode("utf-8", "replace")).hexdigest(), text, known, f"made:{name}")


def own_paragraphs() -> list[str]:
    from drafter import read

    files = [*sorted((ROOT / "corpus" / "drafts").glob("*.docx")), SHARED / "data" / "case-khuon-lung" / "draft.txt"]
    lines = (line for file in files for line in read(file).text.split("\n"))
    return [line for line in lines if len(line.split()) >= 6]


def _source_paragraphs() -> list[list[str]]:
    found = []
    for record in records():
        if record["id"].split(":")[0] in ("tvpl", "vbpl", "pd"):
            paragraphs = [line for line in record["text"].split("\n") if 30 <= len(line.split()) <= 120]
            found += [paragraphs] if paragraphs else []
    return found


def _syllables(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)

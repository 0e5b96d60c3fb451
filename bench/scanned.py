"""How far the text of scans is from what the Word file says, beginning with its letterhead and to the last recipient.

    .venv/bin/python bench/scanned.py [NAME…]

The drafts of corpus/ (or Word files there whose names begin so), printed by LibreOffice, as pictures of 150, 200, 300
dots an inch: clean, and noisy, which is turned, grained and stamped. Prints the rows of the table in bench/README.md:
characters to insert, drop or change, as a part of those of the text.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

import material

from drafter import read
from drafter.readers.scan import read_image

sys.path.insert(0, str(material.ROOT))
from tests.readers.one_text import character_error, office
from tests.readers.pdf_files import printed
from tests.readers.scans import CLEAN, LITTLE, Spoiled, pages_of, spoiled

WAYS = [(how, dots) for how in (CLEAN, LITTLE) for dots in (150, 200, 300)]


def main() -> None:
    if office() is None:
        sys.exit("LibreOffice is not installed: nothing to measure with.")
    files = chosen(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        pdfs = printed({file.stem: file.read_bytes() for file in files}, Path(folder))
    most = [0.0] * len(WAYS)
    for file in files:
        said = read(file).text
        found = [character_error(text_of_scan(pdfs[file.stem], how, dots), said) for how, dots in WAYS]
        print(row(file.stem, found), flush=True)
        most = [max(pair) for pair in zip(most, found, strict=True)]
    print(row("the worst", most))


def chosen(names: list[str]) -> list[Path]:
    if not names:
        return sorted((material.ROOT / "corpus" / "drafts").glob("*.docx"))
    return sorted(file for file in (material.ROOT / "corpus").rglob("*.docx") if file.name.startswith(tuple(names)))


def text_of_scan(pdf: bytes, how: Spoiled, dots: int) -> str:
    first, *others = [spoiled(page, how, dots, seed) for seed, page in enumerate(pages_of(pdf, dots))]
    file = BytesIO()
    first.save(file, "TIFF", save_all=True, append_images=others, compression="tiff_lzw", dpi=(dots, dots))
    return read_image("scan.tif", file.getvalue()).text


def row(name: str, errors: list[float]) -> str:
    return f"| {name} | " + " | ".join(f"{error:.4f}" for error in errors) + " |"


if __name__ == "__main__":
    main()

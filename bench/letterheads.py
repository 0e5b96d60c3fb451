"""How much of the letterheads of real documents is read right: number, kind, date, issuer, against their metadata.

    .venv/bin/python bench/letterheads.py [--show FIELD] [--only PREFIX]

A field is counted where the metadata has it and the head of the text holds it (the number's figure, the date's year);
so texts whose letterhead was lost on the way count for nothing. Needs ../shared.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections import defaultdict
from collections.abc import Iterator

import material

from drafter.nlp.folding import fold, key
from drafter.nlp.kinds import KINDS, kind_named, kind_of_number
from drafter.nlp.letterhead import Letterhead, recognise

PREFIXES = ("tvpl", "vbpl", "congbao", "land", "office")
FIELDS = ("number", "kind", "date", "issuer")
Case = tuple[str, str, str, dict[str, str]]
"""Group, name, text, what is right."""


def stored() -> Iterator[Case]:
    for record in material.records():
        group = record["id"].split(":")[0]
        if group not in PREFIXES:
            continue
        kind = kind_named(record["type"])
        right = {
            "number": squeezed(record["number"]),
            "kind": kind.symbol if kind else kind_of_number(record["number"]),
            # Of a consolidated text the metadata has the date of the first document.
            "date": "" if "VBHN" in record["number"] else record["date"],
            "issuer": record["issuer"],
        }
        yield group, record["id"], record["text"], right


def benchmark() -> Iterator[Case]:
    folder = material.DEV
    with (folder / "documents.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            text = (folder / "sources" / row["file"]).read_text(encoding="utf-8")
            right = {
                "number": squeezed(row["number"]),
                "kind": kind_of_number(row["number"]),
                "date": row["date"],
                "issuer": "",
            }
            yield "bench", row["file"], text, right


def squeezed(number: str) -> str:
    return re.sub(r"\s+", "", fold(number).text).rstrip(".-")


def is_there(field: str, right: str, text: str) -> bool:
    """Whether the head of the text holds what the metadata says."""
    head = fold(text[:2500]).text
    bare = re.sub(r"\s+", "", head)
    if field == "number":
        return right in bare
    if field == "date":
        year, month, day = right.split("-")
        worded = rf"ngày\s*0?{int(day)}\s*tháng\s*0?{int(month)}\s*năm\s*{year}"
        return bool(re.search(worded, re.split("Căn cứ|có hiệu lực", head[:1200])[0], re.IGNORECASE))
    if field == "issuer":
        return key(single(right)) in key(head)
    return right in ("CV", "VBHN") or any(kind.name.upper() in head for kind in KINDS if kind.symbol == right)


def is_right(field: str, right: str, found: Letterhead) -> bool:
    if field == "issuer":
        whole = {key(found.issuer), key(f"{found.superior} {found.issuer}")}
        return plain(single(right)) in {plain(name) for name in whole}
    return bool(right == getattr(found, field))


def single(name: str) -> str:
    """The gazette prints the issuer twice, and the metadata took both."""
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1 :] else name


def plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", key(name)).strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", choices=FIELDS, help="print what was read wrong of this field")
    parser.add_argument("--only", help="only this group")
    chosen = parser.parse_args()
    material.need(material.DOCUMENTS, material.DEV)
    good: dict[tuple[str, str], int] = defaultdict(int)
    all_of: dict[tuple[str, str], int] = defaultdict(int)
    seconds = 0.0
    for source in (stored, benchmark):
        for group, name, text, right in source():
            if chosen.only and group != chosen.only:
                continue
            start = time.perf_counter()
            found = recognise(text)
            seconds += time.perf_counter() - start
            for field in FIELDS:
                if not right[field] or not is_there(field, right[field], text):
                    continue
                all_of[group, field] += 1
                good[group, field] += is_right(field, right[field], found)
                if field == chosen.show and not is_right(field, right[field], found):
                    print(f"{name}\t{right[field]}\t{getattr(found, field)!r}\t{text[:260]!r}")
    for group in sorted({group for group, _ in all_of}):
        shares = (
            f"{field} {good[group, field]}/{all_of[group, field]} = {good[group, field] / all_of[group, field]:.3f}"
            for field in FIELDS
            if all_of[group, field]
        )
        print(f"{group:8}", "  ".join(shares))
    print(f"{seconds:.2f} s")


if __name__ == "__main__":
    main()

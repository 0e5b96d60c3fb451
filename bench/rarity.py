"""Counts how rare syllables and words are in official documents: makes drafter/nlp/rarity.tsv.

    .venv/bin/python bench/rarity.py [--write]

A word here is two neighbouring syllables that attract each other: their normalised pointwise mutual information (Bouma:
Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009) is `ATTRACTION` and more, and they stand
together `OFTEN` times and more. Bits are minus the binary logarithm of the frequency. Needs ../shared.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata

import material
import numpy as np

from drafter.nlp.rarity import RAREST_WORD
from drafter.nlp.syllables import syllables

TABLE = material.ROOT / "drafter" / "nlp" / "rarity.tsv"
ATTRACTION = 0.4
OFTEN = 20


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="write the table; else compare with it")
    chosen = options.parse_args()
    material.need(material.DOCUMENTS)
    table = "".join(f"{form}\t{bits:.1f}\n" for form, bits in counted())
    if chosen.write:
        TABLE.write_text(table, "utf-8")
    same = table == TABLE.read_text("utf-8")
    rows = table.count("\n")
    print(f"{rows} rows, {len(table.encode())} bytes, {'the same as' if same else 'other than'} {TABLE.name}")
    sys.exit(0 if same else 1)


def counted() -> list[tuple[str, float]]:
    """Syllables and words with their bits, the most frequent first, each as it is spelled most often."""
    number: dict[str, int] = {}
    texts = []
    for record in material.records():
        forms = syllables(record["text"]).forms
        texts.append(np.fromiter((number.setdefault(form, len(number)) for form in forms), np.int64, len(forms)))
    stream, forms = np.concatenate(texts), list(number)
    counts = np.bincount(stream)
    rows = {spelled(form): bits for form, bits in zip(forms, -np.log2(counts / len(stream)), strict=True)}
    rows = {form: bits for form, bits in rows.items() if bits < RAREST_WORD}
    return sorted({**rows, **words(stream, counts, forms)}.items(), key=lambda row: (round(row[1], 1), row[0]))


def words(stream: np.ndarray, counts: np.ndarray, forms: list[str]) -> dict[str, float]:
    pairs, together = np.unique(stream[:-1] * len(forms) + stream[1:], return_counts=True)
    pairs, together = pairs[together >= OFTEN], together[together >= OFTEN]
    first, second = np.divmod(pairs, len(forms))
    bits = -np.log2(together / len(stream))
    attraction = np.log2(together * float(len(stream)) / (counts[first] * counts[second].astype(float))) / bits
    letters = np.array([form.isalpha() or not any(map(str.isdigit, form)) for form in forms])
    chosen = np.flatnonzero((attraction >= ATTRACTION) & letters[first] & letters[second])
    return {f"{spelled(forms[first[at]])} {spelled(forms[second[at]])}": float(bits[at]) for at in chosen}


def spelled(form: str) -> str:
    """A normal form as one writes it: the tone, which stands behind the letters, on the vowel that bears it."""
    letters, tone = form[:-1], form[-1:]
    if not unicodedata.combining(tone):
        return form
    vowels = [at for at, letter in enumerate(letters) if unicodedata.normalize("NFD", letter)[0] in "aeiouy"]
    own = [at for at in vowels if letters[at] in "ăâêôơư"]
    bearer = (own or vowels[-2:] or [len(letters) - 1])[-1 if own or vowels[-1:] != [len(letters) - 1] else 0]
    return unicodedata.normalize("NFC", letters[: bearer + 1] + tone + letters[bearer + 1 :])


if __name__ == "__main__":
    main()

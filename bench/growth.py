"""What a corpus of 100,000 documents costs: checks against those with the real ones alone, adding and removing one.

    .venv/bin/python bench/growth.py [--documents N] [--home FOLDER]

The documents are recombined from paragraphs of the real ones: half an hour, 9 GB in a temporary folder. FOLDER keeps
them for the next time, in `few` and `many`.
"""

from __future__ import annotations

import argparse
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import checking
import material

from drafter import Corpus
from drafter.corpus.importing import items, plan

ONES = 15
"""Documents that are added and removed one by one."""
KILLED = 10
"""Processes that are killed while they add."""
_ADDS = """
import sys, pickle
from drafter import Corpus
with Corpus(sys.argv[1]) as corpus:
    items = pickle.load(open(sys.argv[2], "rb"))
    print("ready", flush=True)
    list(corpus.add_all(items))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    material.need(material.DOCUMENTS)
    with tempfile.TemporaryDirectory() as folder:
        homes = options.home or Path(folder)
        few, many = homes / "few", homes / "many"
        filled(few, many, options.documents)
        drafts = material.ten_pages(Path(folder) / "drafts", 20)
        small, large, again = (checking.measured(home, drafts, 2) for home in (few, many, few))
        for times in (small, large):
            checking.told(times)
        between = statistics.mean((small.part(0.5), again.part(0.5)))
        print(f"half of the checks within {large.part(0.5) / between:.2f} times what they take with the few")
        one_by_one(many)
        killed(many, Path(folder) / "items")


def filled(few: Path, many: Path, count: int) -> None:
    """Loads what is not there yet; homes with documents are taken as they are."""
    with Corpus(few) as corpus:
        list(corpus.add_all([] if len(corpus) else items(plan([material.DOCUMENTS]))))
    with Corpus(many) as corpus:
        if len(corpus):
            return
        began = time.perf_counter()
        made = (material.item_of(f"made-{at}", *one) for at, one in enumerate(material.recombined(count)))
        list(corpus.add_all(made))
        size = corpus.size()
        disk = sum(file.stat().st_size for file in many.glob("drafter.sqlite3*"))
        print(
            f"{size.documents} documents, {size.characters / 1e9:.2f} G characters: {time.perf_counter() - began:.0f} s"
        )
        print(f"  {disk / 1e9:.1f} GB, memory {material.memory():.0f} MB")


def one_by_one(home: Path) -> None:
    """Adds and removes single documents."""
    added, removed, lengths = [], [], []
    with Corpus(home) as corpus:
        before = len(corpus)
        for at, (text, about) in enumerate(islice(material.recombined(40), 40 - ONES, None)):
            item = material.item_of(f"one-{at}", f"{text}\n{at}", about | {"number": f"{at}/QĐ-MOT"})
            began = time.perf_counter()
            (result,) = corpus.add_all([item])
            added.append(time.perf_counter() - began)
            began = time.perf_counter()
            corpus.remove(result.id)
            removed.append(time.perf_counter() - began)
            lengths.append(len(text))
        assert len(corpus) == before
    print(f"one document of {before}, {statistics.median(lengths):.0f} characters (at most {max(lengths)}):")
    for name, taken in (("added", added), ("removed", removed)):
        print(f"  {name} in {statistics.median(taken):.3f} s, at most {max(taken):.3f} s")


def killed(home: Path, pickled: Path) -> None:
    """Kills processes in the middle of adding."""
    import pickle

    some = [material.item_of(f"killed-{at}", text, about) for at, (text, about) in enumerate(material.recombined(30))]
    pickled.write_bytes(pickle.dumps(some))
    rng = random.Random(1)
    with Corpus(home) as corpus:
        before = corpus.size()
        for _ in range(KILLED):
            process = subprocess.Popen([sys.executable, "-c", _ADDS, str(home), str(pickled)], stdout=subprocess.PIPE)
            assert process.stdout and process.stdout.readline() == b"ready\n"
            time.sleep(rng.uniform(0.0, 0.4))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            assert corpus.size() == before, "something was stored by halves"
    print(f"{KILLED} processes killed while they added {len(some)} documents: the corpus is as before")


if __name__ == "__main__":
    main()

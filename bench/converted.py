"""Which rules of layout are judged otherwise of a file that LibreOffice saved in another form and made Word of again.

    .venv/bin/python bench/converted.py [--corpus | --every] [--origins doc,odt,rtf]

Over the Word files of corpus/ (`--corpus`: these alone), the sound documents of the tests and for every rule the first
one that breaks it (`--every`: all that do). What it prints is what drafter/layout/converted.py has to name.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import material

from drafter import read
from drafter.document import Document
from drafter.layout.check import layout
from drafter.layout.converted import NOT_CARRIED
from drafter.readers import office, programs

sys.path += [str(material.ROOT / "tests"), str(material.ROOT / "tests" / "layout")]

SAVED_AS = {"doc": "doc:MS Word 97", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}
AT_A_TIME = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--origins", default=",".join(SAVED_AS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        own = folder / "docx"
        own.mkdir()
        for name, data in [*samples(), *(() if options.corpus else built(options.every))]:
            (own / f"{name}.docx").write_bytes(data)
        files = sorted(own.iterdir())
        rules = {rule for file in files for rule in layout(read(file)).evaluated}
        print(f"{len(files)} files, judged by {len(rules)} rules together", flush=True)
        for origin in options.origins.split(","):
            compared(origin, files, folder)


def samples() -> Iterator[tuple[str, bytes]]:
    for file in sorted((material.ROOT / "corpus").glob("*/*.docx")):
        yield file.stem, file.read_bytes()


def built(every: bool) -> Iterator[tuple[str, bytes]]:
    """The documents of the tests: each sound one, and each with what spoils it, of a rule the first or `every` one."""
    import test_layout
    import test_party
    from sound import data_of

    cases = [*test_layout.WRONG, *test_party.CASES]
    sound = list(dict.fromkeys(make for _, make, *_ in cases))
    yield from ((f"sound-{number:03}", data_of(make)) for number, make in enumerate(sound))
    broken = set[str]()
    for number, (rule, make, change, *_) in enumerate(cases):
        if every or rule not in broken:
            yield f"{rule}-{number:03}", data_of(make, change)
        broken.add(rule)


def compared(origin: str, files: list[Path], folder: Path) -> None:
    """Prints the rules that find other than in the Word file, and in how many files: too much, too little."""
    saved = converted(files, SAVED_AS[origin], folder / origin)
    again = converted(saved, office._WORD, folder / f"{origin} again", office._FILTERS[origin])
    more: dict[str, list[str]] = defaultdict(list)
    less: dict[str, list[str]] = defaultdict(list)
    texts = 0
    for file in files:
        before = read(file)
        after = next((read(one) for one in again if one.stem == file.stem), None)
        if after is None:
            print(f"{origin}: {file.name} did not come back")
            continue
        texts += lines(before) == lines(after)
        for rule, count in difference(after, before):
            (more if count > 0 else less)[rule].append(file.stem)
    print(f"{origin}: {texts} of {len(files)} texts the same but for blank lines")
    for rule in sorted(more.keys() | less.keys() | NOT_CARRIED[origin]):
        mark = "named" if rule in NOT_CARRIED[origin] else "NOT NAMED"
        print(f"  {rule:12} {mark:10} too much in {len(more[rule])}, too little in {len(less[rule])}", end="")
        print("", *(more[rule] + less[rule])[:4])


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line.strip()]


def difference(after: Document, before: Document) -> list[tuple[str, int]]:
    counts = Counter(one.rule for one in layout(after).findings)
    counts.subtract(one.rule for one in layout(before).findings)
    return [(rule, count) for rule, count in counts.items() if count]


def converted(files: list[Path], form: str, folder: Path, infilter: str = "") -> list[Path]:
    """The files as LibreOffice saves them, with the settings of the reader."""
    program = programs.office()
    assert program, "LibreOffice is needed"
    profile = folder / "profile"
    office._write_profile(profile, program)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += [f"--infilter={infilter}"] if infilter else []
    for first in range(0, len(files), AT_A_TIME):
        some = files[first : first + AT_A_TIME]
        run = [*command, "--convert-to", form, "--outdir", folder, *some]
        subprocess.run(run, check=True, capture_output=True, timeout=600)
    return sorted(path for path in folder.iterdir() if path.is_file())


if __name__ == "__main__":
    main()

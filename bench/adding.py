"""How a folder of everything that an office has is added: files a second, memory, what is in and what is named.

    .venv/bin/python bench/adding.py [--files 200] [--scans 12] [--keep DIR]

Every tenth file is bad. Word files, texts and pages of the web are made of real documents; PDF and scans of them need
LibreOffice, scans Tesseract with Vietnamese. It is added twice: at a stretch, and killed at half and started again.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import material
import psutil

sys.path.insert(0, str(material.ROOT / "tests" / "readers"))
from ole_files import encrypted_package

from drafter.corpus import Corpus

KINDS = (
    *("docx", "docx", "docx", "txt", "html", "md", "pdf", "docx", "zip", "odt", "txt", "rtf", "pdf", "docx", "doc"),
    *("xlsx", "docx"),
)
"""What the good files are, again and again; of the first Word files there are scans, too."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--scans", type=int, default=12)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    material.need(material.DOCUMENTS)
    with tempfile.TemporaryDirectory() as place:
        folder = (options.keep or Path(place)) / "mixed"
        bad = make(folder, options.files, options.scans if shutil.which("tesseract") else 0)
        stretch = added(Path(place, "home"), folder, lambda _: False)
        report("at a stretch", stretch, Path(place, "home"), folder, bad)
        good = options.files - len(bad)
        first = added(Path(place, "killed"), folder, lambda corpus: len(corpus) >= good // 2)
        with Corpus(Path(place, "killed")) as corpus:
            print(f"killed after {first.seconds:.1f} s: {len(corpus)} documents stored")
        again = added(Path(place, "killed"), folder, lambda _: False)
        report("started again", again, Path(place, "killed"), folder, bad)


@dataclass(frozen=True)
class Run:
    seconds: float
    memory: float
    """The most that the process and all that it started held together, MB."""
    status: int
    out: str
    err: str


def added(home: Path, folder: Path, stop: Callable[[Corpus], bool]) -> Run:
    """Runs `drafter corpus add`, and kills it where `stop` says so."""
    command = [sys.executable, "-m", "drafter", "--home", str(home), "corpus", "add", str(folder)]
    start, most = time.perf_counter(), 0.0
    with Corpus(home) as corpus, tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, cwd=material.ROOT)
        while process.poll() is None:
            most = max(most, held(process.pid))
            if stop(corpus):
                process.send_signal(signal.SIGKILL)
            time.sleep(0.1)
        seconds = time.perf_counter() - start
        out.seek(0), err.seek(0)
        return Run(seconds, most, process.returncode, out.read(), err.read())


def held(pid: int) -> float:
    """What a process and its children hold, MB; what they share is counted once."""
    found = 0
    try:
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            found += process.memory_full_info().pss
    except psutil.Error:
        pass
    return found / 1e6


def report(how: str, run: Run, home: Path, folder: Path, bad: set[str]) -> None:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    named = {name for name in bad if any(line.startswith(name) for line in run.err.splitlines())}
    with Corpus(home) as corpus:
        good = [path for path in files if path.name not in bad]
        missing = [path.name for path in good if not is_in(corpus, path)]
        copies = sum(len(corpus.copies(entry.id)) for entry in corpus.documents())
        print(f"{how}: {len(files)} files in {run.seconds:.1f} s, {len(files) / run.seconds:.1f} a second")
        print(f"  memory of all processes {run.memory:.0f} MB, status {run.status}: {run.out.splitlines()[-2:]}")
        print(f"  good {len(good)}, of them in {len(good) - len(missing)}; documents {len(corpus)}, joined {copies}")
        print(f"  bad {len(bad)}, named {len(named)}; named besides: {len(run.err.splitlines()) - len(named)}")
    for line in (*(f"  missing: {name}" for name in missing), *(f"  not named: {name}" for name in bad - named)):
        print(line)


def is_in(corpus: Corpus, path: Path) -> bool:
    digest = sha256(path.read_bytes()).hexdigest()
    return corpus.knows(digest) or bool(corpus.members(digest))


def make(folder: Path, count: int, scans: int) -> set[str]:
    """The files, and the names of the bad ones."""
    folder.mkdir(parents=True)
    office = shutil.which("soffice")
    short = (record["text"] for record in material.records() if 1500 < len(record["text"]) < 5000)
    texts = (text for text in short if text.count("\n") > 5)
    scans = scans if office else 0
    bad, made, wanted = set(), 0, count - scans
    faults = broken()
    for number in range(1, wanted + 1):
        if number * (count // 10) // wanted > (number - 1) * (count // 10) // wanted:
            suffix, data = next(faults)
            name = f"{number:03}-hong{suffix}"
            bad.add(name)
        else:
            kind = KINDS[made % len(KINDS)]
            made += 1
            kind = kind if office or kind not in ("pdf", "odt", "rtf", "doc") else "docx"
            name, data = f"{number:03}.{kind}", packed(kind, next(texts))
        (folder / name).write_bytes(data)
    if office:
        convert(folder, scans)
    return bad


def packed(kind: str, text: str) -> bytes:
    """A text as a file; what LibreOffice has to make is a Word file first."""
    lines = text.split("\n")
    if kind in ("txt", "md"):
        return text.encode()
    if kind == "html":
        return f"<!DOCTYPE html><html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()
    if kind == "zip":
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("trong goi.txt", text)
        return stream.getvalue()
    return sheet(lines) if kind == "xlsx" else word(lines)


def sheet(lines: list[str]) -> bytes:
    import openpyxl

    stream = io.BytesIO()
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append([line])
    book.save(stream)
    return stream.getvalue()


def word(lines: list[str]) -> bytes:
    import docx

    stream = io.BytesIO()
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def broken() -> Iterator[tuple[str, bytes]]:
    """Empty, blank, cut off, foreign under another name, with a password."""
    rng = random.Random(1)
    whole = word(["Kế hoạch"] * 50)
    while True:
        yield ".txt", b""
        yield ".docx", b""
        yield ".docx", whole[: len(whole) // 2]
        yield ".txt", b" \r\n\t\r\n"
        yield ".pdf", b"%PDF-1.7\n" + rng.randbytes(3000)
        yield ".docx", b"MZ" + rng.randbytes(3000)
        yield ".docx", encrypted_package()
        yield ".html", b"<!DOCTYPE html><html><body></body></html>"
        yield ".zip", b"PK\x03\x04" + rng.randbytes(500)
        yield ".png", b"GIF89a" + rng.randbytes(500)
        yield ".jpg", b"\xff\xd8\xff\xe0" + rng.randbytes(500)
        yield ".xlsx", b"PK\x03\x04" + whole[4 : len(whole) // 3]


def convert(folder: Path, scans: int) -> None:
    """Makes of the Word files called .pdf, .odt … what they are called, and scans of the first that are Word files."""
    with tempfile.TemporaryDirectory() as place:
        office = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to"]
        for kind in ("pdf", "odt", "rtf", "doc"):
            files = [path for path in sorted(folder.glob(f"*.{kind}")) if "hong" not in path.name]
            drafts = [Path(place, f"{path.stem}.docx") for path in files]
            for path, draft in zip(files, drafts, strict=True):
                draft.write_bytes(path.read_bytes())
            if files:
                run = [*office, kind, "--outdir", str(folder), *map(str, drafts)]
                subprocess.run(run, check=True, capture_output=True, timeout=600)
        drafts = [path for path in sorted(folder.glob("*.docx")) if "hong" not in path.name][:scans]
        if drafts:
            run = [*office, "pdf", "--outdir", place, *map(str, drafts)]
            subprocess.run(run, check=True, capture_output=True, timeout=600)
        for number, draft in enumerate(drafts):
            scan(Path(place, f"{draft.stem}.pdf"), folder / f"{draft.stem}.quet", number % 3)


def scan(pdf: Path, target: Path, how: int) -> None:
    """The pages of a PDF as pictures at 200 dots an inch: of one page a .png or .jpg, else a PDF or .tif."""
    import pypdfium2

    pages = [page.render(scale=200 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    suffix = "pdf" if how == 0 else "tif" if len(pages) > 1 else ("jpg", "png")[how - 1]
    more = {"save_all": True, "append_images": pages[1:]} if suffix in ("pdf", "tif") else {}
    pages[0].save(f"{target}.{suffix}", dpi=(200, 200), **more)


if __name__ == "__main__":
    os.environ.pop("DRAFTER_DATABASE_URL", None)
    main()

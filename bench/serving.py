"""How long the pages of the web application take in a large office, and what twenty people at once cost.

    .venv/bin/python bench/serving.py [--rows 50000] [--documents 5000] [--people 20] [--seconds 120] [--home FOLDER]

The register has so many rows of one year, the corpus as many of the real documents. A `drafter serve` of its own
answers; every person has an account and sends drafts of ten pages, one after another without a pause. FOLDER keeps the
office for the next time.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import material
import psutil
import register as books
from visits import Visit, free_port

PAGES_AT_MOST, REPORT_AT_MOST, WAIT_AT_MOST = 0.2, 1.5, 8.0
"""Seconds: a page, from the upload to the report, the 95th of 100 people."""
TIMES = 9
"""Measurements of a page, after two to warm up."""
PASSWORD = "matkhau-1"
Y = books.YEAR
PAGES = (
    *("/soan-thao", "/soan-thao?tim=kế+hoạch", "{draft}", "{draft}?phan=the-thuc", "{draft}?phan=noi-dung"),
    *("/soan-moi", "/soan-moi/nha-nuoc/ke-hoach", "/soan-moi/tu-van-ban", "/soan-moi/tu-van-ban/1"),
    *("/duyet", "/duyet?buoc=tat-ca", "/so-van-ban", f"/so-van-ban?year={Y}", f"/so-van-ban?year={Y}&trang=900"),
    *(
        f"/so-van-ban?year={Y}&words=hộ+nghèo",
        f"/so-van-ban?year={Y}&kind=KH&month=6",
        f"/so-van-ban?year={Y}&words=39999",
    ),
    *("/so-van-ban/30000", f"/so-van-ban/so-trong?year={Y}", f"/so-van-ban/xuat?year={Y}", "/so-van-ban/vao-so"),
    *("/so-van-ban/giu-so", "/so-van-ban/30000/sua", "/so-van-ban/30000/huy", "/so-van-ban/nhap"),
    *(
        "/chi-tieu",
        f"/chi-tieu?year={Y}&until=31/12/{Y}",
        f"/chi-tieu?year={Y}&unit=Phòng+Kinh+tế",
        "/chi-tieu/cach-tinh",
    ),
    *(
        "/chi-tieu/cach-tinh/sua",
        "/chi-tieu/muc-giam",
        "/chi-tieu/so-nam-truoc",
        "/chi-tieu/ky",
        f"/chi-tieu/ky?year={Y}",
    ),
    *(
        f"/chi-tieu/ky/{Y}/quy-2",
        f"/chi-tieu/ky/{Y}/ca-nam",
        f"/chi-tieu/ky/{Y}/ca-nam/chot",
        "/chi-tieu/khong-ban-hanh",
    ),
    *("/hoi-nghi", "/hoi-nghi/danh-sach", f"/hoi-nghi/giay-moi?year={Y}", "/hoi-nghi/moi", "/hoi-nghi/muc"),
    *("/kho", "/kho?trang=90", "/kho?tu=chuyển+đổi+số", "/kho?tu=12%2FKH-UBND", "/kho?loai=KH&nam=2025", "/kho/1"),
    *("/kho/them", "/kho/1/sua", "/quan-tri", "/quan-tri/tai-khoan", "/quan-tri/don-vi", "/quan-tri/kiem-tra"),
    *("/quan-tri/nhat-ky", "/quan-tri/co-quan", "/quan-tri/luu-giu", "/quan-tri/sao-luu", "/tai-khoan", "/health"),
)


@dataclass
class Crowd:
    """What came of people who sent drafts at the same time."""

    waits: list[float] = field(default_factory=list)
    """Seconds from the upload until the report was there."""
    faults: list[str] = field(default_factory=list)
    most: float = 0.0
    """Megabytes of the server and its processes together."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("--rows", 50_000), ("--documents", 5_000), ("--people", 20), ("--seconds", 120)):
        parser.add_argument(name, type=int, default=usual)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    material.need(material.DOCUMENTS)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder) / "home"
        fill(home, options.rows, options.documents, options.people)
        drafts = [path.read_bytes() for path in material.ten_pages(Path(folder) / "drafts", 20)]
        with serving(home) as (address, server):
            visits = [Visit(address, f"person{nth}", PASSWORD) for nth in range(options.people)]
            print(f"load of the machine before: {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} processors")
            report(visits[0], drafts)
            pages(visits[0], drafts[0], server)
            told(crowd(visits, drafts, options.seconds, server), options.people, options.seconds)


def fill(home: Path, rows: int, documents: int, people: int) -> None:
    """Makes what the home has not yet: corpus, register, accounts with every role."""
    from drafter.corpus import Corpus
    from drafter.register import Act, Register
    from drafter.register.batches import compare, put
    from drafter.register.decisions import rules_of
    from drafter.register.importing import read_register
    from webapp import accounts

    with Corpus(home) as corpus:
        if corpus.size().documents < documents:
            texts = ((one["text"], one) for one in islice(material.records(), documents))
            given = (material.item_of(f"{nth:05}", *one) for nth, one in enumerate(texts))
            books.timed(f"{documents} documents added", lambda: list(corpus.add_all(given)))
    with Register(home) as book:
        if Y not in book.years():
            books.write(home / "book.xlsx", rows)
            read = books.timed(f"{rows} rows read", lambda: read_register(home / "book.xlsx", Y))
            with book.writing() as connection:
                put(connection, compare(connection, read, rules_of(connection)), Act("bench"))
        with book.writing() as connection:
            known = {one.login for one in accounts.every(connection)}
            for login in {f"person{nth}" for nth in range(people)} - known:
                accounts.make(connection, login, login, "Văn phòng", accounts.ROLES, PASSWORD)


@contextmanager
def serving(home: Path):
    """The address of a `drafter serve` with accounts, and its process."""
    port = free_port()
    command = [sys.executable, "-m", "drafter", "--home", str(home), "serve", "--behind-tls", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=material.ROOT)
    try:
        assert server.stdout
        print(server.stdout.readline().strip(), flush=True)
        yield f"127.0.0.1:{port}", psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


def report(visit: Visit, drafts: list[bytes]) -> None:
    """How long one person alone waits for the report of ten pages."""
    seconds = [visit.check(f"một mình {nth}.docx", data)[0] for nth, data in enumerate(drafts[:9])][2:]
    print(f"upload to report, ten pages: median {statistics.median(seconds):.2f} s, most {max(seconds):.2f} s", end="")
    print(f"; aim {REPORT_AT_MOST} s\n")


def pages(visit: Visit, draft: bytes, server: psutil.Process) -> None:
    """How long each page takes, the slowest first; and how long a processor works for it, whatever else it does."""
    known = {"draft": visit.check("mot-van-ban.docx", draft)[1]}
    found = []
    for page in PAGES:
        path = page.format(**known)
        for _ in range(2):
            visit.get(path)
        before = sum(server.cpu_times()[:2])
        times = [visit.get(path) for _ in range(TIMES)]
        found.append((statistics.median(times), max(times), (sum(server.cpu_times()[:2]) - before) / TIMES, page))
    print("| page | median (s) | most (s) | processor (s) |\n|---|---|---|---|")
    for median, most, worked, page in sorted(found, reverse=True):
        print(f"| `{page}` | {median:.3f}{' **over**' if median > PAGES_AT_MOST else ''} | {most:.3f} | {worked:.3f} |")
    over = sum(median > PAGES_AT_MOST for median, *_ in found)
    print(f"\n{len(found)} pages, {over} over {PAGES_AT_MOST} s\n", flush=True)


def crowd(visits: list[Visit], drafts: list[bytes], seconds: float, server: psutil.Process) -> Crowd:
    """Everybody sends drafts, one after another, until the time is over."""
    found, end = Crowd(), time.monotonic() + seconds

    def work(visit: Visit, nth: int) -> None:
        turn = 0
        while time.monotonic() < end:
            try:
                found.waits.append(visit.check(f"{nth}-{turn}.docx", drafts[(nth + turn) % len(drafts)])[0])
            except Exception as error:
                found.faults.append(f"{type(error).__name__}: {error}")
            turn += 1

    workers = [threading.Thread(target=work, args=(visit, nth)) for nth, visit in enumerate(visits)]
    for worker in workers:
        worker.start()
    while any(worker.is_alive() for worker in workers):
        found.most = max(found.most, memory(server))
        time.sleep(0.5)
    return found


def memory(server: psutil.Process) -> float:
    """Megabytes of the server and all processes below it."""
    total = 0
    for one in (server, *server.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total / 2**20


def told(found: Crowd, people: int, seconds: float) -> None:
    ordered = sorted(found.waits)
    late = ordered[int(0.95 * len(ordered))] if ordered else float("nan")
    print(f"{people} people for {seconds:.0f} s: {len(ordered)} reports, {len(found.faults)} faults", end="; ")
    print(f"median {statistics.median(ordered):.1f} s, p95 {late:.1f} s (aim {WAIT_AT_MOST} s)", end="; ")
    print(f"memory at most {found.most:.0f} MB; load after {psutil.getloadavg()[0]:.1f}")
    for fault in sorted(set(found.faults))[:5]:
        print(f"  {fault}")


if __name__ == "__main__":
    main()

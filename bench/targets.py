"""How long the pages of the target, of meetings and of periods take with a large register.

    .venv/bin/python bench/targets.py [--rows 50000]

Rows are spread over five years, as an office has them after a while; each page is asked for ten times, the median
counts. The aim is 0.2 s a page.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from drafter.register import Act, Record, Register, Rules
from drafter.register.entries import put, row_of
from drafter.register.meetings import Facts, add
from webapp import create_app
from webapp.app import close_app

YEAR = 2025
YEARS = 5
KINDS = (("KH", 5), ("BC", 5), ("CV", 14), ("QĐ", 4), ("TB", 6), ("GM", 5), ("TTr", 3), ("SY", 2))
UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công", "")
MEETINGS = 300
TIMES = 10
PAGES = (
    f"/chi-tieu?year={YEAR}",
    f"/chi-tieu?year={YEAR}&until=17/08/{YEAR}",
    f"/chi-tieu?year={YEAR}&unit=Phòng Kinh tế",
    "/chi-tieu/cach-tinh",
    f"/chi-tieu/ky?year={YEAR}",
    f"/chi-tieu/ky/{YEAR}/quy-3",
    f"/chi-tieu/ky/{YEAR}/ca-nam",
    f"/chi-tieu/ky/{YEAR}/quy-3/chot",
    "/chi-tieu/khong-ban-hanh",
    f"/hoi-nghi?year={YEAR}",
    f"/hoi-nghi/danh-sach?year={YEAR}",
    f"/hoi-nghi/giay-moi?year={YEAR}",
    "/hoi-nghi/muc",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=50_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        fill(Path(place), options.rows)
        app = create_app(place)
        client = app.test_client()
        client.get(PAGES[0])
        for page in PAGES:
            seconds, worked = asked(client, page)
            print(f"{seconds:.3f} s, {worked:.3f} s of the processor  {page}", flush=True)
        close_app(app)


def asked(client: object, page: str) -> tuple[float, float]:
    """Medians of the time on the clock and of the processor's."""
    taken, worked = [], []
    for _ in range(TIMES):
        start, busy = time.perf_counter(), time.process_time()
        answer = client.get(page)  # type: ignore[attr-defined]
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - busy)
        assert answer.status_code == 200, page
    return statistics.median(taken), statistics.median(worked)


def fill(home: Path, rows: int) -> None:
    """A register of so many documents, and meetings."""
    chance = random.Random(3)
    rules = Rules()
    with Register(home) as book, book.writing() as connection:
        for year in range(YEAR - YEARS + 1, YEAR + 1):
            days = sorted(date(year, 1, 1) + timedelta(chance.randrange(365)) for _ in range(rows // YEARS))
            made = [row_of(record(number, day, chance), year, rules, "issued") for number, day in enumerate(days, 1)]
            for start in range(0, len(made), 5000):
                put(connection, made[start : start + 5000])
        for nth in range(MEETINGS):
            day = date(YEAR, 1, 1) + timedelta(nth)
            facts = Facts(day.isoformat(), f"Giao ban lần {nth}", "regular", "units", "online", 120, "business")
            add(connection, facts, Act("bench"))


def record(number: int, day: date, chance: random.Random) -> Record:
    kind = chance.choices([kind for kind, _ in KINDS], [share for _, share in KINDS])[0]
    title = (
        f"Mời họp lần {number} ngày {day:%d/%m}" if kind == "GM" else f"Văn bản thứ {number} về phòng, chống thiên tai"
    )
    return Record(
        number=number,
        symbol=f"/{kind}-UBND",
        date=day.isoformat(),
        kind=kind,
        title=title,
        unit=chance.choice(UNITS),
        signer="Hoàng Thị Lan",
    )


if __name__ == "__main__":
    main()

"""How long a register of 100,000 documents takes from its .xlsx into the database, and how much memory.

    .venv/bin/python bench/register.py [--rows 100000] [--keep DIR]

The register has fourteen columns, days as text, a sheet a month; nine rows of a thousand are doubtful or refused. It
is read, compared with the empty register, put, and compared again.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook

from drafter.register import Act, Register
from drafter.register.batches import compare, put
from drafter.register.decisions import rules_of
from drafter.register.importing import read_register
from drafter.register.status import status

YEAR = 2025
HEADINGS = (
    *("TT", "Số, ký hiệu", "Ngày tháng", "Loại văn bản", "Trích yếu nội dung", "Đơn vị soạn thảo", "Người ký"),
    *("Nơi nhận", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú", "Độ khẩn"),
)
KINDS = (("KH", "Kế hoạch"), ("QĐ", "Quyết định"), ("BC", "Báo cáo"), ("TB", "Thông báo"), ("TTr", "Tờ trình"))
UNITS = ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND")
WORDS = (
    "triển khai",
    "rà soát",
    "hộ nghèo",
    "phòng, chống cháy rừng",
    "chuyển đổi số",
    "an toàn thực phẩm",
    "năm học mới",
)
SIGNERS = ("Hoàng Thị Lan", "Trần Văn Bình", "Nguyễn Thị Hoa")
WRONG = 0.003
"""Of the rows each of three faults: no date, a day that there is none of, a number that was given."""
T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        path = (options.keep or Path(place)) / "so-van-ban-di.xlsx"
        if not path.exists():
            timed("written by openpyxl", lambda: write(path, options.rows))
        print(f"{path.stat().st_size / 1e6:.1f} MB")
        preview = timed("read", lambda: read_register(path, YEAR))
        refused = sum(1 for row in preview.rows if row.refused)
        print(f"  {len(preview.rows)} rows, {refused} refused, {sum(1 for row in preview.rows if row.doubts)} doubtful")
        with Register(place) as book:
            with book.writing() as connection:
                rules = rules_of(connection)
                compared = timed("compared with nothing", lambda: compare(connection, preview, rules))
                timed("put", lambda: put(connection, compared, Act("bench")))
            with book.reading() as connection:
                again = timed("compared again", lambda: compare(connection, preview, rules))
            print(f"  {again.count('same')} the same, {again.count('new') + again.count('changed')} to do")
            asked(book)
    for who, said in ((resource.RUSAGE_SELF, "here"), (resource.RUSAGE_CHILDREN, "in the reader's process")):
        print(f"memory {said}: {resource.getrusage(who).ru_maxrss / 1024:.0f} MB")


def asked(book: Register) -> None:
    """How long the status takes, of the year and of the next, whose baseline it is; the first time loads scipy."""
    for year, day in ((YEAR, date(YEAR, 9, 30)), (YEAR, date(YEAR, 9, 30)), (YEAR + 1, date(YEAR + 1, 3, 31))):
        start = time.perf_counter()
        with book.reading() as connection:
            found = status(connection, year, day)
        seconds = time.perf_counter() - start
        print(f"status of {year} on {day}: {seconds:.2f} s, {found.whole.issued} issued, {found.whole.allowed} allowed")


def timed(said: str, do: Callable[[], T]) -> T:
    start, busy = time.perf_counter(), time.process_time()
    done = do()
    seconds, worked = time.perf_counter() - start, time.process_time() - busy
    print(f"{said}: {seconds:.1f} s, {worked:.1f} s of the processor here", flush=True)
    return done


def write(path: Path, rows: int) -> None:
    """A register of so many documents, one series of numbers, a sheet a month."""
    chance = random.Random(7)
    book = Workbook(write_only=True)
    sheet, month = None, 0
    for number in range(1, rows + 1):
        day = date(YEAR, 1, 1) + timedelta(days=(number - 1) * 365 // rows)
        if day.month != month:
            month = day.month
            sheet = book.create_sheet(f"Tháng {month}")
            sheet.append(["SỔ ĐĂNG KÝ VĂN BẢN ĐI"])
            sheet.append(HEADINGS)
        sheet.append(row(number, day, chance))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def row(number: int, day: date, chance: random.Random) -> list[object]:
    symbol, kind = chance.choice(KINDS)
    fault = chance.random()
    given = number - 1 if fault < WRONG and number > 1 else number
    when = (
        "" if WRONG <= fault < 2 * WRONG else f"31/02/{YEAR}" if 2 * WRONG <= fault < 3 * WRONG else f"{day:%d/%m/%Y}"
    )
    title = f"{' '.join(chance.sample(WORDS, 4))} tại thôn {chance.randint(1, 40)}, đợt {number}"
    said = [number, f"{given:02}/{symbol}-UBND", when, kind, title, chance.choice(UNITS), chance.choice(SIGNERS)]
    return [
        *said,
        "UBND tỉnh; các phòng, ban; các thôn",
        "VT",
        "05",
        f"{day:%d/%m/%Y}",
        "Hoa",
        f"Hồ sơ {number}",
        "Thường",
    ]


if __name__ == "__main__":
    main()

"""Registers in the layouts of offices come back row by row as they were written."""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layouts import LAYOUTS

from drafter.register.importing import read_register
from drafter.register.values import Record

VH, KT, VP = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND"
LAN, BINH = "Hoàng Thị Lan", "Trần Văn Bình"
TABLE = """
1  |   | /QĐ-UBND  | 2025-01-02 | QĐ  | về việc thành lập Tổ công tác | Các thôn; Lưu: VT     | VT | 12 | 2025-01-02
2  |   | /KH-UBND  | 2025-01-02 | KH  | công tác năm 2025             | Các phòng, ban; Y tế  | VT | 20 | 2025-01-03
3  |   | /UBND-VX  | 2025-01-15 | CV  | V/v rà soát hộ nghèo          | Các thôn              | VH | 3  | 2025-01-15
3  | a | /UBND-VX  | 2025-01-15 | CV  | V/v đính chính số liệu        | Các thôn              | VH | 3  | 2025-01-16
4  |   | /BC-UBND  | 2025-03-05 | BC  | tình hình tháng 02            | UBND tỉnh; Sở Nội vụ  | VT | 5  | 2025-03-05
5  |   | /TTr-UBND | 2025-03-05 | TTr | phê duyệt dự toán             | HĐND xã               | KT |    | 2025-03-06
6  |   | /QĐ-UBND  | 2025-03-20 | QĐ  | ban hành Quy chế làm việc     | Các phòng; Lưu: VT    | VT | 15 | 2025-03-20
   |   |           |            | QC  | làm việc (kèm theo QĐ số 06)  | Các phòng; Lưu: VT    | VT | 15 |
7  |   | /GM-UBND  | 2025-03-21 | GM  | họp giao ban tháng 3          | Các phòng             | VP | 8  | 2025-03-21
8  |   | -KH/ĐU    | 2025-03-28 | KH  | tổ chức đại hội chi bộ        | Các chi bộ            | VP | 9  | 2025-03-28
9  |   | /SY-UBND  | 2025-12-31 | SY  | Quyết định 2604/QĐ-TTg        | Các phòng             | VP | 8  | 2025-12-31
"""


def listed(row: str, at: int) -> Record:
    number, suffix, symbol, day, kind, title, recipients, keeper, copies, sent = map(str.strip, row.split("|"))
    return Record(
        number=int(number) if number else None,
        suffix=suffix,
        symbol=symbol,
        date=day,
        kind=kind,
        title=title,
        signer=(LAN, BINH)[at % 2],
        recipients=recipients,
        keeper=keeper,
        copies=int(copies) if copies else None,
        sent=sent,
        received=("Hoa", "Mai", "")[at % 3],
        note=("", "Gửi qua trục")[at % 2],
        unit=(VH, KT, VP)[at % 3],
        attached=not number,
    )


RECORDS = tuple(listed(row, at) for at, row in enumerate(TABLE.strip("\n").split("\n")))


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_row_comes_back(name: str, tmp_path: Path) -> None:
    layout = LAYOUTS[name]

    preview = read_register(layout.write(RECORDS, tmp_path), 2025)

    found = [(row.record, row.refused) for row in preview.rows]
    expected = [(record, "") for record in layout.expected(RECORDS)]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))
    if not name.endswith("as sheets"):
        assert found == expected


WORDS = ("triển khai", "rà soát", "hộ nghèo", "năm 2025", "địa bàn xã", "đề án 06", "chuyển đổi số", "Tết", "(đợt 2)")
SYMBOLS = {"KH": "/KH-UBND", "QĐ": "/QĐ-UBND", "CV": "/UBND-VX", "BC": "/BC-HĐND", "TTr": "/TTr-UBND", "TB": "-TB/ĐU"}
titles = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map(" ".join)
names = st.sampled_from((LAN, BINH, "Nguyễn Thị Ỷ", "Lò A Páo"))
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2025, 12, 31))
"""Days of the book."""


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    made = []
    for number in draw(st.lists(st.integers(1, 400), unique=True, min_size=1, max_size=12)):
        kind = draw(st.sampled_from(tuple(SYMBOLS)))
        made.append(
            Record(
                number=number,
                suffix=draw(st.sampled_from(("", "", "", "a", "b"))),
                symbol=SYMBOLS[kind],
                date=draw(days).isoformat(),
                kind=kind,
                title=draw(titles),
                signer=draw(names),
                recipients="; ".join(
                    draw(st.lists(st.sampled_from(("UBND tỉnh", "Các thôn", "Sở Y tế")), min_size=1, unique=True))
                ),
                keeper=draw(st.sampled_from(("VT", "Phòng Kinh tế"))),
                copies=draw(st.none() | st.integers(1, 400)),
                sent=draw(st.just("") | days.map(lambda day: day.isoformat())),
                received=draw(st.just("") | names),
                note=draw(st.just("") | st.sampled_from(("Gửi qua trục", "Bản giấy"))),
                unit=draw(st.sampled_from((VH, KT, VP))),
            )
        )
    return made


@pytest.mark.parametrize("name", LAYOUTS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(made=records())
def test_whatever_is_written_comes_back(name: str, made: list[Record]) -> None:
    layout = LAYOUTS[name]
    with tempfile.TemporaryDirectory() as folder:
        preview = read_register(layout.write(made, Path(folder)), 2025)

    assert not [row.refused for row in preview.rows if row.refused]
    assert Counter(row.record for row in preview.rows) == Counter(layout.expected(made))

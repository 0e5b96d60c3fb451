"""Small plans for tests, as text and as Word files with tables."""

import io
from collections.abc import Sequence

import docx

from drafter.document import Document
from drafter.readers import read_bytes
from drafter.tasks.reading import tasks_of
from drafter.tasks.values import Task

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ BẢN MÂY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 71/KH-UBND
Bản Mây, ngày 09 tháng 11 năm 2026

KẾ HOẠCH
Phòng, chống rét cho đàn gia súc vụ đông xuân 2026 - 2027

Ủy ban nhân dân xã Bản Mây ban hành Kế hoạch phòng, chống rét cho đàn gia súc như sau:
"""
END = """
Nơi nhận:
- Thường trực Đảng ủy, HĐND xã;
- Lưu: VT, KT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lường Văn Hải
"""


def document(body: str, head: str = HEAD) -> Document:
    """A document of the commune with this body."""
    return read_bytes("ke-hoach.txt", f"{head}{body}\n{END}".encode())


def told(body: str, head: str = HEAD) -> tuple[Task, ...]:
    """The tasks of a document with this body."""
    return tasks_of(document(body, head))


def table_file(
    rows: Sequence[Sequence[str]],
    merged: Sequence[tuple[int, int, int, int]] = (),
    body: str = "I. NHIỆM VỤ\nCác nhiệm vụ nêu tại Phụ lục.",
) -> bytes:
    """A Word file of a plan with an annex table; `merged` are cells by first row, column, last row, column."""
    file = docx.Document()
    for line in f"{HEAD}{body}{END}".splitlines():
        file.add_paragraph(line)
    file.add_paragraph("PHỤ LỤC")
    file.add_paragraph("PHÂN CÔNG NHIỆM VỤ")
    table = file.add_table(len(rows), max(map(len, rows)))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    for first, left, last, right in merged:
        kept = table.cell(first, left).text
        table.cell(first, left).merge(table.cell(last, right)).text = kept
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def table_tasks(
    rows: Sequence[Sequence[str]],
    merged: Sequence[tuple[int, int, int, int]] = (),
    body: str = "I. NHIỆM VỤ\nCác nhiệm vụ nêu tại Phụ lục.",
) -> tuple[Task, ...]:
    return tasks_of(read_bytes("ke-hoach.docx", table_file(rows, merged, body)))

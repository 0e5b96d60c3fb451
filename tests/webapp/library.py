"""What tests of the kho văn bản and of new documents do again and again."""

import re
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from clients import Client

from drafter.corpus import Corpus

MEMO = """ỦY BAN NHÂN DÂN
TỈNH SƠN LÂM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/TB-UBND
Sơn Lâm, ngày 05 tháng 8 năm 2026
THÔNG BÁO
{subject}
{mark}
Ủy ban nhân dân tỉnh thông báo lịch tiếp công dân tháng {number} tại trụ sở, mời người dân đến dự và nêu ý kiến.
"""
SUPERIORS = ("QD-2604-TTg.docx", "KL-918-TW.docx", "CV-3175-BNV.txt")
"""What the shared application's corpus holds."""


def memo(number: int = 77, subject: str = "Lịch tiếp công dân", mark: str = "") -> bytes:
    """A short notice as a text file."""
    return MEMO.format(number=number, subject=subject, mark=mark).encode()


def add(client: Client, *files: tuple[str, bytes]) -> str:
    """Sends files to the corpus and waits until they are added; the page that tells what became of them."""
    sent = client.post("/kho/them", data={"files": [(BytesIO(data), name) for name, data in files]})
    assert sent.status_code == 303, sent.text
    for _ in range(600):
        page = client.get(sent.location)
        if "Đang thêm văn bản" not in page.text:
            return str(page.text)
        time.sleep(0.1)
    raise AssertionError("the files are still being added after a minute")


def rows(page: str) -> list[tuple[str, ...]]:
    """The cells of the table of a page, without tags."""
    found = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)[1:]
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in found)
    return [tuple(" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row) for row in cells]


def fill(home: Path, samples: Path, names: Sequence[str]) -> dict[str, int]:
    """Puts superior documents into the corpus of a home; the id of each by its file's name."""
    from drafter import read

    with Corpus(home) as corpus:
        return {name: corpus.add(read(samples / "superior" / name)).id for name in names}

"""Texts as files of old encodings hold them, for tests."""

import re
import unicodedata
from functools import cache

from drafter.document import Encoding
from drafter.readers.encodings import ENCODINGS
from drafter.readers.encodings.tables import LETTERS, shown_by, table

CAPITALS = LETTERS.upper()
ALPHABET = LETTERS + CAPITALS
FONTS: dict[Encoding, str] = {"TCVN3": ".VnTime", "VNI": "VNI-Times", "VPS": "VPS Times", "VISCII": "VI Times"}
PARAGRAPH = (
    "Ủy ban nhân dân xã Đồng Tiến báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2003, phương "
    "hướng năm 2004: 15/18 chỉ tiêu đạt và vượt; giữ vững quốc phòng, an ninh; đường liên thôn được sửa chữa; hộ nghèo "
    "giảm còn 12,5%; trẻ em đến lớp đúng độ tuổi; nước sạch, vệ sinh môi trường từng bước được cải thiện rõ rệt."
)
HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

assert set(FONTS) | {"CP1258"} == set(ENCODINGS)


@cache
def _shown(encoding: Encoding) -> dict[str, str]:
    """What shows each letter, the first of several ways."""
    found: dict[str, str] = {}
    for shown, letter in table(encoding).letters.items():
        found.setdefault(letter, shown)
    return found


def shown_in(text: str, encoding: Encoding) -> str:
    """The text as Windows-1252 shows it in a file of this encoding; in TCVN3 capitals with tones become small."""
    ways = _shown(encoding)
    return "".join(
        ways.get(letter) or (ways.get(letter.lower(), letter) if letter in ALPHABET else letter)
        for letter in unicodedata.normalize("NFC", text)
    )


def bytes_in(text: str, encoding: Encoding) -> bytes:
    """The bytes of such a file."""
    by_character = {shown_by(code): code for code in range(0x100)}
    return bytes(by_character[character] for character in shown_in(text, encoding))


def as_in_word(text: str, encoding: Encoding) -> str:
    """As `shown_in`, with what XML cannot hold as Word writes it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda found: chr(0xF000 + ord(found[0])), shown_in(text, encoding))

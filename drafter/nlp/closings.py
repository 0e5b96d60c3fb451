"""What closes a document: signature and recipients."""

from __future__ import annotations

import re
from typing import Literal

from drafter.nlp.lines import APPENDIX, STRUCTURE, Line, is_capitals, lines_of

Closing = Literal["signature", "recipients"]

_RECIPIENTS = re.compile(r"Nơi\s+nhận\s*:?(?:\s*$|\s*-|\t)")
# A form of an appendix has dots there.
_KEPT = re.compile(r"(?:^|[-–+;]\s*)Lưu\b(?!\s*:?\s*[.…]{2}|\s+trữ)")
_FOR = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|TUN|Q)(?:[.\s]\s*[A-ZĐÀ-Ỹ]|\.$)")
_TITLE = re.compile(
    r"(?:PHÓ |QUYỀN )*(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CỤC TRƯỞNG|CHÁNH|TRƯỞNG|THỐNG ĐỐC|BÍ THƯ"
    r"|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG|THƯỜNG TRỰC|CHI CỤC TRƯỞNG|ĐỘI TRƯỞNG|CHỦ NHIỆM|PHÓ|XÁC THỰC|THƯ KÝ|CHỦ TỌA)\b"
)
_SIGNED = re.compile(r"[\[(]?\s*(?:đã\s+ký|ký\s+tên|chữ\s+ký)", re.IGNORECASE)
_RANK = re.compile(r"(?:(?:GS|PGS|TS|ThS|BS|CN|KS|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy))[.,\s]+)*")
# How recipients, their list, and signatures begin; most lines do not.
_MAY_CLOSE = re.compile(r"N|[-–+•]|[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ./\s]")
_CLOSES = re.compile(
    rf"^[ \t*_#]*(?:{_RECIPIENTS.pattern}|[-–+•]\s*Lưu|{_FOR.pattern}|{_TITLE.pattern}|PHỤ\s+LỤC|Phụ\s+lục"
    rf"|(?:Ban\s+hành\s+)?[Kk]èm\s+theo\b)|\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\b",
    re.MULTILINE,
)
_MOST_RECIPIENTS = 30


def may_close(text: str) -> bool:
    """Whether a text may have a signature, recipients or an appendix; a quick look, which is never wrong about no."""
    return bool(_CLOSES.search(text))


def closing_block(lines: list[Line], at: int) -> tuple[Closing | None, int]:
    """What of the two begins at line `at`, and the line behind it; `None` for neither."""
    if at >= len(lines) or not _MAY_CLOSE.match(lines[at].words):
        return None, at
    if _RECIPIENTS.match(lines[at].words):
        end = _after_recipients(lines, at)
        kept = any(_KEPT.search(line.words) for line in lines[at:end]) or _is_last(lines, end)
        return ("recipients", end) if kept else (None, at)
    if (end := _after_list_kept(lines, at)) > at:
        return "recipients", end
    end = _after_signature(lines, at)
    return ("signature", end) if end > at else (None, at)


def signers_of(text: str) -> tuple[str, ...]:
    """The persons named in the block of signatures, without ranks; none where it is not signed yet."""
    people = (line.words for line in lines_of(text) if _is_person(line.words) and not _FOR.match(line.words))
    return tuple(_RANK.sub("", _behind_title(words), count=1) for words in people)


def _after_list_kept(lines: list[Line], at: int) -> int:
    """Behind a list of dashes that ends with "- Lưu: VT": recipients whose heading was lost; `at` for none."""
    for end in range(at, min(at + _MOST_RECIPIENTS, len(lines))):
        words = lines[end].words
        if words[0] not in "-–+•":
            return at
        if _KEPT.match(words):
            return end + 1 if end - at >= 2 else at
        if not words.endswith(";"):
            return at
    return at


def _is_last(lines: list[Line], end: int) -> bool:
    """Whether nothing but a signature follows recipients that name no "Lưu"."""
    return end >= len(lines) or _after_signature(lines, end) > end


def _after_recipients(lines: list[Line], at: int) -> int:
    end, kept = at + 1, bool(_KEPT.search(lines[at].words))
    while end < len(lines):
        words, before = lines[end].words, lines[end - 1].words
        if _FOR.match(words) or (_TITLE.match(words) and is_capitals(words)) or APPENDIX.match(words):
            break
        if kept:
            coded = len(words) < 40 and re.search(r"[./(_]\S", words) and not STRUCTURE.match(words)
            if not (before.endswith(",") or (coded and not is_capitals(words))):
                break
        elif (words[0] not in "-–+•" and before.endswith((".", ";"))) or (
            words[0] not in "-–+•" and (len(words) > 120 or STRUCTURE.match(words))
        ):
            break
        kept = kept or bool(words[0] in "-–+•" and _KEPT.search(words))
        end += 1
    return end


def _after_signature(lines: list[Line], at: int) -> int:
    """Behind title and name, of several signers too; `at` where no signature begins."""
    if at >= len(lines):
        return at
    signs_for = bool(_FOR.match(lines[at].words)) and lines[at].words[:12].isupper()
    if not (
        signs_for or (_TITLE.match(lines[at].words) and lines[at].words[:9].isupper() and len(lines[at].words) < 90)
    ):
        return at
    if _behind_title(lines[at].words) != lines[at].words and _is_person(lines[at].words):
        return at + 1
    end, named = at + 1, at
    while end < len(lines) and end < at + 12:
        words = lines[end].words
        if _is_person(words):
            named = end + (2 if _is_rest_of_name(lines, end + 1) else 1)
            more = named < len(lines) and (_FOR.match(lines[named].words) or _is_title(lines[named].words))
            return _after_signature(lines, named) if more and _after_signature(lines, named) > named else named
        if not (is_capitals(words) or _SIGNED.match(words)) or _RECIPIENTS.match(words) or APPENDIX.match(words):
            break
        end += 1
    unnamed = end == len(lines) or _RECIPIENTS.match(lines[end].words) or APPENDIX.match(lines[end].words)
    return end if signs_for and unnamed else at


def _is_person(words: str) -> bool:
    """A name as it stands under a signature, its rank in front, before both the title where lines ran together."""
    names = _RANK.sub("", _behind_title(words), count=1).split()
    return 2 <= len(names) <= 5 and all(name[0].isupper() and (name[1:] or "a").islower() for name in names)


def _is_rest_of_name(lines: list[Line], at: int) -> bool:
    """Whether the line is the last syllable of a name that a narrow column broke."""
    word = lines[at].words if at < len(lines) else ""
    return word.isalpha() and len(word) <= 7 and word[:1].isupper() and word[1:].islower()


def _behind_title(words: str) -> str:
    """What follows two and more words in capitals at the start of a line; the whole line where there are none."""
    each = words.split()
    title = next((at for at, word in enumerate(each) if not word.isupper()), 0)
    return " ".join(each[title:]) if title >= 2 else words


def _is_title(words: str) -> bool:
    return is_capitals(words) and bool(_TITLE.match(words))

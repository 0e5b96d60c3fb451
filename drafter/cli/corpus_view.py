"""What `drafter corpus` shows of documents, on lines of the terminal's width."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from drafter.nlp.written import day, figure

if TYPE_CHECKING:
    from drafter.corpus import Added, Copy, Entry, Hit, Refused, Relation, Standing, Statement

_WIDEST_NUMBER = 24
_BEGINNING = 600
"""Characters of a text that `show` prints."""


def told(result: Added) -> str:
    """What became of one file."""
    here = called(result.name, result.number)
    if result.status == "added":
        return f"Đã thêm {here}."
    if result.status == "replaced":
        return f"Đã thay bằng bản mới: {here}."
    if result.status == "joined":
        number = result.number or f"mã {result.id}"
        return f"{result.name}: cùng nội dung với {number} ({result.known_as}), gộp làm một."
    number = f"số {result.number}" if result.number else f"mã {result.id}"
    elsewhere = f", tên tệp {result.known_as}" if result.known_as else ""
    return f"{result.name}: đã có trong kho ({number}{elsewhere})."


def summary(results: Sequence[Added | Refused]) -> str:
    """ "Đã thêm 12, gộp 2, giữ nguyên 3, không đọc được 1."; what did not happen is left out."""
    if not results:
        return "Không thấy văn bản nào đọc được ở đó; hãy kiểm tra lại đường dẫn."
    counts = Counter(getattr(result, "status", "refused") for result in results)
    words = {"replaced": "thay", "joined": "gộp", "unchanged": "giữ nguyên", "refused": "không đọc được"}
    more = (f"{word} {figure(counts[status])}" for status, word in words.items() if counts[status])
    return ", ".join([f"Đã thêm {figure(counts['added'])}", *more]) + "."


def print_list(entries: Sequence[Entry]) -> None:
    """All documents under their levels."""
    widths = _columns(entries)
    for level, of_level in groupby(entries, key=lambda entry: entry.level):
        click.echo(level.label)
        for entry in of_level:
            click.echo(_line(entry, widths))
    syllables = sum(entry.syllables for entry in entries)
    click.echo(f"Kho có {figure(len(entries))} văn bản, {figure(syllables)} âm tiết.")


def print_doubtful(entries: Sequence[Entry]) -> None:
    """Documents of which something is doubtful: what and why, and how to set it right."""
    from drafter.corpus.phrases import doubts

    widths = _columns(entries)
    indent = " " * (widths[0] + 4)
    for entry in entries:
        click.echo(_line(entry, widths))
        click.echo(_wrapped(doubts(entry) + ".", indent, indent))
    click.echo(
        f"{figure(len(entries))} văn bản có thông tin chưa chắc. Xem từng văn bản: drafter corpus show MÃ.\n"
        "Đặt lại cho đúng: drafter corpus set MÃ --number SỐ --date NGÀY …"
    )


def _columns(entries: Iterable[Entry]) -> tuple[int, int]:
    """How wide ids and numbers are."""
    sizes = [(len(str(entry.id)), len(entry.number)) for entry in entries]
    return max(size for size, _ in sizes), min(max(size for _, size in sizes), _WIDEST_NUMBER)


def _line(entry: Entry, widths: tuple[int, int]) -> str:
    """An entry on one line; a number too long for its column pushes the rest."""
    start = f"{entry.id:>{widths[0] + 2}}  {entry.number:<{widths[1]}}  {day(entry.date):<10}  "
    return (start + cut(entry.title or entry.name, _width() - len(start))).rstrip()


def print_document(
    entry: Entry,
    text: str,
    copies: Sequence[Copy],
    standing: Standing | None,
    ties: Sequence[Relation],
    unread: Sequence[int],
) -> None:
    """What the corpus knows of a document, and the beginning of its text; `unread`: pages without recognised words."""
    from drafter.corpus.phrases import ORIGINS, TIES, doubts, force, origin

    for label, value in (
        ("Mã", str(entry.id)),
        ("Số, ký hiệu", entry.number),
        ("Loại", entry.kind),
        ("Trích yếu", entry.title),
        ("Nơi ban hành", entry.issuer),
        ("Cấp", entry.level.label),
        ("Ngày", day(entry.date)),
        ("Hiệu lực", force(standing) if standing else ""),
        *((name, "; ".join(tie.number for tie in ties if tie.kind == kind)) for kind, name in TIES.items()),
        ("Chưa chắc", doubts(entry)),
        ("Tệp", entry.name),
        ("Dạng", origin(entry)),
        ("Chưa đọc được", f"trang {', '.join(map(str, unread))}" if unread else ""),
        ("Lấy từ", entry.location),
        ("Độ dài", f"{figure(entry.characters)} ký tự, {figure(entry.syllables)} âm tiết"),
        ("Thêm lúc", entry.added_at),
        *(("Cùng nội dung", f"{copy.name} ({ORIGINS[copy.origin]})") for copy in copies),
    ):
        if value:
            click.echo(_wrapped(value, f"{label + ':':<15}", " " * 15))
    click.echo()
    for line in unicodedata.normalize("NFC", text[:_BEGINNING]).splitlines():
        click.echo(_wrapped(line, "", ""))
    if len(text) > _BEGINNING:
        click.echo("…")


def print_hits(hits: Sequence[Hit]) -> None:
    """Documents that a search found, each with the place."""
    widths = _columns(hit.entry for hit in hits)
    indent = " " * (widths[0] + 4)
    for hit in hits:
        click.echo(_line(hit.entry, widths))
        click.echo(_wrapped(unicodedata.normalize("NFC", hit.excerpt), indent, indent))


def unrelated(file: str, one: Statement) -> str:
    """What is wrong with a row of a table of relations that speaks of no stored document."""
    return (
        f"{file}, dòng {one.line}: kho không có, hoặc có nhiều văn bản số {one.sought}; "
        "hãy thêm văn bản ấy trước, hoặc ghi mã ở cột “id”."
    )


def called(name: str, number: str) -> str:
    return f"{name} (số {number})" if number else name


def _wrapped(text: str, first: str, rest: str) -> str:
    return textwrap.fill(text, _width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 9)].rstrip() + "…"


def _width() -> int:
    return min(get_terminal_size((80, 24)).columns, 120)

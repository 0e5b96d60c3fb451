"""`drafter corpus`: the superior documents that drafts are compared with."""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Literal

import click

from drafter.cli.frame import FAILED, Fault, Settings

if TYPE_CHECKING:
    from drafter.corpus import Added, Corpus, Entry, Hit, Refused

Form = Literal["text", "json"]
_EMPTY = "Kho chưa có văn bản nào; hãy thêm bằng: drafter corpus add THƯ-MỤC."
_FEW = 20
"""Documents of which each is told one by one."""
_LONG_WORK = 2_000_000
"""Bytes from which on reading takes more than a moment."""
_WIDEST_NUMBER = 24
_BEGINNING = 600
"""Characters of a text that `show` prints."""

_form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="DẠNG",
    help="text: để đọc (mặc định); json: mỗi văn bản một dòng, cho chương trình khác.",
)


@click.group(short_help="Kho văn bản cấp trên: thêm, xem, tìm, gỡ.")
def corpus() -> None:
    """Kho văn bản cấp trên, nơi các dự thảo được đem ra so."""


@corpus.command(short_help="Thêm tệp hoặc cả thư mục vào kho.")
@click.argument("paths", nargs=-1, required=True, metavar="ĐƯỜNG-DẪN…", type=click.Path(path_type=Path))
@click.pass_context
def add(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Thêm văn bản .docx, .txt, cả thư mục, hoặc tập .jsonl (.xz, .gz) vào kho.

    Bảng documents.tsv hoặc documents.csv cùng thư mục (cột file, number, title, kind, issuer, date) cho biết số,
    trích yếu, loại, nơi ban hành, ngày của từng tệp; không có thì đọc ở phần đầu văn bản.

    Mã kết thúc: 0 thêm được hết, 2 có tệp không đọc được.
    """
    from drafter.corpus import Refused
    from drafter.corpus.importing import items, plan

    planned = plan(paths)
    with _opened(context) as corpus, _progress(planned.bytes) as advance:
        results = list(corpus.add_all(items(planned, advance)))
    refused = [result for result in results if isinstance(result, Refused)]
    if len(results) <= _FEW:
        for result in results:
            if not isinstance(result, Refused):
                click.echo(_told(result))
    for one in refused:
        click.echo(one.reason, err=True)
    click.echo(_summary(results))
    if planned.passed_over:
        kinds = ", ".join(f"{suffix or 'không đuôi'} {count}" for suffix, count in planned.passed_over.most_common())
        click.echo(f"Bỏ qua {planned.passed_over.total()} tệp dạng khác trong thư mục ({kinds}).", err=True)
    context.exit(FAILED if refused else 0)


@corpus.command("list", short_help="Liệt kê các văn bản trong kho.")
@_form
@click.pass_context
def list_(context: click.Context, form: Form) -> None:
    """Liệt kê các văn bản trong kho, cấp trên trước, rồi theo ngày."""
    with _opened(context) as corpus:
        entries = corpus.documents()
    if form == "json":
        _print_json(map(asdict, entries))
        return
    if not entries:
        click.echo(_EMPTY)
        return
    width_of = _columns(entries)
    for level, of_level in groupby(entries, key=lambda entry: entry.level):
        click.echo(level.label)
        for entry in of_level:
            click.echo(_line(entry, width_of))
    syllables = sum(entry.syllables for entry in entries)
    click.echo(f"Kho có {_figure(len(entries))} văn bản, {_figure(syllables)} âm tiết.")


@corpus.command(short_help="Xem một văn bản trong kho.")
@click.argument("sought", metavar="MÃ|SỐ-KÝ-HIỆU")
@click.option("--text", "whole", is_flag=True, help="Chỉ in toàn văn.")
@_form
@click.pass_context
def show(context: click.Context, sought: str, whole: bool, form: Form) -> None:
    """Xem một văn bản: những gì kho biết về nó và phần đầu văn bản."""
    with _opened(context) as corpus:
        entry = _entry(corpus, sought)
        text = corpus.text(entry.id)
    if form == "json":
        _print_json([asdict(entry) | {"text": text}])
    elif whole:
        click.echo(text)
    else:
        _show(entry, text)


@corpus.command(short_help="Gỡ văn bản khỏi kho.")
@click.argument("sought", nargs=-1, required=True, metavar="MÃ|SỐ-KÝ-HIỆU…")
@click.pass_context
def remove(context: click.Context, sought: tuple[str, ...]) -> None:
    """Gỡ văn bản khỏi kho; tệp gốc vẫn còn nguyên."""
    with _opened(context) as corpus:
        for entry in [_entry(corpus, one) for one in dict.fromkeys(sought)]:
            corpus.remove(entry.id)
            click.echo(f"Đã gỡ khỏi kho: {_called(entry.name, entry.number)}.")


@corpus.command(short_help="Tìm văn bản trong kho theo từ.")
@click.argument("words", nargs=-1, required=True, metavar="TỪ…")
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="SỐ", help="Nhiều nhất chừng này (20).")
@_form
@click.pass_context
def search(context: click.Context, words: tuple[str, ...], limit: int, form: Form) -> None:
    """Tìm văn bản có các từ này ở số ký hiệu, trích yếu hoặc nội dung; đúng cả cụm từ đứng trước."""
    with _opened(context) as corpus:
        hits = corpus.search(" ".join(words), limit)
    if form == "json":
        _print_json(asdict(hit.entry) | {"excerpt": hit.excerpt, "start": hit.start} for hit in hits)
    elif not hits:
        click.echo(f"Kho không có văn bản nào chứa đủ các từ “{' '.join(words)}”.")
    else:
        _show_hits(hits)


@contextmanager
def _opened(context: click.Context) -> Iterator[Corpus]:
    from drafter.corpus import Corpus

    settings: Settings = context.obj
    with Corpus(settings.home) as corpus:
        yield corpus


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """What to tell of bytes that were read: a bar if somebody looks at it and it takes more than a moment."""
    if total < _LONG_WORK or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label="Đang thêm vào kho", file=sys.stderr) as bar:
        yield bar.update


def _entry(corpus: Corpus, sought: str) -> Entry:
    """The document with this id or number. Raises `Fault` for a number that several have."""
    from drafter.errors import UnknownDocument

    if sought.isdecimal():
        return corpus.entry(int(sought))
    entries = corpus.by_number([sought])
    if not entries:
        raise UnknownDocument(sought)
    if len(entries) > 1:
        several = "; ".join(f"{entry.id} ({entry.issuer or entry.name})" for entry in entries)
        raise Fault(f"Kho có {len(entries)} văn bản số {sought}; hãy chọn theo mã: {several}.")
    return entries[0]


def _told(result: Added) -> str:
    called = _called(result.name, result.number)
    if result.status == "added":
        return f"Đã thêm {called}."
    if result.status == "replaced":
        return f"Đã thay bằng bản mới: {called}."
    number = f"số {result.number}" if result.number else f"mã {result.id}"
    elsewhere = f", tên tệp {result.known_as}" if result.known_as else ""
    return f"{result.name}: đã có trong kho ({number}{elsewhere})."


def _summary(results: list[Added | Refused]) -> str:
    """ "Đã thêm 12, thay 1, giữ nguyên 3, không đọc được 1."; what did not happen is left out."""
    if not results:
        return "Không thấy văn bản .docx hoặc .txt nào ở đó; hãy kiểm tra lại đường dẫn."
    counts = Counter(getattr(result, "status", "refused") for result in results)
    words = {"replaced": "thay", "unchanged": "giữ nguyên", "refused": "không đọc được"}
    more = (f"{word} {_figure(counts[status])}" for status, word in words.items() if counts[status])
    return ", ".join([f"Đã thêm {_figure(counts['added'])}", *more]) + "."


def _columns(entries: Iterable[Entry]) -> tuple[int, int]:
    """How wide ids and numbers are."""
    sizes = [(len(str(entry.id)), len(entry.number)) for entry in entries]
    return max(size for size, _ in sizes), min(max(size for _, size in sizes), _WIDEST_NUMBER)


def _line(entry: Entry, widths: tuple[int, int]) -> str:
    """An entry on one line; a number too long for its column pushes the rest."""
    start = f"{entry.id:>{widths[0] + 2}}  {entry.number:<{widths[1]}}  {_day(entry.date):<10}  "
    return (start + _cut(entry.title or entry.name, _width() - len(start))).rstrip()


def _show(entry: Entry, text: str) -> None:
    for label, value in (
        ("Mã", str(entry.id)),
        ("Số, ký hiệu", entry.number),
        ("Loại", entry.kind),
        ("Trích yếu", entry.title),
        ("Nơi ban hành", entry.issuer),
        ("Cấp", entry.level.label),
        ("Ngày", _day(entry.date)),
        ("Tệp", entry.name),
        ("Lấy từ", entry.location),
        ("Độ dài", f"{_figure(entry.characters)} ký tự, {_figure(entry.syllables)} âm tiết"),
        ("Thêm lúc", entry.added_at),
    ):
        if value:
            click.echo(_wrapped(value, f"{label + ':':<14}", " " * 14))
    click.echo()
    for line in unicodedata.normalize("NFC", text[:_BEGINNING]).splitlines():
        click.echo(_wrapped(line, "", ""))
    if len(text) > _BEGINNING:
        click.echo("…")


def _show_hits(hits: list[Hit]) -> None:
    widths = _columns(hit.entry for hit in hits)
    indent = " " * (widths[0] + 4)
    for hit in hits:
        click.echo(_line(hit.entry, widths))
        click.echo(_wrapped(unicodedata.normalize("NFC", hit.excerpt), indent, indent))


def _print_json(records: Iterable[object]) -> None:
    import json

    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False))


def _called(name: str, number: str) -> str:
    return f"{name} (số {number})" if number else name


def _wrapped(text: str, first: str, rest: str) -> str:
    return textwrap.fill(text, _width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 9)].rstrip() + "…"


def _day(date: str) -> str:
    """19/11/2025 of 2025-11-19."""
    return "/".join(reversed(date.split("-")))


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _width() -> int:
    return min(get_terminal_size((80, 24)).columns, 120)

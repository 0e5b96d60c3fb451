"""`drafter corpus`: the superior documents that drafts are compared with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from drafter.cli.corpus_view import (
    called,
    cut,
    print_document,
    print_doubtful,
    print_hits,
    print_list,
    summary,
    told,
    unrelated,
)
from drafter.cli.frame import FAILED, INTERRUPTED, Fault, Settings, form_option
from drafter.nlp.written import figure

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from drafter.corpus import Added, Corpus, Entry, Refused, Relation, Standing
    from drafter.corpus.importing import Plan

Form = Literal["text", "json"]
_EMPTY = "Kho chưa có văn bản nào; hãy thêm bằng: drafter corpus add THƯ-MỤC."
_STOPPED = (
    "Đã dừng giữa chừng; văn bản đã thêm nằm trọn vẹn trong kho. "
    "Chạy lại lệnh này để thêm tiếp, tệp đã thêm không phải đọc lại."
)
_FEW = 20
"""Documents of which each is told one by one."""
_form = form_option("text", "json", help="text: để đọc (mặc định); json: mỗi văn bản một dòng, cho chương trình khác.")


@click.group(short_help="Kho văn bản cấp trên: thêm, xem, tìm, gỡ.")
def corpus() -> None:
    """Kho văn bản cấp trên, nơi các dự thảo được đem ra so."""


@corpus.command(short_help="Thêm tệp hoặc cả thư mục vào kho.")
@click.argument("paths", nargs=-1, required=True, metavar="ĐƯỜNG-DẪN…", type=click.Path(path_type=Path))
@click.pass_context
def add(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Thêm tệp, cả thư mục, hoặc tập .jsonl (.xz, .gz) vào kho.

    Đọc được .docx, .dotx, .doc, .odt, .rtf, .pdf, bản quét (.pdf, .png, .jpg, .tif), .html, .md, .txt, .xlsx và gói
    .zip, .edxml; mỗi văn bản trong gói là một văn bản trong kho.

    Bảng documents.tsv hoặc documents.csv cùng thư mục (cột file, number, title, kind, issuer, date) cho biết số,
    trích yếu, loại, nơi ban hành, ngày của từng tệp; không có thì đọc ở phần đầu văn bản.

    Dừng giữa chừng thì chạy lại: tệp đã vào kho không phải đọc lại. Hai tệp cùng một văn bản (bản Word và bản quét)
    được gộp làm một.

    Mã kết thúc: 0 thêm được hết, 2 có tệp không đọc được, 130 bị dừng giữa chừng.
    """
    from drafter.corpus import Added, Refused
    from drafter.corpus.importing import arrivals, plan

    planned = plan(paths)
    results: list[Added | Refused] = []
    with _opened(context) as corpus:
        try:
            with _progress(planned) as tell:
                results.extend(corpus.add_all(arrivals(planned, corpus, tell)))
        except KeyboardInterrupt:
            click.echo(_STOPPED, err=True)
            context.exit(INTERRUPTED)
        entries = corpus.entries(result.id for result in results if isinstance(result, Added))
    refused = [result for result in results if isinstance(result, Refused)]
    if len(results) <= _FEW:
        for result in results:
            if not isinstance(result, Refused):
                click.echo(told(result))
    click.echo(summary(results))
    if doubtful := sum(bool(entry.doubts) for entry in entries.values()):
        click.echo(f"{figure(doubtful)} văn bản có thông tin chưa chắc; xem bằng: drafter corpus list --doubtful")
    for one in refused:
        click.echo(one.reason, err=True)
    if planned.passed_over:
        kinds = ", ".join(f"{suffix or 'không đuôi'} {count}" for suffix, count in planned.passed_over.most_common())
        click.echo(f"Bỏ qua {planned.passed_over.total()} tệp dạng khác trong thư mục ({kinds}).", err=True)
    context.exit(FAILED if refused else 0)


@corpus.command("list", short_help="Liệt kê các văn bản trong kho.")
@click.option("--doubtful", is_flag=True, help="Chỉ những văn bản có thông tin chưa chắc, và vì sao.")
@_form
@click.pass_context
def list_(context: click.Context, doubtful: bool, form: Form) -> None:
    """Liệt kê các văn bản trong kho, cấp trên trước, rồi theo ngày."""
    with _opened(context) as corpus:
        every = corpus.documents()
        entries = [entry for entry in every if entry.doubts or not doubtful]
        ids = [entry.id for entry in entries]
        ties, standings = (corpus.relations(ids), corpus.standings(ids)) if form == "json" else ({}, {})
    if form == "json":
        _print_json(asdict(entry) | _related(standings.get(entry.id), ties.get(entry.id, ())) for entry in entries)
    elif not every:
        click.echo(_EMPTY)
    elif not doubtful:
        print_list(entries)
    elif entries:
        print_doubtful(entries)
    else:
        click.echo("Không văn bản nào trong kho có thông tin chưa chắc.")


@corpus.command(short_help="Xem một văn bản trong kho.")
@click.argument("sought", metavar="MÃ|SỐ-KÝ-HIỆU")
@click.option("--text", "whole", is_flag=True, help="Chỉ in toàn văn.")
@_form
@click.pass_context
def show(context: click.Context, sought: str, whole: bool, form: Form) -> None:
    """Xem một văn bản: những gì kho biết về nó và phần đầu văn bản."""
    with _opened(context) as corpus:
        entry = _entry(corpus, sought)
        text, copies = corpus.text(entry.id), corpus.copies(entry.id)
        unread = [page.number for page in corpus.pages(entry.id) if page.is_unread]
        standing, ties = corpus.standings([entry.id]).get(entry.id), corpus.relations([entry.id]).get(entry.id, ())
    if form == "json":
        more = {"text": text, "copies": list(map(asdict, copies)), "unread": unread}
        _print_json([asdict(entry) | _related(standing, ties) | more])
    elif whole:
        click.echo(text)
    else:
        print_document(entry, text, copies, standing, ties, unread)


@corpus.command("set", short_help="Đặt số, loại, ngày … của một văn bản cho đúng.")
@click.argument("sought", metavar="MÃ|SỐ-KÝ-HIỆU")
@click.option("--number", default="", metavar="SỐ", help="Số, ký hiệu, như 411/QĐ-TTg.")
@click.option("--kind", default="", metavar="LOẠI", help="Tên loại hoặc ký hiệu, như Quyết định, QĐ.")
@click.option("--title", default="", metavar="TRÍCH-YẾU", help="Trích yếu nội dung.")
@click.option("--issuer", default="", metavar="CƠ-QUAN", help="Nơi ban hành.")
@click.option("--date", default="", metavar="NGÀY", help="Ngày ban hành, như 31/3/2022.")
@click.pass_context
def set_(context: click.Context, /, sought: str, **said: str) -> None:
    """Đặt thông tin của một văn bản cho đúng; giữ nguyên như thế cả khi thêm lại tệp."""
    from drafter.corpus.metadata import checked
    from drafter.corpus.phrases import doubts

    if not any(value.strip() for value in said.values()):
        raise Fault("Chưa cho biết đặt lại gì; hãy viết như: drafter corpus set 5 --number 411/QĐ-TTg")
    known = checked(*(" ".join(said[name].split()) for name in ("number", "kind", "title", "issuer", "date")))
    with _opened(context) as corpus:
        entry = corpus.set(_entry(corpus, sought).id, known)
    click.echo(f"Đã đặt lại {called(entry.name, entry.number)}.")
    if entry.doubts:
        click.echo(f"Còn chưa chắc: {doubts(entry)}.")


@corpus.command(short_help="Ghi văn bản nào còn hiệu lực, thay thế, sửa đổi, thực hiện văn bản nào.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.pass_context
def relate(context: click.Context, file: Path) -> None:
    """Ghi tình trạng hiệu lực và quan hệ của văn bản trong kho, theo bảng .csv, .tsv, .json hoặc .jsonl.

    Cột number (hoặc id; thêm issuer khi nhiều văn bản trùng số), status (còn hiệu lực, được sửa đổi, bị thay thế, hết
    hiệu lực), since (từ ngày), by (bởi văn bản số), replaces, amends, implements (thay thế, sửa đổi, thực hiện văn bản
    số nào; nhiều số cách nhau bằng dấu chấm phẩy). Văn bản kia không cần có trong kho.
    """
    from drafter.corpus.relating import read_statements

    statements = read_statements(file)
    with _opened(context) as corpus:
        left = corpus.relate(statements)
    click.echo(f"Đã ghi {figure(len(statements) - len(left))} văn bản.")
    for one in left:
        click.echo(unrelated(file.name, one), err=True)
    context.exit(FAILED if left else 0)


@corpus.command(short_help="Gỡ văn bản khỏi kho.")
@click.argument("sought", nargs=-1, required=True, metavar="MÃ|SỐ-KÝ-HIỆU…")
@click.pass_context
def remove(context: click.Context, sought: tuple[str, ...]) -> None:
    """Gỡ văn bản khỏi kho; tệp gốc vẫn còn nguyên."""
    with _opened(context) as corpus:
        for entry in [_entry(corpus, one) for one in dict.fromkeys(sought)]:
            corpus.remove(entry.id)
            click.echo(f"Đã gỡ khỏi kho: {called(entry.name, entry.number)}.")


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
        print_hits(hits)


@contextmanager
def _opened(context: click.Context) -> Iterator[Corpus]:
    from drafter.corpus import Corpus

    settings: Settings = context.obj
    with Corpus(settings.home) as corpus:
        yield corpus


@contextmanager
def _progress(planned: Plan) -> Iterator[Callable[[int, str], None]]:
    """What to tell of bytes that were read: a bar if somebody looks at it and it takes more than a moment."""
    if not planned.takes_long or not sys.stderr.isatty():
        yield lambda _, __: None
        return
    bar: ProgressBar[str] = click.progressbar(
        length=planned.bytes, label="Đang thêm", width=20, file=sys.stderr, item_show_func=lambda at: cut(at or "", 30)
    )
    with bar:
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


def _related(standing: Standing | None, ties: Iterable[Relation]) -> dict[str, object]:
    """Its part of an entry in JSON."""
    return {"standing": asdict(standing) if standing else None, "relations": [asdict(tie) for tie in ties]}


def _print_json(records: Iterable[object]) -> None:
    import json

    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False))

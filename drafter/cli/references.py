"""`drafter references`: the documents that a draft names, and which of them the corpus holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from drafter.cli.frame import Settings, form_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.corpus import Entry, Standing
    from drafter.nlp.references import Reference

_NONE = "Văn bản không viện dẫn văn bản nào."
_NOT_HELD = "chưa có trong kho"
_KNOWN = ("id", "name", "number", "kind", "title", "issuer", "date")
"""What is said of a stored document."""


@click.command(short_help="Liệt kê các văn bản được viện dẫn, văn bản nào có trong kho.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@form_option(
    "text",
    "json",
    help="text: để đọc (mặc định); json: một danh sách, mỗi chỗ viện dẫn một phần tử, cho chương trình khác.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="NƠI-GHI",
    help="Tệp nhận kết quả; không có thì in ra màn hình.",
)
@click.pass_context
def references(context: click.Context, file: Path, form: Literal["text", "json"], output: Path | None) -> None:
    """Liệt kê mọi chỗ viện dẫn văn bản khác: loại, số, ngày, nơi ban hành, và văn bản ấy trong kho.

    Văn bản chưa có trong kho không phải là lỗi; viện dẫn sai thì xem bằng: drafter check --only citations.
    """
    from drafter import Corpus, read
    from drafter.citations.check import listing
    from drafter.cli.outlet import OutputIsInput, is_same, write_whole

    settings: Settings = context.obj
    document = read(file)
    if output and is_same(output, file):
        raise OutputIsInput(output)
    with Corpus(settings.home) as corpus:
        found = listing(document, corpus)
        standings = corpus.standings({entry.id for _, entry in found if entry})
    if form == "json":
        records = [_record(document.text, reference, entry, standings) for reference, entry in found]
        content = json.dumps(records, ensure_ascii=False, indent=1)
    else:
        content = "\n".join(_lines(document.text, found, standings)) or _NONE
    if output:
        write_whole(output, f"{content}\n".encode())
        click.echo(f"Đã ghi kết quả: {output}", err=True)
    else:
        click.echo(content)


def _record(text: str, reference: Reference, entry: Entry | None, standings: dict[int, Standing]) -> dict[str, object]:
    """A reference in JSON; its document is null where the corpus does not hold it."""
    mention = reference.mention
    known: dict[str, object] | None = {name: getattr(entry, name) for name in _KNOWN} if entry else None
    if known and entry:
        standing = standings.get(entry.id)
        known["status"] = standing.status if standing else ""
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "kind": mention.kind,
        "number": reference.number,
        "date": mention.date,
        "issuer": mention.issuer,
        "document": known,
    }


def _lines(text: str, found: Iterable[tuple[Reference, Entry | None]], standings: dict[int, Standing]) -> Iterator[str]:
    """A line for each document that is named, in the order of the text, and how many there are."""
    from drafter.corpus.phrases import force
    from drafter.nlp.citing import short
    from drafter.nlp.written import figure

    places: dict[tuple[str, str], list[tuple[Reference, Entry | None]]] = {}
    for reference, entry in found:
        title = reference.mention.title.of(text) if reference.mention.title else ""
        name = short(reference.mention.kind, reference.number, "" if reference.number else title)
        places.setdefault((name, "" if reference.number else reference.mention.date), []).append((reference, entry))
    left = 0
    for (name, _), several in places.items():
        date = next((one.mention.date for one, _ in several if one.mention.date), "")
        issuer = next((one.mention.issuer for one, _ in several if one.mention.issuer), "")
        about = ", ".join(filter(None, ("/".join(reversed(date.split("-"))), issuer)))
        held = next((entry for _, entry in several if entry), None)
        standing = standings.get(held.id) if held else None
        known = ", ".join(filter(None, (f"mã {held.id}", force(standing) if standing else ""))) if held else _NOT_HELD
        left += held is None
        yield f"{name}{f' ({about})' if about else ''}: {figure(len(several))} chỗ; {known}"
    if places:
        count = sum(map(len, places.values()))
        yield f"{figure(len(places))} văn bản ở {figure(count)} chỗ; {figure(left)} văn bản chưa có trong kho."

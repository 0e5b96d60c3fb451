"""`drafter check`: what was copied, from where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.frame import FAILED, Settings, form_option, own_fault
from drafter.cli.outlet import Form, Outlet
from drafter.cli.waiting import reading
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.document import Document
    from drafter.errors import UnreadableFile

_EMPTY = "Kho chưa có văn bản cấp trên nào để so; hãy thêm bằng: drafter corpus add THƯ-MỤC."


@click.command(short_help="Kiểm tra dự thảo: chỗ nào chép, từ đâu, viết lại thế nào.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…", type=click.Path(path_type=Path))
@form_option(
    "text",
    "json",
    "html",
    "docx",
    help="text: đọc ngay (mặc định); json: cho chương trình khác; html: trang để đọc, in, gửi; docx: Word có góp ý.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="NƠI-GHI",
    help="Tệp nhận kết quả, hoặc thư mục khi có nhiều văn bản; không có thì text và json in ra màn hình.",
)
@click.option(
    "--only", metavar="PHẦN,…", help="Chỉ kiểm tra các phần này, cách nhau bằng dấu phẩy, ví dụ: layout,reuse."
)
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], form: Form, output: Path | None, only: str | None) -> None:
    """Kiểm tra dự thảo: chỗ nào chép, chép từ đâu, nên viết thế nào, thể thức có đúng không.

    Đọc được .docx, .dotx, .doc, .odt, .rtf, .pdf, bản quét (.pdf, .png, .jpg, .tif), .html, .md, .txt, .xlsx và gói
    .zip, .edxml; mỗi văn bản trong gói một kết quả. Thể thức chỉ đánh giá đầy đủ ở .docx; kết quả nói rõ phần nào chưa
    đánh giá.

    Mã kết thúc: 0 không có lỗi, 1 có chỗ mức lỗi, 2 có tệp không kiểm tra được.
    """
    from drafter import Corpus, review

    settings: Settings = context.obj
    parts = frozenset(filter(None, (part.strip() for part in only.split(",")))) if only else None
    outlet = Outlet(form, files, output)
    statuses = [0]
    with Corpus(settings.home) as corpus:
        stored = corpus.size().documents
        if not stored:
            click.echo(_EMPTY, err=True)
        for number, file in enumerate(files):
            found = _read(file, settings, statuses)
            for document in found:
                with told(document.name, settings, statuses):
                    if isinstance(document, DrafterError):
                        raise document
                    report = review(document, corpus, only=parts)
                    outlet.put(number, report, stored, alone=len(found) == 1)
                    statuses.append(1 if report.count("error") else 0)
    context.exit(max(statuses))


def _read(file: Path, settings: Settings, statuses: list[int]) -> list[Document | UnreadableFile]:
    """The documents in the file; none where it is said already what is wrong with it."""
    from drafter import read_all

    with told(file.name, settings, statuses), reading(file.name) as progress:
        return read_all(file, progress)
    return []


@contextmanager
def told(name: str, settings: Settings, statuses: list[int]) -> Iterator[None]:
    """Says what went wrong with the document `name` and notes it, so that the others are still checked."""
    try:
        yield
    except BrokenPipeError:
        raise
    except DrafterError as error:
        click.echo(str(error), err=True)
        statuses.append(FAILED)
    except Exception as error:
        if settings.debug:
            raise
        click.echo(f"{name}: {own_fault(error)}", err=True)
        statuses.append(FAILED)

"""`drafter tasks`: what a document assigns to whom, until when, as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from drafter.cli.frame import Fault, form_option
from drafter.cli.outlet import OutputIsInput, is_same, write_whole

_WRITTEN = "Đã ghi {} nhiệm vụ vào {}"
_NEEDS_OUTPUT = "Bảng Excel phải ghi vào tệp; hãy thêm --output, ví dụ: --output nhiem-vu.xlsx"


@click.command(short_help="Các nhiệm vụ được giao trong văn bản: ai chủ trì, bao giờ xong, sản phẩm gì.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@form_option(
    "text",
    "json",
    "xlsx",
    default=None,
    help="text: bảng để đọc (mặc định); json: cho chương trình khác; xlsx: bảng Excel để in, theo dõi (mặc định khi"
    " --output là tệp .xlsx).",
)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="TỆP-MỚI", help="Tệp sẽ ghi; không có thì in ra màn hình."
)
def tasks(file: Path, form: Literal["text", "json", "xlsx"] | None, output: Path | None) -> None:
    """Lập bảng nhiệm vụ từ kế hoạch, chương trình, chỉ thị, quyết định: nội dung, đơn vị chủ trì, phối hợp, thời
    hạn, sản phẩm.

    Đơn vị chủ trì ghi ở đề mục (“2. Phòng Văn hóa - Xã hội”) hay trong bảng phụ lục cũng được tính. Thời hạn như “kịp
    thời”, “định kỳ” mà không có ngày thì ghi là chưa rõ.
    """
    from drafter import read
    from drafter.tasks.reading import subject_of, tasks_of

    chosen = form or ("xlsx" if output and output.suffix.lower() == ".xlsx" else "text")
    if output and is_same(output, file):
        raise OutputIsInput(output)
    if chosen == "xlsx" and not output:
        raise Fault(_NEEDS_OUTPUT)
    document = read(file)
    found = tasks_of(document)
    content: str | bytes
    if chosen == "xlsx":
        from drafter.render.worksheet import tasks_workbook

        content = tasks_workbook(found, subject_of(document))
    else:
        from drafter.render.tasks import tasks_json, tasks_table

        content = tasks_json(found) if chosen == "json" else tasks_table(found)
    if not output:
        click.echo(content, nl=False)
        return
    write_whole(output, content.encode() if isinstance(content, str) else content)
    click.echo(_WRITTEN.format(len(found), output), err=True)

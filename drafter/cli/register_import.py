"""`drafter register import`: registers in sheets and edXML packages, looked at before they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.book import Form, act, acting, form, opened, year_option
from drafter.cli.frame import FAILED
from drafter.cli.waiting import reading
from drafter.register.refusals import WrongEntry

if TYPE_CHECKING:
    from drafter.register import Paper
    from drafter.register.importing import Preview

_PACKAGES = frozenset({".edxml", ".edoc", ".xml", ".zip"})


@click.command("import", short_help="Nhập sổ từ Excel, CSV, hoặc gói edXML.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@year_option
@click.option("--unit", default="", metavar="ĐƠN-VỊ", help="Đơn vị của những văn bản mà sổ không ghi đơn vị.")
@click.option("--yes", is_flag=True, help="Đã xem, ghi vào sổ; không có thì chỉ cho xem.")
@click.option("--all", "whole", is_flag=True, help="In mọi dòng, không chỉ những dòng cần xem.")
@acting
@form
@click.pass_context
def import_(
    context: click.Context,
    file: Path,
    year: int | None,
    unit: str,
    yes: bool,
    whole: bool,
    who: str,
    reason: str,
    form: Form,
) -> None:
    """Nhập sổ văn bản của một năm từ tệp .xlsx, .csv, hoặc một văn bản từ gói edXML.

    Không có --yes thì chưa ghi gì: in ra mỗi cột được hiểu là gì, dòng nào chưa chắc, dòng nào không nhận được và vì
    sao. Nhập lại cùng một tệp thì không thay đổi gì.

    Mã kết thúc: 0 nhận được hết, 2 có dòng không nhận được.
    """
    from drafter.render.comparison import comparison_fields, comparison_text
    from drafter.render.json import json_text

    with reading(file.name) as tell:
        preview, paper = _read(file, year, unit, tell)
    with opened(context) as book:
        if yes:
            with _writing() as told:
                found = book.take_in(preview, act(who, reason), told, paper)
        else:
            found = book.look_at(preview)
    if form == "json":
        click.echo(json_text(comparison_fields(found, stored=yes)), nl=False)
    else:
        click.echo(comparison_text(found, stored=yes, whole=whole), nl=False)
    context.exit(FAILED if found.count("refused") else 0)


def _read(
    file: Path, year: int | None, unit: str, tell: Callable[[int, int], None] | None
) -> tuple[Preview, Paper | None]:
    """What the file holds, and of a package the document it brings. Raises `UnreadableFile`, `WrongEntry`."""
    from drafter.register.importing import read_register
    from drafter.register.importing.edxml import previewed

    if file.suffix.lower() in _PACKAGES:
        from drafter.readers import content_of

        return previewed(file.name, content_of(file), year, unit)
    if year is None:
        raise WrongEntry("Chưa nói sổ của năm nào; hãy thêm --year, ví dụ: --year 2025.")
    return read_register(file, year, unit, tell), None


@contextmanager
def _writing() -> Iterator[Callable[[int, int], None] | None]:
    """A bar for rows written, where somebody looks."""
    with reading("sổ", "Đang ghi vào") as tell:
        yield tell

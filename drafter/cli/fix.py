"""`drafter fix`: the reference in place of each copied passage, as changes that Word shows for acceptance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.frame import FAILED, Needed, Settings
from drafter.cli.outlet import OutputIsInput, is_same, write_whole
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.render.mended import Mended
    from drafter.report import Report

_NOTHING = "{}: không có chỗ nào chương trình sửa thay được; không ghi tệp nào."
_DONE = (
    "Đã thay {} đoạn bằng dẫn chiếu và ghi vào {}. Mỗi chỗ là một sửa đổi có theo dõi: mở bằng Word, thẻ Xem lại "
    "(Review), rồi chấp nhận hoặc bỏ từng chỗ."
)
_LEFT = "Còn {} đoạn phải tự sửa vì nằm trong bảng, khung chữ hoặc công thức; xem bằng: drafter check {}"
_OTHERS = "Còn {} đoạn phải tự xem vì chưa chắc là chép hoặc không trọn câu; xem bằng: drafter check {}"


class OnlyWord(DrafterError):
    """Tracked changes are for Word files alone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: chỉ sửa được tệp Word; hãy lưu văn bản thành .docx rồi chạy lại.")


@click.command(short_help="Thay đoạn chép bằng dẫn chiếu, ghi thành sửa đổi có theo dõi.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--output", cls=Needed, type=click.Path(path_type=Path), metavar="TỆP-MỚI", help="Tệp Word sẽ ghi.")
@click.pass_context
def fix(context: click.Context, file: Path, output: Path) -> None:
    """Ghi ra tệp Word mới, trong đó mỗi đoạn chép được thay bằng câu dẫn chiếu, ở dạng sửa đổi có theo dõi.

    Tệp gốc giữ nguyên. Đoạn chỉ gồm chỉ tiêu được giao, đoạn nằm vắt qua các ô của bảng thì để lại cho người soạn.
    """
    from drafter import Corpus, read, review

    settings: Settings = context.obj
    if is_same(output, file):
        raise OutputIsInput(output)
    document = read(file)
    if document.origin != "docx":
        raise OnlyWord(file.name)
    with Corpus(settings.home) as corpus:
        report = review(document, corpus)
    for skipped in report.skipped:
        click.echo(skipped.reason, err=True)
    others = sum(finding.severity == "warning" and not finding.fix for finding in report.findings)
    _say(_mended(file, report), others, file, output)
    context.exit(FAILED if report.skipped else 0)


def _mended(file: Path, report: Report) -> Mended:
    from datetime import datetime

    from drafter.render.mended import mended

    return mended(file.read_bytes(), report, datetime.now().astimezone())


def _say(result: Mended, others: int, file: Path, output: Path) -> None:
    """Writes the file, if anything was mended, and says what was, what could not be, and how many passages are left."""
    if not result.done:
        click.echo(_NOTHING.format(file.name))
    else:
        write_whole(output, result.data)
        click.echo(_DONE.format(len(result.done), output))
    if result.left:
        click.echo(_LEFT.format(len(result.left), file))
    if others:
        click.echo(_OTHERS.format(others, file))

"""`drafter fix`: references in place of copied passages, as changes that Word tracks, and the layout set right."""

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
_LAID = "Đã sửa thể thức và ghi vào {}: {}."
_WORDED = "Trong đó {} chỗ thay chữ là sửa đổi có theo dõi, xem và chấp nhận hoặc bỏ trong Word."
_LEFT = "Còn {} đoạn phải tự sửa vì nằm trong bảng, khung chữ hoặc công thức; xem bằng: drafter check {}"
_OTHERS = "Còn {} đoạn phải tự xem vì chưa chắc là chép hoặc không trọn câu; xem bằng: drafter check {}"
_BY_HAND = "Còn {} chỗ thể thức phải tự sửa; xem bằng: drafter check {}"


class OnlyWord(DrafterError):
    """Tracked changes are for Word files alone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: chỉ sửa được tệp .docx; hãy lưu văn bản thành .docx rồi chạy lại.")


@click.command(short_help="Thay đoạn chép bằng dẫn chiếu, sửa thể thức, ghi ra tệp mới.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--output", cls=Needed, type=click.Path(path_type=Path), metavar="TỆP-MỚI", help="Tệp Word sẽ ghi.")
@click.pass_context
def fix(context: click.Context, file: Path, output: Path) -> None:
    """Ghi ra tệp Word mới: mỗi đoạn chép thay bằng câu dẫn chiếu, ở dạng sửa đổi có theo dõi; thể thức sửa thẳng.

    Thể thức sửa được: lề, khổ giấy, phông, cỡ, kiểu chữ, căn lề, thụt dòng, khoảng cách. Chữ sai thể thức (như “Số:
    5/KH-UBND”, “T/M”) cũng được thay, ở dạng sửa đổi có theo dõi.

    Tệp gốc giữ nguyên. Đoạn chỉ gồm chỉ tiêu được giao, đoạn nằm vắt qua các ô của bảng thì để lại cho người soạn.
    """
    from drafter import Corpus, read, review

    settings: Settings = context.obj
    if is_same(output, file):
        raise OutputIsInput(output)
    document = read(file)
    if document.origin != "docx" or document.name != file.name:  # in a package it has another name
        raise OnlyWord(file.name)
    with Corpus(settings.home) as corpus:
        report = review(document, corpus)
    for skipped in report.skipped:
        click.echo(skipped.reason, err=True)
    _say(_mended(file, report), report, file, output)
    context.exit(FAILED if report.skipped else 0)


def _mended(file: Path, report: Report) -> Mended:
    from datetime import datetime

    from drafter.render.mended import mended

    return mended(file.read_bytes(), report, datetime.now().astimezone())


def _say(result: Mended, report: Report, file: Path, output: Path) -> None:
    """Writes the file, if anything was mended, and says what was, what could not be, and how much is left."""
    from datetime import datetime

    from drafter.layout.rules import RULES
    from drafter.render.relaid import relaid

    laid_out = relaid(file.name, result.data, datetime.now().astimezone())
    if result.done or laid_out.rules:
        write_whole(output, laid_out.data)
    else:
        click.echo(_NOTHING.format(file.name))
    if result.done:
        click.echo(_DONE.format(len(result.done), output))
    if laid_out.rules:
        click.echo(_LAID.format(output, "; ".join(RULES[rule].about for rule in laid_out.rules)))
    if laid_out.worded:
        click.echo(_WORDED.format(laid_out.worded))
    copied = [finding for finding in report.findings if finding.source and finding.severity == "warning"]
    by_hand = [finding for finding in report.findings if finding.rule in RULES and not finding.fix]
    for sentence, count in (
        (_LEFT, len(result.left)),
        (_OTHERS, sum(not finding.fix for finding in copied)),
        (_BY_HAND, len(by_hand)),
    ):
        if count:
            click.echo(sentence.format(count, file))

"""`drafter new`: a Word skeleton of a kind of document, filled with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.frame import Fault
from drafter.cli.outlet import write_whole
from drafter.errors import DrafterError, ForbiddenFile, MissingFile, NotAFile

if TYPE_CHECKING:
    from drafter.templates.forms import Form

_DONE = "Đã ghi {}: {}, theo {}."
_GAPS = "Còn {} chỗ phải điền, tô vàng: trong Word tìm “[CẦN ĐIỀN”, hoặc xem bằng: drafter check {} --only layout"
_HINT = "Mục riêng của từng loại xem bằng: drafter new LOẠI --list; cách ghi và ví dụ: docs/mau-van-ban.md."


class OutputExists(DrafterError):
    def __init__(self, target: Path) -> None:
        super().__init__(f"{target}: đã có tệp này, chương trình không ghi đè; hãy chọn tên khác bằng --output.")


class OutputIsNoWord(DrafterError):
    def __init__(self, target: Path) -> None:
        super().__init__(f"{target}: mẫu là tệp Word; hãy đặt tên tệp có đuôi .docx.")


@click.command(short_help="Tạo tệp Word theo mẫu của từng loại văn bản.")
@click.argument("kind", metavar="[LOẠI]", required=False)
@click.option("--output", type=click.Path(path_type=Path), metavar="TỆP-MỚI", help="Tệp Word sẽ ghi.")
@click.option(
    "--set",
    "words",
    multiple=True,
    metavar="TÊN=GIÁ-TRỊ",
    help="Điền một mục; mục có nhiều giá trị (căn cứ, nơi nhận …) thì ghi nhiều lần.",
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="TỆP.toml",
    help="Điền theo tệp TOML; --set được ưu tiên hơn.",
)
@click.option("--party", is_flag=True, help="Văn bản của Đảng (Hướng dẫn 05-HD/VPTW).")
@click.option("--list", "listed", is_flag=True, help="Liệt kê các loại; có LOẠI thì liệt kê các mục điền được.")
def new(
    kind: str | None,
    output: Path | None,
    words: tuple[str, ...],
    source: Path | None,
    party: bool,
    listed: bool,
) -> None:
    """Ghi ra tệp Word đúng thể thức của một loại văn bản; mục nào chưa có thì để “[CẦN ĐIỀN: …]”, tô vàng.

    LOẠI là ký hiệu hoặc tên, viết hoa hay thường đều được: KH, "kế hoạch", "ke hoach". Không ghi LOẠI thì liệt kê.

    Ví dụ: drafter new KH --output ke-hoach.docx --set organ="Ủy ban nhân dân xã Bản Mây" --set place="Bản Mây"
    """
    from drafter.templates.forms import form_of

    if kind is None:
        for line in _kinds(party):
            click.echo(line)
        return
    form = form_of(kind, party)
    if listed:
        for line in _names(form):
            click.echo(line)
        return
    if output is None:
        raise Fault("Thiếu --output; hãy xem cách viết bằng: drafter new --help")
    _write(form, given_values(words, source), output)


def _write(form: Form, given: dict[str, object], output: Path) -> None:
    from datetime import datetime

    from drafter.templates.skeleton import skeleton
    from drafter.templates.values import values_of

    if output.suffix.lower() != ".docx":
        raise OutputIsNoWord(output)
    if output.exists():
        raise OutputExists(output)
    made = skeleton(form, values_of(form, given), datetime.now())
    write_whole(output, made.data)
    click.echo(_DONE.format(output, form.name, form.basis))
    if made.gaps:
        click.echo(_GAPS.format(made.gaps, output))


def given_values(words: tuple[str, ...], source: Path | None) -> dict[str, object]:
    """What the file says, and over it what the command says."""
    from drafter.templates.values import from_toml, from_words

    said = from_words(words)
    if source is None:
        return said
    try:
        data = source.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(source.name) from error
    except IsADirectoryError as error:
        raise NotAFile(source.name) from error
    except OSError as error:
        raise ForbiddenFile(source.name) from error
    return {**from_toml(source.name, data), **said}


def _kinds(party: bool) -> Iterator[str]:
    """Symbol, name and basis of each kind, at eighty columns."""
    from drafter.templates.forms import forms

    for form in forms(party):
        note = f" ({form.note})" if form.note else ""
        yield f"{form.symbol:<5}{form.name + note:<50}{form.basis}"
    yield ""
    other = "drafter new --list" if party else "drafter new --list --party"
    yield f"{'Văn bản hành chính' if party else 'Văn bản của Đảng'} xem bằng: {other}"


def _names(form: Form) -> Iterator[str]:
    """What a kind may be filled with."""
    from drafter.render.wrapping import wrapped
    from drafter.templates.values import COMMON, SEVERAL

    yield f"{form.name} ({form.basis}):"
    for name, about in {**COMMON, **form.slots}.items():
        several = "; ghi được nhiều lần" if name in SEVERAL else ""
        first, *more = wrapped(about + several, 62)
        yield f"  {name:<14}{first}"
        yield from (f"{'':16}{line}" for line in more)
    yield ""
    yield from wrapped(_HINT, 80)

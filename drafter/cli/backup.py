"""`drafter backup` and `drafter restore`: everything that is kept as one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.frame import Settings


@click.command(short_help="Sao lưu mọi dữ liệu vào một tệp, cả khi đang có người dùng.")
@click.argument("output", metavar="TỆP-SAO-LƯU", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Đè lên tệp sao lưu đã có.")
@click.pass_context
def backup(context: click.Context, output: Path, yes: bool) -> None:
    """Chép kho văn bản, sổ, dự thảo, tài khoản, cài đặt vào một tệp. Không cần dừng ứng dụng web.

    Tệp ấy có mọi văn bản và tài khoản của cơ quan; hãy cất ở nơi an toàn, ngoài máy này.
    """
    from drafter.storage.backup import back_up

    settings: Settings = context.obj
    made = back_up(settings.home, output, replace=yes)
    click.echo(f"Đã sao lưu vào {made} ({made.stat().st_size / 1e6:.1f} MB).")


@click.command(short_help="Khôi phục dữ liệu từ tệp sao lưu.")
@click.argument("file", metavar="TỆP-SAO-LƯU", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Thay dữ liệu đang có; dữ liệu cũ được giữ lại bên cạnh dưới tên khác.")
@click.pass_context
def restore(context: click.Context, file: Path, yes: bool) -> None:
    """Đưa dữ liệu trong tệp sao lưu trở lại. Hãy dừng ứng dụng web trước khi làm.

    Tệp được kiểm tra trước: không phải bản sao lưu nguyên vẹn thì không thay đổi gì. Đã có dữ liệu thì phải thêm --yes.
    """
    from datetime import datetime

    from drafter.storage.backup import restore as put_back

    settings: Settings = context.obj
    kept = put_back(file, settings.home, datetime.now(), replace=yes)
    click.echo(f"Đã khôi phục từ {file}." + (f" Dữ liệu trước đó: {kept}" if kept else ""))

"""The command line: `drafter [--home DIR] COMMAND …`. Commands are imported when they are called."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.frame import Frame, Settings

__all__ = ["Settings", "main"]


@click.group(
    cls=Frame,
    modules={
        "check": "drafter.cli.check",
        "fix": "drafter.cli.fix",
        "references": "drafter.cli.references",
        "tasks": "drafter.cli.tasks",
        "new": "drafter.cli.new",
        "rules": "drafter.cli.rules",
        "corpus": "drafter.cli.corpus",
        "register": "drafter.cli.register",
        "meetings": "drafter.cli.meetings",
        "serve": "drafter.cli.serve",
        "accounts": "drafter.cli.accounts",
        "backup": "drafter.cli.backup",
        "restore": "drafter.cli.backup",
        "doctor": "drafter.cli.doctor",
    },
)
@click.option(
    "--home",
    envvar="DRAFTER_HOME",
    type=click.Path(path_type=Path),
    metavar="THƯ-MỤC",
    help="Nơi chương trình giữ mọi dữ liệu; có thể đặt bằng DRAFTER_HOME.",
)
@click.option("--debug", is_flag=True, help="Khi chương trình có lỗi thì in cả chỗ xảy ra lỗi.")
@click.version_option(package_name="drafter", message="%(prog)s %(version)s", help="In số phiên bản rồi thôi.")
@click.pass_context
def main(context: click.Context, home: Path | None, debug: bool) -> None:
    """Trợ lý soạn thảo văn bản: chỉ ra chỗ chép văn bản cấp trên và nên viết lại thế nào."""
    context.obj = Settings(home, debug)

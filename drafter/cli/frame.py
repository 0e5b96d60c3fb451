"""What all commands share: the settings, Vietnamese help, and how a fault ends the program.

Click speaks English and its words cannot be handed in; what it shows to the user is said anew here.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.errors import DrafterError

Function = TypeVar("Function", bound=Callable[..., Any])
FAILED = 2
"""The status of a run in which something could not be done."""
INTERRUPTED, _PIPE_CLOSED = 130, 141
"""128 and the number of the signal, as shells count."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is said in front of the command; `context.obj` of every command."""

    home: Path | None
    """None for the platform's data folder."""
    debug: bool = False
    """Whether a fault of the program shows where it happened."""


class Fault(click.ClickException):
    """Ends the program with status 2 and a sentence."""

    exit_code = FAILED


class Frame(click.Group):
    """A group whose commands are imported when they are called, so that help is quick.

    Ends with 0 or what the command says, 2 after a fault, 130 when interrupted.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **extra: Any) -> None:
        """`modules` names for each command the module that has it under the same name."""
        super().__init__(*args, **extra)
        self._modules = modules
        _in_vietnamese(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in self._modules.items() if find_spec(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(self._modules[cmd_name]), cmd_name)
        _in_vietnamese(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise Fault(f"Không có lệnh “{args[0]}”; hãy xem các lệnh bằng: {ctx.command_path} --help")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _close_pipes()
            raise click.exceptions.Exit(_PIPE_CLOSED) from None
        except DrafterError as error:
            raise Fault(str(error)) from error
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise Fault(own_fault(error)) from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, **extra)
        _use_unicode()
        try:
            status = super().main(args, prog_name, complete_var, False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            status = 0
        except click.UsageError as error:
            click.echo(_usage_fault(error), err=True)
            status = FAILED
        except click.ClickException as error:
            click.echo(error.format_message(), err=True)
            status = error.exit_code
        except click.Abort:
            status = INTERRUPTED
        sys.exit(status if isinstance(status, int) else 0)


class Needed(click.Option):
    """An option that must be given; its help says so in Vietnamese."""

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, required=True, **extra)

    def get_help_extra(self, ctx: click.Context) -> Any:
        return {**super().get_help_extra(ctx), "required": "bắt buộc"}


def form_option(*forms: str, help: str, default: str | None = "text") -> Callable[[Function], Function]:
    """The option `--format`, the same for all commands that have it: what is chosen comes as `form`."""
    choice = click.Choice(forms)
    return click.option("--format", "form", type=choice, default=default, metavar="DẠNG", help=help)


def own_fault(error: Exception) -> str:
    """The sentence for a fault that nobody foresaw."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"Lỗi trong chương trình ({what}); hãy chạy lại với drafter --debug rồi gửi kết quả cho người phụ trách."


def _usage_fault(error: click.UsageError) -> str:
    """What is wrong with the command as typed, and where to read how it is written."""
    command = error.ctx.command_path if error.ctx else "drafter"
    return f"{_what_is_wrong(error)}; hãy xem cách viết bằng: {command} --help"


def _what_is_wrong(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"Không có tùy chọn “{error.option_name}”"
        case click.BadOptionUsage():
            return f"Tùy chọn “{error.option_name}” thiếu giá trị hoặc có giá trị không cần"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"Thiếu {_name(parameter)}"
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as parameter):
            return f"{_name(parameter)} chỉ nhận: {', '.join(choice.choices)}"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"Giá trị của {_name(parameter)} không dùng được"
    return "Lệnh viết chưa đúng"


def _name(parameter: click.Parameter) -> str:
    return (
        parameter.opts[0] if isinstance(parameter, click.Option) else parameter.metavar or parameter.human_readable_name
    )


_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


def _in_vietnamese(command: click.Command) -> None:
    """Gives the command and those under it Vietnamese help; a second time changes nothing."""
    if command.add_help_option:
        command.add_help_option = False
        command.context_class = _Context
        command.options_metavar = "[TÙY CHỌN]"
        command.params.append(
            click.Option(
                ["--help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help="In hướng dẫn này rồi thôi.",
            )
        )
    if isinstance(command, click.Group):
        command.subcommand_metavar = "LỆNH …"
        for inner in command.commands.values():
            _in_vietnamese(inner)


def _show_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def _use_unicode() -> None:
    """Pipes and files get UTF-8 whatever the system's code page; a console keeps its own and shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def _close_pipes() -> None:
    """Sends what is left to nowhere, so that the interpreter does not complain when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.closed:
            os.dup2(nowhere, stream.fileno())

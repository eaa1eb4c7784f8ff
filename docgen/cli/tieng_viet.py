"""Click in Vietnamese: its headings, its help and what it says of a wrong command line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence

import click

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Positional arguments": "Tham số"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([_option_row(row) for row in rows], col_max, col_spacing)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


def _option_row(row: tuple[str, str]) -> tuple[str, str]:
    """Say in Vietnamese what click adds to the help of an option."""
    name, text = row
    return name, text.replace("[required]", "Bắt buộc.")


class _Context(click.Context):
    formatter_class = _Formatter


class Lenh(click.Command):
    """A command whose help and faults are in Vietnamese."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give ``--help`` a Vietnamese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này rồi thôi."
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name the options in Vietnamese on the usage line."""
        return [piece.replace("[OPTIONS]", "[TÙY CHỌN]") for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse words that no parameter takes, in our words."""
        alone = not isinstance(self, click.Group)
        ctx.allow_extra_args = ctx.allow_extra_args or alone
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            # The parser of options does not say to which command they belong.
            error.ctx = error.ctx or ctx
            raise
        if rest and alone and not ctx.resilient_parsing:
            raise click.UsageError(f"thừa {' '.join(rest)}. Tên có dấu cách thì đặt trong dấu nháy.", ctx)
        return rest


class Nhom(Lenh, click.Group):
    """A group of commands whose help and faults are in Vietnamese."""

    command_class = Lenh

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuse an unknown command in our words."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-") and not ctx.resilient_parsing:
            close = difflib.get_close_matches(name, self.commands, n=1)
            known = f"Có phải là “{close[0]}”?" if close else f"Các lệnh: {', '.join(self.list_commands(ctx))}."
            raise click.UsageError(f"không có lệnh “{name}”. {known}", ctx)
        return super().resolve_command(ctx, args)


def cong(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """Read the value of an option as a port number; what is none is refused."""
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) < 65536):
        raise click.BadParameter(f"“{value}” không phải là số cổng; chọn một số dưới 65536, ví dụ 8000.", ctx, param)
    return int(value)


def loi_dung(error: click.ClickException) -> str:
    """Say what was wrong with the command line, and how to see what is right."""
    text = f"Lệnh chưa đúng: {_loi(error)}"
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return text
    return f"{text}\n{context.get_usage()}\nXem hướng dẫn: {context.command_path} --help"


def _loi(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            close = f" Có phải là {error.possibilities[0]}?" if error.possibilities else ""
            return f"không có tùy chọn {error.option_name}.{close}"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"thiếu {_ten(param, error.ctx)}."
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_ten(param, error.ctx)}: {error.message}"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} {_gia_tri(error)}."
        case _:
            return error.format_message()


def _ten(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option) or ctx is None:
        return "/".join(param.opts)
    return param.make_metavar(ctx)


def _gia_tri(error: click.BadOptionUsage) -> str:
    known = error.ctx.command.params if error.ctx else []
    flag = any(isinstance(param, click.Option) and param.is_flag and error.option_name in param.opts for param in known)
    return "không đi kèm giá trị" if flag else "cần một giá trị đi sau"


def one_of(names: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """Make the reader of an option that takes one of a few words."""

    def read(ctx: click.Context, param: click.Parameter, value: str) -> str:
        if value not in names:
            raise click.BadParameter(f"“{value}” không dùng được; chọn một trong: {', '.join(names)}.", ctx, param)
        return value

    return read

"""``diff``: two papers, and what differs between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from docgen.cli import noi
from docgen.cli.tieng_viet import Lenh
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.comparing import Difference
    from docgen.reading.facts import Paper

_DANG: Final = ("text", "json", "html")


def _dang(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value not in _DANG:
        raise click.BadParameter(f"“{value}” không dùng được; chọn một trong: {', '.join(_DANG)}.", ctx, param)
    return value


@click.command(cls=Lenh, short_help="So hai bản: chữ và định dạng khác nhau ở đâu.")
@click.argument("old", metavar="CŨ", type=click.Path(path_type=Path))
@click.argument("new", metavar="MỚI", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "dang",
    default="text",
    callback=_dang,
    metavar="|".join(_DANG),
    help="Dạng của kết quả (mặc định text).",
)
@click.option("-o", "output", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi kết quả vào tệp này.")
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
def diff(old: Path, new: Path, dang: str, output: Path | None, replace: bool) -> None:
    """So bản CŨ với bản MỚI (.docx, .doc hoặc tệp chữ): chữ, định dạng thấy được, trang in, bảng, chú thích.

    So cả hai mẫu Word: thẻ {{ }} và {% %} được coi như chữ. Mã thoát: 0 giống nhau; 1 có khác nhau; 2 không đọc được.
    """
    from docgen import files
    from docgen.comparing import compare

    difference = compare(*_papers(old, new))
    said = _said(difference, dang, str(old), str(new))
    if output is None:
        noi.result(said.rstrip("\n"))
    else:
        try:
            files.write_file(output, said.encode("utf-8", "backslashreplace"), replace)
        except files.AlreadyThere as error:
            noi.say_faults(error)
            noi.say("Muốn ghi đè thì thêm --de-len.")
            raise click.exceptions.Exit(error.exit_code) from None
        noi.say(f"Đã ghi {output}")
    raise click.exceptions.Exit(0 if difference.equal else 1)


def _papers(*sources: Path) -> tuple[Paper, Paper]:
    """Read both, and tell of both what is wrong."""
    from docgen.reading.read import read

    papers, failed = [], False
    for source in sources:
        try:
            papers.append(read(source))
        except DocgenError as error:
            noi.say_faults(error)
            failed = True
    if failed:
        raise click.exceptions.Exit(2)
    return papers[0], papers[1]


def _said(difference: Difference, dang: str, cu: str, moi: str) -> str:
    if dang == "json":
        from docgen.comparing.report.machine import as_json

        return as_json(difference, cu, moi)
    if dang == "html":
        from docgen.comparing.report.html import as_html

        return as_html(difference, cu, moi)
    from docgen.comparing.report.text import text

    return text(difference, cu, moi)

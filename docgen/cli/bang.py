"""``sheet``: an empty sheet with the right columns, one row a unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import noi
from docgen.cli.tieng_viet import Lenh

if TYPE_CHECKING:
    from docgen.kinds import Kinds
    from docgen.sheets.table import Column

_DATA_HELP = "Thư mục có forms và templates (mặc định: của docgen, hoặc biến môi trường DOCGEN_DATA)."


@click.command(cls=Lenh, short_help="Làm bảng trống để điền từng đơn vị.")
@click.argument("source", metavar="LOẠI|TỆP")
@click.option(
    "-o", "output", metavar="BẢNG.xlsx", required=True, type=click.Path(path_type=Path), help="Ghi vào tệp này."
)
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@click.option("--data", "data_dir", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help=_DATA_HELP)
def sheet(source: str, output: Path, replace: bool, data_dir: Path | None) -> None:
    """Làm bảng trống (.xlsx) để điền, mỗi đơn vị một hàng, rồi dùng với docgen batch.

    LOẠI là mã loại văn bản (xem docgen kinds); TỆP là nội dung chung (.yaml, .json, .docx): các chỗ {{…}} trong đó
    thành cột của bảng, và ghi chú ở tên cột nói nội dung chung đã có gì.
    """
    from docgen import data_dir as data
    from docgen import files
    from docgen.intake.kind_files import load_kinds
    from docgen.sheets.writing import write

    if output.suffix.lower() != ".xlsx":
        raise click.UsageError(f"tên tệp sau -o phải kết thúc bằng .xlsx: “{output}”.")
    columns = _columns(source, load_kinds(data.find(data_dir)))
    try:
        files.write_file(output, write(columns), replace)
    except files.AlreadyThere as error:
        noi.say_faults(error)
        noi.say("Muốn ghi đè thì thêm --de-len.")
        raise click.exceptions.Exit(error.exit_code) from None
    noi.result(output)
    noi.say(f"Bảng có {len(columns)} cột; cột nào không dùng thì xóa đi, ô nào để trống thì lấy theo nội dung chung.")


def _columns(source: str, kinds: Kinds) -> list[Column]:
    from docgen.batch.source import read_source
    from docgen.intake.sheet_columns import sheet_columns

    path = Path(source)
    if not path.suffix and not path.exists():
        return sheet_columns(kinds.get(source))
    plan = read_source(path, kinds).raw
    loai = plan.get("loai")
    return sheet_columns(kinds.get(loai if isinstance(loai, str) else ""), plan)

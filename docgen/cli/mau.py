"""``template``: what its maintainer asks of a Word template: is it right, what may it say, what does it look like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from docgen.cli import noi
from docgen.cli.mau_chung import common, known
from docgen.cli.mau_moi import new
from docgen.cli.mau_xem import preview
from docgen.cli.tieng_viet import Lenh, Nhom, one_of
from docgen.errors import Fault, Unusable

if TYPE_CHECKING:
    from docgen.workshop.checking import Checked

_MARKED: Final = ".nhan-xet.docx"
_MENDED: Final = ".da-sua.docx"
_NAMES: Final = ".ten-dien.docx"


@click.group(
    cls=Nhom, no_args_is_help=True, subcommand_metavar="LỆNH ...", short_help="Xét, xem mẫu Word, liệt kê tên điền."
)
def template() -> None:
    """Dành cho người giữ mẫu Word: xét mẫu, xem trang và liệt kê các tên điền được."""


template.add_command(preview)
template.add_command(new)


@template.command(cls=Lenh, short_help="Tìm mọi lỗi của một mẫu Word.")
@common
@click.option(
    "--format",
    "dang",
    default="text",
    callback=one_of(("text", "json")),
    metavar="text|json",
    help="Dạng của kết quả (mặc định text).",
)
@click.option(
    "--annotate",
    "marked_in",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Ghi vào đây bản sao có nhận xét của Word ở từng chỗ; tệp gốc giữ nguyên.",
)
@click.option(
    "--fix",
    "mended_in",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Ghi vào đây bản sao đã sửa dấu gạch, dấu nháy, dấu cách, chữ tổ hợp trong thẻ; tệp gốc giữ nguyên.",
)
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên bản sao đã có.")
def check(
    source: Path,
    loai: str | None,
    the_thuc: str | None,
    data_dir: Path | None,
    dang: str,
    marked_in: Path | None,
    mended_in: Path | None,
    replace: bool,
) -> None:
    """Tìm mọi lỗi của một mẫu Word cùng một lúc, mỗi lỗi kèm chỗ và cách sửa.

    Mã thoát: 0 không có lỗi; 1 có lỗi; 2 không đọc được.
    """
    from docgen.workshop import report
    from docgen.workshop.checking import check_template
    from docgen.workshop.kind import the_thuc_of

    checked = check_template(source, loai=known(loai, data_dir), the_thuc=the_thuc_of(the_thuc), data=data_dir)
    told = report.as_json(checked) if dang == "json" else report.as_text(checked)
    noi.result(told.removesuffix("\n"))
    if marked_in is not None:
        _write_marked(checked, source, marked_in, replace)
    if mended_in is not None:
        _write_mended(checked, source, mended_in, replace)
    raise click.exceptions.Exit(checked.exit_code)


@template.command(name="vars", cls=Lenh, short_help="Liệt kê các tên điền được vào mẫu.")
@common
@click.option(
    "--format",
    "dang",
    default="text",
    callback=one_of(("text", "json", "docx")),
    metavar="text|json|docx",
    help="Dạng của kết quả (mặc định text); docx: một trang Word có sẵn các thẻ để chép.",
)
@click.option("-o", "output", metavar="TỆP.docx", type=click.Path(path_type=Path), help="Tên tệp, với --format docx.")
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
def variables(
    source: Path,
    loai: str | None,
    the_thuc: str | None,
    data_dir: Path | None,
    dang: str,
    output: Path | None,
    replace: bool,
) -> None:
    """Liệt kê mọi tên điền được vào mẫu: kiểu, ví dụ, nằm trong vòng lặp nào, mẫu đang dùng ở đâu.

    Mã thoát: 0 tốt; 1 mẫu dùng tên không ai cung cấp; 2 không đọc được.
    """
    from docgen.workshop import names_page, names_report
    from docgen.workshop.catalogue import catalogue
    from docgen.workshop.kind import the_thuc_of

    found = catalogue(source, loai=known(loai, data_dir), the_thuc=the_thuc_of(the_thuc), data=data_dir)
    if dang == "docx":
        target = output or Path(f"{source.stem}{_NAMES}")
        _written(target, names_page.page(found), replace)
        noi.result(target)
    else:
        told = names_report.as_json(found) if dang == "json" else names_report.as_text(found)
        noi.result(told.removesuffix("\n"))
    raise click.exceptions.Exit(found.exit_code)


def _write_marked(checked: Checked, source: Path, folder: Path, replace: bool) -> None:
    from docgen.workshop.marking import marked

    if not checked.remarks:
        noi.say("Không có gì để nhận xét nên không ghi bản sao.")
        return
    target = _in(folder, f"{source.stem}{_MARKED}")
    _written(target, marked(checked), replace)
    noi.say(f"Đã ghi {target}")


def _write_mended(checked: Checked, source: Path, folder: Path, replace: bool) -> None:
    from docgen import package
    from docgen.workshop.report import mends_text

    if not any(view.mends for view in checked.opened.views):
        noi.say("Không có gì sửa tự động được nên không ghi bản sao.")
        return
    target = _in(folder, f"{source.stem}{_MENDED}")
    _written(target, package.write(checked.opened.mended), replace)
    noi.say(mends_text(checked.opened).removesuffix("\n"))
    noi.say(f"Đã ghi {target}")


def _in(folder: Path, name: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không tạo được thư mục ({error.strerror}).")) from error
    return folder / name


def _written(target: Path, data: bytes, replace: bool) -> None:
    from docgen import files

    try:
        files.write_file(target, data, replace)
    except files.AlreadyThere:
        noi.say("Muốn ghi đè thì thêm --de-len.")
        raise

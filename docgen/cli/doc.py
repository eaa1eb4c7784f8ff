"""``read``: a paper that exists already, as data to go on with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import noi
from docgen.cli.tieng_viet import Lenh
from docgen.errors import Fault, Unusable

if TYPE_CHECKING:
    from docgen.document import Built
    from docgen.importing.read import Imported
    from docgen.kinds import Kinds

_DATA_HELP = "Thư mục có forms và templates (mặc định: của docgen, hoặc biến môi trường DOCGEN_DATA)."


@click.command(cls=Lenh, short_help="Đọc văn bản đã có thành tệp nội dung.")
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("-o", "output", metavar="TỆP.yaml", type=click.Path(path_type=Path), help="Ghi vào tệp này.")
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@click.option("--data", "data_dir", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help=_DATA_HELP)
def read(source: Path, output: Path | None, replace: bool, data_dir: Path | None) -> None:
    """Đọc văn bản (.docx, .doc hoặc tệp chữ) thành nội dung YAML, nói rõ chỗ nào chưa chắc.

    Chữ chưa rõ thuộc mục nào được giữ lại trong nội dung, không bỏ chữ nào. Không có -o thì in ra màn hình.
    Mã thoát: 0 đủ để làm văn bản; 1 còn thiếu hoặc có chỗ phải sửa; 2 không đọc được.
    """
    from docgen import data_dir as data
    from docgen import files
    from docgen.importing.read import read as read_paper
    from docgen.intake.kind_files import load_kinds

    found = read_paper(source, load_kinds(data.find(data_dir)))
    if output is None:
        noi.result(found.yaml().removesuffix("\n"))
    else:
        try:
            files.write_file(output, found.yaml().encode(), replace)
        except files.AlreadyThere as error:
            noi.say_faults(error)
            noi.say("Muốn ghi đè thì thêm --de-len.")
            raise click.exceptions.Exit(error.exit_code) from None
        noi.result(output)
    tell(found)
    raise click.exceptions.Exit(1 if found.faults else 0)


def carried(source: Path, kinds: Kinds) -> Built:
    """Reopen a .docx that docgen made, for ``make``. Raises Unusable for one that carries no data."""
    from docgen.importing.read import read as read_paper

    found = read_paper(source, kinds)
    if found.nguon == "chu":
        loi = "Tệp này không kèm dữ liệu của docgen nên chưa làm lại ngay được."
        sua = f"Hãy chạy “docgen read {source} -o noi-dung.yaml”, xem lại tệp ấy rồi làm văn bản từ nó."
        raise Unusable(Fault(str(source), loi, sua))
    return found.built()


def tell(found: Imported) -> None:
    """Tell what was understood, and what was not."""
    noi.say(found.giai_thich)
    _list("Đã sửa trong Word từ khi docgen làm ra", found.da_sua)
    _list("Chữ chưa rõ thuộc mục nào, giữ lại trong nội dung", found.report.con_lai)
    _list("Chưa chắc hoặc đã đổi", found.report.nghi_ngo)
    if found.report.nhan_ra:
        fields = dict.fromkeys(fault.noi for fault in found.report.nhan_ra)
        noi.say(f"Nhận ra {len(fields)} mục: {', '.join(fields)}.")
    _list("Cần bổ sung hoặc sửa trước khi làm văn bản", found.faults)


def _list(head: str, faults: Sequence[Fault]) -> None:
    if faults:
        noi.say(f"{head} ({len(faults)} chỗ):")
        noi.say_each(faults)

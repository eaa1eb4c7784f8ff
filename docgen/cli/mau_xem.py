"""``template preview``: what papers of a template look like, and what moved since they were last accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from docgen.cli import noi
from docgen.cli.mau_chung import common, known
from docgen.cli.tieng_viet import Lenh
from docgen.errors import Fault, Unusable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.standards.standard import TheThuc
    from docgen.workshop.judged import Judged
    from docgen.workshop.kind import Target
    from docgen.workshop.matrix import Case

_SHEET: Final = ".xem"


@click.command(cls=Lenh, short_help="Xem trang của mẫu, khoanh chỗ đã đổi.")
@common
@click.option(
    "-o",
    "output",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Ghi trang xem, ảnh, tệp Word và PDF vào đây (mặc định: tên mẫu kèm .xem, trong thư mục hiện tại).",
)
@click.option(
    "--case",
    "chosen",
    metavar="MÃ",
    multiple=True,
    help="Chỉ xem trường hợp này, ví dụ it-nhat, thuong; nêu được nhiều lần (mặc định: mọi trường hợp).",
)
@click.option("--accept", is_flag=True, help="Duyệt: lấy ảnh của lần chạy này làm ảnh chuẩn để so về sau.")
@click.option(
    "--accepted",
    "accepted_in",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Nơi giữ ảnh đã duyệt (mặc định: cạnh mẫu, tên mẫu kèm .anh-duyet).",
)
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi vào thư mục -o đang có tệp khác.")
def preview(
    source: Path,
    loai: str | None,
    the_thuc: str | None,
    data_dir: Path | None,
    output: Path | None,
    chosen: tuple[str, ...],
    accept: bool,
    accepted_in: Path | None,
    replace: bool,
) -> None:
    """Điền mẫu với nhiều trường hợp rồi bày ảnh mọi trang trên một trang xem.

    Các trường hợp: ít nhất, thường gặp, dài nhất, danh sách trống, ký hiệu lạ, 200 dòng, tên dài. Chỗ nào khác với
    ảnh đã duyệt thì được khoanh đỏ. Cần LibreOffice.

    Mã thoát: 0 không có gì đổi, hoặc chưa duyệt lần nào; 1 có trang đổi hoặc có trường hợp không làm được; 2 không
    dùng được.
    """
    from docgen.files import AlreadyThere
    from docgen.workshop import accepted
    from docgen.workshop.contact_sheet import Sheet
    from docgen.workshop.judged import judge
    from docgen.workshop.kind import the_thuc_of
    from docgen.workshop.matrix import cases
    from docgen.workshop.pictures import pictured
    from docgen.workshop.sheet_folder import refuse_other, write_sheet

    folder = output or Path(f"{source.stem}{_SHEET}")
    try:
        refuse_other(folder, replace)
    except AlreadyThere:
        noi.say("Muốn ghi vào đó thì thêm --de-len, hoặc chọn thư mục khác bằng -o.")
        raise
    kept = accepted_in or accepted.folder_of(source)
    target, luu_y = _targeted(source, data_dir, known(loai, data_dir), the_thuc_of(the_thuc))
    before = accepted.load(kept)
    known_cases = cases(target)
    wanted = _wanted(known_cases, chosen)
    noi.say(f"Đang điền {len(wanted)} trường hợp và dựng trang, mất vài giây…")
    shown = pictured(source, target, wanted, ten=source.name)
    if accept:
        before |= {one.case.ma: one.pages for one in shown if one.pages}
    judged = judge(shown, before)
    page = write_sheet(folder, Sheet(source.name, target, luu_y, judged), replace)
    _tell(source.name, luu_y, judged)
    if accept:
        accepted.accept(kept, shown, {case.ma for case in known_cases if case not in wanted})
        noi.say(f"Đã duyệt, ảnh giữ trong {kept}")
    noi.say(f"Mở bằng trình duyệt: {page}")
    raise click.exceptions.Exit(int(any(one.moved or one.shown.faults for one in judged)))


def _targeted(
    source: Path, data_dir: Path | None, loai: str | None, the_thuc: TheThuc | None
) -> tuple[Target, list[str]]:
    from docgen import data_dir as data
    from docgen.workshop.kind import find_target
    from docgen.workshop.opened import Opened

    target, told = find_target(Opened(source), data.find(data_dir), loai, the_thuc)
    if target is None:
        raise Unusable(Fault(source.name, "Chưa điền được mẫu.", " ".join(told)))
    return target, told


def _wanted(found: tuple[Case, ...], chosen: tuple[str, ...]) -> tuple[Case, ...]:
    unknown = [ma for ma in chosen if ma not in {case.ma for case in found}]
    if unknown:
        listed = ", ".join(f"{case.ma} ({case.ten.lower()})" for case in found)
        raise Unusable(Fault("--case", f"Không có trường hợp “{ma}”.", f"Chọn trong: {listed}.") for ma in unknown)
    return tuple(case for case in found if case.ma in chosen) if chosen else found


def _tell(ten: str, luu_y: Sequence[str], judged: Sequence[Judged]) -> None:
    """Say in a terminal what the sheet says."""
    from docgen.workshop.contact_sheet import common_faults, summary

    noi.result(f"{ten}: {summary(judged)}")
    for note in luu_y:
        noi.say(note)
    common = common_faults(judged)
    for one in judged:
        pages = f"{len(one.shown.pages)} trang, " if one.shown.pages else ""
        noi.result(f"  {one.shown.case.ten}: {pages}{one.said}")
        for fault in one.shown.faults if not common else ():
            noi.result(f"    - {fault}")
    if common:
        noi.result("Mọi trường hợp đều vướng:")
        for fault in common:
            noi.result(f"    - {fault}")

"""``batch``: one plan and a sheet of units → a folder of papers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from docgen.cli import noi
from docgen.cli.tien_do import TienDo, so
from docgen.cli.tieng_viet import Lenh
from docgen.errors import DocgenError, Fault, InputFaults, Unusable

if TYPE_CHECKING:
    from docgen.batch.plan import Plan
    from docgen.batch.run import Result

_DATA_HELP = "Thư mục có forms và templates (mặc định: của docgen, hoặc biến môi trường DOCGEN_DATA)."
_MARKED: Final = ".can-sua.xlsx"
_MOST_TOLD: Final = 100
_INTERRUPTED: Final = 130


def _count(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Read a count; ``all`` is None where it is allowed."""
    if value is None:
        return 0
    if value == "all" and param.name == "check":
        return None
    if not (value.isascii() and value.isdigit() and 0 < int(value) < 10**6):
        every = " hoặc all" if param.name == "check" else ""
        raise click.BadParameter(f"“{value}” không phải là số lượng; viết một số từ 1 trở lên{every}.", ctx, param)
    return int(value)


@click.command(cls=Lenh, short_help="Làm nhiều bản của một văn bản, mỗi đơn vị một bản.")
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("units", metavar="BẢNG", type=click.Path(path_type=Path))
@click.option(
    "-o", "out", metavar="THƯ-MỤC", required=True, type=click.Path(path_type=Path), help="Ghi các văn bản vào đây."
)
@click.option("--name", metavar="MẪU", help="Cách đặt tên tệp, ví dụ {tt:03}-{ten_don_vi}.docx; |khong-dau để bỏ dấu.")
@click.option("--sheet", default="", metavar="TÊN", help="Trang tính của BẢNG (mặc định: trang đầu tiên không bị ẩn).")
@click.option("--workers", metavar="N", callback=_count, help="Số tiến trình (mặc định: theo máy).")
@click.option("--engine", default="local", metavar="local|dask:ĐỊA-CHỈ", help="Chạy ở đâu (mặc định: máy này).")
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra rồi liệt kê các tệp sẽ làm.")
@click.option("--resume", is_flag=True, help="Làm tiếp lần chạy bị dừng giữa chừng.")
@click.option("--only-failed", is_flag=True, help="Chỉ làm lại những văn bản lần trước bị hỏng.")
@click.option("--zip", "zipped", is_flag=True, help="Gói thêm tất cả vào một tệp .zip.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Làm thêm tệp PDF cho từng văn bản (cần LibreOffice).")
@click.option(
    "--merge",
    "merged",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Ghép tất cả thành một tệp .docx hoặc .pdf để in, mỗi bản sang trang mới, số trang riêng, có danh sách ở đầu.",
)
@click.option("--odd", is_flag=True, help="Khi ghép: mỗi bản bắt đầu ở trang lẻ, để in hai mặt.")
@click.option(
    "--check", metavar="N|all", callback=_count, help="Xét thể thức N văn bản chọn đều trong bảng, hoặc tất cả."
)
@click.option("--verify", metavar="N", callback=_count, help="Làm lại N văn bản theo cách chậm rồi so với tệp đã có.")
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@click.option("--data", "data_dir", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help=_DATA_HELP)
def batch(
    source: Path,
    units: Path,
    out: Path,
    name: str | None,
    sheet: str,
    workers: int,
    engine: str,
    dry_run: bool,
    resume: bool,
    only_failed: bool,
    zipped: bool,
    with_pdf: bool,
    merged: Path | None,
    odd: bool,
    check: int | None,
    verify: int,
    replace: bool,
    data_dir: Path | None,
) -> None:
    """Làm nhiều bản của một văn bản: TỆP là nội dung chung (.yaml, .json, .docx), BẢNG có mỗi đơn vị một hàng.

    Mọi hàng được kiểm tra trước khi ghi bất cứ tệp nào; chỗ cần sửa được tô màu trong bản sao của BẢNG. Tên cột là tên
    mục (dia_danh, ky.ho_ten) hoặc nhãn của mục; cột riêng dùng trong nội dung ở chỗ {{ten_cot}}. Lệnh docgen sheet
    làm bảng trống.
    """
    from docgen.batch.preflight import prepare
    from docgen.batch.print_set import needs_pdf, print_set
    from docgen.batch.run import run

    shown = TienDo()
    merging = print_set(merged, replace=replace, odd=odd, on_progress=shown) if merged else None
    try:
        plan = prepare(source, units, out, name=name, sheet=sheet, data_dir=data_dir, replace=replace)
    except InputFaults as error:
        _say_faults(error, units, replace)
        raise click.exceptions.Exit(error.exit_code) from None
    if dry_run:
        _list(plan)
        return
    if merged:
        _refuse_place(merged, plan)
    try:
        result = run(
            plan,
            workers=workers or None,
            engine=engine,
            resume=resume,
            only_failed=only_failed,
            zip=zipped,
            pdf=with_pdf or bool(merged and needs_pdf(merged)),
            merge=merging,
            check=check,
            verify=verify,
            replace=replace,
            on_progress=shown,
        )
    except KeyboardInterrupt:
        shown.clear()
        noi.say("Đã dừng theo yêu cầu; các văn bản đã xong vẫn còn, không có tệp nào dở dang.")
        noi.say("Muốn làm tiếp, chạy lại đúng lệnh này và thêm --resume.")
        raise click.exceptions.Exit(_INTERRUPTED) from None
    except DocgenError:
        shown.clear()
        raise
    noi.say_notes(plan.notes)
    _tell(result, only_failed=only_failed)
    if verify and not result.faults:
        count = min(verify, result.made + result.kept)
        noi.say(f"Đã đối chiếu {so(count)} văn bản với cách làm chậm: không có gì khác.")
    for path in (*result.files, *([merged] if merged and merged.exists() else [])):
        noi.result(path)
    raise click.exceptions.Exit(result.exit_code)


def _refuse_place(merged: Path, plan: Plan) -> None:
    """See before anything is made that the print set has a place, which is not that of a copy."""
    folder, out = merged.parent.resolve(), plan.out.resolve()
    if folder != out and not folder.is_dir():
        loi = f"Không có thư mục “{merged.parent}” để ghi tệp ghép."
        raise Unusable(Fault("--merge", loi, "Hãy tạo thư mục ấy trước, hoặc chọn chỗ khác."))
    if merged.is_dir() or (folder == out and merged.name in {job.file_name for job in plan.jobs}):
        loi = f"“{merged}” là tên của một {'thư mục' if merged.is_dir() else 'văn bản trong lần chạy này'}."
        raise Unusable(Fault("--merge", loi, "Hãy đặt tên khác cho tệp ghép."))


def _list(plan: Plan) -> None:
    for job in plan.jobs:
        noi.result(plan.path(job))
    noi.say_notes(plan.notes)
    noi.say(f"Không có chỗ nào cần sửa. Sẽ làm {so(len(plan.jobs))} văn bản; chưa ghi tệp nào.")


def _say_faults(error: InputFaults, units: Path, replace: bool) -> None:
    faults = [fault for fault in error.faults if fault.nang == "loi"]
    doubts = [fault for fault in error.faults if fault.nang != "loi"]
    noi.say(f"Có {so(len(faults))} chỗ cần sửa; chưa làm văn bản nào:")
    _say_first(faults)
    if doubts:
        noi.say(f"Ngoài ra, lưu ý {so(len(doubts))} chỗ:")
        _say_first(doubts)
    _mark(error, units, replace)


def _say_first(faults: Sequence[Fault]) -> None:
    noi.say_each(faults[:_MOST_TOLD])
    if len(faults) > _MOST_TOLD:
        noi.say(f"  … và {so(len(faults) - _MOST_TOLD)} chỗ nữa.")


def _mark(error: InputFaults, units: Path, replace: bool) -> None:
    """Write the copy with the cells to mend; that it cannot be written is told, and changes nothing else."""
    from docgen import files
    from docgen.batch.marked import marked_copy

    target = units.with_name(f"{units.stem}{_MARKED}")
    copy = marked_copy(units, error.faults)
    if copy is None:
        return
    try:
        files.write_file(target, copy, replace)
    except files.AlreadyThere:
        noi.say(f"Đã có {target} nên không ghi bản tô màu mới; muốn ghi đè thì thêm --de-len.")
    except DocgenError as refused:
        noi.say_faults(refused)
    else:
        noi.say(f"Các ô cần sửa được tô màu và ghi chú trong {target}.")


def _tell(result: Result, *, only_failed: bool) -> None:
    noi.say(f"Đã làm {so(result.made)} văn bản, giữ nguyên {so(result.kept)}, hỏng {so(result.failed)}.")
    unmade = sum(1 for line in result.lines if line.outcome == "chưa làm")
    if unmade:
        noi.say(f"Còn {so(unmade)} văn bản chưa làm{' (chỉ làm lại những văn bản hỏng)' if only_failed else ''}.")
    for line in [line for line in result.lines if line.outcome == "hỏng"][:_MOST_TOLD]:
        noi.say(f"  - hàng {line.job.dong}, {line.job.file_name}: {' '.join(line.why)}")
    judged = [line.judgement for line in result.lines if line.judgement is not None]
    if judged:
        noi.say(
            f"Đã xét thể thức {so(len(judged))} văn bản: {so(result.findings)} văn bản có lỗi; chi tiết trong báo cáo."
        )
    noi.say_each(result.faults)
    if result.left:
        noi.say(
            f"Còn {len(result.left)} tệp của lần chạy trước mà bảng không nhắc đến nữa: {', '.join(result.left[:10])}."
        )

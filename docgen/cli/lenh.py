"""The commands. Heavy rooms are imported when a command needs them, so that help and faults come at once."""

from __future__ import annotations

import json
from dataclasses import replace as changed
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.decorators import FC

from docgen import __version__
from docgen.cli import doc, noi
from docgen.cli.tieng_viet import Lenh, Nhom, cong
from docgen.errors import InputFaults

if TYPE_CHECKING:
    from docgen.data_dir import DataDir
    from docgen.kinds import Kinds
    from docgen.pipeline import Paper

_DATA_HELP = "Thư mục có forms và templates (mặc định: của docgen, hoặc biến môi trường DOCGEN_DATA)."


def _data_option(command: FC) -> FC:
    return click.option("--data", "data_dir", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help=_DATA_HELP)(
        command
    )


@click.group(cls=Nhom, no_args_is_help=True, subcommand_metavar="LỆNH ...")
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s", help="Hiện phiên bản rồi thôi.")
def docgen() -> None:
    """Làm văn bản hành chính Việt Nam thành tệp Word, đúng thể thức của cơ quan ban hành.

    Mã thoát: 0 tốt; 1 nội dung có chỗ cần sửa; 2 không dùng được (lệnh sai, tệp không đọc được).
    """


@docgen.command(cls=Lenh)
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("-o", "output", metavar="TỆP.docx", type=click.Path(path_type=Path), help="Ghi vào tệp hay thư mục này.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Ghi thêm tệp PDF cùng tên (cần LibreOffice).")
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@_data_option
def make(source: Path, output: Path | None, with_pdf: bool, replace: bool, data_dir: Path | None) -> None:
    """Làm một văn bản từ TỆP nội dung (.yaml, .json, hoặc .docx do docgen làm ra).

    Không có -o thì tệp Word được ghi vào thư mục hiện tại, tên đặt theo số, ký hiệu và trích yếu.
    """
    from docgen import data_dir as data
    from docgen import files, pdf
    from docgen.intake.kind_files import load_kinds

    place = _checked_output(output)
    folder = data.find(data_dir)
    kinds = load_kinds(folder)
    try:
        paper = _paper(source, kinds, folder)
    except InputFaults as error:
        noi.say_faults(error, source)
        raise click.exceptions.Exit(error.exit_code) from None
    target = place / paper.file_name if place.is_dir() else place
    made = [(target, paper.docx)]
    if with_pdf:
        made.append((target.with_suffix(".pdf"), pdf.to_pdf(paper.docx)))
    try:
        files.write_files(made, replace)
    except files.AlreadyThere as error:
        noi.say_faults(error)
        noi.say("Muốn ghi đè thì thêm --de-len.")
        raise click.exceptions.Exit(error.exit_code) from None
    noi.say(paper.explanation)
    noi.say_notes(paper.notes)
    for path, _ in made:
        noi.result(path)


def _paper(source: Path, kinds: Kinds, folder: DataDir) -> Paper:
    """Make the paper of a file; every fault and note has its line in the file."""
    from docgen import pipeline
    from docgen.intake.load import built
    from docgen.intake.read import read_file

    if source.suffix.lower() == ".docx":
        return pipeline.make(doc.carried(source, kinds), folder)
    loaded = read_file(source)
    read = built(loaded, kinds)
    try:
        paper = pipeline.make(read, folder)
    except InputFaults as error:
        raise InputFaults(fault if fault in read.notes else loaded.located(fault) for fault in error.faults) from None
    notes = [note if note in read.notes else loaded.located(note) for note in paper.notes]
    return changed(paper, notes=tuple(sorted(notes, key=lambda note: note.dong or 0)))


def _checked_output(output: Path | None) -> Path:
    if output is None:
        return Path()
    if output.suffix.lower() != ".docx" and not output.is_dir():
        raise click.UsageError(f"tên tệp sau -o phải kết thúc bằng .docx, hoặc là một thư mục đã có: “{output}”.")
    return output


@docgen.command(cls=Lenh, short_help="Liệt kê các loại văn bản làm được.")
@click.option("--verify", is_flag=True, help="So biểu, mẫu Word và ví dụ của mọi loại với nhau.")
@_data_option
def kinds(verify: bool, data_dir: Path | None) -> None:
    """Liệt kê các loại văn bản làm được, mỗi loại một dòng, kèm các thể thức có mẫu."""
    from docgen import data_dir as data
    from docgen.intake.kind_files import load_kinds

    folder = data.find(data_dir)
    if verify:
        _verify(folder)
    for form in load_kinds(folder):
        noi.result(f"{form.loai}\t{form.ten_goi}\t{', '.join(form.the_thuc)}")


def _verify(folder: DataDir) -> None:
    from docgen.intake.verify import verify

    faults = verify(folder)
    if faults:
        noi.say(f"Có {len(faults)} chỗ không khớp trong {folder.root}:")
        noi.say_each(faults)
        raise click.exceptions.Exit(1)
    noi.say("Biểu, mẫu Word và ví dụ của mọi loại đều khớp với nhau.")


@docgen.command(cls=Lenh)
@click.option("--host", default="127.0.0.1", metavar="ĐỊA-CHỈ", help="Địa chỉ nghe (mặc định 127.0.0.1: chỉ máy này).")
@click.option("--port", default="8000", metavar="CỔNG", callback=cong, help="Cổng (mặc định 8000).")
@click.option("--dang-nhap", "login", is_flag=True, help="Bắt đăng nhập cả khi chỉ chạy cho máy này.")
@_data_option
def serve(host: str, port: int, login: bool, data_dir: Path | None) -> None:
    """Mở biểu mẫu trên trang web; dừng bằng Ctrl+C.

    Mở cho máy khác thì cần DOCGEN_SECRET và ít nhất một tài khoản (docgen user add).
    """
    from docgen import web

    web.serve(host, port, data_dir, login=login or None, say=noi.say)
    noi.say("Đã dừng.")


@docgen.command(cls=Lenh, short_help="In lược đồ (JSON Schema) của tệp nội dung.")
def schema() -> None:
    """In lược đồ (JSON Schema) của tệp nội dung, để trình soạn thảo gợi ý và kiểm tra khi gõ."""
    from docgen.document import schema as of_document

    noi.result(json.dumps(of_document(), ensure_ascii=False, indent=2))

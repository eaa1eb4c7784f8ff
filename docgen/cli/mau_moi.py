"""``template new``: a new kind of paper from a finished one, without Python."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from docgen.cli import noi
from docgen.cli.tieng_viet import Lenh
from docgen.errors import Fault, Unusable

PROPOSAL: Final = "de-xuat.yaml"
_DATA_HELP: Final = "Thư mục có forms và templates để lấy mẫu gốc (mặc định: của docgen, hoặc DOCGEN_DATA)."


@click.command(name="new", cls=Lenh, short_help="Dựng loại văn bản mới từ một văn bản đã có.")
@click.argument("source", metavar="VĂN-BẢN.docx", type=click.Path(path_type=Path))
@click.option("--kind", "loai", metavar="MÃ", default="", help="Mã của loại mới, ví dụ thong-bao (mặc định: theo tên).")
@click.option("--name", "ten_loai", metavar="TÊN", default="", help="Tên loại in trên giấy (mặc định: đọc từ văn bản).")
@click.option("--the-thuc", metavar="nd30|doan|dang", help="Thể thức (mặc định: đọc từ văn bản).")
@click.option(
    "--from",
    "decided",
    metavar="TỆP.yaml",
    type=click.Path(path_type=Path),
    help=f"Dùng đề xuất đã sửa ({PROPOSAL}) thay cho đề xuất của docgen.",
)
@click.option("--only-proposal", is_flag=True, help=f"Chỉ ghi {PROPOSAL} để sửa, chưa dựng mẫu.")
@click.option(
    "-o", "folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path), required=True, help="Nơi ghi đề xuất và ba tệp."
)
@click.option("--data", "data_dir", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help=_DATA_HELP)
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
def new(
    source: Path,
    loai: str,
    ten_loai: str,
    the_thuc: str | None,
    decided: Path | None,
    only_proposal: bool,
    folder: Path,
    data_dir: Path | None,
    replace: bool,
) -> None:
    """Đọc một văn bản đã có, đề xuất chỗ nào là mục điền, rồi dựng mẫu Word, biểu hỏi và bản mẫu dữ liệu của loại mới.

    Mã thoát: 0 loại mới dùng được; 1 còn lỗi phải sửa; 2 không đọc được.
    """
    from docgen import data_dir as data
    from docgen import files
    from docgen.workshop.kind import the_thuc_of
    from docgen.workshop.newkind.kind import new_kind, proposed
    from docgen.workshop.newkind.proposal_text import proposal_text, read_proposal
    from docgen.workshop.newkind.told import kind_lines, seen_lines

    found = data.find(data_dir)
    if decided is None:
        standard = the_thuc_of(the_thuc)
        proposal = proposed(source, found, loai=loai, ten_loai=ten_loai, the_thuc=standard)
    else:
        if loai or ten_loai or the_thuc:
            sua = "Sửa loai, ten_loai, the_thuc ngay trong tệp đề xuất."
            raise Unusable(Fault("--from", "Không dùng cùng --kind, --name, --the-thuc.", sua))
        proposal = read_proposal(decided)
    for line in seen_lines(proposal):
        noi.say(line)
    made = None if only_proposal else new_kind(source, proposal, found)
    written = [] if decided is not None else [(folder / PROPOSAL, proposal_text(proposal).encode())]
    written += [] if made is None else [(folder / name, content) for name, content in made.files.items()]
    _room(folder, written)
    try:
        files.write_files(written, replace)
    except files.AlreadyThere:
        noi.say("Muốn ghi đè thì thêm --de-len.")
        raise
    for line in () if made is None else kind_lines(made):
        noi.say(line)
    for path, _ in written:
        noi.result(path)
    raise click.exceptions.Exit(0 if made is None or made.is_usable else 1)


def _room(folder: Path, written: list[tuple[Path, bytes]]) -> None:
    try:
        for path, _ in written:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không tạo được thư mục ({error.strerror}).")) from error

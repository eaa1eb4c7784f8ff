"""What the commands about a Word template share: which template, of which kind and standard."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
from click.decorators import FC

from docgen.errors import Fault, Unusable

_DATA_HELP: Final = "Thư mục có forms và templates (mặc định: của docgen, hoặc biến môi trường DOCGEN_DATA)."


def common(command: FC) -> FC:
    """Give a command the template it is about, ``source``, and ``loai``, ``the_thuc``, ``data_dir``."""
    for option in (
        click.option("--data", "data_dir", type=click.Path(path_type=Path), metavar="THƯ-MỤC", help=_DATA_HELP),
        click.option("--the-thuc", metavar="nd30|doan|dang", help="Thể thức (mặc định: theo tên tệp)."),
        click.option("--kind", "loai", metavar="LOẠI", help="Mẫu dùng cho loại văn bản nào (mặc định: theo tên tệp)."),
        click.argument("source", metavar="TỆP.docx", type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


def known(loai: str | None, data_dir: Path | None) -> str | None:
    """Refuse a kind there is none of: that is a wrong command line, not a fault of the template."""
    if loai is None:
        return None
    from docgen import data_dir as data
    from docgen.intake.kind_files import load_kinds

    fault = load_kinds(data.find(data_dir)).unknown(loai)
    if fault is not None:
        raise Unusable(Fault("--kind", fault.loi, fault.sua))
    return loai

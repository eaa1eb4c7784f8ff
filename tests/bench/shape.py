"""The lean paper that is measured: what stands in it, in no generator's language.

``«name»`` in a text is a field of the innermost loop, or of the whole when it stands in none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Para:
    """A paragraph. style: of templates/ke-hoach.nd30.docx."""

    style: str
    text: str


@dataclass(frozen=True)
class Loop:
    """Paragraphs once for each item of a list. The first is a plain paragraph with a field."""

    name: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class When:
    """Paragraphs that are there when a flag is."""

    flag: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table: one block list a cell. loop: the list it is there once for each item of."""

    cells: tuple[tuple[Block, ...], ...]
    loop: str = ""


@dataclass(frozen=True)
class Table:
    """A table. widths: of its columns, in twentieths of a point."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]


Block: TypeAlias = Para | Loop | When | Table

_HEAD = Table(
    (3373, 6094),
    (
        Row(
            (
                (Para("ChuQuan", "ỦY BAN NHÂN DÂN"), Para("CoQuan", "«co_quan»")),
                (
                    Para("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                    Para("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
                ),
            )
        ),
        Row(((Para("SoKyHieu", "Số: «so»/KH-UBND"),), (Para("DiaDanhNgay", "«dia_danh», «ngay»"),))),
    ),
)
_BODY = Loop(
    "phan",
    (
        Para("MucLaMa", "«nhan» «chu»"),
        Loop(
            "muc",
            (
                Para("Khoan", "«nhan» «chu»"),
                Loop("y", (Para("Gach", "«nhan» «chu»"),)),
                Loop("diem", (Para("Diem", "«nhan» «chu»"), Loop("doan", (Para("Gach", "«nhan» «chu»"),)))),
            ),
        ),
    ),
)
_WORK = Table(
    (900, 5600, 2855),
    (
        Row(((Para("BangDau", "TT"),), (Para("BangDau", "Nội dung"),), (Para("BangDau", "Số việc"),))),
        Row(((Para("BangGiua", "«tt»"),), (Para("BangTrai", "«viec»"),), (Para("BangGiua", "«so_viec»"),)), "bang"),
    ),
)
_SIGNING = Table(
    (4700, 4655),
    (
        Row(
            (
                (Para("NoiNhanNhan", "Nơi nhận:"), Loop("noi_nhan", (Para("NoiNhan", "«ten»"),))),
                (
                    Para("QuyenHan", "«quyen_han»"),
                    When("co_thay", (Para("QuyenHan", "«thay»"),)),
                    Para("ChucVu", "«chuc_vu»"),
                    Para("HoTen", "«ho_ten»"),
                ),
            )
        ),
    ),
)
PAPER: tuple[Block, ...] = (
    _HEAD,
    Para("TenLoai", "KẾ HOẠCH"),
    Para("TrichYeu", "«trich_yeu»"),
    When("co_kinh_gui", (Para("KinhGui", "Kính gửi: «kinh_gui»"),)),
    When("co_mo_dau", (Para("MoDau", "«mo_dau»"),)),
    _BODY,
    _WORK,
    Para("KetThuc", "«ket_thuc»"),
    _SIGNING,
)

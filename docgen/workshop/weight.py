"""What a template carries without using it: styles, pictures, fonts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final

from docgen.render import parts
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark
from docgen.workshop.style_sheet import StyleSheet

# A lean template has 60 KB unpacked, 10 KB packed; a coat of arms may double that.
HEAVY_KB: Final = 500
_SHOWN: Final = 8
# A style or two kept in reserve burden nobody.
_RESERVE: Final = 2


def weight(opened: Opened, sheet: StyleSheet) -> Iterator[Remark]:
    """Styles nothing uses, parts nothing leads to, and a file that is heavier than its papers need."""
    unused = [sheet.name(style_id) for style_id in sheet.unused()]
    if len(unused) > _RESERVE:
        shown = ", ".join(f"“{name}”" for name in unused[:_SHOWN])
        more = f" và {len(unused) - _SHOWN} kiểu nữa" if len(unused) > _SHOWN else ""
        loi = f"{len(unused)} kiểu không đoạn nào dùng: {shown}{more}."
        yield Remark("kieu", "thong-tin", loi, "Nên xóa trong Manage Styles: danh sách kiểu ngắn thì khó chọn nhầm.")
    reached = _reached(opened.parts)
    lost = [name for name in opened.parts if name not in reached and not _is_wiring(name)]
    if lost:
        shown = ", ".join(f"“{name}”" for name in lost[:_SHOWN])
        loi = f"Trong tệp có phần không được dùng tới: {shown}."
        yield Remark("kieu", "thong-tin", loi, "Mở mẫu trong Word và lưu lại thì các phần ấy tự mất.")
    size = len(opened.data) / 1024
    if size > HEAVY_KB:
        heaviest = max(opened.parts, key=lambda name: len(opened.parts[name]))
        loi = f"Mẫu nặng {size:.0f} KB, mọi văn bản cũng nặng như vậy; nặng nhất là phần “{heaviest}”."
        sua = "Hãy thu nhỏ hình (Compress Pictures), bỏ phông nhúng (Embed fonts in the file)."
        yield Remark("kieu", "canh-bao", loi, sua)


def _reached(found: dict[str, bytes]) -> set[str]:
    reached: set[str] = set()
    todo = [""]
    while todo:
        for relation in parts.relationships(found, todo.pop()):
            if not relation.external and relation.target not in reached:
                reached.add(relation.target)
                todo.append(relation.target)
    return reached


def _is_wiring(name: str) -> bool:
    return name == "[Content_Types].xml" or posixpath.basename(posixpath.dirname(name)) == "_rels"

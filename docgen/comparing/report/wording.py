"""Words that all reports share: what a property is called, where something stands, what is told together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from docgen.comparing.difference import (
    Difference,
    Kieu,
    Look,
    LookChange,
    PageChange,
    Seat,
    Spot,
    TableChange,
    TagChange,
    TextChange,
)
from docgen.reading.facts import CellId, Place
from docgen.vietnamese.differing import Piece

NAMES: Final[dict[str, str]] = {
    "phong": "phông chữ",
    "co_chu_pt": "cỡ chữ",
    "dam": "in đậm",
    "nghieng": "in nghiêng",
    "gach_chan": "gạch chân",
    "in_hoa": "hiện toàn chữ hoa",
    "mau": "màu chữ",
    "vi_tri": "vị trí chữ",
    "an": "chữ ẩn (không in ra)",
    "ten_kieu": "kiểu (style)",
    "canh": "",
    "dong_dau_mm": "thụt đầu dòng",
    "trai_mm": "thụt cả đoạn từ trái",
    "phai_mm": "thụt cả đoạn từ phải",
    "truoc_pt": "cách trên đoạn",
    "sau_pt": "cách dưới đoạn",
    "gian_dong": "giãn dòng",
    "giu_voi_sau": "giữ cùng trang với đoạn sau",
    "ngat_trang_truoc": "luôn sang trang trước đoạn",
    "bo_cach_cung_kieu": "bỏ khoảng cách giữa các đoạn cùng kiểu",
    "dai_cuong": "mức đề mục",
    "sang_trang": "ngắt trang ngay trước chữ",
    "ke": "nét kẻ",
    "so_tu_dong": "số thứ tự hoặc dấu đầu dòng tự động",
    "so_doi": "số thứ tự tự động đổi",
    "so_hang": "số hàng",
    "so_cot": "số cột",
    "cot_mm": "độ rộng các cột",
    "vien": "đường viền bảng",
    "hang_dau": "số hàng đầu lặp lại ở mỗi trang",
    "o_gop": "ô gộp (hàng × cột)",
    "kho_giay": "khổ giấy",
    "huong": "hướng giấy",
    "le_tren_mm": "lề trên",
    "le_duoi_mm": "lề dưới",
    "le_trai_mm": "lề trái",
    "le_phai_mm": "lề phải",
    "dau_trang_mm": "đầu trang cách mép giấy",
    "chan_trang_mm": "chân trang cách mép giấy",
    "so_cot_trang": "số cột chữ",
    "ngat": "cách bắt đầu phần",
    "so_trang": "số trang",
    "so_trang_dau": "số trang ở trang đầu",
    "bat_dau": "đánh số trang",
    "kieu_so": "kiểu số trang",
}
KIEU: Final[dict[Kieu, str]] = {"them": "Thêm", "bo": "Bỏ", "sua": "Sửa", "chuyen": "Chuyển chỗ"}
_OF: Final = (("nhan_", "số thứ tự: "), ("so_trang_", "số trang: "))
_MEASURE: Final = re.compile(r"-?[\d,]+( mm| pt| dòng)")


def looks(dang: Sequence[Look]) -> str:
    """Say several properties: "cỡ chữ 13 → 14 pt; thêm in đậm"."""
    return "; ".join(look(one) for one in dang)


def look(one: Look) -> str:
    """Say a property: "cỡ chữ 13 → 14 pt", "thêm in đậm", "canh đều → canh trái"."""
    name, before = NAMES.get(one.ma), ""
    if name is None:
        prefix, before = next((prefix, said) for prefix, said in _OF if one.ma.startswith(prefix))
        name = NAMES[one.ma.removeprefix(prefix)]
    if {one.cu, one.moi} == {"có", "không"}:
        return f"{before}{'thêm' if one.moi == 'có' else 'bỏ'} {name}"
    if one.cu == one.moi == "":
        return before + name
    units = [_MEASURE.fullmatch(value) for value in (one.cu, one.moi)]
    cu = one.cu
    if units[0] and units[1] and units[0][1] == units[1][1]:
        cu = cu.removesuffix(units[0][1])
    return f"{before}{name} {cu} → {one.moi}".replace("  ", " ").strip()


def where(seat: Seat) -> str:
    """Say where a paragraph stands: "khoảng trang 2, bảng 1, hàng 3, cột 2", "khoảng trang 3, đoạn 14, dưới “…”"."""
    if seat.ben:
        return f"{seat.ben}, đoạn {seat.noi.doan}" if seat.noi.doan > 1 else seat.ben
    return place(seat.noi)


def place(noi: Place) -> str:
    """Say a place of the body."""
    if noi.dong is not None:
        spot = f"dòng {noi.dong}"
    else:
        # Where pages end is Word's to say: what was read or reckoned is a help to find the place, no more.
        page = "" if noi.trang is None else "trang 1, " if noi.trang == 1 else f"khoảng trang {noi.trang}, "
        box = "hộp chữ, " if noi.phan == "hộp chữ" else ""
        cell = "bảng {}, hàng {}, cột {}".format(*noi.bang) if noi.bang else f"đoạn {noi.doan}" if noi.doan else ""
        spot = (page + box + cell).removesuffix(", ")
    return f"{spot}, dưới “{noi.de_muc}”" if noi.de_muc else spot


@dataclass(frozen=True, slots=True)
class Told:
    """Changes of words that are told together: neighbours of one kind, or (``alike``) the same words elsewhere."""

    changes: tuple[TextChange, ...]
    alike: bool = False

    @property
    def first(self) -> TextChange:
        """The first of them."""
        return self.changes[0]

    @property
    def seat(self) -> Seat:
        """Where to look: in the new paper if it stands there."""
        seat = self.first.moi or self.first.cu
        assert seat is not None
        return seat


def together(changes: Sequence[TextChange]) -> list[Told]:
    """Put changes together: rows of paragraphs that came, went or moved; and the same words changed in many places."""
    found: list[list[TextChange]] = []
    alike: dict[tuple[Piece, ...], int] = {}
    whole: dict[tuple[str, str], int] = {}
    for change in changes:
        if change.kieu == "sua":
            said = tuple(piece for piece in change.manh if piece.kind != "same")
            if said in alike:
                found[alike[said]].append(change)
                continue
            alike[said] = len(found)
        elif change.cung:
            # A column is met row by row.
            at = whole.setdefault((change.kieu, change.cung), len(found))
            if at < len(found):
                found[at].append(change)
                continue
        elif found and _follows(found[-1][-1], change):
            found[-1].append(change)
            continue
        found.append([change])
    return [Told(tuple(row), row[0].kieu == "sua") for row in found]


def _follows(one: TextChange, other: TextChange) -> bool:
    if one.kieu != other.kieu or one.cung != other.cung:
        return False
    for seat, following in ((one.cu, other.cu), (one.moi, other.moi)):
        if seat is not None and following is not None:
            return following.so == seat.so + 1 and following.ben == seat.ben and following.noi.phan == seat.noi.phan
    return False


def head(told: Told) -> str:
    """Say what happened: "Thêm bảng 2, hàng 5", "Bỏ 3 đoạn", "Chuyển chỗ 2 đoạn (đã sửa chữ)"."""
    first, count = told.first, len(told.changes)
    verb = KIEU[first.kieu]
    if told.alike:
        return f"{verb} giống nhau ở {count} đoạn" if count > 1 else verb
    if first.cung:
        return f"{verb} {first.cung}"
    empty = all(not piece.text.strip() for change in told.changes for piece in change.manh)
    what = f"{count} đoạn" if count > 1 else "đoạn"
    edited = first.kieu == "chuyen" and any(piece.kind != "same" for one in told.changes for piece in one.manh)
    return f"{verb} {what}{' trống' if empty else ''}{' (có sửa chữ)' if edited else ''}"


def lies(told: Told) -> str:
    """Say where; what moved, from where to where."""
    first = told.first
    if first.kieu == "chuyen" and first.cu is not None and first.moi is not None:
        return f"từ {where(first.cu)} đến {where(first.moi)}"
    said = where(told.seat)
    if first.cung and told.seat.noi.bang:
        # The table and its row are named already.
        said = place(replace(told.seat.noi, bang=None, doan=0))
    return said + (" (của bản cũ)" if first.kieu == "bo" else "")


def spots(change: LookChange) -> str:
    """Say which paragraphs look different, by number, style and first place."""
    first = change.cho[0]
    styles = f" (gồm mọi đoạn thuộc kiểu {_listed(change.kieu)})" if change.kieu else ""
    if len(change.cho) == 1:
        return spot(first)
    return f"{len(change.cho)} đoạn{styles}, đầu tiên ở {spot(first)}"


def spot(one: Spot) -> str:
    """Say one place, with the words concerned, or how the paragraph begins."""
    said = where(one.moi)
    if one.chu:
        return f"{said}: {one.chu}"
    return f"{said}: cả đoạn “{one.trich}”" if one.trich else f"{said}: đoạn trống"


def _listed(names: Sequence[str], most: int = 4) -> str:
    more = f" và {len(names) - most} kiểu nữa" if len(names) > most else ""
    return ", ".join(f"“{name}”" for name in names[:most]) + more


def page(change: PageChange) -> str:
    """Say which sections a change of pages concerns."""
    if change.moi_phan:
        return "cả văn bản" if len(change.phan) == 1 else f"cả {len(change.phan)} phần (section)"
    numbers = ", ".join(map(str, change.phan))
    return f"phần (section) {numbers}" + (f", từ {page_of(change.noi)}" if change.noi else "")


def page_of(noi: Place) -> str:
    """Say the page alone."""
    return "đầu văn bản" if noi.trang in (None, 1) else f"khoảng trang {noi.trang}"


def table(change: TableChange) -> str:
    """Say which table."""
    number = f"bảng {change.moi}" + (f" (bản cũ: bảng {change.cu})" if change.cu != change.moi else "")
    page_ = "" if change.noi is None or change.noi.trang is None else f", khoảng trang {change.noi.trang}"
    return number + page_


def counted(difference: Difference) -> str:
    """Count what differs in one sentence."""
    if difference.equal:
        return "Không thấy chỗ nào khác nhau."
    parts = (
        (len(difference.chu), "đoạn khác về chữ hoặc vị trí"),
        (len(difference.dang), "thay đổi định dạng"),
        (len(difference.trang), "thay đổi về trang"),
        (len(difference.bang), "bảng khác về hình thức"),
        (len(difference.dem), "số đếm khác"),
        (len(difference.the), "thẻ của mẫu thêm hoặc bớt"),
    )
    return f"Có {', '.join(f'{count} {what}' for count, what in parts if count)}."


def tag(change: TagChange) -> str:
    """Say how often a tag stands."""
    if not change.cu:
        return f"thêm {change.the}" + (f" ({change.moi} chỗ)" if change.moi > 1 else "")
    if not change.moi:
        return f"bỏ {change.the}" + (f" ({change.cu} chỗ)" if change.cu > 1 else "")
    return f"{change.the}: {change.cu} → {change.moi} chỗ"


def lines(told: Told) -> list[list[Piece]]:
    """Give what is told together line by line: a paragraph each; the cells of a row side by side."""
    found: list[list[Piece]] = []
    last: CellId | None = None
    for change in told.changes:
        seat = change.moi or change.cu
        cell = seat.noi.bang if seat is not None and change.cung else None
        if cell is not None and last is not None and last[:2] == cell[:2]:
            found[-1] += [Piece("skipped", " / " if last == cell else " | "), *change.manh]
        else:
            found.append(list(change.manh))
        last = cell
    return found

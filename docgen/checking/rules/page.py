"""The sheet: size, direction, margins, letters and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import khoang, nhin, so
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Section
from docgen.standards import Range, Sure
from docgen.standards.parts import Margins

PAPER_MM: Final = 1.0
_SIDES: Final = (("trên", "tren_mm"), ("dưới", "duoi_mm"), ("trái", "trai_mm"), ("phải", "phai_mm"))


@rule("ND30-I.1-1", ten="Khổ giấy A4", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.1", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kho_giay(p: Judged) -> Iterator[Finding]:
    """Văn bản hành chính chỉ dùng khổ giấy A4 (210 mm × 297 mm).

    Khổ A5 của Thông tư 01/2011 không còn dùng; khổ Letter (215,9 mm × 279,4 mm) là mặc định của Word tiếng Anh và
    làm lệch chỗ ngắt trang khi in.
    Đúng: 210 × 297 mm (trang ngang: 297 × 210 mm). Sai: 215,9 × 279,4 mm.
    """
    yield from _paper(p)


@rule("HD29-kho-giay-1", ten="Khổ giấy A4", the_thuc=("doan",), dieu_khoan="HD 29 (khổ giấy)", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kho_giay_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn dùng khổ giấy A4 (210 mm × 297 mm); khổ A5 chỉ dành cho các loại giấy, phiếu.

    Đúng: 210 × 297 mm. Sai: khổ Letter 215,9 × 279,4 mm (mặc định của Word tiếng Anh).
    """
    yield from _paper(p)


@rule("HD05-kho-giay-1", ten="Khổ giấy A4", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (khổ giấy)", sure=Sure.V2,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def kho_giay_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng dùng khổ giấy A4 (210 mm × 297 mm).

    Đúng: 210 × 297 mm. Sai: khổ Letter 215,9 × 279,4 mm (mặc định của Word tiếng Anh).
    """
    yield from _paper(p)


def _paper(p: Judged) -> Iterator[Finding]:
    page = p.standard.trang
    wide, high = page.rong_mm.value, page.cao_mm.value
    seen: set[tuple[float, float]] = set()
    for section in p.paper.sections:
        short, long = sorted((section.rong_mm, section.cao_mm))
        if abs(short - wide) <= PAPER_MM and abs(long - high) <= PAPER_MM:
            continue
        if (short, long) not in seen:
            seen.add((short, long))
            yield nhin(
                p,
                f"Khổ giấy không phải {page.kho_giay.value}.",
                doan=_at(section),
                thay=f"{so(section.rong_mm)} × {so(section.cao_mm)} mm",
                can=f"{page.kho_giay.value} ({so(wide)} × {so(high)} mm)",
                phan="trang",
            )


@rule("ND30-I.2-1", ten="Trang ngang không có bảng", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.2", sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def huong_giay(p: Judged) -> Iterator[Finding]:
    """Văn bản trình bày theo chiều dài của trang A4; chỉ nội dung có bảng, biểu mới được trình bày theo chiều rộng.

    Trang ngang mà không thấy bảng nào thì nên xem lại.
    Đúng: phụ lục bảng kinh phí để trang ngang. Sai: cả kế hoạch chỉ có chữ mà để trang ngang.
    """
    yield from _landscape(p)


@rule("HD29-huong-giay-1", ten="Trang ngang không có bảng", the_thuc=("doan",), dieu_khoan="HD 29 (hướng giấy)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def huong_giay_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn trình bày theo chiều đứng; trang ngang chỉ dùng khi có bảng, biểu không tách thành phụ lục.

    Đúng: trang ngang cho bảng phân công nhiều cột. Sai: trang ngang chỉ có chữ.
    """
    yield from _landscape(p)


def _landscape(p: Judged) -> Iterator[Finding]:
    for section in p.paper.sections:
        if section.ngang and not _has_table(p, section) and any(p.paper.paras[i].text.strip() for i in section.doan):
            yield nhin(p, "Trang nằm ngang mà không có bảng, biểu.", doan=_at(section), thay="trang ngang",
                       can="trang đứng", phan="trang")  # fmt: skip


def _has_table(p: Judged, section: Section) -> bool:
    """Whether a table with content stands there, not only those that set head and signature."""
    held = (i for i in section.doan if p.paper.paras[i].o is not None)
    return any(p.phan_cua.get(i, "noi_dung") in ("noi_dung", "phu_luc") for i in held if p.paper.paras[i].text.strip())


@rule("ND30-I.3-1", ten="Lề trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.3", sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def le_trang(p: Judged) -> Iterator[Finding]:
    """Lề trên và lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm.

    Quy định rõ ràng, nhưng gần một nửa văn bản thực tế không theo đúng, nên chỉ cảnh báo kèm số đo được. Cho phép lệch
    nửa mi-li-mét vì Word làm tròn.
    Đúng: trên 20, dưới 20, trái 30, phải 15 mm. Sai: dưới 17,5 mm; trái 25 mm.
    """
    yield from _margins(p, (p.standard.trang.le,), ngang=False)


@rule("ND30-I.3-2", ten="Lề trang ngang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.V", sure=Sure.F,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def le_trang_ngang(p: Judged) -> Iterator[Finding]:
    """Nghị định không nói riêng về lề của trang ngang; trang ngang trong tệp chính thức có lề dưới 15 mm.

    Vì vậy trang ngang được chấp nhận lề dưới từ 15 mm, các lề khác như trang đứng, và chỉ cảnh báo.
    Đúng: trên 20, dưới 15, trái 30, phải 15 mm. Sai: trái 20 mm.
    """
    landscape = p.standard.trang.le_ngang
    yield from _margins(p, () if landscape is None else (landscape,), ngang=True)


@rule("HD29-le-trang-1", ten="Lề trang", the_thuc=("doan",), dieu_khoan="HD 29 (lề trang)", sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def le_trang_doan(p: Judged) -> Iterator[Finding]:
    """Mặt trước: trên 20, dưới 20, trái 30, phải 20 mm; mặt sau của tờ in hai mặt: trái 20, phải 30 mm.

    Lề phải là 20 mm chứ không phải 15 mm như văn bản nhà nước hay văn bản Đảng. Nhiều nơi không theo đúng nên chỉ
    cảnh báo kèm số đo được.
    Đúng: 20/20/30/20 mm. Sai: phải 15 mm.
    """
    yield from _margins(p, _both_sides(p))


@rule("HD05-le-trang-1", ten="Lề trang", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (lề trang)", sure=Sure.V2,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def le_trang_dang(p: Judged) -> Iterator[Finding]:
    """Mặt trước: trên 20, dưới 20, trái 30, phải 15 mm; mặt sau của tờ in hai mặt: trái 15, phải 30 mm.

    Đúng: 20/20/30/15 mm. Sai: trái 25 mm.
    """
    yield from _margins(p, _both_sides(p))


def _both_sides(p: Judged) -> tuple[Margins, ...]:
    page = p.standard.trang
    return (page.le,) if page.le_mat_sau is None else (page.le, page.le_mat_sau)


def _margins(p: Judged, allowed: tuple[Margins, ...], *, ngang: bool = False) -> Iterator[Finding]:
    """Judge each margin by the allowed set that fits best; equal margins of several sections are told once."""
    seen: set[tuple[str, float]] = set()
    for section in p.paper.sections:
        if section.ngang != ngang or not allowed:
            continue
        wrong = min((_wrong(p, section, one) for one in allowed), key=len)
        for name, measured, wanted in wrong:
            if (name, measured) in seen:
                continue
            seen.add((name, measured))
            yield nhin(p, f"Lề {name} của trang nằm ngoài quy định.", doan=_at(section), thay=f"{so(measured)} mm",
                       can=khoang(wanted, "mm"), phan="trang")  # fmt: skip


def _wrong(p: Judged, section: Section, allowed: Margins) -> list[tuple[str, float, Range]]:
    give = p.standard.trang.sai_so_le_mm.value
    sides = [(name, getattr(section, field), getattr(allowed, field)) for name, field in _SIDES]
    return [(name, measured, wanted) for name, measured, wanted in sides if not wanted.allows(measured, give)]


def _at(section: Section) -> int | None:
    """The section's first paragraph; None for the first section, which is the paper's own."""
    return section.doan.start if section.doan.start and len(section.doan) else None


RULES = (
    kho_giay, huong_giay, le_trang, le_trang_ngang, kho_giay_doan, huong_giay_doan, le_trang_doan, kho_giay_dang,
    le_trang_dang,
)  # fmt: skip

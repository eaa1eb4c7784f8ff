"""What a rule says about each part of a paper: one class a part, one field a figure.

Fields that are ``None`` mean that the standard is silent about the thing, or that its word is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.standards.figures import Figure, OneOf, Part, Range

Loai = Literal["tap-the", "chuc-vu"]


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances of the text from the edges of the sheet."""

    tren_mm: Range
    duoi_mm: Range
    trai_mm: Range
    phai_mm: Range


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet. le_mat_sau: margins of the back of a sheet printed on both sides; le_ngang: of landscape pages."""

    kho_giay: Figure[str]
    rong_mm: Figure[float]
    cao_mm: Figure[float]
    cho_phep_ngang: Figure[bool]
    le: Margins
    le_mat_sau: Margins | None
    le_ngang: Margins | None
    sai_so_le_mm: Figure[float]
    phong_chu: Figure[str]
    bo_ma: Figure[str]
    mau_chu: Figure[str] | None


@dataclass(frozen=True, slots=True)
class PageNumber:
    """vi_tri: ``dau-trang`` (in the top margin); trang_dau: whether page 1 shows it."""

    chu: Part
    vi_tri: Figure[str]
    trang_dau: Figure[bool]
    cach_mep_mm: Figure[float] | None
    phu_luc_rieng: Figure[bool] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What separates a part from what stands under it.

    kieu: ``ke`` a drawn line, ``gach`` a row of hyphens, ``sao`` asterisks. chu: the signs themselves, "" for a
    line. ty_le: length of a line as a share of the longest line of text above it. so_dau: how many signs.
    """

    kieu: Figure[Literal["ke", "gach", "sao"]]
    chu: str
    ty_le: Range | None
    so_dau: Range | None


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line of fixed words; chap_nhan: other spellings of the same words that are met and are no fault."""

    loi: Figure[str]
    chap_nhan: tuple[str, ...]
    chu: Part


@dataclass(frozen=True, slots=True)
class Header:
    """Head of page 1: fixed words on the right, the issuer on the left."""

    phai: tuple[HeaderLine, ...]
    ke_phai: Rule
    chu_quan: Part
    co_quan: Part
    ke_co_quan: Rule


@dataclass(frozen=True, slots=True)
class Number:
    """Số, ký hiệu.

    dau: what stands before the number. mau: the form for a paper whose type has a code, mau_khong_loai for one
    without; ``{so} {loai} {co_quan} {don_vi}`` are filled in, a group in brackets falls away with its value.
    dat_lai: when counting starts again. them_khong_duoi: numbers below it get a 0 in front.
    """

    chu: Part
    dau: Figure[str]
    mau: Figure[str]
    mau_khong_loai: Figure[str]
    them_khong_duoi: Figure[int]
    cach_chu: Figure[bool]
    dat_lai: Figure[Literal["nam", "nhiem-ky"]]


@dataclass(frozen=True, slots=True)
class DateLine:
    """Địa danh, ngày tháng năm.

    Days below ``ngay_them_khong_duoi`` and months up to ``thang_them_khong_den`` get a 0 in front.
    """

    chu: Part
    mau: Figure[str]
    ngay_them_khong_duoi: Figure[int]
    thang_them_khong_den: Figure[int]


@dataclass(frozen=True, slots=True)
class Title:
    """Tên loại and trích yếu. chu_dau: whether trích yếu begins with a capital, where the standard says."""

    ten_loai: Part
    trich_yeu: Part
    chu_dau: Figure[Literal["hoa", "thuong"]] | None
    ke: Rule


@dataclass(frozen=True, slots=True)
class Basis:
    """Căn cứ: one a line. dau_dong opens the line; giua ends every line but the last, cuoi the last."""

    chu: Part
    dau_dong: Figure[str]
    giua: Figure[str]
    cuoi: Figure[str]


@dataclass(frozen=True, slots=True)
class Body:
    """Running text. gian_dong_lan: line spacing in lines; gian_dong_pt: as an exact height, where that is ruled."""

    chu: Part
    lui_dau_dong_mm: OneOf | Range
    cach_doan_pt: Range
    gian_dong_lan: Range | None
    gian_dong_pt: Range | None


@dataclass(frozen=True, slots=True)
class LevelForm:
    """One level of the body.

    cap: name of the level in the outline. nhan: the label of its first item. rieng_dong: the label stands on a
    line of its own, the title under it. nhan_chu, tieu_de: letters of label and title; khong_tieu_de: of an item
    that has no title. A level that is not centred is indented like a paragraph. trong_he: whether the standard
    foresees the level at all.
    """

    cap: str
    nhan: Figure[str]
    rieng_dong: bool
    nhan_chu: Part
    tieu_de: Part | None
    khong_tieu_de: Part | None
    trong_he: Figure[bool]


@dataclass(frozen=True, slots=True)
class Addressees:
    """Kính gửi. lui_mm, lui_danh_sach_mm: place of the word and of the list, from the left margin."""

    chu: Part
    dau: Figure[str]
    dau_dong: Figure[str]
    giua: Figure[str]
    cuoi: Figure[str]
    lui_mm: Figure[float] | None
    lui_danh_sach_mm: Figure[float] | None


@dataclass(frozen=True, slots=True)
class Prefix:
    """A sign of authority. chu: with its stop and blank (``TM. ``); truoc: what must follow it, None when unruled."""

    chu: str
    nghia: str
    truoc: Figure[Loai] | None
    clause: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The block of the signer. chuc_vu_khac: where a second office may stand, None where none is foreseen."""

    tien_to: tuple[Prefix, ...]
    quyen_han: Part
    chuc_vu: Part
    ho_ten: Part
    chuc_vu_khac: Figure[str] | None
    khong_hoc_ham: Figure[bool]


@dataclass(frozen=True, slots=True)
class Recipients:
    """Nơi nhận.

    luu, so_ban: forms of the archive line and of the count of copies in it, with ``{luu}`` and ``{so_ban}``;
    luu_mo_dau: the word that must open what is archived; so_ban_sau_dau: whether the count stands behind the
    closing sign, raised.
    """

    nhan: Part
    loi_nhan: Figure[str]
    danh_sach: Part
    dau_dong: Figure[str]
    giua: Figure[str]
    cuoi: Figure[str]
    luu: Figure[str]
    so_ban: Figure[str]
    so_ban_sau_dau: bool
    luu_mo_dau: Figure[str] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stamp. ma: the value in the data (``thuong-khan``); khung: framed; rong_mm, cao_mm: size of the frame."""

    ma: str
    loi: Figure[str]
    chap_nhan: tuple[str, ...]
    chu: Part
    khung: Figure[bool]
    rong_mm: Figure[float] | None
    cao_mm: Figure[float] | None
    mau: Figure[str] | None


@dataclass(frozen=True, slots=True)
class Appendix:
    """Phụ lục. danh_so_tu: from how many appendices on they are numbered; dan_chieu_mau: the line in brackets."""

    nhan: Part
    loi_nhan: Figure[str]
    danh_so_tu: Figure[int]
    ten: Part
    dan_chieu: Part
    dan_chieu_mau: Figure[str]
    dau_het: Figure[bool]
    phai_dan_chieu: Figure[bool]


@dataclass(frozen=True, slots=True)
class EndMark:
    """Sign after the last word of the text. them: put where none is typed; chap_nhan: every sign that may stand."""

    them: Figure[str]
    chap_nhan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Width of the blanks left for a clerk to write in."""

    so_mm: Figure[float]
    ngay_mm: Figure[float]
    thang_mm: Figure[float]
    nam_mm: Figure[float]
    dia_danh_mm: Figure[float]

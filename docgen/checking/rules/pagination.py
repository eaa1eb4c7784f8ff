"""Page numbers: where they stand, how they look, on which pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import SIZE_PT, khoang, nhin, so
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import PageNumber, Section
from docgen.standards import Sure

_EDGE_MM: Final = 1.5
_PHAN: Final = "so_trang"
_TOP: Final = "giữa lề trên (đầu trang)"


@rule("ND30-I.7-1", ten="Chỗ của số trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.7", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def so_trang_dau_trang(p: Judged) -> Iterator[Finding]:
    """Số trang đặt trong phần lề trên của văn bản (đầu trang).

    Số trang ở góc dưới bên phải là thói quen theo Thông tư 01/2011, nay không còn đúng.
    Đúng: số 2 ở giữa lề trên trang 2. Sai: số 2 ở chân trang.
    """
    yield from _top(p)


@rule("HD29-so-trang-1", ten="Chỗ của số trang", the_thuc=("doan",), dieu_khoan="HD 29 (số trang)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def so_trang_dau_trang_doan(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đoàn đặt ở đầu trang.

    Đúng: số 2 ở giữa đầu trang 2. Sai: số 2 ở chân trang.
    """
    yield from _top(p)


@rule("HD05-so-trang-1", ten="Chỗ của số trang", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số trang)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def so_trang_dau_trang_dang(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đảng đặt ở đầu trang.

    Đúng: số 2 ở giữa đầu trang 2. Sai: số 2 ở chân trang.
    """
    yield from _top(p)


def _top(p: Judged) -> Iterator[Finding]:
    number = _first(p)
    if number is not None and number.noi == "chan":
        yield nhin(p, f"Số trang phải đặt ở {_TOP}.", thay="chân trang", can=_TOP, phan=_PHAN)


@rule("ND30-I.7-2", ten="Canh số trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.7", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def so_trang_giua(p: Judged) -> Iterator[Finding]:
    """Số trang canh giữa theo chiều ngang.

    Đúng: số trang ở giữa. Sai: số trang ở bên phải hoặc bên trái.
    """
    yield from _centred(p)


@rule("HD29-so-trang-2", ten="Canh số trang", the_thuc=("doan",), dieu_khoan="HD 29 (số trang)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def so_trang_giua_doan(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đoàn canh giữa.

    Đúng: số trang ở giữa. Sai: số trang ở bên phải.
    """
    yield from _centred(p)


@rule("HD05-so-trang-2", ten="Canh số trang", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số trang)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def so_trang_giua_dang(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đảng canh giữa.

    Đúng: số trang ở giữa. Sai: số trang ở bên phải.
    """
    yield from _centred(p)


def _centred(p: Judged) -> Iterator[Finding]:
    """Silent about a justified line, put in the middle with blanks, and about a number that must move to the top."""
    number = _first(p)
    if number is not None and number.noi == "dau" and number.canh in ("trai", "phai"):
        side = "bên trái" if number.canh == "trai" else "bên phải"
        yield nhin(p, "Số trang phải canh giữa.", thay=side, can="canh giữa", phan=_PHAN)


@rule("ND30-I.7-3", ten="Cỡ chữ, kiểu chữ số trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.7; M.V #14",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def chu_so_trang(p: Judged) -> Iterator[Finding]:
    """Số trang dùng cỡ chữ 13 đến 14, kiểu chữ đứng.

    Đúng: 14 pt, đứng. Sai: 12 pt; in nghiêng.
    """
    yield from _look(p)


@rule("HD29-so-trang-3", ten="Cỡ chữ, kiểu chữ số trang", the_thuc=("doan",), dieu_khoan="HD 29 (số trang)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def chu_so_trang_doan(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đoàn dùng cỡ chữ 13 đến 14, kiểu chữ đứng.

    Đúng: 14 pt, đứng. Sai: 12 pt; in nghiêng.
    """
    yield from _look(p)


@rule("HD05-so-trang-3", ten="Cỡ chữ, kiểu chữ số trang", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số trang)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def chu_so_trang_dang(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đảng dùng cỡ chữ 14, kiểu chữ đứng.

    Đúng: 14 pt, đứng. Sai: 12 pt; in nghiêng.
    """
    yield from _look(p)


def _look(p: Judged) -> Iterator[Finding]:
    number, wanted = _first(p), p.standard.so_trang.chu
    if number is None:
        return
    if number.co_chu_pt is not None and not wanted.co_chu_pt.allows(number.co_chu_pt, SIZE_PT):
        can = f"cỡ chữ {khoang(wanted.co_chu_pt, 'pt')}"
        yield nhin(p, f"Số trang phải dùng {can}.", thay=f"cỡ chữ {so(number.co_chu_pt)} pt", can=can, phan=_PHAN)
    if number.format.nghieng:
        yield nhin(p, "Số trang phải là chữ đứng.", thay="in nghiêng", can="chữ đứng", phan=_PHAN)


@rule("ND30-I.7-4", ten="Số trang ở trang thứ nhất", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.7",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def an_trang_dau(p: Judged) -> Iterator[Finding]:
    """Không hiển thị số trang thứ nhất.

    Trong Word: đánh dấu “Trang đầu khác” (Different First Page) ở phần đầu trang.
    Đúng: trang 1 không có số, trang sau mang số 2. Sai: trang 1 có số 1.
    """
    yield from _first_page(p)


@rule("HD29-so-trang-4", ten="Số trang ở trang thứ nhất", the_thuc=("doan",), dieu_khoan="HD 29 (số trang)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def an_trang_dau_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn đánh số từ trang thứ hai, trang thứ nhất không hiển thị số.

    Đúng: trang 1 không có số. Sai: trang 1 có số 1.
    """
    yield from _first_page(p)


@rule("HD05-so-trang-4", ten="Số trang ở trang thứ nhất", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số trang)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def an_trang_dau_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng không hiển thị số ở trang thứ nhất.

    Đúng: trang 1 không có số. Sai: trang 1 có số 1.
    """
    yield from _first_page(p)


def _first_page(p: Judged) -> Iterator[Finding]:
    number = _first(p)
    if number is not None and not number.trang_dau_an:
        yield nhin(p, "Trang thứ nhất không được hiện số trang.", thay="có số trang", can="không hiển thị", phan=_PHAN)


@rule("ND30-I.7-5", ten="Chữ số và số bắt đầu của số trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.7",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def bat_dau_tu_1(p: Judged) -> Iterator[Finding]:
    """Số trang đánh từ số 1, bằng chữ số Ả Rập, liên tục.

    Đúng: 1, 2, 3 … Sai: i, ii, iii; trang đầu của văn bản được đánh số 0 hoặc số 5.
    """
    number = _first(p)
    if number is None:
        return
    if number.kieu not in ("decimal", "decimalZero"):
        yield nhin(p, "Số trang phải dùng chữ số Ả Rập.", thay="chữ số kiểu khác", can="1, 2, 3 …", phan=_PHAN)
    if number.bat_dau not in (None, 1):
        loi = "Số trang của văn bản phải bắt đầu từ số 1."
        yield nhin(p, loi, thay=f"bắt đầu từ số {number.bat_dau}", can="bắt đầu từ số 1", phan=_PHAN)


@rule("ND30-I.7-6", ten="Văn bản nhiều trang không có số trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.7",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def thieu_so_trang(p: Judged) -> Iterator[Finding]:
    """Văn bản từ hai trang trở lên phải có số trang.

    Số trang có thể nằm ở chỗ chương trình không nhận ra, và số trang của văn bản chỉ là ước lượng, nên chỉ cảnh báo.
    Đúng: văn bản ba trang, trang 2 và 3 có số. Sai: văn bản ba trang không có số trang nào.
    """
    last = p.first("ho_ten") or p.first("noi_dung")
    if last is None or any(section.so_trang for section in p.paper.sections):
        return
    pages = max((p.paper.paras[i].place.trang or 1 for i in last.doan), default=1)
    if pages > 1:
        loi = f"Không thấy số trang, dù văn bản dài khoảng {pages} trang."
        yield nhin(p, loi, thay="không có", can="số trang ở giữa lề trên, từ trang 2", chac="co-le", phan=_PHAN)


@rule("HD05-so-trang-5", ten="Khoảng cách từ mép giấy đến số trang", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (số trang)", sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def cach_mep(p: Judged) -> Iterator[Finding]:
    """Số trang của văn bản Đảng cách mép trên của giấy 10 mm.

    Trong Word: khoảng cách từ mép giấy đến đầu trang (Header from Top).
    Đúng: 10 mm. Sai: 12,7 mm (mặc định của Word).
    """
    section, wanted = _section(p), p.standard.so_trang.cach_mep_mm
    if section is None or section.so_trang is None or section.so_trang.noi != "dau" or wanted is None:
        return
    if abs(section.dau_trang_mm - wanted.value) > _EDGE_MM:
        loi = f"Số trang phải cách mép trên của giấy {so(wanted.value)} mm."
        yield nhin(p, loi, thay=f"{so(section.dau_trang_mm)} mm", can=f"{so(wanted.value)} mm", phan=_PHAN)


def _section(p: Judged) -> Section | None:
    return p.paper.sections[0] if p.paper.sections else None


def _first(p: Judged) -> PageNumber | None:
    section = _section(p)
    return None if section is None else section.so_trang


RULES = (
    so_trang_dau_trang, so_trang_giua, chu_so_trang, an_trang_dau, bat_dau_tu_1, thieu_so_trang,
    so_trang_dau_trang_doan, so_trang_giua_doan, chu_so_trang_doan, an_trang_dau_doan,
    so_trang_dau_trang_dang, so_trang_giua_dang, chu_so_trang_dang, an_trang_dau_dang, cach_mep,
)  # fmt: skip

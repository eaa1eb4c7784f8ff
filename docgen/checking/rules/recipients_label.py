"""Nơi nhận: the words above the list, how they look and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import kieu, nhin
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure

_CLAUSE: Final = "PL I, P.I, M.II, k.9, đ.d; M.V #8b"


@rule("ND30-II.9d-6", ten="Chữ “Nơi nhận:”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def chu_noi_nhan(p: Judged) -> Iterator[Finding]:
    """Từ “Nơi nhận” viết chữ in thường, sau đó có dấu hai chấm.

    Đúng: Nơi nhận: Sai: NƠI NHẬN: ; Nơi nhận (không có dấu hai chấm).
    """
    yield from _words(p)


@rule("HD29-noi-nhan-1", ten="Chữ “Nơi nhận:”", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)", sure=Sure.V,
      muc="loi")  # fmt: skip
def chu_noi_nhan_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, từ “Nơi nhận” viết chữ in thường, sau đó có dấu hai chấm.

    Đúng: Nơi nhận: Sai: NƠI NHẬN: ; Nơi nhận (không có dấu hai chấm).
    """
    yield from _words(p)


@rule("HD05-noi-nhan-1", ten="Chữ “Nơi nhận:”", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nơi nhận)",
      sure=Sure.V2, muc="canh-bao")  # fmt: skip
def chu_noi_nhan_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, từ “Nơi nhận” viết chữ in thường, sau đó có dấu hai chấm.

    Đúng: Nơi nhận: Nên sửa: NƠI NHẬN: ; Nơi nhận (không có dấu hai chấm).
    """
    yield from _words(p)


def _words(p: Judged) -> Iterator[Finding]:
    part, wanted = p.first("noi_nhan_nhan"), p.standard.noi_nhan.loi_nhan.value
    if part is not None and " ".join(part.text.split()) != wanted:
        yield p.finding(f"Phải ghi “{wanted}”, có dấu hai chấm.", part=part, thay=part.text, can=wanted)


@rule("ND30-II.9d-7", ten="Kiểu chữ “Nơi nhận:”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_nhan(p: Judged) -> Iterator[Finding]:
    """Từ “Nơi nhận” in nghiêng, đậm, không gạch chân.

    Văn bản của Đoàn in đậm và đứng, văn bản của Đảng gạch chân và không đậm.
    Đúng: đậm, nghiêng. Sai: đậm và đứng; có gạch chân.
    """
    yield from kieu(p, p.first("noi_nhan_nhan"), p.standard.noi_nhan.nhan, "“Nơi nhận:”", bo=("hoa",))


@rule("HD29-noi-nhan-2", ten="Kiểu chữ “Nơi nhận:”", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_nhan_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, từ “Nơi nhận” in đậm, kiểu chữ đứng, không gạch chân.

    Đúng: đậm, đứng. Sai: đậm, nghiêng như văn bản nhà nước.
    """
    yield from kieu(p, p.first("noi_nhan_nhan"), p.standard.noi_nhan.nhan, "“Nơi nhận:”", bo=("hoa",))


@rule("HD05-noi-nhan-2", ten="Kiểu chữ “Nơi nhận:”", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nơi nhận)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def kieu_chu_nhan_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, từ “Nơi nhận” đứng, có gạch chân, không đậm.

    Đúng: gạch chân, không đậm. Nên sửa: đậm, nghiêng như văn bản nhà nước.
    """
    yield from kieu(p, p.first("noi_nhan_nhan"), p.standard.noi_nhan.nhan, "“Nơi nhận:”", bo=("hoa",))


@rule("ND30-II.9d-13", ten="“Nơi nhận” ngang với người ký", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ngang_nguoi_ky(p: Judged) -> Iterator[Finding]:
    """“Nơi nhận:” ở trên một dòng ngang với dòng quyền hạn, chức vụ của người ký, sát lề trái.

    Xét theo hàng của bảng ở cuối văn bản; văn bản không kẻ bảng thì không xét.
    Đúng: cùng một hàng của bảng. Sai: “Nơi nhận:” ở hàng dưới chức vụ.
    """
    yield from _level(p)


@rule("HD29-noi-nhan-7", ten="“Nơi nhận” ngang với người ký", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ngang_nguoi_ky_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, “Nơi nhận:” ngang với dòng chức vụ của người ký.

    Đúng: cùng một hàng của bảng. Sai: “Nơi nhận:” ở hàng dưới.
    """
    yield from _level(p)


def _level(p: Judged) -> Iterator[Finding]:
    label = p.first("noi_nhan_nhan")
    # HD 29 names the line of the office alone.
    lines = ("chuc_vu",) if p.the_thuc == "doan" else ("quyen_han", "chuc_vu")
    signed = [part for ten in lines for part in p.parts(ten)]
    here = p.para(label).o if label else None
    rows = {cell[1] for part in signed if (cell := p.para(part).o) is not None and here and cell[0] == here[0]}
    if label is not None and here is not None and rows and here[1] not in rows:
        loi = "“Nơi nhận:” phải ngang với dòng quyền hạn, chức vụ của người ký."
        yield nhin(p, loi, part=label, thay="khác hàng", can="cùng hàng")


RULES = (
    chu_noi_nhan, kieu_chu_nhan, ngang_nguoi_ky, chu_noi_nhan_doan, kieu_chu_nhan_doan, ngang_nguoi_ky_doan,
    chu_noi_nhan_dang, kieu_chu_nhan_dang,
)  # fmt: skip

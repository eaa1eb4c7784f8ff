"""How the lines of the signature look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import canh_giua, co_chu, kieu
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.standards.figures import Part as Letters

_CLAUSE: Final = "PL I, P.I, M.II, k.7, đ.đ; M.V #7"


def _lines(p: Judged) -> Iterator[tuple[Part, Letters, str]]:
    """Each line of each signer with what is ruled for it; where many sign, only the lines surely recognised."""
    rules = p.standard.ky
    alone = len(p.signers) == 1
    for signer in p.signers:
        held = [(part, rules.quyen_han, "Quyền hạn người ký") for part in signer.quyen_han]
        if signer.chuc_vu is not None:
            # HD 29 and HD 05 give the light weight to the office under TM., KT., TL.; without them it is bold.
            letters = rules.chuc_vu if signer.quyen_han or p.the_thuc == "nd30" else rules.quyen_han
            held.append((signer.chuc_vu, letters, "Chức vụ người ký"))
        if signer.ho_ten is not None:
            held.append((signer.ho_ten, rules.ho_ten, "Họ tên người ký"))
        yield from (one for one in held if alone or one[0].chac == "chac")


@rule("ND30-II.7đ-1", ten="Kiểu chữ quyền hạn, chức vụ, họ tên", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu(p: Judged) -> Iterator[Finding]:
    """Quyền hạn, chức vụ người ký in hoa, đứng, đậm; họ tên viết chữ in thường, đứng, đậm.

    Văn bản của Đảng và của Đoàn thì chức vụ không đậm.
    Đúng: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Nguyễn Văn An, đều đậm. Sai: PHÓ CHỦ TỊCH không đậm; NGUYỄN VĂN AN.
    """
    yield from _looks(p)


@rule("HD29-de-ky-5", ten="Kiểu chữ đề ký, chức vụ, họ tên", the_thuc=("doan",), dieu_khoan="HD 29 (đề ký)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn: đề ký in hoa, đậm; chức vụ in hoa, không đậm; họ tên chữ in thường, đậm.

    Đúng: TM. BAN THƯỜNG VỤ (đậm) / PHÓ BÍ THƯ (thường) / Nguyễn Văn An (đậm). Sai: PHÓ BÍ THƯ in đậm.
    """
    yield from _looks(p)


@rule("HD05-de-ky-4", ten="Kiểu chữ đề ký, chức vụ, họ tên", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (đề ký)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def kieu_chu_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng: đề ký in hoa, đậm; chức vụ in hoa, không đậm; họ tên chữ in thường, đậm.

    Đúng: T/M ĐẢNG ỦY (đậm) / BÍ THƯ (thường) / Trần Thị Bình (đậm). Nên sửa: BÍ THƯ in đậm.
    """
    yield from _looks(p)


def _looks(p: Judged) -> Iterator[Finding]:
    for part, letters, ten in _lines(p):
        yield from kieu(p, part, letters, ten)


@rule("ND30-II.7đ-2", ten="Cỡ chữ quyền hạn, chức vụ, họ tên", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_ky(p: Judged) -> Iterator[Finding]:
    """Quyền hạn, chức vụ và họ tên người ký dùng cỡ chữ 13 đến 14.

    Đúng: 14 pt. Sai: 12 pt.
    """
    yield from _sizes(p)


@rule("HD29-de-ky-6", ten="Cỡ chữ đề ký, chức vụ, họ tên", the_thuc=("doan",), dieu_khoan="HD 29 (đề ký)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_ky_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, đề ký, chức vụ và họ tên dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _sizes(p)


@rule("HD05-de-ky-5", ten="Cỡ chữ đề ký, chức vụ, họ tên", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (đề ký)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def co_chu_ky_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, đề ký, chức vụ và họ tên dùng cỡ chữ 14.

    Đúng: 14 pt. Nên sửa: 13 pt.
    """
    yield from _sizes(p)


def _sizes(p: Judged) -> Iterator[Finding]:
    for part, letters, ten in _lines(p):
        yield from co_chu(p, part, letters.co_chu_pt, ten)


@rule("ND30-II.7đ-3", ten="Họ tên canh giữa", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="canh-bao",
      can_dinh_dang=True)  # fmt: skip
def canh_giua_ten(p: Judged) -> Iterator[Finding]:
    """Họ tên người ký canh giữa so với quyền hạn, chức vụ.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét vì không biết chắc.
    Đúng: canh giữa cùng cột với chức vụ. Sai: canh trái.
    """
    for part, _, ten in _lines(p):
        if part.ten == "ho_ten":
            yield from canh_giua(p, part, ten)


RULES = (
    kieu_chu, co_chu_ky, canh_giua_ten, kieu_chu_doan, co_chu_ky_doan, kieu_chu_dang, co_chu_ky_dang,
)  # fmt: skip

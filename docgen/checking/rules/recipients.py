"""Nơi nhận: the list, how its lines look, begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import co_chu, kieu
from docgen.checking.judged import CONG_VAN, Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.vietnamese.refusal import quoted

_CLAUSE: Final = "PL I, P.I, M.II, k.9, đ.d; M.V #8b"
_BULLET: Final = re.compile(r"\s*[-–—+*•·]")
_AS_ABOVE: Final = re.compile(r"\s*[-–—+*•·]?\s*như\s+(?:kính\s+gửi|trên)\b", re.IGNORECASE)
_ADDRESSING: Final = (CONG_VAN, "TỜ TRÌNH", "BÁO CÁO")
# Numbers of copies raised behind the last sign: "(80b)", "⁽⁸⁰ᵇ⁾".
_COPIES: Final = re.compile(r"\s*[(⁽][\d⁰¹²³⁴-⁹]{1,4}\s*[bᵇ]?[)⁾]\s*$")
_SIGNS: Final = ".;,:/"


def _list(p: Judged) -> tuple[Part, ...]:
    """The recipients, the archive line not among them."""
    return p.parts("noi_nhan")


@rule("ND30-II.9d-8", ten="Cỡ chữ nơi nhận", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_noi_nhan(p: Judged) -> Iterator[Finding]:
    """“Nơi nhận:” cỡ chữ 12, danh sách nơi nhận cỡ chữ 11.

    Đúng: 12 và 11 pt. Sai: 14 và 12 pt.
    """
    yield from _sizes(p)


@rule("HD29-noi-nhan-3", ten="Cỡ chữ nơi nhận", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_noi_nhan_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, “Nơi nhận:” cỡ chữ 13, danh sách nơi nhận cỡ chữ 11.

    Đúng: 13 và 11 pt. Sai: 12 và 11 pt.
    """
    yield from _sizes(p)


@rule("HD05-noi-nhan-3", ten="Cỡ chữ nơi nhận", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nơi nhận)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def co_chu_noi_nhan_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, “Nơi nhận:” cỡ chữ 14, danh sách nơi nhận cỡ chữ 12.

    Đúng: 14 và 12 pt. Nên sửa: 12 và 11 pt.
    """
    yield from _sizes(p)


def _sizes(p: Judged) -> Iterator[Finding]:
    rules = p.standard.noi_nhan
    yield from co_chu(p, p.first("noi_nhan_nhan"), rules.nhan.co_chu_pt, "“Nơi nhận:”")
    for part in (*_list(p), *p.parts("luu")):
        wrong = next(co_chu(p, part, rules.danh_sach.co_chu_pt, "Danh sách nơi nhận"), None)
        if wrong is not None:
            yield wrong
            return


@rule("ND30-II.9d-9", ten="Kiểu chữ danh sách nơi nhận", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_danh_sach(p: Judged) -> Iterator[Finding]:
    """Danh sách nơi nhận: chữ in thường, kiểu chữ đứng, không đậm.

    Đúng: chữ thường, đứng. Sai: in đậm; in nghiêng.
    """
    yield from _list_look(p)


@rule("HD29-noi-nhan-4", ten="Kiểu chữ danh sách nơi nhận", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_danh_sach_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, danh sách nơi nhận viết chữ thường, đứng, không đậm.

    Đúng: chữ thường, đứng. Sai: in đậm; in nghiêng.
    """
    yield from _list_look(p)


@rule("HD05-noi-nhan-4", ten="Kiểu chữ danh sách nơi nhận", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (nơi nhận)", sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def kieu_chu_danh_sach_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, danh sách nơi nhận viết chữ thường, đứng, không đậm.

    Đúng: chữ thường, đứng. Nên sửa: in đậm; in nghiêng.
    """
    yield from _list_look(p)


def _list_look(p: Judged) -> Iterator[Finding]:
    for part in (*_list(p), *p.parts("luu")):
        wrong = next(kieu(p, part, p.standard.noi_nhan.danh_sach, "Danh sách nơi nhận", bo=("hoa",)), None)
        if wrong is not None:
            yield wrong
            return


@rule("ND30-II.9d-10", ten="Gạch đầu dòng trong nơi nhận", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi")  # fmt: skip
def gach_dau_dong(p: Judged) -> Iterator[Finding]:
    """Mỗi nơi nhận hoặc nhóm nơi nhận ở một dòng riêng, đầu dòng có gạch đầu dòng.

    Đúng: - Các sở, ban, ngành; Sai: Các sở, ban, ngành; (không có gạch đầu dòng).
    """
    yield from _bullets(p)


@rule("HD29-noi-nhan-5", ten="Gạch đầu dòng trong nơi nhận", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)",
      sure=Sure.V, muc="loi")  # fmt: skip
def gach_dau_dong_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, đầu mỗi nơi nhận có gạch đầu dòng.

    Đúng: - Các cơ sở Đoàn; Sai: Các cơ sở Đoàn;
    """
    yield from _bullets(p)


@rule("HD05-noi-nhan-5", ten="Gạch đầu dòng trong nơi nhận", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (nơi nhận)", sure=Sure.V2, muc="canh-bao")  # fmt: skip
def gach_dau_dong_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, đầu mỗi nơi nhận có gạch đầu dòng.

    Đúng: - Các chi bộ trực thuộc; Nên sửa: Các chi bộ trực thuộc;
    """
    yield from _bullets(p)


def _bullets(p: Judged) -> Iterator[Finding]:
    for part in (*_list(p), *p.parts("luu")):
        if not _BULLET.match(part.text):
            loi = "Đầu mỗi nơi nhận phải có gạch đầu dòng (-)."
            can = p.standard.noi_nhan.dau_dong.value + part.text.strip()
            yield p.finding(loi, part=part, thay=part.text.strip(), can=can, chac="chac")
            return


@rule("ND30-II.9d-11", ten="Dấu cuối mỗi nơi nhận", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def dau_cuoi(p: Judged) -> Iterator[Finding]:
    """Cuối mỗi nơi nhận có dấu chấm phẩy; dòng cuối cùng (dòng Lưu) có dấu chấm.

    Mỗi kiểu sai nêu một lần, ở dòng đầu tiên gặp.
    Đúng: - Các sở, ban, ngành; Sai: - Các sở, ban, ngành. ; - Các sở, ban, ngành (không có dấu).
    """
    yield from _ends(p)


@rule("HD29-noi-nhan-6", ten="Dấu cuối mỗi nơi nhận", the_thuc=("doan",), dieu_khoan="HD 29 (nơi nhận)", sure=Sure.V,
      muc="loi")  # fmt: skip
def dau_cuoi_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, cuối mỗi nơi nhận có dấu chấm phẩy, dòng cuối cùng có dấu chấm.

    Đúng: - Các cơ sở Đoàn; Sai: - Các cơ sở Đoàn.
    """
    yield from _ends(p)


@rule("HD05-noi-nhan-6", ten="Dấu cuối mỗi nơi nhận", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nơi nhận)",
      sure=Sure.UNSURE, muc="canh-bao")  # fmt: skip
def dau_cuoi_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, cuối mỗi nơi nhận có dấu chấm phẩy hoặc dấu phẩy, dòng cuối cùng có dấu chấm.

    Thói quen theo Hướng dẫn 36 là dấu phẩy, theo Hướng dẫn 05 là dấu chấm phẩy; cả hai được chấp nhận.
    Đúng: - Các chi bộ trực thuộc; Nên sửa: - Các chi bộ trực thuộc.
    """
    yield from _ends(p)


def _ends(p: Judged) -> Iterator[Finding]:
    rules = p.standard.noi_nhan
    every = (*_list(p), *p.parts("luu"))
    seen: set[tuple[bool, str]] = set()
    for k, part in enumerate(every):
        last = k == len(every) - 1
        wanted = rules.cuoi.value if last else rules.giua.value
        text = _COPIES.sub("", part.text).rstrip() if rules.so_ban_sau_dau else part.text.rstrip()
        accepted = (wanted, ",") if p.the_thuc == "dang" and not last else (wanted,)
        if text.endswith((*accepted, ":")):
            continue
        sign = text[-1] if text[-1:] in _SIGNS else ""
        if (last, sign) in seen:
            continue
        seen.add((last, sign))
        loi = f"Cuối {'dòng cuối cùng của nơi nhận' if last else 'mỗi nơi nhận'} phải có dấu “{wanted}”."
        yield p.finding(loi, part=part, thay=sign or "không có dấu", can=wanted, khoang=_tail(p, part), chac="chac")


def _tail(p: Judged, part: Part) -> tuple[int, int]:
    """The last word of a part with its sign."""
    text = p.paper.paras[part.doan[-1]].text
    line = part.text.rstrip().split("\n")[-1]
    end = max(text.find(line), 0) + len(line)
    return end - len(line.split(" ")[-1]), end


@rule("ND30-II.9d-12", ten="“Như kính gửi”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def nhu_tren(p: Judged) -> Iterator[Finding]:
    """Công văn, tờ trình, báo cáo có “Kính gửi” thì dòng đầu của nơi nhận phải ghi “Như trên”.

    Đúng: - Như trên; Sai: - Như kính gửi; hoặc bỏ dòng “Như trên”.
    """
    part = next(iter(_list(p)), None)
    if part is None:
        return
    found = _AS_ABOVE.match(part.text)
    if found and "gửi" in found[0].lower():
        loi = "Dòng đầu của nơi nhận phải ghi “Như trên”."
        yield p.finding(loi, part=part, thay=part.text.strip(), can="- Như trên;", chac="chac")
    elif found is None and p.loai in _ADDRESSING and p.first("kinh_gui") is not None:
        loi = f"{quoted(p.loai)} có “Kính gửi” thì dòng đầu của nơi nhận phải ghi “Như trên”."
        yield p.finding(loi, part=part, thay=part.text.strip(), can="- Như trên;", muc="canh-bao")


RULES = (
    co_chu_noi_nhan, kieu_chu_danh_sach, gach_dau_dong, dau_cuoi, nhu_tren,
    co_chu_noi_nhan_doan, kieu_chu_danh_sach_doan, gach_dau_dong_doan, dau_cuoi_doan,
    co_chu_noi_nhan_dang, kieu_chu_danh_sach_dang, gach_dau_dong_dang, dau_cuoi_dang,
)  # fmt: skip

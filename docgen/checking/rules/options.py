"""Marks that only some papers have: urgency, secrecy, circulation, and the address at the foot of page 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Chac, Finding
from docgen.checking.form.looks import SIZE_PT, co_chu, khoang, kieu, nhin, so
from docgen.checking.form.printed import lines
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Mark, Sure
from docgen.standards.nd30_bo_sung import DIA_CHI, LUU_HANH, LUU_HANH_LOI, THU_HOI_LOI
from docgen.vietnamese.tone import gap_dau

_URGENT: Final = "PL I, P.I, M.III, k.2, đ.b; M.V #10"
_TIMED: Final = re.compile(r"\s*HẸN GIỜ.*")
_LABEL: Final = re.compile(r"\s*(?:(?:mức )?độ (?:mật|khẩn)|mức độ khẩn)\s*:\s*", re.IGNORECASE)
_CONTACT: Final = re.compile(r"địa chỉ|điện thoại|\bđt\b|\bfax\b|e-?mail|website|thư điện tử", re.IGNORECASE)
_LEAST_CONTACTS: Final = 2


def _words(p: Judged, ten: str, marks: tuple[Mark, ...], goi: str) -> Iterator[Finding]:
    part = p.first(ten)
    if part is None:
        return
    shown = " ".join(" ".join(line.hien for line in lines(p, part)).split())
    seen = _TIMED.sub("", _LABEL.sub("", shown).strip(" .:"))
    known = {word for mark in marks for word in (mark.loi.value, *mark.chap_nhan)}
    if seen not in known:
        close = next((m.loi.value for m in marks if gap_dau(m.loi.value).upper() == gap_dau(seen).upper()), "")
        can = close or ", ".join(mark.loi.value for mark in marks)
        chac: Chac | None = "chac" if close else None
        yield p.finding(f"{goi} ghi chưa đúng.", part=part, thay=part.text, can=can, chac=chac)


def _look(p: Judged, ten: str, mark: Mark, goi: str) -> Iterator[Finding]:
    part = p.first(ten)
    yield from kieu(p, part, mark.chu, goi, bo=("hoa",))
    yield from co_chu(p, part, mark.chu.co_chu_pt, goi)


@rule("ND30-III.2b-1", ten="Chữ chỉ mức độ khẩn", the_thuc=("nd30",), dieu_khoan=_URGENT, sure=Sure.T, muc="loi")
def muc_khan(p: Judged) -> Iterator[Finding]:
    """Mức độ khẩn gồm: HỎA TỐC, THƯỢNG KHẨN, KHẨN; chữ in hoa.

    Đúng: THƯỢNG KHẨN. Sai: Khẩn; RẤT KHẨN.
    """
    yield from _words(p, "do_khan", p.standard.do_khan, "Mức độ khẩn")


@rule("HD29-mat-khan-1", ten="Chữ chỉ mức độ khẩn", the_thuc=("doan",), dieu_khoan="HD 29 (mật, khẩn)", sure=Sure.V,
      muc="loi")  # fmt: skip
def muc_khan_doan(p: Judged) -> Iterator[Finding]:
    """Mức độ khẩn trong văn bản của Đoàn gồm: KHẨN, THƯỢNG KHẨN, HỎA TỐC; chữ in hoa.

    Đúng: KHẨN. Sai: Khẩn.
    """
    yield from _words(p, "do_khan", p.standard.do_khan, "Mức độ khẩn")


@rule("HD05-mat-khan-1", ten="Chữ chỉ mức độ khẩn", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (mật, khẩn)",
      sure=Sure.V, muc="loi")  # fmt: skip
def muc_khan_dang(p: Judged) -> Iterator[Finding]:
    """Mức độ khẩn trong văn bản của Đảng gồm: KHẨN, THƯỢNG KHẨN, HỎA TỐC (HẸN GIỜ); chữ in hoa.

    Đúng: HỎA TỐC. Sai: Hỏa tốc.
    """
    yield from _words(p, "do_khan", p.standard.do_khan, "Mức độ khẩn")


@rule("ND30-III.2b-2", ten="Kiểu chữ, cỡ chữ mức độ khẩn", the_thuc=("nd30",), dieu_khoan=_URGENT, sure=Sure.T,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_khan(p: Judged) -> Iterator[Finding]:
    """Mức độ khẩn: chữ in hoa, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm, trong khung chữ nhật viền đơn.

    Đúng: KHẨN, 13 pt, đậm. Sai: 11 pt; không đậm.
    """
    yield from _look(p, "do_khan", p.standard.do_khan[0], "Mức độ khẩn")


@rule("HD29-mat-khan-2", ten="Kiểu chữ, cỡ chữ mật, khẩn", the_thuc=("doan",), dieu_khoan="HD 29 (mật, khẩn)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_khan_doan(p: Judged) -> Iterator[Finding]:
    """Độ mật, mức độ khẩn trong văn bản của Đoàn: cỡ chữ 13, in hoa, đậm.

    Đúng: KHẨN, 13 pt, đậm. Sai: 14 pt; không đậm.
    """
    yield from _look(p, "do_mat", p.standard.do_mat[0], "Độ mật")
    yield from _look(p, "do_khan", p.standard.do_khan[0], "Mức độ khẩn")


@rule("HD05-mat-khan-2", ten="Kiểu chữ, cỡ chữ mật, khẩn", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (mật, khẩn)", sure=Sure.S, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def kieu_chu_khan_dang(p: Judged) -> Iterator[Finding]:
    """Độ mật, mức độ khẩn trong văn bản của Đảng: cỡ chữ 14, in hoa, đậm.

    Đúng: KHẨN, 14 pt, đậm. Nên sửa: 13 pt; không đậm.
    """
    yield from _look(p, "do_mat", p.standard.do_mat[0], "Độ mật")
    yield from _look(p, "do_khan", p.standard.do_khan[0], "Mức độ khẩn")


@rule("ND30-III.2b-3", ten="Màu dấu chỉ mức độ khẩn", the_thuc=("nd30",), dieu_khoan=_URGENT, sure=Sure.T,
      muc="thong-tin", can_dinh_dang=True)  # fmt: skip
def mau_khan(p: Judged) -> Iterator[Finding]:
    """Mực dùng để đóng dấu chỉ mức độ khẩn là màu đỏ tươi.

    Văn bản giấy đóng dấu khắc sẵn nên trong tệp có thể để chữ đen; chỉ ghi chú để biết.
    Đúng: chữ đỏ. Nên xem lại: chữ đen in thẳng ra giấy.
    """
    part, wanted = p.first("do_khan"), p.standard.do_khan[0].mau
    line = next(lines(p, part), None) if part else None
    if part is not None and line is not None and wanted is not None and not line.share(lambda look: _red(look.mau)):
        loi = f"Dấu chỉ mức độ khẩn phải dùng mực {wanted.value}."
        yield nhin(p, loi, line, part=part, thay="màu khác", can=f"màu {wanted.value}")


def _red(mau: str | None) -> bool:
    if mau is None:
        return False
    red, green, blue = (int(mau[k : k + 2], 16) for k in (0, 2, 4))
    return red > 2 * max(green, blue)


@rule("ND30-III.2a-1", ten="Chữ chỉ độ mật", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.III, k.2, đ.a", sure=Sure.T,
      muc="loi")  # fmt: skip
def do_mat(p: Judged) -> Iterator[Finding]:
    """Độ mật gồm: TUYỆT MẬT, TỐI MẬT, MẬT; chữ in hoa.

    Cỡ dấu và cách đóng dấu theo pháp luật về bảo vệ bí mật nhà nước, không xét ở đây.
    Đúng: TỐI MẬT. Sai: Mật.
    """
    yield from _words(p, "do_mat", p.standard.do_mat, "Độ mật")


@rule("HD29-mat-khan-3", ten="Chữ chỉ độ mật", the_thuc=("doan",), dieu_khoan="HD 29 (mật, khẩn)", sure=Sure.V,
      muc="loi")  # fmt: skip
def do_mat_doan(p: Judged) -> Iterator[Finding]:
    """Độ mật trong văn bản của Đoàn viết chữ in hoa.

    Đúng: MẬT. Sai: Mật.
    """
    yield from _words(p, "do_mat", p.standard.do_mat, "Độ mật")


@rule("HD05-mat-khan-3", ten="Chữ chỉ độ mật", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (mật, khẩn)",
      sure=Sure.V, muc="loi")  # fmt: skip
def do_mat_dang(p: Judged) -> Iterator[Finding]:
    """Độ mật trong văn bản của Đảng viết chữ in hoa.

    Đúng: MẬT. Sai: Mật.
    """
    yield from _words(p, "do_mat", p.standard.do_mat, "Độ mật")


@rule("ND30-III.2c-1", ten="Chỉ dẫn phạm vi lưu hành", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.III, k.2, đ.c; M.V #13", sure=Sure.T, muc="loi", can_dinh_dang=True)  # fmt: skip
def luu_hanh(p: Judged) -> Iterator[Finding]:
    """“XEM XONG TRẢ LẠI”, “LƯU HÀNH NỘI BỘ”: chữ in hoa, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm, trong khung.

    Đúng: LƯU HÀNH NỘI BỘ, 13 pt, đậm. Sai: Lưu hành nội bộ; không đậm.
    """
    part = p.first("luu_hanh")
    if part is None:
        return
    seen = gap_dau(" ".join(part.text.split())).upper()
    if seen in {gap_dau(word) for word in (*LUU_HANH_LOI.value, THU_HOI_LOI.value)}:
        yield from kieu(p, part, LUU_HANH, "Chỉ dẫn phạm vi lưu hành")
        yield from co_chu(p, part, LUU_HANH.co_chu_pt, "Chỉ dẫn phạm vi lưu hành")


@rule("ND30-III.4-1", ten="Cỡ chữ dòng địa chỉ cơ quan", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.III, k.4; M.V #12", sure=Sure.T, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def dia_chi(p: Judged) -> Iterator[Finding]:
    """Địa chỉ, thư điện tử, điện thoại của cơ quan ở cuối trang thứ nhất: cỡ chữ 11 đến 12, kiểu chữ đứng.

    Chỉ xét dòng ở chân trang thứ nhất có từ hai thông tin liên hệ trở lên.
    Đúng: 11 pt, đứng. Nên sửa: 9 pt; in nghiêng.
    """
    for foot in p.paper.dau_chan:
        if foot.noi != "chan" or foot.muc != 1:
            continue
        for para in foot.paras:
            if len(set(map(str.lower, _CONTACT.findall(para.text)))) < _LEAST_CONTACTS:
                continue
            look = para.majority()
            if look.co_chu_pt is not None and not DIA_CHI.co_chu_pt.allows(look.co_chu_pt, SIZE_PT):
                can = f"cỡ chữ {khoang(DIA_CHI.co_chu_pt, 'pt')}"
                thay = f"cỡ chữ {so(look.co_chu_pt)} pt"
                yield p.finding(f"Dòng địa chỉ cơ quan phải dùng {can}.", noi=para.place, trich=para.text, thay=thay,
                                can=can)  # fmt: skip
                return


RULES = (
    muc_khan, kieu_chu_khan, mau_khan, do_mat, luu_hanh, dia_chi,
    muc_khan_doan, kieu_chu_khan_doan, do_mat_doan, muc_khan_dang, kieu_chu_khan_dang, do_mat_dang,
)  # fmt: skip

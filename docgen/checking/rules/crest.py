"""Tiêu đề: the title at the right of the head in papers of the Đoàn and of the Party."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checking.finding import Finding
from docgen.checking.form.drawn import do_dai_ke, thieu_ke
from docgen.checking.form.looks import co_chu, kieu
from docgen.checking.form.printed import lines
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.checking.rules.header import doi_cho
from docgen.standards import Sure
from docgen.standards.parts import HeaderLine


def _wanted(p: Judged) -> HeaderLine:
    return p.standard.dau_trang.phai[0]


@rule("HD29-tieu-de-1", ten="Chữ của tiêu đề", the_thuc=("doan",), dieu_khoan="HD 29 (tiêu đề)", sure=Sure.V,
      muc="loi")  # fmt: skip
def chu_tieu_de_doan(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đoàn ghi “ĐOÀN TNCS HỒ CHÍ MINH”, chữ in hoa.

    Đúng: ĐOÀN TNCS HỒ CHÍ MINH. Sai: ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH; Đoàn TNCS Hồ Chí Minh.
    """
    yield from _words(p)


@rule("HD05-tieu-de-1", ten="Chữ của tiêu đề", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tiêu đề)", sure=Sure.V,
      muc="loi")  # fmt: skip
def chu_tieu_de_dang(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đảng ghi “ĐẢNG CỘNG SẢN VIỆT NAM”, chữ in hoa.

    Đúng: ĐẢNG CỘNG SẢN VIỆT NAM. Sai: Đảng Cộng sản Việt Nam.
    """
    yield from _words(p)


def _words(p: Judged) -> Iterator[Finding]:
    part, wanted = p.first("tieu_de"), _wanted(p)
    if part is None:
        return
    seen = " ".join(" ".join(line.hien for line in lines(p, part)).split())
    if seen not in (wanted.loi.value, *wanted.chap_nhan):
        yield p.finding("Tiêu đề ghi chưa đúng.", part=part, thay=seen, can=wanted.loi.value, chac="chac")


@rule("HD29-tieu-de-2", ten="Kiểu chữ tiêu đề", the_thuc=("doan",), dieu_khoan="HD 29 (tiêu đề)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_tieu_de_doan(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đoàn in đậm, kiểu chữ đứng.

    Đúng: chữ đứng, đậm. Sai: không đậm.
    """
    yield from kieu(p, p.first("tieu_de"), _wanted(p).chu, "Tiêu đề", bo=("hoa",))


@rule("HD05-tieu-de-2", ten="Kiểu chữ tiêu đề", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tiêu đề)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_tieu_de_dang(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đảng in đậm, kiểu chữ đứng.

    Đúng: chữ đứng, đậm. Sai: không đậm.
    """
    yield from kieu(p, p.first("tieu_de"), _wanted(p).chu, "Tiêu đề", bo=("hoa",))


@rule("HD29-tieu-de-3", ten="Cỡ chữ tiêu đề", the_thuc=("doan",), dieu_khoan="HD 29 (tiêu đề)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_tieu_de_doan(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đoàn dùng cỡ chữ 15.

    Đúng: 15 pt. Sai: 13 pt; 14 pt.
    """
    yield from co_chu(p, p.first("tieu_de"), _wanted(p).chu.co_chu_pt, "Tiêu đề")


@rule("HD05-tieu-de-3", ten="Cỡ chữ tiêu đề", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tiêu đề)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_tieu_de_dang(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đảng dùng cỡ chữ 15.

    Đúng: 15 pt. Sai: 13 pt; 14 pt.
    """
    yield from co_chu(p, p.first("tieu_de"), _wanted(p).chu.co_chu_pt, "Tiêu đề")


@rule("HD29-tieu-de-4", ten="Đường kẻ dưới tiêu đề", the_thuc=("doan",), dieu_khoan="HD 29 (tiêu đề)", sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ke_tieu_de_doan(p: Judged) -> Iterator[Finding]:
    """Dưới tiêu đề văn bản của Đoàn có đường kẻ liền.

    Đường kẻ có thể được vẽ bằng cách chương trình không nhận ra, nên chỉ cảnh báo.
    Đúng: một nét liền dưới “ĐOÀN TNCS HỒ CHÍ MINH”. Sai: không có đường kẻ.
    """
    yield from thieu_ke(p, p.first("tieu_de"), "tiêu đề")


@rule("HD05-tieu-de-4", ten="Đường kẻ dưới tiêu đề", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tiêu đề)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ke_tieu_de_dang(p: Judged) -> Iterator[Finding]:
    """Dưới tiêu đề văn bản của Đảng có đường kẻ liền.

    Đường kẻ có thể được vẽ bằng cách chương trình không nhận ra, nên chỉ cảnh báo.
    Đúng: một nét liền dưới “ĐẢNG CỘNG SẢN VIỆT NAM”. Sai: không có đường kẻ.
    """
    yield from thieu_ke(p, p.first("tieu_de"), "tiêu đề")


@rule("HD29-tieu-de-5", ten="Độ dài đường kẻ dưới tiêu đề", the_thuc=("doan",), dieu_khoan="HD 29 (tiêu đề)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def dai_ke_tieu_de_doan(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới tiêu đề văn bản của Đoàn dài bằng dòng chữ.

    Độ dài dòng chữ được ước lượng nên chỉ cảnh báo.
    Đúng: đường kẻ dài bằng dòng tiêu đề. Sai: đường kẻ dài bằng một nửa.
    """
    yield from do_dai_ke(p, p.first("tieu_de"), p.standard.dau_trang.ke_phai, "tiêu đề")


@rule("HD05-tieu-de-5", ten="Độ dài đường kẻ dưới tiêu đề", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tiêu đề)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def dai_ke_tieu_de_dang(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới tiêu đề văn bản của Đảng dài bằng dòng chữ.

    Độ dài dòng chữ được ước lượng nên chỉ cảnh báo.
    Đúng: đường kẻ dài bằng dòng tiêu đề. Sai: đường kẻ dài bằng một nửa.
    """
    yield from do_dai_ke(p, p.first("tieu_de"), p.standard.dau_trang.ke_phai, "tiêu đề")


@rule("HD29-tieu-de-6", ten="Tiêu đề ở bên phải", the_thuc=("doan",), dieu_khoan="HD 29 (tiêu đề)", sure=Sure.V,
      muc="loi")  # fmt: skip
def ben_phai_doan(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đoàn ở bên phải trang đầu, tên cơ quan ở bên trái.

    Quy định cũ, trước năm 2013, đặt tiêu đề ở bên trái.
    Đúng: cột trái là tên cơ quan, cột phải là tiêu đề. Sai: hai cột đổi chỗ cho nhau.
    """
    yield from doi_cho(p, "tieu_de", "Tiêu đề")


@rule("HD05-tieu-de-6", ten="Tiêu đề ở bên phải", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tiêu đề)",
      sure=Sure.V, muc="loi")  # fmt: skip
def ben_phai_dang(p: Judged) -> Iterator[Finding]:
    """Tiêu đề văn bản của Đảng ở bên phải trang đầu, tên cơ quan ở bên trái.

    Đúng: cột trái là tên cơ quan, cột phải là tiêu đề. Sai: hai cột đổi chỗ cho nhau.
    """
    yield from doi_cho(p, "tieu_de", "Tiêu đề")


RULES = (
    chu_tieu_de_doan, kieu_chu_tieu_de_doan, co_chu_tieu_de_doan, ke_tieu_de_doan, dai_ke_tieu_de_doan, ben_phai_doan,
    chu_tieu_de_dang, kieu_chu_tieu_de_dang, co_chu_tieu_de_dang, ke_tieu_de_dang, dai_ke_tieu_de_dang, ben_phai_dang,
)  # fmt: skip

"""The figures of the three standards, from the rules: sizes in points, lengths in millimetres."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest

from docgen.standards import DANG, DOAN, ND30, STANDARDS, Figure, OneOf, Part, Range, Standard, Sure

ALL = pytest.mark.parametrize("std", STANDARDS.values(), ids=list(STANDARDS))


def figures(value: Any) -> Iterator[Figure[Any] | Range | OneOf]:
    if isinstance(value, Figure | Range | OneOf):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from figures(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from figures(getattr(value, field.name))


@ALL
def test_every_figure_has_a_clause_and_a_certainty(std: Standard) -> None:
    found = list(figures(std))
    assert len(found) > 200
    assert all(figure.clause and isinstance(figure.sure, Sure) for figure in found)


def test_clauses_of_the_decree_that_are_verified_are_addresses() -> None:
    address = re.compile(r"(PL I, P\.I, M\.(I|II|III|IV|V)\b|Điều \d+|PL III, M)")
    for figure in figures(ND30):
        if figure.verified:
            assert address.match(figure.clause), figure.clause


def look(part: Part) -> str:
    """Weight in the words of the annexes: đứng or nghiêng, đậm."""
    assert part.dam is not None and part.nghieng is not None
    return ("nghiêng" if part.nghieng.value else "đứng") + (", đậm" if part.dam.value else "")


def sizes(part: Part) -> tuple[float | None, float | None]:
    return part.co_chu_pt.least, part.co_chu_pt.most


def test_margins() -> None:
    def limits(std: Standard) -> list[tuple[float | None, float | None]]:
        le = std.trang.le
        return [(m.least, m.most) for m in (le.tren_mm, le.duoi_mm, le.trai_mm, le.phai_mm)]

    assert limits(ND30) == [(20, 25), (20, 25), (30, 35), (15, 20)]
    assert limits(DOAN) == [(20, 20), (20, 20), (30, 30), (20, 20)]
    assert limits(DANG) == [(20, 20), (20, 20), (30, 30), (15, 15)]
    assert DOAN.trang.le_mat_sau is not None and DANG.trang.le_mat_sau is not None
    assert (DOAN.trang.le_mat_sau.trai_mm.chosen, DOAN.trang.le_mat_sau.phai_mm.chosen) == (20, 30)
    assert (DANG.trang.le_mat_sau.trai_mm.chosen, DANG.trang.le_mat_sau.phai_mm.chosen) == (15, 30)


@ALL
def test_the_sheet_is_a4_in_times_new_roman_and_the_first_page_has_no_number(std: Standard) -> None:
    assert (std.trang.rong_mm.value, std.trang.cao_mm.value) == (210, 297)
    assert std.trang.phong_chu.value == "Times New Roman"
    assert std.so_trang.trang_dau.value is False
    assert std.so_trang.chu.canh is not None and std.so_trang.chu.canh.value == "giua"


def test_the_state_header_follows_the_table_of_samples() -> None:
    quoc_hieu, tieu_ngu = ND30.dau_trang.phai
    assert quoc_hieu.loi.value == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert (sizes(quoc_hieu.chu), look(quoc_hieu.chu)) == ((12, 13), "đứng, đậm")
    assert tieu_ngu.loi.value == "Độc lập - Tự do - Hạnh phúc"
    assert (sizes(tieu_ngu.chu), look(tieu_ngu.chu)) == ((13, 14), "đứng, đậm")
    assert (sizes(ND30.dau_trang.chu_quan), look(ND30.dau_trang.chu_quan)) == ((12, 13), "đứng")
    assert (sizes(ND30.dau_trang.co_quan), look(ND30.dau_trang.co_quan)) == ((12, 13), "đứng, đậm")
    assert (sizes(ND30.so.chu), ND30.so.dau.value) == ((13, 13), "Số: ")
    assert (sizes(ND30.ngay.chu), look(ND30.ngay.chu)) == ((13, 14), "nghiêng")


def test_the_drawn_lines_of_the_state() -> None:
    full, issuer, abstract = ND30.dau_trang.ke_phai, ND30.dau_trang.ke_co_quan, ND30.ten_loai.ke
    assert full.ty_le is not None and (full.ty_le.least, full.ty_le.most) == (1, 1)
    for rule in (issuer, abstract):
        assert rule.kieu.value == "ke" and rule.ty_le is not None
        assert (rule.ty_le.least, rule.ty_le.most) == (1 / 3, 1 / 2)


def test_the_signs_that_stand_for_lines_in_doan_and_party_papers() -> None:
    assert DOAN.dau_trang.ke_co_quan.chu == "***"
    assert DANG.dau_trang.ke_co_quan.chu == "*"
    assert set(DOAN.ten_loai.ke.chu) == set(DANG.ten_loai.ke.chu) == {"-"}
    assert len(DANG.ten_loai.ke.chu) == 5


def test_the_doan_and_party_headers() -> None:
    for std, words in ((DOAN, "ĐOÀN TNCS HỒ CHÍ MINH"), (DANG, "ĐẢNG CỘNG SẢN VIỆT NAM")):
        (line,) = std.dau_trang.phai
        assert line.loi.value == words
        assert (sizes(line.chu), look(line.chu)) == ((15, 15), "đứng, đậm")
        assert (sizes(std.dau_trang.chu_quan), look(std.dau_trang.chu_quan)) == ((14, 14), "đứng")
        assert (sizes(std.dau_trang.co_quan), look(std.dau_trang.co_quan)) == ((14, 14), "đứng, đậm")
        assert sizes(std.so.chu) == (14, 14)
    assert (sizes(DOAN.ngay.chu), sizes(DANG.ngay.chu)) == ((13, 13), (14, 14))
    assert (sizes(DOAN.ten_loai.ten_loai), sizes(DOAN.ten_loai.trich_yeu)) == ((16, 16), (14, 14))
    assert (sizes(DANG.ten_loai.ten_loai), sizes(DANG.ten_loai.trich_yeu)) == ((15, 16), (14, 15))


def test_body_text() -> None:
    assert sizes(ND30.noi_dung.chu) == (13, 14)
    assert ND30.noi_dung.lui_dau_dong_mm.allows(10) and ND30.noi_dung.lui_dau_dong_mm.allows(12.7)
    assert not ND30.noi_dung.lui_dau_dong_mm.allows(11)
    assert ND30.noi_dung.cach_doan_pt.least == 6
    assert DOAN.noi_dung.cach_doan_pt.most == 6 and DOAN.noi_dung.lui_dau_dong_mm.allows(12.7)
    assert ND30.noi_dung.gian_dong_lan is not None and DOAN.noi_dung.gian_dong_lan is not None
    assert (ND30.noi_dung.gian_dong_lan.least, ND30.noi_dung.gian_dong_lan.most) == (1.0, 1.5)
    assert DOAN.noi_dung.gian_dong_lan.most == 1.2
    assert DANG.noi_dung.gian_dong_pt is not None
    assert (DANG.noi_dung.gian_dong_pt.least, DANG.noi_dung.gian_dong_pt.most) == (18, 22)


def test_basis_lines() -> None:
    assert ND30.can_cu.chu.nghieng is not None and ND30.can_cu.chu.nghieng.value is True
    assert DOAN.can_cu.chu.nghieng is None
    assert DANG.can_cu.chu.nghieng is not None and DANG.can_cu.chu.nghieng.verified is False


@ALL
def test_levels_come_in_the_order_of_the_outline(std: Standard) -> None:
    order = "phan chuong muc tieu_muc dieu la_ma so so2 so3 so4 chu gach cong"
    assert " ".join(level.cap for level in std.cap) == order


def test_levels_of_the_state() -> None:
    def level(cap: str) -> Any:
        return ND30.level(cap)

    assert level("chuong").rieng_dong and level("chuong").tieu_de.hoa.value is True
    assert level("chuong").nhan_chu.hoa.value is False
    assert level("la_ma").tieu_de.hoa.value is True and not level("la_ma").rieng_dong
    assert look(level("so").tieu_de) == "đứng, đậm" and look(level("so").khong_tieu_de) == "đứng"
    assert look(level("chu").khong_tieu_de) == "đứng"
    foreseen = [form.cap for form in ND30.cap if form.trong_he.value]
    assert foreseen == ["phan", "chuong", "muc", "tieu_muc", "dieu", "la_ma", "so", "chu"]


def test_levels_of_the_doan() -> None:
    looks = [look(form.tieu_de) for form in DOAN.cap if form.cap.startswith("so") and form.tieu_de]
    assert looks == ["đứng, đậm", "nghiêng, đậm", "nghiêng", "đứng"]
    chu = DOAN.level("chu")
    assert chu is not None and chu.trong_he.value is False


def test_labels() -> None:
    assert ND30.labels()["la_ma"] == DOAN.labels()["la_ma"] == "I."
    assert DANG.labels()["la_ma"] == "I-"
    assert ND30.labels()["chu"] == "a)" and ND30.labels()["dieu"] == "Điều 1."


def test_the_signature_is_all_bold_in_the_state_and_the_post_is_light_elsewhere() -> None:
    assert look(ND30.ky.chuc_vu) == "đứng, đậm"
    assert look(DOAN.ky.chuc_vu) == look(DANG.ky.chuc_vu) == "đứng"
    for std in STANDARDS.values():
        assert look(std.ky.quyen_han) == look(std.ky.ho_ten) == "đứng, đậm"
    assert [prefix.chu for prefix in ND30.ky.tien_to] == ["TM. ", "Q. ", "KT. ", "TL. ", "TUQ. "]
    assert [prefix.chu for prefix in DANG.ky.tien_to][:3] == ["T/M ", "K/T ", "T/L "]


def test_recipients() -> None:
    got = [
        (sizes(s.noi_nhan.nhan)[0], look(s.noi_nhan.nhan), sizes(s.noi_nhan.danh_sach)[0]) for s in (ND30, DOAN, DANG)
    ]
    assert got == [(12, "nghiêng, đậm", 11), (13, "đứng, đậm", 11), (14, "đứng", 12)]
    underlined = DANG.noi_nhan.nhan.gach_chan
    assert underlined is not None and underlined.value is True
    assert DANG.noi_nhan.giua.verified is False


def test_urgency_stamps_have_the_sizes_of_the_decree() -> None:
    boxes = {mark.loi.value: (mark.rong_mm, mark.cao_mm) for mark in ND30.do_khan}
    measured = {word: (w.value, h.value) for word, (w, h) in boxes.items() if w and h}
    assert measured == {"KHẨN": (20, 8), "THƯỢNG KHẨN": (40, 8), "HỎA TỐC": (30, 8)}


def test_appendices() -> None:
    assert sizes(ND30.phu_luc.nhan) == (14, 14) and look(ND30.phu_luc.nhan) == "đứng, đậm"
    assert ND30.phu_luc.nhan.hoa is not None and ND30.phu_luc.nhan.hoa.value is False
    assert ND30.phu_luc.ten.hoa is not None and ND30.phu_luc.ten.hoa.value is True
    assert look(ND30.phu_luc.dan_chieu) == "nghiêng"


def test_end_marks() -> None:
    assert (ND30.dau_het.them.value, DOAN.dau_het.them.value, DANG.dau_het.them.value) == ("./.", ".", ".")
    assert ND30.dau_het.them.verified is False
    assert set(DOAN.dau_het.chap_nhan) == {".", "./."}


def test_the_place_of_roman_headings_is_not_ruled() -> None:
    for std in (ND30, DOAN, DANG):
        level = std.level("la_ma")
        assert level is not None and level.tieu_de is not None and level.tieu_de.canh is not None
        assert not level.tieu_de.canh.verified

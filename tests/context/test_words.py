"""Document + standard + kind → words."""

from __future__ import annotations

from typing import Any

from tests.context.paper import PLAN, text, words_of

NBSP = "\u00a0"


def test_the_header_of_a_state_plan() -> None:
    got = words_of()
    assert (got["co_quan"]["chu_quan"], got["co_quan"]["ten"]) == ([], ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"])
    assert got["so_ky_hieu"] == "Số: 4750/KH-UBND"
    assert got["dia_danh_ngay"] == "Bình Dương, ngày 18 tháng 9 năm 2019"
    assert (got["ten_loai"], got["trich_yeu"]) == ("KẾ HOẠCH", "Tuyên truyền, quảng bá ASEAN")


def test_every_name_is_there_even_when_the_part_is_absent() -> None:
    bare = words_of(so=None, dia_danh=None, ngay=None, ket_thuc=None, noi_nhan=None, luu=None, ky=None)
    assert set(bare) == set(words_of())
    assert bare["do_khan"] == bare["do_mat"] == bare["so_ban"] == bare["kinh_gui_dau"] == ""
    assert bare["can_cu"] == bare["mo_dau"] == bare["ket_thuc"] == bare["noi_nhan"] == bare["phu_luc"] == []
    assert bare["ky"] == {"quyen_han": [], "chuc_vu": "", "chu_ky": "", "ho_ten": "", "chuc_vu_khac": []}


def test_gaps_stand_for_number_and_date_not_known_yet() -> None:
    got = words_of(so=None, ngay="2019")
    assert got["so_ky_hieu"] == f"Số: {NBSP * 11}/KH-UBND"
    assert got["dia_danh_ngay"] == f"Bình Dương, ngày {NBSP * 7} tháng {NBSP * 7} năm 2019"


def test_marks_of_urgency_and_secrecy() -> None:
    got = words_of(do_khan="thuong-khan", do_mat="tuyet-mat")
    assert (got["do_khan"], got["do_mat"]) == ("THƯỢNG KHẨN", "TUYỆT MẬT")
    assert words_of(do_khan="hoa-toc")["do_khan"] == "HỎA TỐC"


def test_the_basis_keeps_its_looks_and_gets_its_endings() -> None:
    got = words_of(can_cu=["Căn cứ **Luật A**;", "Căn cứ Luật B"], mo_dau="Ban hành Kế hoạch như sau:")
    assert got["can_cu"] == [
        [{"chu": "Căn cứ "}, {"chu": "Luật A", "dam": True}, {"chu": ";"}],
        [{"chu": "Căn cứ Luật B."}],
    ]
    assert got["mo_dau"] == [{"chu": "Ban hành Kế hoạch như sau:"}]


def test_the_party_opens_each_basis_with_a_hyphen_and_ends_the_last_with_a_comma() -> None:
    got = words_of("dang", can_cu=["Căn cứ A", "- Căn cứ B."], mo_dau="Ban Thường vụ ban hành Kế hoạch:")
    assert [text(line) for line in got["can_cu"]] == ["- Căn cứ A;", "- Căn cứ B,"]


def test_an_opening_that_announces_gets_its_colon_and_no_other_does() -> None:
    assert text(words_of(mo_dau="…, với những nội dung như sau")["mo_dau"]) == "…, với những nội dung như sau:"
    assert text(words_of(mo_dau="… như sau:")["mo_dau"]) == "… như sau:"
    assert text(words_of(mo_dau="Ban hành Kế hoạch.")["mo_dau"]) == "Ban hành Kế hoạch."


def test_recipients_end_with_the_archive() -> None:
    got = words_of(noi_nhan=["Bộ A", "Các đoàn thể^(6)^ tỉnh", "Các Sở^(20)^"], so_ban="2")
    assert [text(line) for line in got["noi_nhan"]] == [
        "- Bộ A;",
        "- Các đoàn thể^(6)^ tỉnh;",
        "- Các Sở^(20)^;",
        "- Lưu: VT, VX (2).",
    ]
    assert {"chu": "(20)", "mu": True} in got["noi_nhan"][2]


def test_the_doan_raises_its_copies() -> None:
    got = words_of("doan", luu="VP", so_ban="80")
    assert got["noi_nhan"][-1] == [{"chu": "- Lưu VP."}, {"chu": "(80b)", "mu": True}]
    assert got["so_ky_hieu"] == "Số: 4750-KH/UBND"


def test_addressees() -> None:
    assert words_of(kinh_gui=["Bộ Nội vụ"])["kinh_gui"] == ["Kính gửi: Bộ Nội vụ"]
    got = words_of(kinh_gui=["Bộ Nội vụ", "Bộ Tài chính"])
    assert (got["kinh_gui_dau"], got["kinh_gui"]) == ("Kính gửi:", ["- Bộ Nội vụ;", "- Bộ Tài chính."])


def test_the_closing_words_get_the_end_mark_and_stay_with_the_signature() -> None:
    assert words_of()["ket_thuc"] == [{"chu": "Trên đây là Kế hoạch./."}, {"giu": True}]
    assert words_of("doan")["ket_thuc"] == [{"chu": "Trên đây là Kế hoạch."}, {"giu": True}]
    assert words_of("dang", ket_thuc="Hết./.")["ket_thuc"] == [{"chu": "Hết."}, {"giu": True}]


def test_without_closing_words_the_last_block_ends_the_paper() -> None:
    got = words_of(ket_thuc=None)
    assert got["ket_thuc"] == []
    assert got["noi_dung"][-1]["chu"] == [{"chu": "Nâng cao nhận thức./."}, {"giu": True}]
    assert words_of()["noi_dung"][-1]["chu"] == [{"chu": "Nâng cao nhận thức."}]


def test_a_table_at_the_end_stays_with_the_signature_and_gets_no_mark() -> None:
    got = words_of(ket_thuc=None, noi_dung="Kinh phí:\n\n| Việc | Tiền |\n|---|---|\n| A | 1 |")
    last = got["noi_dung"][-1]
    assert [text(cell["chu"]) for cell in last["hang"][0]] == ["A", "1"]
    assert all(cell["chu"][-1] == {"giu": True} for cell in last["hang"][0])


def test_a_title_at_the_end_stays_with_the_signature_and_gets_no_mark() -> None:
    last = words_of(ket_thuc=None, noi_dung="I. MỤC ĐÍCH")["noi_dung"][-1]
    assert last["tieu_de"] == [{"chu": "MỤC ĐÍCH"}, {"giu": True}]


def test_a_footnote_place_outside_the_body_is_printed_as_typed() -> None:
    assert text(words_of(mo_dau="Theo kế hoạch[^1].")["mo_dau"]) == "Theo kế hoạch[^1]."


def test_the_signature() -> None:
    ky = {
        "quyen_han": ["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"],
        "chuc_vu": "PHÓ BÍ THƯ",
        "chu_ky": "(đã ký)",
        "ho_ten": "Trần Thị Diễm Trinh",
        "chuc_vu_khac": ["Chủ tịch Hội sinh viên tỉnh"],
    }
    assert words_of("doan", ky=ky)["ky"] == ky


def test_appendices() -> None:
    co_quan = {
        "loai": "nha-nuoc",
        "ten": ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"],
        "ky_hieu": "UBND",
        "ten_day_du": "Ủy ban nhân dân tỉnh Bình Dương",
    }
    parts = [{"ten": "BẢNG KINH PHÍ", "noi_dung": "1. Chi\n\nMột đoạn", "ngang": "có"}, {"noi_dung": "Hai"}]
    first, second = words_of(co_quan=co_quan, phu_luc=parts)["phu_luc"]
    reference = "(Kèm theo Kế hoạch số 4750/KH-UBND ngày 18 tháng 9 năm 2019 của Ủy ban nhân dân tỉnh Bình Dương)"
    assert (first["nhan"], first["ten"], first["dan_chieu"]) == ("Phụ lục I", "BẢNG KINH PHÍ", reference)
    assert first["huong"] == {"ngang": True} and second["huong"] == ""
    assert (second["nhan"], second["ten"]) == ("Phụ lục II", "")
    assert text(second["noi_dung"][0]["chu"]) == "Hai./."
    assert text(first["noi_dung"][-1]["chu"]) == "Một đoạn./."


def test_appendices_of_the_doan_get_no_end_mark() -> None:
    co_quan = {"loai": "doan", "ten": ["BCH ĐOÀN TỈNH A"], "ky_hieu": "TĐTN", "ten_day_du": "Tỉnh Đoàn A"}
    (part,) = words_of("doan", co_quan=co_quan, phu_luc=[{"noi_dung": "Một đoạn"}])["phu_luc"]
    assert part["nhan"] == "Phụ lục" and text(part["noi_dung"][0]["chu"]) == "Một đoạn"


def test_lengths_of_drawn_lines() -> None:
    assert words_of()["ke"] == {
        "tieu_ngu": {"ke": [1.0, 1.0]},
        "co_quan": {"ke": [1 / 3, 1 / 2]},
        "trich_yeu": {"ke": [1 / 3, 1 / 2]},
    }
    assert words_of("doan")["ke"] == {"tieu_ngu": {"ke": [1.0, 1.0]}, "co_quan": "", "trich_yeu": ""}


def test_words_are_plain_data() -> None:
    def check(value: Any) -> None:
        assert type(value) in (str, bool, int, float, list, dict)
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(item)

    check(words_of(can_cu=["A"], do_mat="mat", noi_dung="| a |\n|---|\n| b |\n\nx[^1]\n\n[^1]: y"))


ATTACHED = {"ten_loai": "QUY CHẾ", "trich_yeu": "Làm việc của Ban", "noi_dung": "Điều 1. Phạm vi\n\nQuy chế này."}


def test_a_paper_that_is_promulgated_says_with_which() -> None:
    """NĐ 30, PL III, Mẫu 1.3: type, abstract, the line in brackets, a text that ends with the end mark."""
    issuer = {**PLAN["co_quan"], "ten_day_du": "Ủy ban nhân dân tỉnh"}
    found = words_of(co_quan=issuer, kem_theo=ATTACHED)["kem_theo"]
    assert (found["ten_loai"], found["trich_yeu"]) == ("QUY CHẾ", "Làm việc của Ban")
    assert found["dan_chieu"] == (
        "(Kèm theo Kế hoạch số 4750/KH-UBND ngày 18 tháng 9 năm 2019 của Ủy ban nhân dân tỉnh)"
    )
    assert text(found["noi_dung"][-1]["chu"]).endswith("Quy chế này./.")


def test_without_one_there_is_none() -> None:
    assert words_of()["kem_theo"] == ""


def test_the_end_mark_is_left_to_the_template_when_no_text_carries_it() -> None:
    """PL III, Mẫu 1.7: the paper ends with ./. even where its last line is "Địa điểm: …"."""
    assert words_of()["dau_het"] == ""
    assert words_of(noi_dung=None, ket_thuc="Xin mời.")["dau_het"] == ""
    assert words_of(noi_dung=None, ket_thuc=None)["dau_het"] == "./."

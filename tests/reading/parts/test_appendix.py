from __future__ import annotations

import pytest

from docgen.reading import parts
from docgen.reading.parts import Appendix
from docgen.reading.read import read_text
from tests.reading.parts.paper import END, HEAD, QH, TN, Table, b, c, p, sure, text, texts, word

BODY = (HEAD, b("KẾ HOẠCH"), b("Năm 2026"), p("I. VIỆC", dam=True), "- Phụ lục I kèm theo Kế hoạch này./.", END, p())
REF = c("(Kèm theo Kế hoạch số     /KH-SCT ngày     tháng 3 năm 2026", nghieng=True)
REF2 = c("của Sở Công Thương)", nghieng=True)


def words(appendix: Appendix) -> tuple[str, str, str]:
    one = [part.text if part else "" for part in (appendix.nhan, appendix.ten, appendix.dan_chieu)]
    return one[0], one[1], one[2]


def test_label_title_reference_and_body_are_told_apart() -> None:
    paper = word(
        *BODY, b("Phụ lục I", sang_trang=True), b("BIỂU KINH PHÍ"), b("NĂM 2026"), REF, REF2, p(), "1. Một.", "2. Hai."
    )
    (one,) = parts.appendices(paper)
    assert words(one) == ("Phụ lục I", "BIỂU KINH PHÍ\nNĂM 2026", f"{REF.text}\n{REF2.text}")
    assert [paper.paras[i].text for i in one.noi_dung] == ["1. Một.", "2. Hai."]
    assert paper.appendices[0].doan == one.doan
    assert sure(paper, "phu_luc")


@pytest.mark.parametrize(
    "label", ["Phụ lục", "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC II", "Phụ lục 01", "Phụ lục số 2", "Biểu số 01", "Mẫu số 03"]
)
@pytest.mark.parametrize("new_page", [True, False])
def test_labels_of_all_forms_begin_an_appendix(label: str, new_page: bool) -> None:
    paper = word(*BODY, b(label, sang_trang=new_page), b("DANH SÁCH"), "1. Một.")
    (one,) = parts.appendices(paper)
    if "/" not in label and not (label in {"Phụ lục", "PHỤ LỤC"} and not new_page):
        assert words(one)[0] == label
    assert sure(paper, "phu_luc")


def test_label_and_title_may_share_a_line() -> None:
    paper = word(*BODY, b("Phụ lục: NỘI DUNG YÊU CẦU BÁO CÁO"), REF, REF2, "1. Một.")
    assert words(parts.appendices(paper)[0])[:2] == ("Phụ lục:", "NỘI DUNG YÊU CẦU BÁO CÁO")


def test_several_appendices_are_several_parts() -> None:
    lines = ["- Một.", "- Hai.", "Phụ lục II kèm theo được dùng.", "- Ba."]
    paper = word(
        *BODY, b("Phụ lục I", sang_trang=True), b("A"), *lines, b("Phụ lục II", sang_trang=True), b("B"), *lines
    )
    found = parts.appendices(paper)
    assert [words(one)[:2] for one in found] == [("Phụ lục I", "A"), ("Phụ lục II", "B")]
    assert [paper.paras[i].text for i in found[0].noi_dung] == lines


def test_a_regulation_with_a_head_of_its_own_is_attached() -> None:
    head = Table([[b("ỦY BAN NHÂN DÂN"), b("TỈNH LÀO CAI")], [QH, TN]])
    paper = word(
        *BODY,
        head,
        b("QUY CHẾ"),
        b("Làm việc của Ban Chỉ đạo"),
        REF,
        REF2,
        b("Chương I"),
        b("QUY ĐỊNH CHUNG"),
        "Điều 1. A.",
    )
    (one,) = parts.appendices(paper)
    assert one.kieu == "kem_theo"
    assert one.dau["co_quan"][0].text == "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"
    assert one.dau["quoc_hieu"][0].text == QH.text
    assert words(one)[1] == "QUY CHẾ\nLàm việc của Ban Chỉ đạo"
    assert [paper.paras[i].text for i in one.noi_dung] == ["Chương I", "QUY ĐỊNH CHUNG", "Điều 1. A."]
    assert texts(paper, "quoc_hieu") == [QH.text]
    assert len(paper.parts["co_quan"]) == 1


def test_a_list_on_a_new_page_with_a_reference_is_an_appendix() -> None:
    paper = word(
        *BODY, b("DANH SÁCH THÀNH VIÊN", sang_trang=True), REF, REF2, Table([p("STT"), p("Họ tên")], vien=True)
    )
    assert words(parts.appendices(paper)[0])[1] == "DANH SÁCH THÀNH VIÊN"
    assert sure(paper, "phu_luc")


def test_a_label_may_stand_in_a_table() -> None:
    head = Table([[c("SỞ CÔNG THƯƠNG")], [b("Phụ lục II")]])
    paper = word(*BODY, head, b("TỔNG HỢP"), REF, "1. Một.")
    (one,) = parts.appendices(paper)
    assert words(one)[:2] == ("Phụ lục II", "TỔNG HỢP")


def test_an_appendix_before_which_nobody_signed_is_cut_off() -> None:
    paper = word(
        HEAD,
        b("KẾ HOẠCH"),
        b("Năm 2026"),
        p("I. VIỆC", dam=True),
        "- Một.",
        b("Phụ lục I", sang_trang=True),
        b("A"),
        "1. Một.",
    )
    assert text(paper, "noi_dung") == "I. VIỆC\n- Một."
    assert len(paper.appendices) == 1


def test_text_without_looks_has_appendices_too() -> None:
    paper = read_text(
        "KẾ HOẠCH\nNăm 2026\nI. VIỆC\n- Một./.\nNơi nhận:\n- UBND;\n- Lưu: VT.\nGIÁM ĐỐC\n\nLê Văn Ba\n"
        "\nPHỤ LỤC I\nBIỂU KINH PHÍ\n"
        "(Kèm theo Kế hoạch số 05/KH-SCT)\n\n1. Một.\n2. Hai.\n"
    )
    (one,) = parts.appendices(paper)
    assert words(one) == ("PHỤ LỤC I", "BIỂU KINH PHÍ", "(Kèm theo Kế hoạch số 05/KH-SCT)")
    assert text(paper, "ho_ten") == "Lê Văn Ba"


def test_a_note_typed_under_the_signature_of_a_text_is_a_footnote() -> None:
    paper = read_text(
        "KẾ HOẠCH\nNăm 2026\nI. VIỆC\n- Một¹.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn Ba\n\n"
        "¹ Gửi trước ngày 29/02.\n"
    )
    assert text(paper, "chu_thich") == "¹ Gửi trước ngày 29/02."
    assert "phu_luc" not in paper.parts


def test_a_line_left_below_the_signature_is_no_appendix() -> None:
    paper = word(*BODY, p("D:\\Van thu\\ke hoach.docx"))
    assert "phu_luc" not in paper.parts
    assert [paper.paras[i].text for i in parts.dissect(paper).sot] == ["D:\\Van thu\\ke hoach.docx"]


def test_a_label_may_be_made_by_word() -> None:
    paper = word(*BODY, b("BIỂU KINH PHÍ", nhan="Phụ lục I", sang_trang=True), REF, REF2, "1. Một.")
    assert words(parts.appendices(paper)[0])[:2] == ("Phụ lục I", "BIỂU KINH PHÍ")


def test_tables_of_an_appendix_with_numbers_of_their_own_do_not_part_it() -> None:
    lines = ["- Một.", "- Hai.", "- Ba.", "- Bốn."]
    paper = word(
        *BODY, b("Phụ lục I", sang_trang=True), b("A"), *lines, b("Biểu số 01"), *lines, b("Biểu số 02"), *lines
    )
    assert len(paper.appendices) == 1
    paper = word(*BODY, b("Phụ lục I", sang_trang=True), b("A"), Table([p("Phụ lục I"), p("Tốt")], vien=True), *lines)
    assert len(paper.appendices) == 1


def test_in_a_text_the_head_of_an_attached_paper_ends_the_signature() -> None:
    paper = read_text(
        "QUYẾT ĐỊNH\nVề việc A\nCăn cứ Luật B;\nQUYẾT ĐỊNH:\nĐiều 1. A./.\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Ba\nỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nQUY CHẾ\nLàm việc\n(Kèm theo Quyết định số 5)\nĐiều 1. A\nĐiều 2. B\n"
    )
    assert text(paper, "ho_ten") == "Lê Văn Ba"
    (one,) = parts.appendices(paper)
    assert one.kieu == "kem_theo"
    assert one.dau["co_quan"][0].text == "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"
    assert words(one)[1] == "QUY CHẾ\nLàm việc"

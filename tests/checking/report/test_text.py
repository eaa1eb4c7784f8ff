from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from docgen.checking.finding import Finding
from docgen.checking.regime import Regime
from docgen.checking.report.text import text
from docgen.checking.result import Report
from docgen.reading.facts import Place
from tests.checking import sample

SCREEN = """\
ke-hoach.docx
─────────────
Xét theo Nghị định số 30/2020/NĐ-CP vì đầu trang có Quốc hiệu.
Có 1 lỗi, 8 cảnh báo.

TRANG GIẤY
  Cảnh báo: Lề phải nằm ngoài quy định.
    thấy: 25 mm; cần: 15–20 mm
    PL I, P.I, M.I, k.3 [ND30-I.3-1]

ĐẦU TRANG
  Lỗi: Số dưới 10 phải có số 0 ở trước.
    trang 1, đoạn 7 (bảng 1, hàng 2, cột 1): Số: «5»/KH-SCT
    cần: 05
    PL I, P.I, M.II, k.3, đ.c [ND30-II.3c-1]

NỘI DUNG
  Cảnh báo (chưa chắc): Có hai dấu cách liền nhau.
    khoảng trang 2, đoạn 14, dưới “II. NỘI DUNG”: đoạn 14«  »có hai dấu cách
    cũng vậy ở:
    - khoảng trang 2, đoạn 15: đoạn 15«  »có hai dấu cách
    - khoảng trang 2, đoạn 16: đoạn 16«  »có hai dấu cách
    - khoảng trang 2, đoạn 17: đoạn 17«  »có hai dấu cách
    - khoảng trang 2, đoạn 18: đoạn 18«  »có hai dấu cách
    - và 2 chỗ nữa (xem đủ với --format json)
    Ngôn ngữ và sự nhất quán [NN-cach-1]

Không xét:
- Không tìm thấy nơi nhận nên không xét các quy tắc về phần ấy.

Cơ quan đã tắt:
- [ND30-I.2-1] 1 chỗ không nêu. Lý do: Cơ quan in ngang theo Quy chế số
  12/QC-SCT.

Lưu ý:
- Văn bản được coi là dự thảo: số và ngày còn để trống không phải là lỗi.
"""


def test_the_whole_screen() -> None:
    assert text([sample.report()]) == SCREEN


def test_a_paper_without_findings_is_told_so() -> None:
    assert text([Report("a.docx", sample.ND30)]) == (
        "a.docx\n──────\nXét theo Nghị định số 30/2020/NĐ-CP vì đầu trang có Quốc hiệu.\nKhông thấy điểm nào cần sửa.\n"
    )


def test_a_paper_that_is_not_judged_has_no_count() -> None:
    legal = Regime(None, "qppl", "Đây là văn bản quy phạm pháp luật, không xét.")

    assert text([Report("luat.docx", legal)]) == "luat.docx\n─────────\nĐây là văn bản quy phạm pháp luật, không xét.\n"


def test_several_reports_stand_one_under_the_other() -> None:
    one = text([Report("a.docx", sample.ND30)])

    assert text([Report("a.docx", sample.ND30), Report("a.docx", sample.ND30)]) == f"{one}\n{one}"


def test_places_in_text_files_are_lines() -> None:
    found = replace(sample.NUMBER, noi=Place("thân", 4, dong=9), phan="so_ky_hieu")

    assert "    dòng 9: Số: «5»/KH-SCT\n" in text([Report("a.txt", sample.ND30, (found,))])


def test_blanks_that_are_meant_are_not_broken_apart() -> None:
    words = "a" * 62
    found = replace(sample.blanks(14), trich=f"{words}«  »bcd", noi=Place("thân", 14, trang=2))

    assert "«  »bcd\n" in text([Report("a", sample.ND30, (found,))])


def test_mere_signs_are_quoted() -> None:
    found = replace(sample.NUMBER, trich="", thay=";", can=",", phan="can_cu")

    assert "    thấy: “;”; cần: “,”\n" in text([Report("a", sample.ND30, (found,))])


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
)
def test_lines_are_at_most_80_wide_unless_a_word_is_longer(loi: str, trich: str) -> None:
    found = Finding("NN-x-1", "loi", "chac", loi, Place("thân", 1, trang=1), 0, trich, dieu_khoan="Điều 8")

    for line in text([Report("a.docx", sample.ND30, (found,))]).split("\n"):
        assert len(line) <= 80 or max(map(len, line.split(" "))) > 70

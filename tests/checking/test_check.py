from __future__ import annotations

import logging
from typing import Any

import pytest

from docgen.checking.check import check
from docgen.checking.result import Report
from docgen.checking.silence import Silence
from docgen.reading.read import read, read_text
from tests.checking import papers, sample

HEAD_ONLY = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
KẾ HOẠCH
Tuyên truyền về an toàn thực phẩm
Tổ chức một hội nghị.
"""


def _checked(ten: str = "nd30", *wounds: dict[str, Any], **more: Any) -> Report:
    return check(read(papers.docx(ten, list(wounds))), luat=sample.LUAT, **more)


def test_findings_stand_in_the_order_of_the_paper() -> None:
    wound = {"sau": "ket_thuc", "them": ["Họp hội nghị.", "Lại hội nghị."]}
    report = _checked("nd30", wound)

    assert [finding.ma for finding in report.findings] == ["ND30-II.3b-99", "NN-thu-1", "NN-thu-1", "NN-thu-1"]
    places = [finding.doan for finding in report.findings if finding.doan is not None]
    assert places == sorted(places)


def test_what_concerns_the_whole_paper_comes_first() -> None:
    wounds = [{"phan": "noi_nhan_nhan", "xoa": True}, {"phan": "noi_nhan", "xoa": True}, {"phan": "luu", "xoa": True}]
    report = _checked("nd30", *wounds)

    assert [finding.ma for finding in report.findings][:2] == ["ND30-D8-99", "ND30-II.3b-99"]


def test_counts_and_exit_codes() -> None:
    report = _checked()

    assert (report.count("loi"), report.count("canh-bao"), report.count("thong-tin")) == (1, 1, 0)
    assert (report.exit_code(), report.exit_code(strict=True)) == (1, 1)
    warned = check(read_text(HEAD_ONLY), luat=[sample.hoi_nghi])
    assert (warned.exit_code(), warned.exit_code(strict=True)) == (0, 1)


def test_rules_of_the_state_do_not_touch_papers_of_the_party() -> None:
    assert _checked("dang").findings == ()
    assert [f.ma for f in _checked("dang", the_thuc="nd30").findings] == ["ND30-II.3b-99"]


def test_missing_parts_are_told_once_and_only_where_no_finding_tells_them() -> None:
    report = check(read_text(HEAD_ONLY), luat=sample.LUAT)

    assert [f.phan for f in report.findings if f.doan is None] == ["noi_nhan"]
    assert report.khong_xet[0] == (
        "Không tìm thấy tên cơ quan ban hành, địa danh, ngày tháng năm và họ tên người ký "
        "nên không xét các quy tắc về những phần ấy."
    )


def test_text_without_looks_is_told_to_be_judged_by_its_words_only() -> None:
    report = check(read_text(papers.text("nd30")), luat=sample.LUAT)

    assert report.khong_xet == (
        "Tệp chữ không có định dạng nên không xét khổ giấy, lề, phông chữ, cỡ chữ, kiểu chữ, giãn dòng.",
    )
    assert _checked().khong_xet == ()


def test_a_type_the_standard_does_not_know_is_told() -> None:
    report = _checked("nd30", {"phan": "ten_loai", "chu": "THÔNG TRI"})

    assert any("“THÔNG TRI”" in line for line in report.khong_xet)


@pytest.mark.parametrize(
    ("ten", "part"),
    [("nd30-cong-van", "tên loại"), ("nd30", "Kính gửi"), ("nd30", "căn cứ")],
)
def test_parts_a_type_has_not_are_not_missed(ten: str, part: str) -> None:
    assert not any(part in line for line in _checked(ten).khong_xet)


def test_a_bien_ban_needs_no_date_and_no_place() -> None:
    wounds = [{"phan": "ten_loai", "chu": "BIÊN BẢN"}, {"phan": "dia_danh_ngay", "xoa": True}]

    assert not any("địa danh" in line for line in _checked("nd30", *wounds).khong_xet)


def test_a_draft_is_told_to_be_taken_as_one() -> None:
    report = _checked("nd30", {"tim": "Số: 47/KH", "thay": "Số:      /KH"})

    assert "Văn bản được coi là dự thảo: số và ngày còn để trống không phải là lỗi." in report.luu_y
    assert _checked().luu_y == ()


def test_a_paper_older_than_the_rules_gets_warnings_instead_of_errors_of_form() -> None:
    old = {"tim": "Lào Cai, ngày 18 tháng 9 năm 2025", "thay": "Lào Cai, ngày 18 tháng 9 năm 2019"}

    assert [f.muc for f in _checked("nd30", old).findings] == ["canh-bao", "canh-bao"]
    assert [f.muc for f in _checked("nd30").findings] == ["loi", "canh-bao"]


def test_a_legal_document_has_no_findings() -> None:
    report = _checked("nd30-quyet-dinh", {"phan": "so_ky_hieu", "chu": "Số: 05/2025/QĐ-UBND"})

    assert (report.judged, report.findings, report.exit_code(strict=True)) == (False, (), 0)


def test_an_agency_may_silence_a_rule_and_the_report_says_so() -> None:
    silence = Silence("ND30-II.3b-99", "Theo quy chế của cơ quan.")
    report = _checked("nd30", im_lang=[silence, Silence("ND30-D8-99", "Không dùng ở cơ quan này.")])

    assert [f.ma for f in report.findings] == ["NN-thu-1"]
    assert [(one.ma, one.ly_do, len(one.findings)) for one in report.im_lang] == [
        ("ND30-II.3b-99", "Theo quy chế của cơ quan.", 1),
        ("ND30-D8-99", "Không dùng ở cơ quan này.", 0),
    ]
    assert report.exit_code() == 0


def test_a_rule_that_breaks_down_does_not_cost_the_others(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        report = check(read(papers.docx("nd30")), luat=[sample.hong, *sample.LUAT])

    assert report.hong == ("NN-hong-1",)
    assert len(report.findings) == 2
    assert report.khong_xet[-1].startswith("Quy tắc NN-hong-1 gặp lỗi của chương trình")
    assert "NN-hong-1" in caplog.text


def test_what_was_noticed_while_reading_is_in_the_report() -> None:
    box = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:20pt"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    report = _checked("nd30", {"phan": "so_ky_hieu", "xml": box})

    assert any("hộp chữ" in line for line in report.luu_y)

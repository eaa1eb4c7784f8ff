from __future__ import annotations

import json

from docgen.checking.regime import Regime
from docgen.checking.report.machine import as_json
from docgen.checking.result import Report
from tests.checking import sample


def test_everything_that_was_found_is_there() -> None:
    value = json.loads(as_json([sample.report()]))

    assert value["phien_ban"] == 1
    (paper,) = value["van_ban"]
    assert (paper["tep"], paper["the_thuc"], paper["nhom"], paper["chac"]) == (
        "ke-hoach.docx",
        "nd30",
        "hanh-chinh",
        "chac",
    )
    assert paper["dem"] == {"loi": 1, "canh_bao": 8, "de_biet": 0}
    assert len(paper["phat_hien"]) == 9
    assert paper["phat_hien"][1] == {
        "ma": "ND30-II.3c-1",
        "muc": "loi",
        "chac": "chac",
        "loi": "Số dưới 10 phải có số 0 ở trước.",
        "phan": "so_ky_hieu",
        "noi": {"phan": "thân", "trang": 1, "doan": 7, "dong": None, "bang": [1, 2, 1], "de_muc": None},
        "khoang": [4, 5],
        "trich": "Số: «5»/KH-SCT",
        "thay": "5",
        "can": "05",
        "dieu_khoan": "PL I, P.I, M.II, k.3, đ.c",
    }
    assert paper["im_lang"][0]["ly_do"] == "Cơ quan in ngang theo Quy chế số 12/QC-SCT."
    assert paper["khong_xet"] == ["Không tìm thấy nơi nhận nên không xét các quy tắc về phần ấy."]


def test_what_is_not_judged_says_so() -> None:
    (paper,) = json.loads(as_json([Report("a", Regime(None, "khac", "…"))]))["van_ban"]

    assert (paper["the_thuc"], paper["nhom"], paper["phat_hien"]) == (None, "khac", [])


def test_it_is_readable_vietnamese() -> None:
    assert "Số dưới 10 phải có số 0 ở trước." in as_json([sample.report()])

"""Judging papers and explaining rules from the command line."""

from __future__ import annotations

import json

import pytest

from docgen.checking import rules
from docgen.reading.read import read
from tests.checking import papers
from tests.cli.office import Office
from tests.reading.odf import converted

# Whatever rules there are: these breach one of them for sure, and good papers none.
BAD = [{"phan": "so_ky_hieu", "chu": "Số: 5/KH - SCT"}, {"chu": {"phong": "Arial"}}]
GOOD = "Không thấy điểm nào cần sửa.\n"


@pytest.fixture
def desk(office: Office) -> Office:
    office.file("tốt.docx", papers.docx("nd30"))
    office.file("sai.docx", papers.docx("nd30", BAD))
    return office


def test_a_good_paper_gives_nothing_and_zero(desk: Office) -> None:
    ran = desk.run("check", "tốt.docx")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(GOOD)


def test_a_bad_paper_gives_its_faults_and_one(desk: Office) -> None:
    ran = desk.run("check", "sai.docx")

    assert ran.code == 1
    assert "  Lỗi: " in ran.out
    assert desk.names() == ["sai.docx", "tốt.docx"]


def test_text_is_judged_as_well(desk: Office) -> None:
    desk.file("a.txt", papers.text("doan"))
    ran = desk.run("check", "a.txt")

    assert ran.code == 0
    assert "Hướng dẫn số 29-HD/TWĐTN-VP" in ran.out


def test_what_is_no_paper_gives_two_and_the_others_are_judged_all_the_same(desk: Office) -> None:
    desk.file("ảnh.docx", b"\x89PNG....")
    ran = desk.run("check", "ảnh.docx", "không có.docx", "tốt.docx")

    assert ran.code == 2
    assert ran.out.endswith(GOOD)
    assert "ảnh.docx" in ran.err
    assert "không có.docx" in ran.err
    assert "Đã xem 3 tệp: 2 tệp không đọc được." in ran.err


def test_a_folder_is_every_paper_in_it(desk: Office) -> None:
    desk.file("~$tốt.docx", b"")
    desk.file("đọc thêm.md", "x")
    ran = desk.run("check", ".")

    assert "Đã xem 2 tệp: 1 tệp có lỗi." in ran.err
    assert "đọc thêm" not in ran.out


def test_an_empty_folder_is_told(desk: Office) -> None:
    (desk.folder / "trống").mkdir()

    assert desk.run("check", "trống").code == 2


def test_warnings_count_when_asked(desk: Office) -> None:
    desk.file("lề.docx", papers.docx("nd30", [{"trang": {"duoi_mm": 12}}]))

    assert desk.run("check", "lề.docx").code == 0
    assert desk.run("check", "--strict", "lề.docx").code == 1


def test_a_legal_document_is_not_judged(desk: Office) -> None:
    desk.file("q.docx", papers.docx("nd30-quyet-dinh", [{"phan": "so_ky_hieu", "chu": "Số: 05/2025/QĐ-UBND"}]))
    ran = desk.run("check", "q.docx")

    assert ran.code == 0
    assert "văn bản quy phạm pháp luật" in ran.out


def test_the_standard_may_be_chosen(desk: Office) -> None:
    assert "Hướng dẫn số 05-HD/VPTW như đã chọn" in desk.run("check", "tốt.docx", "--the-thuc", "dang").out
    ran = desk.run("check", "tốt.docx", "--the-thuc", "tw")
    assert ran.code == 2
    assert "chọn một trong: auto, nd30, doan, dang" in ran.err


@pytest.mark.parametrize("dang", ["json", "sarif"])
def test_machines_get_one_value_for_all_papers(desk: Office, dang: str) -> None:
    value = json.loads(desk.run("check", "tốt.docx", "sai.docx", "--format", dang).out)

    assert len(value["van_ban"] if dang == "json" else value["runs"][0]["artifacts"]) == 2


def test_a_page_can_be_printed(desk: Office) -> None:
    assert desk.run("check", "sai.docx", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert desk.run("check", "sai.docx", "--format", "pdf").code == 2


def test_copies_with_comments_are_written_beside_and_the_original_stays(desk: Office) -> None:
    before = (desk.folder / "sai.docx").read_bytes()
    ran = desk.run("check", "sai.docx", "tốt.docx", "--annotate", "nhận xét/lần 1")

    assert ran.code == 1
    assert (desk.folder / "sai.docx").read_bytes() == before
    assert [path.name for path in (desk.folder / "nhận xét/lần 1").iterdir()] == ["sai.nhan-xet.docx"]
    assert "tốt.docx: không có gì để nhận xét" in ran.err


def test_a_copy_that_is_there_is_replaced_only_when_asked(desk: Office) -> None:
    desk.run("check", "sai.docx", "--annotate", "x")
    again = desk.run("check", "sai.docx", "--annotate", "x")

    assert again.code == 2
    assert "--de-len" in again.err
    assert desk.run("check", "sai.docx", "--annotate", "x", "--de-len").code == 1


def test_papers_of_one_name_get_copies_of_their_own(desk: Office) -> None:
    (desk.folder / "huyện").mkdir()
    desk.file("huyện/sai.docx", papers.docx("nd30", BAD))
    desk.run("check", "sai.docx", "huyện/sai.docx", "--annotate", "x")

    assert sorted(path.name for path in (desk.folder / "x").iterdir()) == ["sai-2.nhan-xet.docx", "sai.nhan-xet.docx"]


def test_a_text_takes_no_comments(desk: Office) -> None:
    desk.file("a.txt", papers.text("nd30", BAD[:1]))
    ran = desk.run("check", "a.txt", "--annotate", "x")

    assert ran.code == 2
    assert "Chỉ ghi nhận xét được vào tệp Word" in ran.err


@pytest.mark.libreoffice
def test_an_old_doc_gets_its_comments_in_a_new_docx(desk: Office) -> None:
    converted([desk.folder / "sai.docx"], "doc", desk.folder)
    (desk.folder / "sai.docx").unlink()
    ran = desk.run("check", "sai.doc", "--annotate", "x")

    assert ran.code == 1
    assert "đổi sang .docx" in ran.out
    copy = read(desk.folder / "x" / "sai.nhan-xet.docx")
    assert "nhận xét" in copy.notes[0].loi


def test_an_agency_silences_a_rule_with_a_reason(desk: Office) -> None:
    found = json.loads(desk.run("check", "sai.docx", "--format", "json").out)["van_ban"][0]["phat_hien"]
    rows = "".join(
        f"  - ma: {ma}\n    ly_do: Theo quy chế của cơ quan.\n" for ma in sorted({one["ma"] for one in found})
    )
    desk.file("im.yaml", f"im_lang:\n{rows}")
    ran = desk.run("check", "sai.docx", "--im-lang", "im.yaml")

    assert ran.code == 0
    assert "Cơ quan đã tắt:" in ran.out
    assert "Lý do: Theo quy chế của cơ quan." in ran.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("im_lang:\n  - ma: ND30-không-có-1\n    ly_do: Theo quy chế của cơ quan.\n", "im.yaml"),
        ("im_lang: []\nkhac: 1\n", "khac"),
        ("[", "im.yaml"),
    ],
)
def test_a_faulty_silence_file_stops_everything(desk: Office, content: str, said: str) -> None:
    desk.file("im.yaml", content)
    ran = desk.run("check", "tốt.docx", "--im-lang", "im.yaml")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_rule_is_explained(desk: Office) -> None:
    one = rules.ALL[0]
    ran = desk.run("explain", one.ma.lower())

    assert ran.code == 0
    assert ran.out.startswith(f"{one.ma}: {one.ten}\n")


def test_all_rules_are_listed(desk: Office) -> None:
    assert len(desk.run("explain").out.splitlines()) == len(rules.ALL)


def test_an_unknown_rule_is_refused(desk: Office) -> None:
    ran = desk.run("explain", "ND30-X-1")

    assert (ran.code, ran.out) == (2, "")
    assert "Không có quy tắc “ND30-X-1”." in ran.err

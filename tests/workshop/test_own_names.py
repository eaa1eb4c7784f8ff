"""Names only some kinds have: a kind's own questions, and the paper that is promulgated with a decision."""

from __future__ import annotations

import pytest

from docgen import package
from docgen.workshop.catalogue import catalogue
from docgen.workshop.checking import check_template
from tests.workshop.templates import DOCUMENT, PLAN, pointed

MINUTES, DECISION = "bien-ban.nd30.docx", "quyet-dinh-ban-hanh.nd30.docx"


def changed(name: str, old: str, new: str) -> bytes:
    parts = package.read(PLAN.with_name(name), name)
    assert old in parts[DOCUMENT].decode()
    return package.write({**parts, DOCUMENT: parts[DOCUMENT].decode().replace(old, new).encode()})


@pytest.mark.parametrize(
    ("template", "ten", "kieu", "the", "lap"),
    [
        (MINUTES, "rieng.bat_dau", "chữ", "{{ rieng.bat_dau }}", ()),
        (MINUTES, "rieng.thanh_phan", "danh sách", "{%p for dong in rieng.thanh_phan %}", ()),
        (MINUTES, "rieng.thanh_phan[]", "chữ có định dạng", "{{ dong }}", ("{%p for dong in rieng.thanh_phan %}",)),
        (DECISION, "kem_theo.ten_loai", "chữ", "{{ kem_theo.ten_loai }}", ()),
        (DECISION, "kem_theo.noi_dung", "danh sách", "{%p for d in kem_theo.noi_dung %}", ()),
        (DECISION, "kem_theo.noi_dung[].nhan", "chữ", "{{ d.nhan }}", ("{%p for d in kem_theo.noi_dung %}",)),
    ],
)
def test_kind_tag_and_loops_of_own_names(template: str, ten: str, kieu: str, the: str, lap: tuple[str, ...]) -> None:
    found = next(one for one in catalogue(PLAN.with_name(template)).names if one.ten == ten)

    assert (found.kieu, found.the, found.lap, found.co) == (kieu, the, lap, True)
    assert found.dung
    assert found.vi_du or kieu == "danh sách"


@pytest.mark.parametrize(
    ("template", "old", "new", "near"),
    [
        (MINUTES, "{{ rieng.bat_dau }}", "{{ rieng.bat_dua }}", "“rieng.bat_dau”"),
        (MINUTES, "{{ rieng.bat_dau }}", "{{ bat_dau }}", "“rieng.bat_dau”"),
        (DECISION, "{{ kem_theo.dan_chieu }}", "{{ kem_theo.dan_chiu }}", "“kem_theo.dan_chieu”"),
    ],
)
def test_an_own_name_misspelt(template: str, old: str, new: str, near: str) -> None:
    found = [r for r in check_template(changed(template, old, new), ten=template).remarks if r.nhom == "ten"]

    assert {pointed(r) for r in found} == {new}
    assert all(near in r.sua for r in found)


def test_an_own_name_another_kind_asks_is_none_of_this_one() -> None:
    found = check_template(changed("ke-hoach.nd30.docx", "{{ ten_loai }}", "{{ ten_loai }} {{ rieng.bat_dau }}"),
                           ten="ke-hoach.nd30.docx")  # fmt: skip

    assert [r.loi for r in found.remarks if r.muc == "loi"][:1] == [
        "Tên “rieng.bat_dau” không mục nào của biểu hỏi và docgen cũng không cung cấp."
    ]


def test_an_own_question_that_is_not_printed() -> None:
    found = check_template(changed(MINUTES, "{{ rieng.bat_dau }}", "8 giờ"), ten=MINUTES).remarks

    assert any("“rieng.bat_dau”" in r.loi and "không có chỗ nào in ra" in r.loi for r in found)

"""A whole template of a plan: against its form, its standard, filled with papers, and never twice the same."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from docgen import package
from docgen.errors import InputFaults, Unusable
from docgen.workshop.checking import check_template
from docgen.workshop.remarks import Remark
from tests.render.build import docx, p
from tests.workshop.templates import DOCUMENT, PLAN, STYLES, checked, place, plan, pointed

BODY = "thân văn bản"
MOTTO = '<w:name w:val="Tiêu ngữ"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>'
DEFAULT_FONT = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"'


def only(remarks: tuple[Remark, ...]) -> Remark:
    assert len(remarks) == 1, "\n".join(f"{r.nhom} {r.cho.where()}: {r.loi}" for r in remarks)
    return remarks[0]


@pytest.mark.parametrize("the_thuc", ["nd30", "doan", "dang"])
def test_our_own_templates_give_nothing(the_thuc: str) -> None:
    found = check_template(PLAN.with_name(f"ke-hoach.{the_thuc}.docx"))

    assert (found.remarks, found.luu_y, found.exit_code) == ((), (), 0)
    assert found.target is not None
    assert found.target.the_thuc == the_thuc


@pytest.mark.parametrize(
    ("old", "new", "near", "doan"),
    [
        ("{{ trich_yeu }}", "{{ trich_yeuu }}", "“trich_yeu”", 26),
        ("{{ d.chu }}", "{{ d.chuu }}", "“d.chu”", 46),
        ("{{ ky.chu_ky }}", "{{ ky.chuky }}", "“ky.chu_ky”", 148),
        ("{%p for dong in can_cu %}", "{%p for dong in cancu %}", "“can_cu”", 38),
        ("{{ mo_dau }}", "{{ d.chu }}", "giữa thẻ “for d in …”", 42),
    ],
)
def test_a_name_nobody_supplies(old: str, new: str, near: str, doan: int) -> None:
    found = [r for r in checked(plan((old, new))).remarks if "docgen cũng không cung cấp" in r.loi]

    assert [(place(r)[:2], pointed(r)) for r in found] == [((BODY, doan), new)]
    assert near in found[0].sua


def test_a_misspelt_name_is_not_told_again_as_a_missing_part() -> None:
    assert len(checked(plan(("{{ trich_yeu }}", "{{ trich_yeuu }}"))).remarks) == 1


def test_a_question_no_paper_shows() -> None:
    found = only(checked(plan(("{{ ky.ho_ten }}", "A"), ("{{ ky.ho_ten }}", "A"))).remarks[:1])

    assert "“ky.ho_ten” (“Họ và tên người ký”)" in found.loi
    assert found.muc == "loi"


@pytest.mark.parametrize(
    ("old", "noi", "the"),
    [
        ("{{ dia_danh_ngay }}", "“dia_danh”", "“{{ dia_danh_ngay }}”"),
        ("{{ mo_dau }}", "“mo_dau”", "“{{ mo_dau }}”"),
    ],
)
def test_a_question_not_printed_is_told_with_the_tag_to_write(old: str, noi: str, the: str) -> None:
    found = next(r for r in checked(plan((old, "x"))).remarks if f"mục {noi}" in r.loi)

    assert the in found.sua


def test_a_name_only_asked_by_an_if_is_not_printed() -> None:
    found = checked(plan(("{{ mo_dau }}", "Lời mở đầu:"))).remarks

    assert any("“mo_dau”" in r.loi for r in found)
    assert not any("“do_khan”" in r.loi for r in found)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("{{ 1 // 0 }}", "chia cho 0"),
        ("{{ ten_loai + 1 }}", "phép “+”"),
        ("{{ can_cu }}", "in ra một danh sách"),
        ("{{ ky }}", "in ra cả một nhóm"),
        ("{{ can_cu[0]|upper }}", "“upper” chỉ dùng cho chữ"),
        ("{% for x in ten_loai %}{{ x }}{% endfor %}", "cần một danh sách"),
        ("{{ kinh_gui[0] }}", "danh sách ngắn hơn"),
        ("{{ can_cu|first < 3 }}", "khác kiểu"),
    ],
)
def test_what_only_filling_finds_has_its_place(code: str, said: str) -> None:
    changed = plan(("{{ ten_loai }}", f"{{{{ ten_loai }}}} {escape(code)}"))
    found = [r for r in checked(changed).remarks if r.nhom == "chay"]

    assert {place(r)[:2] for r in found} == {(BODY, 25)}
    assert any(said in r.loi for r in found)
    assert pointed(found[0]) in f"{{{{ ten_loai }}}} {code}"
    assert pointed(found[0])


def test_what_fails_only_in_the_least_paper_says_so() -> None:
    found = [r for r in checked(plan(("{{ ten_loai }}", "{{ ten_loai }}{{ can_cu[0] }}"))).remarks if r.nhom == "chay"]

    assert "văn bản chỉ điền mục bắt buộc" in only(tuple(found)).loi


@pytest.mark.parametrize(
    ("changed", "ma", "doan", "sua"),
    [
        (plan(('w:left="1701"', 'w:left="1000"')), "ND30-I.3-1", 0, "30–35 mm"),
        (plan(('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')), "ND30-I.1-1", 0, "A4"),
        (
            plan((DEFAULT_FONT, DEFAULT_FONT.replace("Times New Roman", "Arial")), part=STYLES),
            "ND30-I.4-1",
            5,
            "mặc định",
        ),
        (
            plan((MOTTO + '<w:b/><w:bCs/><w:sz w:val="28"/>', MOTTO + '<w:b/><w:bCs/><w:sz w:val="20"/>'), part=STYLES),
            "ND30-II.1b-4",
            9,
            "kiểu “Tiêu ngữ”",
        ),
        (
            plan(
                (
                    '<w:r><w:t xml:space="preserve">Độc lập',
                    '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Độc lập',
                )
            ),
            "ND30-II.1b-4",
            9,
            "chỉnh tay",
        ),
    ],
    ids=["margin", "paper", "font", "style", "by hand"],
)
def test_against_the_standard(changed: bytes, ma: str, doan: int, sua: str) -> None:
    found = only(checked(changed).remarks)

    assert (found.nhom, found.ma, found.cho.doan) == ("the-thuc", ma, doan)
    assert found.dieu_khoan
    assert sua in found.sua


def test_pages_are_judged_even_when_tags_are_broken() -> None:
    found = checked(plan(('w:left="1701"', 'w:left="1000"'), ("{{ ten_loai }}", "{{ ten_loai")))

    assert [r.nhom for r in found.remarks] == ["the", "the-thuc"]
    assert "Chưa điền thử được" in found.luu_y[-1]


def test_what_can_be_put_right_does_not_hide_the_rest() -> None:
    found = checked(plan(("{%p if mo_dau %}", "{%p if mo_dau –%}"), ("{{ ten_loai }}", "{{ ten_loai // 2 }}")))

    assert [r.nhom for r in found.remarks if r.muc == "loi"] == ["the", "chay"]


def test_the_standard_is_read_off_the_head_when_the_name_does_not_tell() -> None:
    found = check_template(PLAN.with_name("ke-hoach.dang.docx").read_bytes(), ten="mẫu mới.docx", loai="ke-hoach")

    assert found.target is not None
    assert found.target.the_thuc == "dang"
    assert "--the-thuc" in found.luu_y[0]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InputFaults):
        check_template(PLAN, loai="ke-hoch")


@pytest.mark.parametrize("data", [b"", b"abc", b"PK\x03\x04abc", PLAN.read_bytes()[:5000]])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable):
        check_template(data, ten="mẫu.docx")


def test_a_document_with_macros_is_read_on() -> None:
    parts = package.read(PLAN, "")
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    broken = parts[DOCUMENT].replace(b"{{ ten_loai }}", b"{{ ten_loai")
    found = checked(package.write({**parts, "[Content_Types].xml": types, DOCUMENT: broken}))

    assert {"tep", "the"} <= {r.nhom for r in found.remarks}


def test_small_templates_of_no_kind_are_checked_by_themselves(tmp_path: Path) -> None:
    for name in ("forms", "templates"):
        (tmp_path / name).mkdir()
    for kind in ("a", "b"):
        form = PLAN.parents[1] / "forms" / "ke-hoach.yaml"
        text = form.read_text(encoding="utf-8").replace("loai: ke-hoach", f"loai: {kind}")
        (tmp_path / "forms" / f"{kind}.yaml").write_text(text, encoding="utf-8")
    found = check_template(docx(p("{{ a }}")), ten="mẫu.docx", data=tmp_path)

    assert (found.target, found.remarks) == (None, ())
    assert "--kind" in found.luu_y[0]

"""The plan's template broken the ways templates are broken in Word: each is found by its message alone."""

from __future__ import annotations

import pytest

from docgen import package
from docgen.workshop.checking import check_template
from docgen.workshop.remarks import Remark
from tests.render.build import run
from tests.workshop.templates import DOCUMENT, NAME, PLAN, checked, place, plan, pointed

XML = package.read(PLAN, NAME)[DOCUMENT].decode()
TAG = "{{ dia_danh_ngay }}"
IF = "{%p if mo_dau %}"
PLACE = ("thân văn bản", 24, (1, 2, 2))
OPENING = ("thân văn bản", 41, (0, 0, 0))


def around(text: str, opening: str, closing: str) -> str:
    """The element that holds a text."""
    at = XML.index(text)
    return XML[XML.rindex(opening, 0, at) : XML.index(closing, at) + len(closing)]


RUN, PARAGRAPH = around(TAG, "<w:r>", "</w:r>"), around("{%p endfor %}", "<w:p>", "</w:p>")
CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
FIELD = (CHAR.format("begin") + "<w:r><w:instrText> DATE </w:instrText></w:r>" + CHAR.format("separate") + RUN
         + CHAR.format("end"))  # fmt: skip
BOX = f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run('{{ trich_yeu }}')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
TITLE = around("{{ ten_loai }}", "<w:p>", "</w:p>")


@pytest.mark.parametrize(
    ("old", "new", "where", "pointing", "loi", "sua"),
    [
        (TAG, "{{ dia_danh_ngay }", PLACE, "{{ dia_danh_ngay }", "thiếu một nửa", "“}}”"),
        (TAG, "{{ dia_danh_ngay", PLACE, "{{ dia_danh_ngay", "chưa đóng", "“}}”"),
        (TAG, "{ dia_danh_ngay }", PLACE, "{ dia_danh_ngay }", "chỉ có một dấu ngoặc", TAG),
        (TAG, "«dia_danh_ngay»", PLACE, "«dia_danh_ngay»", "trộn thư", TAG),
        (TAG, "{{ dia_danh_ngày }}", PLACE, "{{ dia_danh_ngày }}", "“dia_danh_ngày”", "“dia_danh_ngay”"),
        (TAG, "{{\u00a0dia_danh_ngay }}", PLACE, "{{\u00a0dia_danh_ngay }}", "dấu cách lạ", TAG),
        (RUN, RUN.replace(TAG, "{{ dia_") + run("dnh_ngay }}"), PLACE, "{{ dia_dnh_ngay }}", "“dia_dnh_ngay”",
         "“dia_danh_ngay”"),
        (RUN, RUN.replace(TAG, "{{ dia_") + f'<w:ins w:id="9" w:author="a">{run("danh")}</w:ins>' + run("_ngay }}"),
         PLACE, TAG, "Track Changes", "Accept"),
        (RUN, f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>", PLACE, TAG,
         "chữ gợi ý", "Remove Content Control"),
        (RUN, FIELD, PLACE, TAG, "kết quả của một trường", "ra ngoài trường"),
        (TITLE, TITLE + BOX, ("thân văn bản", 27, (0, 0, 0)), "", "hộp chữ", "ô của bảng"),
        (IF, "{%p if mo_dau –%}", OPENING, "{%p if mo_dau –%}", "gạch dài", IF),
        (IF, "{%p if mo_dau == ‘x’ %}", OPENING, "{%p if mo_dau == ‘x’ %}", "nháy cong", "== 'x'"),
        (IF, "{%pif mo_dau %}", OPENING, "{%pif mo_dau %}", "dấu cách quanh chữ p", IF),
        (IF, "{%p if mo_dau", OPENING, "{%p if mo_dau", "chưa đóng", "“%}”"),
        (IF, "Lời {%p if mo_dau %}", OPENING, IF, "đứng chung đoạn với “Lời”", "một mình"),
        (IF, "{%tr if mo_dau %}", OPENING, "{%tr if mo_dau %}", "không nằm trong bảng", "{%p"),
        (IF, "{%p if mo_dau = 'x' %}", OPENING, "{%p if mo_dau = 'x' %}", "không ngờ gặp “=”", "“==”"),
        (PARAGRAPH, "", ("thân văn bản", 1, (1, 1, 1)), "{%p for dong in co_quan.chu_quan %}", "không có thẻ đóng",
         "{%p endfor %}"),
        ("{%p endif %}", "{%p end if %}", ("thân văn bản", 14, (1, 2, 1)), "{%p end if %}", "Không hiểu",
         "{%p endif %}"),
        ("{%p for dong in can_cu %}", "{%p for dong on can_cu %}", ("thân văn bản", 38, (0, 0, 0)),
         "{%p for dong on can_cu %}", "for tên in danh_sách", "{%p for dong in can_cu %}"),
        ("{{ dong }}", "{{ dòng }}", ("thân văn bản", 2, (1, 1, 1)), "{{ dòng }}", "“dòng”", "“dong”"),
    ],
)  # fmt: skip
def test_each_fault_is_found_at_its_place(
    old: str, new: str, where: tuple[str, int, tuple[int, int, int]], pointing: str, loi: str, sua: str
) -> None:
    remarks = [r for r in checked(plan((old, new))).remarks if loi in r.loi]

    assert {place(r) for r in remarks} == {where}
    assert pointing in pointed(remarks[0])
    assert any(sua in r.sua for r in remarks)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (IF, "{%p if mo_dau"),
        ("{%p endif %}", "{%p end if %}"),
        (TAG, "{{ dia_danh_ngay"),
        (PARAGRAPH, ""),
        (IF, "{%tr if mo_dau %}"),
        ("{%p for dong in can_cu %}", "{%p for dong on can_cu %}"),
    ],
)
def test_nothing_else_is_blamed(old: str, new: str) -> None:
    found: tuple[Remark, ...] = checked(plan((old, new))).remarks

    assert len(found) == 1, "\n".join(r.loi for r in found)


def test_brackets_that_are_no_tags_are_left_alone() -> None:
    fine = plan(("{{ mo_dau }}", "{{ mo_dau }} [sic] &lt;1&gt; [x] {} [mo_dau_khac]"))

    assert check_template(fine, ten=NAME).remarks == ()


def test_a_bookmark_or_spelling_mark_inside_a_tag_is_no_fault() -> None:
    inside = RUN.replace(TAG, "{{ dia_") + '<w:proofErr w:type="spellStart"/>' + run("danh_ngay }}")

    assert check_template(plan((RUN, inside)), ten=NAME).exit_code == 0


def test_an_unknown_name_between_single_braces_is_only_doubted() -> None:
    found = checked(plan(("{{ mo_dau }}", "{{ mo_dau }} {ghi_chu}"))).remarks

    assert [(r.muc, pointed(r)) for r in found] == [("canh-bao", "{ghi_chu}")]

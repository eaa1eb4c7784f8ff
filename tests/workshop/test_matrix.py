"""What each case of the matrix asks of a template, for every template of the repository."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from docgen import data_dir, package
from docgen.document import build, schema
from docgen.intake.read import read_file
from docgen.kinds import Question, answer, is_blank, required_faults
from docgen.outline.parse import parse
from docgen.outline.tree import Item, Node, Table
from docgen.pdf.many import to_pdfs
from docgen.preview.pages import letters
from docgen.render import Template
from docgen.workshop.matrix import cases
from tests import looking
from tests.workshop.matrices import TEMPLATES, made_up, matrix, target

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
TEXT = {"line", "paragraph", "lines", "body", "sections"}
# Of a line of 14 pt on a page of A4, and of one of the two columns of its head and foot.
LETTERS_A_LINE, LETTERS_A_COLUMN = 75, 35


def test_every_kind_gets_the_cases_in_one_order() -> None:
    wanted = ["Ít nhất", "Thường gặp", "Dài nhất", "Danh sách trống", "Ký hiệu lạ", "200 dòng", "Tên dài"]

    assert all([case.ten for case in matrix(path).values()] == wanted for path in TEMPLATES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", ma) for ma in matrix(TEMPLATES[0]))


@every_template
def test_every_case_is_a_paper_one_might_give(path: Path) -> None:
    for case in matrix(path).values():
        build(case.raw)
        assert required_faults(case.raw, target(path).form, target(path).the_thuc) == [], case.ten


@every_template
def test_the_least_leaves_out_what_need_not_be_said(path: Path) -> None:
    paper, form, the_thuc = matrix(path)["it-nhat"].raw, target(path).form, target(path).the_thuc
    questions = [one for one in form.questions() if not one.khong_in]
    needed = {ten for one in questions if one.required_in(the_thuc) for ten in (one.ten, *one.hoac)}

    said = {one.ten for one in questions if not is_blank(answer(paper, one.ten))}

    assert said <= needed
    for one in questions:
        if one.hoac and one.required_in(the_thuc):
            assert len({one.ten, *one.hoac} & said) == 1


@every_template
def test_the_usual_is_the_sample(path: Path) -> None:
    loai, the_thuc = path.stem.split(".")

    assert matrix(path)["thuong"].raw == read_file(data_dir.find().sample(loai, the_thuc)).checked().raw


@every_template
def test_the_longest_answers_everything_at_length(path: Path) -> None:
    paper = matrix(path)["dai-nhat"].raw

    for question in printed(path):
        given = answer(paper, question.ten)
        assert not is_blank(given), question.ten
        if question.kieu == "paragraph":
            assert len(given) > 4 * LETTERS_A_LINE
        if question.kieu == "lines":
            # A code ("CHA") is no name: it is long when it fills a column.
            assert all(len(line) > (2 * LETTERS_A_COLUMN if " " in line[3:] else LETTERS_A_COLUMN) for line in given)
    body = answer(paper, "noi_dung") or answer(paper, "kem_theo.noi_dung")
    usual = answer(matrix(path)["thuong"].raw, "noi_dung") or answer(matrix(path)["thuong"].raw, "kem_theo.noi_dung")
    assert body.count("\n") > 2 * usual.count("\n")
    assert max(map(len, body.split())) > LETTERS_A_LINE


@every_template
def test_empty_lists_where_they_may_be_empty_and_all_else_answered(path: Path) -> None:
    paper, the_thuc = matrix(path)["trong"].raw, target(path).the_thuc

    for question in printed(path):
        given = answer(paper, question.ten)
        if question.kieu in ("lines", "appendices"):
            assert len(given or ()) == int(question.required_in(the_thuc)), question.ten
        elif question.kieu in ("line", "paragraph"):
            assert not is_blank(given), question.ten
        elif question.kieu in ("sections", "body"):
            assert len(given.splitlines()) <= 3


@every_template
def test_odd_signs_are_printed_as_they_are_in_every_text(path: Path) -> None:
    signs = "& < > \" ' &amp; <b>b</b> {{ a }} {% b %}"
    found = matrix(path)["ky-hieu-la"].raw
    for question in printed(path):
        if question.kieu in TEXT - {"sections", "body"}:
            given = answer(found, question.ten)
            assert all(signs in text for text in ([given] if isinstance(given, str) else given)), question.ten

    docx = Template(path).render(target(path).said(found))

    said = text_of(docx)
    # Every text of the paper, and of a body its items, table and footnote; the names of issuers are in capitals.
    texts = sum(1 for question in printed(path) if question.kieu in TEXT)
    assert said.upper().count(signs.upper()) > texts
    assert "\\" not in said.replace("C:\\tep", "").replace("C:\\TEP", "")


@every_template
def test_two_hundred_items_in_every_list(path: Path) -> None:
    paper = matrix(path)["nhieu-dong"].raw
    most_parts = schema()["properties"]["phu_luc"]["maxItems"]

    for question in printed(path):
        given = answer(paper, question.ten)
        if question.kieu == "lines":
            assert len(set(given)) == 200
        elif question.kieu == "appendices":
            assert len(given) == min(200, most_parts)
        elif question.kieu in ("sections", "body"):
            below = list(nodes(parse(given).outline.children))
            tables = [node for node in below if isinstance(node, Table)]
            assert Counter(node.level for node in below if isinstance(node, Item)).most_common()[-1][1] >= 200
            assert [len(table.rows) for table in tables] == [200]


@every_template
def test_long_names_of_signer_place_and_recipients(path: Path) -> None:
    usual, paper = matrix(path)["thuong"].raw, matrix(path)["ten-dai"].raw
    asked = {question.ten for question in printed(path)}

    for ten in {"ky.ho_ten", "dia_danh", "ky.chuc_vu"} & asked:
        assert len(answer(paper, ten)) > 2 * LETTERS_A_COLUMN
    if "noi_nhan" in asked:
        assert all(len(line) > 2 * LETTERS_A_COLUMN for line in answer(paper, "noi_nhan"))
        assert len(answer(paper, "noi_nhan")) == len(answer(usual, "noi_nhan") or ["", "", ""])
    assert answer(paper, "noi_dung") == answer(usual, "noi_dung")


def test_a_kind_without_sample_has_all_its_own_answers_filled() -> None:
    kind = made_up(
        {"ten": "rieng.phong", "nhan": "Phòng họp", "kieu": "line", "bat_buoc": "có"},
        {"ten": "rieng.ghi_chu", "nhan": "Ghi chú", "kieu": "paragraph"},
        {"ten": "rieng.khach", "nhan": "Khách mời", "kieu": "lines"},
        {"ten": "rieng.hinh_thuc", "nhan": "Hình thức", "kieu": "choice",
         "lua_chon": [{"ma": "a", "nhan": "Trực tiếp"}, {"ma": "b", "nhan": "Trực tiếp và trực tuyến"}]},
        {"ten": "kem_theo.ten_loai", "nhan": "Loại kèm theo", "kieu": "line"},
        {"ten": "kem_theo.noi_dung", "nhan": "Nội dung kèm theo", "kieu": "body"},
    )  # fmt: skip

    found = {case.ma: case.raw for case in cases(kind)}

    assert set(found["it-nhat"]["rieng"]) == {"phong"}
    assert "kem_theo" not in found["it-nhat"]
    assert set(found["dai-nhat"]["rieng"]) == {"phong", "ghi_chu", "khach", "hinh_thuc"}
    assert found["dai-nhat"]["rieng"]["hinh_thuc"] == "b"
    assert len(found["nhieu-dong"]["rieng"]["khach"]) == 200
    assert "khach" not in found["trong"]["rieng"]
    assert "&" in found["ky-hieu-la"]["kem_theo"]["noi_dung"]


@pytest.mark.libreoffice
@every_template
def test_every_case_is_printed_whole_within_its_pages(path: Path, tmp_path: Path) -> None:
    template, files = Template(path), [tmp_path / f"{ma}.docx" for ma in matrix(path)]
    for file, case in zip(files, matrix(path).values(), strict=True):
        file.write_bytes(template.render(target(path).said(case.raw)))

    pdfs = {files[made.index].stem: made.pdf for made in to_pdfs(files, processes=1)}

    for ma in set(pdfs) - {"nhieu-dong"}:
        for page in looking.pdf_pages(pdfs[ma]):
            for line in page.lines:
                box = line.box
                inside = box.left_mm > 10 and box.right_mm < page.width_mm - 5 and box.bottom_mm < page.height_mm - 5
                assert inside, f"{ma}, page {page.number}: {line.text}"
    bodies = sum(1 for question in printed(path) if question.kieu in ("sections", "body"))
    said = letters(pdfs["nhieu-dong"]).text
    assert [said.count(what) for what in ("khoảnthứ", "ýthứ", "việcthứ")] == [200 * bodies] * 3


def printed(path: Path) -> Iterator[Question]:
    """What the form asks and the standard prints."""
    found = target(path)
    for question in found.form.questions():
        if not question.khong_in and question.printed_in(found.the_thuc):
            yield question


def nodes(children: Iterable[Node]) -> Iterator[Node]:
    """Every node of a body, outermost first."""
    for node in children:
        yield node
        if isinstance(node, Item):
            yield from nodes(node.children)


def text_of(docx: bytes) -> str:
    """All that is written in the body, footnotes, headers and footers."""
    parts: dict[str, Any] = dict(package.read(docx, ""))
    roots = [etree.fromstring(data) for name, data in parts.items() if re.fullmatch(r"word/\w+\.xml", name)]
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(t.text or "" for t in p.iter(f"{name}t")) for root in roots for p in root.iter(f"{name}p"))

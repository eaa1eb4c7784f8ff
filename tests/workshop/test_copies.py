"""Copies with comments and copies put right; the original is never touched."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from docgen import package
from docgen.errors import Unusable
from docgen.workshop.checking import Checked
from docgen.workshop.marking import marked
from tests.reading.odf import converted
from tests.render.build import R, assert_valid_docx, p, paragraphs
from tests.workshop.templates import PLAN, checked, plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BROKEN = plan(
    ("{{ so_ky_hieu }}", "{{ so_ki_hieu }}"),
    ("{{ ten_loai }}", "{{ ten_loai"),
    ("{%p if mo_dau %}", "{%p if mo_dau –%}"),
    ('w:left="1701"', 'w:left="1000"'),
)


def comments(data: bytes) -> list[tuple[str, str]]:
    """``(words the comment is on, what it says)``."""
    with zipfile.ZipFile(io.BytesIO(data)) as package_:
        document = list(etree.fromstring(package_.read("word/document.xml")).iter())
        said = etree.fromstring(package_.read("word/comments.xml"))
    found = []
    for comment in said:
        number = comment.get(f"{W}id")
        edges = [at for at, e in enumerate(document) if "commentRange" in str(e.tag) and e.get(f"{W}id") == number]
        words = "".join(e.text or "" for e in document[edges[0] : edges[1]] if e.tag == f"{W}t")
        found.append((words, "".join(str(t) for t in comment.itertext())))
    return found


@pytest.fixture(scope="module")
def found() -> Checked:
    return checked(BROKEN)


def test_each_remark_is_a_comment_on_its_tag(found: Checked) -> None:
    data = marked(found)
    made = comments(data)

    assert_valid_docx(data)
    assert len(made) == len(found.remarks) == 4
    assert {words for words, _ in made} >= {"{{ so_ki_hieu }}", "{{ ten_loai", "{%p if mo_dau –%}"}
    by_words = dict(made)
    assert "Có phải là “so_ky_hieu”?" in by_words["{{ so_ki_hieu }}"]
    assert paragraphs(data) == paragraphs(BROKEN)


def test_equal_templates_give_equal_copies(found: Checked) -> None:
    assert marked(found) == marked(checked(BROKEN))


def test_a_fault_in_a_header_is_told_at_the_beginning() -> None:
    data = plan(("<w:p>", p("{{ so_ki_hieu") + "<w:p>"), part="word/header1.xml")
    words, said = comments(marked(checked(data)))[0]

    assert "Ở đầu trang, đoạn 1" in said
    assert "so_ki_hieu" in said
    assert words


def test_an_annotated_copy_used_as_a_template_is_told_apart(found: Checked) -> None:
    again = checked(marked(found))

    assert sum("nhận xét" in r.loi for r in again.remarks) == 1
    assert len(again.remarks) == len(found.remarks) + 1


@pytest.mark.libreoffice
def test_libreoffice_opens_the_copy_with_its_comments(found: Checked, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(marked(found))
    converted([tmp_path / "a.docx"], "fodt", tmp_path)
    root = etree.parse(tmp_path / "a.fodt").getroot()

    assert len(list(root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"))) == 4


def test_a_mended_copy_has_only_what_cannot_be_mended(found: Checked) -> None:
    again = checked(package.write(found.opened.mended))

    assert [r.loi for r in again.remarks] == [r.loi for r in found.remarks if "gạch dài" not in r.loi]
    assert not any(view.mends for view in again.opened.views)


def test_nothing_to_mend_changes_nothing() -> None:
    parts = checked(PLAN.read_bytes()).opened

    assert parts.mended == parts.parts


def test_no_copy_is_made_of_a_dangerous_file() -> None:
    parts = package.read(PLAN, "")
    rels = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        (
            f'<Relationship Id="rId99" Type="{R}/attachedTemplate" Target="http://a.vn/b.dotm" TargetMode="External"/>'
            "</Relationships>"
        ).encode(),
    )
    bad = checked(package.write({**parts, "word/_rels/document.xml.rels": rels}))

    assert bad.exit_code == 1
    with pytest.raises(Unusable):
        marked(bad)

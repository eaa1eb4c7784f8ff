from __future__ import annotations

import pytest
from lxml import etree

from docgen.checking import anchors
from docgen.reading.read import read
from tests.checking import papers
from tests.small_docx import W, small_docx

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
BOX = (
    '<w:p><w:r><w:t>Neo</w:t></w:r><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape '
    'style="width:90pt;height:20pt"><v:textbox><w:txbxContent>' + P.format("Trong hộp") + "</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r></w:p>"
)
DELETED_MARK = (
    '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:r><w:t>Nửa đầu</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve"> nửa sau</w:t></w:r></w:p>'
)
DELETED = '<w:p><w:del w:id="2" w:author="a"><w:r><w:delText>Đã xóa</w:delText></w:r></w:del></w:p>'
FIELDS = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>18/9</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{P.format('Trong khung')}</w:sdtContent></w:sdt>"
TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>" + P.format("Ô một") + "</w:tc><w:tc><w:tcPr/>"
    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>" + P.format("Ô trong") + "</w:tc></w:tr></w:tbl>"
    "<w:p/></w:tc></w:tr></w:tbl>"
)  # fmt: skip


def _found(body: str) -> list[tuple[str, str]]:
    """Text of each paragraph as read, and the words of the element it was found to be."""
    paper = read(small_docx(body))
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>'.encode())
    places = anchors.find(paper, root)
    return [(para.text, anchors.words(places[index])) for index, para in enumerate(paper.paras) if index in places]


@pytest.mark.parametrize("body", [P.format("a") * 3, CONTROL, TABLE, FIELDS, P.format("") + P.format("b")])
def test_each_paragraph_is_found_in_its_element(body: str) -> None:
    found = _found(body + P.format("Cuối"))

    assert found[-1] == ("Cuối", "Cuối")
    assert all(text == words for text, words in found)


def test_paragraphs_of_a_text_box_are_found_at_the_one_it_hangs_on() -> None:
    assert _found(P.format("Trước") + BOX + P.format("Sau")) == [
        ("Trước", "Trước"),
        ("Neo", "Neo"),
        ("Trong hộp", "Neo"),
        ("Sau", "Sau"),
    ]


def test_a_paragraph_whose_mark_was_deleted_is_found_where_it_ends() -> None:
    assert _found(DELETED_MARK + P.format("Sau")) == [("Nửa đầu nửa sau", " nửa sau"), ("Sau", "Sau")]


def test_deleted_words_do_not_count() -> None:
    assert _found(DELETED + P.format("Sau"))[-1] == ("Sau", "Sau")


def test_what_the_reader_left_out_does_not_shift_the_rest() -> None:
    paper = read(small_docx(P.format("Một") + P.format("Hai")))
    root = etree.fromstring(
        f'<w:body xmlns:w="{W}">{P.format("Một")}{P.format("Thừa")}{P.format("Hai")}</w:body>'.encode()
    )

    assert anchors.words(anchors.find(paper, root)[1]) == "Hai"


@pytest.mark.parametrize("ten", papers.PAPERS)
def test_every_paragraph_of_a_paper_is_found(ten: str) -> None:
    from docgen.reading.container import Container
    from docgen.reading.opening import open_source

    data = papers.docx(ten)
    paper, container = read(data), Container(open_source(data, "").parts, "")
    body = container.root(container.main)[0]
    places = anchors.find(paper, body)

    assert [anchors.words(places[index]) for index in range(len(paper.paras))] == [para.text for para in paper.paras]

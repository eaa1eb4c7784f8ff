"""Which parts a template has, and which it may not have."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateFaults, Unusable
from docgen.render import Template
from tests.render.build import OFFICE, R, W, docx, p, parts_of, zipped


def relation(kind: str, target: str, mode: str = "") -> str:
    """One more relationship of the document."""
    return f'<Relationship Id="rId99" Type="{R}/{kind}" Target="{target}"{mode and f" TargetMode={mode!r}"}/>'


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("vbaProject", "vbaProject.bin", "macro"),
        ("oleObject", "embeddings/o.bin", "OLE"),
        ("package", "embeddings/a.xlsx", "tệp nhúng"),
        ("control", "activeX/a.xml", "ActiveX"),
        ("aFChunk", "chunk.html", "altChunk"),
    ],
)
def test_parts_that_can_act_are_refused(kind: str, target: str, said: str) -> None:
    data = docx(p("a"), relations=relation(kind, target), more={f"word/{target}": b"<a/>"})

    with pytest.raises(Unusable, match=said):
        Template(data)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://example.vn/theo-doi.png"),
        ("image", "file:///etc/passwd"),
        ("attachedTemplate", "http://example.vn/mau.dotm"),
        ("hyperlink", "file:///c:/lenh.exe"),
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "\\\\may-chu\\tep"),
        ("frame", "http://example.vn"),
        ("oleObject", "http://example.vn"),
        ("subDocument", "b.docx"),
    ],
)
def test_what_would_be_fetched_from_outside_is_refused(kind: str, target: str) -> None:
    with pytest.raises(Unusable):
        Template(docx(p("a"), relations=relation(kind, target, "External")))


@pytest.mark.parametrize("target", ["https://example.vn", "mailto:ten@example.vn"])
def test_a_link_that_waits_for_a_click_is_allowed(target: str) -> None:
    Template(docx(p("a"), relations=relation("hyperlink", target, "External"))).render({})


def test_every_danger_is_told_at_once() -> None:
    data = docx(
        p("a"),
        relations=relation("vbaProject", "vbaProject.bin"),
        more={"word/vbaProject.bin": b"x", "word/a.exe": b""},
    )

    with pytest.raises(Unusable) as caught:
        Template(data)

    assert len(caught.value.faults) == 3


@pytest.mark.parametrize("kind", ["template.main", "document.macroEnabled.main"])
def test_other_kinds_of_word_files_are_refused(kind: str) -> None:
    parts = parts_of(docx(p("a")))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main", kind.encode())

    with pytest.raises(Unusable, match="docx"):
        Template(zipped(parts))


def test_a_zip_that_is_no_word_document_is_refused() -> None:
    with pytest.raises(Unusable, match="không có thân văn bản"):
        Template(zipped({"a.txt": b"xin chao"}))


def test_a_relationship_that_leads_nowhere_is_told() -> None:
    with pytest.raises(TemplateFaults, match=r"word/media/a\.png"):
        Template(docx(p("a"), relations=relation("image", "media/a.png")))


def test_parts_are_found_by_relationship_not_by_name() -> None:
    parts = parts_of(docx(p("{{ x }}"), header=p("{{ y }}")))
    for old, new in (("word/document.xml", "word/document2.xml"), ("word/header1.xml", "word/dau/a.xml")):
        parts[new] = parts.pop(old)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(f"/{old}".encode(), f"/{new}".encode())
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    rels = parts.pop("word/_rels/document.xml.rels").replace(b"header1.xml", b"dau/a.xml")
    parts["word/_rels/document2.xml.rels"] = rels

    assert Template(zipped(parts)).names() == {"x", "y"}


def test_content_types_of_the_helper_are_those_of_word() -> None:
    assert f"{OFFICE}.document.main+xml".encode() in parts_of(docx(p("a")))["[Content_Types].xml"]


def test_a_reference_without_relationship_is_told() -> None:
    link = f'<w:p><w:hyperlink r:id="rId77" xmlns:r="{R}"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>'

    with pytest.raises(TemplateFaults, match="rId77"):
        Template(docx(link))


def test_strict_open_xml_is_refused() -> None:
    parts = parts_of(docx(p("{{ x }}")))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(W.encode(), strict)

    with pytest.raises(Unusable, match="Strict"):
        Template(zipped(parts))

"""Sections laid on their side."""

from __future__ import annotations

import pytest

from docgen.render import Template
from tests.render.build import PORTRAIT, assert_valid_docx, docx, p, q, table, xml

BREAK = PORTRAIT.replace("<w:sectPr>", '<w:sectPr><w:type w:val="nextPage"/>')


def pages(data: bytes) -> list[tuple[str | None, str | None, str | None]]:
    """Width, height and orientation of each section."""
    return [(s.get(q("w")), s.get(q("h")), s.get(q("orient"))) for s in xml(data).iter(q("pgSz"))]


UPRIGHT, SIDEWAYS = ("11906", "16838", None), ("16838", "11906", "landscape")


def appendices() -> Template:
    """A body, and appendices each in a section of its own."""
    body = [
        p("thân"),
        p("{%p for pl in phu_luc %}"),
        p("", ppr=BREAK),
        p("{{ pl.huong }}{{ pl.ten }}"),
        table([["{{ pl.ten }}"]]),
        p("hết"),
        p("{%p endfor %}"),
    ]
    return Template(docx(*body))


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        ([], [UPRIGHT]),
        ([True], [UPRIGHT, SIDEWAYS]),
        ([False, True, False], [UPRIGHT, UPRIGHT, SIDEWAYS, UPRIGHT]),
        ([True, True], [UPRIGHT, SIDEWAYS, SIDEWAYS]),
    ],
)
def test_only_the_section_that_holds_the_mark_is_turned(turned: list[bool], expected: list[object]) -> None:
    words = [{"ten": str(i), "huong": {"ngang": True} if side else ""} for i, side in enumerate(turned)]
    made = appendices().render({"phu_luc": words})

    assert pages(made) == expected
    assert_valid_docx(made)


def test_a_mark_in_a_cell_turns_the_section_around_the_table() -> None:
    body = [table([["{{ x }}"]]), p("", ppr=BREAK), p("sau")]

    assert pages(Template(docx(*body)).render({"x": {"ngang": True}})) == [SIDEWAYS, UPRIGHT]


def test_a_section_that_lies_already_stays() -> None:
    lying = PORTRAIT.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')

    assert pages(Template(docx(p("{{ x }}"), section=lying)).render({"x": {"ngang": True}})) == [SIDEWAYS]


def test_a_section_without_size_becomes_a4() -> None:
    bare = PORTRAIT.replace('<w:pgSz w:w="11906" w:h="16838"/>', "")
    made = Template(docx(p("{{ x }}"), section=bare)).render({"x": {"ngang": True}})

    assert pages(made) == [SIDEWAYS]
    assert_valid_docx(made)


def widths(data: bytes) -> list[list[str | None]]:
    """Column widths of each table."""
    return [[column.get(q("w")) for column in grid] for grid in xml(data).iter(q("tblGrid"))]


def test_a_table_as_wide_as_the_text_stays_so_and_a_narrow_one_stays_narrow() -> None:
    body = [
        table([["trước", "x"]], widths=[4000, 5000]),
        p("", ppr=BREAK),
        p("{{ huong }}"),
        table([["rộng", "x"]], widths=[3000, 6000]),
        table([["hẹp"]], widths=[3000]),
    ]
    template = Template(docx(*body))
    upright = template.render({"huong": ""})
    sideways = template.render({"huong": {"ngang": True}})
    margins = {q(name): int(xml(sideways).find(f".//{q('pgMar')}").get(q(name))) for name in ("left", "right")}  # type: ignore[union-attr,arg-type]
    gained = (16838 - sum(margins.values())) - (11906 - sum(margins.values()))

    assert widths(upright) == [["4000", "5000"], ["3000", "6000"], ["3000"]]
    assert widths(sideways)[0] == ["4000", "5000"]
    assert sum(int(width or 0) for width in widths(sideways)[1]) == 9000 + gained
    assert widths(sideways)[2] == ["3000"]
    assert_valid_docx(sideways)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_feet(*kinds: str) -> Template:
    """A section whose pages have feet of their own, by the type of their references."""
    refer = "".join(f'<w:footerReference w:type="{kind}" r:id="rId{kind}"/>' for kind in kinds)
    relations = "".join(f'<Relationship Id="rId{kind}" Type="{OFFICE}/footer" Target="{kind}.xml"/>' for kind in kinds)
    section = PORTRAIT.replace("<w:pgSz", f"{refer}<w:pgSz", 1)
    more = {f"word/{kind}.xml": f"<w:ftr {_W}>{p('chân')}</w:ftr>" for kind in kinds}
    return Template(docx(p("{{ x }}"), section=section, more=more, relations=relations))


def feet(made: bytes) -> dict[str | None, str | None]:
    return {r.get(q("type")): r.get(f"{{{OFFICE}}}id") for r in xml(made).iter(q("footerReference"))}


def test_a_section_with_the_mark_begins_with_the_foot_of_its_later_pages() -> None:
    template = with_feet("default", "first")

    assert feet(template.render({"x": {"chan_sau": True}})) == {"default": "rIddefault", "first": "rIddefault"}
    assert feet(template.render({"x": ""})) == {"default": "rIddefault", "first": "rIdfirst"}


def test_without_a_foot_on_later_pages_there_is_none_on_the_first() -> None:
    assert feet(with_feet("first").render({"x": {"chan_sau": True}})) == {}

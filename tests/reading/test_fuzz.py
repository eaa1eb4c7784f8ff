"""Damaged files give facts or a refusal with words, never a traceback."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import DocgenError
from tests.reading.build import (
    PAGE,
    STYLES,
    Docx,
    cell,
    drawn_line,
    facts,
    field_run,
    level,
    numbered,
    para,
    row,
    run,
    style,
    table,
    text_box,
    zipped,
)

Parts = dict[str, bytes]
VALUES = ("", "0", "-1", "1", "9", "99999999999999999999", "abc", "1e309", "NaN", "12.7mm", "nil", "continue", "\u00e9")
TAGS = (
    *("p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "sdt", "sdtContent", "ins", "del", "fldChar", "br", "tab"),
    *("sectPr", "txbxContent", "numPr", "tcPr", "hyperlink"),
)


@functools.cache
def whole_paper() -> Parts:
    """A file with a bit of everything."""
    merged = cell("gộp", tcpr='<w:vMerge w:val="restart"/>')
    body = (
        table(row("ỦY BAN NHÂN DÂN", cell("CỘNG HÒA", para("Độc lập", drawn_line(60)))), row("Số: 05/KH-UBND", "ngày"))
        + para(run("KẾ HOẠCH", "<w:b/>"), text_box("DỰ THẢO"), ppr='<w:jc w:val="center"/>')
        + para("I. MỤC ĐÍCH", ppr=numbered(1))
        + para("Một", '<w:r><w:footnoteReference w:id="2"/></w:r>', ppr=numbered(1, 1))
        + para(field_run("TOC", "mục lục"), '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>')
        + para(
            "<w:sdt><w:sdtContent><w:r><w:t>ô</w:t></w:r></w:sdtContent></w:sdt>",
            "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        )
        + para("cuối", '<w:r><w:br w:type="page"/></w:r>', ppr=f"<w:sectPr>{PAGE}</w:sectPr>")
        + table(
            row(merged, "1"), row(cell(tcpr="<w:vMerge/>"), cell(table(row("trong")))), tblpr='<w:tblStyle w:val="T"/>'
        )
        + para("-----", ppr='<w:pStyle w:val="B"/><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>')
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "%1.", "upperRoman")
        + level(1, "%1.%2.", "decimal", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        STYLES + style("B", "<w:rPr><w:b/></w:rPr>", based_on="Normal") + style("T", "<w:rPr><w:i/></w:rPr>", "table")
    )
    parts = Docx(
        body,
        styles=styles,
        numbering=numbering,
        footnotes=f'<w:footnote w:id="2">{para("chú thích")}</w:footnote>',
        headers={"h": para(field_run("PAGE", "2"))},
        sect=f'<w:headerReference w:type="default" r:id="h"/>{PAGE}<w:titlePg/>',
    ).contents()
    return {name: content.encode() if isinstance(content, str) else content for name, content in parts.items()}


def survives(data: bytes) -> None:
    try:
        found = facts(data)
    except DocgenError as error:
        assert error.faults
        assert all(fault.loi.strip() for fault in error.faults)
        return
    assert all(one.text == "".join(run.text for run in one.runs if not run.format.an) for one in found.paras)
    assert [index for section in found.sections for index in section.doan] == list(range(len(found.paras)))
    assert all(found.paras[index].o is not None for one in found.bang for index in one.doan)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Change, drop, double or cut some bytes."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(damaged) + 1)
        match chance.randrange(5):
            case 0 if at < len(damaged):
                damaged[at] ^= 1 << chance.randrange(8)
            case 1:
                del damaged[at : at + chance.randint(1, 40)]
            case 2:
                damaged[at:at] = damaged[at : at + chance.randint(1, 40)]
            case 3:
                damaged[at:at] = bytes(chance.randrange(256) for _ in range(3))
            case _ if chance.random() < 0.1:
                del damaged[at:]
    return bytes(damaged)


def rearranged(xml: bytes, chance: random.Random) -> bytes:
    """Move, double, rename and drop elements, and put odd values into attributes: XML that is well formed and wrong."""
    root = etree.fromstring(xml)
    for _ in range(chance.randint(1, 12)):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        one, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0 if one.attrib:
                one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
            case 1:
                one.tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + chance.choice(TAGS)
            case 2 if one is not root:
                one.getparent().remove(one)
            case 3 if one is not root and one not in other.iterancestors() and one is not other:
                other.append(one)
            case 4 if len(elements) < 3000:
                other.append(etree.fromstring(etree.tostring(one)))
    return etree.tostring(root)


def damaged(seed: int, how: Callable[[bytes, random.Random], bytes]) -> bytes:
    chance = random.Random(seed)
    parts = dict(whole_paper())
    name = chance.choice([*parts, "word/document.xml", "word/document.xml"])
    parts[name] = how(parts[name], chance)
    return zipped(parts)


@given(st.integers(min_value=0, max_value=2**48))
def test_bytes_of_a_part_may_be_damaged(seed: int) -> None:
    survives(damaged(seed, flipped))


@given(st.integers(min_value=0, max_value=2**48))
def test_elements_of_a_part_may_be_anything_anywhere(seed: int) -> None:
    survives(damaged(seed, rearranged))


@given(st.integers(min_value=0, max_value=2**48))
def test_bytes_of_the_zip_may_be_damaged(seed: int) -> None:
    survives(flipped(zipped(whole_paper()), random.Random(seed)))


def test_the_whole_paper_itself_is_read() -> None:
    survives(zipped(whole_paper()))
    assert len(facts(zipped(whole_paper())).paras) > 10

"""How long a paper takes: budgets several times above what is usual, so that only a change of kind breaks them."""

from __future__ import annotations

import time
import tracemalloc

from docgen.reading.facts import Paper
from tests.reading.build import (
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
)

PROPERTIES = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{}<w:color w:val="000000"/><w:sz w:val="28"/>'
)
BODY = '<w:pStyle w:val="Body"/><w:spacing w:before="120" w:line="264" w:lineRule="auto"/><w:jc w:val="both"/>{}'


def _sentence(number: int) -> str:
    """A paragraph as Word leaves it after some editing: several runs of the same look."""
    words = f"Nâng cao nhận thức, trách nhiệm của các cấp, các ngành về công tác số {number} trên địa bàn tỉnh; "
    pieces = [words[at : at + 40] for at in range(0, len(words), 40)] * 2
    runs = "".join(run(piece, PROPERTIES.format("<w:b/>" if at == 0 else "")) for at, piece in enumerate(pieces))
    ppr = BODY.format(numbered(1, number % 3) if number % 4 == 0 else "")
    return para(runs, ppr=f"{ppr}<w:rPr>{PROPERTIES.format('')}</w:rPr>")


def _table(rows: int) -> str:
    width = '<w:tcW w:w="1800" w:type="dxa"/>'
    lines = (
        row(*(cell(para(run(f"ô {r}.{c}", PROPERTIES.format(""))), tcpr=width) for c in range(5))) for r in range(rows)
    )
    return table(*lines, grid=(1800,) * 5, tblpr='<w:tblStyle w:val="Grid"/>')


def _plan(paragraphs: int, tables: int, rows: int) -> bytes:
    each = max(paragraphs // max(tables, 1), 1)
    body = [para("KẾ HOẠCH", drawn_line(40))]
    for number in range(paragraphs):
        body.append(_sentence(number))
        if number % each == 0 and number // each < tables:
            body.append(_table(rows))
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + "".join(level(n, f"%{n + 1}.") for n in range(3))
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = STYLES + style("Body", "<w:rPr><w:i/></w:rPr>", based_on="Normal") + style("Grid", "", "table")
    header = para(field_run("PAGE", "2"))
    sect = '<w:headerReference w:type="default" r:id="h"/>'
    return Docx("".join(body), styles=styles, numbering=numbering, headers={"h": header}, sect=sect).data()


def _timed(data: bytes) -> tuple[Paper, float]:
    started = time.process_time()
    found = facts(data)
    return found, time.process_time() - started


def test_a_plan_of_640_paragraphs_is_read_at_once() -> None:
    data = _plan(560, 2, 8)
    readings = [_timed(data) for _ in range(5)]
    assert len(readings[0][0].paras) == 641
    assert min(seconds for _, seconds in readings) < 0.5


def test_a_paper_of_9000_paragraphs_and_228_tables_takes_seconds() -> None:
    found, seconds = _timed(_plan(4440, 228, 4))
    assert (len(found.paras), len(found.bang)) == (9001, 228)
    assert seconds < 10


def test_memory_is_bounded_by_the_length_of_the_paper() -> None:
    data = _plan(1500, 50, 4)
    tracemalloc.start()
    found = facts(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # Measured: 4 kB a paragraph, the bytes of the file included.
    assert peak / len(found.paras) < 25_000

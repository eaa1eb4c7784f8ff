"""A rule is as long under texts that were taken out of the markup as under the markup itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.data_dir import find
from docgen.render import rules
from docgen.render.fast import markup
from docgen.render.fast.above import cut
from docgen.render.fast.rulebook import Rulebook
from docgen.render.fast.shapes import ParagraphShape
from docgen.render.fast.unproved import Unproved
from docgen.render.styles import Styles
from docgen.render.wordml import NS_W, parse
from tests.render.build import parts_of

STYLES = Styles(parts_of(find().template("ke-hoach", "nd30").read_bytes())["word/styles.xml"])
OPENING = f'<w:document xmlns:w="{NS_W}">'
SHAPE = ParagraphShape(
    parse(f'{OPENING}<w:p><w:pPr><w:pStyle w:val="DuongKe"/></w:pPr></w:p></w:document>'.encode())[0], STYLES, None
)
TEXTS = st.text("ABÔ a1&<>\u00a0-,7", max_size=40) | st.sampled_from(["0", "12", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI " * 3])


def lines(texts: list[str], style: str, space: str) -> str:
    runs = (
        "".join(f"<w:r><w:t{space}>{markup.text(piece)}</w:t><w:br/></w:r>" for piece in t.split(",")) for t in texts
    )
    return "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>' for inside in runs)


@given(
    st.lists(TEXTS, min_size=1, max_size=3),
    st.sampled_from(["CoQuan", "TrichYeu", ""]),
    st.sampled_from(["", "<w:tbl><w:tr/></w:tbl>", "<w:sdt><w:tbl/></w:sdt>", "<w:tbl>5</w:tbl><w:tbl/>"]),
    st.sampled_from([' xml:space="preserve"', "", ' xml:space="default"']),
    st.sampled_from([3373, 9355, 0]),
)
def test_it_is_as_long_either_way(texts: list[str], style: str, before: str, space: str, column: int) -> None:
    book = Rulebook(OPENING, STYLES)
    share = (1 / 3, 1 / 2)
    above = before + lines(texts, style, space)
    whole = book._lines(SHAPE, above, is_all=True)

    for _ in range(2):
        found = book._measured(SHAPE, above, is_all=True, share=share, column=column)
        assert found == rules.indents(whole, SHAPE.own, column, share, STYLES)


def test_what_is_written_in_an_unusual_way_is_not_cut() -> None:
    for text in ('<w:t xml:space="default">5</w:t>', "<w:t>&#65;</w:t>", "<w:t>&quot;</w:t>"):
        with pytest.raises(Unproved):
            cut(f"<w:p><w:r>{text}</w:r></w:p>")


def test_what_cannot_matter_is_left_out() -> None:
    one, texts = cut("<w:p><w:t>x</w:t></w:p><w:tbl><w:t>y</w:t></w:tbl><w:p><w:r><w:t>a &amp; 1</w:t></w:r></w:p>")

    assert one == "<w:tbl/><w:p><w:r><w:t>0</w:t></w:r></w:p>"
    assert texts == ["a & 1"]

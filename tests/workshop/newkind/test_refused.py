"""Papers nobody can make a kind of, and papers that are meant to do harm."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.data_dir import find
from docgen.errors import DocgenError, Unusable
from docgen.render import Template
from docgen.workshop.newkind import seen
from docgen.workshop.newkind.kind import new_kind, proposed
from tests.checking.building import Doan, built
from tests.small_docx import paragraph, small_docx
from tests.workshop.newkind import papers


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 hong", b"\x89PNG\r\n"])
def test_what_is_no_paper(data: bytes) -> None:
    with pytest.raises(Unusable):
        proposed(data, find(), ten="x.docx")


def test_a_bomb() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    with pytest.raises(Unusable):
        proposed(out.getvalue(), find(), ten="x.docx")


def test_far_too_many_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "MAX_PLACES", 5)
    with pytest.raises(Unusable, match="quá 5 chỗ"):
        proposed(built(papers.thong_bao()), find(), ten="x.docx")


def test_a_paper_of_three_words_says_why_not() -> None:
    data = small_docx(paragraph("Chỉ ba chữ"))
    kind = new_kind(data, proposed(data, find(), ten="x.docx"), find(), ten="x.docx")
    assert not kind.is_usable
    assert {"co_quan.ten", "trich_yeu"} <= {fault.noi.rpartition(" ")[2] for fault in kind.loi}


def test_a_form_that_is_too_long_says_so_without_our_folders() -> None:
    base = papers.giay_moi()
    more = tuple(Doan("doan", ((f"Thời gian: {k} giờ", {}),), base.doan[12].look) for k in range(1900))
    data = built(replace(base, doan=(*base.doan[:12], *more, *base.doan[12:])))
    kind = new_kind(data, proposed(data, find(), ten="x.docx"), find(), ten="x.docx")
    assert not kind.is_usable
    assert "quá nhiều mục" in str(kind.loi[0]) and "/tmp" not in str(kind.loi)


HOSTILE = st.lists(
    st.sampled_from(["{{", "}}", "{%", "%}", "{#", "#}", "rieng.x", "Thời gian:", "for a in b", "……", " ", "1.", "- "]),
    min_size=1,
    max_size=8,
).map(" ".join)


@given(st.lists(HOSTILE, min_size=1, max_size=5))
def test_words_never_become_tags(lines: list[str]) -> None:
    """Whatever stands in the paper: its template has no tag but those of the base and of the names proposed."""
    base = papers.giay_moi()
    at = next(k for k, one in enumerate(base.doan) if one.text.startswith("Thời gian"))
    more = tuple(Doan("doan", ((text, {}),), base.doan[at].look) for text in lines)
    data = built(replace(base, doan=(*base.doan[:at], *more, *base.doan[at:])))
    try:
        kind = new_kind(data, proposed(data, find(), ten="x.docx"), find(), ten="x.docx")
    except DocgenError:
        return
    template = kind.files[f"templates/{kind.proposal.loai}.{kind.proposal.the_thuc}.docx"]
    own = {f"rieng.{ask.ten}" for unit in kind.proposal.phan for ask in unit.hoi}
    used = {name.partition("[")[0] for name in Template(template, "x.docx").names()}
    assert {name for name in used if name.startswith("rieng.")} <= own
    # A label that was typed wrong ("1." twice) is counted again on printing, which is told; no other word is missing.
    said = [re.findall(r"“(.*?)”", fault.loi)[0] for fault in kind.proof.thieu]
    assert all(word.isdecimal() for words in said for word in words.split())

"""Any text in any field comes out of the paper unchanged (NFC), or is refused with its place."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.data_dir import find
from docgen.errors import InputFaults
from docgen.outline.write import escape
from docgen.pipeline import make
from tests.papers.text import folded, lines

TRAPS = [
    "&",
    "<",
    ">",
    '"',
    "'",
    "]]>",
    "{{ 7*7 }}",
    "{% if x %}",
    "{_{",
    "}_}",
    "a\u0302\u0323",
    "\u00a0",
    "\t",
    "R&D",
    "*",
    "^",
    "|",
    "\\",
    "[^1]",
    "<br>",
    "_x000D_",
    "\u200b",
    "😀",
]
ANY = st.lists(st.sampled_from(TRAPS) | st.text(st.characters(exclude_categories=()), max_size=6), max_size=6).map(
    "".join
)
DATA = find()

Put = Callable[[dict[str, Any], str], None]


def body(text: str) -> str:
    return f"I. MỤC\n\n{text}"


PLACES: dict[str, tuple[str, Put]] = {
    "co_quan.ten": ("co_quan.ten[1]", lambda raw, text: raw["co_quan"].update(ten=[text])),
    "co_quan.chu_quan": ("co_quan.chu_quan[1]", lambda raw, text: raw["co_quan"].update(chu_quan=[text])),
    "co_quan.ky_hieu": ("co_quan.ky_hieu", lambda raw, text: raw["co_quan"].update(ky_hieu=text)),
    "dia_danh": ("dia_danh", lambda raw, text: raw.update(dia_danh=text)),
    "trich_yeu": ("trich_yeu", lambda raw, text: raw.update(trich_yeu=text)),
    "kinh_gui": ("kinh_gui[1]", lambda raw, text: raw.update(kinh_gui=[text])),
    "can_cu": ("can_cu[1]", lambda raw, text: raw.update(can_cu=[escape(text)])),
    "mo_dau": ("mo_dau", lambda raw, text: raw.update(mo_dau=escape(text))),
    "noi_dung": ("noi_dung", lambda raw, text: raw.update(noi_dung=body(escape(text)))),
    "noi_dung, đề mục": ("noi_dung", lambda raw, text: raw.update(noi_dung=f"I. {escape(text)}\n- Việc.")),
    "noi_dung, gạch đầu dòng": ("noi_dung", lambda raw, text: raw.update(noi_dung=body(f"- {escape(text)}"))),
    "noi_dung, bảng": ("noi_dung", lambda raw, text: raw.update(noi_dung=body(f"| a |\n|---|\n| {escape(text)} |"))),
    "noi_dung, chú thích": (
        "noi_dung",
        lambda raw, text: raw.update(noi_dung=body(f"Xem[^1].\n\n[^1]: {escape(text)}")),
    ),
    "ket_thuc": ("ket_thuc", lambda raw, text: raw.update(ket_thuc=escape(text))),
    "noi_nhan": ("noi_nhan[1]", lambda raw, text: raw.update(noi_nhan=[escape(text)])),
    "luu": ("luu", lambda raw, text: raw.update(luu=text)),
    "ky.quyen_han": ("ky.quyen_han[1]", lambda raw, text: raw["ky"].update(quyen_han=[text])),
    "ky.chuc_vu": ("ky.chuc_vu", lambda raw, text: raw["ky"].update(chuc_vu=text)),
    "ky.ho_ten": ("ky.ho_ten", lambda raw, text: raw["ky"].update(ho_ten=text)),
    "phu_luc.ten": ("phu_luc[1].ten", lambda raw, text: raw.update(phu_luc=[{"ten": text, "noi_dung": "Việc."}])),
    "phu_luc.noi_dung": ("phu_luc[1].noi_dung", lambda raw, text: raw.update(phu_luc=[{"noi_dung": escape(text)}])),
}


def plan() -> dict[str, Any]:
    return {
        "loai": "ke-hoach",
        "co_quan": {"loai": "nha-nuoc", "ten": ["UBND"], "ten_day_du": "Ủy ban", "ky_hieu": "UBND"},
        "dia_danh": "An Thịnh",
        "trich_yeu": "Việc",
        "noi_dung": "I. MỤC\n- Việc.",
        "noi_nhan": ["UBND tỉnh"],
        "luu": "VT",
        "ky": {"chuc_vu": "CHỦ TỊCH"},
    }


@pytest.mark.parametrize("field", PLACES)
@given(middle=ANY)
def test_any_text_comes_out_or_is_refused_with_its_place(field: str, middle: str) -> None:
    noi, put = PLACES[field]
    text = f"đầu {middle} cuối"
    raw = plan()
    put(raw, text)

    try:
        made = make(raw, DATA).docx
    except InputFaults as refused:
        assert [fault.noi for fault in refused.faults if fault.nang == "loi"] == [noi]
        return

    wanted = folded(unicodedata.normalize("NFC", text))
    assert any(wanted in line for line in lines(made)), (wanted, lines(made))
    if field == "trich_yeu":
        assert wanted in folded(title(made))


def title(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        core = etree.fromstring(archive.read("docProps/core.xml"))
    return core.findtext("{http://purl.org/dc/elements/1.1/}title") or ""

"""Any Document, for properties: every field, any text a paper can hold."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from docgen.document import Document, build
from docgen.errors import InputFaults
from docgen.outline.parse import parse
from docgen.outline.write import write
from docgen.vietnamese.text import forbidden, nfc

SMALL: dict[str, Any] = {
    "loai": "ke-hoach",
    "co_quan": {"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN", "XÃ AN THỊNH"], "ky_hieu": "UBND"},
    "dia_danh": "An Thịnh",
    "trich_yeu": "Triển khai chuyển đổi số năm 2027",
    "noi_dung": "I. MỤC ĐÍCH, YÊU CẦU\n1. Phát triển dịch vụ số.",
    "noi_nhan": ["UBND tỉnh"],
    "luu": "VT",
    "ky": {"chuc_vu": "CHỦ TỊCH"},
}
"""The smallest plan that has all that is required."""

LETTERS = st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda char: not forbidden(char))
TRAPS = st.sampled_from(
    [
        "#2",
        "a: b",
        "no",
        "05",
        "null",
        "~",
        "- a",
        "* a",
        "&a",
        "“x”",
        '"x"',
        "'x'",
        "a #b",
        "a:",
        "?",
        "|",
        "> x",
        "%",
        "@a",
    ]
)
lines = st.one_of(TRAPS, st.text(LETTERS, min_size=1, max_size=40)).map(nfc).filter(lambda s: bool(s.strip()))
texts = st.lists(st.one_of(lines, st.just(""), st.just("  thụt vào "), st.just("\tthẻ\t")), min_size=1, max_size=6).map(
    "\n".join
)
bodies = texts.filter(lambda s: bool(s.strip()))


def canonical(text: str) -> str:
    """A body the way the notation writes it; one without faults."""
    found = parse(text)
    return write(found.outline) if not any(fault.nang == "loi" for fault in found.faults) else "I. MỤC ĐÍCH"


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def raw_papers(body: st.SearchStrategy[str] = bodies) -> st.SearchStrategy[dict[str, Any]]:
    """Plain values of a plan; not every one of them is free of faults."""
    some = st.lists(lines, max_size=3)
    co_quan = st.fixed_dictionaries(
        {
            "loai": st.sampled_from(["nha-nuoc", "doan", "dang", "to-chuc"]),
            "chu_quan": some,
            "ten": st.lists(lines, min_size=1, max_size=3),
            "ten_day_du": _maybe(lines),
            "ky_hieu": lines,
            "don_vi_soan": _maybe(lines),
        }
    )
    ky = st.fixed_dictionaries(
        {"quyen_han": some, "chuc_vu": lines, "chu_ky": _maybe(lines), "ho_ten": _maybe(lines), "chuc_vu_khac": some}
    )
    phu_luc = st.fixed_dictionaries(
        {"ten": _maybe(bodies), "noi_dung": body, "ngang": st.sampled_from(["true", "false"])}
    )
    return st.fixed_dictionaries(
        {
            "loai": st.just("ke-hoach"),
            "the_thuc": st.sampled_from([None, "nd30", "doan", "dang"]),
            "co_quan": co_quan,
            "so": _maybe(st.integers(1, 99999).map(str)),
            "dia_danh": lines,
            "ngay": st.sampled_from([None, "2026-11-05", "2026-11", "2026"]),
            "do_khan": st.sampled_from([None, "khan", "hoa-toc"]),
            "do_mat": st.sampled_from([None, "mat"]),
            "trich_yeu": bodies,
            "kinh_gui": some,
            "can_cu": some,
            "mo_dau": _maybe(bodies),
            "noi_dung": body,
            "ket_thuc": _maybe(bodies),
            "noi_nhan": st.lists(lines, min_size=1, max_size=3),
            "luu": lines,
            "so_ban": _maybe(st.integers(1, 500).map(str)),
            "ky": ky,
            "phu_luc": st.lists(phu_luc, max_size=2),
            "danh_so": st.sampled_from([{}, {"la_ma": "I-"}]),
        }
    )


def document_or_none(raw: dict[str, Any]) -> Document | None:
    """The Document, ``None`` when the values have faults."""
    try:
        return build(raw).document
    except InputFaults:
        return None

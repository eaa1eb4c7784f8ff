"""Parts that are remembered are those that would be worked out anew."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from docgen.context import body, own
from docgen.context.notes import _CHECKS, _mentions
from docgen.context.remembered import remembered
from docgen.context.words import _appendices, _attached, _can_cu, _noi_nhan
from docgen.document import Document, build
from docgen.standards import STANDARDS
from tests.context.paper import PLAN

TEXTS = st.sampled_from(
    ["", "Xã A", "Theo Phụ lục kèm theo.", "I. MỤC ĐÍCH\n\n- Một.", "**hở", "a[^1]", "|a|b|\n|-|-|"]
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "noi_dung": TEXTS.filter(bool),
        "mo_dau": TEXTS,
        "ket_thuc": TEXTS,
        "can_cu": st.lists(TEXTS.filter(bool), max_size=2),
        "noi_nhan": st.lists(st.sampled_from(["Như trên", "Sở Y tế"]), max_size=2),
        "luu": st.sampled_from(["", "VT", "lưu"]),
        "so_ban": st.sampled_from(["", "5"]),
        "ky": st.sampled_from([{}, {"ho_ten": "TS. An"}, {"quyen_han": ["KT. CHỦ TỊCH"], "chuc_vu": "CHỦ TỊCH"}]),
        "kem_theo": st.sampled_from([None, {"ten_loai": "QUY CHẾ", "noi_dung": "Điều 1. Một."}]),
        "phu_luc": st.sampled_from([[], [{"noi_dung": "Một."}], [{"noi_dung": "Hai."}]]),
        "danh_so": st.sampled_from([{}, {"la_ma": "I-"}]),
        "the_thuc": st.sampled_from(["", "dang"]),
    },
)
PARTS: Any = (
    body.main_body,
    own.own_words,
    _can_cu,
    _noi_nhan,
    _attached,
    _appendices,
    *_CHECKS[:-1],
)


def documents(changes: list[dict[str, Any]]) -> list[Document]:
    found = []
    for change in changes:
        try:
            found.append(build({**PLAN, **change}).document)
        except Exception:  # a body that is at fault has no document
            continue
    return found


@given(st.lists(CHANGES, min_size=2, max_size=8))
def test_every_part_gives_what_it_would_give_anew(changes: list[dict[str, Any]]) -> None:
    asked: dict[str, Any] = {}
    for document in documents(changes):
        standard = STANDARDS[document.the_thuc or "nd30"]
        for part in PARTS:
            more = (asked,) if part is own.own_words else ()
            assert part(document, standard, *more) == part.__wrapped__(document, standard, *more)
        for noi in ("mo_dau", "noi_dung", "ket_thuc"):
            assert _mentions(document, noi) == _mentions.__wrapped__(document, noi)  # type: ignore[attr-defined]


def test_only_what_was_read_asks_for_the_work_again() -> None:
    worked: list[str] = []

    @remembered
    def signer(document: Document) -> str:
        worked.append(document.ky.ho_ten or "")
        return document.ky.ho_ten or ""

    one = build(PLAN).document
    other = build({**PLAN, "trich_yeu": "Khác", "ky": {**PLAN["ky"], "chuc_vu": "PHÓ CHỦ TỊCH"}}).document
    third = build({**PLAN, "ky": {"ho_ten": "Lê Hà"}}).document

    assert [signer(one), signer(other), signer(third), signer(one)] == [
        "Đặng Minh Hưng",
        "Đặng Minh Hưng",
        "Lê Hà",
        "Đặng Minh Hưng",
    ]
    assert worked == ["Đặng Minh Hưng", "Lê Hà"]


def test_that_a_group_is_there_is_read_as_well() -> None:
    @remembered
    def promulgates(document: Document) -> bool:
        return document.kem_theo is not None

    @remembered
    def about(document: Document) -> str:
        return document.kem_theo.ten_loai if document.kem_theo else ""

    papers = [
        {},
        {"kem_theo": {"ten_loai": "QUY CHẾ", "noi_dung": "x"}},
        {"kem_theo": {"ten_loai": "A", "noi_dung": "x"}},
    ]
    found = [build({**PLAN, **more}).document for more in papers]

    assert [promulgates(document) for document in (*found, *found)] == [False, True, True] * 2
    assert [about(document) for document in (*found, *found)] == ["", "QUY CHẾ", "A"] * 2


def test_arguments_are_told_apart() -> None:
    @remembered
    def said(document: Document, name: str) -> object:
        return getattr(document, name)

    document = build(PLAN).document

    assert [said(document, "luu"), said(document, "dia_danh"), said(document, "luu")] == [
        "VT, VX",
        "Bình Dương",
        "VT, VX",
    ]

"""Whole papers: the five seeds as text, and what docgen itself makes of data, in all three standards."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from docgen.intake.load import load
from docgen.pipeline import make
from docgen.reading import parts
from docgen.reading.facts import Paper
from docgen.reading.read import read, read_text
from tests import seeds
from tests.reading.parts.paper import text, texts
from tests.seeds.reading import NAMES, data_file, folded

ALL_PARTS = Path(__file__).parents[2] / "papers" / "du-moi-phan.yaml"
TEXTS = Path(seeds.__file__).parent / "text"


@cache
def as_text(name: str) -> Paper:
    return read_text((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))


@cache
def as_made(source: Path) -> Paper:
    return read(make(load(source)).docx)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_seed_belongs_to_a_part(name: str) -> None:
    paper = as_text(name)
    assert parts.dissect(paper).sot == ()
    assert text(paper, "ten_loai") == "KẾ HOẠCH"
    assert text(paper, "noi_nhan_nhan") == "Nơi nhận:"
    assert text(paper, "ket_thuc")
    assert text(paper, "mo_dau").endswith("như sau:")


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        (NAMES[0], {"quoc_hieu", "chu_quan"}),
        (NAMES[1], {"quoc_hieu", "co_quan", "can_cu"}),
        (NAMES[2], {"co_quan", "so_ky_hieu", "dia_danh_ngay", "can_cu", "chuc_vu", "ho_ten"}),
        (NAMES[3], {"quoc_hieu", "co_quan", "quyen_han"}),
        (NAMES[4], {"tieu_de", "co_quan", "so_ky_hieu", "dia_danh_ngay", "can_cu", "quyen_han", "ho_ten"}),
    ],
)
def test_what_a_seed_lost_is_missing(name: str, missing: set[str]) -> None:
    assert missing.isdisjoint(as_text(name).parts)


def test_the_first_seed_is_read_whole() -> None:
    paper = as_text(NAMES[0])
    assert text(paper, "co_quan") == "BCH ĐOÀN TỈNH BÌNH DƯƠNG"
    assert text(paper, "so_ky_hieu") == "Số:  107  -KH/TĐTN-TNTH"
    assert len(texts(paper, "can_cu")) == 5
    assert len(texts(paper, "noi_nhan")) == 7
    assert text(paper, "luu") == "- Lưu: VT, Ban TNTH, TG."
    (signer,) = parts.signers(paper)
    assert signer.chu_ky is not None
    assert [part.text for part in signer.quyen_han] == ["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"]
    assert [part.text for part in signer.chuc_vu_khac] == ["Chủ tịch Hội sinh viên tỉnh"]


def test_the_footnote_under_the_signature_of_a_seed_is_found() -> None:
    assert text(as_text(NAMES[3]), "chu_thich").startswith("¹ Kế hoạch truyền thông")


@pytest.mark.parametrize("source", [*map(data_file, NAMES), ALL_PARTS], ids=lambda source: source.stem)
def test_everything_docgen_makes_is_found_again(source: Path) -> None:
    paper, document = as_made(source), load(source).document
    assert parts.dissect(paper).sot == ()
    assert text(paper, "co_quan").split("\n") == list(document.co_quan.ten)
    assert text(paper, "chu_quan").split("\n") == (list(document.co_quan.chu_quan) or [""])
    assert folded(text(paper, "trich_yeu")) == folded(document.trich_yeu)
    assert len(texts(paper, "can_cu")) == len(document.can_cu)
    assert len(texts(paper, "mo_dau")) == bool(document.mo_dau)
    assert len(texts(paper, "ket_thuc")) == bool(document.ket_thuc)
    assert len(texts(paper, "noi_nhan")) == len(document.noi_nhan)
    assert bool(text(paper, "luu")) == bool(document.luu)
    assert texts(paper, "quyen_han") == list(document.ky.quyen_han)
    assert text(paper, "ho_ten") == (document.ky.ho_ten or "")
    assert len(paper.appendices) == len(document.phu_luc)


@pytest.mark.parametrize("source", [*map(data_file, NAMES), ALL_PARTS], ids=lambda source: source.stem)
def test_it_is_found_by_its_words_when_no_style_has_a_name(source: Path) -> None:
    paper = as_made(source)
    bare = tuple(
        replace(para, format=replace(para.format, ten_kieu="Normal")) if para.format else para for para in paper.paras
    )
    plain = replace(paper, paras=bare, parts={})
    found = parts.find(plain)
    for ten in set(paper.parts) - {"mo_dau"}:
        assert [part.text for part in found[ten]] == [part.text for part in paper.parts[ten]], ten
    assert found["mo_dau"][-1].text == paper.parts["mo_dau"][-1].text


def test_the_appendices_docgen_makes_are_read() -> None:
    found = parts.appendices(as_made(ALL_PARTS))
    assert [one.nhan and one.nhan.text for one in found] == ["Phụ lục I", "Phụ lục II"]
    assert [one.ten and one.ten.text for one in found] == ["Biểu kinh phí", "Tiến độ"]
    assert all(one.dan_chieu and one.dan_chieu.text.startswith("(Kèm theo Kế hoạch") for one in found)


def test_the_levels_docgen_makes_are_read() -> None:
    paper = as_made(ALL_PARTS)
    found = [(line.cap, line.dang) for line in parts.levels(paper) if line.cap != "bang"]
    assert found == [
        ("phan", "tieu_de"),
        ("phan", "tieu_de"),
        ("la_ma", "tieu_de"),
        ("so", "tieu_de"),
        ("chu", "doan"),
        ("chu", "doan"),
        ("so", "lien"),
        ("luu_y", "doan"),
        ("phan", "tieu_de"),
        ("phan", "tieu_de"),
        ("so", "doan"),
    ]

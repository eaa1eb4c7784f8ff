from __future__ import annotations

import pytest

from docgen.checking import clauses
from docgen.standards import STANDARDS
from docgen.standards.figures import Figure, OneOf, Range


def test_addresses_are_written_out() -> None:
    assert clauses.addresses("PL I, P.I, M.II, k.1, đ.a; M.V #1") == ("PL I, P.I, M.II, k.1, đ.a", "PL I, P.I, M.V #1")
    assert clauses.addresses("PL III, Mẫu 1.5") == ("PL III, M.II, Mẫu 1.5",)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("PL I, P.I, M.I, k.3", "Định lề trang"),
        ("PL I, P.I, M.II, k.4, đ.b", "Thời gian ban hành"),
        ("M.V #8b", "Mẫu chữ: Nơi nhận"),
        ("Điều 7", "Các loại văn bản hành chính"),
        ("PL III, M.II, Mẫu 1.9", "Mẫu 1.9: Biên bản"),
        ("HD 29 (lề trang)", "lề trang"),
        ("PL I, P.I, M.II, k.1, đ.a; M.V #1", "Quốc hiệu; Mẫu chữ: Quốc hiệu và Tiêu ngữ"),
    ],
)
def test_titles_tell_what_a_clause_is_about(address: str, title: str) -> None:
    assert clauses.title(address) == title


def test_an_unknown_address_is_refused() -> None:
    with pytest.raises(KeyError):
        clauses.title("PL I, P.I, M.I, k.9")


def test_the_source_of_a_clause_is_named() -> None:
    assert clauses.source("Điều 8") == "Nghị định số 30/2020/NĐ-CP"
    assert clauses.source("HD 29 (đề ký)") == "Hướng dẫn số 29-HD/TWĐTN-VP"
    assert clauses.source("HD 05-HD/VPTW (đề ký)") == "Hướng dẫn số 05-HD/VPTW"
    assert clauses.source("Ngôn ngữ và sự nhất quán") == ""


def test_no_title_is_empty_or_a_sentence() -> None:
    assert all(title and not title.endswith(".") for title in clauses.CLAUSES.values())


@pytest.mark.parametrize("the_thuc", ["doan", "dang"])
def test_the_verified_clauses_of_the_guidances_are_in_the_table(the_thuc: str) -> None:
    """A rule may cite what its figure cites."""
    standard = STANDARDS[the_thuc]  # type: ignore[index]
    figures = (standard.so.mau, standard.trang.le.tren_mm, standard.ngay.mau, standard.noi_nhan.loi_nhan)

    assert all(isinstance(figure, Figure | Range | OneOf) for figure in figures)
    assert [a for f in figures for a in clauses.addresses(f.clause) if a not in clauses.CLAUSES] == []

"""The accepted pictures on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import Fault, Unusable
from docgen.workshop import accepted
from docgen.workshop.matrix import Case
from docgen.workshop.pictures import Shown
from tests.workshop.drawing import page

A, B, C = (page((10 * n, 10, 10 * n + 5, 20)) for n in range(1, 4))


def shown(ma: str, *pages: bytes) -> Shown:
    case = Case(ma, ma, "", {})
    return Shown(case, b"docx", b"pdf", pages) if pages else Shown(case, faults=(Fault("a", "b"),))


def test_they_stand_beside_the_template() -> None:
    assert accepted.folder_of(Path("mau/ke-hoach.nd30.docx")) == Path("mau/ke-hoach.nd30.anh-duyet")


def test_nothing_is_accepted_yet(tmp_path: Path) -> None:
    assert accepted.load(tmp_path / "chua-co") == {}


def test_what_is_accepted_is_found_again_in_the_order_of_the_pages(tmp_path: Path) -> None:
    accepted.accept(tmp_path / "anh", [shown("it-nhat", A, B), shown("thuong", C)])

    assert accepted.load(tmp_path / "anh") == {"it-nhat": (A, B), "thuong": (C,)}


def test_a_thousandth_page_comes_after_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "nhieu-dong.1000.png").write_bytes(B)
    (tmp_path / "nhieu-dong.999.png").write_bytes(A)

    assert accepted.load(tmp_path) == {"nhieu-dong": (A, B)}


def test_pages_and_cases_that_are_no_more_go(tmp_path: Path) -> None:
    accepted.accept(tmp_path, [shown("it-nhat", A, B), shown("cu", C)])
    accepted.accept(tmp_path, [shown("it-nhat", C)])

    assert accepted.load(tmp_path) == {"it-nhat": (C,)}


def test_a_case_that_failed_keeps_what_was_accepted(tmp_path: Path) -> None:
    accepted.accept(tmp_path, [shown("it-nhat", A, B), shown("thuong", C)])
    accepted.accept(tmp_path, [shown("it-nhat"), shown("thuong", B)])

    assert accepted.load(tmp_path) == {"it-nhat": (A, B), "thuong": (B,)}


def test_cases_that_were_not_looked_at_keep_what_was_accepted(tmp_path: Path) -> None:
    accepted.accept(tmp_path, [shown("it-nhat", A, B), shown("thuong", C), shown("cu", C)])
    accepted.accept(tmp_path, [shown("thuong", B)], {"it-nhat"})

    assert accepted.load(tmp_path) == {"it-nhat": (A, B), "thuong": (B,)}


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    for name in ("ghi-chu.txt", "anh.png", "It-Nhat.001.png"):
        (tmp_path / name).write_text("của người khác", encoding="utf-8")

    accepted.accept(tmp_path, [shown("it-nhat", A)])
    accepted.accept(tmp_path, [shown("thuong", A)])

    assert {path.name for path in tmp_path.iterdir()} == {"ghi-chu.txt", "anh.png", "It-Nhat.001.png", "thuong.001.png"}
    assert accepted.load(tmp_path) == {"thuong": (A,)}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")

    with pytest.raises(Unusable, match="Không ghi được ảnh đã duyệt"):
        accepted.accept(tmp_path / "tep", [shown("it-nhat", A)])

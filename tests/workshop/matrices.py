"""The matrices of the templates in the repository, and small ones for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docgen import data_dir
from docgen.kinds import form_of
from docgen.workshop.kind import Target, find_target
from docgen.workshop.matrix import Case, cases
from docgen.workshop.opened import Opened

TEMPLATES = tuple(sorted((Path(__file__).parents[2] / "templates").glob("*.docx")))


@cache
def target(path: Path) -> Target:
    """The kind and standard of a template of the repository."""
    found, _ = find_target(Opened(path), data_dir.find(), None, None)
    assert found is not None
    return found


@cache
def matrix(path: Path) -> dict[str, Case]:
    """The cases of a template of the repository, by their codes."""
    return {case.ma: case for case in cases(target(path))}


def made_up(*questions: dict[str, object]) -> Target:
    """A kind with these questions, of which there is no sample."""
    issuer = {"ten": "co_quan.ten", "nhan": "Cơ quan", "kieu": "lines", "bat_buoc": "có"}
    form = form_of(
        {
            "loai": "thu",
            "ten_loai": "THƯ",
            "ten_loai_thuong": "Thư",
            "the_thuc": ["nd30"],
            "nhom": [{"ten": "Mọi thứ", "muc": [issuer, *questions]}],
        }
    )
    return Target(form, "nd30", (), frozenset())

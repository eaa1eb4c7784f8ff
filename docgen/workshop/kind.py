"""The kind of paper a template is for, and papers to fill it with: the sample, all questions answered, the least."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from docgen.checking import regime
from docgen.context import words
from docgen.data_dir import DataDir
from docgen.document import build
from docgen.errors import DocgenError, Fault, InputFaults, Unusable
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_file
from docgen.kinds import Form
from docgen.kinds.printing import names_of, trial
from docgen.standards.choose import STANDARDS
from docgen.standards.standard import TheThuc
from docgen.workshop.least import least
from docgen.workshop.opened import Opened

_PAIR: Final = re.compile(r"(?P<loai>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<the_thuc>nd30|doan|dang)\b.*")
_ISSUERS: Final[dict[TheThuc, str]] = {"nd30": "nha-nuoc", "doan": "doan", "dang": "dang"}


@dataclass(frozen=True)
class Trial:
    """One paper to fill a template with. ten: what people call it ("bản mẫu dữ liệu"); raw: plain values."""

    ten: str
    raw: Mapping[str, Any]
    words: Mapping[str, Any]


@dataclass(frozen=True)
class Target:
    """What a template is for. trials: the sample first. known: every name docgen supplies for such papers."""

    form: Form
    the_thuc: TheThuc
    trials: tuple[Trial, ...]
    known: frozenset[str]

    def said(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """The words of a paper."""
        return words(build(raw).document, STANDARDS[self.the_thuc], self.form)


def find_target(
    opened: Opened, data: DataDir, loai: str | None, the_thuc: TheThuc | None
) -> tuple[Target | None, list[str]]:
    """Find the kind and standard of a template, and what to tell people about how they were found.

    loai, the_thuc: as asked for; else as the file is called (``ke-hoach.nd30.docx``), else the standard is read off
    the template's head. Raises InputFaults for a kind there is none of, Unusable when its forms cannot be read.
    """
    kinds = load_kinds(data)
    named = _PAIR.fullmatch(opened.ten.rpartition("/")[2].rpartition("\\")[2])
    loai = loai or (named["loai"] if named and named["loai"] in kinds.forms else None)
    if loai is None and len(kinds.forms) == 1:
        loai = next(iter(kinds.forms))
    if loai is None:
        known = ", ".join(kinds.forms)
        return None, [f"Chưa biết mẫu dùng cho loại văn bản nào nên chưa đối chiếu tên: thêm --kind ({known})."]
    form = kinds.get(loai)
    the_thuc = the_thuc or (cast(TheThuc, named["the_thuc"]) if named else None)
    told: list[str] = []
    if the_thuc is None:
        the_thuc = _seen(opened, form)
        told.append(f"Tên tệp không nói thể thức; xét theo {STANDARDS[the_thuc].ten_ngan} (chọn khác: --the-thuc).")
    trials = tuple(_trials(form, the_thuc, data, told))
    names: frozenset[str] = frozenset().union(*(names_of(one.words) for one in trials))
    return Target(form, the_thuc, trials, names), told


def _seen(opened: Opened, form: Form) -> TheThuc:
    """The standard the template's own head belongs to; else the first of the form's."""
    found = None if opened.paper is None else regime.find(opened.paper).the_thuc
    return found if found in form.the_thuc and found is not None else form.the_thuc[0]


def _trials(form: Form, the_thuc: TheThuc, data: DataDir, told: list[str]) -> Iterator[Trial]:
    standard = STANDARDS[the_thuc]
    sample = _sample(form, the_thuc, data, told)
    whole = trial(sample, form)
    for ten, raw in (
        ("bản mẫu dữ liệu", sample),
        ("văn bản điền đủ mọi mục", whole),
        ("văn bản chỉ điền mục bắt buộc", least(sample or whole, form, the_thuc)),
    ):
        try:
            yield Trial(ten, raw, words(build(raw).document, standard, form))
        except InputFaults as error:
            if raw:
                told.append(f"Không thử được với {ten}: {error.faults[0]}")


def _sample(form: Form, the_thuc: TheThuc, data: DataDir, told: list[str]) -> dict[str, Any]:
    path = data.sample(form.loai, the_thuc)
    if path.is_file():
        try:
            return dict(read_file(path).checked().raw)
        except DocgenError as error:
            told.append(f"Bản mẫu dữ liệu {path.name} có lỗi: {error.faults[0]}")
    else:
        told.append(f"Chưa có bản mẫu dữ liệu {path.name}, nên thử mẫu bằng câu trả lời giả.")
    return {"loai": form.loai, "the_thuc": the_thuc, "co_quan": {"loai": _ISSUERS[the_thuc]}}


def the_thuc_of(name: str | None) -> TheThuc | None:
    """Read the name of a standard. Raises Unusable for one there is none of."""
    if name is None:
        return None
    found = next((one for one in get_args(TheThuc) if one == name), None)
    if found is None:
        loi = f"Không có thể thức “{name}”."
        raise Unusable(Fault("--the-thuc", loi, f"Chọn một trong: {', '.join(get_args(TheThuc))}."))
    return cast(TheThuc, found)

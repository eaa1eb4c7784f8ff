"""The kinds of a data folder, read from its ``forms/*.yaml``."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from docgen.data_dir import DataDir
from docgen.errors import Fault, InputFaults
from docgen.intake.read import read_file
from docgen.kinds import Form, Kinds, form_of


def load_kinds(data: DataDir) -> Kinds:
    """Every kind of a data folder, in the order of their codes.

    Raises InputFaults with the faults of all forms, each with its file and line; Unusable when one cannot be read.
    The forms are read once as long as their files stay as they are: a maintainer's edit takes effect at once.
    """
    return _read(data, tuple(map(_state, sorted(data.forms.glob("*.yaml")))))


def _state(path: Path) -> tuple[str, int, int]:
    try:
        seen = path.stat()
    except OSError:
        return path.name, 0, 0
    return path.name, seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=16)
def _read(data: DataDir, _states: tuple[tuple[str, int, int], ...]) -> Kinds:
    forms: dict[str, Form] = {}
    faults: list[Fault] = []
    for path in sorted(data.forms.glob("*.yaml")):
        try:
            forms[path.stem] = read_form(path)
        except InputFaults as error:
            faults += [in_file(f"forms/{path.name}", fault) for fault in error.faults]
    if not forms and not faults:
        faults.append(
            Fault(str(data.forms), "Không có biểu nào.", "Mỗi loại văn bản cần một tệp, ví dụ ke-hoach.yaml.")
        )
    if faults:
        raise InputFaults(faults)
    return Kinds(data, forms)


def read_form(path: Path) -> Form:
    """One form definition. Raises InputFaults with lines, also when ``loai`` is not the name of the file."""
    loaded = read_file(path).checked()
    try:
        form = form_of(loaded.raw)
    except InputFaults as error:
        raise InputFaults([loaded.located(fault) for fault in error.faults]) from None
    if form.loai != path.stem:
        loi = f"Mã loại “{form.loai}” khác tên tệp “{path.stem}”."
        raise InputFaults(loaded.located(Fault("loai", loi, "Hai tên phải giống nhau.")))
    return form


def in_file(name: str, fault: Fault) -> Fault:
    """Say in which file of the data folder a fault is."""
    return replace(fault, noi=f"{name}, {fault.noi}" if fault.noi else name)

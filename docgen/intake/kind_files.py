"""The kinds of a data folder, read from its ``forms/*.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from docgen.data_dir import DataDir
from docgen.errors import Fault, InputFaults
from docgen.intake.loaded import Loaded, child, item
from docgen.intake.read import read_file
from docgen.kinds import Form, Kinds, form_of
from docgen.kinds.check import check


def load_kinds(data: DataDir) -> Kinds:
    """Every kind of a data folder, in the order of their codes.

    Raises InputFaults with the faults of all forms, each with its file and line; Unusable when one cannot be read.
    The forms are read once as long as their files stay as they are: a maintainer's edit takes effect at once.
    """
    return _read(data, tuple(map(_state, data.form_files())))


def _state(path: Path) -> tuple[str, int, int]:
    try:
        seen = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=16)
def _read(data: DataDir, _states: tuple[tuple[str, int, int], ...]) -> Kinds:
    forms: dict[str, Form] = {}
    faults: list[Fault] = []
    for path in data.form_files():
        try:
            forms[path.stem] = read_form(path)
        except InputFaults as error:
            faults += [in_file(f"forms/{path.name}", fault) for fault in error.faults]
    if not forms and not faults:
        faults.append(
            Fault(str(data.root / "forms"), "Không có biểu nào.", "Mỗi loại văn bản cần một tệp, ví dụ ke-hoach.yaml.")
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


def checked_form(path: Path) -> tuple[Form, list[Fault]]:
    """One form definition, and what does not fit together in it, by line. Raises as :func:`read_form` does."""
    form = read_form(path)
    loaded = read_file(path)
    lines = dict(_lines(loaded, loaded.raw, ""))
    return form, [replace(fault, dong=fault.dong or lines.get(fault.noi)) for fault in check(form)]


def _lines(loaded: Loaded, value: Any, at: str) -> Iterator[tuple[str, int]]:
    """Name of a question or of what is left out → its line."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _lines(loaded, each, item(at, index))
    elif isinstance(value, dict):
        spot = loaded.spot(child(at, "ten"))
        if isinstance(ten := value.get("ten"), str) and spot is not None:
            yield ten, spot.dong
        for key, each in value.items():
            yield from _lines(loaded, each, child(at, key))


def in_file(name: str, fault: Fault) -> Fault:
    """Say in which file of the data folder a fault is."""
    return replace(fault, noi=f"{name}, {fault.noi}" if fault.noi else name)

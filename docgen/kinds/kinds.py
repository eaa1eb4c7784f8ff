"""The kinds of paper there are, by code."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.data_dir import DataDir
from docgen.errors import Fault, InputFaults
from docgen.kinds.form import Form
from docgen.vietnamese.fold import khong_dau
from docgen.vietnamese.refusal import quoted


@dataclass(frozen=True)
class Kinds:
    """The forms of one data folder, by ``loai``."""

    data: DataDir
    forms: Mapping[str, Form]

    def __iter__(self) -> Iterator[Form]:
        # In the order in which people choose among them.
        return iter(sorted(self.forms.values(), key=lambda form: (form.thu_tu, form.loai)))

    def get(self, loai: str) -> Form:
        """Get the form of a kind. Raises InputFaults for an unknown one, with what was perhaps meant and the list."""
        fault = self.unknown(loai)
        if fault is not None:
            raise InputFaults(fault)
        return self.forms[loai.strip()]

    def unknown(self, loai: str) -> Fault | None:
        """Say what is to be said of a kind that is not there; ``None`` when it is."""
        if loai.strip() in self.forms:
            return None
        known = {
            _folded(name): code for code, form in self.forms.items() for name in (code, form.ten_loai, form.ky_hieu)
        }
        close = difflib.get_close_matches(_folded(loai), known, n=1, cutoff=0.6)
        meant = f"Có phải là “{known[close[0]]}”? " if close else ""
        listed = ", ".join(f"{code} ({form.ten_goi})" for code, form in self.forms.items())
        return Fault("loai", f"Không có loại văn bản {quoted(loai)}.", f"{meant}Các loại đang có: {listed}.")


def _folded(text: str) -> str:
    return khong_dau(text).replace("-", "").replace("_", "").replace(" ", "")

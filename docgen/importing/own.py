"""Parts the reader knows by name that only some kinds have: the answer of that kind with the same name."""

from __future__ import annotations

from typing import Final

from docgen.importing.taken import Raw, Taken

# Words that a template prints by itself, beside the part that shows the paper has them.
_BESIDE: Final = {"tham_quyen": ("loi_quyet_dinh",)}


def own_parts(taken: Taken) -> frozenset[str]:
    """Name the parts that the kind of the paper takes as answers of its own, with the fixed words beside them."""
    form = taken.kind.form
    names = [name for name in (form.own() if form else ()) if name in taken.parts]
    return frozenset((*names, *(other for name in names for other in _BESIDE.get(name, ()))))


def read_own(taken: Taken) -> Raw:
    """Read the answers that only this kind asks, as far as the reader knows them: ``rieng.tham_quyen``."""
    form = taken.kind.form
    found: Raw = {}
    for name, asked in (form.own() if form else {}).items():
        lines = taken.lines(name) if name in taken.parts else []
        if lines:
            found[name] = lines if asked.kieu == "lines" else " ".join(lines)
    return found

"""Which kind of paper it is: by the name it bears."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.kinds import Form, Kinds
from docgen.reading.facts import Paper, Part
from docgen.reading.parts.folding import fold
from docgen.standards.types import LOAI

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class KindFound:
    """loai: its code in the data, None when the paper does not say. form: its form, when docgen makes such papers.

    thua: words of the title line that are no part of the kind's name. ten: the name as it stands.
    """

    loai: str | None
    form: Form | None = None
    ten: str = ""
    thua: str = ""

    def ma_loai(self, the_thuc: str) -> str:
        """The code of the type in số, ký hiệu; "" for a type without one."""
        if self.form is not None:
            return self.form.ky_hieu
        known = {fold(kind.ten): kind.ky_hieu.value for ma, kinds in LOAI.items() for kind in kinds if ma == the_thuc}
        return known.get(fold(self.ten), "")


def find_kind(paper: Paper, kinds: Kinds) -> KindFound:
    """Find the kind among those of docgen; a name it does not know gives its own code (``bao-cao``)."""
    part = paper.part("ten_loai")
    if part is None:
        abstract = paper.part("trich_yeu")
        is_letter = abstract is not None and fold(abstract.text).startswith("v/v")
        return KindFound("cong-van", _form(kinds, "cong van")) if is_letter else KindFound(None)
    return _named(part, kinds)


def _named(part: Part, kinds: Kinds) -> KindFound:
    shown = " ".join(part.text.split())
    words = shown.split(" ")
    for count in range(len(words), 0, -1):
        form = _form(kinds, fold(" ".join(words[:count])))
        if form is not None:
            return KindFound(form.loai, form, " ".join(words[:count]), " ".join(words[count:]))
    known = {fold(kind.ten) for types in LOAI.values() for kind in types}
    count = next((k for k in range(len(words), 0, -1) if fold(" ".join(words[:k])) in known), 0)
    name = " ".join(words[:count] if count else words)
    return KindFound(_NO_LETTERS.sub("-", fold(name)).strip("-"), None, name, " ".join(words[count:]))


def _form(kinds: Kinds, name: str) -> Form | None:
    return next((form for form in kinds if name in (fold(form.ten_loai), fold(form.ten_loai_thuong))), None)

"""Which kind of paper it is: by the name it bears."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.kinds import Form, Kinds
from docgen.reading.facts import Paper, Part
from docgen.reading.parts import ATTACHED, Anatomy
from docgen.reading.parts.folding import fold
from docgen.reading.parts.header import is_promulgated
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


def find_kind(paper: Paper, kinds: Kinds, anatomy: Anatomy) -> KindFound:
    """Find the kind among those of docgen; a name it does not know gives its own code (``bao-cao``).

    Of several kinds of one name it is the one that asks for the parts the paper has.
    """
    part = paper.part("ten_loai")
    named = _Named(kinds, paper, anatomy)
    if part is None:
        abstract = paper.part("trich_yeu")
        is_letter = abstract is not None and fold(abstract.text).startswith("v/v")
        return KindFound("cong-van", named.form("cong van")) if is_letter else KindFound(None)
    return _named(part, named)


def _named(part: Part, kinds: _Named) -> KindFound:
    shown = " ".join(part.text.split())
    words = shown.split(" ")
    for count in range(len(words), 0, -1):
        form = kinds.form(fold(" ".join(words[:count])))
        if form is not None:
            return KindFound(form.loai, form, " ".join(words[:count]), " ".join(words[count:]))
    known = {fold(kind.ten) for types in LOAI.values() for kind in types}
    count = next((k for k in range(len(words), 0, -1) if fold(" ".join(words[:k])) in known), 0)
    name = " ".join(words[:count] if count else words)
    return KindFound(_NO_LETTERS.sub("-", fold(name)).strip("-"), None, name, " ".join(words[count:]))


@dataclass(frozen=True)
class _Named:
    """The kinds by their names; the paper decides between two of one name."""

    kinds: Kinds
    paper: Paper
    anatomy: Anatomy

    def form(self, name: str) -> Form | None:
        same = [form for form in self.kinds if name in (fold(form.ten_loai), fold(form.ten_loai_thuong))]
        return max(same, key=self._fit, default=None)

    def _fit(self, form: Form) -> int:
        """Count what speaks for a form: only a promulgated paper has no number, only its decision another paper."""
        is_attached = is_promulgated(self.paper, bool(self.anatomy.parts.get("so_ky_hieu")))
        holds_another = any(one.kieu == ATTACHED for one in self.anatomy.appendices)
        asks_number, asks_another = (form.question(ten) is not None for ten in ("so", "kem_theo.noi_dung"))
        return (asks_number != is_attached) + (asks_another == holds_another)

"""What one can begin with: kinds of issuers, each with its standard and perhaps a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from docgen.kinds import Form, Kinds
from docgen.standards.choose import choose
from docgen.standards.standard import LoaiCoQuan

ISSUER = "co_quan.loai"


@dataclass(frozen=True)
class Beginning:
    """An issuer's kind as the start page offers it: its code, its name, and the sentence on its standard."""

    ma: str
    nhan: str
    giai_thich: str


def beginnings(kinds: Kinds) -> tuple[Beginning, ...]:
    """List the kinds of issuers that the forms know, in their order and words, each once."""
    names: dict[str, str] = {}
    for form in kinds:
        question = form.question(ISSUER)
        for option in question.lua_chon if question else ():
            names.setdefault(option.ma, option.nhan)
    return tuple(
        Beginning(ma, nhan, choose(loai).giai_thich)
        for ma, nhan in names.items()
        for loai in get_args(LoaiCoQuan)
        if loai == ma
    )


def sample_standard(form: Form, issuer: str) -> str:
    """Choose the standard whose sample suits an issuer; the form's first one while the issuer is not known."""
    for loai in get_args(LoaiCoQuan):
        if loai == issuer and (the_thuc := choose(loai).standard.ma) in form.the_thuc:
            return the_thuc
    return form.the_thuc[0]

"""What is proposed for a new kind, and what its maintainer decides: the same thing, edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from docgen.document.model import Truth
from docgen.document.own import Kieu
from docgen.kinds.form import Option
from docgen.standards.standard import TheThuc
from docgen.vietnamese.text import nfc

La = Literal["chung", "truong", "co-dinh", "noi-dung", "bo"]
"""What a place of the text becomes: a part all papers know, answers of its own, fixed words, body, nothing."""

FLOWING = ("kinh_gui", "can_cu", "mo_dau", "noi_dung", "ket_thuc")
"""Names every paper knows whose place is in the flow of the text."""


def _word(value: Any) -> Any:
    return " ".join(nfc(value).split()) if isinstance(value, str) else value


def _absent(value: Any) -> Any:
    return "" if value is None else _word(value)


def _listed(value: Any) -> Any:
    return [] if value is None else value


Word = Annotated[str, BeforeValidator(_word), Field(min_length=1, max_length=500)]
MaybeWord = Annotated[str, BeforeValidator(_absent)]
OwnName = Annotated[str, BeforeValidator(_word), Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
MaybeOwnName = Annotated[str, BeforeValidator(_absent), Field(pattern=r"^([a-z][a-z0-9_]*)?$", max_length=40)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ask(_Part):
    """One answer of the kind's own. ten: its name without ``rieng.``; the rest as in a form."""

    ten: OwnName
    nhan: Word
    kieu: Kieu = "line"
    bat_buoc: Truth = False
    lua_chon: Annotated[tuple[Option, ...], BeforeValidator(_listed)] = ()


class Unit(_Part):
    """One place in the flow of the text, by its number in the paper.

    cho, chu: where it stands and its words, for people. ten: of "chung" the name all papers know; of "noi-dung" the
    own name of a body that is not the main one, "" for that. mau: of "truong" its words with names in double braces.
    hoi: how each of the names is asked for. bat_buoc: whether a common part or a body must be answered.
    """

    so: Annotated[int, Field(ge=1)]
    cho: MaybeWord = ""
    chu: MaybeWord = ""
    la: La
    ten: MaybeOwnName = ""
    mau: MaybeWord = ""
    hoi: Annotated[tuple[Ask, ...], BeforeValidator(_listed)] = ()
    bat_buoc: Truth = False


class Core(_Part):
    """A name all papers know, of the head or the foot. chu: what the paper says; hoi: whether the form asks for it."""

    ten: Word
    chu: MaybeWord = ""
    hoi: Truth = True
    bat_buoc: Truth = False


class Proposal(_Part):
    """A new kind.

    ten_chon: what people choose it by when another kind has its name. in_ten_loai: its name is printed as a title; else
    the abstract stands under the number (V/v).
    """

    loai: Annotated[str, BeforeValidator(_word), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    ten_loai: Word
    ten_loai_thuong: Word
    ten_chon: MaybeWord = ""
    ky_hieu: MaybeWord = ""
    the_thuc: TheThuc
    in_ten_loai: Truth = True
    chung: Annotated[tuple[Core, ...], BeforeValidator(_listed)] = ()
    phan: Annotated[tuple[Unit, ...], BeforeValidator(_listed), Field(max_length=2000)] = ()

    def asked(self, ten: str) -> bool:
        """Whether the form will ask for a name all papers know."""
        if ten in FLOWING:
            return any((one.la == "chung" and one.ten == ten) or _is_main(one, ten) for one in self.phan)
        return any(one.ten == ten and one.hoi for one in self.chung)


def _is_main(unit: Unit, ten: str) -> bool:
    return unit.la == "noi-dung" and not unit.ten and ten == "noi_dung"

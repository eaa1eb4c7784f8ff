"""What a maintainer decided on the page of a new kind → the proposal, or what has to be mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from docgen.errors import Fault, InputFaults
from docgen.vietnamese.fold import khong_dau
from docgen.workshop.newkind.guess import any_guess, asks_for, label_of
from docgen.workshop.newkind.pattern import PatternError, Slot, pieces
from docgen.workshop.newkind.proposal import Ask, Proposal, Unit
from docgen.workshop.newkind.proposal_text import fault_of

OWN_BODY: Final = "noi-dung-rieng"
"""The choice of a body that is not the main one."""


def decided(form: Mapping[str, str], before: Proposal, words: Mapping[int, str]) -> Proposal:
    """Read the inputs of the page. before: the proposal the page was made of; words: those of each place.

    Raises InputFaults with what cannot be read.
    """
    if "loai" not in form:
        raise InputFaults(Fault("", "Trang gửi lên thiếu phần đầu, xin tải lại trang."))
    asks = {ask.ten: ask for unit in before.phan for ask in unit.hoi}
    reader = _Reader(form, words, asks)
    raw: dict[str, Any] = {
        "loai": form.get("loai", "").strip(),
        "ten_loai": form.get("ten_loai", ""),
        "ten_loai_thuong": form.get("ten_loai_thuong", "") or form.get("ten_loai", "").capitalize(),
        "ten_chon": form.get("ten_chon", ""),
        "ky_hieu": form.get("ky_hieu", ""),
        "the_thuc": before.the_thuc,
        "in_ten_loai": "in_ten_loai" in form,
        "chung": [
            {
                "ten": one.ten,
                "chu": form.get(f"chung.{one.ten}.chu", one.chu),
                "hoi": f"chung.{one.ten}.hoi" in form,
                "bat_buoc": f"chung.{one.ten}.bat_buoc" in form,
            }
            for one in before.chung
        ],
        "phan": [reader.unit(unit) for unit in before.phan],
    }
    try:
        return Proposal.model_validate(raw)
    except ValidationError as error:
        said = (fault_of(detail) for detail in error.errors(include_url=False, include_context=True))
        raise InputFaults(list(dict.fromkeys(said))) from None


class _Reader:
    def __init__(self, form: Mapping[str, str], words: Mapping[int, str], asks: Mapping[str, Ask]) -> None:
        self.form, self.words, self.asks = form, words, asks
        self.used = set(asks)

    def unit(self, before: Unit) -> dict[str, Any]:
        """Read one place."""
        at = f"phan.{before.so}"
        chosen = self.form.get(f"{at}.la", "")
        la, _, ten = chosen.partition(":")
        mau = self.form.get(f"{at}.mau", before.mau)
        made: dict[str, Any] = {"so": before.so, "cho": before.cho, "chu": before.chu, "la": la, "ten": ten}
        if la == "truong":
            hoi: list[dict[str, Any]] = []
            if not _names(mau):
                guess = any_guess(self.words.get(before.so, before.chu), self.used)
                if guess is not None:
                    mau, hoi = guess.mau, [ask.model_dump() for ask in guess.hoi]
                    self.used.update(ask.ten for ask in guess.hoi)
            made |= {"mau": mau, "hoi": hoi or self._hoi(mau, self.words.get(before.so, before.chu))}
        elif la in ("noi-dung", OWN_BODY):
            own = self.form.get(f"{at}.ten", "").strip() if la == OWN_BODY else ""
            own = own or (before.ten if la == OWN_BODY else "")
            made |= {"la": "noi-dung", "ten": own or ("noi_dung_rieng" if la == OWN_BODY else "")}
            # Only the first of neighbours says how their body is asked for.
            if made["ten"] and (before.hoi or before.ten != made["ten"]):
                made["hoi"] = [{**self._ask(made["ten"]), "kieu": "body"}]
            made["bat_buoc"] = f"{at}.bat_buoc" in self.form if f"{at}.co" in self.form else before.bat_buoc
        elif la == "chung":
            made["bat_buoc"] = f"{at}.bat_buoc" in self.form
        return made

    def _hoi(self, mau: str, text: str) -> list[dict[str, Any]]:
        """How the names of a line are asked for; a new one by what stands at its place."""
        known = {name: Ask(ten=name, nhan=name) for name in _names(mau) if self._is_known(name)}
        try:
            asks = asks_for(mau, text, known)
        except PatternError:
            return []
        return [self._ask(ask.ten) if ask.ten in known else ask.model_dump() for ask in asks]

    def _is_known(self, name: str) -> bool:
        return name in self.asks or f"hoi.{name}.nhan" in self.form

    def _ask(self, name: str) -> dict[str, Any]:
        at, known = f"hoi.{name}", self.asks.get(name)
        if f"{at}.nhan" not in self.form:
            return known.model_dump() if known else {"ten": name, "nhan": label_of(name), "bat_buoc": True}
        return {
            "ten": name,
            "nhan": self.form[f"{at}.nhan"] or label_of(name),
            "kieu": self.form.get(f"{at}.kieu", "line"),
            "bat_buoc": f"{at}.bat_buoc" in self.form,
            "lua_chon": list(_options(self.form.get(f"{at}.lua_chon", ""))),
        }


def _names(mau: str) -> list[str]:
    try:
        return [piece.ten for piece in pieces(mau) if isinstance(piece, Slot)]
    except PatternError:
        # It stays as typed; carrying it out tells what is wrong with it.
        return re.findall(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}", mau)


def _options(text: str) -> Iterator[dict[str, str]]:
    """A line an option; its code is made of its words."""
    for line in text.splitlines():
        if label := " ".join(line.split()):
            yield {"ma": re.sub(r"[^a-z0-9]+", "-", khong_dau(label).lower()).strip("-") or "khac", "nhan": label}

"""Who signs: authority, office, note of the signing, name, other offices. The data holds one signer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.importing.taken import Raw, Taken, flat
from docgen.reading.facts import Part
from docgen.reading.parts import Signer
from docgen.vietnamese.refusal import quoted

_GLUED = re.compile(r"(?P<dau>(?:TM|KT|TL|TUQ|TU|Q)\.)(?=[^\W\d_])")


def read_signature(taken: Taken) -> Raw:
    """Read the first signer; further ones are left over."""
    signers = taken.anatomy.signers
    if not signers:
        return {}
    first, *others = signers
    for other in others:
        _left(taken, other)
    raw: Raw = {
        "quyen_han": [_spaced(taken, line, part) for part in first.quyen_han for line in _lines(part)],
        "chuc_vu": _one(first.chuc_vu),
        "chu_ky": _one(first.chu_ky),
        "ho_ten": _one(first.ho_ten),
        "chuc_vu_khac": [line for part in first.chuc_vu_khac for line in _lines(part)],
    }
    for ten, part in (("chuc_vu", first.chuc_vu), ("ho_ten", first.ho_ten)):
        if part is not None:
            taken.unsure(f"ky.{ten}", part)
    taken.book.found("ky", (index for part in _parts(first) for index in part.doan))
    return {name: value for name, value in raw.items() if value}


def _lines(part: Part) -> list[str]:
    return [line for line in map(flat, part.text.split("\n")) if line]


def _one(part: Part | None) -> str | None:
    return None if part is None else flat(part.text) or None


def _spaced(taken: Taken, line: str, part: Part) -> str:
    """``KT.CHỦ TỊCH`` → ``KT. CHỦ TỊCH`` (NĐ 30: PL I, P.I, M.II, k.7)."""
    found = _GLUED.match(line)
    if found is None:
        return line
    spaced = f"{found['dau']} {line[found.end() :]}"
    taken.book.doubt("ky.quyen_han", f"{quoted(line)} được ghi thành {quoted(spaced)}.", doan=part.doan[0])
    return spaced


def _left(taken: Taken, signer: Signer) -> None:
    why = "Văn bản có hơn một người ký; dữ liệu chỉ ghi được người thứ nhất."
    for part in _parts(signer):
        taken.book.left(part.doan[0], flat(part.text), why)
        why = ""


def _parts(signer: Signer) -> Iterable[Part]:
    held = (*signer.quyen_han, signer.chuc_vu, signer.chu_ky, signer.ho_ten, *signer.chuc_vu_khac)
    return (part for part in held if part is not None)

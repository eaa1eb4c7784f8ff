"""What the finished paper answers, as the sample of its new kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.document import CoQuan, Document
from docgen.document.own import RIENG
from docgen.intake.dump import write
from docgen.kinds import answer
from docgen.standards.choose import choose
from docgen.workshop.newkind.layout import Layout
from docgen.workshop.newkind.proposal import Proposal
from docgen.workshop.newkind.propose import HEAD
from docgen.workshop.newkind.seen import Seen

# What every paper must have and a finished one may lack: its maintainer types it into the proposal.
TYPED = frozenset({"co_quan.ten", "trich_yeu", "dia_danh", "co_quan.ky_hieu", "noi_nhan", "luu", "ky.chuc_vu"})
_LINES = frozenset({"co_quan.ten", "noi_nhan"})


def sample_of(seen: Seen, proposal: Proposal, layout: Layout) -> dict[str, Any]:
    """Give the plain values from which the paper is made again, as far as the new kind asks for them."""
    raw: dict[str, Any] = {"loai": proposal.loai, "co_quan": {}, "ky": {}, RIENG: {}}
    issuer = seen.raw["co_quan"]["loai"]
    if choose(issuer).standard.ma != proposal.the_thuc:
        raw["the_thuc"] = proposal.the_thuc
    typed = {one.ten: one.chu for one in proposal.chung if one.ten in TYPED and one.chu}
    for ten in HEAD:
        value = answer(seen.raw, ten) or ([typed[ten]] if ten in _LINES and ten in typed else typed.get(ten))
        if ten == "co_quan.loai" or (proposal.asked(ten) and value not in (None, "", [])):
            _put(raw, ten, value)
    for ten, value in layout.answers.items():
        if value not in (None, "", []):
            _put(raw, ten, value)
    numbering = seen.labels.scheme(seen.taken.standard.labels(), seen.taken.book)
    if numbering:
        raw["danh_so"] = numbering
    raw["co_quan"] = {name: raw["co_quan"][name] for name in CoQuan.model_fields if name in raw["co_quan"]}
    return {name: raw[name] for name in Document.model_fields if raw.get(name) not in (None, {}, [])}


def sample_text(raw: Mapping[str, Any], proposal: Proposal, ten: str) -> str:
    """Write ``forms/mau/<kind>.<standard>.yaml``. ten: the file the paper came in."""
    named = " ".join(char for char in ten.split() if char.isprintable())
    return f"# {proposal.ten_loai_thuong} mẫu: lời của chính văn bản gốc ({named or 'tệp tải lên'}).\n{write(raw)}"


def _put(raw: dict[str, Any], ten: str, value: Any) -> None:
    group, _, name = ten.rpartition(".")
    (raw[group] if group else raw)[name] = value

"""What is said of a proposal and of the kind made of it, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.workshop.newkind.kind import NewKind
from docgen.workshop.newkind.proposal import Proposal, Unit
from docgen.workshop.remarks import Remark

WAYS = {
    "chung": "mục chung",
    "truong": "trường riêng",
    "co-dinh": "chữ cố định",
    "noi-dung": "nội dung",
    "bo": "bỏ",
}


def seen_lines(proposal: Proposal) -> Iterator[str]:
    """What was seen in the paper, a line a place."""
    code = f", ký hiệu {proposal.ky_hieu}" if proposal.ky_hieu else ""
    yield f"{proposal.ten_loai} (mã {proposal.loai}{code}, thể thức {proposal.the_thuc})."
    asked = [one.ten for one in proposal.chung if one.hoi]
    yield f"Mục chung được hỏi ở đầu và cuối văn bản: {', '.join(asked)}."
    for unit in proposal.phan:
        yield f"{unit.cho}: {WAYS[unit.la]}{_name(unit)}: {unit.mau or _short(unit.chu)}"


def _name(unit: Unit) -> str:
    return f" {unit.ten}" if unit.ten else ""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 else f"{flat[:90]}…"


def kind_lines(kind: NewKind) -> Iterator[str]:
    """How the new kind came out: faults, remarks, and the words of the paper against those of the made one."""
    for fault in kind.loi:
        yield f"Lỗi: {fault}"
    for remark in kind.remarks:
        yield said(remark)
    if kind.proof.same and kind.docx:
        yield "Làm lại văn bản gốc bằng mẫu mới: đủ mọi chữ, không thừa chữ nào."
    for fault in (*kind.proof.thieu, *kind.proof.thua):
        yield f"So với văn bản gốc, {fault}"
    if kind.is_usable:
        yield "Loại mới qua được mọi phép thử."
    else:
        yield "Loại mới chưa dùng được; hãy sửa các lỗi trên rồi làm lại."


def said(remark: Remark) -> str:
    """One remark of the check of templates; what is about the paper's own words says so."""
    level = {"loi": "Lỗi", "canh-bao": "Cảnh báo"}.get(remark.muc, "Lưu ý")
    about = " (của chính văn bản gốc hoặc cách trình bày)" if remark.nhom == "the-thuc" else ""
    return f"{level}{about}: {remark.loi} {remark.sua}".strip()

"""A proposal as YAML that its maintainer edits by hand, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from docgen.document.build import place
from docgen.errors import Fault, InputFaults
from docgen.intake.dump import write
from docgen.intake.loaded import Loaded
from docgen.intake.read import read_file, read_text
from docgen.workshop.newkind.proposal import Ask, Core, Proposal, Unit

_HEAD: Final = """\
# Đề xuất loại văn bản mới, dựng từ một văn bản đã có. Sửa rồi chạy lại lệnh với --from và tên tệp này.
# chung: các mục mọi văn bản đều có. hoi: có hay không hỏi; bat_buoc: có hay không bắt buộc.
# phan: từng chỗ của lời văn, theo thứ tự trên giấy. so, cho, chu chỉ để đối chiếu, không sửa. la là một trong:
#   chung     mục mọi văn bản đều có (ten: kinh_gui, can_cu, mo_dau, ket_thuc)
#   truong    chỗ điền riêng của loại này: mau giữ chữ cố định, tên mục đặt trong {{ }}; hoi nói cách hỏi
#   co-dinh   chữ in sẵn trong mẫu
#   noi-dung  lời văn tự soạn (ten để trống: nội dung chính; có ten: một mục nội dung riêng)
#   bo        không đưa vào mẫu
# kieu: line (một dòng), paragraph (đoạn), lines (mỗi dòng một ý), body (nhiều cấp), date (ngày), number (số),
#   choice (chọn, kèm lua_chon gồm ma và nhan), yes-no (có/không).
"""


def proposal_text(proposal: Proposal) -> str:
    """Write a proposal; :func:`read_proposal` gives the same back."""
    raw: dict[str, Any] = {
        "loai": proposal.loai,
        "ten_loai": proposal.ten_loai,
        "ten_loai_thuong": proposal.ten_loai_thuong,
        "ten_chon": proposal.ten_chon,
        "ky_hieu": proposal.ky_hieu,
        "the_thuc": proposal.the_thuc,
        "in_ten_loai": _truth(proposal.in_ten_loai),
        "chung": [_core(one) for one in proposal.chung],
        "phan": [_unit(one) for one in proposal.phan],
    }
    return _HEAD + write(raw)


def read_proposal(source: Path | str) -> Proposal:
    """Read a proposal from its file or text. Raises Unusable, or InputFaults with every fault and its line."""
    loaded = (read_file(source) if isinstance(source, Path) else read_text(source)).checked()
    try:
        return Proposal.model_validate(loaded.raw)
    except ValidationError as error:
        raise InputFaults(list(_faults(error, loaded))) from None


def _truth(value: bool) -> str:
    return "có" if value else "không"


def _core(one: Core) -> dict[str, Any]:
    return {"ten": one.ten, "chu": one.chu, "hoi": _truth(one.hoi), "bat_buoc": _truth(one.bat_buoc)}


def _unit(one: Unit) -> dict[str, Any]:
    raw: dict[str, Any] = {"so": str(one.so), "cho": one.cho, "chu": one.chu, "la": one.la}
    if one.ten:
        raw["ten"] = one.ten
    if one.mau:
        raw["mau"] = one.mau
    if one.hoi:
        raw["hoi"] = [_ask(ask) for ask in one.hoi]
    if one.bat_buoc:
        raw["bat_buoc"] = "có"
    return raw


def _ask(ask: Ask) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "ten": ask.ten,
        "nhan": ask.nhan,
        "kieu": ask.kieu,
        "bat_buoc": _truth(ask.bat_buoc),
    }
    if ask.lua_chon:
        raw["lua_chon"] = [{"ma": one.ma, "nhan": one.nhan} for one in ask.lua_chon]
    return raw


def _faults(error: ValidationError, loaded: Loaded) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for detail in error.errors(include_url=False, include_context=True):
        fault = fault_of(detail)
        if (fault.noi, fault.loi) not in seen:
            seen.add((fault.noi, fault.loi))
            yield loaded.located(fault)


def fault_of(detail: ErrorDetails) -> Fault:
    """Say one fault of a proposal."""
    noi, context = place(detail["loc"]), detail.get("ctx", {})
    match detail["type"]:
        case "docgen":
            return Fault(noi, str(context["message"]))
        case "missing":
            return Fault(noi, "Còn thiếu mục này.")
        case "extra_forbidden":
            return Fault(noi, f"Đề xuất không có mục tên “{detail['loc'][-1]}”.")
        case "literal_error":
            return Fault(noi, "Giá trị không có trong danh sách.", f"Chọn một trong: {context['expected']}.")
        case "string_pattern_mismatch" if noi == "loai":
            return Fault(noi, "Mã loại chỉ gồm chữ thường không dấu, chữ số và dấu nối.", "Ví dụ: thong-bao.")
        case "string_pattern_mismatch":
            sua = "Chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới, ví dụ thoi_gian."
            return Fault(noi, "Tên mục không dùng được.", sua)
        case "string_type" | "string_too_short":
            return Fault(noi, "Ở đây cần một đoạn chữ.")
        case "string_too_long":
            return Fault(noi, f"Dài quá {context['max_length']} ký tự.")
        case "tuple_type":
            return Fault(noi, "Ở đây cần một danh sách, mỗi dòng mở đầu bằng “- ”.")
        case other:
            return Fault(noi, f"Giá trị không dùng được ({other}).")

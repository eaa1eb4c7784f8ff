"""What there is to tell about a profile that was typed: doubts, never refusals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docgen.errors import Fault
from docgen.files import file_name
from docgen.standards.choose import STANDARDS
from docgen.standards.signer_fit import kiem_hop
from docgen.standards.signing import kiem_ky
from docgen.standards.standard import Standard, TheThuc
from docgen.web.naming import PATTERN_NAMES, by_pattern
from docgen.web.office_form import FILES, SIGNERS
from docgen.web.placing import Said
from docgen.web.typed import Typed, page_id

_PLACE = re.compile(r"ky\.(?P<ten>[a-z_]+)(?:\[\d+\])?")
_BRACES = re.compile(r"\{(\w*)\}")


def said_of(typed: Typed, the_thuc: TheThuc | None) -> Said:
    """Find the doubts about a typed profile, each at its place on the page.

    the_thuc: the standard its papers take; while that is unknown nothing is said of signatures.
    """
    by_id: dict[str, list[Fault]] = {}
    office = _lines(typed.single.get("co_quan.ten", ""))
    if the_thuc:
        for row in typed.rows.get(SIGNERS, ()):
            for fault in signer_notes(STANDARDS[the_thuc], office, row.values):
                found = _PLACE.fullmatch(fault.noi)
                if found:
                    by_id.setdefault(page_id(SIGNERS, row.key, found["ten"]), []).append(fault)
    unknown = [name for name in _BRACES.findall(typed.single.get(FILES, "")) if name not in PATTERN_NAMES]
    if unknown:
        loi = f"Không có mục {', '.join(f'{{{name}}}' for name in unknown)}, nên chữ ấy sẽ đứng nguyên trong tên tệp."
        by_id[page_id(FILES)] = [Fault(FILES, loi, nang="nhac")]
    return Said(by_id)


def signer_notes(std: Standard, office: Sequence[str], signer: Mapping[str, str]) -> tuple[Fault, ...]:
    """Tell what is doubted about one signer of an office, by name of the field; office: its printed lines."""
    authority = _lines(signer.get("quyen_han", ""))
    post = signer.get("chuc_vu", "").strip() or None
    name = signer.get("ho_ten", "").strip() or None
    other = _lines(signer.get("chuc_vu_khac", ""))
    return (*kiem_ky(std, authority, post, name, other), *kiem_hop(std, office, authority, post))


def file_example(pattern: str, single: Mapping[str, str]) -> str:
    """Show what a file of this office would be called; the paper is imagined."""
    code = single.get("co_quan.ky_hieu", "").strip() or "UBND"
    values = {
        "so": "05",
        "ky_hieu": f"KH-{code}",
        "trich_yeu": "Triển khai chuyển đổi số năm 2027",
        "ngay": "2026-11-05",
        "nam": "2026",
        "loai": "Kế hoạch",
        "co_quan": " ".join(single.get("co_quan.ten", "").split()) or "ỦY BAN NHÂN DÂN XÃ AN THỊNH",
        "dia_danh": single.get("dia_danh", "").strip() or "An Thịnh",
        "ho_ten": "Trần Minh Khôi",
    }
    if not pattern.strip():
        return file_name([f"{values['so']}-{values['ky_hieu']}", values["trich_yeu"]], ".docx")
    return by_pattern(pattern, values, ".docx")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]

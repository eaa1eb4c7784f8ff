"""What is not there: told once, so that no rule has to speak of it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.judged import CONG_VAN, Judged
from docgen.checking.part_names import NAMES
from docgen.reading.parts.header import is_promulgated
from docgen.standards import TheThuc
from docgen.vietnamese.refusal import quoted

_COMMON: Final = ("co_quan", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "noi_dung", "ho_ten", "noi_nhan")
_HEAD: Final[dict[TheThuc, tuple[str, ...]]] = {
    "nd30": ("quoc_hieu", "tieu_ngu"),
    "doan": ("tieu_de",),
    "dang": ("tieu_de",),
}
# Parts that the templates of PL III leave out: biên bản has no place and date (Mẫu 1.9), giấy giới thiệu and giấy
# nghỉ phép have no abstract (Mẫu 1.8, 1.10), a công văn no type (Mẫu 1.5).
_WITHOUT: Final = {
    "BIÊN BẢN": ("dia_danh_ngay",),
    "GIẤY GIỚI THIỆU": ("trich_yeu",),
    "GIẤY NGHỈ PHÉP": ("trich_yeu",),
    CONG_VAN: ("ten_loai",),
}


# A paper that a decision promulgates, as a file of its own, has neither number nor date nor signer (PL III, Mẫu 1.3).
_PROMULGATED: Final = ("so_ky_hieu", "dia_danh_ngay", "ho_ten", "noi_nhan")


def expected(p: Judged) -> tuple[str, ...]:
    """List the parts a paper of this standard and type has (NĐ 30, Điều 8 khoản 2; PL III), by their names."""
    spared = (
        *_WITHOUT.get(p.loai or "", ()),
        *(_PROMULGATED if is_promulgated(p.paper, p.first("so_ky_hieu") is not None) else ()),
    )
    return tuple(ten for ten in (*_HEAD[p.the_thuc], *_COMMON) if ten not in spared)


def absent(p: Judged) -> tuple[str, ...]:
    """List the expected parts that were not found."""
    return tuple(ten for ten in expected(p) if p.first(ten) is None)


def not_judged(p: Judged, findings: Iterable[Finding]) -> Iterator[str]:
    """Say what was not judged, and why; a missing part that has a finding of its own is not told again."""
    told = {finding.phan for finding in findings if finding.doan is None}
    names = [NAMES[ten] for ten in absent(p) if ten not in told]
    if names:
        those = "phần ấy" if len(names) == 1 else "những phần ấy"
        yield f"Không tìm thấy {_listed(names)} nên không xét các quy tắc về {those}."
    if not p.paper.co_dinh_dang:
        yield "Tệp chữ không có định dạng nên không xét khổ giấy, lề, phông chữ, cỡ chữ, kiểu chữ, giãn dòng."
    if p.loai is not None and p.loai_ma is None:
        yield f"Không có loại văn bản {quoted(p.loai)} trong {p.standard.ten_ngan} nên không xét chữ viết tắt tên loại."


def remarks(p: Judged) -> Iterator[str]:
    """Tell what else was assumed: that the paper is a draft, that its looks came through a conversion."""
    if p.la_du_thao:
        yield "Văn bản được coi là dự thảo: số và ngày còn để trống không phải là lỗi."


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"

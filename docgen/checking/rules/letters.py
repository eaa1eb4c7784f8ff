"""The letters of the whole paper: their font, their colour, and sizes that go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import SIZE_PT, nhin, so
from docgen.checking.form.printed import line_of, lines, whole
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Format
from docgen.standards import Sure
from docgen.standards.nd30_bo_sung import CAP_CO_CHU_PT
from docgen.vietnamese.refusal import quoted

# Fonts that hold signs (bullets, boxes to tick, formulas) instead of letters.
_SIGNS: Final = ("symbol", "wingdings", "webdings", "marlett", "mt extra", "cambria math", "segoe ui symbol")
_LEAST_SHARE: Final = 0.02
# Word's own nearly black shades: what one sees is black.
_DARKEST: Final = 0x40
_STAMPS: Final = ("do_mat", "do_khan", "luu_hanh", "du_thao")


@dataclass
class Found:
    """Letters of one look: where they begin and how many there are."""

    doan: int
    khoang: tuple[int, int]
    so_chu: int = 0
    cac_doan: set[int] = field(default_factory=set)


@rule("ND30-I.4-1", ten="Phông chữ", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.4", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def phong_chu(p: Judged) -> Iterator[Finding]:
    """Văn bản dùng phông chữ tiếng Việt Times New Roman, bộ mã Unicode (TCVN 6909:2001).

    Mỗi phông lạ nêu một lần, ở chỗ đầu tiên gặp. Vài chữ lẻ bằng phông khác chỉ là cảnh báo; phông của các ký hiệu
    (Symbol, Wingdings) không xét.
    Đúng: Times New Roman. Sai: Arial, Calibri, .VnTime.
    """
    yield from _fonts(p)


@rule("HD05-phong-chu-1", ten="Phông chữ", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (phông chữ)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def phong_chu_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng dùng phông chữ Times New Roman, bộ mã Unicode (TCVN 6909:2001).

    Đúng: Times New Roman. Sai: Arial, .VnTime.
    """
    yield from _fonts(p)


@rule("HD29-phong-chu-1", ten="Phông chữ", the_thuc=("doan",), dieu_khoan="HD 29 (phông chữ)", sure=Sure.K,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def phong_chu_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn quen dùng phông chữ Times New Roman như văn bản nhà nước và văn bản Đảng.

    Chưa thấy hướng dẫn nói riêng về phông chữ nên chỉ cảnh báo.
    Đúng: Times New Roman. Sai: Arial.
    """
    yield from _fonts(p)


def _fonts(p: Judged) -> Iterator[Finding]:
    wanted = p.standard.trang.phong_chu.value
    groups = _grouped(p, lambda look: _strange_font(look, wanted))
    total = sum(_count(text) for _, text, _ in _letters(p)) or 1
    for name, found in groups.items():
        few = found.so_chu / total < _LEAST_SHARE
        loi = f"Có {_how_many(found)} dùng phông {quoted(name)}, không phải {wanted}."
        yield _told(p, found, loi, name, wanted, few)


def _strange_font(look: Format, wanted: str) -> str | None:
    name = look.phong
    if name is None or name.lower().startswith((wanted.lower(), *_SIGNS)):
        return None
    return name


@rule("ND30-I.4-2", ten="Màu chữ", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.4", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def mau_chu(p: Judged) -> Iterator[Finding]:
    """Chữ trong văn bản màu đen.

    Dấu chỉ độ mật, mức độ khẩn không tính vì có màu riêng. Đường liên kết (chữ xanh, gạch chân) và chữ màu trong dự
    thảo chỉ là cảnh báo; các sắc gần như đen được coi là đen.
    Đúng: chữ đen. Sai: chữ đỏ để nhấn mạnh, chữ xanh chép từ trang web.
    """
    for colour, found in _grouped(p, _colour).items():
        lighter = p.la_du_thao or colour.startswith("liên kết")
        loi = f"Có {_how_many(found)} không phải màu đen."
        yield _told(p, found, loi, f"màu {colour}", "màu đen", lighter)


def _colour(look: Format) -> str | None:
    if look.mau is None or all(int(look.mau[k : k + 2], 16) <= _DARKEST for k in (0, 2, 4)):
        return None
    red, blue = int(look.mau[:2], 16), int(look.mau[4:], 16)
    return f"liên kết #{look.mau}" if look.gach_chan and blue > red else f"#{look.mau}"


def _grouped(p: Judged, key: Callable[[Format], str | None]) -> dict[str, Found]:
    groups: dict[str, Found] = {}
    for doan, text, (tu, look) in _letters(p):
        name = key(look)
        if name is None or not _count(text):
            continue
        found = groups.setdefault(name, Found(doan, (tu, tu + len(text))))
        found.so_chu += _count(text)
        found.cac_doan.add(doan)
    return groups


def _letters(p: Judged) -> Iterator[tuple[int, str, tuple[int, Format]]]:
    """Every visible run of the paper, stamps excepted: paragraph, text, where it begins, look."""
    stamps = {i for ten in _STAMPS for part in p.parts(ten) for i in part.doan}
    for doan in range(len(p.paper.paras)):
        if doan in stamps:
            continue
        at = 0
        for text, look in whole(p, doan).runs:
            yield doan, text, (at, look)
            at += len(text)


def _count(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _how_many(found: Found) -> str:
    return f"{found.so_chu} chữ cái, chữ số ở {len(found.cac_doan)} đoạn"


def _told(p: Judged, found: Found, loi: str, thay: str, can: str, lighter: bool) -> Finding:
    spot = line_of(found.doan, p.paper.paras[found.doan], *found.khoang)
    return nhin(p, loi, spot, thay=thay, can=can, muc="canh-bao" if lighter else None)


@rule("ND30-V-0", ten="Cỡ chữ ở đầu trang không đi cùng nhau", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.V, chú thích", sure=Sure.T, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def cap_co_chu(p: Judged) -> Iterator[Finding]:
    """Cỡ chữ trong một văn bản tăng, giảm phải thống nhất.

    Quốc hiệu cỡ 13 thì Tiêu ngữ cỡ 14, địa danh và ngày tháng cỡ 14; Quốc hiệu cỡ 12 thì Tiêu ngữ cỡ 13, địa danh và
    ngày tháng cỡ 13. Chính một mẫu của Nghị định (Mẫu 1.5) không theo, nên chỉ cảnh báo.
    Đúng: 13, 14, 14. Sai: 13, 14, 13.
    """
    names = (("quoc_hieu", "Quốc hiệu"), ("tieu_ngu", "Tiêu ngữ"), ("dia_danh_ngay", "địa danh, ngày tháng"))
    parts = [p.first(ten) for ten, _ in names]
    sizes = [next((line.co_chu_pt for line in lines(p, part)), None) if part else None for part in parts]
    found = [size for size in sizes if size is not None]
    part = parts[-1] or parts[1]
    if len(found) < 2 or part is None or any(_fits(sizes, pair) for pair in CAP_CO_CHU_PT.value):
        return
    if not all(_in_range(p, k, size) for k, size in enumerate(sizes)):
        return
    seen = ", ".join(f"{name} {so(size)}" for (_, name), size in zip(names, sizes, strict=True) if size is not None)
    can = " hoặc ".join(", ".join(so(size) for size in pair) for pair in CAP_CO_CHU_PT.value)
    loi = "Cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh và ngày tháng không đi cùng nhau."
    yield nhin(p, loi, doan=part.doan[0], part=part, thay=seen, can=can)


def _fits(sizes: list[float | None], pair: tuple[int, ...]) -> bool:
    return all(size is None or abs(size - wanted) <= SIZE_PT for size, wanted in zip(sizes, pair, strict=True))


def _in_range(p: Judged, k: int, size: float | None) -> bool:
    """Whether a size is right by itself: one that is not has a finding of its own."""
    letters = (*(line.chu for line in p.standard.dau_trang.phai), p.standard.ngay.chu)
    return size is None or letters[k].co_chu_pt.allows(size, SIZE_PT)


RULES = (phong_chu, mau_chu, cap_co_chu, phong_chu_doan, phong_chu_dang)

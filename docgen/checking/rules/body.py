"""Lời văn: how paragraphs of running text are set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding, Muc
from docgen.checking.form.looks import MOST, SIZE_PT, khoang, nhin, so
from docgen.checking.form.printed import whole
from docgen.checking.form.spacing import LINE, cach_truoc_pt, lan
from docgen.checking.form.text_block import Held, gathered, look, neighbours, often, paragraphs, places, wraps
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Range, Sure

_CLAUSE: Final = "PL I, P.I, M.II, k.6, đ.e; M.V #6"
_INDENT_MM: Final = 0.5
_GAP_PT: Final = 0.5
_LINES: Final = 0.03
_HEIGHT_PT: Final = 0.5


def _told(p: Judged, held: Held, loi: str, thay: str, can: str, *, muc: Muc | None = None) -> Finding:
    """One finding for all paragraphs that depart in one way, at the first; a slip of few is a warning."""
    light: Muc | None = muc or (None if often(p, held) else "canh-bao")
    return nhin(p, f"{places(held)} {loi}", whole(p, held.doan[0]), thay=thay, can=can, muc=light)


@rule("ND30-II.6e-1", ten="Canh đều lời văn", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def canh_deu(p: Judged) -> Iterator[Finding]:
    """Nội dung văn bản được canh đều cả hai lề.

    Chỉ xét đoạn dài hơn một dòng, vì đoạn một dòng canh trái hay canh đều trông như nhau. Vài đoạn lẻ chỉ là cảnh báo.
    Đúng: canh đều hai bên (Ctrl+J). Sai: canh trái, mép phải không thẳng.
    """
    yield from _justified(p)


@rule("HD29-loi-van-1", ten="Canh đều lời văn", the_thuc=("doan",), dieu_khoan="HD 29 (lời văn)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def canh_deu_doan(p: Judged) -> Iterator[Finding]:
    """Lời văn trong văn bản của Đoàn canh đều cả hai lề.

    Đúng: canh đều hai bên. Sai: canh trái.
    """
    yield from _justified(p)


@rule("HD05-noi-dung-1", ten="Canh đều lời văn", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nội dung)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def canh_deu_dang(p: Judged) -> Iterator[Finding]:
    """Lời văn trong văn bản của Đảng canh đều cả hai lề.

    Đúng: canh đều hai bên. Sai: canh trái.
    """
    yield from _justified(p)


def _justified(p: Judged) -> Iterator[Finding]:
    wrong = ((str(look(p, i).canh), i) for i in paragraphs(p) if look(p, i).canh == "trai" and wraps(p, i))
    for held in gathered(wrong).values():
        yield _told(p, held, "chưa canh đều hai lề.", "canh trái", "canh đều hai bên")


@rule("ND30-II.6e-2", ten="Thụt đầu dòng", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def thut_dau_dong(p: Judged) -> Iterator[Finding]:
    """Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Đây là hai giá trị, không phải một khoảng; cho phép lệch nửa mi-li-mét. Đoạn mở đầu bằng phím Tab hay dấu cách không
    xét. Vài đoạn lẻ chỉ là cảnh báo.
    Đúng: 10 mm; 12,7 mm. Sai: 0 mm; 15 mm.
    """
    yield from _indented(p)


@rule("HD29-loi-van-2", ten="Thụt đầu dòng", the_thuc=("doan",), dieu_khoan="HD 29 (lời văn)", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def thut_dau_dong_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, chữ đầu dòng lùi vào 1,27 cm.

    Đúng: 12,7 mm. Sai: 10 mm; 0 mm.
    """
    yield from _indented(p)


def _indented(p: Judged) -> Iterator[Finding]:
    wanted = p.standard.noi_dung.lui_dau_dong_mm
    can = khoang(wanted, "mm") if isinstance(wanted, Range) else f"{' hoặc '.join(map(so, wanted.values))} mm"
    # NĐ 30 does not rule the place of "I. …"; HD 29 does.
    headings = {line.doan for line in p.levels if line.cap == "la_ma"} if p.the_thuc == "nd30" else set()
    held = (i for i in paragraphs(p) if i not in headings)
    wrong = ((mm, i) for i in held if not wanted.allows(mm := _first_line(p, i), _INDENT_MM))
    judged = ((mm, i) for mm, i in wrong if p.paper.paras[i].text[:1] not in "\t \u00a0")
    for mm, found in gathered(judged).items():
        yield _told(p, found, f"có chữ đầu dòng lùi vào {so(mm)} mm.", f"{so(mm)} mm", can)


def _first_line(p: Judged, i: int) -> float:
    """Where the first line begins, from the margin, to the nearest half millimetre."""
    setting = look(p, i)
    return round((setting.trai_mm + setting.dong_dau_mm) * 2) / 2


@rule("ND30-II.6e-3", ten="Khoảng cách giữa các đoạn", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def cach_doan(p: Judged) -> Iterator[Finding]:
    """Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.

    Khoảng cách sau đoạn trên và trước đoạn dưới được cộng lại như Word vẫn làm.
    Đúng: 6 pt; 3 pt + 3 pt. Sai: 0 pt; 3 pt.
    """
    yield from _apart(p)


@rule("HD29-loi-van-3", ten="Khoảng cách giữa các đoạn", the_thuc=("doan",), dieu_khoan="HD 29 (lời văn)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def cach_doan_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, khoảng cách giữa các đoạn văn tối đa là 6 pt.

    Văn bản nhà nước thì ngược lại: tối thiểu 6 pt.
    Đúng: 6 pt; 3 pt. Sai: 12 pt.
    """
    yield from _apart(p)


@rule("HD05-noi-dung-2", ten="Khoảng cách giữa các đoạn", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nội dung)",
      sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def cach_doan_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, khoảng cách giữa các đoạn văn tối thiểu là 6 pt.

    Đúng: 6 pt. Nên sửa: 0 pt.
    """
    yield from _apart(p)


def _apart(p: Judged) -> Iterator[Finding]:
    wanted = p.standard.noi_dung.cach_doan_pt
    gaps = ((cach_truoc_pt(p, upper, lower), lower) for upper, lower in neighbours(p))
    wrong = ((round(gap * 2) / 2, i) for gap, i in gaps if gap is not None and not wanted.allows(gap, _GAP_PT))
    for gap, held in gathered(wrong).items():
        yield _told(p, held, f"cách đoạn trên {so(gap)} pt.", f"{so(gap)} pt", khoang(wanted, "pt"))


@rule("ND30-II.6e-4", ten="Giãn dòng", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def gian_dong(p: Judged) -> Iterator[Finding]:
    """Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.

    Giãn dòng cố định (Exactly) được đổi ra số dòng theo cỡ chữ, ví dụ 18 pt với chữ cỡ 14 là khoảng 1,1 dòng; vì là số
    ước lượng nên chỉ cảnh báo.
    Đúng: 1,0; 1,15; 1,5; cố định 18 pt. Sai: 2,0; 0,9.
    """
    yield from _spaced(p)


@rule("HD29-loi-van-4", ten="Giãn dòng", the_thuc=("doan",), dieu_khoan="HD 29 (lời văn)", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def gian_dong_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, giãn dòng từ dòng đơn đến tối đa 1,2 dòng.

    Đúng: 1,0; 1,1; 1,2. Sai: 1,5.
    """
    yield from _spaced(p)


def _spaced(p: Judged) -> Iterator[Finding]:
    wanted = p.standard.noi_dung.gian_dong_lan
    if wanted is None:
        return
    values = ((lan(p, i), look(p, i).gian_dong_pt is not None, i) for i in paragraphs(p))
    wrong = (
        ((round(lines, 2), fixed), i)
        for lines, fixed, i in values
        if lines is not None and not wanted.allows(lines, _LINES * (3 if fixed else 1))
    )
    for (lines, fixed), held in gathered(wrong).items():
        light: Muc | None = "canh-bao" if fixed else None
        can = f"{so(wanted.least or 0)}–{so(wanted.most or 0)} dòng"
        yield _told(p, held, f"giãn dòng {so(lines, 2)}.", f"{so(lines, 2)} dòng", can, muc=light)


@rule("HD05-noi-dung-3", ten="Giãn dòng", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nội dung)", sure=Sure.V2,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def gian_dong_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, giãn dòng cố định từ 18 đến 22 pt.

    Giãn dòng theo bội số được đổi ra pt theo cỡ chữ.
    Đúng: cố định 18 pt. Nên sửa: 1,5 dòng (khoảng 24 pt với chữ cỡ 14).
    """
    wanted = p.standard.noi_dung.gian_dong_pt
    if wanted is None:
        return
    heights = ((_height(p, i), i) for i in paragraphs(p))
    wrong = ((round(pt), i) for pt, i in heights if pt is not None and not wanted.allows(pt, _HEIGHT_PT))
    for pt, held in gathered(wrong).items():
        yield _told(p, held, f"có dòng cao khoảng {so(pt)} pt.", f"{so(pt)} pt", khoang(wanted, "pt"))


def _height(p: Judged, i: int) -> float | None:
    lines, size = lan(p, i), whole(p, i).co_chu_pt
    return None if lines is None or size is None else lines * LINE * size


@rule("ND30-II.6e-5", ten="Cỡ chữ lời văn", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_loi_van(p: Judged) -> Iterator[Finding]:
    """Nội dung văn bản dùng cỡ chữ 13 đến 14.

    Chữ trong bảng không bị quy định. Vài đoạn lẻ chỉ là cảnh báo.
    Đúng: 14 pt. Sai: 12 pt; 15 pt.
    """
    yield from _sized(p)


@rule("HD29-loi-van-5", ten="Cỡ chữ lời văn", the_thuc=("doan",), dieu_khoan="HD 29 (lời văn)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_loi_van_doan(p: Judged) -> Iterator[Finding]:
    """Lời văn trong văn bản của Đoàn dùng một cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _sized(p)


@rule("HD05-noi-dung-4", ten="Cỡ chữ lời văn", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nội dung)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_loi_van_dang(p: Judged) -> Iterator[Finding]:
    """Lời văn trong văn bản của Đảng dùng cỡ chữ 14 đến 15.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _sized(p)


def _sized(p: Judged) -> Iterator[Finding]:
    wanted = p.standard.noi_dung.chu.co_chu_pt
    bases = {i for part in p.parts("can_cu") for i in part.doan}
    sizes = ((whole(p, i).co_chu_pt, i) for i in paragraphs(p) if i not in bases)
    wrong = ((size, i) for size, i in sizes if size is not None and not wanted.allows(size, SIZE_PT))
    for size, held in gathered(wrong).items():
        can = f"cỡ chữ {khoang(wanted, 'pt')}"
        yield _told(p, held, f"dùng cỡ chữ {so(size)} pt.", f"cỡ chữ {so(size)} pt", can)


@rule("ND30-II.6e-6", ten="Lời văn in nghiêng", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="canh-bao",
      can_dinh_dang=True)  # fmt: skip
def chu_dung(p: Judged) -> Iterator[Finding]:
    """Nội dung văn bản trình bày kiểu chữ đứng.

    Câu trích, chú thích trong ngoặc, lưu ý in nghiêng là chuyện thường, nên chỉ xét đoạn nghiêng cả đoạn và chỉ cảnh
    báo.
    Đúng: chữ đứng. Nên xem lại: cả đoạn in nghiêng.
    """
    others = {i for part in p.parts("can_cu") for i in part.doan}
    others |= {line.doan for line in p.levels if line.tieu_de or line.dang == "lien"}
    wrong = ((True, i) for i in paragraphs(p) if i not in others and _slanted(p, i))
    for held in gathered(wrong).values():
        yield _told(p, held, "in nghiêng cả đoạn.", "in nghiêng", "chữ đứng")


def _slanted(p: Judged, i: int) -> bool:
    text = p.paper.paras[i].text.strip()
    noted = text.startswith(("(", "“", '"', "Ghi chú", "Lưu ý", "*", "["))
    return not noted and whole(p, i).share(lambda letters: letters.nghieng) > 1 - (1 - MOST) / 10


RULES = (
    canh_deu, thut_dau_dong, cach_doan, gian_dong, co_chu_loi_van, chu_dung,
    canh_deu_doan, thut_dau_dong_doan, cach_doan_doan, gian_dong_doan, co_chu_loi_van_doan,
    canh_deu_dang, cach_doan_dang, gian_dong_dang, co_chu_loi_van_dang,
)  # fmt: skip

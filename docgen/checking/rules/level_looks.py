"""How the levels of a body look: case, weight and place of their labels and titles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from docgen.checking.finding import Finding, Muc
from docgen.checking.form.level_lines import Labelled, labelled
from docgen.checking.form.looks import departs, nhin
from docgen.checking.form.printed import Line, whole
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure

_DIEU: Final = "PL I, P.I, M.II, k.6, đ.đ; M.V #6a"
_MUC: Final = "PL I, P.I, M.II, k.6, đ.đ; M.V #6b"
_LONGEST_TITLE: Final = 200
_SHORT_TITLE: Final = 80
_NAMED: Final = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu_muc": "Tiểu mục"}

Test = Callable[[Line], bool]


def _bold(line: Line) -> bool:
    return departs(line, lambda look: look.dam, False)


def _not_bold(line: Line) -> bool:
    return departs(line, lambda look: look.dam, True)


def _italic(line: Line) -> bool:
    return departs(line, lambda look: look.nghieng, False)


def _not_italic(line: Line) -> bool:
    return departs(line, lambda look: look.nghieng, True)


def _has_small(line: Line) -> bool:
    return any(char.islower() for char in line.hien)


def _small_title(line: Line) -> bool:
    """Whether a title has small letters; words behind a colon (``KHÓ KHĂN: Không.``) are text."""
    return any(char.islower() for char in line.hien.partition(":")[0])


def _all_caps(line: Line) -> bool:
    words = [word for word in line.hien.split() if any(char.isalpha() for char in word)]
    return len(words) > 1 and not _has_small(line)


def _told(p: Judged, wrong: list[Line], loi: str, thay: str, can: str, muc: Muc | None = None) -> Iterator[Finding]:
    """One finding for all lines that depart in one way, at the first."""
    if wrong:
        more = f" ({len(wrong)} chỗ trong văn bản)" if len(wrong) > 1 else ""
        yield nhin(p, f"{loi}{more}.", wrong[0], thay=thay, can=can, muc=muc)


def _titles(p: Judged, cap: str) -> list[Labelled]:
    found = [one for one in labelled(p) if one.dong.cap == cap and one.dong.tieu_de and one.chu is not None]
    return [one for one in found if not _sentence(one.dong.chu)]


def _sentence(words: str) -> bool:
    """Whether what stands behind a label is a paragraph rather than a title."""
    return len(words) > _LONGEST_TITLE or (len(words) > _SHORT_TITLE and words.rstrip().endswith((".", ";", "./.")))


def _words(found: list[Labelled], test: Test) -> list[Line]:
    return [one.chu for one in found if one.chu is not None and test(one.chu)]


@rule("ND30-II.6đ-10", ten="Kiểu chữ phần, chương, mục, tiểu mục", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_phan(p: Judged) -> Iterator[Finding]:
    """Nhãn và tiêu đề của phần, chương, mục, tiểu mục đứng, đậm, canh giữa; tiêu đề viết chữ in hoa.

    Đúng: Chương I / QUY ĐỊNH CHUNG, đậm, canh giữa. Sai: tiêu đề không đậm; Quy định chung.
    """
    lines = [line for line in p.levels if line.cap in _NAMED]
    held = [whole(p, line.doan) for line in lines if not line.dong]
    yield from _told(p, [one for one in held if _not_bold(one)], "Phần, chương, mục, tiểu mục phải in đậm",
                     "không đậm", "in đậm")  # fmt: skip
    yield from _told(p, [one for one in held if _italic(one)], "Phần, chương, mục, tiểu mục phải là chữ đứng",
                     "in nghiêng", "chữ đứng")  # fmt: skip
    apart = [whole(p, line.doan) for line in lines if line.tiep]
    yield from _told(p, [one for one in apart if _has_small(one)], "Tiêu đề của phần, chương, mục phải viết in hoa",
                     "chữ in thường", "chữ in hoa")  # fmt: skip
    off = [one for one in held if _canh(p, one) in ("trai", "phai", "deu") and not one.text[:1].isspace()]
    yield from _told(p, off, "Phần, chương, mục, tiểu mục phải canh giữa", "không canh giữa", "canh giữa")


def _canh(p: Judged, line: Line) -> str | None:
    look = p.paper.paras[line.doan].format
    return None if look is None else look.canh


@rule("ND30-II.6đ-11", ten="Nhãn phần, chương, mục ở dòng riêng", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V,
      muc="loi")  # fmt: skip
def dong_rieng(p: Judged) -> Iterator[Finding]:
    """“Phần”, “Chương”, “Mục”, “Tiểu mục” và số thứ tự ở trên một dòng riêng; tiêu đề ở ngay dòng dưới.

    Đúng: Chương I / QUY ĐỊNH CHUNG trên hai dòng. Sai: Chương I. QUY ĐỊNH CHUNG trên một dòng.
    """
    for one in labelled(p):
        word = _NAMED.get(one.dong.cap)
        if word is None or one.chu is None or not one.dong.nhan.lower().startswith(word.lower()):
            continue
        if "\n" not in p.paper.paras[one.dong.doan].text:
            loi = f"“{word}” và số thứ tự phải ở một dòng riêng, tiêu đề ở dòng dưới."
            yield p.finding(loi, doan=one.dong.doan, thay=one.dong.nhan, can="xuống dòng trước tiêu đề")
            return


@rule("ND30-II.6đ-12", ten="Nhãn điều in đậm", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def dieu_dam(p: Judged) -> Iterator[Finding]:
    """“Điều”, số thứ tự và tiêu đề của điều in đậm, kiểu chữ đứng.

    Điều không có tiêu đề (quyết định ngắn) thì chỉ “Điều 1.” in đậm.
    Đúng: Điều 1. đậm. Sai: Điều 1. không đậm.
    """
    found = [one for one in labelled(p) if one.dong.cap == "dieu" and one.nhan is not None]
    labels = [one.nhan for one in found if one.nhan is not None]
    yield from _told(p, [one for one in labels if _not_bold(one)], "“Điều” và số thứ tự phải in đậm", "không đậm",
                     "in đậm")  # fmt: skip
    yield from _told(p, [one for one in labels if _italic(one)], "“Điều” và số thứ tự phải là chữ đứng", "in nghiêng",
                     "chữ đứng")  # fmt: skip


@rule("ND30-II.6đ-13", ten="Tiêu đề mục La Mã", the_thuc=("nd30",), dieu_khoan=_MUC, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def la_ma_hoa(p: Judged) -> Iterator[Finding]:
    """Tiêu đề của mục (I., II.) viết chữ in hoa, kiểu chữ đứng, đậm.

    Đúng: I. MỤC ĐÍCH, YÊU CẦU, đậm. Sai: I. Mục đích, yêu cầu; chữ không đậm.
    """
    yield from _roman(p)


@rule("HD29-bo-cuc-5", ten="Tiêu đề mục La Mã", the_thuc=("doan",), dieu_khoan="HD 29 (bố cục)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def la_ma_hoa_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, tiêu đề của mục (I., II.) viết chữ in hoa, đậm.

    Đúng: I. MỤC ĐÍCH, đậm. Sai: I. Mục đích.
    """
    yield from _roman(p)


@rule("HD05-bo-cuc-3", ten="Tiêu đề mục La Mã", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (bố cục)",
      sure=Sure.UNSURE, muc="thong-tin", can_dinh_dang=True)  # fmt: skip
def la_ma_hoa_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Trung ương Đảng quen viết tiêu đề của mục (I-, II-) bằng chữ in hoa, đậm; chỉ ghi chú để biết.

    Thường gặp: I- MỤC ĐÍCH, đậm. Ít gặp: I- Mục đích.
    """
    yield from _roman(p)


def _roman(p: Judged) -> Iterator[Finding]:
    found = _titles(p, "la_ma")
    yield from _told(p, _words(found, _small_title), "Tiêu đề của mục La Mã phải viết in hoa", "chữ in thường",
                     "chữ in hoa")  # fmt: skip
    yield from _told(p, _words(found, _not_bold), "Tiêu đề của mục La Mã phải in đậm", "không đậm",
                     "in đậm")  # fmt: skip
    yield from _told(p, _words(found, _italic), "Tiêu đề của mục La Mã phải là chữ đứng", "in nghiêng", "chữ đứng")


@rule("ND30-II.6đ-14", ten="Tiêu đề khoản", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="canh-bao",
      can_dinh_dang=True)  # fmt: skip
def khoan_thuong(p: Judged) -> Iterator[Finding]:
    """Tiêu đề của khoản (1., 2.) viết chữ in thường, kiểu chữ đứng, đậm.

    Chương trình chỉ nhận ra tiêu đề qua chữ đậm hoặc qua cách đặt câu nên chỉ cảnh báo.
    Đúng: 1. Mục đích, đậm. Sai: 1. MỤC ĐÍCH; 1. Mục đích in nghiêng.
    """
    found = _titles(p, "so")
    yield from _told(
        p, _words(found, _all_caps), "Tiêu đề của khoản phải viết chữ in thường", "chữ in hoa", "chữ in thường"
    )
    yield from _told(p, _words(found, _italic), "Tiêu đề của khoản phải là chữ đứng", "in nghiêng", "chữ đứng")


@rule("ND30-II.6đ-15", ten="Điểm in đậm", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="canh-bao",
      can_dinh_dang=True)  # fmt: skip
def diem_dam(p: Judged) -> Iterator[Finding]:
    """Điểm (a), b)) trình bày kiểu chữ đứng, không đậm.

    Nhiều văn bản in đậm điểm như một tiêu đề nên chỉ cảnh báo, một lần cho cả văn bản.
    Đúng: a) Nâng cao nhận thức, chữ thường. Nên sửa: a) Nâng cao nhận thức, cả dòng in đậm.
    """
    found = [one for one in labelled(p) if one.dong.cap == "chu" and one.dong.dang != "lien"]
    yield from _told(p, _words(found, _bold), "Điểm không được in đậm", "in đậm", "không đậm")


@rule("HD29-bo-cuc-6", ten="Kiểu chữ khoản, điểm", the_thuc=("doan",), dieu_khoan="HD 29 (bố cục)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_cap_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn: tiêu đề khoản (1.) đậm; điểm (1.1.) đậm, nghiêng; 1.1.1. nghiêng, không đậm.

    Đúng: 1.1. Diễn đàn, đậm và nghiêng. Sai: 1.1. Diễn đàn, đậm và đứng.
    """
    for cap, mau in (("so", "1."), ("so2", "1.1."), ("so3", "1.1.1.")):
        form = p.standard.level(cap)
        letters = form.tieu_de if form else None
        if letters is None or letters.dam is None or letters.nghieng is None:
            continue
        dam, nghieng = letters.dam.value, letters.nghieng.value
        found = _titles(p, cap)
        wrong = _words(found, _not_bold if dam else _bold)
        yield from _told(p, wrong, f"Tiêu đề cấp {mau} phải {'in đậm' if dam else 'không đậm'}",
                         "không đậm" if dam else "in đậm", "in đậm" if dam else "không đậm")  # fmt: skip
        wrong = _words(found, _not_italic if nghieng else _italic)
        yield from _told(p, wrong, f"Tiêu đề cấp {mau} phải {'in nghiêng' if nghieng else 'là chữ đứng'}",
                         "chữ đứng" if nghieng else "in nghiêng", "in nghiêng" if nghieng else "chữ đứng")  # fmt: skip


@rule("ND30-II.6d-1", ten="Phần, chương, mục không có tiêu đề", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.6, đ.d", sure=Sure.T, muc="canh-bao")  # fmt: skip
def co_tieu_de(p: Judged) -> Iterator[Finding]:
    """Phần, chương, mục, tiểu mục, điều phải có tiêu đề.

    Các mẫu quyết định ngắn có điều không tiêu đề nên điều không bị xét; tiêu đề có thể không được nhận ra nên chỉ cảnh
    báo.
    Đúng: Chương I / QUY ĐỊNH CHUNG. Sai: Chương I rồi đến ngay Điều 1.
    """
    lines = p.levels
    for k, line in enumerate(lines):
        if line.cap not in _NAMED or line.tiep or line.chu:
            continue
        after = lines[k + 1] if k + 1 < len(lines) else None
        if after is None or not after.tiep:
            loi = f"“{_NAMED[line.cap]}” phải có tiêu đề."
            yield p.finding(loi, doan=line.doan, thay=line.nhan, can="tiêu đề ở dòng dưới", chac="co-le")


RULES = (
    kieu_chu_phan, dong_rieng, dieu_dam, la_ma_hoa, khoan_thuong, diem_dam, co_tieu_de, la_ma_hoa_doan,
    kieu_chu_cap_doan, la_ma_hoa_dang,
)  # fmt: skip

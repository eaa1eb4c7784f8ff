"""Labels of the levels of a body: their form and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Chac, Finding
from docgen.checking.form.level_lines import Labelled, labelled, numbers
from docgen.checking.judged import Judged
from docgen.checking.language.structure import Siblings, lists
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.letters import BANG_CHU, chu_cai
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.roman import la_ma

_DIEU: Final = "PL I, P.I, M.II, k.6, đ.đ; M.V #6a"
_MUC: Final = "PL I, P.I, M.II, k.6, đ.đ; M.V #6b"
_NOT_LETTERS: Final = "fjwz"
_DECIMAL: Final = ("so2", "so3", "so4")
_BIG: Final = 40
_RUNNING: Final = ("dieu", "chuong")


def _of(p: Judged, *caps: str) -> list[Labelled]:
    return [one for one in labelled(p) if one.dong.cap in caps]


def _first_wrong(p: Judged, caps: tuple[str, ...], form: re.Pattern[str]) -> tuple[Labelled, int] | None:
    """The first label of these levels that has another form, and how many there are."""
    wrong = [one for one in _of(p, *caps) if not form.fullmatch(" ".join(one.dong.nhan.split()))]
    return (wrong[0], len(wrong)) if wrong else None


def _told(p: Judged, one: Labelled, count: int, loi: str, can: str) -> Finding:
    more = f" ({count} chỗ trong văn bản)" if count > 1 else ""
    chac: Chac | None = "co-le" if one.dong.chac == "doan" and not re.match(r"\(?\w+[)./:-]", one.dong.nhan) else None
    return p.finding(f"{loi}{more}.", doan=one.dong.doan, thay=one.dong.nhan, can=can, chac=chac)


@rule("ND30-II.6đ-1", ten="Nhãn phần, chương", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="loi")
def nhan_phan_chuong(p: Judged) -> Iterator[Finding]:
    """Từ “Phần”, “Chương” viết chữ in thường, số thứ tự bằng chữ số La Mã.

    Đúng: Phần I; Chương II. Sai: PHẦN I; Chương 2; Phần thứ nhất.
    """
    for cap, word in (("phan", "Phần"), ("chuong", "Chương")):
        wrong = _first_wrong(p, (cap,), re.compile(rf"{word} [IVXLC]+[.:]?|[A-ZĐ]\s?[.\-/)–]"))
        if wrong:
            one, count = wrong
            can = f"{word} {la_ma(one.so[0])}" if one.so and one.so[0] < _BIG else f"{word} I"
            yield _told(p, one, count, f"“{word}” phải viết chữ in thường, số thứ tự bằng chữ số La Mã", can)


@rule("ND30-II.6đ-2", ten="Nhãn mục, tiểu mục", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="loi")
def nhan_muc(p: Judged) -> Iterator[Finding]:
    """Từ “Mục”, “Tiểu mục” viết chữ in thường, số thứ tự bằng chữ số Ả Rập.

    Đúng: Mục 1; Tiểu mục 1. Sai: MỤC 1; Mục I.
    """
    for cap, word in (("muc", "Mục"), ("tieu_muc", "Tiểu mục")):
        wrong = _first_wrong(p, (cap,), re.compile(rf"{word} \d+[.:]?"))
        if wrong:
            one, count = wrong
            can = f"{word} {one.so[0] if one.so else 1}"
            yield _told(p, one, count, f"“{word}” phải viết chữ in thường, số thứ tự bằng chữ số Ả Rập", can)


@rule("ND30-II.6đ-3", ten="Nhãn điều", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="loi")
def nhan_dieu(p: Judged) -> Iterator[Finding]:
    """Từ “Điều” viết chữ in thường, số thứ tự bằng chữ số Ả Rập, sau số thứ tự có dấu chấm.

    Đúng: Điều 1. Sai: Điều 1: ; ĐIỀU 1.
    """
    wrong = _first_wrong(p, ("dieu",), re.compile(r"Điều \d+[a-zđ]?\."))
    if wrong:
        one, count = wrong
        can = f"Điều {one.so[0] if one.so else 1}."
        yield _told(p, one, count, "“Điều” phải viết chữ in thường, sau số thứ tự phải có dấu chấm", can)


@rule("ND30-II.6đ-4", ten="Nhãn khoản", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="loi")
def nhan_khoan(p: Judged) -> Iterator[Finding]:
    """Số thứ tự của khoản là chữ số Ả Rập, sau đó có dấu chấm.

    Đúng: 1. Mục đích. Sai: 1/ Mục đích; 1) Mục đích; (1) Mục đích.
    """
    yield from _clause_label(p)


@rule("HD29-bo-cuc-1", ten="Nhãn khoản", the_thuc=("doan",), dieu_khoan="HD 29 (bố cục)", sure=Sure.V, muc="loi")
def nhan_khoan_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, số thứ tự của khoản là chữ số Ả Rập, sau đó có dấu chấm.

    Đúng: 1. Cấp tỉnh. Sai: 1/ Cấp tỉnh.
    """
    yield from _clause_label(p)


def _clause_label(p: Judged) -> Iterator[Finding]:
    wrong = _first_wrong(p, ("so",), re.compile(r"\d+\."))
    if wrong:
        one, count = wrong
        can = f"{one.so[0] if one.so else 1}."
        yield _told(p, one, count, "Sau số thứ tự của khoản phải là dấu chấm", can)


@rule("ND30-II.6đ-5", ten="Nhãn điểm", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="canh-bao")
def nhan_diem(p: Judged) -> Iterator[Finding]:
    """Thứ tự điểm ghi bằng chữ cái tiếng Việt thường, sau đó có dấu đóng ngoặc đơn.

    Nhiều văn bản ghi “a.” hoặc “(a)” nên chỉ cảnh báo.
    Đúng: a) Nâng cao nhận thức. Nên sửa: a. Nâng cao nhận thức; (a) Nâng cao nhận thức; a/ Nâng cao nhận thức.
    """
    wrong = _first_wrong(p, ("chu",), re.compile(r"[a-zđ]{1,2}\)"))
    if wrong:
        one, count = wrong
        letter = re.sub(r"[^a-zđ]", "", one.dong.nhan.lower()) or "a"
        yield _told(p, one, count, "Sau chữ cái của điểm phải là dấu đóng ngoặc đơn", f"{letter})")


@rule("ND30-II.6đ-6", ten="Nhãn mục La Mã", the_thuc=("nd30",), dieu_khoan=_MUC, sure=Sure.V, muc="loi")
def nhan_la_ma(p: Judged) -> Iterator[Finding]:
    """Trong văn bản không chia điều, số thứ tự của mục là chữ số La Mã, sau đó có dấu chấm.

    Đúng: I. MỤC ĐÍCH. Sai: I/ MỤC ĐÍCH; I- MỤC ĐÍCH (cách của văn bản Đảng); I) MỤC ĐÍCH.
    """
    yield from _roman_label(p)


@rule("HD29-bo-cuc-2", ten="Nhãn mục La Mã", the_thuc=("doan",), dieu_khoan="HD 29 (bố cục)", sure=Sure.V, muc="loi")
def nhan_la_ma_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, số thứ tự của mục là chữ số La Mã, sau đó có dấu chấm.

    Đúng: I. MỤC ĐÍCH. Sai: I/ MỤC ĐÍCH; I- MỤC ĐÍCH.
    """
    yield from _roman_label(p)


@rule("HD05-bo-cuc-1", ten="Nhãn mục La Mã", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (bố cục)",
      sure=Sure.UNSURE, muc="thong-tin")  # fmt: skip
def nhan_la_ma_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Trung ương Đảng quen ghi số La Mã kèm gạch nối; chưa thấy quy định thành văn nên chỉ ghi chú để biết.

    Thường gặp: I- MỤC ĐÍCH. Ít gặp: I. MỤC ĐÍCH.
    """
    wrong = _first_wrong(p, ("la_ma",), re.compile(r"[IVXLC]+\s?[-–]"))
    if wrong:
        one, count = wrong
        yield _told(p, one, count, "Văn bản của Đảng quen ghi số La Mã kèm gạch nối", f"{la_ma(one.so[0])}-")


def _roman_label(p: Judged) -> Iterator[Finding]:
    wrong = _first_wrong(p, ("la_ma",), re.compile(r"[IVXLC]+\."))
    if wrong:
        one, count = wrong
        can = f"{la_ma(one.so[0])}." if one.so else "I."
        yield _told(p, one, count, "Sau số La Mã của mục phải là dấu chấm", can)


@rule("ND30-II.6đ-7", ten="Đánh số thập phân", the_thuc=("nd30",), dieu_khoan=_MUC, sure=Sure.P, muc="canh-bao")
def thap_phan(p: Judged) -> Iterator[Finding]:
    """Nghị định chia nội dung thành mục (I.), khoản (1.), điểm (a)), không có cấp 1.1, 1.1.1.

    Rất nhiều cơ quan dùng cấp 1.1 nên chỉ cảnh báo, một lần cho cả văn bản.
    Đúng: 1. rồi a). Nên xem lại: 1. rồi 1.1. rồi 1.1.1.
    """
    found = _of(p, *_DECIMAL)
    if found:
        loi = "Cách đánh số 1.1, 1.1.1 không có trong hệ thống mục, khoản, điểm của Nghị định"
        yield _told(p, found[0], len(found), loi, "a), b), c) …")


@rule("HD29-bo-cuc-3", ten="Điểm a), b) trong văn bản Đoàn", the_thuc=("doan",), dieu_khoan="HD 29 (bố cục)",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def diem_chu_doan(p: Judged) -> Iterator[Finding]:
    """Hướng dẫn 29 chia nội dung thành I., 1., 1.1., 1.1.1., không có cấp a), b).

    Đúng: 1. rồi 1.1. Nên xem lại: 1. rồi a).
    """
    found = _of(p, "chu")
    if found:
        loi = "Cấp a), b) không có trong bố cục của Hướng dẫn 29"
        yield _told(p, found[0], len(found), loi, "1.1., 1.2. …")


@rule("ND30-II.6đ-8", ten="Thứ tự phần, chương, mục, điều, khoản", the_thuc=("nd30",), dieu_khoan=f"{_DIEU}; M.V #6b",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def thu_tu(p: Judged) -> Iterator[Finding]:
    """Số thứ tự của các mục cùng cấp liên tục, không nhảy số và không lặp số; điều được đánh liên tục cả văn bản.

    Đoạn trích nguyên văn văn bản khác có số riêng, nên chỉ cảnh báo.
    Đúng: 1. 2. 3. Sai: 1. 3. 4.; Điều 2 rồi lại Điều 2.
    """
    yield from _order(p)


@rule("HD29-bo-cuc-4", ten="Thứ tự các mục", the_thuc=("doan",), dieu_khoan="HD 29 (bố cục)", sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def thu_tu_doan(p: Judged) -> Iterator[Finding]:
    """Số thứ tự của các mục cùng cấp liên tục, không nhảy số và không lặp số.

    Đúng: 1. 2. 3. Sai: 1. 3. 4.
    """
    yield from _order(p)


@rule("HD05-bo-cuc-2", ten="Thứ tự các mục", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (bố cục)",
      sure=Sure.UNSURE, muc="canh-bao")  # fmt: skip
def thu_tu_dang(p: Judged) -> Iterator[Finding]:
    """Số thứ tự của các mục cùng cấp liên tục, không nhảy số và không lặp số.

    Đúng: 1. 2. 3. Sai: 1. 3. 4.
    """
    yield from _order(p)


def _order(p: Judged) -> Iterator[Finding]:
    for one in lists(p):
        if one.cap not in ("chu", "gach", "cong", *_RUNNING):
            yield from _breaks(p, one)
    for cap in _RUNNING:
        lines = [line for line in p.levels if line.cap == cap and line.nhan]
        yield from _steps(p, [(line.doan, line.nhan, numbers(line.nhan)) for line in lines])


def _breaks(p: Judged, one: Siblings) -> Iterator[Finding]:
    held = [item.line for item in one.items if item.line.nhan]
    yield from _steps(p, [(line.doan, line.nhan, numbers(line.nhan)) for line in held])


def _steps(p: Judged, lines: list[tuple[int, str, tuple[int, ...]]]) -> Iterator[Finding]:
    """Tell each number that does not follow the one before; a list that begins again at 1 is another list."""
    before: tuple[int, ...] = ()
    for doan, nhan, number in lines:
        if not number:
            before = ()
            continue
        same = len(before) == len(number) and before[:-1] == number[:-1]
        if same and number[-1] not in (before[-1] + 1, 1):
            kind = "lặp lại" if number == before else "không nối tiếp"
            loi = f"Số thứ tự {quoted(nhan)} {kind} số của mục trước."
            shown = ".".join(map(str, (*before[:-1], before[-1] + 1)))
            yield p.finding(loi, doan=doan, thay=nhan, can=f"số thứ {shown}")
        before = number


@rule("ND30-II.6đ-9", ten="Thứ tự chữ cái của điểm", the_thuc=("nd30",), dieu_khoan=_DIEU, sure=Sure.V, muc="loi")
def thu_tu_chu(p: Judged) -> Iterator[Finding]:
    """Điểm xếp theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h …, có đ và không có f, j, w, z.

    Danh sách tự động của Word không có chữ đ, nên sau d) nó ghi e).
    Đúng: c), d), đ), e). Sai: c), d), e); … e), f).
    """
    for one in lists(p):
        if one.cap != "chu":
            continue
        before = ""
        for item in one.items:
            letter = re.sub(r"[^a-zđ]", "", item.line.nhan.lower())
            found = _letter(p, before, letter, item.line.doan)
            if found is not None:
                loi, can, muc = found
                yield p.finding(loi, doan=item.line.doan, thay=item.line.nhan, can=can, muc="canh-bao" if muc else None)
            before = letter


def _letter(p: Judged, before: str, letter: str, doan: int) -> tuple[str, str, bool] | None:
    """What is wrong with a letter behind another, what was wanted, whether it is a warning only."""
    if len(letter) != 1 or (before and len(before) != 1):
        return None
    due = chu_cai(BANG_CHU.index(before) + 2) if before in BANG_CHU and before else ""
    if letter in _NOT_LETTERS:
        return f"“{letter}” không có trong bảng chữ cái tiếng Việt.", f"{due or 'g'})", False
    if not before or before not in BANG_CHU or letter == due or letter == "a":
        return None
    if (before, letter) == ("d", "e"):
        hidden = any(para.text.lstrip().lower().startswith("đ") for para in p.paper.paras[max(doan - 12, 0) : doan])
        return None if hidden else ("Sau điểm d) phải là điểm đ).", "đ)", False)
    return f"Điểm {quoted(letter + ')')} không nối tiếp điểm {quoted(before + ')')}.", f"{due})", True


RULES = (
    nhan_phan_chuong, nhan_muc, nhan_dieu, nhan_khoan, nhan_diem, nhan_la_ma, thap_phan, thu_tu, thu_tu_chu,
    nhan_khoan_doan, nhan_la_ma_doan, diem_chu_doan, thu_tu_doan, nhan_la_ma_dang, thu_tu_dang,
)  # fmt: skip

"""Phụ lục: number, title, the line that says which paper it goes with, and its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import canh_giua, co_chu, kieu, nhin
from docgen.checking.form.printed import lines
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.reading.parts import Appendix
from docgen.standards import Sure
from docgen.vietnamese.refusal import RefusedError
from docgen.vietnamese.roman import la_ma, tu_la_ma

_SHOW: Final = "PL I, P.I, M.III, k.1, đ.b; M.V #9"
_WORD: Final = re.compile(r"\s*(?P<chu>phụ\s+lục)(?P<so>.*)", re.IGNORECASE | re.DOTALL)
_MENTIONS: Final = re.compile(r"phụ\s+lục|kèm\s+theo|đính\s+kèm|gửi\s+kèm|biểu\b|mẫu\b|danh\s+sách", re.IGNORECASE)
_REFERENCE: Final = re.compile(
    r"\(\s*(?:Ban hành )?[Kk]èm theo .+?\bsố\b.*\bngày\b.*\btháng\b.*\bnăm\b.*\bcủa\b.+\)\.?\s*", re.DOTALL
)
_NUMBER: Final = re.compile(r"số\s*:?\s*(?P<so>\d+[^\s,]*)")


def _proper(p: Judged) -> list[tuple[Part, Appendix]]:
    """The appendices with the word "Phụ lục"; papers issued with the paper and forms are none."""
    pairs = zip(p.paper.appendices, p.appendices, strict=False)
    return [
        (part, replace(one, nhan=_named(one.nhan), ten=_named(one.ten), dan_chieu=_named(one.dan_chieu)))
        for part, one in pairs
        if one.kieu == "phu_luc" and one.nhan is not None and _WORD.match(one.nhan.text)
    ]


def _named(part: Part | None) -> Part | None:
    """The lines of an appendix under the name that reports know."""
    return None if part is None else replace(part, ten="phu_luc")


@rule("ND30-III.1a-1", ten="Số thứ tự của phụ lục", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.III, k.1, đ.a",
      sure=Sure.V, muc="loi")  # fmt: skip
def so_thu_tu(p: Judged) -> Iterator[Finding]:
    """Văn bản có từ hai phụ lục trở lên thì các phụ lục được đánh số thứ tự bằng chữ số La Mã.

    Chỉ có một phụ lục thì không cần đánh số.
    Đúng: Phụ lục I, Phụ lục II. Sai: Phụ lục 1, Phụ lục 02; hai phụ lục mà không đánh số.
    """
    held = _proper(p)
    if len(held) < p.standard.phu_luc.danh_so_tu.value:
        return
    for k, (part, one) in enumerate(held, 1):
        label = one.nhan
        found = _WORD.match(label.text) if label else None
        if label is None or found is None:
            continue
        number = re.sub(r"^(?:\s*số)?[\s:.]*|[\s:.–-]*$", "", found["so"], flags=re.IGNORECASE)
        if _roman(number) != k:
            kind = "không nối tiếp" if _roman(number) else "không phải chữ số La Mã" if number else "còn thiếu"
            loi = f"Số thứ tự của phụ lục {kind}."
            can = f"{p.standard.phu_luc.loi_nhan.value} {la_ma(k)}"
            light = kind == "không nối tiếp" or part.chac == "doan"
            yield p.finding(loi, part=label, thay=label.text, can=can, muc="canh-bao" if light else None)


def _roman(number: str) -> int:
    """The value of a Roman number, 0 for anything else."""
    try:
        return tu_la_ma(number)
    except RefusedError:
        return 0


@rule("ND30-III.1a-2", ten="Văn bản không nhắc đến phụ lục", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.III, k.1, đ.a", sure=Sure.V, muc="loi")  # fmt: skip
def chi_dan(p: Judged) -> Iterator[Finding]:
    """Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.

    Đúng: “… (chi tiết tại Phụ lục I kèm theo)”. Sai: có phụ lục mà trong văn bản không nhắc đến.
    """
    held = _proper(p)
    if not held:
        return
    first = held[0][0].doan[0]
    text = "\n".join(para.text for para in p.paper.paras[:first])
    if not _MENTIONS.search(text):
        part = held[0][1].nhan or held[0][0]
        loi = "Trong văn bản không có chỉ dẫn về phụ lục kèm theo."
        yield p.finding(loi, part=part, thay=part.text, can="chỉ dẫn trong nội dung, ví dụ “(Phụ lục kèm theo)”",
                        chac="co-le" if held[0][0].chac == "doan" else None)  # fmt: skip


@rule("ND30-III.1b-1", ten="Chữ “Phụ lục”", the_thuc=("nd30",), dieu_khoan=_SHOW, sure=Sure.V, muc="loi")
def chu_phu_luc(p: Judged) -> Iterator[Finding]:
    """Từ “Phụ lục” viết chữ in thường, ở một dòng riêng, chỉ chữ P viết hoa.

    Đúng: Phụ lục I. Sai: PHỤ LỤC I.
    """
    for _, one in _proper(p):
        line = next(lines(p, one.nhan), None) if one.nhan else None
        found = _WORD.match(line.hien) if line else None
        wanted = p.standard.phu_luc.loi_nhan.value
        if one.nhan is not None and found and " ".join(found["chu"].split()) != wanted:
            loi = f"Từ “{wanted}” phải viết chữ in thường, chỉ chữ đầu viết hoa."
            yield p.finding(loi, part=one.nhan, thay=found["chu"], can=wanted)
            return


@rule("ND30-III.1b-2", ten="Kiểu chữ, cỡ chữ “Phụ lục”", the_thuc=("nd30",), dieu_khoan=_SHOW, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_nhan(p: Judged) -> Iterator[Finding]:
    """Từ “Phụ lục” và số thứ tự: canh giữa, cỡ chữ 14, kiểu chữ đứng, đậm.

    Đúng: Phụ lục I, 14 pt, đậm. Sai: 13 pt; không đậm.
    """
    rules = p.standard.phu_luc.nhan
    for _, one in _proper(p):
        yield from kieu(p, one.nhan, rules, "“Phụ lục”", bo=("hoa",))
        yield from co_chu(p, one.nhan, rules.co_chu_pt, "“Phụ lục”")
        yield from canh_giua(p, one.nhan, "“Phụ lục”")


@rule("ND30-III.1b-3", ten="Kiểu chữ, cỡ chữ tên phụ lục", the_thuc=("nd30",), dieu_khoan=_SHOW, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_ten(p: Judged) -> Iterator[Finding]:
    """Tên phụ lục (nếu có): canh giữa, chữ in hoa, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.

    Đúng: DANH MỤC TÀI LIỆU, 14 pt, đậm. Sai: Danh mục tài liệu; không đậm.
    """
    rules = p.standard.phu_luc.ten
    for _, one in _proper(p):
        yield from kieu(p, one.ten, rules, "Tên phụ lục")
        yield from co_chu(p, one.ten, rules.co_chu_pt, "Tên phụ lục")


@rule("ND30-III.1c-1", ten="Dòng chỉ dẫn “Kèm theo”", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.III, k.1, đ.c",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def dan_chieu(p: Judged) -> Iterator[Finding]:
    """Dưới tên phụ lục có chỉ dẫn kèm theo văn bản nào: số, ký hiệu, ngày, cơ quan ban hành, trong ngoặc đơn.

    Văn bản điện tử để trống số và ngày. Dòng này có thể nằm ở chỗ khác nên chỉ cảnh báo.
    Đúng: (Kèm theo Kế hoạch số 47/KH-SCT ngày 18 tháng 9 năm 2025 của Sở Công Thương). Sai: (Kèm theo Kế hoạch này).
    """
    can = "(Kèm theo <loại văn bản> số … ngày … tháng … năm … của …)"
    for _, one in _proper(p):
        if one.dan_chieu is None and one.nhan is not None:
            loi = "Phụ lục thiếu dòng chỉ dẫn kèm theo văn bản nào."
            yield p.finding(loi, part=one.nhan, thay="không có", can=can, chac="co-le")
        elif one.dan_chieu is not None and not _complete(one.dan_chieu.text):
            loi = "Dòng chỉ dẫn kèm theo phải ghi đủ số, ký hiệu, ngày tháng năm, cơ quan ban hành, trong ngoặc đơn."
            yield p.finding(loi, part=one.dan_chieu, thay=one.dan_chieu.text, can=can)


def _complete(text: str) -> bool:
    plain = " ".join(text.split())
    short = re.sub(r"ngày\s+[\d\s.…]*[/-][\d\s.…]*[/-]\s*\d{4}", "ngày … tháng … năm …", plain)
    return _REFERENCE.fullmatch(short) is not None


@rule("ND30-III.1c-2", ten="Kiểu chữ, cỡ chữ dòng “Kèm theo”", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.III, k.1, đ.c", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_dan_chieu(p: Judged) -> Iterator[Finding]:
    """Dòng chỉ dẫn kèm theo: canh giữa dưới tên phụ lục, chữ in thường, cỡ chữ 13 đến 14, kiểu chữ nghiêng.

    Đúng: in nghiêng, 14 pt. Sai: chữ đứng; in đậm; 12 pt.
    """
    rules = p.standard.phu_luc.dan_chieu
    for _, one in _proper(p):
        yield from kieu(p, one.dan_chieu, rules, "Dòng “Kèm theo”")
        yield from co_chu(p, one.dan_chieu, rules.co_chu_pt, "Dòng “Kèm theo”")
        yield from canh_giua(p, one.dan_chieu, "Dòng “Kèm theo”")


@rule("ND30-III.1c-3", ten="Số trong dòng “Kèm theo”", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.III, k.1, đ.c",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def dung_so(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu ở dòng chỉ dẫn kèm theo phải là của chính văn bản có phụ lục.

    Đúng: văn bản số 47/KH-SCT, phụ lục ghi (Kèm theo Kế hoạch số 47/KH-SCT …). Sai: phụ lục ghi số 46/KH-SCT.
    """
    number = p.first("so_ky_hieu")
    own = _NUMBER.search(number.text) or re.search(r"(?P<so>\d+\S*)", number.text) if number else None
    if own is None or not re.match(r"\d+[/-]", own["so"]):
        return
    for _, one in _proper(p):
        found = _NUMBER.search(one.dan_chieu.text) if one.dan_chieu else None
        if one.dan_chieu is not None and found and found["so"] != own["so"].rstrip("."):
            loi = "Số, ký hiệu ở dòng “Kèm theo” khác số, ký hiệu của văn bản."
            yield p.finding(loi, part=one.dan_chieu, thay=found["so"], can=own["so"])


@rule("ND30-III.1đ-1", ten="Số trang của phụ lục", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.III, k.1, đ.đ",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def so_trang(p: Judged) -> Iterator[Finding]:
    """Số trang của từng phụ lục được đánh riêng, bắt đầu từ 1.

    Phụ lục một trang không hiện số thì không ai thấy, nên chỉ cảnh báo.
    Đúng: mỗi phụ lục là một phần (section) riêng, số trang bắt đầu lại từ 1. Sai: số trang chạy tiếp từ văn bản chính.
    """
    yield from _pages(p)


@rule("HD29-so-trang-5", ten="Số trang của phụ lục", the_thuc=("doan",), dieu_khoan="HD 29 (số trang)", sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def so_trang_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, số trang của từng phụ lục được đánh riêng.

    Đúng: số trang của phụ lục bắt đầu lại từ 1. Sai: số trang chạy tiếp từ văn bản chính.
    """
    yield from _pages(p)


def _pages(p: Judged) -> Iterator[Finding]:
    for _, one in _proper(p):
        section = next((held for held in p.paper.sections if one.doan[0] in held.doan), None)
        if section is None or section.so_trang is None or one.nhan is None:
            continue
        # A section that begins above the appendix holds the end of the main text as well.
        own = not any(para.text.strip() for para in p.paper.paras[section.doan.start : one.doan[0]])
        if own and section.doan.start and section.so_trang.bat_dau is not None:
            continue
        found = "số trang chạy tiếp" if own and section.doan.start else "phụ lục chung phần (section) với trang trước"
        loi = "Số trang của phụ lục phải đánh riêng, bắt đầu từ 1."
        yield nhin(p, loi, part=one.nhan, thay=found, can="số trang bắt đầu lại từ 1")
        return


@rule("ND30-PL3-5", ten="Quốc hiệu trên phụ lục", the_thuc=("nd30",), dieu_khoan="PL III, Mẫu 2.1", sure=Sure.F,
      muc="canh-bao")  # fmt: skip
def quoc_hieu(p: Judged) -> Iterator[Finding]:
    """Mẫu phụ lục không có Quốc hiệu, tên cơ quan; chỉ văn bản ban hành kèm theo quyết định mới có phần đầu riêng.

    Đúng: trang phụ lục mở đầu bằng “Phụ lục I”. Nên sửa: trang phụ lục có Quốc hiệu và Tiêu ngữ.
    """
    held = p.appendices
    for k, one in enumerate(held):
        after = held[k + 1] if k + 1 < len(held) and not one.noi_dung else None
        label = one.nhan or (after.nhan if after is not None and after.kieu == "phu_luc" else None)
        crest = next(iter(one.dau.get("quoc_hieu", ())), None)
        if one.kieu == "kem_theo" and crest is not None and label is not None and _WORD.match(label.text):
            loi = "Phụ lục không được có Quốc hiệu, Tiêu ngữ và tên cơ quan."
            yield p.finding(loi, part=crest, thay=crest.text, can="bỏ phần đầu", phan="phu_luc")


RULES = (
    so_thu_tu, chi_dan, chu_phu_luc, kieu_chu_nhan, kieu_chu_ten, dan_chieu, kieu_chu_dan_chieu, dung_so, so_trang,
    quoc_hieu, so_trang_doan,
)  # fmt: skip

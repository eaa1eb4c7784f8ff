"""The fixed phrases at the head of a paper, however they are typed.

NĐ 30, Phụ lục I, mục II, khoản 1 (Quốc hiệu, Tiêu ngữ; ``HÒA`` and ``HOÀ`` both stand in the decree); HD 29 and the
Party's guidance (Tiêu đề); mục III, khoản 2 and khoản 1 đ (MẬT, KHẨN, dấu chỉ dẫn); HD 29 (DỰ THẢO).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from docgen.reading.parts.folding import flat, letters
from docgen.reading.parts.view import Chac, Piece

_QUOC_HIEU: Final = "cong hoa xa hoi chu nghia viet nam"
_TIEU_NGU: Final = "doc lap tu do hanh phuc"
_TIEU_DE: Final = (
    "dang cong san viet nam",
    "doan tncs ho chi minh",
    "doan thanh nien cong san ho chi minh",
    "doan tn cong san ho chi minh",
)
_AS_WRITTEN: Final = frozenset(
    {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập Tự do Hạnh phúc",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐOÀN TNCS HỒ CHÍ MINH",
        "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH",
    }
)
_ALIKE: Final = 0.9

_MARKS: Final = (
    ("do_mat", re.compile(r"(?:do mat )?(?:tuyet mat|toi mat|mat)")),
    ("do_khan", re.compile(r"(?:do khan |muc do khan )?(?:hoa toc hen gio|hoa toc|thuong khan|khan)")),
    ("du_thao", re.compile(r"(?:ban )?du thao(?: (?:lan(?: thu)?|so|ngay)(?: \w{1,8}){0,3}|(?: \d{1,4}){1,3})?")),
    ("luu_hanh", re.compile(r"xem xong tra lai|luu hanh noi bo|tai lieu thu hoi|tai lieu hoi nghi[\w ]{0,60}")),
)
_LONGEST_MARK: Final = 80

# Where a phrase stands on one line with others: "UBND XÃ A CỘNG HÒA …", "Số: …   Độc lập - …".
_INSIDE: Final = re.compile(
    r"cong\s{1,9}hoa\s{1,9}xa\s{1,9}hoi\s{1,9}chu\s{1,9}nghia\s{1,9}viet\s{1,9}nam"
    r"|doc\s{1,9}lap\W{1,9}tu\s{1,9}do\W{1,9}hanh\s{1,9}phuc"
)


def phrase(piece: Piece) -> tuple[str, Chac] | None:
    """The part a piece is by its words alone: quoc_hieu, tieu_ngu, tieu_de, or a mark."""
    words = letters(piece.fold)
    for ten, wanted in (("quoc_hieu", _QUOC_HIEU), ("tieu_ngu", _TIEU_NGU), *(("tieu_de", t) for t in _TIEU_DE)):
        if words == wanted:
            written = " ".join(re.findall(r"\w+", piece.text))
            return ten, "chac" if written in _AS_WRITTEN else "doan"
        if abs(len(words) - len(wanted)) <= 3 and words[:1] == wanted[:1] and _alike(words, wanted):
            return ten, "doan"
    return _mark(piece, words)


def _alike(words: str, wanted: str) -> bool:
    return SequenceMatcher(None, words, wanted, autojunk=False).ratio() >= _ALIKE


def _mark(piece: Piece, words: str) -> tuple[str, Chac] | None:
    if len(words) > _LONGEST_MARK:
        return None
    for ten, form in _MARKS:
        if form.fullmatch(words):
            return ten, "chac" if piece.text.isupper() else "doan"
    return None


def mark(piece: Piece) -> tuple[str, Chac] | None:
    """do_mat, do_khan, du_thao or luu_hanh, when a piece is such a mark and nothing else."""
    return _mark(piece, letters(piece.fold))


def phrase_spans(line: str) -> list[tuple[int, int]]:
    """Where Quốc hiệu or Tiêu ngữ stand inside ``line``."""
    return [found.span() for found in _INSIDE.finditer(flat(line))]

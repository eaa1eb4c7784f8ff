"""What is said about a template: one remark a thing, each with a place that is found again in Word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from docgen.checking.excerpt import trich
from docgen.checking.finding import Muc

Nhom = Literal["tep", "the", "ten", "lap", "chay", "the-thuc", "kieu", "hien"]
"""What a remark is about: the file, tags, names, loops, trial filling, the standard, styles, how programs show it."""

NHOM: Final[dict[Nhom, str]] = {
    "tep": "Tệp",
    "the": "Thẻ",
    "ten": "Tên trong thẻ",
    "lap": "Vòng lặp và đoạn trống",
    "chay": "Khi điền thử",
    "the-thuc": "Thể thức",
    "kieu": "Kiểu và độ nặng",
    "hien": "Word, LibreOffice và WPS hiện khác nhau",
}


@dataclass(frozen=True)
class Spot:
    """A place in a template.

    phan: what a user calls the part; "" for the whole file. doan: paragraph in the part, from 1 (0: none). bang,
    hang, cot: innermost cell, from 1, 0 outside tables. trang: guessed page. de_muc: heading above, "" when it would
    help nobody. chu: the paragraph's text. khoang: the characters of ``chu`` it is about. so: rank of the part and
    number of the paragraph. part: name of the part in the package.
    """

    phan: str = ""
    doan: int = 0
    bang: int = 0
    hang: int = 0
    cot: int = 0
    trang: int | None = None
    de_muc: str = ""
    chu: str = ""
    khoang: tuple[int, int] | None = None
    so: tuple[int, int] = (-1, 0)
    part: str = ""

    def where(self) -> str:
        """Say the place in words, without the text: "khoảng trang 2, thân văn bản, đoạn 14, bảng 1 hàng 2 cột 1"."""
        if not self.phan:
            return "cả tệp"
        said = [] if self.trang is None else ["trang 1" if self.trang == 1 else f"khoảng trang {self.trang}"]
        said.append(self.phan)
        if self.doan:
            said.append(f"đoạn {self.doan}")
        if self.bang:
            said.append(f"bảng {self.bang} hàng {self.hang} cột {self.cot}")
        if self.de_muc:
            said.append(f"dưới “{self.de_muc}”")
        return ", ".join(said)

    def reworded(self, chu: str) -> Spot:
        """The same place with other words in it."""
        return replace(self, chu=chu.replace("\ufffc", " "))

    def excerpt(self) -> str:
        """Quote the paragraph, the spot between « and »."""
        return trich(self.chu, self.khoang) if self.chu else ""


@dataclass(frozen=True)
class Remark:
    """One thing to tell the maintainer.

    loi: what is wrong, a full sentence. sua: what to write or do instead. ma, dieu_khoan: rule and clause of the
    standard, for remarks that have one.
    """

    nhom: Nhom
    muc: Muc
    loi: str
    sua: str = ""
    cho: Spot = Spot()
    ma: str = ""
    dieu_khoan: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Two remarks with one key say the same of two places."""
        return self.nhom, self.muc, self.loi, self.sua


def ordered(remarks: list[Remark]) -> tuple[Remark, ...]:
    """Sort by group, then by place, and leave out what was said twice of one place."""
    groups = list(NHOM)
    known = {(remark.key, remark.cho.so, remark.cho.khoang): remark for remark in reversed(remarks)}
    told = [
        remark for remark in dict.fromkeys(remarks) if known[remark.key, remark.cho.so, remark.cho.khoang] is remark
    ]
    return tuple(sorted(told, key=lambda r: (groups.index(r.nhom), r.cho.so, r.cho.khoang or (0, 0))))

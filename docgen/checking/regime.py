"""Which rules a paper is judged by, found from the paper itself, and the reason in one Vietnamese sentence.

What stands at its head decides (Quốc hiệu, ĐẢNG CỘNG SẢN VIỆT NAM, ĐOÀN TNCS HỒ CHÍ MINH); without a head, the issuer,
the form of the number and who speaks in the text. NĐ 30, Điều 2 and 4: legal documents follow another law, and what is
no administrative paper follows none; neither is judged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from docgen.checking import evidence, other_papers
from docgen.checking.evidence import Evidence
from docgen.checking.finding import Chac
from docgen.reading.facts import Paper
from docgen.standards import STANDARDS, Standard, TheThuc
from docgen.vietnamese.dates import ngay_ngan
from docgen.vietnamese.refusal import quoted

Asked = Literal["auto", "nd30", "doan", "dang"]
Nhom = Literal["hanh-chinh", "qppl", "khac"]

_BEFORE: Final[dict[TheThuc, tuple[str, str]]] = {
    "nd30": ("Thông tư số 01/2011/TT-BNV", "nghị định này có hiệu lực"),
    "doan": ("quy định trước đó của Trung ương Đoàn", "hướng dẫn này được ban hành"),
    "dang": ("Hướng dẫn số 36-HD/VPTW năm 2018 hoặc quy định trước nữa", "hướng dẫn này được ban hành"),
}


@dataclass(frozen=True, slots=True)
class Regime:
    """The rules a paper is judged by.

    the_thuc: None when it is not judged. nhom: an administrative paper, a legal document (QPPL), or neither.
    giai_thich: which rules and why, one sentence. luu_y: what else the author should know. nhe: why breaches of form
    are warnings at most, "" when they may be errors. chac: whether its head said so, or it was guessed.
    """

    the_thuc: TheThuc | None
    nhom: Nhom
    giai_thich: str
    luu_y: tuple[str, ...] = ()
    nhe: str = ""
    chac: Chac = "chac"

    @property
    def standard(self) -> Standard | None:
        """The standard, None when the paper is not judged."""
        return None if self.the_thuc is None else STANDARDS[self.the_thuc]


def find(paper: Paper, the_thuc: Asked = "auto") -> Regime:
    """Find the rules for a paper. ``the_thuc`` set by hand wins; what the paper itself says is then told beside it."""
    found = _found(paper)
    if the_thuc != "auto":
        found = _as_asked(found, the_thuc)
    if found.the_thuc is None:
        return found
    return _aged(_mass_organisation(found, paper), paper)


def _found(paper: Paper) -> Regime:
    legal = other_papers.legal(paper)
    if legal:
        loi = f"Đây là văn bản quy phạm pháp luật ({legal}): theo luật ban hành văn bản quy phạm pháp luật, không xét."
        return Regime(None, "qppl", loi)
    other = other_papers.not_administrative(paper)
    if other:
        return Regime(None, "khac", f"{other} Vì vậy không xét thể thức.")
    seen = evidence.of_head(paper)
    if seen is not None:
        return _with_doubt(Regime(seen.the_thuc, "hanh-chinh", _because(seen)), seen, evidence.of_issuer(paper))
    seen = evidence.without_head(paper)
    if seen is not None:
        return Regime(seen.the_thuc, "hanh-chinh", f"Không thấy phần đầu trang. {_because(seen)}", chac="co-le")
    loi = f"Không rõ loại cơ quan ban hành; tạm xét theo {STANDARDS['nd30'].ten}, quy định chung của cơ quan nhà nước."
    return Regime("nd30", "hanh-chinh", loi, chac="co-le")


def _because(seen: Evidence) -> str:
    return f"Xét theo {STANDARDS[seen.the_thuc].ten} vì {seen.vi}."


def _with_doubt(regime: Regime, head: Evidence, issuer: Evidence | None) -> Regime:
    if issuer is None or issuer.the_thuc == head.the_thuc:
        return regime
    loi = (
        f"Tuy vậy {issuer.vi}: nếu là văn bản theo {STANDARDS[issuer.the_thuc].ten_ngan}, "
        f"hãy xét lại với --the-thuc {issuer.the_thuc}."
    )
    return replace(regime, luu_y=(*regime.luu_y, loi), chac="co-le")


def _as_asked(found: Regime, the_thuc: TheThuc) -> Regime:
    loi = f"Xét theo {STANDARDS[the_thuc].ten} như đã chọn."
    if found.the_thuc == the_thuc:
        return replace(found, giai_thich=loi, luu_y=(), chac="chac")
    seen = found.giai_thich if found.the_thuc is None else f"Nếu để tự nhận: {_lower(found.giai_thich)}"
    return Regime(the_thuc, "hanh-chinh", loi, (seen,))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _mass_organisation(regime: Regime, paper: Paper) -> Regime:
    """NĐ 30, Điều 2 khoản 2: they apply the decree as fits, beside rules of their own."""
    name = evidence.mass_organisation(paper) if regime.the_thuc == "nd30" else ""
    if not name:
        return regime
    nhe = (
        f"{quoted(name, 60)} là tổ chức chính trị - xã hội hoặc hội, chỉ vận dụng Nghị định 30 cho phù hợp (Điều 2) "
        "và có thể có quy định riêng, nên các điểm về thể thức chỉ nêu là cảnh báo."
    )
    return replace(regime, luu_y=(*regime.luu_y, nhe), nhe=nhe)


def _aged(regime: Regime, paper: Paper) -> Regime:
    """Tell when a paper is older than the rules; a month or year alone counts as its last day."""
    the_thuc, day = regime.the_thuc, evidence.latest_day(paper)
    if the_thuc is None or day is None:
        return regime
    since = STANDARDS[the_thuc].tu_ngay
    if day >= (since.year, since.month, since.day):
        return regime
    before, event = _BEFORE[the_thuc]
    nhe = (
        f"Văn bản ra trước khi {event} ({ngay_ngan(since.day, since.month, since.year)}), khi ấy theo {before}: "
        "kết quả dưới đây chỉ để tham khảo, các điểm về thể thức chỉ nêu là cảnh báo."
    )
    return replace(regime, luu_y=(*regime.luu_y, nhe), nhe=nhe)

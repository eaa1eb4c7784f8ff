"""The form of a new kind: questions about common parts as the plan asks them, the kind's own in the order of the text.

Help that speaks of plans speaks of the new kind, examples come from the paper itself. What is not asked is listed with
the reason, so that nothing of the vocabulary is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from docgen.document.own import RIENG
from docgen.intake.dump import write
from docgen.kinds import Form, answer
from docgen.kinds.form import Question
from docgen.kinds.vocabulary import vocabulary
from docgen.outline.openings import opening
from docgen.outline.tree import Level
from docgen.standards.choose import STANDARDS, choose
from docgen.standards.standard import LoaiCoQuan
from docgen.workshop.newkind.layout import Layout
from docgen.workshop.newkind.proposal import FLOWING, Ask, Proposal

_OWN: Final = f"{RIENG}."
_TEXT_GROUP: Final = "Nội dung"
_ISSUER: Final = "co_quan.loai"
_ASKED_ANYWAY: Final = (_ISSUER,)
# What the plan's help says does not hold for other kinds.
_HELP: Final[Mapping[str, str]] = {
    "kinh_gui": "Nơi nhận trực tiếp, mỗi nơi một dòng; không gõ chữ Kính gửi, dấu gạch đầu dòng và dấu cuối dòng.",
    "noi_dung": "Lời văn chính, gõ như trên giấy; số thứ tự được tính lại khi in.",
    "mo_dau": "Đoạn mở đầu; nếu dẫn vào các mục ở dưới thì thường kết thúc bằng “như sau:”.",
    "ket_thuc": "Đoạn cuối. Dấu kết thúc (./. với văn bản nhà nước) được tự thêm.",
}
_ABOUT: Final = (
    "Một cụm từ ngắn cho biết văn bản về việc gì; in dưới số và ký hiệu, sau chữ V/v nên không gõ chữ ấy; không có "
    "dấu chấm ở cuối."
)
_BY_WAY: Final[Mapping[str, str]] = {
    "lines": "Mỗi ý một dòng; dấu gạch đầu dòng và dấu cuối dòng được tự thêm.",
    "body": _HELP["noi_dung"],
}
_REASONS: Final[Mapping[str, str]] = {
    "the_thuc": "Loại này mới có mẫu của một thể thức.",
    "kem_theo.ten_loai": "Loại này không ban hành văn bản khác kèm theo.",
    "kem_theo.trich_yeu": "Loại này không ban hành văn bản khác kèm theo.",
    "kem_theo.noi_dung": "Loại này không ban hành văn bản khác kèm theo.",
}
_LETTERS: Final = re.compile("kế hoạch", re.IGNORECASE)
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOST_EXAMPLE: Final = 300


def form_text(proposal: Proposal, layout: Layout, raw: Mapping[str, Any], base: Form) -> str:
    """Write ``forms/<kind>.yaml``. raw: what the paper answers; base: the form of the plan."""
    worker = _Writer(proposal, layout, raw, base)
    form = {
        "loai": proposal.loai,
        "ten_loai": proposal.ten_loai,
        "ten_loai_thuong": proposal.ten_loai_thuong,
        **({"ten_chon": proposal.ten_chon} if proposal.ten_chon else {}),
        "ky_hieu": proposal.ky_hieu,
        "the_thuc": [proposal.the_thuc],
        "nhom": list(worker.groups()),
        "khong_hoi": list(worker.left_out()),
    }
    head = (
        f"# Biểu hỏi của {proposal.ten_loai_thuong.lower()}, dựng từ một văn bản đã có. Tên mục (ten) là tên dùng\n"
        "# chung: khóa trong tệp dữ liệu, cột trong bảng, thẻ trong mẫu Word. Sửa nhãn, lời giúp, ví dụ tùy ý; thêm\n"
        "# hay bỏ câu hỏi xong thì chạy: docgen kinds --verify\n"
    )
    return head + write(form)


class _Writer:
    def __init__(self, proposal: Proposal, layout: Layout, raw: Mapping[str, Any], base: Form) -> None:
        self.proposal, self.layout, self.raw, self.base = proposal, layout, raw, base
        self.asked: set[str] = set()

    def groups(self) -> Iterator[dict[str, Any]]:
        """The groups of the plan's form with what is asked; the flow of the text in its own order."""
        for group in self.base.nhom:
            names = [question.ten for question in group.muc]
            if group.ten == _TEXT_GROUP:
                flow = [ten for ten in self.layout.flow if ten.startswith(_OWN) or ten in names]
                muc = [self._question(ten) for ten in flow]
            else:
                muc = [self._common(question) for question in group.muc if self._is_asked(question.ten)]
            self.asked.update(one["ten"] for one in muc)
            if muc:
                has_body = any(one["kieu"] in ("body", "sections") for one in muc)
                giup = {"giup": group.giup} if group.giup and (group.ten != _TEXT_GROUP or has_body) else {}
                yield {"ten": group.ten, **giup, "muc": muc}

    def left_out(self) -> Iterator[dict[str, Any]]:
        """Every other name of the vocabulary, and why it is not asked."""
        said = {one.ten: one.vi_sao for one in self.base.khong_hoi}
        for ten in vocabulary():
            if ten not in self.asked:
                absent = f"{self.proposal.ten_loai_thuong} dùng làm gốc không có mục này."
                yield {"ten": ten, "vi_sao": said.get(ten) or _REASONS.get(ten) or absent}

    def _is_asked(self, ten: str) -> bool:
        if ten == "the_thuc":
            # The standard does not follow from the issuer of the paper: it was said by hand, and must be again.
            return ten in self.raw
        return ten in _ASKED_ANYWAY or self.proposal.asked(ten)

    def _question(self, ten: str) -> dict[str, Any]:
        if ten.startswith(_OWN):
            return self._own(self.layout.asked[ten.removeprefix(_OWN)])
        known = self.base.question(ten)
        assert known is not None
        return self._common(known)

    def _common(self, known: Question) -> dict[str, Any]:
        ten = known.ten
        kieu = known.kieu
        if kieu == "sections" and not _has_roman_parts(answer(self.raw, ten)):
            kieu = "body"
        giup = _HELP.get(ten) or self._adapted(known.giup)
        nhan = "Nội dung" if ten == "noi_dung" else self._adapted(known.nhan)
        if ten == _ISSUER:
            giup = f"Mẫu của loại văn bản này theo {STANDARDS[self.proposal.the_thuc].ten}."
        if ten == "trich_yeu" and not self.proposal.in_ten_loai:
            giup = _ABOUT
        example = _example(answer(self.raw, ten)) if known.vi_du else ""
        required = self._is_required(ten)
        made: dict[str, Any] = {
            "ten": ten,
            "nhan": nhan,
            "giup": giup,
            "vi_du": example or self._adapted(known.vi_du),
            "kieu": kieu,
            "bat_buoc": "có" if required else "",
            "hoac": [one for one in known.hoac if self._is_asked(one)] if required else [],
            "khong_in": "có" if known.khong_in else "",
            "lua_chon": [{"ma": one.ma, "nhan": one.nhan} for one in known.lua_chon if self._is_offered(ten, one.ma)],
            "con": [self._part(one) for one in known.con] if kieu in ("sections", "appendices") else [],
        }
        return _said(made)

    def _is_offered(self, ten: str, ma: str) -> bool:
        """Only whose papers follow the standard there is a template for can issue this kind."""
        return (
            ten != _ISSUER
            or ma == answer(self.raw, _ISSUER)
            or any(ma == loai and choose(loai).standard.ma == self.proposal.the_thuc for loai in get_args(LoaiCoQuan))
        )

    def _part(self, known: Question) -> dict[str, Any]:
        made = {"ten": known.ten, "nhan": known.nhan, "giup": self._adapted(known.giup), "kieu": known.kieu}
        return _said(made)

    def _own(self, ask: Ask) -> dict[str, Any]:
        ten = f"{_OWN}{ask.ten}"
        made = {
            "ten": ten,
            "nhan": ask.nhan,
            "giup": _BY_WAY.get(ask.kieu, ""),
            "vi_du": "" if ask.kieu in ("choice", "yes-no") else _example(self.layout.answers.get(ten)),
            "kieu": ask.kieu,
            "bat_buoc": "có" if ask.bat_buoc else "",
            "lua_chon": [{"ma": one.ma, "nhan": one.nhan} for one in ask.lua_chon],
        }
        return _said(made)

    def _is_required(self, ten: str) -> bool:
        if ten in _ASKED_ANYWAY:
            return True
        if ten in FLOWING:
            return ten in self.layout.required
        return any(one.ten == ten and one.bat_buoc for one in self.proposal.chung)

    def _adapted(self, text: str) -> str:
        """Words about plans as words about this kind."""
        name = self.proposal.ten_loai_thuong

        def other(found: re.Match[str]) -> str:
            said = found[0]
            if said.isupper():
                return self.proposal.ten_loai
            return name if said[0].isupper() else name[0].lower() + name[1:]

        code = self.proposal.ky_hieu
        return re.sub(r"\bKH\b", code, _LETTERS.sub(other, text)) if code else _LETTERS.sub(other, text)


def _said(made: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in made.items() if value not in ("", [], None)}


def _has_roman_parts(body: Any) -> bool:
    """Whether a body is divided by Roman numerals from its first line on: then it is asked part by part."""
    first = body.lstrip().split("\n", 1)[0] if isinstance(body, str) else ""
    found = opening(first)
    return found is not None and found.level is Level.LA_MA


def _example(value: Any) -> str:
    if isinstance(value, str) and (day := _DAY.fullmatch(value)):
        return f"{day[3]}/{day[2]}/{day[1]}"
    lines = value if isinstance(value, list) else str(value or "").strip().split("\n")
    text = "\n".join(str(line) for line in lines[:4] if isinstance(line, str))
    return text if len(text) <= _MOST_EXAMPLE else ""

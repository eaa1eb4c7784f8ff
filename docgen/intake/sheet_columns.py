"""Which columns a sheet of units has: what differs from one unit to the next, and what the plan leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from docgen.intake.columns import TEN_TEP, slug
from docgen.intake.filling import blanks
from docgen.kinds import Form, Question, answer, is_blank
from docgen.kinds.vocabulary import vocabulary
from docgen.sheets.table import Column

# The answers that fit into a cell …
_FIT: Final = frozenset({"line", "lines", "number", "date", "choice"})
# … but that say the same for all copies of a plan, unless the plan leaves them open.
_OF_THE_PLAN: Final = frozenset(
    {"the_thuc", "do_mat", "can_cu", "noi_nhan", "luu", "so_ban", "ky.chu_ky", "ky.chuc_vu_khac", "co_quan.don_vi_soan"}
)
_SHOWN_CHARS: Final = 80
_OWN: Final = Column(
    "",
    "Cột riêng",
    "Được điền vào chỗ {{…}} cùng tên trong nội dung chung. Muốn bỏ trống thì ghi (trống).",
    bat_buoc=True,
)
_NAMING: Final = Column(
    "ten_don_vi", "Tên đơn vị", "Dùng để đặt tên tệp, và ở những chỗ {{ten_don_vi}} trong nội dung chung."
)


def sheet_columns(form: Form, plan: Mapping[str, Any] | None = None) -> list[Column]:
    """List the columns of the sheet to fill in.

    plan: plain values of a plan; its places ``{{…}}`` become columns, and what it has is named in the notes. Without
    one there are the columns of the kind.
    """
    own = list(dict.fromkeys(_own(form, plan or {})))
    first = [replace(_OWN, ten=ten, vi_du=_sample(ten)) for ten in own] or [replace(_NAMING, vi_du="Xã An Thịnh")]
    return [*first, *(_column(question, plan) for question in form.questions() if _is_asked(question, plan))]


def _own(form: Form, plan: Mapping[str, Any]) -> Iterator[str]:
    """Name the columns that texts of the plan ask for and that are no fields."""
    fields = {slug(ten) for ten in vocabulary()} | {slug(question.nhan) for question in form.questions()}
    for blank in blanks(plan, form):
        for place in blank.text.slots():
            if slug(place.said) not in fields and slug(place.said):
                yield slug(place.said)


def _is_asked(question: Question, plan: Mapping[str, Any] | None) -> bool:
    if question.kieu not in _FIT or question.ten == TEN_TEP:
        return False
    if question.ten not in _OF_THE_PLAN:
        return True
    return plan is not None and question.bat_buoc is not False and is_blank(answer(plan, question.ten))


def _column(question: Question, plan: Mapping[str, Any] | None) -> Column:
    had = answer(plan, question.ten) if plan is not None else None
    several = "Nhiều dòng thì ngăn bằng dấu |." if question.kieu == "lines" else ""
    return Column(
        question.ten,
        question.nhan,
        " ".join(filter(None, (question.giup, several, _fallback(had)))),
        tuple(option.ma for option in question.lua_chon),
        question.vi_du.replace("\n", " | "),
        bat_buoc=plan is not None and question.bat_buoc is True and not question.hoac and is_blank(had),
    )


def _fallback(had: Any) -> str:
    if is_blank(had):
        return ""
    text = " | ".join(map(str, had)) if isinstance(had, list | tuple) else str(had)
    shown = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
    return f"Để trống thì lấy theo nội dung chung: “{shown}”; muốn bỏ hẳn thì ghi (trống)."


def _sample(ten: str) -> str:
    return "Xã An Thịnh" if ten == _NAMING.ten else "…"

"""Adding, removing and moving rows on the server, for browsers that run no script."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.kinds import Form, Question
from docgen.web.typed import ONLY, Row, Typed, fresh_key, page_id, rows_name


@dataclass(frozen=True)
class Moved:
    """The form after a button was pressed: what is typed now, the id to stand on, and what to tell."""

    typed: Typed
    focus: str
    said: str


def move(typed: Typed, action: str, form: Form) -> Moved | None:
    """Do what a button of a row says.

    action: ``them:can_cu``, ``xoa:can_cu:3``, ``chep:phan:3``, ``len:phan:3``, ``xuong:phan:3``.
    Gives ``None`` for anything else, also for a row that is not there.
    """
    verb, _, rest = action.partition(":")
    name, _, key = rest.partition(":")
    question = next((question for question in form.questions() if rows_name(question) == name), None)
    if question is None:
        return None
    rows = typed.rows.get(name, ())
    if verb == "them" and not key:
        return _added(typed, question, name, rows)
    at = next((index for index, row in enumerate(rows) if row.key == key), None)
    if at is None:
        return None
    match verb:
        case "xoa":
            return _removed(typed, question, name, rows, at)
        case "chep":
            return _copied(typed, question, name, rows, at)
        case "len":
            return _swapped(typed, question, name, rows, at, max(at - 1, 0))
        case "xuong":
            return _swapped(typed, question, name, rows, at, min(at + 1, len(rows) - 1))
    return None


def item_name(question: Question) -> str:
    """Name one row: ``Căn cứ``; a section is a ``Phần``."""
    return "Phần" if question.kieu == "sections" else question.nhan


def first_input(question: Question) -> str:
    """Name the first input within a row."""
    return question.con[0].ten if question.con else ONLY


def _added(typed: Typed, question: Question, name: str, rows: tuple[Row, ...]) -> Moved:
    # A list that is still empty is shown with one blank row: adding means a second one.
    shown = rows or (() if question.kieu == "appendices" else (Row(fresh_key(())),))
    row = Row(fresh_key(each.key for each in shown))
    said = f"Đã thêm {item_name(question).lower()} {len(shown) + 1}."
    return Moved(_with(typed, name, (*shown, row)), page_id(name, row.key, first_input(question)), said)


def _removed(typed: Typed, question: Question, name: str, rows: tuple[Row, ...], at: int) -> Moved:
    left = rows[:at] + rows[at + 1 :]
    near = left[min(at, len(left) - 1)] if left else None
    focus = page_id(name, near.key, first_input(question)) if near else page_id(name, "them")
    return Moved(_with(typed, name, left), focus, f"Đã xóa {item_name(question).lower()} {at + 1}.")


def _copied(typed: Typed, question: Question, name: str, rows: tuple[Row, ...], at: int) -> Moved:
    row = Row(fresh_key(each.key for each in rows), rows[at].values)
    said = f"Đã nhân đôi {item_name(question).lower()} {at + 1}."
    changed = (*rows[: at + 1], row, *rows[at + 1 :])
    return Moved(_with(typed, name, changed), page_id(name, row.key, first_input(question)), said)


def _swapped(typed: Typed, question: Question, name: str, rows: tuple[Row, ...], at: int, to: int) -> Moved:
    order = list(rows)
    order.insert(to, order.pop(at))
    # The button that was pressed keeps the focus, unless the row can go no further that way.
    way = "len" if to < at else "xuong"
    if to in {0, len(order) - 1}:
        way = "xuong" if to == 0 else "len"
    said = f"Đã chuyển {item_name(question).lower()} {at + 1} thành {item_name(question).lower()} {to + 1}."
    return Moved(_with(typed, name, tuple(order)), page_id(name, rows[at].key, way), said)


def _with(typed: Typed, name: str, rows: tuple[Row, ...]) -> Typed:
    return replace(typed, rows={**typed.rows, name: rows})

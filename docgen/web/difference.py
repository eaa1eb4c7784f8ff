"""Two states of a draft → what differs, by field, in the order of the form, told in the words of the form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.kinds import Form, Question
from docgen.vietnamese.differing import Budget, Kind, Piece, compared, shortened
from docgen.web.moves import item_name
from docgen.web.typed import ONLY, Row, Typed, read_typed, rows_name

# Rows with less in common than this are not one row that was changed, but one that went and one that came.
_ALIKE = 0.4
# Comparing every row with every other is only worth it for lists a person could read.
_MAX_PAIRED = 10_000


@dataclass(frozen=True)
class Change:
    """One difference: what it is about, and the text as pieces. note: a remark such as ``chuyển từ vị trí 3``."""

    label: str
    pieces: tuple[Piece, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Changed:
    """The changes of one question of the form."""

    label: str
    changes: tuple[Change, ...]


def differences(form: Form, old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> tuple[Changed, ...]:
    """Compare two states of one draft, each as (name, value) pairs; questions without a difference are left out."""
    before, after = read_typed(old, form), read_typed(new, form)
    budget = Budget()
    found = []
    for question in form.questions():
        changes = tuple(_question(question, before, after, budget))
        if changes:
            found.append(Changed(question.nhan, changes))
    others = tuple(_others(form, before, after, budget))
    return (*found, Changed("Ô không có trong biểu", others)) if others else tuple(found)


def _question(question: Question, before: Typed, after: Typed, budget: Budget) -> Iterator[Change]:
    name = rows_name(question)
    if name is None:
        yield from _text("", question, before.single, after.single, question.ten, budget)
        return
    if question.kieu == "sections":
        yield from _text("Lời đứng trước phần đầu tiên", question, before.single, after.single, question.ten, budget)
    yield from _rows(question, _filled(before.rows.get(name, ())), _filled(after.rows.get(name, ())), budget)


def _text(
    label: str, question: Question, old: Mapping[str, str], new: Mapping[str, str], key: str, budget: Budget
) -> Iterator[Change]:
    one, other = _said(question, old.get(key, "")), _said(question, new.get(key, ""))
    if one != other:
        yield Change(label, compared(one, other, budget))


def _said(question: Question, value: str) -> str:
    """Give an answer as the user read it, not as it is stored."""
    if question.kieu == "choice":
        return next((option.nhan for option in question.lua_chon if option.ma == value.strip()), value)
    if question.kieu == "yes-no":
        return "có" if value.strip().lower() in {"on", "1", "có", "true"} else ""
    return value.strip("\n")


def _filled(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(value.strip() for value in row.values.values()))


def _others(form: Form, before: Typed, after: Typed, budget: Budget) -> Iterator[Change]:
    asked = {question.ten for question in form.questions()}
    for name in sorted((before.single.keys() | after.single.keys()) - asked):
        one, other = before.single.get(name, ""), after.single.get(name, "")
        if one != other:
            yield Change(name, compared(one, other, budget))


def _rows(question: Question, old: Sequence[Row], new: Sequence[Row], budget: Budget) -> Iterator[Change]:
    """Compare lists as lists: rows that went, came, moved, or were changed where they stand."""
    pairs = _paired(old, new)
    here_of = {there: here for here, there in pairs}
    gone = [here for here in range(len(old)) if here not in set(here_of.values())]
    moved = _moved([here for here, _ in pairs])
    called = item_name(question)
    for there, row in enumerate(new):
        while gone and gone[0] <= there:
            at = gone.pop(0)
            yield _whole(question, f"{called} {at + 1} (cũ)", old[at], "removed")
        here = here_of.get(there)
        if here is None:
            yield _whole(question, f"{called} {there + 1}", row, "added")
            continue
        label = f"{called} {there + 1}"
        if here in moved:
            yield _whole(question, label, row, "same", f"chuyển từ vị trí {here + 1}")
        yield from _inside(question, label, old[here], row, budget)
    yield from (_whole(question, f"{called} {at + 1} (cũ)", old[at], "removed") for at in gone)


def _paired(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[int, int]]:
    """Tell which row of the old list is which of the new one, in the order of the new one.

    Rows of the same text are the same, those that stand in the same order first; of the rest, what is most alike.
    """
    one, other = [_key(row) for row in old], [_key(row) for row in new]
    here_of: dict[int, int] = {}
    for start, to, size in SequenceMatcher(None, one, other).get_matching_blocks():
        here_of |= {to + step: start + step for step in range(size)}
    left, free = _unpaired(here_of, len(one), len(other))
    places: dict[str, list[int]] = {}
    for there in reversed(free):
        places.setdefault(other[there], []).append(there)
    here_of |= {places[one[here]].pop(): here for here in left if places.get(one[here])}
    left, free = _unpaired(here_of, len(one), len(other))
    here_of |= dict(_alike([(here, old[here]) for here in left], [(there, new[there]) for there in free]))
    return [(here_of[there], there) for there in sorted(here_of)]


def _unpaired(here_of: Mapping[int, int], old: int, new: int) -> tuple[list[int], list[int]]:
    taken = set(here_of.values())
    return [here for here in range(old) if here not in taken], [there for there in range(new) if there not in here_of]


def _alike(old: list[tuple[int, Row]], new: list[tuple[int, Row]]) -> Iterator[tuple[int, int]]:
    """Pair rows that were changed: place in the new list, place in the old one."""
    if len(old) * len(new) > _MAX_PAIRED:
        # Too many to weigh one by one: rows keep the key they have on the page as long as they live there.
        keys = {row.key: there for there, row in new}
        yield from ((keys[row.key], here) for here, row in old if row.key in keys)
        return
    weighed = sorted(
        ((_likeness(one, other), -abs(here - there), here, there) for here, one in old for there, other in new),
        reverse=True,
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for likeness, _, here, there in weighed:
        if likeness >= _ALIKE and here not in taken_old and there not in taken_new:
            taken_old.add(here)
            taken_new.add(there)
            yield there, here


def _likeness(one: Row, other: Row) -> float:
    """Tell how much two rows have in common, 0 to 1: by their words, and by being the same row under one title."""
    title = one.values.get("tieu_de", "").strip()
    if one.key == other.key and title and title == other.values.get("tieu_de", "").strip():
        return 1.0
    # A title and the beginning of a text tell rows apart; whole bodies of 100 sections would take too long.
    a, b = set(_key(one)[:600].split()), set(_key(other)[:600].split())
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _moved(order: Sequence[int]) -> set[int]:
    """Find the old rows that no longer stand in their order: all but a longest run that does."""
    # Patience sorting: the least last place of a run of each length, and what each place follows in its run.
    ends: list[int] = []
    follows: dict[int, int | None] = {}
    for here in order:
        length = bisect_left(ends, here)
        follows[here] = ends[length - 1] if length else None
        ends[length : length + 1] = [here]
    at: int | None = ends[-1] if ends else None
    kept: set[int] = set()
    while at is not None:
        kept.add(at)
        at = follows[at]
    return set(order) - kept


def _key(row: Row) -> str:
    return "\n".join(value.strip() for value in row.values.values())


def _whole(question: Question, label: str, row: Row, kind: Kind, note: str = "") -> Change:
    text = "\n".join(filter(None, (_part(question, name, value) for name, value in row.values.items())))
    return Change(label, shortened((Piece(kind, text),)), note)


def _part(question: Question, name: str, value: str) -> str:
    asked = next((inner for inner in question.con if inner.ten == name), None)
    if asked is None or asked.kieu != "yes-no":
        return value.strip("\n")
    return asked.nhan if _said(asked, value) else ""


def _inside(question: Question, label: str, old: Row, new: Row, budget: Budget) -> Iterator[Change]:
    if not question.con:
        yield from _text(label, question, old.values, new.values, ONLY, budget)
        return
    for inner in question.con:
        yield from _text(
            f"{label}, {inner.nhan[:1].lower()}{inner.nhan[1:]}", inner, old.values, new.values, inner.ten, budget
        )

"""A form definition, what is typed, and what there is to tell → the page."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.kinds import STEERING, Form, Question
from docgen.web.counting import labels_of
from docgen.web.moves import item_name
from docgen.web.page import Control, Field, Group, Option, Page, Rows, RowView
from docgen.web.placing import Said
from docgen.web.typed import ONLY, Row, Typed, fresh_key, page_id, rows_name

# Stands for the key in the row that the script copies; no browser and no user ever types it.
BLANK_KEY = "__moi__"

_CONTROLS: dict[str, Control] = {
    "line": "line",
    "date": "line",
    "number": "digits",
    "paragraph": "area",
    "lines": "area",
    "body": "body",
    "choice": "choice",
    "yes-no": "tick",
}
_TICKED = {"on", "1", "có", "true"}


def build_page(form: Form, typed: Typed, the_thuc: str | None, standard: str, said: Said, focus: str = "") -> Page:
    """Build the page of a form.

    the_thuc: the standard as far as it is known, which decides what is required; standard: the sentence about it;
    focus: id of the input or button that is to be stood on.
    """
    return _Builder(form, typed, the_thuc, said, focus).page(standard)


class _Builder:
    def __init__(self, form: Form, typed: Typed, the_thuc: str | None, said: Said, focus: str) -> None:
        self.form = form
        self.typed = typed
        self.the_thuc = the_thuc
        self.said = said
        self.focus = focus
        self.labels: dict[str, tuple[str, str]] = {}

    def page(self, standard: str) -> Page:
        groups = tuple(self.group(number) for number in range(len(self.form.nhom)))
        faults, more_faults = self.said.entries("loi", self.labels)
        notes, more_notes = self.said.entries("nhac", self.labels)
        return Page(
            self.form.loai,
            self.form.ten_goi,
            standard,
            groups,
            faults,
            notes,
            more_faults,
            more_notes,
            self.kept(),
        )

    def kept(self) -> tuple[tuple[str, str], ...]:
        """What decides how the paper is made and is not asked stays with the draft, out of sight."""
        left = {part.ten for part in self.form.khong_hoi if part.ten in STEERING and part.ten != "loai"}
        return tuple((name, value) for name, value in self.typed.single.items() if name.partition(".")[0] in left)

    def group(self, number: int) -> Group:
        group = self.form.nhom[number]
        items = tuple(self.item(question) for question in group.muc)
        return Group(f"nhom-{number + 1}", group.ten, group.giup, items, sum(map(_to_mend, items)))

    def item(self, question: Question) -> Field | Rows:
        if rows_name(question):
            return self.rows(question)
        return self.field(question, page_id(question.ten), question.ten, self.typed.single, question.ten, "")

    def field(self, question: Question, at: str, name: str, values: Mapping[str, str], key: str, before: str) -> Field:
        """One input, whose value is ``values[key]``; ``before`` names the row it stands in."""
        label = question.nhan
        self.labels[at] = (at, f"{before}, {_lower(label)}" if before else label)
        value = values.get(key, "")
        control = _CONTROLS[question.kieu]
        if control in {"line", "digits"} and "\n" in value:
            # A browser takes line breaks out of a one-line input without a word.
            control = "area"
        messages = self.said.messages(at)
        return Field(
            id=at,
            name=name,
            label=label,
            control=control,
            value=("on" if value.strip().lower() in _TICKED else "") if control == "tick" else value,
            help=question.giup,
            example=question.vi_du,
            required=self.required(question),
            hidden=self.is_hidden(question, value, bool(messages)),
            focus=at == self.focus,
            options=_options(question, value),
            messages=messages,
        )

    def rows(self, question: Question) -> Rows:
        name, item, at = rows_name(question) or "", item_name(question), page_id(question.ten)
        self.labels[at] = ("", question.nhan)
        before = self.before(question) if question.kieu == "sections" else None
        typed = self.typed.rows.get(name, ())
        if not typed and question.kieu != "appendices":
            typed = (Row(fresh_key(())),)
        counted = labels_of(question, typed, self.the_thuc)
        rows = tuple(
            self.row(question, name, row, number, label)
            for number, (row, label) in enumerate(zip(typed, counted.labels, strict=True), start=1)
        )
        messages = self.said.messages(at)
        found = Rows(
            id=at,
            name=name,
            label=question.nhan,
            item=item,
            rows=rows,
            blank=self.row(question, name, Row(BLANK_KEY), len(rows) + 1),
            help=question.giup,
            example=question.vi_du,
            required=self.required(question),
            hidden=self.is_hidden(question, "", bool(messages) or any(row.values for row in typed)),
            before=before,
            standing=self.focus == page_id(name, "them"),
            messages=messages,
            sample=counted.sample,
            numbered_from=counted.numbered_from,
        )
        self.labels[at] = (found.first_id, question.nhan)
        return found

    def before(self, question: Question) -> Field:
        asked = Question(ten=question.ten, nhan="Lời đứng trước phần đầu tiên", kieu="body", giup=_BEFORE)
        return self.field(asked, page_id(question.ten, "dau"), question.ten, self.typed.single, question.ten, "")

    def row(self, question: Question, name: str, row: Row, number: int, label: str = "") -> RowView:
        at = page_id(name, row.key)
        called = f"{item_name(question)} {number}"
        if question.con:
            fields = tuple(
                self.field(
                    inner,
                    page_id(name, row.key, inner.ten),
                    f"{name}[{row.key}].{inner.ten}",
                    row.values,
                    inner.ten,
                    called,
                )
                for inner in question.con
            )
        else:
            # Each row is one paragraph or line of text; an area, since such lines are long and get pasted.
            asked = Question(ten=question.ten, nhan=called, kieu="paragraph")
            fields = (self.field(asked, at, f"{name}[{row.key}]", row.values, ONLY, ""),)
        standing = next((way for way in ("len", "xuong") if self.focus == page_id(at, way)), "")
        return RowView(at, row.key, number, fields, standing, label)

    def required(self, question: Question) -> str:
        if not question.required_in(self.the_thuc):
            return ""
        others = [other.nhan for ten in question.hoac if (other := self.form.question(ten))]
        return f"bắt buộc nếu chưa điền “{'”, “'.join(others)}”" if others else "bắt buộc"

    def is_hidden(self, question: Question, value: str, anything_else: bool) -> bool:
        if self.the_thuc is None or value.strip() or anything_else:
            return False
        return not question.printed_in(self.the_thuc)


_BEFORE = "Ít khi cần: dùng khi nội dung không chia thành phần, hoặc có đoạn đứng trước phần đầu tiên."


def _options(question: Question, value: str) -> tuple[Option, ...]:
    if question.kieu != "choice":
        return ()
    options = [Option("", "(để trống)"), *(Option(option.ma, option.nhan) for option in question.lua_chon)]
    if value not in {option.value for option in options}:
        # Something that cannot be chosen came in by another way: it is shown, and refused beside the field.
        options.append(Option(value, value))
    return tuple(options)


def _to_mend(item: Field | Rows) -> int:
    if isinstance(item, Field):
        return int(item.faulty)
    inner = [field.faulty for row in item.rows for field in row.fields]
    before = item.before is not None and item.before.faulty
    return sum(inner) + before + any(message.grave for message in item.messages)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]

"""Questions whose answer no paper of the template shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from docgen import package
from docgen.errors import DocgenError, Fault
from docgen.kinds.printing import Words, unprinted
from docgen.render import Template
from docgen.workshop.kind import Target
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark
from docgen.workshop.running import supplied

_WORD: Final = re.compile(r"\w+(?:\.\w+)*")
_PAPER: Final = "van_ban"


def not_printed(
    opened: Opened, target: Target, template: Template | None, unknown: Mapping[str, str]
) -> Iterator[Remark]:
    """Find the questions whose answer changes nothing on paper; by the names in tags where none can be made.

    unknown: names nobody supplies, and the ones perhaps meant; what a misspelt or broken tag was to print is told
    there already.
    """
    whole = next((one for one in target.trials if one.ten == "văn bản điền đủ mọi mục"), None)
    if whole is None:
        return
    for fault in _found(opened, target, template, unknown, whole.raw):
        question = target.form.question(fault.noi) or target.form.question(fault.noi.partition(".")[0])
        label = f" (“{question.nhan}”)" if question else ""
        loi = f"Biểu hỏi mục “{fault.noi}”{label} nhưng mẫu không có chỗ nào in ra."
        yield Remark("ten", "loi", loi, fault.sua)


def _found(
    opened: Opened,
    target: Target,
    template: Template | None,
    unknown: Mapping[str, str],
    raw: Mapping[str, Any],
) -> list[Fault]:
    if template is not None:
        try:
            # A paper of one word, its own pages: where they stay the same, the answer was not printed.
            made = list(unprinted(raw, target.form, target.the_thuc, _maker(template, target, unknown), [_PAPER]))
        except DocgenError:
            pass
        else:
            return made
    used = {use.name for view in opened.views for use in view.reading.uses} | set(unknown.values()) - {""}
    used |= {word for _, block in opened.tagged_blocks() if block.problems for word in _WORD.findall(block.text)}
    return list(unprinted(raw, target.form, target.the_thuc, target.said, used))


def _maker(template: Template, target: Target, unknown: Mapping[str, str]) -> Words:
    """Plain values → the pages made of them, the file's properties left out."""

    def made(raw: Mapping[str, Any]) -> Mapping[str, Any]:
        parts = package.read(template.render(supplied(target.said(raw), unknown)), "", parsed=False)
        return {_PAPER: "".join(repr(parts[name]) for name in sorted(parts) if name.startswith("word/"))}

    return made

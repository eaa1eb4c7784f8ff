"""Questions whose answer no paper of the template shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from docgen import package
from docgen.errors import DocgenError, Fault
from docgen.kinds.printing import Words, flat, unprinted
from docgen.render import Template
from docgen.workshop.kind import Target
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark
from docgen.workshop.running import supplied

_WORD: Final = re.compile(r"\w+(?:\.\w+)*")
_PAPER: Final = "van_ban"
# Lengths of rules and the like change with many answers, and say none of them.
_DRAWN: Final = ("ke.",)


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
    found = _found(opened, target, template, unknown, whole.raw)
    tags = _tags(target, whole.raw) if found else {}
    for fault in found:
        question = target.form.question(fault.noi) or target.form.question(fault.noi.partition(".")[0])
        label = f" (“{question.nhan}”)" if question else ""
        loi = f"Biểu hỏi mục “{fault.noi}”{label} nhưng mẫu không có chỗ nào in ra."
        sua = f"Hãy thêm thẻ “{tags[fault.noi]}” vào mẫu; nếu cố ý không in thì biểu phải nói vậy (khong_in, chi_cho)."
        yield Remark("ten", "loi", loi, sua if fault.noi in tags else fault.sua)


def _tags(target: Target, raw: Mapping[str, Any]) -> dict[str, str]:
    """Name of what is asked → the tag that would print it: of all words that change with it the likeliest."""
    seen: list[frozenset[tuple[str, str]]] = []

    def said(answers: Mapping[str, Any]) -> Mapping[str, Any]:
        words = target.said(answers)
        seen.append(frozenset(flat(words)))
        return words

    found: dict[str, str] = {}
    try:
        # Without any tag every question is unprinted: each is told right after its words were asked for.
        for fault in unprinted(raw, target.form, target.the_thuc, said, ()):
            names = {name for name, _ in seen[0] ^ seen[-1] if name and not name.startswith(_DRAWN)}
            if names:
                best = min(names, key=lambda name: (not name.startswith(fault.noi), "[]" in name, len(name), name))
                listed, mark, _ = best.partition("[]")
                question = target.form.question(fault.noi)
                # A paragraph with bold or italic words in it is a list too, but one to be printed as it is.
                is_list = mark and (question is None or question.kieu != "paragraph")
                found[fault.noi] = f"{{%p for dong in {listed} %}}" if is_list else f"{{{{ {listed} }}}}"
    except DocgenError:
        pass
    return found


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
    unread = {fault.noi for view in opened.views for fault in view.reading.faults}
    for _, block in opened.tagged_blocks():
        if block.problems or str(block.place) in unread:
            used |= set(_WORD.findall(block.text))
    return list(unprinted(raw, target.form, target.the_thuc, target.said, used))


def _maker(template: Template, target: Target, unknown: Mapping[str, str]) -> Words:
    """Plain values → the pages made of them, the file's properties left out."""

    def made(raw: Mapping[str, Any]) -> Mapping[str, Any]:
        parts = package.read(template.render(supplied(target.said(raw), unknown)), "", parsed=False)
        return {_PAPER: "".join(repr(parts[name]) for name in sorted(parts) if name.startswith("word/"))}

    return made

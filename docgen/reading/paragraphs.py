"""Drafts → the paragraphs other rooms see.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.reading.draft import Draft
from docgen.reading.effective import Looks
from docgen.reading.facts import CellId, Para, Place, Run
from docgen.reading.headings import is_heading, shown
from docgen.reading.lines import border_rules, cell_border_rules, row_rules, underline_rule


def finished(drafts: Sequence[Draft], looks: Looks, pages: bool) -> tuple[Para, ...]:
    """Finish the paragraphs of one text. pages: whether their pages are known or guessed (body only)."""
    border_rules(drafts)
    index_of = {id(draft): index for index, draft in enumerate(drafts)}
    found: list[Para] = []
    heading = ""
    for draft in drafts:
        para = _paragraph(draft, looks, heading, pages, index_of.get(id(draft.anchor)))
        found.append(para)
        if not draft.cells and draft.anchor is None and draft.phan == "thân" and _is_heading(para):
            heading = shown(para.full)
    return tuple(found)


def cells_of(drafts: Sequence[Draft]) -> Mapping[CellId, list[int]]:
    """Map each cell to the indexes of its paragraphs, those of tables inside it included."""
    found: dict[CellId, list[int]] = {}
    for index, draft in enumerate(drafts):
        for cell in draft.cells:
            found.setdefault(cell, []).append(index)
    return found


def _paragraph(draft: Draft, looks: Looks, heading: str, pages: bool, anchor: int | None) -> Para:
    runs = draft.runs()
    rules = (*draft.rules, *cell_border_rules(draft), *row_rules(draft), *underline_rule(draft))
    cell = draft.cells[-1] if draft.cells else None
    outline = draft.look.props.get("outline")
    return Para(
        text=_visible(runs),
        place=Place(draft.phan, draft.number, cell, heading, draft.page if pages else None),
        nhan=draft.label,
        runs=runs,
        format=draft.look.format,
        o=cell,
        ke=rules,
        chu_thich=tuple(draft.notes),
        nhan_format=looks.label(draft.look) if draft.label else None,
        danh_sach=None if draft.look.number is None else (draft.look.number, draft.look.level),
        # 17.3.1.20: the tenth level means body text.
        dai_cuong=outline + 1 if outline is not None and outline < 9 else None,
        sang_trang=draft.forced,
        hop_chu=anchor,
    )


def _visible(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs if not run.format.an)


def _is_heading(para: Para) -> bool:
    text = para.full.strip()
    return len(text) > 1 and is_heading(text, para.dai_cuong, lambda: para.majority().dam)

"""What stands outside the body: headers, footers, footnotes; and what can only be counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from docgen.comparing.align import aligned
from docgen.comparing.difference import CountChange, Seat, TagChange
from docgen.comparing.likeness import Item
from docgen.comparing.texts import text_of
from docgen.comparing.walk import Walk, merged
from docgen.reading.facts import HeadFoot, Paper, Para

_SIDES: Final = {"dau": "đầu trang", "chan": "chân trang"}
_PAGES: Final = {"thuong": "", "dau": " của trang đầu", "chan": " của trang chẵn"}
# What the reader remarks and counts, by its own words.
_COUNTED: Final = re.compile(
    r"(\d+) (hình ảnh|đối tượng nhúng|hộp chữ|nhận xét bên lề|chỗ sửa theo dõi|nguồn bên ngoài)"
)
# A header that is nothing but the number of its page.
_PAGE_NUMBER: Final = re.compile(r"\W*(?:trang\s*)?\d{1,4}(?:\s*(?:/|trên)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def headers(walk: Walk, sections: Mapping[int, int]) -> None:
    """Compare headers and footers, each with that of the same section, side and pages."""
    old = {(one.muc, one.noi, one.trang): one for one in walk.old.dau_chan}
    new = {(one.muc, one.noi, one.trang): one for one in walk.new.dau_chan}
    become = {here + 1: there + 1 for there, here in sections.items()}
    left = dict(new)
    for key, one in old.items():
        _header(walk, one, left.pop((become.get(key[0], -1), *key[1:]), None))
    for other in left.values():
        _header(walk, None, other)


def _header(walk: Walk, old: HeadFoot | None, new: HeadFoot | None) -> None:
    sides = [() if one is None else one.paras for one in (old, new)]
    if all(not text_of(para).strip() for paras in sides for para in paras):
        # An empty header differs from none in nothing one sees.
        sides = [sides[0], sides[1]] if old and new else [(), ()]
    if old and new and all(_numbered(paper, one) for paper, one in ((walk.old, old), (walk.new, new))):
        sides = [tuple(map(_first_page, paras)) for paras in sides]
    walk.paragraphs(
        sides[0],
        sides[1],
        _seats(sides[0], _header_name(walk.old, old)),
        _seats(sides[1], _header_name(walk.new, new)),
    )


def _numbered(paper: Paper, one: HeadFoot) -> bool:
    number = paper.sections[one.muc - 1].so_trang
    return number is not None and number.noi == one.noi


def _first_page(para: Para) -> Para:
    """Let a page number be 1: which page the file remembers is chance."""
    if not _PAGE_NUMBER.fullmatch(text_of(para)):
        return para
    runs = tuple(replace(run, text=_DIGITS.sub("1", run.text)) for run in para.runs)
    return replace(para, text=_DIGITS.sub("1", para.text), runs=runs)


def _header_name(paper: Paper, one: HeadFoot | None) -> str:
    if one is None:
        return ""
    section = f", phần {one.muc}" if len(paper.sections) > 1 else ""
    return f"{_SIDES[one.noi]}{_PAGES[one.trang]}{section}"


def _seats(paras: tuple[Para, ...], ben: str) -> Callable[[int], Seat]:
    return lambda index: Seat(index, paras[index].place, ben)


def notes(walk: Walk) -> None:
    """Compare footnotes and endnotes: which is which is told by their words, not their numbers."""
    keys = [list(paper.chu_thich) for paper in (walk.old, walk.new)]
    items = [
        [Item("\n".join(map(text_of, paper.chu_thich[key])), "c" if key.startswith("c") else "") for key in row]
        for paper, row in zip((walk.old, walk.new), keys, strict=True)
    ]
    found = aligned(items[0], items[1], walk.effort)
    for here, there, _ in merged(keys[0], keys[1], found):
        old = walk.old.chu_thich[here] if here is not None else ()
        new = walk.new.chu_thich[there] if there is not None else ()
        walk.paragraphs(old, new, _seats(old, _note_name(here)), _seats(new, _note_name(there)))


def _note_name(key: str | None) -> str:
    if key is None:
        return ""
    return f"chú thích cuối {key[1:]}" if key.startswith("c") else f"chú thích {key}"


def counts(old: Paper, new: Paper) -> Iterator[CountChange]:
    """Compare what can only be counted: sections, tables, pictures, comments and so on."""
    both = [_counted(paper) for paper in (old, new)]
    for name in dict.fromkeys((*both[0], *both[1])):
        if both[0][name] != both[1][name]:
            yield CountChange(name, both[0][name], both[1][name])


def _counted(paper: Paper) -> Counter[str]:
    found = Counter({"phần (section)": len(paper.sections), "bảng": len(paper.bang), "chú thích": len(paper.chu_thich)})
    for note in paper.notes:
        found.update({name: int(count) for count, name in _COUNTED.findall(note.loi)})
    return found


def tags(old: Paper, new: Paper) -> Iterator[TagChange]:
    """Compare the tags of two templates, wherever they stand."""
    both = [_tags(paper) for paper in (old, new)]
    for tag in sorted(both[0].keys() | both[1].keys()):
        if both[0][tag] != both[1][tag]:
            yield TagChange(tag, both[0][tag], both[1][tag])


def _tags(paper: Paper) -> Counter[str]:
    found: Counter[str] = Counter()
    rows = [paper.paras, *(one.paras for one in paper.dau_chan), *paper.chu_thich.values()]
    for para in (para for row in rows for para in row):
        text = text_of(para)
        if "{" in text:
            found.update(" ".join(tag.split()) for tag in _TAG.findall(text))
    return found

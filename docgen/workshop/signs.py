"""Signs that Word or a paste puts into tags by itself, and how each is put right without touching what is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from docgen.render import wordml
from docgen.render.spoilt import WORDS
from docgen.render.tagged import Block
from docgen.render.wordml import w

Sign = Literal["an", "gach", "cach", "nhay", "to-hop", "trang"]
"""Unseen signs, long dashes, a missing or wrong blank, curly quotes, loose diacritics, odd blanks."""

SAID: Final[dict[Sign, str]] = {
    "an": "có ký tự không nhìn thấy (thường do dán từ trang web)",
    "gach": "có dấu gạch dài hoặc dấu gạch sát ngoặc (thường do Word tự sửa)",
    "cach": "thiếu hoặc thừa dấu cách quanh chữ p, tr, tc, r",
    "nhay": "có dấu nháy cong (“ ” ‘ ’)",
    "to-hop": "có chữ gõ theo kiểu Unicode tổ hợp (dấu tách khỏi chữ)",
    "trang": "có dấu cách lạ (dấu cách không ngắt)",
}
UNDERSTOOD: Final[frozenset[Sign]] = frozenset({"nhay", "to-hop", "trang"})
"""What docgen puts right by itself when it fills in a tag."""

_UNSEEN_CLASS: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_UNSEEN: Final = re.compile(f"[{_UNSEEN_CLASS}]")
_SPLIT: Final = re.compile(f"\\{{[{_UNSEEN_CLASS}]+(?=[{{%#])|[%}}#][{_UNSEEN_CLASS}]+(?=\\}})")
_STRING: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_DASHES: Final = "\u2010-\u2015\u2212"
_LEADING: Final = re.compile(f"^[-+{_DASHES}]+")
_TRAILING: Final = re.compile(f"[-+{_DASHES}]+$")
_DASH: Final = re.compile(f"[{_DASHES}]")
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})
_ODD_BLANK: Final = re.compile(r"[^\S ]")
_SCOPED: Final = re.compile(rf"^(?:(p|tr|tc|r)(?={'|'.join(WORDS)})|\s+(p|tr|tc|r)\s+(?=(?:{'|'.join(WORDS)})\b))")
_WORD: Final = re.compile(rf"(?:p|tr|tc|r)(?:{'|'.join(WORDS)})\b")
_LONGEST: Final = 1000


@dataclass(frozen=True)
class Mend:
    """One tag put right. holder: its paragraph. chu: the paragraph's text before; khoang: the tag in it."""

    block: Block
    khoang: tuple[int, int]
    cu: str
    moi: str
    signs: tuple[Sign, ...]


def mended(raw: str) -> tuple[str, tuple[Sign, ...]]:
    """Put one tag, brackets included, right: ``(tag, what was wrong)``."""
    opener, inside, closer = raw[:2], raw[2:-2], raw[-2:]
    found: list[Sign] = []

    def note(sign: Sign, new: str) -> str:
        if new != inside and sign not in found:
            found.append(sign)
        return new

    inside = note("an", _UNSEEN.sub("", inside))
    inside = note("to-hop", unicodedata.normalize("NFC", inside))
    inside = note("nhay", inside.translate(_QUOTES))
    inside = note("trang", _ODD_BLANK.sub(" ", inside))
    inside = note("gach", _TRAILING.sub("", _LEADING.sub("", inside)))
    inside = note("gach", _outside_strings(inside))
    if opener == "{%" and _WORD.match(inside.lstrip()):
        inside = note("cach", inside.lstrip())
    if opener == "{%":
        inside = note("cach", _SCOPED.sub(lambda m: f"{m[1] or m[2]} ", inside))
    return opener + inside + closer, tuple(found)


def mend(blocks: list[Block]) -> Iterator[Mend]:
    """Put right every tag of a part, in place, and tell each. The blocks must be found anew afterwards."""
    for block in blocks:
        changes = list(_changes(block))
        if changes:
            _write(block, changes)
            yield from changes


def _changes(block: Block) -> Iterator[Mend]:
    text = block.text
    taken = 0
    for split in _SPLIT.finditer(text) if _UNSEEN.search(text) else ():
        yield Mend(block, split.span(), split.group(), split.group()[0], ("an",))
        taken = split.end()
    if taken:
        # Brackets have come together: what stands between them is another look's matter.
        return
    for tag in block.tags:
        raw = text[tag.start : tag.end]
        if tag.opener != "{#" and len(raw) <= _LONGEST and "\ufffc" not in raw:
            new, signs = mended(raw)
            if signs:
                yield Mend(block, (tag.start, tag.end), raw, new, signs)


def _write(block: Block, changes: list[Mend]) -> None:
    """Write each new text into the piece where the old began, and take the old out of the pieces it ran on into."""
    at = {change.khoang[0]: change for change in changes}
    position, until = 0, 0
    for unit in block.units:
        written: list[str] = []
        inside = position < until
        for char in unit.text:
            change = at.get(position)
            if change is not None:
                written.append(change.moi)
                until = change.khoang[1]
            elif position >= until:
                written.append(char)
            position += 1
        if unit.element.tag == wordml.T or not block.is_paragraph:
            unit.element.text = "".join(written)
            if block.is_paragraph:
                unit.element.set(wordml.SPACE, "preserve")
        elif inside and not written and unit.element.tag in (wordml.TAB, wordml.BR, w("cr")):
            parent = unit.element.getparent()
            if parent is not None:
                parent.remove(unit.element)


def _outside_strings(code: str) -> str:
    pieces, last = [], 0
    for quoted in _STRING.finditer(code):
        pieces += [_DASH.sub("-", code[last : quoted.start()]), quoted.group()]
        last = quoted.end()
    return "".join([*pieces, _DASH.sub("-", code[last:])])

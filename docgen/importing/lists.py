"""Kính gửi, căn cứ, opening, closing and recipients: their words without the signs that printing puts."""

from __future__ import annotations

import re

from docgen.importing.endings import bare_closing, bare_line, without_bullet
from docgen.importing.spans import Base, field_text, plainly, tidy
from docgen.importing.taken import Raw, Taken, flat
from docgen.outline.tree import Inline, Span, normal
from docgen.reading.facts import Part
from docgen.standards.endings import dau_can_cu
from docgen.vietnamese.refusal import quoted

_KINH_GUI = re.compile(r"\s*(?:đồng\s+)?kính\s+gửi\s*:?\s*", re.IGNORECASE)
# "Lưu trữ" is a word of its own, the archive; only the bare word is the opening that the standard prints.
_LUU = re.compile(r"\s*(?:[-–—+•·*]\s*)?lưu(?:\s*:\s*|\s+(?!trữ\b))", re.IGNORECASE)
_COUNT = re.compile(r"[\s.]*\(\s*0*(?P<trong>[1-9][0-9]{0,4})\s*b?\s*\)[\s.]*$|\.\s+0*(?P<sau>[1-9][0-9]{0,4})[\s.]*$")
_STRAY = re.compile(r"[;.,]\s*$")


def read_addressees(taken: Taken) -> list[str]:
    """Read Kính gửi: one addressee as typed, several without hyphen and sign."""
    taken.note("kinh_gui", "kinh_gui")
    lines = [flat(line) for part in taken.parts.get("kinh_gui", ()) for line in part.text.split("\n")]
    if lines and _KINH_GUI.match(lines[0]):
        lines[0] = _KINH_GUI.sub("", lines[0], count=1)
    lines = [line for line in lines if line]
    if len(lines) < 2:
        return [plainly(without_bullet((Span(line),), "- ")) for line in lines]
    rules = taken.standard.kinh_gui
    bare = []
    for at, line in enumerate(lines, start=1):
        words = without_bullet((Span(line),), rules.dau_dong.value)
        bare.append(plainly(bare_line(words, (rules.cuoi if at == len(lines) else rules.giua).value)))
    return [line for line in bare if line]


def read_bases(taken: Taken) -> list[str]:
    """Read the căn cứ, without hyphen and ending."""
    standard = taken.standard
    parts = taken.parts.get("can_cu", ())
    taken.note("can_cu", "can_cu")
    italic = standard.can_cu.chu.nghieng
    base = Base(nghieng=italic is not None and italic.value)
    bases = []
    for at, part in enumerate(parts, start=1):
        taken.unsure(f"can_cu[{at}]", part)
        words = without_bullet(taken.inline(part, base), standard.can_cu.dau_dong.value)
        dau = dau_can_cu(standard, at == len(parts), bool(taken.parts.get("mo_dau")))
        bases.append(field_text(bare_line(words, dau)))
    return [text for text in bases if text]


def read_opening(taken: Taken) -> tuple[str | None, list[Inline]]:
    """Read the sentence that leads over to the body, and paragraphs that follow it."""
    parts = taken.parts.get("mo_dau", ())
    taken.note("mo_dau", "mo_dau")
    if not parts:
        return None, []
    taken.unsure("mo_dau", parts[0])
    if len(parts) > 1:
        loi = f"Lời mở đầu có {len(parts)} đoạn; từ đoạn thứ hai được để ở đầu nội dung."
        taken.book.doubt("mo_dau", loi, doan=parts[0].doan[0])
    first, *others = (taken.inline(part) for part in parts)
    return field_text(first) or None, [tidy(words) for words in others]


def read_closing(taken: Taken) -> tuple[list[Inline], Inline]:
    """Read the paragraphs that close the text: all but the last, and the last without its end mark."""
    parts = taken.parts.get("ket_thuc", ())
    taken.note("ket_thuc", "ket_thuc")
    if not parts:
        return [], ()
    taken.unsure("ket_thuc", parts[-1])
    if len(parts) > 1:
        loi = f"Lời kết có {len(parts)} đoạn; chỉ đoạn cuối ở mục này, các đoạn trước được để ở cuối nội dung."
        taken.book.doubt("ket_thuc", loi, doan=parts[0].doan[0])
    *before, last = (taken.inline(part) for part in parts)
    return [tidy(words) for words in before], bare_closing(last, taken.standard)


def read_recipients(taken: Taken) -> Raw:
    """Read Nơi nhận: the recipients, what is archived where, the number of copies."""
    taken.note("noi_nhan", "noi_nhan")
    parts = taken.parts.get("noi_nhan", ())
    archive = taken.part("luu")
    lines = [_recipient(taken, part, archive is None and part is parts[-1]) for part in parts]
    raw: Raw = {"noi_nhan": [line for line in lines if line]}
    if archive is not None:
        raw.update(_archive(taken, archive))
    for part in taken.parts.get("ky_hieu_soan", ()):
        _drafter(taken, part, raw)
    return raw


def _recipient(taken: Taken, part: Part, is_last: bool) -> str:
    rules = taken.standard.noi_nhan
    words = tidy(without_bullet(taken.inline(part), rules.dau_dong.value))
    words = _raised_inside(words)
    return field_text(bare_line(words, (rules.cuoi if is_last else rules.giua).value))


def _raised_inside(words: Inline) -> Inline:
    """``TH; ^(b)^`` → ``TH^(b)^``: a raised mark stands before the sign that closes its line."""
    if len(words) < 2:
        return words
    sign, raised = words[-2], words[-1]
    if isinstance(sign, Span) and isinstance(raised, Span) and raised.superscript and _STRAY.search(sign.text):
        return normal([*words[:-2], Span(_STRAY.sub("", sign.text), sign.bold, sign.italic), raised])
    return words


def _archive(taken: Taken, part: Part) -> Raw:
    """``- Lưu: VT, VX (2).``, ``- Lưu VP.(80b)``, ``- Lưu: VT. 44``."""
    taken.note("luu", "luu")
    taken.unsure("luu", part)
    text = _LUU.sub("", flat(plainly(taken.inline(part))), count=1)
    raw: Raw = {}
    if count := _COUNT.search(text):
        raw["so_ban"] = count["trong"] or count["sau"]
        text = text[: count.start()]
    line = plainly(bare_line((Span(text.strip()),), taken.standard.noi_nhan.cuoi.value)) if text.strip() else ""
    if not line:
        taken.book.left(part.doan[0], flat(part.text))
        return {}
    if count and count["sau"]:
        taken.book.doubt("so_ban", f"{quoted(count['sau'])} ở cuối dòng Lưu được hiểu là số bản.", doan=part.doan[0])
    return {"luu": line, **raw}


def _drafter(taken: Taken, part: Part, raw: Raw) -> None:
    """The drafter's mark under the recipients (``PL.(300)``) belongs to the archive line: PL III, Mẫu 1.4."""
    text = flat(part.text)
    if raw.get("luu") is None or raw.get("so_ban") is not None:
        taken.book.left(part.doan[0], text)
        return
    count = _COUNT.search(text)
    mark = (text[: count.start()] if count else text).strip(" .")
    raw["luu"] = f"{raw['luu']}, {mark}" if mark else raw["luu"]
    if count:
        raw["so_ban"] = count["trong"] or count["sau"]
    taken.book.doubt("luu", f"Ký hiệu người soạn {quoted(text)} được đưa vào dòng Lưu.", doan=part.doan[0])

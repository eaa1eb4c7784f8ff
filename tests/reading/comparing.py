"""Our reading of a paper beside LibreOffice's: where the two see the same words differently."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from docgen.reading.facts import Para
from tests.reading.odf import Letters, Paragraph, length_mm


def differences(ours: Sequence[Para], theirs: Sequence[Paragraph]) -> Iterator[str]:
    """Say for every paragraph that both have what they see differently."""
    # LibreOffice drops blanks at the end of some paragraphs.
    mine = ["".join(run.text for run in para.runs).rstrip() for para in ours]
    matcher = difflib.SequenceMatcher(None, mine, [one.text.rstrip() for one in theirs], autojunk=False)
    for tag, first, last, other, other_last in matcher.get_opcodes():
        if tag != "equal":
            for index in range(first, last):
                yield f"{index}: only ours: {mine[index]!r}"
            for index in range(other, other_last):
                yield f"{index}: only theirs: {theirs[index].text!r}"
            continue
        for index in range(first, last):
            their = theirs[other + index - first]
            for said in (*_paragraph(ours[index], their), *_letters(ours[index], their.letters)):
                yield f"{index} {mine[index][:30]!r}: {said}"


def _paragraph(our: Para, their: Paragraph) -> Iterator[str]:
    look, other = our.format, their.look
    assert look is not None
    if look.canh != other["canh"]:
        yield f"canh {look.canh} / {other['canh']}"
    for name in ("trai_mm", "dong_dau_mm", "phai_mm"):
        if abs(getattr(look, name) - other[name]) > 0.2:
            yield f"{name} {getattr(look, name)} / {other[name]:.2f}"
    for name in ("truoc_pt", "sau_pt"):
        if abs(getattr(look, name) - other[name]) > 0.3:
            yield f"{name} {getattr(look, name)} / {other[name]:.2f}"
    if not _same_line(our, other["line"]):
        yield f"line {look.quy_tac} {look.gian_dong or look.gian_dong_pt} / {other['line']}"


def _same_line(our: Para, line: str) -> bool:
    look = our.format
    assert look is not None
    if look.quy_tac == "boi":
        return line.endswith("%") and abs(float(line.strip(">%")) / 100 - (look.gian_dong or 0)) < 0.02
    at_least = look.quy_tac == "it-nhat"
    measure_pt = length_mm(line.strip(">")) / 25.4 * 72
    return line.startswith(">") == at_least and abs(measure_pt - (look.gian_dong_pt or 0)) < 0.3


def _letters(our: Para, theirs: Sequence[Letters]) -> Iterator[str]:
    """Compare letter by letter; blanks have no look one can see."""
    mine = [(char, run.format) for run in our.runs for char in run.text]
    others = [(char, one) for one in theirs for char in one.text]
    said: set[str] = set()
    for (char, look), (_, other) in zip(mine, others, strict=False):
        if char.isspace():
            continue
        pairs = {
            "font": (look.phong or "Times New Roman", other.font),
            "size": (look.co_chu_pt, other.size_pt),
            "bold": (look.dam, other.bold),
            "italic": (look.nghieng, other.italic),
            "underlined": (look.gach_chan, other.underlined),
            "hidden": (look.an, other.hidden),
            "capitals": (look.in_hoa, other.capitals),
        }
        for name, (own, foreign) in pairs.items():
            if own != foreign and not (name == "size" and look.vi_tri):
                said.add(f"{name} {own} / {foreign}")
    yield from sorted(said)

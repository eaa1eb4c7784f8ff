"""Templates for tests: small ones with one fault, and the plan's own with something changed."""

from __future__ import annotations

from pathlib import Path

from docgen import package
from docgen.checking.finding import Muc
from docgen.workshop.checking import Checked, check_template
from docgen.workshop.crossing import crossing
from docgen.workshop.looks import looks
from docgen.workshop.loops import loops
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark, ordered
from docgen.workshop.safety import safety
from docgen.workshop.sign_faults import sign_faults
from docgen.workshop.style_sheet import StyleSheet
from docgen.workshop.tag_faults import tag_faults
from docgen.workshop.weight import weight
from tests.render.build import docx

PLAN = Path(__file__).parents[2] / "templates" / "ke-hoach.nd30.docx"
NAME = PLAN.name
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


def seen(data: bytes) -> tuple[Remark, ...]:
    """What is said of a template by itself, whatever kind of paper it is for."""
    opened = Opened(data, "mau.docx")
    sheet = StyleSheet(opened.parts, opened.roles)
    found = [*tag_faults(opened), *sign_faults(opened), *safety(opened), *crossing(opened)]
    return ordered([*found, *loops(opened, sheet), *weight(opened, sheet), *looks(opened, sheet)])


def told(*body: str, muc: Muc | None = None, **parts: str) -> tuple[Remark, ...]:
    """What is said of a small template with this body; of one gravity, when it is named."""
    return tuple(one for one in seen(docx(*body, **parts)) if muc in (None, one.muc))


def one(*body: str, **parts: str) -> Remark:
    """The one and only remark on a small template."""
    found = told(*body, **parts)
    assert len(found) == 1, "\n".join(f"{r.cho.where()}: {r.loi}" for r in found)
    return found[0]


def place(remark: Remark) -> tuple[str, int, tuple[int, int, int]]:
    """Part, paragraph and cell of a remark."""
    spot = remark.cho
    return spot.phan, spot.doan, (spot.bang, spot.hang, spot.cot)


def pointed(remark: Remark) -> str:
    """The characters a remark is about."""
    return remark.cho.chu[slice(*remark.cho.khoang)] if remark.cho.khoang else ""


def plan(*changes: tuple[str, str], part: str = DOCUMENT) -> bytes:
    """The plan's template with strings of one part exchanged, the first time each occurs."""
    parts = package.read(PLAN, NAME)
    xml = parts[part].decode()
    for old, new in changes:
        assert old in xml, old
        xml = xml.replace(old, new, 1)
    return package.write({**parts, part: xml.encode()})


def checked(data: bytes, ten: str = NAME) -> Checked:
    """Everything that is said of a template of a plan."""
    return check_template(data, ten=ten)

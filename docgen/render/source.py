"""One part of a template: opened, checked, and compiled by way of docxtpl."""

from __future__ import annotations

import html
import io
import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from docxtpl import DocxTemplate
from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError
from lxml import etree

from docgen.errors import Fault
from docgen.render import grammar, lint, pairs, rewriting, tagged, wordml
from docgen.render.environment import MAX_OUTPUT_CHARS, PaperEnvironment, bounded
from docgen.render.grammar import Reading
from docgen.render.places import Map, Place
from docgen.render.plain import Group
from docgen.render.spoilt import spoilt
from docgen.render.styles import Styles
from docgen.render.tagged import Placed
from docgen.render.tags import MAX_TAGS
from docgen.render.trace import Trace

# docxtpl and Jinja need some 0.3 ms for each KB of XML; a lean template's largest part has 40 KB.
MAX_PART_BYTES: Final = 4 * 2**20
_MAX_FAULTS: Final = 200
_ENGINE: Final = DocxTemplate(io.BytesIO())
_TAG: Final = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """A compiled part.

    tags: in the order of their lines in the compiled source. patched: that source, docxtpl's own work done on it.
    """

    name: str
    place: Place
    tags: tuple[Placed, ...]
    reading: Reading
    template: JinjaTemplate
    patched: str

    def run(self, words: Group, trace: Trace) -> wordml.Element | None:
        """The part with its tags filled in, marks still in the text; None when a fault was noted on ``trace``."""
        trace.tags = self.tags
        before = len(trace.found)
        try:
            xml = "".join(self._pieces(words))
            return wordml.parse(xml.encode()) if len(trace.found) == before else None
        except etree.XMLSyntaxError as error:
            trace.fault(f"Phần này không còn là XML đúng sau khi điền ({error.msg}).", place=self.place)
        except Exception as error:  # whatever an expression of a template can raise is the template's fault
            at = trace.of(error)
            what = "Không tính được thẻ này" if at else "Không tính được một thẻ"
            trace.fault(f"{what}: {_reason(error)}.", place=at.own_place if at else self.place)
        return None

    def _pieces(self, words: Group) -> list[str]:
        context = self.template.new_context(dict(words))
        pieces: list[str] = []
        left = MAX_OUTPUT_CHARS
        for piece in self.template.root_render_func(context):
            left -= len(piece)
            if left < 0:
                raise ValueError(f"kết quả dài quá {MAX_OUTPUT_CHARS // 10**6} triệu ký tự")
            pieces.append(piece)
        return pieces


def compile_part(
    name: str, xml: bytes, styles: Styles, env: PaperEnvironment, mau: str, phan: str
) -> tuple[Source | None, list[Fault]]:
    """Check one part and compile it: ``(source, [])``; ``(None, faults)``; ``(None, [])`` when it has no tags."""
    if len(xml) > MAX_PART_BYTES:
        return None, [Fault(mau, f"Phần “{phan}” ({name}) của mẫu lớn quá {MAX_PART_BYTES // 2**20} MB.")]
    root = wordml.parse(xml)
    places = Map(root, styles, mau, phan)
    blocks = tagged.blocks(root, places)
    placed = tagged.in_order(root, blocks)
    if len(placed) > MAX_TAGS:
        return None, [Fault(str(Place(mau, phan)), f"Phần này có {len(placed)} thẻ, nhiều quá {MAX_TAGS}.")]
    reading = grammar.read(env, placed)
    found = chain(
        lint.part_faults(root, places),
        lint.block_faults(blocks),
        pairs.faults(placed, spoilt(placed, blocks)),
        reading.faults,
    )
    faults = list(dict.fromkeys(islice(found, _MAX_FAULTS)))
    if faults or not placed:
        return None, faults
    rewriting.prepare(root, blocks)
    run = tuple(p for p in placed if p.tag.opener != "{#")
    try:
        patched = _patched(etree.tostring(root, encoding="unicode"))
        template = env.from_string(bounded(env.parse(patched), env))
    except (TemplateError, SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None) or 0
        place = run[line - 2].place if 1 < line <= len(run) + 1 else Place(mau, phan)
        return None, [Fault(str(place), f"Không dịch được mẫu: {grammar.explain(error)}.")]
    return Source(name, Place(mau, phan), run, reading, template, patched), []


def _patched(xml: str) -> str:
    """Have docxtpl lift paragraph, row, cell and run tags out of their elements; tags plain again afterwards."""
    return _TAG.sub(lambda tag: html.unescape(tag.group()), _ENGINE.patch_xml(xml))


def _reason(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return "chia cho 0"
    if isinstance(error, RecursionError):
        return "lồng quá sâu"
    if isinstance(error, TypeError):
        return "các giá trị khác kiểu (chữ, số, danh sách) không so sánh hoặc tính với nhau được"
    return str(error) or type(error).__name__

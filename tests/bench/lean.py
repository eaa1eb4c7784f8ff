"""The lean templates: the looks of templates/ke-hoach.nd30.docx around the body of the lean paper."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.dialects import Carbone, Dialect, Jinja, Mustache
from tests.bench.shape import PAPER

TEMPLATE = Path(__file__).parents[2] / "templates" / "ke-hoach.nd30.docx"

JINJA, MUSTACHE, CARBONE, MERGEFIELDS = "jinja", "mustache", "carbone", "mergefields"
_DIALECTS: Mapping[str, Callable[[], Dialect]] = {JINJA: Jinja, MUSTACHE: Mustache, CARBONE: Carbone}

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_ROOT = re.compile(r"^.*?<w:body>", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr>(?:(?!<w:sectPr).)*</w:sectPr></w:body></w:document>\s*$", re.DOTALL)


def template(dialect: str) -> bytes:
    """The lean paper in one of the three languages."""
    return around(_DIALECTS[dialect]().body(PAPER))


def around(body: str) -> bytes:
    """A .docx of a body: styles, headers (a page number from the second page on) and settings of our own template."""
    with zipfile.ZipFile(TEMPLATE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    own = parts[_DOCUMENT].decode()
    root, section = _ROOT.search(own), _SECTION.search(own)
    assert root is not None
    assert section is not None
    title = _TAG.sub("", parts[_PROPERTIES].decode())
    return zipped({**parts, _PROPERTIES: title.encode(), _DOCUMENT: (root[0] + body + section[0]).encode()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a .docx."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def merge_fields(filled: bytes, marks: Mapping[str, str]) -> bytes:
    """A filled paper whose varying fields are Word's MERGEFIELDs. marks: field → the text that stands for it there.

    A generator without loops can only be given this: all else is constant in it.
    """
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[_DOCUMENT].decode()
    for name, mark in marks.items():
        assert mark in text, mark
        cut = '</w:t></w:r>{}<w:r><w:t xml:space="preserve">'.format(
            f'<w:fldSimple w:instr=" MERGEFIELD {name} "><w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>'
        )
        text = text.replace(mark, cut)
    return zipped({**parts, _DOCUMENT: text.encode()})

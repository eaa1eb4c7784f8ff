"""Comparing the two ways a template is rendered, and both with docxtpl itself."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from docgen.render import Template
from docgen.render.wordml import canonical
from tests.render.build import parts_of


def same_both_ways(template: Template, words: Mapping[str, object], *, by: str = "strings") -> dict[str, bytes]:
    """All parts of a rendering that went the way ``by``, after seeing that trees give the same, part by part."""
    before = template.ways[by]
    made = template.render(words)
    assert template.ways[by] == before + 1, f"not by {by}"
    assert template.verify(words) == ()
    found = parts_of(made)
    trees = {**template.archive.still, **template.made_by_trees(words)}
    assert found.keys() == trees.keys()
    for name, content in trees.items():
        assert found[name] == content or canonical(found[name]) == canonical(content), name
    return found


def by_docxtpl(source: bytes, words: Mapping[str, object]) -> dict[str, bytes]:
    """What docxtpl itself gives in the safe settings."""
    template = DocxTemplate(io.BytesIO(source))
    template.render(dict(words), Environment(autoescape=True, undefined=StrictUndefined), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return parts_of(out.getvalue())

"""Asking a template for its faults."""

from __future__ import annotations

import pytest

from docgen.errors import Fault, TemplateFaults
from docgen.render import Template
from tests.render.build import docx


def faults_of(*body: str, **parts: str) -> tuple[Fault, ...]:
    """What opening a template with this body says."""
    with pytest.raises(TemplateFaults) as caught:
        Template(docx(*body, **parts), "mau.docx")
    return caught.value.faults


def fault_of(*body: str, **parts: str) -> Fault:
    """The one and only fault of a template."""
    found = faults_of(*body, **parts)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]

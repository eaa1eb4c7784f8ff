"""The generators written in Python, each as its users write it: a template in, a function from words to a .docx out."""

from __future__ import annotations

import importlib
import importlib.metadata
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Words = dict[str, Any]
Render = Callable[[Words], bytes]


class MissingError(Exception):
    """A generator that is not there, with the word that says why."""


@dataclass(frozen=True)
class Generator:
    """start: opens a template, once. distribution: whose version is told. fast: whether isal may be used."""

    start: Callable[[Path], Render]
    distribution: str
    fast: bool = True


def _docxtpl(template: Path) -> Render:
    """docxtpl as people use it, in the safe settings: without them it loses text, or runs what the data says."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    def render(words: Words) -> bytes:
        paper = DocxTemplate(template)
        paper.render(words, SandboxedEnvironment(undefined=StrictUndefined, autoescape=True))
        out = io.BytesIO()
        paper.save(out)
        return out.getvalue()

    return render


def _own(template: Path) -> Render:
    from docgen.render import Template

    return Template(template).render


def _merged(template: Path) -> Render:
    """docgen's for copies: what all share is worked out once."""
    from docgen import render

    merge: Any = getattr(render, "Merge", None)
    if merge is None:
        raise MissingError("docgen.render has no Merge")
    made: Render = merge(render.Template(template)).render
    return made


def _pipeline(_template: Path) -> Render:
    """The whole of docgen: plain values understood, checked, worded, written, and carried in the file."""
    from docgen.pipeline import make

    return lambda raw: make(raw).docx


def _mailmerge(template: Path) -> Render:
    MailMerge: Any = importlib.import_module("mailmerge").MailMerge  # noqa: N806 - a class

    def render(words: Words) -> bytes:
        out = io.BytesIO()
        with MailMerge(template) as paper:
            paper.merge(**{name: words[name] for name in paper.get_merge_fields()})
            paper.write(out)
        return out.getvalue()

    return render


GENERATORS = {
    "docxtpl": Generator(_docxtpl, "docxtpl"),
    "docgen": Generator(_own, "docgen"),
    "docgen-zlib": Generator(_own, "docgen", fast=False),
    "docgen-merge": Generator(_merged, "docgen"),
    "docgen-merge-zlib": Generator(_merged, "docgen", fast=False),
    "docgen-make": Generator(_pipeline, "docgen"),
    "docgen-make-zlib": Generator(_pipeline, "docgen", fast=False),
    "docx-mailmerge2": Generator(_mailmerge, "docx-mailmerge2"),
}


def started(name: str, template: Path) -> Render:
    """Open a template by a generator. Raises MissingError when it is not installed.

    One that may not use isal is kept from importing it, as if it were not installed: to be called in a process of
    its own.
    """
    generator = GENERATORS[name]
    if not generator.fast:
        sys.modules["isal"] = None  # type: ignore[assignment]
    try:
        return generator.start(template)
    except ModuleNotFoundError as error:
        raise MissingError(f"{error.name} is not installed") from error


def version(name: str) -> str:
    """The version of a generator."""
    return importlib.metadata.version(GENERATORS[name].distribution)


def codec() -> str:
    """Which codec this process has compressed with."""
    return "isal" if sys.modules.get("isal") is not None else "zlib"

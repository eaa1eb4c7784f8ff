"""A kind as a whole: its form, and the templates and samples that form needs."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import DocgenError
from docgen.intake.read import read_text
from docgen.intake.source import decode
from docgen.kinds import Form, form_of
from docgen.web.mau_files import KeptFile, sample_file, template_file
from docgen.web.shop import store
from docgen.web.showing import data_dir


def of_standards(form: Form) -> list[KeptFile]:
    """The templates and samples of a form, one of each for every standard."""
    return [each(form.loai, the_thuc) for the_thuc in form.the_thuc for each in (template_file, sample_file)]


def companions(file: KeptFile, content: bytes) -> list[tuple[str, int]]:
    """Name the newest kept versions of what a form needs and nobody has in use: a kind comes back as a whole.

    content: the form's text. Empty for what is no form, and for a form that cannot be read.
    """
    if file.sort != "bieu":
        return []
    try:
        form = form_of(read_text(decode(content, file.ten)).checked().raw)
    except DocgenError:
        return []
    return list(_newest(each for each in of_standards(form) if not data_dir().file(each.ten).is_file()))


def _newest(wanted: Iterable[KeptFile]) -> Iterable[tuple[str, int]]:
    for each in wanted:
        versions = store().shelf.versions(each.ten)
        if versions:
            yield each.ten, versions[0].number

"""Forms, templates and samples of a data folder, compared with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.context import words
from docgen.data_dir import DataDir
from docgen.document import build
from docgen.errors import DocgenError, Fault
from docgen.intake.assemble import standard_of
from docgen.intake.kind_files import checked_form, in_file, load_kinds, read_form
from docgen.intake.load import built
from docgen.intake.read import read_file
from docgen.kinds import Form, Kinds
from docgen.kinds.check import check
from docgen.kinds.printing import names_of, trial, unprinted
from docgen.render import Template
from docgen.standards.choose import STANDARDS
from docgen.standards.standard import TheThuc

_PAIR = re.compile(r"(?P<loai>[a-z0-9-]+)\.(?P<the_thuc>[a-z0-9]+)")


def verify(data: DataDir) -> list[Fault]:
    """Find everything that does not fit together; empty when all is well.

    Faults of forms, names in a template that neither the form asks for nor docgen supplies, questions no tag prints, a
    standard without template or sample, templates and samples without a form, samples that have faults or do
    not render. The place begins with the file.
    """
    faults: list[Fault] = []
    forms: dict[str, Form] = {}
    for path in data.form_files():
        name = f"forms/{path.name}"
        try:
            form = read_form(path)
        except DocgenError as error:
            faults += [in_file(name, fault) for fault in error.faults]
            continue
        forms[form.loai] = form
        faults += [in_file(name, fault) for fault in check(form)]
    kinds = Kinds(data, forms)
    for form in forms.values():
        for the_thuc in form.the_thuc:
            faults += _standard(data, kinds, form, the_thuc)
    # A question that no tag prints is one more thing that does not fit.
    return [*(replace(fault, nang="loi") for fault in faults), *_without_form(data, forms)]


def verify_kind(data: DataDir, loai: str) -> list[Fault]:
    """Find what does not fit together in one kind: its form, templates and samples, each place beginning with the file.

    Faults of the form have the line in its file. A question that a template does not print is only told
    (``nang="nhac"``): whoever asks something new changes the form first.
    """
    path = data.form(loai)
    try:
        form, faults = checked_form(path)
    except DocgenError as error:
        nameless = (replace(fault, noi="") if fault.noi == str(path) else fault for fault in error.faults)
        return [in_file(f"forms/{path.name}", fault) for fault in nameless]
    told = [in_file(f"forms/{path.name}", fault) for fault in faults]
    kinds = Kinds(data, {**_others(data), loai: form})
    for the_thuc in form.the_thuc:
        told += _standard(data, kinds, form, the_thuc)
    return told


def _others(data: DataDir) -> Mapping[str, Form]:
    """The forms that can be read; where one of them is broken, none: each is mended by itself."""
    try:
        return load_kinds(data).forms
    except DocgenError:
        return {}


def _standard(data: DataDir, kinds: Kinds, form: Form, the_thuc: TheThuc) -> Iterator[Fault]:
    """One kind in one standard: its template, its sample, and the two together."""
    template = _template(data.template(form.loai, the_thuc))
    sample = _sample(data.sample(form.loai, the_thuc), kinds, the_thuc)
    for found in (template, sample):
        if isinstance(found, list):
            yield from found
    if isinstance(template, Template) and isinstance(sample, dict):
        name = f"templates/{template.ten}"
        yield from (in_file(name, fault) for fault in _together(form, the_thuc, template, sample))


def _template(path: Path) -> Template | list[Fault]:
    name = f"templates/{path.name}"
    if not path.is_file():
        return [Fault(name, "Chưa có mẫu Word này.", "Hãy thêm mẫu, hoặc bỏ thể thức ấy trong biểu.")]
    try:
        return Template(path)
    except DocgenError as error:
        return [in_file(name, fault) for fault in error.faults]


def _sample(path: Path, kinds: Kinds, the_thuc: str) -> dict[str, Any] | list[Fault]:
    name = f"forms/mau/{path.name}"
    if not path.is_file():
        return [Fault(name, "Chưa có bản mẫu dữ liệu này.", "Mỗi thể thức cần một bản mẫu để thử.")]
    try:
        loaded = read_file(path)
        document = built(loaded, kinds).document
    except DocgenError as error:
        return [in_file(name, fault) for fault in error.faults]
    chosen = standard_of(document).standard.ma
    if chosen != the_thuc:
        return [Fault(name, f"Bản mẫu theo thể thức {chosen}, không phải {the_thuc} như tên tệp.")]
    return loaded.raw


def _together(form: Form, the_thuc: TheThuc, template: Template, sample: dict[str, Any]) -> Iterator[Fault]:
    def said(raw: Mapping[str, Any]) -> dict[str, Any]:
        return words(build(raw).document, STANDARDS[the_thuc], form)

    whole = trial(sample, form)
    known = names_of(said(whole)) | names_of(said(sample))
    for tag in sorted(template.names() - known):
        yield Fault(tag, "Mẫu dùng tên này nhưng không biểu nào hỏi và docgen cũng không có.")
    yield from (replace(fault, nang="nhac") for fault in unprinted(whole, form, the_thuc, said, template.names()))
    for raw in (sample, whole):
        try:
            template.render(said(raw))
        except DocgenError as error:
            yield from (replace(fault, dong=None) for fault in error.faults)
            return


def _without_form(data: DataDir, forms: Mapping[str, Form]) -> Iterator[Fault]:
    """Templates and samples that belong to no form, or to a standard their form does not have."""
    for path in (*data.template_files(), *data.sample_files()):
        found = _PAIR.fullmatch(path.stem)
        form = forms.get(found["loai"]) if found else None
        if form is None or found is None or found["the_thuc"] not in form.the_thuc:
            wanted = f"Tên tệp cần có dạng <mã loại>.<thể thức>{path.suffix}, với một biểu cùng mã loại."
            yield Fault(data.name_of(path), "Không có biểu nào dùng tệp này.", wanted)

"""The story of a new kind: a finished paper is seen, a proposal made, decided, and turned into three files that fit."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docgen.context import words
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault
from docgen.intake.assemble import assemble
from docgen.intake.kind_files import read_form
from docgen.intake.read import read_text
from docgen.intake.verify import verify
from docgen.kinds import Form, Kinds
from docgen.kinds.form import form_of
from docgen.reading.read import read
from docgen.render import Template
from docgen.standards.choose import STANDARDS
from docgen.standards.standard import TheThuc
from docgen.workshop.checking import Checked, check_template
from docgen.workshop.newkind.base import BASE_KIND
from docgen.workshop.newkind.compose import compose
from docgen.workshop.newkind.form_text import form_text
from docgen.workshop.newkind.layout import lay_out
from docgen.workshop.newkind.proof import Proof, compare_words
from docgen.workshop.newkind.proposal import Proposal
from docgen.workshop.newkind.propose import propose
from docgen.workshop.newkind.sample import sample_of, sample_text
from docgen.workshop.newkind.seen import Seen, see
from docgen.workshop.remarks import Remark


@dataclass(frozen=True)
class NewKind:
    """files: by their names in a data folder. docx: the finished paper made anew. proof: how its words compare.

    loi: what does not fit together (empty: the kind can be used). checked: what the check of templates says; None
    when the files do not fit at all.
    """

    proposal: Proposal
    files: Mapping[str, bytes]
    docx: bytes
    proof: Proof
    loi: tuple[Fault, ...]
    checked: Checked | None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the check of templates says."""
        return () if self.checked is None else self.checked.remarks

    @property
    def is_usable(self) -> bool:
        """Whether the kind passes the checks; what its standard says of the paper's own words is only told."""
        broken = any(remark.muc == "loi" and remark.nhom != "the-thuc" for remark in self.remarks)
        return not self.loi and self.checked is not None and not broken


def proposed(
    source: Path | bytes,
    data: DataDir,
    *,
    ten: str = "",
    loai: str = "",
    ten_loai: str = "",
    the_thuc: TheThuc | None = None,
) -> Proposal:
    """Propose a kind from a finished paper. Raises Unusable when the paper cannot be read."""
    return propose(see(source, data, ten=ten), loai=loai, ten_loai=ten_loai, the_thuc=the_thuc)


def new_kind(source: Path | bytes, proposal: Proposal, data: DataDir, *, ten: str = "") -> NewKind:
    """Turn decisions about a finished paper into the files of its kind, tried out.

    ten: what messages call the paper. data: where the plan's form and templates are. Raises Unusable when something
    cannot be read, InputFaults with every decision that cannot be carried out.
    """
    ten = ten or (source.name if isinstance(source, Path) else "")
    seen = see(source, data, ten=ten, ten_loai=proposal.ten_loai, ky_hieu=proposal.ky_hieu)
    layout = lay_out(seen, proposal)
    raw = sample_of(seen, proposal, layout)
    base = read_form(data.form(BASE_KIND))
    pair = f"{proposal.loai}.{proposal.the_thuc}"
    files = {
        f"forms/{proposal.loai}.yaml": form_text(proposal, layout, raw, base).encode(),
        f"templates/{pair}.docx": compose(layout, proposal, data),
        f"forms/mau/{pair}.yaml": sample_text(raw, proposal, ten).encode(),
    }
    return _tried(seen, proposal, files, raw)


def _tried(seen: Seen, proposal: Proposal, files: Mapping[str, bytes], raw: Mapping[str, Any]) -> NewKind:
    with tempfile.TemporaryDirectory(prefix="docgen-loai-") as folder:
        data = DataDir(Path(folder))
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        loi = list(verify(data))
        docx, proof, checked = b"", Proof((), ()), None
        template = Path(folder, f"templates/{proposal.loai}.{proposal.the_thuc}.docx")
        try:
            form = form_of(read_text(files[f"forms/{proposal.loai}.yaml"].decode()).raw)
            docx = _made(raw, form, proposal, template, data)
            proof = compare_words(seen.paper, read(docx))
            checked = check_template(template, data=data)
        except DocgenError as error:
            loi += [fault for fault in error.faults if fault not in loi]
        told = tuple(_outside(fault, data) for fault in loi)
    return NewKind(proposal, files, docx, proof, told, checked)


def _outside(fault: Fault, data: DataDir) -> Fault:
    """Where the files were tried is nobody's business."""
    shown = data.without_places
    return replace(fault, noi=shown(fault.noi), loi=shown(fault.loi), sua=shown(fault.sua))


def _made(raw: Mapping[str, Any], form: Form, proposal: Proposal, template: Path, data: DataDir) -> bytes:
    document = assemble(raw, Kinds(data, {form.loai: form})).document
    return Template(template).render(words(document, STANDARDS[proposal.the_thuc], form))

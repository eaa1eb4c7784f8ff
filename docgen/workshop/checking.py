"""The whole check of a template: everything at once, nothing twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from docgen.checking.finding import Muc
from docgen.data_dir import DataDir, find
from docgen.standards.standard import TheThuc
from docgen.workshop import kind, running, standard
from docgen.workshop.crossing import crossing
from docgen.workshop.kind import Target
from docgen.workshop.lookalikes import lookalikes
from docgen.workshop.looks import looks
from docgen.workshop.loops import loops
from docgen.workshop.naming import name_faults
from docgen.workshop.opened import Opened
from docgen.workshop.printing import not_printed
from docgen.workshop.remarks import Remark, ordered
from docgen.workshop.safety import safety
from docgen.workshop.sign_faults import sign_faults
from docgen.workshop.style_sheet import StyleSheet
from docgen.workshop.tag_faults import tag_faults
from docgen.workshop.weight import weight


@dataclass(frozen=True)
class Checked:
    """What there is to say of a template.

    remarks: by group, then by place. luu_y: how it was checked, and what could not be. target: the kind of paper.
    """

    opened: Opened
    target: Target | None
    remarks: tuple[Remark, ...]
    luu_y: tuple[str, ...]

    def count(self, muc: Muc) -> int:
        """Count the remarks of one gravity."""
        return Counter(remark.muc for remark in self.remarks)[muc]

    @property
    def exit_code(self) -> int:
        """1 when there are errors, else 0."""
        return int(self.count("loi") > 0)


def check_template(
    source: Path | bytes,
    *,
    ten: str = "",
    loai: str | None = None,
    the_thuc: TheThuc | None = None,
    data: DataDir | Path | None = None,
) -> Checked:
    """Find everything wrong with a Word template.

    ten: what messages call it. loai, the_thuc: the kind and standard it is for; known by the file's name when left
    out. data: the folder of the forms. Raises Unusable when the file cannot be read at all, InputFaults for a kind
    there is none of.
    """
    folder = data if isinstance(data, DataDir) else find(data)
    opened = Opened(source, ten)
    sheet = StyleSheet(opened.parts, opened.roles)
    target, luu_y = kind.find_target(opened, folder, loai, the_thuc)
    tags = list(tag_faults(opened))
    remarks = [*sign_faults(opened), *tags, *safety(opened), *crossing(opened)]
    remarks += [*loops(opened, sheet), *weight(opened, sheet), *looks(opened, sheet)]
    unknown: dict[str, str] = {}
    remarks += lookalikes(opened, target)
    if target is not None:
        named, unknown = name_faults(opened, target)
        remarks += named
    template, untold = (None, []) if tags else running.compiled(opened, remarks)
    remarks += untold
    if target is not None:
        filled: list[running.Filled] = []
        if template is not None:
            broken, filled = running.run(opened, template, target, unknown)
            remarks += broken
        complete = len(filled) == len(target.trials)
        remarks += not_printed(opened, target, template if complete else None, unknown)
        if filled and filled[0].trial is target.trials[0]:
            blanked = not all(unknown.values())
            remarks += standard.merged(standard.by_sample(opened, sheet, filled[0], target.the_thuc, blanked))
        else:
            remarks += standard.by_page(opened, target.the_thuc)
            luu_y.append("Chưa điền thử được nên mới xét khổ giấy và lề; sửa xong các lỗi trên thì xét lại.")
    return Checked(opened, target, ordered(remarks), tuple(luu_y))

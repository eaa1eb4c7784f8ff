"""Remarks on the signs in tags that were put right: those that stop a template, and those docgen reads all the same."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark
from docgen.workshop.signs import SAID, UNDERSTOOD


def sign_faults(opened: Opened) -> Iterator[Remark]:
    """One remark for each tag with signs that Word or a paste put there."""
    for view in opened.views:
        for mend in view.mends:
            spot = opened.spot(view, mend.block.holder, mend.khoang)
            spot = spot.reworded(mend.block.text)
            what = " và ".join(SAID[sign] for sign in mend.signs)
            if set(mend.signs) <= UNDERSTOOD:
                sua = f"docgen vẫn hiểu là “{mend.moi}”; nên gõ lại cho sạch, hoặc dùng --fix."
                yield Remark("the", "thong-tin", f"Thẻ {what}.", sua, spot)
            else:
                shown = f"Hãy viết “{mend.moi}”" if len(mend.moi) > 1 else "Hãy gõ lại cả thẻ"
                yield Remark("the", "loi", f"Thẻ {what}.", f"{shown}, hoặc dùng --fix.", spot)

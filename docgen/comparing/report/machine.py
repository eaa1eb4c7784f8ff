"""A difference as JSON for other programs.

One object::

    phien_ban     1; counts up when a name changes its meaning or goes
    cu, moi       what the two papers are called
    giong_nhau    true when nothing differs
    chu           changed words, in the order of the new paper:
        kieu      "them" | "bo" | "sua" | "chuyen" (stands elsewhere, perhaps with other words)
        cung      what came, went or moved as a whole: "bảng 2, hàng 5"; null for a paragraph of its own
        cu, moi   places (below), null where the paragraph does not stand
        manh      the whole text as [["giong" | "bo" | "them", text], …]; U+0002 is the mark of a footnote
    dinh_dang     changed formatting, each once:
        dang      [{"thuoc_tinh", "cu", "moi", "loi"}, …]; loi says it in words
        kieu      styles all of whose paragraphs changed so
        so_doan   how many paragraphs
        cho       [{"cu", "moi", "chu", "trich"}, …]; chu: the words concerned, null for the whole paragraph;
                  trich: how the paragraph begins now
    trang         changed pages: "phan" (sections, from 1), "moi_phan" (all of them), "dang"
    bang          changed tables: "cu", "moi" (their numbers), "dang"
    dem           counts: "ten", "cu", "moi"
    the           tags of templates: "the", "cu", "moi" (how often each stands)
    luu_y         what could not be compared, or only doubtfully

A place: ``phan``, ``ben`` (which header, footer or note), ``chi_so`` (index in that text, from 0), ``doan`` (number,
from 1), ``trang`` (a guess), ``dong`` (of a text file), ``bang`` ([table, row, column]), ``de_muc`` (heading above),
``loi`` (all that in words).
"""

from __future__ import annotations

import json
from typing import Any, Final

from docgen.comparing.difference import Difference, Look, LookChange, Seat, TextChange
from docgen.comparing.report import wording

VERSION: Final = 1
_KINDS: Final = {"same": "giong", "removed": "bo", "added": "them"}


def as_json(difference: Difference, cu: str, moi: str) -> str:
    """Write a difference as one JSON object; ``cu`` and ``moi`` are what the papers are called."""
    value = {
        "phien_ban": VERSION,
        "cu": cu,
        "moi": moi,
        "giong_nhau": difference.equal,
        "chu": [_text(change) for change in difference.chu],
        "dinh_dang": [_look_change(change) for change in difference.dang],
        "trang": [
            {"phan": list(one.phan), "moi_phan": one.moi_phan, "dang": [_look(look) for look in one.dang]}
            for one in difference.trang
        ],
        "bang": [{"cu": one.cu, "moi": one.moi, "dang": [_look(look) for look in one.dang]} for one in difference.bang],
        "dem": [{"ten": one.ten, "cu": one.cu, "moi": one.moi} for one in difference.dem],
        "the": [{"the": one.the, "cu": one.cu, "moi": one.moi} for one in difference.the],
        "luu_y": list(difference.luu_y),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _text(change: TextChange) -> dict[str, Any]:
    return {
        "kieu": change.kieu,
        "cung": change.cung or None,
        "cu": _seat(change.cu),
        "moi": _seat(change.moi),
        "manh": [[_KINDS[piece.kind], piece.text] for piece in change.manh],
    }


def _look_change(change: LookChange) -> dict[str, Any]:
    return {
        "dang": [_look(look) for look in change.dang],
        "kieu": list(change.kieu),
        "so_doan": len(change.cho),
        "cho": [
            {"cu": _seat(one.cu), "moi": _seat(one.moi), "chu": one.chu or None, "trich": one.trich}
            for one in change.cho
        ],
    }


def _look(look: Look) -> dict[str, str]:
    return {"thuoc_tinh": look.ma, "cu": look.cu, "moi": look.moi, "loi": wording.look(look)}


def _seat(seat: Seat | None) -> dict[str, Any] | None:
    if seat is None:
        return None
    noi = seat.noi
    return {
        "phan": noi.phan,
        "ben": seat.ben or None,
        "chi_so": seat.so,
        "doan": noi.doan,
        "trang": noi.trang,
        "dong": noi.dong,
        "bang": list(noi.bang) if noi.bang else None,
        "de_muc": noi.de_muc or None,
        "loi": wording.where(seat),
    }

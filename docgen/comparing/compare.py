"""Two papers → their difference."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.comparing import edges, pages
from docgen.comparing.difference import Difference
from docgen.comparing.gathered import Gathered
from docgen.comparing.walk import Walk
from docgen.reading.facts import Paper


def compare(old: Paper, new: Paper) -> Difference:
    """Tell what differs from ``old`` to ``new``, in an order and to an extent that do not depend on chance.

    Exchanged, the two give the same changes with the roles exchanged. Where one of them is text without looks, only
    words are compared, and ``luu_y`` says so.
    """
    looks = old.co_dinh_dang and new.co_dinh_dang
    gathered = Gathered(looks)
    walk = Walk(old, new, gathered)
    if not looks:
        walk.flat()
        return Difference(
            chu=tuple(gathered.chu), the=tuple(edges.tags(old, new)), luu_y=tuple(dict.fromkeys(_notes(old, new)))
        )
    walk.run()
    sections = pages.section_pairs(old, new, walk.paired)
    edges.headers(walk, sections)
    edges.notes(walk)
    return Difference(
        chu=tuple(gathered.chu),
        dang=tuple(gathered.dang()),
        trang=tuple(pages.page_changes(old, new, sections)),
        bang=tuple(walk.bang),
        dem=tuple(edges.counts(old, new)),
        the=tuple(edges.tags(old, new)),
        luu_y=tuple(dict.fromkeys(_notes(old, new))),
    )


def _notes(old: Paper, new: Paper) -> Iterator[str]:
    if not (old.co_dinh_dang and new.co_dinh_dang):
        which = "cả hai bản" if not old.co_dinh_dang and not new.co_dinh_dang else "một bản"
        yield f"Vì {which} là tệp chữ không có định dạng nên chỉ so chữ; định dạng, trang in và bảng không được so."
    if old.co_dinh_dang != new.co_dinh_dang:
        yield "Đoạn trống, đầu trang, chân trang và chú thích của bản Word không được so với tệp chữ."
    said = [{note.loi: f"{note.loi} {note.sua}".rstrip() for note in paper.notes} for paper in (old, new)]
    for loi in dict.fromkeys((*said[0], *said[1])):
        which = "Cả hai bản" if loi in said[0] and loi in said[1] else "Bản cũ" if loi in said[0] else "Bản mới"
        yield f"{which}: {said[0].get(loi) or said[1][loi]}"
    if old.du_lieu != new.du_lieu and (old.du_lieu or new.du_lieu):
        yield "Dữ liệu docgen kèm trong hai tệp không giống nhau (không thấy khi in, không tính là khác)."

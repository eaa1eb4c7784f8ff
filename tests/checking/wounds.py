"""A small language of wounds: what a case file changes in a good paper.

One mapping a wound:

- ``{tim: "05 tháng", thay: "5 tháng"}``: words, which must stand exactly once (``tat_ca: true``: everywhere;
  ``phan: x``: only in that part). ``thay: ""`` deletes them. Words may cross runs only within one run.
- ``{phan: so_ky_hieu, dinh_dang: {co_chu_pt: 14, dam: true}}``: looks of the letters of a part (``thu: 2`` its second
  paragraph only; ``tim: "…"`` only those words).
- ``{phan: noi_dung, doan: {canh: trai, dong_dau_mm: 0}}``: looks of its paragraphs.
- ``{phan: noi_nhan, xoa: true}``: its paragraphs fall away. ``{phan: tieu_ngu_ke, ke_mm: 20}``: length of a line;
  ``ke_mm: null`` leaves the paragraph without one.
- ``{sau: trich_yeu, them: ["Đoạn mới."], phan: noi_dung}`` (or ``truoc:``): new paragraphs that look like their
  neighbour, or like the first of ``nhu: <part>``; ``thu`` picks the neighbour, from 1, -1 the last.
- ``{phan: can_cu, thu: 1, chu: "…"}``: all words of a paragraph anew, in the look of its first run.
- ``{phan: ho_ten, thu: 1, chu_thich: "…"}``: a footnote behind it.
- ``{trang: {tren_mm: 15}}``, ``{trang: {so_trang: {noi: chan, canh: phai, co_chu_pt: 11}, trang_dau_an: false}}``,
  ``{trang: {so_trang: null}}``: the page of every section.
- ``{chu: {phong: Arial, mau: "FF0000"}}``: looks of all letters that do not say otherwise.
- ``{phan: x, xml: "<w:r>…</w:r>"}``: raw XML behind the words of its first paragraph (a text box, a field).
- ``{doi_cot: dau}``: the first two columns of a table change places. ``{phan: noi_nhan, o: [ky, 2, 1]}``: another cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tests.checking.building import Doan, Giay, Look, set_page

Wound = dict[str, Any]


def wounded(giay: Giay, wounds: Iterable[Wound]) -> Giay:
    """Apply wounds in their order; a wound that finds nothing to change is a fault of the case file."""
    for wound in wounds:
        giay = _apply(giay, dict(wound))
    return giay


def _apply(giay: Giay, wound: Wound) -> Giay:
    if "doi_cot" in wound:
        return _columns(giay, wound["doi_cot"])
    if "trang" in wound:
        return set_page(giay, wound["trang"])
    if set(wound) == {"chu"}:
        return replace(giay, chu={**giay.chu, **wound["chu"]})
    if "them" in wound:
        return _added(giay, wound)
    if "thay" in wound:
        return _words(giay, wound)
    chosen = _chosen(giay, wound["phan"], wound.get("thu"))
    if wound.get("xoa"):
        return _without(giay, chosen)
    change = _change(wound)
    doan = list(giay.doan)
    for index in chosen:
        doan[index] = change(doan[index])
    return replace(giay, doan=tuple(doan))


def _chosen(giay: Giay, phan: str, thu: int | None) -> list[int]:
    found = [index for index, doan in enumerate(giay.doan) if doan.phan == phan]
    assert found, f"the paper has no part {phan}: {sorted({d.phan for d in giay.doan})}"
    if thu is None:
        return found
    return [found[thu - 1 if thu > 0 else thu]]


def _change(wound: Wound) -> Callable[[Doan], Doan]:
    if "dinh_dang" in wound:
        return lambda doan: replace(doan, manh=tuple(_looks(doan, wound["dinh_dang"], wound.get("tim"))))
    if "doan" in wound:
        return lambda doan: replace(doan, look={**doan.look, **wound["doan"]})
    if "ke_mm" in wound:
        return lambda doan: _line(doan, wound["ke_mm"])
    if "chu" in wound:
        return lambda doan: replace(doan, manh=((wound["chu"], doan.manh[0][1] if doan.manh else {}),))
    if "o" in wound:
        return lambda doan: replace(doan, o=tuple(wound["o"]) if wound["o"] else None)
    if "chu_thich" in wound:
        return lambda doan: replace(doan, chu_thich=wound["chu_thich"])
    if "xml" in wound:
        return lambda doan: replace(doan, xml=doan.xml + wound["xml"])
    raise AssertionError(f"no such wound: {wound}")


def _looks(doan: Doan, look: Look, tim: str | None) -> Iterable[tuple[str, Look]]:
    for text, own in doan.manh:
        if tim is None:
            yield text, {**own, **look}
            continue
        before, found, after = text.partition(tim)
        if before:
            yield before, own
        if found:
            yield found, {**own, **look}
        if after:
            yield after, own


def _line(doan: Doan, mm: float | None) -> Doan:
    if mm is None:
        return replace(doan, ke=None)
    assert doan.ke is not None, f"{doan.phan} is no line"
    more = (doan.ke - mm) / 2
    look = {**doan.look, "trai_mm": doan.look["trai_mm"] + more, "phai_mm": doan.look["phai_mm"] + more}
    return replace(doan, ke=mm, look=look)


def _words(giay: Giay, wound: Wound) -> Giay:
    tim, thay = wound["tim"], wound["thay"]
    count, doan = 0, []
    for one in giay.doan:
        if "phan" in wound and one.phan != wound["phan"]:
            doan.append(one)
            continue
        count += sum(text.count(tim) for text, _ in one.manh)
        doan.append(replace(one, manh=tuple((text.replace(tim, thay), look) for text, look in one.manh)))
    assert count == 1 or (count and wound.get("tat_ca")), f"{tim!r} stands {count} times"
    return replace(giay, doan=tuple(doan))


def _without(giay: Giay, chosen: list[int]) -> Giay:
    gone = set(chosen)
    doan = tuple(one for index, one in enumerate(giay.doan) if index not in gone)
    later = tuple((index - sum(1 for one in gone if one < index), trang) for index, trang in giay.phan_moi)
    return replace(giay, doan=doan, phan_moi=later)


def _columns(giay: Giay, name: str) -> Giay:
    """Exchange columns 1 and 2; cells stay in reading order."""
    held = [index for index, doan in enumerate(giay.doan) if doan.o is not None and doan.o[0] == name]
    moved = [replace(one, o=(name, one.o[1], 3 - one.o[2])) for one in (giay.doan[i] for i in held) if one.o]
    moved.sort(key=lambda one: one.o[1:] if one.o else (0, 0))
    widths = giay.cot_mm[name]
    doan = (*giay.doan[: held[0]], *moved, *giay.doan[held[-1] + 1 :])
    return replace(giay, doan=doan, cot_mm={**giay.cot_mm, name: (widths[1], widths[0], *widths[2:])})


def _added(giay: Giay, wound: Wound) -> Giay:
    beside = "sau" if "sau" in wound else "truoc"
    neighbour = _chosen(giay, wound[beside], wound.get("thu", -1 if beside == "sau" else 1))[0]
    model = giay.doan[_chosen(giay, wound["nhu"], 1)[0] if "nhu" in wound else neighbour]
    look = model.manh[0][1] if model.manh else {}
    phan = wound.get("phan", model.phan)
    fresh = [
        replace(model, phan=phan, manh=((text, look),), o=giay.doan[neighbour].o, ke=None) for text in wound["them"]
    ]
    at = neighbour + 1 if beside == "sau" else neighbour
    doan = (*giay.doan[:at], *fresh, *giay.doan[at:])
    later = tuple((index + len(fresh) if index >= at else index, trang) for index, trang in giay.phan_moi)
    return replace(giay, doan=doan, phan_moi=later)

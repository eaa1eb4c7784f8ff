"""The plan of seed 001 as plain values for the lean paper, and the communes it is sent to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

Words = dict[str, Any]

VARYING = ("co_quan", "so", "dia_danh", "kinh_gui", "trich_yeu", "ho_ten")
"""The fields that differ from copy to copy."""

_DEPTH = {"la_ma": 0, "so": 1, "chu": 2}
_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Châu", "Phạm Minh Đức", "Đặng Thị Hà", "Võ Quốc Khánh")
_DAY = date(2026, 10, 1)
"""The day whose communes are meant."""


def seed() -> str:
    """The seed's name."""
    from tests.seeds.reading import NAMES

    return next(name for name in NAMES if name.startswith("001-"))


@cache
def spoken() -> Words:
    """What docgen's own template gets of the seed."""
    from docgen.context import words
    from docgen.data_dir import find
    from docgen.intake.assemble import assemble, standard_of
    from docgen.intake.kind_files import load_kinds
    from docgen.intake.read import read_file
    from tests.seeds.reading import data_file

    kinds = load_kinds(find())
    document = assemble(read_file(data_file(seed())).raw, kinds).document
    found: Words = words(document, standard_of(document).standard, kinds.get(document.loai))
    return found


def words(sections: int = 0) -> Words:
    """What the lean template gets. sections: how many numbered items the body has, the seed's own when 0."""
    said = spoken()
    parts = _outline(said["noi_dung"])
    if sections:
        parts = _grown(parts, sections)
    signing = said["ky"]
    return {
        "co_quan": said["co_quan"]["ten"][-1],
        "so": said["so_ky_hieu"].removeprefix("Số: ").removesuffix("/KH-UBND"),
        "dia_danh": said["dia_danh_ngay"].split(",")[0],
        "ngay": said["dia_danh_ngay"].split(", ")[1],
        "trich_yeu": plain(said["trich_yeu"]),
        "co_kinh_gui": True,
        "kinh_gui": "Ủy ban nhân dân các xã, phường, đặc khu",
        "co_mo_dau": True,
        "mo_dau": plain(said["mo_dau"]),
        "phan": parts,
        "bang": [
            {"tt": str(at + 1), "viec": part["chu"], "so_viec": str(len(part["muc"]))} for at, part in enumerate(parts)
        ],
        "ket_thuc": plain(said["ket_thuc"]),
        "noi_nhan": [{"ten": plain(one)} for one in said["noi_nhan"]],
        "quyen_han": signing["quyen_han"][0],
        "co_thay": len(signing["quyen_han"]) > 1,
        "thay": signing["quyen_han"][-1],
        "chuc_vu": signing["chuc_vu"],
        "ho_ten": signing["ho_ten"],
    }


def plain(segments: str | Sequence[Mapping[str, Any]]) -> str:
    """Rich text without its looks."""
    return segments if isinstance(segments, str) else "".join(str(part.get("chu", "")) for part in segments)


def _outline(flat: Sequence[Mapping[str, Any]]) -> list[Words]:
    """The seed's paragraphs as a tree: parts, items, points, and what stands under them."""
    parts: list[Words] = []
    under: list[Words] = []
    for one in flat:
        item: Words = {"nhan": one["nhan"], "chu": plain(one["tieu_de"]) or plain(one["chu"])}
        depth = _DEPTH.get(one["cap"])
        if depth == 0:
            parts.append({**item, "muc": []})
        elif depth == 1:
            under = []
            parts[-1]["muc"].append({**item, "y": under, "diem": []})
        elif depth == 2:
            under = []
            parts[-1]["muc"][-1]["diem"].append({**item, "doan": under})
        else:
            under.append(item)
    return parts


def _grown(parts: Sequence[Words], count: int) -> list[Words]:
    """As many items in one part after another as asked for, the seed's own taken again and again."""
    items = [item for part in parts for item in part["muc"]]
    wanted = [items[at % len(items)] | {"nhan": f"{at % 10 + 1}."} for at in range(count)]
    return [
        {"nhan": f"{at // 10 + 1}.", "chu": parts[at // 10 % len(parts)]["chu"], "muc": wanted[at : at + 10]}
        for at in range(0, count, 10)
    ]


@cache
def communes() -> tuple[tuple[str, str, str], ...]:
    """Every commune of today: its full name, its proper name, its official code."""
    from docgen.places import at

    return tuple((place.ten_day_du, place.ten, place.ma) for place in at(_DAY).places if place.ma_tinh)


def rows(count: int) -> list[dict[str, str]]:
    """What differs in each copy of the lean paper; after the last commune the first comes again."""
    found = communes()
    return [_row(at, *found[at % len(found)]) for at in range(count)]


def _row(at: int, full: str, proper: str, code: str) -> dict[str, str]:
    return {
        "co_quan": full.upper(),
        "so": str(at + 1),
        "dia_danh": proper,
        "kinh_gui": f"Ủy ban nhân dân {full} (mã {code})",
        "trich_yeu": f"Tuyên truyền, quảng bá ASEAN giai đoạn 2019-2020 trên địa bàn {full}",
        "ho_ten": _NAMES[at % len(_NAMES)],
    }


def spoken_rows(count: int) -> list[Words]:
    """What differs in each copy of docgen's own template."""
    said = spoken()
    return [
        {
            "co_quan": {**said["co_quan"], "ten": ["ỦY BAN NHÂN DÂN", row["co_quan"]]},
            "so_ky_hieu": f"Số: {row['so']}/KH-UBND",
            "dia_danh_ngay": f"{row['dia_danh']}, {said['dia_danh_ngay'].split(', ')[1]}",
            "trich_yeu": row["trich_yeu"],
            "ky": {**said["ky"], "ho_ten": row["ho_ten"]},
        }
        for row in rows(count)
    ]


def raw(path: Path) -> Words:
    """The seed as a data file has it."""
    from docgen.intake.read import read_file

    return dict(read_file(path).checked().raw)


def raw_rows(count: int) -> list[Words]:
    """What differs in each copy as plain values."""
    return [
        {
            "co_quan": {"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN", row["co_quan"]], "ky_hieu": "UBND"},
            "so": row["so"],
            "dia_danh": row["dia_danh"],
            "trich_yeu": row["trich_yeu"],
        }
        for row in rows(count)
    ]

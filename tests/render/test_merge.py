"""Copies of one paper: each is what its template would make of it, byte by byte."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.context import words
from docgen.data_dir import find
from docgen.errors import InputFaults, TemplateFaults
from docgen.intake.assemble import standard_of
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.render import Merge, Template
from tests.render.build import RULE_BORDER, core, docx, p, raw, table
from tests.seeds.reading import NAMES, data_file

LOOP, END = p("{%p for x in ds %}"), p("{%p endfor %}")
SOURCE = docx(
    p("Số {{ a }}", "{{ b }}", rpr="<w:b/>"),
    p("{%p if b %}"),
    p("có {{ b }}"),
    p("{%p endif %}"),
    p("{%p if c == 'KHẨN' %}"),
    p("khẩn"),
    p("{%p endif %}"),
    LOOP,
    p("{{ x }}"),
    END,
    table([[p("{{ a }}") + p("{{ ke }}", ppr=RULE_BORDER), "{{ giau }}"]]),
    p("x"),
    header=p("{{ a }}{{ c }}"),
    properties=core("{{ a }} {{ b|upper }}"),
)
WORDS: dict[str, Any] = {
    "a": "một",
    "b": "hai",
    "c": "",
    "ds": ["x", "y"],
    "ke": {"ke": [0.3, 0.5]},
    "giau": [{"chu": "đậm", "dam": True}, {"chu": " thường"}, {"chu_thich": [{"chu": "ghi"}]}],
}
TEXTS = ["", "một", "KHẨN", "A & B <c>", "hai\ndòng", " ", "'\"", "ta\u0301ch", "\u2028", "x" * 300]
# A line break cuts these runs: what stands beside the text matters.
BESIDE = docx(
    raw("<w:r><w:t>{{ a }}</w:t><w:tab/><w:t>{{ b }}</w:t></w:r>"), p("{{ giau }}", "{{ c }}"), LOOP, p("{{ x }}"), END
)
template = Template(SOURCE, "mau.docx")
beside = Template(BESIDE, "ben.docx")


@st.composite
def copies(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Words that differ from each other in a few places, sometimes in what they are."""
    made = []
    for _ in range(draw(st.integers(2, 8))):
        copy = deepcopy(WORDS)
        for name in draw(st.lists(st.sampled_from("abc"), max_size=3)):
            copy[name] = draw(st.sampled_from(TEXTS))
        if draw(st.integers(0, 3)) == 0:
            copy["ds"] = draw(st.lists(st.sampled_from(TEXTS), max_size=3))
        if draw(st.integers(0, 3)) == 0:
            copy["giau"][0]["chu"] = draw(st.sampled_from(TEXTS))
        if draw(st.integers(0, 7)) == 0:
            copy["b"] = draw(st.sampled_from([None, 5]))
        made.append(copy)
    return made


@pytest.mark.parametrize("of", [template, beside], ids=lambda of: of.ten)
@given(made=copies())
def test_any_copies_are_what_the_template_makes_of_them(of: Template, made: list[dict[str, Any]]) -> None:
    merge = Merge(of)

    for words_of_one in [*made, *made]:
        assert merge.render(words_of_one) == of.render(words_of_one)
        assert merge.made(words_of_one) == of.made(words_of_one)


def test_most_copies_are_merged() -> None:
    merge = Merge(template)
    for number in range(20):
        merge.render({**WORDS, "a": f"số {number}", "b": "" if number % 2 else "b", "c": "KHẨN" if number % 3 else ""})

    assert merge.ways == {"alone": 1, "merged": 19}


def test_what_was_changed_in_place_is_seen() -> None:
    merge, mine = Merge(template), deepcopy(WORDS)
    for number in range(3):
        mine["giau"][1]["chu"] = f"lần {number}"
        mine["ds"][0] = f"x{number}"

        assert merge.render(mine) == template.render(mine)


def test_kinds_are_not_taken_for_each_other() -> None:
    merge = Merge(template)
    for _ in range(3):
        merge.render({**WORDS, "b": 1})

    with pytest.raises(TemplateFaults):
        merge.render({**WORDS, "b": True})
    with pytest.raises(InputFaults):
        merge.render({**WORDS, "b": 1.0})
    with pytest.raises(InputFaults):
        merge.render({**WORDS, "a": "x\x00"})


@pytest.mark.parametrize("name", NAMES)
def test_copies_of_the_seeds(name: str) -> None:
    data = find()
    kinds = load_kinds(data)
    document = load(data_file(name), kinds).document
    standard = standard_of(document).standard
    said = words(document, standard, kinds.get(document.loai))
    ours = Template(data.template(document.loai, standard.ma))
    merge = Merge(ours)

    for number in range(6):
        copy = deepcopy(said)
        copy["so_ky_hieu"], copy["dia_danh_ngay"] = f"Số: {number}/KH", f"Xã & {number}, ngày 1"
        copy["co_quan"]["ten"][-1] += f" {'RẤT DÀI ' * number}"
        copy["trich_yeu"] = copy["trich_yeu"] + " kéo dài" * number
        copy["ky"]["ho_ten"] = "" if number == 3 else f"Nguyễn Văn {number}"
        assert merge.render(copy) == ours.render(copy)
    assert merge.ways["merged"] == 5


def test_many_threads_share_a_merge() -> None:
    merge = Merge(template)
    made = [{**WORDS, "a": f"{n % 7}", "b": "b" * (n % 3), "c": ["KHẨN", "x"][n % 2]} for n in range(60)]
    wanted = [template.render(one) for one in made]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(merge.render, made)) == wanted

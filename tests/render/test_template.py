"""What a template becomes: the whole way from words to a .docx."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from docgen.errors import InputFaults, TemplateFaults, Unusable
from docgen.render import Template
from tests.render.build import (
    FOOTNOTES,
    W,
    assert_valid_docx,
    core,
    docx,
    p,
    paragraphs,
    parts_of,
    property_of,
    q,
    raw,
    run,
    table,
    text,
    xml,
)


def render(*body: str, **words: object) -> list[str]:
    """The paragraphs of a template with this body."""
    made = Template(docx(*body), "mau.docx").render(words)
    assert_valid_docx(made)
    return paragraphs(made)


def test_a_value_takes_the_place_of_its_tag() -> None:
    assert render(p("Số: {{ so }}/KH"), so="05") == ["Số: 05/KH"]


def test_a_tag_may_be_split_over_runs_and_spell_marks() -> None:
    split = raw(run("Số: {"), '<w:proofErr w:type="spellStart"/>', run("{ s"), run("o }", "<w:b/>"), run("} hết"))

    assert render(split, so="05") == ["Số: 05 hết"]


def test_a_tag_takes_the_formatting_of_where_it_begins() -> None:
    made = Template(docx(raw(run("{{ a ", "<w:b/>"), run("}}", "<w:i/>")))).render({"a": "x"})
    (found,) = xml(made).iter("{*}r")

    assert [element.tag for element in found.iterfind("{*}rPr/*")] == [q("b")]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ co_quan.ten }}",
        "{{co_quan.ten}}",
        "{{\u00a0co_quan.ten\u00a0}}",
        "{{ co_quan['ten'] }}",
        "{{ co_quan[“ten”] }}",
    ],
)
def test_blanks_and_quotes_inside_a_tag_do_not_matter(tag: str) -> None:
    assert render(p(tag), co_quan={"ten": "UBND"}) == ["UBND"]


def test_a_name_in_loose_diacritics_is_the_same_name() -> None:
    assert render(p("{{ cơ_quan }}"), cơ_quan="UBND") == ["UBND"]


@pytest.mark.parametrize(
    "value", ["{_{ x }_}", "{{ 7*7 }}", "{% for %}", "A & B <c> \"d\" 'e'", "]]>", "&amp;", "{#", "%}"]
)
def test_user_text_is_never_run_and_never_cut(value: str) -> None:
    data = docx(
        p("[{{ x }}] sau"), header=p("{{ x }}"), footer=p("{{ x }}"), properties=core("{{ x }}", creator="T {{ x }}")
    )

    made = Template(data).render({"x": value})

    assert paragraphs(made) == [f"[{value}] sau"]
    assert paragraphs(made, "word/header1.xml") == [value]
    assert paragraphs(made, "word/footer1.xml") == [value]
    assert property_of(made, "title") == value
    assert property_of(made, "creator") == f"T {value}"


def test_none_prints_nothing_and_numbers_print_their_digits() -> None:
    assert render(p("[{{ a }}|{{ b }}|{{ c }}]"), a=None, b=0, c=-15) == ["[|0|-15]"]


def test_text_is_composed() -> None:
    assert render(p("{{ a }}"), a="U\u0309y ban") == ["Ủy ban"]


def test_line_breaks_and_tabs_become_words_own() -> None:
    made = Template(docx(p("{{ a }}"))).render({"a": "một\nhai\tba "})

    assert paragraphs(made) == ["một\nhai\tba "]
    assert_valid_docx(made)


def test_paragraph_tags_leave_no_paragraph_behind() -> None:
    body = [
        p("{%p for x in ds %}"),
        p("{{ x }}"),
        p("{%p endfor %}"),
        p("{%p if co %}"),
        p("có"),
        p("{%p else %}"),
        p("không"),
        p("{%p endif %}"),
    ]

    assert render(*body, ds=["a", "b"], co=False) == ["a", "b", "không"]
    assert render(*body, ds=[], co=True) == ["có"]


def test_row_and_cell_tags_multiply_rows_and_cells() -> None:
    rows = [["{%tr for h in hang %}", ""], ["{{ h.a }}", "{{ h.b }}"], ["{%tr endfor %}", ""]]

    assert render(table(rows), hang=[{"a": 1, "b": 2}, {"a": 3, "b": 4}]) == ["1", "2", "3", "4"]
    assert render(table([["{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"]]), cot=["x", "y"]) == ["x", "y"]


def test_run_tags_switch_formatted_stretches() -> None:
    body = raw(run("{%r if co %}"), run("đậm", "<w:b/>"), run("{%r endif %}"), run(" sau"))

    assert render(body, co=True) == ["đậm sau"]
    assert render(body, co=False) == [" sau"]


def test_inline_commands_keep_the_formatting_on_both_sides() -> None:
    body = raw(run("a{% if co %}b", "<w:b/>"), run("c{% endif %}d", "<w:i/>"))
    made = Template(docx(body)).render({"co": False})
    runs = [(text(r), [e.tag for e in r.iterfind("{*}rPr/*")]) for r in xml(made).iter("{*}r")]

    assert runs == [("a", [q("b")]), ("d", [q("i")])]


def test_comments_vanish_with_what_they_stand_for() -> None:
    assert render(p("{#p ghi chú {{ x }} #}"), p("a{# gì đó #}b")) == ["ab"]


def test_loops_know_their_turn_and_names_reach_through_lists() -> None:
    body = [
        p("{%p for x in nhom.ds %}"),
        p("{{ loop.index }}{% if not loop.last %};{% endif %} {{ x.ten }}"),
        p("{%p endfor %}"),
    ]

    assert render(*body, nhom={"ds": [{"ten": "a"}, {"ten": "b"}]}) == ["1; a", "2 b"]


@pytest.mark.parametrize("key", ["items", "keys", "values", "get", "pop", "update", "copy"])
def test_keys_win_over_methods(key: str) -> None:
    assert render(p(f"{{{{ d.{key} }}}}"), d={key: "đúng"}) == ["đúng"]


def test_filters_and_arithmetic() -> None:
    body = p(
        "{{ a|upper }} {{ ds|join(', ') }} {{ ds|length }} {{ n + 1 }} {{ 'x' + a }} ",
        "{{ khong|default('-') }} {{ ds[0] }} {{ ds|last }}",
    )

    assert render(body, a="ủy", ds=["một", "hai"], n=4) == ["ỦY một, hai 2 5 xủy - một hai"]


def test_a_filter_with_a_less_than_sign_is_read() -> None:
    assert render(p("{% if n < 5 and 'a & b' != s %}ít{% endif %}"), n=3, s="") == ["ít"]


def test_the_templates_own_footnotes_are_rendered_once() -> None:
    notes = FOOTNOTES + f'<w:footnote w:id="3">{p("Xem {{ x }}")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    data = docx(raw(run("a"), reference), p("b", ppr=section), p("c"), footnotes=notes)

    made = Template(data).render({"x": "{{ 7*7 }}"})

    assert paragraphs(made, "word/footnotes.xml")[-1] == "Xem {{ 7*7 }}"


def test_a_property_keeps_its_line_breaks_and_loses_only_emphasis() -> None:
    data = docx(p("a"), properties=core("dòng một\n{{ x }}", description="{% if co %}{{ r }}{% endif %}"))

    made = Template(data).render({"x": "hai\nba", "co": True, "r": [{"chu": "đậm", "dam": True}, {"chu": "\tvà"}]})

    assert property_of(made, "title") == "dòng một\nhai\nba"
    assert property_of(made, "description") == "đậm\tvà"


def test_parts_without_tags_pass_through_untouched() -> None:
    settings = f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/></w:settings>'
    data = docx(p("{{ x }}"), header=p("đầu trang"), more={"word/settings.xml": settings})

    made = Template(data).render({"x": "a"})

    before, after = parts_of(data), parts_of(made)
    assert {n for n in before if before[n] != after[n]} == {"word/document.xml"}
    assert after.keys() == before.keys()


def test_names_are_dotted_and_loop_variables_resolved() -> None:
    data = docx(
        p("{{ so }} {{ ky.ho_ten|upper }} {{ d['k'] }}"),
        p("{%p for k in noi_dung %}"),
        p("{{ k.nhan }}{% for c in k.dau[0] %}{{ c.chu }}{% endfor %}{{ loop.index }}"),
        p("{%p endfor %}"),
        properties=core("{{ trich_yeu }}"),
    )

    assert Template(data).names() == {
        "so", "ky.ho_ten", "d.k", "noi_dung", "noi_dung[].nhan", "noi_dung[].dau[]", "noi_dung[].dau[][].chu",
        "trich_yeu",
    }  # fmt: skip


def test_every_missing_name_is_told_at_once_with_its_place() -> None:
    data = docx(
        p("MỤC ĐÍCH", style="Heading1"),
        p("Số {{ soo }}"),
        table([["{{ co_quan.tenn }}", "{% if thieu %}{{ khong_toi }}{% endif %}"]]),
        header=p("{{ dau }}"),
        properties=core("{{ tieu_de }}"),
    )

    with pytest.raises(TemplateFaults) as caught:
        Template(data, "mau.docx").render({"so": "", "co_quan": {"ten": ""}})

    told = [(fault.noi, fault.loi) for fault in caught.value.faults]
    assert told == [
        ("mau.docx, thuộc tính của tệp, thẻ “{{ tieu_de }}”", "Mẫu cần “tieu_de” nhưng dữ liệu không có tên ấy."),
        (
            "mau.docx, thân văn bản, đoạn 2, dưới “MỤC ĐÍCH”, chữ “Số {{ soo }}”, thẻ “{{ soo }}”",
            "Mẫu cần “soo” nhưng dữ liệu không có tên ấy.",
        ),
        (
            "mau.docx, thân văn bản, đoạn 3, bảng 1 hàng 1 cột 1, dưới “MỤC ĐÍCH”, chữ “{{ co_quan.tenn }}”",
            "Mẫu cần “co_quan.tenn” nhưng dữ liệu không có tên ấy.",
        ),
        (
            "mau.docx, thân văn bản, đoạn 4, bảng 1 hàng 1 cột 2, dưới “MỤC ĐÍCH”, "
            "chữ “{% if thieu %}{{ khong_toi }}{% endif %}”, thẻ “{% if thieu %}”",
            "Mẫu cần “thieu” nhưng dữ liệu không có tên ấy.",
        ),
        (
            "mau.docx, thân văn bản, đoạn 4, bảng 1 hàng 1 cột 2, dưới “MỤC ĐÍCH”, "
            "chữ “{% if thieu %}{{ khong_toi }}{% endif %}”, thẻ “{{ khong_toi }}”",
            "Mẫu cần “khong_toi” nhưng dữ liệu không có tên ấy.",
        ),
        ("mau.docx, đầu trang, đoạn 1, chữ “{{ dau }}”", "Mẫu cần “dau” nhưng dữ liệu không có tên ấy."),
    ]  # fmt: skip


def test_a_name_missing_in_one_item_is_told_once_with_the_item() -> None:
    data = docx(p("{%p for k in ds %}"), p("{{ k.ten }}"), p("{%p endfor %}"))

    with pytest.raises(TemplateFaults) as caught:
        Template(data).render({"ds": [{"ten": "a"}, {}, {}]})

    assert [fault.loi for fault in caught.value.faults] == ["Mẫu cần “ds[1].ten” nhưng dữ liệu không có tên ấy."]


def test_optional_names_are_those_asked_for_politely() -> None:
    body = p("{% if a is defined %}{{ a }}{% endif %}[{{ b|default('-') }}][{{ c.d|default('') }}]")

    assert render(body, c={}) == ["[-][]"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ ds }}", "in ra một danh sách"),
        ("{{ nhom }}", "in ra cả một nhóm"),
        ("{{ co }}", "đúng/sai"),
        ("{{ ds ~ 'x' }}", "không in ra được"),
        ("{{ ds|upper }}", "chỉ dùng cho chữ"),
        ("{{ n // 0 }}", "chia cho 0"),
        ("{{ n < 'a' }}", "khác kiểu"),
        ("{{ 'a' * n }}", "hai số nguyên"),
        ("{% for c in chu %}{{ c }}{% endfor %}", "cần một danh sách"),
        ("{{ chu.x }}", "“.x” của một giá trị không có mục con"),
        ("{{ ds[7] }}", "mục thứ 8 của một danh sách"),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_place(tag: str, said: str) -> None:
    data = docx(p("đầu"), p(f"Giá trị {tag}"))

    with pytest.raises(TemplateFaults) as caught:
        Template(data, "mau.docx").render({"ds": [1, 2], "nhom": {"a": 1}, "co": True, "n": 4, "chu": "abc"})

    (fault,) = caught.value.faults
    assert said in fault.loi
    assert "đoạn 2" in fault.noi
    assert "Giá trị" in fault.noi


def test_words_that_are_no_plain_data_are_refused_with_every_path() -> None:
    class Thing:
        pass

    words = {"a": "x\x00", "b": {"c": [1, 2.5]}, "d": [{"e": Thing()}], "f": "\ud800", "g": "\ufdd0", "h": {1: "x"}}

    with pytest.raises(InputFaults) as caught:
        Template(docx(p("{{ a }}"))).render(words)

    assert [fault.noi for fault in caught.value.faults] == ["a", "b.c[1]", "d[0].e", "f", "g", "h"]


def test_equal_words_give_equal_bytes_in_every_process(tmp_path: Path) -> None:
    data = docx(
        p("{{ a.x }}{{ b }}"),
        raw('<w:bookmarkStart w:id="1" w:name="_GoBack"/>', run("x"), '<w:bookmarkEnd w:id="1"/>'),
        table([["{%tc for c in ds %}", "{{ c }}", "{%tc endfor %}"]]),
        properties=core("{{ a.x }}"),
    )
    (tmp_path / "mau.docx").write_bytes(data)
    code = (
        "import sys, hashlib, pathlib; from docgen.render import Template;"
        "words = {'a': {'x': 'một', 'y': 'hai'}, 'b': [{'chu': 'q', 'dam': True, 'nghieng': True, 'mu': True},"
        "{'chu_thich': [{'chu': 'ghi'}]}], 'ds': ['1', '2', '3']};"
        "print(hashlib.sha256(Template(pathlib.Path(sys.argv[1])).render(words)).hexdigest())"
    )

    found = set()
    for seed in ("0", "1", "12345"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, str(tmp_path / "mau.docx")]
        found.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)

    assert len(found) == 1


def test_a_template_rendered_again_knows_nothing_of_the_first_time() -> None:
    template = Template(docx(p("{{ x }}"), p("{{ r }}")))
    first = template.render({"x": "một", "r": [{"chu_thich": [{"chu": "a"}]}]})
    template.render({"x": "hai", "r": [{"chu_thich": [{"chu": "b"}]}, {"giu": True}]})

    assert template.render({"x": "một", "r": [{"chu_thich": [{"chu": "a"}]}]}) == first


def test_a_template_may_be_rendered_by_many_threads() -> None:
    template = Template(docx(p("{%p for x in ds %}"), p("{{ x }}{{ t }}"), p("{%p endfor %}")))
    words = [{"ds": [str(i)] * 50, "t": [{"chu": f"t{i}", "dam": True}]} for i in range(24)]
    alone = [hashlib.sha256(template.render(w)).hexdigest() for w in words]

    with ThreadPoolExecutor(8) as pool:
        together = [hashlib.sha256(made).hexdigest() for made in pool.map(template.render, words)]

    assert together == alone


def test_the_words_given_are_not_changed() -> None:
    words = {"a": ["U\u0309"], "b": {"c": "x"}}

    Template(docx(p("{{ a[0] }}{{ b.c }}"))).render(words)

    assert words == {"a": ["U\u0309"], "b": {"c": "x"}}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="Không đọc được tệp"):
        Template(tmp_path / "khong_co.docx")


def test_messages_call_a_file_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.nd30.docx"
    path.write_bytes(docx(p("{{ a }")))

    with pytest.raises(TemplateFaults, match=r"ke-hoach\.nd30\.docx, thân văn bản, đoạn 1"):
        Template(path)

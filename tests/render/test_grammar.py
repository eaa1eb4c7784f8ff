"""The small language of tags."""

from __future__ import annotations

import pytest

from tests.render.build import core, p
from tests.render.faults import fault_of, faults_of


@pytest.mark.parametrize(
    "code",
    [
        "cycler.__init__.__globals__.os.popen('id')",
        "''.__class__.__mro__[1].__subclasses__()",
        "lipsum.__globals__",
        "self.__init__",
        "a.__class__",
        "_a",
        "range(10**9)",
        "a.append(1)",
        "'%s'.format(a)",
        "a()",
        "dict(a=1)",
        "2 ** 100000000",
        "{'a': 1}.a",
    ],
)
def test_the_way_out_of_the_sandbox_is_not_in_the_language(code: str) -> None:
    found = faults_of(
        p(f"{{{{ {code} }}}}"), header=p(f"{{% if {code} %}}x{{% endif %}}"), properties=core(f"{{{{ {code} }}}}")
    )

    assert {f.noi.split(", ")[1] for f in found} == {"thân văn bản", "đầu trang", "thuộc tính của tệp"}


@pytest.mark.parametrize(
    "name", ["safe", "attr", "xmlattr", "tojson", "map", "pprint", "format", "center", "_each", "urlize"]
)
def test_filters_not_listed_are_refused(name: str) -> None:
    assert f"bộ lọc “{name}” không có" in fault_of(p(f"{{{{ a|{name} }}}}")).loi


def test_a_misspelt_filter_or_test_is_told_with_the_nearest() -> None:
    assert fault_of(p("{{ a|uper }}")).sua == "Có phải là “upper”?"
    assert fault_of(p("{% if a is define %}x{% endif %}")).sua == "Có phải là “defined”?"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("a b", "không ngờ gặp “b”"),
        ("a.", "thiếu mất một phần"),
        ("'a", "dấu không hiểu được"),
        ("a $ b", "dấu không hiểu được '$'"),
        ("(a", "thiếu mất một phần"),
        ("a)", "không ngờ gặp “)”"),
        ("(" * 400 + "a" + ")" * 400, "lồng quá sâu"),
    ],
)
def test_a_broken_expression_is_told_in_vietnamese(code: str, said: str) -> None:
    fault = fault_of(p(f"{{{{ {code} }}}}"))

    assert said in fault.loi
    assert "expected" not in fault.loi


def test_every_broken_expression_is_told() -> None:
    found = faults_of(p("{{ a b }}"), p("{% if c d %}x{% endif %}"), p("{% for x y %}x{% endfor %}"), p("{{ e f }}"))

    assert ["đoạn 1" in found[0].noi, "đoạn 2" in found[1].noi, "đoạn 3" in found[2].noi, "đoạn 4" in found[3].noi] == [
        True
    ] * 4
    assert "for tên in danh_sách" in found[2].loi


def test_words_after_an_end_are_told() -> None:
    assert "chữ thừa sau “endif”" in fault_of(p("{% if a %}x{% endif a %}")).loi


def test_loops_of_several_names_and_recursive_loops_are_refused() -> None:
    assert "nhiều tên" in fault_of(p("{% for a, b in c %}x{% endfor %}")).loi
    assert "đệ quy" in fault_of(p("{% for a in c recursive %}x{% endfor %}")).loi

"""Templates made to hurt: refused clearly, soon, and without eating memory."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from docgen.errors import DocgenError
from docgen.render import Template
from tests.render.build import core, docx, p, parts_of, raw, run, table, zipped

MB = 2**20


@contextmanager
def bounded(seconds: float, megabytes: float) -> Iterator[None]:
    """Fail when the block takes more time or more new memory."""
    tracemalloc.start()
    start = time.process_time()
    try:
        yield
        taken, peak = time.process_time() - start, tracemalloc.get_traced_memory()[1] / MB
    finally:
        tracemalloc.stop()
    assert taken < seconds, f"{taken:.1f} s"
    assert peak < megabytes, f"{peak:.0f} MB"


def said(data: bytes, words: dict[str, object] | None = None) -> str:
    """What is said about a hostile template, opened and rendered. It is not packed, so as not to look like a bomb."""
    data = zipped(parts_of(data), zipfile.ZIP_STORED)
    with bounded(20, 400), pytest.raises(DocgenError) as caught:
        Template(data, "mau.docx").render(words or {})
    return str(caught.value)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("{{ range(10**9) }}"), "gọi hàm"),
        (p("{% for x in range(10**9) %}x{% endfor %}"), "gọi hàm"),
        (p("{{ 'a' * 10**9 }}"), "mẫu không có"),
        (p("{{ 'a' * 1000000000 }}"), "hai số nguyên"),
        (p("{{ '%1000000000d' % 1 }}"), "hai số nguyên"),
        (p("{{ " + "9" * 990 + " }}"), ""),
        (p("{{ " + "9" * 10 * MB + " }}"), "lớn quá 4 MB"),
        (p("{{ " + "9" * 3 * MB + " }}"), "dài quá 1000"),
        (p("{{ " + "(" * 490 + "1" + ")" * 490 + " }}"), "lồng quá sâu"),
        (p("{{ " + "-" * 900 + "1 }}"), ""),
        (p("{{ " + "not " * 240 + "1 }}"), ""),
        (p("{{ a" + ".a" * 490 + " }}"), ""),
        (p("{{ " + "[" * 490 + "]" * 490 + " }}"), "lồng quá sâu"),
        (p("{{" * (3 * MB // 2)), "quá nhiều"),
        (p("{%" * (3 * MB // 2)), "quá nhiều"),
        (p("}}" * (3 * MB // 2)), "quá nhiều"),
        (p("{{ a }}" * (3 * MB // 7)), "nhiều quá 5000"),
        ("".join(p("{{ a") for _ in range(10_000)), "chưa đóng"),
        ("".join(p("{{ a }}") for _ in range(10_000)), "nhiều quá 5000"),
        ("".join(p("{%p if a %}") for _ in range(1500)), "lồng sâu"),
        (p("{%p if a %}" * 1500), "còn có thẻ khác"),
        (raw(*[run("{") for _ in range(20_000)]), "chưa đóng"),
        (raw(*[run("{{ a"), *[run(" ") for _ in range(20_000)], run("}}")]), "dài quá 1000"),
        (table([["{%tr if a %}"] * 40] * 40), "đứng chung hàng"),
        (table([["x"] * 4] * 4000), ""),
    ],
    ids=range(25),
)
def test_expensive_templates_are_refused_soon(body: str, expected: str) -> None:
    if expected:
        assert expected in said(docx(body, p("a")))
    else:
        with bounded(20, 400):
            try:
                Template(docx(body, p("a"))).render({"a": 1})
            except DocgenError as error:
                assert error.faults


def test_nested_loops_end() -> None:
    body = "".join(p("{%p for x in ds %}") for _ in range(6)) + "".join(p("{%p endfor %}") for _ in range(6))

    assert "1.000.000 lượt" in said(docx(body), {"ds": [0] * 500})


def test_a_result_that_grows_without_end_is_stopped() -> None:
    body = p("{%p for x in ds %}") + p("{{ t }}") * 50 + p("{%p endfor %}")

    assert "triệu ký tự" in said(docx(body), {"ds": [0] * 1000, "t": "x" * 10_000})


@pytest.mark.parametrize(
    "payload",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ a.__init__.__globals__['sys'] }}",
        "{{ a['__class__'] }}",
        "{{ [].__class__ }}",
        "{{ a|attr('__class__') }}",
        "{{ self._TemplateReference__context }}",
        "{% set x = 1 %}{{ x }}",
        "{% import 'os' as os %}{{ os }}",
        "{% include '/etc/passwd' %}",
        "{{ config }}",
        "{{ '{0.__class__}'.format(a) }}",
        "{{ a|map('upper')|list }}",
        "{{ '</w:t></w:r></w:p>'|safe }}",
        "{% autoescape false %}{{ '<w:br/>' }}{% endautoescape %}",
        "{{ caller() }}",
        "{{ loop }}",
    ],
)
@pytest.mark.parametrize("where", ["body", "header", "property"])
def test_no_way_out_of_the_sandbox(payload: str, where: str) -> None:
    data = {
        "body": docx(p(payload)),
        "header": docx(p("a"), header=p(payload)),
        "property": docx(p("a"), properties=core(payload)),
    }[where]

    message = said(data, {"a": "x"})

    assert "mau.docx" in message
    assert "root" not in message
    assert "<class" not in message


def test_deep_xml_is_no_trouble() -> None:
    deep = "<w:p><w:sdt><w:sdtContent>" * 300 + run("{{ a }}") + "</w:sdtContent></w:sdt></w:p>" * 300

    with bounded(20, 400):
        try:
            Template(docx(deep)).render({"a": "x"})
        except DocgenError as error:
            assert error.faults

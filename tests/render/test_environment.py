"""The sandbox by itself, in case an expression gets past the grammar."""

from __future__ import annotations

import pytest
from jinja2.exceptions import TemplateRuntimeError

from docgen.render.environment import MAX_TURNS, PaperEnvironment, bounded
from docgen.render.places import Place
from docgen.render.plain import freeze
from docgen.render.trace import Trace, Tracing


def run(source: str, **words: object) -> tuple[str, list[str]]:
    """What a template source prints, and the faults noted."""
    env = PaperEnvironment()
    template = env.from_string(bounded(env.parse(source), env))
    with Tracing(Trace()) as trace:
        printed = "".join(template.root_render_func(template.new_context(dict(freeze(words)))))
    return printed, [fault.loi for _, fault in trace.found]


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ a.__class__ }}",
        "{{ a['__class__'] }}",
        "{{ cycler }}",
        "{{ lipsum }}",
        "{{ range }}",
        "{{ namespace }}",
        "{{ a.items }}",
        "{{ s.upper }}",
        "{{ s['format'] }}",
        "{% for x in ds %}{{ loop.cycle }}{% endfor %}",
        "{% for x in ds %}{{ loop.__init__ }}{% endfor %}",
        "{{ ds.append }}",
        "{{ ds.count }}",
    ],
)
def test_nothing_but_words_can_be_reached(source: str) -> None:
    printed, faults = run(source, a={"x": 1}, s="chữ", ds=[1])

    assert printed == ""
    assert len(faults) == 1


@pytest.mark.parametrize(
    "source", ["{{ 'a' * 10**9 }}", "{{ 2 ** 10**9 }}", "{{ '%999999999d' % 1 }}", "{{ ds + ds }}", "{{ 'a' * n }}"]
)
def test_no_value_can_be_grown(source: str) -> None:
    with pytest.raises(TemplateRuntimeError, match="hai số nguyên"):
        run(source, ds=[1], n=10**9)


def test_loops_end() -> None:
    with pytest.raises(TemplateRuntimeError, match=r"1\.000\.000 lượt"):
        run("{% for a in d %}{% for b in d %}{% for c in d %}{% endfor %}{% endfor %}{% endfor %}", d=[0] * 2000)

    assert MAX_TURNS == 1_000_000


def test_values_are_escaped_and_constants_too() -> None:
    assert run("{{ a }}{{ '<&>' }}", a="</w:t><b>") == ("&lt;/w:t&gt;&lt;b&gt;&lt;&amp;&gt;", [])


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ s|lower }}", "chữ"),
        ("{{ s|trim|length }}", "3"),
        ("{{ ds|first }}{{ ds|last }}{{ ds|count }}", "122"),
        ("{{ ds|join }}{{ ds|join('-') }}", "121-2"),
        ("{{ s|replace('C', 'K') }}", "KHỮ"),
        ("{{ k|d('x') }}{{ r|default('y', true) }}", "xy"),
        ("{{ ds[1:]|join }}{{ s[:1] }}", "2C"),
        ("{{ 7 // 2 }}{{ 7 % 2 }}{{ 7 - 2 }}{{ -n }}", "315-3"),
        ("{{ 'có' if n is odd else 'không' }}", "có"),
        ("{% for x in ds if x > 1 %}{{ x }}{% else %}0{% endfor %}", "2"),
        ("{% for k in g %}{{ k }}={{ g[k] }};{% endfor %}", "a=1;b=2;"),
        ("{% if 2 in ds %}có{% endif %}", "có"),
    ],
)
def test_what_the_language_can_say(source: str, printed: str) -> None:
    assert run(source, s="CHỮ", ds=[1, 2], r="", n=3, g={"a": 1, "b": 2}) == (printed, [])


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "{% if x %}{% endif %}",
        "{{ x.y.z }}",
        "{% for a in x %}{% endfor %}",
        "{{ x|upper }}",
        "{{ x + 1 }}",
        "{{ x == 1 }}",
        "{{ x ~ 'a' }}",
        "{% if x in ds %}{% endif %}",
        "{% if 1 in x %}{% endif %}",
        "{{ x|length }}",
        "{{ x|join }}",
        "{% if x < 1 %}{% endif %}",
    ],
)
def test_using_a_missing_name_is_noted_and_does_no_harm(source: str) -> None:
    _, faults = run(source, ds=[1])

    assert faults[0].startswith("Mẫu cần “x")


@pytest.mark.parametrize(
    "source", ["{% if x is defined %}{% endif %}", "{{ x|default('') }}", "{% if x is undefined %}{% endif %}"]
)
def test_asking_for_a_missing_name_is_no_fault(source: str) -> None:
    assert run(source) == ("", [])


def test_a_trace_outside_templates_has_no_place() -> None:
    assert Trace().here() == Place()

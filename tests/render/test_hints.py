"""A tag that cannot be read is told with what was probably meant."""

from __future__ import annotations

import pytest

from docgen.render import Template
from tests.render.build import docx, p
from tests.render.faults import fault_of


@pytest.mark.parametrize(
    ("wrong", "sua", "right"),
    [
        ("{{ ky ho_ten }}", "“ky.ho_ten” hay “ky_ho_ten”", "{{ ky.ho_ten }}"),
        ("{{{ so }}", "hai dấu ngoặc nhọn: “{{ so }}”", "{{ so }}"),
        ("{% if a = 1 %}x{% endif %}", "“==”", "{% if a == 1 %}x{% endif %}"),
        ("{% if %}x{% endif %}", "điều kiện sau chữ “if”", "{% if a %}x{% endif %}"),
        ("{% for x on y %}x{% endfor %}", "“{%p for dong in can_cu %}”", "{% for x in y %}x{% endfor %}"),
        ("{% for in y %}x{% endfor %}", "“{%p for dong in can_cu %}”", "{% for x in y %}x{% endfor %}"),
        ("{% if a == 'KHẨN %}x{% endif %}", "Thiếu một dấu nháy", "{% if a == 'KHẨN' %}x{% endif %}"),
        ("{% if (a %}x{% endif %}", "không bằng nhau", "{% if (a) %}x{% endif %}"),
        ("{% if a và b %}x{% endif %}", "“và” bằng “and”", "{% if a and b %}x{% endif %}"),
        ("{% if a <> b %}x{% endif %}", "“<>” bằng “!=”", "{% if a != b %}x{% endif %}"),
        ("{% if a && b %}x{% endif %}", "“&&” bằng “and”", "{% if a and b %}x{% endif %}"),
        ("{% if không a %}x{% endif %}", "“không” bằng “not”", "{% if not a %}x{% endif %}"),
        ("{{ so }", "Hãy đóng bằng “}}”", "{{ so }}"),
        ("{% if a }x{% endif %}", "Hãy đóng bằng “%}”", "{% if a %}x{% endif %}"),
    ],
)
def test_what_was_probably_meant_is_said(wrong: str, sua: str, right: str) -> None:
    assert sua in fault_of(p(wrong)).sua
    Template(docx(p(right)))


def test_where_there_is_no_telling_nothing_is_said() -> None:
    assert fault_of(p("{{ a + }}")).sua in ("", "Hãy bỏ dấu ấy đi.")
    assert fault_of(p("{{ a |  | b }}")).sua == ""

"""What goes wrong while a template is filled in carries the paragraph and the tag."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateFaults
from docgen.render import Template
from tests.render.build import core, docx, p, table

WORDS = {"a": "chữ", "n": 0, "ds": [1, 0, 2], "trong": [], "nhom": {"x": 1}}
ROWS = table([["đầu", "đầu"], ["{%tr for d in ds %}", ""], ["{{ a }}", "{{ a }} {{ 3 % d }}"], ["{%tr endfor %}", ""]])
BY_ZERO = "Không tính được thẻ này: chia cho 0."
BODY = "mau.docx, thân văn bản"


@pytest.mark.parametrize(
    ("data", "noi", "loi"),
    [
        (docx(p("x"), p("{{ a }} {{ 1 // n }} {{ a }}")),
         f"{BODY}, đoạn 2, chữ “{{{{ a }}}} {{{{ 1 // n }}}} {{{{ a }}}}”, thẻ “{{{{ 1 // n }}}}”", BY_ZERO),
        (docx(p("{{ 1 // n }}")), f"{BODY}, đoạn 1, chữ “{{{{ 1 // n }}}}”", BY_ZERO),
        (docx(p("{%p for d in ds %}"), p("Số {{ 1 // d }}"), p("{%p endfor %}")),
         f"{BODY}, đoạn 2, chữ “Số {{{{ 1 // d }}}}”, thẻ “{{{{ 1 // d }}}}”", BY_ZERO),
        (docx(ROWS), f"{BODY}, đoạn 6, bảng 1 hàng 3 cột 2, chữ “{{{{ a }}}} {{{{ 3 % d }}}}”, thẻ “{{{{ 3 % d }}}}”",
         BY_ZERO),
        (docx(p("x"), header=p("Trang {{ 1 // n }}")),
         "mau.docx, đầu trang, đoạn 1, chữ “Trang {{ 1 // n }}”, thẻ “{{ 1 // n }}”", BY_ZERO),
        (docx(p("x"), properties=core("{{ a }} {{ 1 // n }}")),
         "mau.docx, thuộc tính của tệp, thẻ “{{ 1 // n }}”", BY_ZERO),
        (docx(p("{{ a }} {{ ds|join(1 // n) }}")),
         f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ ds|join(1 // n) }}}}”, thẻ “{{{{ ds|join(1 // n) }}}}”", BY_ZERO),
        (docx(p("{{ a }} {{ a|replace(ds, a) }}")),
         f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ a|replace(ds, a) }}}}”, thẻ “{{{{ a|replace(ds, a) }}}}”",
         "Không tính được thẻ này: bộ lọc “replace” chỉ dùng cho chữ."),
        (docx(p("{% if n %}b{% elif ds < 3 %}x{% endif %}")),
         f"{BODY}, đoạn 1, chữ “{{% if n %}}b{{% elif ds < 3 %}}x{{% endif %}}”, thẻ “{{% elif ds < 3 %}}”",
         "Không tính được thẻ này: các giá trị khác kiểu (chữ, số, danh sách) không so sánh hoặc tính với nhau được."),
        (docx(p("{{ a }} {{ ds[9] }}")), f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ ds[9] }}}}”, thẻ “{{{{ ds[9] }}}}”",
         "Thẻ cần mục thứ 10 của một danh sách nhưng danh sách ngắn hơn."),
        (docx(p("{{ a }} {{ ds[-9] }}")), f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ ds[-9] }}}}”, thẻ “{{{{ ds[-9] }}}}”",
         "Thẻ cần mục thứ 9 từ cuối lên của một danh sách nhưng danh sách ngắn hơn."),
        (docx(p("Kính gửi {{ trong|first }}")),
         f"{BODY}, đoạn 1, chữ “Kính gửi {{{{ trong|first }}}}”, thẻ “{{{{ trong|first }}}}”",
         "Thẻ cần mục đầu của một danh sách nhưng danh sách ngắn hơn."),
        (docx(p("{{ a }} {{ trong|last }}")), f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ trong|last }}}}”, "
         "thẻ “{{ trong|last }}”", "Thẻ cần mục cuối của một danh sách nhưng danh sách ngắn hơn."),
        (docx(p("{{ a }} {{ a.b }}")), f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ a.b }}}}”, thẻ “{{{{ a.b }}}}”",
         "Thẻ lấy “.b” của một giá trị không có mục con."),
        (docx(p("{{ a }} {{ nhom }}")), f"{BODY}, đoạn 1, chữ “{{{{ a }}}} {{{{ nhom }}}}”, thẻ “{{{{ nhom }}}}”",
         "Thẻ in ra cả một nhóm giá trị."),
        (docx(p("{% for x in a %}{{ x }}{% endfor %}")), f"{BODY}, đoạn 1, "
         "chữ “{% for x in a %}{{ x }}{% endfor %}”, thẻ “{% for x in a %}”",
         "Thẻ for cần một danh sách nhưng giá trị là chữ."),
    ],
)  # fmt: skip
def test_the_place_names_paragraph_and_tag(data: bytes, noi: str, loi: str) -> None:
    with pytest.raises(TemplateFaults) as caught:
        Template(data, "mau.docx").render(WORDS)

    assert [(fault.noi, fault.loi) for fault in caught.value.faults] == [(noi, loi)]


def test_a_value_that_can_be_computed_is_printed() -> None:
    Template(docx(ROWS.replace("3 % d", "3 % (d + 1)"))).render(WORDS)


def test_one_name_missing_in_two_tags_is_told_at_both() -> None:
    with pytest.raises(TemplateFaults) as caught:
        Template(docx(p("{{ b }} {{ b|upper }} {{ b }}")), "mau.docx").render(WORDS)

    assert [fault.noi.rpartition(", thẻ ")[2] for fault in caught.value.faults] == ["“{{ b }}”", "“{{ b|upper }}”"]

"""Help and usage faults are Vietnamese."""

from __future__ import annotations

import re

import pytest

from tests.cli.office import Office


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("mak",), "không có lệnh “mak”. Có phải là “make”?"),
        (("xyz",), "Các lệnh: "),
        (("make",), "thiếu TỆP"),
        (("make", "a", "b c"), "thừa b c"),
        (("make", "a", "--pd"), "không có tùy chọn --pd. Có phải là --pdf?"),
        (("make", "a", "-o"), "tùy chọn -o cần một giá trị đi sau"),
        (("make", "a", "--pdf=có"), "tùy chọn --pdf không đi kèm giá trị"),
        (("make", "a", "-o", "a.pdf"), "phải kết thúc bằng .docx"),
        (("serve", "--port", "tám"), "--port: “tám” không phải là số cổng"),
        (("serve", "--port", "65536"), "không phải là số cổng"),
        (("kinds", "x"), "thừa x"),
        (("--x",), "không có tùy chọn --x"),
    ],
)
def test_a_wrong_command_line_is_told_in_vietnamese(words: tuple[str, ...], message: str, office: Office) -> None:
    ran = office.run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "Cách dùng: docgen" in ran.err
    assert "--help" in ran.err


@pytest.mark.parametrize("words", [(), ("make",), ("kinds",), ("serve",), ("schema",)])
def test_help_is_vietnamese(words: tuple[str, ...], office: Office) -> None:
    ran = office.run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert "Cách dùng: docgen" in ran.out
    assert "Hiện hướng dẫn này" in ran.out
    assert not re.search(r"Usage|Options|Commands|Show|Try|default|ARGS", ran.out)


def test_docgen_alone_shows_its_help(office: Office) -> None:
    ran = office.run()
    assert (ran.code, ran.out) == (2, "")
    assert "Lệnh:" in ran.err

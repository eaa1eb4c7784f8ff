from __future__ import annotations

from docgen.checking.form.printed import lines, whole
from tests.checking.form.papers import judged, part


def test_a_part_is_found_again_line_by_line() -> None:
    p = judged("nd30", {"phan": "trich_yeu", "chu": "Tuyên truyền\nvề an toàn thực phẩm"})

    assert [line.text for line in lines(p, part(p, "trich_yeu"))] == ["Tuyên truyền", "về an toàn thực phẩm"]


def test_capitals_are_seen_as_word_shows_them() -> None:
    p = judged("nd30", {"phan": "ten_loai", "dinh_dang": {"in_hoa": True}}, {"phan": "ten_loai", "chu": "Kế hoạch"})

    assert [line.hien for line in lines(p, part(p, "ten_loai"))] == ["KẾ HOẠCH"]


def test_shares_and_sizes_count_signs_not_blanks() -> None:
    p = judged("nd30", {"phan": "trich_yeu", "tim": "Tuyên truyền", "dinh_dang": {"nghieng": True, "co_chu_pt": 12}})
    line = next(lines(p, part(p, "trich_yeu")))
    letters = len("".join(line.text.split()))

    assert line.share(lambda look: look.nghieng) == len("Tuyêntruyền") / letters
    assert line.share(lambda look: look.dam) == 1
    assert line.co_chu_pt == 14


def test_hidden_words_are_left_out() -> None:
    p = judged("nd30", {"phan": "mo_dau", "tim": "Sở Công Thương", "dinh_dang": {"an": True}})
    line = whole(p, part(p, "mo_dau").doan[0])

    assert not any("Sở Công Thương" in text for text, _ in line.runs)


def test_a_paper_without_looks_has_lines_too() -> None:
    p = judged("nd30", text=True)

    assert [line.text for line in lines(p, part(p, "ten_loai"))] == ["KẾ HOẠCH"]
    assert next(lines(p, part(p, "ten_loai"))).co_chu_pt is None

from __future__ import annotations

from docgen.checking.form.text_block import gathered, neighbours, often, paragraphs, places, wraps
from tests.checking.form.papers import judged, part


def test_running_text_leaves_out_head_title_and_signature() -> None:
    p = judged("nd30")
    words = [p.paper.paras[i].text for i in paragraphs(p)]

    assert words[0].startswith("Căn cứ Luật An toàn thực phẩm")
    assert words[-1].endswith("nghiêm túc thực hiện./.")
    assert not any("KẾ HOẠCH" in text or "Nơi nhận" in text for text in words)


def test_neighbours_have_nothing_between_them() -> None:
    p = judged("nd30", {"sau": "mo_dau", "them": [""], "phan": "trong"})
    opening = part(p, "mo_dau").doan[0]

    assert all(lower == upper + 1 for upper, lower in neighbours(p))
    assert opening not in [upper for upper, _ in neighbours(p)]


def test_only_paragraphs_longer_than_a_line_wrap() -> None:
    p = judged("nd30")

    assert wraps(p, part(p, "ket_thuc").doan[0])
    assert not wraps(p, p.paper.body[0])


def test_departures_are_gathered_the_most_common_first() -> None:
    p = judged("nd30")
    held = gathered(iter([("a", 1), ("b", 2), ("b", 3)]))

    assert [(key, one.doan) for key, one in held.items()] == [("b", [2, 3]), ("a", [1])]
    assert places(held["b"]) == "2 đoạn (đây là đoạn đầu tiên)"
    assert places(held["a"]) == "Đoạn này"
    assert often(p, held["b"], lambda _: 10)
    assert not often(p, held["a"], lambda _: 10)

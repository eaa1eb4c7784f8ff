"""The body as blocks."""

from __future__ import annotations

from typing import Any

from docgen.context.blocks import blocks
from docgen.outline.labels import DEFAULT, Scheme
from docgen.outline.parse import parse
from docgen.outline.tree import NoteRef, Outline, Paragraph, Span
from tests.context.paper import text, words_of


def read(body: str) -> list[dict[str, Any]]:
    return blocks(parse(body).outline, DEFAULT)


def test_levels_labels_and_shapes() -> None:
    got = read(
        "I. MỤC ĐÍCH\n\n1. Mục đích\n- Nâng cao;\n+ Nhỏ hơn.\n2. **Nội dung:** Triển khai.\n\nMột đoạn.\n\n"
        "Lưu ý: cẩn thận.\n\na) Điểm một."
    )
    assert [(b["cap"], b["dang"], b["nhan"]) for b in got] == [
        ("la_ma", "tieu_de", "I."),
        ("so", "tieu_de", "1."),
        ("gach", "doan", "-"),
        ("cong", "doan", "+"),
        ("so", "lien", "2."),
        ("doan", "doan", ""),
        ("luu_y", "doan", ""),
        ("chu", "doan", "a)"),
    ]
    assert (text(got[4]["tieu_de"]), text(got[4]["chu"])) == ("Nội dung:", "Triển khai.")
    assert text(got[6]["chu"]) == "Lưu ý: cẩn thận."


def test_every_block_has_every_key() -> None:
    for block in read("I. A\n\n- b.\n\n| c |\n|---|\n| d |"):
        assert set(block) == {"cap", "dang", "nhan", "tieu_de", "chu", "dau", "hang"}


def test_the_party_numbers_with_a_hyphen_and_a_plan_may_say_otherwise() -> None:
    body = {"noi_dung": "I. A\n\n1. Một.\n\nII. B"}
    assert [b["nhan"] for b in words_of("dang", **body)["noi_dung"]] == ["I-", "1.", "II-"]
    assert [b["nhan"] for b in words_of(**body)["noi_dung"]] == ["I.", "1.", "II."]
    changed = words_of("dang", **body, danh_so={"la_ma": "I.", "so": "1/"})["noi_dung"]
    assert [b["nhan"] for b in changed] == ["I.", "1/", "II."]


def test_looks() -> None:
    (block,) = read("Một **đậm** và *nghiêng* và m^2^.")
    assert block["chu"] == [
        {"chu": "Một "},
        {"chu": "đậm", "dam": True},
        {"chu": " và "},
        {"chu": "nghiêng", "nghieng": True},
        {"chu": " và m"},
        {"chu": "2", "mu": True},
        {"chu": "."},
    ]


def test_footnotes_stand_in_their_places() -> None:
    (block,) = read("Báo cáo[^1] gửi về.\n\n[^1]: Trước ngày *29/02/2024*.")
    assert block["chu"] == [
        {"chu": "Báo cáo"},
        {"chu_thich": [{"chu": "Trước ngày "}, {"chu": "29/02/2024", "nghieng": True}, {"chu": "."}]},
        {"chu": " gửi về."},
    ]


def test_a_footnote_text_without_a_place_is_kept() -> None:
    tree = Outline((Paragraph((Span("Một"),)),), notes=(("1", (Span("mồ côi"),)),))
    assert [text(b["chu"]) for b in blocks(tree, DEFAULT)] == ["Một", "[^1]: mồ côi"]


def test_a_footnote_place_without_a_text_is_kept() -> None:
    tree = Outline((Paragraph((Span("Một"), NoteRef("9"))),))
    assert text(blocks(tree, Scheme())[0]["chu"]) == "Một[^9]"

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import InputFaults
from docgen.store import Store, open_store
from docgen.store.pairs import can_keep, from_text, to_text

ANY = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"))
VIETNAMESE = st.text(st.sampled_from("aăâđêôơưÁạệ \u0301\u0323\u031b\u0302\r\n\t\u2028\ufeff\u200b\ufffe\\\"'[]")).map(
    lambda text: unicodedata.normalize("NFD", text) if len(text) % 2 else text
)
PAIRS = st.lists(st.tuples(ANY | VIETNAMESE, ANY | VIETNAMESE), max_size=8)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_store(f"sqlite:///{tmp_path_factory.mktemp('pairs') / 'pairs.sqlite3'}")


@given(PAIRS)
def test_pairs_come_back_to_the_letter(pairs: list[tuple[str, str]]) -> None:
    assert from_text(to_text(pairs)) == tuple(pairs)


@given(PAIRS, PAIRS, ANY)
def test_the_store_keeps_every_letter(
    kept: Store, pairs: list[tuple[str, str]], later: list[tuple[str, str]], title: str
) -> None:
    draft = kept.drafts.create("ke-hoach", pairs, title=title)
    assert kept.drafts.get(draft.id).pairs == tuple(pairs)
    assert kept.drafts.get(draft.id).title == title
    version = kept.drafts.keep(draft.id, name=title, why=title)
    saved = kept.drafts.save(draft.id, 1, later, title=title)
    assert kept.drafts.get(draft.id).pairs == saved.pairs == tuple(later)
    assert kept.drafts.version(draft.id, version.number).pairs == tuple(pairs)
    assert kept.drafts.version(draft.id, version.number).name == title


def test_composed_and_decomposed_are_two_texts(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", [("a", "ệ")])
    saved = store.drafts.save(draft.id, 1, [("a", unicodedata.normalize("NFD", "ệ"))], title="")
    assert saved.revision == 2
    assert len(saved.pairs[0][1]) == 3


def test_a_very_long_text_is_kept(store: Store) -> None:
    text = "Nâng cao nhận thức…\n" * 100_000
    assert store.drafts.get(store.drafts.create("ke-hoach", [("noi_dung", text)]).id).pairs == (("noi_dung", text),)


def test_what_cannot_be_kept_is_refused_with_every_place() -> None:
    with pytest.raises(InputFaults) as told:
        to_text([("so", "05"), ("noi_dung", "một\nhai\ud83d\nba"), ("can_cu[]", "\x00"), ("a\udc00", "được")])
    assert [(fault.noi, fault.dong) for fault in told.value.faults] == [("noi_dung", 2), ("can_cu[]", 1), ("a�", None)]
    first, second, third = map(str, told.value.faults)
    assert first.startswith("noi_dung, dòng 2: Nội dung có nửa ký tự U+D83D, không phải chữ và không lưu được. Hãy xóa")
    assert "ký tự rỗng U+0000" in second
    assert third.startswith("a�: Tên ô nhập có nửa ký tự U+DC00")
    str(told.value).encode()


@given(st.text())
def test_text_is_kept_or_refused(text: str) -> None:
    if can_keep(text):
        assert from_text(to_text([("a", text)])) == (("a", text),)
    else:
        with pytest.raises(InputFaults):
            to_text([("a", text)])

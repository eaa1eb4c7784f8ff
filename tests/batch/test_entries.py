"""However many entries there are, the manifest holds what a plain dictionary would."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest

from docgen.batch.entries import NEAR, STATES, Entries, Entry


def digest(said: object) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()


def usual(at: int) -> Entry:
    return Entry(f"{at:06}-Xã {at}.docx", digest(at), "cho", "", at + 2)


def test_it_holds_what_a_dictionary_holds() -> None:
    chance = random.Random(1)
    plain: dict[str, Entry] = {}
    held = Entries()
    for at in (*range(NEAR + 3000), *(chance.randrange(NEAR + 3000) for _ in range(6000))):
        before = plain.get(usual(at).tep)
        entry = usual(at) if before is None else _changed(before, chance)
        plain[entry.tep] = held[entry.tep] = entry
    assert len(held) == len(plain)
    assert held == plain
    assert all(held[name] == entry for name, entry in plain.items())
    assert sorted(held) == sorted(plain)
    assert "khác.docx" not in held
    assert held.get("khác.docx") is None


def _changed(entry: Entry, chance: random.Random) -> Entry:
    return chance.choice(
        [
            replace(entry, tt=chance.choice(STATES), bam=digest(chance.random())),
            replace(entry, bam="", trang=chance.randrange(9)),
            replace(entry, tt="hong", vi_sao=("vì vậy",)),
            replace(entry, khoa="k", bam=""),
            replace(entry, bam=digest(entry).upper()),
            replace(entry, khoa=digest(entry), hang=2**32, vi_sao=()),
        ]
    )


def test_names_that_are_no_words_are_found_again() -> None:
    held = Entries()
    names = [f"{at}\ud800.docx" for at in range(NEAR + 2)]
    for at, name in enumerate(names):
        held[name] = replace(usual(at), tep=name)
    assert list(held) == names
    assert held[names[-1]].tep == names[-1]


def test_what_happened_is_not_forgotten() -> None:
    held = Entries()
    held["a.docx"] = usual(1)
    with pytest.raises(TypeError):
        del held["a.docx"]

import unicodedata

import pytest

from docgen.web.passwords import MAX_CHARS, fault_of, hashed, is_right

GOOD = "mưa rơi trên mái tôn"


@pytest.mark.parametrize(
    "password", [GOOD, "Tr0ub4dor&3x", "ba con cá rô", "😀😀🎉🎊 chợ quê", "x7#kQ!92mZ", "k" * 3 + "lmn-8872-zq"]
)
def test_what_is_long_and_not_known_will_do(password: str) -> None:
    assert fault_of(password, "lan", "Nguyễn Thị Lan") == ""


@pytest.mark.parametrize(
    "password",
    [
        "1234567890",
        "0987654321",
        "12345678901",
        "qwertyuiop",
        "Password123!",
        "Mật khẩu 2026",
        "matkhau2026",
        "Quản trị viên 1",
        "văn phòng 123",
        "aaaaaaaaaaaa",
        "abc123abc123",
        "1212121212",
        "nguyen.lan2026",
        "NGUYEN.LAN!!!!",
        "Nguyễn Thị Lan",
        "nguyenthilan99",
        "abcdefghij",
        "vietnam2026",
    ],
)
def test_what_is_tried_first_will_not(password: str) -> None:
    assert "dễ đoán" in fault_of(password, "nguyen.lan", "Nguyễn Thị Lan")


@pytest.mark.parametrize(
    ("password", "fault"),
    [("", "ít nhất 10"), ("mưa rơi", "ít nhất 10"), ("xy" * 129, "dài quá 256"), ("mưa rơi\ttrên mái", "dán nhầm")],
)
def test_other_faults_are_told(password: str, fault: str) -> None:
    assert fault in fault_of(password)


def test_letters_are_counted_as_they_are_seen() -> None:
    apart = unicodedata.normalize("NFD", "ếếộộữữ")
    assert len(apart) >= 10
    assert "ít nhất 10" in fault_of(apart)


def test_the_same_keys_open_on_every_system() -> None:
    kept = hashed(unicodedata.normalize("NFD", GOOD))
    assert kept.startswith("scrypt:")
    assert is_right(unicodedata.normalize("NFC", GOOD), kept)
    assert not is_right(GOOD + "x", kept)
    assert hashed(GOOD) != kept


def test_nobody_has_no_password() -> None:
    assert not is_right(GOOD, None)
    assert not is_right("", None)
    assert not is_right("x" * (MAX_CHARS + 1), hashed("x" * (MAX_CHARS + 1)))

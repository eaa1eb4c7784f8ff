"""Passwords: which will do, how they are kept, and whether one is right."""

from __future__ import annotations

import functools
import secrets
import unicodedata

from werkzeug.security import check_password_hash, generate_password_hash

MIN_CHARS = 10
MAX_CHARS = 256
_METHOD = "scrypt"

# What is tried first everywhere; compared without capitals, marks, blanks and the digits and signs at the end.
_WORDS = """
password passwords passw matkhau matkhaumoi matkhaucu admin administrator quantri quantrivien vanthu vanphong docgen
kehoach welcome iloveyou qwerty asdfghjkl zxcvbnm abc abcd abcdef abcdefgh vietnam toiyeuvietnam hanoi saigon anhyeuem
emyeuanh yeuem yeuanh congan uybannhandan letmein changeme secret test testtest user guest login dangnhap
"""
_KNOWN = frozenset(_WORDS.split())
_RUNS = ("01234567890123456789", "98765432109876543210", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz")


def fault_of(password: str, name: str = "", full_name: str = "") -> str:
    """Say what is wrong with a new password of this account, in Vietnamese; "" when it will do."""
    password = _composed(password)
    if len(password) < MIN_CHARS:
        return f"Mật khẩu cần ít nhất {MIN_CHARS} ký tự; một câu ngắn dễ nhớ là tốt nhất."
    if len(password) > MAX_CHARS:
        return f"Mật khẩu dài quá {MAX_CHARS} ký tự."
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in password):
        return "Mật khẩu có ký tự không gõ được trên bàn phím (có thể do dán nhầm)."
    if _is_known(password, name, full_name):
        return "Mật khẩu này quá dễ đoán. Xin chọn mật khẩu khác, không trùng tên và không theo dãy phím."
    return ""


def hashed(password: str) -> str:
    """Hash a password for keeping: scrypt, with a salt of its own."""
    return generate_password_hash(_composed(password), _METHOD)


def is_right(password: str, kept: str | None) -> bool:
    """Tell whether this is the password; ``None`` for an account that is not there takes as long and says no."""
    if len(password) > MAX_CHARS:
        return False
    right = check_password_hash(kept or _of_nobody(), _composed(password))
    return right and kept is not None


@functools.cache
def _of_nobody() -> str:
    return hashed(secrets.token_urlsafe(16))


def _composed(password: str) -> str:
    """Compose letters: the same keys give NFC on Windows and may give NFD on a Mac."""
    return unicodedata.normalize("NFC", password)


def _is_known(password: str, name: str, full_name: str) -> bool:
    plain = _plain(password)
    core = plain.rstrip("0123456789!@#$%^&*()._-+=?")
    own = {_plain(each) for each in (name, name.split("@")[0], name.replace(".", ""), full_name) if each.strip()}
    if len(set(plain)) < 4 or core in _KNOWN or core in own or plain in own:
        return True
    # A short thing repeated: "abc123abc123".
    if any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 2 + 1)):
        return True
    return any(plain in run or plain in run[::-1] for run in _RUNS)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in apart if not unicodedata.combining(char) and not char.isspace())

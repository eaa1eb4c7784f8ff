from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.cli import user as commands
from docgen.store import ROLES, Store, open_store
from docgen.web import passwords
from tests.cli.office import Office

GOOD = "mưa rơi trên mái tôn"


@pytest.fixture
def accounts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    """The store the commands work in."""
    url = f"sqlite:///{tmp_path / 'own.sqlite3'}"
    monkeypatch.setenv("DOCGEN_DB", url)
    with open_store(url) as store:
        yield store


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person answers to hidden questions, in order."""
    answers: list[str] = []
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: answers.pop(0))
    return answers


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_the_roles_are_those_of_the_store() -> None:
    assert commands.ROLES == ROLES


def test_an_account_is_made_and_the_password_kept_hashed(office: Office, accounts: Store, typed: list[str]) -> None:
    typed += [GOOD, GOOD]
    ran = office.run("user", "add", "lan", "--role", "van-thu", "--full-name", "Nguyễn Thị Lan")
    assert (ran.code, ran.out) == (0, "")
    assert "Đã tạo tài khoản “lan” (văn thư)" in ran.err
    made = accounts.users.get("lan")
    assert (made.role, made.full_name, made.disabled) == ("van-thu", "Nguyễn Thị Lan", False)
    assert passwords.is_right(GOOD, made.password_hash)
    assert GOOD not in made.password_hash
    assert GOOD not in ran.err


def test_a_program_gives_the_password_on_its_input(
    office: Office, accounts: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, f"{GOOD}\r\ndòng khác\n")
    assert office.run("user", "add", "lan", "--role", "quan-tri", "--password-stdin").code == 0
    assert passwords.is_right(GOOD, accounts.users.get("lan").password_hash)


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        (["ngắn"], "ít nhất 10 ký tự"),
        ([""], "ít nhất 10 ký tự"),
        (["1234567890"], "dễ đoán"),
        (["nguyen.lan"], "dễ đoán"),
        ([GOOD, GOOD + "x"], "chưa giống nhau"),
    ],
)
def test_a_password_that_will_not_do_makes_no_account(
    office: Office, accounts: Store, typed: list[str], answers: list[str], fault: str
) -> None:
    typed += answers
    ran = office.run("user", "add", "nguyen.lan", "--role", "van-thu")
    assert ran.code == 1
    assert fault in ran.err
    assert accounts.users.all() == ()


def test_no_password_on_the_input_makes_no_account(
    office: Office, accounts: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, "")
    assert office.run("user", "add", "lan", "--role", "van-thu", "--password-stdin").code == 1
    assert accounts.users.all() == ()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("user", "add", "lan"), "thiếu --role"),
        (("user", "add", "lan", "--role", "sep"), "không có vai trò “sep”"),
        (("user", "role", "lan", "sep"), "không có vai trò “sep”"),
        (("user", "add", "--role", "van-thu"), "thiếu TÊN"),
        (("user", "xoa", "lan"), "không có lệnh “xoa”"),
    ],
)
def test_a_wrong_command_is_told(office: Office, accounts: Store, args: tuple[str, ...], told: str) -> None:
    ran = office.run(*args)
    assert ran.code == 2
    assert told in ran.err


def test_a_taken_name_is_told_before_the_password_is_asked(office: Office, accounts: Store, typed: list[str]) -> None:
    accounts.users.create("Lan", "x", "van-thu")
    ran = office.run("user", "add", "lan", "--role", "van-thu")
    assert ran.code == 1
    assert "Đã có tài khoản “Lan”" in ran.err


def test_a_name_that_will_not_do_is_told(office: Office, accounts: Store, typed: list[str]) -> None:
    typed += [GOOD, GOOD]
    ran = office.run("user", "add", "x" * 65, "--role", "van-thu")
    assert ran.code == 1
    assert "từ 1 đến 64 ký tự" in ran.err


def test_accounts_are_listed_a_line_each(office: Office, accounts: Store) -> None:
    assert "Chưa có tài khoản nào" in office.run("user", "list").err
    accounts.users.create("lan", "x", "van-thu", "Nguyễn Thị Lan")
    accounts.users.create("binh", "x", "quan-tri")
    accounts.users.disable("lan")
    ran = office.run("user", "list")
    assert ran.out == "binh\tquan-tri\t\tđang dùng\nlan\tvan-thu\tNguyễn Thị Lan\tđã khóa\n"


def test_a_password_is_set_anew(office: Office, accounts: Store, typed: list[str]) -> None:
    before = accounts.users.create("lan", "x", "van-thu")
    typed += [GOOD, GOOD]
    assert office.run("user", "password", "lan").code == 0
    after = accounts.users.get("lan")
    assert passwords.is_right(GOOD, after.password_hash)
    assert after.revision > before.revision


def test_a_role_is_changed(office: Office, accounts: Store) -> None:
    accounts.users.create("lan", "x", "van-thu")
    ran = office.run("user", "role", "lan", "giu-mau")
    assert (ran.code, ran.err) == (0, "Tài khoản “lan” nay là giữ mẫu.\n")
    assert accounts.users.get("lan").role == "giu-mau"


def test_an_account_is_closed_and_opened_again(office: Office, accounts: Store) -> None:
    accounts.users.create("lan", "x", "van-thu")
    assert "đã khóa" in office.run("user", "disable", "lan").err
    assert accounts.users.get("lan").disabled
    assert "đã mở lại" in office.run("user", "disable", "lan", "--mo-lai").err
    assert not accounts.users.get("lan").disabled


@pytest.mark.parametrize("args", [("disable", "sep"), ("role", "sep", "van-thu")])
def test_the_last_administrator_stays(office: Office, accounts: Store, args: tuple[str, ...]) -> None:
    accounts.users.create("sep", "x", "quan-tri")
    accounts.users.create("cu", "x", "quan-tri")
    accounts.users.disable("cu")
    ran = office.run("user", *args)
    assert ran.code == 1
    assert "quản trị duy nhất" in ran.err
    accounts.users.disable("cu", False)
    assert office.run("user", *args).code == 0


@pytest.mark.parametrize("args", [("password", "ai"), ("role", "ai", "van-thu"), ("disable", "ai")])
def test_an_account_that_is_not_there_is_told(office: Office, accounts: Store, args: tuple[str, ...]) -> None:
    ran = office.run("user", *args)
    assert ran.code == 2
    assert "Không có tài khoản “ai”" in ran.err


@pytest.mark.parametrize("command", ["add", "list", "password", "role", "disable"])
def test_every_help_is_in_vietnamese(office: Office, command: str) -> None:
    ran = office.run("user", command, "--help")
    assert ran.code == 0
    assert "Cách dùng: docgen user" in ran.out + ran.err
    assert "required" not in ran.out + ran.err


def test_serving_other_machines_without_an_account_names_the_command(
    office: Office, accounts: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SECRET", "k" * 32)
    ran = office.run("serve", "--host", "0.0.0.0", "--port", "0")
    assert ran.code == 2
    assert "docgen user add TÊN --role quan-tri" in ran.err
    monkeypatch.delenv("DOCGEN_SECRET")
    assert "docgen user add" in office.run("serve", "--dang-nhap", "--port", "0").err

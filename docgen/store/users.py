"""The shelf of accounts. Passwords come in hashed; this room knows nothing of hashing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from docgen.errors import Fault, InputFaults
from docgen.store.attempts import Attempts
from docgen.store.pairs import can_keep, check
from docgen.store.refusals import NameTaken, NotThere
from docgen.store.rows import the_row
from docgen.store.tables import USERS
from docgen.vietnamese.collation import khoa
from docgen.vietnamese.text import nfc

Role = Literal["van-thu", "giu-mau", "quan-tri"]
"""Secretary, keeper of the templates, administrator."""

ROLES: tuple[Role, ...] = get_args(Role)
MAX_NAME = 64


@dataclass(frozen=True)
class User:
    """An account. revision: one more with each change of password, role or state: what a session was opened with."""

    name: str
    full_name: str
    role: Role
    password_hash: str
    disabled: bool
    revision: int
    created: datetime
    changed: datetime


class Users(Attempts):
    """The accounts of an installation. Names are told apart by their letters, not by capitals."""

    def create(self, name: str, password_hash: str, role: Role, full_name: str = "") -> User:
        """Open an account. Raises NameTaken, or InputFaults for a name or role that will not do."""
        name = _fit_name(name)
        _fit_role(role)
        check([("full_name", full_name), ("password_hash", password_hash)])
        now = self._now()
        values = {
            "name": name,
            "folded": folded(name),
            "full_name": nfc(full_name).strip(),
            "role": role,
            "password_hash": password_hash,
            "disabled": False,
            "revision": 1,
            "created": now,
            "changed": now,
        }
        try:
            with self._database.writing() as connection:
                connection.execute(insert(USERS).values(values))
                return _user(_row(connection, name))
        except IntegrityError:
            raise NameTaken(Fault("tên", f"Đã có tài khoản tên “{name}”.", "Hãy chọn tên khác.")) from None

    def get(self, name: str) -> User:
        """Fetch an account, capitals aside. Raises NotThere."""
        with self._database.reading() as connection:
            return _user(_row(connection, name))

    def all(self) -> tuple[User, ...]:
        """List every account, by name in Vietnamese order."""
        with self._database.reading() as connection:
            found = [_user(row) for row in connection.execute(select(USERS))]
        return tuple(sorted(found, key=lambda user: khoa(user.name)))

    def set_password(self, name: str, password_hash: str) -> User:
        """Change the password; sessions of before end by the revision. Raises NotThere."""
        check([("password_hash", password_hash)])
        return self._change(name, password_hash=password_hash)

    def set_role(self, name: str, role: Role) -> User:
        """Change what the account may do. Raises NotThere, InputFaults for an unknown role."""
        _fit_role(role)
        return self._change(name, role=role)

    def disable(self, name: str, disabled: bool = True) -> User:
        """Close an account, or open it again; its drafts stay. Raises NotThere."""
        return self._change(name, disabled=disabled)

    def _change(self, name: str, **values: Any) -> User:
        with self._database.writing() as connection:
            row = _row(connection, name, lock=True)
            values |= {"revision": row.revision + 1, "changed": self._now()}
            connection.execute(update(USERS).where(USERS.c.name == row.name).values(values))
            return _user(_row(connection, row.name))


def folded(name: str) -> str:
    """Make what names are compared by: capitals, composition and blanks at the ends do not count; marks do."""
    return nfc(nfc(name).strip().casefold())


def _fit_name(name: str) -> str:
    name = nfc(name).strip()
    odd = [char for char in name if unicodedata.category(char)[0] == "C" or (char.isspace() and char != " ")]
    if odd:
        raise InputFaults(Fault("tên", f"Tên tài khoản có ký tự không dùng được: U+{ord(odd[0]):04X}."))
    if not 0 < len(name) <= MAX_NAME:
        raise InputFaults(Fault("tên", f"Tên tài khoản cần từ 1 đến {MAX_NAME} ký tự.", "Ví dụ: nguyen.an"))
    return name


def _fit_role(role: str) -> None:
    if role not in ROLES:
        raise InputFaults(Fault("vai trò", f"Không có vai trò “{role}”.", f"Chọn một trong: {', '.join(ROLES)}."))


def _row(connection: Connection, name: str, *, lock: bool = False) -> Row[Any]:
    if not can_keep(name):
        raise NotThere(repr(name))
    key = folded(name[: 4 * MAX_NAME])
    query = select(USERS).where(USERS.c.folded == key)
    return the_row(connection, query, name, lock=lock)


def _user(row: Row[Any]) -> User:
    return User(
        name=row.name,
        full_name=row.full_name,
        role=row.role,
        password_hash=row.password_hash,
        disabled=row.disabled,
        revision=row.revision,
        created=row.created,
        changed=row.changed,
    )

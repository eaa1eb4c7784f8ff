"""``user``: the accounts of those who log in when docgen serves more than one machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from click.decorators import FC

from docgen.cli import noi
from docgen.cli.tieng_viet import Lenh, Nhom
from docgen.errors import Fault, InputFaults, Unusable

if TYPE_CHECKING:
    from docgen.store import Store, User

# The words of docgen.store.ROLES, which is not imported just to show the help; a test compares them.
ROLES = ("van-thu", "giu-mau", "quan-tri")


def _role_option(command: FC) -> FC:
    return click.option(
        "--role",
        metavar="|".join(ROLES),
        callback=_role,
        help="Vai trò: van-thu soạn văn bản của mình, giu-mau giữ mẫu và hồ sơ cơ quan, quan-tri làm được mọi việc.",
    )(command)


def _stdin_option(command: FC) -> FC:
    return click.option(
        "--password-stdin", "from_stdin", is_flag=True, help="Đọc mật khẩu từ dòng đầu của đầu vào chuẩn."
    )(command)


def _role(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    # Click would write "required" into the help, in English.
    if value is None:
        raise click.MissingParameter(ctx=ctx, param=param)
    if value not in ROLES:
        raise click.BadParameter(f"không có vai trò “{value}”; chọn một trong: {', '.join(ROLES)}.", ctx, param)
    return value


@click.group(cls=Nhom, no_args_is_help=True, subcommand_metavar="LỆNH ...", short_help="Quản lý tài khoản đăng nhập.")
def user() -> None:
    """Quản lý tài khoản của những người đăng nhập vào docgen.

    Chỉ cần khi mở docgen cho máy khác (docgen serve --host …) hoặc chạy với --dang-nhap.
    """


@user.command(cls=Lenh, short_help="Tạo tài khoản.")
@click.argument("name", metavar="TÊN")
@_role_option
@click.option("--full-name", default="", metavar="HỌ-TÊN", help="Họ và tên, hiện trên trang.")
@_stdin_option
def add(name: str, role: str, full_name: str, from_stdin: bool) -> None:
    """Tạo tài khoản TÊN; mật khẩu được hỏi hai lần và không hiện khi gõ."""
    from docgen.store import NotThere

    def work(store: Store) -> None:
        try:
            known = store.users.get(name)
        except NotThere:
            known = None
        if known is not None:
            raise InputFaults(Fault("TÊN", f"Đã có tài khoản “{known.name}”.", _OTHER_NAME))
        from docgen.web import passwords

        password = _asked(from_stdin, name, full_name)
        made = store.users.create(name, passwords.hashed(password), role, full_name)  # type: ignore[arg-type]
        noi.say(f"Đã tạo tài khoản “{made.name}” ({_called(made)}).")

    _in_store(work)


@user.command("list", cls=Lenh, short_help="Liệt kê tài khoản.")
def list_() -> None:
    """Liệt kê tài khoản, mỗi tài khoản một dòng: tên, vai trò, họ tên, tình trạng."""

    def work(store: Store) -> None:
        users = store.users.all()
        for each in users:
            noi.result(f"{each.name}\t{each.role}\t{each.full_name}\t{'đã khóa' if each.disabled else 'đang dùng'}")
        if not users:
            noi.say("Chưa có tài khoản nào. Tạo bằng lệnh: docgen user add TÊN --role quan-tri")

    _in_store(work)


@user.command(cls=Lenh, short_help="Đặt lại mật khẩu.")
@click.argument("name", metavar="TÊN")
@_stdin_option
def password(name: str, from_stdin: bool) -> None:
    """Đặt lại mật khẩu của tài khoản TÊN; mọi phiên đang đăng nhập của tài khoản kết thúc."""

    def work(store: Store) -> None:
        from docgen.web import passwords

        known = store.users.get(name)
        store.users.set_password(name, passwords.hashed(_asked(from_stdin, known.name, known.full_name)))
        noi.say(f"Đã đặt lại mật khẩu của “{known.name}”.")

    _in_store(work, name)


@user.command("role", cls=Lenh, short_help="Đổi vai trò.")
@click.argument("name", metavar="TÊN")
@click.argument("role", metavar="|".join(ROLES), callback=_role)
def set_role(name: str, role: str) -> None:
    """Đổi vai trò của tài khoản TÊN."""

    def work(store: Store) -> None:
        _keep_an_administrator(store, name, stays=role == ROLES[-1])
        changed = store.users.set_role(name, role)  # type: ignore[arg-type]
        noi.say(f"Tài khoản “{changed.name}” nay là {_called(changed)}.")

    _in_store(work, name)


@user.command(cls=Lenh, short_help="Khóa tài khoản, hoặc mở lại.")
@click.argument("name", metavar="TÊN")
@click.option("--mo-lai", "again", is_flag=True, help="Mở lại tài khoản đã khóa.")
def disable(name: str, again: bool) -> None:
    """Khóa tài khoản TÊN: phiên đang đăng nhập kết thúc, bản thảo vẫn còn."""

    def work(store: Store) -> None:
        _keep_an_administrator(store, name, stays=again)
        changed = store.users.disable(name, not again)
        noi.say(f"Tài khoản “{changed.name}” {'đã khóa' if changed.disabled else 'đã mở lại'}.")

    _in_store(work, name)


def _in_store(work: Callable[[Store], None], name: str = "") -> None:
    """Do something with the accounts; an account that is not there is a fault like any other."""
    from docgen.store import NotThere, open_store

    with open_store() as store:
        try:
            work(store)
        except NotThere:
            sua = "Xem các tài khoản bằng lệnh: docgen user list"
            raise Unusable(Fault("TÊN", f"Không có tài khoản “{name}”.", sua)) from None


def _keep_an_administrator(store: Store, name: str, *, stays: bool) -> None:
    """Refuse to take away the last administrator, who alone sees everybody's drafts."""
    changed = store.users.get(name)
    others = [each for each in store.users.all() if each.role == ROLES[-1] and each.name != changed.name]
    if stays or changed.role != ROLES[-1] or changed.disabled or any(not each.disabled for each in others):
        return
    loi = f"“{changed.name}” là quản trị duy nhất còn dùng được."
    raise InputFaults(Fault("TÊN", loi, "Hãy tạo một tài khoản quan-tri khác trước."))


def _asked(from_stdin: bool, name: str, full_name: str) -> str:
    """Take the new password, from a person or a program. Raises InputFaults when it will not do."""
    from docgen.web import passwords

    if from_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
    else:
        given = click.prompt("Mật khẩu", hide_input=True, err=True, default="", show_default=False)
    fault = passwords.fault_of(given, name, full_name)
    if not fault and not from_stdin:
        again = click.prompt("Gõ lại mật khẩu", hide_input=True, err=True, default="", show_default=False)
        fault = "" if again == given else "Hai lần gõ mật khẩu chưa giống nhau."
    if fault:
        raise InputFaults(Fault("mật khẩu", fault))
    return str(given)


def _called(account: User) -> str:
    from docgen.web.who import ROLE_NAMES

    return ROLE_NAMES[account.role]


_OTHER_NAME = "Chọn tên khác, hoặc đặt lại mật khẩu bằng lệnh: docgen user password TÊN"

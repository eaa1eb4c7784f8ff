"""Serve the form: uvicorn before a few threads, on this machine only unless a secret and an account are set up."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

import docgen
from docgen.errors import Fault, Unusable
from docgen.preview import Preview
from docgen.store import ROLES, Store, open_store
from docgen.web import guard, security
from docgen.web.app import MAX_BODY_BYTES, create_app
from docgen.web.bridge import Bridge
from docgen.web.connections import KEPT_SECONDS, Connection
from docgen.web.job_runner import Runner, runner
from docgen.web.preview import previews

# A preview or a download takes a thread for well under a second.
THREADS = 8
# What is only somewhat too large reaches the app, which says so in Vietnamese.
MOST_BODY_BYTES = 4 * MAX_BODY_BYTES
# Six megabytes by a poor mobile connection.
BODY_SECONDS = 300.0
STOP_SECONDS = 10
HEAD_BYTES = 32_768
BACKLOG = 128
MIN_SECRET_CHARS = 16
MAX_PORT = 65_535


class Prepared:
    """A server that is bound to its port and waits to be run."""

    def __init__(
        self,
        listening: socket.socket,
        bridge: Bridge,
        store: Store | None = None,
        preview: Preview | None = None,
        jobs: Runner | None = None,
    ) -> None:
        self._listening = listening
        self._bridge = bridge
        self._store = store
        self._preview = preview
        self._jobs = jobs
        self.port: int = listening.getsockname()[1]
        self._server = uvicorn.Server(self._config())

    def run(self) -> None:
        """Serve until interrupted (Ctrl+C, or the signal to end); what is being answered is answered to its end."""
        try:
            if self._jobs is not None:
                self._jobs.start()
            asyncio.run(self._server.serve(sockets=[self._listening]))
        except KeyboardInterrupt:
            # uvicorn stops in good order, and then passes the signal on.
            return

    def stop(self) -> None:
        """End :meth:`run` from another thread, in the same good order."""
        self._server.should_exit = True

    def close(self) -> None:
        """Give the port back, end LibreOffice and whoever runs jobs, and let go of the store."""
        self._listening.close()
        self._bridge.close()
        if self._jobs is not None:
            self._jobs.close()
        if self._preview is not None:
            self._preview.close()
        if self._store is not None:
            self._store.close()

    def _config(self) -> uvicorn.Config:
        return uvicorn.Config(
            self._bridge,
            interface="asgi3",
            http=Connection,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            # Who asks through a proxy is found out by the app, and only where a proxy is said to be.
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=KEPT_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
            backlog=BACKLOG,
            h11_max_incomplete_event_size=HEAD_BYTES,
        )


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    data_dir: Path | None = None,
    *,
    login: bool | None = None,
    say: Callable[[str], None] | None = None,
) -> None:
    """Serve until interrupted. ``say`` is told the address once the port is really ours.

    login: whether one has to log in; left out, as DOCGEN_LOGIN says, and always where other machines are served.
    Raises Unusable when the port cannot be had, the data folder is no data folder, ``host`` is heard by other
    machines while ``DOCGEN_SECRET`` is not set, or one has to log in and there is no account.
    """
    _keep_log()
    server = prepare(host, port, data_dir, login=login)
    try:
        if say is not None:
            shown = f"[{host}]" if ":" in host else host
            say(f"docgen đang chạy tại http://{shown}:{server.port} (nhấn Ctrl+C để dừng).")
        server.run()
    finally:
        server.close()


def _keep_log() -> None:
    """Write what goes wrong to standard error, each thing with its time: pages give a code to look for there."""
    log = logging.getLogger(docgen.__name__)
    if not any(type(handler) is logging.StreamHandler for handler in log.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log.addHandler(handler)


def prepare(host: str, port: int, data_dir: Path | None = None, *, login: bool | None = None) -> Prepared:
    """Bind a server that waits to be run; raises as :func:`serve` does."""
    config: dict[str, object] = {"SESSION_COOKIE_NAME": f"docgen_{port}"}
    # A proxy before docgen is there to serve other machines, whatever docgen itself listens on.
    proxied = os.environ.get(security.HTTPS) == "1"
    if proxied or not security.is_loopback(host):
        _require_secret(host, os.environ.get("DOCGEN_SECRET", ""), proxied=proxied)
        config[security.LOOPBACK_ONLY] = False
        login = True
    if login is None:
        login = os.environ.get(guard.LOGIN) == "1"
    config[guard.LOGIN] = login
    store: Store | None = None
    listening = _bound(host, port)
    try:
        store = open_store()
        if login:
            _require_account(store)
        app = create_app(data_dir, store=store, **config)
    except BaseException:
        listening.close()
        if store is not None:
            store.close()
        raise
    bridge = Bridge(app, threads=THREADS, body_bytes=MOST_BODY_BYTES, body_seconds=BODY_SECONDS)
    return Prepared(listening, bridge, store, previews(app), runner(app))


def _bound(host: str, port: int) -> socket.socket:
    """Bind ourselves, before anything else is begun, so that a port that cannot be had is told as what it is."""
    if not 0 <= port <= MAX_PORT:
        raise Unusable(Fault("--port", f"Không có cổng {port}.", f"Cổng là số từ 1 đến {MAX_PORT}, thường dùng 8000."))
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        family, _, _, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except (OSError, ValueError) as error:
        raise Unusable(_not_bound(host, port, error)) from error


def _require_secret(host: str, secret: str, *, proxied: bool) -> None:
    if len(secret) >= MIN_SECRET_CHARS:
        return
    loi = f"Địa chỉ {host} mở cho các máy khác trong mạng, nên cần đặt khóa bí mật trước khi chạy."
    if proxied:
        loi = f"{security.HTTPS}=1 nghĩa là docgen phục vụ các máy khác, nên cần đặt khóa bí mật trước khi chạy."
    if secret:
        loi = f"Khóa trong DOCGEN_SECRET ngắn quá (cần ít nhất {MIN_SECRET_CHARS} ký tự) nên chưa thể mở cho máy khác."
    raise Unusable(
        Fault(
            security.HTTPS if proxied else "--host",
            loi,
            "Hãy đặt biến môi trường DOCGEN_SECRET (tạo bằng lệnh: openssl rand -hex 32)"
            f", hoặc bỏ {f'{security.HTTPS}' if proxied else '--host'} để chỉ dùng trên máy này.",
        )
    )


def _require_account(store: Store) -> None:
    if any(not user.disabled for user in store.users.all()):
        return
    raise Unusable(
        Fault(
            "tài khoản",
            "Phải đăng nhập mới dùng được docgen khi chạy như thế này, mà chưa có tài khoản nào.",
            f"Hãy tạo tài khoản đầu tiên bằng lệnh: docgen user add TÊN --role {ROLES[-1]}",
        )
    )


def _not_bound(host: str, port: int, error: Exception) -> Fault:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EADDRINUSE:
        return Fault(
            "--port", f"Cổng {port} đang có chương trình khác dùng.", f"Chọn cổng khác, ví dụ --port {port + 1}."
        )
    if code == errno.EACCES:
        return Fault("--port", f"Hệ thống không cho dùng cổng {port}.", "Chọn cổng từ 1024 trở lên, ví dụ --port 8000.")
    return Fault("--host", f"Không mở được địa chỉ {host}, cổng {port}.", "Thường dùng --host 127.0.0.1 --port 8000.")

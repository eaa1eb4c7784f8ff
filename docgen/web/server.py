"""Serve the form: waitress, on this machine only unless a secret is set."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import waitress  # type: ignore[import-untyped]
from waitress.server import BaseWSGIServer  # type: ignore[import-untyped]

from docgen.errors import Fault, Unusable
from docgen.web.app import MAX_BODY_BYTES, create_app
from docgen.web.security import LOOPBACK_ONLY, is_loopback

# A preview or a download takes a thread for well under a second.
THREADS = 8
MIN_SECRET_CHARS = 16
MAX_PORT = 65_535


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    data_dir: Path | None = None,
    *,
    say: Callable[[str], None] | None = None,
) -> None:
    """Serve until interrupted. ``say`` is told the address once the port is really ours.

    Raises Unusable when the port cannot be had, the data folder is no data folder, or ``host`` is heard by other
    machines while ``DOCGEN_SECRET`` is not set.
    """
    server = prepare(host, port, data_dir)
    try:
        if say is not None:
            shown = f"[{host}]" if ":" in host else host
            say(f"docgen đang chạy tại http://{shown}:{server.effective_port} (nhấn Ctrl+C để dừng).")
        server.run()
    finally:
        server.close()


def prepare(host: str, port: int, data_dir: Path | None = None) -> BaseWSGIServer:
    """Bind a server that waits to be run; raises as :func:`serve` does."""
    config: dict[str, object] = {"SESSION_COOKIE_NAME": f"docgen_{port}"}
    if not is_loopback(host):
        _require_secret(host, os.environ.get("DOCGEN_SECRET", ""))
        config[LOOPBACK_ONLY] = False
    app = create_app(data_dir, **config)
    return waitress.create_server(
        app,
        sockets=[_bound(host, port)],
        threads=THREADS,
        ident=None,
        # What is only somewhat too large reaches the app, which says so in Vietnamese.
        max_request_body_size=4 * MAX_BODY_BYTES,
    )


def _bound(host: str, port: int) -> socket.socket:
    """Bind ourselves: Waitress would leave half-made servers behind when it fails, and take 70000 for 4464."""
    if not 0 <= port <= MAX_PORT:
        raise Unusable(Fault("--port", f"Không có cổng {port}.", f"Cổng là số từ 1 đến {MAX_PORT}, thường dùng 8000."))
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        family, _, _, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
        return socket.create_server(address[:2], family=family, backlog=128)
    except (OSError, ValueError) as error:
        raise Unusable(_not_bound(host, port, error)) from error


def _require_secret(host: str, secret: str) -> None:
    if len(secret) >= MIN_SECRET_CHARS:
        return
    loi = f"Địa chỉ {host} mở cho các máy khác trong mạng, nên cần đặt khóa bí mật trước khi chạy."
    if secret:
        loi = f"Khóa trong DOCGEN_SECRET ngắn quá (cần ít nhất {MIN_SECRET_CHARS} ký tự) nên chưa thể mở cho máy khác."
    raise Unusable(
        Fault(
            "--host",
            loi,
            "Hãy đặt biến môi trường DOCGEN_SECRET (tạo bằng lệnh: openssl rand -hex 32)"
            ", hoặc bỏ --host để chỉ dùng trên máy này.",
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

"""How many visitors at once, and how long one may take to say what he wants."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MAX_CONNECTIONS = 400
"""A browser keeps up to six; each is a file, of which a process on Linux usually may open 1,024."""
HEAD_SECONDS = 15.0
KEPT_SECONDS = 30
"""How long a connection is kept for the next request."""

_BUSY = (
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Retry-After: 5\r\nConnection: close\r\n\r\n"
    "docgen đang có quá nhiều kết nối. Xin đợi một lát rồi mở lại trang.\n"
).encode()


class Connection(H11Protocol):
    """One connection: refused when there are too many, ended when its request does not come."""

    def __init__(self, *about: Any, **more: Any) -> None:
        super().__init__(*about, **more)
        self._head_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request, or say that there are too many."""
        super().connection_made(transport)
        # asyncio does so only for sockets it has bound itself. Without it the second half of an answer waits, on a
        # kept connection, until the visitor's system has acknowledged the first: some 40 ms for each request.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if len(self.connections) > MAX_CONNECTIONS:
            transport.write(_BUSY)
            transport.close()
            return
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """Take in what came; a head that has begun must end soon, however it trickles."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._head_due is None:
            self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        self._head_due = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_waiting(self) -> None:
        if self._head_due is not None:
            self._head_due.cancel()
            self._head_due = None

    def _give_up(self) -> None:
        self._head_due = None
        if self.conn.their_state is h11.IDLE:
            self.transport.close()

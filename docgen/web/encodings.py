"""Whether what was sent is whole UTF-8, as far as it is text: files may be anything."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from flask import Request
from werkzeug.sansio.multipart import Data, Epilogue, File, MultipartDecoder, NeedData


def is_whole(asked: Request) -> bool:
    """Whether every text of a request is UTF-8.

    The body is read once and kept: the form is parsed from the same bytes afterwards.
    """
    sent = asked.get_data(cache=True)
    if asked.mimetype == "application/x-www-form-urlencoded":
        return _is_utf8(unquote_to_bytes(sent))
    boundary = asked.mimetype_params.get("boundary", "")
    if asked.mimetype == "multipart/form-data" and boundary and b"filename" in sent:
        return _is_utf8_but_for_files(sent, boundary)
    return _is_utf8(sent)


def _is_utf8_but_for_files(sent: bytes, boundary: str) -> bool:
    decoder = MultipartDecoder(boundary.encode("utf-8", "replace"))
    decoder.receive_data(sent)
    decoder.receive_data(None)
    text, of_file = bytearray(), False
    try:
        while not isinstance(event := decoder.next_event(), Epilogue | NeedData):
            if not isinstance(event, Data):
                of_file = isinstance(event, File)
            elif not of_file:
                text += event.data
    except (UnicodeDecodeError, ValueError):
        # No form at all, or names of inputs that are no UTF-8.
        return False
    return _is_utf8(bytes(text))


def _is_utf8(sent: bytes) -> bool:
    try:
        sent.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

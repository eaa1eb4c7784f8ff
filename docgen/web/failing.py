"""Requests that fail: calm pages in Vietnamese that say what to do and nothing about our insides."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadHost, HTTPException, MethodNotAllowed, SecurityError

from docgen.errors import DocgenError
from docgen.web.making import told_outside
from docgen.web.routes import answer_expired, data_dir
from docgen.web.security import WRONG_ENCODING, from_this_site

_log = logging.getLogger(__name__)

_SAYINGS = {
    400: ("Yêu cầu không hợp lệ", "docgen không hiểu yêu cầu vừa gửi. Xin mở lại trang và thử lại."),
    403: ("Không được phép", "Yêu cầu này không được phép."),
    404: ("Không có trang này", "Địa chỉ vừa mở không có trên docgen. Có thể địa chỉ gõ nhầm hoặc đã đổi."),
    405: ("Không dùng được cách này", "Trang này không nhận cách gửi vừa dùng. Xin mở lại từ trang đầu."),
    413: (
        "Nội dung quá lớn",
        "Nội dung gửi lên vượt quá giới hạn của một văn bản ({limit} MB). Xin bấm nút quay lại của trình duyệt, "
        "bớt phần quá dài (thường là phần dán nhầm) rồi thử lại.",
    ),
    500: ("docgen gặp lỗi", "docgen gặp một lỗi chưa lường trước. Xin thử lại; nếu vẫn lỗi, báo người phụ trách."),
}
_FOREIGN_HOST = "docgen đang chạy riêng cho máy này nên chỉ trả lời khi mở bằng địa chỉ 127.0.0.1 hoặc localhost."
_FOREIGN_POST = "Yêu cầu này được gửi từ một trang khác nên không được thực hiện."
_UNFIT = "Biểu hoặc mẫu của docgen đang có lỗi, chưa dùng được. Xin báo người phụ trách những dòng dưới đây."
_ENCODING = "Nội dung gửi lên không phải là chữ UTF-8 nguyên vẹn; docgen không nhận để khỏi làm sai chữ."


def tell_failures(app: Flask) -> None:
    """Answer every failure of the app with a page of ours."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(DocgenError, _unfit)
    app.register_error_handler(Exception, _unexpected)


def _expired(_error: CSRFError) -> Response:
    if request.endpoint == "web.answer" and from_this_site(request):
        return make_response(answer_expired(str((request.view_args or {}).get("loai", ""))), 400)
    return _page(400, _FOREIGN_POST)


def _refused(error: HTTPException) -> Response | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    if isinstance(error, SecurityError | BadHost):
        return _page(code, _FOREIGN_HOST)
    page = _page(code, _ENCODING if error.description == WRONG_ENCODING else "")
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        page.headers["Allow"] = ", ".join(error.valid_methods)
    return page


def _unfit(error: DocgenError) -> Response:
    """Our own forms or templates have faults: their maintainer is told which."""
    _log.error("a form or template has faults: %s", error)
    return _page(500, _UNFIT, [str(fault) for fault in told_outside(error, data_dir())])


def _unexpected(_error: Exception) -> Response:
    code = secrets.token_hex(4)
    _log.exception("unexpected failure (%s)", code)
    return _page(500, f"{_SAYINGS[500][1]} Mã để tìm trong nhật ký: {code}.")


def _page(code: int, text: str = "", faults: Sequence[str] = ()) -> Response:
    title, usual = _SAYINGS.get(code, _SAYINGS[500 if code >= 500 else 400])
    limit = (current_app.config["MAX_CONTENT_LENGTH"] or 0) // 1_000_000
    html = render_template("error.html", title=title, text=(text or usual).format(limit=limit), faults=faults)
    return make_response(html, code)

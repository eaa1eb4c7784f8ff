"""Requests that fail: calm pages in Vietnamese that say what to do and nothing about our insides."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import BadHost, HTTPException, MethodNotAllowed, SecurityError

from docgen.errors import DocgenError
from docgen.store import Unreachable
from docgen.web import drafts, routes
from docgen.web.asked import for_script, no
from docgen.web.making import told_outside
from docgen.web.security import WRONG_ENCODING, from_this_site
from docgen.web.showing import data_dir

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
    503: (
        "Kho văn bản đang bận",
        "docgen chưa mở được kho văn bản nên chưa làm được việc vừa yêu cầu. Xin thử lại sau giây lát; nếu vẫn vậy, "
        "báo người phụ trách.",
    ),
    500: ("docgen gặp lỗi", "docgen gặp một lỗi chưa lường trước. Xin thử lại; nếu vẫn lỗi, báo người phụ trách."),
}
_FOREIGN_HOST = "docgen đang chạy riêng cho máy này nên chỉ trả lời khi mở bằng địa chỉ 127.0.0.1 hoặc localhost."
_FOREIGN_POST = "Yêu cầu này được gửi từ một trang khác nên không được thực hiện."
_UNFIT = "Biểu hoặc mẫu của docgen đang có lỗi, chưa dùng được. Xin báo người phụ trách những dòng dưới đây."
_EXPIRED = "Trang này mở đã lâu hoặc docgen vừa được khởi động lại, nên yêu cầu vừa gửi chưa được thực hiện."
_ENCODING = "Nội dung gửi lên không phải là chữ UTF-8 nguyên vẹn; docgen không nhận để khỏi làm sai chữ."


def tell_failures(app: Flask) -> None:
    """Answer every failure of the app with a page of ours."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(DocgenError, _unfit)
    app.register_error_handler(Unreachable, _unreachable)
    app.register_error_handler(Exception, _unexpected)


def _expired(_error: CSRFError) -> Response:
    if not from_this_site(request):
        return _page(400, _FOREIGN_POST)
    given = request.view_args or {}
    if request.endpoint == "web.answer":
        return make_response(routes.answer_expired(str(given.get("loai", ""))), 400)
    if request.endpoint == "drafts.answer":
        return make_response(drafts.answer_expired(str(given.get("draft_id", ""))), 400)
    if for_script():
        # The script sends the same again, with the new token.
        return no(400, _EXPIRED, token=generate_csrf())
    return _page(400, f"{_EXPIRED} Xin quay lại trang trước, tải lại trang rồi bấm lại.")


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


def _unreachable(error: Unreachable) -> Response:
    _log.error("the store cannot be used: %s", error)
    return _page(503)


def _unexpected(_error: Exception) -> Response:
    code = secrets.token_hex(4)
    _log.exception("unexpected failure (%s)", code)
    return _page(500, f"{_SAYINGS[500][1]} Mã để tìm trong nhật ký: {code}.")


def _page(code: int, text: str = "", faults: Sequence[str] = ()) -> Response:
    title, usual = _SAYINGS.get(code, _SAYINGS[500 if code >= 500 else 400])
    limit = (current_app.config["MAX_CONTENT_LENGTH"] or 0) // 1_000_000
    told = (text or usual).format(limit=limit)
    if for_script():
        return no(code, told)
    html = render_template("error.html", title=title, text=told, faults=faults)
    return make_response(html, code)

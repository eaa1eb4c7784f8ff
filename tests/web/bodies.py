"""A small page with body areas, served with our own headers: what the scripts of the body need, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, render_template_string
from flask_wtf.csrf import CSRFProtect
from werkzeug.serving import make_server

from docgen.web import conversion
from docgen.web.security import HEADERS

STATIC = Path(conversion.__file__).parent / "static"

_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nội dung</title>
<link rel="stylesheet" href="/static/docgen.css"><script type="module" src="/dang-thu.js"></script></head>
<body><main>
<h1>Nội dung</h1>
<form class="sheet" method="post">
<input type="hidden" id="csrf_token" name="csrf_token" value="{{ csrf_token() }}">
<div class="field"><label for="dong">Trích yếu</label><input type="text" id="dong" name="trich_yeu"></div>
<fieldset class="rows" data-rows="can_cu"><legend>Căn cứ</legend><ol class="list"><li class="row">
<div class="field"><label for="can_cu-0">Căn cứ 1</label>
<textarea id="can_cu-0" name="can_cu[0]" rows="1"></textarea></div>
</li></ol></fieldset>
<fieldset class="rows" data-rows="phan"><legend>Các phần</legend><ol class="list">
{% for n in (0, 1) %}
<li class="row"><fieldset class="part"><legend>Phần {{ n + 1 }}</legend>
<div class="field"><label for="phan-{{ n }}-tieu_de">Tiêu đề phần {{ n + 1 }}</label>
<input type="text" id="phan-{{ n }}-tieu_de" name="phan[{{ n }}].tieu_de" value="Phần thử"></div>
<div class="field"><label for="phan-{{ n }}-noi_dung">Nội dung phần {{ n + 1 }}</label>
<div class="hint" id="phan-{{ n }}-giup"><p>Cứ gõ như vẫn gõ trong văn bản.</p></div>
<textarea id="phan-{{ n }}-noi_dung" name="phan[{{ n }}].noi_dung" class="body" rows="8" data-body
 aria-describedby="phan-{{ n }}-giup"></textarea></div>
</fieldset></li>
{% endfor %}
</ol></fieldset>
<div class="field"><label for="noi_dung">Nội dung phụ lục</label>
<textarea id="noi_dung" name="noi_dung" class="body" rows="8" data-body></textarea></div>
<button type="button" id="sau">Nút sau cùng</button>
</form></main></body></html>"""

_START = """
import * as notation from "/static/notation.js";
import * as paste from "/static/paste.js";
import * as table from "/static/table.js";
const form = document.querySelector("form");
notation.attach(form);
paste.attach(form);
table.attach(form);
document.documentElement.dataset.ready = "";
"""


def small_app() -> Flask:
    """The page at ``/``, the scripts at ``/static``, the conversion of numbers; tokens are asked for."""
    app = Flask("bodies", static_folder=str(STATIC), static_url_path="/static")
    app.config["SECRET_KEY"] = "thử"
    CSRFProtect(app)
    app.register_blueprint(conversion.bp)

    @app.get("/")
    def page() -> str:
        return render_template_string(_PAGE)

    @app.get("/dang-thu.js")
    def start() -> tuple[str, dict[str, str]]:
        return _START, {"Content-Type": "text/javascript; charset=utf-8"}

    @app.get("/trong")
    def empty() -> str:
        return "<!doctype html><html lang=vi><title>Trống</title>"

    @app.after_request
    def add_headers(response: Any) -> Any:
        response.headers.update(HEADERS)
        return response

    return app


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of the app, served by a thread."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


Call = Callable[..., Any]


def caller(page: Any, module: str) -> Call:
    """``call(name, *arguments)`` runs an exported function of a script module in the page."""

    def call(name: str, *arguments: Any) -> Any:
        run = "([m, n, a]) => import(m).then((loaded) => loaded[n](...a))"
        return page.evaluate(run, [f"/static/{module}", name, list(arguments)])

    return call

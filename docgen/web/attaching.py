"""A file as an answer, under its Vietnamese name."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from flask import Response
from werkzeug.http import dump_options_header

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
YAML = "application/yaml"

_D = str.maketrans("đĐ", "dD")


def attached(data: bytes, mimetype: str, name: str) -> Response:
    """Answer with a file, named twice: for the few programs that read no UTF-8, and (RFC 6266) as it is."""
    plain = unicodedata.normalize("NFKD", name.translate(_D)).encode("ascii", "ignore").decode("ascii")
    names = {"filename": plain, "filename*": f"UTF-8''{quote(name, safe='')}"}
    response = Response(data, mimetype=mimetype)
    response.headers["Content-Disposition"] = dump_options_header("attachment", names)
    return response

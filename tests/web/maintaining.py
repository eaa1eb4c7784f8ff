"""What the tests of the maintainers' pages share: an app with the plan alone, pages without LibreOffice, versions."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from docgen.data_dir import DataDir, find
from docgen.preview import Preview
from docgen.store import Store
from docgen.web import create_app
from docgen.web.preview import keep_preview, previews
from tests.preview.making import a_pdf
from tests.workshop.templates import STYLES, plan

PLAN = "/mau/ke-hoach.nd30"
TEMPLATE = "templates/ke-hoach.nd30.docx"
FORM = "forms/ke-hoach.yaml"
WELL = plan(("Nơi nhận", "Nơi nhận"))
"""The plan's template, packed anew: other bytes, nothing to mend."""
BROKEN = plan(("{{ so_ky_hieu }}", "{{ so_ky_hiew }}"))
"""A name nobody supplies."""
OTHER_FONT = plan(("Times New Roman", "Arial"), part=STYLES)

SAMPLE = {
    "co_quan": {"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN", "XÃ AN THỊNH"], "ky_hieu": "UBND"},
    "dia_danh": "An Thịnh",
    "trich_yeu": "Trồng cây",
    "noi_dung": "I. MỤC ĐÍCH\n- Trồng cây.",
    "noi_nhan": ["UBND tỉnh"],
    "luu": "VT",
    "ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Trần Minh Khôi"},
}


class Stand:
    """In place of LibreOffice: two pages that are the same for the same paper."""

    def to_pdf(self, docx: bytes) -> bytes:
        return a_pdf([(60, 700, f"{len(docx)}")], [(60, 700, "2")])

    def rest(self) -> None:
        """Nothing to free."""

    def close(self) -> None:
        """Nothing to end."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder with the plan alone: other kinds are none of these tests' business."""
    found, own = find(), tmp_path / "goc"
    for folder in ("forms/mau", "templates"):
        (own / folder).mkdir(parents=True)
    shutil.copy(found.form("ke-hoach"), own / "forms")
    for the_thuc in ("nd30", "doan", "dang"):
        shutil.copy(found.template("ke-hoach", the_thuc), own / "templates")
        shutil.copy(found.sample("ke-hoach", the_thuc), own / "forms/mau")
    return own


@pytest.fixture
def app(store: Store, root: Path) -> Iterator[Flask]:
    made = create_app(DataDir(root), store=store, WTF_CSRF_ENABLED=False)
    keep_preview(made, Preview(Stand))
    yield made
    previews(made).close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def send(
    client: FlaskClient, data: bytes, name: str = "ke-hoach.nd30.docx", at: str = PLAN, note: str = ""
) -> TestResponse:
    """Send a file in as a browser does."""
    return client.post(at, data={"tep": (io.BytesIO(data), name), "ghi_chu": note})


def seen(answer: TestResponse) -> str:
    """The words of a page, one blank between any two."""
    return " ".join(html.fromstring(answer.get_data(as_text=True)).text_content().split())

"""Every kind there is can be made through the form, and gives the paper that ``docgen.make`` gives."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from docgen.data_dir import find
from docgen.intake.form import to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_file
from docgen.pipeline import make
from tests.web.shown import Shown, press

DATA = find()
KINDS = load_kinds(DATA)
LOAI = sorted(loai for loai, form in KINDS.forms.items() if "nd30" in form.the_thuc)


@pytest.mark.parametrize("loai", LOAI)
def test_the_sample_posted_through_the_form_gives_the_same_bytes(client: FlaskClient, loai: str) -> None:
    raw = read_file(DATA.sample(loai, "nd30")).raw
    pairs = [pair for pair in to_pairs(raw, KINDS.get(loai)) if pair[0] != "loai"]
    answer = press(client, pairs, "tai-ve", f"/soan/{loai}")

    assert answer.status_code == 200
    assert answer.get_data() == make(raw, DATA).docx


@pytest.mark.parametrize("loai", LOAI)
def test_the_form_shown_again_still_holds_every_answer(client: FlaskClient, loai: str) -> None:
    raw = read_file(DATA.sample(loai, "nd30")).raw
    typed = [pair for pair in to_pairs(raw, KINDS.get(loai)) if pair[0] != "loai"]
    shown = Shown(press(client, typed, "cap-nhat", f"/soan/{loai}")).pairs()

    assert press(client, shown, "tai-ve", f"/soan/{loai}").get_data() == make(raw, DATA).docx

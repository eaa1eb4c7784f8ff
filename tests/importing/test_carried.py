"""The data a paper carries: it reopens exactly, and where somebody edited the paper, the visible words win."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from docgen.data_dir import find
from docgen.document import build
from docgen.importing.embedded import NAMESPACE
from docgen.importing.read import Imported, read
from docgen.intake.dump import plain
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.pipeline import make
from tests.importing.documents import THE_THUC, shown
from tests.importing.files import changed, retyped, without_data
from tests.reading.odf import converted
from tests.seeds.reading import NAMES, data_file

KINDS = load_kinds(find())
SEED = data_file("001-ubnd-tinh-binh-duong")
ITEM = "customXml/item1.xml"


def seed() -> bytes:
    return make(load(SEED, KINDS)).docx


def values(found: Imported) -> dict[str, object]:
    assert found.document is not None
    return plain(found.document)


@pytest.mark.parametrize("the_thuc", THE_THUC)
@given(data=st.data())
def test_a_paper_reopens_exactly(the_thuc: str, data: st.DataObject) -> None:
    raw = data.draw(shown(the_thuc))
    found = read(make(raw).docx, KINDS)

    assert found.document == build(raw).document
    assert (found.nguon, found.da_sua, found.report.con_lai) == ("du-lieu", (), ())


@pytest.mark.parametrize("name", NAMES)
def test_what_no_paper_shows_reopens_too(name: str) -> None:
    built = load(data_file(name), KINDS)

    assert read(make(built).docx, KINDS).document == built.document


@pytest.mark.parametrize("name", NAMES)
def test_a_reopened_paper_is_made_again_byte_for_byte(name: str) -> None:
    docx = make(load(data_file(name), KINDS)).docx

    assert make(read(docx, KINDS).built()).docx == docx


def test_a_word_that_was_retyped_is_taken_and_told_and_the_rest_stays_as_it_was_typed() -> None:
    before = values(read(seed(), KINDS))
    found = read(retyped(seed(), "Đặng Minh Hưng", "Trần Thị Bình"), KINDS)

    assert found.nguon == "du-lieu-da-sua"
    assert values(found) == {**before, "ky": {**before["ky"], "ho_ten": "Trần Thị Bình"}}  # type: ignore[dict-item]
    (told,) = found.da_sua
    assert told.noi == "ky.ho_ten"
    assert "“Đặng Minh Hưng” thành “Trần Thị Bình”" in told.loi


def test_a_line_that_was_deleted_and_words_that_were_added_are_told() -> None:
    gone = read(retyped(seed(), "BTG Tỉnh ủy", ""), KINDS)
    assert [fault.noi for fault in gone.da_sua] == ["noi_nhan"]
    assert "BTG Tỉnh ủy" in gone.da_sua[0].loi
    assert "BTG Tỉnh ủy" not in str(values(gone)["noi_nhan"])

    more = read(retyped(seed(), "BTG Tỉnh ủy", "BTG và VP Tỉnh ủy"), KINDS)
    assert "BTG và VP Tỉnh ủy" in str(values(more)["noi_nhan"])


def test_a_look_changed_by_hand_counts_as_edited() -> None:
    def bold(text: str) -> str:
        at = text.index("<w:t", text.rindex("<w:p>", 0, text.index("Nâng cao"))) if "Nâng cao" in text else 0
        return text[:at] + text[at:].replace("<w:t", "<w:rPr><w:b/></w:rPr><w:t", 1)

    docx = seed()
    if "Nâng cao" not in zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode():
        pytest.fail("the seed no longer has the words this test makes bold")
    found = read(changed(docx, "word/document.xml", bold), KINDS)

    assert found.nguon == "du-lieu-da-sua"
    assert [fault.noi for fault in found.da_sua] == ["noi_dung"]


def test_data_that_was_damaged_is_told_and_the_words_are_read() -> None:
    docx = changed(seed(), ITEM, lambda text: text.replace('"loai"', '"loai'))
    found = read(docx, KINDS)

    assert found.nguon == "chu"
    assert any("không đọc được" in fault.loi for fault in found.report.nghi_ngo)
    assert found.document == read(without_data(seed()), KINDS).document


def test_data_of_another_paper_under_these_words_does_not_pass_for_theirs() -> None:
    other = zipfile.ZipFile(io.BytesIO(make(load(data_file(NAMES[0]), KINDS)).docx)).read(ITEM).decode()
    found = read(changed(seed(), ITEM, lambda _: other), KINDS)

    assert found.nguon == "du-lieu-da-sua"
    assert values(found)["trich_yeu"] == values(read(seed(), KINDS))["trich_yeu"]


def test_a_part_of_others_is_no_data_of_ours() -> None:
    docx = changed(seed(), ITEM, lambda text: text.replace(NAMESPACE, "urn:khac"))

    assert read(docx, KINDS).nguon == "chu"


def test_the_file_with_its_data_is_a_sound_word_file(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.docx"
    path.write_bytes(seed())
    result = OpenXmlValidator().validate(path)

    assert result.is_valid, result.errors


@pytest.mark.libreoffice
def test_a_file_saved_by_another_program_still_reopens_exactly(tmp_path: Path) -> None:
    """LibreOffice rewrites every part; the words are the same, and so are the values."""
    path = tmp_path / "goc.docx"
    path.write_bytes(seed())
    (tmp_path / "luu").mkdir()
    converted([path], "docx:MS Word 2007 XML", tmp_path / "luu")
    found = read(tmp_path / "luu" / "goc.docx", KINDS)

    assert found.nguon == "du-lieu"
    assert found.document == load(SEED, KINDS).document

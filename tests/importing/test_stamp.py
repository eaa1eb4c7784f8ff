"""Every paper tells in its properties which version of which template made it."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

from docgen import __version__, package, read
from docgen.checking.check import check
from docgen.cli.main import main
from docgen.data_dir import DataDir
from docgen.importing.stamp import stamped
from docgen.intake.read import read_file
from docgen.pipeline import make
from docgen.reading.read import read as read_facts
from docgen.reading.stamp import PROPERTIES, made_with
from tests.reading.odf import converted
from tests.render.build import assert_valid_docx, docx, p, parts_of

ROOT = Path(__file__).parents[2]
CUSTOM, TOP, TYPES = "docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"
OWN = (
    f'<Properties xmlns="{PROPERTIES}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Phòng">'
    "<vt:lpwstr>Văn thư</vt:lpwstr></property></Properties>"
).encode()


def sample(data: DataDir | None = None) -> bytes:
    values = read_file(ROOT / "forms" / "mau" / "ke-hoach.nd30.yaml").checked().raw
    return make(values, data).docx


def values_of(data: bytes) -> dict[str, str]:
    root = etree.fromstring(parts_of(data)[CUSTOM])
    return {element.get("name", ""): "".join(map(str, element.itertext())) for element in root}


def version() -> str:
    return sha256((ROOT / "templates" / "ke-hoach.nd30.docx").read_bytes()).hexdigest()


def test_a_paper_tells_its_template_and_tool() -> None:
    made = sample()

    assert values_of(made) == {"Mẫu docgen": f"ke-hoach.nd30, bản {version()[:8]}", "docgen": __version__}
    assert [e.get("pid") for e in etree.fromstring(parts_of(made)[CUSTOM])] == ["2", "3"]
    assert_valid_docx(made)
    assert sample() == made


@pytest.fixture
def with_own(tmp_path: Path) -> DataDir:
    """A data folder whose template has a property of its own, and a stamp from when it was a paper."""
    for name in ("forms", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    path = tmp_path / "templates" / "ke-hoach.nd30.docx"
    parts = package.read(path, "")
    parts |= stamped(parts, "cu", "0" * 64)
    path.write_bytes(
        package.write({**parts, CUSTOM: parts[CUSTOM].replace(b"</Properties>", OWN[OWN.index(b"<prop") :])})
    )
    return DataDir(tmp_path)


def test_a_template_keeps_its_own_properties(with_own: DataDir) -> None:
    made = sample(with_own)
    root = etree.fromstring(parts_of(made)[CUSTOM])

    assert [(e.get("name"), e.get("pid")) for e in root] == [("Phòng", "7"), ("Mẫu docgen", "8"), ("docgen", "9")]
    assert values_of(made)["Phòng"] == "Văn thư"
    assert "bản 00000000" not in values_of(made)["Mẫu docgen"]
    assert parts_of(made)[TYPES].count(b"custom-properties") == 1
    assert_valid_docx(made)


def test_a_part_of_that_name_that_is_none_is_left_alone() -> None:
    parts = package.read(docx(p("x"), more={CUSTOM: "<a/>"}), "")

    assert set(stamped(parts, "mau", "0" * 64)) == {"docProps/custom1.xml", TYPES, TOP}


def test_every_way_of_making_stamps_alike() -> None:
    values = read_file(ROOT / "forms" / "mau" / "ke-hoach.nd30.yaml").checked().raw
    papers = {make(values, way=way).docx for way in ("alone", "copy", "copy", "copy")}

    assert len(papers) == 1
    assert values_of(make(values, way="trees").docx) == values_of(papers.pop())


def test_reading_and_checking_say_the_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = f"Tệp ghi là làm bằng mẫu ke-hoach.nd30, bản {version()[:8]} (docgen {__version__})."
    path = tmp_path / "a.docx"
    path.write_bytes(sample())

    assert read(path).giai_thich.endswith(said)
    assert said in check(read_facts(path)).luu_y
    main(["check", str(path)])
    assert f"bản {version()[:8]}" in " ".join(capsys.readouterr().out.split())
    main(["read", str(path)])
    assert f"bản {version()[:8]}" in capsys.readouterr().err


def without_properties(data: bytes) -> bytes:
    """What Word's Document Inspector leaves: no properties, no author, no custom XML."""
    gone = [name for name in parts_of(data) if name.startswith(("docProps/", "customXml/"))]
    parts = {name: content for name, content in parts_of(data).items() if name not in gone}
    for name in [n for n in parts if n.endswith(".rels")] + [TYPES]:
        root = etree.fromstring(parts[name])
        for element in list(root):
            target = element.get("Target", element.get("PartName", ""))
            if "docProps/" in target or "customXml/" in target:
                root.remove(element)
        parts[name] = etree.tostring(root)
    return package.write(parts)


def test_a_paper_without_personal_data_still_reads() -> None:
    bare = without_properties(sample())
    found = read(bare)

    assert_valid_docx(bare)
    assert "Tệp ghi" not in found.giai_thich
    assert found.raw["trich_yeu"] == read(sample()).raw["trich_yeu"]


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ({}, ""),
        ({"docgen": "1"}, ""),
        ({"Mẫu docgen": "a, bản b"}, "Tệp ghi là làm bằng mẫu a, bản b."),
        ({"Mẫu docgen": " a\n b ", "docgen": "1"}, "Tệp ghi là làm bằng mẫu a b (docgen 1)."),
    ],
)
def test_what_is_said_of_properties(properties: dict[str, str], said: str) -> None:
    assert made_with(properties) == said


@pytest.mark.libreoffice
def test_libreoffice_keeps_the_stamp(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(sample())
    (tmp_path / "out").mkdir()
    converted([tmp_path / "a.docx"], "docx", tmp_path / "out")

    assert version()[:8] in read(tmp_path / "out" / "a.docx").giai_thich

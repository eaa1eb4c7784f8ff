from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from docgen.errors import InputFaults, Unusable
from docgen.intake.read import read_file, read_text
from docgen.intake.source import check_characters, decode, kind_of, read_bytes

TEXT = "trich_yeu: Tuyên truyền về chuyển đổi số, Uỷ ban\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
)
def test_the_encodings_editors_write_are_read(data: bytes) -> None:
    assert decode(data, "x.yaml") == TEXT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-16-le"), "UTF-16 thiếu dấu mở đầu"),
        (b"so: 5\nten: K\xea\xec hoa\xf2ch", "không ghi bằng mã UTF-8"),
        (b"so: 5\nten: \xed\xa0\xbd", "không ghi bằng mã UTF-8"),
        (b"\xff\xfea", "UTF-16 bị hỏng"),
        (b"PK\x03\x04...", "tệp Word, Excel"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "đời cũ"),
        (b"abc\x00\x01\x02", "không phải tệp chữ"),
    ],
)
def test_what_is_no_text_of_ours_is_refused_by_name(data: bytes, said: str) -> None:
    with pytest.raises(Unusable, match=said):
        decode(data, "x.yaml")


def test_a_wrong_byte_is_told_with_line_and_column() -> None:
    with pytest.raises(Unusable) as caught:
        decode("so: 5\ntên: ".encode() + b"\xe9\n", "x.yaml")
    fault = caught.value.faults[0]
    assert fault.dong == 2
    assert "cột 6: byte E9" in fault.loi
    assert "UTF-8" in fault.sua


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "to.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(Unusable, match=r"50,0 MB.*không quá 5 MB"):
        read_bytes(path)


def test_a_long_text_is_refused_whatever_its_letters_weigh() -> None:
    with pytest.raises(Unusable, match="5 MB"):
        read_text("a: " + "ế" * (2 * 1024 * 1024))


def test_missing_files_folders_and_strange_names_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="Không có tệp này"):
        read_file(tmp_path / "khong-co.yaml")
    folder = tmp_path / "thu-muc.yaml"
    folder.mkdir()
    with pytest.raises(Unusable, match="thư mục"):
        read_file(folder)
    with pytest.raises(Unusable, match=r"Không đọc được loại tệp “\.docx”"):
        read_file(tmp_path / "ke-hoach.docx")
    with pytest.raises(Unusable, match="tên tệp không hợp lệ"):
        read_file(tmp_path / "a\0b.yaml")


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "ong.yaml"
    os.mkfifo(pipe)
    with pytest.raises(Unusable, match="không phải là một tệp thường"):
        read_file(pipe)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kin.yaml"
    path.write_text("so: 5")
    path.chmod(0)
    with pytest.raises(Unusable, match="Không có quyền"):
        read_file(path)


@pytest.mark.parametrize(("name", "kind"), [("a.yaml", "yaml"), ("a.YML", "yaml"), ("a.b.json", "json")])
def test_the_ending_tells_the_notation(name: str, kind: str) -> None:
    assert kind_of(Path(name)) == kind


def test_every_character_that_cannot_stand_is_told_with_its_place() -> None:
    with pytest.raises(InputFaults) as caught:
        check_characters("so: 5\nten: a\x07b\ufdd0\nx: \u2028", also="\u2028")
    assert [(fault.dong, fault.loi.split(":")[0]) for fault in caught.value.faults] == [
        (2, "Cột 7"),
        (2, "Cột 9"),
        (3, "Cột 4"),
    ]


def test_a_file_full_of_such_characters_gives_a_short_list() -> None:
    with pytest.raises(InputFaults) as caught:
        check_characters("\x01" * 1000)
    assert len(caught.value.faults) == 21
    assert "Còn những ký tự khác" in caught.value.faults[-1].loi


def test_five_megabytes_of_such_characters_are_refused_soon() -> None:
    start = time.perf_counter()
    with pytest.raises(InputFaults):
        check_characters("\x01" * (5 * 1024 * 1024))
    assert time.perf_counter() - start < 2

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from docgen.errors import Fault, Unusable
from docgen.intake import yaml_text
from docgen.intake.read import read_text


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)
    yield


def fault(text: str) -> Fault:
    with pytest.raises(Unusable) as caught:
        read_text(text)
    (found,) = caught.value.faults
    return found


@pytest.mark.parametrize(
    ("text", "dong", "said"),
    [
        ("co_quan:\n\tten: abc\n", 2, "dấu tab"),
        ("co_quan:\n  loai: x\n\tten: y\n", 3, "dấu tab"),
        ("noi_dung: |\n\tI. MỤC\n", 2, "dấu tab"),
        ("so: 5\nket_thuc: Lưu ý: abc\n", 2, 'ket_thuc: "…"'),
        ("can_cu:\n  - a\n  - b: c: d\n", 3, "dấu hai chấm ở bên trong"),
        ("a: abc:\nd: e\n", 1, "dấu hai chấm ở bên trong"),
        ('mo_dau: "Trích" rồi tiếp\n', 1, "Sau dấu nháy đóng còn có chữ"),
        ('so: 5\nmo_dau: "Trích rồi tiếp\nab: c\n', 2, "Dấu nháy mở ở dòng này không được đóng"),
        ("mo_dau: 'Trích\nab: c\n", 1, "Dấu nháy mở ở dòng này không được đóng"),
        ("ten: [a, b\nso: 5\n", 1, "Dấu [ mở ở dòng này"),
        ("ten: {a: b\n", 1, "Dấu { mở ở dòng này"),
        ("ten: [a,, b]\n", 1, "dấu phẩy thừa"),
        ("ten: ]\n", 1, "Dấu ] không có dấu ["),
        ("can_cu: - abc\n", 1, "không được bắt đầu ngay trên dòng"),
        ("mo_dau: *Căn cứ*\n", 1, "Dấu * ở đầu giá trị"),
        ("can_cu:\n  - * a\n", 2, "Dấu * ở đầu giá trị"),
        ("mo_dau: &Căn abc\n", 1, "Dấu & ở đầu giá trị"),
        ("mo_dau: !abc!d y\n", 1, "Dấu ! ở đầu giá trị"),
        ("mo_dau: %abc\n", 1, "dấu %"),
        ("mo_dau: @abc\n", 1, "dấu @"),
        ("mo_dau: `abc\n", 1, "dấu `"),
        ("so: 5\n  ngay: 3\n", 2, "thụt vào không khớp"),
        ("co_quan:\n  ten: a\n ky: b\n", 3, "không thẳng cột"),
        ("so: 5\nTrích yếu\nngay: x\n", 2, "“Trích yếu” không có dạng “tên: giá trị”"),
        ("so: 5\nTrích yếu\n", 2, "“Trích yếu” không có dạng"),
        ("so:5\nngay: 4\n", 1, "“so: 5”"),
        ("can_cu:\n- a\n-b\n", 3, "“- b”"),
        ("noi_dung: |\nI. MỤC\n1. a\n", 2, "sau dấu | phải xuống dòng"),
        ("noi_dung: |\n- Ý thứ nhất\n", 2, "sau dấu | phải xuống dòng"),
        ("noi_dung: |\n    a\n  b\nc: d\n", 3, "sau dấu | phải xuống dòng"),
        ("noi_dung: | abc\n  a\n", 1, "Sau dấu | hoặc > còn có chữ"),
        ('a: "C:\\Users"\n', 1, r"Trong dấu nháy kép, dấu \ là"),
        (": c\n", 1, "Thiếu tên mục"),
        ("so: 5\n: c\n", 2, "Thiếu tên mục"),
        ("a: b\n...\nxyz\n", 3, "đứng ngoài văn bản"),
        ("can_cu:\n  - a\n  b: c\n", 3, "không thẳng cột"),
    ],
)
def test_broken_yaml_is_told_with_its_line_and_likely_cause(text: str, dong: int, said: str) -> None:
    found = fault(text)
    assert found.dong == dong
    assert said in f"{found.loi} {found.sua}"


def test_the_column_is_told_where_the_parser_stumbled() -> None:
    assert fault("so: 5\nket_thuc: Lưu ý: abc\n").loi.startswith("Cột 16: ")

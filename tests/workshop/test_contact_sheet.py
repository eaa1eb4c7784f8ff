"""The sheet a maintainer opens in a browser, and the folder it stands in."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from docgen.errors import Fault, Unusable
from docgen.files import AlreadyThere
from docgen.workshop.contact_sheet import PAGE, Sheet, page, sheet_files
from docgen.workshop.judged import judge
from docgen.workshop.matrix import Case
from docgen.workshop.pictures import Shown
from docgen.workshop.sheet_folder import write_sheet
from tests.workshop.drawing import page as drawn
from tests.workshop.matrices import made_up

A, B, C = (drawn((10 * n, 10, 10 * n + 5, 20)) for n in range(1, 4))
FAULT = Fault("mau.docx, thân văn bản, đoạn 3", "Thẻ “{{ a < b }}” chưa đóng.", "Hãy thêm “}}”.")


def shown(ma: str, *pages: bytes, faults: tuple[Fault, ...] = ()) -> Shown:
    return Shown(
        Case(ma, f"Tên {ma}", f"Nói về {ma}.", {}), *((b"docx", b"pdf") if pages else ()), pages=pages, faults=faults
    )


def sheet(*cases: Shown, before: dict[str, tuple[bytes, ...]] | None = None, ten: str = "mau.docx") -> Sheet:
    return Sheet(ten, made_up(), ("Tên tệp không nói thể thức.",), judge(cases, before or {}))


class _Seen(HTMLParser):
    """Where a page leads, and which ids it has."""

    def __init__(self) -> None:
        super().__init__()
        self.leads: set[str] = set()
        self.ids: set[str] = set()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.leads.add(value or "")
            elif name == "id":
                self.ids.add(value or "")


def seen(text: str) -> _Seen:
    found = _Seen()
    found.feed(text)
    return found


def words(text: str) -> str:
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)


def test_everything_it_leads_to_is_there() -> None:
    made = sheet_files(sheet(shown("it-nhat", A, B), shown("thuong", A), before={"it-nhat": (A, C)}))
    found = seen(made[PAGE].decode())

    assert (
        {lead.removeprefix("#") for lead in found.leads if lead.startswith("#")} == {"it-nhat", "thuong"} <= found.ids
    )
    assert {lead for lead in found.leads if not lead.startswith("#")} == set(made) - {PAGE}
    assert made["anh/it-nhat.002.png"] == B
    assert made["anh/it-nhat.002.da-duyet.png"] == C
    assert made["van-ban/thuong.docx"] == b"docx"
    assert "anh/it-nhat.001.da-duyet.png" not in made


def test_it_needs_no_script_and_nothing_from_elsewhere() -> None:
    text = page(sheet(shown("it-nhat", A)))

    assert "script" not in seen(text).tags
    assert "http" not in text


def test_changed_places_are_framed_in_both_pictures() -> None:
    text = page(sheet(shown("it-nhat", B), before={"it-nhat": (A,)}))

    assert text.count("<svg") == 2
    assert "1 trang đổi" in words(text)
    assert "Trang 1, đã duyệt" in text
    assert "--accept" in text


def test_pages_that_came_and_went_are_told() -> None:
    text = words(page(sheet(shown("it-nhat", A, B), shown("thuong", A), before={"it-nhat": (A,), "thuong": (A, B)})))

    assert "1 trang thêm" in text
    assert "Trước đây không có trang này" in text
    assert "1 trang bớt" in text
    assert "Bây giờ không còn trang này" in text


def test_what_did_not_move_needs_no_accepting() -> None:
    text = page(sheet(shown("it-nhat", A), before={"it-nhat": (A,)}))

    assert "Cả 1 trường hợp đều giống ảnh đã duyệt." in text
    assert "--accept" not in text
    assert "<svg" not in text


def test_a_failed_case_says_why_in_its_place_and_as_it_was_written() -> None:
    text = page(sheet(shown("it-nhat", A), shown("thuong", faults=(FAULT,))))

    at = text.index('<section id="thuong">')
    assert "Thẻ “{{ a &lt; b }}” chưa đóng.<br>Hãy thêm “}}”." in text[at:]
    assert text.index("đoạn 3") > at
    assert "1 trong 2 trường hợp không làm được; 1 trong 2 trường hợp chưa có ảnh đã duyệt để so." in text


def test_a_fault_of_every_case_is_told_once() -> None:
    text = page(sheet(*(shown(ma, faults=(FAULT,)) for ma in ("it-nhat", "thuong", "dai-nhat"))))

    assert text.count("chưa đóng") == 1
    assert "<table>" not in text


def test_of_a_long_paper_most_pages_are_folded_away() -> None:
    text = page(sheet(shown("it-nhat", *[A] * 40)))

    assert text.count("<img") == 40
    assert "Xem 35 trang còn lại" in text
    assert "Xem" not in words(page(sheet(shown("it-nhat", *[A] * 7)))).replace("Xem trước mẫu", "")


def test_names_are_written_as_they_are() -> None:
    assert "Xem trước mẫu a&lt;b&gt;&amp;.docx" in page(sheet(shown("it-nhat", A), ten="a<b>&.docx"))


def test_equal_sheets_have_equal_files() -> None:
    assert sheet_files(sheet(shown("it-nhat", A, B))) == sheet_files(sheet(shown("it-nhat", A, B)))


def test_it_is_written_and_written_again_without_what_is_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "mau.xem"
    first = write_sheet(folder, sheet(shown("it-nhat", A, B), shown("thuong", C)))
    (folder / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")

    assert write_sheet(folder, sheet(shown("it-nhat", C))) == first == folder / PAGE

    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == {PAGE, "ghi-chu.txt", "anh/it-nhat.001.png", "van-ban/it-nhat.docx", "van-ban/it-nhat.pdf"}
    assert (folder / "anh/it-nhat.001.png").read_bytes() == C


def test_a_folder_of_other_things_is_left_alone_unless_allowed(tmp_path: Path) -> None:
    (tmp_path / PAGE).write_text("<p>trang của người khác</p>", encoding="utf-8")
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "gia-dinh.png").write_bytes(b"anh")

    with pytest.raises(AlreadyThere, match="không tự ý ghi vào"):
        write_sheet(tmp_path, sheet(shown("it-nhat", A)))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["anh", "gia-dinh.png", PAGE]

    write_sheet(tmp_path, sheet(shown("it-nhat", A)), replace=True)
    assert (tmp_path / "anh" / "gia-dinh.png").read_bytes() == b"anh"
    assert "Xem trước mẫu" in (tmp_path / PAGE).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")

    with pytest.raises(Unusable, match="Không ghi được trang xem"):
        write_sheet(tmp_path / "tep", sheet(shown("it-nhat", A)))

"""Many copies as one .pdf: every page as it was, in order, under a bookmark for each copy."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pypdf.annotations
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject

from docgen.batch.merge import merge
from docgen.errors import Unusable
from docgen.pdf import to_pdf
from tests.batch.merging import everything
from tests.looking import pdf_pages
from tests.render.build import docx, p


def drawn(words: str, pages: int = 1, size: tuple[int, int] = (595, 842), font: bytes = b"F" * 2000) -> bytes:
    """A PDF whose pages say ``words 1``, ``words 2`` …; the size stands above the pages, a link leads to the first."""
    writer = pypdf.PdfWriter()
    shared = pypdf.generic.StreamObject()
    shared.set_data(font)
    reference = writer._add_object(shared)
    for number in range(1, pages + 1):
        page = writer.add_blank_page(*size)
        content = pypdf.generic.StreamObject()
        content.set_data(f"BT /F1 20 Tf 50 700 Td ({words} {number}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
        face = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Times-Roman"),
                NameObject("/Shared"): reference,
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(face)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if pages > 1:
        link = pypdf.annotations.Link(rect=(0, 0, 50, 50), target_page_index=0)
        writer.add_annotation(pages - 1, link)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def files(folder: Path, copies: Sequence[bytes]) -> list[Path]:
    paths = [folder / f"{number:03}.pdf" for number in range(1, len(copies) + 1)]
    for path, data in zip(paths, copies, strict=True):
        path.write_bytes(data)
    return paths


def merged(folder: Path, copies: Sequence[bytes], *, odd: bool = False) -> pypdf.PdfReader:
    out = folder / "tat-ca.pdf"
    merge(files(folder, copies), out, odd=odd, cover=False)
    return pypdf.PdfReader(out, strict=True)


def texts(reader: pypdf.PdfReader) -> list[str]:
    return [page.extract_text().strip() for page in reader.pages]


def test_pages_stand_in_order_with_their_sizes(tmp_path: Path) -> None:
    made = merged(tmp_path, [drawn("mot", 2), drawn("hai", 1, (842, 595)), drawn("ba", 3)])
    assert texts(made) == ["mot 1", "mot 2", "hai 1", "ba 1", "ba 2", "ba 3"]
    assert [int(page.mediabox.width) for page in made.pages] == [595, 595, 842, 595, 595, 595]


def test_odd_puts_a_blank_page_after_copies_with_an_odd_number_of_pages(tmp_path: Path) -> None:
    made = merged(tmp_path, [drawn("mot", 1), drawn("hai", 2), drawn("ba", 1, (842, 595)), drawn("bon", 1)], odd=True)
    assert texts(made) == ["mot 1", "", "hai 1", "hai 2", "ba 1", "", "bon 1"]
    assert int(made.pages[5].mediabox.width) == 842


def test_bookmarks_name_each_copy(tmp_path: Path) -> None:
    made = merged(tmp_path, [drawn("mot", 2), drawn("hai", 1)])
    marks = [mark for mark in made.outline if isinstance(mark, pypdf.generic.Destination)]
    assert [mark.title for mark in marks] == ["1. 001", "2. 002"]
    assert [made.get_destination_page_number(mark) for mark in marks] == [0, 2]


def test_links_within_a_copy_lead_to_its_own_pages(tmp_path: Path) -> None:
    made = merged(tmp_path, [drawn("mot", 2), drawn("hai", 2)])
    notes = made.pages[3]["/Annots"]
    assert isinstance(notes, ArrayObject)
    note = notes[0].get_object()
    assert isinstance(note, DictionaryObject)
    target = note.get("/Dest") or note["/A"]["/D"]  # type: ignore[index]
    assert target[0].get_object() == made.pages[2]


def test_what_copies_share_is_written_once(tmp_path: Path) -> None:
    merged(tmp_path, [drawn("mot"), drawn("hai"), drawn("ba", font=b"G" * 2000)])
    data = (tmp_path / "tat-ca.pdf").read_bytes()
    assert data.count(b"F" * 2000) == 1
    assert data.count(b"G" * 2000) == 1


def test_a_page_takes_with_it_what_it_had_from_the_tree_above(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    box = page.pop("/MediaBox")
    above = page["/Parent"]
    above[NameObject("/MediaBox")] = box  # type: ignore[index]
    above[NameObject("/Rotate")] = NumberObject(90)  # type: ignore[index]
    out = io.BytesIO()
    writer.write(out)
    made = merged(tmp_path, [out.getvalue()])
    assert made.pages[0].raw_get("/Rotate") == 90
    assert [float(edge) for edge in made.pages[0].raw_get("/MediaBox")] == [0, 0, 595, FloatObject(842)]


def test_broken_copies_are_all_named_and_nothing_is_written(tmp_path: Path) -> None:
    locked = pypdf.PdfWriter(clone_from=io.BytesIO(drawn("khoa")))
    locked.encrypt("mat-khau", algorithm="RC4-128")
    out = io.BytesIO()
    locked.write(out)
    copies = [drawn("mot"), drawn("hai")[:-200], b"PK\x03\x04", out.getvalue(), b"%PDF-1.4\n%%EOF\n"]
    (tmp_path / "tat-ca.pdf").write_bytes(b"old")
    with pytest.raises(Unusable) as caught:
        merged(tmp_path, copies)
    assert [fault.noi for fault in caught.value.faults] == ["002.pdf", "003.pdf", "004.pdf", "005.pdf"]
    assert (tmp_path / "tat-ca.pdf").read_bytes() == b"old"
    assert not list(tmp_path.glob(".docgen-*"))


@pytest.mark.libreoffice
def test_the_list_says_where_each_copy_begins(tmp_path: Path) -> None:
    copies = [everything("A"), docx(p("Số: 05/KH-UBND"), p("KẾ HOẠCH"), p("Phòng, chống thiên tai"))]
    paths = files(tmp_path, [to_pdf(copy) for copy in copies])
    paths[1].with_suffix(".docx").write_bytes(copies[1])
    results = []
    for odd in (False, True):
        merge(paths, tmp_path / "tat-ca.pdf", odd=odd, title="Kế hoạch năm 2027")
        results.append(pdf_pages(tmp_path / "tat-ca.pdf"))
    alone = [page for path in paths for page in pdf_pages(path)]
    plain, doubled = results
    assert [page.text for page in plain[1:]] == [page.text for page in alone]
    assert [page.text for page in doubled] == [
        plain[0].text.replace("\n2\n2", "\n3\n2").replace("\n4\n1", "\n5\n1"),
        "",
    ] + [page.text for page in alone]
    listing = plain[0].text
    assert "DANH SÁCH VĂN BẢN" in listing
    assert "Kế hoạch năm 2027" in listing
    assert "05/KH-UBND" in listing
    numbers = [line.text for line in plain[0].lines if line.box.left_mm > 160 and line.text.isdigit()]
    assert numbers == ["2", "2", "4", "1"]


@pytest.mark.libreoffice
def test_equal_copies_give_equal_bytes(tmp_path: Path) -> None:
    paths = files(tmp_path, [to_pdf(everything("A")), drawn("hai")])
    made = []
    for _ in range(2):
        merge(paths, tmp_path / "tat-ca.pdf", odd=True)
        made.append((tmp_path / "tat-ca.pdf").read_bytes())
    assert made[0] == made[1]

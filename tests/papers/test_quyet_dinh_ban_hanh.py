"""Quyết định that promulgates a paper: the attached paper, its head, its pages (NĐ 30/2020, Phụ lục III, Mẫu 1.3)."""

from __future__ import annotations

import pytest

from docgen.pdf import to_pdf
from docgen.pipeline import make
from docgen.reading.facts import Paper, Section
from tests.looking import Page, pdf_pages
from tests.papers.kinds_made import DATA, at, line, look, made, sample, sample_paper, shown, spoken

LOAI = "quyet-dinh-ban-hanh"
REFERENCE = "(Kèm theo Quyết định số 131/QĐ-UBND ngày 16 tháng 11 năm 2026 của Ủy ban nhân dân xã An Thịnh)"


@pytest.fixture
def paper() -> Paper:
    return sample_paper(LOAI)


def attached(paper: Paper) -> Section:
    """The section that holds the attached paper."""
    index = next(k for k, para in enumerate(paper.paras) if para.text.startswith("(Kèm theo Quyết định"))
    return next(section for section in paper.sections if index in section.doan)


def lines_of(paper: Paper, section: Section) -> list[str]:
    return [" ".join(paper.paras[k].hien.split()) for k in section.doan if paper.paras[k].text.strip()]


def test_the_decision_comes_first_and_is_complete(paper: Paper) -> None:
    starts = ["QUYẾT ĐỊNH", "Ban hành Quy chế", "ỦY BAN NHÂN DÂN XÃ AN THỊNH", "Theo đề nghị", "QUYẾT ĐỊNH:", "Điều 1.",
              "Nơi nhận:", "- Như Điều 3;", "TM. ỦY BAN NHÂN DÂN", "QUY CHẾ"]  # fmt: skip
    found = [at(paper, start) for start in starts]
    assert found == sorted(found)


def test_the_attached_paper_has_its_own_head_without_number_and_date(paper: Paper) -> None:
    assert lines_of(paper, attached(paper))[:8] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ AN THỊNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "QUY CHẾ",
        "Quản lý, sử dụng nhà văn hóa thôn trên địa bàn xã An Thịnh",
        REFERENCE,
        "Chương I",
    ]


def test_title_and_abstract_of_the_attached_paper_are_bold_14_and_centred(paper: Paper) -> None:
    title = at(paper, "QUY CHẾ")
    assert look(spoken(paper)[title]) == look(spoken(paper)[title + 1]) == (14.0, True, False, "giua")


def test_the_reference_is_italic_14_and_centred(paper: Paper) -> None:
    assert look(line(paper, "(Kèm theo")) == (14.0, False, True, "giua")


def test_the_drawn_line_stands_under_the_reference(paper: Paper) -> None:
    index = next(k for k, para in enumerate(paper.paras) if para.text.startswith("(Kèm theo Quyết định"))
    drawn = paper.paras[index].ke or paper.paras[index + 1].ke
    assert [rule.net for rule in drawn] == ["lien"]


def test_its_pages_are_numbered_from_one_and_the_first_is_not_shown(paper: Paper) -> None:
    section = attached(paper)
    assert section.ngat == "trang"
    assert section.so_trang is not None
    assert (section.so_trang.bat_dau, section.so_trang.trang_dau_an) == (1, True)
    assert (section.so_trang.canh, section.so_trang.co_chu_pt, section.so_trang.noi) == ("giua", 14.0, "dau")


def test_its_articles_are_numbered_anew_through_its_chapters(paper: Paper) -> None:
    labels = [text.split(".")[0] for text in lines_of(paper, attached(paper)) if text.startswith("Điều")]
    assert labels == [f"Điều {k}" for k in range(1, 8)]


@pytest.mark.parametrize("start", ["Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "QUẢN LÝ"])
def test_chapters_and_sections_are_bold_and_centred(paper: Paper, start: str) -> None:
    begins = at(paper, "(Kèm theo")
    assert look(line(paper, start, begins)) == (14.0, True, False, "giua")


def test_decision_and_attached_paper_carry_an_end_mark_each(paper: Paper) -> None:
    marked = [text for text in shown(paper) if text.endswith("./.")]
    assert [text[:7] for text in marked] == ["Điều 3.", "2. Tron"]


def test_a_decision_not_yet_numbered_leaves_gaps_in_the_reference() -> None:
    raw = {**sample(LOAI), "so": None, "ngay": None}
    assert " ".join(line(made(raw), "(Kèm theo").text.split()) == (
        "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm của Ủy ban nhân dân xã An Thịnh)"
    )


def test_appendices_follow_the_attached_paper_in_sections_of_their_own() -> None:
    raw = sample(LOAI)
    raw["kem_theo"]["noi_dung"] += "\n\nBiểu mẫu nêu tại Phụ lục I, Phụ lục II kèm theo.\n"
    raw["phu_luc"] = [{"ten": "BIỂU MỘT", "noi_dung": "Việc."}, {"noi_dung": "Việc.", "ngang": "có"}]
    paper = made(raw)
    assert at(paper, "QUY CHẾ") < at(paper, "Phụ lục I") < at(paper, "BIỂU MỘT") < at(paper, "Phụ lục II")
    assert [section.ngang for section in paper.sections] == [False, False, False, True]
    assert [text for text in shown(paper) if text.startswith("(Kèm theo")] == [REFERENCE] * 3


def test_an_attached_paper_may_end_in_a_table() -> None:
    raw = sample(LOAI)
    raw["kem_theo"]["noi_dung"] = "Điều 1. Mức thu\n\n| Loại | Mức |\n|---|---|\n| A | 12 |"
    paper = made(raw)
    section = attached(paper)
    assert lines_of(paper, section)[-4:] == ["Loại", "Mức", "A", "12"]
    assert len(paper.sections) == 2


def test_forty_articles_in_four_chapters_run_through() -> None:
    raw = sample(LOAI)
    chapters = [
        f"Chương {roman}\nCHƯƠNG THỨ {at}\n\n"
        + "\n\n".join(f"Điều {k}. Quy định {k}\n1. Nội dung." for k in range(10 * at - 9, 10 * at + 1))
        for at, roman in enumerate(("I", "II", "III", "IV"), start=1)
    ]
    raw["kem_theo"]["noi_dung"] = "\n\n".join(chapters)
    found = lines_of(paper := made(raw), attached(paper))
    assert [text for text in found if text.startswith("Điều")] == [f"Điều {k}. Quy định {k}" for k in range(1, 41)]
    assert [text for text in found if text.startswith("Chương")] == [f"Chương {n}" for n in ("I", "II", "III", "IV")]


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return pdf_pages(to_pdf(make(sample(LOAI), DATA).docx))


@pytest.mark.libreoffice
def test_the_attached_paper_begins_on_a_page_of_its_own_without_a_number(pages: list[Page]) -> None:
    decision, first, second = pages
    assert second.lines[0].text.strip() == "2"
    assert "Nơi nhận:" in decision.text
    assert "QUY CHẾ" in first.text
    assert min(one.box.top_mm for one in first.lines) >= 15
    assert min(one.box.top_mm for one in second.lines) < 15


@pytest.mark.libreoffice
def test_the_line_under_the_reference_is_a_third_to_a_half_of_it(pages: list[Page]) -> None:
    first = pages[1]
    longest = first.line("(Kèm theo Quyết định số 131/QĐ-UBND ngày 16 tháng 11 năm 2026 của Ủy ban").box
    last = first.line("nhân dân xã An Thịnh)").box
    (rule,) = [rule for rule in first.rules if last.top_mm < rule.top_mm < last.bottom_mm + 4]
    assert 1 / 3 <= rule.width_mm / longest.width_mm <= 1 / 2
    assert abs(rule.centre_mm - longest.centre_mm) < 1.5

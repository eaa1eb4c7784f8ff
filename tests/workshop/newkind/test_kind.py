"""From decisions to a kind: its files fit together, and the finished paper comes back word by word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen import load, make
from docgen.data_dir import find
from docgen.errors import InputFaults
from docgen.reading.read import read
from docgen.workshop.newkind.kind import NewKind, new_kind, proposed
from docgen.workshop.newkind.proposal import Proposal
from tests.checking.building import Giay, built
from tests.workshop.newkind import papers
from tests.workshop.newkind.test_propose import SEEDS

PAPERS = {
    name: getattr(papers, name)
    for name in ("thong_bao", "giay_moi", "bien_ban", "cong_van", "quyet_dinh", "mau_don", "ke_hoach")
}


def made(giay: Giay, **changes: Mapping[str, Any]) -> NewKind:
    """The kind of a paper; changes: ``p3={"la": "bo"}`` edits the third place of the proposal."""
    data = built(giay)
    proposal = proposed(data, find(), ten="x.docx")
    phan = [unit.model_dump() | dict(changes.get(f"p{unit.so}", {})) for unit in proposal.phan]
    return new_kind(data, Proposal.model_validate(proposal.model_dump() | {"phan": phan}), find(), ten="x.docx")


def document(kind: NewKind) -> str:
    template = kind.files[f"templates/{kind.proposal.loai}.{kind.proposal.the_thuc}.docx"]
    with zipfile.ZipFile(io.BytesIO(template)) as parts:
        return parts.read("word/document.xml").decode()


def form(kind: NewKind) -> str:
    return kind.files[f"forms/{kind.proposal.loai}.yaml"].decode()


def sample(kind: NewKind) -> str:
    return kind.files[f"forms/mau/{kind.proposal.loai}.{kind.proposal.the_thuc}.yaml"].decode()


@pytest.mark.parametrize("name", PAPERS)
def test_every_word_comes_back(name: str) -> None:
    kind = made(PAPERS[name]())
    assert kind.loi == ()
    assert (kind.proof.thieu, kind.proof.thua) == ((), ())
    assert kind.is_usable


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_words_of_a_real_plan_come_back(seed: Path) -> None:
    data = make(load(seed)).docx
    kind = new_kind(data, proposed(data, find(), ten=seed.name), find(), ten=seed.name)
    assert kind.is_usable and kind.proof.same


def test_words_stand_where_they_stood() -> None:
    kind = made(papers.thong_bao())
    before = [para.full for para in read(built(papers.thong_bao())).paras if para.full.strip()]
    after = [para.full for para in read(kind.docx).paras if para.full.strip()]
    text = [line for line in before if re.match(r"\d\. |- [CTN]", line)]
    assert [line for line in after if line in text] == text


def test_a_letter_says_under_its_number_what_it_is_about() -> None:
    kind = made(papers.cong_van())
    assert "V/v {{ trich_yeu }}" in document(kind)
    assert "{{ ten_loai }}" not in document(kind)
    assert "trich_yeu: góp ý dự thảo" in sample(kind)


def test_equal_decisions_give_equal_bytes() -> None:
    assert made(papers.thong_bao()).files == made(papers.thong_bao()).files


def test_parts_not_asked_are_not_in_the_template() -> None:
    kind = made(papers.giay_moi())
    assert not re.search(r"can_cu|kinh_gui|noi_dung|ket_thuc|phu_luc", document(kind))
    assert "vi_sao: Giấy mời dùng làm gốc không có mục này." in form(kind)


def test_an_answer_made_fixed_words() -> None:
    kind = made(papers.thong_bao(), p4={"la": "co-dinh", "mau": "", "hoi": ()})
    assert "Sân Nhà văn hóa thôn Trung Tâm" in document(kind)
    assert "dia_diem" not in form(kind)
    assert kind.is_usable and kind.proof.same


def test_fixed_words_made_an_answer_by_writing_a_name() -> None:
    hoi = ({"ten": "gio", "nhan": "Giờ", "bat_buoc": "không"}, {"ten": "thu", "nhan": "Thứ", "bat_buoc": "không"})
    mau = "1. Thời gian: {{gio}}, ngày 25 tháng 10 năm 2026 ({{thu}})."
    kind = made(papers.thong_bao(), p3={"mau": mau, "hoi": hoi})
    assert '  gio: "8 giờ 00"\n  thu: Chủ nhật\n' in sample(kind)
    assert "{%p if rieng.gio or rieng.thu %}" in document(kind)
    assert kind.is_usable and kind.proof.same


def test_a_choice() -> None:
    options = ({"ma": "120", "nhan": "120"}, {"ma": "200", "nhan": "200"})
    ask = {"ten": "so_luong", "nhan": "Số lượng", "kieu": "choice", "lua_chon": options}
    kind = made(papers.thong_bao(), p10={"hoi": (ask,)})
    assert kind.is_usable and kind.proof.same


def test_a_body_between_answers_has_its_own_name() -> None:
    kind = made(papers.thong_bao(), p4={"la": "noi-dung", "ten": "dia_diem", "mau": "", "hoi": ()})
    assert "{%p for d in rieng.dia_diem %}" in document(kind)
    assert "ten: rieng.dia_diem" in form(kind) and "kieu: body" in form(kind)
    # The label of a level is counted anew: the words come back, its figure need not.
    assert kind.is_usable


def test_what_is_left_out_is_told() -> None:
    kind = made(papers.thong_bao(), p4={"la": "bo"})
    assert [fault.noi for fault in kind.proof.thieu] == ["đoạn 15"]
    assert "2 địa điểm sân nhà văn hóa" in kind.proof.thieu[0].loi


def test_lines_of_the_head_that_are_not_there_are_not_printed() -> None:
    base = papers.giay_moi()
    kind = made(replace(base, doan=tuple(one for one in base.doan if one.phan not in ("so_ky_hieu", "dia_danh_ngay"))))
    assert not re.search(r"so_ky_hieu|dia_danh", document(kind))
    assert kind.is_usable and kind.proof.same


def test_only_issuers_of_the_standard_are_offered() -> None:
    assert re.findall(r"- ma: (\S+)", form(made(papers.giay_moi())))[:2] == ["nha-nuoc", "to-chuc"]
    assert "- ma: doan" not in form(made(papers.giay_moi()))


def test_a_standard_chosen_by_hand() -> None:
    data = built(papers.giay_moi())
    proposal = proposed(data, find(), ten="x.docx", the_thuc="doan")
    kind = new_kind(data, proposal, find(), ten="x.docx")
    assert "templates/giay-moi.doan.docx" in kind.files
    assert "\nthe_thuc: doan\n" in sample(kind) and "ten: the_thuc\n        nhan" in form(kind)
    assert kind.loi == ()


def test_a_code_the_maintainer_gives_is_read_in_the_number() -> None:
    data = built(papers.giay_moi())
    proposal = proposed(data, find(), ten="x.docx").model_copy(update={"ten_loai": "GIẤY MỜI HỌP"})
    kind = new_kind(data, proposal, find(), ten="x.docx")
    assert "ky_hieu: UBND\nso: 15" in sample(kind)
    assert [fault.loi for fault in kind.proof.thua] == ["Văn bản làm ra thêm “họp” (trong “GIẤY MỜI HỌP”)."]


def refused(giay: Giay, **changes: Mapping[str, Any]) -> list[str]:
    with pytest.raises(InputFaults) as caught:
        made(giay, **changes)
    return [f"{fault.noi}: {fault.loi}" for fault in caught.value.faults]


def test_everything_that_cannot_be_done_is_told_at_once() -> None:
    said = refused(
        papers.thong_bao(),
        p3={"mau": "Thời điểm: {{thoi_gian}}"},
        p4={"mau": "{{a}}{{b}}"},
        p5={"mau": "Chủ trì"},
        p10={"hoi": ({"ten": "so_luong", "nhan": "x", "kieu": "yes-no"},)},
        p11={"hoi": ({"ten": "han_nop", "nhan": "x", "kieu": "choice"},)},
    )
    assert [line.split(" ")[0] for line in said] == ["phan[3]", "phan[4]", "phan[5]", "phan[10]", "phan[11]"]
    assert "không khớp với chữ của văn bản" in said[0]


def test_one_name_stands_once() -> None:
    said = refused(papers.thong_bao(), p4={"mau": "2. Địa điểm: {{thoi_gian}}.", "hoi": ()})
    assert said == ["phan[4] (đoạn 15, “2. Địa điểm: Sân Nhà văn hóa thôn Trung …”): "
                    "Tên mục “thoi_gian” đã dùng ở chỗ khác."]  # fmt: skip


def test_the_main_body_is_one() -> None:
    said = refused(papers.thong_bao(), p4={"la": "noi-dung", "mau": "", "hoi": ()})
    assert "Nội dung đứng ở hai chỗ rời nhau." in said[0]


def test_signs_of_a_template_are_never_put_into_one() -> None:
    kind = made(papers.mau_don())
    at = next(unit.so for unit in kind.proposal.phan if "{%" in unit.chu)
    said = refused(papers.mau_don(), **{f"p{at}": {"la": "co-dinh", "ten": "", "hoi": ()}})
    assert "thẻ" in said[0]


def test_decisions_about_another_paper_are_refused() -> None:
    proposal = proposed(built(papers.giay_moi()), find(), ten="x.docx")
    with pytest.raises(InputFaults, match="chính văn bản này"):
        new_kind(built(papers.thong_bao()), proposal, find(), ten="x.docx")

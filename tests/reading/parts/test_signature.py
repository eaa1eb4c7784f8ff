from __future__ import annotations

import pytest

from docgen.reading import parts
from docgen.reading.facts import Paper, Para
from docgen.reading.parts import Signer
from docgen.reading.parts.signing import is_authority, is_name
from docgen.reading.read import read_text
from tests.reading.parts.paper import HEAD, QH, TN, Table, b, c, p, sure, text, texts, word

BODY = (HEAD, b("KẾ HOẠCH"), b("Năm 2026"), p("I. VIỆC", dam=True), "- Một./.")
LEFT = [p("Nơi nhận:", dam=True), p("- UBND tỉnh;"), p("- Lưu: VT.")]
GAP = (p(), p(), p(), p())


def signed(*right: Para) -> Paper:
    return word(*BODY, Table([LEFT, list(right)]))


def said(signer: Signer) -> tuple[tuple[str, ...], str, str, str, tuple[str, ...]]:
    one = [part.text if part else "" for part in (signer.chuc_vu, signer.chu_ky, signer.ho_ten)]
    return tuple(q.text for q in signer.quyen_han), one[0], one[1], one[2], tuple(q.text for q in signer.chuc_vu_khac)


@pytest.mark.parametrize(
    ("authority", "office"),
    [
        ([], "GIÁM ĐỐC"),
        (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC"),
        (["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"], "PHÓ CHÁNH VĂN PHÒNG"),
        (["TUQ. CHỦ TỊCH"], "GIÁM ĐỐC SỞ TÀI CHÍNH"),
        (["KT.CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (["T/M BAN THƯỜNG VỤ"], "BÍ THƯ"),
        (["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN"),
        (["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "PHÓ BÍ THƯ THƯỜNG TRỰC"),
    ],
)
def test_authority_office_and_name_of_all_regimes_are_read(authority: list[str], office: str) -> None:
    paper = signed(*(b(line) for line in authority), b(office), *GAP, b("Nguyễn Văn An"))
    assert texts(paper, "quyen_han") == authority
    assert text(paper, "chuc_vu") == office
    assert text(paper, "ho_ten") == "Nguyễn Văn An"
    assert all(sure(paper, ten) for ten in ("chuc_vu", "ho_ten"))


def test_q_before_the_office_gives_its_powers_without_an_office_below() -> None:
    paper = signed(b("Q. GIÁM ĐỐC"), *GAP, b("Nguyễn Văn An"))
    assert text(paper, "quyen_han") == "Q. GIÁM ĐỐC"
    assert "chuc_vu" not in paper.parts


def test_long_lines_may_be_turned_over() -> None:
    paper = signed(
        b("TM. ỦY BAN NHÂN DÂN"), b("TỈNH LÀO CAI"), b("KT. CHỦ TỊCH"), b("PHÓ CHỦ TỊCH"), *GAP, b("Lê Văn Ba")
    )
    assert texts(paper, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "KT. CHỦ TỊCH"]
    paper = signed(b("KT. GIÁM ĐỐC SỞ NÔNG NGHIỆP"), b("VÀ MÔI TRƯỜNG"), b("PHÓ GIÁM ĐỐC"), *GAP, b("Lê Văn Ba"))
    assert texts(paper, "quyen_han") == ["KT. GIÁM ĐỐC SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"]
    assert text(paper, "chuc_vu") == "PHÓ GIÁM ĐỐC"
    paper = signed(b("GIÁM ĐỐC SỞ NÔNG NGHIỆP"), b("VÀ MÔI TRƯỜNG"), *GAP, b("Lê Văn Ba"))
    assert text(paper, "chuc_vu") == "GIÁM ĐỐC SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"


@pytest.mark.parametrize(
    "note", ["(đã ký)", "(Đã ký)", "Đã ký", "(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)", "(Chữ ký)"]
)
def test_a_note_stands_for_the_signature(note: str) -> None:
    paper = signed(b("GIÁM ĐỐC"), b(note), b("Nguyễn Văn An"))
    assert text(paper, "chu_ky") == note
    assert text(paper, "ho_ten") == "Nguyễn Văn An"


def test_note_and_name_may_share_a_line() -> None:
    paper = signed(b("GIÁM ĐỐC"), b("(đã ký) Nguyễn Văn An"))
    assert (text(paper, "chu_ky"), text(paper, "ho_ten")) == ("(đã ký)", "Nguyễn Văn An")


def test_another_office_stands_above_or_below_the_name() -> None:
    above = signed(b("TM. BAN CHỈ ĐẠO"), b("PHÓ TRƯỞNG BAN"), *GAP, b("PHÓ CHỦ TỊCH UBND TỈNH"), b("Nguyễn Văn An"))
    assert text(above, "chuc_vu") == "PHÓ TRƯỞNG BAN"
    assert text(above, "chuc_vu_khac") == "PHÓ CHỦ TỊCH UBND TỈNH"
    assert text(above, "ho_ten") == "Nguyễn Văn An"
    below = signed(b("PHÓ BÍ THƯ"), b("(đã ký)"), b("Trần Thị Diễm Trinh"), c("Chủ tịch Hội Sinh viên tỉnh"))
    assert text(below, "chuc_vu_khac") == "Chủ tịch Hội Sinh viên tỉnh"
    assert text(below, "ho_ten") == "Trần Thị Diễm Trinh"


def test_a_draft_without_a_name_has_none() -> None:
    paper = signed(b("KT. GIÁM ĐỐC"), b("PHÓ GIÁM ĐỐC"), *GAP)
    assert text(paper, "chuc_vu") == "PHÓ GIÁM ĐỐC"
    assert "ho_ten" not in paper.parts


def test_a_name_in_capitals_is_guessed() -> None:
    paper = signed(b("GIÁM ĐỐC"), *GAP, b("NGUYỄN VĂN AN"))
    assert text(paper, "chuc_vu") == "GIÁM ĐỐC"
    assert text(paper, "ho_ten") == "NGUYỄN VĂN AN"
    assert not sure(paper, "ho_ten")


def test_a_signature_may_be_spread_over_rows() -> None:
    table = Table(
        [[p("Nơi nhận:")], [b("TM. ỦY BAN NHÂN DÂN"), b("KT. CHỦ TỊCH")]],
        [[p("- UBND tỉnh;"), p("- Lưu: VT.")], [b("PHÓ CHỦ TỊCH"), p()]],
        [p(), b("(đã ký)")],
        [p(), b("Nguyễn Văn An")],
    )
    paper = word(*BODY, table)
    assert [said(one) for one in parts.signers(paper)] == [
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "(đã ký)", "Nguyễn Văn An", ())
    ]
    assert texts(paper, "noi_nhan") == ["- UBND tỉnh;"]


def test_the_authority_may_stand_in_the_row_above_the_recipients() -> None:
    paper = word(*BODY, Table([p(), b("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN")], [LEFT, [c("BÍ THƯ"), p(), b("Lê Văn Ba")]]))
    assert text(paper, "quyen_han") == "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"
    assert text(paper, "chuc_vu") == "BÍ THƯ"


def test_a_column_for_space_does_not_matter() -> None:
    paper = word(*BODY, Table([LEFT, p(), [b("GIÁM ĐỐC"), *GAP, b("Lê Văn Ba")]]))
    assert (text(paper, "chuc_vu"), text(paper, "ho_ten")) == ("GIÁM ĐỐC", "Lê Văn Ba")


def test_the_signature_may_stand_below_the_table_of_the_recipients() -> None:
    paper = word(*BODY, Table([LEFT]), b("GIÁM ĐỐC"), p(), b("Lê Văn Ba"))
    assert (text(paper, "chuc_vu"), text(paper, "ho_ten")) == ("GIÁM ĐỐC", "Lê Văn Ba")


def test_signature_lines_may_follow_or_go_before_the_recipients() -> None:
    sign = "TM. UBND XÃ\nCHỦ TỊCH\n\n(đã ký)\n\nNguyễn Văn An\n"
    list_ = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    for end in (list_ + sign, sign + list_):
        paper = read_text("KẾ HOẠCH\nNăm 2026\nI. VIỆC\n- Một./.\n" + end)
        assert [said(one) for one in parts.signers(paper)] == [
            (("TM. UBND XÃ",), "CHỦ TỊCH", "(đã ký)", "Nguyễn Văn An", ())
        ]
        assert text(paper, "noi_dung") == "I. VIỆC\n- Một./."
        assert texts(paper, "noi_nhan") == ["- Như trên;"]


def test_a_signature_without_recipients_is_found() -> None:
    paper = word(*BODY, p(), b("GIÁM ĐỐC"), p(), p(), b("Lê Văn Ba"))
    assert (text(paper, "chuc_vu"), text(paper, "ho_ten")) == ("GIÁM ĐỐC", "Lê Văn Ba")
    assert text(paper, "noi_dung") == "I. VIỆC\n- Một./."


def test_two_sign_a_bien_ban() -> None:
    minutes = (QH, TN, b("BIÊN BẢN"), b("Họp giao ban"), "Hôm nay gồm:", "1. Một.", "Cuộc họp kết thúc lúc 10 giờ./.")
    table = Table([[b("THƯ KÝ"), p(), p(), b("Lê Thị Hoa")], [b("CHỦ TỌA"), p(), p(), b("Trần Văn Bình")]])
    wanted = [((), "THƯ KÝ", "", "Lê Thị Hoa", ()), ((), "CHỦ TỌA", "", "Trần Văn Bình", ())]
    assert [said(one) for one in parts.signers(word(*minutes, table))] == wanted
    paper = word(*minutes, table, p("Nơi nhận:"), p("- Như trên;"), p("- Lưu: VT, Hồ sơ."))
    assert [said(one) for one in parts.signers(paper)] == wanted
    assert text(paper, "luu") == "- Lưu: VT, Hồ sơ."
    tabs = (p("THƯ KÝ\t\t\tCHỦ TỌA", dam=True), p(), p("Lê Thị Hoa\t\t\tTrần Văn Bình", dam=True))
    assert [said(one) for one in parts.signers(word(*minutes, *tabs))] == wanted


def test_many_sign_in_the_cells_of_a_table() -> None:
    def cell(body: str, name: str) -> list[Para]:
        return [b("Đại diện"), b(body), *GAP, b(name)]

    rows = [
        [cell("Sở Nội vụ", "Lê Thị Hoa"), cell("Sở Tài chính", "Bùi An")],
        [cell("UBND xã A", "Vũ Bình"), cell("UBND xã B", "Tạ Cảnh")],
    ]
    paper = word(QH, TN, b("BIÊN BẢN"), b("Bàn giao"), "Hôm nay gồm:", "1. Một.", "Kết thúc./.", Table(*rows))
    assert [part.text for part in paper.parts["ho_ten"]] == ["Lê Thị Hoa", "Bùi An", "Vũ Bình", "Tạ Cảnh"]
    assert texts(paper, "chuc_vu")[:2] == ["Đại diện\nSở Nội vụ", "Đại diện\nSở Tài chính"]


def test_a_date_above_the_signature_is_the_papers_date() -> None:
    paper = word(
        QH,
        TN,
        b("GIẤY ỦY QUYỀN"),
        "Tôi là A.",
        "1. Một./.",
        c("Lào Cai, ngày 05 tháng 3 năm 2026"),
        b("NGƯỜI ỦY QUYỀN"),
        b("Lê Văn Ba"),
    )
    assert text(paper, "dia_danh_ngay") == "Lào Cai, ngày 05 tháng 3 năm 2026"


@pytest.mark.parametrize(
    "name", ["Nguyễn Văn An", "H'Hen Niê", "Trần Thị Diễm Trinh", "TS. Lê An", "Đại tá Vũ Hòa", "Ths.BS Lê An"]
)
def test_names_are_known_with_rank_and_degree(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words", ["GIÁM ĐỐC", "Phó Giám đốc", "Nguyễn", "Chủ tịch Hội Sinh viên", "- Lưu: VT.", "Nguyễn văn an", "Điều 1"]
)
def test_other_words_are_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("words", ["TM. ỦY BAN", "KT.CHỦ TỊCH", "T/M BAN THƯỜNG VỤ", "Q. ĐỘI TRƯỞNG", "TL. ÔNG"])
def test_authority_may_go_before_any_capital(words: str) -> None:
    assert is_authority(words)


@pytest.mark.parametrize("words", ["Q. 1", "TP. Hồ Chí Minh", "TM là", "KTX Đại học", "T. Hòa"])
def test_other_abbreviations_are_no_authority(words: str) -> None:
    assert not is_authority(words)


def test_an_office_below_an_office_is_another_one() -> None:
    paper = read_text(
        "BÁO CÁO\nTháng 9\n1. Một./.\nNơi nhận:\n- Lưu: VT.\n"
        "TM. BAN CHỈ ĐẠO\nPHÓ TRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH\nLê An\n"
    )
    assert text(paper, "chuc_vu") == "PHÓ TRƯỞNG BAN"
    assert text(paper, "chuc_vu_khac") == "PHÓ CHỦ TỊCH UBND TỈNH"

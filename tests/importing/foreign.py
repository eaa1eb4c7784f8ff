"""Papers as strangers type them, in order and out of it: lines of every part, in tables, boxes, tabs, lists, notes."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.reading.build import STYLES, Docx, cell, level, numbered, para, row, run, table, text_box

HEAD = [
    *(
        "ỦY BAN NHÂN DÂN",
        "TỈNH BÌNH DƯƠNG",
        "UBND HUYỆN BẢO YÊN",
        "SỞ Y TẾ",
        "BCH ĐOÀN TỈNH NINH THUẬN",
        "TỈNH ỦY LÀO CAI",
    ),
    *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐOÀN TNCS HỒ CHÍ MINH", "***", "-------"),
    *(
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số: 05/KH-UBND",
        "Số:     /KH-UBND",
        "Số: 107 -KH/TĐTN-TNTH",
        "Số 12-KH/TU",
        "Số: 12a/KH-XYZ",
    ),
    *(
        "Số: 15/2013/KHLT-ABC",
        "Số: 7/QĐ-UBND",
        "Bình Dương, ngày  22  tháng 8 năm 2018",
        "Lào Cai, ngày     tháng 11 năm 2026",
    ),
    *(
        "Hà Nội, ngày 31 tháng 4 năm 2024",
        "ngày 5/8/2018",
        "Hà Nội, ngày 05 tháng      năm 2024",
        "MẬT",
        "HỎA TỐC HẸN GIỜ",
        "KHẨN",
    ),
    *("DỰ THẢO LẦN 2", "V/v tăng cường kiểm tra", "Lưu hành nội bộ", "Điện thoại: 0900 000 000"),
]
TITLE = [
    "KẾ HOẠCH",
    "Phòng, chống thiên tai năm 2027",
    "KẾ HOẠCH PHỐI HỢP",
    "QUYẾT ĐỊNH",
    "Về việc triển khai",
    "-----",
    "BÁO CÁO",
]
PREAMBLE = [
    *(
        "Kính gửi: Các phòng, ban",
        "Kính gửi:",
        "- Sở Y tế;",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "QUYẾT ĐỊNH:",
    ),
    *("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh;", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
    *("Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung như sau:", "Xét đề nghị của Trưởng phòng."),
]
BODY = [
    *(
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II- NỘI DUNG",
        "Phần thứ nhất",
        "CHƯƠNG I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "1. Mục đích",
        "1/ Cấp tỉnh:",
    ),
    *(
        "1.1. Nội dung: Triển khai các việc như sau:",
        "a) Nâng cao nhận thức.",
        "- Việc thứ nhất;",
        "+ Việc nhỏ.",
        "· Việc khác",
        "A. TÌNH HÌNH",
    ),
    *(
        "Đoạn văn thường, có 1.500 người và R&D < 5.",
        "Lưu ý: chi theo dự toán.",
        "(1) Trong ngoặc",
        "2020 là năm bản lề.",
        "d). Hai dấu",
    ),
    *(
        "Báo cáo trước ngày 10/12 hằng năm",
        "STT\tNội dung\tGhi chú",
        "* Sao ở đầu",
        "5*3*2 và a^2",
        "C:\\Users\\Public",
        "[^1] không phải chú thích",
    ),
]
END = [
    *(
        "Trên đây là Kế hoạch năm 2027./.",
        "Đề nghị các đơn vị thực hiện.",
        "Nơi nhận:",
        "Nơi nhận: Như trên",
        "- Như trên;",
        "- UBND tỉnh (b/c);",
    ),
    *(
        "- Lưu: VT, VX (20).",
        "- Lưu VP.",
        "- Lưu: VT. 44",
        "PL.(300)",
        "TM. ỦY BAN NHÂN DÂN",
        "KT.CHỦ TỊCH",
        "T/M BAN THƯỜNG VỤ",
        "CHỦ TỊCH",
    ),
    *(
        "PHÓ CHỦ TỊCH THƯỜNG TRỰC",
        "(đã ký)",
        "Nguyễn Văn A",
        "Trần Thị Diễm Trinh",
        "Trưởng Ban Chỉ đạo",
        "¹ Gửi trước ngày 05/01.",
    ),
]
APPENDIX = [
    *("Phụ lục", "PHỤ LỤC II", "Biểu số 01", "DANH MỤC CÔNG VIỆC", "Phụ lục 1: TIẾN ĐỘ"),
    *("(Kèm theo Kế hoạch số 05/KH-UBND ngày 22 tháng 8 năm 2018 của Ủy ban nhân dân tỉnh Bình Dương)",),
    *("(Ban hành kèm theo Quyết định số 9/QĐ-SYT của Sở Y tế)", "Đơn vị tính: đồng"),
]
ZONES = (HEAD, TITLE, PREAMBLE, BODY, BODY, END, APPENDIX)
ALL = [line for zone in ZONES for line in zone]
_LOOKS = ["", "", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:caps/>", '<w:vertAlign w:val="superscript"/>', "<w:vanish/>"]
_PLACES = ["", "", '<w:jc w:val="center"/>', "<w:pageBreakBefore/>"]
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "%1.", "upperRoman")}{level(1, "%2.")}'
    f"{level(2, '•', 'bullet')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{level(0, "Bước %1:")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


@st.composite
def line_lists(draw: st.DrawFn) -> list[str]:
    """The lines of a paper: zone after zone, with lines of others among them."""
    lines: list[str] = []
    for zone in ZONES:
        lines += draw(st.lists(st.sampled_from(zone), max_size=5))
        if not draw(st.integers(0, 3)):
            lines.append(draw(st.sampled_from(ALL)))
    return lines or ["Một dòng."]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A paper as pasted text."""
    out = []
    for line in draw(line_lists()):
        shape = draw(
            st.sampled_from(
                ["{}", "{}", "  {}", "\t{}", "**{}**", "*{}", "{}\n", "{}    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
            )
        )
        out.append(shape.format(line))
    return "\n".join(out)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A paper as a Word file."""
    notes: list[str] = []
    blocks: list[str] = []
    lines = draw(line_lists())
    while lines:
        count = draw(st.integers(1, 4))
        held, lines = lines[:count], lines[count:]
        blocks.append(draw(_blocks(held, notes)))
    footnotes = "".join(f'<w:footnote w:id="{at}">{para(note)}</w:footnote>' for at, note in enumerate(notes, start=2))
    return Docx("".join(blocks), STYLES, numbering=NUMBERING, footnotes=footnotes).data()


@st.composite
def _blocks(draw: st.DrawFn, lines: list[str], notes: list[str]) -> str:
    shape = draw(st.sampled_from(["doan", "doan", "doan", "bang", "tab", "xuong-dong", "hop"]))
    if shape == "tab":
        return para(run(lines[0]), "<w:r><w:tab/></w:r>", *(run(line) for line in lines[1:]))
    if shape == "xuong-dong":
        return para(run(lines[0]), *(f"<w:r><w:br/></w:r>{run(line)}" for line in lines[1:]))
    if shape == "hop":
        return para(lines[0], text_box(*lines[1:]), *([text_box("Trong hộp")] if len(lines) == 1 else []))
    made = [draw(_paragraphs(line, notes)) for line in lines]
    if shape == "bang":
        half = len(made) // 2
        left, right = cell(*made[:half]), cell(*made[half:])
        wide = cell("Ô gộp", tcpr='<w:gridSpan w:val="2"/>')
        return table(row(left, right), *([row(wide)] if draw(st.booleans()) else [])) + para()
    return "".join(made)


@st.composite
def _paragraphs(draw: st.DrawFn, line: str, notes: list[str]) -> str:
    at = draw(st.integers(0, len(line)))
    runs = [run(line[:at], draw(st.sampled_from(_LOOKS))), run(line[at:], draw(st.sampled_from(_LOOKS)))]
    if not draw(st.integers(0, 7)):
        notes.append(draw(st.sampled_from(["Theo Phụ lục.", "Số liệu đến tháng 10."])))
        runs.insert(1, f'<w:r><w:footnoteReference w:id="{len(notes) + 1}"/></w:r>')
    listed = draw(st.sampled_from(["", "", "", numbered(1), numbered(1, 1), numbered(1, 2), numbered(2)]))
    return para(*runs, ppr=listed + draw(st.sampled_from(_PLACES)))

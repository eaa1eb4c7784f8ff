"""A few rules and findings of our own, so that the core is tried without the real ones."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.regime import Regime
from docgen.checking.result import Report, Silenced
from docgen.checking.rule import Rule, rule
from docgen.reading.facts import Place
from docgen.standards import Sure


@rule("NN-thu-1", ten="Chữ hội nghị", dieu_khoan="Ngôn ngữ và sự nhất quán", sure=Sure.K, muc="canh-bao")
def hoi_nghi(p: Judged) -> Iterator[Finding]:
    """Nêu mỗi chỗ có chữ “hội nghị”, để thử.

    Đúng: cuộc họp. Sai: hội nghị.
    """
    for index, para in enumerate(p.paper.paras):
        if "hội nghị" in para.text:
            yield p.finding("Có chữ “hội nghị”.", doan=index, thay="hội nghị", can="cuộc họp")


@rule(
    "ND30-II.3b-99", ten="Ký hiệu", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.3, đ.b", sure=Sure.V, muc="loi"
)
def ky_hieu(p: Judged) -> Iterator[Finding]:
    """Nêu số, ký hiệu của mọi văn bản, để thử."""
    part = p.first("so_ky_hieu")
    if part:
        yield p.finding("Ký hiệu chưa đúng.", part=part, thay="KH", can="KHH")


@rule("ND30-D8-99", ten="Thiếu nơi nhận", the_thuc=("nd30",), dieu_khoan="Điều 8", sure=Sure.V, muc="loi")
def thieu(p: Judged) -> Iterator[Finding]:
    """Nêu khi văn bản không có nơi nhận, để thử."""
    if p.first("noi_nhan") is None:
        yield p.finding("Văn bản không có nơi nhận.", phan="noi_nhan")


@rule("NN-hong-1", ten="Quy tắc hỏng", dieu_khoan="Ngôn ngữ và sự nhất quán", sure=Sure.K, muc="thong-tin")
def hong(p: Judged) -> Iterator[Finding]:
    """Quy tắc này luôn gặp lỗi của chương trình, để thử."""
    yield p.finding("…", doan=10_000)


LUAT: tuple[Rule, ...] = (hoi_nghi, ky_hieu, thieu)

ND30 = Regime("nd30", "hanh-chinh", "Xét theo Nghị định số 30/2020/NĐ-CP vì đầu trang có Quốc hiệu.")
NUMBER = Finding(
    ma="ND30-II.3c-1",
    muc="loi",
    chac="chac",
    loi="Số dưới 10 phải có số 0 ở trước.",
    noi=Place("thân", 7, bang=(1, 2, 1), trang=1),
    doan=6,
    trich="Số: «5»/KH-SCT",
    thay="5",
    can="05",
    dieu_khoan="PL I, P.I, M.II, k.3, đ.c",
    phan="so_ky_hieu",
    khoang=(4, 5),
)
MARGIN = Finding(
    ma="ND30-I.3-1",
    muc="canh-bao",
    chac="chac",
    loi="Lề phải nằm ngoài quy định.",
    thay="25 mm",
    can="15–20 mm",
    dieu_khoan="PL I, P.I, M.I, k.3",
    phan="trang",
)


def blanks(doan: int) -> Finding:
    return Finding(
        ma="NN-cach-1",
        muc="canh-bao",
        chac="co-le",
        loi="Có hai dấu cách liền nhau.",
        noi=Place("thân", doan, de_muc="II. NỘI DUNG", trang=2),
        doan=doan - 1,
        trich=f"đoạn {doan}«  »có hai dấu cách",
        dieu_khoan="Ngôn ngữ và sự nhất quán",
        phan="noi_dung",
    )


def report() -> Report:
    return Report(
        ten="ke-hoach.docx",
        regime=ND30,
        findings=(MARGIN, NUMBER, *(blanks(doan) for doan in range(14, 21))),
        im_lang=(Silenced("ND30-I.2-1", "Cơ quan in ngang theo Quy chế số 12/QC-SCT.", (NUMBER,)),),
        khong_xet=("Không tìm thấy nơi nhận nên không xét các quy tắc về phần ấy.",),
        luu_y=("Văn bản được coi là dự thảo: số và ngày còn để trống không phải là lỗi.",),
    )

"""Quyền hạn and chức vụ of the signer: the signs of authority and what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form import authority
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.parts import Signer
from docgen.standards import Sure
from docgen.standards.parts import Loai
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.tone import gap_dau

_SIGNS: Final = "PL I, P.I, M.II, k.7, đ.b; M.V #7"
_WHO: Final = "Điều 13; PL I, P.I, M.II, k.7, đ.b"
_NAME: Final = "PL I, P.I, M.II, k.7, đ.c; M.V #7"
_SAY: Final[dict[Loai, str]] = {"tap-the": "tên tập thể lãnh đạo", "chuc-vu": "chức vụ của người đứng đầu"}
_DEGREE: Final = re.compile(
    r"\s*((?:(?:GS|PGS|TS|TSKH|Th[sS]|BS|BSCK\w*|CN|KS|LS|NGƯT|NGND|NSND|NSƯT|TTND|TTƯT)\s*[.,]\s*)+"
    r"|(?:GS|PGS|TSKH|Th[sS]|NGƯT|NGND)\s)(?=\S)"
)
_ADDED: Final = re.compile(r"\s*[-,(]?\s*(?:THƯỜNG TRỰC|PHỤ TRÁCH|ĐIỀU HÀNH)\b")
_DEPUTY: Final = re.compile(r"(?:PHÓ|THỨ TRƯỞNG|ỦY VIÊN|PHỤ TRÁCH)\b")


def _authorities(p: Judged) -> Iterator[tuple[Signer, int, authority.Authority]]:
    for signer in p.signers:
        for k, part in enumerate(signer.quyen_han):
            found = authority.doc(p.standard, part.text.replace("\n", " "))
            if found is not None:
                yield signer, k, found


@rule("ND30-II.7b-1", ten="Cách ghi quyền hạn người ký", the_thuc=("nd30",), dieu_khoan=_SIGNS, sure=Sure.V, muc="loi")
def cach_ghi(p: Judged) -> Iterator[Finding]:
    """Chữ viết tắt quyền hạn viết hoa, có dấu chấm và một dấu cách, trước tên tập thể hoặc chức vụ người đứng đầu.

    Các chữ dùng được: TM., KT., TL., TUQ., Q. Kiểu T/M, K/T, T/L là của văn bản Đảng.
    Đúng: KT. CHỦ TỊCH. Sai: KT.CHỦ TỊCH; KT CHỦ TỊCH; K/T CHỦ TỊCH.
    """
    yield from _signs(p)


@rule("HD29-de-ky-1", ten="Cách đề ký", the_thuc=("doan",), dieu_khoan="HD 29 (đề ký)", sure=Sure.V, muc="loi")
def cach_ghi_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, đề ký ghi TM., KT., TL., Q. rồi một dấu cách, không dùng T/M như văn bản Đảng.

    Đúng: TM. BAN THƯỜNG VỤ TỈNH ĐOÀN. Sai: T/M BAN THƯỜNG VỤ; TM.BAN THƯỜNG VỤ.
    """
    yield from _signs(p)


@rule("HD05-de-ky-1", ten="Cách đề ký", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (đề ký)", sure=Sure.V,
      muc="loi")  # fmt: skip
def cach_ghi_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, đề ký ghi T/M, K/T, T/L rồi một dấu cách, không dùng TM. như văn bản nhà nước.

    Đúng: T/M BAN THƯỜNG VỤ. Sai: TM. BAN THƯỜNG VỤ.
    """
    yield from _signs(p)


def _signs(p: Judged) -> Iterator[Finding]:
    for signer, k, found in _authorities(p):
        part = signer.quyen_han[k]
        if found.tien_to is None:
            known = ", ".join(one.chu.strip() for one in p.standard.ky.tien_to)
            loi = f"Không có chữ {quoted(found.go.strip())} trong cách ghi quyền hạn."
            yield p.finding(loi, part=part, thay=found.go.strip(), can=known, muc="canh-bao")
        elif found.go != found.tien_to.chu:
            can = f"{found.tien_to.chu}{found.ten}"
            loi = f"Quyền hạn người ký phải ghi “{found.tien_to.chu.strip()}” rồi một dấu cách."
            yield p.finding(loi, part=part, thay=part.text.split("\n")[0], can=can, chac="chac")


@rule("ND30-II.7b-2", ten="Sau TM., KT., TL., TUQ.", the_thuc=("nd30",), dieu_khoan=_SIGNS, sure=Sure.V, muc="loi")
def di_voi(p: Judged) -> Iterator[Finding]:
    """TM. đứng trước tên tập thể lãnh đạo hoặc tên cơ quan; KT., TL., TUQ., Q. đứng trước chức vụ của người đứng đầu.

    Đúng: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH. Sai: TM. CHỦ TỊCH; KT. ỦY BAN NHÂN DÂN.
    """
    yield from _nouns(p)


@rule("HD29-de-ky-2", ten="Sau TM., KT., TL.", the_thuc=("doan",), dieu_khoan="HD 29 (đề ký)", sure=Sure.V, muc="loi")
def di_voi_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, TM. và TL. đứng trước tên tập thể, KT. và Q. đứng trước chức vụ.

    Đúng: TM. BAN THƯỜNG VỤ TỈNH ĐOÀN; TL. BAN THƯỜNG VỤ TỈNH ĐOÀN; KT. TRƯỞNG BAN. Sai: TM. BÍ THƯ.
    """
    yield from _nouns(p)


@rule("HD05-de-ky-2", ten="Sau T/M, K/T", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (đề ký)", sure=Sure.V,
      muc="loi")  # fmt: skip
def di_voi_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, T/M đứng trước tên cấp ủy, K/T đứng trước chức vụ.

    Đúng: T/M BAN THƯỜNG VỤ; K/T TRƯỞNG BAN. Sai: T/M BÍ THƯ.
    """
    yield from _nouns(p)


def _nouns(p: Judged) -> Iterator[Finding]:
    for signer, k, found in _authorities(p):
        rule_of = found.tien_to.truoc if found.tien_to else None
        if found.tien_to is None or rule_of is None or found.loai is None or found.loai == rule_of.value:
            continue
        sign = found.tien_to.chu.strip()
        loi = f"Sau “{sign}” ({found.tien_to.nghia}) phải là {_SAY[rule_of.value]}."
        yield p.finding(loi, part=signer.quyen_han[k], thay=found.ten, can=_SAY[rule_of.value])


@rule("ND30-D13-1", ten="Ký thay mà chức vụ là cấp trưởng", the_thuc=("nd30",), dieu_khoan=_WHO, sure=Sure.V,
      muc="loi")  # fmt: skip
def cap_pho(p: Judged) -> Iterator[Finding]:
    """“KT.” là cấp phó ký thay người đứng đầu, nên chức vụ ở dưới phải là cấp phó.

    Đúng: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH. Sai: KT. CHỦ TỊCH / CHỦ TỊCH.
    """
    yield from _deputy(p)


@rule("HD29-de-ky-3", ten="Ký thay mà chức vụ là cấp trưởng", the_thuc=("doan",), dieu_khoan="HD 29 (đề ký)",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def cap_pho_doan(p: Judged) -> Iterator[Finding]:
    """“KT.” là cấp phó ký thay người đứng đầu, nên chức vụ ở dưới phải là cấp phó.

    Đúng: KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN. Nên sửa: KT. TRƯỞNG BAN / TRƯỞNG BAN.
    """
    yield from _deputy(p)


def _deputy(p: Judged) -> Iterator[Finding]:
    for signer, k, found in _authorities(p):
        office = signer.chuc_vu
        if found.chu_cai != "KT" or k != len(signer.quyen_han) - 1 or office is None:
            continue
        own = gap_dau(" ".join(office.text.split())).upper()
        head = gap_dau(found.ten).upper()
        if own == head or (own and head.startswith(own) and not _DEPUTY.match(own)):
            loi = f"Ký thay {quoted(found.ten)} thì chức vụ ở dưới phải là cấp phó."
            yield p.finding(loi, part=office, thay=office.text, can=f"PHÓ {found.ten}")


@rule("ND30-II.7c-1", ten="Học hàm, học vị trước họ tên", the_thuc=("nd30",), dieu_khoan=_NAME, sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def hoc_vi(p: Judged) -> Iterator[Finding]:
    """Trước họ tên của người ký không ghi học hàm, học vị và danh hiệu danh dự.

    Lực lượng vũ trang, cơ sở giáo dục, y tế, khoa học được ghi theo quy định của ngành, nên chỉ cảnh báo.
    Đúng: Nguyễn Văn An. Nên sửa: TS. Nguyễn Văn An.
    """
    yield from _degree(p)


@rule("HD05-de-ky-3", ten="Học hàm, học vị trước họ tên", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (đề ký)",
      sure=Sure.V2, muc="canh-bao")  # fmt: skip
def hoc_vi_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, trước họ tên của người ký không ghi học hàm, học vị.

    Đúng: Nguyễn Văn An. Nên sửa: TS. Nguyễn Văn An.
    """
    yield from _degree(p)


def _degree(p: Judged) -> Iterator[Finding]:
    for signer in p.signers:
        found = _DEGREE.match(signer.ho_ten.text) if signer.ho_ten else None
        if signer.ho_ten is not None and found:
            can = signer.ho_ten.text[found.end() :].strip()
            loi = "Trước họ tên người ký không được ghi học hàm, học vị, danh hiệu."
            yield p.finding(loi, part=signer.ho_ten, thay=found[1].strip(), can=can)


@rule("ND30-II.7c-2", ten="Chức vụ khác dưới họ tên", the_thuc=("nd30",), dieu_khoan=_NAME, sure=Sure.T,
      muc="canh-bao")  # fmt: skip
def chuc_vu_khac(p: Judged) -> Iterator[Finding]:
    """Chức vụ khác của người ký (chỉ với hội đồng, ban chỉ đạo của Nhà nước) ghi ở trên họ tên, không ghi ở dưới.

    Đúng: PHÓ TRƯỞNG BAN … PHÓ CHỦ TỊCH UBND TỈNH / Nguyễn Văn An. Nên sửa: Nguyễn Văn An / Chủ tịch Hội Sinh viên tỉnh.
    """
    yield from _second_office(p)


@rule("ND30-II.7c-3", ten="Chức vụ Nhà nước không quy định", the_thuc=("nd30",), dieu_khoan=_NAME, sure=Sure.T,
      muc="canh-bao")  # fmt: skip
def chuc_vu_ngoai(p: Judged) -> Iterator[Finding]:
    """Chức vụ ghi trên văn bản là chức vụ lãnh đạo chính thức; không ghi những chức vụ mà Nhà nước không quy định.

    “Thường trực”, “phụ trách” là phân công công việc; một số chức vụ có chữ ấy do luật định nên chỉ cảnh báo.
    Đúng: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH. Nên sửa: PHÓ CHỦ TỊCH THƯỜNG TRỰC; PHÓ GIÁM ĐỐC PHỤ TRÁCH.
    """
    for signer in p.signers:
        office = signer.chuc_vu
        found = _ADDED.search(office.text.upper()) if office else None
        if office is not None and found and office.text.upper().strip().startswith("PHÓ"):
            can = office.text[: found.start()].strip()
            loi = "Chức vụ người ký không được ghi kèm chữ chỉ việc phân công."
            yield p.finding(loi, part=office, thay=office.text, can=can)


@rule("HD29-de-ky-4", ten="Chức vụ khác dưới họ tên", the_thuc=("doan",), dieu_khoan="HD 29 (đề ký)", sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def chuc_vu_khac_doan(p: Judged) -> Iterator[Finding]:
    """Hướng dẫn 29 không có chức vụ thứ hai của người ký ở dưới họ tên.

    Đúng: PHÓ BÍ THƯ / Nguyễn Văn An. Nên xem lại: Nguyễn Văn An / Chủ tịch Hội Sinh viên tỉnh.
    """
    yield from _second_office(p)


def _second_office(p: Judged) -> Iterator[Finding]:
    for signer in p.signers:
        if signer.ho_ten is None or len(p.signers) > 1:
            continue
        below = next((one for one in signer.chuc_vu_khac if one.doan[0] > signer.ho_ten.doan[0]), None)
        if below is not None:
            loi = "Dưới họ tên người ký không được ghi thêm chức vụ."
            yield p.finding(loi, part=below, thay=below.text, can="")


RULES = (
    cach_ghi, di_voi, cap_pho, hoc_vi, chuc_vu_khac, chuc_vu_ngoai, cach_ghi_doan, di_voi_doan, cap_pho_doan,
    chuc_vu_khac_doan, cach_ghi_dang, di_voi_dang, hoc_vi_dang,
)  # fmt: skip

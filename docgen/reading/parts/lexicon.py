"""The words by which parts are known, folded: types of papers, offices, kinds of bodies, opening words."""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.parts.folding import fold
from docgen.standards.types import LOAI

# Beside the types of NĐ 30 (Điều 7), HD 29 and the Party's list: legal documents, and papers issued with others.
_MORE_TYPES: Final = (
    "Nghị định", "Thông tư", "Thông tư liên tịch", "Luật", "Pháp lệnh", "Lệnh", "Điều lệ", "Quy trình", "Nội quy",
    "Chiến lược", "Quy hoạch", "Bản cam kết", "Cam kết", "Giấy xác nhận", "Giấy chứng nhận", "Giấy đi đường",
    "Đơn", "Tuyên bố", "Lời kêu gọi", "Lịch công tác", "Lịch làm việc", "Danh sách", "Công bố", "Kết luận",
    "Thông tri", "Quy ước", "Thỏa thuận", "Bản thoả thuận", "Biên bản ghi nhớ", "Phụ lục hợp đồng", "Giấy uỷ quyền",
)  # fmt: skip
TYPES: Final = frozenset(
    fold(name) for name in (*(kind.ten for kinds in LOAI.values() for kind in kinds), *_MORE_TYPES)
) - {"cong van", "thu cong"}
_LONGEST_TYPE: Final = max(name.count(" ") + 1 for name in TYPES)

DECIDING: Final = frozenset({"quyet dinh", "nghi quyet", "chi thi", "lenh", "nghi dinh", "thong tu", "quy dinh"})
"""Types that name the issuing authority under the abstract (NĐ 30, Mẫu 1.1–1.4)."""

_OFFICES: Final = (
    "chu tich|pho chu tich|giam doc|pho giam doc|tong giam doc|pho tong giam doc|bo truong|thu truong|bi thu|"
    "pho bi thu|tong bi thu|truong|pho truong|chanh|pho chanh|cuc truong|pho cuc truong|vu truong|pho vu truong|"
    "chi cuc truong|pho chi cuc truong|tong cuc truong|pho tong cuc truong|vien truong|pho vien truong|hieu truong|"
    "pho hieu truong|tong bien tap|pho tong bien tap|chu nhiem|pho chu nhiem|thu ky|chu toa|chu tri|nguoi lap|"
    "nguoi ghi|nguoi viet|nguoi lam don|nguoi bao cao|nguoi uy quyen|nguoi duoc uy quyen|ke toan|thu tuong|"
    "pho thu tuong|uy vien|chi huy|pho chi huy|tu lenh|pho tu lenh|chinh uy|doi truong|pho doi truong|to truong|"
    "to pho|doan chu tich|tong thanh tra|tong kiem toan|thong doc|pho thong doc|chu tich nuoc|pho|quyen|tong thu ky|"
    "dai dien|ben a|ben b|ben giao|ben nhan|thu quy|thu kho|lanh dao|dai su|nguyen"
)
_OFFICE: Final = re.compile(rf"(?:{_OFFICES})\b")

_BODIES: Final = (
    "so|phong|ban|truong|chi cuc|trung tam|bch|ban chap hanh|huyen uy|tinh uy|thanh uy|thi uy|quan uy|dang uy|cong ty|"
    "cuc|vu|van phong|uy ban|ubnd|hdnd|hoi dong|hoi|doan|chi doan|chi bo|dang bo|benh vien|vien|thanh tra|cong an|"
    "bo chi huy|toa an|vien kiem sat|lien doan|mat tran|thanh doan|tinh doan|huyen doan|cong doan|kho bac|bao hiem|"
    "bo|tong cuc|tong cong ty|doi|to|ban quan ly|chi nhanh|dai|bao|nha|thu vien|bao tang|quy|hop tac xa|lien hiep|"
    "hoc vien|dai hoc|tap doan|ngan hang|khoi|xi nghiep|tram|nha truong|cum|hat"
)
_BODY: Final = re.compile(rf"(?:{_BODIES})\b")
_TERRITORY: Final = re.compile(
    r"(?:tinh|thanh pho|tp\.?|huyen|xa|phuong|quan|thi xa|thi tran|tx\.?|dac khu|khu vuc|vung|viet nam)\b"
)
_JOINED: Final = re.compile(r"(?:va|cua|thuoc|ve|cho|tai)\b")

_BASIS: Final = re.compile(
    r"(?:[-–+*] ?)?(?:can cu|thuc hien|xet|theo de nghi|theo|tiep tuc thuc hien|trien khai thuc hien|tren co so|"
    r"de thuc hien|nham thuc hien|thi hanh|chiu trach nhiem|sau khi|y kien|cong van|quyet dinh so)\b"
)
# A bullet of the body can begin with "Thực hiện"; a basis with a hyphen then names a document.
_SURE_BASIS: Final = re.compile(
    r"(?:can cu|thuc hien|xet|theo de nghi|theo|tiep tuc thuc hien)\b|[-–+*] ?(?:(?:can cu|xet|theo)\b|thuc hien "
    r"(?:\w+ ){0,2}(?:nghi quyet|quyet dinh|ke hoach|chi thi|chuong trinh|huong dan|cong van|ket luan|thong bao|luat|"
    r"nghi dinh|thong tu|quy dinh)\b)"
)
_ADDRESS: Final = re.compile(r"(?:dong )?kinh (?:gui|goi)\b")
_AS_FOLLOWS: Final = re.compile(r"(?:nhu sau|sau day|duoi day|nhu duoi day|noi dung sau|cu the)\W*$")
_ISSUES: Final = re.compile(r"\b(?:ban hanh|xay dung|trien khai|to chuc|bao cao|thong bao|de nghi)\b")


def type_words(folded: str) -> int:
    """How many words of ``folded`` name a type of paper at its beginning; 0 for none."""
    words = folded.split(" ", _LONGEST_TYPE)[:_LONGEST_TYPE]
    for count in range(len(words), 0, -1):
        if " ".join(words[:count]) in TYPES:
            return count
    return 0


def is_office(folded: str) -> bool:
    """Whether a line begins with an office: ``pho chu tich``, ``truong ban``."""
    return _OFFICE.match(folded) is not None


def is_body(folded: str) -> bool:
    """Whether a line begins as the name of a body does: ``so``, ``ubnd``, ``bch doan``."""
    return _BODY.match(folded) is not None


def continues_name(folded: str) -> bool:
    """Whether a line goes on with the name of a body: its territory, or ``va …``, ``cua …``."""
    return _TERRITORY.match(folded) is not None or _JOINED.match(folded) is not None


def is_bare_body(folded: str) -> bool:
    """Whether the name lacks its territory: ``uy ban nhan dan``, ``hoi dong nhan dan``."""
    return folded in {"uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd", "ban chap hanh", "bch doan"}


def basis_verb(folded: str) -> bool:
    """Whether a paragraph begins as a basis does, with or without a hyphen before it."""
    return _BASIS.match(folded) is not None


def sure_basis_verb(folded: str) -> bool:
    """Whether it begins with ``Căn cứ``, ``Thực hiện``, ``Xét``, ``Theo``."""
    return _SURE_BASIS.match(folded) is not None


def addresses(folded: str) -> bool:
    """Whether a line opens the addressees: ``kinh gui``, in the south also ``kinh goi``."""
    return _ADDRESS.match(folded) is not None


def announces(folded: str) -> bool:
    """Whether a sentence leads over to what follows: it ends with a colon or ``như sau``."""
    return folded.endswith(":") or _AS_FOLLOWS.search(folded[-40:]) is not None


def issues(folded: str) -> bool:
    """Whether a sentence tells that something is issued."""
    return _ISSUES.search(folded) is not None

"""The clauses that rules cite: address → what the clause is about. A short title, not the words of the rule.

Addresses: ``PL I, P.I, M.II, k.5, đ.b`` is Phụ lục I, Phần I, Mục II, khoản 5, điểm b of NĐ 30/2020/NĐ-CP, ``M.V #5a``
a row of the table of samples in Phụ lục I, Phần I, Mục V. The notes on HD 29 and HD 05 keep no clause numbers, so
those are addressed by the part of the paper they are about. Several addresses are joined with "; ".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NGON_NGU: Final = "Ngôn ngữ và sự nhất quán"
ND30: Final = "Nghị định số 30/2020/NĐ-CP"
_ROW: Final = "PL I, P.I, M.V"

_ARTICLES: Final = {
    "Điều 2": "Đối tượng áp dụng",
    "Điều 4": "Nguyên tắc, yêu cầu quản lý công tác văn thư",
    "Điều 5": "Giá trị pháp lý của văn bản điện tử",
    "Điều 7": "Các loại văn bản hành chính",
    "Điều 8": "Thể thức văn bản",
    "Điều 9": "Kỹ thuật trình bày văn bản",
    "Điều 10": "Soạn thảo văn bản",
    "Điều 11": "Duyệt bản thảo văn bản",
    "Điều 12": "Kiểm tra văn bản trước khi ký ban hành",
    "Điều 13": "Ký ban hành văn bản",
    "Điều 15": "Cấp số, thời gian ban hành văn bản",
    "Điều 17": "Nhân bản, đóng dấu, ký số của cơ quan, tổ chức",
    "Điều 18": "Phát hành và theo dõi việc chuyển phát văn bản đi",
    "Điều 19": "Lưu văn bản đi",
    "Điều 25": "Các hình thức bản sao",
    "Điều 26": "Giá trị pháp lý của bản sao",
    "Điều 27": "Thẩm quyền sao văn bản",
    "Điều 32": "Quản lý con dấu, thiết bị lưu khóa bí mật",
    "Điều 33": "Sử dụng con dấu, thiết bị lưu khóa bí mật",
    "Điều 37": "Hiệu lực thi hành",
}

_ANNEX_1: Final = {
    "PL I, P.I, M.I": "Quy định chung",
    "PL I, P.I, M.I, k.1": "Khổ giấy",
    "PL I, P.I, M.I, k.2": "Kiểu trình bày",
    "PL I, P.I, M.I, k.3": "Định lề trang",
    "PL I, P.I, M.I, k.4": "Phông chữ",
    "PL I, P.I, M.I, k.5": "Cỡ chữ và kiểu chữ",
    "PL I, P.I, M.I, k.6": "Vị trí trình bày các thành phần thể thức",
    "PL I, P.I, M.I, k.7": "Số trang văn bản",
    "PL I, P.I, M.II": "Các thành phần thể thức chính",
    "PL I, P.I, M.II, k.1": "Quốc hiệu và Tiêu ngữ",
    "PL I, P.I, M.II, k.1, đ.a": "Quốc hiệu",
    "PL I, P.I, M.II, k.1, đ.b": "Tiêu ngữ và dòng kẻ bên dưới",
    "PL I, P.I, M.II, k.1, đ.c": "Vị trí của Quốc hiệu và Tiêu ngữ",
    "PL I, P.I, M.II, k.2": "Tên cơ quan, tổ chức ban hành văn bản",
    "PL I, P.I, M.II, k.2, đ.a": "Cách ghi tên cơ quan ban hành và cơ quan chủ quản",
    "PL I, P.I, M.II, k.2, đ.b": "Cách trình bày tên cơ quan và dòng kẻ bên dưới",
    "PL I, P.I, M.II, k.2, đ.c": "Vị trí của tên cơ quan ban hành",
    "PL I, P.I, M.II, k.3": "Số, ký hiệu của văn bản",
    "PL I, P.I, M.II, k.3, đ.a": "Số của văn bản",
    "PL I, P.I, M.II, k.3, đ.b": "Ký hiệu của văn bản",
    "PL I, P.I, M.II, k.3, đ.c": "Cách trình bày số, ký hiệu",
    "PL I, P.I, M.II, k.3, đ.d": "Vị trí của số, ký hiệu",
    "PL I, P.I, M.II, k.4": "Địa danh và thời gian ban hành văn bản",
    "PL I, P.I, M.II, k.4, đ.a": "Địa danh",
    "PL I, P.I, M.II, k.4, đ.b": "Thời gian ban hành",
    "PL I, P.I, M.II, k.4, đ.c": "Cách trình bày địa danh và thời gian ban hành",
    "PL I, P.I, M.II, k.5": "Tên loại và trích yếu nội dung văn bản",
    "PL I, P.I, M.II, k.5, đ.a": "Tên loại, trích yếu",
    "PL I, P.I, M.II, k.5, đ.b": "Cách trình bày tên loại và trích yếu",
    "PL I, P.I, M.II, k.6": "Nội dung văn bản",
    "PL I, P.I, M.II, k.6, đ.a": "Căn cứ ban hành văn bản",
    "PL I, P.I, M.II, k.6, đ.b": "Viện dẫn văn bản",
    "PL I, P.I, M.II, k.6, đ.c": "Bố cục của nội dung",
    "PL I, P.I, M.II, k.6, đ.d": "Tiêu đề của phần, chương, mục, tiểu mục, điều",
    "PL I, P.I, M.II, k.6, đ.đ": "Cách trình bày phần, chương, mục, tiểu mục, điều, khoản, điểm",
    "PL I, P.I, M.II, k.6, đ.e": "Cách trình bày lời văn",
    "PL I, P.I, M.II, k.6, đ.g": "Vị trí của nội dung",
    "PL I, P.I, M.II, k.7": "Chức vụ, họ tên và chữ ký của người có thẩm quyền",
    "PL I, P.I, M.II, k.7, đ.a": "Chữ ký của người có thẩm quyền",
    "PL I, P.I, M.II, k.7, đ.b": "Ghi quyền hạn của người ký",
    "PL I, P.I, M.II, k.7, đ.c": "Chức vụ, chức danh và họ tên của người ký",
    "PL I, P.I, M.II, k.7, đ.d": "Hình ảnh chữ ký số của người có thẩm quyền",
    "PL I, P.I, M.II, k.7, đ.đ": "Cách trình bày quyền hạn, chức vụ và họ tên",
    "PL I, P.I, M.II, k.8": "Dấu, chữ ký số của cơ quan, tổ chức",
    "PL I, P.I, M.II, k.8, đ.a": "Hình ảnh chữ ký số của cơ quan",
    "PL I, P.I, M.II, k.8, đ.b": "Chữ ký số trên văn bản kèm theo",
    "PL I, P.I, M.II, k.8, đ.c": "Vị trí của dấu, chữ ký số",
    "PL I, P.I, M.II, k.9": "Nơi nhận",
    "PL I, P.I, M.II, k.9, đ.a": "Các nhóm nơi nhận",
    "PL I, P.I, M.II, k.9, đ.b": "Nơi nhận của tờ trình, báo cáo gửi cấp trên và công văn",
    "PL I, P.I, M.II, k.9, đ.c": "Nơi nhận của những văn bản khác",
    "PL I, P.I, M.II, k.9, đ.d": "Cách trình bày Kính gửi và Nơi nhận",
    "PL I, P.I, M.III": "Các thành phần thể thức khác",
    "PL I, P.I, M.III, k.1": "Phụ lục",
    "PL I, P.I, M.III, k.1, đ.a": "Chỉ dẫn về phụ lục và cách đánh số phụ lục",
    "PL I, P.I, M.III, k.1, đ.b": "Cách trình bày số thứ tự và tên phụ lục",
    "PL I, P.I, M.III, k.1, đ.c": "Thông tin chỉ dẫn kèm theo trên phụ lục",
    "PL I, P.I, M.III, k.1, đ.d": "Ký số phụ lục của văn bản điện tử",
    "PL I, P.I, M.III, k.1, đ.đ": "Số trang của phụ lục",
    "PL I, P.I, M.III, k.1, đ.e": "Mẫu trình bày phụ lục",
    "PL I, P.I, M.III, k.2": "Dấu chỉ độ mật, mức độ khẩn, phạm vi lưu hành",
    "PL I, P.I, M.III, k.2, đ.a": "Dấu chỉ độ mật",
    "PL I, P.I, M.III, k.2, đ.b": "Dấu chỉ mức độ khẩn",
    "PL I, P.I, M.III, k.2, đ.c": "Các chỉ dẫn về phạm vi lưu hành",
    "PL I, P.I, M.III, k.3": "Ký hiệu người soạn thảo và số lượng bản phát hành",
    "PL I, P.I, M.III, k.4": "Địa chỉ, thư điện tử, trang thông tin, điện thoại, Fax",
    "PL I, P.I, M.IV": "Sơ đồ bố trí các thành phần thể thức",
    _ROW: "Mẫu chữ và chi tiết trình bày",
    f"{_ROW}, chú thích": "Cỡ chữ tăng, giảm thống nhất trong một văn bản",
    "PL I, P.II": "Bản sao văn bản",
    "PL I, P.II, M.I": "Bản sao sang định dạng điện tử",
    "PL I, P.II, M.II": "Bản sao sang định dạng giấy",
}

_ROWS: Final = {
    "#1": "Quốc hiệu và Tiêu ngữ",
    "#2": "Tên cơ quan, tổ chức ban hành",
    "#3": "Số, ký hiệu",
    "#4": "Địa danh và thời gian ban hành",
    "#5a": "Tên loại và trích yếu của văn bản có tên loại",
    "#5b": "Trích yếu của công văn",
    "#6": "Nội dung",
    "#6a": "Phần, chương, mục, tiểu mục, điều, khoản, điểm",
    "#6b": "Phần, mục, khoản, điểm",
    "#7": "Chức vụ, họ tên người ký",
    "#8a": "Kính gửi",
    "#8b": "Nơi nhận",
    "#9": "Phụ lục",
    "#10": "Dấu chỉ mức độ khẩn",
    "#11": "Ký hiệu người soạn thảo và số bản",
    "#12": "Địa chỉ cơ quan",
    "#13": "Chỉ dẫn về phạm vi lưu hành",
    "#14": "Số trang",
}

_ANNEX_2: Final = {
    "PL II": "Viết hoa trong văn bản hành chính",
    "PL II, M.I": "Viết hoa vì phép đặt câu",
    "PL II, M.II": "Viết hoa danh từ riêng chỉ tên người",
    "PL II, M.II, k.1": "Tên người Việt Nam",
    "PL II, M.II, k.2": "Tên người nước ngoài",
    "PL II, M.III": "Viết hoa tên địa lý",
    "PL II, M.III, k.1": "Tên địa lý Việt Nam",
    "PL II, M.III, k.2": "Tên địa lý nước ngoài",
    "PL II, M.IV": "Viết hoa tên cơ quan, tổ chức",
    "PL II, M.IV, k.1": "Tên cơ quan, tổ chức của Việt Nam",
    "PL II, M.IV, k.2": "Tên cơ quan, tổ chức nước ngoài",
    "PL II, M.V": "Viết hoa các trường hợp khác",
    "PL II, M.V, k.1": "Danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước",
    "PL II, M.V, k.2": "Tên huân chương, huy chương, danh hiệu vinh dự",
    "PL II, M.V, k.3": "Tên chức vụ, học vị, danh hiệu",
    "PL II, M.V, k.4": "Danh từ chung đã riêng hóa",
    "PL II, M.V, k.5": "Tên các ngày lễ, ngày kỷ niệm",
    "PL II, M.V, k.6": "Tên các loại văn bản; viện dẫn phần, chương, mục, điều, khoản, điểm",
    "PL II, M.V, k.7": "Tên năm âm lịch, ngày tết, ngày trong tuần, tháng",
    "PL II, M.V, k.8": "Tên sự kiện lịch sử, triều đại",
    "PL II, M.V, k.9": "Tên tác phẩm, sách, báo, tạp chí",
}

_TEMPLATES: Final = {
    "1.1": "Nghị quyết",
    "1.2": "Quyết định (quy định trực tiếp)",
    "1.3": "Quyết định (quy định gián tiếp)",
    "1.4": "Văn bản có tên loại",
    "1.5": "Công văn",
    "1.6": "Công điện",
    "1.7": "Giấy mời",
    "1.8": "Giấy giới thiệu",
    "1.9": "Biên bản",
    "1.10": "Giấy nghỉ phép",
    "2.1": "Phụ lục văn bản hành chính giấy",
    "2.2": "Phụ lục văn bản hành chính điện tử",
    "3.1": "Bản sao sang định dạng giấy",
    "3.2": "Bản sao sang định dạng điện tử",
}

_ANNEXES: Final = {
    "PL III": "Bảng chữ viết tắt tên loại, mẫu trình bày văn bản",
    "PL III, M.I": "Bảng chữ viết tắt tên loại văn bản và bản sao",
    "PL III, M.II": "Mẫu trình bày văn bản hành chính và bản sao",
    "PL IV": "Mẫu về văn thư",
    "PL VI": "Hệ thống quản lý tài liệu điện tử",
}

_HD29: Final = (
    "khổ giấy", "hướng giấy", "lề trang", "phông chữ", "số trang", "tiêu đề", "tên cơ quan", "số, ký hiệu", "ký hiệu",
    "địa điểm, ngày", "tên loại, trích yếu", "trích yếu công văn", "căn cứ", "lời văn", "bố cục", "viện dẫn", "đề ký",
    "nơi nhận", "mật, khẩn", "kết thúc văn bản", "phụ lục", "thành phần thể thức", "ký hiệu tệp", "kính gửi",
)  # fmt: skip
_HD05: Final = (
    "khổ giấy", "lề trang", "phông chữ", "số trang", "tiêu đề", "tên cơ quan", "số, ký hiệu", "ký hiệu",
    "địa danh, ngày", "tên loại, trích yếu", "căn cứ", "nội dung", "bố cục", "viện dẫn", "đề ký", "nơi nhận",
    "mật, khẩn", "kết thúc văn bản", "phụ lục", "thành phần thể thức", "kính gửi",
)  # fmt: skip


def _of_annex_3() -> dict[str, str]:
    return {f"PL III, M.II, Mẫu {mau}": f"Mẫu {mau}: {ten}" for mau, ten in _TEMPLATES.items()}


CLAUSES: Final[Mapping[str, str]] = {
    **_ARTICLES,
    **_ANNEX_1,
    **{f"{_ROW} {row}": f"Mẫu chữ: {ten}" for row, ten in _ROWS.items()},
    **_ANNEX_2,
    **_ANNEXES,
    **_of_annex_3(),
    **{f"HD 29 ({phan})": phan for phan in _HD29},
    **{f"HD 05-HD/VPTW ({phan})": phan for phan in _HD05},
    NGON_NGU: "Chính tả, cách viết và sự nhất quán trong một văn bản; không dẫn điều khoản nào",
}
"""Every clause that may be cited."""


def addresses(dieu_khoan: str) -> tuple[str, ...]:
    """Cut a citation into addresses as the table has them: ``M.V #2`` alone → ``PL I, P.I, M.V #2``."""
    return tuple(_full(part.strip()) for part in dieu_khoan.split(";"))


def title(dieu_khoan: str) -> str:
    """Tell what a citation is about. Raises KeyError for an address that is not in the table."""
    return "; ".join(dict.fromkeys(CLAUSES[address] for address in addresses(dieu_khoan)))


def source(dieu_khoan: str) -> str:
    """Name the document a citation is in, "" for what rests on none."""
    first = addresses(dieu_khoan)[0]
    if first == NGON_NGU:
        return ""
    if first.startswith("HD 29"):
        return "Hướng dẫn số 29-HD/TWĐTN-VP"
    return "Hướng dẫn số 05-HD/VPTW" if first.startswith("HD 05") else ND30


def _full(address: str) -> str:
    if address.startswith("M.V #"):
        return f"PL I, P.I, {address}"
    return address.replace("PL III, Mẫu", "PL III, M.II, Mẫu")

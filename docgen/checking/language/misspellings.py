"""Misspellings met in official papers, whose wrong form has no meaning of its own.

Each pattern is matched against text in small letters with tones placed the old way. Where a wrong form may also be
right (``có thể mạnh dạn``) the pattern excludes that, and the last field says that the checker is not sure.
"""

from __future__ import annotations

import re
from typing import Final

_SURE: Final = (
    ("bổ xung", "bổ sung"), ("xử dụng", "sử dụng"), ("sữ dụng", "sử dụng"), ("xuất xắc", "xuất sắc"),
    ("suất sắc", "xuất sắc"), ("sát nhập", "sáp nhập"), ("xáp nhập", "sáp nhập"), ("chuẩn đoán", "chẩn đoán"),
    ("chân trọng", "trân trọng"), ("trân thành", "chân thành"), ("hổ trợ", "hỗ trợ"), ("nổ lực", "nỗ lực"),
    ("kỹ niệm", "kỷ niệm"), ("kỹ luật", "kỷ luật"), ("kỹ cương", "kỷ cương"), ("kỹ yếu", "kỷ yếu"),
    ("suôn sẽ", "suôn sẻ"), ("mạnh mẻ", "mạnh mẽ"), ("vui vẽ", "vui vẻ"), ("sạch sẻ", "sạch sẽ"),
    ("chặt chẻ", "chặt chẽ"), ("sữa đổi", "sửa đổi"), ("sữa chữa", "sửa chữa"), ("sửa chửa", "sửa chữa"),
    ("rũi ro", "rủi ro"), ("quãng bá", "quảng bá"), ("thúc đẫy", "thúc đẩy"), ("đãm bảo", "đảm bảo"),
    ("bão đảm", "bảo đảm"), ("khã năng", "khả năng"), ("ũng hộ", "ủng hộ"), ("giử gìn", "giữ gìn"),
    ("nghĩ hưu", "nghỉ hưu"), ("nghĩ phép", "nghỉ phép"), ("nghĩ lễ", "nghỉ lễ"), ("đề nghỉ", "đề nghị"),
    ("kiến nghỉ", "kiến nghị"), ("hội nghỉ", "hội nghị"), ("thão luận", "thảo luận"), ("dự thão", "dự thảo"),
    ("khão sát", "khảo sát"), ("kiễm tra", "kiểm tra"), ("kiễm soát", "kiểm soát"), ("triễn khai", "triển khai"),
    ("phát triễn", "phát triển"), ("phổ biễn", "phổ biến"), ("biểu diển", "biểu diễn"), ("hướng dẩn", "hướng dẫn"),
    ("lảnh đạo", "lãnh đạo"), ("xả hội", "xã hội"), ("tỗ chức", "tổ chức"), ("nhiêm vụ", "nhiệm vụ"),
    ("trách nhiêm", "trách nhiệm"), ("thực hiên", "thực hiện"), ("đơn vi", "đơn vị"), ("kế hoach", "kế hoạch"),
    ("quy đinh", "quy định"), ("quyết đinh", "quyết định"), ("nghị đinh", "nghị định"), ("chỉ đao", "chỉ đạo"),
    ("tăng cương", "tăng cường"), ("tuyên truyên", "tuyên truyền"), ("công tac", "công tác"), ("cán bô", "cán bộ"),
    ("thăm quan", "tham quan"), ("vô hình chung", "vô hình trung"), ("chỉnh chu", "chỉn chu"),
    ("đọc giả", "độc giả"), ("xúc tích", "súc tích"), ("cọ sát", "cọ xát"), ("tựu chung", "tựu trung"),
    ("dành thắng lợi", "giành thắng lợi"), ("để giành", "để dành"), ("lòng ghép", "lồng ghép"),
    ("năng nóng", "nắng nóng"), ("lười liềm", "lưỡi liềm"), ("cũng nhưn", "cũng như"), ("vướng mắt", "vướng mắc"),
    ("tạo điều kiên", "tạo điều kiện"), ("đều kiện", "điều kiện"), ("nâng cao nhận thứ", "nâng cao nhận thức"),
)  # fmt: skip
_UNSURE: Final = (
    (r"(?<!phân )chia sẽ(?! (?:được|do|là|có|không|cho))", "chia sẻ"),
    (r"cũng cố(?! (?:gắng|tình|ý))", "củng cố"),
    (r"(?:(?<=tổng )|(?<=nguồn ))khi phí", "kinh phí"),
    (r"cùm (?:pa nô|pano)", "cụm pa nô"),
    (r"công (?:ttđt|thông tin điện tử)", "Cổng thông tin điện tử"),
    (r"có thể mạnh(?! (?:dạn|mẽ|lên|hơn|tay|và|về|ở))", "có thế mạnh"),
    (r"xin kiến(?! (?:nghị|thức|tạo|giải|thiết|trúc))", "xin ý kiến"),
)

MISSPELLINGS: Final = re.compile(
    rf"(?<!\w)(?:(?P<chac>{'|'.join(re.escape(wrong) for wrong, _ in _SURE)})|"
    + "|".join(f"(?P<k{k}>{form})" for k, (form, _) in enumerate(_UNSURE))
    + r")(?!\w)"
)
"""Any of them."""

_RIGHT: Final = dict(_SURE)


def right(m: re.Match[str]) -> tuple[str, bool]:
    """Give what should stand there, and whether that is sure."""
    if m["chac"]:
        return _RIGHT[m["chac"]], True
    return next(good for k, (_, good) in enumerate(_UNSURE) if m[f"k{k}"]), False

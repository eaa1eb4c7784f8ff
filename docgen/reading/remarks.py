"""What was read in a way the author of the paper should know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.errors import Fault


@dataclass
class Remarks:
    """Counts, gathered while reading."""

    inserted: int = 0
    deleted: int = 0
    boxes: int = 0
    pictures: int = 0
    objects: int = 0
    hidden: int = 0
    comments: int = 0
    external: int = 0
    empty_fields: set[str] = field(default_factory=set)
    legacy_font: str = ""
    legacy_at: int = 0

    def faults(self, ten: str) -> Iterator[Fault]:
        """Tell each of them once, in Vietnamese; ``ten`` is what the file is called."""
        noi = ten or "văn bản"
        for said, loi, sua in self._sentences():
            if said:
                yield Fault(noi, loi, sua, nang="nhac")

    def _sentences(self) -> Iterator[tuple[object, str, str]]:
        changed = self.inserted + self.deleted
        yield (
            changed,
            f"Văn bản còn {changed} chỗ sửa theo dõi (Track Changes): đọc như đã chấp nhận hết, chữ đã xóa thì bỏ qua.",
            "Nếu không đúng ý, hãy mở bằng Word, chấp nhận hoặc từ chối từng chỗ sửa rồi lưu lại.",
        )
        yield self.comments, f"Văn bản có {self.comments} nhận xét bên lề; nhận xét không được đọc.", ""
        yield self.boxes, f"Văn bản có {self.boxes} hộp chữ; chữ trong hộp được đọc ngay sau đoạn mà hộp neo vào.", ""
        yield self.hidden, "Văn bản có chữ ẩn: không in ra nên không tính là nội dung.", ""
        yield self.pictures, f"Văn bản có {self.pictures} hình ảnh; chữ nằm trong hình không đọc được.", ""
        yield self.objects, f"Văn bản có {self.objects} đối tượng nhúng (bảng tính, biểu đồ …) không đọc được.", ""
        yield (
            self.empty_fields,
            f"Có trường tự động chưa có kết quả ({', '.join(sorted(self.empty_fields))}): không rõ in ra chữ gì.",
            "Hãy mở bằng Word, nhấn Ctrl+A rồi F9 để cập nhật trường, và lưu lại.",
        )
        yield (
            self.external,
            f"Văn bản trỏ tới {self.external} nguồn bên ngoài (hình, mẫu …): không mở các nguồn ấy.",
            "",
        )
        yield (
            self.legacy_font,
            f"Đoạn {self.legacy_at} dùng phông “{self.legacy_font}” của bảng mã cũ: chữ đọc ra có thể không đúng.",
            "Hãy chuyển văn bản sang Unicode (phông Times New Roman) rồi lưu lại.",
        )

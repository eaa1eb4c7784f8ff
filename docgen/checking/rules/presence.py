"""The parts every paper has: each that was not found is told once, here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.missing import absent
from docgen.checking.part_names import NAMES
from docgen.checking.rule import rule
from docgen.standards import Sure


@rule("ND30-D8-1", ten="Thành phần thể thức chính còn thiếu", the_thuc=("nd30",), dieu_khoan="Điều 8", sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def du_thanh_phan(p: Judged) -> Iterator[Finding]:
    """Văn bản hành chính có chín thành phần chính, từ Quốc hiệu đến nơi nhận.

    Không tìm thấy chưa chắc là không có: phần ấy có thể là hình ảnh, hoặc trình bày khác lạ, nên chỉ cảnh báo. Với tệp
    chữ (dán văn bản) thì chỉ ghi chú, vì phần đầu thường mất khi sao chép. Thành phần thiếu chỉ nêu ở đây.
    Đúng: đủ Quốc hiệu, Tiêu ngữ, tên cơ quan, số, ngày, tên loại, trích yếu, nội dung, người ký, nơi nhận.
    Sai: không có nơi nhận.
    """
    yield from _absent(p)


@rule("HD29-thanh-phan-1", ten="Thành phần thể thức còn thiếu", the_thuc=("doan",),
      dieu_khoan="HD 29 (thành phần thể thức)", sure=Sure.V, muc="canh-bao")  # fmt: skip
def du_thanh_phan_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn có tiêu đề, tên cơ quan, số, ký hiệu, địa điểm, ngày, tên loại, nội dung, người ký, nơi nhận.

    Không tìm thấy chưa chắc là không có, nên chỉ cảnh báo; với tệp chữ thì chỉ ghi chú.
    Đúng: đủ các thành phần. Sai: không có nơi nhận.
    """
    yield from _absent(p)


@rule("HD05-thanh-phan-1", ten="Thành phần thể thức còn thiếu", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (thành phần thể thức)", sure=Sure.V, muc="canh-bao")  # fmt: skip
def du_thanh_phan_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng có chín thành phần bắt buộc, từ tiêu đề đến nơi nhận.

    Không tìm thấy chưa chắc là không có, nên chỉ cảnh báo; với tệp chữ thì chỉ ghi chú.
    Đúng: đủ các thành phần. Sai: không có nơi nhận.
    """
    yield from _absent(p)


def _absent(p: Judged) -> Iterator[Finding]:
    light = not p.paper.co_dinh_dang
    for ten in absent(p):
        loi = f"Không tìm thấy {NAMES[ten]}."
        yield p.finding(loi, phan=ten, thay="không thấy", can=NAMES[ten], chac="co-le",
                        muc="thong-tin" if light else None)  # fmt: skip


RULES = (du_thanh_phan, du_thanh_phan_doan, du_thanh_phan_dang)

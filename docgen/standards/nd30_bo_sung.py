"""Figures of NĐ 30 that only some papers need: công văn, optional components, signatures on files, copies."""

from __future__ import annotations

from docgen.standards.figures import Figure, Range, Sure, part, size

V, T, F = Sure.V, Sure.T, Sure.F
_M2 = "PL I, P.I, M.II, k."
_M3 = "PL I, P.I, M.III, k."
_SO_HOA = "PL I, P.II, M.I, k.2"
_CHU_KY_SO = _M2 + "8, đ.b"

CAP_CO_CHU_PT = Figure(((13, 14, 14), (12, 13, 13)), "PL I, P.I, M.V, chú thích", T)
"""Sizes that go together: Quốc hiệu, Tiêu ngữ, địa danh and date. The decree's own Mẫu 1.5 mixes them."""

CONG_VAN_TRICH_YEU = part(size(12, 13, 12, _M2 + "5, đ.b; M.V #5b", V), dam=False, canh="giua")
CONG_VAN_MO_DAU = Figure("V/v", _M2 + "5, đ.b", V)
CONG_VAN_CACH_SO_PT = Range(6, 6, 6, _M2 + "5, đ.b", V)
"""Room between số, ký hiệu and trích yếu of a công văn."""

NGUOI_SOAN = part(size(11, 11, 11, _M3 + "3; M.V #11", T), hoa=None, canh="trai")
NGUOI_SOAN_MAU = Figure("PL.(300)", "PL I, P.I, M.V #11", T)
"""Ô 12: initials of the drafter and number of copies issued, last line under nơi nhận."""

DIA_CHI = part(size(11, 12, 11, _M3 + "4; M.V #12", T))
DIA_CHI_KE = Figure("hết chiều ngang vùng trình bày", _M3 + "4", T)
"""Ô 13: address line at the foot of page 1, under a solid line as wide as the text."""

LUU_HANH = part(size(13, 14, 13, _M3 + "2, đ.c; M.V #13", T), hoa=True, dam=True, canh="giua")
LUU_HANH_LOI = Figure(("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"), _M3 + "2, đ.c", T)
THU_HOI_LOI = Figure("TÀI LIỆU THU HỒI", _M3 + "2, đ.a", T)
"""Ô 11: marks on who may read a paper, framed."""

CHU_KY_SO = part(size(10, 10, 10, _CHU_KY_SO, V), canh="phai")
CHU_KY_SO_MAU_CHU = Figure("đen", _CHU_KY_SO, V)
CHU_KY_SO_ANH = Figure("png", _M2 + "7, đ.d; k.8, đ.a", V)
CHU_KY_SO_MAU_ANH = Figure(("xanh", "đỏ"), _M2 + "7, đ.d; k.8, đ.a", V)
"""Digital signatures: text of the body's one on attachments and copies; images of the signer's and of the seal."""

BAN_SAO_CHU = part(size(13, 14, 14, "PL I, P.II, M.II, k.2, đ.b", T), hoa=True, dam=True)
BAN_SAO = Figure((("SAO Y", "SY"), ("SAO LỤC", "SL"), ("TRÍCH SAO", "TrS")), "PL III, M.I; PL I, P.II", V)
BAN_SAO_PDF = Figure("1.4", _SO_HOA + ", đ.a", V)
BAN_SAO_DPI = Range(200, None, 200, _SO_HOA + ", đ.c", V)
BAN_SAO_TY_LE = Figure("100%", _SO_HOA + ", đ.d", V)
"""Copies (Điều 25–27); version, resolution and scale are stated for digitised copies only."""

PHU_LUC_KE = Figure("một nét ngắn dưới dòng chỉ dẫn kèm theo", "PL III, Mẫu 2.1, 2.2", F)
DAU_DEN_RONG_MM = Figure(50.0, "PL IV", V)
DAU_DEN_CAO_MM = Figure(35.0, "PL IV", V)

"""Items of one list are closed, marked and begun in one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.letters import NHO
from docgen.checking.language.places import last_word
from docgen.checking.language.prose import RECIPIENTS, TITLE, prose, spot, without
from docgen.checking.language.structure import BULLETS, Item, Siblings, lists
from docgen.checking.rule import rule
from docgen.standards import Sure

_CLOSING: Final = "”\"')]’*"
_UNJUDGED: Final = ("…", "..", "/", ":", "?", "!")
_NAMES: Final = {";": "dấu chấm phẩy", ".": "dấu chấm", ",": "dấu phẩy", "": "không có dấu"}

# Words that begin a clause in official papers: a capital behind ";" is out of place there.
_SMALL_WORDS: Final = (
    "Các", "Những", "Mọi", "Mỗi", "Việc", "Căn cứ", "Theo", "Trong", "Từ", "Với", "Để", "Khi", "Nếu", "Do", "Tạo",
    "Gắn", "Đưa", "Lấy", "Không", "Có", "Là", "Giao", "Đề nghị", "Yêu cầu", "Phối hợp với", "Đồng thời",
)  # fmt: skip
# These may also begin a name (Tổ chức Y tế Thế giới), whose next word then has a capital.
_VERBS: Final = (
    "Tăng cường", "Phối hợp", "Tổ chức", "Chia sẻ", "Xây dựng", "Thu hút", "Vai trò", "Tuyên truyền", "Quá trình",
    "Dọn dẹp", "Phát tặng", "Trao tặng", "Phát động", "Đẩy mạnh", "Nâng cao", "Thực hiện", "Triển khai", "Chỉ đạo",
    "Kiểm tra", "Tham mưu", "Chủ trì", "Chủ động", "Tiếp tục", "Đảm bảo", "Bảo đảm", "Khuyến khích", "Hỗ trợ",
    "Vận động", "Cung cấp", "Rà soát", "Tổng hợp", "Theo dõi", "Đôn đốc", "Phát huy", "Huy động", "Lồng ghép",
    "Đổi mới", "Phát triển", "Quán triệt", "Kịp thời", "Ưu tiên", "Hoàn thiện", "Hoàn thành", "Xử lý", "Giải quyết",
    "Bố trí", "Mở rộng", "Củng cố", "Góp phần", "Thường xuyên", "Tích cực", "Phân công", "Giám sát", "Bồi dưỡng",
    "Sử dụng", "Cập nhật",
)  # fmt: skip
_AFTER_SEMICOLON: Final = re.compile(
    rf";\s+(?P<tu>(?:{'|'.join(_SMALL_WORDS)})(?=[\s,])|(?:{'|'.join(_VERBS)})(?=,?\s[{NHO}]))(?!\s+(?:số\s+)?\d)"
)
_TIGHT_LABEL: Final = re.compile(r"^\s*(?P<nhan>\d{1,2}(?:\.\d{1,2})*[.)/]|[a-zđ][.)/]|[-+•·])(?=[^\W\d_]{2})")


@rule("NN-liet-ke-1", ten="Dấu cuối các mục của một danh sách", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def dau_cuoi(p: Judged) -> Iterator[Finding]:
    """Các mục của một danh sách kết thúc theo một kiểu: đều là dấu chấm, hoặc dấu chấm phẩy và mục cuối dấu chấm.

    Mục dẫn vào danh sách con (kết thúc bằng dấu hai chấm) và mục kết thúc bằng dấu chấm lửng không bị xét.
    Sai: "- Số lượng: 150 người" rồi "- Thời gian: 03 ngày.". Đúng: cả hai có dấu, mục đầu là ";", mục cuối là ".".
    """
    for one in lists(p):
        odd = _odd_end(one)
        if odd is None:
            continue
        item, found, wanted = odd
        shown = _NAMES[found] if not found else f"{_NAMES[found]} “{found}”"
        loi = f"Mục này kết thúc bằng {shown}, không cùng kiểu với các mục khác của danh sách."
        if not found:
            loi = "Mục này không có dấu kết thúc, trong khi các mục khác của danh sách có."
        khoang = last_word(p.paper.paras[item.line.doan].text)
        can = f"{_NAMES[wanted]} “{wanted}”" if wanted else _NAMES[wanted]
        yield p.finding(loi, doan=item.line.doan, khoang=khoang, thay=found, can=can)


def _end_mark(item: Item) -> str | None:
    """The mark that closes an item; None for one that is not judged."""
    text = item.chu.rstrip()
    bare = text.rstrip(_CLOSING).rstrip()
    last = bare[-1:]
    if not bare or bare.endswith(_UNJUDGED) or item.con is not None:
        return None
    if last in ";.,":
        return last
    return text[-1:] if text[-1:] in ";.," else ""


def _odd_end(one: Siblings) -> tuple[Item, str, str] | None:
    """The first item whose end is unlike the others', its mark, and the mark it should have."""
    ends = [(item, mark) for item in one.items if (mark := _end_mark(item)) is not None]
    if one.cap not in BULLETS:
        ends = [(item, mark) for item, mark in ends if mark and not item.line.tieu_de]
    if len(ends) < 2:
        return None
    counts = Counter(mark for _, mark in ends[:-1])
    usual = max(counts, key=lambda mark: (counts[mark], mark == ";", mark == "."))
    for item, mark in ends[:-1]:
        if mark != usual:
            return item, mark, usual
    last, mark = ends[-1]
    wanted = "." if usual in {";", ","} else usual
    # The last item may close the whole with a full stop, and a list may go on behind words that stand between.
    if mark == wanted or (not usual and mark == ".") or (usual and mark == usual and one.items[-1] is not last):
        return None
    return last, mark, wanted


@rule("NN-liet-ke-2", ten="Chữ hoa sau dấu chấm phẩy", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def hoa_sau_cham_phay(p: Judged) -> Iterator[Finding]:
    """Sau dấu chấm phẩy ở giữa đoạn viết chữ thường, trừ tên riêng.

    Nghị định 30 (Phụ lục II, mục I) chỉ buộc viết hoa đầu câu: sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng.
    Sai: "…ở ngoài nước; Tăng cường giáo dục". Đúng: "…ở ngoài nước; tăng cường giáo dục".
    """
    for line in without(p, RECIPIENTS | TITLE):
        if line.hoa:
            continue
        found = list(_AFTER_SEMICOLON.finditer(line.text))
        if found:
            word = found[0]["tu"]
            more = f" (đoạn này có {len(found)} chỗ như vậy)" if len(found) > 1 else ""
            loi = f"“{word}” viết hoa sau dấu chấm phẩy{more}."
            yield spot(p, line, found[0].span("tu"), loi, can=word[0].lower() + word[1:])


@rule("NN-liet-ke-3", ten="Một danh sách dùng nhiều dấu đầu dòng", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def dau_dau_dong(p: Judged) -> Iterator[Finding]:
    """Các mục cùng cấp dùng một dấu đầu dòng (hoặc một kiểu nhãn); mỗi cấp một dấu riêng.

    Dùng một dấu cho hai cấp, hoặc hai dấu cho một cấp, thì không thấy mục nào thuộc mục nào.
    Sai: "· Cấp khối:" rồi "· Thực hiện…" là mục con mà cùng dấu. Đúng: "- Cấp khối:" rồi "+ Thực hiện…".
    """
    for one in lists(p):
        if one.cap in BULLETS:
            odd = _other_sign(one)
            if odd:
                item, usual = odd
                loi = f"Mục này mở đầu bằng “{item.line.nhan}”, các mục cùng danh sách bằng “{usual}”."
                yield p.finding(loi, doan=item.line.doan, thay=item.line.nhan, can=usual)
    nested = [item for one in lists(p) if one.cap in BULLETS for item in _two_levels(one)]
    if nested:
        sign = nested[0].line.nhan
        loi = f"Dấu “{sign}” dùng cho cả mục dẫn và các mục con của nó ({len(nested)} chỗ trong văn bản)."
        yield p.finding(loi, doan=nested[0].line.doan, thay=sign, can="một dấu khác cho mục con, ví dụ “+”")


def _other_sign(one: Siblings) -> tuple[Item, str] | None:
    """The first item with another sign than most; signs that change behind a colon tell a level of their own."""
    typed = [item for item in one.items if not item.line.tu_dong]
    signs = Counter(item.line.nhan for item in typed)
    if len(signs) < 2 or {"*", "-"} == set(signs):
        return None
    usual = signs.most_common(1)[0][0]
    for before, item in pairwise(typed):
        if item.line.nhan != before.line.nhan and before.chu.endswith(":"):
            return None
    return next(item for item in typed if item.line.nhan != usual), usual


def _two_levels(one: Siblings) -> list[Item]:
    """Items that lead others and carry the same sign as those: at least two of them, or the list is one level."""
    leads = [
        item
        for item, after in pairwise(one.items)
        if item.chu.endswith(":") and item.con is None and item.line.nhan == after.line.nhan
    ]
    return leads if len(leads) >= 2 else []


@rule("NN-liet-ke-4", ten="Nhãn viết liền với chữ", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def nhan_lien(p: Judged) -> Iterator[Finding]:
    """Giữa số thứ tự hoặc dấu đầu dòng và chữ có một khoảng trắng.

    Sai: "1/Cấp tỉnh:", "-Nội dung tập huấn". Đúng: "1. Cấp tỉnh", "- Nội dung tập huấn".
    """
    for line in prose(p):
        m = _TIGHT_LABEL.match(line.text)
        if m and not line.trong_bang:
            loi = f"Thiếu khoảng trắng sau “{m['nhan']}”."
            yield spot(p, line, m.span("nhan"), loi, can=f"{m['nhan']} ")


RULES: Final = (dau_cuoi, hoa_sau_cham_phay, dau_dau_dong, nhan_lien)

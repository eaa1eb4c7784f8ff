"""What is told to the user about a body: every change, every doubt, and what has to be mended.

One function for each thing that can be said; all take the 1-based line and return a :class:`Fault` without a place
(``noi``), which ``parse`` fills in.
"""

from __future__ import annotations

from docgen.errors import Fault
from docgen.outline.tree import DECIMAL, Level
from docgen.vietnamese.refusal import quoted

_PLAIN_SIGN = "Nếu đó là chữ thường, hãy gõ dấu \\ trước dấu ấy."


def _told(dong: int, loi: str, sua: str = "") -> Fault:
    return Fault("", loi, sua, dong, "nhac")


def blanks_folded(dong: int) -> Fault:
    """Tabs, no-break or double blanks became one blank."""
    return _told(
        dong,
        "Nhiều khoảng trắng liền nhau, dấu tab hoặc khoảng trắng cứng được ghi thành một khoảng trắng.",
        "Muốn giữ nguyên, hãy gõ dấu \\ trước khoảng trắng.",
    )


def label_renumbered(dong: int, typed: str, label: str) -> Fault:
    """The typed number was not the one that is due."""
    return _told(dong, f"Nhãn {quoted(typed)} được đánh số lại thành {quoted(label)} theo thứ tự.")


def label_reshaped(dong: int, typed: str, label: str) -> Fault:
    """The number is right, its sign is another's."""
    return _told(dong, f"Nhãn {quoted(typed)} được hiểu là {quoted(label)}.", _PLAIN_SIGN)


def bullet_reshaped(dong: int, typed: str, label: str) -> Fault:
    """A bullet of Word or of habit."""
    return _told(dong, f"Dấu đầu dòng {quoted(typed)} được hiểu là {quoted(label)}.", _PLAIN_SIGN)


def label_without_blank(dong: int, typed: str, label: str) -> Fault:
    """The text follows the label without a blank."""
    return _told(
        dong,
        f"Sau {quoted(typed)} thiếu khoảng trắng; đã hiểu là nhãn {quoted(label)} và phần chữ sau nó.",
        _PLAIN_SIGN,
    )


def label_refused(dong: int, typed: str) -> Fault:
    """It looks like a label, but its number is not due: words."""
    return _told(
        dong,
        f"Dòng bắt đầu bằng {quoted(typed)} nhưng không đúng thứ tự của một nhãn, nên được hiểu là chữ thường.",
        "Nếu là nhãn, hãy gõ đúng số thứ tự, kèm dấu như “1.”, “1.1.”, “a)”, “I.”.",
    )


def label_unknown(dong: int, typed: str) -> Fault:
    """A label of a level the notation does not have: words."""
    return _told(
        dong,
        f"Dòng bắt đầu bằng {quoted(typed)}, không phải là nhãn của cấp nào, nên được hiểu là chữ thường.",
        "Các nhãn được hiểu: Phần I, Chương I, Mục 1, Điều 1., I., 1., 1.1., a), -, +.",
    )


def parent_missing(dong: int, level: Level, label: str) -> Fault:
    """A decimal without the items above it."""
    above = quoted(label.rstrip(".").rpartition(".")[0] + ".")
    return _told(
        dong,
        f"Không có mục {above} ở trên mục {quoted(label)}.",
        f"Hãy thêm mục {above}, hoặc dùng nhãn “{'1.' if level is DECIMAL[1] else '1.1.'}”.",
    )


def letters_run_out(dong: int, label: str) -> Fault:
    """The 24th point."""
    return _told(
        dong, f"Hết chữ cái để đánh thứ tự điểm: sau “y)” là “aa)”, “ab)”; điểm này mang nhãn {quoted(label)}."
    )


def joined(dong: int) -> Fault:
    """A line was joined to one that looked finished."""
    return _told(
        dong,
        "Dòng này được nối vào dòng trên thành một đoạn, tuy dòng trên trông như đã hết đoạn hoặc hết đề mục.",
        "Nếu là đoạn mới, hãy để một dòng trống ở giữa.",
    )


def title_taken(dong: int, typed: str) -> Fault:
    """A line in capitals after a blank line was taken as the title of the label above."""
    return _told(
        dong,
        f"Dòng này được hiểu là tiêu đề của {quoted(typed)} ở trên.",
        "Hãy gõ tiêu đề ngay dòng dưới nhãn; nếu không phải tiêu đề, hãy gõ dấu \\ ở cuối dòng nhãn.",
    )


def paragraph_cut(dong: int) -> Fault:
    """Two paragraphs that may be one, cut by a page break."""
    return _told(
        dong,
        "Đoạn này có lẽ nối tiếp đoạn trên (bị ngắt trang): đoạn trên chưa có dấu kết thúc. Hai đoạn được giữ riêng.",
        "Nếu là một đoạn, hãy xóa dòng trống ở giữa.",
    )


def run_in_guessed(dong: int, title: str) -> Fault:
    """Title and text were told apart by their colons."""
    return _told(
        dong,
        f"{quoted(title)} được hiểu là đề mục, phần sau là nội dung trên cùng dòng.",
        f"Để nói rõ, hãy gõ **{title}** trước nội dung; nếu cả dòng là nội dung, hãy gõ dấu \\ ở cuối dòng.",
    )


def title_long(dong: int) -> Fault:
    """A long title that may be text."""
    return _told(
        dong,
        "Dòng dài này không có dấu kết thúc nên được hiểu là đề mục.",
        "Nếu là nội dung, hãy thêm dấu kết thúc câu, hoặc gõ dấu \\ ở cuối dòng.",
    )


def title_like(dong: int, words: str) -> Fault:
    """A short text above a list that may be a title."""
    return _told(
        dong,
        f"{quoted(words)} được hiểu là nội dung vì có dấu kết thúc câu.",
        f"Nếu là đề mục, hãy gõ **{words}** hoặc bỏ dấu ở cuối.",
    )


def group_flat(dong: int, words: str) -> Fault:
    """A bullet that announces others, but the next is of its own level."""
    return _told(
        dong,
        f"{quoted(words)} kết thúc bằng dấu hai chấm nhưng dòng sau cùng cấp với nó.",
        "Nếu các dòng sau là mục con, hãy gõ dấu + ở đầu các dòng ấy.",
    )


def title_weakened(dong: int) -> Fault:
    """Bold inside a title was dropped."""
    return _told(dong, "Chữ đậm trong đề mục được bỏ dấu **: cả đề mục đậm hay không là do kiểu chữ của cấp ấy.")


def empty(dong: int, typed: str) -> Fault:
    """A label without words."""
    return _told(dong, f"Sau nhãn {quoted(typed)} chưa có nội dung.", "Hãy gõ nội dung, hoặc xóa nhãn.")


def mark_unpaired(dong: int, mark: str) -> Fault:
    """A mark of emphasis without its partner."""
    return _told(
        dong,
        f"Dấu {quoted(mark)} không có dấu thứ hai đi cùng nên được giữ nguyên là chữ.",
        f"Hãy gõ {mark}chữ{mark}; nếu là dấu thường, hãy gõ dấu \\ trước nó.",
    )


def rule_line(dong: int) -> Fault:
    """A line of dashes."""
    return _told(dong, "Dòng chỉ có gạch được giữ làm một đoạn văn.", "Nếu là đường kẻ trang trí, hãy xóa dòng này.")


def row_ragged(dong: int, cells: int, wanted: int) -> Fault:
    """A row with more or fewer cells than the first."""
    return Fault(
        "",
        f"Hàng này có {cells} ô, hàng đầu của bảng có {wanted} ô.",
        "Các hàng của bảng phải có số ô như nhau; ô trống vẫn phải có dấu |.",
        dong,
    )


def separator_ignored(dong: int) -> Fault:
    """A second row of dashes in one table."""
    return _told(dong, "Hàng gạch này bị bỏ qua: mỗi bảng chỉ có một hàng gạch, dưới các hàng đầu bảng.")


def table_empty(dong: int) -> Fault:
    """A row of dashes without any other row."""
    return Fault("", "Bảng này không có hàng nào.", "Hãy thêm hàng, hoặc xóa hàng gạch.", dong)


def note_undefined(dong: int, key: str) -> Fault:
    """A footnote place without text."""
    return Fault("", f"Chú thích [^{key}] không có lời.", f"Hãy thêm một dòng: [^{key}]: lời chú thích.", dong)


def note_unused(dong: int, key: str) -> Fault:
    """A footnote text without place."""
    return Fault(
        "",
        f"Lời chú thích [^{key}] không được dẫn ở đâu.",
        f"Hãy gõ [^{key}] sau chữ cần chú thích, hoặc xóa dòng này.",
        dong,
    )


def note_twice(dong: int, key: str) -> Fault:
    """Two footnote texts of one key."""
    return Fault("", f"Chú thích [^{key}] có hai lời.", "Hãy đặt ký hiệu khác cho một trong hai.", dong)


def note_nested(dong: int, key: str) -> Fault:
    """A footnote inside a footnote."""
    return Fault("", f"Chú thích [^{key}] nằm trong lời của một chú thích.", "Hãy đưa nó ra phần nội dung.", dong)


def note_repeated(dong: int, key: str) -> Fault:
    """A footnote text with several places."""
    return _told(dong, f"Chú thích [^{key}] được dẫn nhiều lần; mỗi lần sẽ in một chú thích riêng cùng lời.")

"""What Word, LibreOffice and WPS would show differently, as far as the file alone tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.reading.theme import Theme, read_theme
from docgen.render import parts, wordml
from docgen.render.wordml import Element, twips, w
from docgen.workshop.opened import Opened, View
from docgen.workshop.remarks import Remark
from docgen.workshop.style_sheet import StyleSheet

# A twentieth of a millimetre is a rounding; two millimetres are another table.
_SLACK_TWIP: Final = 113
_BOX: Final = w("txbxContent")
_THEMED: Final = (("asciiTheme", "ascii"), ("hAnsiTheme", "hAnsi"))


def looks(opened: Opened, sheet: StyleSheet) -> Iterator[Remark]:
    """Columns, row heights, fonts, boxes and compatibility that programs read each in their own way."""
    theme = _theme(opened)
    for view in opened.views:
        if view.whole:
            yield from _tables(opened, view)
            yield from _boxes(opened, view)
            yield from _letters(opened, view, theme)
    yield from _style_letters(sheet, theme)
    yield from _compatibility(opened)


def _tables(opened: Opened, view: View) -> Iterator[Remark]:
    for table in view.root.iter(wordml.TBL):
        grid = table.find(w("tblGrid"))
        first = next(table.iter(wordml.P), None)
        if grid is None or first is None:
            continue
        spot = opened.spot(view, first)
        columns = [twips(column, "w") for column in grid.iterchildren(w("gridCol"))]
        problem = _columns(table, columns)
        if problem:
            yield Remark("hien", "canh-bao", *problem, cho=spot)
        elif _stretches(table) and any("{{" in (t.text or "") for t in table.iter(wordml.T)):
            loi = (
                "Bảng để Word tự co giãn cột theo chữ (AutoFit to Contents); LibreOffice và WPS không co giãn như vậy."
            )
            yield Remark("hien", "thong-tin", loi, "Nên chọn Table Properties, Options, bỏ Automatically resize.", spot)
        yield from _heights(opened, view, table)


def _columns(table: Element, columns: list[int | None]) -> tuple[str, str] | None:
    sua = "Hãy kéo lại mép cột trong Word (mỗi cột một lần) rồi lưu, để hai chỗ ghi giống nhau."
    rows = [list(_cells(row)) for row in table.iterchildren(wordml.TR)]
    if not all(columns) or len(columns) < max((start + span for row in rows for _, start, span in row), default=0):
        return "Độ rộng cột chỉ ghi ở từng ô, không ghi ở bảng: LibreOffice và WPS sẽ chia cột khác Word.", sua
    for row in rows:
        for cell, start, span in row:
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            said = twips(width, "w") if width is not None and width.get(w("type"), "dxa") == "dxa" else None
            drawn = sum(column or 0 for column in columns[start : start + span])
            if said and abs(said - drawn) > _SLACK_TWIP:
                loi = (
                    f"Độ rộng ghi ở ô ({_mm(said)} mm) khác độ rộng ghi ở cột của bảng ({_mm(drawn)} mm): Word theo ô, "
                    "LibreOffice và WPS theo cột."
                )
                return loi, sua
    return None


def _cells(row: Element) -> Iterator[tuple[Element, int, int]]:
    start = twips(row.find(f"{w('trPr')}/{w('gridBefore')}"), "val") or 0
    for cell in row.iterchildren(wordml.TC):
        span = max(twips(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val") or 1, 1)
        yield cell, start, span
        start += span


def _stretches(table: Element) -> bool:
    layout = table.find(f"{w('tblPr')}/{w('tblLayout')}")
    return layout is None or layout.get(w("type")) != "fixed"


def _heights(opened: Opened, view: View, table: Element) -> Iterator[Remark]:
    for row in table.iterchildren(wordml.TR):
        height = row.find(f"{w('trPr')}/{w('trHeight')}")
        if height is None or height.get(w("hRule")) != "exact":
            continue
        tagged = next((p for p in row.iter(wordml.P) if "{{" in wordml.text_of(p)), None)
        if tagged is not None:
            loi = f"Hàng này cao cố định {_mm(twips(height, 'val') or 0)} mm: giá trị dài hơn sẽ bị cắt mất chữ."
            sua = "Hãy vào Table Properties, Row, đổi Row height is từ Exactly sang At least."
            yield Remark("hien", "loi", loi, sua, opened.spot(view, tagged))


def _boxes(opened: Opened, view: View) -> Iterator[Remark]:
    for box in view.root.iter(_BOX):
        # Word writes a box twice: once as it is, once for programs of before 2010.
        if any(str(a.tag).endswith("}Fallback") for a in box.iterancestors()):
            continue
        first = next((p for p in box.iter(wordml.P) if "{{" in wordml.text_of(p) or "{%" in wordml.text_of(p)), None)
        if first is not None:
            loi = "Có thẻ trong hộp chữ (text box): hộp không giãn theo chữ, mỗi chương trình đặt một chỗ."
            yield Remark("hien", "canh-bao", loi, "Nên dùng ô của bảng không viền thay cho hộp chữ.",
                         opened.spot(view, first))  # fmt: skip


def _letters(opened: Opened, view: View, theme: Theme) -> Iterator[Remark]:
    for paragraph in view.root.iter(wordml.P):
        for run in wordml.own(paragraph):
            fonts = run.find(f"{wordml.RPR}/{w('rFonts')}") if run.tag == wordml.R else None
            problem = None if fonts is None else _fonts(fonts, theme)
            if problem:
                yield Remark("hien", "canh-bao", *problem, cho=opened.spot(view, paragraph))
                break


def _style_letters(sheet: StyleSheet, theme: Theme) -> Iterator[Remark]:
    if sheet.root is not None:
        default = sheet.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{wordml.RPR}/{w('rFonts')}")
        found = [("mặc định của mẫu", default)]
        found += [
            (f"kiểu “{sheet.name(i)}”", style.find(f"{wordml.RPR}/{w('rFonts')}")) for i, style in sheet.by_id.items()
        ]
        for name, fonts in found:
            problem = None if fonts is None else _fonts(fonts, theme)
            if problem:
                yield Remark(
                    "hien", "canh-bao", f"Phông của {name}: {problem[0][:1].lower()}{problem[0][1:]}", problem[1]
                )


def _fonts(fonts: Element, theme: Theme) -> tuple[str, str] | None:
    sua = "Hãy chọn lại phông trong hộp Font (Ctrl+D), ô Latin text, không chọn loại +Body hay +Headings."
    for themed, named in _THEMED:
        slot, name = fonts.get(w(themed)), fonts.get(w(named))
        behind = theme.font(slot) if slot else None
        if slot and name and behind != name:
            shown = f"“{behind}”" if behind else "phông của chương trình"
            return f"Tên phông ghi “{name}” nhưng bộ phông của chủ đề (theme) đè lên bằng {shown}.", sua
    plain, accented = fonts.get(w("ascii")), fonts.get(w("hAnsi"))
    if plain and accented and plain != accented and fonts.get(w("hAnsiTheme")) is None:
        return f"Chữ không dấu dùng phông “{plain}” mà chữ có dấu dùng phông “{accented}”.", sua
    return None


def _compatibility(opened: Opened) -> Iterator[Remark]:
    for relation in parts.relationships(opened.parts, opened.roles.document):
        if relation.kind == "settings" and relation.target in opened.parts:
            modes = [
                twips(one, "val")
                for one in wordml.parse(opened.parts[relation.target]).iter(w("compatSetting"))
                if one.get(w("name")) == "compatibilityMode"
            ]
            if not modes or (modes[0] or 0) < 15:
                loi = "Word mở mẫu ở chế độ tương thích (Compatibility Mode): dàn trang theo Word đời cũ."
                yield Remark("hien", "thong-tin", loi, "Nên vào File, Info, Convert rồi lưu lại.")


def _theme(opened: Opened) -> Theme:
    found = [r.target for r in parts.relationships(opened.parts, opened.roles.document) if r.kind == "theme"]
    name = next((name for name in found if name in opened.parts), None)
    return read_theme(None if name is None else wordml.parse(opened.parts[name]))


def _mm(value: int) -> str:
    return f"{value * 25.4 / 1440:.0f}"

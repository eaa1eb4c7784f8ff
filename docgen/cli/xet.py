"""``check`` and ``explain``: a paper judged, and a rule explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

import click

from docgen.cli import noi
from docgen.cli.tieng_viet import Lenh, one_of
from docgen.errors import DocgenError, Fault, Unusable

if TYPE_CHECKING:
    from docgen.checking.regime import Asked
    from docgen.checking.result import Report
    from docgen.checking.silence import Silence
    from docgen.reading.facts import Paper

Dang = Literal["text", "json", "sarif", "html"]
_DANG: Final = ("text", "json", "sarif", "html")
_THE_THUC: Final = ("auto", "nd30", "doan", "dang")
_READ: Final = frozenset((".docx", ".docm", ".doc", ".txt"))
_MARKED: Final = ".nhan-xet.docx"


@click.command(cls=Lenh, short_help="Xét thể thức và cách viết của văn bản đã có.")
@click.argument("sources", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--the-thuc",
    default="auto",
    callback=one_of(_THE_THUC),
    metavar="|".join(_THE_THUC),
    help="Xét theo thể thức nào (mặc định auto: tự nhận ra từ văn bản).",
)
@click.option(
    "--format",
    "dang",
    default="text",
    callback=one_of(_DANG),
    metavar="|".join(_DANG),
    help="Dạng của kết quả (mặc định text).",
)
@click.option(
    "--annotate",
    "folder",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Ghi vào đây bản sao .docx có nhận xét ở từng chỗ; tệp gốc giữ nguyên.",
)
@click.option("--de-len", "replace", is_flag=True, help="Cho phép ghi đè lên bản nhận xét đã có.")
@click.option("--strict", is_flag=True, help="Cảnh báo cũng tính như lỗi (mã thoát 1).")
@click.option(
    "--im-lang",
    "silence",
    metavar="TỆP.yaml",
    type=click.Path(path_type=Path),
    help="Tệp của cơ quan: những quy tắc không nêu, mỗi quy tắc kèm lý do.",
)
def check(
    sources: tuple[Path, ...],
    the_thuc: str,
    dang: str,
    folder: Path | None,
    replace: bool,
    strict: bool,
    silence: Path | None,
) -> None:
    """Xét thể thức và cách viết của văn bản (.docx, .doc, .txt) hoặc mọi văn bản trong một thư mục.

    Mã thoát: 0 không có lỗi; 1 có lỗi; 2 có tệp không đọc được.
    """
    files = list(_files(sources))
    silenced = _silences(silence)
    copies = None if folder is None else _Copies(folder, replace)
    reports: list[Report] = []
    code = 0
    for path in files:
        try:
            reports.append(_judged(path, cast("Asked", the_thuc), silenced, copies))
        except DocgenError as error:
            noi.say_faults(error)
            code = 2
    if reports:
        noi.result(_told(reports, cast(Dang, dang)).rstrip("\n"))
    if len(files) > 1:
        _sum_up(reports, len(files) - len(reports))
    raise click.exceptions.Exit(max([code, *(report.exit_code(strict) for report in reports)]))


@click.command(cls=Lenh, short_help="Giải thích một quy tắc theo mã của nó.")
@click.argument("ma", metavar="MÃ", required=False)
def explain(ma: str | None) -> None:
    """Giải thích quy tắc có MÃ này: nói gì, vì sao, theo điều khoản nào. Không có MÃ thì liệt kê mọi quy tắc."""
    from docgen.checking import explain as explaining

    text = explaining.listing() if ma is None else explaining.explain(explaining.find(ma))
    noi.result(text.rstrip("\n"))


def _files(sources: Sequence[Path]) -> Iterator[Path]:
    """Name the files to judge: those given, and the papers right inside the folders given."""
    for source in sources:
        if not source.is_dir():
            yield source
            continue
        try:
            inside = sorted(path for path in source.iterdir() if path.suffix.lower() in _READ and path.name[:2] != "~$")
        except OSError as error:
            raise Unusable(Fault(str(source), "Không có quyền xem thư mục này.")) from error
        if not inside:
            raise Unusable(Fault(str(source), "Thư mục này không có tệp .docx, .doc hay .txt nào."))
        yield from inside


def _silences(path: Path | None) -> tuple[Silence, ...]:
    if path is None:
        return ()
    from docgen.checking import rules
    from docgen.checking.silence import silences
    from docgen.errors import InputFaults
    from docgen.intake.read import read_file

    loaded = read_file(path)
    try:
        return silences(loaded.checked().raw, (one.ma for one in rules.ALL))
    except InputFaults as error:
        # What is wrong with this file is no finding of a paper: nothing was judged.
        raise Unusable(loaded.located(fault).within(str(path)) for fault in error.faults) from None


def _judged(path: Path, the_thuc: Asked, silenced: Sequence[Silence], copies: _Copies | None) -> Report:
    from docgen.checking.check import check as judge
    from docgen.reading.read import read

    paper = read(path)
    report = judge(paper, the_thuc, ten=str(path), im_lang=silenced)
    if copies is not None:
        copies.write(path, paper, report)
    return report


class _Copies:
    """Writes the copies with comments into one folder, each under a name of its own."""

    def __init__(self, folder: Path, replace: bool) -> None:
        self._folder, self._replace = folder, replace
        self._names: set[str] = set()

    def write(self, path: Path, paper: Paper, report: Report) -> None:
        """Write the copy of one paper; without findings there is nothing to write."""
        from docgen import files, pdf
        from docgen.checking.annotate import annotate

        if not report.findings:
            noi.say(f"{path}: không có gì để nhận xét nên không ghi bản sao.")
            return
        # What was read of an old .doc is LibreOffice's copy of it: the comments go into the same.
        source = pdf.to_docx(path.read_bytes()) if paper.nguon == "doc" else path
        data = annotate(source, paper, report)
        self._make_folder()
        target = self._folder / self._name(path.stem)
        try:
            files.write_file(target, data, self._replace)
        except files.AlreadyThere:
            noi.say("Muốn ghi đè thì thêm --de-len.")
            raise
        noi.say(f"Đã ghi {target}")

    def _name(self, stem: str) -> str:
        """Give a name no other paper of this run has taken: plans of several units may be called the same."""
        name, number = f"{stem}{_MARKED}", 2
        while name.casefold() in self._names:
            name, number = f"{stem}-{number}{_MARKED}", number + 1
        self._names.add(name.casefold())
        return name

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unusable(Fault(str(self._folder), f"Không tạo được thư mục ({error.strerror}).")) from error


def _told(reports: Sequence[Report], dang: Dang) -> str:
    if dang == "json":
        from docgen.checking.report.machine import as_json

        return as_json(reports)
    if dang == "sarif":
        from docgen.checking.report.sarif import as_sarif

        return as_sarif(reports)
    if dang == "html":
        from docgen.checking.report.html import as_html

        return as_html(reports)
    from docgen.checking.report.text import text

    return text(reports)


def _sum_up(reports: Sequence[Report], unread: int) -> None:
    bad = sum(1 for report in reports if report.count("loi"))
    doubted = sum(1 for report in reports if not report.count("loi") and report.count("canh-bao"))
    aside = sum(1 for report in reports if not report.judged)
    told = [
        f"{count} tệp {what}"
        for count, what in (
            (bad, "có lỗi"),
            (doubted, "chỉ có cảnh báo"),
            (aside, "không xét"),
            (unread, "không đọc được"),
        )
        if count
    ]
    noi.say(f"Đã xem {len(reports) + unread} tệp: {', '.join(told) or 'không tệp nào có lỗi hay cảnh báo'}.")

"""A file that is uploaded, or text that is pasted → the pairs of a form, and everything there is to tell about it.

Nothing that was read is lost: what belongs to no field stands in the body, and what no form can hold is told in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final, Literal

from docgen.document import Document
from docgen.errors import Fault, InputFaults, Unusable
from docgen.importing.read import Imported, read, read_text
from docgen.intake import read as data_files
from docgen.intake.dump import plain
from docgen.intake.form import from_post, to_pairs
from docgen.intake.load import built
from docgen.intake.loaded import Loaded
from docgen.intake.source import MAX_BYTES, Kind, decode
from docgen.kinds import Form, Kinds, Question, answer
from docgen.vietnamese.refusal import quoted
from docgen.web.typed import read_typed
from docgen.web.unasked import unasked

Pairs = tuple[tuple[str, str], ...]
Topic = Literal["can-sua", "da-sua", "con-lai", "nghi-ngo", "khac", "nhan-ra"]
"""What must be mended, was edited in Word, belongs to no field, is doubted, differs from the office, was recognised."""

FILE_ENDINGS: Final = (".docx", ".doc", ".txt", ".yaml", ".yml", ".json")
_DATA: Final[Mapping[str, Kind]] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_ISSUER: Final = "co_quan.ten"
_KIND_OF_ISSUER: Final = "co_quan.loai"
_UNLESS_FOUND: Final = "nha-nuoc"
_OLD: Final = {"so": "Số", "ngay": "Ngày"}
_SHOWN: Final = 120
_WHOLE: Final = 2000
_DAY: Final = re.compile(r"^(?P<nam>\d{4})-(?P<thang>\d{2})(?:-(?P<ngay>\d{2}))?$")
_ROW: Final = re.compile(r"(?P<ten>[^\[\]]+)\[\]")


@dataclass(frozen=True)
class Profile:
    """What the user's office answers beforehand. values: name of the question → text, lines below each other.

    khoi: the kind of issuer, when only that is known.
    """

    values: Mapping[str, str]
    khoi: str = ""


@dataclass(frozen=True)
class Arrival:
    """What came in. pairs: as the page of ``form`` would post them. source: how the draft began, in a few words.

    told: what there is to tell, by topic; places are those of the vocabulary. exact: the paper is exactly as docgen
    made it. giai_thich: by what it was read, in one sentence.
    """

    form: Form
    pairs: Pairs
    source: str
    told: Mapping[Topic, tuple[Fault, ...]]
    exact: bool
    giai_thich: str


@dataclass(frozen=True)
class Reception:
    """Where files and texts come in.

    form: of the kind the user chose, used unless the paper says another. fresh: number and date are left out.
    """

    form: Form
    kinds: Kinds
    profile: Profile
    fresh: bool = False

    def file(self, data: bytes, ten: str) -> Arrival:
        """Read an uploaded file: a Word file or text, or data by the ending of its name ``ten``.

        Raises Unusable or InputFaults when it cannot be read.
        """
        name = PurePath(ten.replace("\\", "/")).name
        source = f"đọc từ tệp {quoted(name, 80)}" if name else "đọc từ tệp tải lên"
        kind = _DATA.get(PurePath(name).suffix.lower())
        if kind is None:
            return self._paper(read(data, self.kinds, name), source)
        if len(data) > MAX_BYTES:
            raise Unusable(Fault(name, f"Tệp dữ liệu lớn quá {MAX_BYTES // 2**20} MB."))
        return self._data(data_files.read_text(decode(data, name), kind).checked(), source)

    def text(self, text: str) -> Arrival:
        """Read pasted text; raises Unusable when there are no words in it."""
        return self._paper(read_text(text, self.kinds), "đọc từ chữ đã dán")

    def _paper(self, found: Imported, source: str) -> Arrival:
        exact = found.nguon == "du-lieu"
        # The doubts about a paper of ours are those its form tells anyway.
        told: dict[Topic, tuple[Fault, ...]] = (
            {}
            if exact
            else {
                "da-sua": found.da_sua,
                "con-lai": found.report.con_lai,
                "nghi-ngo": found.report.nghi_ngo,
                "nhan-ra": found.report.nhan_ra,
            }
        )
        return self._settled(found.raw, told, exact, found.giai_thich, source)

    def _data(self, loaded: Loaded, source: str) -> Arrival:
        raw: Mapping[str, Any] = loaded.raw
        try:
            result = built(loaded, self.kinds)
            raw, notes = plain(result.document), result.notes
        except InputFaults as error:
            # A plan that is still missing something is what a form is for; values of a wrong shape fit no form.
            if not _fits(raw, _form_of(raw, self.form, self.kinds)):
                raise
            notes = tuple(fault for fault in error.faults if fault.nang != "loi")
        unknown = tuple(
            Fault(name, f"Không có mục tên này nên không đưa vào biểu: {quoted(str(value), _WHOLE)}.", nang="nhac")
            for name, value in loaded.raw.items()
            if name not in Document.model_fields
        )
        told: dict[Topic, tuple[Fault, ...]] = {"con-lai": unknown, "nghi-ngo": notes}
        return self._settled(raw, told, not unknown, "Đọc theo tệp dữ liệu.", source)

    def _settled(
        self, raw: Mapping[str, Any], told: dict[Topic, tuple[Fault, ...]], exact: bool, giai_thich: str, source: str
    ) -> Arrival:
        """Turn the values into pairs, complete them by the office's profile, and say what is still missing."""
        form = _form_of(raw, self.form, self.kinds)
        left_out = tuple(unasked(raw, form))
        if left_out:
            told["con-lai"] = (*told.get("con-lai", ()), *left_out)
            exact = False
        pairs, filled, differing = _completed(to_pairs(raw, form)[1:], form, self.profile, exact)
        # What the office says for itself need not be doubted any more.
        doubts = [fault for fault in told.get("nghi-ngo", ()) if fault.noi not in filled]
        if self.fresh:
            pairs = tuple(pair for pair in pairs if pair[0] not in _OLD)
        elif not exact:
            doubts += _of_last_year(pairs)
        told["nghi-ngo"] = tuple(doubts)
        told |= {"khac": differing, "can-sua": _to_mend(form, pairs, self.kinds)}
        found = {topic: faults for topic, faults in told.items() if faults}
        return Arrival(form, keyed(as_written(pairs, form)), source, found, exact, giai_thich)


def keyed(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Give every row of a list a key of its own, so that the ids on the page stay what they are from now on."""
    counts: dict[str, int] = {}
    found: list[tuple[str, str]] = []
    for name, value in pairs:
        row = _ROW.fullmatch(name)
        if row and "." not in name:
            counts[row["ten"]] = counts.get(row["ten"], 0) + 1
            name = f"{row['ten']}[{counts[row['ten']]}]"
        found.append((name, value))
    return tuple(found)


def answered(pairs: Sequence[tuple[str, str]], values: Mapping[str, str]) -> Pairs:
    """Put the answers of an office in place of those of the same names; empty ones change nothing."""
    given = {name: value for name, value in values.items() if value.strip()}
    kept = [(name, value) for name, value in pairs if name.removesuffix("[]") not in given]
    return (*kept, *given.items())


def as_written(pairs: Iterable[tuple[str, str]], form: Form) -> Pairs:
    """Write days the way offices do: ``2026-11-05`` → ``05/11/2026``, ``2026-11`` → ``11/2026``."""
    days = {question.ten for question in form.questions() if question.kieu == "date"}
    return tuple((name, _DAY.sub(_day, value) if name in days else value) for name, value in pairs)


def _day(found: re.Match[str]) -> str:
    return "/".join(filter(None, (found["ngay"], found["thang"], found["nam"])))


def _form_of(raw: Mapping[str, Any], chosen: Form, kinds: Kinds) -> Form:
    own = raw.get("loai")
    return kinds.get(own) if isinstance(own, str) and not kinds.unknown(own) else chosen


def _fits(raw: Mapping[str, Any], form: Form) -> bool:
    """Whether plain values have the shape the form can show."""
    groups = {ten.partition(".")[0] for question in form.questions() if "." in (ten := question.ten)}
    if any(raw.get(name) is not None and not isinstance(raw[name], Mapping) for name in (*groups, "danh_so")):
        return False
    return all(_fits_question(question, answer(raw, question.ten)) for question in form.questions())


def _fits_question(question: Question, value: Any) -> bool:
    if question.kieu == "appendices":
        parts = value or []
        return isinstance(parts, list) and all(
            isinstance(part, Mapping) and all(map(_is_text, part.values())) for part in parts
        )
    if question.kieu == "lines" and isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return _is_text(value)


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str | bool)


def _completed(
    pairs: Sequence[tuple[str, str]], form: Form, profile: Profile, exact: bool
) -> tuple[Pairs, frozenset[str], tuple[Fault, ...]]:
    """Let the office answer what the paper leaves open; its own words stay.

    Return the pairs, the names the office answered, and what there is to tell: what was filled in, what differs.

    A paper that is exactly docgen's own is complete: what it leaves open is meant.
    """
    said = read_typed(pairs, form).single
    headless = not said.get(_ISSUER, "").strip()
    values = {name: value for name, value in profile.values.items() if value.strip()}
    # A text whose issuer was not found is read as a paper of the State: only then does the choice on the page decide.
    if headless and profile.khoi and said.get(_KIND_OF_ISSUER, "") in ("", _UNLESS_FOUND):
        values.setdefault(_KIND_OF_ISSUER, profile.khoi)
    filled: dict[str, str] = {}
    faults: list[Fault] = []
    for name, value in values.items():
        own = said.get(name, "")
        # Without its issuer a text is no paper yet: what was guessed about the issuer is no one's word.
        open_ = (headless and name.startswith("co_quan.")) or (not own.strip() and (headless or _is_needed(name, form)))
        if open_ and not exact:
            filled[name] = value
            if own != value and name != _KIND_OF_ISSUER:
                faults.append(Fault(name, "Không thấy trong văn bản, đã điền theo hồ sơ cơ quan.", nang="nhac"))
            continue
        if own.strip() and own.split() != value.split() and name != _KIND_OF_ISSUER:
            loi = (
                f"Văn bản ghi {quoted(_flat(own), _SHOWN)}, hồ sơ cơ quan ghi {quoted(_flat(value), _SHOWN)}; "
                "đã giữ chữ của văn bản."
            )
            faults.append(Fault(name, loi, nang="nhac"))
    return answered(pairs, filled), frozenset(filled), tuple(faults)


def _is_needed(name: str, form: Form) -> bool:
    question = form.question(name)
    return question is not None and bool(question.bat_buoc)


def _of_last_year(pairs: Pairs) -> tuple[Fault, ...]:
    return tuple(
        Fault(name, f"{_OLD[name]} này là của văn bản đã đọc; văn bản mới thì xóa hoặc sửa lại.", nang="nhac")
        for name, value in pairs
        if name in _OLD and value.strip()
    )


def _to_mend(form: Form, pairs: Pairs, kinds: Kinds) -> tuple[Fault, ...]:
    """Say what is missing before a paper can be made, in the words of the form."""
    try:
        posted = from_post([("loai", form.loai), *keyed(pairs)], kinds)
        posted.built(kinds)
    except InputFaults as error:
        return tuple(fault for fault in error.faults if fault.nang == "loi")
    return ()


def _flat(text: str) -> str:
    return " / ".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))

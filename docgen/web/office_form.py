"""The profile of an office as a form: the questions a plan asks of its issuer, and what only a profile has.

The questions about the issuer are taken from the forms of the kinds, with their labels and helps, so that nothing is
said twice; the page is then built, posted and read like that of any form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.kinds import Form, Kinds, Question
from docgen.kinds.form import Group as FormGroup
from docgen.store import Group, Office, Signer
from docgen.web.naming import PATTERN_NAMES
from docgen.web.typed import ONLY, Typed

NAME, SIGNERS, GROUPS, BASES, KEEP, FILES = "ten_ho_so", "nguoi_ky", "nhom_nhan", "can_cu", "luu", "ten_tep"
"""Names of the questions that are not simply answers of a paper."""

SIGNER_FIELDS = ("ten_goi", "quyen_han", "chuc_vu", "ho_ten", "chuc_vu_khac")
USUAL_PATTERN = "{so}-{ky_hieu} {trich_yeu}"
UNNAMED = "Cơ quan chưa đặt tên"


def office_form(kinds: Kinds) -> Form:
    """Make the form of a profile out of the forms of the kinds. Nothing in it is required: a profile may be half."""
    asked = {question.ten: question for kind in kinds for question in kind.questions()}
    issuer = [_easy(question) for ten, question in asked.items() if _of_office(ten)]
    signing = [_renamed(asked[f"ky.{ten}"], ten) for ten in SIGNER_FIELDS if f"ky.{ten}" in asked]
    signer = (_question("ten_goi", **_CALLED), *signing)
    groups = [
        FormGroup(ten="Tên hồ sơ", muc=(_question(NAME, **_NAME),)),
        FormGroup(ten="Cơ quan ban hành", muc=tuple(issuer)) if issuer else None,
        FormGroup(
            ten="Người ký",
            giup=_SIGNERS_HELP,
            muc=(_question(SIGNERS, nhan="Người ký", kieu="appendices", con=signer),),
        ),
        FormGroup(ten="Nơi nhận thường dùng", giup=_GROUPS_HELP, muc=(_groups(), *_kept(asked))),
        FormGroup(
            ten="Căn cứ thường dùng", giup=_BASES_HELP, muc=(_question(BASES, nhan="Căn cứ", kieu="lines", giup=""),)
        ),
        FormGroup(ten="Tên tệp tải về", muc=(_question(FILES, **_FILES),)),
    ]
    return Form(
        loai="co-quan",
        ten_loai="HỒ SƠ CƠ QUAN",
        ten_loai_thuong="Hồ sơ cơ quan",
        the_thuc=("nd30", "doan", "dang"),
        nhom=tuple(group for group in groups if group),
    )


def office_of(typed: Typed, stored: Office, form: Form) -> Office:
    """Make of what was typed the office that is stored; blank rows are left out, every other text stays as typed."""
    single = typed.single
    named = " ".join(single.get(NAME, "").split())
    issuer = " ".join(single.get("co_quan.ten", "").split())
    return replace(
        stored,
        name=named or issuer or UNNAMED,
        pairs=tuple(
            (question.ten, single[question.ten])
            for question in form.questions()
            if _of_office(question.ten) and single.get(question.ten, "").strip()
        ),
        signers=tuple(
            Signer(**{ten: row.values.get(ten, "") for ten in SIGNER_FIELDS})
            for row in typed.rows.get(SIGNERS, ())
            if any(map(str.strip, row.values.values()))
        ),
        recipients=tuple(
            Group(row.values.get("ten", ""), tuple(_lines(row.values.get("noi", ""))))
            for row in typed.rows.get(GROUPS, ())
            if any(map(str.strip, row.values.values()))
        ),
        bases=tuple(row.values[ONLY] for row in typed.rows.get(BASES, ()) if row.values.get(ONLY, "").strip()),
        luu=single.get(KEEP, "").strip(),
        file_pattern=single.get(FILES, "").strip(),
    )


def pairs_of_office(office: Office) -> list[tuple[str, str]]:
    """Give what a page that shows the office would post."""
    pairs = [(NAME, office.name), *office.pairs]
    for key, signer in enumerate(office.signers, start=1):
        pairs += [(f"{SIGNERS}[{key}].{ten}", getattr(signer, ten)) for ten in SIGNER_FIELDS]
    for key, group in enumerate(office.recipients, start=1):
        pairs += [(f"{GROUPS}[{key}].ten", group.name), (f"{GROUPS}[{key}].noi", "\n".join(group.lines))]
    pairs += [(f"{BASES}[{key}]", text) for key, text in enumerate(office.bases, start=1)]
    return [*pairs, (KEEP, office.luu), (FILES, office.file_pattern)]


def pairs_for_draft(office: Office) -> list[tuple[str, str]]:
    """Give the answers a new paper of the office begins with.

    Whatever needs no choice: the issuer and the place, the file copy, the usual can_cu; the recipients and the signer
    where the office has just one group, one signer.
    """
    pairs = [*office.pairs]
    pairs += [(f"{BASES}[{key}]", text) for key, text in enumerate(office.bases, start=1)]
    if len(office.recipients) == 1:
        pairs += [(f"noi_nhan[{key}]", line) for key, line in enumerate(office.recipients[0].lines, start=1)]
    if office.luu:
        pairs.append((KEEP, office.luu))
    if len(office.signers) == 1:
        pairs += signature(office.signers[0])
    return pairs


def signature(signer: Signer) -> list[tuple[str, str]]:
    """Give what a signer answers in a paper."""
    return [(f"ky.{ten}", getattr(signer, ten)) for ten in SIGNER_FIELDS[1:]]


def called(signer: Signer) -> str:
    """Name a signer in a list: as the office calls him, else by name and post."""
    named = signer.ten_goi.strip()
    return named or ", ".join(filter(None, (signer.ho_ten.strip(), signer.chuc_vu.strip()))) or "Người ký chưa đặt tên"


def _of_office(ten: str) -> bool:
    return ten.startswith("co_quan.") or ten in {"the_thuc", "dia_danh"}


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.split("\n")))


def _easy(question: Question) -> Question:
    return question.model_copy(update={"bat_buoc": False, "hoac": ()})


def _renamed(question: Question, ten: str) -> Question:
    return _easy(question).model_copy(update={"ten": ten})


def _kept(asked: dict[str, Question]) -> tuple[Question, ...]:
    return (_easy(asked[KEEP]),) if KEEP in asked else ()


def _groups() -> Question:
    con = (_question("ten", nhan="Tên nhóm", vi_du="Cấp xã"), _question("noi", **_RECIPIENTS))
    return _question(GROUPS, nhan="Nhóm nơi nhận", kieu="appendices", con=con)


def _question(ten: str, **how: object) -> Question:
    return Question.model_validate({"ten": ten, "kieu": "line", **how})


_NAME = {
    "nhan": "Tên gọi của hồ sơ này",
    "giup": "Chỉ để chọn trong danh sách, không in trên giấy. Để trống thì lấy tên cơ quan.",
    "vi_du": "UBND xã An Thịnh",
}
_CALLED = {
    "nhan": "Tên gọi trong danh sách",
    "giup": "Chỉ để chọn cho nhanh, không in trên giấy. Để trống thì lấy họ tên và chức vụ.",
    "vi_du": "Anh Khôi ký thay Chủ tịch",
}
_RECIPIENTS = {
    "nhan": "Các nơi nhận",
    "giup": "Mỗi nơi một dòng, không gõ dấu gạch đầu dòng và dấu chấm phẩy.",
    "vi_du": "Thường trực Đảng ủy, HĐND xã\nCác phòng, đơn vị thuộc xã",
    "kieu": "lines",
}
_FILES = {
    "nhan": "Mẫu đặt tên tệp",
    "giup": "Các mục trong ngoặc nhọn được thay khi tải về: "
    + ", ".join(f"{{{name}}}" for name in PATTERN_NAMES)
    + ". Để trống thì tên tệp gồm số, ký hiệu và trích yếu.",
    "vi_du": USUAL_PATTERN,
}
_SIGNERS_HELP = "Mỗi cách ký là một hàng; một người ký theo hai cách thì ghi hai hàng."
_GROUPS_HELP = "Khi soạn, bấm một lần là thêm cả nhóm vào nơi nhận."
_BASES_HELP = "Những căn cứ hầu như văn bản nào của cơ quan cũng có. Dấu chấm phẩy cuối dòng được tự thêm khi in."

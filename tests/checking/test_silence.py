from __future__ import annotations

from typing import Any

import pytest

from docgen.checking.silence import Silence, silences
from docgen.errors import InputFaults

CODES = ("ND30-I.3-1", "ND30-I.3-2", "NN-ngay-1")
REASON = "Theo Quy chế công tác văn thư của tỉnh."


def _row(**changes: Any) -> dict[str, Any]:
    return {"ma": "ND30-I.3-1", "ly_do": REASON, **changes}


def _faults(data: dict[str, Any]) -> list[str]:
    with pytest.raises(InputFaults) as caught:
        silences(data, CODES)
    return [str(fault) for fault in caught.value.faults]


def test_a_rule_is_silenced_with_its_reason() -> None:
    found = silences({"im_lang": [_row(), _row(ma="NN-ngay-1", ly_do="Cơ quan\n ghi ngày theo lối riêng.")]}, CODES)

    assert found == (Silence("ND30-I.3-1", REASON), Silence("NN-ngay-1", "Cơ quan ghi ngày theo lối riêng."))


@pytest.mark.parametrize("ly_do", [None, "", "   ", "không", 5])
def test_without_a_reason_it_is_refused(ly_do: object) -> None:
    assert "Thiếu lý do" in _faults({"im_lang": [_row(ly_do=ly_do)]})[0]


def test_an_unknown_code_is_refused_with_the_nearest() -> None:
    assert _faults({"im_lang": [_row(ma="ND30-1.3-1")]}) == [
        "im_lang[1].ma: Không có quy tắc “ND30-1.3-1”. Có phải là ND30-I.3-1?"
    ]


def test_all_faults_come_at_once() -> None:
    faults = _faults({"im_lang": [_row(), _row(), "NN-ngay-1", _row(ma=None), _row(vi_sao="x")], "khac": 1})

    assert len(faults) == 6
    assert "ở trên" in faults[1]


@pytest.mark.parametrize("data", [{}, {"im_lang": None}, {"im_lang": "ND30-I.3-1"}, {"im_lang": {}}])
def test_a_list_is_needed(data: dict[str, Any]) -> None:
    assert any("Cần một danh sách" in fault for fault in _faults(data))

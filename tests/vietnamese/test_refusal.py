"""The way of saying no."""

from __future__ import annotations

from docgen.vietnamese.refusal import RefusedError, quoted


def test_a_refusal_is_a_value_error_that_says_both_sentences() -> None:
    refused = RefusedError("Sai.", "Viết thế này.")
    assert isinstance(refused, ValueError)
    assert str(refused) == "Sai. Viết thế này."
    assert str(RefusedError("Sai.")) == "Sai."


def test_quoted_text_is_short_and_has_no_control_signs() -> None:
    assert quoted("Kế hoạch") == "“Kế hoạch”"
    assert quoted("a\nb\x00\u200bc\ud800") == "“a b  c ”"
    assert quoted("x" * 41) == f"“{'x' * 40}…”"
    assert quoted("x" * 40) == f"“{'x' * 40}”"

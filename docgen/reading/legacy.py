"""Signs of the character sets from before Unicode (TCVN3, VNI): the letters are there, but they are other letters."""

from __future__ import annotations

import re
from typing import Final

# TCVN3 puts Vietnamese letters on codes that mean these signs; VNI writes the mark as a letter of its own.
_TCVN3_SURE: Final = re.compile(r"[µ¸¶·¹¨»¾¼½©®ª«¬÷þ¦§]")
_VNI: Final = re.compile(r"[aeouyAEOUY][ÙØÛÕÏÂÊÁÀÅÃÄÉÈÚÜËùøûõïâêáàåãäéèúüë]|[öôÖÔ][ùøûõïÙØÛÕÏ]|ñ[aeiouyö]")
_VIETNAMESE: Final = re.compile(r"[ăắằẳẵặấầẩẫậđếềểễệốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹ]", re.IGNORECASE)
_LEAST_WORDS: Final = 5
_SHARE: Final = 0.1


def legacy_font(font: str | None) -> bool:
    """Tell whether a font belongs to TCVN3 (.VnTime …) or VNI (VNI-Times …)."""
    return font is not None and font.lower().startswith((".vn", "vni-"))


def suspicion(text: str) -> str:
    """Name the old character set ``text`` seems to be in: "TCVN3", "VNI", or "" for none.

    True Vietnamese letters settle it: text that has them is Unicode.
    """
    words = re.findall(r"[^\s\d]{2,}", text[:20_000])
    if len(words) < _LEAST_WORDS:
        return ""
    vietnamese = sum(bool(_VIETNAMESE.search(word)) for word in words)
    if vietnamese > _SHARE * len(words) / 2:
        return ""
    tcvn3 = sum(bool(_TCVN3_SURE.search(word)) for word in words)
    vni = sum(bool(_VNI.search(word)) for word in words)
    if max(tcvn3, vni) < _SHARE * len(words):
        return ""
    return "TCVN3" if tcvn3 >= vni else "VNI"

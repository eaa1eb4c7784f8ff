"""The standards of form as data, and the formulas that follow from them; pure, no Word, no document.

``choose`` finds the :class:`Standard` of a paper. The formulas are split by meaning: ``numbering`` (số, ký hiệu),
``dating`` (địa danh, ngày), ``endings`` (căn cứ, end mark), ``recipients`` (kính gửi, nơi nhận), ``signing``
(đề ký), ``appendix`` (phụ lục), ``gaps`` (blanks of a known width).
"""

from docgen.standards.choose import STANDARDS, Choice, KnownDate, choose
from docgen.standards.dang import DANG
from docgen.standards.doan import DOAN
from docgen.standards.figures import VERIFIED, Figure, OneOf, Part, Range, Sure
from docgen.standards.nd30 import ND30
from docgen.standards.parts import LevelForm, Mark
from docgen.standards.standard import LoaiCoQuan, Standard, TheThuc

__all__ = [
    "DANG",
    "DOAN",
    "ND30",
    "STANDARDS",
    "VERIFIED",
    "Choice",
    "Figure",
    "KnownDate",
    "LevelForm",
    "LoaiCoQuan",
    "Mark",
    "OneOf",
    "Part",
    "Range",
    "Standard",
    "Sure",
    "TheThuc",
    "choose",
]

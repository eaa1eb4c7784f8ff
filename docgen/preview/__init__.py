"""The real pages of a paper as pictures, made by LibreOffice: the only room that knows pypdfium2."""

from docgen.preview.locate import Place
from docgen.preview.service import Busy, Converter, NotKept, Pages, Preview, Stale

__all__ = ["Busy", "Converter", "NotKept", "Pages", "Place", "Preview", "Stale"]

"""A Word file → a PDF for looking, printing and signing, by LibreOffice: the only room that starts it.

An old .doc becomes a .docx here, for reading.

LibreOffice is a guest here: it gets a profile of its own (two processes on one profile make one of them fail),
a time limit, shut macros and links, and is judged by the file it leaves, because it exits 0 when it fails.
Two ways lead to a PDF: :func:`to_pdf` starts it for one paper, :class:`LivingOffice` keeps it for the next one.
"""

from docgen.pdf.convert import TIME_LIMIT_S, to_docx, to_pdf
from docgen.pdf.living import LivingOffice
from docgen.pdf.program import find_office

__all__ = ["TIME_LIMIT_S", "LivingOffice", "find_office", "to_docx", "to_pdf"]

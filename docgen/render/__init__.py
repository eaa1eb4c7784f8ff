"""Words and a Word template in, a .docx out: the only room that knows docxtpl.

A template is opened, checked and compiled once; it may be rendered any number of times, from several threads, and
gives equal bytes for equal words. :class:`Merge` renders many copies of one paper, each as its template would;
:class:`Archive` packs the parts of a paper when a caller has parts to add.
"""

from docgen.render.archive import Archive
from docgen.render.merge import Merge
from docgen.render.template import Template

__all__ = ["Archive", "Merge", "Template"]

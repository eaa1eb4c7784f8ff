"""Words and a Word template in, a .docx out: the only room that knows docxtpl.

:class:`Template` is the whole interface. A template is opened, checked and compiled once; it may be rendered any
number of times, from several threads, and gives equal bytes for equal words.
"""

from docgen.render.template import Template

__all__ = ["Template"]

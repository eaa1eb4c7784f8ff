"""Rendering by strings: what the tree path does to a part, done to text, wherever that is proved to be the same.

A part is taken to pieces once (``lift``) and turned into one Python function (``code``); a rendering runs it on the
words as they stand. Whatever is not proved, at compile time or by what the words hold, raises :class:`Unproved`, and
docgen.render.template does the whole rendering by trees: faults are told there and nowhere else.
"""

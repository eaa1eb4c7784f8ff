"""The body of a paper: plain-text notation ⇄ tree, and the labels of its items.

Reading: ``lines`` (blanks) → ``openings`` (labels) → ``blocks`` (what belongs together) → ``titles``, ``inline``,
``tables``, ``notes`` (the words) → ``parse``; all that is told on the way is worded in ``doubts``.
Writing: ``escape`` (spans) → ``write``. Both sides share ``marks`` and ``tree``. ``labels`` and ``scheme`` count,
``sections`` cuts a body for a form.
"""

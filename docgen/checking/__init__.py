"""Whether a paper keeps the rules of the body that issues it: what, where, found, wanted, which clause, how sure.

Any paper is judged by what :mod:`docgen.reading` saw of it; nothing here knows how docgen's own papers are made.
The door is :func:`docgen.checking.check.check`: ``regime`` finds the rules a paper is under, each rule of ``rules``
looks at it through ``judged``, ``missing`` tells what could not be judged, ``silence`` what an agency does not want
to hear, ``result`` holds the outcome; ``report`` and ``annotate`` tell it to people and programs.

A new rule: a function ``(p: Judged) -> Iterator[Finding]`` under ``@rule(…)`` in the module of its part, its code made
of the address of its clause; its docstring says in Vietnamese what is wanted and why, with an example of right and
wrong. It goes into ``RULES`` at the end of the module, its clause into ``clauses``, its cases into
``tests/checking/cases/<code>.yaml``: at least one wound it finds and one limit it lets pass.
"""

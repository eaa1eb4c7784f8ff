"""A new kind of paper from a finished one: what is asked, what stays, the template, the form, a sample, the proof.

Its user has Word and a paper of last month, and no Python. Nothing here guesses at random: the same paper and the
same decisions give the same three files.
"""

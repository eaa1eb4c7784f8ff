"""The maintainer's workshop: everything wrong with a Word template, found before a paper is made of it.

Nobody here has to know Python: each remark says where (page, heading, paragraph, the tag), what, and what to write.
"""

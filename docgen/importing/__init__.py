"""The way back: a paper → the data it would be made from, and what is to be told of it.

read: the door; convert: a read paper as plain values, part by part; embedded: the data a .docx carries; compare: that
data against a file that was edited since.
"""

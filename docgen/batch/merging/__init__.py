"""Many copies → one file to print: every copy as if it had been printed alone.

``docgen.batch.merge`` is the door. One copy is in memory at a time; the rest waits on disk.
"""

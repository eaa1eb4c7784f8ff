"""What the rules of language see: the sentences of a paper without its head and signature, its dates, its citations.

Everything here is worked out from the words alone, in time that grows with the length of the paper only.
"""

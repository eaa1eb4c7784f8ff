"""Vietnamese as text → text: pure functions that know nothing of papers, templates or Word.

text: NFC, what may not stand in a paper; dates, numbers, roman, letters: written forms and their strict readers;
tone, collation, fold: comparing, sorting and searching; differing: two texts word by word. What cannot be
read is refused with :class:`docgen.vietnamese.refusal.RefusedError`, a ``ValueError`` whose message is Vietnamese.
"""

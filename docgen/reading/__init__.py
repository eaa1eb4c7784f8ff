"""A paper that somebody made, as facts: its words, their places, their effective look."""

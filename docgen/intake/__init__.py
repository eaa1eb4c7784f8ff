"""The way in: whatever a user gave → a Document, or every fault at once, each with its place.

read: a YAML or JSON file as plain values; load: the Document it holds; dump: a Document as YAML; form: the post of a
web form; assemble: plain values from anywhere → a Document of a known kind; kind_files: the kinds of a data folder;
verify: forms, templates and samples compared.
"""

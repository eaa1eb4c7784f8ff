"""The command line: one of the two doors. Exit codes: 0 well, 1 the input has faults, 2 it could not be used."""

from docgen.cli.main import main

__all__ = ["main"]

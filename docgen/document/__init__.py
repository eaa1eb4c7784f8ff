"""The Document: what a paper says, validated and immutable."""

from docgen.document.build import Built, build, schema
from docgen.document.model import CoQuan, Document, KemTheo, Ky, Ngay, PhuLuc

__all__ = ["Built", "CoQuan", "Document", "KemTheo", "Ky", "Ngay", "PhuLuc", "build", "schema"]

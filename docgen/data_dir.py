"""Where the forms and the Word templates are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Fault, Unusable

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class DataDir:
    """A folder of ``forms/<kind>.yaml``, ``forms/mau/<kind>.<standard>.yaml``, ``templates/<kind>.<standard>.docx``."""

    root: Path

    @property
    def forms(self) -> Path:
        """The folder of the form definitions."""
        return self.root / "forms"

    @property
    def samples(self) -> Path:
        """The folder of the sample papers, one for each kind and standard."""
        return self.forms / "mau"

    @property
    def templates(self) -> Path:
        """The folder of the Word templates."""
        return self.root / "templates"

    def form(self, loai: str) -> Path:
        """Where the form definition of a kind stands."""
        return self.forms / f"{loai}.yaml"

    def sample(self, loai: str, the_thuc: str) -> Path:
        """Where the sample paper of a kind in a standard stands."""
        return self.samples / f"{loai}.{the_thuc}.yaml"

    def template(self, loai: str, the_thuc: str) -> Path:
        """Where the Word template of a kind in a standard stands."""
        return self.templates / f"{loai}.{the_thuc}.docx"


def find(explicit: Path | None = None) -> DataDir:
    """Find the data folder: the one named, else that of ``DOCGEN_DATA``, else the checkout's, else the installed one.

    Raises Unusable when it has no ``forms`` or no ``templates`` folder, saying where it was looked for.
    """
    if explicit is not None:
        return _checked(explicit, "--data")
    named = os.environ.get("DOCGEN_DATA")
    if named:
        return _checked(Path(named), "DOCGEN_DATA")
    checkout = _PACKAGE.parent
    # Beside an installed package stand other packages, and one of them may be called "forms".
    if (checkout / "pyproject.toml").is_file() and not _missing(checkout):
        return DataDir(checkout)
    return _checked(_PACKAGE / "data", "bản cài đặt")


def _missing(root: Path) -> list[str]:
    return [name for name in ("forms", "templates") if not (root / name).is_dir()]


def _checked(root: Path, by: str) -> DataDir:
    if not root.is_dir():
        raise Unusable(Fault(str(root), f"Không có thư mục dữ liệu này (theo {by}).", _WANTED))
    missing = _missing(root)
    if missing:
        raise Unusable(Fault(str(root), f"Thư mục dữ liệu (theo {by}) thiếu {' và '.join(missing)}.", _WANTED))
    return DataDir(root)


_WANTED = "Thư mục dữ liệu phải có hai thư mục con: forms (các biểu) và templates (các mẫu Word)."

"""Where the forms and the Word templates are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Fault, Unusable

_PACKAGE = Path(__file__).resolve().parent
_FORMS, _SAMPLES, _TEMPLATES = "forms", "forms/mau", "templates"


@dataclass(frozen=True)
class DataDir:
    """A folder of ``forms/<kind>.yaml``, ``forms/mau/<kind>.<standard>.yaml``, ``templates/<kind>.<standard>.docx``.

    over: a shelf, a folder of the same shape whose files stand in place of those of ``root`` or beside them; it need
    not exist.
    """

    root: Path
    over: Path | None = None

    def form(self, loai: str) -> Path:
        """Where the form definition of a kind stands."""
        return self.file(f"{_FORMS}/{loai}.yaml")

    def sample(self, loai: str, the_thuc: str) -> Path:
        """Where the sample paper of a kind in a standard stands."""
        return self.file(f"{_SAMPLES}/{loai}.{the_thuc}.yaml")

    def template(self, loai: str, the_thuc: str) -> Path:
        """Where the Word template of a kind in a standard stands."""
        return self.file(f"{_TEMPLATES}/{loai}.{the_thuc}.docx")

    def file(self, ten: str) -> Path:
        """Where a file stands that is called so within the folder: that of the shelf when it is there."""
        if self.over is not None and (shelved := self.over / ten).is_file():
            return shelved
        return self.root / ten

    def form_files(self) -> tuple[Path, ...]:
        """Every form definition, by name."""
        return self._all(_FORMS, ".yaml")

    def sample_files(self) -> tuple[Path, ...]:
        """Every sample paper, by name."""
        return self._all(_SAMPLES, ".yaml")

    def template_files(self) -> tuple[Path, ...]:
        """Every Word template, by name; what Word and LibreOffice leave beside an open file is none."""
        return self._all(_TEMPLATES, ".docx")

    def name_of(self, path: Path) -> str:
        """What a file of the folder or its shelf is called within it: ``templates/ke-hoach.nd30.docx``."""
        shelved = self.over is not None and path.is_relative_to(self.over)
        return path.relative_to(self.over if shelved and self.over is not None else self.root).as_posix()

    def without_places(self, text: str) -> str:
        """Take out of a message where on the machine the folder and its shelf are."""
        for folder in filter(None, (self.over, self.root)):
            text = text.replace(f"{folder}{os.sep}", "")
        return text

    def _all(self, folder: str, suffix: str) -> tuple[Path, ...]:
        found = {
            path.name: path
            for root in filter(None, (self.root, self.over))
            for path in (root / folder).glob(f"*{suffix}")
            if not path.name.startswith(("~$", "."))
        }
        return tuple(found[name] for name in sorted(found))


def find(explicit: Path | None = None) -> DataDir:
    """Find the data folder: the one named, else that of ``DOCGEN_DATA``, else the checkout's, else the installed one.

    The shelf over it is that of ``DOCGEN_KHO_MAU``. Raises Unusable when the folder has no ``forms`` or no
    ``templates`` folder, saying where it was looked for.
    """
    if explicit is not None:
        return _checked(explicit, "--data")
    named = os.environ.get("DOCGEN_DATA")
    if named:
        return _checked(Path(named), "DOCGEN_DATA")
    checkout = _PACKAGE.parent
    # Beside an installed package stand other packages, and one of them may be called "forms".
    if (checkout / "pyproject.toml").is_file() and not _missing(checkout):
        return DataDir(checkout, _shelf())
    return _checked(_PACKAGE / "data", "bản cài đặt")


def _shelf() -> Path | None:
    named = os.environ.get("DOCGEN_KHO_MAU")
    return Path(named).absolute() if named else None


def _missing(root: Path) -> list[str]:
    return [name for name in ("forms", "templates") if not (root / name).is_dir()]


def _checked(root: Path, by: str) -> DataDir:
    if not root.is_dir():
        raise Unusable(Fault(str(root), f"Không có thư mục dữ liệu này (theo {by}).", _WANTED))
    missing = _missing(root)
    if missing:
        raise Unusable(Fault(str(root), f"Thư mục dữ liệu (theo {by}) thiếu {' và '.join(missing)}.", _WANTED))
    return DataDir(root, _shelf())


_WANTED = "Thư mục dữ liệu phải có hai thư mục con: forms (các biểu) và templates (các mẫu Word)."

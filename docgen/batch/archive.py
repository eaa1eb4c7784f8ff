"""All copies in one .zip: stored, since a .docx is compressed already, and streamed."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from docgen.batch.placing import beside

# The earliest date a zip can hold: equal copies give equal archives.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def archive(files: Sequence[Path], out: Path) -> None:
    """Put files into one archive, in their order and under their own names; over one that is there.

    Written beside and renamed. Raises Unusable when it cannot be written or a file cannot be read.
    """
    with beside(out) as target, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as box:
        for path in files:
            entry = zipfile.ZipInfo(path.name, _DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, box.open(entry, "w") as part:
                shutil.copyfileobj(source, part, 1 << 16)

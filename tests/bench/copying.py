"""A plain loop over the copies, each to a file: what people write around a generator.

``python -m tests.bench.copying NAME TEMPLATE WORDS.json FOLDER`` is measured as a whole process.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench import generators


def main(name: str, template: str, words: str, folder: str) -> int:
    """Write every copy."""
    given = json.loads(Path(words).read_text(encoding="utf-8"))
    render = generators.started(name, Path(template))
    for number, row in enumerate(given["rows"], 1):
        Path(folder, f"{number:06}.docx").write_bytes(render({**given["shared"], **row}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

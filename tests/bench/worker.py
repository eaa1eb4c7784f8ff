"""One generator in a process of its own, which makes papers when told to.

``python -m tests.bench.worker NAME TEMPLATE WORDS.json`` says on a line of JSON what it is, then reads tasks, a line
each: ``time N`` makes N copies one after another and says the seconds they took and those the processor worked;
``show I`` says the I-th copy, as base64. WORDS.json: the ``shared`` words and the ``rows`` that differ.
"""

from __future__ import annotations

import base64
import json
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench import generators


def main(name: str, template: str, words: str) -> int:
    """Answer until nothing is asked any more."""
    given = json.loads(Path(words).read_text(encoding="utf-8"))
    shared, rows = given["shared"], given["rows"]
    try:
        render = generators.started(name, Path(template))
    except generators.MissingError as error:
        _say(missing=str(error))
        return 0
    render({**shared, **rows[0]})
    _say(version=generators.version(name), codec=generators.codec())
    at = 0
    for line in sys.stdin:
        task, said = line.split()
        if task == "time":
            count = int(said)
            begun, worked = time.perf_counter(), time.process_time()
            for index in range(at, at + count):
                render({**shared, **rows[index % len(rows)]})
            _say(seconds=time.perf_counter() - begun, cpu=time.process_time() - worked)
            at += count
        else:
            _say(docx=base64.b64encode(render({**shared, **rows[int(said)]})).decode())
    return 0


def _say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

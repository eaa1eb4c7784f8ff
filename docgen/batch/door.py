"""The batch as one function, for scripts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from docgen.batch.preflight import prepare
from docgen.batch.progress import OnProgress, nobody
from docgen.batch.run import Result, run
from docgen.data_dir import DataDir


def batch(
    data: Path | str,
    units: Path | str,
    out: Path | str,
    *,
    name: str | None = None,
    sheet: str = "",
    data_dir: DataDir | Path | None = None,
    workers: int | None = None,
    engine: str | Executor = "local",
    resume: bool = False,
    only_failed: bool = False,
    zip: bool = False,  # noqa: A002 - the name of the option
    pdf: bool = False,
    merge: Callable[[Sequence[Path]], None] | None = None,
    check: int | None = 0,
    verify: int = 0,
    replace: bool = False,
    on_progress: OnProgress = nobody,
) -> Result:
    """Make the copies of a plan, one a row of a sheet, in a folder.

    data: the plan (.yaml, .json, or a .docx made by docgen). units: the sheet (.xlsx, .csv). out: the folder. name,
    sheet, data_dir: as of :func:`docgen.batch.preflight.prepare`; all others as of :func:`docgen.batch.run.run`.
    Raises InputFaults with every fault of every row before anything is written, Unusable for what cannot be used.
    """
    plan = prepare(Path(data), Path(units), Path(out), name=name, sheet=sheet, data_dir=data_dir, replace=replace)
    return run(
        plan,
        workers=workers,
        engine=engine,
        resume=resume,
        only_failed=only_failed,
        zip=zip,
        pdf=pdf,
        merge=merge,
        check=check,
        verify=verify,
        replace=replace,
        on_progress=on_progress,
    )

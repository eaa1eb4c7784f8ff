"""``make bench``: how fast docgen is, beside others, in one run.

Every round measures each variant once, in an order that chance gives; told are medians, and ratios as the median of
the rounds' ratios with their least and most. ``make bench ARGS="one copies --rounds 3"`` measures only those parts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from tests.bench import copies, growth, one, pdfs, report, serving
from tests.bench.machine import machine
from tests.bench.workers import ROOT

PARTS = ("one", "copies", "growth", "pdf", "serving")
ALL_COMMUNES = 3321
SOME = 300


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the parts asked for; README.md is written only when told to."""
    options = _options(arguments)
    readme = ROOT / "README.md"
    if options.write:
        # Said before hours are spent: the marks must be there.
        try:
            report.put_between(readme.read_text(encoding="utf-8"), "")
        except ValueError as error:
            print(f"README.md: {error}", file=sys.stderr)
            return 2
    tables: list[report.Table] = []
    for table in _measured(options):
        tables.append(table)
        print(f"\n{table.markdown()}\n", flush=True)
    served = _served(options)
    told = machine()
    print(told)
    if options.write:
        texts = [table.markdown() for table in tables]
        report.write(readme, "\n\n".join([told, *texts, *(text.strip() for text in served[-2:-1])]))
    return 0


def _served(options: argparse.Namespace) -> list[str]:
    """Serving the form: docgen's own server, every other one too when all is asked for."""
    if "serving" not in options.parts:
        return []
    told = serving.measure(min(options.rounds, 3), 2, "" if options.full else "docgen")
    print("\n".join(told), flush=True)
    return told


def _measured(options: argparse.Namespace) -> Iterator[report.Table]:
    rounds, full = options.rounds, options.full
    if "one" in options.parts:
        yield one.measure(rounds)
    if "copies" in options.parts:
        yield copies.measure(options.copies or (ALL_COMMUNES if full else SOME), rounds)
    if "growth" in options.parts:
        yield growth.sections(rounds)
        yield growth.copies(1 if full else rounds, full)
    if "pdf" in options.parts:
        yield pdfs.measure(options.pdfs, rounds)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=0, help=f"how many copies to files; {SOME} when not said")
    parser.add_argument("--pdfs", type=int, default=40, help="how many PDF files; 40 when not said")
    parser.add_argument("--full", action="store_true", help="3,321 copies, growth to 100,000, every web server")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    options.parts = options.parts or list(PARTS)
    return options


if __name__ == "__main__":
    sys.exit(main())

"""The commands of the Monday workbook on large lists, timed in one soffice.

    /usr/bin/python3 tests/bench/commands_bench.py --oxt dist/kakehashi.oxt [--rows 100000] [--repeats 3]

(a) Import of a CSV file into the team workbook, against Calc's own opening of that file; and the same file again, when
    nothing has changed
(b) Weekly Summary, built for the first time and refreshed: seconds
(c) Check Data: seconds
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests/office"))
sys.path.insert(0, str(HERE))

from bench import CSV_OPTIONS, write_leads  # noqa: E402
from commands import run  # noqa: E402
from office import Office  # noqa: E402

IMPORT_GOAL = 2.0  # times Calc's own opening of the file
SUMMARY_GOAL = 5.0  # seconds
GOAL_ROWS = 100_000  # more leads must only work


def seconds(work):
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def open_csv(office, path):
    took, document = seconds(lambda: office.load(path, hidden=False, **CSV_OPTIONS))
    document.close()
    return took


def measure(office, path):
    """One team workbook from nothing: {figure: seconds}."""
    with office.new_document(hidden=False) as document:
        first = office.directory / "first.csv"  # makes the sheets
        write_leads(first, 1)
        run(office, "import", document, **{"from": str(office.share(first))})
        found = {}
        found["import"], outcome = seconds(lambda: run(office, "import", document, **{"from": str(path)}))
        print(f"  {outcome}", flush=True)
        found["import again"], _ = seconds(lambda: run(office, "import", document, **{"from": str(path)}))
        found["summary"], _ = seconds(lambda: run(office, "summary", document))
        found["summary again"], _ = seconds(lambda: run(office, "summary", document))
        found["check"], _ = seconds(lambda: run(office, "check", document))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oxt", required=True, type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()

    missed = []
    with Office(oxt=options.oxt, seconds=7200) as office:
        path = office.directory / "leads.csv"
        write_leads(path, options.rows)
        office.share(path)
        opened = statistics.median(open_csv(office, path) for _ in range(options.repeats))
        runs = [measure(office, path) for _ in range(options.repeats)]
    print(f"Commands on {options.rows:,} leads; medians of {options.repeats}")
    print(f"  {'Calc opens the CSV':20}{opened:8.2f} s")
    for figure in runs[0]:
        took = statistics.median(one[figure] for one in runs)
        ratio = f"  {took / opened:.2f} times that" if figure.startswith("import") else ""
        print(f"  {figure:20}{took:8.2f} s{ratio}")
        small = options.rows <= GOAL_ROWS
        if small and figure == "import" and took > IMPORT_GOAL * opened:
            missed.append(f"import: {took / opened:.2f} times Calc's own opening, over {IMPORT_GOAL}")
        if small and figure.startswith("summary") and took > SUMMARY_GOAL:
            missed.append(f"{figure}: {took:.1f} s, over {SUMMARY_GOAL}")
    if missed:
        print("Goals missed:\n  " + "\n  ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

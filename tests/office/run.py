"""Runs the office tests: each test_*.py is a process of its own with an Office of its own.

    /usr/bin/python3 tests/office/run.py [test_smoke.py …] [--jobs 2] [--report FILE]

Ends with 0 if all passed, 77 if all were skipped, else 1. The report has a line `file<TAB>outcome<TAB>summary` each.
"""

import argparse
import concurrent.futures
import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SKIPPED = 77
SECONDS_PER_FILE = 1200


def run(path):
    """(file name, passed/failed/skipped, summary line, whole output)"""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-B", "-m", "unittest", "-v", path.stem], cwd=HERE, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env=os.environ | {"PYTHONUTF8": "1"})
    try:
        output, _ = process.communicate(timeout=SECONDS_PER_FILE)
    except subprocess.TimeoutExpired:
        process.terminate()  # the Office in it cleans up
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(60)
        process.kill()
        output = process.communicate()[0] + f"\nended after {SECONDS_PER_FILE} s\n"
    count = int((re.findall(r"^Ran (\d+) test", output, re.M) or ["0"])[-1])
    skipped = int((re.findall(r"skipped=(\d+)", output) or ["0"])[-1])
    if process.returncode != 0 and not (count == skipped > 0):
        outcome = "failed"
    else:
        outcome = "skipped" if count == skipped else "passed"
    summary = f"{count - skipped} tests" + (f", {skipped} skipped" if skipped else "")
    return path.name, outcome, f"{summary}, {time.monotonic() - started:.0f} s", output


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="names of test files; all if left out")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    paths = [HERE / Path(name).name for name in options.files] or sorted(HERE.glob("test_*.py"))

    results = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(run, path) for path in paths]):
            name, outcome, summary, output = done.result()
            results.append((name, outcome, summary))
            if outcome != "passed" or len(paths) == 1:
                print(output, flush=True)
            print(f"{outcome:8}{name} ({summary})", flush=True)
    if options.report:
        options.report.write_text("".join("\t".join(result) + "\n" for result in sorted(results)))
    outcomes = {outcome for _, outcome, _ in results}
    if outcomes == {"skipped"}:
        return SKIPPED
    return 1 if "failed" in outcomes or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main())

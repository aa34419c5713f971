"""What the extension adds to LibreOffice's start: from the command to an empty spreadsheet in a window that has nothing
left to do.

    /usr/bin/python3 tests/bench/start_bench.py --oxt dist/kakehashi.oxt [--starts 21]

Starts with and without the extension take turns, each in a profile of its own that has been started before.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests/office"))

from office import Office  # noqa: E402

GOAL = 1.05  # times the start without


def start(office):
    began = time.perf_counter()
    office.start("--calc", patience=0.005)
    while office.desktop.getCurrentComponent() is None or office.desktop.getCurrentFrame() is None:
        time.sleep(0.005)
    office.service("com.sun.star.awt.Toolkit").processEventsToIdle()
    took = time.perf_counter() - began
    office.stop()
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oxt", required=True)
    parser.add_argument("--starts", type=int, default=21)
    options = parser.parse_args()
    with Office(display="own") as without, Office(options.oxt, display="own") as having:
        offices = {"without": without, "with": having}
        for office in offices.values():
            office.stop()
            start(office)
        times = {name: [] for name in offices}
        for _ in range(options.starts):
            for name, office in offices.items():
                times[name].append(start(office))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    ratio = medians["with"] / medians["without"]
    print(f"Start of LibreOffice Calc, medians of {options.starts} alternating starts: {medians['without']:.3f} s without, "
          f"{medians['with']:.3f} s with Kakehashi ({ratio:.3f} times; goal {GOAL})")
    sys.exit(ratio > GOAL)


if __name__ == "__main__":
    main()

"""The bank's calls (UCI Bank Marketing): real leads whose outcome is known."""
import unittest

import pandas as pd

from kakehashi import DATA, evaluate, rows_of, serial

FILE = DATA / "uci-bank/bank-additional.csv"
FIRST_DAY = serial(2008, 5, 1)
# Known only after the call, so no rule may use it.
KNOWN_TOO_LATE = "duration"


def load():
    if not FILE.exists():
        raise unittest.SkipTest(f"there is no {FILE.name}; set KAKEHASHI_DATA")
    return pd.read_csv(FILE, sep=";")


def figures(frame, formulas, created=False, blocks=None):
    """The formulas over a handle `Leads`; with `created`, rows bear dates in their order."""
    more = {"id": range(1, len(frame) + 1)}
    if created:
        more["created"] = [FIRST_DAY + row for row in range(len(frame))]
    cells = {"Leads": "=LEAD.TABLE(Rows)"}
    ranges = {"Rows": rows_of(frame, **more)}
    if blocks:
        ranges["Blocks"] = blocks
        cells = {"Leads": "=LEAD.TABLE(Rows;Playbook)", "Playbook": "=PLAYBOOK.READ(Blocks)"}
    return evaluate(formulas, ranges, cells)

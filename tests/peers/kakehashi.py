"""Kakehashi's figures for programs that check them: formulas over tables, without an office."""
import json
import math
import os
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
EVALUATE = Path(os.environ.get("KAKEHASHI_EVALUATE", SOURCE / "build/dev/tests/peers/kakehashi_evaluate"))
DATA = Path(os.environ.get("KAKEHASHI_DATA", SOURCE.parent / "shared/data"))


def evaluate(formulas, ranges, cells, now="2026-06-30 12:00"):
    """The results of `formulas` (numbers, texts, lists of rows, {"error": "#N/A"}), in their order.

    `ranges`: name -> rows of cells (None, numbers, texts); `cells`: name -> formula."""
    task = json.dumps({"now": now, "ranges": ranges, "cells": cells, "formulas": list(formulas)})
    done = subprocess.run([EVALUATE], input=task, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def rows_of(frame, **more):
    """A pandas frame as cells, with further columns (header=values); NaN is a blank cell."""
    frame = frame.assign(**more)
    body = [[None if isinstance(v, float) and math.isnan(v) else v for v in row] for row in frame.values.tolist()]
    return [list(frame.columns)] + body


def serial(year, month, day):
    """A date as Calc's serial number."""
    import datetime
    return (datetime.date(year, month, day) - datetime.date(1899, 12, 30)).days


def text(value):
    """A text as it stands in a formula."""
    return '"' + value.replace('"', '""') + '"'

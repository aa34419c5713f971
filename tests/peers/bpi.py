"""A bank's loan applications (BPI Challenge 2012): when each one came to each stage."""
import subprocess
import unittest

import pandas as pd

from kakehashi import DATA, SOURCE, evaluate, rows_of

FILE = DATA / "bpi2012/cases_first_stage_times.csv"
STAGES = ["A_SUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "O_SENT", "O_SENT_BACK", "O_ACCEPTED",
          "A_ACTIVATED"]


def load():
    if not FILE.exists():
        raise unittest.SkipTest(f"there is no {FILE.name}; set KAKEHASHI_DATA")
    return pd.read_csv(FILE)[["case_id", "amount_requested", *STAGES, "A_DECLINED", "A_CANCELLED"]]


def blocks(as_of):
    stages = [[stage, stage] for stage in STAGES]
    return [["[playbook]"], ["key", "value"], ["as of", as_of], [],
            ["[columns]"], ["role", "header"], ["id", "case_id"], ["amount", "amount_requested"], [],
            ["[stages]"], ["stage", "column"], *stages, [],
            ["[outcomes]"], ["outcome", "when"], ["won", "A_ACTIVATED is not empty"],
            ["lost", "A_DECLINED is not empty or A_CANCELLED is not empty"]]


def figures(frame, as_of, formulas):
    """The formulas over a handle `Leads` as of a day."""
    return evaluate(formulas, {"Rows": rows_of(frame), "Blocks": blocks(as_of)},
                    {"Leads": "=LEAD.TABLE(Rows;Playbook)", "Playbook": "=PLAYBOOK.READ(Blocks)"})


def figures_of_r():
    """What funnel.R says: key -> number. A key is (as of, from, to, group, measure, parameter)."""
    done = subprocess.run(["Rscript", "--vanilla", SOURCE / "tests/peers/funnel.R", FILE], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    lines = (line.split("\t") for line in done.stdout.splitlines())
    return {tuple(key.split("|")): float(value) for key, value in lines}

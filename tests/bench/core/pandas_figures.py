"""The figures of core_bench.cpp with pandas: frames in memory, one thread.

    pandas_figures.py FOLDER REPEATS
"""
import json
import statistics
import sys
import time
from pathlib import Path

import pandas as pd

DAY = 86_400_000
EPOCH = pd.Timestamp("1899-12-30")
SOURCES = ["Web", "Referral", "Trade show", "Webinar", "Partner", "Newsletter"]
CHANNELS = ["Search", "Mail", "Event", "Social", "Call", "Partner", "Ad", "Direct"]
STAGES = {"Lead": 0, "MQL": 1, "SAL": 2, "SQL": 3, "Won": 4}


def instant(date):
    return (pd.Timestamp(date) - EPOCH) // pd.Timedelta(milliseconds=1)


FROM, TO = instant("2025-01-01"), instant("2026-01-01") - 1


class Frames:
    def __init__(self, folder):
        self.leads = pd.read_csv(folder / "leads.csv")
        self.history = pd.read_csv(folder / "history.csv")
        self.touches = pd.read_csv(folder / "touches.csv")
        ids = pd.Index(self.leads.ID)  # joins by number, as a table that is ready for questions would
        for frame in (self.history, self.touches):
            frame["lead"] = ids.get_indexer(frame.ID)
        self.history["level"] = self.history.Stage.map(STAGES).astype("int8")
        self.touches["Channel"] = self.touches.Channel.astype("category")

    def entered(self, level):
        rows = self.history[(self.history.level == level) & self.history.Date.between(FROM, TO)]
        return rows.groupby("lead").Date.min()

    def funnel(self):
        start = self.history.lead.map(self.entered(0))
        inside = (self.history.Date >= start) & (self.history.Date <= start + 30 * DAY)
        furthest = self.history[inside].groupby("lead")["level"].max()
        return [int((furthest >= level).sum()) for level in range(5)]

    def conversion(self):
        entered = self.entered(1)
        start = self.history.lead.map(entered)
        won = self.history[(self.history.level == 4) & (self.history.Date >= start)].lead.unique()
        rates = pd.Series(entered.index.isin(won), entered.index).groupby(self.leads.Source.reindex(entered.index)).mean()
        return rates[SOURCES].tolist()

    def days(self):
        rows = self.history[(self.history.level == 0) & self.history.Date.between(FROM, TO)]
        month = (EPOCH + pd.to_timedelta(rows.Date, unit="ms")).dt.month
        start = rows.groupby([month.rename("month"), rows.lead]).Date.min().rename("start").reset_index()
        won = self.history[self.history.level == 4][["lead", "Date"]]
        both = start.merge(won, on="lead")
        both = both[both.Date >= both.start]
        finish = both.groupby(["month", "lead"]).agg(start=("start", "first"), finish=("Date", "min"))
        return ((finish.finish - finish.start) / DAY).groupby("month").median().tolist()

    def attribution(self):
        closed = self.leads.Closed.where(self.leads.Closed.between(FROM, TO))
        close = closed.to_numpy()[self.touches.lead]
        touches = self.touches[self.touches.Date.to_numpy() <= close]
        share = 1.0 / touches.groupby("lead")["lead"].transform("size")
        return share.groupby(touches.Channel).sum()[CHANNELS].tolist()


def main():
    frames, repeats = Frames(Path(sys.argv[1])), int(sys.argv[2])
    figures = {"funnel 30 days": frames.funnel, "conversion by source": frames.conversion,
               "median days by month": frames.days, "attribution": frames.attribution}
    report = {}
    for name, work in figures.items():
        times = []
        for _ in range(repeats):
            started = time.perf_counter()
            result = work()
            times.append((time.perf_counter() - started) * 1000)
        report[name] = {"ms": statistics.median(times), "result": result}
    print(json.dumps(report))


if __name__ == "__main__":
    main()

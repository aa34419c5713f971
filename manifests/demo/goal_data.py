"""The demo company's goals, activities and survey: generated, always the same.

What they are meant to show: revenue a little behind although leads and opportunities are not; calls at risk since the
rep in the west left; a joint project of both departments that is done; two departments that see acceptance and answers
to new leads differently, and both miss the weekly talk about what became of them.
"""

from datetime import date, timedelta

from data import AS_OF, REP_LEFT, TRADE_SHOWS, Dice, working_day
from words import REPS

LOG_FROM = date(2025, 1, 6)  # a Monday
REP_OF_THE_WEST = 4
LAST_SHOW = TRADE_SHOWS[-1]


def activities():
    """[(day, rep or None for marketing, activity, count)], oldest first."""
    dice = Dice(20261123)
    rows = []
    monday, week = LOG_FROM, 0
    while monday <= AS_OF:
        days = [monday + timedelta(days=offset) for offset in range(5)]
        days = [day for day in days if working_day(day) and day <= AS_OF]
        season = 0.65 if monday.month in (8, 12) else 1.0
        for rep in range(6):
            if not days or rep == REP_OF_THE_WEST and monday > REP_LEFT:
                continue
            for activity, usual in [("visits", 0.62), ("calls", 3.0)]:
                count = int(usual * season * len(days) * (0.7 + 0.6 * dice.unit()) + dice.unit())
                if count:
                    rows.append((dice.pick(days), rep, activity, count))
        if days and week % 2 == 0 and not dice.chance(0.06):
            rows.append((days[min(1, len(days) - 1)], None, "newsletters", 1))
        if days and monday.day <= 7 and monday.month not in (1, 8):
            rows.append((days[-1], None, "webinars", 1))
        monday += timedelta(days=7)
        week += 1
    return sorted(rows, key=lambda row: row[0])


# Targets of a fiscal year: that of the English edition begins in January, that of the Japanese one in April.
TARGETS = {
    "en": dict(value=165_000_000, leads=2180, opportunities=200, newsletters=26, webinars=10, calls=5500, visits=150),
    "ja": dict(value=180_000_000, leads=2200, opportunities=220, newsletters=26, webinars=10, calls=5500, visits=150),
}


def goals(t, language, start, end):
    """The rows of the goal table, in the order of its headers. `start` and `end` are formulas of the fiscal year."""
    g, wanted = t["goals"], TARGETS[language]
    both, marketing, sales = f"{t['marketing']}, {t['sales']}", t["marketing"], t["sales"]
    shared, department, activity = g["layers"]
    total, rate, level = g["kinds"]
    working, last_year = g["curves"]
    metric, name = g["metrics"], g["names"]
    rows = []

    def add(goal, parent, layer, owner, unit, kind, target, metric=None, person=None, better=None, days=(start, end),
            baseline=None, actual=None, curve=None):
        rows.append([goal, parent, metric, layer, owner, person, unit, kind, better, *days, baseline, target, actual, curve])

    def counted(key, owner, unit, kind, target, better=None):
        add(metric[key], name["revenue"], department, owner, unit, kind, target, metric=metric[key], better=better)

    add(name["revenue"], None, shared, both, "¥", total, wanted["value"], metric=metric["value"])
    add(name["satisfaction"], None, shared, both, g["points"], level, 4.2, baseline=3.8, actual=4.0)
    counted("leads", marketing, g["piece"], total, wanted["leads"])
    counted("opportunities", marketing, g["piece"], total, wanted["opportunities"])
    counted("win rate", sales, "%", rate, 0.35)
    counted("acceptance", sales, "%", rate, 0.85)
    counted("days", marketing, g["days"], level, 30, better=g["lower"])
    add(name["show"], name["revenue"], activity, both, g["guests"], total, 120, actual=134,
        days=(LAST_SHOW, LAST_SHOW + timedelta(days=2)))
    add(name["newsletters"], metric["leads"], activity, marketing, g["issues"], total, wanted["newsletters"])
    add(name["webinars"], metric["leads"], activity, marketing, g["times"], total, wanted["webinars"])
    add(name["calls"], metric["opportunities"], activity, sales, g["times"], total, wanted["calls"], curve=working)
    add(name["visits"], metric["opportunities"], activity, sales, g["visits"], total, None, curve=last_year)
    for rep, person in enumerate(REPS[language]):
        if rep != REP_OF_THE_WEST:
            add(g["visits_of"].format(person), name["visits"], activity, sales, g["visits"], total,
                wanted["visits"] - (0 if rep in (1, 2) else 15), metric=name["visits"], person=person, curve=last_year)
    return rows


# What a respondent of marketing and of sales answers on the whole to each of the 20 statements.
LEANINGS = [
    (3.7, 3.2), (3.4, 3.3), (2.7, 2.5), (3.3, 2.6), (3.0, 2.5),
    (3.0, 3.4), (2.8, 2.6), (2.4, 2.5), (2.6, 3.5), (2.5, 2.3),
    (2.2, 3.9), (2.0, 3.9), (4.1, 2.3), (2.3, 3.3), (3.6, 2.6),
    (2.7, 2.6), (2.2, 3.5), (3.8, 2.5), (1.9, 2.4), (2.3, 2.4),
]
RESPONDENTS = (6, 8)


def survey():
    """[(0 marketing or 1 sales, 20 answers)]; somebody leaves one out now and then."""
    dice = Dice(20261124)
    rows = []
    for side, count in enumerate(RESPONDENTS):
        for _ in range(count):
            temper = 0.3 * dice.bell()
            answers = [None if dice.chance(0.02) else max(1, min(5, round(pair[side] + temper + 0.6 * dice.bell())))
                       for pair in LEANINGS]
            rows.append((side, answers))
    return rows

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
    """Rows below `headers`: goal, parent, metric, layer, department, person, unit, kind, better, start, end, baseline,
    target, actual, curve. `start` and `end` are formulas of the fiscal year."""
    g, wanted = t["goals"], TARGETS[language]
    both, marketing, sales = f"{t['marketing']}, {t['sales']}", t["marketing"], t["sales"]
    shared, department, activity = g["layers"]
    total, rate, level = g["kinds"]
    metric, name, year = g["metrics"], g["names"], (start, end)
    pieces, money = g["piece"], "¥"
    show = (LAST_SHOW, LAST_SHOW + timedelta(days=2))
    rows = [
        [name["revenue"], None, metric["value"], shared, both, None, money, total, None, *year, None, wanted["value"], None,
         None],
        [name["satisfaction"], None, None, shared, both, None, g["points"], level, None, *year, 3.8, 4.2, 4.0, None],
        [metric["leads"], name["revenue"], metric["leads"], department, marketing, None, pieces, total, None, *year, None,
         wanted["leads"], None, None],
        [metric["opportunities"], name["revenue"], metric["opportunities"], department, marketing, None, pieces, total,
         None, *year, None, wanted["opportunities"], None, None],
        [metric["win rate"], name["revenue"], metric["win rate"], department, sales, None, "%", rate, None, *year, None,
         0.35, None, None],
        [metric["acceptance"], name["revenue"], metric["acceptance"], department, sales, None, "%", rate, None, *year, None,
         0.85, None, None],
        [metric["days"], name["revenue"], metric["days"], department, marketing, None, g["days"], level, g["lower"], *year,
         None, 30, None, None],
        [name["show"], name["revenue"], None, activity, both, None, g["guests"], total, None, *show, None, 120, 134, None],
        [name["newsletters"], metric["leads"], None, activity, marketing, None, g["issues"], total, None, *year, None,
         wanted["newsletters"], None, None],
        [name["webinars"], metric["leads"], None, activity, marketing, None, g["times"], total, None, *year, None,
         wanted["webinars"], None, None],
        [name["calls"], metric["opportunities"], None, activity, sales, None, g["times"], total, None, *year, None,
         wanted["calls"], None, g["curves"][0]],
        [name["visits"], metric["opportunities"], None, activity, sales, None, g["visits"], total, None, *year, None, None,
         None, g["curves"][1]],
    ]
    for rep, person in enumerate(REPS[language]):
        if rep != REP_OF_THE_WEST:
            rows.append([g["visits_of"].format(person), name["visits"], name["visits"], activity, sales, person, g["visits"],
                         total, None, *year, None, wanted["visits"] if rep in (1, 2) else wanted["visits"] - 15, None,
                         g["curves"][1]])
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

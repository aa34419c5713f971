"""The goals sheet: the board of the three layers, one goal by week, month, quarter, half and year, and the plan backwards
from revenue; beside it the two sheets that hold the goal table and the activity log."""

import goal_data
from layout import quoted, sentence
from playbook import FUNNEL_FROM, FUNNEL_TO
from words import REPS

LAYER_ROWS = [2, 6, 11]  # goals that fit below each heading of the board
FIRST_GOAL = 11
BOARD_END = FIRST_GOAL + sum(LAYER_ROWS) + len(LAYER_ROWS) - 2  # its last row
VISITS = BOARD_END - LAYER_ROWS[-1] + 4  # behind newsletters, webinars and calls
FIRST_VIEW = BOARD_END + 6
FIRST_PLAN = FIRST_VIEW + 12
TABLE_HEADER, LOG_HEADER = 4, 4
LOG_ROOM = 3000  # last row of the log's range: room for more
UNIT = "$B$5"
PLAN_VALUE = 60_000_000


def fill_goal_rows(page, t, language, as_of, playbook):
    """The goal table; gives its range."""
    g = t["goals"]
    page.widths(4.3, 3.2, 3.2, 2.0, 3.7, 2.6, 1.7, 1.5, 1.5, 2.2, 2.2, 1.7, 2.6, 1.7, 1.9)
    page.put("A1", g["table_title"], "Title")
    page.height("A1", 1.0)
    page.put("A2", g["table_purpose"], "Note")
    page.row(f"A{TABLE_HEADER}", g["table_headers"], "Column Text")
    page.style(f"J{TABLE_HEADER}:N{TABLE_HEADER}", "Column")
    dates = [f"=GOAL.{edge}({as_of};\"year\";{playbook})" for edge in ("START", "END")]
    rows = goal_data.goals(t, language, *dates)
    for row, cells in enumerate(rows, TABLE_HEADER + 1):
        page.row(f"A{row}", [None if cell in dates else cell for cell in cells])
        for column, cell in zip("ABCDEFGHIJKLMNO", cells):
            if cell in dates:
                page.formula(f"{column}{row}", cell)
    last = TABLE_HEADER + len(rows) + 8
    page.style(f"A{TABLE_HEADER + 1}:O{last}", *["Input Cell"] * 9, *["Input Day"] * 2, *["Input Figure"] * 3,
               "Input Cell")
    percent = f"$G{TABLE_HEADER + 1}=\"%\""
    page.style_where(f"L{TABLE_HEADER + 1}:N{last}", [(percent, "Input Share")])
    page.print_areas(f"A1:O{TABLE_HEADER + len(rows)}")
    return f"A{TABLE_HEADER}:O{last}"


def fill_activities(page, t, language):
    """The activity log; gives its range."""
    g = t["goals"]
    page.widths(2.6, 3.6, 4.2, 2.0)
    page.put("A1", g["log_title"], "Title")
    page.height("A1", 1.0)
    page.put("A2", g["log_purpose"], "Note")
    page.row(f"A{LOG_HEADER}", g["log_headers"], "Column Text")
    page.style(f"D{LOG_HEADER}", "Column")
    rows = [[day, g["log_marketing"] if rep is None else REPS[language][rep], g["names"][activity], count]
            for day, rep, activity, count in goal_data.activities()]
    page.style(f"A{LOG_HEADER + 1}:D{LOG_ROOM}", "Record Date", "Record", "Record", "Record Number")
    page.rows(f"A{LOG_HEADER + 1}", rows)
    page.print_areas(f"A1:D{LOG_HEADER + 60}")
    return f"A{LOG_HEADER}:D{LOG_ROOM}"


def fill_goals(page, t, names, as_of):
    g = t["goals"]
    page.widths(4.5, 2.7, 2.1, 2.1, 2.1, 1.5, 2.1, 2.5)
    page.height(f"A1:A{FIRST_PLAN + 12}", 0.52)
    page.put("A1", g["title"], "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:H2", g["purpose"], height=0.6)
    page.put("A4", g["handle"])
    page.formula("B4", f"=GOAL.TABLE({names['goal_rows']};{names['playbook']};{names['activities']};{names['leads']})")
    page.put("A5", g["unit"])
    page.put("B5", g["unit_value"], "Input")
    page.put("C5", g["unit_hint"], "Note")
    page.put("A6", g["period"])
    page.formula("B6", f"=IF({UNIT}=\"\";{quoted(g['whole'])};GOAL.PERIOD({as_of};{UNIT};{names['playbook']}))", "Matching")
    before, after = (quoted(part) for part in t["as_of"].split("{}"))
    page.formula("D6", f"={before}&GOAL.PERIOD({as_of};\"day\")&{after}", "Note")
    page.put("A7", g["problems"])
    problems = f"GOAL.PROBLEMS({names['goals']})"
    page.formula("B7", f"=IF(INDEX({problems};1)=\"ok\";{quoted(t['no_problems'])};INDEX({problems};1))", "Matching")
    write_board(page, t, g, names)
    write_views(page, t, g, names, as_of)
    write_plan(page, t, g, names, as_of)
    page.print_areas(f"A1:H{FIRST_PLAN + 10}")


def asked(figure, names, goal, unit):
    return f"GOAL.{figure}({names['goals']};{goal};;{unit})"


def status(g, names, goal, unit):
    """The status as shape and word."""
    known = ";".join(map(quoted, g["statuses"]))
    shown = ";".join(map(quoted, g["statuses"].values()))
    return f"IFERROR(CHOOSE(MATCH({asked('STATUS', names, goal, unit)};{{{known}}};0);{shown});" \
           f"{quoted(g['statuses']['no data'])})"


def of_goal(names, goal, column):
    """A cell of the goal's row in the goal table."""
    table = names["goal_rows"]
    return f"INDEX({table};MATCH({goal};INDEX({table};0;1);0);{column})"


def write_figures(page, g, names, row, goal, unit):
    """Blank without a goal."""
    for column, figure in zip("CDEFG", ["TARGET", "ACTUAL", "EXPECTED", "PACE", "FORECAST"]):
        shown = asked(figure, names, goal, unit)
        if figure == "EXPECTED":  # what the pace compares with: rates and levels are to be at their target on any day
            kind = of_goal(names, goal, 8)
            shown = f"IF(OR({';'.join(f'{kind}={quoted(word)}' for word in g['kinds'][1:])});" \
                    f"{asked('TARGET', names, goal, unit)};{shown})"
        page.formula(f"{column}{row}", f"=IF({goal}=\"\";\"\";IFERROR({shown};\"\"))")
    page.formula(f"H{row}", f"=IF({goal}=\"\";\"\";{status(g, names, goal, unit)})")


def style_figures(page, g, names, first, last, goal):
    area = f"A{first}:H{last}"
    page.style(area, "Result Text", "Result Text", *["Result Integer"] * 3, "Result Percent", "Result Integer",
               "Result Apart")
    unit = of_goal(names, goal, 7)
    none = (f"{goal}=\"\"", "Blank")
    amounts = [none, (f"{unit}=\"%\"", "Result Percent"), (f"{unit}=\"¥\"", "Result Million"),
               (f"{unit}={quoted(g['points'])}", "Result Number")]
    for columns in ("C{}:E{}", "G{}:G{}"):
        page.style_where(columns.format(first, last), amounts)
    page.style_where(f"F{first}:F{last}", [none])
    page.style_where(f"H{first}:H{last}", [none] + [(f"LEFT($H{first};1)={quoted(shape)}", f"Status {name}") for shape, name in [
        ("✓", "Good"), ("▲", "Good"), ("▼", "Behind"), ("■", "Risk"), ("○", "Unknown")]])


def write_board(page, t, g, names):
    header = FIRST_GOAL - 2
    page.row(f"A{header}", g["headers"])
    page.style(f"A{header}:H{header}", "Column Text", "Column Text", *["Column"] * 5, "Column Apart")
    page.height(f"A{header}", 0.95)
    row = FIRST_GOAL - 1
    for layer, heading, room in zip(g["layers"], g["layer_headings"], LAYER_ROWS):
        page.put(f"A{row}", heading)
        page.style(f"A{row}:H{row}", "Group")
        first = row + 1
        for row in range(first, first + room):
            goals = f"GOAL.LIST({names['goals']};{quoted(layer)};;;{UNIT})"
            page.formula(f"A{row}", f"=IFERROR(IF(ROWS({goals})<{row - first + 1};\"\";INDEX({goals};{row - first + 1}));"
                                    "\"\")")
            owner = of_goal(names, f"$A{row}", 5)
            joint = f"ISNUMBER(SEARCH(\",\";{owner}))"
            page.formula(f"B{row}", f"=IF($A{row}=\"\";\"\";IF({joint};{quoted(g['both'])};{owner}))")
            write_figures(page, g, names, row, f"$A{row}", UNIT)
        style_figures(page, g, names, first, row, f"$A{first}")
        none = (f"$A{first}=\"\"", "Blank")
        page.style_where(f"A{first}:A{row}", [none])
        page.style_where(f"B{first}:B{row}", [none, (f"$B{first}={quoted(t['marketing'])}", "Side Marketing"),
                                              (f"$B{first}={quoted(t['sales'])}", "Side Sales"),
                                              (f"$B{first}={quoted(g['both'])}", "Side Both")])
        row += 1
    page.paragraph(f"A{row}:H{row}", g["board_note"], height=0.95)


def write_views(page, t, g, names, as_of):
    top = FIRST_VIEW - 3
    page.heading(f"A{top}:H{top}", g["views_heading"])
    page.put(f"A{top + 1}", g["goal"])
    page.put(f"B{top + 1}", g["names"]["revenue"], "Input")
    page.merge(f"B{top + 1}:C{top + 1}")
    page.style(f"B{top + 1}:C{top + 1}", "Input")
    page.put(f"D{top + 1}", g["goal_hint"], "Note")
    page.row(f"A{top + 2}", g["view_headers"])
    page.style(f"A{top + 2}:H{top + 2}", "Column Text", "Column Text", *["Column"] * 5, "Column Apart")
    page.height(f"A{top + 2}", 0.95)
    goal = f"$B${top + 1}"
    last = FIRST_VIEW + len(g["units"]) - 1
    for row, unit in enumerate(g["units"], FIRST_VIEW):
        page.put(f"A{row}", unit)
        page.formula(f"B{row}", f"=GOAL.PERIOD({as_of};$A{row};{names['playbook']})")
        write_figures(page, g, names, row, goal, f"$A{row}")
    style_figures(page, g, names, FIRST_VIEW, last, goal)


def write_plan(page, t, g, names, as_of):
    leads, log = names["leads"], names["activities"]
    top = FIRST_PLAN - 6
    page.heading(f"A{top}:H{top}", g["plan_heading"])
    for row, (label, value, style, hint) in enumerate([(g["value"], PLAN_VALUE, "Input Million", g["value_hint"]),
                                                       (g["by"], None, "Input Date", None),
                                                       (g["measured"], FUNNEL_FROM, "Input Date", None)], top + 1):
        page.put(f"A{row}", label)
        page.put(f"B{row}", value, style)
        page.put(f"C{row}", hint, "Note")
    page.formula(f"B{top + 2}", f"=GOAL.END(GOAL.END({as_of};\"half\";{names['playbook']})+1;\"half\";{names['playbook']})")
    page.put(f"C{top + 3}", FUNNEL_TO, "Input Date")
    page.put(f"D{top + 3}", g["measured_hint"], "Note")
    value, by, period = f"$B${top + 1}", f"$B${top + 2}", f"$B${top + 3};$C${top + 3}"
    header = FIRST_PLAN - 1
    page.row(f"A{header}", g["plan_headers"])
    for left, right in ["AB", "DE", "FH"]:
        page.merge(f"{left}{header}:{right}{header}")
    page.style(f"A{header}:H{header}", "Column Text", "Column Text", "Column", "Column", "Column", *["Column Apart"] * 3)
    rows = [("PLAN", stage, stage, None) for stage in [t["mql"], t["handed"], t["opportunity"]]]
    rows += [("PLANACTIVITY", g["names"][key], stage, g["names"][key]) for key, stage in [
        ("newsletters", t["mql"]), ("webinars", t["mql"]), ("calls", t["opportunity"]), ("visits", t["opportunity"])]]
    for row, (function, name, stage, activity) in enumerate(rows, FIRST_PLAN):
        at = f"{leads};{quoted(stage)}"
        if activity:
            at = f"{leads};{log};{quoted(activity)};{quoted(stage)}"
            label = g["activity_pattern"].format(name, stage)
            each = f"GOAL.PLAN({leads};{quoted(stage)};{value};;{period})/C{row}"
            measured = sentence(g["per_activity"], [f"TEXT({each};\"0.00\")", quoted(stage)])
        else:
            label = g["stage_pattern"].format(name)
            measured = sentence(g["per_stage"], [f"TEXT(FUNNEL.RATE({leads};{quoted(stage)};{quoted(t['won'])};{period});"
                                                 "\"0.0%\")"])
        page.put(f"A{row}", label)
        page.formula(f"C{row}", f"=GOAL.{function}({at};{value};;{period})")
        page.formula(f"D{row}", f"=GOAL.{function}DATE({at};{by};{period})")
        late = sentence(g["late"], [f"TEXT({as_of}-D{row};\"0\")"])
        page.formula(f"F{row}", f"={measured}&IF(D{row}<{as_of};\"  \"&{late};\"\")")
        for left, right in ["AB", "DE", "FH"]:
            page.merge(f"{left}{row}:{right}{row}")
    last = FIRST_PLAN + len(rows) - 1
    page.style(f"A{FIRST_PLAN}:H{last}", "Result Text", "Result Text", "Result Integer", "Result Date", "Result Date",
               *["Result Apart"] * 3)
    page.paragraph(f"A{last + 1}:H{last + 1}", g["plan_note"], height=0.95)

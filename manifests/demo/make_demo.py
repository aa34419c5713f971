#!/usr/bin/python3
"""Makes the demo workbook: a company with two departments, its leads, its playbook, and figures that are all formulas.

    make_demo.py --oxt dist/kakehashi.oxt --out build/demo [--language en|ja|all]

Leaves kakehashi-demo.ods and .pdf (English), kakehashi-demo.ja.ods and .pdf (Japanese), and prints the funnel and the
first qualified leads. Ends with status 1 if a formula shows an error or a figure is not the one the generated data has.
"""

import argparse
import datetime
import statistics
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "tests" / "office")]

import data  # noqa: E402
import definition_sheet  # noqa: E402
import funnel_sheet  # noqa: E402
import goal_data  # noqa: E402
import goals_sheet  # noqa: E402
import handoff_sheet  # noqa: E402
import overview_sheet  # noqa: E402
import qualified_sheet  # noqa: E402
import record_sheets  # noqa: E402
import styles  # noqa: E402
import styles  # noqa: E402
import team_sheet  # noqa: E402
from layout import Page  # noqa: E402
from office import Office  # noqa: E402
from texts import TEXTS  # noqa: E402
from words import VALUES  # noqa: E402

FORMULA_ERRORS = 4  # com.sun.star.sheet.FormulaResult.ERROR
TERMINAL_LEADS = 10
DATA_SHEETS = ("leads", "playbook", "goal_rows", "activities", "survey")


def main():
    parser = argparse.ArgumentParser(description="Makes the Kakehashi demo workbook and its PDF.")
    parser.add_argument("--oxt", required=True, type=Path, help="the extension, dist/kakehashi.oxt")
    parser.add_argument("--out", required=True, type=Path, help="folder for the results")
    parser.add_argument("--language", choices=["en", "ja", "all"], default="all")
    options = parser.parse_args()
    leads = data.generate()
    languages = ["en", "ja"] if options.language == "all" else [options.language]
    problems = []
    for language in languages:
        # What functions say in texts (handles, reasons) follows the language of the office.
        with Office(options.oxt, ui_language="ja" if language == "ja" else "en-US") as office:
            problems += make_edition(office, leads, language, options.out)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def make_edition(office, leads, language, out):
    t = TEXTS[language]
    with office.new_document(hidden=False) as document:  # a hidden one is saved without its views
        pages = build(document, t, language, leads)
        document.recalculate()
        ods = document.store(out / f"{t['file']}.ods")
        pdf = document.store(out / f"{t['file']}.pdf", "calc_pdf_Export")
        print_summary(pages, t)
        print(f"{len(leads):,} leads, {count_formulas(pages):,} formulas: {ods} and {pdf.name}\n")
        return [f"{t['file']}: {problem}" for problem in errors(pages) + differences(pages, leads, language)]


def build(document, t, language, leads):
    component = document.component
    component.lockControllers()
    component.enableAutomaticCalculation(False)
    styles.add_cell_styles(component, t)
    pages = add_pages(component, t)
    rows = record_sheets.fill_leads(pages["leads"], t, language, leads)
    places = record_sheets.fill_playbook(pages["playbook"], t, language)
    as_of = f"$'{t['sheets']['playbook']}'.{places['as_of']}"
    goal_rows = goals_sheet.fill_goal_rows(pages["goal_rows"], t, language, as_of, t["names"]["playbook"])
    log = goals_sheet.fill_activities(pages["activities"], t, language)
    answers = team_sheet.fill_survey(pages["survey"], t, language)
    for name, page, area in [("rows", "leads", rows), ("blocks", "playbook", places["area"]),
                             ("playbook", "overview", "C35"), ("leads", "overview", "C36"),
                             ("goal_rows", "goal_rows", goal_rows), ("activities", "activities", log),
                             ("survey", "survey", answers), ("goals", "goals", "B4")]:
        document.name_range(t["names"][name], document.sheet(t["sheets"][page]), area)
    overview_sheet.fill_overview(pages["overview"], t, t["names"], places)
    funnel_sheet.fill_funnel(pages["funnel"], t, t["names"], places)
    qualified_sheet.fill_qualified(pages["qualified"], t, t["names"])
    definition_sheet.fill_definition(pages["definition"], t, t["names"], places)
    handoff_sheet.fill_handoff(pages["handoff"], t, t["names"], places)
    goals_sheet.fill_goals(pages["goals"], t, t["names"], as_of)
    team_sheet.fill_team(pages["team"], t, language, t["names"])
    component.enableAutomaticCalculation(True)
    document.recalculate()
    sign(document, pages, places)
    overview_sheet.chart_weeks(pages["overview"], t)
    funnel_sheet.chart_cohort(pages["funnel"], t)
    component.unlockControllers()
    set_views(component, pages)
    return pages


def add_pages(component, t):
    sheets = component.Sheets
    blank = sheets.getByIndex(0)
    pages = {}
    for position, (key, title) in enumerate(t["sheets"].items()):
        if position == 0:
            blank.setName(title)
        else:
            sheets.insertNewByName(title, position)
        pages[key] = Page(component, sheets.getByIndex(position))
        landscape = key in ("leads", "playbook", "goal_rows", "survey")
        style = f"Kakehashi {title}"
        styles.add_page_style(component, style, t, landscape, pages_tall=0 if key in DATA_SHEETS else 1)
        pages[key].sheet.PageStyle = style
    return pages


def set_views(component, pages):
    """How the workbook looks when it opens: header rows stay in sight, no grid where sheets are read, not typed."""
    controller = component.CurrentController
    frozen = {"funnel": (0, 2), "qualified": (0, qualified_sheet.FIRST - 1),
              "leads": (2, record_sheets.LEADS_HEADER_ROW), "playbook": (0, 2), "definition": (0, 1),
              "handoff": (0, 1), "goals": (0, 1), "team": (0, 1), "goal_rows": (1, goals_sheet.TABLE_HEADER),
              "activities": (0, goals_sheet.LOG_HEADER), "survey": (1, team_sheet.SURVEY_HEADER), "overview": (0, 1)}
    for key, (columns, rows) in frozen.items():
        controller.setActiveSheet(pages[key].sheet)
        controller.ShowGrid = key in DATA_SHEETS
        controller.freezeAtPosition(columns, rows)


def sign(document, pages, places):
    """Both departments sign what the playbook says now: its fingerprint, as Calc shows it."""
    fingerprint = pages["overview"].cell("C38").String
    for address in places["signatures"]:
        pages["playbook"].cell(address).setString(fingerprint)
    document.recalculate()


def errors(pages):
    """Formula cells that show an error."""
    found = []
    for page in pages.values():
        for area in page.sheet.queryFormulaCells(FORMULA_ERRORS).RangeAddresses:
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    cell = page.sheet.getCellByPosition(column, row)
                    found.append(f"{cell.AbsoluteName} shows {cell.String}: {cell.Formula}")
    return found


def differences(pages, leads, language):
    """Headline figures against the generated data, counted here without Kakehashi."""
    overview = pages["overview"]
    last = data.STORY
    week = [lead for lead in leads if lead.handed_off and 0 <= (lead.handed_off - data.LAST_WEEK).days < 7]
    expected = {"A7": len(leads), "C15": sum(1 for lead in week if lead.opportunity), "C20": len(week)}
    found = [f"overview {address} is {overview.cell(address).Value:g}, not {value}"
             for address, value in expected.items() if overview.cell(address).Value != value]
    reasons = {VALUES[language][reason]: count for count, _, reason in last if reason}
    shown = {overview.cell(f"F{row}").String: overview.cell(f"H{row}").Value for row in range(15, 20)}
    if shown != reasons:
        found.append(f"overview gives the reasons {shown}, not {reasons}")
    problems = overview.cell("C39").String
    if problems != TEXTS[language]["no_problems"]:
        found.append(f"the playbook has a problem: {problems}")
    return found + [problem for key, expected in [
        ("definition", expected_of_definition(leads)), ("handoff", expected_of_handoff(leads)),
        ("goals", expected_of_goals(leads, language)), ("team", expected_of_team())]
        for problem in wrong(pages[key], key, expected)]


def wrong(page, name, expected):
    return [f"{name} {address} is {page.cell(address).Value:g}, not {value:g}" for address, value in expected.items()
            if abs(page.cell(address).Value - value) > 1e-9 * max(1, abs(value))]


def expected_of_definition(leads):
    known = [lead for lead in leads if lead.result in ("won", "lost", "rejected", "disqualified")]
    won = [lead for lead in known if lead.won]
    row = definition_sheet.FIRST_TEST + 2
    return {f"B{row}": len(known), f"C{row}": len(won), f"D{row}": len(won) / len(known)}


def expected_of_handoff(leads):
    """Sales has said no, has answered, or has said nothing; hours as the clock of the working hours shows them."""
    offered = [lead for lead in leads if lead.handed_off]
    rejected = [lead for lead in offered if lead.rejected]
    accepted = [lead for lead in offered if lead.responded and not lead.rejected]
    row = handoff_sheet.FIRST_PERIOD + handoff_sheet.PERIODS
    this_month = [lead for lead in offered if lead.handed_off >= data.AS_OF.replace(day=1)]
    verdict = handoff_sheet.FIRST_VERDICT
    return {f"C{row}": len(offered), f"D{row}": len(accepted), f"E{row}": len(rejected),
            f"F{row}": len(offered) - len(accepted) - len(rejected),
            f"G{row}": len(accepted) / (len(accepted) + len(rejected)),
            f"I{row}": statistics.median(working_hours(lead) for lead in offered if lead.responded),
            f"C{row - 1}": len(this_month), f"E{row - 1}": sum(1 for lead in this_month if lead.rejected),
            f"E{verdict}": sum(1 for lead in rejected if lead.won),
            f"I{verdict}": sum(lead.amount for lead in rejected if lead.won),
            f"F{verdict + 1}": sum(1 for lead in accepted if lead.result == "lost")}


def expected_of_goals(leads, language):
    """Revenue over the quarter, counted by hand, against its part of the year's target by calendar days."""
    first, year, days = (datetime.date(2026, 10, 1), *{"en": (datetime.date(2026, 1, 1), 365),
                                                       "ja": (datetime.date(2026, 4, 1), 365)}[language])
    won = lambda begin: sum(lead.amount for lead in leads if lead.won and begin <= lead.won <= data.AS_OF)
    target = goal_data.TARGETS[language]["value"]
    row, view = goals_sheet.FIRST_GOAL, goals_sheet.FIRST_VIEW
    visits = sum(count for day, _, activity, count in goal_data.activities() if activity == "visits" and day >= first)
    return {f"C{row}": target * 92 / days, f"D{row}": won(first), f"E{row}": target * 51 / days,
            f"F{row}": won(first) / (target * 51 / days),
            f"C{view + 4}": target, f"D{view + 4}": won(year), f"C{view + 1}": target * 30 / days,
            f"D{goals_sheet.VISITS}": visits}


def expected_of_team():
    """Means of each respondent's own mean."""
    totals = lambda sides: statistics.mean(20 * statistics.mean(filter(None, answers))
                                           for side, answers in goal_data.survey() if side in sides)
    return {"A5": totals([0, 1]), "C5": totals([0]), "D5": totals([1])}


def working_hours(lead):
    """From the morning of the hand-off to the response, minute by minute of the working day."""
    hours, day = 0.0, lead.handed_off
    while day <= lead.responded.date():
        if data.working_day(day):
            last = lead.responded.hour + lead.responded.minute / 60 if day == lead.responded.date() else 24
            hours += sum(max(0, min(last, end) - begin) for begin, end in data.WORKING_HOURS)
        day += datetime.timedelta(days=1)
    return hours


def count_formulas(pages):
    return sum(area.EndRow - area.StartRow + 1 for page in pages.values()
               for area in page.sheet.queryContentCells(16).RangeAddresses
               for _ in range(area.StartColumn, area.EndColumn + 1))


def print_summary(pages, t):
    funnel, qualified = pages["funnel"], pages["qualified"]
    print(t["terminal_funnel"])
    headers = [header.replace("\n", " ") for header in t["funnel_headers"]]
    print_table([headers] + [[funnel.cell(f"{column}{row}").String for column in "ABCDEFGHI"]
                             for row in range(12, 12 + funnel_sheet.STAGES)], text_columns=1)
    rows = range(qualified_sheet.FIRST, qualified_sheet.FIRST + TERMINAL_LEADS)
    print(t["terminal_qualified"].format(TERMINAL_LEADS))
    print_table([[t["id"], t["company_column"], t["terminal_score"]]] + [
        [qualified.cell(f"{column}{row}").String for column in "BCI"] for row in rows], text_columns=2)


def print_table(rows, text_columns):
    widths = [max(map(shown_width, column)) for column in zip(*rows)]
    for row in rows:
        cells = [padded(text, width, column < text_columns)
                 for column, (text, width) in enumerate(zip(row, widths))]
        print("  " + "  ".join(cells).rstrip())
    print()


def padded(text, width, left):
    space = " " * (width - shown_width(text))
    return text + space if left else space + text


def shown_width(text):
    """Columns in a terminal: Japanese letters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


if __name__ == "__main__":
    sys.exit(main())

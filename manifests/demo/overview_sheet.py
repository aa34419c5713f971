"""The first sheet: what the workbook is, the headline numbers, and what became of last week's hand-offs."""

from layout import quoted, sentence
from styles import MARKETING, SALES


def fill_overview(page, t, formula_names, playbook_places):
    """`formula_names`: names of ranges in this language; `playbook_places`: where things are on the playbook sheet."""
    page.widths(2.5, 2.25, 2.05, 2.2, 1.9, 2.65, 2.7, 1.95)
    page.height("A1:A53", 0.52)
    leads, playbook = formula_names["leads"], formula_names["playbook"]
    page.put("A1", t["overview_title"].format(company=t["company"]), "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:H2", t["overview_purpose"], height=0.95)
    sheet = f"'{t['sheets']['playbook']}'"
    as_of = f"${sheet}.{playbook_places['as_of']}"
    before, after = (quoted(part) for part in t["as_of"].split("{}"))
    page.formula("A3", f"={before}&GOAL.PERIOD({as_of};\"day\")&{after}", "Note")

    write_sources(page, t, formula_names)
    write_week(page, t, leads, playbook, as_of, playbook_places, sheet)
    write_weeks(page, t, leads, playbook, as_of)
    write_cards(page, t, leads, playbook, as_of)
    page.print_areas(f"A1:H{41 + len(t['about'])}")


def write_cards(page, t, leads, playbook, as_of):
    page.heading("A5:H5", t["headline"])
    year = f"GOAL.START(EDATE({as_of};-9);\"quarter\";{playbook})"
    decided = f"(won or lost) and [{t['closed']}] >= "
    hot = f"is [{t['hot']}] and open"
    not_handed = f"{hot} and not reached [{t['handed']}]"
    cards = [
        ("A", "B", t["card_leads"], f"=LEAD.COUNT({leads})", "Card",
         t["card_leads_note"], [f"LEAD.COUNT({leads};\"open\")"]),
        ("C", "D", t["card_hot"], f"=LEAD.COUNT({leads};{quoted(hot)})", "Card",
         t["card_hot_note"], [f"LEAD.COUNT({leads};{quoted(not_handed)})"]),
        ("E", "F", t["card_win"], f"=FUNNEL.WINRATE({leads};{year};{as_of})", "Card Percent",
         t["card_win_note"], [f"FUNNEL.COUNT({leads};{quoted(t['won'])};{year};{as_of})",
                              f"LEAD.COUNT({leads};{quoted(decided)}&GOAL.PERIOD({year};\"day\"))"]),
        ("G", "H", t["card_week"], "=C20", "Card", t["card_week_note"], ["C15"]),
    ]
    for left, right, label, formula, style, note, values in cards:
        for row in (6, 7, 8):
            page.merge(f"{left}{row}:{right}{row}")
        page.put(f"{left}6", label)
        page.style(f"{left}6:{right}6", "Card Label")
        page.formula(f"{left}7", formula)
        page.style(f"{left}7:{right}7", style)
        page.formula(f"{left}8", "=" + filled(note, values))
        page.style(f"{left}8:{right}8", "Card Note")
    for address, key in [("C6", "hot"), ("E6", "win"), ("G6", "week")]:
        page.hover(address, t["hover"][key])
    page.height("A6", 0.65)
    page.height("A7", 1.25)
    page.height("A8", 0.65)


def filled(pattern, formulas):
    """A formula that puts the results in the places of the pattern: `{}` in order, or `{0}`, `{1}`."""
    return sentence(pattern, [f"TEXT({formula};\"#,##0\")" for formula in formulas])


def write_week(page, t, leads, playbook, as_of, places, sheet):
    """Rows 10 to 20. The filter stands in a cell, so that people see how such a condition is written."""
    page.heading("A10:H10", t["week_heading"])
    page.formula("A11", f"=GOAL.PERIOD({as_of}-7;\"week\";{playbook})", "Result Text")
    page.formula("B11", f"=GOAL.START({as_of}-7;\"week\";{playbook})", "Result Date")
    page.formula("C11", f"=GOAL.END({as_of}-7;\"week\";{playbook})", "Result Date")
    between = quoted(f"[{t['handed_date']}] between ")
    page.formula("A12", f"={between}&GOAL.PERIOD(B11;\"day\")&\" and \"&GOAL.PERIOD(C11;\"day\")", "Note")
    page.row("A14", [t["fate"], None, t["leads_column"], t["share"]])
    page.merge("A14:B14")
    page.style("A14:D14", "Column Text", "Column", "Column", "Column")
    reached = f"reached [{t['opportunity']}]"
    fates = [
        (t["fate_opportunity"], f" and {reached}"),
        (t["fate_disqualified"], f" and disqualified and not {reached}"),
        (t["fate_rejected"], f" and rejected and not {reached}"),
        (t["fate_recycled"], f" and recycled and not {reached}"),
        (t["fate_pending"], f" and open and not recycled and not {reached}"),
    ]
    for row, (label, condition) in enumerate(fates, 15):
        page.put(f"A{row}", label)
        page.formula(f"C{row}", f"=LEAD.COUNT({leads};$A$12&{quoted(condition)})")
        page.formula(f"D{row}", f"=C{row}/C$20")
    page.style("A15:D19", "Result Text", "Result Text", "Result Integer", "Result Percent")
    page.put("A20", t["fate_total"])
    page.formula("C20", f"=LEAD.COUNT({leads};$A$12)")
    page.formula("D20", "=SUM(C15:C19)/C20")
    page.style("A20:D20", "Total Text", "Total Text", "Total Integer", "Total Percent")
    write_reasons(page, t, leads, f"$A$12&{quoted(f' and not {reached}')}", places, sheet)


def write_reasons(page, t, leads, where, places, sheet):
    page.row("F14", [t["why_not"], t["next_owner"], t["leads_column"]])
    page.style("F14:H14", "Column Text", "Column Text", "Column")
    first, last = places["places"]["reasons"]
    reasons, owners = (f"${sheet}.${column}${first}:${column}${last}" for column in "AC")
    column = quoted(t["reason"])
    for row in range(15, 20):
        rank = f"ROWS(F$15:F{row})"
        page.formula(f"F{row}", f"=IFERROR(INDEX(LEAD.GROUPS({leads};{column};{where});{rank});\"\")")
        page.formula(f"G{row}", f"=IFERROR(INDEX({owners};MATCH(F{row};{reasons};0));\"\")")
        page.formula(f"H{row}", f"=IF(F{row}=\"\";\"\";INDEX(LEAD.GROUPCOUNTS({leads};{column};{where});{rank}))")
    page.style("F15:H19", "Result Text", "Result Text", "Result Integer")
    page.put("F20", t["why_total"])
    page.formula("H20", f"=LEAD.COUNT({leads};{where})")
    page.style("F20:H20", "Total Text", "Total Text", "Total Integer")


def write_weeks(page, t, leads, playbook, as_of):
    page.heading("A22:H22", t["weeks_heading"])
    page.row("A23", [t["week"], t["week_from"], t["handed_column"], t["opportunities_column"], t["so_far"]])
    page.style("A23:E23", "Column Text", "Column", "Column", "Column", "Column")
    page.merge("F23:H23")
    page.style("F23:H23", "Column Text")
    page.legend("F23", [(t["handed_column"], MARKETING), (t["opportunities_column"], SALES)])
    page.height("A23", 0.85)
    stage, reached = quoted(t["handed"]), quoted(f"reached [{t['opportunity']}]")
    for row in range(24, 32):
        page.formula(f"B{row}", f"=GOAL.START({as_of}-{7 * (32 - row)};\"week\";{playbook})")
        page.formula(f"A{row}", f"=GOAL.PERIOD(B{row};\"week\";{playbook})")
        page.formula(f"C{row}", f"=FUNNEL.COUNT({leads};{stage};B{row};B{row}+6)")
        page.formula(f"D{row}", f"=FUNNEL.COUNT({leads};{stage};B{row};B{row}+6;{reached})")
        page.formula(f"E{row}", f"=IF(C{row}=0;\"\";D{row}/C{row})")
    page.style("A24:E31", "Result Text", "Result Date", "Result Integer", "Result Integer", "Result Percent")
    page.paragraph("A32:H32", t["weeks_note"], height=0.6)


def chart_weeks(page, t):
    """Beside the table, a bar per row of it."""
    page.bars("weeks", ["A24:A31", "C24:D31"], "F24", (6.6, 4.16), [MARKETING, SALES])


def write_sources(page, t, names):
    """The handle cells, which all other formulas refer to by name, and what the playbook says of itself."""
    page.heading("A34:H34", t["sources_heading"])
    playbook = names["playbook"]
    cells = [
        (t["handle_playbook"], f"=PLAYBOOK.READ({names['blocks']})"),
        (t["handle_leads"], f"=LEAD.TABLE({names['rows']};{playbook})"),
        (t["status"], status_formula(t, playbook)),
        (t["fingerprint"], f"=PLAYBOOK.FINGERPRINT({playbook})"),
        (t["problems"], problem_formula(t, playbook)),
    ]
    for row, (label, formula) in enumerate(cells, 35):
        page.put(f"A{row}", label)
        page.formula(f"C{row}", formula)
        page.style(f"A{row}:H{row}", "Result Text")
    page.heading("A41:H41", t["sheets_heading"])
    for row, (key, text) in enumerate(t["about"].items(), 42):
        page.put(f"A{row}", t["sheets"][key])
        page.put(f"C{row}", text)
        page.style(f"A{row}:H{row}", "Result Text")


def status_formula(t, playbook):
    """The agreement in the words of the workbook's language; one it has no words for stays as it is."""
    status = f"PLAYBOOK.STATUS({playbook})"
    formula = status
    for known, shown in t["statuses"].items():
        formula = f"IF({status}={quoted(known)};{quoted(shown)};{formula})"
    return f"={formula}"


def problem_formula(t, playbook):
    """The first problem, and how many more there are."""
    problems = f"PLAYBOOK.PROBLEMS({playbook})"
    first = f"INDEX({problems};1)"
    more = f"IF(ROWS({problems})>1;\" (+\"&ROWS({problems})-1&\")\";\"\")"
    return f"=IF({first}=\"ok\";{quoted(t['no_problems'])};{first}&{more})"

"""The sheet that says whom to call first, and why."""

from layout import quoted

SHOWN = 20
FIRST = 9
WHY_LINES = 10


def fill_qualified(page, t, names):
    leads, hot = names["leads"], quoted(t["hot"])
    page.widths(1.1, 1.9, 5.4, 2.3, 1.9, 2.3, 2.8, 2.3, 1.5)
    page.height("A1:A50", 0.52)
    page.put("A1", t["qualified_title"], "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:I2", t["qualified_purpose"], height=0.6)
    for row, label, value in [(4, t["where"], t["where_value"]), (5, t["order"], t["order_value"])]:
        page.put(f"A{row}", label)
        page.merge(f"C{row}:F{row}")
        page.put(f"C{row}", value)
        page.style(f"C{row}:F{row}", "Input")
    page.formula("C6", f"=LEAD.COUNT({leads};$C$4)", "Matching")
    page.put("A6", t["matching"])
    write_list(page, t, leads, hot)
    write_why(page, t, leads, hot)
    page.print_areas(f"A1:I{FIRST + SHOWN + 5 + WHY_LINES}")


def write_list(page, t, leads, hot):
    header, last = FIRST - 1, FIRST + SHOWN - 1
    page.row(f"A{header}", t["qualified_headers"])
    page.style(f"A{header}:I{header}", "Column", "Column Text", "Column Text", "Column Text", "Column", "Column Text",
               "Column Text", "Column", "Column")
    page.hover(f"I{header}", t["hover"]["score"])
    page.height(f"A{header}", 0.65)
    for row in range(FIRST, last + 1):
        rank = row - FIRST + 1
        shown = lambda formula: f"=IF($A{row}=\"\";\"\";{formula})"
        field = lambda column: f"LEAD.VALUE({leads};$B{row};{quoted(column)})"
        page.formula(f"A{row}", f"=IF({rank}>$C$6;\"\";{rank})")
        page.formula(f"B{row}", shown(f"INDEX(LEAD.LIST({leads};{quoted(t['id'])};$C$4;$C$5;{SHOWN});{rank})"))
        page.formula(f"C{row}", shown(field(t["company_column"])))
        page.formula(f"D{row}", shown(field(t["source"])))
        page.formula(f"E{row}", shown(field(t["employees"])))
        page.formula(f"F{row}", shown(field("[stage]")))
        page.formula(f"G{row}", shown(f"IF({field(t['owner'])}=\"\";\"–\";{field(t['owner'])})"))
        page.formula(f"H{row}", shown(field(t["last_visit"])))
        page.formula(f"I{row}", shown(f"LEAD.SCORE({leads};{hot};$B{row})"))
    page.style(f"A{FIRST}:I{last}", "Result Integer", "Result Text", "Result Text", "Result Text", "Result Integer",
               "Result Text", "Result Text", "Result Date", "Result Number")


def write_why(page, t, leads, hot):
    top = FIRST + SHOWN + 1
    asked, chosen = f"$C${top + 1}", f"$B${top + 2}"
    before, after = (quoted(part) for part in t["why_heading"].split("{}"))
    page.put(f"A{top}", "")
    page.formula(f"A{top}", f"={before}&{chosen}&{after}")
    page.style(f"A{top}:I{top}", "Section")
    page.height(f"A{top}", 0.7)
    page.put(f"A{top + 1}", t["explain"])
    page.put(f"C{top + 1}", None, "Input")
    page.put(f"D{top + 1}", t["explain_hint"], "Note")
    at = top + 2
    page.formula(f"B{at}", f"=IF({asked}=\"\";$B${FIRST};{asked})")
    page.formula(f"C{at}", f"=LEAD.VALUE({leads};{chosen};{quoted(t['company_column'])})")
    qualifies = f"LEAD.QUALIFIES({leads};{hot};{chosen})=1"
    page.formula(f"D{at}", f"=IF({qualifies};{quoted('✓ ' + t['qualifies_yes'])};{quoted('✗ ' + t['qualifies_no'])})")
    page.formula(f"I{at}", f"=LEAD.SCORE({leads};{hot};{chosen})")
    page.style(f"A{at}:I{at}", "Total Text", "Total Text", "Total Text", "Total Text", "Total Text", "Total Text",
               "Total Text", "Total Text", "Total Number")
    for line in range(1, WHY_LINES + 1):
        row = at + line
        page.formula(f"B{row}", f"=IFERROR(INDEX(LEAD.WHY({leads};{hot};{chosen});{line});\"\")")
        page.style(f"A{row}:I{row}", "Result Text")
    page.put(f"A{at + WHY_LINES + 1}", t["why_note"], "Note")

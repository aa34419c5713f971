"""The funnel sheet: cohort figures with their chart, by source and by quarter; apart from them, where leads are now."""

from data import SOURCES
from layout import quoted
from playbook import FUNNEL_FROM, FUNNEL_TO
from styles import MARKETING, SALES

STAGES = 5
PERIOD = "$B$4;$B$5"
FIRST_SOURCE, FIRST_QUARTER, FIRST_NOW = 31, 41, 51
QUARTERS = 6


def fill_funnel(page, t, names, places):
    leads, playbook = names["leads"], names["playbook"]
    page.widths(3.0, *[1.88] * 7, 2.6, 0.6, 6.0)
    page.height("A1:A60", 0.52)
    page.put("A1", t["funnel_title"], "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:I2", t["funnel_purpose"], height=0.6)
    write_inputs(page, t)
    write_cohort(page, t, leads)
    write_sources(page, t, leads)
    sheet = f"'{t['sheets']['playbook']}'"
    write_quarters(page, t, leads, playbook, f"${sheet}.{places['as_of']}")
    first, last = places["places"]["stages"]
    write_now(page, t, leads, f"${sheet}.$B${first}:$B${last}")
    page.print_areas(f"A1:I{FIRST_NOW + STAGES}")


def write_inputs(page, t):
    for row, (label, value, style, hint) in enumerate([
            (t["period_from"], FUNNEL_FROM, "Input Date", t["from_hint"]),
            (t["period_to"], FUNNEL_TO, "Input Date", t["to_hint"]),
            (t["within"], None, "Input", t["within_hint"])], 4):
        page.put(f"A{row}", label)
        page.put(f"B{row}", value, style)
        page.put(f"C{row}", hint, "Note")
    page.put("A7", t["only"])
    page.merge("B7:I7")
    page.style("B7:I7", "Input")
    page.put("B8", t["only_hint"], "Note")


def write_cohort(page, t, leads):
    page.heading("A10:I10", t["cohort_heading"])
    page.row("A11", t["funnel_headers"])
    page.style("A11:I11", "Column Text", *["Column"] * 8)
    for address, key in [("B11", "reached"), ("E11", "interval"), ("I11", "young")]:
        page.hover(address, t["hover"][key])
    page.height("A11", 0.95)
    last = 11 + STAGES
    page.array(f"A12:A{last}", f"=FUNNEL.STAGES({leads})")
    # The first stage has no previous one: where FUNNEL.TABLE says #N/A, nothing is shown.
    page.array(f"B12:I{last}", f"=IFNA(FUNNEL.TABLE({leads};{PERIOD};$B$7;$B$6);\"\")")
    page.style(f"A12:I{last}", "Result Text", "Result Integer", "Result Percent", "Result Percent", "Result Percent",
               "Result Percent", "Result Number", "Result Number", "Result Integer")
    page.paragraph(f"A{last + 1}:I{last + 1}", t["cohort_note"], height=0.8)


def chart_cohort(page, t):
    colours = [MARKETING, MARKETING, SALES, SALES, SALES]
    page.bars("funnel", [f"A12:B{11 + STAGES}"], "A18", (18.4, 4.5), colours,
              t["funnel_chart"])
    page.style("A27", "Note")
    page.legend("A27", [(t["owned_by_marketing"], MARKETING), (t["owned_by_sales"], SALES)])


def write_sources(page, t, leads):
    header = FIRST_SOURCE - 1
    page.heading(f"A{header - 1}:I{header - 1}", t["by_source"])
    page.row(f"A{header}", t["source_headers"][:9])
    page.put(f"K{header}", t["source_headers"][9], "Column Text")
    page.style(f"A{header}:I{header}", "Column Text", *["Column"] * 8)
    page.height(f"A{header}", 0.95)
    lead, mql, opportunity, won = (quoted(t[key]) for key in ["lead", "mql", "opportunity", "won"])
    column = quoted(t["source"])
    last = FIRST_SOURCE + len(SOURCES) - 1
    for row in range(FIRST_SOURCE, last + 1):
        where = f"{PERIOD};$K{row}"
        rank = row - FIRST_SOURCE + 1
        page.formula(f"A{row}", f"=IFERROR(INDEX(LEAD.GROUPS({leads};{column});{rank});\"\")")
        narrowed = "IF($B$7=\"\";\"\";\" and (\"&$B$7&\")\")"
        page.formula(f"K{row}", f"=\"[{t['source']}] = \"\"\"&$A{row}&\"\"\"\"&{narrowed}")
        for letter, formula in [
                ("B", f"FUNNEL.COUNT({leads};{lead};{where})"),
                ("C", f"FUNNEL.RATE({leads};{lead};{mql};{where};$B$6)"),
                ("D", f"FUNNEL.RATE({leads};{lead};{opportunity};{where};$B$6)"),
                ("E", f"FUNNEL.RATE({leads};{lead};{won};{where};$B$6)"),
                ("F", f"FUNNEL.COUNT({leads};{lead};{where}&\" and reached [{t['opportunity']}]\")"),
                ("G", f"FUNNEL.COUNT({leads};{lead};{where}&\" and won\")"),
                ("H", f"IFNA(FUNNEL.DAYS({leads};{lead};{won};0.5;{where});\"\")"),
                ("I", f"FUNNEL.VALUE({leads};{lead};{where}&\" and won\")")]:
            page.formula(f"{letter}{row}", f"=IF($A{row}=\"\";\"\";{formula})")
    page.style(f"A{FIRST_SOURCE}:I{last}", "Result Text", "Result Integer", *["Result Percent"] * 3,
               *["Result Integer"] * 3, "Result Money")
    page.style(f"K{FIRST_SOURCE}:K{last}", "Note")
    page.paragraph(f"A{last + 1}:I{last + 1}", t["by_source_note"], height=0.6)


def write_quarters(page, t, leads, playbook, as_of):
    header, last = FIRST_QUARTER - 1, FIRST_QUARTER + QUARTERS - 1
    page.heading(f"A{header - 1}:I{header - 1}", t["by_quarter"])
    page.row(f"A{header}", t["quarter_headers"])
    page.style(f"A{header}:H{header}", "Column Text", *["Column"] * 7)
    page.merge(f"G{header}:H{header}")
    page.height(f"A{header}", 0.65)
    won = quoted(t["won"])
    for row in range(FIRST_QUARTER, last + 1):
        day = f"EDATE({as_of};{-3 * (last - row)})"
        page.formula(f"A{row}", f"=GOAL.PERIOD({day};\"quarter\";{playbook})")
        page.formula(f"B{row}", f"=GOAL.START({day};\"quarter\";{playbook})")
        page.formula(f"C{row}", f"=GOAL.END({day};\"quarter\";{playbook})")
        closed = f"\" and [{t['closed']}] between \"&GOAL.PERIOD(B{row};\"day\")&\" and \"&GOAL.PERIOD(C{row};\"day\")"
        page.formula(f"D{row}", f"=LEAD.COUNT({leads};\"won\"&{closed})")
        page.formula(f"E{row}", f"=LEAD.COUNT({leads};\"lost\"&{closed})")
        page.formula(f"F{row}", f"=IF(D{row}+E{row}=0;\"\";FUNNEL.WINRATE({leads};B{row};C{row}))")
        page.formula(f"G{row}", f"=FUNNEL.VALUE({leads};{won};B{row};C{row})")
        page.merge(f"G{row}:H{row}")
    page.style(f"A{FIRST_QUARTER}:H{last}", "Result Text", "Result Date", "Result Date", "Result Integer",
               "Result Integer", "Result Percent", "Result Money", "Result Money")
    page.paragraph(f"A{last + 1}:I{last + 1}", t["by_quarter_note"], height=0.8)


def write_now(page, t, leads, owners):
    header, last = FIRST_NOW - 1, FIRST_NOW + STAGES - 2
    page.heading(f"A{header - 1}:I{header - 1}", t["now_heading"])
    page.row(f"A{header}", t["now_headers"])
    page.style(f"A{header}:E{header}", "Column Text", "Column", "Column", "Column Text", "Column Text")
    page.merge(f"D{header}:E{header}")
    page.height(f"A{header}", 0.65)
    for row in range(FIRST_NOW, last + 1):
        number = row - FIRST_NOW + 1
        page.formula(f"A{row}", f"=INDEX(FUNNEL.STAGES({leads});{number})")
        page.formula(f"B{row}", f"=FUNNEL.NOW({leads};A{row})")
        page.formula(f"C{row}", f"=FUNNEL.NOW({leads};A{row};\"is [{t['hot']}]\")")
        page.formula(f"D{row}", f"=INDEX({owners};{number})")
    page.style(f"A{FIRST_NOW}:E{last}", "Result Text", "Result Integer", "Result Integer", "Result Text", "Result Text")
    page.paragraph(f"A{last + 1}:I{last + 1}", t["now_note"], height=0.6)

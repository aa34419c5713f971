"""The two sheets that hold data: the lead list and the playbook."""

from datetime import date

import playbook
from layout import cell_value
from words import REPS, VALUES, company_name, full_width

LEADS_HEADER_ROW = 4
LAST_COLUMN = "U"
ROOM = 5000  # last row of the lead list's range: room for new leads
PLAYBOOK_FIRST_ROW = 4
MEANING_LAST = ["stages", "definitions", "metrics"]
PAGE_STARTS = ["stages", "reasons", "segments"]  # blocks that begin a page


def lead_headers(t):
    return [t[key] for key in [
        "id", "company_column", "industry", "region", "employees", "source", "owner", "amount", "lead_date", "mql_date",
        "handed_date", "responded", "rejected_date", "opportunity_date", "won_date", "closed", "result", "reason", "last_visit", "downloads",
        "pages"]]


def lead_cells(lead, language):
    """The lead as a row of cells, with its blemishes."""
    value = VALUES[language]
    source = value[lead.source]
    if "wide source" in lead.blemishes:
        source = full_width(source)
    if "trailing blank" in lead.blemishes:
        source += " "
    created, amount, mql = lead.created, lead.amount, lead.mql
    if "text date" in lead.blemishes:
        created = f"{created:%Y/%m/%d}"
    if "text amount" in lead.blemishes:
        amount = f"￥{amount:,}"
    if "no MQL date" in lead.blemishes:
        mql = None
    owner = REPS[language][lead.owner] if lead.owner is not None else None
    return [lead.id, company_name(lead, language), value[lead.industry], value[lead.region], lead.employees, source,
            owner, amount, created, mql, lead.handed_off, lead.responded, lead.rejected, lead.opportunity, lead.won,
            lead.closed, value[lead.result] or None, value[lead.reason] or None, lead.last_visit, lead.downloads,
            lead.pages]


def fill_leads(page, t, language, leads):
    page.widths(1.9, 5.2, 2.6, 1.9, 2.0, 2.4, 2.9, 2.7, 2.2, 2.2, 2.2, 2.9, 2.2, 2.3, 2.2, 2.2, 2.4, 2.7, 2.2,
                2.0, 2.1)
    page.put("A1", t["leads_title"], "Title")
    page.height("A1", 1.0)
    page.put("A2", t["leads_purpose"], "Note")
    headers = lead_headers(t)
    top = LEADS_HEADER_ROW
    rows = [tuple(map(cell_value, lead_cells(lead, language))) for lead in leads]
    last = top + len(rows)
    for area, style in [("A{}:D{}", "Record"), ("E{}:E{}", "Record Number"), ("F{}:G{}", "Record"),
                        ("H{}:H{}", "Record Number"), ("I{}:K{}", "Record Date"), ("L{}:L{}", "Record Time"),
                        ("M{}:P{}", "Record Date"), ("Q{}:R{}", "Record"), ("S{}:S{}", "Record Date"),
                        ("T{}:U{}", "Record Number")]:
        page.style(area.format(top + 1, ROOM), style)
        is_text = style == "Record"
        page.style(area.format(top, top), "Column Text" if is_text else "Column")
    page.row(f"A{top}", headers)
    page.height(f"A{top}", 0.9)
    page.cell(f"A{top + 1}:{LAST_COLUMN}{last}").setDataArray(tuple(rows))
    ranges = page.document.DatabaseRanges
    ranges.addNewByName("KakehashiLeads", page.cell(f"A{top}:{LAST_COLUMN}{last}").RangeAddress)
    ranges.getByName("KakehashiLeads").AutoFilter = True
    page.print_areas(f"A1:{LAST_COLUMN}{top + 50}")
    return f"A{top}:{LAST_COLUMN}{ROOM}"


def fill_playbook(page, t, language):
    """Writes the blocks; gives their range, the as-of cell and the fingerprint cells of the sign-offs."""
    page.widths(3.0, 5.8, 7.2, 2.5, 2.4, 2.3, 2.3, 5.8)
    page.put("A1", t["playbook_title"], "Title")
    page.height("A1", 1.0)
    page.put("A2", t["playbook_purpose"], "Note")
    places = {}
    row = PLAYBOOK_FIRST_ROW
    for block, entries in playbook.blocks(t, language):
        headers = playbook.HEADERS[language][block]
        page.put(f"A{row}", f"[{playbook.BLOCKS[language][block]}]", "Block")
        page.height(f"A{row}", 0.65)
        page.row(f"A{row + 1}", headers, "Column Text")
        if block in MEANING_LAST:
            page.style(f"A{row + 1}:H{row + 1}", "Column Text")
        places[block] = (row + 2, row + 1 + len(entries))
        for offset, entry in enumerate(entries):
            at = row + 2 + offset
            page.row(f"A{at}", entry, "Entry")
            if block in MEANING_LAST:  # which runs on to the right
                page.style(f"{'ABCDEFGH'[len(entry) - 1]}{at}:H{at}", "Entry Last")
            for column, value in enumerate(entry):
                if isinstance(value, date):
                    page.style(f"{'ABCDEFGH'[column]}{at}", "Entry Date")
        if block in PAGE_STARTS:
            page.break_before(row)
        row += len(entries) + 3
    as_of = places["playbook"][0] + 3
    first, last = places["signoffs"]
    page.print_areas(f"A1:H{last}")
    return {"area": f"A{PLAYBOOK_FIRST_ROW}:H{last}", "as_of": f"B{as_of}", "places": places,
            "signatures": [f"D{each}" for each in range(first, last + 1)]}

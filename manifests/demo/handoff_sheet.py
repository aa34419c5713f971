"""The sheet on the hand-off: what sales did with what it was given, how soon, why not, and whether it was right."""

from layout import quoted, sentence

PERIODS, REASONS, METRICS = 8, 7, 7
FIRST_PERIOD, FIRST_VERDICT, FIRST_REASON, FIRST_METRIC = 11, 25, 32, 43
UNIT, WHICH = "$B$4", "$A$7"
DATES = "$B$5;$B$6"


def fill_handoff(page, t, names, places):
    h, leads, playbook = t["handoff"], names["leads"], names["playbook"]
    page.widths(2.6, 2.1, *[1.5] * 10)
    page.height("A1:A60", 0.52)
    page.put("A1", h["title"], "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:L2", h["purpose"], height=0.6)
    write_inputs(page, t, h)
    sheet = f"$'{t['sheets']['playbook']}'"
    as_of = f"{sheet}.{places['as_of']}"
    block = lambda name, column: f"{sheet}.${column}${places['places'][name][0]}:${column}${places['places'][name][1]}"
    write_periods(page, t, h, leads, playbook, as_of, block)
    write_verdicts(page, t, h, leads)
    write_reasons(page, t, h, leads, block)
    write_reps(page, t, h, leads)
    write_metrics(page, t, h, leads, playbook, as_of, block)
    page.print_areas(f"A1:L{FIRST_METRIC + METRICS}")


def write_inputs(page, t, h):
    for row, (label, value, style, hint) in enumerate([
            (h["unit"], h["unit_value"], "Input", h["unit_hint"]), (h["from"], None, "Input Date", h["from_hint"]),
            (h["to"], None, "Input Date", t["to_hint"])], 4):
        page.put(f"A{row}", label)
        page.put(f"B{row}", value, style)
        page.put(f"C{row}", hint, "Note")
    column, joint = f"[{t['handed_date']}]", t["and"]
    since, until = (f"IF({cell}=\"\";\"\";{quoted(f' {joint} {column} {sign} ')}&GOAL.PERIOD({cell};\"day\"))"
                    for sign, cell in [(">=", "$B$5"), ("<=", "$B$6")])
    page.formula("A7", f"={quoted(column + ' ' + h['filled'])}&{since}&{until}", "Note")


def write_periods(page, t, h, leads, playbook, as_of, block):
    header, last = FIRST_PERIOD - 1, FIRST_PERIOD + PERIODS - 1
    page.heading(f"A{header - 1}:L{header - 1}", h["periods_heading"])
    page.row(f"A{header}", h["period_headers"])
    page.style(f"A{header}:L{header}", "Column Text", *["Column"] * 11)
    page.height(f"A{header}", 0.95)
    for column, key in zip("GHIKL", ["acceptance", "on_time", "hours", "unready", "unready_won"]):
        page.hover(f"{column}{header}", h["hover"][key])
    measures = ["offered", "accepted", "rejected", "pending", "acceptance", "on time", "response median",
                "response p90", "unready", "unready won rate"]
    for row in range(FIRST_PERIOD, last + 2):
        day = as_of if row == last else f"B{row + 1}-1"
        if row <= last:
            page.formula(f"A{row}", f"=GOAL.PERIOD({day};{UNIT};{playbook})")
            page.formula(f"B{row}", f"=GOAL.START({day};{UNIT};{playbook})")
        dates = f"$B{row};GOAL.END($B{row};{UNIT};{playbook})" if row <= last else ";"
        for column, measure in zip("CDEFGHIJKL", measures):
            formula = f"LEAD.HANDOFF({leads};{quoted(measure)};{dates})".replace(";;)", ")")
            page.formula(f"{column}{row}", f"={formula}" if measure in measures[:4] else f"=IFERROR({formula};\"\")")
    for kind, rows in [("Result", f"A{FIRST_PERIOD}:L{last}"), ("Total", f"A{last + 1}:L{last + 1}")]:
        page.style(rows, f"{kind} Text", "Result Date" if kind == "Result" else "Total Text", *[f"{kind} Integer"] * 4,
                   f"{kind} Percent", f"{kind} Percent", f"{kind} Number", f"{kind} Number", f"{kind} Integer",
                   f"{kind} Percent")
    page.put(f"A{last + 1}", h["whole_list"])
    page.paragraph(f"A{last + 2}:L{last + 2}", h["periods_note"], height=0.85)
    hours = f"INDEX({block('stages', 'F')};MATCH({quoted(t['handed'])};{block('stages', 'A')};0))"
    before = sentence(h["periods_before"], [f"A{FIRST_PERIOD}", f"TEXT(I{FIRST_PERIOD};\"0.0\")"])
    parts = [f"A{last}", f"TEXT(H{last};\"0.0%\")", f"TEXT({hours};\"0\")", f"TEXT(I{last};\"0.0\")",
             f"IF(ISNUMBER(I{FIRST_PERIOD});{before};\"\")"]
    page.finding(f"A{last + 3}:L{last + 3}", f"=IFERROR({sentence(h['periods_finding'], parts)};\"\")", height=1.0)


def write_verdicts(page, t, h, leads):
    """Rejected, disqualified and recycled stay apart: a row is what sales said, a column what became of it."""
    header, last = FIRST_VERDICT - 1, FIRST_VERDICT + 2
    page.heading(f"A{header - 1}:L{header - 1}", h["audit_heading"])
    page.row(f"A{header}", h["audit_headers"])
    page.style(f"A{header}:J{header}", "Column Text", "Column Text", *["Column"] * 8)
    page.merge(f"A{header}:B{header}")
    page.merge(f"I{header}:J{header}")
    page.height(f"A{header}", 0.95)
    verdicts = [("rejected", " and rejected"), ("accepted", " and accepted and not rejected"),
                ("pending", " and not accepted and not rejected")]
    for row, (verdict, condition) in enumerate(verdicts, FIRST_VERDICT):
        page.put(f"A{row}", h[verdict])
        page.formula(f"C{row}", f"=LEAD.HANDOFF({leads};{quoted(verdict)};{DATES})")
        count = lambda more: f"=LEAD.COUNT({leads};{WHICH}&{quoted(condition + more)})"
        page.formula(f"D{row}", count(f" and reached [{t['opportunity']}]"))
        for column, outcome in zip("EFGH", ["won", "lost", "disqualified", "recycled"]):
            page.formula(f"{column}{row}", count(f" and {outcome}"))
        won = f"{WHICH}&{quoted(condition + ' and won')}"
        page.formula(f"I{row}", f"=LEAD.STAT({leads};{quoted(t['amount'])};\"sum\";{won})")
        page.merge(f"I{row}:J{row}")
    page.style(f"A{FIRST_VERDICT}:J{last}", "Result Text", "Result Text", *["Result Integer"] * 6, "Result Money",
               "Result Money")
    rejected, accepted = FIRST_VERDICT, FIRST_VERDICT + 1
    whole = lambda cell: f"TEXT({cell};\"#,##0\")"
    parts = [whole(f"E{rejected}"), whole(f"C{rejected}"), whole(f"I{rejected}"), whole(f"F{accepted}"),
             whole(f"C{accepted}")]
    page.finding(f"A{last + 1}:L{last + 1}", f"={sentence(h['audit_finding'], parts)}", height=0.75)


def write_reasons(page, t, h, leads, block):
    header, last = FIRST_REASON - 1, FIRST_REASON + REASONS - 1
    page.heading(f"A{header - 1}:F{header - 1}", h["reasons_heading"])
    page.row(f"A{header}", h["reason_headers"])
    page.style(f"A{header}:F{header}", "Column Text", "Column Text", "Column Text", "Column Text", "Column", "Column")
    page.merge(f"C{header}:D{header}")
    rejected, column = f"{WHICH}&\" and rejected\"", quoted(t["reason"])
    known = lambda what, row: f"=IFERROR(INDEX({block('reasons', what)};MATCH($A{row};{block('reasons', 'A')};0));\"\")"
    for row in range(FIRST_REASON, last + 1):
        rank = row - FIRST_REASON + 1
        page.formula(f"A{row}", f"=IFERROR(INDEX(LEAD.GROUPS({leads};{column};{rejected});{rank});\"\")")
        page.formula(f"B{row}", known("B", row))
        page.formula(f"C{row}", known("C", row))
        page.merge(f"C{row}:D{row}")
        page.formula(f"E{row}", f"=IF($A{row}=\"\";\"\";INDEX(LEAD.GROUPCOUNTS({leads};{column};{rejected});{rank}))")
        one = f"{rejected}&{quoted(' and won and [' + t['reason'] + '] = ')}&\"\"\"\"&$A{row}&\"\"\"\""
        page.formula(f"F{row}", f"=IF($A{row}=\"\";\"\";LEAD.COUNT({leads};{one}))")
    page.style(f"A{FIRST_REASON}:F{last}", *["Result Text"] * 4, "Result Integer", "Result Integer")
    page.style_where(f"A{FIRST_REASON}:F{last}", [(f"$A{FIRST_REASON}=\"\"", "Blank")])


def write_reps(page, t, h, leads):
    header, last = FIRST_REASON - 1, FIRST_REASON + REASONS - 1
    page.heading(f"H{header - 1}:L{header - 1}", h["reps_heading"])
    page.row(f"H{header}", h["rep_headers"])
    page.style(f"H{header}:L{header}", "Column Text", "Column Text", "Column", "Column", "Column")
    page.merge(f"H{header}:I{header}")
    page.height(f"A{header}", 0.95)
    group = lambda rank: f"INDEX(LEAD.GROUPS({leads};{quoted(t['owner'])};{WHICH});{rank})"
    for row in range(FIRST_REASON, last + 1):
        found = group(row - FIRST_REASON + 1)
        page.formula(f"H{row}", f"=IFERROR(IF({found}=\"(blank)\";{quoted(h['nobody'])};{found});\"\")")
        page.merge(f"H{row}:I{row}")
        who = f"IF($H{row}={quoted(h['nobody'])};{quoted('[' + t['owner'] + '] is empty')};" \
              f"{quoted('[' + t['owner'] + '] = ')}&\"\"\"\"&$H{row}&\"\"\"\")"
        for column, measure in zip("JKL", ["offered", "acceptance", "on time"]):
            page.formula(f"{column}{row}", f"=IFERROR(IF($H{row}=\"\";\"\";"
                                           f"LEAD.HANDOFF({leads};{quoted(measure)};{DATES};{who}));\"\")")
    page.style(f"H{FIRST_REASON}:L{last}", "Result Text", "Result Text", "Result Integer", "Result Percent",
               "Result Percent")
    page.style_where(f"H{FIRST_REASON}:L{last}", [(f"$H{FIRST_REASON}=\"\"", "Blank")])


def write_metrics(page, t, h, leads, playbook, as_of, block):
    header, last = FIRST_METRIC - 1, FIRST_METRIC + METRICS - 1
    page.heading(f"A{header - 1}:L{header - 1}", h["metrics_heading"])
    page.row(f"A{header}", h["metric_headers"])
    page.style(f"A{header}:L{header}", "Column Text", "Column Text", *["Column"] * 6, *["Column Apart"] * 4)
    page.height(f"A{header}", 0.95)
    pairs = [("A", "B"), ("C", "D"), ("E", "F"), ("G", "H"), ("I", "J"), ("K", "L")]
    this, before = (f"GOAL.START({day};\"quarter\";{playbook})" for day in
                    [as_of, f"GOAL.START({as_of};\"quarter\";{playbook})-1"])
    page.array(f"A{FIRST_METRIC}:A{last}", f"=IFNA(PLAYBOOK.METRICS({playbook});\"\")")
    known = lambda what, row: f"INDEX({block('metrics', what)};MATCH($A{row};{block('metrics', 'A')};0))"
    for row in range(FIRST_METRIC, last + 1):
        metric = lambda dates: f"=IF($A{row}=\"\";\"\";IFERROR(LEAD.METRIC({leads};$A{row};{dates});\"\"))"
        page.formula(f"C{row}", metric(f"{this};{as_of}"))
        page.formula(f"E{row}", metric(f"{before};{before}+{as_of}-{this}"))
        page.formula(f"G{row}", metric(f"{before};{this}-1"))
        better = f"(C{row}>E{row})=({known('D', row)}={quoted(h['higher'])})"
        page.formula(f"I{row}", f"=IFERROR(IF(COUNT(C{row};E{row})<2;{quoted(h['no_data'])};IF(C{row}=E{row};"
                                f"{quoted(h['same'])};IF({better};{quoted(h['better'])};{quoted(h['worse'])})));\"\")")
        page.formula(f"K{row}", f"=IFERROR({known('E', row)};\"\")")
    for row in range(header, last + 1):
        for left, right in pairs:
            page.merge(f"{left}{row}:{right}{row}")
    page.style(f"A{FIRST_METRIC}:L{last}", "Result Text", "Result Text", *["Result Number"] * 6, *["Result Apart"] * 4)
    area = f"C{FIRST_METRIC}:H{last}"
    unit = f"INDEX({block('metrics', 'C')};MATCH($A{FIRST_METRIC};{block('metrics', 'A')};0))"
    page.style_where(area, [(f"{unit}=\"%\"", "Result Percent"), (f"{unit}=\"¥\"", "Result Money"),
                            (f"{unit}={quoted(h['leads_unit'])}", "Result Integer")])
    page.paragraph(f"A{last + 1}:L{last + 1}", h["metrics_note"], height=0.6)

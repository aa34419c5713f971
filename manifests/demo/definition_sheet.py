"""The sheet that holds the definition against past outcomes: does it keep its promise, is there a better one, and which
leads only just fail it?"""

from layout import quoted, sentence

FIRST_TEST, FIRST_RULE, FIRST_MISS = 16, 29, 39
SIZES = [30, 60, 200, 300]  # least numbers of leads that rules are sought for, besides the definition's own
MISSES = 8
DEFINITION, PERIOD = "$B$4", "$A$9"
OTHER = f"$A${FIRST_TEST + 1}"
EXCLUDED = "$B$8"


def fill_definition(page, t, names, places):
    d, leads = t["definition"], names["leads"]
    page.widths(6.5, 1.35, 1.2, 1.6, 1.6, 1.35, 1.35, 1.6, 1.35, 1.45)
    page.height("A1:A50", 0.52)
    page.put("A1", d["title"], "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:J2", d["purpose"], height=0.6)
    write_inputs(page, t, d)
    write_cards(page, d)
    write_tests(page, d, leads, t)
    write_comparison(page, d, leads)
    write_rules(page, d, leads)
    write_near_misses(page, t, d, leads, places)
    page.print_areas(f"A1:J{FIRST_MISS + MISSES}")


def write_inputs(page, t, d):
    inputs = [(d["name"], t["hot"], "Input", d["name_hint"], True), (d["other"], None, "Input", d["other_hint"], True),
              (t["period_from"], None, "Input Date", t["from_hint"] + d["from_hint"], False),
              (t["period_to"], None, "Input Date", t["to_hint"], False),
              (d["exclude"], f"{t['amount']}, {t['owner']}", "Input", d["exclude_hint"], True)]
    for row, (label, value, style, hint, wide) in enumerate(inputs, 4):
        page.put(f"A{row}", label)
        area = f"B{row}:{'E' if wide else 'C'}{row}"
        page.merge(area)
        page.put(f"B{row}", value)
        page.style(area, style)
        page.put(f"{'F' if wide else 'D'}{row}", hint, "Note")
    since, until = (f"{quoted('[' + t['lead_date'] + '] ' + sign + ' ')}&GOAL.PERIOD({cell};\"day\")"
                    for sign, cell in [(">=", "$B$6"), ("<=", "$B$7")])
    page.formula("A9", f"=IF($B$6=\"\";\"\";{since})&IF(AND($B$6<>\"\";$B$7<>\"\");\" \"&{quoted(t['and'])}&\" \";\"\")"
                       f"&IF($B$7=\"\";\"\";{until})", "Note")


def write_cards(page, d):
    chosen, everybody = FIRST_TEST, FIRST_TEST + 2
    cards = [("A", "A", d["card_precision"], f"=D{chosen}", "Card Percent",
              [f"TEXT(C{chosen};\"#,##0\")", f"TEXT(B{chosen};\"#,##0\")"], d["card_of"]),
             ("B", "D", d["card_base"], f"=D{everybody}", "Card Percent",
              [f"TEXT(C{everybody};\"#,##0\")", f"TEXT(B{everybody};\"#,##0\")"], d["card_of"]),
             ("E", "G", d["card_lift"], f"=H{chosen}", "Card Times", [p_text(f"J{chosen}")], "{}"),
             ("H", "J", d["card_recall"], f"=G{chosen}", "Card Percent",
              [f"TEXT(C{chosen};\"#,##0\")", f"TEXT(C{everybody};\"#,##0\")"], d["card_recall_of"])]
    for left, right, label, formula, style, parts, note in cards:
        for row, name in [(10, "Card Label"), (11, style), (12, "Card Note")]:
            if left != right:
                page.merge(f"{left}{row}:{right}{row}")
            page.style(f"{left}{row}:{right}{row}", name)
        page.put(f"{left}10", label)
        page.formula(f"{left}11", formula)  # after its style: else it takes the format of the cell it shows
        page.formula(f"{left}12", "=" + sentence(note, parts))
    page.height("A10", 0.65)
    page.height("A11", 1.25)
    page.height("A12", 0.65)


def write_tests(page, d, leads, t):
    header = FIRST_TEST - 1
    page.heading(f"A{header - 1}:J{header - 1}", d["tests_heading"])
    page.row(f"A{header}", d["test_headers"])
    page.style(f"A{header}:J{header}", "Column Text", *["Column"] * 9)
    page.height(f"A{header}", 0.95)
    for column, key in zip("DEGHIJ", ["precision", "interval", "recall", "lift", "per_week", "p"]):
        page.hover(f"{column}{header}", d["hover"][key])
    last = FIRST_TEST + 2
    page.formula(f"A{FIRST_TEST}", f"={DEFINITION}")
    size = f"MAX(30;{learnt(leads, DEFINITION, 'qualified')})"
    page.formula(f"A{FIRST_TEST + 1}", f"=IF($B$5<>\"\";$B$5;{best_rule(leads, size)})")
    page.put(f"A{last}", d["everybody"])
    measures = ["qualified", "tp", "precision", "low", "high", "recall", "lift", "per week", "p value"]
    for row in range(FIRST_TEST, last + 1):
        tested = quoted(f"[{t['id']}] is not empty") if row == last else f"$A{row}"
        for column, measure in zip("BCDEFGHIJ", measures):
            if row < last or measure not in ("recall", "lift", "p value"):  # of all leads these say nothing
                page.formula(f"{column}{row}", f"=LEAD.BACKTEST({leads};{tested};{quoted(measure)};;{PERIOD})")
    page.style(f"A{FIRST_TEST}:J{last}", "Result Fit", "Result Integer", "Result Integer", *["Result Percent"] * 4,
               "Result Number", "Result Number", "Result P")
    page.style(f"A{FIRST_TEST}", "Result Strong")
    finding = f"A{last + 1}:J{last + 1}"
    everything = [f"TEXT(B{FIRST_TEST};\"#,##0\")", DEFINITION, f"TEXT(D{FIRST_TEST};\"0.0%\")",
                  f"TEXT(D{last};\"0.0%\")", f"TEXT(B{last};\"#,##0\")", f"TEXT(H{FIRST_TEST};\"0.0\")",
                  chance_text(f"J{FIRST_TEST}", d)]
    page.finding(finding, f"=IFERROR({sentence(d['finding'], everything)};{quoted(d['nothing'])})", height=1.0)


def write_comparison(page, d, leads):
    heading, header, first = 21, 22, 23
    page.heading(f"A{heading}:J{heading}", d["compare_heading"])
    page.row(f"A{header}", d["compare_headers"])
    page.style(f"A{header}:D{header}", "Column Text", "Column", "Column", "Column")
    asked = f"{leads};{DEFINITION};{OTHER}"
    for row, who in enumerate(["both", "only a", "only b"], first):
        page.put(f"A{row}", d[who])
        page.formula(f"B{row}", f"=LEAD.COMPARE({asked};{quoted(who)};;{PERIOD})")
        page.formula(f"C{row}", f"=LEAD.COMPARE({asked};{quoted('won ' + who)};;{PERIOD})")
        page.formula(f"D{row}", f"=IF(B{row}=0;\"\";C{row}/B{row})")
    page.style(f"A{first}:D{first + 2}", "Result Text", "Result Integer", "Result Integer", "Result Percent")
    p = f"LEAD.COMPARE({asked};\"p value\";;{PERIOD})"
    differ, right = f"B{first + 1}+B{first + 2}", f"C{first + 1}+B{first + 2}-C{first + 2}"
    parts = [DEFINITION, f"TEXT({differ};\"#,##0\")", f"TEXT({right};\"#,##0\")",
             f"IF({p}<0.05;{quoted(d['real'])};{quoted(d['chance'])})", p_text(p)]
    page.hover(f"A{header}", d["hover"]["right"])
    page.finding(f"F{header}:J{first + 2}", f"=IFERROR({sentence(d['compare_finding'], parts)};\"\")")


def write_rules(page, d, leads):
    header, last = FIRST_RULE - 1, FIRST_RULE + len(SIZES) + 1
    page.heading(f"A{header - 1}:J{header - 1}", d["rules_heading"])
    page.row(f"A{header}", d["rule_headers"])
    page.style(f"A{header}:J{header}", "Column Text", *["Column"] * 9)
    page.height(f"A{header}", 0.95)
    page.formula(f"A{FIRST_RULE}", f"={DEFINITION}")
    page.formula(f"B{FIRST_RULE + 1}", f"=MAX(30;C{FIRST_RULE})")
    for row, size in enumerate(SIZES, FIRST_RULE + 2):
        page.put(f"B{row}", size)
    for row in range(FIRST_RULE, last + 1):
        if row > FIRST_RULE:
            page.formula(f"A{row}", f"=IFNA({best_rule(leads, f'$B{row}')};{quoted(d['no_rule'])})")
        later = lambda measure: f"LEAD.HOLDOUT({leads};$A{row};\"{measure}\")"
        for column, formula in [
                ("C", learnt(leads, f"$A{row}", "qualified")), ("D", learnt(leads, f"$A{row}", "tp")),
                ("E", f"D{row}/C{row}"), ("F", later("qualified")), ("G", later("tp")), ("H", later("precision")),
                ("I", later("low")), ("J", later("high"))]:
            page.formula(f"{column}{row}", f"=IFERROR({formula};\"\")")
    page.style(f"A{FIRST_RULE}:J{last}", "Result Fit", "Result Integer", "Result Integer", "Result Integer",
               "Result Percent", "Result Integer", "Result Integer", *["Result Percent"] * 3)
    page.style(f"A{FIRST_RULE}", "Result Strong")
    page.style(f"B{FIRST_RULE + 2}:B{last}", "Input Number")
    page.paragraph(f"A{last + 1}:J{last + 1}", d["rules_note"], height=0.85)


def write_near_misses(page, t, d, leads, places):
    header, last = FIRST_MISS - 1, FIRST_MISS + MISSES - 1
    page.heading(f"A{header - 1}:J{header - 1}", d["misses_heading"])
    page.row(f"A{header}", d["miss_headers"])
    page.style(f"A{header}:J{header}", *["Column Text"] * 9, "Column")
    for left, right in ["BC", "DE", "FI"]:
        page.merge(f"{left}{header}:{right}{header}")
    first, end = places["places"]["definitions"]
    sheet = f"$'{t['sheets']['playbook']}'"
    threshold = f"INDEX({sheet}.$B${first}:$B${end};MATCH({DEFINITION};{sheet}.$A${first}:$A${end};0))"
    for row in range(FIRST_MISS, last + 1):
        page.formula(f"B{row}", f"=IFERROR(INDEX(LEAD.NEARMISS({leads};{DEFINITION});{row - FIRST_MISS + 1});\"\")")
        shown = lambda formula: f"=IF($B{row}=\"\";\"\";{formula})"
        field = lambda column: f"LEAD.VALUE({leads};$B{row};{quoted(column)})"
        page.formula(f"A{row}", shown(field(t["company_column"])))
        page.formula(f"D{row}", shown(f"IF({field(t['result'])}=\"\";{field('[stage]')};{field(t['result'])})"))
        page.formula(f"J{row}", shown(f"LEAD.SCORE({leads};{DEFINITION};$B{row})"))
        short = sentence(d["short"], [f"TEXT({threshold}-J{row};\"0.0\")"])
        why = f"LEAD.WHY({leads};{DEFINITION};$B{row})"
        unmet = f"(LEFT({why};1)=\"✗\")*ISNUMBER(SEARCH({quoted(d['must'])};{why}))"
        failed = f"IFERROR(INDEX({why};MATCH(1;{unmet};0));\"\")"
        page.array(f"F{row}", shown(f"IF(J{row}<{threshold};{short};{failed})"))  # runs on into the cells beside it
        for left, right in ["BC", "DE"]:
            page.merge(f"{left}{row}:{right}{row}")
    page.style(f"A{FIRST_MISS}:J{last}", *["Result Text"] * 9, "Result Number")
    page.paragraph(f"A{last + 1}:J{last + 1}", d["misses_note"], height=0.6)


def learnt(leads, tested, measure):
    """A count among the leads that rules are sought in: all but those held out."""
    return f"LEAD.BACKTEST({leads};{tested};\"{measure}\")-LEAD.HOLDOUT({leads};{tested};\"{measure}\")"


def best_rule(leads, size):
    return f"INDEX(LEAD.DISCOVER({leads};\"\";1;2;{size};0;{EXCLUDED});1)"


def p_text(p):
    return f"IF({p}<0.001;\"p < 0.001\";\"p = \"&TEXT({p};\"0.000\"))"


def chance_text(p, d):
    """The p value in words."""
    about = sentence(d["about"], [f"TEXT(1000*{p};\"#,##0\")"])
    return f"IF({p}<0.001;{quoted(d['rare'])};{about})&\" (\"&{p_text(p)}&\")\""

"""The sheet on how the two departments work together: the survey's totals, each statement, what is counted, next steps;
and the sheet with the answers."""

import goal_data
from layout import quoted, sentence

STATEMENTS, THEMES, STEPS = 20, 4, 5
FIRST = 12
LAST = FIRST + STATEMENTS + THEMES - 1
FIRST_STEP = LAST + 4
ACCEPTANCE = 11  # the statement on accepting leads
SURVEY_HEADER, SURVEY_ROOM = 4, 60


def fill_survey(page, t, language):
    """The answers; gives their range."""
    s = t["team"]
    page.widths(3.2, *[1.05] * STATEMENTS)
    page.put("A1", s["survey_title"], "Title")
    page.height("A1", 1.0)
    page.put("A2", s["survey_purpose"], "Note")
    page.row(f"A{SURVEY_HEADER}", [s["department"], *range(1, STATEMENTS + 1)])
    page.style(f"A{SURVEY_HEADER}:U{SURVEY_HEADER}", "Column Text", *["Column"] * STATEMENTS)
    departments = [t["marketing"], t["sales"]]
    rows = [[departments[side], *answers] for side, answers in goal_data.survey()]
    page.style(f"A{SURVEY_HEADER + 1}:U{SURVEY_ROOM}", "Record", *["Record Number"] * STATEMENTS)
    page.rows(f"A{SURVEY_HEADER + 1}", rows)
    page.print_areas(f"A1:U{SURVEY_HEADER + len(rows)}")
    return f"A{SURVEY_HEADER}:U{SURVEY_ROOM}"


def fill_team(page, t, language, names):
    s, survey = t["team"], names["survey"]
    page.widths(0.9, 4.1, 4.1, 4.1, 1.7, 1.4, 1.9, 2.7)
    page.height(f"A1:A{FIRST_STEP + STEPS + 1}", 0.52)
    page.put("A1", s["title"], "Title")
    page.height("A1", 1.0)
    page.paragraph("A2:H2", s["purpose"], height=0.6)
    write_cards(page, t, s, survey)
    write_finding(page, s, survey, names["leads"])
    write_statements(page, t, s, survey, language)
    write_steps(page, s)
    page.print_areas(f"A1:H{FIRST_STEP + STEPS}")


def write_cards(page, t, s, survey):
    people = f"TEXT(COUNTA(INDEX({survey};0;1))-1;\"0\")"
    of = lambda department: f"TEXT(COUNTIF(INDEX({survey};0;1);{quoted(department)});\"0\")"
    level = "TEAM.LEVEL($A$5)"
    words = ";".join(map(quoted, s["levels"].values()))
    known = ";".join(map(quoted, s["levels"]))
    following = "TEXT(INT($A$5/20)*20+20;\"0\")"
    next_note = f"IF($A$5>=80;{quoted(s['level_top'])};{sentence(s['level_note'], [following])})"
    cards = [("A", "B", f"=TEAM.ALIGNMENT({survey})", "Card Score", sentence(s["card_note"], [people])),
             ("C", "C", f"=TEAM.ALIGNMENT({survey};{quoted(t['marketing'])})", "Card Score",
              sentence(s["card_note"], [of(t["marketing"])])),
             ("D", "D", f"=TEAM.ALIGNMENT({survey};{quoted(t['sales'])})", "Card Score",
              sentence(s["card_note"], [of(t["sales"])])),
             ("E", "H", f"=CHOOSE(MATCH({level};{{{known}}};0);{words})", "Card", next_note)]
    for (left, right, formula, style, note), label in zip(cards, s["cards"]):
        for row in (4, 5, 6):
            if left != right:
                page.merge(f"{left}{row}:{right}{row}")
        page.put(f"{left}4", label)
        page.style(f"{left}4:{right}4", "Card Label")
        page.formula(f"{left}5", formula)
        page.style(f"{left}5:{right}5", style)
        page.formula(f"{left}6", f"={note}")
        page.style(f"{left}6:{right}6", "Card Note")
    page.height("A4", 0.65)
    page.height("A5", 1.25)
    page.height("A6", 0.65)


def write_finding(page, s, survey, leads):
    said = f"TEAM.PERCEPTION({survey};{ACCEPTANCE};{leads})+LEAD.HANDOFF({leads};\"acceptance\")"
    counted = f"LEAD.HANDOFF({leads};\"acceptance\")"
    gap = f"TEAM.PERCEPTION({survey};{ACCEPTANCE};{leads})"
    verdict = f"IF(ABS({gap})<0.05;{quoted(s['same'])};IF({gap}<0;{quoted(s['better'])};{quoted(s['worse'])}))"
    parts = [quoted(str(ACCEPTANCE)), f"TEXT({said};\"0%\")", f"TEXT({counted};\"0%\")", verdict]
    page.finding("A8:H8", f"={sentence(s['finding'], parts)}", height=1.0)


def write_statements(page, t, s, survey, language):
    header = FIRST - 1
    page.heading(f"A{header - 1}:H{header - 1}", s["statements_heading"])
    labels = s["headers"]
    page.row(f"A{header}", [labels[0], labels[1], None, None, *labels[2:]])
    page.merge(f"B{header}:D{header}")
    page.style(f"A{header}:H{header}", *["Column Text"] * 4, *["Column"] * 3, "Column Text")
    page.height(f"A{header}", 0.95)
    row = FIRST
    for theme in range(THEMES):
        page.put(f"A{row}", s["themes"][theme])
        page.style(f"A{row}:H{row}", "Group")
        for row in range(row + 1, row + 6):
            number = row - FIRST - theme
            page.put(f"A{row}", number)
            page.formula(f"B{row}", f"=INDEX(TEAM.STATEMENTS({quoted(language)});$A{row})")
            page.merge(f"B{row}:D{row}")
            for column, department in zip("EF", ["marketing", "sales"]):
                mean = f"AVERAGEIF(INDEX({survey};0;1);{quoted(t[department])};INDEX({survey};0;$A{row}+1))"
                page.formula(f"{column}{row}", f"=IFERROR({mean};\"\")")
            page.formula(f"G{row}", f"=IFERROR(ROUND(TEAM.GAP({survey};$A{row});1);\"\")")
            low = f"ISNUMBER(MATCH($B{row};TEAM.LOW({survey});0))"
            page.formula(f"H{row}", f"=IF({low};{quoted(s['both_low'])};IF(AND(ISNUMBER(G{row});ABS(G{row})>=1);"
                                    f"{quoted(s['differ'])};\"\"))")
            page.style(f"A{row}:H{row}", "Result Text", *["Result Small"] * 3, *["Result Number"] * 2, "Result Signed",
                       "Result Small")
        page.style_where(f"E{row - 4}:F{row}", [(f"AND(ISNUMBER(E{row - 4});E{row - 4}<3)", "Low")])
        page.style_where(f"H{row - 4}:H{row}", [(f"LEFT(H{row - 4};1)=\"▼\"", "Small Behind")])
        row += 1
    page.paragraph(f"A{row}:H{row}", s["note"], height=0.6)


def write_steps(page, s):
    heading = FIRST_STEP - 1
    levels = list(s["levels"].values())
    now = f"MATCH(TEAM.LEVEL($A$5);{{{';'.join(map(quoted, s['levels']))}}};0)"
    word = lambda index: f"CHOOSE({index};{';'.join(map(quoted, levels))})"
    text = f"IF($A$5>=80;{sentence(s['stay_heading'], [word(now)])};" \
           f"{sentence(s['next_heading'], [word(now), word(f'MIN(4;{now}+1)')])})"
    page.heading(f"A{heading}:H{heading}", "")
    page.formula(f"A{heading}", f"={text}")
    for row in range(FIRST_STEP, FIRST_STEP + STEPS):
        step = f"IFERROR(INDEX(TEAM.NEXT($A$5);{row - FIRST_STEP + 1});\"\")"
        page.formula(f"A{row}", f"=IF({step}=\"\";\"\";\"{row - FIRST_STEP + 1}\")")
        page.formula(f"B{row}", f"={step}")
        page.merge(f"B{row}:H{row}")
        page.style(f"A{row}:H{row}", "Result Strong", *["Result Text"] * 7)

"""A team's workbook for tests of reports: leads of a year, a playbook, goals in three layers, an activity log, under the
names of a team workbook; in English and Japanese. The last week is the one of the example that matters: 30 leads handed
off, 3 become opportunities, and the other 27 are accounted for."""

import datetime

AS_OF = datetime.date(2026, 11, 22)  # a Sunday: the end of 2026-W47
WEEK = "2026-W47"
MONDAY = datetime.date(2026, 11, 16)
DAY = datetime.timedelta(days=1)
# What became of the 27: how many, their reason, outcome, owner, and whether sales answered.
LEFT = [(8, "budget", "rejected", True, True), (5, "timing", "lost", True, True), (9, None, None, False, False),
        (3, None, None, True, False), (2, None, None, True, True)]

WORDS = {
    "en": {
        "lead": "Lead", "mql": "MQL", "sql": "Opportunity", "won": "Won", "budget": "No budget", "timing": "Bad timing",
        "rejected": "Rejected", "lost": "Lost", "marketing": "marketing", "sales": "sales",
        "columns": ["ID", "Company", "Owner", "Amount", "Lead", "MQL", "Opportunity", "Won", "Closed", "Result", "Reason",
                    "Handed off", "Responded"],
        "goals": [("Revenue", "shared", "marketing, sales", "JPY", "sum", "", 250e6, 182e6),
                  ("Gross margin", "shared", "marketing, sales", "%", "level", "", 0.4, 0.38),
                  ("MQLs", "department", "marketing", "", "sum", "entered [MQL]", 120, None),
                  ("Opportunities", "department", "sales", "", "sum", "entered [Opportunity]", 64, None),
                  ("Win rate", "department", "sales", "%", "rate", "win rate", 0.6, None),
                  ("Newsletters", "activity", "marketing", "", "sum", "", 12, None),
                  ("Visits", "activity", "sales", "", "sum", "", 180, None)],
        "sheets": ["Leads", "Playbook", "Goals", "Activities", "Start"],
        "owners": ["Sato", "Tanaka", "Mori"], "people": ["Mori", "Sato"],
    },
    "ja": {
        "lead": "リード", "mql": "見込み", "sql": "商談", "won": "受注", "budget": "予算なし", "timing": "時期尚早",
        "rejected": "却下", "lost": "失注", "marketing": "マーケティング", "sales": "営業",
        "columns": ["ID", "会社名", "担当者", "金額", "リード", "見込み", "商談", "受注", "完了日", "結果", "理由",
                    "引き渡し日", "応答日"],
        "goals": [("売上", "共有", "マーケティング, 営業", "円", "sum", "", 250e6, 182e6),
                  ("粗利率", "共有", "マーケティング, 営業", "%", "level", "", 0.4, 0.38),
                  ("見込みの件数", "部門", "マーケティング", "", "sum", "entered [見込み]", 120, None),
                  ("商談の件数", "部門", "営業", "", "sum", "entered [商談]", 64, None),
                  ("受注率", "部門", "営業", "%", "rate", "win rate", 0.6, None),
                  ("メルマガ", "活動", "マーケティング", "", "sum", "", 12, None),
                  ("訪問", "活動", "営業", "", "sum", "", 180, None)],
        "sheets": ["リード", "プレイブック", "目標", "活動", "はじめに"],
        "owners": ["佐藤", "田中", "森"], "people": ["森", "佐藤"],
    },
}


def lead_rows(words, count=900):
    """Deterministic: a lead every nine hours up to two weeks before the last day, then the last week's hand-offs."""
    rows = []
    start = datetime.date(2025, 12, 1)
    for i in range(count):
        created = start + DAY * (i * 356 // count)
        mql = created + DAY * (3 + i % 5) if i % 5 < 3 else None
        handed = mql + DAY * 2 if mql else None
        sql = handed + DAY * (4 + i % 9) if mql and i % 3 == 0 else None
        closed = sql + DAY * (20 + i % 25) if sql and i % 4 != 3 else None
        won = closed if closed and i % 4 == 0 else None
        dates = [day if day and day <= AS_OF else None for day in (created, mql, sql, won, closed, handed)]
        result = words["won"] if dates[3] else words["lost"] if dates[4] else None
        reason = words["timing"] if result == words["lost"] else None
        if dates[5] and not sql and i % 2:
            result, reason = words["rejected"], words["budget"]
        rows.append([f"L-{i + 1:04}", f"Company {i % 311}", words["owners"][i % 3], 400000 + 50000 * (i % 37), *dates[:4],
                     dates[4], result, reason, dates[5], dates[5] + DAY if dates[5] and dates[5] < AS_OF else None])
    return [row if row[11] is None or row[11] < MONDAY else row[:11] + [None, None] for row in rows] + last_week(words)


def last_week(words):
    rows = []

    def add(sql=None, reason=None, result=None, owner=True, answered=True):
        i = len(rows)
        day = MONDAY + DAY * (i % 5)
        rows.append([f"W-{i + 1:02}", f"Newcomer {i}", words["owners"][i % 3] if owner else None, 900000, day - DAY * 6,
                     day - DAY * 3, sql, None, None, result, reason, day, day + DAY if answered else None])

    for _ in range(3):
        add(sql=AS_OF)
    for count, reason, outcome, owner, answered in LEFT:
        for _ in range(count):
            add(None, words.get(reason), words.get(outcome), owner, answered)
    return rows


def playbook_rows(words):
    lead, mql, sql, won = (words[key] for key in ("lead", "mql", "sql", "won"))
    roles = ["id", "company", "owner", "amount", None, None, None, None, "closed", "outcome", "reason", "handed off",
             "responded"]
    return [["[playbook]"], ["key", "value"], ["name", "Team"], ["version", "3"], ["as of", AS_OF],
            ["opportunity stage", sql], [],
            ["[columns]"], ["role", "header"], *[[role, header] for role, header in zip(roles, words["columns"]) if role],
            ["created", words["columns"][4]], [],
            ["[stages]"], ["stage", "owner", "column", "within days", "within hours"],
            [lead, words["marketing"], lead, 30, None], [mql, words["marketing"], mql, 30, None],
            [sql, words["sales"], sql, 60, 16], [won, words["sales"], won, None, None], [],
            ["[outcomes]"], ["outcome", "when"], ["accepted", f"reached [{sql}]"], [],
            ["[metrics]"], ["metric", "formula"], *[[goal[0], goal[5]] for goal in words["goals"] if goal[5]], [],
            ["[reasons]"], ["reason", "family"], [words["budget"], "definitional"], [words["timing"], "lost"], [],
            ["[definitions]"], ["definition", "threshold"], ["Hot", 50], [],
            ["[rules]"], ["definition", "rule", "points"], ["Hot", f"{words['columns'][3]} >= 900000", 50]]


def goal_rows(words):
    headers = ["goal", "layer", "department", "unit", "kind", "metric", "start", "end", "target", "actual", "curve"]
    start, end = datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)
    return [headers] + [[name, layer, department, unit, kind, name if metric else None, start, end, target, actual, "calendar"]
                        for name, layer, department, unit, kind, metric, target, actual in words["goals"]]


def activity_rows(words):
    newsletter, visits = (goal[0] for goal in words["goals"][-2:])
    rows = [["date", "person", "activity", "count"]]
    for week in range(13):
        monday = MONDAY - DAY * 7 * week
        rows.append([monday, words["people"][0], newsletter, 1 if week % 2 else None])
        rows.append([monday + DAY, words["people"][1], visits, 8 + week % 5])
    return rows


def fill(document, language, leads=None):
    """Sheets and names of a team workbook in an empty document; gives the rows of the leads."""
    words = WORDS[language]
    rows = lead_rows(words) if leads is None else leads
    tables = [[words["columns"]] + rows, playbook_rows(words), goal_rows(words), activity_rows(words)]
    data = ["KakehashiLeadsData", "KakehashiPlaybookData", "KakehashiGoalsData", "KakehashiActivitiesData"]
    first = document.sheet().object
    first.setName(words["sheets"][0])
    for name, title, table in zip(data, words["sheets"], tables):
        sheet = document.sheet(0) if title == words["sheets"][0] else document.add_sheet(title)
        sheet.put("A1", table)
        document.name_range(name, sheet, f"A1:{chr(64 + max(map(len, table)))}{len(table)}")
    start = document.add_sheet(words["sheets"][4])
    for row, (name, formula) in enumerate([
            ("KakehashiPlaybook", "=PLAYBOOK.READ(KakehashiPlaybookData)"),
            ("KakehashiLeads", "=LEAD.TABLE(KakehashiLeadsData;KakehashiPlaybook)"),
            ("KakehashiGoals", "=GOAL.TABLE(KakehashiGoalsData;KakehashiPlaybook;KakehashiActivitiesData;KakehashiLeads)")], 1):
        document.name_range(name, start, f"A{row}")
        start.formula(f"A{row}", formula)
    start.put("A4", [[language]])
    document.name_range("KakehashiLanguage", start, "A4")
    return rows



"""The workbook of test_never_stale.py: a lead list, a playbook, and formulas of every kind over them."""

from compare import NOT_AVAILABLE, reference_in, same
from lead_model import Blocks, LeadList, Unknown, as_day, as_number, as_text, fold, quantile

HEADERS = ["ID", "Source", "Employees", "Amount", "Lead", "MQL", "Won", "Result", "Weighted", "Notes"]
PLAYBOOK = [
    ["[playbook]"],
    ["key", "value"],
    ["name", "Stale"],
    ["as of", 60000],
    [],
    ["[columns]"],
    ["role", "header"],
    ["id", "ID"],
    ["created", "Lead"],
    ["amount", "Amount"],
    ["outcome", "Result"],
    [],
    ["[stages]"],
    ["stage", "owner", "column"],
    ["Lead", "marketing", "Lead"],
    ["MQL", "marketing", "MQL"],
    ["Won", "sales", "Won"],
    [],
    ["[outcomes]"],
    ["outcome", "when"],
    ["won", "Result = won"],
    ["lost", "Result = lost"],
    [],
    ["[definitions]"],
    ["definition", "threshold", "meaning"],
    ["Hot lead", 50, "Big, and asked us"],
    [],
    ["[rules]"],
    ["definition", "group", "rule", "points", "must"],
    ["Hot lead", "fit", "Employees >= 100", 40],
    ["Hot lead", "fit", "Source in (Web, Referral)", 20],
    ["Hot lead", "money", "Amount >= 5000", 15],
    ["Hot lead", "", "Employees is not empty", 0, "yes"],
    [],
    ["[groups]"],
    ["definition", "group", "cap"],
    ["Hot lead", "fit", 55],
]
TOUCH_HEADERS = ["ID", "Date", "Channel"]
THRESHOLD, POINTS, CUT = "B26", "D30", "C30"  # cells of the playbook that the test edits
FIRST_DATE, LAST_DATE = 45900, 46200
TALLEST = 70  # rows of the table, so that the test stays quick

# (formula, rows of the array formula or 1, the figure by the model `m`; `m.direct` is the table without a playbook).
# {H} is the cell with LEAD.TABLE, {D} the table itself, {P} the cell with PLAYBOOK.READ, {C} a criterion to edit,
# {T} the cell with FUNNEL.TOUCHES, {R} the table of touches.
FIGURES = [
    ("=SUMPRODUCT(ISNUMBER({D}))", 1, lambda m: m.numbers_in_cells),  # Calc's own, to tell its faults from ours
    ("=LEAD.COUNT({H})", 1, lambda m: m.count()),
    ('=LEAD.COUNT({H};"Source = Web")', 1, lambda m: m.count("Source = Web")),
    ('=LEAD.COUNT({H};"Source = "&{C})', 1, lambda m: m.count(f"Source = {m.criterion}")),
    ('=LEAD.COUNT({H};"Employees >= 100 and not (Source = Web)")', 1,
     lambda m: m.count("Employees >= 100 and not (Source = Web)")),
    ('=LEAD.COUNT({H};"Amount is empty")', 1, lambda m: m.count("Amount is empty")),
    ('=LEAD.COUNT({H};"won and reached [MQL]")', 1, lambda m: m.count("won and reached [MQL]")),
    ('=LEAD.COUNT({H};"is [Hot lead]")', 1, lambda m: m.count("is [Hot lead]")),
    ('=LEAD.COUNT({D};"Source = Web")', 1, lambda m: m.direct.count("Source = Web")),
    ('=LEAD.STAT({H};"Amount";"sum")', 1, lambda m: m.stat("Amount", "sum")),
    ('=LEAD.STAT({H};"Amount";"sum";"Source = Referral")', 1, lambda m: m.stat("Amount", "sum", "Source = Referral")),
    ('=LEAD.STAT({H};"Weighted";"sum")', 1, lambda m: m.stat("Weighted", "sum")),
    ('=LEAD.STAT({H};"Employees";"median")', 1, lambda m: m.stat("Employees", "median")),
    ('=LEAD.STAT({H};"Amount";"p90";"open")', 1, lambda m: m.stat("Amount", "p90", "open")),
    ('=LEAD.STAT({H};"Amount";"mean";"won")', 1, lambda m: m.stat("Amount", "mean", "won")),
    ('=LEAD.STAT({H};"Source";"distinct")', 1, lambda m: m.stat("Source", "distinct")),
    ('=LEAD.STAT({D};"Amount";"max")', 1, lambda m: m.direct.stat("Amount", "max")),
    ('=LEAD.VALUE({H};"L-005";"Employees")', 1, lambda m: m.value("L-005", "Employees")),
    ('=LEAD.LIST({H};"ID";"Employees >= 200";"[Employees] desc";5)', 5,
     lambda m: filled([row[m.column("ID")] for row in sorted(
         m.filter("Employees >= 200"), key=lambda row: -m.number(row, "Employees"))], 5)),
    # No array formula over the table itself: Calc forgets its height when it is undone, and saves another.
    ('=LEAD.LIST({D};"Source";"Amount >= 20000")', 1,
     lambda m: filled(m.direct.cells("Source", "Amount >= 20000"), 1)),
    ('=LEAD.GROUPS({H};"Source")', 6, lambda m: filled([text for text, _ in m.groups("Source")], 6)),
    ('=LEAD.GROUPCOUNTS({H};"Source")', 6, lambda m: filled_numbers([float(n) for _, n in m.groups("Source")], 6)),
    ('=LEAD.QUALIFIES({H};"Hot lead";"L-005")', 1, lambda m: float(m.qualifies(m.row_of("L-005"), "Hot lead"))),
    ('=LEAD.SCORE({H};"Hot lead";"L-006")', 1, lambda m: m.score(m.row_of("L-006"), "Hot lead")),
    ('=FUNNEL.COUNT({H};"MQL")', 1, lambda m: float(len(m.entered("MQL")))),
    ('=FUNNEL.COUNT({H};"Won";46000;46100)', 1, lambda m: float(len(m.entered("Won", 46000, 46100)))),
    ('=FUNNEL.VALUE({H};"Won")', 1, lambda m: m.amount(m.entered("Won"))),
    ('=FUNNEL.RATE({H};"Lead";"Won")', 1, lambda m: m.rate("Lead", "Won")),
    ('=FUNNEL.DAYS({H};"Lead";"Won")', 1, lambda m: m.median(m.days("Lead", "Won"))),
    ('=FUNNEL.NOW({H};"MQL")', 1, lambda m: float(m.now("MQL"))),
    ("=FUNNEL.WINRATE({H})", 1, lambda m: m.win_rate()),
    ("=FUNNEL.CHANNELS({T})", 1, lambda m: filled([text for text, _ in m.touches.groups("Channel")], 1)),
    ('=FUNNEL.ATTRIBUTION({H};{T};"Web";"first")', 1, lambda m: m.attribution("Web", "first")),
    ('=FUNNEL.ATTRIBUTION({H};{T};"Web";"linear")', 1, lambda m: m.attribution("Web", "linear")),
    ('=FUNNEL.ATTRIBUTION({H};{T};"Mail";"linear")', 1, lambda m: m.attribution("Mail", "linear")),
    ('=FUNNEL.ATTRIBUTION({H};{T};"Web";"last";"value")', 1, lambda m: m.attribution("Web", "last", m.worth)),
    ('=FUNNEL.ATTRIBUTION({H};{R};"Mail";"linear")', 1, lambda m: m.attribution("Mail", "linear")),
    ('=PLAYBOOK.MEANING({P};"Hot lead")', 1, lambda m: m.definition("Hot lead")["meaning"]),
]
MARKER = "#figures"
TOUCHES = "$Touches.$D$61:$F$101"
FIRST_FIGURE = 5  # rows below the marker: playbook, leads, touches, criterion, then the figures (up to row 58)


def filled(values, rows):
    """A column as an array formula of that many rows shows it; Calc repeats a single value in all of them."""
    texts = [as_text(value) for value in values] or [NOT_AVAILABLE]
    return texts * rows if len(texts) == 1 else (texts + [NOT_AVAILABLE] * rows)[:rows]


def filled_numbers(values, rows):
    numbers = values or [NOT_AVAILABLE]
    return numbers * rows if len(numbers) == 1 else (numbers + [NOT_AVAILABLE] * rows)[:rows]


class Expected(LeadList):
    def __init__(self, rows, playbook, touches, criterion):
        super().__init__(rows, playbook)
        self.direct = LeadList(rows)
        self.touches = LeadList(touches)
        self.criterion = criterion
        self.numbers_in_cells = float(sum(isinstance(cell, float) for row in rows for cell in row))

    def median(self, numbers):
        return float(quantile(numbers, 0.5)) if numbers else NOT_AVAILABLE

    def number(self, row, column):
        return as_number(row[self.column(column)])

    def worth(self, row):
        """A blank amount counts nothing."""
        return self.number(row, "Amount") or 0.0

    def attribution(self, channel, model, worth=lambda row: 1.0):
        """Shares of the won leads by their touches up to the day they entered the last stage, if that is known."""
        first_of = {}
        for row in self.rows:
            first_of.setdefault(fold(as_text(row[self.column("ID")])), row)
        paths, known = {}, False
        for touch in self.touches.rows:
            lead, day, name = (touch[self.touches.column(header)] for header in TOUCH_HEADERS)
            known |= fold(as_text(name)) == fold(channel)
            row = first_of.get(fold(as_text(lead))) if as_text(lead) else None
            if row is None or as_day(day) is None or self.outcome(row) != "won":
                continue
            closed = self.dates(row)[-1]
            if closed is None or closed >= day or (int(closed) == int(day) and day == int(day)):
                paths.setdefault(id(row), (row, []))[1].append((day, fold(as_text(name))))
        if not known:
            return NOT_AVAILABLE
        total = 0.0
        for row, path in paths.values():
            names = [name for _, name in sorted(path, key=lambda touch: touch[0])]
            counted = {"first": names[:1], "last": names[-1:], "linear": names}[model]
            total += worth(row) * counted.count(fold(channel)) / len(counted)
        return total

    def amount(self, rows):
        return float(sum(self.number(row, "Amount") or 0.0 for row in rows))


def random_lead(rng, number):
    lead = rng.randrange(FIRST_DATE, LAST_DATE)
    mql = lead + rng.randrange(-3, 40) if rng.random() < 0.6 else None
    won = lead + rng.randrange(10, 90) if rng.random() < 0.3 else None
    result = "Won" if won and rng.random() < 0.9 else rng.choice([None, None, "Lost"])
    return [f"L-{number:03d}", random_cell(rng, "source"), random_cell(rng, "employees"), random_cell(rng, "amount"),
            lead, mql, won, result, None, None]


def random_touch(rng):
    return [f"L-{rng.randrange(1, 31):03d}", rng.randrange(FIRST_DATE, LAST_DATE + 60), random_cell(rng, "channel")]


def random_cell(rng, header):
    if header in ("lead", "mql", "won", "date"):
        return rng.choice([None, "soon", rng.randrange(FIRST_DATE, LAST_DATE), rng.randrange(FIRST_DATE, LAST_DATE)])
    return {
        "id": lambda: rng.choice([None, f"L-{rng.randrange(1, 12):03d}", 17]),
        "source": lambda: rng.choice(["Web", "Ｗｅｂ", " web ", "Referral", "Trade show", "展示会", None]),
        "channel": lambda: rng.choice(["Web", "ＷＥＢ", "Mail", "Visit", None]),
        "employees": lambda: rng.choice([None, "n/a", "1,200", rng.randrange(5, 600), rng.randrange(5, 600)]),
        "amount": lambda: rng.choice([None, "tbd", rng.randrange(1, 400) * 100, rng.randrange(1, 400) * 100]),
        "result": lambda: rng.choice(["Won", "won", "Lost", "ＬＯＳＴ", None, "later"]),
        "weighted": lambda: rng.choice([None, 12.5, "=1/0", "=RAND()*0+3"]),
    }.get(header, lambda: rng.choice([None, "x", "call back"]))()


class Workbook:
    """The document under test. Sheets: Leads (the table at D61), Figures and Playbook, Rate (a cell the table's
    formula column needs), Touches (a table at D61, too, that all figures share), and Local: a table with its figures on
    the same sheet, to be copied as a whole."""

    def __init__(self, document):
        self.document = document

    @classmethod
    def new(cls, office, rng):
        book = cls(office.new_document(hidden=False))
        document = book.document
        leads = document.sheet()
        leads.object.setName("Leads")
        for name in ("Figures", "Playbook", "Rate", "Touches", "Local"):
            document.add_sheet(name)
        document.sheet("Playbook").put("A1", PLAYBOOK)
        document.sheet("Rate").put("A1", [[0.35]])
        document.sheet("Touches").put("D61", [TOUCH_HEADERS] + [random_touch(rng) for _ in range(40)])
        book.write_table(leads, rng, 30)
        book.write_table(document.sheet("Local"), rng, 12)
        book.write_figures("Figures", "$Leads.$D$61:$M$91")
        book.write_figures("Local", "$D$61:$M$73")
        return book

    def write_table(self, sheet, rng, rows):
        sheet.put("D61", [HEADERS] + [random_lead(rng, number + 1) for number in range(rows)])
        sheet.formulas(f"L62:L{61 + rows}", [[f"=IF(ISNUMBER(G{row});G{row}*$Rate.$A$1;0)"]
                                             for row in range(62, 62 + rows)])

    def write_figures(self, name, table):
        sheet = self.document.sheet(name)
        sheet.put("A2", [[MARKER], ["playbook"], ["leads"], ["touches"], ["criterion", "Referral"]])
        sheet.formula("B3", "=PLAYBOOK.READ($Playbook.$A$1:$F$45)")
        sheet.formula("B4", f"=LEAD.TABLE({table};$B$3)")
        sheet.formula("B5", f"=FUNNEL.TOUCHES({TOUCHES})")
        row = 2 + FIRST_FIGURE
        for formula, height, _ in FIGURES:
            text = formula.format(H="$B$4", D=table, P="$B$3", T="$B$5", R=TOUCHES, C="$B$6")
            if height == 1:
                sheet.formula(f"B{row}", text)
            else:
                sheet.array_formula(f"B{row}:B{row + height - 1}", text)
            row += height

    # -- looking at it
    def sheets(self):
        return [self.document.sheet(name) for name in self.document.component.Sheets.ElementNames]

    def figure_sheets(self):
        return [sheet for sheet in self.sheets() if sheet.result("A2") == MARKER]

    def table_of(self, figures, handle="B4"):
        """The range that the sheet's LEAD.TABLE (or the handle in another cell) refers to now."""
        name, area = reference_in(figures.cells(handle).getFormula(), figures.object.Name)
        return self.document.sheet(name).cells(area)

    def stale_figures(self):
        """One line per formula that does not show what the cells say."""
        wrong = []
        for sheet in self.figure_sheets():
            rows = self.table_of(sheet).getDataArray()
            playbook = Blocks(self.document.sheet("Playbook").cells("A1:F45").getDataArray())
            touches = self.table_of(sheet, "B5").getDataArray()
            model = Expected(rows, playbook, touches, sheet.result("B6"))
            heights = sum(height for _, height, _ in FIGURES)
            # Of a reopened array formula Calc shows the surplus cells' error as a text, until it is recalculated.
            shown = [NOT_AVAILABLE if row[0] == "#N/A" else row[0] for row in sheet.results(f"B7:B{6 + heights}")]
            row = 0
            for formula, height, figure in FIGURES:
                got = shown[row:row + height]
                row += height
                expected = self.expected(figure, model, height)
                if not same(got, expected):
                    wrong.append(f"{sheet.object.Name}: {formula} shows {got}, the cells say {expected}")
        return wrong

    @staticmethod
    def expected(figure, model, height):
        try:
            result = figure(model)
        except Unknown:
            result = [NOT_AVAILABLE] * height
        return result if isinstance(result, list) else [result]

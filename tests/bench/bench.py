"""Times against Calc's own functions, as ratios measured in one run in the same soffice.

    /usr/bin/python3 tests/bench/bench.py --oxt dist/kakehashi.oxt [--rows 1000000] [--repeats 3] [--only abcd]

(a) 60 counts, sums and rates over 20 filters, against COUNTIFS and SUMIFS;
(b) the same with 20 medians of days, against array formulas MEDIAN(IF(…));
    both: from replacing one lead's row to having all figures again
(c) LEAD.TABLE and the first use of its columns, against bare getDataArray of these columns
(d) a scalar function on a table of 10 rows, against an add-in function that does nothing
"""

import argparse
import datetime
import itertools
import random
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path.insert(0, str(PROJECT / "tests/office"))

from compare import same  # noqa: E402
from office import Office  # noqa: E402

SEED = 20260730
GOALS = {"a": 0.20, "b": 0.08, "c": 1.5, "d": 2.0}
SOURCES = ["Web", "Referral", "Trade show", "Seminar", "Partner"]
REGIONS = ["East", "West", "North", "South"]
HEADERS = ["ID", "Source", "Region", "Employees", "Amount", "Lead", "MQL", "Won"]
FIRST_DAY = datetime.date(2024, 1, 1)
PLAYBOOK = [
    ["[columns]"], ["role", "header"], ["id", "ID"], ["amount", "Amount"], ["created", "Lead"], [],
    ["[stages]"], ["stage", "owner", "column"], ["Lead", "marketing", "Lead"], ["MQL", "marketing", "MQL"],
    ["Won", "sales", "Won"],
]
FILTERS = list(itertools.product(SOURCES, REGIONS))
CSV_OPTIONS = {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1,,1033,false,true"}


def lead(rng, number):
    day = FIRST_DAY + datetime.timedelta(rng.randrange(600))
    mql = day + datetime.timedelta(rng.randrange(40)) if rng.random() < 0.5 else ""
    won = mql + datetime.timedelta(rng.randrange(1, 120)) if mql and rng.random() < 0.4 else ""
    amount = rng.randrange(1, 5000) * 100 if rng.random() < 0.8 else ""
    return (f"L-{number:07d}", rng.choice(SOURCES), rng.choice(REGIONS), rng.randrange(1, 2000), amount, day, mql, won)


def write_leads(path, rows):
    rng = random.Random(SEED)
    with open(path, "w") as file:
        file.write(",".join(HEADERS) + "\n")
        for number in range(rows):
            file.write("{},{},{},{},{},{},{},{}\n".format(*lead(rng, number)))


def milliseconds(work):
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


class LeadDocument:
    """The lead list in the first sheet, formulas in the second."""

    def __init__(self, office, path, rows):
        self.document = office.load(path, **CSV_OPTIONS)
        self.leads = self.document.sheet()
        self.rows = rows
        self.table = f"$'{self.leads.object.Name}'.$A$1:$H${rows + 1}"
        self.figures = self.document.add_sheet("Figures")
        self.document.add_sheet("Playbook").put("A1", PLAYBOOK)
        self.count = 0
        self.rng = random.Random(SEED + 1)

    def column(self, header, whole=False):
        letter = "ABCDEFGH"[HEADERS.index(header)]
        return f"$'{self.leads.object.Name}'.${letter}${1 if whole else 2}:${letter}${self.rows + 1}"

    def write(self, formulas, arrays=()):
        """Plain formulas into column B, array formulas below."""
        self.figures.cells("A1:D400").clearContents(1 | 2 | 4 | 16)
        self.figures.formula("D1", "=PLAYBOOK.READ($Playbook.$A$1:$C$11)")
        self.figures.formula("D2", f"=LEAD.TABLE({self.table};$D$1)" if any("$D$2" in f for f in formulas) else "")
        if formulas:
            self.figures.formulas(f"B1:B{len(formulas)}", [[formula] for formula in formulas])
        for row, formula in enumerate(arrays, len(formulas) + 1):
            self.figures.array_formula(f"B{row}", formula)
        self.count = len(formulas) + len(arrays)
        return self.results()

    def results(self):
        return [row[0] for row in self.figures.cells(f"B1:B{self.count}").getDataArray()]

    def replace_a_lead(self):
        """One row anew, as a paste would; then all figures. Milliseconds."""
        number = self.rng.randrange(self.rows)
        cells = [(cell - datetime.date(1899, 12, 30)).days if isinstance(cell, datetime.date) else cell
                 for cell in lead(self.rng, number)]
        data = (tuple(float(cell) if isinstance(cell, int) else cell for cell in cells),)
        target = self.leads.cells(f"A{number + 2}:H{number + 2}")

        def work():
            target.setDataArray(data)
            self.document.component.calculate()
            self.results()
        return milliseconds(work)

    def update_time(self, repeats):
        return statistics.median(self.replace_a_lead() for _ in range(repeats))


def our_formulas(medians):
    formulas = []
    for source, region in FILTERS:
        where = f'"Source = ""{source}"" and Region = {region}"'
        formulas += [f"=LEAD.COUNT($D$2;{where})", f'=LEAD.STAT($D$2;"Amount";"sum";{where})',
                     f'=FUNNEL.RATE($D$2;"Lead";"Won";;;{where})']
    if medians:
        formulas += [f'=FUNNEL.DAYS($D$2;"Lead";"Won";;;;"Source = ""{source}"" and Region = {region}")'
                     for source, region in FILTERS]
    return formulas


def native_formulas(leads):
    column = leads.column
    formulas = []
    for source, region in FILTERS:
        criteria = f'{column("Source")};"{source}";{column("Region")};"{region}"'
        formulas += [f"=COUNTIFS({criteria})", f'=SUMIFS({column("Amount")};{criteria})',
                     f'=COUNTIFS({criteria};{column("Won")};">0")/COUNTIFS({criteria};{column("Lead")};">0")']
    return formulas


def native_medians(leads):
    column = leads.column
    return [f'=MEDIAN(IF(({column("Source")}="{source}")*({column("Region")}="{region}")*({column("Won")}>0);'
            f'{column("Won")}-{column("Lead")}))' for source, region in FILTERS]


def require_equal(name, ours, native):
    if not same(list(ours), list(native), 1e-7):
        pairs = [(i, a, b) for i, (a, b) in enumerate(zip(ours, native)) if not same(a, b, 1e-7)]
        sys.exit(f"({name}) the figures differ, first of {len(pairs)}: {pairs[:3]}")


def updates(leads, repeats, medians):
    """(ours, native) in ms; both must show the same figures before and after the edits."""
    before = leads.write(our_formulas(medians))
    ours = leads.update_time(repeats)
    after = leads.results()
    native_result = leads.write(native_formulas(leads), native_medians(leads) if medians else ())
    require_equal("b" if medians else "a", after, native_result)
    native = leads.update_time(repeats)
    native_after = leads.results()
    require_equal("b" if medians else "a", leads.write(our_formulas(medians)), native_after)
    if before == after:
        sys.exit("The edits changed no figure.")
    return ours, native


def loading(leads, repeats):
    """(ours, bare): a new revision of the table whose five columns are used at once."""
    leads.write(['=LEAD.COUNT($D$2;"Source = Web and Region = East and Employees >= 0 and Lead >= 2020-01-01 '
                 'and Won is empty")'])
    ours = leads.update_time(repeats)
    sheet = leads.leads.object.Name
    bare = []
    for _ in range(repeats):
        total = 0.0
        for first, end in (("B", "D"), ("F", "F"), ("H", "H")):
            leads.figures.formula("C1", f"=BENCH.READCOLUMNS($'{sheet}'.${first}$1:${end}${leads.rows + 1})")
            total += leads.figures.result("C1")
        bare.append(total)
    leads.figures.formula("C1", "")
    return ours, statistics.median(bare)


def per_call(office, repeats, formulas=20_000):
    """(ours, trivial): hard recalculation of 20,000 formulas over a table of ten rows."""
    def document(formula):
        book = office.new_document()
        rng = random.Random(SEED)
        sheet = book.sheet()
        sheet.put("A1", [HEADERS] + [[None if cell == "" else cell for cell in lead(rng, n)] for n in range(10)])
        sheet.formula("J1", "=LEAD.TABLE($A$1:$H$11)")
        sheet.formulas(f"L1:L{formulas}", [[formula]] * formulas)
        return book

    times = []
    books = [document('=LEAD.COUNT($J$1;"Source = Web")'), document('=BENCH.TRIVIAL($J$1;"Source = Web")')]
    for book in books:
        book.recalculate()
    for book in books:
        times.append(statistics.median(milliseconds(book.recalculate) for _ in range(repeats)))
    shown = [book.sheet().result(f"L{formulas}") for book in books]
    rng = random.Random(SEED)
    require_equal("d", shown, [float(sum(lead(rng, n)[1] == "Web" for n in range(10))), 1.0])
    for book in books:
        book.close()
    return times


def print_row(name, what, ours, native):
    ratio = ours / native
    met = "met" if ratio <= GOALS[name] else "not met"
    print(f"({name}) {what:52}{ours:10.0f} ms{native:10.0f} ms{ratio:8.3f}{GOALS[name]:7.2f}  {met}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oxt", type=Path, default=PROJECT / "dist/kakehashi.oxt")
    parser.add_argument("--bench-oxt", type=Path, help="the yardsticks; default build/dev/kakehashi-bench.oxt")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", default="abcd")
    options = parser.parse_args()
    yardsticks = options.bench_oxt or PROJECT / "build/dev/kakehashi-bench.oxt"

    with Office(oxt=[options.oxt, yardsticks], seconds=3600) as office:
        print(f"{'figure':56}{'ours':>13}{'native':>13}{'ratio':>8}{'goal':>7}")
        if "d" in options.only:
            print_row("d", "per call, 20,000 formulas on 10 rows", *per_call(office, options.repeats))
        if set("abc") & set(options.only):
            path = office.directory / "leads.csv"
            write_leads(path, options.rows)
            leads = LeadDocument(office, path, options.rows)
            if "c" in options.only:
                print_row("c", f"loading 5 columns of {options.rows:,} rows", *loading(leads, options.repeats))
            if "a" in options.only:
                print_row("a", "60 figures after one edit", *updates(leads, options.repeats, False))
            if "b" in options.only:
                print_row("b", "60 figures and 20 medians after one edit", *updates(leads, options.repeats, True))
            leads.document.close()


if __name__ == "__main__":
    main()

"""The test's own arithmetic: what a lead list and a playbook mean, written a second time in plain Python over the raw
cells, so that a formula is never compared with itself. Knows only the expressions and definitions the tests use."""
import math
import re
import unicodedata

from compare import DIVISION_BY_ZERO, NOT_AVAILABLE


class Unknown(Exception):
    """An unknown id, column, stage or definition: `#N/A`."""


def fold(text):
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def fold_header(text):
    return re.sub(r"[\s_-]", "", fold(text))


def as_text(cell):
    """Blank and error cells (None) give an empty text, numbers their shortest form."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)
    return cell if cell.strip() else ""


def as_number(cell):
    if isinstance(cell, float):
        return cell
    if isinstance(cell, str) and re.fullmatch(r"\d+(,\d{3})*(\.\d+)?", fold(cell)):
        return float(fold(cell).replace(",", ""))
    return None


def as_day(cell):
    """Whole or fractional days; texts are no dates here (the tests write none that are)."""
    return cell if isinstance(cell, float) and abs(cell) < 4_400_000 else None


def quantile(numbers, share):
    """Linear interpolation, R type 7."""
    ordered = sorted(numbers)
    position = (len(ordered) - 1) * share
    low = math.floor(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


class Blocks:
    """A playbook's blocks: name -> list of {header: cell}."""

    def __init__(self, rows):
        self.blocks = {}
        headers, entries = None, None
        for row in rows:
            first = as_text(row[0])
            if re.fullmatch(r"\[.+\]", first):
                headers, entries = None, self.blocks.setdefault(first[1:-1], [])
            elif all(as_text(cell) == "" for cell in row):
                entries = None
            elif entries is not None and headers is None:
                headers = [as_text(cell) for cell in row]
            elif entries is not None:
                entries.append({header: cell for header, cell in zip(headers, row) if header})

    def __getitem__(self, block):
        return self.blocks.get(block, [])


class LeadList:
    """A table (rows of raw cells, the first one its headers) seen through a playbook."""

    def __init__(self, rows, playbook=None):
        self.headers = [fold_header(as_text(cell)) for cell in rows[0]]
        self.rows = [row for row in rows[1:] if any(as_text(cell) or cell is None for cell in row)]
        # An error cell counts as blank, so it alone makes no lead.
        self.rows = [row for row in self.rows if any(as_text(cell) for cell in row)]
        self.playbook = playbook or Blocks([])

    # -- columns and filters
    def column(self, name):
        key = fold_header(name)
        if key not in self.headers:
            raise Unknown(name)
        return self.headers.index(key)

    def cells(self, name, where=None):
        index = self.column(name)
        return [row[index] for row in self.filter(where)]

    def numbers(self, name, where=None):
        return [number for number in map(as_number, self.cells(name, where)) if number is not None]

    def filter(self, where):
        if where is None:
            return self.rows
        test = self.condition(where)
        return [row for row in self.rows if test(row)]

    def condition(self, where):
        """`a and b`, `not (…)`, and the simple forms below."""
        parts = where.split(" and ")
        if len(parts) > 1:
            tests = [self.condition(part) for part in parts]
            return lambda row: all(test(row) for test in tests)
        if match := re.fullmatch(r"not \((.+)\)", where):
            inner = self.condition(match[1])
            return lambda row: not inner(row)
        if where in ("won", "lost"):
            return lambda row: self.outcome(row) == where
        if where == "open":
            return lambda row: self.outcome(row) is None
        if match := re.fullmatch(r"is \[(.+)\]", where):
            return lambda row: self.qualifies(row, match[1])
        if match := re.fullmatch(r"reached \[(.+)\]", where):
            stage = self.stage(match[1])
            return lambda row: self.entry(row, stage) is not None
        if match := re.fullmatch(r"\[?(.+?)\]? is (not )?empty", where):
            index = self.column(match[1])
            return lambda row: (as_text(row[index]) == "") != bool(match[2])
        if match := re.fullmatch(r"\[?(.+?)\]? >= ([\d.]+)", where):
            index = self.column(match[1])
            limit = float(match[2])
            return lambda row: (as_number(row[index]) is not None and as_number(row[index]) >= limit)
        if match := re.fullmatch(r"\[?(.+?)\]? between ([\d.]+) and ([\d.]+)", where.replace(" & ", " and ")):
            index = self.column(match[1])
            low, high = float(match[2]), float(match[3])
            return lambda row: as_number(row[index]) is not None and low <= as_number(row[index]) <= high
        if match := re.fullmatch(r"\[?(.+?)\]? in \((.+)\)", where):
            index = self.column(match[1])
            wanted = {fold(text) for text in match[2].split(",")}
            return lambda row: fold(as_text(row[index])) in wanted
        if match := re.fullmatch(r"\[?(.+?)\]? = (.+)", where):
            index = self.column(match[1])
            wanted = fold(match[2])
            return lambda row: fold(as_text(row[index])) == wanted
        raise AssertionError(f"the model does not know the expression {where!r}")

    def row_of(self, lead_id):
        index = self.column("ID")
        for row in self.rows:
            if fold(as_text(row[index])) == fold(lead_id):
                return row
        raise Unknown(lead_id)

    # -- stages and outcomes
    def stages(self):
        return [as_text(entry["stage"]) for entry in self.playbook["stages"]]

    def stage(self, name):
        names = [fold(stage) for stage in self.stages()]
        if fold(name) not in names:
            raise Unknown(name)
        return names.index(fold(name))

    def dates(self, row):
        """The day each stage was really entered, or None."""
        columns = [self.column(as_text(entry["column"])) for entry in self.playbook["stages"]]
        return [as_day(row[index]) for index in columns]

    def entry(self, row, stage):
        """The day of the entry, implied ones included: then that of the next stage really entered."""
        return next((day for day in self.dates(row)[stage:] if day is not None), None)

    def outcome(self, row):
        result = fold(as_text(row[self.column("Result")]))
        return result if result in ("won", "lost") else None

    def entered(self, stage, start=None, end=None):
        index = self.stage(stage)
        found = []
        for row in self.rows:
            day = self.entry(row, index)
            if day is None or (start is not None and day < start) or (end is not None and day >= end + 1):
                continue
            found.append(row)
        return found

    def days(self, start, end):
        a, b = self.stage(start), self.stage(end)
        dates = [self.dates(row) for row in self.rows]
        pairs = [(day[a], day[b]) for day in dates if day[a] is not None and day[b] is not None]
        return [last - first for first, last in pairs if last >= first]

    def now(self, stage):
        index = self.stage(stage)
        here = 0
        for row in self.rows:
            reached = [k for k, day in enumerate(self.dates(row)) if day is not None]
            here += bool(reached) and reached[-1] == index and self.outcome(row) is None
        return here

    # -- qualification
    def definition(self, name):
        for entry in self.playbook["definitions"]:
            if fold(as_text(entry["definition"])) == fold(name):
                return entry
        raise Unknown(name)

    def score(self, row, name):
        self.definition(name)
        groups = {}
        for rule in self.playbook["rules"]:
            holds = self.condition(as_text(rule["rule"]))(row)
            group = as_text(rule["group"])
            groups[group] = groups.get(group, 0.0) + (as_number(rule["points"]) or 0.0) * holds
        for limit in self.playbook["groups"]:
            group = as_text(limit["group"])
            if group in groups and as_number(limit["cap"]) is not None:
                groups[group] = min(groups[group], as_number(limit["cap"]))
        return float(sum(groups.values()))

    def qualifies(self, row, name):
        must = [rule for rule in self.playbook["rules"] if as_text(rule["must"]) == "yes"]
        if not all(self.condition(as_text(rule["rule"]))(row) for rule in must):
            return False
        threshold = as_number(self.definition(name)["threshold"])
        return threshold is None or self.score(row, name) >= threshold

    # -- figures as formulas give them
    def count(self, where=None):
        return float(len(self.filter(where)))

    def stat(self, column, statistic, where=None):
        if statistic == "distinct":
            return float(len({fold(as_text(cell)) for cell in self.cells(column, where)} - {""}))
        numbers = self.numbers(column, where)
        if statistic == "sum":
            return float(math.fsum(numbers))
        if statistic == "mean":
            return math.fsum(numbers) / len(numbers) if numbers else DIVISION_BY_ZERO
        if not numbers:
            return NOT_AVAILABLE
        if statistic == "median":
            return float(quantile(numbers, 0.5))
        if match := re.fullmatch(r"p(\d\d)", statistic):
            return float(quantile(numbers, int(match[1]) / 100))
        return float({"min": min, "max": max}[statistic](numbers))

    def groups(self, column, where=None):
        """(text as first written, count), most frequent first, ties by text."""
        found = {}
        for cell in self.cells(column, where):
            text = as_text(cell)
            key = fold(text)
            first, count = found.get(key, (text or "(blank)", 0))
            found[key] = (first, count + 1)
        return sorted(found.values(), key=lambda group: (-group[1], fold(group[0])))

    def value(self, lead_id, column):
        row = self.row_of(lead_id)
        cell = row[self.column(column)]
        return cell if isinstance(cell, float) else as_text(cell)

    def rate(self, start, end):
        reached = len(self.entered(start))
        return len(self.entered(end)) / reached if reached else DIVISION_BY_ZERO

    def win_rate(self, where=None):
        won = sum(self.outcome(row) == "won" for row in self.filter(where))
        lost = sum(self.outcome(row) == "lost" for row in self.filter(where))
        return won / (won + lost) if won + lost else DIVISION_BY_ZERO

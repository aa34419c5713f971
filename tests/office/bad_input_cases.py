"""The table behind test_bad_input.py: what people and files get wrong, and what a cell shows then.

A case starts from the same small workbook: a lead list in A1:I9 of the first sheet, blocks of a playbook in its sheet
Playbook, and the handle cells K1 (PLAYBOOK.READ), K2 (LEAD.TABLE), K3 (LEAD.HISTORY). `change` alters it first.
"""

import dataclasses
from typing import Any, Callable, Optional

from calc import CalcError
from compare import CIRCULAR, DIVISION_BY_ZERO, ILLEGAL_ARGUMENT, NOT_AVAILABLE, WRONG_PARAMETER

LEADS = [
    ["ID", "Source", "Employees", "Amount", "Lead", "MQL", "Won", "Result", "Note"],
    ["L-1", "Web", 240, 1200, 46027, 46032, 46082, "Won", "early"],
    ["L-2", "Ｗｅｂ", 80, 300, 46029, 46037, None, "Lost"],
    ["L-3", "Trade show", 500, 2500, 46034, 46042, 46122, "Won"],
    ["L-4", "Web", 150, None, 46055, 46063],
    ["L-5", "Referral", 45, 400, 46058, 46060, 46096, "Won"],
    ["L-6", "🚀 launch", 1000, 5000, 46073, 46086],
    ["L-7", "مرحبا", 20, None, 46082, None, None, "Lost"],
    ["L-8", None, None, None, 46100],
]
PLAYBOOK = [
    ["[playbook]"], ["key", "value"], ["name", "Bad"], ["as of", 46203], [],
    ["[stages]"], ["stage", "owner", "column"], ["Lead", "marketing", "Lead"], ["MQL", "marketing", "MQL"],
    ["Won", "sales", "Won"], [],
    ["[outcomes]"], ["outcome", "when"], ["won", "Result = Won"], ["lost", "Result = Lost"], [],
    ["[definitions]"], ["definition", "threshold"], ["Hot lead", 30], [],
    ["[rules]"], ["definition", "rule", "points"], ["Hot lead", "Employees >= 100", 40], [],
    ["[terms]"], ["term", "meaning"], ["Contact", "Somebody with an address"],
]
LOG = [["ID", "Stage", "Date"], ["L-1", "Lead", 46027], ["L-1", "MQL", 46030]]


@dataclasses.dataclass
class Case:
    name: str
    formula: str
    expected: Any  # a value, a CalcError, or a tuple of those that may come, as versions of Calc differ
    message: str = ""  # must stand in the newest message
    change: Optional[Callable] = None  # called with the Workbook before the formula is set
    rows: int = 1  # of the array formula
    seconds: float = 20


class Table(list):
    def case(self, name, formula, expected, message="", **more):
        self.append(Case(name, formula, expected, message, **more))


def put(corner, rows, sheet=0):
    return lambda book: book.sheet(sheet).put(corner, rows)


def formula(address, text, sheet=0):
    return lambda book: book.sheet(sheet).formula(address, text)


def clear(address, sheet=0):
    return lambda book: book.sheet(sheet).cells(address).clearContents(1 | 2 | 4 | 16)


def merge(address):
    return lambda book: book.sheet().cells(address).merge(True)


def long_text(address, text):
    return lambda book: book.sheet().cells(address).getCellByPosition(0, 0).setString(text)


def file(name, content):
    """A file beside the saved document."""
    def write(book):
        path = book.office.directory / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        book.office.share(path)
    return write


def playbook(*blocks):
    """The playbook's sheet holds only these blocks."""
    def change(book):
        clear("A1:F40", "Playbook")(book)
        book.sheet("Playbook").put("A1", list(blocks) or [[None]])
    return change


EXPRESSIONS = Table()
_case = EXPRESSIONS.case
_case("nothing to compare with", '=LEAD.COUNT(K2;"Source = ")', ILLEGAL_ARGUMENT, "Character 10")
_case("two operators", '=LEAD.COUNT(K2;"Employees >= >= 3")', ILLEGAL_ARGUMENT, "Character 14")
_case("open parenthesis", '=LEAD.COUNT(K2;"(Source = Web")', ILLEGAL_ARGUMENT, "Character 14")
_case("closing parenthesis only", '=LEAD.COUNT(K2;"Source = Web)")', ILLEGAL_ARGUMENT, "Character 13")
_case("open quote", '=LEAD.COUNT(K2;"Source = ""Web")', ILLEGAL_ARGUMENT, "Character")
_case("open bracket", '=LEAD.COUNT(K2;"[Source = Web")', ILLEGAL_ARGUMENT, "Character")
_case("between without its end", '=LEAD.COUNT(K2;"Employees between 5")', ILLEGAL_ARGUMENT, "Character 20")
_case("unknown time unit", '=LEAD.COUNT(K2;"Lead within 3 bananas")', ILLEGAL_ARGUMENT, "Character 15")
_case("bad regular expression", '=LEAD.COUNT(K2;"Source matches ""(""")', ILLEGAL_ARGUMENT)
_case("explosive regular expression", '=LEAD.COUNT(K2;"Note matches ""(a+)+$""")', 0.0,
      change=long_text("I9", "a" * 5000 + "b"))
_case("nested 20,000 deep", "=LEAD.COUNT(K2;A20)", ILLEGAL_ARGUMENT,
      change=long_text("A20", "(" * 20000 + "won" + ")" * 20000))
_case("a number as expression", "=LEAD.COUNT(K2;5)", ILLEGAL_ARGUMENT)
_case("a million characters of expression", "=LEAD.COUNT(K2;A20)", ILLEGAL_ARGUMENT,
      change=long_text("A20", "Source = Web or " * 62500 + "won"))
_case("unknown column", '=LEAD.COUNT(K2;"Region = East")', NOT_AVAILABLE, "Region")
_case("unknown stage", '=LEAD.COUNT(K2;"reached [Demo]")', NOT_AVAILABLE, "Demo")
_case("unknown definition", '=LEAD.COUNT(K2;"is [Cold lead]")', NOT_AVAILABLE, "Cold lead")
_case("emoji", '=LEAD.COUNT(K2;"Source starts with 🚀")', 1.0)
_case("right to left", '=LEAD.COUNT(K2;"Source = مرحبا")', 1.0)
_case("full width", '=LEAD.COUNT(K2;"Ｓｏｕｒｃｅ　＝　Ｗｅｂ")', 3.0)
_case("Japanese words", '=LEAD.COUNT(K2;"Source = Web かつ Employees 以上 100")', (2.0, ILLEGAL_ARGUMENT))
_case("only blanks", '=LEAD.COUNT(K2;"   ")', 8.0)
_case("an error as expression", "=LEAD.COUNT(K2;1/0)", DIVISION_BY_ZERO)
_case("control characters", '=LEAD.COUNT(K2;"Source ="&CHAR(1)&CHAR(7)&"Web")', (0.0, ILLEGAL_ARGUMENT))

TABLES = Table()
_case = TABLES.case
_case("empty sheet", "=LEAD.COUNT(R1:U20)", 0.0)
_case("filter on an empty sheet", '=LEAD.COUNT(R1:U20;"Source = Web")', NOT_AVAILABLE, "Source")
_case("header only: count", "=LEAD.COUNT(A1:I1)", 0.0)
_case("header only: sum", '=LEAD.STAT(A1:I1;"Amount";"sum")', 0.0)
_case("header only: mean", '=LEAD.STAT(A1:I1;"Amount";"mean")', DIVISION_BY_ZERO)
_case("header only: median", '=LEAD.STAT(A1:I1;"Amount";"median")', NOT_AVAILABLE)
_case("header only: list", '=LEAD.LIST(A1:I1;"ID")', NOT_AVAILABLE)
_case("header only: rate", '=FUNNEL.RATE(K2;"Lead";"Won")', DIVISION_BY_ZERO, change=clear("A2:I9"))
_case("duplicate headers: the first counts", '=LEAD.STAT(A1:I9;"Amount";"sum")', 9400.0, change=put("I1", [["Amount"]]))
_case("duplicate ids: the first counts", '=LEAD.VALUE(K2;"L-1";"Source")', "Web", change=put("A3", [["L-1"]]))
_case("no header anywhere", '=LEAD.STAT(A2:I9;"Amount";"sum")', NOT_AVAILABLE, "Amount")
_case("ragged rows", '=LEAD.COUNT(K2;"Note is empty")', 7.0)
_case("merged cells", '=LEAD.COUNT(K2;"Source is empty")', 1.0, change=merge("B2:C4"))
_case("merged headers", '=LEAD.COUNT(A1:I9;"Source = Web")', 3.0, change=merge("B1:C1"))
_case("an error cell counts as blank", '=LEAD.COUNT(K2;"Employees is empty")', 2.0, change=formula("C2", "=1/0"))
_case("error cells leave a sum", '=LEAD.STAT(K2;"Amount";"sum")', 8200.0, change=formula("D2", "=NA()"))
_case("an error as header", '=LEAD.COUNT(A1:I9;"Source = Web")', NOT_AVAILABLE, change=formula("B1", "=1/0"))
_case("circular reference", '=LEAD.STAT(A1:I9;"Employees";"sum")', CIRCULAR, change=formula("C2", "=M1"))
_case("circular through a handle", '=LEAD.STAT(K2;"Employees";"sum")', CIRCULAR, change=formula("C2", "=M1"))
_case("a figure in a column it does not use", '=LEAD.STAT(K2;"Amount";"sum")', (9400.0, CIRCULAR),
      change=formula("C2", "=M1"))
_case("all 1,048,576 rows", '=LEAD.COUNT(A1:I1048576;"Source = Web")', 3.0, seconds=60)
_case("whole columns", '=LEAD.STAT(A:I;"Amount";"sum")', 9400.0, seconds=60)
_case("a whole row of columns", "=LEAD.COUNT($A$1:$I$2)", 1.0)
_case("rows far below", "=LEAD.COUNT(A1:I1048576)", 9.0, seconds=60, change=put("A1048576", [["L-9"]]))
_case("10 MB of text: equal", '=LEAD.COUNT(K2;"Note = early")', 1.0, change=long_text("I3", "x" * 10_000_000), seconds=60)
_case("10 MB of text: contains", '=LEAD.COUNT(K2;"Note contains xxx")', 1.0, change=long_text("I3", "x" * 10_000_000),
      seconds=60)
_case("10 MB of digits", '=LEAD.STAT(K2;"Amount";"sum")', (9100.0, CalcError(503)),
      change=long_text("D3", "9" * 10_000_000), seconds=60)
_case("10 MB of id", '=LEAD.VALUE(K2;A3;"Employees")', 80.0, change=long_text("A3", "é" * 10_000_000), seconds=60)
_case("10 MB of expression", "=LEAD.COUNT(K2;A20)", ILLEGAL_ARGUMENT, "longer",
      change=long_text("A20", "x" * 10_000_000), seconds=60)
_case("10 MB of header", '=LEAD.COUNT(K2;"Source = Web")', 3.0, change=long_text("I1", "h" * 10_000_000), seconds=60)
_case("a sum beyond all numbers", '=LEAD.STAT(K2;"Amount";"sum")', (CalcError(503), ILLEGAL_ARGUMENT, NOT_AVAILABLE),
      change=put("D2", [[1.7e308], [1.7e308]]))
_case("texts where numbers belong", '=LEAD.STAT(K2;"Source";"sum")', 0.0)
_case("numbers as texts", '=LEAD.STAT(K2;"Amount";"sum")', 9400.0, change=put("D2", [["￥１，２００"]]))

DATES = Table()
_case = DATES.case
_case("1899", '=FUNNEL.COUNT(K2;"Lead";"1899-12-30";"1899-12-31")', 1.0, change=put("E2", [[1]]))
_case("before 1899", '=FUNNEL.COUNT(K2;"Lead";-8000;-1)', 1.0, change=put("E2", [[-5000]]))
_case("9999", '=LEAD.COUNT(K2;"Lead between 9999-01-01 and 9999-12-31")', 1.0, change=put("E2", [["9999-12-31"]]))
_case("9999: not yet entered", '=FUNNEL.COUNT(K2;"Lead";"9999-01-01";"9999-12-31")', 0.0,
      change=put("E2", [["9999-12-31"]]))
_case("a number beyond all dates", '=FUNNEL.COUNT(K2;"Lead";"2026-01-01";"2026-01-06")', 0.0,
      change=put("E2", [[1e300]]))
_case("the 99th of the 99th", '=LEAD.COUNT(K2;"Lead >= 2026-01-01")', 7.0, change=put("E2", [["2026-99-99"]]))
_case("an end before the beginning", '=FUNNEL.COUNT(K2;"Lead";"2026-12-31";"2026-01-01")', 0.0)
_case("no date as from", '=FUNNEL.COUNT(K2;"Lead";"someday")', ILLEGAL_ARGUMENT, "date")
_case("a from beyond all dates", '=FUNNEL.COUNT(K2;"Lead";1E+300)', ILLEGAL_ARGUMENT, "date")
_case("no date for a period", '=GOAL.PERIOD("someday";"month")', ILLEGAL_ARGUMENT)
_case("unknown unit", '=GOAL.START("2026-11-22";"fortnight")', ILLEGAL_ARGUMENT, "fortnight")
_case("the last day there is", '=GOAL.END("9999-12-31";"year")', 2958465.0)
_case("not a number", '=GOAL.PERIOD(0/0;"month")', DIVISION_BY_ZERO)
_case("the root of minus one", "=LEAD.COUNT(K2;SQRT(-1))", (CalcError(502), CalcError(503)))

ARGUMENTS = Table()
_case = ARGUMENTS.case
_case("a number for the leads", "=LEAD.COUNT(5)", WRONG_PARAMETER)
_case("a text for the leads", '=LEAD.COUNT("12 leads")', WRONG_PARAMETER)
_case("an inline array for the leads", '=LEAD.COUNT({"ID";"L-1"})', WRONG_PARAMETER)
_case("an empty argument for the leads", '=LEAD.COUNT(;"Source = Web")', ILLEGAL_ARGUMENT, "Argument 1")
_case("no argument", "=LEAD.COUNT()", (CalcError(511), WRONG_PARAMETER, ILLEGAL_ARGUMENT))
_case("too many arguments", '=LEAD.COUNT(K2;"won";3;4)', (CalcError(504), CalcError(508)))
_case("a reference that is gone", "=LEAD.COUNT(#REF!)", CalcError(524))
_case("a playbook's handle as leads", "=LEAD.COUNT(K1)", (ILLEGAL_ARGUMENT, 0.0))
_case("a history's handle as leads", "=LEAD.COUNT(K3)", ILLEGAL_ARGUMENT, "LEAD.TABLE")
_case("the leads' handle as playbook", "=PLAYBOOK.STATUS(K2)", ILLEGAL_ARGUMENT, "PLAYBOOK.READ")
_case("a table as playbook handle argument", "=LEAD.TABLE(A1:I9;K2)", ILLEGAL_ARGUMENT, "PLAYBOOK.READ")
_case("a number as playbook", "=LEAD.TABLE(A1:I9;42)", ILLEGAL_ARGUMENT, "PLAYBOOK.READ")
_case("an error in an optional range", '=GOAL.PERIOD("2026-11-22";"month";$Playbook.A1:C40)', WRONG_PARAMETER,
      change=formula("C3", "=1/0", "Playbook"))
_case("a deleted handle cell", "=LEAD.COUNT(K2)", 0.0, change=clear("K2"))
_case("a deleted handle cell, filtered", '=LEAD.COUNT(K2;"Source = Web")', NOT_AVAILABLE, change=clear("K2"))
_case("a handle cell with an error", "=LEAD.COUNT(K2)", WRONG_PARAMETER, change=formula("K2", "=LEAD.TABLE(5)"))
_case("the text of a handle, copied as value", "=LEAD.COUNT(K5)", ILLEGAL_ARGUMENT,
      change=lambda book: book.sheet().put("K5", [[book.sheet().shown("K2")]]))
_case("no column", '=LEAD.STAT(K2;;"sum")', ILLEGAL_ARGUMENT)
_case("unknown column to sum", '=LEAD.STAT(K2;"Budget";"sum")', NOT_AVAILABLE, "Budget")
_case("unknown statistic", '=LEAD.STAT(K2;"Amount";"average")', ILLEGAL_ARGUMENT, "average")
_case("a percentile of 100", '=LEAD.STAT(K2;"Amount";"p100")', ILLEGAL_ARGUMENT)
_case("unknown id", '=LEAD.VALUE(K2;"L-99";"Source")', NOT_AVAILABLE, "L-99")
_case("unknown column of a lead", '=LEAD.VALUE(K2;"L-1";"Budget")', NOT_AVAILABLE, "Budget")
_case("a limit below zero", '=LEAD.LIST(K2;"ID";;;-3)', ILLEGAL_ARGUMENT)
_case("a limit that is no number", '=LEAD.LIST(K2;"ID";;;"many")', ILLEGAL_ARGUMENT)
_case("an order by an unknown column", '=LEAD.LIST(K2;"ID";;"[Budget] desc")', NOT_AVAILABLE, "Budget")
_case("surplus cells", '=LEAD.LIST(K2;"ID";"Employees >= 500")', ["L-3", "L-6", NOT_AVAILABLE, NOT_AVAILABLE], rows=4)
_case("a definition nobody agreed", '=LEAD.QUALIFIES(K2;"Cold lead";"L-1")', NOT_AVAILABLE, "Cold lead")
_case("why of nobody", '=LEAD.WHY(K2;"Hot lead";"L-99")', NOT_AVAILABLE, "L-99")
_case("an unknown stage", '=FUNNEL.COUNT(K2;"Demo")', NOT_AVAILABLE, "Demo")
_case("a rate to an unknown stage", '=FUNNEL.RATE(K2;"Lead";"Demo")', NOT_AVAILABLE, "Demo")
_case("a quantile above one", '=FUNNEL.DAYS(K2;"Lead";"Won";1.5)', ILLEGAL_ARGUMENT)
_case("a quantile below zero", '=FUNNEL.DAYS(K2;"Lead";"Won";-0.5)', ILLEGAL_ARGUMENT)
_case("days within less than none", '=FUNNEL.RATE(K2;"Lead";"Won";;;;-1)', ILLEGAL_ARGUMENT)
_case("median of nothing", '=FUNNEL.DAYS(K2;"Lead";"Won";;;;"Source = Radio")', NOT_AVAILABLE)
_case("a history of two columns", "=LEAD.HISTORY(A1:B9)", ILLEGAL_ARGUMENT)
_case("touches without a date", "=FUNNEL.TOUCHES(A1:C9)", NOT_AVAILABLE, "date")
_case("leads where touches belong", "=FUNNEL.CHANNELS(K2)", ILLEGAL_ARGUMENT, "FUNNEL.TOUCHES")

PLAYBOOKS = Table()
_case = PLAYBOOKS.case
_case("an empty playbook", "=FUNNEL.STAGES(K2)", NOT_AVAILABLE, change=playbook())
_case("no stages", '=FUNNEL.COUNT(K2;"MQL")', NOT_AVAILABLE,
      change=playbook(["[outcomes]"], ["outcome", "when"], ["won", "Result = Won"]))
_case("no outcomes", "=FUNNEL.WINRATE(K2)", (DIVISION_BY_ZERO, 0.6, 1.0),
      change=playbook(["[stages]"], ["stage", "column"], ["Lead", "Lead"]))
_case("no definitions", '=LEAD.SCORE(K2;"Hot lead";"L-1")', NOT_AVAILABLE,
      change=playbook(["[stages]"], ["stage", "column"], ["Lead", "Lead"]))
_case("a rule that does not parse", '=LEAD.SCORE(K2;"Hot lead";"L-1")', ILLEGAL_ARGUMENT, "Character",
      change=put("B23", [["Employees >= >="]], "Playbook"))
_case("a rule on an unknown column", '=LEAD.SCORE(K2;"Hot lead";"L-1")', NOT_AVAILABLE, "Budget",
      change=put("B23", [["Budget >= 5"]], "Playbook"))
_case("a definition that needs itself", '=LEAD.SCORE(K2;"Hot lead";"L-1")', ILLEGAL_ARGUMENT, "needs itself",
      change=put("B23", [["is [Hot lead]"]], "Playbook"))
_case("a stage whose column is missing", '=FUNNEL.COUNT(K2;"MQL")', NOT_AVAILABLE, "Demo day",
      change=put("C9", [["Demo day"]], "Playbook"))
_case("a term nobody agreed", '=PLAYBOOK.MEANING(K1;"Lukewarm")', NOT_AVAILABLE, "Lukewarm")
_case("a cell that is no playbook", "=PLAYBOOK.READ(A2)", ILLEGAL_ARGUMENT)
_case("a marker without headers", "=PLAYBOOK.STATUS(K1)", "draft", change=playbook(["[stages]"]))

FILES = Table()
_case = FILES.case


def _json(name, text, expected, message="", wanted="=PLAYBOOK.STATUS(K5)", **more):
    def change(book):
        file("playbook.json", text)(book)
        book.sheet().put("K4", [["playbook.json"]])
        book.sheet().formula("K5", "=PLAYBOOK.READ(K4)")
    _case("JSON: " + name, wanted, expected, message, change=change, **more)


_case("a file that is not there", "=PLAYBOOK.READ(K4)", ILLEGAL_ARGUMENT, "no file", change=put("K4", [["gone.json"]]))
_case("a file outside", "=PLAYBOOK.READ(K4)", ILLEGAL_ARGUMENT, "trusted", change=put("K4", [["/etc/hosts.json"]]))
_case("a file above", "=PLAYBOOK.READ(K4)", ILLEGAL_ARGUMENT, "trusted", change=put("K4", [["../up.json"]]))
_case("a file on the network", "=PLAYBOOK.READ(K4)", ILLEGAL_ARGUMENT,
      change=put("K4", [["https://example.org/playbook.json"]]))
_case("no JSON file", "=PLAYBOOK.READ(K4)", ILLEGAL_ARGUMENT, change=put("K4", [["/etc/passwd"]]))
_json("whole", '{"playbook": {"name": "File"}, "terms": [{"term": "Contact", "meaning": "An address"}]}', "An address",
      wanted='=PLAYBOOK.MEANING(K5;"Contact")')
_json("nested 100,000 deep", "[" * 100_000, ILLEGAL_ARGUMENT)
_json("objects nested deep", '{"a":' * 50_000 + "1" + "}" * 50_000, ILLEGAL_ARGUMENT, wanted="=PLAYBOOK.READ(K4)",
      message="nested")
_json("duplicate keys", '{"playbook": {"name": "One", "name": "Two"}}', 1.0,
      wanted='=COUNTIF(K5;"One*")')
_json("cut off", '{"playbook": {"name": ', ILLEGAL_ARGUMENT, "line 1", wanted="=PLAYBOOK.READ(K4)")
_json("empty", "", ILLEGAL_ARGUMENT, wanted="=PLAYBOOK.READ(K4)")
_json("not UTF-8", b'{"playbook": {"name": "\xff\xfe"}}', ILLEGAL_ARGUMENT, "UTF-8", wanted="=PLAYBOOK.READ(K4)")
_json("a list", "[1, 2, 3]", ILLEGAL_ARGUMENT, wanted="=PLAYBOOK.READ(K4)")
_json("wrong types", '{"stages": 7, "definitions": [3, "x", {"definition": {"a": []}}], "rules": null}', "draft")
_json("12 MB", '{"playbook": {"name": "' + "x" * 12_000_000 + '"}}', ILLEGAL_ARGUMENT, "10 MB", wanted="=PLAYBOOK.READ(K4)")
_json("numbers beyond all", '{"definitions": [{"definition": "Hot lead", "threshold": 1e999}]}',
      ("draft", ILLEGAL_ARGUMENT))

CASES = EXPRESSIONS + TABLES + DATES + ARGUMENTS + PLAYBOOKS + FILES

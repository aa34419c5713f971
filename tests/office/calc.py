"""Documents and sheets as tests like to speak of them; the UNO objects behind are `component`, `object` and `cells()`."""

import datetime
import uuid

import uno

ERROR_NAMES = {519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A"}
FIRST_DAY = datetime.datetime(1899, 12, 30)


class CalcError(str):
    """An error as a cell shows it (`#N/A`, `Err:502`); `code` is Calc's number."""

    def __new__(cls, code):
        error = super().__new__(cls, ERROR_NAMES.get(code, f"Err:{code}"))
        error.code = code
        return error


def serial(moment):
    """The cell value of a date or datetime."""
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime.combine(moment, datetime.time())
    return (moment - FIRST_DAY) / datetime.timedelta(days=1)


class Document:
    def __init__(self, office, component):
        self.office = office
        self.component = component

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def sheet(self, which=0):
        """By index or by name."""
        sheets = self.component.Sheets
        return Sheet(sheets.getByName(which) if isinstance(which, str) else sheets.getByIndex(which))

    def add_sheet(self, name):
        self.component.Sheets.insertNewByName(name, self.component.Sheets.Count)
        return self.sheet(name)

    def name_range(self, name, sheet, address):
        """Makes `name` stand for cells in every formula of the document."""
        where = sheet.cells(address)
        origin = uno.createUnoStruct("com.sun.star.table.CellAddress")
        self.component.NamedRanges.addNewByName(name, where.AbsoluteName, origin, 0)

    def recalculate(self):
        """As after Ctrl+Shift+F9."""
        self.component.calculateAll()

    def automatic_calculation(self, on):
        self.component.enableAutomaticCalculation(on)

    def undo(self):
        self.component.UndoManager.undo()

    def redo(self):
        self.component.UndoManager.redo()

    def dispatch(self, command, **arguments):
        """A command such as `.uno:Paste`; needs a document opened with hidden=False."""
        from office import properties

        helper = self.office.service("com.sun.star.frame.DispatchHelper")
        frame = self.component.CurrentController.Frame
        return helper.executeDispatch(frame, command, "", 0, properties(**arguments))

    def store(self, path, filter_name="calc8"):
        return self.office.store(self, path, filter_name)

    def reopen(self, hidden=True, **options):
        """Saves to a file, closes, and opens that; Calc does not recalculate its own files on load."""
        path = self.store(self.office.directory / f"{uuid.uuid4().hex}.ods")
        self.close()
        return self.office.load(path, hidden, **options)

    def close(self):
        self.component.close(True)


class Sheet:
    def __init__(self, sheet):
        self.object = sheet

    def cells(self, address):
        return self.object.getCellRangeByName(address)

    def put(self, corner, rows):
        """Writes rows of numbers, texts, dates and None (blank), in one call, as a paste would; returns the range.
        Short rows are filled up with blanks."""
        width = max(map(len, rows))
        data = tuple(tuple(map(_cell, row)) + ("",) * (width - len(row)) for row in rows)
        address = self.cells(corner).RangeAddress
        target = self.object.getCellRangeByPosition(address.StartColumn, address.StartRow,
                                                    address.StartColumn + width - 1, address.StartRow + len(data) - 1)
        target.setDataArray(data)
        return target

    def formula(self, address, text):
        """Sets a formula (English names, `;` between arguments) or any other content as typed."""
        self.cells(address).getCellByPosition(0, 0).setFormula(text)

    def formulas(self, address, rows):
        """Sets a whole range's formulas in one call."""
        self.cells(address).setFormulaArray(tuple(map(tuple, rows)))

    def array_formula(self, address, text):
        """As with Ctrl+Shift+Enter over the range."""
        self.cells(address).setArrayFormula(text)

    def error(self, address):
        """Calc's error code, 0 if there is none."""
        return self.cells(address).getCellByPosition(0, 0).getError()

    def shown(self, address):
        """The text as displayed."""
        return self.cells(address).getCellByPosition(0, 0).getString()

    def result(self, address):
        """A number, a text, None for a blank cell, or a CalcError."""
        cell = self.cells(address).getCellByPosition(0, 0)
        return self._result(cell, cell.getDataArray()[0][0])

    def results(self, address):
        """The same for a range: a list of rows. One call, and one more per error."""
        cells = self.cells(address)
        return [[self._result(cells, value, column, row) for column, value in enumerate(values)]
                for row, values in enumerate(cells.getDataArray())]

    @staticmethod
    def _result(cells, value, column=0, row=0):
        if value is not None and value != "":
            return value
        cell = cells.getCellByPosition(column, row)
        if cell.getError():
            return CalcError(cell.getError())
        return value if cell.getFormula() else None


def _cell(value):
    if value is None:
        return ""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return serial(value)
    if isinstance(value, (int, float)):
        return float(value)
    return value

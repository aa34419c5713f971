"""Random edits as people and macros make them, on a workbook of stale_workbook.py.

Left out is removing or inserting single cells with a shift: after it Calc's own COUNT shows old numbers, too (7.4).
With a few seeds (2 is one) Calc 7.4 crashes in a redo, without any extension as well.
"""

import uno
from com.sun.star.sheet.FillDateMode import FILL_DATE_DAY
from com.sun.star.sheet.FillDirection import TO_BOTTOM, TO_TOP
from com.sun.star.sheet.FillMode import LINEAR

from lead_model import fold_header
from office import properties
from stale_workbook import CUT, POINTS, TALLEST, THRESHOLD, random_cell


class Edits:
    """Random edits of one workbook; each returns a few words on what it did."""

    def __init__(self, rng, office, book):
        self.rng = rng
        self.office = office
        self.book = book

    KINDS = {
        "cell": 10, "several_cells": 3, "paste": 8, "fill": 6, "series": 4, "sort": 5, "clear": 3, "copy_cells": 3,
        "insert_rows": 8, "delete_rows": 8, "insert_columns": 3, "delete_column": 3, "rename_sheet": 3, "undo": 10, "redo": 6, "hard_recalculation": 4, "calculation_off": 5,
        "locked": 3, "reopen": 3, "playbook": 5, "criterion": 3, "rate": 3, "header": 2, "copied_sheet": 3,
        "hide_row": 2, "formula_cell": 3,
    }

    def any(self):
        kind = self.rng.choices(list(self.KINDS), list(self.KINDS.values()))[0]
        return f"{kind}: {getattr(self, kind)()}"

    # -- where
    def table(self):
        """(sheet, range address) of one of the tables, leads or touches."""
        figures = self.rng.choice(self.book.figure_sheets())
        cells = self.book.table_of(figures, self.rng.choice(["B4", "B4", "B5"]))
        return cells.Spreadsheet, cells.RangeAddress

    def header_of(self, sheet, address, column):
        return fold_header(sheet.getCellByPosition(column, address.StartRow).getString())

    def block(self, tallest=6, widest=1):
        """A random block of data cells, as (sheet, address, range)."""
        sheet, address = self.table()
        first = self.rng.randint(address.StartRow + 1, address.EndRow)
        last = min(first + self.rng.randrange(tallest), address.EndRow)
        left = self.rng.randint(address.StartColumn, address.EndColumn)
        right = min(left + self.rng.randrange(widest), address.EndColumn)
        return sheet, address, sheet.getCellRangeByPosition(left, first, right, last)

    def write(self, cell, content):
        if content is None:
            cell.setString("")
        elif isinstance(content, str) and content.startswith("="):
            cell.setFormula(content)
        elif isinstance(content, str):
            cell.setString(content)
        else:
            cell.setValue(content)

    # -- contents
    def cell(self):
        sheet, address, cells = self.block(1)
        column = cells.RangeAddress.StartColumn
        content = random_cell(self.rng, self.header_of(sheet, address, column))
        self.write(cells.getCellByPosition(0, 0), content)
        return f"{cells.AbsoluteName} = {content!r}"

    def several_cells(self):
        return ", ".join(self.cell() for _ in range(3))

    def paste(self):
        """Sometimes a row more than the table has."""
        sheet, address = self.table()
        first = self.rng.randint(address.StartRow + 1, address.EndRow)
        height = self.rng.randint(1, min(8, address.EndRow + 2 - first))
        left = self.rng.randint(address.StartColumn, address.EndColumn)
        right = self.rng.randint(left, address.EndColumn)
        headers = [self.header_of(sheet, address, column) for column in range(left, right + 1)]
        rows = []
        for _ in range(height):
            contents = [random_cell(self.rng, header) for header in headers]
            rows.append(tuple("" if content is None else content if isinstance(content, str) else float(content)
                              for content in contents))
        target = sheet.getCellRangeByPosition(left, first, right, first + height - 1)
        target.setDataArray(tuple(rows))
        return f"{height} rows at {target.AbsoluteName}"

    def fill(self):
        _, _, cells = self.block(8)
        cells.fillAuto(self.rng.choice([TO_BOTTOM, TO_TOP]), 1)
        return cells.AbsoluteName

    def series(self):
        sheet, address, cells = self.block(8)
        if self.header_of(sheet, address, cells.RangeAddress.StartColumn) in ("id", "source", "result", "channel"):
            return "not on texts"
        cells.fillSeries(TO_BOTTOM, LINEAR, FILL_DATE_DAY, float(self.rng.choice([1, 2, 7])), 1e9)
        return cells.AbsoluteName

    def sort(self):
        sheet, address = self.table()
        rows = sheet.getCellRangeByPosition(address.StartColumn, address.StartRow + 1,
                                            address.EndColumn, address.EndRow)
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field = self.rng.randrange(address.EndColumn - address.StartColumn + 1)
        field.IsAscending = self.rng.random() < 0.5
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        rows.sort(properties(SortFields=fields, ContainsHeader=False))
        return f"{rows.AbsoluteName} by column {field.Field}"

    def clear(self):
        _, _, cells = self.block(4, 3)
        cells.clearContents(1 | 2 | 4 | 16)
        return cells.AbsoluteName

    def copy_cells(self):
        """A block of rows, whole width, onto other rows of the table."""
        sheet, address = self.table()
        source = self.rng.randint(address.StartRow + 1, address.EndRow)
        target = self.rng.randint(address.StartRow + 1, address.EndRow)
        cells = sheet.getCellRangeByPosition(address.StartColumn, source, address.EndColumn, source)
        sheet.copyRange(sheet.getCellByPosition(address.StartColumn, target).CellAddress, cells.RangeAddress)
        return f"row {source + 1} onto row {target + 1}"

    def formula_cell(self):
        sheet, address, cells = self.block(1)
        column = cells.RangeAddress.StartColumn
        if self.header_of(sheet, address, column) not in ("employees", "amount", "weighted"):
            return "not here"
        cells.getCellByPosition(0, 0).setFormula("=ROUND($Rate.$A$1*1000;0)")
        return cells.AbsoluteName

    def rate(self):
        value = self.rng.randrange(1, 99) / 100
        self.book.document.sheet("Rate").put("A1", [[value]])
        return str(value)

    def header(self):
        """Renames a column that formulas name, or gives its name back."""
        sheet, address = self.table()
        for column in range(address.StartColumn, address.EndColumn + 1):
            cell = sheet.getCellByPosition(column, address.StartRow)
            if cell.getString() in ("Employees", "Staff"):
                cell.setString("Staff" if cell.getString() == "Employees" else "Employees")
                return f"{cell.AbsoluteName} = {cell.getString()}"
        return "none"

    # -- structure
    def insert_rows(self):
        """Above the table, at its first data row, inside, or right below it."""
        sheet, address = self.table()
        if address.EndRow - address.StartRow > TALLEST:
            return "tall enough"
        row = self.rng.choice([address.StartRow, address.StartRow + 1, address.EndRow, address.EndRow + 1,
                               self.rng.randint(address.StartRow + 1, address.EndRow)])
        count = self.rng.randint(1, 3)
        sheet.Rows.insertByIndex(row, count)
        return f"{count} at {row + 1} of {sheet.Name}"

    def delete_rows(self):
        sheet, address = self.table()
        if address.EndRow - address.StartRow < 8:
            return "low enough"
        count = self.rng.randint(1, 2)
        above = [address.StartRow - 1] if address.StartRow > 58 else []
        row = self.rng.choice([address.StartRow + 1, address.EndRow, address.EndRow + 1 - count, address.EndRow + 1,
                               self.rng.randint(address.StartRow + 1, address.EndRow)] + above)
        if row < address.StartRow:
            count = 1  # not the headers
        sheet.Rows.removeByIndex(row, count)
        return f"{count} at {row + 1} of {sheet.Name}"

    def insert_columns(self):
        """Left of the table, inside, or right of it."""
        sheet, address = self.table()
        if address.EndColumn - address.StartColumn > 14 or address.StartColumn > 8:
            return "wide enough"
        column = self.rng.randint(address.StartColumn, address.EndColumn + 1)
        sheet.Columns.insertByIndex(column, 1)
        return f"before column {column + 1} of {sheet.Name}"

    def delete_column(self):
        """One without a header, or Notes; one that formulas name comes back by undo at once."""
        sheet, address = self.table()
        spare = [column for column in range(address.StartColumn, address.EndColumn + 1)
                 if self.header_of(sheet, address, column) in ("", "notes")]
        if spare and address.EndColumn - address.StartColumn > 8:
            column = self.rng.choice(spare)
            sheet.Columns.removeByIndex(column, 1)
            return f"column {column + 1} of {sheet.Name}"
        named = [column for column in range(address.StartColumn, address.EndColumn + 1)
                 if self.header_of(sheet, address, column) in ("employees", "weighted")]
        if not named:
            return "none to spare"
        sheet.Columns.removeByIndex(named[0], 1)
        self.check_within(f"column {named[0] + 1} of {sheet.Name} deleted")
        self.book.document.undo()
        return f"column {named[0] + 1} of {sheet.Name}, and undone"

    def hide_row(self):
        _, _, cells = self.block(1)
        cells.Rows.IsVisible = not cells.Rows.IsVisible
        return cells.AbsoluteName

    def rename_sheet(self):
        sheet, _ = self.table()
        taken = self.book.document.component.Sheets.ElementNames
        name = self.rng.choice(["Leads", "Leads 2026", "O'Brien", "商談", "A-1", "R1C1 list"])
        if name in taken:
            return "taken"
        sheet.setName(name)
        return name

    def copied_sheet(self):
        """Local with table, handle and figures, twice in the document; the copy goes its own way, then goes."""
        sheets = self.book.document.component.Sheets
        if sheets.hasByName("Copy"):
            sheets.removeByName("Copy")
            return "removed"
        local = next(sheet.object.Name for sheet in self.book.figure_sheets()
                     if self.book.table_of(sheet).Spreadsheet.Name == sheet.object.Name)
        sheets.copyByName(local, "Copy", self.rng.randrange(sheets.Count))
        return f"{local} copied"

    # -- calculation
    def undo(self):
        manager, count = self.book.document.component.UndoManager, 0
        for _ in range(self.rng.randint(1, 4)):
            if manager.isUndoPossible():
                manager.undo()
                count += 1
        return str(count)

    def redo(self):
        manager, count = self.book.document.component.UndoManager, 0
        for _ in range(self.rng.randint(1, 3)):
            if manager.isRedoPossible():
                manager.redo()
                count += 1
        return str(count)

    def hard_recalculation(self):
        self.book.document.recalculate()
        return ""

    def calculation_off(self):
        self.book.document.automatic_calculation(False)
        done = ", ".join([self.cell(), self.paste(), self.playbook(), self.sort()])
        self.book.document.automatic_calculation(True)
        return done

    def locked(self):
        component = self.book.document.component
        component.addActionLock()
        done = ", ".join([self.paste(), self.cell(), self.fill()])
        component.removeActionLock()
        return done

    def reopen(self):
        self.book.document = self.book.document.reopen(hidden=False)
        return ""

    # -- what the figures depend on besides the table
    def playbook(self):
        sheet = self.book.document.sheet("Playbook")
        cell, content = self.rng.choice([
            (THRESHOLD, self.rng.choice([20, 40, 55, 60, 70])),
            (POINTS, self.rng.choice([5, 30, 40])),
            (CUT, f"Employees >= {self.rng.choice([50, 100, 300])}"),
            ("C26", self.rng.choice(["Big, and asked us", "Anyone at all"])),
        ])
        sheet.put(cell, [[content]])
        return f"{cell} = {content}"

    def criterion(self):
        text = self.rng.choice(["Referral", "Web", "展示会", "nobody"])
        self.rng.choice(self.book.figure_sheets()).put("B6", [[text]])
        return text

"""A sheet as the demo writes it: text, formulas and styles by address, widths in centimetres, charts."""

import datetime

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.beans import PropertyValue

import styles

FIRST_DAY = datetime.date(1899, 12, 30)


def quoted(text):
    """As a text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def sentence(pattern, parts):
    """The formula of a text: results (formulas that give texts) in the places of the pattern, `{}` in order or `{0}`."""
    marks = [f"\x00{index}\x00" for index in range(len(parts))]
    pieces = enumerate(pattern.format(*marks).split("\x00"))  # every second one is a place
    return "&".join(parts[int(piece)] if index % 2 else quoted(piece) for index, piece in pieces if piece)


def cell_value(value):
    """What setDataArray takes: dates as serial numbers, an empty text for an empty cell (None would become #N/A)."""
    if isinstance(value, datetime.datetime):
        return (value - datetime.datetime.combine(FIRST_DAY, datetime.time())) / datetime.timedelta(days=1)
    if isinstance(value, datetime.date):
        return float((value - FIRST_DAY).days)
    return value if isinstance(value, str) else "" if value is None else float(value)


class Page:
    def __init__(self, document, sheet):
        self.document = document
        self.sheet = sheet

    def cell(self, address):
        return self.sheet.getCellRangeByName(address)

    def put(self, address, value, style=None):
        """A constant: text is never read as a number or formula."""
        cell = self.cell(address)
        if isinstance(value, str):
            cell.setString(value)
        elif value is not None:
            cell.setValue(cell_value(value))
        if style:
            self.style(address, style)

    def row(self, address, values, style=None):
        """Constants from that cell to the right."""
        start = self.cell(address).CellAddress
        area = self.sheet.getCellRangeByPosition(start.Column, start.Row, start.Column + len(values) - 1, start.Row)
        area.setDataArray((tuple(map(cell_value, values)),))
        if style:
            area.CellStyle = f"Kakehashi {style}"

    def rows(self, address, rows):
        """Constants, row by row, from that cell on."""
        start = self.cell(address).CellAddress
        area = self.sheet.getCellRangeByPosition(start.Column, start.Row, start.Column + len(rows[0]) - 1,
                                                 start.Row + len(rows) - 1)
        area.setDataArray(tuple(tuple(map(cell_value, row)) for row in rows))

    def formula(self, address, formula, style=None):
        self.cell(address).setFormula(formula)
        if style:
            self.style(address, style)

    def array(self, area, formula, style=None):
        self.cell(area).setArrayFormula(formula)
        if style:
            self.style(area, style)

    def style(self, area, *names):
        """One style for the area, or one per column of it."""
        cells = self.cell(area)
        if len(names) == 1:
            cells.CellStyle = f"Kakehashi {names[0]}"
            return
        rows = cells.RangeAddress.EndRow - cells.RangeAddress.StartRow
        for column, name in enumerate(names):
            cells.getCellRangeByPosition(column, 0, column, rows).CellStyle = f"Kakehashi {name}"

    def heading(self, area, text):
        self.put(area.split(":")[0], text)
        self.style(area, "Section")
        self.cell(area).Rows.Height = 700

    def paragraph(self, area, text, style="Note Wrapped", height=None):
        self.cell(area).merge(True)
        self.put(area.split(":")[0], text)
        self.style(area, style)
        if height:
            self.height(area, height)

    def finding(self, area, formula, height=None):
        """What the reader sees, in words, as a formula."""
        self.cell(area).merge(True)
        self.formula(area.split(":")[0], formula)
        self.style(area, "Finding")
        if height:
            self.height(area, height)

    def style_where(self, area, entries):
        """Styles by condition: (formula as seen from the first cell, style)."""
        cells = self.cell(area)
        conditions = cells.ConditionalFormat
        for formula, style in entries:
            conditions.addNew((PropertyValue("Operator", 0, FORMULA_CONDITION, 0),
                               PropertyValue("Formula1", 0, formula, 0),
                               PropertyValue("StyleName", 0, f"Kakehashi {style}", 0),
                               PropertyValue("SourcePosition", 0, cells.getCellByPosition(0, 0).CellAddress, 0)))
        cells.ConditionalFormat = conditions

    def merge(self, area):
        self.cell(area).merge(True)

    def legend(self, address, entries):
        """Names, each behind a square of its colour."""
        text = self.cell(address).getText()
        text.setString("")
        for name, colour in entries:
            cursor = text.createTextCursor()
            cursor.gotoEnd(False)
            for part, ink in [("■ ", colour), (f"{name}   ", styles.INK)]:
                cursor.CharColor = ink
                text.insertString(cursor, part, False)

    def hover(self, address, text):
        """A cell note: which definition a number follows."""
        self.sheet.Annotations.insertNew(self.cell(address).CellAddress, text)

    def widths(self, *centimetres):
        for column, width in enumerate(centimetres):
            self.sheet.Columns.getByIndex(column).Width = int(width * 1000)

    def height(self, area, centimetres):
        self.cell(area).Rows.Height = int(centimetres * 1000)

    def print_areas(self, *areas):
        self.sheet.setPrintAreas(tuple(self.cell(area).RangeAddress for area in areas))

    def break_before(self, row):
        self.sheet.Rows.getByIndex(row - 1).IsStartOfNewPage = True

    def bars(self, name, areas, at, size_cm, colours, title=""):
        """Horizontal bars of the ranges; the first column holds the categories. One series has a colour per point,
        several lie on each other in theirs. `at` is the cell of the upper left corner. Without a title the bars fill
        the whole chart, to stand beside the rows of a table."""
        position = self.cell(at).Position
        rectangle = Rectangle(position.X + 150, position.Y, int(size_cm[0] * 1000), int(size_cm[1] * 1000))
        addresses = tuple(self.cell(each).RangeAddress for each in areas)
        self.sheet.Charts.addNewByName(name, rectangle, addresses, False, True)
        chart = self.sheet.Charts.getByName(name).EmbeddedObject
        chart.HasLegend = False
        chart.HasMainTitle = bool(title)
        chart.Area.LineStyle = NO_LINE
        chart.Area.FillStyle = NO_FILL
        diagram = bar_diagram(chart)
        colour_series(diagram, len(series_of(chart)), colours)
        if title:
            chart.Title.String = title
            styles.set_properties(chart.Title, chart_font(9))
            for index in range(len(series_of(chart))):
                styles.set_properties(diagram.getDataRowProperties(index), {"DataCaption": SHOW_VALUE} | chart_font(8.5))
            styles.set_properties(diagram.XAxis, chart_font(8.5) | {"LineColor": styles.RULE, "Marks": 0})
        else:
            diagram.HasXAxis = False
            diagram.setDiagramPositionExcludingAxes(Rectangle(0, 0, rectangle.Width, rectangle.Height))


NO_LINE = uno.Enum("com.sun.star.drawing.LineStyle", "NONE")
NO_FILL = uno.Enum("com.sun.star.drawing.FillStyle", "NONE")
FORMULA_CONDITION = uno.Enum("com.sun.star.sheet.ConditionOperator", "FORMULA")
SHOW_VALUE = 1  # com.sun.star.chart.ChartDataCaption.VALUE


def bar_diagram(chart):
    diagram = chart.createInstance("com.sun.star.chart.BarDiagram")
    chart.setDiagram(diagram)
    diagram.Vertical = True  # bars lie
    diagram.HasYAxis = False
    diagram.HasYAxisGrid = False
    diagram.HasXAxisGrid = False
    diagram.Wall.LineStyle = NO_LINE
    diagram.Wall.FillStyle = NO_FILL
    diagram.XAxis.ReverseDirection = True  # the first on top
    diagram.YAxis.GapWidth = 45
    diagram.YAxis.Overlap = 100
    diagram.YAxis.Min = 0
    return diagram


def series_of(chart):
    return chart.FirstDiagram.CoordinateSystems[0].ChartTypes[0].DataSeries


def colour_series(diagram, count, colours):
    points = range(len(colours)) if count == 1 else []
    targets = [diagram.getDataPointProperties(point, 0) for point in points] or [
        diagram.getDataRowProperties(index) for index in range(count)]
    for target, colour in zip(targets, colours):
        # As a long: pyuno would pass a small number as a short, which charts keep, and then cut later colours to.
        uno.invoke(target, "setPropertyValue", ("FillColor", uno.Any("long", colour)))


def chart_font(size):
    return styles.font(size, None, styles.INK) | {"CharFontName": styles.FONT, "CharFontNameAsian": styles.FONT}

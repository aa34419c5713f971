"""A sheet as the demo writes it: text, formulas and styles by address, widths in centimetres, charts."""

import datetime

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.table import CellRangeAddress

import styles

FIRST_DAY = datetime.date(1899, 12, 30)


def quoted(text):
    """As a text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def cell_value(value):
    """What setDataArray takes: dates as serial numbers, an empty text for an empty cell (None would become #N/A)."""
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
        self.style(area, "Heading")
        self.cell(area).Rows.Height = 700

    def paragraph(self, area, text, style="Note Wrapped", height=None):
        self.cell(area).merge(True)
        self.put(area.split(":")[0], text)
        self.style(area, style)
        if height:
            self.height(area, height)

    def merge(self, area):
        self.cell(area).merge(True)

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

    def bars(self, name, area, at, size_cm, title, colours, horizontal=False):
        """A bar chart of a range whose first column holds the categories. `colours`: per point with one series, else
        per series; `at` is the cell of its upper left corner."""
        position = self.cell(at).Position
        rectangle = Rectangle(position.X, position.Y + 150, int(size_cm[0] * 1000), int(size_cm[1] * 1000))
        addresses = tuple(self.cell(each).RangeAddress for each in area)
        self.sheet.Charts.addNewByName(name, rectangle, addresses, False, True)
        chart = self.sheet.Charts.getByName(name).EmbeddedObject
        draw_bars(chart, title, colours, horizontal)


def draw_bars(chart, title, colours, horizontal):
    chart.HasLegend = False
    chart.HasMainTitle = bool(title)
    if title:
        chart.Title.String = title
        styles.set_properties(chart.Title, chart_font(9, styles.INK))
    chart.Area.LineStyle = uno.Enum("com.sun.star.drawing.LineStyle", "NONE")
    diagram = chart.createInstance("com.sun.star.chart.BarDiagram")
    chart.setDiagram(diagram)
    diagram.Vertical = horizontal
    diagram.HasYAxis = False
    diagram.HasYAxisGrid = False
    diagram.HasXAxisGrid = False
    diagram.Wall.FillStyle = uno.Enum("com.sun.star.drawing.FillStyle", "NONE")
    diagram.Wall.LineStyle = uno.Enum("com.sun.star.drawing.LineStyle", "NONE")
    styles.set_properties(diagram.XAxis, chart_font(8.5, styles.INK) | {"LineColor": styles.RULE, "Marks": 0,
                                                                        "ReverseDirection": horizontal})
    diagram.YAxis.GapWidth = 45
    diagram.YAxis.Overlap = 0 if not horizontal else 100
    diagram.YAxis.Min = 0
    series = chart.FirstDiagram.CoordinateSystems[0].ChartTypes[0].DataSeries
    for index in range(len(series)):
        row = diagram.getDataRowProperties(index)
        styles.set_properties(row, {"FillColor": colours[index % len(colours)], "DataCaption": 1}
                              | chart_font(8.5, styles.INK))
        if len(series) == 1 and len(colours) > 1:
            for point, colour in enumerate(colours):
                diagram.getDataPointProperties(point, 0).FillColor = colour


def chart_font(size, colour):
    return styles.font(size, None, colour) | {"CharFontName": styles.FONT, "CharFontNameAsian": styles.FONT}

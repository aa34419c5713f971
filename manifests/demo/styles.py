"""Cell and page styles of the demo: everything that looks the same carries the same named style, so that a company can
restyle the whole workbook at once. Colours are those of Okabe and Ito, which colour-blind readers can tell apart."""

import uno
from com.sun.star.table import BorderLine2

MARKETING = 0x0072B2
SALES = 0xD55E00
SHARED = 0x009E73
INK = 0x262626
GREY = 0x6B6B6B
RULE = 0xD9D9D9
HEAD_FILL = 0xF0F2F4
INPUT_FILL = 0xFFF6DC
CARD_FILL = 0xEEF7F4

FONT = "Noto Sans CJK JP"

LEFT, CENTRE, RIGHT = (uno.Enum("com.sun.star.table.CellHoriJustify", name) for name in ["LEFT", "CENTER", "RIGHT"])
MIDDLE, TOP = 2, 1  # com.sun.star.table.CellVertJustify2


def line(colour, width=9):
    """A border line; width in 1/100 mm."""
    return BorderLine2(colour, 0, width, 0, 0, width)


def add_style(document, name, parent, **properties):
    styles = document.StyleFamilies.getByName("CellStyles")
    style = document.createInstance("com.sun.star.style.CellStyle")
    styles.insertByName(name, style)
    style.ParentStyle = parent
    set_properties(style, properties)


def set_properties(target, properties):
    for name, value in properties.items():
        if isinstance(value, BorderLine2):
            uno.invoke(target, "setPropertyValue", (name, uno.Any("com.sun.star.table.BorderLine2", value)))
        else:
            target.setPropertyValue(name, value)


def number_format(document, code, locale):
    formats = document.NumberFormats
    key = formats.queryKey(code, locale, False)
    return key if key >= 0 else formats.addNew(code, locale)


def font(size=None, weight=None, colour=None):
    """The same for Latin and Asian letters."""
    properties = {}
    if size:
        properties |= {"CharHeight": size, "CharHeightAsian": size}
    if weight:
        properties |= {"CharWeight": weight, "CharWeightAsian": weight}
    if colour is not None:
        properties["CharColor"] = colour
    return properties


def add_cell_styles(document, t):
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    locale.Language, locale.Country = t["locale"]
    default = document.StyleFamilies.getByName("CellStyles").getByName("Default")
    set_properties(default, {"CharFontName": FONT, "CharFontNameAsian": FONT, "VertJustify": MIDDLE,
                             "CharLocale": locale if locale.Language == "en" else default.CharLocale,
                             "CharLocaleAsian": locale if locale.Language == "ja" else default.CharLocaleAsian}
                   | font(9.5, None, INK))

    def formatted(code):
        return number_format(document, code, locale)

    add = lambda *arguments, **properties: add_style(document, *arguments, **properties)
    bold = 150.0
    add("Kakehashi Title", "Default", **font(16, bold))
    add("Kakehashi Note", "Default", HoriJustify=LEFT, ParaIndent=100, **font(8, None, GREY))
    add("Kakehashi Note Wrapped", "Kakehashi Note", IsTextWrapped=True, VertJustify=TOP)
    add("Kakehashi Section", "Default", BottomBorder=line(SHARED, 35), **font(11.5, bold))
    # As the product makes it: the weekly summary of this workbook takes the style it finds.
    add("Kakehashi Heading", "Default", CellBackColor=0xF2F2F2, BottomBorder=line(0x7F7F7F, 26), IsTextWrapped=True,
        ParaTopMargin=60, ParaBottomMargin=60, ParaLeftMargin=120, ParaRightMargin=120, **font(9, bold, 0x333333))
    add("Kakehashi Column", "Default", CellBackColor=HEAD_FILL, BottomBorder=line(0x9AA5AD, 18), IsTextWrapped=True,
        HoriJustify=RIGHT, **font(8.5, bold))
    add("Kakehashi Column Text", "Kakehashi Column", HoriJustify=LEFT, ParaIndent=100)
    add("Kakehashi Result", "Default", BottomBorder=line(RULE))
    add("Kakehashi Result Text", "Kakehashi Result", HoriJustify=LEFT, ParaIndent=100)
    add("Kakehashi Result Integer", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted("#,##0"))
    add("Kakehashi Result Number", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted("#,##0.0"))
    add("Kakehashi Result Percent", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted("0.0%"))
    add("Kakehashi Result Money", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted(t["money_format"]))
    add("Kakehashi Result Date", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted(t["date_format"]))
    add("Kakehashi Result Million", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted(t["goals"]["million"]))
    add("Kakehashi Result Signed", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted("+0.0;−0.0;0.0"))
    add("Kakehashi Result P", "Kakehashi Result", HoriJustify=RIGHT, NumberFormat=formatted('[<0.001]"< 0.001";0.000'))
    add("Kakehashi Result Fit", "Kakehashi Result Text", ShrinkToFit=True)
    add("Kakehashi Result Small", "Kakehashi Result Text", **font(8.5))
    add("Kakehashi Result Apart", "Kakehashi Result Text", ParaIndent=400)
    add("Kakehashi Column Apart", "Kakehashi Column Text", ParaIndent=400)
    add("Kakehashi Blank", "Default", BottomBorder=line(0, 0))
    add("Kakehashi Result Strong", "Kakehashi Result Text", **font(None, bold))
    add("Kakehashi Finding", "Default", CellBackColor=CARD_FILL, LeftBorder=line(SHARED, 88), IsTextWrapped=True,
        HoriJustify=LEFT, ParaIndent=200, **font(9.5))
    for kind, code in [("Text", None), ("Integer", "#,##0"), ("Number", "#,##0.0"), ("Percent", "0.0%")]:
        # The format again: Calc chooses one for a formula whose own style names none.
        own = {"NumberFormat": formatted(code)} if code else {}
        add(f"Kakehashi Total {kind}", f"Kakehashi Result {kind}", TopBorder=line(INK, 18),
            BottomBorder=line(INK, 18), **own, **font(None, bold))
    add("Kakehashi Group", "Default", HoriJustify=LEFT, ParaIndent=100, BottomBorder=line(RULE), **font(9, bold, SHARED))
    for side, colour in [("Marketing", MARKETING), ("Sales", SALES), ("Both", SHARED)]:
        add(f"Kakehashi Side {side}", "Kakehashi Result Text", **font(None, None, colour))
    for status, fill, ink in [("Good", 0xE5F2E7, 0x1B5E20), ("Behind", 0xFFF0CC, 0x6B4E00), ("Risk", 0xFADEDC, 0x8C1D18)]:
        add(f"Kakehashi Status {status}", "Kakehashi Result Apart", CellBackColor=fill, **font(None, bold, ink))
    add("Kakehashi Small Behind", "Kakehashi Result Small", CellBackColor=0xFFF0CC, **font(None, bold, 0x6B4E00))
    add("Kakehashi Status Unknown", "Kakehashi Result Apart", **font(None, None, GREY))
    add("Kakehashi Low", "Kakehashi Result Number", CellBackColor=0xFFF0CC, NumberFormat=formatted("#,##0.0"))
    add("Kakehashi Card Label", "Default", CellBackColor=CARD_FILL, HoriJustify=CENTRE, TopBorder=line(SHARED, 53),
        **font(8.5, None, GREY))
    add("Kakehashi Card", "Default", CellBackColor=CARD_FILL, HoriJustify=CENTRE, NumberFormat=formatted("#,##0"),
        **font(22, bold))
    add("Kakehashi Card Percent", "Kakehashi Card", NumberFormat=formatted("0.0%"))
    add("Kakehashi Card Times", "Kakehashi Card", NumberFormat=formatted('0.0"×"'))
    add("Kakehashi Card Score", "Kakehashi Card", NumberFormat=formatted("0"))
    add("Kakehashi Card Note", "Default", CellBackColor=CARD_FILL, HoriJustify=CENTRE, **font(8.5, None, GREY))
    add("Kakehashi Input", "Default", CellBackColor=INPUT_FILL, BottomBorder=line(0xC9A227, 18), HoriJustify=LEFT)
    add("Kakehashi Input Date", "Kakehashi Input", NumberFormat=formatted(t["date_format"]))
    add("Kakehashi Input Number", "Kakehashi Input", HoriJustify=RIGHT, NumberFormat=formatted("#,##0"))
    add("Kakehashi Input Million", "Kakehashi Input", NumberFormat=formatted(t["goals"]["million"]))
    add("Kakehashi Input Cell", "Kakehashi Input", BottomBorder=line(0xF0E3B4), ParaIndent=100, ShrinkToFit=True, **font(9))
    add("Kakehashi Input Figure", "Kakehashi Input Cell", HoriJustify=RIGHT, ParaIndent=0, NumberFormat=formatted("#,##0.##"))
    add("Kakehashi Input Share", "Kakehashi Input Figure", NumberFormat=formatted("0%"))
    add("Kakehashi Input Day", "Kakehashi Input Figure", NumberFormat=formatted(t["date_format"]))
    add("Kakehashi Entry", "Kakehashi Input", BottomBorder=line(0xF0E3B4), VertJustify=TOP, IsTextWrapped=True,
        ParaIndent=100, **font(8.5))
    add("Kakehashi Entry Last", "Kakehashi Entry", IsTextWrapped=False)
    add("Kakehashi Entry Date", "Kakehashi Entry", NumberFormat=formatted(t["date_format"]))
    add("Kakehashi Matching", "Default", HoriJustify=LEFT, NumberFormat=formatted("#,##0"), **font(None, bold))
    add("Kakehashi Block", "Default", VertJustify=MIDDLE, **font(10, bold, SHARED))
    add("Kakehashi Record", "Default", BottomBorder=line(0xEBEBEB), HoriJustify=LEFT, ParaIndent=150,
        **font(9))
    add("Kakehashi Record Number", "Kakehashi Record", HoriJustify=RIGHT, ParaIndent=0,
        NumberFormat=formatted("#,##0"))
    add("Kakehashi Record Date", "Kakehashi Record", HoriJustify=RIGHT, ParaIndent=0,
        NumberFormat=formatted(t["date_format"]))
    add("Kakehashi Record Time", "Kakehashi Record", HoriJustify=RIGHT, ParaIndent=0,
        NumberFormat=formatted(t["date_format"] + " HH:MM"))


def add_page_style(document, name, t, landscape=False, pages_tall=0):
    """A4, as wide as the sheet, with the sheet's name and page number at the foot."""
    family = document.StyleFamilies.getByName("PageStyles")
    style = document.createInstance("com.sun.star.style.PageStyle")
    family.insertByName(name, style)
    short, tall = 21000, 29700
    set_properties(style, {
        "IsLandscape": landscape, "Width": tall if landscape else short, "Height": short if landscape else tall,
        "LeftMargin": 1500, "RightMargin": 1500, "TopMargin": 1400, "BottomMargin": 1000,
        "HeaderIsOn": False, "FooterIsOn": True, "CenterHorizontally": True, "ScaleToPagesX": 1,
        "ScaleToPagesY": pages_tall,
        "FirstPageNumber": 0})  # 0: go on counting
    footer = style.RightPageFooterContent
    write_footer(document, footer.LeftText, t["company"])
    write_footer(document, footer.CenterText, "")
    write_footer(document, footer.RightText, f"{t['page']} ", "PageNumber", f" {t['of']} ", "PageCount")
    style.RightPageFooterContent = footer


def write_footer(document, text, *parts):
    text.setString("")
    for part in parts:
        cursor = text.createTextCursor()
        cursor.gotoEnd(False)
        if part in ("PageNumber", "PageCount"):
            text.insertTextContent(cursor, document.createInstance(f"com.sun.star.text.TextField.{part}"), False)
        else:
            text.insertString(cursor, part, False)
    cursor = text.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    set_properties(cursor, {"CharFontName": FONT, "CharFontNameAsian": FONT} | font(8, None, GREY))

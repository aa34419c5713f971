"""Comparing what cells hold with what they should: numbers within rounding, errors by their code, matrices by rows."""

import re

from calc import CalcError

ILLEGAL_ARGUMENT = CalcError(502)
WRONG_PARAMETER = CalcError(504)
CIRCULAR = CalcError(522)
UNKNOWN_NAME = CalcError(525)
DIVISION_BY_ZERO = CalcError(532)
NOT_AVAILABLE = CalcError(32767)

_SHEET_AND_AREA = re.compile(r"\$?(?:'((?:[^']|'')+)'|([^'.;(!$]+))\.(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)")


def same(got, expected, relative=1e-9):
    """Equal values, or equal rows of values. A text is never equal to an error or a number."""
    if isinstance(expected, (list, tuple)):
        return (isinstance(got, (list, tuple)) and len(got) == len(expected)
                and all(same(a, b, relative) for a, b in zip(got, expected)))
    if isinstance(expected, (int, float)):
        return isinstance(got, (int, float)) and abs(got - expected) <= relative * max(1.0, abs(got), abs(expected))
    return isinstance(got, CalcError) == isinstance(expected, CalcError) and got == expected


def shown(value):
    """A value as a cell shows it if it is wide enough."""
    if value is None:
        return ""
    return format(value, ".15g") if isinstance(value, (int, float)) else str(value)


def shown_rows(rows):
    """`a; b | c; d`, as the catalogue writes matrices."""
    return " | ".join("; ".join(map(shown, row)) for row in rows)


def absolute(cells):
    """`$Sheet.$A$1:$C$9` of a range, for use in formulas of other sheets."""
    return cells.AbsoluteName


def reference_in(formula, sheet=None):
    """(sheet name, area) of the first reference in a formula; `sheet` is meant where the reference names none."""
    match = _SHEET_AND_AREA.search(formula)
    if match:
        name = match[1].replace("''", "'") if match[1] else match[2]
        return name, match[3].replace("$", "")
    match = re.search(r"\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+", formula)
    return (sheet, match[0].replace("$", "")) if match and sheet else None

"""Calling commands from tests, and comparing documents before and after."""

import re
import subprocess

import uno
from com.sun.star.beans import NamedValue
from com.sun.star.lang import IllegalArgumentException

from office import OfficeError, _end


def run(office, command, document=None, **arguments):
    """The outcome of a command as a text, called as a macro does. Without a document and `file` it works on the active
    one."""
    values = [NamedValue("Command", command)] + [NamedValue(name, value) for name, value in arguments.items()]
    if document is not None:
        values.append(NamedValue("Document", document.component))
    service = office.service("org.kakehashi.Commands")
    # The bridge hands over a sequence of NamedValue only if it is told that it is one.
    return uno.invoke(service, "execute", (uno.Any("[]com.sun.star.beans.NamedValue", tuple(values)),))


def reason(office, *arguments, **named):
    """The message of the error that a command ends with."""
    try:
        outcome = run(office, *arguments, **named)
    except IllegalArgumentException as error:
        return error.Message
    raise AssertionError(f"no error, but: {outcome}")


def start_soffice(office, request):
    """`soffice --headless service:…` with the profile of an office that is stopped, as cron does; a process."""
    return office._spawn(["soffice", office._profile_option(), "--headless", "--norestore", "--nologo",
                          f"service:org.kakehashi.Commands?{request}"])


def call_soffice(office, request):
    """Starts it and waits: what it wrote to the terminal, and whether it ended well. OfficeError if it does not end."""
    before = len(office.output())
    process = start_soffice(office, request)
    try:
        status = process.wait(180)
    except subprocess.TimeoutExpired:
        raise OfficeError(f"soffice did not end:\n{office.output()[before:]}") from None
    finally:
        _end(process)
    return office.output()[before:], status == 0


def snapshot(document):
    """What an undo must bring back: every cell of every sheet as formula and as number, which cells are merged or noted,
    names, charts, validity and visible rows."""
    sheets = document.component.Sheets
    found = {"names": _names(document)}
    for name in sheets.ElementNames:
        sheet = sheets.getByName(name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        cells = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
        notes = sheet.Annotations
        found[name] = {
            "formulas": cells.getFormulaArray(),
            "values": tuple(tuple(map(_without_token, row)) for row in cells.getDataArray()),
            "notes": sorted((notes.getByIndex(i).Position.Row, notes.getByIndex(i).Position.Column)
                            for i in range(notes.Count)),
            "charts": sorted(sheet.Charts.ElementNames),
            "styles": [(style.CellStyle, style.RangeAddressesAsString) for style in _styles(sheet)],
        }
    return found


def differences(before, after):
    """What differs between two snapshots, in words: for messages of tests."""
    found = []
    for key in sorted(set(before) | set(after)):
        if before.get(key) == after.get(key):
            continue
        if not isinstance(before.get(key), dict) or not isinstance(after.get(key), dict):
            found.append(f"{key}: {before.get(key)!r:.300} became {after.get(key)!r:.300}")
            continue
        for part in before[key]:
            if before[key][part] != after[key][part]:
                found.append(f"{key}, {part}: {_first_difference(before[key][part], after[key][part])}")
    return found


def _first_difference(before, after):
    if len(before) != len(after):
        return f"{len(before)} became {len(after)}"
    return next(f"[{i}] {old!r:.300} became {new!r:.300}" for i, (old, new) in enumerate(zip(before, after)) if old != new)


def _without_token(value):
    """A handle that is calculated again gets a new token: `4,000 leads · r0gq27xk1`."""
    return re.sub(r" · r\w+$", "", value) if isinstance(value, str) else value


def _names(document):
    ranges = document.component.NamedRanges
    return sorted((name, ranges.getByName(name).Content) for name in ranges.ElementNames)


def _styles(sheet):
    ranges = sheet.UniqueCellFormatRanges
    return sorted((ranges.getByIndex(i) for i in range(ranges.Count)),
                  key=lambda style: style.RangeAddressesAsString)

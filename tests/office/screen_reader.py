"""What a screen reader is told: asks AT-SPI about the one office on this desktop. desktop.py runs it.

    python3 - tell                     everything on the screen but cells and other menus, as JSON
    python3 - click 0 12 3             does what a click on the thing with this path would do
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ("FOCUSED", "FOCUSABLE", "ENABLED", "SHOWING", "CHECKED", "MODAL")
CLOSED = ("table", "document spreadsheet")  # a sheet has 17 billion cells
OUR_MENU = "Kakehashi"  # those of LibreOffice have two thousand entries


def children(thing):
    return [thing.get_child_at_index(i) for i in range(thing.get_child_count())]


def role_of(thing):
    role = thing.get_role_name()
    return "button" if role == "push button" else role  # as it is called since AT-SPI 2.53


def told(thing, path):
    states = thing.get_state_set()
    role = role_of(thing)
    name = thing.get_name()
    closed = role in CLOSED or role == "menu" and name != OUR_MENU
    inside = [] if closed else [told(child, path + [i]) for i, child in enumerate(children(thing)) if child]
    return {"role": role, "name": name, "path": path, "children": inside,
            "states": [state for state in STATES if states.contains(getattr(Atspi.StateType, state))]}


def told_at_rest(thing):
    """What is on the screen may go away while it is read."""
    for _ in range(20):
        try:
            return told(thing, [])
        except GLib.Error:
            time.sleep(0.2)
    return told(thing, [])


def main():
    Atspi.init()
    office = next(found for found in children(Atspi.get_desktop(0)) if found.get_name().startswith("soffice"))
    if sys.argv[1] == "tell":
        print(json.dumps(told_at_rest(office)))
        return
    thing = office
    for i in map(int, sys.argv[2:]):
        thing = thing.get_child_at_index(i)
    thing.do_action(0)


main()

"""What a screen reader is told of the one office on this desktop. desktop.py runs it, and keeps it running: when a screen reader comes or
goes while a key is pressed, GTK crashes, since its list of who hears keys changes while it is walked.

It reads lines and answers each with a line of JSON:

    tell                     everything on the screen but cells and other menus
    click 0 12 3             does what a click on the thing with this path would do

Speaks AT-SPI's D-Bus interface itself (its XML: org.a11y.atspi.Accessible): libatspi keeps a cache of its own, which locks up when
it is told of a change while it asks.
"""

import json
import sys
import time

from gi.repository import Gio, GLib

ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
NOTHING = "/org/a11y/atspi/null"
STATES = {"CHECKED": 4, "ENABLED": 8, "FOCUSABLE": 11, "FOCUSED": 12, "MODAL": 16, "SHOWING": 25}  # bits, AtspiStateType
CLOSED = ("table", "document spreadsheet")  # a sheet has 17 billion cells
OUR_MENU = "Kakehashi"  # those of LibreOffice have two thousand entries
MILLISECONDS = 20000


class Reader:
    """A thing is (name on the bus, path)."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, MILLISECONDS).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags)

    def ask(self, thing, method, arguments=None, interface="org.a11y.atspi.Accessible"):
        return self.bus.call_sync(*thing, interface, method, arguments, None, Gio.DBusCallFlags.NONE, MILLISECONDS).unpack()[0]

    def name(self, thing):
        return self.ask(thing, "Get", GLib.Variant("(ss)", ("org.a11y.atspi.Accessible", "Name")), "org.freedesktop.DBus.Properties")

    def role(self, thing):
        role = self.ask(thing, "GetRoleName")
        return "button" if role == "push button" else role  # as it is called since AT-SPI 2.53

    def states(self, thing):
        low, _ = self.ask(thing, "GetState")
        return [state for state, bit in STATES.items() if low >> bit & 1]

    def children(self, thing):
        return self.ask(thing, "GetChildren")

    def office(self):
        return next(found for found in self.children(ROOT) if self.name(found).startswith("soffice"))

    def told(self, thing, path=()):
        role, name = self.role(thing), self.name(thing)
        closed = role in CLOSED or role == "menu" and name != OUR_MENU
        inside = [] if closed else self.children(thing)
        return {"role": role, "name": name, "path": path, "states": self.states(thing),
                "children": [self.told(child, (*path, i)) for i, child in enumerate(inside) if child[1] != NOTHING]}

    def tell(self):
        """What is on the screen may go away while it is read."""
        for _ in range(20):
            try:
                return self.told(self.office())
            except (GLib.Error, StopIteration):
                time.sleep(0.2)
        return self.told(self.office())

    def click(self, *path):
        thing = self.office()
        for i in map(int, path):
            thing = self.children(thing)[i]
        return self.ask(thing, "DoAction", GLib.Variant("(i)", (0,)), "org.a11y.atspi.Action")


def main():
    reader = Reader()
    for line in sys.stdin:
        command, *path = line.split()
        try:
            said = {"answer": reader.click(*path) if command == "click" else reader.tell()}
        except (GLib.Error, StopIteration) as error:
            said = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(said), flush=True)


main()

"""The demo in LibreOffice's real gtk3 window: used with keys, menus and buttons, and read as a screen reader reads it."""

import atexit
import functools
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import browser
from desktop import Desktop, missing
from material import OXT, PROJECT
from waiting import wait_until

ROLES = ("Goals", "Funnel", "Lead", "Playbook", "Why")
LINKS = ("To the goal table", "To the lead list", "To the playbook")


@functools.cache
def demo():
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    subprocess.run([sys.executable, "-B", str(PROJECT / "manifests/demo/make_demo.py"), "--oxt", str(OXT), "--out", str(folder),
                    "--language", "en"], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=240)
    return folder / "kakehashi-demo.ods"


class Window:
    """The demo in a window, with the deck opened."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(OXT, demo(), environment=browser.ENVIRONMENT))
        cls.open_deck()
        table = cls.document.sheet("Leads").cells("A4:U4000").getDataArray()
        cls.leads = [dict(zip(table[0], row), row=number) for number, row in enumerate(table[1:], 5) if row[0]]

    @classmethod
    def open_deck(cls):
        cls.document = cls.desktop.shown_document()
        sidebar = cls.document.component.CurrentController.getSidebar()
        sidebar.setVisible(True)
        sidebar.showDecks(True)
        sidebar.getDecks().getByName("KakehashiDeck").activate(True)
        cls.wait_for("Goals", "Revenue: ")

    def setUp(self):
        self.desktop.press("Escape", "Escape")  # out of a panel, and out of the sidebar

    # --- what is on the screen

    @classmethod
    def menu(cls, label):
        cls.desktop.find("menu", "Kakehashi").find("menu item", label).click()

    @classmethod
    def panel(cls, name, screen=None):
        """What a panel shows, without its title."""
        button = (screen or cls.desktop.screen()).find("toggle button", name)
        if not button:
            return []  # it is still being made
        title = button.parent
        return [thing for part in title.parent.children if part is not title for thing in part.all() if thing.name]

    @classmethod
    def wait_for(cls, panel, text):
        said = []

        def says():
            said[:] = [thing.name for thing in cls.panel(panel)]
            return text in "\n".join(said)

        wait_until(says, lambda: f"{panel} does not say “{text}”, but {said}")

    def stops(self):
        """Where Tab has to come to, in reading order."""
        screen = self.desktop.screen()
        return [(name, thing.name) for name in ROLES for thing in self.panel(name, screen)
                if thing.role == "combo box" or thing.role == "button" and "ENABLED" in thing.states or self.is_link(thing)]

    @staticmethod
    def is_link(thing):
        """LibreOffice tells screen readers that its links are labels (7.4) or panels."""
        return thing.role in ("label", "panel", "link") and (
            thing.name in LINKS or thing.name.startswith("Leads.") or " · L-" in thing.name)

    def focused(self):
        screen = self.desktop.screen()
        return [(name, thing.name) for name in ROLES for thing in self.panel(name, screen)
                if "FOCUSED" in thing.states and (thing.role in ("combo box", "button") or self.is_link(thing))]

    def go_to_lead(self, lead):
        self.desktop.go_to(f"Leads.B{lead['row']}")
        self.wait_for("Lead", lead["ID"])

    def tabs(self):
        return {thing.name for thing in self.desktop.screen().all() if thing.role == "page tab"}

    def windows(self):
        return [window.name for window in self.desktop.screen().children]

    def wait_for_window(self, name):
        wait_until(lambda: name in self.windows(), lambda: f"no window {name}, but {self.windows()}")

    def close_window(self, name):
        self.desktop.press("Escape")
        wait_until(lambda: name not in self.windows(), lambda: f"{name} does not close")


@unittest.skipIf(missing("gtk3"), f"SKIPPED: no {missing('gtk3')} here")
class Deck(Window, unittest.TestCase):
    def test_panels_follow_the_cursor_and_what_is_typed(self):
        lead = next(lead for lead in self.leads if lead["Employees"] == 160)
        self.go_to_lead(lead)
        self.wait_for("Lead", "(160)")
        self.desktop.go_to(f"Leads.E{lead['row']}")
        self.desktop.write("12\n")
        self.desktop.go_to(f"Leads.B{lead['row']}")
        self.wait_for("Lead", "(12)")
        self.desktop.press("ctrl+z")
        self.wait_for("Lead", "(160)")

    def test_everything_has_a_name_and_pictures_tell_what_they_show(self):
        self.go_to_lead(self.leads[55])
        screen = self.desktop.screen()
        for name in ROLES:
            title = screen.find("toggle button", name).parent
            content = [thing for part in title.parent.children if part is not title for thing in part.all()]
            for thing in content:
                if thing.role in ("button", "combo box", "icon", "label", "text") and "SHOWING" in thing.states:
                    self.assertTrue(thing.name, f"{name}: {thing.role}")
        pictures = {name: next(thing.name for thing in self.panel(name, screen) if thing.role == "icon")
                    for name in ("Goals", "Funnel", "Lead")}
        self.assertRegex(pictures["Goals"], r"Revenue: behind, .*expected today")
        self.assertRegex(pictures["Funnel"], r"MQL: \d+, \d+ % of the previous stage")
        self.assertRegex(pictures["Lead"], r"[✓✗✕] Employees")

    def test_f1_on_a_cell_opens_the_page_of_its_function(self):
        browser.forget(self.desktop)
        self.document.sheet("Leads").formula("Z1", '=LEAD.COUNT(A4:U2995;"[Source] = Web")')
        self.desktop.go_to("Leads.Z1")
        self.desktop.press("F1")
        self.assertTrue(browser.shown(self.desktop).endswith("/help/en/LEAD.COUNT.html"))


@unittest.skipIf(missing("gtk3"), f"SKIPPED: no {missing('gtk3')} here")
class Keyboard(Window, unittest.TestCase):
    def test_tab_walks_through_all_panels_and_round_escape_leaves_enter_follows_a_link(self):
        self.go_to_lead(self.leads[55])
        self.press_until("F6", self.in_deck)
        self.press_until("Tab", self.on_title)
        self.desktop.press("Tab", "Tab")  # the title's own button, then the panel
        wanted = self.stops()
        self.assertEqual({name for name, _ in wanted}, set(ROLES))
        self.wait_for_focus(wanted[0])
        for stop in wanted[1:] + wanted[:1]:
            self.desktop.press("Tab")
            self.wait_for_focus(stop)
        self.desktop.press("shift+Tab")
        self.wait_for_focus(wanted[-1])
        self.desktop.press("Escape")
        wait_until(lambda: "FOCUSED" in self.desktop.find("toggle button", "Why").states, lambda: "Escape does not leave")
        self.desktop.press("Up", "Return")  # the panel above it
        self.wait_for_focus(next(stop for stop in wanted if stop[0] == "Playbook"))
        self.desktop.press("Return")
        wait_until(lambda: self.document.component.CurrentController.ActiveSheet.Name == "Playbook",
                          lambda: "the link does not lead to the playbook")

    def wait_for_focus(self, stop):
        wait_until(lambda: self.focused() == [stop], lambda: f"not {stop} has the focus, but {self.focused()}")

    def press_until(self, key, reached):
        for _ in range(12):
            self.desktop.press(key)
            if reached(self.desktop.screen()):
                return
        self.fail(f"{key} does not lead there")

    @staticmethod
    def in_deck(screen):
        title = screen.find("panel", "Close Sidebar Deck")
        return title is not None and any("FOCUSED" in thing.states for thing in title.parent.parent.all())

    @staticmethod
    def on_title(screen):
        title = screen.find("toggle button", "Goals")
        return title is not None and "FOCUSED" in title.states


@unittest.skipIf(missing("gtk3"), f"SKIPPED: no {missing('gtk3')} here")
class Commands(Window, unittest.TestCase):
    """From the menu."""

    def test_hand_off_accept_and_reject(self):
        qualified = self.document.sheet("Qualified leads").cells("A1:J40").getDataArray()
        ids = [cell for row in qualified for cell in row if isinstance(cell, str) and cell.startswith("L-")]
        accepted, rejected = (next(lead for lead in self.leads if lead["ID"] == wanted) for wanted in ids[:2])
        for lead in (accepted, rejected):
            self.go_to_lead(lead)
            self.wait_for("Lead", "Next: hand off to sales")
            next(thing for thing in self.panel("Lead") if thing.name == "Hand Off").click()
            self.desktop.find("page tab", "Hand-off cards")
            self.go_to_lead(lead)
            self.wait_for("Lead", "Next: sales accepts or rejects")
        self.menu("Reject…")
        self.wait_for_window("Reject")
        self.desktop.press("Down", "Return")
        self.wait_for("Lead", "Rejected")
        self.go_to_lead(accepted)
        self.menu("Accept")
        wait_until(lambda: self.document.sheet("Leads").result(f"L{accepted['row']}"), lambda: "it is not accepted")

    def test_commands_that_make_sheets(self):
        for command, sheet in (("Check Data", "Data check"), ("Weekly Summary", "Weekly summary")):
            self.menu(command)
            self.desktop.find("page tab", sheet)

    def test_commands_that_ask_first_leave_all_as_it_was_when_cancelled(self):
        before = self.tabs()
        for command, window in (("Import…", "Import"), ("Import from Database…", "Import from Database"),
                                ("Roll Up Workbooks…", "Select Path"), ("Formulas to Values…", "Formulas to Values"),
                                ("Options…", "Options - Kakehashi - General")):
            self.menu(command)
            self.wait_for_window(window)
            self.close_window(window)
        self.assertEqual(self.tabs(), before)

    def test_first_steps_calculate_again_and_help(self):
        browser.forget(self.desktop)
        self.menu("First Steps")
        self.wait_for("Goals", "Three steps to the first summary")
        self.menu("Calculate Again")
        self.menu("Help")
        self.assertIn("/help/en/", browser.shown(self.desktop))
        self.assertTrue(self.desktop.alive())

    def test_new_team_workbook_opens_beside_the_other(self):
        """In an office of its own: once a window has closed, LibreOffice 7.4 crashes when a screen reader comes."""
        with Desktop(OXT, None) as desktop:
            desktop.find("menu", "Kakehashi").find("menu item", "New Team Workbook").click()
            wait_until(lambda: len(desktop.screen().children) == 2, lambda: "no second window comes")
            desktop.find("page tab", "Customer voice")
            desktop.press("ctrl+w")  # as it was made, and not saved
            dialog = desktop.find("alert", "Warning")
            next(thing for thing in dialog.all() if re.fullmatch("Don.t Save", thing.name)).click()
            wait_until(lambda: len(components(desktop)) == 1, lambda: "it does not close")


def components(office):
    found, enumeration = [], office.desktop.Components.createEnumeration()
    while enumeration.hasMoreElements():
        found.append(enumeration.nextElement())
    return found


if __name__ == "__main__":
    unittest.main()

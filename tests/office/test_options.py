"""Tools > Options > Kakehashi, the first steps in the sidebar, and the log: what is set there is stored, followed by commands,
and never changes what a cell shows."""

import json
import time
import unittest

import uno
from com.sun.star.awt import Rectangle, WindowDescriptor
from com.sun.star.beans import PropertyValue

from commands import differences, reason, run, snapshot
from dialogs import PANELS, Dialog, can_be_driven
from material import OXT, catalogue
from office import Office
from test_examples import build
from test_panel import Deck
from waiting import wait_until

PAGE = "vnd.sun.star.extension://org.kakehashi/options.xdl"
SETTINGS = "/org.kakehashi.Settings"
PLAYBOOK = {"playbook": {"name": "Acme", "version": "7", "fiscal year starts": 10},
            "stages": [{"stage": "Lead", "owner": "marketing"}, {"stage": "Won", "owner": "sales"}]}


class Page:
    """The options page as LibreOffice opens it, without the dialog around it."""

    def __init__(self, office):
        self.office = office
        self.toolkit = office.service("com.sun.star.awt.Toolkit")
        window = WindowDescriptor()
        window.Type, window.WindowServiceName, window.Bounds = uno.Enum("com.sun.star.awt.WindowClass", "TOP"), "", Rectangle(0, 0, 600, 600)
        self.parent = self.toolkit.createWindow(window)
        self.handler = office.service("org.kakehashi.OptionsPage")
        provider = office.service("com.sun.star.awt.ContainerWindowProvider")
        self.window = provider.createContainerWindow(PAGE, "", self.parent, self.handler)
        self.tell("initialize")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.window.dispose()
        self.parent.dispose()

    def tell(self, event):
        return self.handler.callHandlerMethod(self.window, event, "external_event")

    def control(self, name):
        return self.window.getControl(name)

    def choose(self, name, position):
        self.control(name).selectItemPos(position, True)

    def write(self, name, text):
        self.control(name).setText(text)


class PageDialog(Dialog):
    """The message that the page shows on OK."""

    def __init__(self, office, page):
        super().__init__(office, None, None)
        self.page = page

    def _run(self, *_):
        self.page.tell("ok")

    def said(self):
        return " ".join(self._names(self.window))

    def _names(self, window):
        for name, role, child in self._children(window):
            yield name
            if role in PANELS:
                yield from self._names(child)


class Options(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT, display="unseen", seconds=150))

    def setUp(self):
        self.configure("Options", Language="", Playbook="", FiscalYearStarts=0, StatusLimits="", Log=True)
        self.configure("Panel", FirstSteps="")

    # --- helpers

    def access(self, group, service="ConfigurationUpdateAccess"):
        provider = self.office.service("com.sun.star.configuration.ConfigurationProvider")
        return provider.createInstanceWithArguments(
            f"com.sun.star.configuration.{service}", (PropertyValue("nodepath", 0, f"{SETTINGS}/{group}", 0),))

    def configure(self, group, **values):
        access = self.access(group)
        for name, value in values.items():
            access.replaceByName(name, value)
        access.commitChanges()

    def stored(self, name, group="Options"):
        return self.access(group, "ConfigurationAccess").getByName(name)

    def new_workbook(self, **arguments):
        file = self.office.directory / f"new{time.monotonic_ns()}.ods"
        run(self.office, "new", file=str(file), **arguments)
        return file

    def settings_of(self, file):
        """What [playbook] says on the sheet of a new workbook."""
        with self.office.load(file) as document:
            sheets = document.component.Sheets
            name = next(name for name in sheets.ElementNames if name in ("Playbook", "プレイブック"))
            rows = sheets.getByName(name).getCellRangeByPosition(0, 0, 1, 30).getDataArray()
            return dict(rows)

    # --- tests

    def test_the_page_is_registered_where_people_look_for_it(self):
        provider = self.office.service("com.sun.star.configuration.ConfigurationProvider")
        leaf = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (
            PropertyValue("nodepath", 0, "/org.openoffice.Office.OptionsDialog/Nodes/org.kakehashi/Leaves/General", 0),))
        self.assertEqual(leaf.getByName("OptionsPage"), PAGE)
        self.assertEqual(leaf.getByName("EventHandlerService"), "org.kakehashi.OptionsPage")

    def test_what_is_set_is_stored_and_taken_back_by_reset(self):
        with Page(self.office) as page:
            self.assertEqual(page.control("language").getSelectedItem(), "As LibreOffice")
            page.choose("language", 2)
            page.choose("month", 4)
            page.control("behind").setValue(60)
            page.control("log").setState(0)
            page.tell("back")
            self.assertEqual(page.control("language").getSelectedItem(), "As LibreOffice")
            self.assertEqual(page.control("behind").getValue(), 75)
            page.choose("language", 2)
            page.choose("month", 4)
            page.control("behind").setValue(60)
            page.tell("ok")
        self.assertEqual([self.stored(name) for name in ("Language", "FiscalYearStarts", "StatusLimits", "Log")],
                         ["ja", 4, "ahead 1, on track 0.95, behind 0.6", True])
        with Page(self.office) as page:
            self.assertEqual(page.control("language").getSelectedItem(), "日本語")
            self.assertEqual(page.control("month").getSelectedItem(), "April")
            self.assertEqual(page.control("behind").getValue(), 60)

    def test_nonsense_in_the_configuration_is_as_if_nothing_were_set(self):
        self.configure("Options", Language="fr", FiscalYearStarts=77, StatusLimits="soon", Playbook="/nowhere/at all.json")
        with Page(self.office) as page:
            self.assertEqual(page.control("language").getSelectedItem(), "As LibreOffice")
            self.assertEqual(page.control("month").getSelectedItemPos(), 0)
            self.assertEqual(page.control("ahead").getValue(), 100)
            self.assertIn("✗", page.control("playbookNote").getText())
            page.choose("language", 1)
            page.tell("ok")  # shows no message: nobody touched the playbook
        self.assertEqual((self.stored("Language"), self.stored("Playbook")), ("en", "/nowhere/at all.json"))

    def test_commands_write_in_the_language_and_start_with_what_is_set(self):
        with Page(self.office) as page:
            page.choose("language", 2)
            page.choose("month", 10)
            page.control("ahead").setValue(110)
            page.tell("ok")
        settings = self.settings_of(self.new_workbook())
        self.assertEqual(settings["年度の開始月"], 10)
        self.assertEqual(settings["状況の境目"], "先行 1.1、順調 0.95、遅れ 0.75")
        settings = self.settings_of(self.new_workbook(language="en", fiscalYearStarts="April", statusLimits="ahead 1.2"))
        self.assertEqual(settings["fiscal year starts"], 4)
        self.assertEqual(settings["status limits"], "ahead 1.2, on track 0.95, behind 0.75")
        self.assertIn("fiscalYearStarts", reason(self.office, "new", fiscalYearStarts="soon"))

    def test_a_new_workbook_starts_with_a_playbook_file(self):
        file = self.office.directory / "acme.json"
        file.write_text(json.dumps(PLAYBOOK))
        with Page(self.office) as page:
            page.write("playbook", str(file))
            wait_until(lambda: "Acme v7" in page.control("playbookNote").getText(),
                       lambda: page.control("playbookNote").getText())
            page.choose("month", 2)
            page.tell("ok")
        with self.office.load(self.new_workbook()) as document:
            sheet = document.sheet("Start")
            texts = [text for row in sheet.object.getCellRangeByPosition(0, 0, 2, 30).getDataArray() for text in row]
            self.assertTrue(any("Acme v7" in str(text) for text in texts), texts)
        self.assertEqual(self.settings_of(self.new_workbook())["fiscal year starts"], 10)
        file.unlink()
        self.assertIn("acme.json", reason(self.office, "new"))

    def test_a_playbook_that_is_not_there_is_said_and_kept_with_all_else(self):
        if not can_be_driven(self.office):
            self.skipTest("windows cannot be reached from outside")
        with Page(self.office) as page:
            page.write("playbook", "/nowhere/acme.json")
            wait_until(lambda: page.control("playbookNote").getText() == "✗ There is no file “/nowhere/acme.json”.",
                       lambda: page.control("playbookNote").getText())
            page.choose("language", 2)
            page.choose("month", 4)
            with PageDialog(self.office, page) as box:
                self.assertIn("is kept as typed, but cannot be used: There is no file “/nowhere/acme.json”.", box.said())
        self.assertEqual([self.stored(name) for name in ("Playbook", "Language", "FiscalYearStarts")],
                         ["/nowhere/acme.json", "ja", 4])
        self.assertIn("/nowhere/acme.json", reason(self.office, "new"))

    def test_a_new_workbook_opens_our_deck_where_somebody_sees_it(self):
        run(self.office, "new", language="en", interactive="yes")
        document = self.office.desktop.getCurrentComponent()
        self.addCleanup(document.close, True)
        deck = document.CurrentController.getSidebar().getDecks().getByName("KakehashiDeck")
        wait_until(deck.isActive, lambda: "the deck is not shown")
        self.assertEqual(document.CurrentController.ActiveSheet.Name, "Start")

    def test_no_option_changes_what_a_cell_shows(self):
        with self.office.new_document() as document:
            build(document, catalogue()["document"])
            figures = document.add_sheet("Figures")
            for row, formula in enumerate(['=LEAD.WHY(Leads;"L-06")', '=GOAL.PERIOD("2026-05-01";"quarter")',
                                           '=GOAL.STATUS(Goals;"Revenue";"2026-03-31")', "=PLAYBOOK.SIGNOFFS(Signed)",
                                           '=FUNNEL.NOW(Leads;"MQL")']):
                figures.formula(f"A{row + 1}", formula)
            self.assertTrue(all(figures.result(f"A{row + 1}") for row in range(5)))
            before = snapshot(document)
            with Page(self.office) as page:
                page.choose("language", 2)
                page.choose("month", 10)
                page.control("behind").setValue(10)
                page.tell("ok")
            document.component.calculateAll()
            self.assertEqual(differences(before, snapshot(document)), [])

    def test_the_first_steps_follow_the_workbook_until_nobody_wants_them(self):
        document = self.office.new_document(hidden=False)
        self.addCleanup(document.close)
        deck = Deck(document)
        deck.wait("Goals", "▶ 1. Make a team workbook")
        build(document, catalogue()["document"])
        document.name_range("KakehashiLeads", document.sheet("Leads"), "A1")
        document.name_range("KakehashiPlaybook", document.sheet("Playbook"), "A1")
        deck.wait("Goals", "✓ 2. Bring in your leads")
        deck.wait("Goals", "▶ 3. Build the weekly summary")
        self.assertIn("Revenue", deck.says("Goals"))
        deck.press("Goals", "Don't show again")
        wait_until(lambda: "steps" not in deck.says("Goals"), lambda: deck.says("Goals"))
        self.assertEqual(self.stored("FirstSteps", "Panel"), "hidden")
        run(self.office, "firstSteps", document)
        deck.wait("Goals", "▶ 3. Build the weekly summary")

    def test_the_playbook_panel_lists_what_changed_since_both_signed(self):
        file = self.new_workbook(language="en")
        document = self.office.load(file, hidden=False)
        self.addCleanup(document.close)
        sheet = document.sheet("Playbook")
        column = [row[0] for row in sheet.object.getCellRangeByPosition(0, 0, 0, 300).getDataArray()]
        signoffs, rules = column.index("[signoffs]") + 3, column.index("[rules]") + 4  # the first cell; the second rule
        start = document.sheet("Start")
        fingerprint = next(row[1] for row in start.object.getCellRangeByPosition(0, 0, 1, 40).getDataArray()
                           if row[0] == "Fingerprint")
        for row, department in enumerate(("marketing", "sales")):
            for column, text in enumerate((department, "Sato", "2026-10-01", f"'{fingerprint}")):
                sheet.object.getCellByPosition(column, signoffs - 1 + row).setFormula(text)
        run(self.office, "recalculate", document)
        deck = Deck(document)
        deck.wait("Playbook", "✓ agreed by both")
        sheet.formula(f"D{rules}", "35")
        deck.wait("Playbook", "Changed since 2026-10-01: 1\n· changed points of rule \"Employees >= 100\" of Hot lead "
                              "from 30 to 35")

    def test_the_log_says_what_commands_did_and_the_report_ends_with_it(self):
        log = self.office.directory / "profile/user/kakehashi.log"
        reason(self.office, "new", fiscalYearStarts="soon")
        self.new_workbook()
        lines = log.read_text().splitlines()
        self.assertTrue(any("Loaded: Kakehashi " in line and "LibreOffice " in line for line in lines), lines)
        self.assertIn("new: done: The team workbook is ready.", lines[-1])
        self.assertIn("new: not done: fiscalYearStarts", lines[-2])
        self.configure("Options", Log=False)
        self.new_workbook()
        self.assertEqual(log.read_text().splitlines(), lines)


if __name__ == "__main__":
    unittest.main()

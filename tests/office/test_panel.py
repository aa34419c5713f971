"""The deck Kakehashi in the sidebar: what its panels say to those who see them and to those who hear them, and that they
follow the document, the cursor and every change; without a screen, and on one."""

import time
import unittest

import uno  # before what it imports
from com.sun.star.uno import Exception as UnoException

import browser
from calc import Document
from desktop import Desktop, missing
from commands import run
from material import OXT, catalogue
from office import Office
from test_examples import build
from waiting import wait_until

PANELS = ("Goals", "Funnel", "Lead", "Playbook", "Why")
BUTTON, DROP_DOWN, PICTURES = 44, 7, (23, 28)  # com.sun.star.accessibility.AccessibleRole
TEXTS = (30, 40)  # labels; LibreOffice 7.4 says that of links too, 25.2 calls them panels
ENABLED, FOCUSABLE, FOCUSED = 7, 10, 11  # com.sun.star.accessibility.AccessibleStateType


class Deck:
    """The deck of a document's window, opened. LibreOffice 7.4 crashes if it is asked for its decks again and again, or for
    panels that are just being made: so each is asked for once, and a moment later."""

    def __init__(self, document):
        sidebar = document.component.CurrentController.getSidebar()
        sidebar.setVisible(True)
        sidebar.showDecks(True)
        self.decks = {name: sidebar.getDecks().getByName(name) for name in ("KakehashiDeck", "NavigatorDeck")}
        self.open()
        self.panels = {name: self.decks["KakehashiDeck"].getPanels().getByName(f"Kakehashi{name}Panel") for name in PANELS}
        for name in PANELS:
            wait_until(lambda: self.says(name), lambda: f"the panel {name} does not come")

    def open(self, name="KakehashiDeck"):
        if not self.decks[name].isActive():
            self.decks[name].activate(True)
        time.sleep(1)

    def controls(self, name):
        """Of a panel, as the accessibility API gives them, in their order."""
        context = self.panels[name].getDialog().getAccessibleContext()
        return [context.getAccessibleChild(i).getAccessibleContext() for i in range(context.getAccessibleChildCount())]

    def says(self, name):
        try:
            return "\n".join(control.getAccessibleName() for control in self.controls(name))
        except (UnoException, AttributeError):
            return ""  # the panel is not made yet, or just made anew

    def buttons(self, name):
        """{label: whether it can be pressed}"""
        return {control.getAccessibleName(): has_state(control, ENABLED) for control in self.controls(name)
                if control.getAccessibleRole() == BUTTON}

    def press(self, name, label):
        next(control for control in self.controls(name) if control.getAccessibleName() == label).doAccessibleAction(0)

    def wait(self, name, text):
        """Until the panel says it: panels refresh a moment after a change."""
        wait_until(lambda: text in self.says(name), lambda: f"{name} does not say “{text}”, but:\n{self.says(name)}")


def has_state(control, state):
    states = control.getAccessibleStateSet()
    if isinstance(states, int):  # LibreOffice 7.5 and later
        return bool(states & 1 << (state - 1))
    return states.contains(state)


def tab_stops(deck, name):
    """Controls of a panel that Tab should come to. To the accessibility API links are labels like others."""
    links = {control.Model.Label for control in deck.panels[name].getDialog().getControls()
             if control.Model.supportsService("com.sun.star.awt.UnoControlFixedHyperlinkModel")}
    return [control for control in deck.controls(name)
            if control.getAccessibleRole() == DROP_DOWN or control.getAccessibleName() in links
            or control.getAccessibleRole() == BUTTON and has_state(control, ENABLED)]


def focused(deck):
    return [(name, control.getAccessibleName()) for name in PANELS for control in deck.controls(name)
            if has_state(control, FOCUSED)]


class Window:
    """A kind of window, and what holds in all of them."""

    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(cls.start())

    def open(self):
        document = self.office.new_document(hidden=False)
        self.addCleanup(document.close)
        return document

    def example(self):
        """The document of the reference's examples, and its deck."""
        document = self.open()
        build(document, catalogue()["document"])
        document.name_range("KakehashiLeads", document.sheet("Leads"), "A1")
        document.component.CurrentController.setActiveSheet(document.sheet("LeadRows").object)
        return document, Deck(document)

    def select(self, document, address):
        document.component.CurrentController.select(document.sheet("LeadRows").cells(address))

    def test_the_panels_follow_the_document_the_cursor_and_changes(self):
        document, deck = self.example()
        deck.wait("Funnel", self.funnel)
        self.assertIn(self.goals, deck.says("Goals"))
        self.assertIn("Example v1", deck.says("Playbook"))
        self.select(document, "B7")
        deck.wait("Lead", "Fuji · L-06")
        self.assertIn(self.qualifies, deck.says("Lead"))
        document.sheet("LeadRows").formula("D7", "10")
        deck.wait("Lead", self.falls_short)
        self.select(document, "A2:Q2")
        deck.wait("Lead", "Asahi · L-01")
        document.sheet("LeadRows").formula("F13", "")
        deck.wait("Funnel", self.changed_funnel)
        self.assertTrue(self.office.alive())

    funnel, changed_funnel = "Entered in 2026 Q2\nLead: 3", "Entered in 2026 Q2\nLead: 2"
    goals = "Revenue"
    qualifies, falls_short = "Hot lead: yes\n✓ Employees ≥ 100 (1,000) +40", "Hot lead: no"


class Headless(Window, unittest.TestCase):
    @staticmethod
    def start():
        return Office(OXT, environment=browser.ENVIRONMENT)

    def test_an_empty_workbook_says_what_to_do_and_has_the_button_that_does_it(self):
        deck = Deck(self.open())
        self.assertIn("1. Make a team workbook", deck.says("Goals"))
        for name in PANELS[1:-1]:
            self.assertIn("No leads yet", deck.says(name))
            self.assertEqual(deck.buttons(name), {"New Team Workbook": True, "Import…": True})
        before = self.documents()
        deck.press("Funnel", "New Team Workbook")
        wait_until(lambda: len(self.documents()) > len(before), lambda: "no workbook came")
        made = next(document for document in self.documents() if document not in before)
        self.addCleanup(made.close, True)
        Deck(Document(self.office, made)).wait("Funnel", "The lead list is empty")

    def documents(self):
        components = self.office.desktop.Components.createEnumeration()
        found = []
        while components.hasMoreElements():
            found.append(components.nextElement())
        return found

    def test_the_buttons_offer_what_the_lead_is_ready_for(self):
        document, deck = self.example()
        for cell, offered in (("A7", "Hand Off"), ("A12", "Accept Reject…"), ("A2", "")):
            self.select(document, cell)
            deck.wait("Lead", document.sheet("LeadRows").shown(cell))
            self.assertEqual(" ".join(label for label, enabled in deck.buttons("Lead").items() if enabled), offered)
        self.select(document, "A1")
        deck.wait("Lead", "No lead selected")
        run(self.office, "handOff", document, ids="L-06")
        controller = document.component.CurrentController
        controller.select(document.sheet("Hand-off cards").cells("B4"))
        deck.wait("Lead", "Fuji · L-06")
        deck.wait("Lead", "Next: sales accepts or rejects")

    def test_several_lead_lists_are_named(self):
        document, deck = self.example()
        document.component.NamedRanges.removeByName("KakehashiLeads")
        document.sheet("LeadRows").formula("D7", "10")
        deck.wait("Funnel", "Give the one that counts the name KakehashiLeads")

    def test_errors_in_cells_have_their_reason_and_a_link(self):
        document, deck = self.example()
        deck.wait("Why", "No cell of this workbook shows an error")
        document.sheet("LeadRows").formula("T1", '=LEAD.COUNT(Leads;"Nothing = 1")')
        deck.wait("Why", "LeadRows.T1  #N/A\n")
        self.assertIn("Nothing", deck.says("Why"))
        deck.press("Why", "Copy for a report")
        clipboard = self.office.service("com.sun.star.datatransfer.clipboard.SystemClipboard")
        wait_until(lambda: clipboard.getContents() is not None, lambda: "nothing is copied")
        flavors = clipboard.getContents().getTransferDataFlavors()
        text = clipboard.getContents().getTransferData(
            next(flavor for flavor in flavors if flavor.MimeType.startswith("text/plain;charset=utf-16")))
        self.assertTrue(text.startswith("Kakehashi "))
        self.assertIn('=LEAD.COUNT(Leads', text)  # with the separator of the region

    def test_each_cell_has_its_own_reason_whatever_other_cells_with_the_same_function_and_error_say(self):
        document, deck = self.example()
        rows = document.sheet("LeadRows")
        rows.formula("S1", "ordinary")
        reasons = (  # in the order in which they are typed: the later ones have the same function and error
            ('=LEAD.COUNT(Leads;"foo =")', "Err:502", "Character 6, at the end"),
            ('=FUNNEL.COUNT(Leads;"MQX")', "#N/A", "MQX"),
            ('=FUNNEL.COUNT(S1;"MQL")', "#N/A", "LeadRows.S1, given as “leads”, is no handle and no table"),
            ('=LEAD.COUNT(Playbook;"Amount > 5")', "Err:502", "this cell holds a playbook"),
            ('=1+LEAD.COUNT(Leads;"[X "&A2&"] = 1")', "#N/A", "X L-01"),
            ('=LEAD.QUALIFIES(Leads;"Hot lead")', "Err:504", "“id” is missing: LEAD.QUALIFIES("),
            ('=LEAD.QUALIFIES("abc";"Hot lead";"L-01")', "Err:504", '“leads” must be a cell or a range, not "abc"'),
            ('=LEAD.COUNT(T1;"Source = Web")', "Err:502", "LeadRows.T1, given as “leads”, holds an error itself"),
            ('=IF(A2="";"";FUNNEL.COUNT(Leads;"MQU"))', "#N/A", "MQU"),
            # Which of them Calc takes is not known: no reason but the formula.
            ('=IF(1;FUNNEL.COUNT(Leads;"MQV");FUNNEL.COUNT(Leads;"MQW"))', "#N/A", "=IF(1"),
        )
        for row, (formula, _, _) in enumerate(reasons, 1):
            rows.formula(f"T{row}", formula)
        deck.wait("Why", f"LeadRows.T{len(reasons)}")
        said = deck.says("Why").split("\n")
        for row, (formula, shown, reason) in enumerate(reasons, 1):
            self.assertIn(reason, said[said.index(f"LeadRows.T{row}  {shown}") + 1], formula)

    def test_the_playbook_panel_names_columns_that_the_leads_do_not_have(self):
        document, deck = self.example()
        deck.wait("Playbook", "✓ No problems")
        document.sheet("LeadRows").formula("D1", "Staff")
        deck.wait("Playbook", 'There is no column "Employees"')

    def test_everything_has_a_name_and_buttons_can_be_reached_with_the_keyboard(self):
        document, deck = self.example()
        self.select(document, "B7")
        deck.wait("Lead", "Fuji")
        for name in PANELS:
            for control in deck.controls(name):
                self.assertTrue(control.getAccessibleName(), f"{name}: role {control.getAccessibleRole()}")
                self.assertIn(control.getAccessibleRole(), (DROP_DOWN, BUTTON, *TEXTS, *PICTURES), control.getAccessibleName())
                if control.getAccessibleRole() == BUTTON and has_state(control, ENABLED):
                    self.assertTrue(has_state(control, FOCUSABLE), control.getAccessibleName())
        pictures = [name for name in PANELS for control in deck.controls(name)
                    if control.getAccessibleRole() in PICTURES]
        self.assertEqual(pictures, ["Goals", "Funnel", "Lead"])

    def test_what_changes_while_the_deck_is_away_is_there_when_it_comes_back(self):
        document, deck = self.example()
        deck.wait("Funnel", self.funnel)
        deck.open("NavigatorDeck")
        document.sheet("LeadRows").formula("F13", "")
        deck.open()
        deck.wait("Funnel", self.changed_funnel)

    def test_documents_come_and_go_while_the_deck_is_open(self):
        for _ in range(3):
            documents = [self.office.new_document(hidden=False) for _ in range(2)]
            for document in documents:
                build(document, catalogue()["document"])
                deck = Deck(document)
                deck.open("NavigatorDeck")
                deck.open()
            for document in documents:
                document.close()
        self.assertTrue(self.office.alive())


@unittest.skipIf(missing("gen"), f"SKIPPED: no {missing('gen')} here")
class OnAScreen(Window, unittest.TestCase):
    """In windows that LibreOffice draws itself, in Japanese; those of gtk3 are in test_window."""

    @staticmethod
    def start():
        return Desktop(OXT, None, plugin="gen", ui_language="ja", environment=browser.ENVIRONMENT)

    funnel, changed_funnel = "2026年第2四半期流入\nLead：3件", "2026年第2四半期流入\nLead：2件"
    qualifies, falls_short = "Hot lead：該当\n✓ Employeesが100以上 (1,000) +40", "Hot lead：非該当（"

    def test_f1_opens_the_page_of_the_function_in_the_cell_and_of_the_panel(self):
        document, deck = self.example()
        document.sheet("LeadRows").formula("T1", "=ROUND(LEAD.COUNT(Leads);0)")
        document.component.CurrentController.ComponentWindow.setFocus()
        self.select(document, "T1")
        self.press_f1("LEAD.COUNT.html")
        for panel in ("Why", "Funnel"):
            self.focus(deck, panel)
            self.press_f1(f"panel.{panel.lower()}.html")

    def test_tab_walks_through_all_panels_in_reading_order_and_enter_does_what_a_click_does(self):
        document, deck = self.example()
        self.select(document, "B7")
        document.sheet("LeadRows").formula("T1", '=LEAD.COUNT(Leads;"Nothing = 1")')
        deck.wait("Lead", "Fuji")
        deck.wait("Why", "T1")
        wanted = [(name, control.getAccessibleName()) for name in PANELS for control in tab_stops(deck, name)]
        self.assertEqual({name for name, _ in wanted}, set(PANELS))  # one without would keep the focus for ever
        tab_stops(deck, "Goals")[0].grabFocus()
        wait_until(lambda: focused(deck), lambda: "nothing has the focus")
        seen = focused(deck)
        for _ in range(40):  # the panels' title bars are between them
            if seen == wanted:
                break
            self.office.press("Tab")
            seen += [control for control in focused(deck) if control not in seen]
        self.assertEqual(seen, wanted)
        next(control for control in deck.panels["Goals"].getDialog().getControls()
             if getattr(control.Model, "Label", "") == "目標表へ").setFocus()
        wait_until(lambda: ("Goals", "目標表へ") in focused(deck), lambda: "the link does not take the focus")
        self.office.press("Return")
        wait_until(lambda: document.component.CurrentController.ActiveSheet.Name == "GoalRows",
                   lambda: "the link does not lead to the goals")

    def focus(self, deck, panel):
        """A drop-down or a button."""
        controls = deck.panels[panel].getDialog().getControls()
        next(control for control in controls if hasattr(control, "addActionListener")).setFocus()

    def press_f1(self, page):
        browser.forget(self.office)
        self.office.press("F1")
        self.assertEqual(browser.shown(self.office).split("/help/ja/")[1], page)


if __name__ == "__main__":
    unittest.main()

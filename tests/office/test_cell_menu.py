"""The context menu of cells: on a lead what can be done with it, on a formula of ours its help, elsewhere nothing."""

import unittest

import uno  # noqa: F401 (the interfaces below come through it)
import unohelper
from com.sun.star.beans import XPropertySet
from com.sun.star.container import XIndexContainer
from com.sun.star.lang import XMultiServiceFactory
from com.sun.star.ui import ContextMenuExecuteEvent

from material import OXT
from office import Office

LEADS = [["ID", "Source", "Employees"], ["L-1", "Web", 240], ["L-2", "Web", 80]]


class Entry(unohelper.Base, XPropertySet):
    def __init__(self):
        self.values = {}

    def getPropertySetInfo(self):
        return None

    def setPropertyValue(self, name, value):
        self.values[name] = value

    def getPropertyValue(self, name):
        return self.values[name]


class Menu(unohelper.Base, XIndexContainer, XMultiServiceFactory):
    """As LibreOffice hands it to interceptors."""

    def __init__(self):
        self.entries = []

    def insertByIndex(self, at, entry):
        self.entries.insert(at, entry)

    def getByIndex(self, at):
        return self.entries[at]

    def getCount(self):
        return len(self.entries)

    def createInstance(self, name):
        return Menu() if name.endswith("Container") else Entry()


class CellMenu(unittest.TestCase):
    language = "en-US"
    title, labels = "Kakehashi", ["Hand Off", "Accept", "Reject…"]

    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(OXT, cls.language))

    def setUp(self):
        self.document = self.enterContext(self.office.new_document())
        self.sheet = self.document.sheet()
        self.sheet.put("A1", LEADS)
        self.sheet.formula("E1", "=LEAD.TABLE(A1:C9)")

    def commands(self, address):
        """(label, command) of the submenu's entries at that cell."""
        view = self.document.component.CurrentController
        view.select(self.sheet.cells(address))
        menu = Menu()
        event = ContextMenuExecuteEvent()
        event.ActionTriggerContainer = menu
        event.Selection = view
        action = self.office.service("org.kakehashi.CellMenu").notifyContextMenuExecute(event)
        self.assertEqual(action.value, "CONTINUE_MODIFIED" if menu.entries else "IGNORED")
        if not menu.entries:
            return []
        _, entry = menu.entries  # a line before it
        self.assertEqual(entry.getPropertyValue("Text"), self.title)
        submenu = entry.getPropertyValue("SubContainer")
        entries = [submenu.getByIndex(i) for i in range(submenu.getCount())]
        return [(entry.getPropertyValue("Text"), entry.getPropertyValue("CommandURL")) for entry in entries]

    def test_offers_what_can_be_done_at_the_cell(self):
        lead = list(zip(self.labels, ["org.kakehashi:handOff", "org.kakehashi:accept", "org.kakehashi:reject"]))
        self.assertEqual(self.commands("B3"), lead)
        self.assertEqual(self.commands("E3"), lead)  # beside the list, as the command takes it
        self.assertEqual(self.commands("A1"), [], "the headers")
        self.assertEqual(self.commands("A5"), [], "a blank row")
        self.assertEqual([url for _, url in self.commands("E1")], ["org.kakehashi:help"])
        self.sheet.put("A4", [["", "Web", 7]])
        self.assertEqual(self.commands("C4"), lead, "a lead without an id")


class Japanese(CellMenu):
    language = "ja"
    title, labels = "架け橋", ["引き渡し", "受け入れ", "却下..."]


if __name__ == "__main__":
    unittest.main()

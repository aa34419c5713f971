"""Driving a dialog from a test, as assistive programs do: by the names that people read and hear.

Needs an office with windows: Office(display="unseen").
"""

import threading

from com.sun.star.lang import IllegalArgumentException

from commands import run
from waiting import wait_until

BUTTON, LABEL, SCROLL_BAR = 44, 30, 50  # com.sun.star.accessibility.AccessibleRole
DIALOGS = (12, 1)  # DIALOG, ALERT
PANELS = (40, 17)  # PANEL, FILLER


def can_be_driven(office):
    """LibreOffice 26.8 gives the accessible contexts of its windows to no one outside."""
    toolkit = office.service("com.sun.star.awt.Toolkit")
    with office.new_document():
        return hasattr(toolkit.getTopWindow(0), "getAccessibleContext")


class Dialog:
    """The dialog that a command shows, while the command runs in another thread.

        with Dialog(office, "import", document, **{"from": path}) as dialog:
            dialog.choose("Separator", "semicolon")
            dialog.press("OK")
        assert "2 rows" in dialog.outcome
    """

    def __init__(self, office, command, document, **arguments):
        self.toolkit = office.service("com.sun.star.awt.Toolkit")
        self.outcome = None
        self.before = self._windows()
        self.thread = threading.Thread(target=self._run, args=(office, command, document, arguments), daemon=True)

    def __enter__(self):
        self.thread.start()
        self.window = wait_until(lambda: self._new_window() or self._over(), lambda: "no dialog")
        return self

    def __exit__(self, kind, *_):
        if kind:
            self.end()
        wait_until(self._ended, lambda: "the command does not end")

    def _ended(self):
        self.thread.join(0.2)
        if self.thread.is_alive() and (box := self._new_window()):
            self._press(box, "OK")  # the message about what came of it
        return not self.thread.is_alive()

    def _run(self, office, command, document, arguments):
        try:
            self.outcome = run(office, command, document, interactive="yes", **arguments)
        except IllegalArgumentException as error:
            self.outcome = error.Message

    # --- what is there

    def title(self):
        return self.window.getAccessibleContext().getAccessibleName()

    def texts(self):
        """Of the labels."""
        return [name for name, role, _ in self._children(self.window) if role == LABEL]

    def wait_for_text(self, beginning):
        """Until a label begins so."""
        wait_until(lambda: any(text.startswith(beginning) for text in self.texts()), lambda: f"no “{beginning}”, but {self.texts()}")

    def plain_texts(self):
        """Of the labels, without accessibility."""
        return [peer.getText() for peer in self.window.getWindows() if hasattr(peer, "setAlignment")]

    def names(self):
        """Of what can be used, as assistive programs read them."""
        return [name for name, role, _ in self._children(self.window) if role not in (LABEL, SCROLL_BAR)]

    def items(self, name):
        return list(self._control(name).getItems())

    def selected(self, name):
        return self._control(name).getSelectedItem()

    def is_enabled(self, name):
        return self._control(name).isEnabled()

    # --- what people do

    def choose(self, name, item):
        """The item of a list that begins so; fails if it has none."""
        control = self._control(name)
        control.selectItemPos([found.startswith(item) for found in control.getItems()].index(True), True)

    def write(self, name, text):
        self._control(name).setText(text)

    def press(self, name):
        if not self._press(self.window, name):
            raise AssertionError(f"no button {name}, but {self.names()}")

    def end(self):
        """As the window manager's button does; works without accessibility too."""
        self.window.endDialog(0)

    # --- below

    def _windows(self):
        return [self.toolkit.getTopWindow(i) for i in range(self.toolkit.getTopWindowCount())]

    def _new_window(self):
        for window in self._windows():
            if window in self.before:
                continue
            if not hasattr(window, "getAccessibleContext"):
                if hasattr(window, "endDialog"):
                    return window
            elif window.getAccessibleContext().getAccessibleRole() in DIALOGS:
                return window
        return None

    def _over(self):
        if not self.thread.is_alive():
            raise AssertionError(f"no dialog, but: {self.outcome}")

    def _children(self, window):
        """(accessible name, role, the control itself)"""
        context = window.getAccessibleContext()
        children = [context.getAccessibleChild(i) for i in range(context.getAccessibleChildCount())]
        return [(child.getAccessibleContext().getAccessibleName(), child.getAccessibleContext().getAccessibleRole(), child)
                for child in children]

    def _control(self, name):
        return next(child for found, role, child in self._children(self.window) if found == name and role != LABEL)

    def _press(self, window, name):
        for found, role, child in self._children(window):
            if found == name and role == BUTTON:
                child.getAccessibleContext().doAccessibleAction(0)
                return True
            if role in PANELS and self._press(child, name):
                return True
        return False

"""Something in place of a browser, which notes the page that LibreOffice asks it to show."""

import time

# LibreOffice prefers this program to xdg-open.
ENVIRONMENT = {"DESKTOP_LAUNCH": """sh -c 'echo "$0" >"$HOME/shown"'"""}
SECONDS = 20


def forget(office):
    (office.directory / "shown").unlink(missing_ok=True)


def shown(office):
    """The address of the page that is opened next, or was since `forget`."""
    file = office.directory / "shown"
    deadline = time.monotonic() + SECONDS
    while not file.exists() or not file.read_text().endswith("\n"):
        if time.monotonic() > deadline:
            raise AssertionError("no page is opened")
        time.sleep(0.05)
    return file.read_text().strip()

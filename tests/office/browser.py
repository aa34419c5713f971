"""Something in place of a browser, which notes the page that LibreOffice asks it to show."""

from waiting import wait_until

# LibreOffice prefers this program to xdg-open.
ENVIRONMENT = {"DESKTOP_LAUNCH": """sh -c 'echo "$0" >"$HOME/shown"'"""}


def forget(office):
    (office.directory / "shown").unlink(missing_ok=True)


def shown(office):
    """The address of the page that is opened next, or was since `forget`."""
    file = office.directory / "shown"
    wait_until(lambda: file.exists() and file.read_text().endswith("\n"), lambda: "no page is opened")
    return file.read_text().strip()

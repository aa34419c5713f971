"""Shows a document in a LibreOffice window that has the extension installed, and waits until it is closed.

    /usr/bin/python3 tests/office/window.py dist/kakehashi.oxt document.ods [--language ja]
"""

import argparse
import os
import sys

from office import Office


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("oxt")
    parser.add_argument("document")
    parser.add_argument("--language", default="en-US")
    options = parser.parse_args()
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        sys.exit("There is no screen to open a window on (DISPLAY is not set).")
    with Office(options.oxt, options.language, display="user", seconds=7 * 24 * 3600) as office:
        office.load(options.document, hidden=False)
        office.wait()


if __name__ == "__main__":
    main()

"""Pictures of the sidebar deck for the README and for those who judge how it looks: light, dark, high contrast, Japanese, at 200 %.

    /usr/bin/python3 tests/office/screenshots.py dist/kakehashi.oxt build/demo/kakehashi-demo docs/images [name …]

Needs Xvfb, ImageMagick and LibreOffice's gtk3 windows.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from commands import run
from office import Office

LEAD_SHEET = {"en-US": "Leads", "ja": "リード一覧"}
LEAD = "L-02769"


class Picture:
    """One file: how the office is started, and what of the screen is kept."""

    def __init__(self, name, screen, language="en-US", scale=1, theme="Adwaita", whole=False):
        self.name = name
        self.language = language
        self.whole = whole
        self.width, self.height = screen
        self.scale = scale
        # LibreOffice sees high contrast by the name in the settings only, which GTK_THEME would hide.
        self.settings = f"[Settings]\ngtk-theme-name={theme}\n" if theme == "HighContrast" else ""
        self.environment = {"SAL_USE_VCLPLUGIN": "gtk3"} | ({} if self.settings else {"GTK_THEME": theme})
        if scale != 1:
            self.environment["GDK_SCALE"] = str(scale)


PICTURES = [
    Picture("window.png", (1400, 1080), whole=True),
    Picture("window.ja.png", (1400, 1080), language="ja", whole=True),
    Picture("deck.png", (1000, 2400)),
    Picture("deck.ja.png", (1000, 2400), language="ja"),
    Picture("deck-dark.png", (1000, 2400), theme="Adwaita:dark"),
    Picture("deck-contrast.png", (1000, 2400), theme="HighContrast"),
    Picture("deck-200.png", (2000, 4800), scale=2),
]


class Screen(Office):
    """An office on a screen of a given size, with a workbook."""

    def __init__(self, picture, oxt, workbook):
        super().__init__(oxt=oxt, ui_language=picture.language, display="own", seconds=240,
                         environment=picture.environment, shows=workbook)
        self.screen_size = (picture.width, picture.height)
        self.gtk_settings = picture.settings

    def _make_profile(self):
        folder = self.directory / ".config/gtk-3.0"
        folder.mkdir(parents=True)
        (folder / "settings.ini").write_text(self.gtk_settings)
        super()._make_profile()


def take(picture, oxt, demo, target):
    edition = ".ja.ods" if picture.language == "ja" else ".ods"
    with Screen(picture, oxt, f"{demo}{edition}") as office:
        document = office.shown_document()
        run(office, "firstSteps", show="no")
        controller = document.component.CurrentController
        window = controller.Frame.ContainerWindow
        window.setPosSize(0, 0, picture.width // picture.scale, picture.height // picture.scale, 15)
        sheet = document.sheet(LEAD_SHEET[picture.language])
        controller.setActiveSheet(sheet.object)
        row = row_of(sheet, LEAD)
        controller.setFirstVisibleRow(row - 20)
        controller.select(sheet.object.getCellByPosition(1, row))
        sidebar = controller.getSidebar()
        sidebar.setVisible(True)
        sidebar.showDecks(True)
        # Properties first, as most people have them: they give the sidebar its usual width.
        for name in ("PropertyDeck", "KakehashiDeck"):
            deck = sidebar.getDecks().getByName(name)
            if not deck.isActive():
                deck.activate(True)
            time.sleep(3)
        if picture.whole:
            deck.getPanels().getByName("KakehashiGoalsPanel").collapse()
            time.sleep(2)
        grab(office, target)
        if not picture.whole:
            panel = deck.getPanels().getByName("KakehashiGoalsPanel").getDialog()
            keep_deck(target, panel.getPosSize().Width, picture)


def row_of(sheet, lead):
    column = sheet.object.getCellRangeByPosition(0, 0, 0, 5000).getDataArray()
    return next(row for row, (cell,) in enumerate(column) if cell == lead)


def grab(office, target):
    subprocess.run(["import", "-window", "root", str(target)], check=True,
                   env=os.environ | {"DISPLAY": f":{office.screen_number}"})


def keep_deck(path, panel_width, picture):
    """The deck, its frame and the bar of decks: without toolbars above and status bar below."""
    above, below, beside = 103, 30, 58
    width = (panel_width + beside) * picture.scale
    height = picture.height - (above + below) * picture.scale
    subprocess.run(["mogrify", "-gravity", "NorthEast", "-crop", f"{width}x{height}+0+{above * picture.scale}", "+repage",
                    str(path)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("oxt")
    parser.add_argument("demo", help="the demo workbook without .ods and .ja.ods")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="of pictures; all if left out")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if options.names and picture.name not in options.names:
            continue
        take(picture, options.oxt, options.demo, options.folder / picture.name)
        print(options.folder / picture.name, flush=True)


if __name__ == "__main__":
    sys.exit(main())

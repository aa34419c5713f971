"""A desktop that nobody sees, with LibreOffice's real window on it: used with keys, read as a screen reader does.

    with Desktop(oxt, "demo.ods") as desktop:
        desktop.press("F6")
        desktop.write("240")
        desktop.find("push button", "Hand Off").click()

Needs Xvfb, openbox, xdotool, a D-Bus daemon and AT-SPI with its Python binding; `missing()` names what is not there.
"""

import importlib.util
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

from office import Office, _end, _identity
from waiting import wait_until

PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
SECONDS = 60  # for the longest answer of the screen reader
SCREEN_READER = Path(__file__).with_name("screen_reader.py")
WINDOWS = """<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application type="normal"><decor>no</decor></application>
</applications></openbox_config>"""
# By their numbers: with the keyboard layouts of Debian testing, xdotool presses more than such a key.
FUNCTION_KEYS = {f"F{n}": str(66 + n) for n in range(1, 11)}


def missing(plugin):
    """What a window of that plugin (`gtk3`, `gen`) would need and this machine does not have; empty if it has all."""
    found = [program for program in PROGRAMS if not shutil.which(program)]
    if not importlib.util.find_spec("gi"):
        found.append("python3-gi")
    program = Path(shutil.which("soffice") or ".").resolve().parent
    if not (program / f"libvclplug_{plugin}lo.so").exists():
        found.append(f"LibreOffice's windows of {plugin}")
    return ", ".join(found)


class Thing:
    """What a screen reader finds on the screen, with what it says of it."""

    def __init__(self, desktop, found, parent=None):
        self.desktop = desktop
        self.parent = parent
        self.role, self.name, self.states, self.path = (found[key] for key in ("role", "name", "states", "path"))
        self.children = [Thing(desktop, child, self) for child in found["children"]]

    def all(self):
        """Itself and what it contains, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()

    def find(self, role, name):
        return next((thing for thing in self.all() if (thing.role, thing.name) == (role, name)), None)

    def click(self):
        """As screen readers do it, without a mouse."""
        self.desktop.read("click", *map(str, self.path))


class Desktop(Office):
    """An office in whose window a workbook is open, an empty one if it is None."""

    def __init__(self, oxt, workbook, plugin="gtk3", environment=None, **options):
        super().__init__(oxt, display="own", shows=workbook,
                         environment={"SAL_USE_VCLPLUGIN": plugin, "NO_AT_BRIDGE": "0"} | (environment or {}), **options)
        self.helpers = []

    def __exit__(self, *arguments):
        self.stop()
        for helper in reversed(self.helpers):
            _end(helper)
            for pipe in filter(None, (helper.stdin, helper.stdout)):
                pipe.close()
        super().__exit__(*arguments)

    def start(self, what="--nodefault", patience=0.1):
        super().start(what if self.shows else "--calc", patience)
        self._fill_screen()
        self._start_reader()

    # --- what people do

    def press(self, *keys):
        """One after another, by X's names: `Tab`, `ctrl+Home`."""
        self._xdotool("key", "--delay", "80", *(FUNCTION_KEYS.get(key, key) for key in keys))
        time.sleep(0.3)

    def write(self, text):
        self._xdotool("type", "--delay", "20", text)

    def go_to(self, address):
        """By the Name Box."""
        self.press("ctrl+shift+t")
        self.write(address)
        self.press("Return")

    # --- what they are told

    def screen(self):
        """Everything that the office shows, without the cells."""
        return Thing(self, self.read("tell"))

    def find(self, role, name):
        """As soon as it is there."""
        return wait_until(lambda: self.screen().find(role, name), lambda: f"there is no {role} “{name}”")

    def read(self, *arguments):
        """Asks the screen reader, which must belong to the same user as the office."""
        self.reader.stdin.write(" ".join(arguments) + "\n")
        self.reader.stdin.flush()
        ready, _, _ = select.select([self.reader.stdout], [], [], SECONDS)
        said = json.loads(ready and self.reader.stdout.readline() or '{"error": "no answer"}')
        if "error" in said:
            raise AssertionError(f"the screen reader failed: {said['error']}\n{self.output()}")
        return said["answer"]

    # --- below

    def surroundings(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.directory), "XDG_RUNTIME_DIR": str(self.directory),
                "LANG": "C.UTF-8", "DISPLAY": f":{self.screen_number}", "DBUS_SESSION_BUS_ADDRESS": self._bus()}

    def _fill_screen(self):
        """LibreOffice makes its new window as small as one button, now and then after somebody else has sized it. A panel that has
        no place in it takes the focus all the same, and every key is lost."""
        window = self._xdotool("search", "--sync", "--onlyvisible", "--name", " LibreOffice Calc$").split()[0]
        size = list(map(str, self.screen_size))
        seen = []

        def stays():
            shown = dict(line.split("=") for line in self._xdotool("getwindowgeometry", "--shell", window).splitlines())
            seen.append([shown["WIDTH"], shown["HEIGHT"]] == size and self.desktop.getCurrentComponent() is not None)
            if not seen[-1]:
                self._xdotool("windowmove", window, "0", "0", "windowsize", window, *size)
            return len(seen) > 5 and all(seen[-5:])

        wait_until(stays, lambda: "the window does not take the size of the screen")

    def _xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], check=True, env=self.surroundings(), timeout=60, text=True,
                              stdout=subprocess.PIPE).stdout

    def _bus(self):
        return f"unix:path={self.directory}/bus"

    def _start_screen(self):
        super()._start_screen()
        self._help("dbus-daemon", "--session", "--nofork", f"--address={self._bus()}")
        (self.directory / "openbox.xml").write_text(WINDOWS)
        self._help("openbox", "--config-file", str(self.directory / "openbox.xml"))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        wait_until((self.directory / "bus").exists, lambda: "the D-Bus daemon does not start")

    def _start_reader(self):
        program = self.share(SCREEN_READER)
        self.reader = self._help(sys.executable, "-B", str(program), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _help(self, *command, **pipes):
        with open(self.directory / "desktop.log", "ab") as log:
            pipes = {"stdin": subprocess.DEVNULL, "stdout": log} | pipes
            self.helpers.append(subprocess.Popen(command, stderr=log, cwd=self.directory, env=self.surroundings(),
                                                 start_new_session=True, **pipes, **_identity()))
        return self.helpers[-1]

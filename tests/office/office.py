"""A LibreOffice of our own for tests, demo and bench: private profile, extension installed, nothing left behind.

    with Office(oxt="dist/kakehashi.oxt") as office:
        document = office.new_document()                  # calc.Document
        sheet = document.sheet()
        sheet.put("A1", [["id", "Amount"], ["L-1", 1200]])
        sheet.formula("D1", "=LEAD.TABLE(A1:B2)")
        assert sheet.result("D1")

Needs the Python that LibreOffice's UNO bindings belong to (on Debian /usr/bin/python3). Started as root, soffice runs
as `nobody`, because unopkg refuses root; files it shall read or write must then lie in `office.directory`, which
`load`, `store` and `share` see to.
"""

import atexit
import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.uno import RuntimeException

from calc import Document

NOBODY = 65534
START_SECONDS = 120
UI_LANGUAGE = (
    '<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse">'
    "<value>{0}</value></prop></item>"
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>{1}</value></prop></item>"
)
REGIONS = {"ja": "ja-JP", "en-US": "en-US"}


class OfficeError(Exception):
    """soffice or unopkg did not do what was asked; the message holds their output."""


def soffice_version():
    """As text, for example `7.4.7.2`."""
    shown = subprocess.run(["soffice", "--version"], capture_output=True, text=True, timeout=60, **_identity())
    return re.search(r"\d+(\.\d+)+", shown.stdout).group()


def properties(**values):
    """The sequence of PropertyValue that UNO calls take: properties(Hidden=True)."""
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    """Context manager. `oxt` may be None, or several; `ui_language` is `en-US` or `ja` (needs libreoffice-l10n-ja); `display` gives
    it windows: `own` on a screen nobody sees (needs xvfb), `unseen` on none at all, `user` on the user's; after `seconds` everything is ended,
    so that nothing hangs. `shows`: a workbook that soffice opens itself when it starts, since a gtk3 window that another process asks
    for now and then waits for ever."""

    def __init__(self, oxt=None, ui_language="en-US", display=None, seconds=900, environment=None, shows=None):
        self.oxts = [Path(path).resolve() for path in ([oxt] if isinstance(oxt, (str, Path)) else oxt or [])]
        for missing in (path for path in self.oxts if not path.exists()):
            raise OfficeError(f"{missing} is not there; ./dev package makes it")
        self.ui_language = ui_language
        self.display = display
        self.seconds = seconds
        self.environment = environment or {}
        self.shows = shows
        self.screen_size = (1400, 1000)
        self.directory = None  # belongs to the user that soffice runs as, and vanishes at the end
        self.desktop = None
        self.context = None
        self._process = None
        self._screen = None
        self._watchdog = None

    def __enter__(self):
        self.directory = _private_directory()
        _end_in_good_order(self.__exit__)
        try:
            if self.display == "own":
                self._start_screen()
            self._make_profile()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        atexit.unregister(self.__exit__)
        self.stop()
        if self._screen:
            _end(self._screen)
        shutil.rmtree(self.directory, ignore_errors=True)

    # --- documents

    def shown_document(self):
        """The one that soffice has opened itself, as soon as it stands there."""
        while not (component := self.desktop.getCurrentComponent()):
            time.sleep(0.5)
        time.sleep(3)
        return Document(self, component)

    def new_document(self, hidden=True):
        return self._open("private:factory/scalc", hidden)

    def load(self, path, hidden=True, **options):
        """Opens a file; one outside `directory` is copied there first. `options` as for loadComponentFromURL, for
        example FilterName="Text - txt - csv (StarCalc)", FilterOptions="44,34,76"."""
        return self._open(uno.systemPathToFileUrl(str(self.share(path))), hidden, **options)

    def store(self, document, path, filter_name="calc8"):
        """`calc8` (.ods), `calc_pdf_Export` (.pdf), "Calc MS Excel 2007 XML" (.xlsx). The document stays what it was."""
        path = Path(path).resolve()
        inside = self.directory in path.parents
        target = path if inside else self.directory / f"{uuid.uuid4().hex}{path.suffix}"
        document.component.storeToURL(uno.systemPathToFileUrl(str(target)), properties(FilterName=filter_name))
        if not inside:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, path)
            target.unlink()
        return path

    def share(self, path):
        """A copy of the file in `directory`, which soffice can read and write; a file that is there already is kept."""
        path = Path(path).resolve()
        if self.directory in path.parents:
            target = path
        else:
            target = self.directory / path.name
            shutil.copyfile(path, target)
        if os.geteuid() == 0:
            os.chown(target, NOBODY, NOBODY)
        return target

    def service(self, name, *arguments):
        """An instance of a UNO service, such as com.sun.star.sheet.FunctionDescriptions."""
        manager = self.context.ServiceManager
        if arguments:
            return manager.createInstanceWithArgumentsAndContext(name, arguments, self.context)
        return manager.createInstanceWithContext(name, self.context)

    def function_descriptions(self):
        """What the function wizard knows: {name: {"Description": …, "Arguments": (FunctionArgument, …), …}}."""
        table = self.service("com.sun.star.sheet.FunctionDescriptions")
        entries = ({item.Name: item.Value for item in table.getByIndex(i)} for i in range(table.getCount()))
        return {entry["Name"]: entry for entry in entries}

    def _open(self, url, hidden, **options):
        hidden = hidden and not self.display
        options.setdefault("MacroExecutionMode", 0)
        component = self.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=hidden, **options))
        if component is None:
            raise OfficeError(f"soffice could not open {url}")
        return Document(self, component)

    # --- process

    def start(self, what="--nodefault", patience=0.1):
        """Starts soffice with the profile and connects, trying every `patience` seconds. Called by `with`; again after
        `stop` or a crash. `what`: nothing open, or `--calc`."""
        address = self._address()
        self._process = self._spawn(
            ["soffice", self._profile_option(), "--norestore", "--nologo", what, f"--accept={address};urp;"]
            + ([] if self.display else ["--headless"]) + ([str(self.share(self.shows))] if self.shows else [])
        )
        self._watchdog = threading.Timer(self.seconds, _end, [self._process])
        self._watchdog.daemon = True
        self._watchdog.start()
        self.context = self._connect(address, patience)
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def stop(self):
        """Ends soffice in good order, or by a signal if it does not answer."""
        if not self._process:
            return
        with contextlib.suppress(DisposedException, RuntimeException, AttributeError):
            with self.time_limit(20):
                self.desktop.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(20)
        _end(self._process)
        self._watchdog.cancel()
        self._process = self.context = self.desktop = None
        (self.directory / "profile/.lock").unlink(missing_ok=True)

    def wait(self):
        """Until the user has closed it."""
        self._process.wait()

    def restart(self):
        self.stop()
        self.start()

    def has_loaded(self, library):
        """Whether soffice has the library, such as `libkakehashi.so`, in its memory."""
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if os.getpgid(int(process.name)) == self._process.pid and f"/{library}\n" in (process / "maps").read_text():
                    return True
        return False

    def alive(self):
        return self._process is not None and self._process.poll() is None

    @contextlib.contextmanager
    def time_limit(self, seconds):
        """Ends soffice if the block takes longer: the call that hangs then fails with DisposedException."""
        timer = threading.Timer(seconds, _end, [self._process])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def output(self):
        """What soffice and unopkg have written to stdout and stderr so far."""
        return (self.directory / "output.log").read_text(errors="replace")

    def _make_profile(self):
        # An extension added to a profile that soffice has never started with loses its registration at the first start.
        (self.directory / "first.csv").write_text("a\n")
        self._run(["soffice", self._profile_option(), "--headless", "--norestore", "--nologo", "--convert-to", "ods",
                   "--outdir", str(self.directory), str(self.directory / "first.csv")])
        settings = self.directory / "profile/user/registrymodifications.xcu"
        if not settings.exists():
            raise OfficeError(f"soffice made no profile:\n{self.output()}")
        region = REGIONS.get(self.ui_language, self.ui_language)
        item = UI_LANGUAGE.format(self.ui_language, region)
        settings.write_text(settings.read_text().replace("</oor:items>", item + "</oor:items>"))
        for oxt in self.oxts:
            self._run(["unopkg", "add", "--suppress-license", self._profile_option(), str(self.share(oxt))])

    def _run(self, command):
        process = self._spawn(command)
        try:
            status = process.wait(START_SECONDS)
        except subprocess.TimeoutExpired:
            status = "a time-out"
        finally:
            _end(process)
        if status != 0:
            raise OfficeError(f"{' '.join(command)} ended with {status}:\n{self.output()}")

    def _spawn(self, command):
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.directory),
            "XDG_RUNTIME_DIR": str(self.directory),
            "LANG": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
        } | {name: os.environ[name] for name in ("TZ",) if name in os.environ}
        if self.display == "own":
            environment |= {"SAL_USE_VCLPLUGIN": "gtk3", "DISPLAY": f":{self.screen_number}", "NO_AT_BRIDGE": "1"}
        if self.display == "user":
            environment = dict(os.environ)
        with open(self.directory / "output.log", "ab") as log:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.directory,
                                    env=environment | self.environment, start_new_session=True, **_identity())

    def _profile_option(self):
        return "-env:UserInstallation=" + uno.systemPathToFileUrl(str(self.directory / "profile"))

    def _address(self):
        # A pipe's name contains the user, so root cannot reach one of nobody's.
        if os.geteuid() != 0:
            return f"pipe,name=kakehashi{uuid.uuid4().hex}"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return f"socket,host=127.0.0.1,port={probe.getsockname()[1]},tcpNoDelay=1"

    def _connect(self, address, patience):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return resolver.resolve(f"uno:{address};urp;StarOffice.ComponentContext")
            except NoConnectException:
                if not self.alive() or time.monotonic() > deadline:
                    raise OfficeError(f"soffice did not start:\n{self.output()}") from None
                time.sleep(patience)

    def _start_screen(self):
        number, write_end = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "{}x{}x24".format(*self.screen_size), "-nolisten", "tcp"],
            pass_fds=[write_end], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(write_end)
        with open(number) as pipe:
            self.screen_number = int(pipe.readline())


def _identity():
    """Whom Popen shall run a program as."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def _private_directory():
    parent = Path(tempfile.gettempdir()).resolve()
    if os.geteuid() == 0 and not all(p.stat().st_mode & 0o001 for p in [parent, *parent.parents]):
        parent = Path("/tmp")
    directory = Path(tempfile.mkdtemp(prefix="kakehashi-", dir=parent))
    if os.geteuid() == 0:
        os.chown(directory, NOBODY, NOBODY)
    return directory


def _end_in_good_order(clean_up):
    """Clean up too where nobody gets to leave the `with` block: a time-out's SIGTERM, Ctrl+C in unittest."""
    atexit.register(clean_up)
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # unittest would swallow SystemExit


def _end(process):
    """Ends a program and everything it started (it leads a session of its own)."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

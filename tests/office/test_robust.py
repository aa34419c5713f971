"""Whatever happens while a command works on a file, the file is the old one or the new one, never half of one:
killed at random moments, a full disk. Cancelled at random moments, or refused, the document is as before.

KAKEHASHI_KILLS and KAKEHASHI_CANCELS say how often (6 kills, 3 cancels of each command if not set); KAKEHASHI_SEED
repeats a run.
"""

import collections
import os
import random
import subprocess
import time
import unittest
import zipfile

from commands import call_soffice, differences, reason, run, snapshot, start_soffice
from material import OXT
from office import NOBODY, Office, _end

KILLS = int(os.environ.get("KAKEHASHI_KILLS", "6"))
CANCELS = int(os.environ.get("KAKEHASHI_CANCELS", "3"))
SEED = int(os.environ.get("KAKEHASHI_SEED", random.randrange(10**6)))
ROWS = 400
CANCELLED = "Cancelled; nothing was changed."

running = None  # one office for all; the last tests end it


def setUpModule():
    global running
    random.seed(SEED)
    running = unittest.enterModuleContext(Office(oxt=OXT, seconds=3600))


def export(path, rows, stage="Lead"):
    """A CRM export as people get it."""
    lines = ["ID,Company,Source,Employees,Created,Stage,Amount"]
    lines += [f"L-{i:05},Company {i},{random.choice(['Web', 'Trade show'])},{i * 7 % 500},2026-{i % 9 + 1:02}-05,{stage},{i * 100}"
              for i in range(rows)]
    path.write_text("\n".join(lines) + "\n")
    return path


def team_workbook(office, path):
    """New, with leads in it: the commands alone."""
    run(office, "new", file=str(path), language="en")
    run(office, "import", file=str(path), **{"from": str(export(office.directory / "first.csv", ROWS))})
    return path


class Cancelled(unittest.TestCase):
    """On an open workbook with several sheets, charts and a summary."""

    @classmethod
    def setUpClass(cls):
        cls.office = running
        cls.path = team_workbook(cls.office, cls.office.directory / "cancelled.ods")
        run(cls.office, "summary", file=str(cls.path))
        cls.second = export(cls.office.directory / "second.csv", ROWS + 50, "MQL")

    def steps_of(self, document, command, arguments):
        """How many steps of progress it takes, roughly: beyond twice that it is not cancelled."""
        steps = 1
        while self.was_cancelled(document, command, steps, arguments):
            steps *= 2
        return steps

    def was_cancelled(self, document, command, steps, arguments):
        """Tries it; a command that came to its end is one step of the undo list, and taken back."""
        undo = document.component.UndoManager
        try:
            message = reason(self.office, command, document, cancelAfter=str(steps), **arguments)
        except AssertionError as error:
            self.assertIn("no error", str(error))
            self.assertEqual(len(undo.getAllUndoActionTitles()), 1)
            document.undo()
            undo.clear()
            document.component.setModified(False)
            return False
        self.assertEqual(message, CANCELLED)
        self.assertEqual(undo.getAllUndoActionTitles() + undo.getAllRedoActionTitles(), ())
        return True

    def check(self, command, **arguments):
        with self.office.load(self.path, hidden=False) as document:
            document.component.UndoManager.clear()
            document.component.setModified(False)
            before = snapshot(document)
            most = self.steps_of(document, command, arguments)
            self.assertEqual(differences(before, snapshot(document)), [], f"{command}, undone")
            for _ in range(CANCELS):
                steps = random.randrange(most)
                self.was_cancelled(document, command, steps, arguments)
                self.assertEqual(differences(before, snapshot(document)), [], f"{command}, {steps} steps, seed {SEED}")

    def test_import(self):
        self.check("import", **{"from": str(self.second)})

    def test_summary(self):
        self.check("summary", week="2026-W40")

    def test_check(self):
        self.check("check")

    def test_freeze(self):
        self.check("freeze")

    def test_a_new_workbook_is_closed_again(self):
        count = self.components()
        self.assertEqual(reason(self.office, "new", language="en", cancelAfter="0"), CANCELLED)
        path = self.office.directory / "never.ods"
        self.assertEqual(reason(self.office, "new", language="en", cancelAfter="0", file=str(path)), CANCELLED)
        self.assertEqual(self.components(), count)
        self.assertFalse(path.exists())

    def components(self):
        found = self.office.desktop.Components.createEnumeration()
        count = 0
        while found.hasMoreElements():
            found.nextElement()
            count += 1
        return count


class Refused(unittest.TestCase):
    """A clear message, and nothing changed."""

    @classmethod
    def setUpClass(cls):
        cls.office = running
        cls.path = team_workbook(cls.office, cls.office.directory / "refused.ods")
        run(cls.office, "summary", file=str(cls.path))
        run(cls.office, "check", file=str(cls.path))
        second = export(cls.office.directory / "again.csv", ROWS + 5, "MQL")
        cls.commands = {"import": {"from": str(second)}, "summary": {"week": "2026-W40"}, "check": {}, "freeze": {},
                        "handOff": {"ids": "L-00001"}}

    def refuse(self, document, expected):
        document.component.UndoManager.clear()
        document.component.setModified(False)
        before = snapshot(document)
        for command, arguments in self.commands.items():
            with self.subTest(command):
                self.assertRegex(reason(self.office, command, document, **arguments), expected)
                self.assertEqual(differences(before, snapshot(document)), [])

    def test_protected_sheets(self):
        with self.office.load(self.path, hidden=False) as document:
            for name in document.component.Sheets.ElementNames:
                document.component.Sheets.getByName(name).protect("")
            self.refuse(document, "is protected")

    def test_a_read_only_document(self):
        with self.office.load(self.path, hidden=False, ReadOnly=True) as document:
            self.refuse(document, "open read-only")

    def test_a_workbook_without_leads(self):
        with self.office.new_document(hidden=False) as document:
            for command in ("summary", "check"):
                with self.subTest(command):
                    self.assertIn("LEAD.TABLE", reason(self.office, command, document))

    def test_a_file_that_is_there_is_not_replaced_by_a_new_one(self):
        content = self.path.read_bytes()
        self.assertIn("is there already", reason(self.office, "new", file=str(self.path)))
        self.assertEqual(self.path.read_bytes(), content)


@unittest.skipUnless(os.geteuid() == 0, "SKIPPED: only root can mount a small disk")
class FullDisk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = running
        cls.disk = cls.office.directory / "disk"
        cls.disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size=400k,uid={NOBODY},mode=755", "kakehashi", cls.disk],
                          capture_output=True).returncode != 0:
            raise unittest.SkipTest("SKIPPED: nothing can be mounted here")
        cls.addClassCleanup(subprocess.run, ["umount", "-l", cls.disk], check=True)
        cls.path = cls.disk / "team.ods"
        run(cls.office, "new", file=str(cls.path))
        cls.second = export(cls.office.directory / "full.csv", ROWS)
        cls.original = cls.path.read_bytes()

    def fill(self, free):
        """Leaves about so many bytes free."""
        filler = self.disk / "filler"
        filler.unlink(missing_ok=True)
        left = os.statvfs(self.disk)
        filler.write_bytes(b"x" * max(0, left.f_bavail * left.f_frsize - free))

    def test_the_file_stays_as_it_is_and_the_message_says_why(self):
        for free in (0, 4096, 20000):
            self.fill(free)
            message = reason(self.office, "import", file=str(self.path), **{"from": str(self.second)})
            self.assertRegex(message, "could not be (opened|written): the disk is full.")
            self.assertEqual(self.path.read_bytes(), self.original)
            self.assertEqual(sorted(entry.name for entry in self.disk.iterdir()), ["filler", "team.ods"])
        (self.disk / "filler").unlink()
        run(self.office, "import", file=str(self.path), **{"from": str(self.second)})
        self.assertNotEqual(self.path.read_bytes(), self.original)


class Killed(unittest.TestCase):
    """soffice as cron starts it, ended by SIGKILL. These come last: they need the profile for themselves."""

    @classmethod
    def setUpClass(cls):
        cls.office = running
        cls.path = team_workbook(cls.office, cls.office.directory / "team.ods")
        cls.original = cls.path.read_bytes()
        second = export(cls.office.directory / "killed.csv", 4000, "MQL")
        cls.office.stop()  # the profile is needed
        cls.addClassCleanup(cls.office.start)
        cls.requests = {f"import&file={cls.path}&from={second}": cls.original, f"new&file={cls.path}": None}
        cls.seconds = {}
        for request, before in cls.requests.items():
            cls.restore(before)
            started = time.monotonic()
            output, well = call_soffice(cls.office, request)
            cls.seconds[request] = time.monotonic() - started
            assert well, output
        cls.new = cls.path.parent / f".{cls.path.name}.new"

    @classmethod
    def restore(cls, content):
        cls.path.unlink(missing_ok=True)
        if content is None:
            return
        cls.path.write_bytes(content)
        if os.geteuid() == 0:
            os.chown(cls.path, NOBODY, NOBODY)

    def kill(self, process):
        _end(process)
        (self.office.directory / "profile/.lock").unlink(missing_ok=True)

    def outcome(self, before):
        """`old` or `new`; fails for half a file."""
        if before is None and not self.path.exists():
            return "old"
        if self.path.read_bytes() == before:
            return "old"
        with zipfile.ZipFile(self.path) as archive:
            self.assertIsNone(archive.testzip())
            content = archive.read("content.xml").decode()
        self.assertTrue(content.endswith("</office:document-content>"))
        self.assertEqual("L-03999" in content, before is not None)
        return "new"

    def killed_after(self, request, before, wait):
        self.restore(before)
        process = start_soffice(self.office, request)
        wait(process)
        self.kill(process)
        return self.outcome(before)

    def test_at_a_random_moment(self):
        found = collections.Counter()
        for number in range(KILLS):
            request, before = list(self.requests.items())[number % len(self.requests)]
            moment = random.uniform(0.3, 1.1) * self.seconds[request]
            with self.subTest(request, moment=moment, seed=SEED):
                found[self.killed_after(request, before, lambda _, moment=moment: time.sleep(moment))] += 1
        print(f"{KILLS} kills: {found['old']} left the old file, {found['new']} the new one, none half of one")

    def test_while_it_writes(self):
        def while_writing(process):
            deadline = time.monotonic() + 120
            while not self.new.exists() and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.002)
            time.sleep(random.uniform(0, 0.3))

        for request, before in self.requests.items():
            for _ in range(max(1, KILLS // 10)):
                self.killed_after(request, before, while_writing)
            self.restore(before)
            output, well = call_soffice(self.office, request)  # what is left behind is in nobody's way
            self.assertTrue(well, output)
            self.assertFalse(self.new.exists())


if __name__ == "__main__":
    unittest.main()

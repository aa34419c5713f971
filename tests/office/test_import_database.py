"""Import from Database: a real PostgreSQL, LibreOffice's own driver, 100,000 rows, and what goes wrong."""

import unittest
import zipfile

import uno

from commands import reason, run, snapshot
from material import OXT
from office import Office
from postgres import PASSWORD, USER, Postgres, programs

ROWS = 100_000
TABLE = f"""
create table deals as
select lpad(i::text, 7, '0') as id, '会社 ' || i as company, (i * 10.5)::numeric(12, 2) as amount,
       date '2026-01-01' + i % 300 as created_date, i % 2 = 0 as urgent,
       case when i % 3 = 0 then null else '=' || i end as remark
from generate_series(1, {ROWS}) as i
"""


@unittest.skipUnless(programs(), "SKIPPED: PostgreSQL is not installed")
class ImportDatabase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(Postgres())
        cls.server.sql(TABLE)
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def setUp(self):
        self.document = self.office.new_document(hidden=False)
        self.addCleanup(lambda: self.document.close())

    def arguments(self, query, **others):
        return {"database": self.server.url, "user": USER, "password": PASSWORD, "query": query, **others}

    def base_file(self):
        """A Base file that knows the server and its user."""
        path = self.office.directory / "crm.odb"
        source = self.office.service("com.sun.star.sdb.DatabaseContext").createInstance()
        source.URL = self.server.url
        source.User = USER
        source.DatabaseDocument.storeAsURL(uno.systemPathToFileUrl(str(path)), ())
        return path

    def test_rows_of_a_query_arrive_and_the_password_stays_nowhere(self):
        outcome = run(self.office, "importDatabase", self.document,
                      **self.arguments("select * from deals order by id"))
        self.assertIn(f"{ROWS:,} rows, {ROWS:,} of them new", outcome)
        sheet = self.document.sheet("Leads")
        headers = [value for value in sheet.object.getCellRangeByPosition(0, 2, 40, 2).getDataArray()[0] if value]
        first = dict(zip(headers, sheet.object.getCellRangeByPosition(0, 3, 40, 3).getDataArray()[0]))
        last = dict(zip(headers, sheet.object.getCellRangeByPosition(0, ROWS + 2, 40, ROWS + 2).getDataArray()[0]))
        self.assertEqual([first[header] for header in ("ID", "Company", "Amount", "Created", "urgent", "remark")],
                         ["0000001", "会社 1", 10.5, 46024.0, "FALSE", "=1"])
        self.assertEqual((last["ID"], last["Amount"]), (f"{ROWS:07}", ROWS * 10.5))
        saved = self.document.store(self.office.directory / "team.ods")
        with zipfile.ZipFile(saved) as package:
            for name in package.namelist():
                self.assertNotIn(PASSWORD.encode(), package.read(name), name)

    def test_registered_sources_base_files_and_passwords_kept_by_postgresql(self):
        path = self.base_file()
        self.office.service("com.sun.star.sdb.DatabaseContext").registerDatabaseLocation(
            "Team CRM", uno.systemPathToFileUrl(str(path)))
        query = "select id, company, id from deals where urgent order by id limit 2;"
        for database in ("Team CRM", str(path), uno.systemPathToFileUrl(str(path))):
            with self.subTest(database):
                outcome = run(self.office, "importDatabase", self.document, **self.arguments(query, database=database))
                self.assertTrue(outcome.startswith(f"{database}: 2 rows"), outcome)
        kept = self.office.directory / ".pgpass"
        kept.write_text(f"127.0.0.1:{self.server.port}:*:{USER}:{PASSWORD}\n")
        kept.chmod(0o600)
        self.office.share(kept)
        outcome = run(self.office, "importDatabase", self.document, **self.arguments(query, password=""))
        self.assertIn("2 unchanged", outcome)
        kept.unlink()

    def test_what_goes_wrong_is_said_and_changes_nothing(self):
        before = snapshot(self.document)
        query = "select * from deals limit 1"
        secret = self.server.url + " password=hunter2"
        for changes, message in (
            ({"password": "wrong word"}, "name or password is wrong"),
            ({"user": "nobody else"}, "name or password is wrong"),
            ({"database": secret.replace("postgres password", "zebra password")}, "does not know this database"),
            ({"query": "select nothing from nowhere"}, "does not accept the query"),
            ({"query": "with gone as (delete from deals returning *) select * from gone"}, "read-only transaction"),
            ({"query": "delete from deals"}, "must be a single SELECT"),
            ({"query": "select 1; drop table deals"}, "must be a single SELECT"),
            ({"query": "select g from generate_series(1, 1048577) as g"}, "more rows than the 1048575"),
            ({"database": "No such source"}, "There is no data source “No such source”"),
            ({"database": "sdbc:zebra:x"}, "no driver for “sdbc:zebra”"),
            ({"query": ""}, "argument database"),
        ):
            with self.subTest(message, **changes):
                said = reason(self.office, "importDatabase", self.document, **(self.arguments(query) | changes))
                self.assertIn(message, said)
                self.assertNotIn(changes.get("password", PASSWORD), said)
                self.assertNotIn("hunter2", said)
                self.assertEqual(snapshot(self.document), before)
        self.server.stop()
        try:
            said = reason(self.office, "importDatabase", self.document, **self.arguments(query))
        finally:
            self.server.start()
        self.assertIn("server does not answer", said)
        self.assertEqual(snapshot(self.document), before)


if __name__ == "__main__":
    unittest.main()

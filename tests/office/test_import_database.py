"""Import from Database: a real PostgreSQL, LibreOffice's own driver, 100,000 rows, and what goes wrong."""

import unittest
import zipfile

from material import OXT
from office import Office
from postgres import PASSWORD, USER, Postgres, programs
from test_commands import reason, run, snapshot

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

    def test_rows_of_a_query_arrive_and_the_password_stays_nowhere(self):
        outcome = run(self.office, "importDatabase", self.document,
                      **self.arguments("select * from deals order by id"))
        self.assertIn(f"{ROWS} rows, {ROWS} of them new", outcome)
        sheet = self.document.sheet("Leads")
        headers = [value for value in sheet.object.getCellRangeByPosition(0, 2, 40, 2).getDataArray()[0] if value]
        first = dict(zip(headers, sheet.object.getCellRangeByPosition(0, 3, 40, 3).getDataArray()[0]))
        last = dict(zip(headers, sheet.object.getCellRangeByPosition(0, ROWS + 2, 40, ROWS + 2).getDataArray()[0]))
        self.assertEqual((first["ID"], first["Company"], first["Amount"], first["Created"], first["urgent"], first["remark"]),
                         ("0000001", "会社 1", 10.5, 46024.0, "FALSE", "=1"))
        self.assertEqual((last["ID"], last["Amount"]), ("0100000", ROWS * 10.5))
        saved = self.document.store(self.office.directory / "team.ods")
        with zipfile.ZipFile(saved) as package:
            for name in package.namelist():
                self.assertNotIn(PASSWORD.encode(), package.read(name), name)

    def test_what_goes_wrong_is_said_and_changes_nothing(self):
        before = snapshot(self.document)
        query = "select * from deals limit 1"
        for changes, message in (
            ({"password": "wrong word"}, "name or password is wrong"),
            ({"query": "select nothing from nowhere"}, "does not accept the query"),
            ({"query": "delete from deals"}, "must be a single SELECT"),
            ({"query": "select 1; drop table deals"}, "must be a single SELECT"),
            ({"database": "No such source"}, "No data source is registered"),
            ({"database": "sdbc:zebra:x"}, "no driver"),
        ):
            with self.subTest(message):
                said = reason(self.office, "importDatabase", self.document, **(self.arguments(query) | changes))
                self.assertIn(message, said)
                self.assertNotIn(changes.get("password", PASSWORD), said)
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

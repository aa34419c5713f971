"""The team workbook: made new in both languages, filled in, checked, leads handed off, accepted and rejected."""

import datetime
import unittest

from calc import serial
from material import OXT
from dialogs import Dialog, can_be_driven
from office import Office
from commands import differences, reason, run, snapshot

SHEETS = {
    "en": ("Start", "Leads", "Playbook", "Goals", "Activities", "Spend", "Touches", "Stage log", "Hand-offs",
           "Customer voice", "Market", "Accounts", "Survey", "History"),
    "ja": ("はじめに", "リード", "プレイブック", "目標", "活動", "費用", "接点", "段階の履歴", "引き渡し", "お客様の声", "市場",
           "重点顧客", "アンケート", "週次の記録"),
}
COLUMNS = {
    "en": {"id": "ID", "company": "Company", "email": "Email", "employees": "Employees", "need": "Need",
           "timing": "Timing", "owner": "Owner", "amount": "Amount", "created": "Created", "mql": "MQL",
           "handed_off": "Handed off", "accepted": "Accepted", "rejected": "Rejected", "outcome": "Outcome",
           "reason": "Reason", "closed": "Closed"},
    "ja": {"id": "リードID", "company": "会社名", "email": "メールアドレス", "employees": "従業員数", "need": "課題",
           "timing": "導入時期", "owner": "担当者", "amount": "金額", "created": "作成日", "mql": "MQL化日",
           "handed_off": "引き渡し日時", "accepted": "受け入れ日", "rejected": "却下日", "outcome": "結果",
           "reason": "理由", "closed": "受注・失注日"},
}
WORDS = {
    "en": {"won": "Won", "now": "Now", "leads": "Leads", "no need": "No need yet", "price": "Price",
           "findings": "Data check", "cards": "Hand-off cards",
           "accepted": "Accepted", "rejected": "Rejected", "hand-offs": "Hand-offs",
           "asks": "☐ accepted", "says accepted": "☑ accepted on ", "says rejected": "☑ rejected on ",
           "limit": "Please respond by", "problems": "✓ none", "draft": "○ draft: not signed yet"},
    "ja": {"won": "受注", "now": "すぐ", "leads": "リード", "no need": "まだ課題がない", "price": "価格",
           "findings": "データの点検", "cards": "引き渡しカード",
           "accepted": "受け入れ", "rejected": "却下", "hand-offs": "引き渡し",
           "asks": "☐ 受け入れ", "says accepted": "☑ 受け入れ（", "says rejected": "☑ 却下（",
           "limit": "までに対応をお願いします", "problems": "✓ なし", "draft": "○ 下書き（未署名）"},
}
DAY = datetime.date.today()  # the goals are those of the present quarter


FILES = {}
office = None


def setUpModule():
    global office
    office = unittest.enterModuleContext(Office(oxt=OXT, display="unseen"))
    for language in SHEETS:
        FILES[language] = office.directory / f"team-{language}.ods"
        run(office, "new", language=language, file=str(FILES[language]))


class Edition:
    """What holds in both languages; each test has a fresh copy of the workbook."""

    def setUp(self):
        self.document = office.load(FILES[self.language], hidden=False)
        self.addCleanup(self.document.close)

    def named(self, document, name):
        """The first cell of a named range."""
        return document.component.NamedRanges.getByName(name).ReferredCells.getCellByPosition(0, 0)

    def fill(self, document, language):
        """Three leads: sound and won; open, hot and without an owner; open with an unread date."""
        sheet = document.sheet(WORDS[language]["leads"])
        headers = list(sheet.cells("A3:AZ3").getDataArray()[0])
        common = {"email": "a@b.example", "created": DAY, "owner": "Sato"}
        leads = [
            {"id": "L-1", "company": "Asahi", "employees": 240, "mql": DAY, "handed_off": DAY, "accepted": DAY,
             "outcome": WORDS[language]["won"], "amount": 1200000, "closed": DAY},
            {"id": "L-2", "company": "Bravo", "employees": 500, "need": "Speed", "timing": WORDS[language]["now"],
             "owner": None, "email": "b@b.example", "mql": DAY},
            {"id": "L-3", "company": "Chiyoda", "employees": 20, "email": "c@c.example", "mql": "soon"},
        ]
        rows = []
        for lead in leads:
            row = [None] * len(headers)
            for key, value in {**common, **lead}.items():
                row[headers.index(COLUMNS[language][key])] = value
            rows.append(row)
        sheet.put("A4", rows)
        return sheet, headers

    def value(self, sheet, headers, language, key, row):
        return sheet.object.getCellByPosition(headers.index(COLUMNS[language][key]), row)

    def test_the_sheets_stand_in_order_and_no_cell_shows_an_error(self):
        language, document = self.language, self.document
        self.assertEqual(document.component.Sheets.ElementNames, SHEETS[language])
        for name in SHEETS[language]:
            sheet = document.component.Sheets.getByName(name)
            errors = sheet.queryFormulaCells(4)  # com.sun.star.sheet.FormulaResult.ERROR
            self.assertEqual(errors.RangeAddressesAsString, "", name)

    def test_start_says_that_the_playbook_has_no_problems_and_is_not_signed(self):
        language, document = self.language, self.document
        shown = [row[1] for row in document.sheet(0).cells("A1:B40").getDataArray()]
        self.assertIn(WORDS[language]["problems"], shown)
        self.assertIn(WORDS[language]["draft"], shown)

    def test_rows_typed_below_the_headers_are_counted_at_once(self):
        language, document = self.language, self.document
        self.fill(document, language)
        self.assertIn("3 leads", self.named(document, "KakehashiLeads").String)
        start = document.sheet(0)
        start.formula("F1", '=FUNNEL.COUNT(KakehashiLeads;INDEX(FUNNEL.STAGES(KakehashiLeads);1))')
        start.formula("F2", '=GOAL.ACTUAL(KakehashiGoals;INDEX(GOAL.LIST(KakehashiGoals);1))')
        self.assertEqual(start.result("F1"), 3)
        self.assertEqual(start.result("F2"), 1200000)  # the first goal: what was won this quarter

    def test_columns_have_their_lists(self):
        language, document = self.language, self.document
        sheet = document.sheet(WORDS[language]["leads"])
        headers = list(sheet.cells("A3:AZ3").getDataArray()[0])
        for row in (3, 1000):
            cell = self.value(sheet, headers, language, "reason", row)
            self.assertEqual(cell.Validation.Type.value, "LIST")
            self.assertIn("KakehashiReasons", cell.Validation.getFormula1())

    def test_the_check_lists_what_is_wrong_with_links_and_says_so_again(self):
        language, document = self.language, self.document
        self.fill(document, language)
        before = snapshot(document)
        for _ in range(2):
            outcome = run(office, "check", document)
            findings = document.sheet(WORDS[language]["findings"])
            rows = findings.cells("A1:E40").getDataArray()
            unread = [row for row in rows if "soon" in row[4]]
            self.assertEqual(len(unread), 1, outcome)
            self.assertEqual(unread[0][3], "L-3")
            self.assertTrue(unread[0][2].endswith("6"), unread)  # the sixth row of the sheet
            owners = [row for row in rows if row[3] == "L-2"]
            self.assertTrue(owners)
        names = document.component.Sheets.ElementNames
        self.assertEqual(len(names), len(SHEETS[language]) + 1)
        document.undo()
        document.undo()
        self.assertEqual(differences(before, snapshot(document)), [])

    def test_handing_off_writes_card_record_and_date_and_one_undo_takes_them_back(self):
        language, document = self.language, self.document
        words = WORDS[language]
        sheet, headers = self.fill(document, language)
        before = snapshot(document)
        outcome = run(office, "handOff", document, ids="L-1, L-2")
        self.assertTrue(outcome.startswith("Handed off: 1."), outcome)
        self.assertIn("L-1 (Asahi) was handed off on", outcome)  # L-1 was handed off before and is left alone
        self.assertEqual(self.value(sheet, headers, language, "handed_off", 3).Value, serial(DAY))
        at = self.value(sheet, headers, language, "handed_off", 4).Value
        self.assertGreater(at, serial(DAY))
        record = document.sheet(words["hand-offs"]).cells("A4:M5").getDataArray()
        self.assertEqual(record[0][0:3], (at, "L-2", "Bravo"))
        self.assertEqual(record[1][0:3], ("", "", ""))
        card = document.sheet(words["cards"]).cells("A1:D60").getDataArray()
        texts = [cell for row in card for cell in row if isinstance(cell, str)]
        for text in ("Bravo", "L-2", "b@b.example", "☐ " + words["no need"]):
            self.assertTrue(any(text in one for one in texts), text)
        self.assertFalse(any(words["price"] in one for one in texts))  # a reason to lose, not to reject
        document.undo()
        self.assertEqual(differences(before, snapshot(document)), [])

    def test_accepting_and_rejecting_write_dates_reasons_and_the_record(self):
        language, document = self.language, self.document
        words = WORDS[language]
        sheet, headers = self.fill(document, language)
        run(office, "handOff", document, ids="L-2,L-3")
        run(office, "accept", document, ids="L-2")
        before = snapshot(document)
        self.assertIn(words["no need"], reason(office, "reject", document, ids="L-3", reason=words["price"]))
        self.assertEqual(differences(before, snapshot(document)), [])
        run(office, "reject", document, ids="L-3", reason=words["no need"])
        self.assertGreater(self.value(sheet, headers, language, "accepted", 4).Value, serial(DAY))
        self.assertGreater(self.value(sheet, headers, language, "rejected", 5).Value, serial(DAY))
        self.assertEqual(self.value(sheet, headers, language, "reason", 5).String, words["no need"])
        record = document.sheet(words["hand-offs"]).cells("A4:M5").getDataArray()
        self.assertEqual([row[9] for row in record], [words["accepted"], words["rejected"]])
        self.assertEqual(record[1][11], words["no need"])
        again = run(office, "accept", document, ids="L-2,L-3")
        self.assertIn("L-2", again)
        self.assertIn("L-3", again)

    def test_selected_rows_are_meant_where_no_ids_are_given(self):
        language, document = self.language, self.document
        sheet, headers = self.fill(document, language)
        message = reason(office, "handOff", document)
        self.assertTrue(message)
        controller = document.component.CurrentController
        controller.setActiveSheet(sheet.object)
        controller.select(sheet.cells("C6"))
        run(office, "handOff", document)
        self.assertGreater(self.value(sheet, headers, language, "handed_off", 5).Value, serial(DAY))
        self.assertEqual(self.value(sheet, headers, language, "handed_off", 4).String, "")

    def test_on_a_card_its_lead_is_meant(self):
        language, document = self.language, self.document
        words = WORDS[language]
        sheet, headers = self.fill(document, language)
        run(office, "handOff", document, ids="L-2,L-3")
        controller = document.component.CurrentController
        cards = document.sheet(words["cards"])
        controller.setActiveSheet(cards.object)
        ids = [row for row, (cell,) in enumerate(cards.cells("A1:A200").getDataArray()) if cell == "L-3"]
        controller.select(cards.cells(f"B{ids[0] + 5}"))
        run(office, "accept", document)
        self.assertGreater(self.value(sheet, headers, language, "accepted", 5).Value, serial(DAY))
        self.assertEqual(self.value(sheet, headers, language, "accepted", 4).String, "")
        controller.select(cards.cells("A1"))
        run(office, "reject", document, reason=words["no need"])
        self.assertGreater(self.value(sheet, headers, language, "rejected", 4).Value, serial(DAY))
        cards.object.Rows.removeByIndex(0, ids[0] - 1)  # the first card
        controller.select(cards.cells("A1"))
        self.assertIn("L-3", run(office, "accept", document))

    def cards(self, document):
        """The sheet, and what its cells say: one list per card."""
        sheet = document.sheet(WORDS[self.language]["cards"])
        texts = [[cell for cell in row if isinstance(cell, str)] for row in sheet.cells("A1:D200").getDataArray()]
        second = next(row for row, cells in enumerate(texts) if cells[0] == "L-3") - 1
        return sheet, ["\n".join("|".join(row) for row in part) for part in (texts[:second], texts[second:])]

    def test_the_card_shows_the_answer_and_keeps_what_people_wrote(self):
        words, document = WORDS[self.language], self.document
        self.fill(document, self.language)
        run(office, "handOff", document, ids="L-2,L-3")
        sheet, asking = self.cards(document)
        for card in asking:
            self.assertIn(words["asks"], card)
            self.assertIn(words["limit"], card)
        box = "☐ " + words["no need"]
        row = next(row for row, cells in enumerate(sheet.cells("A1:D200").getDataArray()) if box in cells)
        column = sheet.cells(f"A{row + 1}:D{row + 1}").getDataArray()[0].index(box)
        sheet.object.getCellByPosition(column, row).String = "Ring Ms Abe"
        breaks = [row.Position for row in sheet.object.getRowPageBreaks() if row.ManualBreak]
        before = snapshot(document)
        outcome = run(office, "accept", document, ids="L-2")
        _, (accepted, pending) = self.cards(document)
        self.assertIn(words["says accepted"] + DAY.isoformat(), accepted, outcome)
        self.assertIn("Ring Ms Abe", accepted)
        for gone in (words["asks"], words["limit"], "☐"):
            self.assertNotIn(gone, accepted)
        self.assertEqual(pending, asking[1])
        document.undo()
        self.assertEqual(differences(before, snapshot(document)), [])
        run(office, "reject", document, ids="L-3", reason=words["no need"])
        _, (pending, rejected) = self.cards(document)
        self.assertIn(words["says rejected"] + DAY.isoformat(), rejected)
        self.assertIn(words["no need"], rejected)
        self.assertNotIn("☐", rejected)
        self.assertIn(words["asks"], pending)
        self.assertEqual(breaks, [row.Position for row in sheet.object.getRowPageBreaks() if row.ManualBreak])

    def test_a_rejected_lead_is_offered_again_by_who_is_asked_only(self):
        words, document = WORDS[self.language], self.document
        sheet, headers = self.fill(document, self.language)
        run(office, "handOff", document, ids="L-3")
        run(office, "reject", document, ids="L-3", reason=words["no need"])
        before = snapshot(document)
        self.assertIn("To offer it again, select its row", run(office, "handOff", document, ids="L-3"))
        self.assertEqual(differences(before, snapshot(document)), [])
        if not can_be_driven(office):
            return
        document.component.CurrentController.setActiveSheet(sheet.object)
        document.component.CurrentController.select(sheet.cells("C6"))
        with Dialog(office, "handOff", document) as dialog:
            dialog.press("Yes")
        self.assertIn("Offered again: 1;", dialog.outcome)
        self.assertGreater(self.value(sheet, headers, self.language, "handed_off", 5).Value, serial(DAY))
        for key in ("rejected", "reason"):
            self.assertEqual(self.value(sheet, headers, self.language, key, 5).String, "")
        earlier, new = document.sheet(words["hand-offs"]).cells("A4:M5").getDataArray()
        self.assertEqual((earlier[1], earlier[9], earlier[11]), ("L-3", words["rejected"], words["no need"]))
        self.assertEqual((new[1], new[9], new[11]), ("L-3", "", ""))
        self.assertIn(words["asks"], "".join(map(str, document.sheet(words["cards"]).cells("A1:A60").getDataArray())))
        document.undo()
        self.assertEqual(differences(before, snapshot(document)), [])


class English(Edition, unittest.TestCase):
    language = "en"

    def test_without_leads_the_message_says_what_to_do(self):
        with office.new_document(hidden=False) as document:
            for command in ("check", "handOff", "accept", "reject"):
                self.assertIn("LEAD.TABLE", reason(office, command, document))

    def test_somebody_who_hands_off_a_lead_that_does_not_qualify_is_asked(self):
        if not can_be_driven(office):
            self.skipTest("SKIPPED: windows of this LibreOffice cannot be driven")
        sheet, headers = self.fill(self.document, "en")
        self.document.component.CurrentController.select(sheet.cells("C6"))
        for answer, handed_off in (("No", 0), ("Yes", serial(DAY))):
            with Dialog(office, "handOff", self.document) as dialog:
                dialog.press(answer)
            self.assertEqual(self.value(sheet, headers, "en", "handed_off", 5).Value // 1, handed_off)

    def test_protected_cards_keep_nobody_from_answering(self):
        sheet, headers = self.fill(self.document, "en")
        run(office, "handOff", self.document, ids="L-2,L-3")
        cards, before = self.cards(self.document)
        cards.object.protect("")
        self.assertIn("the sheet “Hand-off cards” is protected", run(office, "accept", self.document, ids="L-2"))
        self.assertGreater(self.value(sheet, headers, "en", "accepted", 4).Value, serial(DAY))
        self.assertEqual(self.cards(self.document)[1], before)

    def test_a_reason_is_asked_for_by_name_and_only_where_a_lead_can_be_rejected(self):
        if not can_be_driven(office):
            self.skipTest("SKIPPED: windows of this LibreOffice cannot be driven")
        sheet, headers = self.fill(self.document, "en")
        self.document.component.CurrentController.setActiveSheet(sheet.object)
        self.document.component.CurrentController.select(sheet.cells("C5:C6"))
        with Dialog(office, "reject", self.document) as dialog:
            dialog.press("OK")  # the message: there is nothing to choose
        self.assertIn("L-2 (Bravo) was not handed off.", dialog.outcome)
        run(office, "handOff", self.document, ids="L-2")
        self.document.component.CurrentController.select(sheet.cells("C5"))
        question = "Why is L-2 (Bravo) rejected?"
        with Dialog(office, "reject", self.document) as dialog:
            self.assertIn(question, dialog.texts())
            self.assertEqual((dialog.selected(question), dialog.is_enabled("OK")), ("", False))
            dialog.choose(question, "No need yet")
            self.assertTrue(dialog.is_enabled("OK"))
            dialog.press("OK")
        self.assertEqual(self.value(sheet, headers, "en", "reason", 4).String, "No need yet")

    def test_a_record_is_made_where_there_is_none_to_keep_an_earlier_answer(self):
        if not can_be_driven(office):
            self.skipTest("SKIPPED: windows of this LibreOffice cannot be driven")
        sheet, headers = self.fill(self.document, "en")
        run(office, "handOff", self.document, ids="L-3")
        run(office, "reject", self.document, ids="L-3", reason="No need yet")
        self.value(sheet, headers, "en", "reason", 5).String = "No need, they say"
        self.document.component.NamedRanges.removeByName("KakehashiHandoffsData")
        self.document.component.Sheets.removeByName("Hand-offs")
        before = snapshot(self.document)
        self.document.component.CurrentController.setActiveSheet(sheet.object)
        self.document.component.CurrentController.select(sheet.cells("C6"))
        with Dialog(office, "handOff", self.document) as dialog:
            dialog.press("Yes")
        self.assertIn("the sheet “Hand-offs” keeps", dialog.outcome)
        earlier, new = self.document.sheet("Hand-offs").cells("A4:M5").getDataArray()
        self.assertEqual((earlier[1], earlier[9], earlier[11]), ("L-3", "Rejected", "No need, they say"))
        self.assertEqual((new[1], new[9]), ("L-3", ""))
        self.document.undo()
        self.assertEqual(differences(before, snapshot(self.document)), [])

    def test_cells_with_formulas_are_not_overwritten(self):
        sheet, headers = self.fill(self.document, "en")
        run(office, "handOff", self.document, ids="L-2")
        self.value(sheet, headers, "en", "accepted", 4).setFormula('=IF(1;"";"")')
        before = snapshot(self.document)
        self.assertIn("holds a formula", reason(office, "accept", self.document, ids="L-2"))
        self.assertEqual(differences(before, snapshot(self.document)), [])

    def test_a_protected_lead_list_stays_as_it_is(self):
        sheet, _ = self.fill(self.document, "en")
        sheet.object.protect("")
        before = snapshot(self.document)
        self.assertIn("protected", reason(office, "handOff", self.document, ids="L-2"))
        self.assertEqual(differences(before, snapshot(self.document)), [])


class Japanese(Edition, unittest.TestCase):
    language = "ja"


if __name__ == "__main__":
    unittest.main()

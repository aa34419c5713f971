"""test_help.py PACKAGE CATALOGUE ADDONS: the help in the package has a page for every function and command, in English and
Japanese, well-formed, with links that lead somewhere inside the package, and in its own language."""

import json
import posixpath
import re
import sys
import unittest
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

PACKAGE, CATALOGUE, ADDONS = sys.argv[1:4]
BLOCKS = {"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3"}
SENTENCES = {"p", "dd", "h2"}  # never a name alone
NOT_READ = {"code", "samp", "pre", "script"}
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){4,}")  # five words in a row; names such as `agreed by marketing only` stay
NAMES = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|“[^”]*”")  # of columns, and what people type
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def text_of(element):
    """What people read of it: without code, and without what is marked as the other language."""
    parts = [element.text or ""]
    for inner in element:
        if inner.tag not in NOT_READ and inner.get("lang") is None:
            parts.append(text_of(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


class Help(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with zipfile.ZipFile(PACKAGE) as package:
            cls.names = set(package.namelist())
            cls.texts = {name: package.read(name).decode() for name in cls.names
                         if name.startswith("help/") and name.endswith((".html", ".js", ".css"))}
        cls.pages = {name: xml.fromstring(text) for name, text in cls.texts.items() if name.endswith(".html")}

    def ids(self, language):
        return {name.split("/")[-1][:-5] for name in self.pages if name.startswith(f"help/{language}/")}

    def test_every_function_and_command_has_a_page_in_both_languages(self):
        functions = {function["name"] for function in json.loads(Path(CATALOGUE).read_text())["functions"]}
        commands = set(re.findall(r"org\.kakehashi:(\w+)", Path(ADDONS).read_text()))
        self.assertGreater(len(functions), 70)
        self.assertIn("help", commands)
        for language in ("en", "ja"):
            self.assertLessEqual(functions | commands | {"index", "start", "panel", "playbook"}, self.ids(language))
        self.assertEqual(self.ids("en"), self.ids("ja"))

    def test_every_link_leads_to_something_in_the_package(self):
        for name, page in self.pages.items():
            for element in page.iter():
                for link in filter(None, (element.get("href"), element.get("src"))):
                    self.assertNotIn(":", link, f"{name}: {link}")
                    path, _, anchor = link.partition("#")
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                    self.assertIn(target, self.names, f"{name}: {link}")
                    if anchor:
                        self.assertIn(f'id="{anchor}"', self.texts[target], f"{name}: {link}")

    def test_every_page_is_reached_from_the_contents(self):
        for language in ("en", "ja"):
            contents = self.texts[f"help/{language}/index.html"]
            for page in self.ids(language) - {"index"}:
                self.assertIn(f'href="{page}.html"', contents)

    def test_a_page_shows_the_syntax_the_arguments_and_the_results(self):
        page = text_of(self.pages["help/ja/FUNNEL.RATE.html"])
        for words in ("期間中にあるステージに入ったリード", "開始ステージ", "省略可", "定義", "エラー", "関連項目"):
            self.assertIn(words, page)
        shown = self.texts["help/en/FUNNEL.RATE.html"]
        self.assertIn("<code>=FUNNEL.RATE(Leads;&quot;Lead&quot;;&quot;MQL&quot;)</code></td><td><samp>0.75</samp>", shown)
        self.assertIn('href="LEAD.TABLE.html"', shown)

    def test_pages_are_in_their_language(self):
        for name, page in self.pages.items():
            japanese = name.startswith("help/ja/")
            self.assertEqual(page.get("lang"), "ja" if japanese else "en", name)
            if not japanese:
                continue
            tables = [table for table in page.iter("table") if table.get("class") == "sheet"]
            data = {id(cell) for table in tables for cell in table.iter()}
            for element in page.iter():
                if element.tag not in BLOCKS or id(element) in data:
                    continue
                text = " ".join(NAMES.sub("", text_of(element)).split())
                with self.subTest(page=name, text=text):
                    self.assertIsNone(ENGLISH.search(text))
                    if element.tag in SENTENCES and re.search("[A-Za-z]{2}", text) and "id" not in element.attrib:
                        self.assertRegex(text, JAPANESE)
            self.assertRegex(text_of(page.find("body")), JAPANESE)
            for paragraph in page.iter("p"):  # a line's end would show as a blank
                self.assertNotRegex(text_of(paragraph), r"[\u3001-\u30ff\u4e00-\u9fff]\n[\u3001-\u30ff\u4e00-\u9fff]", name)

    def test_no_english_page_holds_japanese_sentences(self):
        for name in self.pages:
            if name.startswith("help/en/") and name != "help/en/playbook.html":  # lists the Japanese spellings
                self.assertIsNone(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]{5,}", text_of(self.pages[name])), name)

    def test_the_search_knows_every_page(self):
        for language in ("en", "ja"):
            script = self.texts[f"help/{language}/search.js"]
            entries = json.loads(re.fullmatch(r"const pages = (.*);\s*", script, re.S).group(1))
            self.assertEqual({entry[0] for entry in entries}, self.ids(language) - {"index"})
            for entry in entries:
                self.assertTrue(all(entry), entry)

    def test_nothing_is_fetched_from_elsewhere(self):
        for name, text in self.texts.items():
            self.assertNotRegex(text, r"https?://|@import|fetch\(|XMLHttpRequest", name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

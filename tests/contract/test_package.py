"""test_package.py OXT VERSION: the package is complete, needs nothing that a bare system lacks, and shows nothing but
its constructors."""

import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

OXT, VERSION = sys.argv[1:3] if len(sys.argv) > 2 else ("dist/kakehashi.oxt", "")

# Part of every system with LibreOffice, and of LibreOffice itself.
SYSTEM = re.compile(r"lib(c|m|dl|pthread|rt|stdc\+\+|gcc_s|z)\.so\.\d+|ld-linux-x86-64\.so\.2")
OFFICE = re.compile(r"libuno_(sal|cppu|cppuhelpergcc3|salhelpergcc3)\.so\.3")
# Newer ones would keep the package off Debian 12.
NEWEST = {"GLIBC": (2, 36), "GLIBCXX": (3, 4, 30)}


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        with zipfile.ZipFile(OXT) as archive:
            cls.entries = archive.infolist()
            archive.extractall(cls.folder)
        cls.libraries = sorted((cls.folder / "lib").iterdir())

    def dynamic(self, library, tag):
        return re.findall(rf"\({tag}\).*\[(.*)\]", run("readelf", "-dW", library))

    def test_everything_the_manifest_names_is_there(self):
        manifest = xml.parse(self.folder / "META-INF/manifest.xml").getroot()
        namespace = "{http://openoffice.org/2001/manifest}"
        named = [entry.get(namespace + "full-path") for entry in manifest]
        self.assertIn("CalcAddIns.xcu", named)
        self.assertIn("kakehashi.rdb", named)
        for path in named:
            self.assertTrue((self.folder / path).is_file(), path)

    def test_the_components_are_in_the_library_they_name(self):
        namespace = "{http://openoffice.org/2010/uno-components}"
        for component in xml.parse(self.folder / "kakehashi.components").getroot():
            exported = self.exported(self.folder / component.get("uri"))
            for implementation in component.findall(namespace + "implementation"):
                self.assertIn(implementation.get("constructor"), exported)

    def test_every_command_has_its_pictures(self):
        name = "{http://openoffice.org/2001/registry}name"
        root = xml.parse(self.folder / "Addons.xcu").getroot()
        nodes = {node.get(name): node for node in root.iter("node")}
        pictured = {prop.find("value").text for node in nodes["Images"] for prop in node.findall("prop")}
        commands = {prop.find("value").text for prop in nodes["Submenu"].iter("prop") if prop.get(name) == "URL"}
        self.assertEqual(pictured, commands - {"private:separator"})
        for prop in nodes["Images"].iter("prop"):
            if prop.get(name) in ("ImageSmallURL", "ImageBigURL"):
                path = prop.find("value").text.replace("%origin%", str(self.folder))
                size = 16 if prop.get(name) == "ImageSmallURL" else 26
                self.assertEqual(Path(path).read_bytes()[16:24], 2 * size.to_bytes(4, "big"), path)  # of a PNG

    def test_all_xml_is_well_formed(self):
        files = [path for pattern in ("*.xml", "*.xcu", "*.components") for path in self.folder.rglob(pattern)]
        self.assertGreater(len(files), 3)
        for path in files:
            xml.parse(path)

    def test_the_description_is_complete(self):
        text = (self.folder / "description.xml").read_text()
        self.assertIn('<identifier value="org.kakehashi"/>', text)
        self.assertIn(f'<version value="{VERSION}"/>', text)
        self.assertIn('value="7.4"', text)
        for link in re.findall(r'xlink:href="([^"]+)"', text):
            self.assertGreater((self.folder / link).stat().st_size, 0, link)
        for part in ("name", "src"):
            self.assertEqual(set(re.findall(rf'<{part}[^>]* lang="(\w+)"', text)), {"en", "ja"})

    def test_needs_only_what_every_system_has_or_what_travels_with_us(self):
        ours = {library.name for library in self.libraries}
        self.assertIn("libkakehashi.so", ours)
        for library in self.libraries:
            for needed in self.dynamic(library, "NEEDED"):
                known = needed in ours or SYSTEM.fullmatch(needed) or OFFICE.fullmatch(needed)
                self.assertTrue(known, f"{library.name} needs {needed}")

    def test_looks_for_its_libraries_beside_itself_only(self):
        for library in self.libraries:
            self.assertEqual(self.dynamic(library, "RUNPATH") + self.dynamic(library, "RPATH"), ["$ORIGIN"], library.name)

    def test_runs_on_debian_12(self):
        for library in self.libraries:
            for name, version in re.findall(r"\b(GLIBC|GLIBCXX)_([\d.]+)", run("readelf", "-VW", library)):
                self.assertLessEqual(tuple(map(int, version.split("."))), NEWEST[name], f"{library.name} {name} {version}")

    def exported(self, library):
        return {line.split()[-1] for line in run("nm", "-D", "--defined-only", library).splitlines()}

    def test_shows_nothing_but_its_constructors(self):
        for library in ("libkakehashi.so", "libkakehashi_start.so"):
            exported = self.exported(self.folder / "lib" / library)
            self.assertTrue(exported)
            for symbol in exported:
                self.assertRegex(symbol, r"^org_kakehashi_\w+_get_implementation$")

    def test_what_is_loaded_at_the_start_needs_nothing_but_the_office(self):
        for needed in self.dynamic(self.folder / "lib/libkakehashi_start.so", "NEEDED"):
            self.assertTrue(SYSTEM.fullmatch(needed) or OFFICE.fullmatch(needed), needed)

    def test_libraries_are_stripped(self):
        for library in self.libraries:
            self.assertNotIn(".symtab", run("readelf", "-SW", library), library.name)

    def test_names_no_folder_of_the_machine_it_was_built_on(self):
        folder = str(Path(__file__).resolve().parents[2])
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(folder.encode(), path.read_bytes(), path.name)

    def test_the_licences_of_all_libraries_are_inside(self):
        texts = {path.stem: path.read_text() for path in (self.folder / "licenses").iterdir()}
        inside_ours = {"edlib", "utf8proc", "nlohmann-json", "PEGTL", "Boost", "fmt", "tl-expected"}
        self.assertLessEqual(inside_ours, set(texts))
        for name, text in texts.items():
            self.assertRegex(text, "(?i)copyright|Mozilla", name)
        self.assertIn("Boost Software License", texts["Boost"])
        for library in self.libraries:
            known = re.match(r"lib(Poco|pcre|re2|kakehashi)", library.name)
            self.assertTrue(known, f"{library.name}: add its licence to cmake/licenses.cmake")

    def test_equal_contents_give_an_equal_file(self):
        self.assertEqual({entry.date_time for entry in self.entries}, {(2020, 1, 1, 0, 0, 0)})
        names = [entry.filename for entry in self.entries]
        self.assertEqual(names, sorted(names))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

"""test_wizard_texts.py CalcAddIns.xcu RELEASED: every function and argument has its texts in English and Japanese, and
the names that Calc compares are equal in both."""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path

OOR = "{http://openoffice.org/2001/registry}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def texts(node, name):
    """{language: text} of a property."""
    found = next(prop for prop in node.findall("prop") if prop.get(OOR + "name") == name)
    return {value.get(LANGUAGE): value.text for value in found.findall("value")}


def child(node, name):
    return next(inner for inner in node.findall("node") if inner.get(OOR + "name") == name)


def check_languages(where, node, name):
    found = texts(node, name)
    assert set(found) == {"en-US", "ja"} and all(found.values()), f"{where}: {name} is {found}"
    return found


def check_function(node, arguments):
    method = node.get(OOR + "name")
    display = check_languages(method, node, "DisplayName")
    assert display["en-US"] == display["ja"], f"{method}: a display name is never translated"
    assert texts(node, "CompatibilityName") == display, f"{method}: Calc finds it only if both names are equal"
    assert display["en-US"].replace(".", "").lower() == method.lower(), f"{method}: {display}"
    description = check_languages(method, node, "Description")
    assert description["en-US"].isascii() or description["en-US"] != description["ja"], f"{method} is not translated"
    parameters = child(node, "Parameters").findall("node")
    assert [parameter.get(OOR + "name") for parameter in parameters] == arguments, f"{method}: {arguments}"
    for parameter in parameters:
        where = f"{method}, {parameter.get(OOR + 'name')}"
        check_languages(where, parameter, "DisplayName")
        check_languages(where, parameter, "Description")


def main():
    root = xml.parse(sys.argv[1]).getroot()
    interface = [line.split() for line in Path(sys.argv[2]).read_text().splitlines()]
    expected = {words[0]: [word.rstrip("?") for word in words[1:]] for words in interface}
    functions = child(child(child(root, "AddInInfo"), "org.kakehashi.Functions"), "AddInFunctions").findall("node")
    assert [node.get(OOR + "name") for node in functions] == list(expected)
    for node in functions:
        check_function(node, expected[node.get(OOR + "name")])
    print(f"{len(functions)} functions, each in English and Japanese")


if __name__ == "__main__":
    main()

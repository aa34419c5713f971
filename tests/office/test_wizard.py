"""The function wizard shows every function with its texts, in English and in Japanese."""

import unittest

from material import OXT, catalogue
from office import Office

ADD_IN = 11  # com.sun.star.sheet.FunctionCategory.ADDIN


class Wizard:
    """What both languages have in common; `language` is the key of the texts in the catalogue."""

    language = None
    ui_language = None

    @classmethod
    def setUpClass(cls):
        cls.functions = catalogue()["functions"]
        with Office(oxt=OXT, ui_language=cls.ui_language) as office:
            descriptions = office.function_descriptions()
            cls.known = {name: cls.plain(entry) for name, entry in descriptions.items()}

    @staticmethod
    def plain(entry):
        """Without UNO objects: the office ends before the tests look."""
        arguments = [(argument.Name, argument.Description, argument.IsOptional) for argument in entry["Arguments"] or ()]
        return {"category": entry["Category"], "description": entry["Description"], "arguments": arguments}

    def check_each(self, wanted, shown):
        for function in self.functions:
            with self.subTest(function["name"]):
                self.assertIn(function["name"], self.known)
                self.assertEqual(shown(self.known[function["name"]]), wanted(function))

    def test_every_function_is_there_under_its_name(self):
        self.check_each(lambda function: ADD_IN, lambda known: known["category"])

    def test_no_other_function_is_there(self):
        groups = tuple({function["name"].partition(".")[0] + "." for function in self.functions})
        ours = {name for name in self.known if name.startswith(groups)}
        self.assertEqual(ours, {function["name"] for function in self.functions})

    def test_descriptions(self):
        self.check_each(lambda function: function["summary"][self.language], lambda known: known["description"])

    def test_arguments_with_names_and_texts(self):
        self.check_each(lambda function: [(parameter["name"][self.language], parameter["summary"][self.language])
                                          for parameter in function["parameters"]],
                        lambda known: [argument[:2] for argument in known["arguments"]])

    def test_optional_arguments_are_marked(self):
        self.check_each(lambda function: [parameter["optional"] for parameter in function["parameters"]],
                        lambda known: [argument[2] for argument in known["arguments"]])

    def test_optional_arguments_say_what_leaving_them_out_means(self):
        for function in self.functions:
            for parameter in function["parameters"]:
                with self.subTest(function=function["name"], parameter=parameter["id"]):
                    text = parameter["summary"][self.language]
                    self.assertTrue(not parameter["optional"] or len(text) > 5, text)


class English(Wizard, unittest.TestCase):
    language = "en"
    ui_language = "en-US"


class Japanese(Wizard, unittest.TestCase):
    language = "ja"
    ui_language = "ja"

    def test_the_texts_are_japanese(self):
        for function in self.functions:
            self.assertRegex(function["summary"]["ja"], "[ぁ-んァ-ン一-龥]")


if __name__ == "__main__":
    unittest.main()

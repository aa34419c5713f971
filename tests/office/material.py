"""Where tests find what they need: the extension, its catalogue, the project, the real data sets."""

import json
import os
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
OXT = Path(os.environ.get("KAKEHASHI_OXT", PROJECT / "dist/kakehashi.oxt"))
CATALOGUE = Path(os.environ.get("KAKEHASHI_CATALOGUE", PROJECT / "build/dev/addin/generated/catalogue.json"))
DATA = Path(os.environ.get("KAKEHASHI_DATA", PROJECT.parent / "shared/data"))


def needs_data(name):
    """Decorator: skips a test, and says so, where the data set (a folder or file under DATA) is missing."""
    return unittest.skipUnless((DATA / name).exists(), f"SKIPPED: data set {name} is not there")


def catalogue():
    """{"functions": [{"name", "returns", "summary", "parameters", "examples"}, …], "document": [{"name", "rows"}, …]},
    written by the build from the catalogue in core/functions."""
    return json.loads(CATALOGUE.read_text(encoding="utf-8"))

"""Where tests find what they need: the extension, the project, the real data sets."""

import os
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
OXT = Path(os.environ.get("KAKEHASHI_OXT", PROJECT / "dist/kakehashi.oxt"))
DATA = Path(os.environ.get("KAKEHASHI_DATA", PROJECT.parent / "shared/data"))


def needs_data(name):
    """Decorator: skips a test, and says so, where the data set (a folder or file under DATA) is missing."""
    return unittest.skipUnless((DATA / name).exists(), f"SKIPPED: data set {name} is not there")

"""Runs the comparisons with independent implementations, or those named: run.py test_backtest"""
import sys
import unittest
from pathlib import Path

if __name__ == "__main__":
    folder = Path(__file__).resolve().parent
    names = sys.argv[1:]
    loader = unittest.defaultTestLoader
    sys.path.insert(0, str(folder))
    suite = loader.loadTestsFromNames(names) if names else loader.discover(str(folder))
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())

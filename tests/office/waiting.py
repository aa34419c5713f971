"""Waiting for what an office does in its own time."""

import time

SECONDS = 30


def wait_until(reached, explain):
    """Until `reached()` is true, and returns what it gives; fails with what `explain()` says then."""
    deadline = time.monotonic() + SECONDS
    while not (result := reached()):
        if time.monotonic() > deadline:
            raise AssertionError(explain())
        time.sleep(0.1)
    return result

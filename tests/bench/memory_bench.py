"""What soffice holds in memory while documents come and go with the deck open, and while decks are switched.

    /usr/bin/python3 tests/bench/memory_bench.py --oxt dist/kakehashi.oxt [--documents 200] [--switches 200]

Each document is filled with the reference's examples, edited and closed while its panels may just be refreshing. The first
tenth is a warm-up; what is held after it must not grow by more than the goal. A document that stays would cost far more.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests/office"))

from material import catalogue  # noqa: E402
from office import Office  # noqa: E402
from test_examples import build  # noqa: E402

GOAL = 1.05  # times what is held after the warm-up
DECKS = ("KakehashiDeck", "NavigatorDeck")


def held(office):
    """Resident memory of the office's processes, in MB."""
    pages = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(process.name)) == office._process.pid:
                pages += int((process / "statm").read_text().split()[1])
        except (OSError, ProcessLookupError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def decks_of(document):
    sidebar = document.component.CurrentController.getSidebar()
    sidebar.setVisible(True)
    sidebar.showDecks(True)
    return {name: sidebar.getDecks().getByName(name) for name in DECKS}


def show(deck):
    if not deck.isActive():
        deck.activate(True)


def open_document(office):
    document = office.new_document(hidden=False)
    build(document, catalogue()["document"])
    return document, document.sheet("LeadRows"), decks_of(document)


def documents(office, count, dice):
    for i in range(count):
        document, leads, decks = open_document(office)
        show(decks["KakehashiDeck"])
        time.sleep(dice.choice((0, 0.05, 0.3, 0.6)))  # a refresh may be under way, or not begun
        leads.formula("D7", str(i))
        time.sleep(dice.choice((0, 0.26, 0.3)))
        document.close()
        yield i + 1


def switches(office, count, dice):
    document, leads, decks = open_document(office)
    for i in range(count):
        show(decks[DECKS[i % 2]])
        time.sleep(dice.choice((0.02, 0.1, 0.3)))
        leads.formula("D7", str(i))
        time.sleep(dice.choice((0.02, 0.26, 0.3)))
        yield i + 1
    document.close()


def measure(office, name, count, work):
    """Whether the goal is met."""
    at = sorted({max(1, count * part // 10) for part in (1, 2, 5, 10)})
    seen = []
    for done in work(office, count, random.Random(1)):
        if done in at:
            time.sleep(1)
            seen.append(held(office))
            print(f"{done:5} {name}: {seen[-1]:.0f} MB", flush=True)
    growth = seen[-1] / seen[0]
    print(f"      {growth:.3f} times what was held at first (goal {GOAL})", flush=True)
    return growth <= GOAL


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oxt", required=True)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--switches", type=int, default=200)
    options = parser.parse_args()
    with Office(options.oxt, seconds=3600) as office:
        met = [measure(office, "documents opened, edited and closed", options.documents, documents),
               measure(office, "switches of the deck", options.switches, switches)]
    sys.exit(not all(met))


if __name__ == "__main__":
    main()

"""test_released.py RELEASED NOW: no released function has gone or changed its arguments, except for new optional ones
at the end. Each line is `leadCount leads where?`; after a release, NOW is copied to RELEASED."""

import sys
from pathlib import Path


def functions(path):
    lines = [line.split() for line in Path(path).read_text().splitlines() if line and not line.startswith("#")]
    return {words[0]: words[1:] for words in lines}


def broken(released, now):
    for name, arguments in released.items():
        if name not in now:
            yield f"{name} was released and is gone"
        elif now[name][: len(arguments)] != arguments:
            yield f"{name}: released with ({' '.join(arguments)}), now ({' '.join(now[name])})"
        elif any(not added.endswith("?") for added in now[name][len(arguments) :]):
            yield f"{name}: a new argument must be optional"


def main():
    released, now = functions(sys.argv[1]), functions(sys.argv[2])
    problems = list(broken(released, now))
    print("\n".join(problems) or f"{len(released)} released functions are as they were, {len(now)} exist")
    assert not list(broken(now, now))
    assert list(broken({"gone": []}, {})) and list(broken({"a": ["x"]}, {"a": ["y"]})) and list(broken({"a": []}, {"a": ["x"]}))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

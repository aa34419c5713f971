"""Times of core beside DuckDB and pandas: the same figures over the same tables in memory, in one run.

    /usr/bin/python3 tests/bench/core_bench.py --program build/dev/tests/bench/core/kakehashi_bench_core
        --folder build/bench [--leads 1000000] [--repeats 5]

The folder holds node_modules with @duckdb/node-api (`npm install --prefix FOLDER @duckdb/node-api`). Results must agree
to 1e-9. Also: how times and memory grow from a tenth of the leads.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MOST_GROWTH, MOST_MEMORY = 12, 3


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def duckdb(folder, data, threads, repeats):
    script = folder / "duckdb_figures.mjs"  # beside node_modules
    shutil.copy(HERE / "core/duckdb_figures.mjs", script)
    return run("node", script, data, threads, repeats)


def require_equal(name, ours, others):
    for who, theirs in others.items():
        same = len(ours) == len(theirs) and all(abs(a - b) <= 1e-9 * max(1.0, abs(b)) for a, b in zip(ours, theirs))
        if not same:
            sys.exit(f"{name}: ours {ours}, {who} {theirs}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    data = options.folder / "data"
    run(options.program, options.leads, "--write", data)
    ours = {n: run(options.program, options.leads, "--threads", n, "--repeats", options.repeats) for n in (1, 2)}
    tenth = run(options.program, options.leads // 10, "--threads", 1, "--repeats", options.repeats)
    duck = {n: duckdb(options.folder, data, n, options.repeats) for n in (1, 2)}
    panda = run(sys.executable, HERE / "core/pandas_figures.py", data, options.repeats)

    print(f"Core, {options.leads:,} leads with history and touches; ms, median of {options.repeats}; results equal to 1e-9")
    print(f"  {'':24}{'1 thread':>10}{'DuckDB':>10}{'ratio':>8}{'2 threads':>12}{'DuckDB':>10}{'ratio':>8}{'pandas':>10}"
          f"{'× a tenth':>11}")
    missed = []
    for name in duck[1]:
        require_equal(name, ours[1][name]["result"],
                      {"two threads": ours[2][name]["result"], "DuckDB": duck[1][name]["result"],
                       "pandas": panda[name]["result"]})
        times = [times[n][name]["ms"] for n in (1, 2) for times in (ours, duck)]
        ratios = times[0] / times[1], times[2] / times[3]
        growth = times[0] / tenth[name]["ms"]
        print(f"  {name:24}{times[0]:10.1f}{times[1]:10.1f}{ratios[0]:8.2f}{times[2]:12.1f}{times[3]:10.1f}{ratios[1]:8.2f}"
              f"{panda[name]['ms']:10.1f}{growth:11.1f}")
        missed += [f"{name}: slower than DuckDB"] * (max(ratios) >= 1)
        missed += [f"{name}: {growth:.1f} times a tenth, over {MOST_GROWTH}"] * (growth > MOST_GROWTH)
    require_equal("attribution, range", ours[1]["attribution, range"]["result"],
                  {"the handle": ours[1]["attribution"]["result"]})
    steps = []  # done once per handle; no figures by themselves
    print(f"  {'without an equal there':34}{'1 thread':>13}{'2 threads':>13}{'× a tenth':>11}")
    for name in sorted(ours[1].keys() - duck[1].keys() - {"memory"}):
        growth = ours[1][name]["ms"] / tenth[name]["ms"]
        print(f"    {name:34}{ours[1][name]['ms']:10.1f} ms{ours[2][name]['ms']:10.1f} ms{growth:11.1f}")
        over = [f"{name}: {growth:.1f} times a tenth, over {MOST_GROWTH}"] * (growth > MOST_GROWTH)
        (missed if "result" in ours[1][name] else steps).extend(over)
    memory = ours[1]["memory"]
    print(f"  memory: {memory['ratio']:.2f} times the raw columns of all three tables ({memory['bytes'] / 1e6:.0f} of "
          f"{memory['raw bytes'] / 1e6:.0f} MB)")
    missed += [f"memory: over {MOST_MEMORY} times the raw columns"] * (memory["ratio"] > MOST_MEMORY)
    print("\n".join(["Goals missed:"] + [f"  {line}" for line in missed] if missed else ["All goals met."]))
    if steps:
        print("\n".join(["Steps, done once per handle, that grow faster than figures may:"] + [f"  {line}" for line in steps]))


if __name__ == "__main__":
    main()

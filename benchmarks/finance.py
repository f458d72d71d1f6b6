"""From CSV text to capitated rates, beside a straightforward pandas script and SQL written by hand.

`script/bench finance` runs 1, 5 and 20 million synthetic lines; `--lines 100000` others. Each run is a process of its
own, so that its peak memory is its own. pandas is left out where it would not fit into memory, and that is said. On a
machine that does other work too, the seconds of the processors say more than the clock.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from finance_models.calc.synthetic import Sample, write  # noqa: E402

LINES_OF_A_PERSON = 13
PANDAS_BYTES_OF_A_LINE = 700
STAGES = ("load", "cost", "capitate")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", type=int, nargs="+", default=[1_000_000, 5_000_000, 20_000_000])
    options.add_argument("--scratch", default=None, help="a folder with room: 150 bytes a line")
    given = options.parse_args()
    print(f"{'':<34}{'seconds':>9}{'of cpu':>9}{'MiB':>8}   load + cost + capitate")
    for lines in given.lines:
        with tempfile.TemporaryDirectory(dir=given.scratch) as folder:
            one_size(lines, folder)
    print(f"Load {os.getloadavg()[0]:.1f} on {len(os.sched_getaffinity(0))} cores.")


def one_size(lines: int, folder: str) -> None:
    sample = write(Sample(people=lines // LINES_OF_A_PERSON, area="bench"), folder)
    files = [sample.people, sample.activity[0], sample.unit_costs, sample.providers, sample.assumptions]
    ours = run("_finance_ours.py", "stages", folder, *files)
    show(f"{lines:,} lines, ours", ours)
    if available_bytes() < lines * PANDAS_BYTES_OF_A_LINE:
        print(f"{'pandas':<34} left out: it would not fit into {available_bytes() / 2**30:.0f} GiB")
    else:
        pandas = run("_finance_pandas.py", *files)
        show("  pandas script", pandas)
        check(ours["made"], pandas["made"])
        times, share = pandas["seconds"] / ours["seconds"], ours["mebibytes"] / pandas["mebibytes"]
        cpu = pandas["cpu"] / ours["cpu"]
        print(f"  {times:.1f} times as quick as pandas ({cpu:.1f} in processor time), {share:.2f} of its memory")
    made = run("_finance_ours.py", "sql", folder, *files)["made"]
    exact, floats = (made["ours"] / made[kind] for kind in ("sql", "sql_in_floats"))
    print(f"  aggregation {made['ours']:.2f} s: {exact:.2f} times SQL by hand ({made['sql']:.2f} s), ", end="")
    print(f"{floats:.2f} times the same in floats ({made['sql_in_floats']:.2f} s)", flush=True)


def run(program: str, *arguments: object) -> dict:
    """A program's time and peak memory, its start included, and what it printed."""
    command = [sys.executable, str(PROJECT / "benchmarks" / program), *map(str, arguments)]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=PROJECT) as process:
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{program} failed")
    return {
        "seconds": time.perf_counter() - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "mebibytes": usage.ru_maxrss / 1024,
        "made": json.loads(printed),
    }


def show(name: str, measured: dict) -> None:
    laps = measured["made"]["laps"]
    parts = " + ".join(f"{laps[stage]:.1f}" for stage in STAGES)
    print(
        f"{name:<34}{measured['seconds']:>9.1f}{measured['cpu']:>9.1f}{measured['mebibytes']:>8.0f}   {parts}",
        flush=True,
    )


def check(ours: dict, pandas: dict) -> None:
    """Both have to come to the same, but for the pennies that floats lose."""
    assert abs(ours["total"] - pandas["total"]) < 1e-6 * abs(ours["total"]), (ours["total"], pandas["total"])
    for outcome in ("uncosted", "outside_eligibility", "unlinked"):
        assert ours["lines"][outcome] == pandas["lines"][outcome], (ours["lines"], pandas["lines"])
    pairs = zip(ours["rates"], pandas["rates"], strict=True)
    assert all(abs(mine - theirs) < 0.02 for mine, theirs in pairs), (ours["rates"], pandas["rates"])


def available_bytes() -> int:
    facts = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    return int(facts["MemAvailable"].split()[0]) * 1024


if __name__ == "__main__":
    main()

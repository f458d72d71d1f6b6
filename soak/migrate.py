"""150 areas: nothing to do in under 15 s, one change in under 60 s, beside the library's own command.

`script/soak migrate`; `--areas N` for another number. The library's command takes minutes. Exit code 1 where a limit
isn't kept. The machine's load is printed, since it decides much.
"""

import argparse
import os
import sys

from benchmarks import _migrating
from config.migrate import is_up_to_date

NOTHING_TO_DO_SECONDS, ONE_CHANGE_SECONDS = 15, 60


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--areas", type=int, default=150)
    areas = options.parse_args().areas
    _migrating.make_areas(areas)
    say(f"{areas} areas are made")
    with _migrating.changes() as package:
        nothing = _migrating.ours()
        say(f"nothing to do: {nothing:.1f} s (limit {NOTHING_TO_DO_SECONDS})")
        _migrating.add_change(package)
        change = _migrating.ours()
        assert is_up_to_date() is None
        say(f"one change: {change:.1f} s (limit {ONE_CHANGE_SECONDS})")
        say(f"the library's command, nothing to do: {_migrating.librarys():.1f} s")
        _migrating.add_change(package)
        say(f"the library's command, one change: {_migrating.librarys():.1f} s")
    kept = nothing < NOTHING_TO_DO_SECONDS and change < ONE_CHANGE_SECONDS
    print("Both limits are kept." if kept else "A limit is NOT kept.")
    return 0 if kept else 1


def say(words: str) -> None:
    print(f"{words}  [load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores]", flush=True)


if __name__ == "__main__":
    sys.exit(main())

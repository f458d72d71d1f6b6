"""An attacker tries 10,000 tables and 10,000 pairs of releases: `script/soak disclosure [how many]`.

Prints what it found and exits 1 if a published figure could be worked out, if the old rule held, or if so much was
refused that the module would be of no use. Two processes; the same numbers give the same tables.
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from tests.disclosure import made_up  # noqa: E402
from tests.disclosure.attack_in_numbers import Tally  # noqa: E402

EACH = 10_000
AT_A_TIME = 250
PROCESSES = 2
# Far from all other numbers, and of the same kind of pair.
ANOTHER = 1_000_000 * len(made_up.PAIR_KINDS)
# The old rule is tried on every fourth table: it falls at the first.
ROUNDS_BETWEEN_OLD_ONES = 4


def tables(seeds):
    """What the attacker found in these tables."""
    tally = Tally()
    for seed in seeds:
        has_old = seed // len(made_up.TABLE_KINDS) % ROUNDS_BETWEEN_OLD_ONES == 0
        tally.add(made_up.table(seed, with_old_rule=has_old))
    return tally


def pairs(seeds):
    """The same of these pairs. Where the first of two was refused there is no pair: another is made of its kind."""
    tally = Tally()
    for seed in seeds:
        others = range(seed, seed + 50 * ANOTHER, ANOTHER)
        tally.add(next((outcome for each in others if (outcome := made_up.pair(each))), None))
    return tally


def run(pool, what, attack, many):
    """All of them, in parts; prints how far it is."""
    start, whole = time.monotonic(), Tally()
    # Other numbers than the suite's.
    parts = [range(i, min(i + AT_A_TIME, 100_000 + many)) for i in range(100_000, 100_000 + many, AT_A_TIME)]
    for done, tally in enumerate(pool.map(attack, parts), start=1):
        whole = whole.plus(tally)
        print(f"{what}: {done} of {len(parts)} parts, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    print(f"{whole.in_words(what)}; {time.monotonic() - start:.0f} s", flush=True)
    return whole


def main(many):
    with ProcessPoolExecutor(PROCESSES) as pool:
        of_tables, of_pairs = run(pool, "tables", tables, many), run(pool, "pairs", pairs, many)
    is_good = (
        of_tables.worked_out == of_pairs.worked_out == 0
        and of_tables.old_share > 0.5
        and of_tables.share_refused < 0.4
        and of_pairs.share_refused < 0.5
    )
    print("All as promised." if is_good else "NOT as promised.")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else EACH))

"""The ledger of the time bank under load, kills and chance, at full size: `script/soak timebank`.

1,000 transfers by 8 clients with lost answers; kill -9 of PostgreSQL five times during 8,000; 500 transfers reversed
twice at once; 100,000 random operations beside an obvious ledger; 1,000 made-up cases of the matching. IPC_SOAK_SEED
repeats a run.
"""

import _suite

TESTS = ("many_clients", "survives_kills", "reversed_twice_at_once", "random_operations")

if __name__ == "__main__":
    files = [*(f"tests/timebank/test_{name}.py" for name in TESTS), "tests/timebank/calc/matching/test_generated.py"]
    _suite.run("-o", "timeout=3600", *files)

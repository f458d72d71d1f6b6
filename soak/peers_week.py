"""A week of 500 reports with slow and absent moderators, minute by minute: `script/soak peers_week`.

IPC_SOAK_SEED repeats a run, or tries another week.
"""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    options = ["-v", "-s", "-p", "no:cacheprovider", "-o", "timeout=3600"]
    sys.exit(pytest.main([*options, "tests/peer_network/moderation/test_a_week_of_reports.py"]))

"""Sends 1,000 hostile uploads to a real web server and worker: `script/soak uploads`.

IPC_SOAK_COUNT and IPC_SOAK_SEED choose how many and which.
"""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    options = ["-v", "-s", "-p", "no:cacheprovider", "--timeout=3600"]
    sys.exit(pytest.main([*options, "tests/trust/test_hostile_uploads.py"]))

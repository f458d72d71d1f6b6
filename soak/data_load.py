"""Kills the worker at ten points of a load of 1.5 million lines: `script/soak data_load`."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-p", "no:cacheprovider", "tests/trust/test_data_load_survives_kills.py"]))

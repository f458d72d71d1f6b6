"""Kills the worker at ten points of a load of sixty areas: `script/soak network_load`."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-p", "no:cacheprovider", "tests/trust/test_network_load_survives_kills.py"]))

"""Asks every address as everybody: `script/soak rights`. The suite asks whoever is let in, and some of the others."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-n", "2", "-p", "no:cacheprovider", "tests/trust/test_rights_table.py"]))

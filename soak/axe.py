"""Looks at every page at every width with every rule of axe: `script/soak axe`.

The suite looks at each combination of colours once.
"""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/e2e/test_axe.py"]))

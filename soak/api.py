"""schemathesis calls every address of the API a thousand times: `script/soak api`."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-p", "no:cacheprovider", "--timeout=3600", "tests/api/test_by_its_description.py"]))

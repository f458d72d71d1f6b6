"""Tests of the suite at full size: they read IPC_SOAK, and do all of what the suite does a part of."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


def run(*arguments: str) -> None:
    """Run these tests, in the project's folder, and end with pytest's answer."""
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-p", "no:cacheprovider", *arguments]))

"""Reads the peer network as a member, a moderator and a board member, with people behind pseudonyms changed about."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    os.environ["IPC_SOAK"] = "1"
    os.chdir(PROJECT)
    sys.exit(pytest.main(["-v", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/peer_network/test_linkage.py"]))

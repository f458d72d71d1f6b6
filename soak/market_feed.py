"""Reads a directory of 10,000 services from a file and from an address, twice each: `script/soak market_feed`.

Says how long it took and how far the process's memory grew, and fails where it grew with the feed.
"""

import _suite

if __name__ == "__main__":
    _suite.run("-s", "-n", "0", "--timeout=3600", "tests/market/directories/test_large_feed.py")

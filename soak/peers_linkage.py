"""Reads the peer network as a member, a moderator and a board member, with people behind pseudonyms changed about."""

import _suite

if __name__ == "__main__":
    _suite.run("-n", "0", "tests/peer_network/test_linkage.py")

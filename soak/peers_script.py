"""Shows all 300 payloads in every text of the peer network: `script/soak peers_script`. The suite shows a part."""

import _suite

if __name__ == "__main__":
    _suite.run("-n", "0", "tests/peer_network/test_stored_script.py")

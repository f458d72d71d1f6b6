"""Shows all 300 payloads in every text of the peer network on every page, and types them into every form.

`script/soak peers_script`. The suite shows them on one page of each route. Ends with how much was shown.
"""

import _suite

if __name__ == "__main__":
    _suite.run("-n", "0", "-s", "tests/peer_network/test_stored_script.py")

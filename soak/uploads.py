"""Sends 1,000 hostile uploads to a real web server and worker: `script/soak uploads`.

IPC_SOAK_COUNT and IPC_SOAK_SEED choose how many and which.
"""

import _suite

if __name__ == "__main__":
    _suite.run("-s", "--timeout=3600", "tests/trust/test_hostile_uploads.py")

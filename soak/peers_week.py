"""A week of 500 reports with slow and absent moderators, minute by minute: `script/soak peers_week`.

IPC_SOAK_SEED repeats a run, or tries another week.
"""

import _suite

if __name__ == "__main__":
    _suite.run("-s", "-o", "timeout=3600", "tests/peer_network/moderation/test_a_week_of_reports.py")

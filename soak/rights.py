"""Asks every address as everybody: `script/soak rights`. The suite asks whoever is let in, and some of the others."""

import _suite

if __name__ == "__main__":
    _suite.run("-n", "2", "tests/trust/test_rights_table.py")

"""Kills the worker at ten points of a load of sixty areas: `script/soak network_load`."""

import _suite

if __name__ == "__main__":
    _suite.run("tests/trust/test_network_load_survives_kills.py")

"""Kills the worker at ten points of a load of 1.5 million lines: `script/soak data_load`."""

import _suite

if __name__ == "__main__":
    _suite.run("tests/trust/test_data_load_survives_kills.py")

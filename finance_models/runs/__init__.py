"""Runs: what was calculated from a data version. `making` does it in a worker, pages read the kept results."""

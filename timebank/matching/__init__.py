"""Matching runs: what the solver proposes, what the coordinator pins and refuses, what both sides answer."""

"""Releases to the region: prepared by a job, proposed by the finance lead, released by another person."""

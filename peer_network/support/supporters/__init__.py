"""Profiles of peer supporters, and their directory."""

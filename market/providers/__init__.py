"""Providers: what they say of themselves, and how they are checked once for every area."""

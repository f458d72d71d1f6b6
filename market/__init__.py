"""Providers, their offers, unmet need and market position statements."""

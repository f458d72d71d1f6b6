"""Becoming a member: a display name, the house rules, and what a member sees of themselves."""

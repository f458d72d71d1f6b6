"""Local groups and their events."""

"""Made-up activity of the time bank, for the demo: it starts with the first intake helping the second."""

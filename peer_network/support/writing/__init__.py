"""Help with writing: a supporter writes posts down for a member who agreed."""

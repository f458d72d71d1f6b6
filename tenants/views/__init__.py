"""Pages about areas: the public list, the workspace, its team, the network's setting up, "your turn"."""

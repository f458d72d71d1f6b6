"""Fair shares of the network: the rule in force, each area's share, and what sites pledged."""

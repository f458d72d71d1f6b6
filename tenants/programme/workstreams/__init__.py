"""The network's workstreams: kept by its manager, read by everybody who reads the board."""

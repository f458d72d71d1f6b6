"""Search over all rooms: what can be found, and by whom. The page itself comes with `/search/`."""

"""The region's own figures, from what areas released: exact for its finance group, rounded for the board."""

"""Finding support to buy: search, offer, compare, shortlist."""

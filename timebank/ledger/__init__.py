"""The ledger of the time bank: posting, reserving, limits, verifying, statements."""

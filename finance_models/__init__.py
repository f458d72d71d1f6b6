"""Each area's own finance models, on its own person-level data."""

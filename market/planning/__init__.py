"""Planning a year: what support costs, against a budget that is typed in."""

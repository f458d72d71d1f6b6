"""Resources that members would like to have: proposing one, and what editors make of it."""

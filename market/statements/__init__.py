"""Market position statements: what there is, what is missing and what will be bought, in tables and in words."""

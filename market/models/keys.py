"""Columns with several keys, as long as an area's slug may be: `tenants.keys` says the rest."""

from functools import partial

from tenants import keys

LONGEST_SLUG = 40  # letters in an area's slug
# Keys of a list in `market.words`, of the target groups, or areas' slugs.
keys_field = partial(keys.keys_field, longest=LONGEST_SLUG)

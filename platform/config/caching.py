"""Cache keys by area.

The default cache is keyed by the current schema, so that a value computed for one area can't be read in another.
Wagtail keeps a few facts about the whole site under fixed keys: those are shared on purpose, or a page saved in one
schema would leave them stale in the others.
"""

from django.db import connection

SHARED_PREFIXES = ("wagtail", "wagtail_site_root_paths", "allauth", "ratelimit")


def area_key(key: str, key_prefix: str, version: int) -> str:
    """`<prefix>:<schema>:<version>:<key>`, with `public` for the keys that are shared on purpose."""
    schema = "public" if str(key).startswith(SHARED_PREFIXES) else connection.schema_name
    return f"{key_prefix}:{schema}:{version}:{key}"


def shared_key(key: str, key_prefix: str, version: int) -> str:
    """`<prefix>:shared:<version>:<key>`: for the cache alias that holds shared data only."""
    return f"{key_prefix}:shared:{version}:{key}"

"""Cache keys by area.

The default cache is keyed by the current schema, so that a value computed for one area can't be read in another.
Wagtail keeps a few facts about the whole site under fixed keys: those are shared on purpose, or a page saved in one
schema would leave them stale in the others.
"""

from django.conf import settings
from django.db import connection
from django_redis import get_redis_connection
from redis.exceptions import RedisError

SHARED_PREFIXES = ("wagtail", "wagtail_site_root_paths", "allauth", "ratelimit")


def area_key(key: str, key_prefix: str, version: int) -> str:
    """`<prefix>:<schema>:<version>:<key>`, with `public` for the keys that are shared on purpose."""
    schema = "public" if str(key).startswith(SHARED_PREFIXES) else connection.schema_name
    return f"{key_prefix}:{schema}:{version}:{key}"


def shared_key(key: str, key_prefix: str, version: int) -> str:
    """`<prefix>:shared:<version>:<key>`: for the cache alias that holds shared data only."""
    return f"{key_prefix}:shared:{version}:{key}"


def forget_cached(schema: str = "") -> None:
    """Forget what is cached for one schema, or for all. Messages to the worker, in the same Redis, stay.

    Without Redis there is nothing to forget.
    """
    prefix = settings.CACHES["default"]["KEY_PREFIX"]
    try:
        redis = get_redis_connection("default")
        for key in redis.scan_iter(match=f"{prefix}:{schema or '*'}:*", count=1000):
            redis.delete(key)
    except RedisError:
        return

"""The cache, with one exception to "without Redis nothing is cached": what counts tries is kept in PostgreSQL then.

Without it, limits would vanish when Redis does (or, as the library has it today, nobody could sign in at all).
"""

from typing import Any

from django.core.cache import caches
from django_redis.cache import CONNECTION_INTERRUPTED, RedisCache

# Limits, locks, and the codes of second steps that were used already: all that allauth keeps.
COUNTED_PREFIX = "allauth"


class CountingRedisCache(RedisCache):
    """django-redis's cache; keys that count something go to the alias `counters` while Redis doesn't answer."""

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        """True where the key was new."""
        done = super().add(key, value, *args, **kwargs)
        return self._counters.add(key, value, *args, **kwargs) if self._is_lost(key, done) else done

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep a value."""
        done = super().set(key, value, *args, **kwargs)
        return self._counters.set(key, value, *args, **kwargs) if self._is_lost(key, done) else done

    def delete(self, key: str, *args: Any, **kwargs: Any) -> Any:
        """Forget a value."""
        done = super().delete(key, *args, **kwargs)
        return self._counters.delete(key, *args, **kwargs) if self._is_lost(key, done) else done

    def _get(self, key: str, default: Any, version: Any, client: Any) -> Any:
        found = super()._get(key, default, version, client)
        if found is CONNECTION_INTERRUPTED and self._is_lost(key, None):
            return self._counters.get(key, default, version=version)
        return found

    @property
    def _counters(self) -> Any:
        return caches["counters"]

    @staticmethod
    def _is_lost(key: str, done: Any) -> bool:
        """Whether Redis didn't answer (the library then says None) for a key that counts."""
        return done is None and str(key).startswith(COUNTED_PREFIX)

"""The parts of the API, which rooms register in `AppConfig.ready()`."""

from ninja import Router

_routers: dict[str, Router] = {}


def register(prefix: str, router: Router) -> None:
    """Add a router under `/api/v1/<prefix>/`; raises ValueError where another has the prefix."""
    if _routers.setdefault(prefix.strip("/"), router) is not router:
        raise ValueError(f"There is another part of the API under {prefix!r}.")


def all_routers() -> dict[str, Router]:
    """Every router by its prefix."""
    return dict(_routers)

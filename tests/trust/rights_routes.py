"""Every route of the URL resolver, with an address to ask it at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern
from django.utils.regex_helper import normalize

# What stands in an address where a route has a parameter and nobody said what for.
STAND_INS = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000", "ending": "csv"}
# Regular expressions that a stand-in doesn't fit.
ADDRESSES = {"wagtail_serve": "/", "admin:app_list": "/admin/tenants/"}
PARAMETER = re.compile(r"<(?:(?P<converter>[^>:]+):)?(?P<name>[^>]+)>")
AREA_PARAMETER = re.compile(r"^areas/<[^>]+>/")


@dataclass(frozen=True)
class Route:
    """One route. It has the attributes of a ResolverMatch that rules look at."""

    view_name: str
    url_name: str | None
    route: str
    callback: Any
    stand_in_path: str

    @property
    def is_in_area(self) -> bool:
        """Whether its address names an area."""
        return bool(AREA_PARAMETER.match(self.route))

    @property
    def parameters(self) -> list[str]:
        """Names of its parameters, without the area's."""
        names = [match["name"] for match in PARAMETER.finditer(self.route)]
        return names[1:] if self.is_in_area else names


def all_routes() -> list[Route]:
    """Every route of the site, in the order in which the resolver tries them."""
    return list(_walk(get_resolver().url_patterns, "", "/", []))


def _walk(patterns: list[Any], route: str, path: str, namespaces: list[str]) -> Iterator[Route]:
    for entry in patterns:
        whole_route, whole_path = route + str(entry.pattern), path + _stand_in(entry.pattern)
        if isinstance(entry, URLResolver):
            inside = [*namespaces, entry.namespace] if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, whole_route, whole_path, inside)
        elif isinstance(entry, URLPattern):
            # As ResolverMatch names a view without a name: by its function.
            name = ":".join([*namespaces, entry.name or entry.lookup_str])
            yield Route(name, entry.name, whole_route, entry.callback, ADDRESSES.get(name, whole_path))


def _stand_in_for(converter: str | None, name: str) -> str:
    return "1" if name == "pk" else STAND_INS.get(converter or "str", "x")


def _stand_in(pattern: RoutePattern | RegexPattern | LocalePrefixPattern) -> str:
    if isinstance(pattern, RoutePattern):
        return PARAMETER.sub(lambda match: _stand_in_for(match["converter"], match["name"]), str(pattern))
    text, names = normalize(str(pattern))[0]
    return text % dict.fromkeys(names, "1")

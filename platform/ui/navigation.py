"""What the service navigation and an area's own navigation list.

Rooms register their entries in `AppConfig.ready()`; a person sees only what `is_visible` allows them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from accounts.permissions import Permission

Visibility = Callable[[HttpRequest], bool]


def is_signed_in(request: HttpRequest) -> bool:
    """Whether the request is from somebody signed in."""
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated)


def everyone(request: HttpRequest) -> bool:
    """Shown to all, signed in or not."""
    return True


def for_whoever_may(permission: Permission) -> Visibility:
    """For an entry that is seen by whoever may do this, wherever their role is held."""

    def is_visible(request: HttpRequest) -> bool:
        access = getattr(request, "access", None)
        return bool(access and access.can(permission))

    return is_visible


@dataclass(frozen=True)
class NavigationItem:
    """One entry. `url_name` of an area's entry is reversed with the area's slug as its one argument.

    `args` are arguments of the address of any other entry: the path of a page of Wagtail's.
    """

    key: str
    label: str
    url_name: str
    order: int = 100
    is_visible: Visibility = is_signed_in
    args: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """An entry ready for a page."""

    key: str
    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class HeaderItem:
    """An entry at the top of every page, beside "Account", for people who are signed in.

    `count`, when it is above zero, is shown with the label: how many things there are new.
    """

    key: str
    label: str
    url_name: str
    order: int = 100
    count: Callable[[HttpRequest], int] | None = None


@dataclass(frozen=True)
class HeaderLink:
    """A header's entry ready for a page."""

    key: str
    text: str
    href: str
    count: int = 0
    current: bool = False


_header: dict[str, HeaderItem] = {}
_service: dict[str, NavigationItem] = {}
_area: dict[str, NavigationItem] = {}
_under: dict[str, dict[str, NavigationItem]] = {}  # by the key of an area's entry


def register(item: NavigationItem) -> None:
    """Add an entry to the service navigation. The same key again replaces it."""
    _service[item.key] = item


def register_area(item: NavigationItem) -> None:
    """Add an entry to the navigation inside an area. The same key again replaces it."""
    _area[item.key] = item


def register_under(section: str, item: NavigationItem) -> None:
    """Add an entry below one of an area's entries: its pages then have a second navigation. The same key replaces."""
    _under.setdefault(section, {})[item.key] = item


def register_header(item: HeaderItem) -> None:
    """Add an entry to the header. The same key again replaces it."""
    _header[item.key] = item


def header_links(request: HttpRequest) -> list[HeaderLink]:
    """The header's entries for somebody signed in; none for a visitor."""
    if not is_signed_in(request):
        return []
    links = []
    for item in sorted(_header.values(), key=lambda item: (item.order, item.label)):
        href = href_or_none(item.url_name)
        if href is not None:
            count = item.count(request) if item.count else 0
            links.append(HeaderLink(item.key, item.label, href, count, request.path.startswith(href)))
    return links


def service_links(request: HttpRequest) -> list[Link]:
    """The entries that this person may use; the one whose address begins the request's path is current."""
    return links_of(request, _service)


def area_links(request: HttpRequest) -> list[Link]:
    """The entries of the request's area, or none outside an area's workspace."""
    area = getattr(request, "area", None)
    if area is None or not is_signed_in(request):
        return []
    return mark_current(request, _links(request, _area, area.slug))


def under_links(request: HttpRequest) -> dict[str, list[Link]]:
    """The second navigation of each of the area's entries that has one, by the entry's key."""
    area = getattr(request, "area", None)
    if area is None or not is_signed_in(request):
        return {}
    return {key: mark_current(request, _links(request, items, area.slug)) for key, items in _under.items()}


def links_of(request: HttpRequest, items: dict[str, NavigationItem]) -> list[Link]:
    """A room's own entries, by key, as this person may use them."""
    return mark_current(request, _links(request, items))


@lru_cache(maxsize=1_000)
def href_or_none(url_name: str, *args) -> str | None:
    """The address of a route, or None where no such route exists. Looked for once: routes don't change while we run."""
    try:
        return reverse(url_name, args=args)
    except NoReverseMatch:
        return None


def _links(request: HttpRequest, items: dict[str, NavigationItem], *args) -> list[Link]:
    links = []
    for item in sorted(items.values(), key=lambda item: (item.order, item.label)):
        if not item.is_visible(request):
            continue
        href = href_or_none(item.url_name, *args, *item.args)
        if href is not None:
            links.append(Link(item.key, item.label, href))
    return links


def mark_current(request: HttpRequest, links: list[Link]) -> list[Link]:
    """Mark the entry with the longest address that the path begins with: /areas/ is not current on /areas/x/team/."""
    matching = [link.href for link in links if request.path.startswith(link.href) and link.href != "/"]
    best = max(matching, key=len, default=None)
    return [Link(link.key, link.text, link.href, link.href == best) for link in links]

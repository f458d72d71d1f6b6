"""Addresses that keep the filters of the page they are on."""

from django.core.paginator import Page
from django.http import HttpRequest


def with_query(request: HttpRequest | None, **changes) -> str:
    """The query string of the request with some values changed; None takes one away. Starts with "?"."""
    query = request.GET.copy() if request else _empty()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return "?" + query.urlencode()


def page_numbers(page: Page) -> list[int | None]:
    """The page numbers to link, None for a gap: 1 … 4 5 6 … 20."""
    ellipsis = page.paginator.ELLIPSIS
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [None if number == ellipsis else number for number in numbers]


def _empty():
    from django.http import QueryDict

    return QueryDict(mutable=True)

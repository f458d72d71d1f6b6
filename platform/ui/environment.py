"""The Jinja2 environment of every page: NHS England's macros, our components, our filters."""

import uuid
from functools import lru_cache

from django.contrib.messages import get_messages
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils.text import slugify
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader

from config.today import today
from ui import branding, cells, drawn, formats, headers, navigation, query, tags
from ui.charts import lanes, plots, svg
from ui.forms import error_lines, errors_of, present

COMPONENTS = "ui/components.jinja"
ANY_ID = "01234567-89ab-4cde-8f01-23456789abcd"  # stands where an id goes


class Components:
    """The global `ui` of every template: `{{ ui.tag("late") }}` without an import in each page.

    It looks each macro up when it is used, so that an edited template is picked up while developing.
    """

    def __init__(self, environment: Environment):
        self._environment = environment

    def __getattr__(self, name: str):
        module = self._environment.get_template(COMPONENTS).module
        try:
            return getattr(module, name)
        except AttributeError:
            raise AttributeError(f"{COMPONENTS} has no component called {name}") from None


def environment(**options) -> Environment:
    """The environment that Django's Jinja2 backend asks for; NHS England's macros need chainable undefined values."""
    options["loader"] = ChoiceLoader([options["loader"], PackageLoader("nhsuk_frontend_jinja")])
    options["undefined"] = ChainableUndefined
    options["autoescape"] = True
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 - autoescape is on, above
    env.filters.update(formats.FILTERS)
    env.filters["slug"] = slugify
    env.filters["without_nhs_logo"] = branding.without_nhs_logo
    env.globals.update(
        {
            "ui": Components(env),
            "static": staticfiles_storage.url,
            "url": _url,
            "href_or_none": navigation.href_or_none,
            "today": today,
            "drawn_once": drawn.once,
            "drawn_header": headers.header,
            "header_token": headers.TOKEN,
            "messages_of": get_messages,
            "tag_for": tags.for_status,
            "all_tags": tags.all_tags,
            "present_field": present,
            "errors_of": errors_of,
            "error_lines": error_lines,
            "unknown_picture": _unknown_picture,
            "with_query": query.with_query,
            "page_numbers": query.page_numbers,
            "svg": svg,
            "plots": plots,
            "lanes": lanes,
            "cells": cells,
        }
    )
    return env


def _url(name: str, *args, **kwargs) -> str:
    """`{{ url("ui:home") }}`, `{{ url("tenants:area", area.slug) }}`.

    A list asks for the same route with one id after another: the route is looked for once, and the id written in.
    """
    if (
        kwargs
        or not args
        or not isinstance(args[-1], uuid.UUID)
        or not all(isinstance(each, str) for each in args[:-1])
    ):
        return reverse(name, args=args, kwargs=kwargs)
    return _address_of_any(name, *args[:-1]).replace(ANY_ID, str(args[-1]))


@lru_cache(maxsize=1_000)
def _address_of_any(name: str, *args: str) -> str:
    return reverse(name, args=[*args, uuid.UUID(ANY_ID)])


def _unknown_picture(name: str):
    raise LookupError(f"There is no picture called {name!r}: see ui/components/pictograms.jinja")

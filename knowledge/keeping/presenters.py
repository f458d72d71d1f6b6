"""The list of resources to be reviewed, for editors."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from knowledge.keeping import due
from ui import formats

SOURCE = "the knowledge base of this site"


def table(resources: Iterable[Any], day: datetime.date) -> Table:
    """One line for each resource, with how late it is and who is asked: nobody by name."""
    head = ("Resource", "Kind", "To be reviewed by", numeric("Days late"), "Who is asked")
    listed = list(resources)
    asked = due.keepers_of(listed)
    rows = tuple(_row(each, day, asked[each.pk].words) for each in listed)
    return Table("due", "Resources to be reviewed", head, rows, today(), SOURCE, people=NO_PEOPLE)


def _row(resource: Any, day: datetime.date, asked: str) -> list[Any]:
    late = (day - resource.review_on).days
    return [
        {"text": resource.title, "href": reverse("knowledge:review-due", args=[resource.pk])},
        resource.kind_name,
        formats.date(resource.review_on),
        max(late, 0),
        asked,
    ]

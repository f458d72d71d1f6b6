"""Whom a backup would bring back: people who were erased after it was made."""

import datetime

from django.db import DatabaseError

from data_rights.models import DataRequest


def since(made_at: str) -> list[int]:
    """The numbers of people erased after this moment, by the database as it is now; none where it can't be read."""
    moment = datetime.datetime.fromisoformat(made_at)
    done = DataRequest.objects.filter(kind=DataRequest.Kind.ERASURE, state=DataRequest.State.DONE, ended_at__gte=moment)
    try:
        return sorted(done.values_list("person_id", flat=True).distinct().order_by())
    except DatabaseError:
        return []


def note(people: list[int]) -> list[str]:
    """What whoever restores has to do about them."""
    if not people:
        return []
    numbers = ", ".join(map(str, people))
    return [
        f"Erased since this backup was made, and here again now: the people with the numbers {numbers}. Erase them."
    ]

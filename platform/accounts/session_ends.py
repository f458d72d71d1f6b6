"""Ending sessions from outside, when something is wrong: one person's, or everybody's."""

from django.contrib.sessions.models import Session
from django.db import transaction

import audit
from accounts import sessions, users
from accounts.models import User


@transaction.atomic
def end_of_person(*, email: str, by: User | None) -> int:
    """Sign a person out everywhere; returns how many sessions there were. Raises NoSuchPerson."""
    person = users.find(email)
    ended = sessions.end_all([person.pk])
    audit.record(action="session.end_all", by=by, object=person, detail={"sessions": ended})
    return ended


@transaction.atomic
def end_of_everybody(*, by: User | None) -> int:
    """Sign everybody out, those too whose session no list knows; returns how many sessions there were."""
    ended = Session.objects.count()
    sessions.end_all(User.objects.values_list("pk", flat=True))
    Session.objects.all().delete()
    audit.record(action="session.end_all", by=by, detail={"sessions": ended, "everybody": True})
    return ended

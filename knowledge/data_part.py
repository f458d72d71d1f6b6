"""What the knowledge base knows of a person: reviews they were asked for, and what they did to a resource."""

from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.db.models import Q, QuerySet

from data_rights import rows
from data_rights.registry import Kept, Part, Section
from tenants.data_part.rows_of import addresses

WHY_KEPT = "The record of who, by role, agreed what is published. It knows by number who did what in an account."
UNTIL = "for as long as the resource is kept"


def reviewers_of(user: Any) -> QuerySet[Any]:
    """The reviews that a person was asked for: with their account, or at any of their addresses."""
    from knowledge.models import Reviewer

    wanted = Q(account=user)
    for address in addresses(user):
        wanted |= Q(email__iexact=address)
    return Reviewer.objects.filter(wanted).order_by("pk")


def export(user: Any) -> Iterable[Section]:
    """The person's reviews with what they said, and what they did as an editor."""
    from knowledge.models import Step

    asked = list(reviewers_of(user))
    said = Step.objects.filter(reviewer__in=asked).select_related("resource").order_by("at", "pk")
    records = [
        {"resource": step.resource.title, "answer": step.get_outcome_display(), "words": step.words, "at": f"{step.at}"}
        for step in said
    ]
    if asked:
        yield Section(
            "reviews",
            "Resources that you were asked to review",
            ["Resource", "Your answer", "What you said", "When"],
            [list(record.values()) for record in records],
            records,
            words=f"You were asked {len(asked)} times, at {', '.join(sorted({each.email for each in asked}))}.",
        )
    tables = {"knowledge.Step": "by", "knowledge.Explanation": "by", "knowledge.Completion": "user"}
    yield from rows.sections(user, tables, "knowledge")


def erase(user: Any, by: Any) -> Iterable[str]:
    """Takes out address, name and words of the person's reviews; that somebody in this role agreed stays."""
    from knowledge.models import Completion, Step

    done = Completion.objects.filter(user=user).delete()[0]
    if done:
        yield f"Deleted what you marked as done on learning pages ({done})."
    asked = list(reviewers_of(user))
    if not asked:
        return
    with pgtrigger.ignore("knowledge.Step:never_changed"):
        Step.objects.filter(reviewer__in=asked).update(words="")
    reviewers_of(user).update(email="", name="", consents_to_be_named=False, account=None)
    yield f"Took your address, name and words out of {rows.counted(len(asked), 'reviews')}."


def keeps(user: Any) -> list[Kept]:
    """That somebody with this number did something."""
    from knowledge.models import Explanation, Step

    found = []
    for what, model in (("Steps of co-production", Step), ("Explanations of findings", Explanation)):
        count = model.objects.filter(by=user).count()
        if count:
            found.append(Kept(what, WHY_KEPT, UNTIL, count))
    return found


PART = Part(
    "knowledge",
    "Resources that you reviewed or worked on",
    ("knowledge.Reviewer", "knowledge.Step", "knowledge.Explanation", "knowledge.Completion"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=44,
)

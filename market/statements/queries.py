"""Statements that are published or being written, and what providers said of them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max, QuerySet

from market.models import Interest, Listing, OfferAnswer, Statement, StatementVersion
from tenants.models import Area

State = StatementVersion.State


def published() -> QuerySet[StatementVersion]:
    """Every published version of areas in use, with its statement and area; tables are left out."""
    rows = StatementVersion.objects.filter(state=State.PUBLISHED, statement__area__in=Area.objects.in_use())
    return rows.select_related("statement__area").defer("tables")


def newest_versions() -> QuerySet[StatementVersion]:
    """The newest published version of each statement, newest statements first."""
    newest = (
        StatementVersion.objects.filter(state=State.PUBLISHED)
        .order_by("statement_id", "-number")
        .distinct("statement_id")
        .values("pk")
    )
    return published().filter(pk__in=newest).order_by("-statement__year", "statement__area__position", "pk")


def version(slug: str, year: int, number: int | None = None) -> StatementVersion | None:
    """A published version with its tables; the newest without `number`. None where there is none."""
    rows = StatementVersion.objects.filter(state=State.PUBLISHED, statement__area__in=Area.objects.in_use())
    rows = rows.filter(statement__area__slug=slug, statement__year=year).select_related("statement__area")
    if number is not None:
        rows = rows.filter(number=number)
    return rows.order_by("-number").first()


def draft_of(area: Area) -> StatementVersion | None:
    """The area's draft. None where nothing is being written."""
    rows = StatementVersion.objects.filter(statement__area=area, state=State.DRAFT)
    return rows.select_related("statement__area").order_by("-statement__year").first()


def newest_of(area: Area) -> StatementVersion | None:
    """The version that the area published last, with its tables."""
    rows = StatementVersion.objects.filter(statement__area=area, state=State.PUBLISHED)
    return rows.select_related("statement__area").order_by("-statement__year", "-number").first()


def last_day_of_areas(areas: Iterable[Area]) -> dict[int, Any]:
    """Area's id -> the day on which it first published its newest statement. One query."""
    rows = StatementVersion.objects.filter(state=State.PUBLISHED, number=1, statement__area__in=list(areas))
    return dict(rows.values_list("statement__area").annotate(day=Max("published_on")).order_by())


def versions_of(statement: Statement) -> QuerySet[StatementVersion]:
    """The published versions of a statement, the newest first; tables are left out."""
    return statement.versions.filter(state=State.PUBLISHED).defer("tables").order_by("-number")


def interests_in(area: Area) -> QuerySet[Interest]:
    """Interest that stands, in any statement of the area."""
    rows = Interest.objects.filter(statement__area=area, ended_on__isnull=True)
    return rows.select_related("provider__organisation", "statement")


def interests_of(organisations: Iterable[Any], statement: Statement) -> QuerySet[Interest]:
    """Interest of these organisations in a statement."""
    rows = Interest.objects.filter(statement=statement, ended_on__isnull=True, provider__organisation__in=organisations)
    return rows.select_related("provider__organisation")


def answering(statement: Statement) -> QuerySet[Listing]:
    """Offers that are shown and that say that they answer the statement."""
    rows = Listing.objects.filter(offer__answers__statement=statement).distinct().defer("vector", "details")
    return rows.order_by("title", "pk")


def answers_in(area: Area) -> QuerySet[OfferAnswer]:
    """What offers that are shown say of the area's statements."""
    rows = OfferAnswer.objects.filter(statement__area=area, offer__listing__isnull=False)
    return rows.select_related("offer__listing", "statement")


def statements_for(slugs: Iterable[str]) -> list[StatementVersion]:
    """The newest version of the newest statement of each of these areas, with its gaps alone. One query."""
    rows = (
        StatementVersion.objects.filter(state=State.PUBLISHED, statement__area__slug__in=list(slugs))
        .order_by("statement__area_id", "-statement__year", "-number")
        .distinct("statement__area_id")
        .select_related("statement__area")
    )
    return list(rows)

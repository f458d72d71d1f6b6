"""The time bank's part of the API: open offers and requests, as everybody with the time bank sees them."""

import datetime
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from accounts.permissions import Permission
from api import scopes
from api.operations import reads
from api.pages import Listed, PageQuery, page_of
from config.today import today
from timebank.exchange import queries
from timebank.exchange.presenters import SOURCE

timebank = Router(tags=["Time bank"])
SCOPE = scopes.Scope("timebank:read", "Read offers and requests of the time bank", Permission.TIMEBANK_READ)


class ListedOut(Schema):
    """What offers and requests have in common."""

    id: uuid.UUID
    account: str = Field(description="An area's slug, a partner's, or network.", examples=["kernow"])
    title: str = Field(examples=["How we costed our first cohort"])
    topic: str = Field(examples=["finance-models"])
    group: str = Field(description="Empty for no group in particular.", examples=["mental_health"])
    component: str = Field(description="A service component, 1A to 5B, or empty.", examples=["4A"])
    how: str = Field(description="either, remote or on_site.", examples=["remote"])
    listed_until: datetime.date = Field(examples=["2015-12-31"])
    is_sample: bool = Field(description="Made up for a demonstration.", examples=[False])


class OfferOut(ListedOut):
    """Help that an account offers. Who the mentor is, is not told."""

    minutes_a_month: int = Field(examples=[120])
    mentor_kind: str = Field(examples=["practitioner"])
    available_from: datetime.date = Field(examples=["2015-07-01"])
    available_until: datetime.date | None = Field(examples=[None])
    details: str = Field(examples=["What we would do otherwise now."])


class RequestOut(ListedOut):
    """Help that an account asks for."""

    minutes: int = Field(examples=[240])
    minutes_open: int = Field(description="Of which nobody has agreed to give yet.", examples=[120])
    needed_by: datetime.date = Field(examples=["2015-09-30"])
    priority: int = Field(description="1, 2 or 3; 1 is the most pressing.", examples=[1])
    why: str = Field(examples=["To make the first ten offers."])


class Told(Listed):
    as_at: datetime.date = Field(examples=["2015-07-15"])
    source: str = Field(examples=[SOURCE])


class Offers(Told):
    items: list[OfferOut]


class Requests(Told):
    items: list[RequestOut]


@reads(timebank, "/offers", scope=SCOPE.key, response=Offers, summary="Open offers of help")
def offers(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> dict[str, Any]:
    """Every open offer, the newest first."""
    rows = [{**_listed(row), **_of(row, OfferOut)} for row in queries.listed_offers()]
    return {**page_of(request, response, rows, query), "as_at": today(), "source": SOURCE}


@reads(timebank, "/requests", scope=SCOPE.key, response=Requests, summary="Open requests for help")
def requests(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> dict[str, Any]:
    """Every open request, by the day it is needed."""
    found = list(queries.listed_requests())
    left = queries.minutes_left(found)
    rows = [{**_listed(row), **_of(row, RequestOut), "minutes_open": left[row.pk]} for row in found]
    return {**page_of(request, response, rows, query), "as_at": today(), "source": SOURCE}


def _listed(row: Any) -> dict[str, Any]:
    return {"id": row.public_id, "account": row.account.slug, "listed_until": row.expires_on}


def _of(row: Any, shape: type[Schema]) -> dict[str, Any]:
    """The fields that the row and the shape have by the same name."""
    known = {field.name for field in row._meta.fields}
    return {name: getattr(row, name) for name in shape.model_fields if name in known and name not in ("id", "account")}

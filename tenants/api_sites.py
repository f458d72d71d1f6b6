"""The API's part of sites: the register as it stood on a day, and who mentored whom."""

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Schema

from api.operations import reads
from api.pages import Listed, page_of
from config.today import today
from files.people import NO_PEOPLE
from tenants import site_register
from tenants.api import AsAt, programme
from tenants.presenters.sites import SOURCE
from tenants.site_register import Register, Standing


class SiteOut(Schema):
    """A site at its stage on the day."""

    id: int = Field(description="The site's number, also in `mentored_by`.", examples=[12])
    area: str = Field(examples=["kernow"])
    group: str = Field(examples=["mental_health"])
    implementation_cohort: int = Field(description="1 to 5: the half-yearly intake.", examples=[2])
    name: str = Field(examples=["Truro community team"])
    stage: str = Field(description="interest, agreed, trained, live, mentoring or sustained.", examples=["live"])
    since: datetime.date = Field(description="At this stage since.", examples=["2015-07-01"])
    days: int = Field(description="Whole days at this stage.", examples=[14])
    mentored_by: list[int] = Field(description="The sites that mentored it on the day.", examples=[[4]])
    is_sample: bool = Field(description="Made up for a demonstration.", examples=[False])


class Sites(Listed):
    """Sites are teams of organisations: their counts are exact."""

    as_at: datetime.date | None = Field(examples=["2015-07-15"])
    source: str = Field(examples=[SOURCE])
    disclosure: str = Field(examples=[NO_PEOPLE.words])
    items: list[SiteOut]


@reads(programme, "/sites", scope="board:read", response=Sites, summary="Sites, their stages and mentors")
def sites(request: HttpRequest, response: HttpResponse, query: Query[AsAt]) -> dict[str, Any]:
    """Every site that was in the register on the day, by intake, area and name."""
    day = query.as_at or today()
    register = site_register.register(day)
    rows = [_facts(register, each) for each in register.standings]
    told = {"as_at": day, "source": SOURCE, "disclosure": NO_PEOPLE.words}
    return {**page_of(request, response, rows, query), **told}


def _facts(register: Register, standing: Standing) -> dict[str, Any]:
    site = standing.site
    return {
        "id": site.pk,
        "area": site.area.slug,
        "group": site.group,
        "implementation_cohort": site.cohort.number,
        "name": site.name,
        "stage": standing.stage.name.lower(),
        "since": standing.since,
        "days": standing.days,
        "mentored_by": [mentor.site.pk for mentor in register.mentors_of.get(site.pk, [])],
        "is_sample": site.is_sample,
    }

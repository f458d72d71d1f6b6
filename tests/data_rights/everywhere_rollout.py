"""A person's rows in the roll-out, in returns, and in what the network keeps: one in every table that may have one."""

import datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from tenants import followers
from tenants.contexts import in_area
from tenants.models import ImplementationCohort
from tenants.rollout import changes, refusals
from tenants.rollout.lists import actions as lists
from tenants.rollout.lists.kinds import PEOPLE

DAY = datetime.date(2015, 7, 1)


def model(label: str) -> Any:
    """The model "tenants.Site"."""
    return apps.get_model(label)


def make(user: Any, other: Any, area: Any) -> None:
    """By the real actions where they are short, by rows where a test of its own shows the action."""
    _network(user, other, area)
    _published(user, area)
    with in_area(area):
        _by_number(user)
        _texts(user, area)
        _people(user, other, area)


def _network(user: Any, other: Any, area: Any) -> None:
    followers.follow(area=area, group="mental_health", by=user)
    followers.ask(area=area, group="multiple_ltc", email=user.email)
    cohort = ImplementationCohort.objects.first()
    site = model("tenants.Site").objects.create(
        area=area, group="mental_health", cohort=cohort, name="Harbour team", stage_since=DAY
    )
    model("tenants.SiteMove").objects.create(site=site, to_stage=1, on=DAY, by=user, reason=f"{user.name} called")
    facts = {"population": 1000, "population_source": "x", "rates": {}, "made_on": DAY}
    model("tenants.Projection").objects.create(name="Mine", by=user, note=f"Rates of {user.name}", **facts)
    scores = {"opened_on": DAY, "as_at": DAY}
    model("tenants.NetworkRisk").objects.create(key="a-risk", title=f"{user.name} may leave", by=user, **scores)
    model("programme.BoardPack").objects.create(as_at=DAY, by=user, without_pdf="x", workbook="x", checksum="x")
    stream = model("tenants.Workstream").objects.create(key="a-stream", name="A stream", owner=user.name)
    model("tenants.WorkstreamOutput").objects.create(workstream=stream, title=f"A guide by {user.name}")
    year = {"window_start": DAY, "window_end": DAY.replace(year=2016), "age_edges": [0], "ltc_edges": [0]}
    model("returns.FinanceTerms").objects.create(
        number=1, truncation_pence=1, reason=f"As {user.name} asked", set_on=DAY, by=user, **year
    )
    returned = {"quarter": "2015Q1", "version": 1, "figures": {"phb": 4711}, "signed_on": DAY, "checksum": "x"}
    signed = model("returns.SignedReturn").objects.create(
        area=area, signed_by=user, signed_name=user.name, notes={"x": f"Ask {user.name}"}, **returned
    )
    model("returns.ReturnDispute").objects.create(
        signed_return=signed, reason=f"{user.name} counted twice", raised_by=other, raised_on=DAY
    )


def _published(user: Any, area: Any) -> None:
    """Against the forms' hints: a name in what is published."""
    facts = {"area": area, "as_at": DAY}
    model("returns.PublishedMilestone").objects.create(key="local-1", due=DAY, comment=f"{user.name} says", **facts)
    model("returns.PublishedPromise").objects.create(key="dates_mh", status="at_risk", reason=user.name, **facts)


def _by_number(user: Any) -> None:
    milestone = model("rollout.Milestone").objects.create(title=f"{user.name} trains ten", due=DAY)
    thing = model("rollout.Change").Thing.MILESTONE
    changes.keep(thing, milestone, [("owner", "", user.name)], reason=f"{user.name} asked", by=user)
    model("rollout.TrajectoryRevision").objects.create(number=1, reason=f"{user.name} said so", agreed_on=DAY, by=user)
    typed = {"quarter": "2015Q2", "version": 2, "typed": {"phb": "4711"}, "notes": {"x": f"Ask {user.name}"}}
    model("rollout.ReturnDraft").objects.create(saved_by=user, reason=f"{user.name} found it", **typed)
    model("rollout.ReturnDraft").objects.create(
        **{**typed, "quarter": "2014Q4", "state": "discarded"}, saved_by=user, reason="x"
    )


def _texts(user: Any, area: Any) -> None:
    name = user.name
    model("rollout.Risk").objects.create(
        title=f"{name} may leave",
        likelihood_before=1,
        impact_before=1,
        likelihood_after=1,
        impact_after=1,
        review_on=DAY,
        opened_on=DAY,
        owner=name,
    )
    model("rollout.ComponentMaturity").objects.create(component="1A", level=2, evidence=f"By {name}", assessed_on=DAY)
    model("rollout.KeyAction").objects.create(number=1, state="under_way", note=f"{name} does it")
    model("rollout.PromiseStanding").objects.create(
        key="dates_mh", status="at_risk", where_it_stands=f"{name} knows", said_on=DAY
    )
    findings = {"age": {"impact": "not_known", "words": f"{name} looks into it"}}
    model("rollout.EqualityAssessment").objects.create(
        subject="plan", group="mental_health", owner=name, findings=findings, involved=f"{name} and others"
    )


def _people(user: Any, other: Any, area: Any) -> None:
    values = {"name": user.name, "role": "Community nurse", "group": "", "organisation": None}
    lists.add(PEOPLE, area=area, values=values, by=other)
    said = {"asked_for": "A budget", "words": f"I am {user.name}. They said no."}
    refusals.say(area=area, group="mental_health", contact=f"Write to {user.email.upper()}", **said)
    # Somebody else writes of them: this report is not theirs.
    refusals.say(area=area, group="mental_health", asked_for="A talk", words=f"{user.name} did not answer")
    model("rollout.Refusal").objects.filter(asked_for="A talk").update(
        outcome=f"{user.name} has phoned", answered_on=timezone.localdate()
    )

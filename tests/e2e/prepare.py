"""Makes the demo's people and examples in the database of the environment; prints their addresses as JSON.

Run as `python -m tests.e2e.prepare`, because the browser's process can't use Django's database itself.
"""

import datetime
import json
import os
from typing import Any

from tests.e2e.prepare_public import public_pages

TOKEN = "a-token-that-only-tests-know"
NEWCOMER = "newcomer@example.org"


def main() -> None:
    """Make everything, print one line of JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from accounts.registrations import make_demo_people
    from market.sample import reading
    from tests.e2e.prepare_finance import finance
    from tests.e2e.prepare_knowledge import knowledge
    from tests.e2e.prepare_market import market
    from tests.e2e.prepare_peers import peers
    from tests.e2e.prepare_progress import progress
    from tests.e2e.prepare_timebank import exchange, ledger
    from tests.e2e.prepare_timebank_sessions import timebank_sessions

    reading.make_organisations()  # one of the demo's people belongs to one
    make_demo_people()
    print(
        json.dumps(
            {
                **notices(),
                **jobs(),
                **invitations(),
                **roles(),
                **organisation(),
                **milestones(),
                **risks(),
                **draft(),
                **releases(),
                **data(),
                **tokens(),
                **returns(),
                **projection(),
                **knowledge(),
                **public_pages(),
                **progress(),
                **sites(),
                **finance(),
                **exchange(),
                **ledger(),
                **timebank_sessions(),
                **peers(),
                **market(),
            }
        )
    )


def notices() -> dict[str, str]:
    """The demo's sample notifications, and the address at which the carer leaves e-mails."""
    from django.urls import reverse

    from accounts.models import User
    from notify import sealing
    from tenants.demo_notices import make_demo_notices

    make_demo_notices()
    carer = User.objects.get(email="carer@demo.example")
    return {"leave-mails": reverse("notify:leave", args=[sealing.leaving_token(carer.public_id, "role-ended")])}


def jobs() -> dict[str, str]:
    """A job of the network manager in each state that a page shows."""
    from django.utils import timezone

    from accounts.models import User
    from jobs.models import Job

    owner = User.objects.get(email="network-manager@demo.example")
    now = timezone.now() + datetime.timedelta(minutes=1)  # after the jobs were asked for
    begun = {"started_at": now, "attempts": 1}
    faults = [f"phase_plan.csv, line {line}, column phase: 7 is no phase. Use 1 to 4, or leave it empty."
              for line in range(2, 27)]  # fmt: skip
    states: dict[str, dict[str, Any]] = {
        "waiting": {},
        "running": {**begun, "progress": 40, "total": 110, "words": "Row 40 of 110"},
        "counting": {**begun, "words": "Reading the files"},
        "stopping": {**begun, "progress": 4, "total": 110, "cancel_requested_at": now},
        "done": {**begun, "finished_at": now, "words": "11 areas in the folder.", "result_url": "/programme/"},
        "failed": {**begun, "finished_at": now, "failure": "The folder has 25 faults. Nothing was stored.",
                   "faults": faults},
        "cancelled": {"finished_at": now},
    }  # fmt: skip
    made = {}
    for name, facts in states.items():
        state = {"counting": "running", "stopping": "running"}.get(name, name)
        job = Job.objects.create(kind="network-load", title="Load the network's folder", owner=owner)
        Job.objects.filter(pk=job.pk).update(**facts, state=state)
        made[f"job-{name}"] = job.get_absolute_url()
    return made


def returns() -> dict[str, str]:
    """Kernow's first return, signed, corrected and in dispute; the second half written, with faults."""
    from accounts.models import User
    from tenants.contexts import in_area
    from tenants.models import Area
    from tenants.quarters import Quarter
    from tenants.returns import disputes, typed
    from tenants.rollout import return_drafts
    from tests.tenants.returns.making import right

    kernow = Area.objects.get(slug="kernow")
    lead = User.objects.get(email="area-lead@demo.example")
    figures = right(before={"none": 5, "multiple_ltc": 4}, new={"mental_health": 3}, ended={"none": 1})
    facts = {"area": kernow, "quarter": Quarter(2014, 4), "by": lead}
    with in_area(kernow):
        return_drafts.open_draft(**facts)
        return_drafts.replace_all(typed=typed.as_typed(figures), notes={}, **facts)
        return_drafts.sign(name="Ailsa Lead", **facts)
        return_drafts.correct(reason="Two offers were missed.", **facts)
        corrected = typed.as_typed(figures | {"offers.offered.none": 4})
        return_drafts.replace_all(typed=corrected, notes={"offers": "Counted again."}, **facts)
        signed = return_drafts.sign(name="Ailsa Lead", **facts)
        later = {**facts, "quarter": Quarter(2015, 1)}
        return_drafts.open_draft(**later)
        cells = {"groups.new.none": "12 a", "groups.in_place.none": "3", "money.spent": "1200"}
        for section in ("people", "money"):
            return_drafts.save_section(section=section, typed=cells, note="", **later)
    manager = User.objects.get(email="network-manager@demo.example")
    disputes.raise_dispute(signed=signed, reason="More were offered a budget than the plan has?", by=manager)
    return {}


def projection() -> dict[str, str]:
    """A projection that the network manager kept."""
    from django.urls import reverse

    from accounts.models import User
    from tenants.programme import projections
    from tenants.programme.projection import Assumptions

    kept = projections.keep(
        name="The framework's shares",
        area=None,
        assumptions=Assumptions(4_751_000, {"cohort": 500, "plans": 100, "social": None, "health": 4}),
        note="",
        population_source=projections.APPROXIMATE,
        by=User.objects.get(email="network-manager@demo.example"),
    )
    return {"kept-projection": reverse("programme:kept-projection", args=[kept.pk])}


def organisation() -> dict[str, str]:
    """An organisation that is a partner in Kernow."""
    from django.urls import reverse

    from tenants.contexts import in_area
    from tenants.models import Area
    from tenants.rollout.models import Partner

    with in_area(Area.objects.get(slug="kernow")):
        slug = Partner.objects.select_related("organisation").earliest("pk").organisation.slug
    return {"organisation": reverse("organisations:organisation", args=[slug])}


def milestones() -> dict[str, str]:
    """Milestones of Kernow in each state: done, moved, set by hand, and one of its own that was taken off the plan."""
    from django.urls import reverse

    from tenants.contexts import in_area
    from tenants.models import Area
    from tenants.rollout.milestones import actions

    kernow, day = Area.objects.get(slug="kernow"), datetime.date
    with in_area(kernow):
        for key, values, why in (
            ("eoi", {"done_on": day(2014, 9, 19), "evidence": "The letter of September 2014"}, ""),
            ("finance-2", {"forecast": day(2015, 8, 1)}, "The data came late"),
            ("finance-2", {"forecast": day(2015, 9, 1), "comment": "The board knows"}, "The contract is not signed"),
            ("care-model", {"override": "amber", "override_reason": "Plans are made; the form is late"}, ""),
        ):
            actions.change(area=kernow, key=key, values=values, reason=why, by=None, is_sample=True)
        titles = ("Hall booked for the first meeting", "Leaflet in Cornish printed")
        keys = [
            actions.add(area=kernow, values={"title": title, "due": day(2015, 9, 30)}, by=None, is_sample=True).key
            for title in titles
        ]
        actions.take_off(area=kernow, key=keys[1], reason="Nobody asked for it", by=None)
    return {
        "milestone-off": reverse("rollout:milestone", args=["kernow", keys[1]]),
        "milestone-take-off": reverse("rollout:milestone-take-off", args=["kernow", keys[0]]),
        "milestone-put-back": reverse("rollout:milestone-put-back", args=["kernow", keys[1]]),
    }


def risks() -> dict[str, str]:
    """Risks of Kernow, local and shared, open and closed; and one of the network that is closed."""
    from django.urls import reverse

    from accounts.models import User
    from tenants import network_risks
    from tenants.contexts import in_area
    from tenants.models import Area
    from tenants.rollout.risks import actions

    kernow, numbers = Area.objects.get(slug="kernow"), []
    names = ("likelihood_before", "impact_before", "likelihood_after", "impact_after")
    with in_area(kernow):
        for title, kind, is_shared, scores in (
            ("The project lead leaves before the first budgets are in place", "risk", True, (4, 4, 3, 4)),
            ("Data of two hospitals are not linked", "issue", True, (5, 4, 5, 3)),
            ("Too few personal assistants on the islands", "risk", False, (3, 3, 2, 3)),
        ):
            values = {"title": title, "kind": kind, "is_shared": is_shared, "owner": "Project lead"}
            values |= {"review_on": datetime.date(2015, 9, 1), "mitigation": "Looked at each month"}
            values |= dict(zip(names, scores, strict=True))
            numbers.append(actions.add(area=kernow, values=values, by=None, is_sample=True).pk)
        actions.close(area=kernow, number=numbers[2], words="Six were found", by=None, is_sample=True)
    manager = User.objects.get(email="network-manager@demo.example")
    made = network_risks.add(values={"title": "No evaluator for the first year"}, by=manager)
    network_risks.close(key=made.key, words="The science network does it", by=manager)
    return {
        "risk": reverse("rollout:risk", args=["kernow", numbers[0]]),
        "risk-closed": reverse("rollout:risk", args=["kernow", numbers[2]]),
        "risk-change": reverse("rollout:risk-change", args=["kernow", numbers[0]]),
        "risk-close": reverse("rollout:risk-close", args=["kernow", numbers[0]]),
        "risk-reopen": reverse("rollout:risk-reopen", args=["kernow", numbers[2]]),
        "network-risk-reopen": reverse("programme:network-risk-reopen", args=[made.key]),
    }


def releases() -> dict[str, str]:
    """What the network registered as public already, and a release of Kernow's made-up people."""
    from django.urls import reverse

    from disclosure import actions
    from disclosure.breakdowns import Breakdown, Dimension
    from disclosure.selections import Selection
    from tenants.models import Area
    from tenants.published_figures import keep_baseline

    groups = ("Children", "Adults")
    sizes = {("Truro", "Children"): 4, ("Truro", "Adults"): 33, ("Bodmin", "Children"): 12, ("Bodmin", "Adults"): 58}
    people = {
        f"{town}-{group}-{i}": {"town": town, "group": group} for (town, group), n in sizes.items() for i in range(n)
    }
    release = actions.publish(
        area=Area.objects.get(slug="kernow"),
        data_set="Sample data set",
        version="June 2015",
        title="Sample people by town and group",
        selection=Selection("Everybody in the sample", {}, people),
        breakdown=Breakdown(
            (Dimension("town", ("Truro", "Bodmin")), Dimension("group", groups)), ((), ("town",), ("town", "group"))
        ),
        source="Made-up people",
        as_at=datetime.date(2015, 6, 30),
        by=None,
    )
    baseline = keep_baseline(by=None)
    return {
        "release-area": reverse("releases:area-release", args=["kernow", release.public_id]),
        "release": reverse("releases:release", args=[baseline.public_id]),
    }


def tokens() -> dict[str, str]:
    """A token and a calendar link of the area lead's."""
    from django.urls import reverse
    from django.utils import timezone

    from accounts.models import User
    from api import actions

    lead = User.objects.get(email="area-lead@demo.example")
    token, _ = actions.make(
        by=lead,
        name="Monthly figures",
        scopes=["areas:read", "board:read"],
        expires_at=timezone.now() + datetime.timedelta(days=90),
        two_steps=True,
        must_have_two_steps=False,
    )
    actions.make_calendar_link(by=lead, calendar="milestones")
    return {"revoke-token": reverse("api_pages:revoke", args=[token.public_id])}


def sites() -> dict[str, str]:
    """Sample sites of three intakes in Kernow and Bristol, with who mentors whom; the addresses of one's pages."""
    from django.urls import reverse

    from tenants import sites as register
    from tenants.models import Area, ImplementationCohort, Site

    facts = {"group": "mental_health", "setting": "Community team", "is_sample": True, "by": None}

    def site(area: str, number: int, name: str, stage: int, day: datetime.date) -> Site:
        intake = ImplementationCohort.objects.get(number=number)
        where = Area.objects.get(slug=area)
        return register.add(area=where, cohort=intake, name=name, stage=stage, on=day, **facts)

    january, july = datetime.date(2015, 1, 7), datetime.date(2015, 7, 1)
    first = site("kernow", 1, "Sample first site", 3, january)
    register.move(site=first, to=4, on=datetime.date(2015, 3, 20), by=None)
    other = site("bristol", 1, "Sample site by the harbour", 4, january)
    second = site("kernow", 2, "Sample second site", 2, july)
    third = site("bristol", 3, "Sample third site", 1, july)
    made = register.start_mentoring(mentor=other, mentee=second, on=july, by=None)
    register.start_mentoring(mentor=first, mentee=third, on=july, by=None)
    pages = {"site-move": "move", "site-take-back": "take-back", "site-correct": "correct", "site-add-mentor": "mentor"}
    return {
        "site": reverse("rollout:site", args=["kernow", second.pk]),
        "site-mentor": reverse("rollout:site", args=["kernow", first.pk]),
        "mentoring-end": reverse("rollout:mentoring-end", args=["kernow", second.pk, made.pk]),
        **{name: reverse(f"rollout:site-{page}", args=["kernow", second.pk]) for name, page in pages.items()},
    }


def draft() -> dict[str, str]:
    """A draft of the area lead's."""
    from django.urls import reverse
    from django.utils import timezone

    from accounts.models import User
    from drafts.models import Draft

    now = timezone.now()
    made = Draft.objects.create(
        user=User.objects.get(email="area-lead@demo.example"),
        path="/areas/kernow/rollout/groups/mental-health/change/",
        fields=[["lead", "Somebody"], ["next_step", "Agree the pathway with the trust"], ["reason", ""]],
        kept_at=now,
        expires_at=now + datetime.timedelta(hours=24),
    )
    return {"draft": reverse("drafts:draft", args=[made.public_id])}


def invitations() -> dict[str, str]:
    """Open invitations: one with a known token to a newcomer, one of the network, one of Kernow."""
    from django.urls import reverse
    from django.utils import timezone

    from accounts import invitations as invite
    from accounts.models import Invitation
    from tenants.models import Area

    kernow = Area.objects.get(slug="kernow")
    made = {}
    for name, email in (("newcomer", NEWCOMER), ("known", "carer@demo.example")):
        token = f"{TOKEN}-{name}"
        Invitation.objects.create(
            email=email,
            role="practitioner",
            area=kernow,
            token_digest=invite.digest(token),
            expires_at=timezone.now() + invite.OPEN_FOR,
        )
        made[f"invitation-{name}"] = reverse("accounts:invitation", args=[token])
    sent = invite.invite(email="somebody@example.org", role="moderator", by=None)
    made["withdraw"] = reverse("accounts:withdraw", args=[sent.pk])
    return made


def roles() -> dict[str, str]:
    """Addresses for ending a role: of the network, and of Kernow's practitioner and only lead."""
    from django.urls import reverse

    from tenants.models import Membership

    live = Membership.objects.live()
    evaluator = live.get(user__email="evaluator@demo.example")
    practitioner = live.get(user__email="practitioner@demo.example")
    lead = live.get(user__email="area-lead@demo.example")
    return {
        "end-network-role": reverse("accounts:end-role", args=[evaluator.pk]),
        "end-team-role": reverse("areas:team-end", args=["kernow", practitioner.pk]),
        "end-only-lead": reverse("areas:team-end", args=["kernow", lead.pk]),
    }


def data() -> dict[str, str]:
    """A correction and an erasure that somebody asked for."""
    from django.urls import reverse
    from django.utils import timezone

    from accounts.models import User
    from data_rights import requests
    from data_rights.models import DataRequest

    person = User.objects.get(email="peer-supporter@demo.example")
    correction = requests.ask_for_correction(by=person, text="My organisation's name is written wrongly.")
    soon = timezone.now() + datetime.timedelta(days=14)
    erasure = DataRequest.objects.create(kind="erasure", person=person, due_at=soon, carry_out_at=soon)
    return {
        "data-request": reverse("data_rights:request", args=[correction.public_id]),
        "erase-now": reverse("data_rights:erase-now", args=[erasure.public_id]),
    }


if __name__ == "__main__":
    main()

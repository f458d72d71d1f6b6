"""One of everything that a file can hold, of the area Kernow and of the network, written by the real actions."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.models import User
from finance_models.cases.rights import SUMS, case_in, released
from finance_models.cases.rights import release_in as case_release_in
from finance_models.contracts.rights import change_in
from finance_models.governance import actions as governance
from finance_models.loading.rights import version_in
from finance_models.region.rights import figures_of
from finance_models.release import actions as releases
from finance_models.release.rights import release_in
from finance_models.runs.rights import prices_in, run_in
from tenants import network_risks, sites
from tenants.contexts import in_area
from tenants.frameworks import CHARACTERISTICS
from tenants.models import Organisation, Stage, Workstream
from tenants.programme import packs, projections
from tenants.programme.projection import STAGES, Assumptions
from tenants.programme.workstreams import actions as workstreams
from tenants.quarters import Quarter
from tenants.returns import cases, disputes
from tenants.rollout import plans, refusals, return_drafts
from tenants.rollout.equality import assessing, subjects
from tenants.rollout.lists import actions as lists
from tenants.rollout.lists.kinds import KINDS
from tenants.rollout.progress import kinds, saving
from tenants.rollout.risks import actions as risks
from tenants.rollout.trajectory import revising
from tests.tenants.returns.conftest import FIRST, sign, write
from tests.tenants.rollout import saying
from tests.tenants.sites.making import make_mentoring, make_site
from tests.trust import exports_knowledge, exports_market, exports_peers, exports_timebank, exports_timebank_sessions

AUTUMN, WINTER = Quarter(2014, 4), Quarter(2015, 1)
PEOPLE, WORDS = "group", "Words of people"
SINCE, SOON = datetime.date(2015, 7, 10), datetime.date(2015, 9, 1)
ROWS = {
    "partners": {"status": "endorsed", "group": "mental_health"},
    "resources": {"group": "mental_health", "what": WORDS},
    "people": {"group": "mental_health", "name": WORDS, "role": WORDS},
}


def make(area: Any, *, lead: Any, manager: Any, editor: Any) -> dict[str, Any]:
    """What the addresses of files name, by the words in their arguments: `{site}`, `{own}`, …"""
    mentor, mentee = (make_site(area, intake=intake, stage=stage, setting=WORDS) for intake, stage in ((1, 4), (2, 1)))
    make_mentoring(mentor, mentee)
    for stage, reason in ((Stage.AGREED, WORDS), (Stage.INTEREST, WORDS)):
        sites.move(site=mentee, to=stage, on=SINCE, by=lead, reason=reason)
    own = saying.own(area, by=lead, evidence=WORDS, comment=WORDS, owner=WORDS)
    saying.say(area, own, by=lead, reason=WORDS, forecast=SOON, override="red", override_reason=WORDS)
    _, closed = (
        saying.risk(area, by=lead, is_shared=is_shared, description=WORDS, mitigation=WORDS)
        for is_shared in (True, False)
    )
    with in_area(area):
        risks.close(area=area, number=closed.pk, words=WORDS, by=lead)
        _progress(area, lead)
        cohort = _assess(area, lead)
        _people(area, lead)
    _returns(area, lead, manager)
    named = {"site": mentee.pk, "own": own, "cohort": cohort, "projection": _of_the_network(manager)}
    exports_timebank_sessions.make(lead=lead)
    exports_knowledge.make(lead=lead)
    named |= exports_peers.make() | exports_market.make(editor=editor)
    return named | _of_finance(area, lead) | exports_timebank.make(lead=lead, manager=manager)


def _progress(area: Any, lead: Any) -> None:
    """Standings said twice, a trajectory revised once, and a plan changed twice."""
    values = {
        "maturity": ({"level": 2, "evidence": WORDS, "next_step": WORDS, "assessed_on": SOON}, {"level": 3}),
        "key-actions": ({"state": "under_way", "planned_by": SOON, "note": WORDS}, {"share_done": 30}),
        "promises": ({"status": "at_risk", "where_it_stands": WORDS}, {"status": "on_course"}),
    }
    for key, steps in values.items():
        for step in steps:
            kind = kinds.BY_KEY[key]
            saving.save(area=area, kind=kind, item=kind.items()[0], values=step, reason=WORDS, by=lead)
    for planned in (20, 30):
        points = {"phb": {"mental_health": {"2015Q2": planned}}}
        revising.save(area=area, points=points, reason=WORDS, by=lead)
    plan = {"ask_from": SOON, "lead": WORDS, "next_step": WORDS, "next_step_owner": WORDS, "available_now": WORDS}
    plans.change(area=area, group="mental_health", values={**plan, "ask": WORDS}, reason=WORDS, by=lead)
    plans.change(area=area, group="mental_health", values={"ask_from": SOON.replace(day=8)}, reason=WORDS, by=lead)


def _assess(area: Any, lead: Any) -> str:
    """A plan's assessment and one of a cohort, agreed; the first opened again. The key of the cohort's."""
    told = {"involved": WORDS, "evidence": WORDS, "actions": WORDS, "owner": WORDS, "review_on": SOON}
    findings = {key: {"impact": "negative", "words": WORDS} for key, _ in CHARACTERISTICS}
    cohort = subjects.key_of(assessing.begin_cohort(area=area, name=WORDS, group="", by=lead))
    for key in ("mental-health", cohort):
        assessing.write(area=area, subject=subjects.find(key), values=told, findings=findings, by=lead)
        assessing.agree(area=area, subject=subjects.find(key), by=lead)
    assessing.open_again(area=area, subject=subjects.find("mental-health"), reason=WORDS, by=lead)
    return cohort


def _people(area: Any, lead: Any) -> None:
    """A refusal that was dealt with and one that waits; a row of each list, changed."""
    for asked_for in (WORDS, f"{WORDS}, again"):
        said = refusals.say(area=area, group="mental_health", asked_for=asked_for, words=WORDS, contact=WORDS)
    refusals.answer(area=area, refusal=said, outcome=WORDS, by=lead)
    known = {"organisation": Organisation.objects.order_by("-pk")[0]}
    for key, values in ROWS.items():
        facts = values if key == "resources" else values | known
        row = lists.add(KINDS[key], area=area, values=facts, by=lead)
        lists.change(KINDS[key], area=area, number=row.pk, values={"group": "learning_disability"}, by=lead)


def _returns(area: Any, lead: Any, manager: Any) -> None:
    """Two signed versions, the second in dispute; and a draft of the next quarter with notes."""
    notes = dict.fromkeys(("people", "kinds", "offers", "plans", "activation", "money", "equality"), WORDS)
    sign(area, AUTUMN, FIRST, lead, name=WORDS)
    with in_area(area):
        return_drafts.correct(area=area, quarter=AUTUMN, reason=WORDS, by=lead)
    signed = _sign_again(area, lead, notes)
    disputes.raise_dispute(signed=signed, reason=WORDS, by=manager)
    disputes.settle(signed=signed, outcome=WORDS, by=manager)
    disputes.raise_dispute(signed=signed, reason=WORDS, by=manager)
    write(area, WINTER, FIRST, lead, notes)


def _sign_again(area: Any, lead: Any, notes: dict[str, str]) -> Any:
    write(area, AUTUMN, FIRST | {"money.released": 6_000_00}, lead, notes)
    with in_area(area):
        return return_drafts.sign(area=area, quarter=AUTUMN, by=lead, name=WORDS)


def _of_the_network(manager: Any) -> int:
    """A risk closed, an output of a workstream; the number of a kept projection."""
    first, second = network_risks.as_at(SINCE)[:2]
    network_risks.change(key=first.key, values={"owner": WORDS}, reason=WORDS, by=manager)
    network_risks.close(key=second.key, words=WORDS, by=manager)
    workstream = Workstream.objects.order_by("pk")[0]
    workstreams.change(key=workstream.key, values={"owner": WORDS}, by=manager)
    output = {"title": WORDS, "due": SOON, "address": "https://example.org/output"}
    workstreams.add_output(workstream=workstream, values=output, by=manager)
    assumptions = Assumptions(1_000_000, {stage.key: stage.default for stage in STAGES})
    kept = projections.keep(
        name=WORDS, area=None, assumptions=assumptions, note=WORDS, population_source=WORDS, by=manager
    )
    return kept.pk


def _of_finance(area: Any, lead: Any) -> dict[str, Any]:
    """A row of each register, a version of data, a table of prices, a run; their numbers."""
    change_in(area)
    case_in(area)
    case_release_in(area)
    facts = {"area": area, "by": lead}
    with in_area(area):
        governance.record_objection(pseudonym=WORDS, received_on=SINCE, **facts)
        clock = governance.open_clock(kind="breach", words=WORDS, opened_at=timezone.now(), **facts)
        governance.close_clock(number=clock.pk, outcome=WORDS, **facts)
    _releases(area, lead)
    _pooled_cases(area)
    named = {"figures": figures_of(area).number}
    return named | {"version": version_in(area).number, "run": run_in(area).pk, "prices": prices_in(area).pk}


def _releases(area: Any, lead: Any) -> None:
    """A release that was declined and one that was withdrawn, with words at each step."""
    manager = User.objects.exclude(pk=lead.pk).order_by("-pk")[0]
    for words in (True, False):
        number = release_in(area).number
        facts = {"area": area, "number": number}
        with in_area(area):
            releases.propose(note=WORDS, by=manager, **facts)
            if words:
                releases.decline(reason=WORDS, by=lead, **facts)
            else:
                releases.release(by=lead, **facts)
                releases.withdraw(reason=WORDS, by=lead, **facts)


def _pooled_cases(area: Any) -> None:
    """Sums of cases that were taken back with a reason, and those that count."""
    released(area)
    cases.withdraw(area=area, number=1, reason=WORDS)
    cases.publish(area=area, number=2, sums=SUMS, code_version="x", is_sample=False)


def make_pack(day: datetime.date) -> Any:
    """A board pack of the network as it stands."""
    return packs.make(quarter=None, day=day, by=None, on_progress=lambda done, total, words: None)

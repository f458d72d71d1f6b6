"""How far Kernow has come, made up for the browser: each list with something in it, one assessment agreed."""

import datetime

DAY = datetime.date(2015, 7, 1)


def progress() -> dict[str, str]:
    """Words on components, key actions and promises, two revisions of the trajectory, assessments."""
    from tenants.contexts import in_area
    from tenants.models import Area

    area = Area.objects.get(slug="kernow")
    with in_area(area):
        _said(area)
        _planned(area)
        return _assessed(area)


def _said(area) -> None:
    from tenants.rollout.progress import saving
    from tenants.rollout.progress.kinds import ACTIONS, MATURITY, PROMISES

    def say(kind, key, reason="", **values):
        saving.save(area=area, kind=kind, item=kind.item(key), values=values, reason=reason, by=None, is_sample=True)

    say(MATURITY, "1a", level=2, evidence="A list of people from two practices", assessed_on=DAY)
    say(MATURITY, "1a", "Two more practices", level=3)
    say(MATURITY, "2b", level=4, evidence="Peer support in every plan", next_step="", assessed_on=DAY)
    say(ACTIONS, "1", state="done", planned_by=datetime.date(2015, 3, 31), done_on=datetime.date(2015, 5, 1))
    say(ACTIONS, "2", state="under_way", planned_by=datetime.date(2015, 6, 30), share_done=40, note="Three of eight")
    say(ACTIONS, "3", state="not_started", planned_by=datetime.date(2016, 3, 31))
    say(PROMISES, "phb_chc", status="on_course", where_it_stands="As planned", expected_by=datetime.date(2017, 3, 31))
    say(PROMISES, "plans_ltc", status="at_risk", where_it_stands="Two practices have begun")


def _planned(area) -> None:
    from tenants.rollout.trajectory import revising
    from tenants.rollout.trajectory.points import LINES, span

    for reason, step in (("", 12), ("A slower start", 9)):
        lines = {
            group: {quarter.key: place * step + 4 for place, quarter in enumerate(span())} for group in list(LINES)[1:]
        }
        revising.save(area=area, points={"phb": lines}, reason=reason, by=None, is_sample=True)


def _assessed(area) -> dict[str, str]:
    from tenants.frameworks import CHARACTERISTICS
    from tenants.rollout.equality import assessing, subjects

    findings = {key: {"impact": "neutral", "words": ""} for key, _ in CHARACTERISTICS}
    findings["rurality"] = {"impact": "negative", "words": "Few providers west of Truro"}
    values = {
        "involved": "A carers' group",
        "evidence": "Census 2011",
        "actions": "Pay for travel",
        "owner": "Head of commissioning",
        "review_on": datetime.date(2016, 7, 1),
    }
    for key, agreed in (("mental-health", True), ("learning-disability", False)):
        assessing.write(
            area=area, subject=subjects.find(key), values=values, findings=findings, by=None, is_sample=True
        )
        if agreed:
            assessing.agree(area=area, subject=subjects.find(key), by=None, is_sample=True)
    cohort = assessing.begin_cohort(area=area, name="Sample cohort", group="", by=None, is_sample=True)
    return {"cohort-assessment": subjects.find(subjects.key_of(cohort)).href(area)}

"""Reminders: an area's own message for each area, told once; and what happens to people's roles, plans and jobs."""

import datetime

import pytest
import time_machine
from django.db import connection, transaction

from accounts import invitations
from accounts.models import Invitation
from jobs.models import OutboxMessage
from notify.models import Mail, Notification
from tenants import area_lifecycle, memberships, reminders, tasks
from tenants.contexts import in_area
from tenants.rollout import parts, plans
from tenants.rollout.models import GroupPlan

DAY = datetime.timedelta(days=1)


def notices(person, kind):
    return list(Notification.objects.filter(to=person, kind=kind).order_by("pk").values_list("title", flat=True))


def set_plan(area, **facts):
    with in_area(area):
        GroupPlan.objects.filter(group="mental_health").update(**facts)


def remind(area):
    """As a worker runs the area's message."""
    tasks.remind_area.apply(area=area).get()


def test_each_active_area_gets_its_own_message_once_a_day(kernow, bristol):
    area_lifecycle.suspend_area("bristol")
    tasks.remind_everybody()
    tasks.remind_everybody()
    messages = OutboxMessage.objects.filter(task=reminders.AREA_TASK).select_related("area")

    assert sorted(message.area.slug for message in messages).count("kernow") == 1
    assert len(messages) == 10
    assert "bristol" not in {message.area.slug for message in messages}


def test_a_date_that_has_passed_is_told_to_the_areas_leads_alone(person, kernow, bristol, settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    lead, reader, other = (
        person("area-lead", area=kernow), person("practitioner", area=kernow), person("area-lead", area=bristol)
    )  # fmt: skip
    set_plan(kernow, planned_start="2015-07-01", next_step="Train the first ten", next_step_due="2015-07-14")
    remind(kernow), remind(bristol), remind(kernow)

    assert [title.partition(": ")[2] for title in notices(lead, "plan-late")] == [
        "the planned start was due on 1 July 2015",
        "the next step was due on 14 July 2015",
    ]
    assert notices(reader, "plan-late") == notices(other, "plan-late") == []
    assert connection.schema_name == "public"


def test_what_is_still_late_is_told_again_after_a_week(person, kernow, settings):
    lead = person("area-lead", area=kernow)
    set_plan(kernow, next_step="Train the first ten", next_step_due="2015-07-14")
    told = []
    for day in (14, 15, 20, 21, 27, 28):
        settings.IPC_TODAY = datetime.date(2015, 7, day)
        remind(kernow)
        told.append(len(notices(lead, "plan-late")))
    assert told == [0, 1, 1, 2, 2, 3]


def test_what_is_late_in_any_part_is_one_piece_of_news_until_there_is_more_or_a_week_is_over(
    person, kernow, bristol, settings, monkeypatch
):
    lead, reader = person("area-lead", area=kernow), person("practitioner", area=kernow)
    due = [parts.Due("Assess it", "/", None), parts.Due("Write it", "/", datetime.date(2015, 7, 14))]
    part = parts.Part("x", "X", 1, lambda area: "", "rollout:plans", dues=lambda area: due if area == kernow else [])
    monkeypatch.setattr(parts, "_parts", {"x": part})

    def told_on(day):
        settings.IPC_TODAY = datetime.date(2015, 7, day)
        remind(kernow), remind(bristol)
        return notices(lead, "rollout-late")

    one = "1 thing is late or missing in the roll-out"
    two = "2 things are late or missing in the roll-out"
    assert told_on(14) == told_on(14) == [one]  # the day itself is not late
    assert told_on(15) == told_on(16) == [one, two]
    assert told_on(23) == [one, two, two]
    assert Notification.objects.filter(to=lead, kind="rollout-late").latest("pk").body == (
        "Assess it. Write it, due on 14 July 2015."
    )
    assert notices(reader, "rollout-late") == []


@pytest.mark.parametrize(
    "facts", [{"actual_start": "2015-07-03"}, {"status": "under_way"}, {"planned_start": "2015-07-15"}]
)
def test_a_start_that_has_happened_or_is_still_to_come_is_not_late(person, kernow, settings, facts):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    lead = person("area-lead", area=kernow)
    set_plan(kernow, **{"planned_start": "2015-07-01", **facts})
    remind(kernow)
    assert notices(lead, "plan-late") == []


def test_an_invitation_that_runs_out_is_told_once_to_whoever_sent_it(person, kernow):
    lead = person("area-lead", area=kernow)
    invitations.invite(email="nia@example.org", role="practitioner", area=kernow, by=lead)
    tasks.remind_everybody()
    assert notices(lead, "invitation-ending") == []

    ends = Invitation.objects.get().expires_at
    with time_machine.travel(ends - 3 * DAY + datetime.timedelta(minutes=1), tick=False):
        tasks.remind_everybody()
        tasks.remind_everybody()
        assert notices(lead, "invitation-ending") == ["nia@example.org has not accepted yet"]
    assert Mail.objects.filter(kind="invitation-ending").count() == 1


@pytest.mark.parametrize("way", ["accepted", "suspended", "left", "over"])
def test_an_invitation_that_needs_nobody_is_not_told(person, kernow, way):
    lead = person("area-lead", area=kernow)
    sent = invitations.invite(email="nia@example.org", role="practitioner", area=kernow, by=lead)
    if way == "accepted":
        invitations.withdraw(invitation=sent, by=lead)
    elif way == "suspended":
        area_lifecycle.suspend_area("kernow")
    elif way == "left":
        lead.is_active = False
        lead.save()
    when = sent.expires_at - DAY if way != "over" else sent.expires_at
    with time_machine.travel(when, tick=False):
        reminders.remind_of_invitations()
    assert notices(lead, "invitation-ending") == []


def test_a_role_given_and_a_role_ended_are_told_to_the_person(person, kernow):
    somebody, lead = person(), person("area-lead", area=kernow)
    membership = memberships.grant(user=somebody, role="practitioner", area=kernow, by=lead)
    memberships.grant(user=somebody, role="practitioner", area=kernow, by=lead)
    memberships.end(membership=membership, by=lead)
    memberships.end(membership=membership, by=lead)

    assert notices(somebody, "role-given") == ["You have a new role: Practitioner of NHS Kernow"]
    assert notices(somebody, "role-ended") == ["Your role has ended: Practitioner of NHS Kernow"]
    assert [mail.kind for mail in Mail.objects.filter(to=somebody)] == ["role-ended"]


def test_a_changed_plan_is_told_to_the_other_leads(person, kernow):
    one, two, reader = (person(role, area=kernow) for role in ("area-lead", "area-lead", "practitioner"))
    with in_area(kernow):
        plans.change(area=kernow, group="mental_health", values={"lead": "Ann"}, reason="She has joined", by=one)
    made = Notification.objects.get(kind="plan-changed")

    assert (made.to, made.body, made.waits_for) == (two, "Why: She has joined", "daily")
    assert made.url == "/areas/kernow/rollout/groups/mental-health/"


def test_a_plan_that_is_not_changed_tells_nobody(person, kernow):
    one = person("area-lead", area=kernow)
    person("area-lead", area=kernow)
    with in_area(kernow), pytest.raises(plans.PlanUnchanged), transaction.atomic():
        plans.change(area=kernow, group="mental_health", values={}, reason="Why", by=one)
    assert not Notification.objects.filter(kind="plan-changed").exists()


def test_samples_are_labelled_and_made_once(db):
    from accounts.registrations import make_demo_people
    from tenants.demo_notices import make_demo_notices

    make_demo_people()
    make_demo_notices()
    count = Notification.objects.count()
    make_demo_notices()
    samples = Notification.objects.filter(key__startswith="sample-")

    assert Notification.objects.count() == count
    assert samples.count() == 8
    assert all(each.title.startswith("Sample: ") for each in samples)
    assert not Mail.objects.filter(notifications__in=samples).exists()

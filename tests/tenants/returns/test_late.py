"""Received, due, late, in dispute; and reminders, each once."""

import datetime

import pytest

from notify.models import Notification
from tenants.contexts import in_area
from tenants.quarters import Quarter
from tenants.returns import disputes, late, reminders
from tenants.rollout import return_drafts
from tests.tenants.returns.conftest import FIRST, SPRING, WINTER, sign

pytestmark = pytest.mark.django_db

DUE = SPRING.return_due  # 30 July 2015


def state(area, quarter, day):
    return next(each.state for each in late.standing(day) if (each.area, each.quarter) == (area, quarter))


def day(number, month=7):
    return datetime.date(2015, month, number)


def test_a_return_is_due_until_its_day_and_late_after_it(kernow):
    assert day(30) == DUE
    assert SPRING not in [each.quarter for each in late.standing(day(29, 6))]
    assert [state(kernow, SPRING, on) for on in (day(30, 6), day(30), day(31))] == ["due", "due", "late"]


def test_a_signed_return_is_received_from_its_day_on_and_not_before(kernow, bristol, lead):
    sign(kernow, WINTER, FIRST, lead.person, on=day(1, 5))
    assert [state(kernow, WINTER, on) for on in (day(30, 4), day(1, 5), day(15))] == ["due", "received", "received"]
    assert state(bristol, WINTER, day(1, 5)) == "late"


def test_a_dispute_is_shown_while_it_is_open(kernow, lead, manager, settings):
    signed = sign(kernow, WINTER, FIRST, lead.person, on=day(1, 5))
    settings.IPC_TODAY = day(10, 6)
    disputes.raise_dispute(signed=signed, reason="Really?", by=manager.person)
    settings.IPC_TODAY = day(20, 6)
    disputes.settle(signed=signed, outcome="Yes.", by=manager.person)
    states = [state(kernow, WINTER, on) for on in (day(9, 6), day(10, 6), day(19, 6), day(20, 6))]
    assert states == ["received", "in_dispute", "in_dispute", "received"]


def test_an_older_version_is_not_disputed(kernow, lead, manager):
    first = sign(kernow, WINTER, FIRST, lead.person)
    with in_area(kernow):
        return_drafts.correct(area=kernow, quarter=WINTER, reason="A slip", by=lead.person)
        return_drafts.sign(area=kernow, quarter=WINTER, by=lead.person, name="Ailsa Lead")
    with pytest.raises(ValueError, match="A newer version is signed"):
        disputes.raise_dispute(signed=first, reason="Really?", by=manager.person)


def test_the_late_list_asks_three_questions_however_many_areas_and_quarters(django_assert_num_queries, kernow):
    with django_assert_num_queries(3):
        assert len(late.standing(datetime.date(2017, 10, 1))) == 11 * 12


@pytest.mark.parametrize(
    ("on", "step"),
    [
        (day(15), None), (day(16), "before-14"), (day(26), "before-14"), (day(27), "before-3"), (day(30), "before-3"),
        (day(31), "late-0"), (day(6, 8), "late-0"), (day(7, 8), "late-1"), (day(14, 8), "late-2"),
    ],
)  # fmt: skip
def test_each_reminder_has_its_days(on, step):
    assert reminders.step_on(on, SPRING) == step


def told(person, kind="return-due"):
    return list(Notification.objects.filter(to=person, kind=kind).order_by("pk").values_list("title", flat=True))


def test_each_reminder_is_told_once_to_the_areas_leads(kernow, person, settings, lead):
    practitioner = person("practitioner", area=kernow)
    sign(kernow, WINTER, FIRST, lead.person)
    for on in [day(number) for number in range(15, 32)] + [day(number, 8) for number in range(1, 9)]:
        settings.IPC_TODAY = on
        reminders.remind_of_returns()
    titles = [title for title in told(lead.person) if "April to June 2015" in title]
    assert titles == ["Send Kernow’s return for April to June 2015 (Q1 2015/16)"] * 4  # 16, 27, 31 July; 7 August
    assert not [title for title in told(lead.person) if "January to March 2015" in title]
    assert told(practitioner) == []


def test_a_day_without_the_schedule_is_made_good(kernow, lead, settings):
    settings.IPC_TODAY = day(18)
    reminders.remind_of_returns()
    assert len([title for title in told(lead.person) if "April to June 2015" in title]) == 1


def test_the_manager_gets_one_summary_for_each_step(kernow, manager, lead, settings):
    settings.IPC_TODAY = day(31)
    sign(kernow, Quarter(2014, 4), FIRST, lead.person)
    for _ in range(2):
        reminders.remind_of_returns()
    titles = told(manager.person, "returns-late")
    assert sorted(titles) == [
        "10 returns for October to December 2014 (Q3 2014/15) are late",
        "11 returns for April to June 2015 (Q1 2015/16) are late",
        "11 returns for January to March 2015 (Q4 2014/15) are late",
    ]


def test_signing_tells_the_other_leads_and_the_manager(kernow, lead, manager, person, bristol):
    second, elsewhere = person("area-lead", area=kernow), person("area-lead", area=bristol)
    sign(kernow, WINTER, FIRST, lead.person)
    assert told(second, "return-signed") == ["Ailsa Lead has signed the return for January to March 2015 (Q4 2014/15)"]
    assert told(manager.person, "return-signed") == [
        "NHS Kernow: the return for January to March 2015 (Q4 2014/15) is signed"
    ]
    assert told(lead.person, "return-signed") == told(elsewhere, "return-signed") == []

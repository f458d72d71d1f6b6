"""Two changes at once, each allowed by itself, don't break the cascade together."""

import datetime
import threading

import pytest
from django.db import connections, transaction

from tenants import site_register, sites
from tenants.models import Area, Mentoring, Stage
from tenants.sites import SiteRefused
from tests.tenants.sites.making import JULY, make_site


@pytest.fixture(autouse=True)
def in_july_2015(settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)


def test_a_step_back_waits_for_a_mentoring_that_begins_at_the_same_time(committed_db):
    kernow, bristol = Area.objects.get(slug="kernow"), Area.objects.get(slug="bristol")
    mentor, mentee = make_site(bristol, stage=Stage.LIVE), make_site(kernow, intake=2)
    begun, answers = threading.Event(), []

    def step_back() -> None:
        begun.wait(20)
        try:
            sites.move(site=mentor, to=Stage.TRAINED, on=JULY, reason="The lead left", by=None)
            answers.append("moved")
        except SiteRefused as refusal:
            answers.append(str(refusal))
        finally:
            connections.close_all()

    thread = threading.Thread(target=step_back)
    thread.start()
    with transaction.atomic():
        sites.start_mentoring(mentor=mentor, mentee=mentee, on=JULY, by=None)
        begun.set()
        thread.join(1)  # it waits: without the triggers' turn it would be through by now
        assert thread.is_alive()
    thread.join(20)
    assert answers == ["This site mentors others, which a site does while it is live. End the mentoring first."]
    assert Mentoring.objects.on(JULY).count() == 1
    assert site_register.register(JULY).by_site[mentor.pk].stage == Stage.LIVE

"""Areas whose commissioners write statements, on the demo's own day; people who could not find something."""

import datetime

import pytest

from config.today import sample_day
from market.models import EmptySearch, UnmetNeed
from market.statements import rights

DAY = datetime.date(2015, 7, 15)


@pytest.fixture(autouse=True)
def demo_day(settings):
    """15 July 2015: people are counted up to 30 June."""
    settings.IPC_TODAY = DAY


@pytest.fixture
def commissioner(client_as, kernow):
    return client_as("commissioner", area=kernow)


@pytest.fixture
def missing(person):
    """Makes people who could not find something: `missing(kernow, "short_break", 9)`."""

    def make(area, need, count, *, day=datetime.date(2015, 6, 1), place="town", kind="regular", **facts):
        for _ in range(count):
            UnmetNeed.objects.create(
                said_by=person(), area=area, need=need, place_kind=place, availability=kind, said_on=day, **facts
            )

    return make


@pytest.fixture
def searched():
    """Searches of a day that found nothing: `searched(kernow, "payroll", 12)`."""
    return lambda area, need, count, day=datetime.date(2015, 6, 1): EmptySearch.objects.create(
        day=day, need=need, area=area.slug, count=count
    )


@pytest.fixture
def publish():
    """Publishes a statement of an area, on a day: `publish(kernow, day=datetime.date(2014, 7, 1))`."""

    def make(area, *, day=None, **words):
        if day is None:
            return rights.a_statement(area, **words)
        with sample_day(day):
            return rights.a_statement(area, **words)

    return make

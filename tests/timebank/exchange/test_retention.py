"""Offers and requests that led to nothing go after three years; what came to something stays."""

import datetime

import pytest

from tests.timebank import given
from timebank.exchange import actions, retention
from timebank.matching import runs

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2015, 7, 15, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = given.TODAY


@pytest.fixture
def closed():
    """An offer and a request that were in a match, and two that never were; all are withdrawn, long ago."""
    matched = [given.offer(), given.request()]
    runs.run(by=None)
    never = [given.offer(topic="evaluation"), given.request(topic="workforce")]
    for row in (*matched, *never):
        actions.withdraw(row=row, reason="No longer", by=None)
        type(row).objects.filter(pk=row.pk).update(expires_on=datetime.date(2012, 7, 1))
    return matched, never


def test_what_was_never_matched_goes_after_three_years_and_the_rest_stays(closed):
    _, (offer, request) = closed

    assert list(retention.old_offers(NOW)) == [offer]
    assert list(retention.old_requests(NOW)) == [request]


def test_what_ran_out_less_than_three_years_ago_is_kept(closed):
    _, (offer, request) = closed
    for row in (offer, request):
        type(row).objects.filter(pk=row.pk).update(expires_on=datetime.date(2012, 7, 15))

    assert not retention.old_offers(NOW).exists() and not retention.old_requests(NOW).exists()


def test_what_is_still_open_is_kept_however_old(db):
    row = given.request()
    type(row).objects.filter(pk=row.pk).update(expires_on=datetime.date(2010, 1, 1))

    assert not retention.old_requests(NOW).exists()

"""Sites by the API: what the board's pages show, as at a day, for those who may read the board."""

import datetime

import pytest

from tenants.models import Stage
from tests.tenants.sites.making import JANUARY, JULY, make_mentoring, make_site

pytestmark = pytest.mark.django_db

SITES = "/api/v1/programme/sites"


@pytest.fixture(autouse=True)
def in_july_2015(settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)


def test_sites_are_told_with_stage_and_mentors_as_at_a_day(token_client, kernow, bristol):
    mentor = make_site(bristol, stage=Stage.LIVE, name="Bristol team", on=JANUARY)
    site = make_site(kernow, intake=2, name="Truro team", on=JULY)
    make_mentoring(mentor, site, on=datetime.date(2015, 7, 10))
    client = token_client("board-member")
    body = client.get(SITES).json()
    assert (body["count"], body["as_at"]) == (2, "2015-07-15")
    assert body["items"][1] == {
        "id": site.pk,
        "area": "kernow",
        "group": "mental_health",
        "implementation_cohort": 2,
        "name": "Truro team",
        "stage": "interest",
        "since": "2015-07-01",
        "days": 14,
        "mentored_by": [mentor.pk],
        "is_sample": False,
    }
    then = client.get(f"{SITES}?as_at=2015-07-09").json()["items"]
    assert [each["mentored_by"] for each in then] == [[], []]
    assert client.get(f"{SITES}?as_at=2015-06-30").json()["count"] == 1


def test_sites_are_not_for_those_who_may_not_read_the_board(token_client):
    assert token_client("budget-holder").get(SITES).status_code == 403

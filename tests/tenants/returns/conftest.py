"""Returns as an area writes them, on the demo's own day."""

import datetime

import pytest

from tenants.contexts import in_area
from tenants.quarters import Quarter
from tenants.rollout import return_drafts
from tests.tenants.returns.making import right, typed

WINTER, SPRING = Quarter(2015, 1), Quarter(2015, 2)
# Kernow's public baseline of November 2014 is 9 people.
FIRST = right(before={"none": 5, "multiple_ltc": 4}, new={"mental_health": 3}, ended={"none": 1})
IN_PLACE = {"none": 4, "multiple_ltc": 4, "mental_health": 3}
SECOND = right(before=IN_PLACE, new={"learning_disability": 2})


@pytest.fixture(autouse=True)
def demo_day(settings):
    """15 July 2015, as in the demo: four quarters are over but 2015Q2's return is not due yet."""
    settings.IPC_TODAY = datetime.date(2015, 7, 15)


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


@pytest.fixture
def manager(client_as):
    return client_as("network-manager")


def write(area, quarter, figures, by, notes=None):
    """Everything typed in, as by hand."""
    with in_area(area):
        return_drafts.open_draft(area=area, quarter=quarter, by=by)
        return return_drafts.replace_all(area=area, quarter=quarter, typed=typed(figures), notes=notes or {}, by=by)


def sign(area, quarter, figures, by, name="Ailsa Lead", **facts):
    """Typed in and signed."""
    write(area, quarter, figures, by)
    with in_area(area):
        return return_drafts.sign(area=area, quarter=quarter, by=by, name=name, **facts)

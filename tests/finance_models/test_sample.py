"""The demo's finance data: labelled as made up, the same when it is made again, each area's own."""

import pytest

from finance_models.models import Case, Contract, DataVersion, PriceTable, RegionalRelease, Run
from finance_models.region import making
from finance_models.sample import activity, releases
from tenants.contexts import in_area
from tenants.models import Area
from tenants.returns import cases as published
from tenants.returns import finance

pytestmark = pytest.mark.django_db


def test_sample_data_are_labelled_and_made_once(client_as, kernow, bristol):
    for area in (kernow, bristol):
        area.approx_population_2014 = 20_000
    for area in (kernow, bristol, kernow, bristol):
        activity.make_in(area)
    for area in (kernow, bristol):
        with in_area(area):
            version = DataVersion.objects.get()
            assert (version.state, version.is_sample, version.rows["people"]["accepted"]) == ("in_use", True, 200)
            assert all(each.is_illustrative for each in PriceTable.objects.all())
            assert Run.objects.count() == 6
    page = client_as("finance-lead", area=kernow).get("/areas/kernow/finance/rates/").text
    assert "Sample" in page
    assert "Scenarios side by side" in page
    with in_area(kernow):
        assert (Case.objects.count(), Contract.objects.count()) == (12, 3)
        assert Case.objects.filter(is_sample=False).count() == 0
    assert {(row.area.slug, row.is_sample) for row in published.newest()} == {("bristol", True), ("kernow", True)}
    with in_area(bristol):
        assert (Case.objects.count(), Contract.objects.count()) == (12, 0)


def test_only_the_demo_makes_up_data(kernow, settings):
    from finance_models.tasks import make_sample_data

    settings.IPC_DEMO = False
    make_sample_data.apply(area=kernow)
    with in_area(kernow):
        assert not DataVersion.objects.exists()


def test_sample_releases_are_labelled_and_one_waits_for_the_lead_of_the_demos_own_area(kernow, bristol):
    releases.set_terms()
    for area in (kernow, bristol):
        area.approx_population_2014 = 60_000
        activity.make_in(area)
        for _ in range(2):
            releases.make(area)
    assert [(row.area, row.is_sample) for row in finance.newest()] == [(bristol, True)]
    with in_area(kernow):
        waits = RegionalRelease.objects.get()
        assert (waits.state, waits.is_sample) == ("proposed", True)
    made = making.make()
    assert (made.releases, made.is_sample) == ([["bristol", 1]], True)


def test_sample_releases_are_of_areas_that_there_are():
    assert Area.objects.filter(slug__in=(releases.WAITS, *releases.HAVE_RELEASED)).count() == 5

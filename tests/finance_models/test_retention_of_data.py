"""Files of superseded data go after their days; what is in use stays, and so does what is known of those that went."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditRow
from config.today import sample_day, today
from data_rights import retaining
from finance_models.loading import folders, opening, queries, retention, versions
from finance_models.models import DataVersion
from tenants.contexts import in_area
from tests.finance_models.given import loaded
from tests.finance_models.test_runs import run_of, terms_in

pytestmark = pytest.mark.django_db

DATA = "/areas/kernow/finance/data/"
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def kept_for_ten_days(settings):
    settings.SUPERSEDED_DATA_DAYS = 10


def night(capture, after):
    """The night so many days from now; returns how many versions went."""
    with capture(execute=True), sample_day(today() + after * DAY):
        runs = {run.rule: run for run in retaining.run()}
        assert not runs["superseded-linked-data"].fault
        return runs["superseded-linked-data"].deleted


def test_files_go_ten_days_after_another_version_took_their_place_and_never_those_in_use(
    kernow, bristol, tmp_path, django_capture_on_commit_callbacks
):
    first = loaded(kernow, tmp_path, accept=True)
    second = loaded(kernow, tmp_path, accept=True)
    elsewhere = loaded(bristol, tmp_path, accept=True)
    assert night(django_capture_on_commit_callbacks, 10) == 0
    assert folders.path_of(kernow, first.folder).exists()
    assert night(django_capture_on_commit_callbacks, 11) == 1
    assert not folders.path_of(kernow, first.folder).exists()
    assert folders.path_of(kernow, second.folder).exists()
    assert folders.path_of(bristol, elsewhere.folder).exists()
    assert night(django_capture_on_commit_callbacks, 5000) == 0
    with in_area(kernow):
        assert queries.in_use() == second
        with opening.opened(kernow, second, unit_costs=None, providers=None, objecting=frozenset()) as data:
            assert data.activity.count().to_pyarrow().as_py() == 7


def test_what_went_when_and_its_checksum_stay_in_the_register_and_in_the_audit(
    kernow, tmp_path, django_capture_on_commit_callbacks
):
    first = loaded(kernow, tmp_path, accept=True)
    loaded(kernow, tmp_path, accept=True)
    night(django_capture_on_commit_callbacks, 11)
    with in_area(kernow):
        gone = DataVersion.objects.get(number=1)
        assert (gone.state, gone.folder, gone.deleted_on) == ("deleted", "", today() + 11 * DAY)
        assert (gone.checksum, gone.rows, gone.entry) == (first.checksum, first.rows, first.entry)
    row = AuditRow.objects.get(action="finance.data_delete")
    assert row.detail == {
        "number": 1, "rows": first.rows, "checksum": first.checksum, "why": "superseded for over 10 days",
    }  # fmt: skip
    assert row.area == kernow


def test_a_version_that_is_taken_back_into_use_starts_afresh(kernow, tmp_path, django_capture_on_commit_callbacks):
    loaded(kernow, tmp_path, accept=True)
    loaded(kernow, tmp_path, accept=True)
    with in_area(kernow), sample_day(today() + 9 * DAY):
        versions.accept(area=kernow, number=1, by=None)
    assert night(django_capture_on_commit_callbacks, 19) == 0
    assert night(django_capture_on_commit_callbacks, 20) == 1
    with in_area(kernow):
        assert [(each.number, each.state) for each in DataVersion.objects.all()] == [(2, "deleted"), (1, "in_use")]


def test_without_days_nothing_goes_and_the_page_says_so(
    client_as, kernow, tmp_path, settings, django_capture_on_commit_callbacks
):
    loaded(kernow, tmp_path, accept=True)
    loaded(kernow, tmp_path, accept=True)
    client = client_as("finance-lead", area=kernow)
    assert "deleted 10 days after another took its place" in client.get(DATA).text
    assert f"{today() + 10 * DAY:%-d %B %Y}" in client.get(f"{DATA}1/").text
    settings.SUPERSEDED_DATA_DAYS = 0
    assert "stay until somebody deletes them" in client.get(DATA).text
    with in_area(kernow), sample_day(today() + 5000 * DAY):
        assert not retention.over().exists()


def test_a_run_keeps_its_figures_and_says_that_its_data_are_gone(
    client_as, kernow, tmp_path, django_capture_on_commit_callbacks
):
    loaded(kernow, tmp_path, accept=True)
    run = run_of(kernow, "cost", terms_in(kernow))
    client = client_as("finance-lead", area=kernow)
    page = f"/areas/kernow/finance/runs/{run.pk}/"
    assert "The data are gone" not in client.get(page).text
    before = client.get("/areas/kernow/finance/cost/").text
    loaded(kernow, tmp_path, accept=True)
    night(django_capture_on_commit_callbacks, 11)
    assert "The data are gone" in client.get(page).text
    assert "can&#39;t be made once more" in client.get(page).text
    assert client.get("/areas/kernow/finance/cost/").text.count("£") == before.count("£") > 0
    assert "are deleted" in client.get(f"{DATA}1/").text


def test_the_database_holds_that_only_superseded_versions_say_since_when(kernow, tmp_path):
    loaded(kernow, tmp_path, accept=True)
    for change in ({"state": "superseded"}, {"superseded_on": today()}):
        with in_area(kernow), pytest.raises(IntegrityError, match="superseded_on_a_day"), transaction.atomic():
            DataVersion.objects.update(**change)

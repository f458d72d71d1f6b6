"""`ipc finance load`: the same load as in the browser, from a terminal."""

import json

import pytest

from config import ipc
from finance_models.governance.rights import VALUES, entry_in
from finance_models.loading import queries
from finance_models.models import DataVersion, GovernanceEntry
from tenants.contexts import in_area
from tests.finance_models.given import ACTIVITY, HEAD, PEOPLE, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def command(tmp_path):
    """The command with the worked example's files; the activity's text may be given."""

    def run(*more, area="kernow", activity=ACTIVITY):
        people, lines = write(tmp_path, "people", PEOPLE), write(tmp_path, "activity", activity)
        return ipc.main(["finance", "load", area, "--people", str(people.path), "--activity", str(lines.path), *more])

    return run


def test_files_are_loaded_and_taken_into_use(command, kernow, capsys):
    entry_in(kernow)
    assert command("--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["version"], printed["state"]) == (1, "in_use")
    assert printed["rows"]["activity"] == {"accepted": 7, "rejected": 0}
    with in_area(kernow):
        assert queries.in_use().checksum == printed["checksum"]


def test_held_back_they_wait_and_rejected_rows_are_lines_on_standard_error(command, kernow, capsys):
    entry_in(kernow)
    lines = "p0,2013-06-01,acute,stay,1,10\n" * 30
    assert command("--hold", activity=f"{HEAD}{lines}p0,2013-13-01,acute,stay,1,5\n") == 0
    told = capsys.readouterr()
    assert told.err.startswith("activity.csv:32: date:")
    assert "37 rows accepted, 1 rejected, of 38 in the files. It waits to be accepted." in told.out
    with in_area(kernow):
        assert queries.in_use() is None


def test_faults_store_nothing_and_end_with_one(command, kernow, capsys):
    entry_in(kernow)
    assert command(activity="person_id,date\n") == 1
    assert "activity.csv:1: setting: this column is missing; add it to the header" in capsys.readouterr().err
    with in_area(kernow):
        assert not DataVersion.objects.exists()


def test_without_a_valid_source_nothing_is_loaded(command, kernow, capsys):
    assert command() == 1
    assert "has no valid entry of a source. Add one first." in capsys.readouterr().err
    assert command(area="nowhere") == 1
    assert "There is no area nowhere." in capsys.readouterr().err


def test_of_several_sources_one_has_to_be_named(command, kernow, capsys):
    first = entry_in(kernow)
    with in_area(kernow):
        ends = {"agreement_ends": first.agreement_ends, "assessment_ends": first.assessment_ends}
        GovernanceEntry.objects.create(**{**VALUES, **ends, "source": "Social care records"})
    assert command() == 1
    assert "Say by which source with --source: Hospital episodes, Social care records." in capsys.readouterr().err
    assert command("--source", "Social care records") == 0
    with in_area(kernow):
        assert queries.in_use().entry.source == "Social care records"

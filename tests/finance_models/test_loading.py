"""A load is all or nothing: every row is accepted or rejected; the version in use stays until another is accepted."""

import datetime
import stat

import pandas as pd
import pyarrow.parquet as pq
import pytest
from django.db import Error, transaction

from audit.models import AuditRow
from finance_models.governance import actions as governance
from finance_models.governance.queries import NoValidEntry
from finance_models.governance.rights import entry_in
from finance_models.loading import checksums, folders, mapping, queries, rejected, versions
from finance_models.loading.errors import LoadRefused
from finance_models.models import DataVersion
from tenants.contexts import in_area
from tests.finance_models.given import ACTIVITY, HEAD, PEOPLE, files, loaded, write

pytestmark = pytest.mark.django_db

STATE = DataVersion.State


def rows_of(area, version, table):
    folder = folders.path_of(area, version.folder) / table
    return [row for path in sorted(folder.rglob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_a_load_keeps_every_row_with_its_dates_and_waits_to_be_accepted(kernow, tmp_path, person):
    lead = person("finance-lead", area=kernow)
    version = loaded(kernow, tmp_path, by=lead)
    assert version.rows == {"people": {"accepted": 7, "rejected": 0}, "activity": {"accepted": 7, "rejected": 0}}
    assert (version.first_date, version.last_date) == (datetime.date(2013, 5, 6), datetime.date(2014, 2, 3))
    assert (version.state, version.number) == (STATE.LOADED, 1)
    assert [row["person_id"] for row in rows_of(kernow, version, "people")] == [f"p{n}" for n in range(7)]
    assert version.files[0] == {"table": "people", "name": "people.csv", "rows": 7, "rejected": 0}
    assert AuditRow.objects.get(action="finance.data_load").by == lead


def test_files_lie_for_the_owner_alone_and_nothing_of_what_was_sent_is_left_beside_them(kernow, tmp_path):
    version = loaded(kernow, tmp_path)
    folder = folders.path_of(kernow, version.folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o700 for each in folder.parents[:3])
    assert not (folder / folders.GIVEN).exists()
    assert checksums.of(folder) == version.checksum
    (folder / "rejected.csv").write_text("changed")
    assert checksums.of(folder) != version.checksum


def test_rejected_rows_are_counted_and_listed_with_file_row_column_and_reason(kernow, tmp_path):
    lines = "".join(f"p{n % 7},2013-06-01,acute,stay,1,10\n" for n in range(38))
    activity = f"{HEAD}{lines}p0,2013-13-01,acute,stay,1,5\np1,2013-06-01,acute,stay,-1,5\n"
    version = loaded(kernow, tmp_path, given=files(tmp_path, activity=activity))
    assert version.rows["activity"] == {"accepted": 38, "rejected": 2}
    listed = rejected.lines(folders.path_of(kernow, version.folder) / folders.REJECTED)
    assert [row[:4] for row in listed] == [
        ["activity", "activity.csv", "40", "date"],
        ["activity", "activity.csv", "41", "units"],
    ]
    assert all(row[4] for row in listed)


def test_a_load_with_a_fault_of_a_file_stores_nothing_and_says_every_fault(kernow, tmp_path):
    first = loaded(kernow, tmp_path, accept=True)
    broken = files(tmp_path, people="person_id,birth_year\np0,1950\n", activity=ACTIVITY.replace("cost", "price"))
    with pytest.raises(LoadRefused) as refusal:
        loaded(kernow, tmp_path, given=broken)
    assert "people.csv:1: ltc_count: this column is missing; add it to the header" in refusal.value.faults
    assert any(line.startswith("activity.csv:1: price: this column is not known") for line in refusal.value.faults)
    assert str(refusal.value).endswith("Nothing was stored.")
    with in_area(kernow):
        assert DataVersion.objects.count() == 1
        assert queries.in_use() == first
    assert [each.name for each in folders.root(kernow).iterdir()] == [first.folder]


def test_a_load_needs_people_and_activity_and_a_valid_entry_that_covers_them(kernow, tmp_path):
    with pytest.raises(LoadRefused, match="1 fault"):
        loaded(kernow, tmp_path, given=[write(tmp_path, "people", PEOPLE)])
    entry = entry_in(kernow)
    with in_area(kernow):
        governance.withdraw_entry(area=kernow, number=entry.pk, why="Ended", by=None)
        entry.refresh_from_db()
    with pytest.raises(NoValidEntry, match="was withdrawn"):
        loaded(kernow, tmp_path, entry=entry)
    assert not folders.root(kernow).exists()


def test_the_version_in_use_stays_until_another_is_accepted_and_can_come_back(kernow, tmp_path):
    first = loaded(kernow, tmp_path, accept=True)
    second = loaded(kernow, tmp_path)
    with in_area(kernow):
        assert queries.in_use() == first
        assert queries.newest_waiting() == second
        versions.accept(area=kernow, number=2, by=None)
        assert queries.in_use() == second
        first.refresh_from_db()
        assert first.state == STATE.SUPERSEDED
        with pytest.raises(versions.VersionRefused, match="is in use"):
            versions.accept(area=kernow, number=2, by=None)
        versions.accept(area=kernow, number=1, by=None)
        assert queries.in_use() == first
        with pytest.raises(Error), transaction.atomic():
            DataVersion.objects.filter(number=2).update(state=STATE.IN_USE)


def test_a_version_is_never_rewritten_nor_its_row_deleted(kernow, tmp_path):
    version = loaded(kernow, tmp_path)
    with in_area(kernow):
        for change in ({"checksum": "y"}, {"rows": {}}, {"loaded_on": datetime.date(2000, 1, 1)}):
            with pytest.raises(Error), transaction.atomic():
                DataVersion.objects.filter(pk=version.pk).update(**change)
        with pytest.raises(Error), transaction.atomic():
            DataVersion.objects.filter(pk=version.pk).delete()


def test_a_deleted_version_leaves_its_register_entry_and_counts_and_no_file(
    kernow, tmp_path, django_capture_on_commit_callbacks
):
    version = loaded(kernow, tmp_path, accept=True)
    folder = folders.path_of(kernow, version.folder)
    with in_area(kernow), django_capture_on_commit_callbacks(execute=True):
        versions.delete(area=kernow, number=1, by=None)
    assert not folder.exists()
    with in_area(kernow):
        left = DataVersion.objects.get()
        assert (left.state, left.folder, left.rows, left.entry) == (STATE.DELETED, "", version.rows, version.entry)
        assert queries.in_use() is None
        with pytest.raises(versions.VersionRefused, match="deleted already"):
            versions.delete(area=kernow, number=1, by=None)


def test_a_month_is_added_to_a_version_as_a_version_of_its_own(kernow, tmp_path):
    first = loaded(kernow, tmp_path, accept=True)
    month = [write(tmp_path, "activity", f"{HEAD}p0,2014-03-01,acute,stay,1,7\n", "march.csv")]
    second = loaded(kernow, tmp_path, given=month, add_to=first)
    assert second.rows == {"people": {"accepted": 7, "rejected": 0}, "activity": {"accepted": 8, "rejected": 0}}
    assert second.made_from == first
    assert second.last_date == datetime.date(2014, 3, 1)
    assert len(rows_of(kernow, second, "activity")) == 8
    assert len(rows_of(kernow, first, "activity")) == 7
    assert checksums.of(folders.path_of(kernow, first.folder)) == first.checksum
    with in_area(kernow):
        versions.delete(area=kernow, number=1, by=None)
    folders.forget(kernow, first.folder)
    assert len(rows_of(kernow, second, "people")) == 7


def test_the_same_month_twice_is_taken_with_a_warning(kernow, tmp_path):
    first = loaded(kernow, tmp_path)
    month = [write(tmp_path, "activity", f"{HEAD}p0,2014-02-01,acute,stay,1,7\n", "again.csv")]
    second = loaded(kernow, tmp_path, given=month, add_to=first)
    assert second.warnings == ["No activity is later than that of the version before. Was this month added already?"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_other_headings_are_read_by_what_was_said_of_them_once(kernow, tmp_path, encoding):
    entry = entry_in(kernow)
    with in_area(kernow):
        headings = {"Client": "person_id", "Fälle": "units"}
        mapping.remember(area=kernow, source=entry.source, table="activity", headings=headings, by=None)
    given = files(tmp_path)
    text = ACTIVITY.replace("person_id", "client").replace("units", "FÄLLE")
    given[1].path.write_bytes(text.encode(encoding))
    version = loaded(kernow, tmp_path, entry=entry, given=given)
    assert version.rows["activity"] == {"accepted": 7, "rejected": 0}
    assert rows_of(kernow, version, "activity")[0]["units_milli"] == 1000


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_other_headings_mean_the_same_in_workbooks_and_parquet(kernow, tmp_path, ending):
    entry = entry_in(kernow)
    with in_area(kernow):
        headings = {"Client": "person_id", "Fälle": "units"}
        mapping.remember(area=kernow, source=entry.source, table="activity", headings=headings, by=None)
    given = files(tmp_path)
    table = pd.read_csv(given[1].path, dtype=str).rename(columns={"person_id": " client", "units": "FÄLLE"})
    path = tmp_path / f"activity.{ending}"
    table.to_parquet(path) if ending == "parquet" else table.to_excel(path, sheet_name="activity", index=False)
    version = loaded(kernow, tmp_path, entry=entry, given=[given[0], type(given[0])("activity", path, path.name)])
    assert version.rows["activity"] == {"accepted": 7, "rejected": 0}
    assert {row["units_milli"] for row in rows_of(kernow, version, "activity")} == {1000}


def test_a_heading_that_means_a_column_which_the_file_has_anyway_refuses_it(kernow, tmp_path):
    entry = entry_in(kernow)
    with in_area(kernow):
        mapping.remember(area=kernow, source=entry.source, table="activity", headings={"cases": "units"}, by=None)
    text = ACTIVITY.replace("cost\n", "cases\n")
    with pytest.raises(LoadRefused) as refusal:
        loaded(kernow, tmp_path, entry=entry, given=files(tmp_path, activity=text))
    assert "activity.csv:1: units: this column stands twice; keep one" in refusal.value.faults


def test_a_workbook_and_a_parquet_file_load_like_csv(kernow, tmp_path):
    import xlsxwriter

    given = files(tmp_path)
    book = xlsxwriter.Workbook(tmp_path / "people.xlsx")
    sheet = book.add_worksheet("people")
    for line, row in enumerate(PEOPLE.splitlines()):
        sheet.write_row(line, 0, row.split(","))
    book.close()
    pd.read_csv(given[1].path, dtype=str).to_parquet(tmp_path / "activity.parquet")
    kinds = [("people", "people.xlsx"), ("activity", "activity.parquet")]
    version = loaded(kernow, tmp_path, given=[type(given[0])(table, tmp_path / name, name) for table, name in kinds])
    plain = loaded(kernow, tmp_path, given=given)
    assert version.rows == plain.rows
    for table in ("people", "activity"):
        ours, theirs = (
            [{key: value for key, value in row.items() if key != "file"} for row in rows_of(kernow, each, table)]
            for each in (version, plain)
        )
        assert ours == theirs


def test_what_a_dead_worker_left_is_cleared_away_and_versions_stay(kernow, bristol, tmp_path):
    version = loaded(kernow, tmp_path)
    left = folders.make(kernow)
    other = folders.make(bristol)
    with in_area(kernow):
        assert folders.forget_orphans(kernow) == 1
    assert not folders.path_of(kernow, left).exists()
    assert folders.path_of(kernow, version.folder).exists()
    assert folders.path_of(bristol, other).exists()


def test_an_area_has_its_own_versions_in_its_own_folder(kernow, bristol, tmp_path):
    version = loaded(kernow, tmp_path)
    assert kernow.schema_name in str(folders.path_of(kernow, version.folder))
    with in_area(bristol):
        assert queries.all_versions() == []
    assert loaded(bristol, tmp_path).number == 1


def test_each_night_every_area_is_cleared_of_what_dead_workers_left(kernow, bristol, tmp_path):
    from finance_models.tasks import forget_orphans

    version = loaded(kernow, tmp_path)
    folders.make(kernow)
    folders.make(bristol)
    assert forget_orphans.apply().get() == 2
    assert folders.path_of(kernow, version.folder).exists()

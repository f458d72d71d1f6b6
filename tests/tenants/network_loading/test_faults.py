"""A network folder with a fault is refused: one line for each fault, and nothing is stored."""

import shutil
import zipfile
from pathlib import Path

import pytest
from django.db import connection

from tenants.models import Area, Organisation
from tenants.network_loading import NetworkFaults, load_file, load_folder
from tenants.registrations import SOUTH_WEST

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the South West's folder, to be spoiled."""
    return Path(shutil.copytree(SOUTH_WEST, tmp_path / "folder"))


def spoil(folder: Path, file: str, before: str, after: str) -> None:
    text = (folder / file).read_text()
    assert before in text, f"{before!r} is not in {file}"
    (folder / file).write_text(text.replace(before, after, 1))


def faults_of(folder: Path) -> list[str]:
    areas, organisations = Area.objects.count(), Organisation.objects.count()
    with pytest.raises(NetworkFaults) as refused:
        load_folder(folder)
    assert (Area.objects.count(), Organisation.objects.count()) == (areas, organisations)
    return refused.value.faults


def test_a_phase_that_is_none_names_file_line_and_column(folder):
    spoil(folder, "phase_plan.csv", "north-somerset,1,1,3,3", "north-somerset,1,5,3,3")
    assert faults_of(folder) == [
        "phase_plan.csv:6: multiple_ltc: '5' is not a phase; write 1, 2, 3 or 4, or TBC where it is to be confirmed"
    ]


def test_a_missing_column_is_named_on_line_1(folder):
    spoil(folder, "phase_plan.csv", ",mental_health", ",mental_wellbeing")
    assert faults_of(folder) == [
        "phase_plan.csv:1: mental_health: this column is missing; add it to the header",
        "phase_plan.csv:1: mental_wellbeing: this column is not known; the columns are area, children_complex_needs, "
        "multiple_ltc, learning_disability, mental_health",
    ]


def test_an_unknown_area_is_named(folder):
    spoil(folder, "phb_baseline_nov2014.csv", "wiltshire,3", "wilts,3")
    assert faults_of(folder) == [
        "phb_baseline_nov2014.csv:12: area: 'wilts' is no area of areas.csv; check how it is written"
    ]


def test_a_row_that_stands_twice_names_the_first(folder):
    with (folder / "phase_plan.csv").open("a") as file:
        file.write("kernow,1,1,1,1\n")
    assert faults_of(folder) == ["phase_plan.csv:13: area: is the same as line 2; keep one of them"]


@pytest.mark.parametrize("date", ["2015-02-30", "31/01/2015", "2015-1-31", "soon"])
def test_a_date_that_is_none_is_named(folder, date):
    spoil(folder, "milestones.csv", "2015-01-31", date)
    assert faults_of(folder) == [
        f"milestones.csv:5: due: {date!r} is not a date; write it as year-month-day, such as 2015-01-31"
    ]


def test_every_fault_is_told_at_once_in_the_order_of_files_and_lines(folder):
    spoil(folder, "targets.csv", "2017-12-31", "2017-13-31")
    spoil(folder, "areas.csv", "kernow,NHS Kernow", "Kernow,NHS Kernow")
    spoil(folder, "areas.csv", ",548000", ",many")
    places = [line.split(": ")[0] for line in faults_of(folder)]
    assert places == ["areas.csv:2", "areas.csv:2", "targets.csv:8"]


def test_an_unknown_area_is_told_together_with_a_cell_that_cannot_be_read(folder):
    spoil(folder, "phase_plan.csv", "kernow,1,2,4,1", "nowhere,1,2,4,1")
    spoil(folder, "phase_plan.csv", "bristol,1,1,3,4", "bristol,1,9,3,4")
    places = [line.split(": ")[:2] for line in faults_of(folder)]
    assert places == [["phase_plan.csv:2", "area"], ["phase_plan.csv:5", "multiple_ltc"]]


def test_a_broken_list_of_areas_is_not_told_again_for_every_file(folder):
    spoil(folder, "areas.csv", ",548000", ",many")
    assert [line.split(": ")[0] for line in faults_of(folder)] == ["areas.csv:2"]


def test_a_fault_in_the_last_file_stores_nothing_of_a_new_network(tmp_path):
    folder = new_network(tmp_path)
    (folder / "resources.csv").write_text("area,group,resource\nnowhere,,A map\n")
    assert faults_of(folder) == ["resources.csv:2: area: 'nowhere' is no area of areas.csv; check how it is written"]
    assert schemas("area_%coast") == []


def new_network(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "areas.csv").write_text(
        "slug,name,short_name,ods_code,ons_code,local_authorities,approx_population_2014\n"
        "north-coast,North Coast,North,,,North Council|Isle Council,1000\n"
        "south-coast,South Coast,South,,,,\n"
    )
    return folder


def schemas(like: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE %s ORDER BY 1", [like])
        return [row[0] for row in cursor.fetchall()]


def test_areas_alone_are_a_network(tmp_path):
    report = load_folder(new_network(tmp_path))
    assert report.added == {"areas": 2}
    assert schemas("area_%coast") == ["area_north_coast", "area_south_coast"]
    assert Area.objects.get(slug="north-coast").local_authorities == ["North Council", "Isle Council"]


def test_a_dry_run_says_the_same_and_stores_nothing(tmp_path):
    report = load_folder(new_network(tmp_path), dry_run=True)
    assert (report.stored, report.added) == (False, {"areas": 2})
    assert schemas("area_%coast") == []
    assert not Area.objects.filter(slug="north-coast").exists()


@pytest.mark.parametrize("slug", ["new", "network", "public", "template", "a", "Kernow", "north_coast", "x" * 41])
def test_a_slug_that_cannot_be_an_address_is_refused(tmp_path, slug):
    folder = new_network(tmp_path)
    spoil(folder, "areas.csv", "north-coast", slug)
    assert faults_of(folder)[0].startswith("areas.csv:2: slug: ")


def test_a_folder_without_areas_is_refused(folder):
    (folder / "areas.csv").unlink()
    assert faults_of(folder) == ["areas.csv: is missing; a network folder needs it, the others are optional"]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert faults_of(tmp_path / "nothing") == [f"{tmp_path / 'nothing'}: there is no such folder"]


def test_a_file_with_a_name_that_nobody_knows_is_refused_rather_than_passed_over(folder):
    (folder / "phaseplan.csv").write_text("area\nkernow\n")
    assert faults_of(folder)[0].startswith("phaseplan.csv: is not a file of a network folder; the known are ")


def test_a_row_with_a_cell_too_many_is_refused(folder):
    spoil(folder, "phase_plan.csv", "kernow,1,2,4,1", "kernow,1,2,4,1,1")
    assert faults_of(folder) == [
        "phase_plan.csv:2: has 6 cells where the header has 5; check commas and quotation marks"
    ]


def test_the_line_is_right_after_a_quoted_line_break(folder):
    spoil(folder, "milestones.csv", "Site contacts NHS England", '"Site\ncontacts NHS England')
    spoil(folder, "milestones.csv", "and names a contact", 'and names a contact"')
    spoil(folder, "milestones.csv", "2014-11-07", "2014-11-31")
    assert [line.split(": ")[:2] for line in faults_of(folder)] == [
        ["milestones.csv:2", "deliverable"],
        ["milestones.csv:4", "due"],
    ]


def test_utf_16_is_refused_and_windows_1252_is_read_with_a_warning(folder):
    text = (folder / "resources.csv").read_text() + "kernow,,Café in Truro\n"
    (folder / "resources.csv").write_bytes(text.encode("cp1252"))
    report = load_folder(folder)
    assert report.warnings == ["resources.csv: was read as Windows-1252; save it as CSV UTF-8 to be sure of accents"]
    (folder / "resources.csv").write_bytes(text.encode("utf-16"))
    assert faults_of(folder) == [
        "resources.csv: is not plain CSV (UTF-16, or has NUL characters); save it as CSV UTF-8"
    ]


def test_a_byte_order_mark_is_no_fault(folder):
    path = folder / "areas.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_folder(folder).added == {}


def test_an_organisation_of_two_kinds_is_a_fault(folder):
    with (folder / "partners.csv").open("a") as file:
        file.write("wiltshire,,Healthwatch Bristol,voluntary\n")
    assert faults_of(folder) == ["partners.csv:106: kind: is voluntary here and healthwatch on line 57; write one kind"]


def zipped(folder: Path, inside: str = "") -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in folder.iterdir():
            archive.write(item, f"{inside}{item.name}")
    return path


@pytest.mark.parametrize("inside", ["", "south-west/"])
def test_a_zip_is_read_at_the_top_or_in_one_folder(folder, inside):
    assert len(load_file(zipped(folder, inside)).areas) == 11


def test_a_zip_that_unpacks_to_a_hundred_times_its_size_is_refused(tmp_path):
    path = tmp_path / "trap.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("areas.csv", b"a" * 5_000_000)
    with pytest.raises(NetworkFaults) as refused:
        load_file(path)
    assert refused.value.faults == ["trap.zip: unpacks to over a hundred times its size, as a trap does; pack it again"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and nothing more", b"areas"])
def test_a_file_that_is_no_zip_is_refused(tmp_path, content):
    path = tmp_path / "broken.zip"
    path.write_bytes(content)
    with pytest.raises(NetworkFaults) as refused:
        load_file(path)
    assert refused.value.faults[0].startswith("broken.zip: can't be opened as a .zip file")


def test_a_zip_cannot_write_outside_its_own_folder(tmp_path, folder):
    path = tmp_path / "escape.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.csv", "slug\n")
    with pytest.raises(NetworkFaults):
        load_file(path)
    assert not (tmp_path.parent / "escaped.csv").exists()

"""The trajectory: every saving a new revision with its reason, whole by workbook, beside the area's true figures."""

import datetime
import hashlib
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from tenants.contexts import in_area
from tenants.quarters import Quarter
from tenants.returns.models import PublishedTrajectory, SignedReturn
from tenants.rollout.models import TrajectoryPoint, TrajectoryRevision
from tenants.rollout.trajectory import charts, presenters, reading, revising, tables
from tenants.rollout.trajectory.points import differences, last_planned, span, total, with_the_rest

pytestmark = pytest.mark.django_db

PAGE = "/areas/kernow/rollout/trajectory/"
LD, MH = "learning_disability", "mental_health"
PLAN = {MH: {"2015Q1": 50, "2015Q2": 80, "2015Q3": 120}, LD: {"2015Q2": 0, "2015Q3": 10}}


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def revise(area, reason="", measure="phb", lines=None, **options):
    with in_area(area):
        return revising.save(area=area, points={measure: lines or PLAN}, reason=reason, by=None, **options)


def standing(area):
    with in_area(area):
        return reading.points_of(reading.latest())


def signed(area, quarter, version=1, **figures):
    return SignedReturn.objects.create(
        area=area,
        quarter=quarter,
        version=version,
        figures=figures,
        reason="" if version == 1 else "A mistake",
        signed_name="A lead",
        signed_on=datetime.date(2015, 7, 10),
        checksum=hashlib.sha256(quarter.encode()).hexdigest(),
    )


def in_place(**by_group):
    return {f"groups.in_place.{group}": number for group, number in by_group.items()}


def test_the_quarters_to_be_planned_run_from_the_first_intake_to_the_last_promise():
    found = span()
    assert (found[0], found[-1], len(found)) == (Quarter(2015, 1), Quarter(2017, 4), 12)


def test_numbers_are_typed_into_a_table_and_make_a_revision(lead, kernow):
    data = {f"{MH}-2015Q3": "120", f"{LD}-2015Q3": "0", "based_on": "0", "reason": ""}
    data |= {"agreed_on-day": "1", "agreed_on-month": "2", "agreed_on-year": "2015"}
    assert lead.post(f"{PAGE}health-budgets/change/", data).status_code == 302
    assert standing(kernow) == {"phb": {MH: {"2015Q3": 120}, LD: {"2015Q3": 0}}}  # 0 is planned; empty isn't
    row = PublishedTrajectory.objects.get(area=kernow)
    assert (row.revision, row.points, row.reason) == (1, standing(kernow), "First trajectory")
    with in_area(kernow):
        assert reading.latest().agreed_on == datetime.date(2015, 2, 1)


def test_a_number_that_is_none_is_told_at_its_box_and_the_rest_is_kept(lead, kernow):
    data = {f"{MH}-2015Q3": "twelve", f"{LD}-2015Q3": "41", f"{LD}-2015Q4": "999999", "based_on": "0"}
    answer = lead.post(f"{PAGE}plans/change/", data)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "People with significant mental health needs, July to September 2015 (Q2 2015/16): write a whole" in text
    assert "more than the 548,000 people who live in the area" in text
    assert 'value="41"' in text and 'value="twelve"' in text
    assert not PublishedTrajectory.objects.exists()


def test_a_second_revision_needs_a_reason_keeps_the_other_measures_and_leaves_the_first(kernow):
    revise(kernow)
    with pytest.raises(ValueError, match="Say why"):
        revise(kernow, measure="pcsp")
    revise(kernow, "Plans come first", measure="pcsp", lines={MH: {"2015Q3": 300}})
    assert standing(kernow) == {"phb": PLAN, "pcsp": {MH: {"2015Q3": 300}}}
    with in_area(kernow):
        first = TrajectoryRevision.objects.get(number=1)
        assert reading.points_of(first) == {"phb": PLAN}


def test_the_same_numbers_are_no_revision(kernow):
    revise(kernow)
    with pytest.raises(revising.Unchanged):
        revise(kernow, "Again")


def test_somebody_elses_revision_is_not_undone(kernow):
    revise(kernow)
    revise(kernow, "Meanwhile", lines={MH: {"2015Q3": 1}}, based_on=1)
    with pytest.raises(revising.MovedOn, match="Revision 2 was saved while you were typing"):
        revise(kernow, "Mine", lines={MH: {"2015Q3": 2}}, based_on=1)
    assert standing(kernow)["phb"] == {MH: {"2015Q3": 1}}


@pytest.mark.parametrize("change", ["planned = 1", "quarter = '2016Q1'"])
def test_the_database_refuses_to_overwrite_a_revision(kernow, change):
    from django.db import connection

    revise(kernow)
    with in_area(kernow), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE rollout_trajectorypoint SET {change}")
    with in_area(kernow), pytest.raises(DatabaseError), transaction.atomic():
        TrajectoryPoint.objects.all().delete()


def test_quarters_that_were_not_asked_for_stay_as_they_are():
    before = {"phb": {MH: {"2014Q4": 7, "2015Q1": 9}}}
    assert with_the_rest(before, "phb", {MH: {"2015Q1": 12}}, [Quarter(2015, 1)])[MH] == {"2014Q4": 7, "2015Q1": 12}
    assert with_the_rest(before, "phb", {MH: {}}, [Quarter(2015, 1)])[MH] == {"2014Q4": 7}


def test_two_revisions_are_compared_number_by_number(lead, kernow):
    revise(kernow)
    revise(kernow, "Slower", lines={MH: {"2015Q1": 50, "2015Q2": 70}, LD: PLAN[LD]})
    page = lead.get(f"{PAGE}revisions/?before=1&after=2").content.decode()
    assert "Slower" in page
    text = lead.get(f"{PAGE}data/compared.csv?before=1&after=2").content.decode()
    line = "Personal health budgets,People with significant mental health needs"
    assert f"{line},April to June 2015 (Q1 2015/16),80,70,-10" in text
    assert f"{line},July to September 2015 (Q2 2015/16),120,None planned,-120" in text
    assert "2014/15" not in text  # January to March is the same in both
    assert lead.get(f"{PAGE}data/compared.csv?before=1&after=9").status_code == 404


def test_differences_totals_and_the_end_by_hand():
    points = {"phb": PLAN}
    assert [total(points, "phb", Quarter(2015, each)) for each in (1, 2, 3, 4)] == [50, 80, 130, None]
    assert last_planned(points, "phb") == (Quarter(2015, 3), 130)
    assert last_planned(points, "ipb") is None
    assert differences(points, points) == []
    assert differences({}, {"ipb": {MH: {"2015Q1": 4}}}) == [("ipb", MH, Quarter(2015, 1), None, 4)]


def workbook_of(client, change=None):
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{PAGE}workbook/download/").content))
    if change:
        change(book)
    written = io.BytesIO()
    book.save(written)
    return SimpleUploadedFile("plan.xlsx", written.getvalue())


def cell_of(sheet, group, quarter):
    column = next(cell.column for cell in sheet[1] if cell.value == quarter)
    row = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value.endswith(group))
    return sheet.cell(row, column)


def test_a_workbook_goes_out_filled_and_comes_back_as_a_revision(lead, kernow):
    revise(kernow)

    def change(book):
        assert cell_of(book["Health budgets"], "significant mental health needs", "2015Q2").value == "80"
        cell_of(book["Health budgets"], "significant mental health needs", "2015Q2").value = "85"
        cell_of(book["Care and support plans"], "None of the four groups", "2017Q4").value = 400

    answer = lead.post(f"{PAGE}workbook/", {"file": workbook_of(lead, change), "reason": "New year"})
    assert answer.status_code == 302
    expected = {MH: {**PLAN[MH], "2015Q2": 85}, LD: PLAN[LD]}
    assert standing(kernow) == {"phb": expected, "pcsp": {"none": {"2017Q4": 400}}}


def test_a_workbook_with_a_fault_is_refused_cell_by_cell_and_changes_nothing(lead, kernow):
    revise(kernow)

    def change(book):
        cell_of(book["Health budgets"], "significant mental health needs", "2015Q2").value = "many"
        cell_of(book["Integrated budgets"], "None of the four groups", "2015Q1").value = "-3"
        cell_of(book["Care and support plans"], "None of the four groups", "2015Q1").value = "5"

    answer = lead.post(f"{PAGE}workbook/", {"file": workbook_of(lead, change), "reason": "New year"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "The workbook has 2 faults. No number was changed." in text
    assert "Health budgets!C" in text and "Integrated budgets!B" in text
    assert standing(kernow) == {"phb": PLAN}


def test_a_row_or_a_sheet_that_was_taken_out_is_a_fault(lead, kernow):
    def send(change):
        return lead.post(f"{PAGE}workbook/", {"file": workbook_of(lead, change), "reason": ""})

    text = send(lambda book: book["Health budgets"].delete_rows(2)).content.decode()
    assert "complex needs” of the sheet “Health budgets” is missing" in text
    assert send(lambda book: book.remove(book["Health budgets"])).status_code == 422
    assert not PublishedTrajectory.objects.exists()


def test_the_areas_own_page_has_true_figures_rates_and_a_projection(lead, kernow):
    revise(kernow)
    signed(kernow, "2014Q4", **in_place(mental_health=3))
    signed(kernow, "2015Q1", **in_place(mental_health=41, none=2))
    signed(kernow, "2015Q2", **in_place(mental_health=90))
    signed(kernow, "2015Q2", 2, **in_place(mental_health=52, learning_disability=9))
    text = lead.get(f"{PAGE}data/health-budgets.csv").content.decode()
    # 61 of 548,000 people: 11.1 per 100,000; 61 - 80 = -19
    assert "April to June 2015 (Q1 2015/16),80,61,-19,11.1" in text
    assert "True counts of people, for the area's own team" in text
    page = lead.get(PAGE).content.decode()
    # Steps of 40 and 18: 29 a quarter from 61, so 130 after three quarters, by March 2016.
    assert "61 people have a personal health budget (June 2015), 19 fewer than planned." in page
    assert "the 130 planned are reached by March 2016" in page


def test_groups_are_compared_with_their_plan_and_the_whole_plan_is_shown(lead, kernow):
    revise(kernow)
    signed(kernow, "2015Q2", **in_place(mental_health=52, learning_disability=9))
    groups = lead.get(f"{PAGE}data/health-budgets-groups.csv").content.decode()
    assert 'Group,"In place, Jun 2015","Planned, Jun 2015","Planned, Sep 2015"' in groups
    assert "People with significant mental health needs,52,80,120" in groups
    assert "None of the four groups,0,None planned,None planned" in groups
    planned = lead.get(f"{PAGE}data/health-budgets-planned.csv").content.decode()
    assert "Jun 2015,None planned,None planned,0,80,None planned" in planned


def test_integrated_budgets_are_counted_as_one_number(kernow):
    signed(kernow, "2015Q1", **{"funding.in_place.integrated": 12, "plans.in_place.none": 4})
    assert reading.actuals(kernow, "ipb")[Quarter(2015, 1)].total == 12
    assert reading.actuals(kernow, "ipb")[Quarter(2015, 1)].by_group == {}
    assert reading.actuals(kernow, "pcsp")[Quarter(2015, 1)].by_group["none"] == 4


def test_the_chart_goes_from_the_plan_to_the_projection(kernow):
    signed(kernow, "2014Q4", **in_place(none=40))
    signed(kernow, "2015Q1", **in_place(none=52))
    found = reading.actuals(kernow, "phb")
    chart = charts.chart(kernow, "phb", {"phb": PLAN}, found, None)
    assert chart.labels == ("Dec 2014", "Mar 2015", "Jun 2015", "Sep 2015")
    assert [series.values for series in chart.series] == [
        (None, 50, 80, 130),
        (40, 52, None, None),
        (None, None, 64, 76),  # two quarters: a pace of 12, and no interval
    ]
    assert not chart.series[2].has_interval
    assert charts.chart(kernow, "ipb", {}, {}, None) is None


def test_another_area_sees_neither_plan_nor_figures(lead, kernow, bristol, client_as):
    revise(kernow)
    signed(kernow, "2015Q1", **in_place(none=4711))
    other = client_as("area-lead", area=bristol)
    addresses = ("", "plans/", "plans/change/", "revisions/", "workbook/", "workbook/download/", "data/plans.csv")
    for address in addresses:
        assert other.get(PAGE + address).status_code == 404
    assert "4,711" not in other.get("/areas/bristol/rollout/trajectory/").content.decode()
    assert reading.actuals(bristol, "phb") == {}
    assert standing(bristol) == {}
    with in_area(bristol):
        assert presenters.words(bristol) == "Nothing is planned yet."
        assert len(presenters.dues(bristol)) == 1
    with in_area(kernow):
        assert presenters.words(kernow) == "Revision 1: personal health budgets, 130 planned by September 2015."
        assert presenters.dues(kernow) == []


def test_sample_numbers_say_so(lead, kernow):
    revise(kernow, is_sample=True)
    assert "These data are made up." in lead.get(PAGE).content.decode()


def test_rates_need_a_population(kernow):
    kernow.approx_population_2014 = None
    actual = reading.Actual(61, {}, False)
    table = tables.by_quarter(kernow, "phb", [Quarter(2015, 2)], {}, {Quarter(2015, 2): actual}, False)
    assert table.rows[0][1:] == ["Not planned", 61, "", ""]


def test_a_practitioner_reads_and_does_not_change(client_as, kernow):
    reader = client_as("practitioner", area=kernow)
    assert reader.get(PAGE).status_code == 200
    assert reader.get(f"{PAGE}plans/change/").status_code == 403
    assert reader.post(f"{PAGE}workbook/").status_code == 403
    assert reader.get(f"{PAGE}nothing/").status_code == 404

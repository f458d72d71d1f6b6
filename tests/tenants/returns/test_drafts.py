"""A return is kept as typed, signed once, locked, and corrected by a new version."""

import pytest
from django.db import DatabaseError, transaction

from audit.models import AuditRow
from tenants.contexts import in_area
from tenants.quarters import Quarter
from tenants.returns import signing
from tenants.returns.models import SignedReturn
from tenants.rollout import return_drafts, return_errors
from tenants.rollout.models import ReturnDraft
from tests.tenants.returns.conftest import FIRST, SECOND, SPRING, WINTER, sign, write
from tests.tenants.returns.making import right, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ailsa(person, kernow):
    return person("area-lead", area=kernow)


def save(area, section, cells, by, note=""):
    with in_area(area):
        return return_drafts.save_section(area=area, quarter=WINTER, section=section, typed=cells, note=note, by=by)


def test_what_was_typed_stays_as_it_was_typed(kernow, ailsa):
    with in_area(kernow):
        return_drafts.open_draft(area=kernow, quarter=WINTER, by=ailsa)
    save(kernow, "people", {"groups.new.none": "12 a", "groups.ended.none": " 007 ", "groups.in_place.none": ""}, ailsa)
    save(kernow, "offers", {"offers.offered.none": "x\x00y"}, ailsa, note="Not sure.")
    with in_area(kernow):
        draft = return_drafts.find(WINTER)
    assert draft.typed == {"groups.new.none": "12 a", "groups.ended.none": " 007 ", "offers.offered.none": "xy"}
    assert draft.notes == {"people": "", "offers": "Not sure."}
    assert draft.saved_by == ailsa


def test_saving_one_section_leaves_the_others(kernow, ailsa):
    write(kernow, WINTER, FIRST, ailsa)
    draft = save(kernow, "money", {"money.spent": "1", "groups.new.none": "99"}, ailsa)
    assert draft.typed["groups.new.none"] == "0"
    assert draft.typed["money.spent"] == "1"
    assert "money.committed" not in draft.typed


def test_a_return_is_asked_for_quarters_that_are_over(kernow, ailsa):
    with in_area(kernow):
        for quarter in (Quarter(2015, 3), Quarter(2014, 3)):
            with pytest.raises(return_errors.NotAsked):
                return_drafts.open_draft(area=kernow, quarter=quarter, by=ailsa)
        first = return_drafts.open_draft(area=kernow, quarter=WINTER, by=ailsa)
        assert return_drafts.open_draft(area=kernow, quarter=WINTER, by=ailsa) == first


def test_signing_keeps_the_figures_the_name_and_the_day(kernow, ailsa):
    signed = sign(kernow, WINTER, FIRST, ailsa, name=" Ailsa Lead ")
    assert signed.figures == FIRST
    assert (signed.version, signed.signed_name, signed.signed_by) == (1, "Ailsa Lead", ailsa)
    assert signed.signed_on.isoformat() == "2015-07-15"
    assert signed.checksum == signing.checksum(SignedReturn.objects.get(pk=signed.pk).figures)
    row = AuditRow.objects.get(action="return.sign")
    assert (row.by, row.area, row.detail["quarter"], row.detail["version"]) == (ailsa, kernow, "2015Q1", 1)


@pytest.mark.parametrize("cell", ["groups.new.none", "money.spent", "rurality.uptake.not_known"])
def test_nothing_is_signed_while_one_cell_fails(kernow, ailsa, cell):
    write(kernow, WINTER, FIRST, ailsa)
    with in_area(kernow):
        ReturnDraft.objects.update(typed=typed(FIRST) | {cell: "12 a"})
        with pytest.raises(signing.NotReady) as refusal:
            return_drafts.sign(area=kernow, quarter=WINTER, by=ailsa, name="Ailsa Lead")
    assert [fault.cell_key for fault in refusal.value.found] == [cell]
    assert not SignedReturn.objects.exists()


def test_figures_that_did_not_come_from_a_draft_are_checked_too(kernow, ailsa):
    with pytest.raises(signing.NotReady):
        signing.sign(
            area=kernow, quarter=WINTER, figures=FIRST | {"groups.new.none": 1}, notes={}, reason="", name="A", by=ailsa
        )


def test_a_first_return_follows_on_from_november_2014(kernow, bristol, ailsa, person):
    bella = person("area-lead", area=bristol)
    with pytest.raises(signing.NotReady, match="1 cell has a fault"):
        sign(bristol, WINTER, FIRST, bella)  # Bristol began with 7, Kernow with 9
    assert sign(kernow, WINTER, FIRST, ailsa).version == 1


def test_quarters_are_signed_one_after_the_other(kernow, ailsa):
    sign(kernow, Quarter(2014, 4), FIRST, ailsa)
    with pytest.raises(signing.OutOfOrder, match="January to March 2015"):
        sign(kernow, SPRING, SECOND, ailsa)


def test_what_is_signed_is_locked(kernow, ailsa):
    signed = sign(kernow, WINTER, FIRST, ailsa)
    with in_area(kernow):
        for change in (
            lambda: return_drafts.save_section(
                area=kernow, quarter=WINTER, section="money", typed={}, note="", by=ailsa
            ),
            lambda: return_drafts.sign(area=kernow, quarter=WINTER, by=ailsa, name="A"),
            lambda: return_drafts.discard(area=kernow, quarter=WINTER, by=ailsa),
        ):
            with pytest.raises(return_errors.NoDraft):
                change()
        with pytest.raises(return_errors.SignedAlready):
            return_drafts.open_draft(area=kernow, quarter=WINTER, by=ailsa)
        with pytest.raises(DatabaseError), transaction.atomic():
            ReturnDraft.objects.update(typed={})
    with pytest.raises(DatabaseError), transaction.atomic():
        SignedReturn.objects.filter(pk=signed.pk).update(figures={})


def test_a_correction_is_a_new_version_with_its_reason_and_both_stay(kernow, ailsa):
    sign(kernow, WINTER, FIRST, ailsa)
    with in_area(kernow):
        with pytest.raises(ValueError, match="Say why"):
            return_drafts.correct(area=kernow, quarter=WINTER, reason=" ", by=ailsa)
        draft = return_drafts.correct(area=kernow, quarter=WINTER, reason="Two offers were missed.", by=ailsa)
        assert draft.typed == typed(FIRST)
        cells = typed(FIRST) | {"offers.offered.none": "4"}
        return_drafts.replace_all(area=kernow, quarter=WINTER, typed=cells, notes={}, by=ailsa)
        second = return_drafts.sign(area=kernow, quarter=WINTER, by=ailsa, name="Ailsa Lead")
    assert (second.version, second.reason) == (2, "Two offers were missed.")
    rows = SignedReturn.objects.order_by("version")
    assert [row.figures["offers.offered.none"] for row in rows] == [2, 4]


def test_only_what_is_signed_is_corrected(kernow, ailsa):
    with in_area(kernow), pytest.raises(return_errors.NotSigned):
        return_drafts.correct(area=kernow, quarter=WINTER, reason="Why not", by=ailsa)


def test_what_is_thrown_away_leaves_signed_versions_and_can_be_begun_again(kernow, ailsa):
    sign(kernow, WINTER, FIRST, ailsa)
    with in_area(kernow):
        return_drafts.correct(area=kernow, quarter=WINTER, reason="A mistake", by=ailsa)
        return_drafts.discard(area=kernow, quarter=WINTER, by=ailsa)
        assert return_drafts.find(WINTER) is None
        assert return_drafts.correct(area=kernow, quarter=WINTER, reason="Another", by=ailsa).version == 2
    assert SignedReturn.objects.get().version == 1


def test_one_area_writes_and_signs_without_the_other(kernow, bristol, ailsa):
    sign(kernow, WINTER, FIRST, ailsa)
    with in_area(bristol):
        assert return_drafts.find(WINTER) is None
        assert not ReturnDraft.objects.exists()
        with pytest.raises(return_errors.NotSigned):
            return_drafts.correct(area=bristol, quarter=WINTER, reason="x", by=ailsa)


def test_a_right_return_that_follows_on_is_signed(kernow, ailsa):
    sign(kernow, WINTER, FIRST, ailsa)
    assert sign(kernow, SPRING, SECOND, ailsa).quarter == "2015Q2"


def test_one_more_in_place_than_came_is_refused(kernow, ailsa):
    sign(kernow, WINTER, FIRST, ailsa)
    wrong = right(before={"none": 5, "multiple_ltc": 4, "mental_health": 3}, new={"learning_disability": 2})
    with pytest.raises(signing.NotReady) as refusal:
        sign(kernow, SPRING, wrong, ailsa)
    assert "groups.in_place.none" in [fault.cell_key for fault in refusal.value.found]
